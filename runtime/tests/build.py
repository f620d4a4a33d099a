# SPDX-License-Identifier: EPL-2.0
"""Builds the runtime and test images the way the product's build does: it says how, in one folder for each board."""

import atexit
import functools
import json
import os
import subprocess
import tempfile
from pathlib import Path

RUNTIME = Path(__file__).resolve().parent.parent
WARNINGS = ["-std=c11", "-Wall", "-Wextra", "-Werror"]


@functools.cache
def build_files():
    """The folders of all boards: what BUILD_FILES names, else made now, and gone at the end."""
    if "BUILD_FILES" in os.environ:
        return Path(os.environ["BUILD_FILES"])
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    run([RUNTIME.parent / "thingspire", "boards", "--build-files", folder.name], stdout=subprocess.DEVNULL)
    return Path(folder.name)


class Board:
    """How images for a board are made and started."""

    def __init__(self, name):
        self.name, self.folder = name, build_files() / name
        facts = json.loads((self.folder / "build.json").read_text())
        self.bare_metal, self.uarts = not facts["hosted"], facts["uarts"]
        self.folders, self.compiler, self.archiver = facts["sources"], facts["compile"], facts["archive"]
        self.linker, self.symbolizer, self.runner = facts["link"], facts["symbolize"], facts["run"]

    def command(self, image):
        return [image if word == "IMAGE" else word for word in self.runner]


class Builder:
    """Compiles for one board into one folder."""

    def __init__(self, board, folder):
        self.board, self.folder = board, Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def compile(self, source, extra=()):
        source = Path(source)
        output = self.folder / (str(source.relative_to(RUNTIME)).replace("/", "_") + ".o")
        run([*self.board.compiler, *extra, "-c", source, "-o", output])
        return output

    def sources(self, ending):
        return [source for folder in self.board.folders for source in sorted((RUNTIME / folder).glob("*" + ending))]

    def runtime(self):
        archive = self.folder / "libthingspire.a"
        objects = [self.compile(source) for source in self.sources(".c") + self.sources(".S")]
        archive.unlink(missing_ok=True)
        run([*self.board.archiver, archive, *objects])
        return archive

    def image(self, name, objects, archive):
        output = self.folder / f"{name}.elf"
        inputs = [*objects, archive]
        run([part for word in self.board.linker for part in (inputs if word == "OBJECTS" else [word])] + ["-o", output])
        return output


def run(command, **options):
    subprocess.run([str(c) for c in command], check=True, **options)
