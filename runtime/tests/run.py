# SPDX-License-Identifier: EPL-2.0
"""Tests the runtime: parts of it on this machine, images in QEMU and as processes.

usage: LLVM_HOME=<folder of clang and lld> python3 run.py [name...]                  names of tests; none: all
       LLVM_HOME=<folder of clang and lld> python3 run.py --without name,name       all but these
"""

import subprocess
import sys
import tempfile
import time
import traceback
import zlib
from pathlib import Path

from build import LLVM, RUNTIME, WARNINGS, Board, Builder, run
from lossy import call_over_lossy_cable
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
    """Parts without hardware, under the sanitizers for addresses and undefined behaviour."""
    for test, parts in (("frame_test", ("link/frame", "link/cobs", "link/crc32", "link/signature")),
                        ("sample_test", ("host/sample",)),
                        ("log_test", ("sdk/log",))):
        program = setup.folder / test
        sources = [TESTS / "unit" / f"{test}.c"] + [RUNTIME / f"{part}.c" for part in parts]
        includes = [f"-I{RUNTIME / i}" for i in ("include", "port/posix/include", ".", "sdk/include")]
        # LLVM as it comes has no sanitizers' libraries; the distribution's gcc has. It does not know WebAssembly's attributes.
        run(["gcc", *WARNINGS, "-Wno-attributes", "-D_GNU_SOURCE", "-g", "-O1", "-fno-omit-frame-pointer",
             "-fsanitize=address,undefined", "-fno-sanitize-recover=all", *includes, *sources, "-o", program])
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


HELLO, CALL, RESULT, FAILURE, WELCOME = range(1, 6)
COUNT = 5                      # the function of the image "server" that counts its calls
REFUSED, OTHER_SESSION = b"\2", b"\3"


def frame(kind, session, call, function, payload=b""):
    """The wire form, written down a second time from link/frame.h."""
    block = bytes([kind]) + session.to_bytes(4, "little") + call.to_bytes(4, "little") + function.to_bytes(2, "little") + payload
    block += zlib.crc32(block).to_bytes(4, "little")
    coded = b"".join(bytes([len(part) + 1]) + part for part in block.split(b"\0"))
    return b"\0" + coded + b"\0"


def parse(coded):
    """What frame made, from between two delimiters: kind, session, call, function, payload. None if it is damaged."""
    block, at = b"", 0
    while at < len(coded):
        distance = coded[at]
        block += (b"\0" if at > 0 else b"") + coded[at + 1:at + distance]
        at += distance
    if len(block) < 15 or zlib.crc32(block[:-4]) != int.from_bytes(block[-4:], "little"):
        return None
    return block[0], int.from_bytes(block[1:5], "little"), int.from_bytes(block[5:9], "little"), int.from_bytes(block[9:11], "little"), block[11:-4]


def session_of(callers_nonce, servers_nonce):
    """Written down a second time from link/session.c."""
    return zlib.crc32(callers_nonce.to_bytes(4, "little") + servers_nonce.to_bytes(4, "little"))


class Peer:
    """The other end of a node's link, in the hands of a test: what it says and hears are frames."""

    def __init__(self, line):
        self.line, self.received = line, b""

    def hear(self, seconds):
        """The next frame; None if there is none within that time."""
        deadline = time.monotonic() + seconds
        while True:
            while b"\0" in self.received:
                coded, self.received = self.received.split(b"\0", 1)
                if coded and parse(coded) is not None:
                    return parse(coded)
            more = self.line.receive(deadline)
            if not more and time.monotonic() >= deadline:
                return None
            self.received += more

    def expect(self, *wanted):
        """Waits for a frame that begins so, whatever comes before it."""
        heard = []
        while True:
            got = self.hear(PATIENCE)
            assert got is not None, f"heard {heard}, not {wanted}"
            if got[:len(wanted)] == wanted:
                return got
            heard.append(got)

    def ask_for_session(self, nonce, wiring=WIRING):
        """What HELLO is answered with: the server's nonce."""
        self.line.send(frame(HELLO, 0, nonce, wiring))
        kind, servers_nonce, callers_nonce, function, payload = self.expect(WELCOME)
        assert (callers_nonce, function, payload) == (nonce, WIRING, b"")
        return servers_nonce


