# SPDX-License-Identifier: EPL-2.0
"""The boards that tests run on, and the images that they start there."""

from pathlib import Path

from build import RUNTIME, Board, Builder
from nodes import Line, Node

BOARDS = ("mps2-an385", "netduinoplus2", "linux-x86_64")
# Whatever differs between processors and UARTs is tested on these, too.
OTHER_BOARDS = tuple(sorted({file.parent.name for file in RUNTIME.glob("boards/*/board.json")} - set(BOARDS)))
HERE = Path(__file__).resolve().parent


class Setup:
    """What the tests share: a folder, and images built when first asked for."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.builders, self.archives, self.lines, self.nodes = {}, {}, 0, []

    def node(self, board_name, image_name, uarts=None, options=()):
        node = Node(self.builder(board_name).board, self.image(board_name, image_name), uarts, options)
        self.nodes.append(node)
        return node

    def stop_nodes(self):
        """Those that a failed test has left running, too."""
        for node in self.nodes:
            node.stop()
        self.nodes.clear()

    def builder(self, board_name):
        if board_name not in self.builders:
            builder = Builder(Board(board_name), self.folder / board_name)
            self.builders[board_name], self.archives[board_name] = builder, builder.runtime()
        return self.builders[board_name]

    def image(self, board_name, image_name):
        builder = self.builder(board_name)
        output = builder.folder / f"{image_name}.elf"
        if not output.exists():
            source = HERE / "images" / f"{image_name}.c"
            builder.image(image_name, [builder.compile(source)], self.archives[board_name])
        return output

    def line(self):
        self.lines += 1
        return Line(self.folder / f"line{self.lines}")
