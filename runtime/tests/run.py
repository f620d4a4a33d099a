# SPDX-License-Identifier: EPL-2.0
"""Tests the runtime: parts of it on this machine, images in QEMU and as processes.

usage: LLVM_HOME=<folder of clang and lld> python3 run.py [name...]                  names of tests; none: all
       LLVM_HOME=<folder of clang and lld> python3 run.py --without name,name       all but these
"""

import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

from build import LLVM, RUNTIME, WARNINGS, Board, Builder, run
from nodes import PATIENCE, Cable, Line, Node

BOARDS = ("mps2-an385", "netduinoplus2", "linux-x86_64")
# Whatever differs between processors and UARTs is tested on these, too.
OTHER_BOARDS = ("mps2-an386", "mps2-an500", "mps2-an505", "lm3s6965evb", "stm32vldiscovery")
# There, QEMU lets pass what goes to addresses where nothing is.
WITHOUT_BUS_FAULTS = {"lm3s6965evb"}
TESTS = Path(__file__).resolve().parent
WIRING = 0x5EED


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
            source = TESTS / "images" / f"{image_name}.c"
            builder.image(image_name, [builder.compile(source)], self.archives[board_name])
        return output

    def line(self):
        self.lines += 1
        return Line(self.folder / f"line{self.lines}")


def unit(setup):
    """Parts without hardware."""
    for test, parts in (("frame_test", ("link/frame", "link/cobs", "link/crc32", "link/signature")),
                        ("sample_test", ("host/sample",)),
                        ("log_test", ("sdk/log",))):
        program = setup.folder / test
        sources = [TESTS / "unit" / f"{test}.c"] + [RUNTIME / f"{part}.c" for part in parts]
        includes = [f"-I{RUNTIME / i}" for i in ("include", "port/posix/include", ".", "sdk/include")]
        run([LLVM / "clang", *WARNINGS, "-D_GNU_SOURCE", "-g", "-fsanitize=undefined", "-fsanitize-trap=undefined",
             "-fno-pie", "-no-pie", f"--ld-path={LLVM / 'ld.lld'}",
             "-Wno-ignored-attributes", "-Wno-unknown-attributes", *includes, *sources, "-o", program])
        run([program])


def traps(setup):
    """Each kind of trap is reported once and contained; neighbours run on."""
    for board in BOARDS + OTHER_BOARDS:
        if board in WITHOUT_BUS_FAULTS:
            continue
        node = setup.node(board, "traps")
        last = ["call stack exhausted at 0x[0-9a-f]+ in faulty"] if board != "linux-x86_64" else []
        node.expect(["^ThingSpire traps on " + board + "$", "^ready$",
                     "^trap: integer divide by zero at 0x[0-9a-f]+ in faulty$",
                     r"^trap: host function argument out of range \(pointer\) at 0x[0-9a-f]+ in faulty$",
                     "^trap: call stack exhausted at 0x[0-9a-f]+ in faulty$",
                     "^trap: unreachable at 0x[0-9a-f]+ in callee$",
                     r"^trap: module called while it is running \(faulty\) at 0x[0-9a-f]+ in callee$",
                     "^trap: processor fault at 0x[0-9a-f]+ in faulty$",
                     "^trap: processor fault at 0x[0-9a-f]+ in faulty$",
                     "^trap: call stack exhausted at 0x[0-9a-f]+ in faulty$",
                     r"^trap: called module trapped \(it has exited\) at 0x[0-9a-f]+ in faulty$",
                     "^faulty: exit code 3$",
                     r"^trap: exit with an error \(proc_exit\) at 0x[0-9a-f]+ in faulty$",
                     *last, "^still running$", "^neighbour$", "^neighbour$"])
        node.stop()
        found, expected = node.count("^trap:"), 10 + len(last)
        assert found == expected, f"{found} traps on {board}, not {expected}"
        names = trap_functions(setup, board, node)
        wanted = ["step", "step", "recurse", "callee_traps", "callee_calls_back"]
        assert names[:5] == wanted, f"traps on {board} are in {names[:5]}, not {wanted}"


def busy(setup):
    """Modules that call each other at the same time don't hang: who has waited for a second traps, and the others go on."""
    for board in ("mps2-an385", "linux-x86_64"):
        node = setup.node(board, "busy")
        node.expect([r"^trap: module busy for too long \((left|right)\) at 0x[0-9a-f]*[1-9a-f][0-9a-f]* in (left|right)$",
                     "^(left has called right|right has called left)$"])
        node.expect(["^trap: module busy for too long at 0x0+ in slow$", "^slow has ended$", "^slow was free$"])
        node.expect([r"^trap: module busy for too long \((left|right)\)"] * 2)
        node.stop()


