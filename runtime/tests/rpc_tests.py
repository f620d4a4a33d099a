# SPDX-License-Identifier: EPL-2.0
"""Calls between nodes."""

from images import BOARDS
from lossy import call_over_lossy_cable
from nodes import Cable
from peer import CALL, COUNT, FAILURE, HELLO, OTHER_SESSION, REFUSED, RESULT, WELCOME, WIRING, Peer, frame, session_of


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
            # In QEMU a chip may start twice in the same microsecond, and then has its nonces again: a peer never does.
            own_nonce, own_next_nonce = 77 + 2 * life, 78 + 2 * life
            line = setup.line()
            peer, node = Peer(line), setup.node(board, "lastcalls", {1: line})
            node.expect(["^ready$"])
            _, _, nonce, wiring, _ = peer.expect(HELLO, 0)
            assert wiring == WIRING
            line.send(frame(WELCOME, 5, nonce + 1, WIRING) + frame(WELCOME, 5, nonce, WIRING + 1) + frame(WELCOME, own_nonce, nonce, WIRING))
            session = session_of(nonce, own_nonce)
            for number in (1, 2**32 - 2, 2**32 - 1):
                peer.expect(CALL, session, number, COUNT)
                for forged in ((session + 1, number), (session, number - 1), (0, number), *((old, number) for old in sessions)):
                    line.send(frame(RESULT, *forged, COUNT, b"\x63\0\0\0"))
                line.send(frame(RESULT, session, number, COUNT, number.to_bytes(4, "little")))
                node.expect([f"^count is {number}$"])
            _, _, next_nonce, _, _ = peer.expect(HELLO, 0)
            assert next_nonce != nonce
            line.send(frame(WELCOME, own_nonce, nonce, WIRING) + frame(WELCOME, own_next_nonce, next_nonce, WIRING))
            after = session_of(next_nonce, own_next_nonce)
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


def other_transport(setup):
    """Calls go over a transport that rpc was not made for: it needs three functions and no change of rpc."""
    for board in ("mps2-an385", "linux-x86_64"):
        node = setup.node(board, "loopback")
        node.expect([f"^twice {number} is {2 * number}$" for number in range(1, 6)])
        node.stop()


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
