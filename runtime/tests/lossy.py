# SPDX-License-Identifier: EPL-2.0
"""Calls over a cable that loses, damages, repeats, delays and reorders frames, between nodes that are started again and again.

usage: python3 lossy.py [calls [seed]]
"""

import random
import selectors
import sys
import tempfile
import threading
import time
from collections import Counter

from nodes import PATIENCE

CALLS_IN_A_LIFE = 60
BOARD = "linux-x86_64"


class LossyCable(threading.Thread):
    """Joins two lines. What it has carried in any life of the nodes it may carry again."""

    def __init__(self, first, second, dice, carried):
        super().__init__(daemon=True)
        self.lines, self.dice, self.carried, self.is_cut = (first, second), dice, carried, False

    def run(self):
        ends = [line.accept() for line in self.lines]
        rests, self.held = [b"", b""], ([], [])
        selector = selectors.DefaultSelector()
        for index, end in enumerate(ends):
            selector.register(end, selectors.EVENT_READ, index)
        try:
            while not self.is_cut:
                for key, _ in selector.select(0.05):
                    data = key.fileobj.recv(4096)
                    if not data:
                        return
                    *frames, rests[key.data] = (rests[key.data] + data).split(b"\0")
                    for frame in filter(None, frames):
                        for sent in self.faulty(key.data, frame):
                            ends[1 - key.data].sendall(b"\0" + sent + b"\0")
        except OSError:
            pass # one of the nodes has ended

    def faulty(self, index, frame):
        """What comes out at the other end when a frame goes in."""
        carried, held = self.carried[index], self.held[index]
        carried.append(frame)
        at = self.dice.randrange(len(frame))
        fate = self.dice.randrange(100)
        if fate < 4:
            return []
        if fate < 7:
            return [frame[:at] + bytes([frame[at] ^ 1 << self.dice.randrange(8)]) + frame[at + 1:]]
        if fate < 15:
            return [frame, frame]
        if fate < 18:
            held.append(frame)
            return []
        if fate < 30:
            begin = self.dice.randrange(len(carried))
            return [frame, *carried[begin:begin + self.dice.randrange(1, 8)]]
        if fate < 40 and held:
            return [frame, held.pop(0)]
        return [frame]

    def cut(self):
        self.is_cut = True
        self.join()


def call_over_lossy_cable(setup, calls, seed):
    """Returns how many calls were begun, returned and executed; fails if one was executed twice, had a wrong result or did not end."""
    dice, carried, nodes, begun = random.Random(seed), ([], []), {}, 0
    consoles = []
    while begun < calls:
        lines = {"lossy_caller": setup.line(), "lossy_server": setup.line()}
        # One of the two is started anew, or both; whoever stays gets its end of the cable back on the same line.
        restarted = dice.choice((["lossy_caller"], ["lossy_server"], list(lines))) if nodes else list(lines)
        for name in lines:
            if name in restarted:
                if name in nodes:
                    nodes[name][0].stop()
                    nodes[name][1].close()
                nodes[name] = (setup.node(BOARD, name, {1: lines[name]}), lines[name])
                consoles.append(nodes[name][0].lines)
            else:
                lines[name].close()
        cable = LossyCable(nodes["lossy_caller"][1], nodes["lossy_server"][1], dice, carried)
        cable.start()
        caller = nodes["lossy_caller"][0]
        wanted = caller.count("^begun") + CALLS_IN_A_LIFE
        end = time.monotonic() + PATIENCE
        while caller.count("^begun") < wanted:
            assert time.monotonic() < end, "a call does not end: " + caller.lines[-1]
            assert caller.process.poll() is None and cable.is_alive(), "\n".join(caller.lines[-5:])
            time.sleep(0.02)
        cable.cut()
        begun += CALLS_IN_A_LIFE
    for node, line in nodes.values():
        node.stop()
        line.close()
    return judge([line for console in consoles for line in console])


def judge(lines):
    executed = Counter(line.split()[1] for line in lines if line.startswith("executed"))
    begun = [line.split()[1] for line in lines if line.startswith("begun")]
    returned = {line.split()[1] for line in lines if line.startswith("returned")}
    twice = [call for call, times in executed.items() if times > 1]
    assert not twice, f"executed more than once: {twice[:5]}"
    assert not any(line.startswith("wrong") for line in lines), "a wrong result"
    assert returned <= executed.keys() <= set(begun) and len(set(begun)) == len(begun)
    return len(begun), len(returned), len(executed)


if __name__ == "__main__":
    from images import Setup

    with tempfile.TemporaryDirectory() as folder:
        calls, seed = (*map(int, sys.argv[1:3]), *(10000, 1)[len(sys.argv) - 1:])
        print("%u calls begun, %u returned, %u executed, none twice" % call_over_lossy_cable(Setup(folder), calls, seed))
