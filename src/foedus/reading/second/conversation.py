"""Questions to one endpoint, one at a time: within limits of time, size and budget.

The form is that of OpenAI's chat completions, which llama.cpp, vLLM and Ollama serve too. No stream
is asked for. HTTP is RFC 9110: Retry-After in section 10.2.3, redirections in 15.4.
"""

import datetime as dt
import json
import time
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Final

import requests
import urllib3.exceptions

from foedus.reading.second.budget import Budget, Spent
from foedus.reading.second.claims import Unusable
from foedus.reading.second.endpoint import Endpoint
from foedus.reading.second.question import PROMPT, Question
from foedus.sources.download import Patience

__all__ = ["PATIENCE", "Conversation", "Ended"]

PATIENCE: Final = Patience(
    connecting=10.0, silence=300.0, whole=900.0, attempts=4, longest_pause=120.0, largest=1 << 20
)
"""A model on a laptop may think for minutes over a page; no honest answer has a million bytes."""

_BROKEN = (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError)
_PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
# What some servers do not know is left out, one after the other; answers are checked all the same.
_FORMS: Final = (frozenset[str](), frozenset({"temperature"}), frozenset({"response_format"}),
    frozenset({"temperature", "response_format"}))  # fmt: skip
# The server takes offence at the form of the request, or at one text (too long, filtered).
_FORM_OR_TEXT = frozenset({400, 413, 415, 422})
_SHOWN = 200


class Ended(Exception):
    """Nothing more can be asked: why, in words; `by_server` unless the budget ended it."""

    def __init__(self, why: str, *, by_server: bool = True) -> None:
        super().__init__(why)
        self.by_server = by_server


class _Passing(Exception):
    """Something that another attempt may overcome; the server may say how long to wait."""

    def __init__(self, why: str, wait: float = 0.0) -> None:
        super().__init__(why)
        self.wait = wait


class _NotUnderstood(Exception):
    """The server does not take the request in this form."""


