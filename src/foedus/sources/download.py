"""One file over HTTP: in pieces if need be, from where the last attempt ended, within limits.

HTTP is RFC 9110: ranges in section 14, If-Range in 13.1.5, redirections in 15.4.
"""

import contextlib
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
import urllib3.exceptions

from foedus.errors import AbsentFile, FailedDownload
from foedus.sources.checksum import sha256_of
from foedus.sources.partial import Partial

__all__ = ["Download", "Patience", "Progress", "unwatched"]

Progress = Callable[[int, int | None], None]
"""Told how many bytes have arrived, and of how many (None: the server does not say)."""

BROKEN = (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError)
# Answers after which the same question may get another answer (RFC 9110, 15.5 and 15.6; RFC 6585).
PASSING = {408, 425, 429, 500, 502, 503, 504}
REDIRECTIONS = {301, 302, 303, 307, 308}
CONTENT_RANGE = re.compile(r"bytes (?:(\d+)-\d+|\*)/(\d+|\*)\Z")
PIECE = 1 << 16


def unwatched(done: int, total: int | None) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, how often to try, how much to take. Times are in seconds, sizes in bytes.

    `attempts` counts those in a row that brought nothing new; the pause before the next doubles.
    """

    connecting: float = 20.0
    silence: float = 60.0
    whole: float = 6 * 3600.0
    attempts: int = 4
    pause: float = 1.0
    longest_pause: float = 30.0
    redirections: int = 8
    largest: int = 8 << 30


class _Passing(Exception):
    """Something that another attempt may overcome."""

    def __init__(self, problem: str, wait: float = 0.0) -> None:
        super().__init__(problem)
        self.wait = wait


class Download:
    """A downloader for `pooch`: leaves the whole file under the name it is given, or raises.

    A class only because pooch wants a callable of three arguments and the rest must come along.
    """

    def __init__(
        self,
        partial: Partial,
        sha256: str | None,
        advice: str,
        patience: Patience,
        progress: Progress,
    ) -> None:
        self.partial, self.sha256, self.advice = partial, sha256, advice
        self.patience, self.progress = patience, progress
        self._ends = 0.0

    def __call__(self, url: str, output_file: str, _pooch: Any) -> None:
        """Leave the whole file that `url` leads to under the name `output_file`."""
        self._ends = time.monotonic() + self.patience.whole
        _require_http(url, url, self._failed)
        continued = self._arrive(url)
        if self.sha256 is not None and self._actual() != self.sha256 and continued:
            # Two versions of the file may have been joined: once more, from the first byte.
            self.partial.forget()
            self._arrive(url)
        self._require_checksum(url)
        self.partial.flushed().replace(Path(output_file))
        self.partial.forget()

    def _arrive(self, url: str) -> bool:
        """Make the partial file whole; tell whether an earlier part of it was continued."""
        continued, fruitless, pause = False, 0, self.patience.pause
        while True:
            before = self.partial.size
            try:
                return self._piece(url) or continued
            except _Passing as problem:
                grown = self.partial.size > before
                continued, fruitless = continued or grown, 0 if grown else fruitless + 1
                if fruitless >= self.patience.attempts:
                    raise self._failed(url, f"{problem}, {fruitless} times in a row") from None
                self._wait(url, problem, max(pause, problem.wait))
                pause = min(2 * pause, self.patience.longest_pause)

    def _piece(self, url: str) -> bool:
        """Ask for what is missing and write it; tell whether an earlier part was continued."""
        known = self._resumable(url)
        asked = self.partial.size if known else 0
        with requests.Session() as session, self._answer(session, url, asked, known) as answer:
            if answer.status_code == 416:
                return self._beyond(answer, asked)
            start, total = self._span(url, answer, asked, known)
            self._require_data(url, answer, total)
            # Bytes decoded on the way have no place in the file as the server counts it.
            told = "" if _encoded(answer) else url
            with self.partial.opened(told, _validator(answer), total, start) as file:
                done = start
                for piece in self._pieces(answer):
                    done += len(piece)
                    self._require_limits(url, done)
                    file.write(piece)
                    self.progress(done, total)
        if total is not None and done != total:
            raise _Passing(f"the connection closed after {done:,} of {total:,} bytes")
        return start > 0

    def _resumable(self, url: str) -> tuple[str | None, int | None] | None:
        known = self.partial.known(url)
        if known is None or (known[0] is None and self.sha256 is None):
            self.partial.forget()
            return None
        return known

    @contextlib.contextmanager
    def _answer(
        self,
        session: requests.Session,
        url: str,
        asked: int,
        known: tuple[str | None, int | None] | None,
    ) -> Iterator[requests.Response]:
        headers = {"Accept-Encoding": "identity", "User-Agent": "foedus"}
        if asked:
            headers["Range"] = f"bytes={asked}-"
            if known and known[0]:
                headers["If-Range"] = known[0]
        try:
            answer = self._redirected(session, url, headers)
        except requests.exceptions.SSLError as error:
            raise self._failed(url, f"its certificate cannot be verified ({error})") from error
        except BROKEN as error:
            raise _Passing(_said(error)) from error
        except requests.RequestException as error:
            raise self._failed(url, _said(error)) from error
        with answer:
            yield answer

    def _redirected(
        self, session: requests.Session, url: str, headers: dict[str, str]
    ) -> requests.Response:
        waits = (self.patience.connecting, self.patience.silence)
        at, passed = url, [url]
        for _ in range(self.patience.redirections + 1):
            answer = session.get(
                at, headers=headers, stream=True, allow_redirects=False, timeout=waits
            )
            if answer.status_code not in REDIRECTIONS:
                return answer
            answer.close()
            target = urljoin(at, answer.headers.get("Location", ""))
            _require_http(url, target, self._failed)
            if at.startswith("https:") and target.startswith("http:") and not self.sha256:
                raise self._failed(url, f"sent on from https to the open {target}")
            at = target
            passed.append(at)
        circle = "in a circle" if len(set(passed)) < len(passed) else "again and again"
        raise self._failed(url, f"sent on {circle}: {' → '.join(passed[:4])} …")

    def _span(
        self,
        url: str,
        answer: requests.Response,
        asked: int,
        known: tuple[str | None, int | None] | None,
    ) -> tuple[int, int | None]:
        """Return the first byte of the answer and the length of the whole file."""
        if answer.status_code in PASSING:
            wait = answer.headers.get("Retry-After", "")
            seconds = float(wait) if wait.isdigit() else 0.0
            raise _Passing(
                f"the server answered {answer.status_code} {answer.reason}",
                min(seconds, self.patience.longest_pause),
            )
        if answer.status_code == 206:
            start, total = _content_range(answer)
            changed = known and None not in (known[1], total) and known[1] != total
            if start != asked or changed:
                self.partial.forget()
                raise _Passing("the server sent another part than the one asked for")
            return asked, total
        if answer.status_code != 200:
            said = f"the server answered {answer.status_code} {answer.reason}"
            if answer.status_code in (404, 410):
                raise AbsentFile(f"{url}: {said}. {self.advice}".rstrip())
            raise self._failed(url, said)
        return 0, None if _encoded(answer) else _length(answer)

    def _beyond(self, answer: requests.Response, asked: int) -> bool:
        """Nothing is left to ask for: the file is whole, unless it has changed meanwhile."""
        if asked and _content_range(answer)[1] == asked:
            return True
        self.partial.forget()
        raise _Passing("the file is shorter than what had arrived of it")

    def _pieces(self, answer: requests.Response) -> Iterator[bytes]:
        try:
            yield from answer.raw.stream(PIECE, decode_content=_encoded(answer))
        except (urllib3.exceptions.HTTPError, *BROKEN) as error:
            raise _Passing(_said(error)) from error

    def _require_data(self, url: str, answer: requests.Response, total: int | None) -> None:
        kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if self.sha256 is None and kind in ("text/html", "application/xhtml+xml"):
            raise self._failed(url, "the server answered with a web page instead of the file")
        if total is not None:
            self._require_limits(url, total)

    def _require_limits(self, url: str, size: int) -> None:
        if size > self.patience.largest:
            self.partial.forget()
            raise self._failed(url, f"larger than the limit of {self.patience.largest:,} bytes")
        if time.monotonic() > self._ends:
            raise self._failed(url, f"not whole after {self.patience.whole:,.0f} seconds")

    def _require_checksum(self, url: str) -> None:
        if self.sha256 is not None and (actual := self._actual()) != self.sha256:
            size = self.partial.size
            self.partial.forget()
            raise self._failed(
                url,
                f"the file that came ({size:,} bytes) is not the one expected: SHA-256 expected "
                f"{self.sha256}, actual {actual}; it was deleted. The publisher may have replaced "
                "the file, or something on the way has changed it",
            )

    def _actual(self) -> str:
        # An empty answer may leave no file.
        self.partial.path.touch()
        return sha256_of(self.partial.path)

    def _wait(self, url: str, problem: _Passing, seconds: float) -> None:
        if time.monotonic() + seconds > self._ends:
            raise self._failed(
                url, f"{problem}; not whole after {self.patience.whole:,.0f} seconds"
            )
        time.sleep(seconds)

    def _failed(self, url: str, problem: str) -> FailedDownload:
        kept = self.partial.size
        goes_on = f" {kept:,} bytes are kept: the next attempt goes on from there." if kept else ""
        advice = f" {self.advice}" if self.advice else ""
        return FailedDownload(f"{url}: {problem}.{goes_on}{advice}")


def _require_http(url: str, target: str, failed: Callable[[str, str], FailedDownload]) -> None:
    parts = urlsplit(target)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        sent = "sent on to" if target != url else "this is"
        raise failed(url, f"{sent} '{target}', no http or https address")


def _validator(answer: requests.Response) -> str | None:
    if _encoded(answer):
        return None
    mark = answer.headers.get("ETag", "")
    if mark and not mark.startswith("W/"):
        return str(mark)
    return answer.headers.get("Last-Modified") or None


def _encoded(answer: requests.Response) -> bool:
    return answer.headers.get("Content-Encoding", "identity").strip().lower() not in (
        "",
        "identity",
    )


def _length(answer: requests.Response) -> int | None:
    said = answer.headers.get("Content-Length", "")
    return int(said) if said.isdigit() else None


def _content_range(answer: requests.Response) -> tuple[int | None, int | None]:
    found = CONTENT_RANGE.match(answer.headers.get("Content-Range", ""))
    if found is None:
        return None, None
    start, total = found.groups()
    return None if start is None else int(start), None if total == "*" else int(total)


def _said(error: Exception) -> str:
    if isinstance(error, requests.Timeout | urllib3.exceptions.TimeoutError):
        return "the server did not answer in time"
    if isinstance(error, requests.ConnectionError):
        return "no connection to the server"
    if isinstance(error, urllib3.exceptions.HTTPError | requests.exceptions.ChunkedEncodingError):
        return "the connection broke"
    return str(error) or type(error).__name__
