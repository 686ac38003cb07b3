"""A relay before a server, which can be cut and mended: what a network does, without touching the server."""

import socket
from contextlib import suppress
from threading import Thread


class Relay:
    """Takes connections on a port of its own and passes on what it hears, both ways, until it is cut."""

    def __init__(self, port: int) -> None:
        self.to, self.lines = port, list[socket.socket]()
        self.mend(0)

    def mend(self, port: int | None = None) -> None:
        """Take connections again, on the port it had."""
        self.door = socket.create_server(("127.0.0.1", self.port if port is None else port), reuse_port=False)
        self.port: int = self.door.getsockname()[1]
        Thread(target=self.take, args=(self.door,), daemon=True).start()

    def take(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                here, _where = door.accept()
                there = socket.create_connection(("127.0.0.1", self.to))
                self.lines += [here, there]
                for one, other in ((here, there), (there, here)):
                    Thread(target=self.passes, args=(one, other), daemon=True).start()

    def passes(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while heard := one.recv(65_536):
                other.sendall(heard)
        for each in (one, other):
            each.close()

    def cut(self) -> None:
        """Nobody is taken any more, and whoever was connected is no longer."""
        with suppress(OSError):
            self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()
        for each in self.lines:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self.lines.clear()
