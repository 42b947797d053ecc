"""Formats that need a parser are read in a process of their own, which may be stopped.

A page, PDF or .docx can be made to hang, crash or eat memory whatever reads it. The worker process
takes bytes on its standard input and answers text in JSON; past the time limit it is ended, past
the memory limit it answers that it ran out, and when it dies the next document gets a new one. It
is started on first use and kept, as most of the time goes into importing the parsers.
"""

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
from dataclasses import asdict
from typing import IO, Any, Final

from foedus.sources.extraction.extracted import Extracted, Unextractable
from foedus.sources.extraction.formats import Format
from foedus.sources.snapshot import Damage, Metadata, Stated

__all__ = ["TIME_LIMIT", "extracted_apart", "message", "received", "sent"]

TIME_LIMIT: Final = 60.0
"""Seconds one document may take."""

_LENGTH: Final = struct.Struct(">Q")
# Without -P a file of the current folder, which may be a hostile case, could pass for a library.
_COMMAND: Final = (sys.executable, "-P", "-m", "foedus.sources.extraction.worker")


class _Worker:
    """The worker process of this process, started when there is none or the last one died."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.owner = 0
        self.lock = threading.Lock()

    def answer(self, data: bytes, media_type: Format, limit: float) -> bytes | None:
        """Return what the worker answers; None when it died or had to be ended."""
        with self.lock:
            process = self._running()
            clock = threading.Timer(limit, process.kill)
            clock.start()
            answer = None
            try:
                assert process.stdin is not None
                assert process.stdout is not None
                sent(process.stdin, media_type.value.encode())
                sent(process.stdin, data)
                answer = received(process.stdout)
            except OSError:
                return None
            finally:
                clock.cancel()
                clock.join()
                # Without a whole answer, or ended just after it, it must not meet another document.
                if answer is None or process.poll() is not None:
                    self.end()
            return answer

    def end(self) -> None:
        """End the process, if this process started it."""
        process, self.process = self.process, None
        if process is not None and self.owner == os.getpid():
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    # What was still to be written to a dead process is of no use to anyone.
                    try:
                        pipe.close()
                    except OSError:
                        continue

    def _running(self) -> subprocess.Popen[bytes]:
        # After a fork the pipes belong to two processes: the child starts a worker of its own.
        if self.process is None or self.owner != os.getpid() or self.process.poll() is not None:
            self.end()
            self.process = subprocess.Popen(
                _COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self.owner = os.getpid()
        return self.process


_WORKER: Final = _Worker()
atexit.register(_WORKER.end)


def extracted_apart(data: bytes, media_type: Format, limit: float = TIME_LIMIT) -> Extracted:
    """Return the text of a page, PDF or .docx, read in the worker process.

    Raises Unextractable with the worker's reason, or when it takes longer than `limit` seconds or
    breaks down.
    """
    answer = _WORKER.answer(data, media_type, limit)
    if answer is None:
        raise Unextractable(
            f"cannot be read: reading it takes longer than {limit:.0f} seconds, or breaks down",
            "Open it yourself and save its text as .txt",
        )
    content: dict[str, Any] = json.loads(answer)
    if "problem" in content:
        raise Unextractable(content["problem"], content["remedy"])
    origin = tuple((offset, place) for offset, place in content["origin_of"])
    return Extracted(
        text=content["text"],
        origin_of=origin,
        metadata=_metadata(content["metadata"]),
        damages=tuple(Damage(**damage) for damage in content["damages"]),
    )


def message(extracted: Extracted) -> bytes:
    """Return what the worker answers for a document that was read."""
    return json.dumps(asdict(extracted)).encode()


def sent(pipe: IO[bytes], content: bytes) -> None:
    """Write one message to a pipe: its length, then its bytes."""
    pipe.write(_LENGTH.pack(len(content)))
    pipe.write(content)
    pipe.flush()


def received(pipe: IO[bytes]) -> bytes | None:
    """Return one message read from a pipe; None when the other end closed it before its end."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    content = pipe.read(length)
    return content if len(content) == length else None


def _metadata(content: dict[str, Any]) -> Metadata:
    authors = tuple(Stated(**author) for author in content.pop("authors"))
    stated = {key: Stated(**value) for key, value in content.items() if value is not None}
    return Metadata(authors=authors, **stated)