def trap_functions(setup, board, node):
    """The functions that the reported addresses lie in, inlined ones resolved to the outermost."""
    addresses = [line.split(" at ")[1].split()[0] for line in node.lines if line.startswith("trap:")]
    command = [LLVM / "llvm-symbolizer", "--no-inlines", "-s", "-e", setup.image(board, "traps"), *addresses]
    output = subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout
    return [entry.splitlines()[0] for entry in output.strip().split("\n\n")]


def unaligned(setup):
    """Accesses that fault at odd addresses are made good, whatever registers they use; not outside of the module's memory."""
    for board, right in (("mps2-an385", 18), ("mps2-an386", 38), ("mps2-an500", 38), ("mps2-an505", 38)):
        node = setup.node(board, "unaligned")
        node.expect([f"^{right} are right$", "^trap: processor fault at 0x[0-9a-f]+ in unaligned$"])
        node.stop()
        assert node.count("^wrong:") == 0, f"on {board}: {node.lines}"


def failure(setup):
    """A fault outside of modules stops the node, with its registers on the console."""
    for board in BOARDS + OTHER_BOARDS:
        if board in WITHOUT_BUS_FAULTS:
            continue
        node = setup.node(board, "failure")
        node.expect(["^ready$", "^failure: .*pc 0x[0-9a-f]+"])
        code = node.stop()
        assert board != "linux-x86_64" or code == 4, f"exit code {code}"


def scheduler(setup):
    """Priority inheritance through a chain of locks, timeouts, semaphores."""
    for board in BOARDS[:2] + ("mps2-an505",): # both ways of guarding stacks, with and without FPU
        # The node's time goes on with its instructions, not with the world's: so a busy machine can't change the order.
        node = setup.node(board, "scheduler", options=["-icount", "shift=4,sleep=off"])
        expected = ["low releases", "high gave up", "chained has both", "high has outer", "middle starts", "semaphore empty",
                    "middle ends", "chained ends", "semaphore taken", "giver ends", "low ends"]
        node.expect([f"^{line}$" for line in ["ready", *expected]])
        node.stop()
        found = node.lines[node.lines.index("ready") + 1:]
        assert found == expected, found


def host(setup):
    """Log, clock, sensor, output and WASI. More samples than any buffer holds; none is lost."""
    for board in BOARDS + OTHER_BOARDS:
        sensor = setup.line()
        node = setup.node(board, "host", {2: sensor})
        node.expect(["^ready$"]) # before, a receiver may drop what comes
        sensor.send(b"0 21.5\r\n1 -3.25\n0 oops\n9 1\n" + b"".join(b"0 %d.125\n" % i for i in range(300)))
        node.expect(["^to stdout$", "^and on$", "^written$", "^switched$",
                     r"^trap: host function argument out of range \(output channel\) at 0x[0-9a-f]+ in probe$"])
        node.expect([r"skipped a line that is not .*: 0 oops$", r"skipped .*: 9 1$"])
        node.expect([r"^0 \+00021500$", *(rf"^0 \+{i * 1000 + 125:08d}$" for i in range(300))])
        node.expect([r"^1 -00003250$"])
        node.stop()
        sensor.close()


def links(setup):
    """Two nodes call each other: results, traps, nested calls, deadlines; a peer that is lost and comes back."""
    for caller_board, server_board in (("mps2-an385", "linux-x86_64"), ("linux-x86_64", "netduinoplus2"), ("netduinoplus2", "mps2-an385")):
        first, second = setup.line(), setup.line()
        cable = Cable(first, second)
        server = setup.node(server_board, "server", {1: second})
        server.expect(["^ready$"])
        cable.start()
        caller = setup.node(caller_board, "caller", {1: first})
        caller.expect(["^sum is right$",
                       r"^trap: called module trapped \(service.fail on server\) at 0x[0-9a-f]+ in asker$",
                       "^round trip gives 41$",
                       r"^trap: peer did not answer \(service.slow on server\) at 0x[0-9a-f]+ in asker$",
                       r"^trap: peer did not answer \(service.nobodys on server\) at 0x[0-9a-f]+ in asker$",
                       "^count is 1$", "^count is 2$", "^count is 3$"])
        server.expect(["^trap: out of bounds table access at 0x[0-9a-f]+ in service$"])

        server.stop()
        cable.cut()
        second.close()
        caller.expect([r"^count is", r"^trap: peer did not answer \(service.count on server\) at 0x[0-9a-f]+ in asker$"])
        third = setup.line()
        cable = Cable(first, third)
        cable.start()
        server = setup.node(server_board, "server", {1: third})
        server.expect(["^ready$", "^counted 1$", "^counted 2$"])
        caller.expect([r"service.count on server", "^count is [12]$"])
        caller.stop()
        server.stop()
        cable.cut()
        first.close()
        third.close()


def frame(kind, call, function, payload=b"", wiring=WIRING):
    """The wire form, written down a second time from link/frame.h."""
    block = bytes([kind]) + wiring.to_bytes(2, "little") + call.to_bytes(4, "little") + function.to_bytes(2, "little") + payload
    block += zlib.crc32(block).to_bytes(4, "little")
    coded = b"".join(bytes([len(part) + 1]) + part for part in block.split(b"\0"))
    return b"\0" + coded + b"\0"


