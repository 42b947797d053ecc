"""A TOML file read field by field, with the line of every field and all its faults at once.

Files that people write by hand come in here: `case.toml`, and the `.toml` beside a document.
A field that is wrong is noted and read as None, so that one reading finds every fault.
"""

import datetime as dt
import difflib
import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

from foedus.errors import Fault, FaultyInput
from foedus.evidence import Day
from foedus.sources.toml_lines import Where, lines_of

__all__ = ["EDTF", "Table", "nearest", "toml_at"]

LARGEST: Final = 1_000_000
"""Bytes: a hand-written file is thousands of times smaller than this."""
EDTF: Final = "a date in EDTF, such as 2024-06-19, 2024-06 or 2000/2024-12-31"

_PLACE = re.compile(
    r"(?P<what>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|.*)\)\Z", re.S
)


class Table:
    """One table of a TOML file; what is read from it is checked, and faults are gathered.

    Every method reads one field: it returns None (or nothing) for a field that is absent or wrong,
    having noted the fault. Call `faults_of_the_rest` once all fields are read.
    """

    def __init__(self, file: str, values: dict[str, Any], text: str, faults: list[Fault]) -> None:
        self.file, self.faults = file, faults
        self._values, self._text = values, text
        self._where: Where = ()
        self._read: set[str] = set()

    def text(self, key: str, *, required: bool = True) -> str | None:
        """Return a piece of text that is not blank."""
        value = self._value(key, required)
        if value is None:
            return None
        if not isinstance(value, str):
            self.fault(f"is {_kind(value)}", "text in quotation marks", key)
            return None
        if not value.strip():
            self.fault("is empty", "some words", key)
            return None
        return value.strip()

    def chosen(self, key: str, choices: Collection[str], *, required: bool = True) -> str | None:
        """Return a text that is one of `choices`."""
        value = self.text(key, required=required)
        if value is None or value in choices:
            return value
        self.fault(f"'{value}' is not known{nearest(value, choices)}", _one_of(choices), key)
        return None

    def texts(self, key: str, *, required: bool = True, least: int = 0) -> tuple[str, ...]:
        """Return a list of texts that are not blank and do not repeat; at least `least` of them."""
        values = self._list(key, required, "a list of texts")
        if values is None:
            return ()
        kept: list[str] = []
        for index, value in enumerate(values):
            if not isinstance(value, str) or not value.strip():
                what = "is empty" if isinstance(value, str) else f"is {_kind(value)}"
                self.fault(what, "text in quotation marks", key, index)
            elif value in kept:
                self.fault(f"'{value}' stands twice", "each one once", key, index)
            else:
                kept.append(value)
        if len(values) < least:
            self.fault(f"has {len(values)} entries", f"at least {least}", key)
        return tuple(kept)

    def share(self, key: str) -> float | None:
        """Return a number between 0 and 1, both included."""
        value = self._value(key, True)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.fault(f"is {_kind(value)}", "a number between 0 and 1, such as 0.4", key)
            return None
        if not 0 <= value <= 1:
            self.fault(f"{value} lies outside", "a number between 0 and 1, such as 0.4", key)
            return None
        return float(value)

    def day(self, key: str, *, required: bool = True) -> Day | None:
        """Return a date in EDTF, written as text or as a TOML date."""
        value = self._value(key, required)
        return None if value is None else self._day(value, key)

    def closed_day(self, key: str) -> Day:
        """Return a date or interval whose both ends are known.

        A field that is wrong gives all of time, which nobody sees: the fault is raised first.
        """
        day = self.day(key)
        if day is not None and (day.earliest is None or day.latest is None):
            self.fault(f"'{day}' is open on one side", "both ends, as in 2000/2024-12-31", key)
        return day or Day("0001/9999")

    def days(self, key: str) -> tuple[Day, ...]:
        """Return a list of dates in EDTF, at least one."""
        values = self._list(key, True, "a list of dates")
        if values is not None and not values:
            self.fault("has no entry", "at least one date", key)
        days = (self._day(value, key, index) for index, value in enumerate(values or ()))
        return tuple(day for day in days if day is not None)

    def table(self, key: str) -> "Table":
        """Return the table `[key]`; an empty one when the file has none."""
        value = self._value(key, False)
        if value is not None and not isinstance(value, dict):
            self.fault(f"is {_kind(value)}", f"a table: [{key}]", key)
        return self._inner(value if isinstance(value, dict) else {}, (key,))

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the tables `[[key]]` in order; none when the file has none."""
        values = self._value(key, False) or []
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self.fault(f"is {_kind(values)}", f"tables that each begin with [[{key}]]", key)
            return ()
        return tuple(self._inner(value, (key, index)) for index, value in enumerate(values))

    def fields(self) -> tuple[str, ...]:
        """Return the names of all fields, in the order of the file."""
        return tuple(self._values)

    def fault(self, problem: str, expected: str, key: str = "", index: int | None = None) -> None:
        """Note a fault of the field `key` (of its entry `index`), or of the table itself."""
        where = (*self._where, *((key,) if key else ()), *(() if index is None else (index,)))
        self.faults.append(Fault(self.file, self._line(where), _name(where), problem, expected))

    def faults_of_the_rest(self) -> None:
        """Note a fault for every field that nobody asked for, with the nearest one that exists."""
        for key in self._values:
            if key not in self._read:
                self.fault(f"is unknown{nearest(key, self._read)}", _one_of(self._read), key)

    def raise_faults(self) -> None:
        """Raise FaultyInput with every fault noted, or return when there is none."""
        if self.faults:
            raise FaultyInput(self.faults)

    def _value(self, key: str, required: bool) -> Any:
        self._read.add(key)
        if required and key not in self._values:
            self.fault("is missing", f"a line `{key} = …`", key)
        return self._values.get(key)

    def _list(self, key: str, required: bool, expected: str) -> list[Any] | None:
        value = self._value(key, required)
        if value is None or isinstance(value, list):
            return value
        self.fault(f"is {_kind(value)}", f"{expected} in square brackets", key)
        return None

    def _day(self, value: object, key: str, index: int | None = None) -> Day | None:
        if isinstance(value, dt.date):
            value = value.isoformat()[:10]
        if not isinstance(value, str):
            self.fault(f"is {_kind(value)}", EDTF, key, index)
            return None
        try:
            return Day(value.strip())
        except ValueError as wrong:
            self.fault(str(wrong), EDTF, key, index)
            return None

    def _inner(self, values: dict[str, Any], below: Where) -> "Table":
        inner = Table(self.file, values, self._text, self.faults)
        inner._where = (*self._where, *below)
        return inner

    def _line(self, where: Where) -> int | None:
        lines = lines_of(self._text)
        while where and where not in lines:
            where = where[:-1]
        return lines.get(where)


def toml_at(path: Path) -> Table:
    """Return the table a TOML file holds.

    Raises FaultyInput when it cannot be read at all: too large, not UTF-8, or not TOML.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise _unreadable(
            path, None, f"cannot be opened ({error.strerror})", "a file to read"
        ) from error
    if len(content) > LARGEST:
        raise _unreadable(path, None, "has more than a million bytes", "a file written by hand")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _unreadable(path, line, "is not UTF-8", "a file saved as UTF-8") from None
    return Table(str(path), _parsed(path, text), text, [])


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.match(str(error))
        what = found["what"] if found else str(error)
        line = int(found["line"]) if found and found["line"] else len(text.splitlines())
        column = f" at column {found['column']}" if found and found["column"] else " at the end"
        problem = f"{what[:1].lower()}{what[1:]}{column}"
    except RecursionError:
        line, problem = 1, "brackets are nested too deeply"
    raise _unreadable(path, line, problem, "key = value, as in https://toml.io")


def nearest(word: str, known: Collection[str]) -> str:
    """Return " (did you mean …?)" for the known word most like `word`, or nothing."""
    by_lower = {one.lower(): one for one in known}
    close = difflib.get_close_matches(word.lower(), by_lower, 1, 0.6)
    return f" (did you mean {by_lower[close[0]]}?)" if close else ""


def _unreadable(path: Path, line: int | None, problem: str, expected: str) -> FaultyInput:
    return FaultyInput([Fault(str(path), line, "the file", problem, expected)])


def _name(where: Where) -> str:
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in where)
    return name.removeprefix(".")


def _one_of(choices: Collection[str]) -> str:
    return "one of " + ", ".join(sorted(choices))


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "text"}
    names |= {list: "a list", dict: "a table", dt.time: "a time of day"}
    return names.get(type(value), "a date")
