# SPDX-License-Identifier: EPL-2.0
"""Parts of the runtime that need no hardware, on this machine."""

from build import RUNTIME, WARNINGS, build_files, run
from images import HERE


def unit(setup):
    """Parts without hardware, under the sanitizers for addresses and undefined behavior."""
    for test, parts in (("frame_test", ("transport/serial/frame", "transport/serial/cobs", "transport/crc32")),
                        ("message_test", ("rpc/message", "rpc/signature")),
                        ("sample_test", ("host/sample",)),
                        ("log_test", ("sdk/log",))):
        program = setup.folder / test
        sources = [HERE / "unit" / f"{test}.c"] + [RUNTIME / f"{part}.c" for part in parts]
        includes = [f"-I{RUNTIME / i}" for i in ("include", "os/linux/include", ".", "sdk/include")]
        includes.append(f"-I{build_files() / 'linux-x86_64' / 'sdk'}")
        # LLVM as it comes has no sanitizers' libraries; the distribution's gcc has. It does not know WebAssembly's attributes.
        run(["gcc", *WARNINGS, "-Wno-attributes", "-D_GNU_SOURCE", "-g", "-O1", "-fno-omit-frame-pointer",
             "-fsanitize=address,undefined", "-fno-sanitize-recover=all", *includes, *sources, "-o", program])
        run([program])
