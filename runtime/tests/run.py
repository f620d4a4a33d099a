# SPDX-License-Identifier: EPL-2.0
"""Tests the runtime: parts of it on this machine, images in QEMU and as processes.

usage: python3 run.py [name...]               names of tests; none: all
       python3 run.py --without name,name    all but these

BUILD_FILES may name a folder that `thingspire boards --build-files` has filled; else one is made.
"""

import subprocess
import sys
import tempfile
import time
import traceback

from cost_tests import gate_cost, limits
from images import Setup
from kernel_tests import busy, failure, host, scheduler, traps, unaligned
from rpc_tests import at_most_once, late_answers, links, lossy, other_transport, twins, unserved
from unit_tests import unit

TESTS = (unit, traps, busy, unaligned, failure, scheduler, host, links, at_most_once, late_answers, twins, other_transport, lossy, unserved,
         limits, gate_cost)


def main():
    tests = {f.__name__: f for f in TESTS}
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
                frames = reversed(traceback.extract_tb(error.__traceback__))
                place = next(frame for frame in frames if frame.filename == tests[name].__code__.co_filename)
                print(f"    FAILED in line {place.lineno}, {place.line}: {error}", flush=True)
            finally:
                setup.stop_nodes()
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
