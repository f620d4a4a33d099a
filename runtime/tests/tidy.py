# SPDX-License-Identifier: EPL-2.0
"""Runs clang-tidy on the runtime's C files, as they are compiled for a chip and for Linux. What it looks for stands in /.clang-tidy.

usage: python3 tidy.py [file.c...]          the files; none: all
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from build import Board, Builder

BOARDS = ("mps2-an385", "linux-x86_64")


def findings(builder, source):
    result = subprocess.run(["clang-tidy-19", "--quiet", str(source), "--", *builder.board.compiler[1:]],
                            capture_output=True, text=True)
    return result.stdout or (result.stderr if result.returncode else "")


def main(wanted):
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = []
        for name in BOARDS:
            builder = Builder(Board(name), Path(folder) / name)
            jobs += [pool.submit(findings, builder, source) for source in builder.sources(".c") if not wanted or source in wanted]
        found = "".join(dict.fromkeys(job.result() for job in jobs))
    print(found or f"clang-tidy: nothing found in {len(jobs)} compilations", file=sys.stderr if found else sys.stdout)
    return 1 if found or not jobs else 0


if __name__ == "__main__":
    sys.exit(main([Path(name).resolve() for name in sys.argv[1:]]))
