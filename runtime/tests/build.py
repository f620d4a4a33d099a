# SPDX-License-Identifier: EPL-2.0
"""Builds the runtime and test images the way the product's build does, without needing it."""

import json
import os
import subprocess
from pathlib import Path

RUNTIME = Path(__file__).resolve().parent.parent
LLVM = Path(os.environ.get("LLVM_HOME", "/usr/lib/llvm-20/bin"))
WARNINGS = ["-std=c11", "-Wall", "-Wextra", "-Werror"]


def number(value):
    return int(value, 0) if isinstance(value, str) else value


class Board:
    """One board.json, and what is generated from it: boards/README.md."""

    def __init__(self, name):
        self.facts = json.loads((RUNTIME / "boards" / name / "board.json").read_text())
        self.name = name
        self.os, self.arch = self.part("os"), self.part("arch")
        self.bare_metal = self.facts["os"] == "none"

    def part(self, kind):
        name = self.facts[kind]
        return json.loads((RUNTIME / kind / name / f"{kind}.json").read_text())

    def both(self, field):
        return self.os[field] + self.arch[field]

    def header(self):
        facts, lines = self.facts, ["#pragma once"]

        def define(name, value):
            lines.append(f"#define TS_BOARD_{name} {value}")

        define("NAME", json.dumps(facts["name"]))
        if self.bare_metal:
            define("CPU_HZ", f"{facts['cpuHz']}u")
            for memory in ("flash", "ram"):
                define(f"{memory.upper()}_ORIGIN", f"0x{number(facts[memory]['origin']):08x}u")
                define(f"{memory.upper()}_SIZE", f"0x{number(facts[memory]['size']):x}u")
        uarts = facts["uarts"]
        define("UART_COUNT", f"{len(uarts)}u")
        for role in ("console", "sensor"):
            for index, uart in enumerate(uarts):
                if uart["role"] == role:
                    define(f"{role.upper()}_UART", f"{index}u")
        if self.bare_metal:
            define("INTERRUPTS", f"{1 + max(max(uart['irqs']) for uart in uarts)}u")
            define("UARTS(UART)", " ".join(
                f"UART({u['driver']}, 0x{number(u['base']):08x}u, {u['clockHz']}u, {u['baud']}u, {u['irqs'][0]}u)" for u in uarts))
        define("SENSOR_CHANNELS", f"{facts.get('sensorChannels', 0)}u")
        outputs = facts["outputs"]
        define("OUTPUT_COUNT", f"{len(outputs)}u")
        define("OUTPUTS(OUTPUT)", " ".join(
            f"OUTPUT({json.dumps(o['name'])}, {o['driver']}, 0x{number(o.get('base', 0)):08x}u, {o.get('bit', 0)}u)"
            for o in outputs))
        return "\n".join(lines) + "\n"

    def memory_script(self):
        flash, ram = self.facts["flash"], self.facts["ram"]
        return ("MEMORY {\n"
                f"    FLASH (rx) : ORIGIN = {number(flash['origin']):#x}, LENGTH = {number(flash['size']):#x}\n"
                f"    RAM (rw) : ORIGIN = {number(ram['origin']):#x}, LENGTH = {number(ram['size']):#x}\n"
                "}\n")


class Builder:
    """Compiles for one board into one folder."""

    def __init__(self, board, folder):
        self.board, self.folder = board, Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "board.h").write_text(board.header())
        self.includes = [f"-I{RUNTIME / i}" for i in board.both("includes")] + [f"-I{self.folder}"]
        target = board.facts["target"]
        self.flags = [f"--target={target['triple']}", "-Os", "-g", "-ffunction-sections", "-fdata-sections", *board.both("flags")]
        if board.bare_metal:
            (self.folder / "memory.ld").write_text(board.memory_script())
            self.flags += [f"-mcpu={target['cpu']}", f"-mfloat-abi={target['floatAbi']}"]
            self.gcc_flags = [f"-mcpu={target['cpu']}", "-mthumb", f"-mfloat-abi={target['floatAbi']}"]

    def compile(self, source, extra=()):
        source = Path(source)
        output = self.folder / (str(source.relative_to(RUNTIME)).replace("/", "_") + ".o")
        run([LLVM / "clang", *self.flags, *WARNINGS, *self.includes, *extra, "-c", source, "-o", output])
        return output

    def sources(self, ending):
        return [source for folder in self.board.both("sources") for source in sorted((RUNTIME / folder).glob("*" + ending))]

    def runtime(self):
        archive = self.folder / "libthingspire.a"
        objects = [self.compile(source) for source in self.sources(".c") + self.sources(".S")]
        archive.unlink(missing_ok=True)
        run([LLVM / "llvm-ar", "rcs", archive, *objects])
        return archive

    def image(self, name, objects, archive):
        output = self.folder / f"{name}.elf"
        if self.board.bare_metal:
            libraries = [self.gcc_file(f) for f in ("libm.a", "libc.a", "libgcc.a")]
            run([LLVM / "ld.lld", "--gc-sections", f"-L{self.folder}", "-T", RUNTIME / self.board.arch["linkerScript"],
                 f"-Map={output}.map", *objects, archive, *libraries, "-o", output])
        else:
            run([LLVM / "clang", self.flags[0], "-no-pie", "-fuse-ld=lld", f"--ld-path={LLVM / 'ld.lld'}", "-pthread", "-Wl,--gc-sections",
                 *objects, archive, "-lm", "-o", output])
        return output

    def gcc_file(self, name):
        return subprocess.run(["arm-none-eabi-gcc", *self.gcc_flags, f"-print-file-name={name}"],
                              check=True, capture_output=True, text=True).stdout.strip()


def run(command):
    subprocess.run([str(c) for c in command], check=True)
