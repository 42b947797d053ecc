"""A publisher on loopback whose server can be made to misbehave, one answer after another."""

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[["Handler", bytes], None]

# 300,000 bytes that repeat nowhere within a piece: a part joined in the wrong place is noticed.
DATA = b"".join(f"{n:09d}\n".encode() for n in range(30_000))
SHA256 = hashlib.sha256(DATA).hexdigest()
ETAG = '"first"'


class Publisher:
    """What it publishes, how it answers the coming requests, and what it was asked."""

    def __init__(self) -> None:
        self.data = DATA
        self.etag = ETAG
        self.answers: list[Answer] = []
        self.asked: list[dict[str, str]] = []
        self.port = 0

    def url(self, path: str = "data.csv") -> str:
        return f"http://127.0.0.1:{self.port}/{path}"

    def will(self, *answers: Answer) -> str:
        """Answer the next requests so, and every one after them like the last."""
        self.answers = list(answers)
        return self.url()


class Handler(BaseHTTPRequestHandler):
    publisher: Publisher

    def do_GET(self) -> None:
        publisher = self.publisher
        publisher.asked.append({key.lower(): value for key, value in self.headers.items()})
        answers = publisher.answers or [whole]
        answer = answers[0]
        if len(answers) > 1:
            publisher.answers = answers[1:]
        try:
            answer(self, publisher.data)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def head(self, status: int, length: int | None, **headers: str) -> None:
        self.send_response(status)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass

    @property
    def start(self) -> int:
        """The first byte asked for, if what is asked for is still the same file."""
        asked = self.headers.get("Range")
        same = self.headers.get("If-Range") in (None, self.publisher.etag)
        return int(asked.removeprefix("bytes=").removesuffix("-")) if asked and same else 0


def whole(handler: Handler, data: bytes) -> None:
    """As a good server does: the rest when asked for the rest."""
    start, etag = handler.start, handler.publisher.etag
    if start and start >= len(data):
        handler.head(416, 0, Content_Range=f"bytes */{len(data)}")
    elif start:
        span = f"bytes {start}-{len(data) - 1}/{len(data)}"
        handler.head(206, len(data) - start, Content_Range=span, ETag=etag)
        handler.wfile.write(data[start:])
    else:
        handler.head(200, len(data), ETag=etag)
        handler.wfile.write(data)


def broken_after(size: int) -> Answer:
    """Announces everything that is left, sends so many bytes, and hangs up."""

    def answer(handler: Handler, data: bytes) -> None:
        start, etag = handler.start, handler.publisher.etag
        if start:
            span = f"bytes {start}-{len(data) - 1}/{len(data)}"
            handler.head(206, len(data) - start, Content_Range=span, ETag=etag)
        else:
            handler.head(200, len(data), ETag=etag)
        handler.wfile.write(data[start : start + size])
        handler.wfile.flush()
        handler.close_connection = True

    return answer


def deaf_to_ranges(inner: Answer = whole) -> Answer:
    def answer(handler: Handler, data: bytes) -> None:
        del handler.headers["Range"]
        inner(handler, data)

    return answer


def without_validator(inner: Answer) -> Answer:
    def answer(handler: Handler, data: bytes) -> None:
        handler.publisher.etag = 'W/"weak"'
        inner(handler, data)

    return answer


def status(code: int, **headers: str) -> Answer:
    return lambda handler, _: handler.head(code, 0, **headers)


def sent_on(target: str, code: int = 302) -> Answer:
    return lambda handler, _: handler.head(code, 0, Location=target)


def sending(body: bytes, **headers: str) -> Answer:
    def answer(handler: Handler, _: bytes) -> None:
        handler.head(200, len(body), **headers)
        handler.wfile.write(body)

    return answer


def without_length(body: bytes) -> Answer:
    def answer(handler: Handler, _: bytes) -> None:
        handler.head(200, None)
        handler.wfile.write(body)
        handler.close_connection = True

    return answer


def lying_about_length(said: int) -> Answer:
    def answer(handler: Handler, data: bytes) -> None:
        handler.head(200, said)
        handler.wfile.write(data)
        handler.close_connection = True

    return answer


def another_part(handler: Handler, data: bytes) -> None:
    """Asked for the rest, sends the beginning and calls it a part."""
    span = f"bytes 0-{len(data) - 1}/{len(data)}"
    handler.head(206, len(data), Content_Range=span, ETag=handler.publisher.etag)
    handler.wfile.write(data)


def silent(seconds: float) -> Answer:
    def answer(handler: Handler, data: bytes) -> None:
        time.sleep(seconds)
        whole(handler, data)

    return answer


def dripping(pieces: int, pause: float) -> Answer:
    def answer(handler: Handler, data: bytes) -> None:
        handler.head(200, len(data), ETag=handler.publisher.etag)
        step = -(-len(data) // pieces)
        for start in range(0, len(data), step):
            handler.wfile.write(data[start : start + step])
            handler.wfile.flush()
            time.sleep(pause)

    return answer


@contextmanager
def publishing() -> Iterator[Publisher]:
    publisher = Publisher()
    kind = type("Handler", (Handler,), {"publisher": publisher})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        server.daemon_threads = True
        publisher.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield publisher
        finally:
            server.shutdown()
            thread.join()