def at_most_once(setup):
    """Damaged, repeated, old and foreign frames are not executed."""
    hello, call, result, count = 1, 2, 3, 5
    for board in BOARDS:
        line = setup.line()
        node = setup.node(board, "server", {1: line})
        node.expect(["^ready$"])
        damaged = bytearray(frame(call, 11, count))
        damaged[6] ^= 0x10
        steps = (
            ("the first call, after noise", b"\x55noise\xaa" + frame(call, 10, count), 10, 1),
            ("the same again", frame(call, 10, count), None, 1),
            ("a damaged call", bytes(damaged), None, 1),
            ("half a call", frame(call, 11, count)[:9], None, 1),
            ("a call of another wiring", frame(call, 12, count, wiring=WIRING + 1), None, 1),
            ("the next", frame(call, 13, count), 13, 2),
            ("one from before", frame(call, 12, count), None, 2),
            ("arguments that it does not have", frame(call, 14, count, b"\1\2\3\4"), None, 2),
            ("far more than fits", bytes(range(1, 256)) * 8 + frame(call, 15, count), 15, 3),
            ("an answer that nobody waits for", frame(result, 3, count, b"\1\2\3\4"), None, 3),
            ("a restarted peer", frame(hello, 1, 0) + frame(call, 1, count), 1, 4),
        )
        for what, data, answered, executed in steps:
            line.send(data)
            answer, deadline = b"", time.monotonic() + (PATIENCE if answered else 0.15)
            wanted = frame(result, answered, count, executed.to_bytes(4, "little")) if answered else None
            while time.monotonic() < deadline and (wanted is None or wanted not in answer):
                answer += line.receive(deadline)
            assert wanted is None or wanted in answer, f"{what} on {board}: got {answer.hex()}"
            assert wanted is not None or not answer.strip(b"\0") or answer[2] == 4, f"{what} on {board}: got {answer.hex()}"
            if answered:
                node.expect([f"^counted {executed}$"])
            found = node.count("^counted")
            assert found == executed, f"{what} on {board}: executed {found} times, not {executed}"
        assert node.count("another build") == 1
        node.stop()
        line.close()


def unserved(setup):
    """A node that serves nothing refuses a call at once, so that the caller need not wait for its deadline."""
    call, failure, refused, function = 2, 4, b"\2", 5
    for board in BOARDS:
        line = setup.line()
        node = setup.node(board, "unserved", {1: line})
        node.expect(["^ready$"])
        line.send(frame(call, 10, function))
        answer, deadline = b"", time.monotonic() + PATIENCE
        while time.monotonic() < deadline and frame(failure, 10, function, refused) not in answer:
            answer += line.receive(deadline)
        assert frame(failure, 10, function, refused) in answer, f"on {board}: got {answer.hex()}"
        node.stop()
        line.close()


def limits(setup):
    """What the runtime alone takes on a device."""
    output = subprocess.run([str("arm-none-eabi-size"), "-A", str(setup.image("mps2-an385", "empty"))], check=True, capture_output=True,
                            text=True).stdout
    sizes = {line.split()[0]: int(line.split()[1]) for line in output.splitlines() if line.startswith(".")}
    flash = sizes[".text"] + sizes[".rodata"] + sizes.get(".data", 0)
    ram = sizes.get(".data", 0) + sizes[".bss"]
    print(f"    flash {flash} bytes, RAM {ram} bytes beside {sizes['.stacks'] + sizes['.handler_stack']} of stacks")
    assert flash <= 16 * 1024 and ram <= 4 * 1024


def gate_cost(setup):
    """Instructions of a call through a gate to an empty function: QEMU gives each 16 ns of the node's time."""
    node = setup.node("mps2-an385", "gate_cost", options=["-icount", "shift=4"])
    node.expect(["^gate: "])
    node.stop()
    instructions = int(node.lines[-1].split()[1]) // 16
    print(f"    {instructions} instructions")
    assert instructions < 100


def main():
    tests = {f.__name__: f for f in (unit, traps, busy, unaligned, failure, scheduler, host, links, at_most_once, unserved, limits, gate_cost)}
    names = sys.argv[1:] or list(tests)
    if names[0] == "--without":
        names = [name for name in tests if name not in names[1].split(",")]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        setup = Setup(folder)
        for name in names:
            print(f"{name}: {tests[name].__doc__}", flush=True)
            started = time.monotonic()
            try:
                tests[name](setup)
                print(f"    passed in {time.monotonic() - started:.1f} s", flush=True)
            except (AssertionError, subprocess.CalledProcessError, OSError) as error:
                failed += 1
                print(f"    FAILED: {error}", flush=True)
            finally:
                setup.stop_nodes()
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
