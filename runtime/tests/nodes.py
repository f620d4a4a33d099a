# SPDX-License-Identifier: EPL-2.0
"""Runs images as nodes, in QEMU or as processes, and stands at the other end of their UARTs."""

import re
import selectors
import socket
import subprocess
import threading
import time

# What is waited for takes a second or two; a machine that is busy may take ten times as long. After ten times that, it is not going to happen.
PATIENCE = 200


class Line:
    """The far end of a node's UART: a Unix socket that the node connects to."""

    def __init__(self, path):
        self.path = path
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(path))
        self.listener.listen()
        self.connection = None

    def accept(self):
        if self.connection is None:
            self.listener.settimeout(PATIENCE)
            self.connection, _ = self.listener.accept()
        return self.connection

    def send(self, data):
        self.accept().sendall(data)

    def receive(self, deadline):
        """What has come, at least one byte; b"" when the deadline has passed."""
        self.accept().settimeout(max(deadline - time.monotonic(), 0.001))
        try:
            return self.connection.recv(4096)
        except TimeoutError:
            return b""

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.listener.close()


class Cable(threading.Thread):
    """Joins two lines until it is cut."""

    def __init__(self, first, second):
        super().__init__(daemon=True)
        self.ends = (first, second)
        self.is_cut = False

    def run(self):
        first, second = (line.accept() for line in self.ends)
        selector = selectors.DefaultSelector()
        selector.register(first, selectors.EVENT_READ, second)
        selector.register(second, selectors.EVENT_READ, first)
        while not self.is_cut:
            for key, _ in selector.select(0.1):
                try:
                    data = key.fileobj.recv(4096)
                    if not data:
                        return
                    key.data.sendall(data)
                except OSError:
                    return

    def cut(self):
        self.is_cut = True
        self.join()


class Node:
    """A running image. Its console's lines are collected."""

    def __init__(self, board, image, uarts=None, options=()):
        uarts = uarts or {}
        if board.bare_metal:
            command = [*board.command(image), *options, "-serial", "stdio"]
            for index in range(1, board.uarts):
                command += ["-serial", f"unix:{uarts[index].path}" if index in uarts else "null"]
        else:
            command = board.command(image)
            for index, uart in uarts.items():
                command += ["--uart", f"{index}={uart.path}"]
        self.lines = []
        self.process = subprocess.Popen([str(c) for c in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            if not line.startswith("qemu-system-arm: terminating"):
                self.lines.append(line.rstrip("\r\n"))

    def expect(self, patterns):
        """Waits for lines that match the patterns, in this order, perhaps with others between them."""
        deadline, at = time.monotonic() + PATIENCE, 0
        for pattern in patterns:
            while True:
                while at < len(self.lines) and not re.search(pattern, self.lines[at]):
                    at += 1
                if at < len(self.lines):
                    at += 1
                    break
                if time.monotonic() > deadline:
                    raise AssertionError(f"no line matches: {pattern}\n" + "\n".join(self.lines[:40]))
                time.sleep(0.01)

    def count(self, pattern):
        return sum(bool(re.search(pattern, line)) for line in self.lines)

    def stop(self):
        self.process.terminate()
        code = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        return code
