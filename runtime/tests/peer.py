# SPDX-License-Identifier: EPL-2.0
"""The other end of a node's link, in the hands of a test: frames and sessions, written down a second time."""

import time
import zlib

from nodes import PATIENCE

WIRING = 0x5EED
HELLO, CALL, RESULT, FAILURE, WELCOME = range(1, 6)
COUNT = 5                      # the function of the image "server" that counts its calls
REFUSED, OTHER_SESSION = b"\2", b"\3"


def frame(kind, session, call, function, payload=b""):
    """The wire form, written down a second time from transport/serial/frame.h and rpc/message.h."""
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
    """Written down a second time from rpc/session.c."""
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
