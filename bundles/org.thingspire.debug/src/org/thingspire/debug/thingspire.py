# SPDX-License-Identifier: EPL-2.0
"""What GDB has to know of WebAssembly modules. Every front end loads this file and gets the same view of a node."""

import gdb

COMPILER = "ThingSpire AoT"


def is_module_code(frame):
    """Whether a frame belongs to a module, and not to the runtime or to the wiring between modules."""
    symtab = frame.find_sal().symtab
    return symtab is not None and (symtab.producer or "").startswith(COMPILER)


class ModuleFrames:
    """Backtraces show modules calling modules: what of the runtime stands between and below them is left out.

    Frames above the first module stay, because the node is halted there. "bt -no-filters" shows all.
    """

    name = "thingspire-modules"
    priority = 100
    enabled = True

    def filter(self, frames):
        seen_module = False
        for decorated in frames:
            if is_module_code(decorated.inferior_frame()):
                seen_module = True
                yield decorated
            elif not seen_module:
                yield decorated


def register():
    frame_filter = ModuleFrames()
    gdb.frame_filters[frame_filter.name] = frame_filter
    # "step" at a call of another module or of the host goes over it and not into the wiring between them.
    gdb.execute("skip -rfunction [.]import[.]", to_string=True)


register()
