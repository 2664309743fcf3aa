"""Asking the server for pages, with as little work of our own as Python can do."""

import socket
import threading
import time
from dataclasses import dataclass

from .place import ADDRESS


@dataclass
class Answer:
    """What came back: `status` (int), `head` (bytes), `body` (bytes), and how long it took in seconds."""

    status: int
    head: bytes
    body: bytes
    seconds: float

    def header(self, name):
        """The values of a header (bytes, lower case), as a list of str."""
        lines = self.head.split(b"\r\n")[1:]
        found = (line.partition(b":") for line in lines)
        return [value.strip().decode() for key, _, value in found if key.lower() == name]


class Connection:
    """One kept connection to the server, from an address of this machine's own (127.0.0.n)."""

    def __init__(self, port, source=1):
        self.socket = socket.create_connection((ADDRESS, port), timeout=60, source_address=(f"127.0.0.{source}", 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request):
        """Send a `request` (bytes) and wait for the whole Answer."""
        started = time.perf_counter()
        self.socket.sendall(request)
        got = b""
        while b"\r\n\r\n" not in got:
            got += self.more()
        head, _, body = got.partition(b"\r\n\r\n")
        body = self.in_pieces(body) if b"chunked" in head.lower() else self.whole(body, length_of(head))
        return Answer(int(head[9:12]), head, body, time.perf_counter() - started)

    def whole(self, body, length):
        """A body of `length` bytes, of which `body` has come already."""
        parts, missing = [body], length - len(body)
        while missing > 0:
            parts.append(self.more())
            missing -= len(parts[-1])
        return b"".join(parts)

    def in_pieces(self, body):
        """A body that comes in pieces, each after its length; the last has none."""
        while not body.endswith(b"0\r\n\r\n"):
            body += self.more()
        parts = []
        while body:
            size, _, body = body.partition(b"\r\n")
            parts.append(body[: int(size, 16)])
            body = body[int(size, 16) + 2 :]
        return b"".join(parts)

    def more(self):
        """The next bytes. Raises ConnectionError when the server closed."""
        got = self.socket.recv(262144)
        if not got:
            raise ConnectionError("The server closed the connection.")
        return got

    def close(self):
        """End the connection."""
        self.socket.close()


def length_of(head):
    """How many bytes follow a `head` (bytes), as int."""
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line[15:])
    return 0


def request_for(path, method="GET", body=b"", **headers):
    """A request as bytes. `headers`: names with _ for -."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {ADDRESS}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if method == "POST":
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def rush(port, path, seconds, at_once=8):
    """Ask for one page again and again for `seconds`. Returns (requests a second, list of wrong statuses)."""
    request, counts, wrong = request_for(path), [0] * at_once, []
    until = time.perf_counter() + seconds

    def reader(number):
        connection = Connection(port)
        while time.perf_counter() < until:
            status = connection.ask(request).status
            counts[number] += 1
            if status != 200:
                wrong.append(status)
        connection.close()

    started = time.perf_counter()
    together([lambda n=n: reader(n) for n in range(at_once)])
    return sum(counts) / (time.perf_counter() - started), wrong


def together(tasks):
    """Run functions at once, each in its thread, and wait for all. What one raised is raised here."""
    failed = []

    def run(task):
        try:
            task()
        except Exception as error:  # noqa: BLE001
            failed.append(error)

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
