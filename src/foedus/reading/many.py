"""Texts read as they are given: one, or a stream of them on every core.

Nothing here raises for what a text is: one whose language nobody could tell, or that foedus does
not read, gives a reading in which nothing is read, and a notice that says so.
"""

import datetime as dt
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, Self

from foedus.errors import BrokenReader, FoedusError, MissingLanguage
from foedus.evidence import Day
from foedus.reading.languages import READ, language_of
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from foedus.sources.documents import snapshot_of_text
from foedus.sources.snapshot import Snapshot

__all__ = ["Text", "read", "read_many"]

UNDETERMINED: Final = "und"
"""The code of a language that nobody could tell (ISO 639-2)."""

# Texts on their way for each process: enough that none waits, and few enough to hold in memory.
_AHEAD = 4
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be read, with what its user knows about it."""

    text: str
    language: str | None = None
    published: Day | dt.date | str | None = None
    name: str = "text"


def read(
    text: str,
    language: str | None = None,
    published: Day | dt.date | str | None = None,
    name: str = "text",
) -> Reading:
    """Return everything that a text says.

    `language` (ISO 639-1) and `published` (a day, or EDTF) take the place of what the text seems
    to be. A text in a language that nobody could tell, or that foedus does not read, is returned
    unread, with a notice. Raises MissingLanguage for a `language` that foedus does not read and
    ValueError for a `published` that is not EDTF.
    """
    if language is not None:
        language_of(language)
    return _reading(snapshot_of_text(text, name).told(_day(published), language))


def read_many(texts: Iterable[str | Text], processes: int | None = None) -> Iterator[Reading]:
    """Yield the reading of every text, in the order given, read on `processes` cores at once.

    By default all cores of this machine. Texts are taken from the iterable as they are needed, so
    memory does not grow with their number. What `read` raises is raised here, in the place of the
    text it is raised for; BrokenReader when a process is ended from outside, as for want of memory.
    """
    cores = processes or len(os.sched_getaffinity(0))
    if cores == 1:
        yield from (_read_one(_as_text(text)) for text in texts)
        return
    with _Processes() as reading, ThreadPoolExecutor(cores) as pool:
        waiting: deque[Future[Reading]] = deque()
        try:
            for text in texts:
                waiting.append(pool.submit(reading.read, _as_text(text)))
                if len(waiting) >= cores * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for late in waiting:
                late.cancel()


class _Processes:
    """Processes of Python that only read, one for each thread that asks.

    They are begun by name, not forked: nothing of the asking program is run or copied in them.
    """

    def __init__(self) -> None:
        self._own = threading.local()
        self._all: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._all:
            process.kill()
            process.communicate()

    def read(self, text: Text) -> Reading:
        """Return the reading of a text, or raise what reading it raised there."""
        process = self._process()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump((text.text, text.language, _day(text.published), text.name), process.stdin)
            process.stdin.flush()
            answer = pickle.load(process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            code = process.wait()
            raise BrokenReader(
                f"{text.name}: the process that read it was ended (code {code}). "
                "Read it alone, or give the machine more memory."
            ) from None
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, Reading)
        return answer

    def _process(self) -> "subprocess.Popen[bytes]":
        known: subprocess.Popen[bytes] | None = getattr(self._own, "process", None)
        if known is None:
            known = self._own.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "foedus.reading.many"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | dict.fromkeys(_THREADS, "1"),
            )
            self._all.append(known)
        return known


def _serve() -> None:
    """Read the texts that come on standard input, until there are no more."""
    answers = os.fdopen(os.dup(1), "wb")
    # What a library prints must not come among the answers.
    os.dup2(2, 1)
    while True:
        try:
            text = pickle.load(sys.stdin.buffer)
        except (EOFError, KeyboardInterrupt):
            return
        answer: Reading | Exception
        try:
            answer = _read_one(Text(*text))
        except (FoedusError, ValueError) as error:
            answer = error
        pickle.dump(answer, answers)
        answers.flush()


def _as_text(text: str | Text) -> Text:
    return Text(text) if isinstance(text, str) else text


def _read_one(text: Text) -> Reading:
    return read(text.text, text.language, text.published, text.name)


def _day(published: Day | dt.date | str | None) -> Day | None:
    if published is None or isinstance(published, Day):
        return published
    return Day(published if isinstance(published, str) else published.isoformat())


def _reading(snapshot: Snapshot) -> Reading:
    try:
        return reading_of(snapshot)
    except MissingLanguage as reason:
        stated = snapshot.metadata.language
        spoken = stated.value if stated and stated.value not in READ else UNDETERMINED
        return Reading(
            document=snapshot.id,
            name=snapshot.name,
            text=snapshot.text,
            language=spoken,
            metadata=snapshot.metadata,
            notices=(str(reason),),
        )


if __name__ == "__main__":
    _serve()
