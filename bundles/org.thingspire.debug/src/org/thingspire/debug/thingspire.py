# SPDX-License-Identifier: EPL-2.0
"""What GDB has to know of WebAssembly modules. Every front end loads this file and gets the same view of a node."""

import gdb

COMPILER = "ThingSpire AoT"


def is_module_code(frame):
    """Whether a frame belongs to a module, and not to the runtime or to the wiring between modules."""
    symtab = frame.find_sal().symtab
    return symtab is not None and (symtab.producer or "").startswith(COMPILER)


class Visibility:
    """Which frames of a stack are shown, asked from the newest to the oldest.

    Backtraces show modules calling modules: what of the runtime stands between and below them is left out. Frames above the
    first module stay, because the node is halted there.
    """

    def __init__(self):
        self.seen_module = False

    def shows(self, frame):
        module = is_module_code(frame)
        self.seen_module = self.seen_module or module
        return module or not self.seen_module


class ModuleFrames:
    """Applies that to "bt"; "bt -no-filters" shows all."""

    name = "thingspire-modules"
    priority = 100
    enabled = True

    def filter(self, frames):
        visibility = Visibility()
        for decorated in frames:
            if visibility.shows(decorated.inferior_frame()):
                yield decorated


# What fits into the bits of a positive number; and a stack that GDB can't unwind may have no end.
MOST_FRAMES = 63


def newest_frames():
    """The frames of the selected thread, newest first, as far as they can be read."""
    frame = gdb.newest_frame()
    try:
        for _ in range(MOST_FRAMES):
            if frame is None:
                break
            yield frame
            frame = frame.older()
    except gdb.error:
        pass


class HiddenFrames(gdb.Function):
    """$_hidden_frames(): bit n is set if frame n is not shown; frames above 62 are.

    For front ends that get frames without filters, because GDB's machine interface leaves out the source's full name with them.
    """

    def __init__(self):
        super().__init__("_hidden_frames")

    def invoke(self):
        visibility = Visibility()
        return sum(1 << level for level, frame in enumerate(newest_frames()) if not visibility.shows(frame))


class ModuleFrame(gdb.Function):
    """$_module_frame(): the number of the newest frame that belongs to a module, or -1. Tells front ends whether a step has left it."""

    def __init__(self):
        super().__init__("_module_frame")

    def invoke(self):
        return next((level for level, frame in enumerate(newest_frames()) if is_module_code(frame)), -1)


def register():
    frame_filter = ModuleFrames()
    gdb.frame_filters[frame_filter.name] = frame_filter
    HiddenFrames()
    ModuleFrame()
    # "step" at a call of another module or of the host goes over it and not into the wiring between them.
    gdb.execute("skip -rfunction [.]import[.]", to_string=True)


register()
