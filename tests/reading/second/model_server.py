"""A server on loopback that plays a language model: honest, broken or hostile, answer by answer."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler", dict[str, Any]], None]


class Model:
    """How it answers the coming requests, and what it was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.port = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def will(self, *answers: Answer) -> None:
        """Answer the next requests so, and every one after them like the last."""
        self.answers = list(answers)

    def texts(self) -> list[str]:
        """The texts of the document that it was shown."""
        return [json.loads(body["messages"][1]["content"])["text"] for body in self.asked]


class Handler(BaseHTTPRequestHandler):
    model: Model

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        model = self.model
        model.asked.append(body)
        model.paths.append(self.path)
        model.headers.append({key.lower(): value for key, value in self.headers.items()})
        answer = model.answers[0]
        if len(model.answers) > 1:
            model.answers = model.answers[1:]
        try:
            answer(self, body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def give(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[Model]:
    model = Model()
    handler = type("Bound", (Handler,), {"model": model})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    model.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def claim(quote: str, event_type: str | None = "AID", **said: Any) -> dict[str, Any]:
    """One assertion as a model gives it, every key filled."""
    return {
        "quote": quote,
        "occurrence": None,
        "event_type": event_type,
        "initiator": [],
        "target": [],
        "day": None,
        "day_words": None,
        "modality": "asserted",
        "speaker": None,
        **said,
    }


def completion(content: str, usage: object = None, **choice: Any) -> bytes:
    told: dict[str, Any] = {
        "choices": [{"message": {"role": "assistant", "content": content}, **choice}]
    }
    return json.dumps(told if usage is None else {**told, "usage": usage}).encode()


def says(*claims: Any, usage: object = None) -> Answer:
    """An answer of the right form with these assertions."""
    return says_words(json.dumps({"assertions": list(claims)}), usage)


def says_words(words: str, usage: object = None) -> Answer:
    """A completion whose message is these words."""
    return lambda handler, _body: handler.give(200, completion(words, usage))


def sends(status: int, content: bytes = b"{}", **headers: str) -> Answer:
    """An answer as bare as it comes."""
    return lambda handler, _body: handler.give(status, content, **headers)


def about(quotes: dict[str, dict[str, Any]]) -> Answer:
    """Claims about every stretch that has their words, as an honest model would give them."""

    def answer(handler: Handler, body: dict[str, Any]) -> None:
        text = json.loads(body["messages"][1]["content"])["text"]
        told = [claim(quote, **said) for quote, said in quotes.items() if quote in text]
        handler.give(200, completion(json.dumps({"assertions": told}), {"total_tokens": 100}))

    return answer