def at_most_once(setup):
    """Damaged, repeated, old and foreign frames are not executed, nor is any block of frames that ever was on the line."""
    for board in BOARDS:
        line = setup.line()
        peer, node = Peer(line), setup.node(board, "server", {1: line})
        node.expect(["^ready$"])
        line.send(b"\x55noise\xaa")
        first_hello, nonce = frame(HELLO, 0, 7, WIRING), peer.ask_for_session(7)
        assert peer.ask_for_session(7) == nonce, "an offer that nobody took up stands"
        first = session_of(7, nonce)
        line.send(frame(CALL, first, 10, COUNT))
        assert peer.expect(RESULT, first, 10)[4] == b"\1\0\0\0"
        damaged = bytearray(frame(CALL, first, 11, COUNT))
        damaged[6] ^= 0x10
        for silent in (frame(CALL, first, 10, COUNT), bytes(damaged), frame(CALL, first, 11, COUNT)[:9], frame(CALL, first, 9, COUNT),
                       frame(CALL, first, 0, COUNT), frame(RESULT, first, 3, COUNT, b"\1\2\3\4"), first_hello + frame(CALL, first, 10, COUNT)):
            line.send(silent)
        for session in (0, first + 1, session_of(7, 0)):
            line.send(frame(CALL, session, 12, COUNT))
            assert peer.expect(FAILURE, session, 12)[4] == OTHER_SESSION
        line.send(frame(CALL, first, 14, COUNT, b"\1\2\3\4"))
        assert peer.expect(FAILURE, first, 14)[4] == REFUSED
        line.send(bytes(range(1, 256)) * 8 + frame(CALL, first, 2**32 - 1, COUNT))
        assert peer.expect(RESULT, first, 2**32 - 1)[4] == b"\2\0\0\0"
        line.send(frame(CALL, first, 0, COUNT) + frame(CALL, first, 1, COUNT) + frame(CALL, first, 2**32 - 1, COUNT))

        assert peer.ask_for_session(9, WIRING + 1) == 0
        second = session_of(7, peer.ask_for_session(7))
        assert second != first, "a peer that restarts as it was before gets a session of its own"
        line.send(frame(CALL, second, 1, COUNT))
        assert peer.expect(RESULT, second, 1)[4] == b"\3\0\0\0"
        line.send(first_hello + frame(CALL, first, 10, COUNT) + frame(CALL, first, 2**32 - 1, COUNT) + frame(CALL, second, 1, COUNT))
        line.send(frame(CALL, second, 2, COUNT))
        assert peer.expect(RESULT, second, 2)[4] == b"\4\0\0\0", f"executed once more on {board}"
        node.stop()
        assert node.count("another build") == 1
        line.close()


def late_answers(setup):
    """A caller takes no answer from before a restart of either end, and a call ends in any case; its numbers don't begin anew in one session."""
    for board in BOARDS:
        sessions = set()
        for life in range(2):
            line = setup.line()
            peer, node = Peer(line), setup.node(board, "lastcalls", {1: line})
            node.expect(["^ready$"])
            _, _, nonce, wiring, _ = peer.expect(HELLO, 0)
            assert wiring == WIRING
            line.send(frame(WELCOME, 5, nonce + 1, WIRING) + frame(WELCOME, 5, nonce, WIRING + 1) + frame(WELCOME, 77, nonce, WIRING))
            session = session_of(nonce, 77)
            for number in (1, 2**32 - 2, 2**32 - 1):
                peer.expect(CALL, session, number, COUNT)
                for forged in ((session + 1, number), (session, number - 1), (0, number), *((old, number) for old in sessions)):
                    line.send(frame(RESULT, *forged, COUNT, b"\x63\0\0\0"))
                line.send(frame(RESULT, session, number, COUNT, number.to_bytes(4, "little")))
                node.expect([f"^count is {number}$"])
            _, _, next_nonce, _, _ = peer.expect(HELLO, 0)
            assert next_nonce != nonce
            line.send(frame(WELCOME, 77, nonce, WIRING) + frame(WELCOME, 78, next_nonce, WIRING))
            after = session_of(next_nonce, 78)
            peer.expect(CALL, after, 1, COUNT)
            line.send(frame(FAILURE, after, 1, COUNT, OTHER_SESSION))
            node.expect([r"^trap: peer did not answer \(service.count on server\)"])
            peer.expect(HELLO, 0)
            assert not sessions & {session, after}, "each life has sessions of its own"
            sessions |= {session, after}
            node.stop()
            assert node.count("^count is") == 3 and node.count("^count is 99") == 0
            assert node.count("another build") == 1
            line.close()


def twins(setup):
    """Two nodes that start in the same state, and instruction by instruction at the same pace, agree on sessions in both directions."""
    first, second = setup.line(), setup.line()
    cable = Cable(first, second)
    twins = [setup.node("mps2-an385", "twin", {1: line}, ["-icount", "shift=4"]) for line in (first, second)]
    cable.start()
    for twin in twins:
        twin.expect([f"^call {number} was executed once$" for number in range(1, 10)])
    for twin in twins:
        twin.stop()
        assert twin.count("was not") == 0
    cable.cut()
    first.close()
    second.close()


def lossy(setup):
    """No call is executed twice, whatever happens to frames and whoever restarts; lossy.py does more of that."""
    print("    %u calls begun, %u returned, %u executed" % call_over_lossy_cable(setup, 240, 1))


def unserved(setup):
    """A node that serves nothing refuses a call at once, so that the caller need not wait for its deadline."""
    for board in BOARDS:
        line = setup.line()
        peer, node = Peer(line), setup.node(board, "unserved", {1: line})
        node.expect(["^ready$"])
        session = session_of(3, peer.ask_for_session(3))
        line.send(frame(CALL, session, 10, COUNT))
        assert peer.expect(FAILURE, session, 10, COUNT)[4] == REFUSED
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
    tests = {f.__name__: f for f in (unit, traps, busy, unaligned, failure, scheduler, host, links, at_most_once, late_answers, twins, lossy, unserved, limits, gate_cost)}
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
                place = next(frame for frame in reversed(traceback.extract_tb(error.__traceback__)) if frame.filename == __file__)
                print(f"    FAILED in line {place.lineno}, {place.line}: {error}", flush=True)
            finally:
                setup.stop_nodes()
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
