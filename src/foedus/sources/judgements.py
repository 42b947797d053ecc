"""What an analyst decided about assertions: one line of `judgements.jsonl` each, never changed.

    {"verdict": "same", "assertions": ["a-…", "a-…"], "by": "…", "on": "2024-11-25", "why": "…"}

`same` and `different` say whether assertions tell of one event; `wrong` that what was read is not
what the source says; `translated` that one assertion only translates another; `contradicts` that
assertions cannot all be true.
"""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from foedus.errors import Fault, FaultyInput
from foedus.sources.toml_file import nearest

__all__ = ["VERDICTS", "Judgement", "judgements_in"]

VERDICTS: Final = {"same": 2, "different": 2, "wrong": 1, "translated": 2, "contradicts": 2}
"""Every verdict, and how many assertions it is about at least."""
LARGEST: Final = 50_000_000
"""Bytes of a judgements file; some 300,000 judgements."""

_ID = re.compile(r"a-[0-9a-f]{16}")
_FIELDS: Final = ("verdict", "assertions", "by", "on", "why")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict on assertions: by whom, on which day and why."""

    verdict: str
    assertions: tuple[str, ...]
    by: str
    on: dt.date
    why: str

    @property
    def id(self) -> str:
        """A hash of the content: one judgement written twice is one judgement."""
        content = [self.verdict, self.assertions, self.by, self.on.isoformat(), self.why]
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return "j-" + hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16]


def judgements_in(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file in its order; blank lines are passed over.

    Raises FaultyInput with every fault of every line.
    """
    faults: list[Fault] = []
    judgements = [
        judgement
        for number, line in _lines(path)
        if (judgement := _judgement(line, str(path), number, faults)) is not None
    ]
    if faults:
        raise FaultyInput(faults)
    return tuple(judgements)


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        problem = f"cannot be opened ({error.strerror})"
        raise FaultyInput([Fault(str(path), None, "the file", problem)]) from error
    if len(content) > LARGEST:
        problem = f"has more than {LARGEST // 1_000_000} MB"
        raise FaultyInput([Fault(str(path), None, "the file", problem, "one judgement a line")])
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield number, line


def _judgement(line: bytes, file: str, number: int, faults: list[Fault]) -> Judgement | None:
    def fault(field: str, problem: str, expected: str) -> None:
        faults.append(Fault(file, number, field, problem, expected))

    before = len(faults)
    record = _record(line, fault)
    if record is None:
        return None
    for key in record:
        if key not in _FIELDS:
            fault(str(key), f"is unknown{nearest(key, _FIELDS)}", "one of " + ", ".join(_FIELDS))
    for key in ("by", "why"):
        if not isinstance(record.get(key), str) or not record[key].strip():
            fault(key, "is empty" if key in record else "is missing", "some words")
    _check_verdict(record, fault)
    on = _calendar_day(record.get("on"))
    if on is None:
        problem = f"'{record['on']}' is not a calendar day" if "on" in record else "is missing"
        fault("on", problem, 'a day, such as "2024-11-25"')
    if len(faults) > before or on is None:
        return None
    return Judgement(
        verdict=record["verdict"],
        assertions=tuple(record["assertions"]),
        by=record["by"].strip(),
        on=on,
        why=record["why"].strip(),
    )


def _record(line: bytes, fault: Any) -> dict[str, Any] | None:
    try:
        record = json.loads(line.decode())
    except UnicodeDecodeError:
        fault("the line", "is not UTF-8", "a file saved as UTF-8")
        return None
    except (ValueError, RecursionError) as error:
        where = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        fault("the line", f"is not JSON{where}", "one JSON object on one line")
        return None
    if not isinstance(record, dict):
        fault("the line", "is not a JSON object", '{"verdict": …, "assertions": […], …}')
        return None
    return record


def _check_verdict(record: dict[str, Any], fault: Any) -> None:
    verdict, ids = record.get("verdict"), record.get("assertions")
    if not isinstance(verdict, str) or verdict not in VERDICTS:
        hint = nearest(verdict, VERDICTS) if isinstance(verdict, str) else ""
        problem = f"'{verdict}' is unknown{hint}" if "verdict" in record else "is missing"
        fault("verdict", problem, "one of " + ", ".join(VERDICTS))
    if not isinstance(ids, list):
        problem = "is not a list" if "assertions" in record else "is missing"
        fault("assertions", problem, "a list of assertion ids")
        return
    for wrong in (one for one in ids if not isinstance(one, str) or not _ID.fullmatch(one)):
        fault("assertions", f"'{wrong}' is not an id of an assertion", "a- and 16 hex digits")
    least = VERDICTS.get(verdict, 1) if isinstance(verdict, str) else 1
    if len({str(one) for one in ids}) < least:
        fault("assertions", f"names {len(ids)}", f"at least {least} different ones")


def _calendar_day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
