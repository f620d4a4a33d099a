# SPDX-License-Identifier: EPL-2.0
"""Traps, invocations, threads and host functions, in nodes without links."""

import subprocess

from images import BOARDS, OTHER_BOARDS

# There, QEMU lets pass what goes to addresses where nothing is.
WITHOUT_BUS_FAULTS = {"lm3s6965evb"}


def traps(setup):
    """Each kind of trap is reported once and contained; neighbors run on."""
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
                     *last, "^still running$", "^neighbor$", "^neighbor$"])
        node.stop()
        found, expected = node.count("^trap:"), 10 + len(last)
        assert found == expected, f"{found} traps on {board}, not {expected}"
        names = trap_functions(setup, board, node)
        wanted = ["step", "step", "recurse", "callee_traps", "callee_calls_back"]
        assert names[:5] == wanted, f"traps on {board} are in {names[:5]}, not {wanted}"


def trap_functions(setup, board, node):
    """The functions that the reported addresses lie in, inlined ones resolved to the outermost."""
    addresses = [line.split(" at ")[1].split()[0] for line in node.lines if line.startswith("trap:")]
    command = [*setup.builder(board).board.symbolizer, "--no-inlines", "-s", "-e", setup.image(board, "traps"), *addresses]
    output = subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout
    return [entry.splitlines()[0] for entry in output.strip().split("\n\n")]


def busy(setup):
    """Modules that call each other at the same time don't hang: who has waited for a second traps, and the others go on."""
    for board in ("mps2-an385", "linux-x86_64"):
        node = setup.node(board, "busy")
        node.expect([r"^trap: module busy for too long \((left|right)\) at 0x[0-9a-f]*[1-9a-f][0-9a-f]* in (left|right)$",
                     "^(left has called right|right has called left)$"])
        node.expect(["^trap: module busy for too long at 0x0+ in slow$", "^slow has ended$", "^slow was free$"])
        node.expect([r"^trap: module busy for too long \((left|right)\)"] * 2)
        node.stop()


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