class Conversation:
    """All that is asked of one endpoint in one run; close it when done."""

    def __init__(
        self,
        endpoint: Endpoint,
        budget: Budget,
        patience: Patience = PATIENCE,
    ) -> None:
        self.endpoint, self.budget, self.patience = endpoint, budget, patience
        self.spent = Spent()
        self._form = 0
        self._understood = False
        self._session = requests.Session()
        # What is asked of this machine goes through no proxy.
        self._session.trust_env = not endpoint.is_here
        self._session.auth = _Bearer(endpoint.key)

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def answer(self, question: Question) -> str:
        """Return what the model says to one question, whole.

        Raises Unusable when the server answers with something that is no completion, and Ended when
        it cannot be asked any more: the budget is used up, it does not answer, or it refuses.
        """
        fruitless, pause = 0, self.patience.pause
        while True:
            if over := self.spent.over(self.budget):
                raise Ended(over, by_server=False)
            try:
                return self._asked(question)
            except _NotUnderstood:
                self._form += 1
            except _Passing as problem:
                fruitless += 1
                if fruitless >= self.patience.attempts:
                    raise Ended(f"{problem}, {fruitless} times in a row") from None
                if problem.wait > self.patience.longest_pause:
                    raise Ended(f"{problem} and asks to wait {problem.wait:,.0f} seconds") from None
                time.sleep(max(pause, problem.wait))
                pause = min(2 * pause, self.patience.longest_pause)

    def _asked(self, question: Question) -> str:
        body = json.dumps(self._body(question)).encode()
        try:
            status, said = self._sent(body)
        except Unusable:
            self.spent.answer(None, len(body) + self.patience.largest)
            raise
        if status != HTTPStatus.OK:
            raise self._refused(status, said)
        answer = _json_or_none(said)
        usage = answer.get("usage") if isinstance(answer, dict) else None
        self.spent.answer(usage, len(body) + len(said))
        self._understood = True
        return self._without_key(_content(answer))

    def _refused(self, status: int, said: bytes) -> Exception:
        """What to do after a refusal: ask in a plainer form, leave the stretch, or end."""
        if status not in _FORM_OR_TEXT:
            return Ended(self._refusal(status, said))
        if self._understood:
            return Unusable(self._refusal(status, said))
        if self._form + 1 < len(_FORMS):
            return _NotUnderstood()
        return Ended(self._refusal(status, said))

    def _body(self, question: Question) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.endpoint.model,
            "messages": [
                {"role": "system", "content": PROMPT},
                {"role": "user", "content": question.data},
            ],
            "stream": False,
            "temperature": 0,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "assertions", "strict": True, "schema": question.schema},
            },
        }
        return {name: value for name, value in body.items() if name not in _FORMS[self._form]}

    def _sent(self, body: bytes) -> tuple[int, bytes]:
        """Send one request; return its status and its body, or of a refusal the beginning."""
        self.spent.request()
        ends = time.monotonic() + self.patience.whole
        try:
            with self._session.post(
                self.endpoint.address,
                data=body,
                headers={
                    "Content-Type": "application/json",
                    "Accept": "application/json",
                    "Accept-Encoding": "identity",
                    "User-Agent": "foedus",
                },
                timeout=(self.patience.connecting, self.patience.silence),
                allow_redirects=False,
                stream=True,
            ) as answer:
                self._require_no_redirection(answer)
                if answer.status_code in _PASSING:
                    raise _Passing(
                        f"the server answered {_named(answer.status_code)}",
                        _seconds(answer.headers.get("Retry-After", "")),
                    )
                return answer.status_code, self._read(answer, ends)
        except requests.exceptions.SSLError:
            raise Ended("the server's certificate cannot be verified") from None
        except (*_BROKEN, urllib3.exceptions.HTTPError) as error:
            raise _Passing(_broken(error)) from None
        except (requests.RequestException, ValueError) as error:
            raise Ended(f"the request cannot be sent ({type(error).__name__})") from None

    def _require_no_redirection(self, answer: requests.Response) -> None:
        if 300 <= answer.status_code < 400:
            # The key and the text are meant for the address given and for no other.
            raise Ended(
                f"the server answered {_named(answer.status_code)} and sends on to another "
                "address, which is not followed. Give the right address yourself"
            )

    def _read(self, answer: requests.Response, ends: float) -> bytes:
        if answer.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
            raise Unusable("its answer came packed, which was not asked for")
        pieces, size = [], 0
        while piece := answer.raw.read1(1 << 16, decode_content=False):
            pieces.append(piece)
            size += len(piece)
            if size > self.patience.largest:
                raise Unusable(f"its answer has more than {self.patience.largest:,} bytes")
            if time.monotonic() > ends:
                raise _Passing(f"its answer was not whole after {self.patience.whole:,.0f} seconds")
        return b"".join(pieces)

    def _refusal(self, status: int, said: bytes) -> str:
        """What a refusal says, as far as it can be shown: short, printable, without the key."""
        answer = _json_or_none(said)
        error = answer.get("error") if isinstance(answer, dict) else None
        message = error.get("message") if isinstance(error, dict) else error
        told = " ".join(message.split()) if isinstance(message, str) else ""
        if self.endpoint.key:
            told = told.replace(self.endpoint.key, "…")
        shown = "".join(sign if sign.isprintable() else " " for sign in told)[:_SHOWN]
        return f"the server answered {_named(status)}" + (f": {shown}" if shown else "")

    def _without_key(self, content: str) -> str:
        if self.endpoint.key and self.endpoint.key in content:
            raise Unusable("its answer repeats the key")
        return content


class _Bearer(requests.auth.AuthBase):
    """The key as a header; also keeps requests from looking for other passwords of this user."""

    def __init__(self, key: str | None) -> None:
        self._key = key

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._key:
            request.headers["Authorization"] = f"Bearer {self._key}"
        return request


def _json_or_none(said: bytes) -> Any:
    try:
        return json.loads(said)
    except (ValueError, RecursionError):
        return None


def _content(answer: Any) -> str:
    try:
        choice = answer["choices"][0]
        content = choice["message"]["content"]
    except (KeyError, IndexError, TypeError):
        content = None
    if not isinstance(content, str):
        raise Unusable("the server's answer is no chat completion")
    if choice.get("finish_reason") == "length":
        raise Unusable("its answer was cut off")
    return content


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _seconds(retry_after: str) -> float:
    """How long a server asks to wait, as a number of seconds or until a date."""
    words = retry_after.strip()
    if words.isascii() and words.isdigit():
        return float(words[:9])
    try:
        until = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    until = until if until.tzinfo else until.replace(tzinfo=dt.UTC)
    return max(0.0, (until - dt.datetime.now(dt.UTC)).total_seconds())


def _broken(error: Exception) -> str:
    if isinstance(error, requests.Timeout | urllib3.exceptions.TimeoutError):
        return "the server did not answer in time"
    if isinstance(error, requests.ConnectionError):
        return "no connection to the server"
    return "the connection broke"
