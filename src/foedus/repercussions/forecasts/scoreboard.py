"""A file of forecasts to which lines are only ever added, and what shows if more was done.

One JSON object a line: a forecast, or the resolution of one. Each names the hash of the line
`before` it and its own, over that and all it says, so that a line changed, taken out or put in
breaks the chain at a place that is named. Lines cut off at the end break no chain: beside the file
stands FILE.head, which says how many lines there were and the hash of the last.

A line is written in one piece under a lock. What a crash left of one stands at the end without its
line break; the next to write puts it into FILE.torn, and reading says that it is there.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from foedus.errors import Fault, FaultyInput, FoedusError
from foedus.sources.alone import alone_in

__all__ = ["FILE", "Scoreboard", "added", "content_id", "scoreboard_at"]

FILE: Final = "forecasts.jsonl"
"""What the scoreboard of a case is called."""
_KINDS: Final = ("forecast", "resolution")

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """The lines of a scoreboard, whole and in their order; `torn` is what a crash left behind.

    `head` is the hash of the last line, empty for no line.
    """

    path: Path
    lines: tuple[Entry, ...]
    torn: str | None

    @property
    def head(self) -> str:
        """The hash of the last line: keep it elsewhere, and nobody can rewrite the file unseen."""
        return str(self.lines[-1]["hash"]) if self.lines else ""

    @property
    def forecasts(self) -> tuple[Entry, ...]:
        """The forecasts, in the order in which they were made."""
        return tuple(line for line in self.lines if line["kind"] == "forecast")

    @property
    def resolutions(self) -> Mapping[str, Entry]:
        """The resolution of each forecast that has one, by the forecast's id."""
        return {line["forecast"]: line for line in self.lines if line["kind"] == "resolution"}

    @property
    def open(self) -> tuple[Entry, ...]:
        """The forecasts without a resolution."""
        judged = self.resolutions
        return tuple(one for one in self.forecasts if one["id"] not in judged)

    def forecast(self, identity: str) -> Entry:
        """Return the forecast whose id begins so; raises FoedusError for none, or several."""
        found = [one for one in self.forecasts if one["id"].startswith(identity)]
        if len(found) != 1:
            many = "no forecast" if not found else f"{len(found)} forecasts"
            raise FoedusError(
                f"{many} of {self.path.name} begin with '{identity}': "
                "`foedus forecast list` shows their ids."
            )
        return found[0]


def scoreboard_at(path: Path) -> Scoreboard:
    """Return the scoreboard in a file, empty where there is none.

    Raises FaultyInput, naming the line, where a line is not what was written, one is missing or was
    put in, or lines were cut off at the end.
    """
    if not path.exists():
        if _head_file(path).exists():
            raise FaultyInput([_fault(path, None, "is gone, and its .head is still there")])
        return Scoreboard(path, (), None)
    text = path.read_bytes().decode("utf-8", errors="replace")
    whole, _, rest = text.rpartition("\n")
    torn = rest or None
    lines = tuple(_checked(path, whole.split("\n") if whole else []))
    _check_head(path, lines)
    return Scoreboard(path, lines, torn)


def added(path: Path, entries: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Add entries to the file's end, each with its place in the chain, and return the lines.

    What stands there already, by its id, is not added again. Raises what `scoreboard_at` does, and
    FoedusError where the folder cannot be written in.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with alone_in(path.parent, None):
            board = scoreboard_at(path)
            if board.torn is not None:
                _set_apart(path)
            there = {line["id"] for line in board.lines}
            written: list[Entry] = []
            head = board.head
            for entry in entries:
                if entry["id"] in there:
                    continue
                line = {**entry, "before": head}
                line["hash"] = head = _hash(line)
                there.add(entry["id"])
                written.append(line)
            if written:
                _append(path, written)
                _write_head(path, len(board.lines) + len(written), head)
            return tuple(written)
    except OSError as error:
        raise FoedusError(f"{path} could not be written: {error.strerror}.") from None


def content_id(kind: str, content: Mapping[str, Any]) -> str:
    """Return the id of an entry: a letter for its kind and a hash of all it says."""
    return f"{kind[0]}-{hashlib.sha256(_canonical(content)).hexdigest()[:16]}"


# --- Reading --------------------------------------------------------------------------------------


def _checked(path: Path, lines: list[str]) -> Iterator[Entry]:
    before, known = "", set[str]()
    for number, text in enumerate(lines, start=1):
        try:
            line = json.loads(text)
        except ValueError:
            line = None
        if not isinstance(line, dict) or line.get("kind") not in _KINDS or "hash" not in line:
            raise FaultyInput([_fault(path, number, "is no line that foedus wrote")])
        if line["hash"] != _hash(line):
            raise FaultyInput([_fault(path, number, "was changed after it was written")])
        if line.get("before") != before:
            raise FaultyInput(
                [_fault(path, number, "does not follow the line before it: one was taken out")]
            )
        if line["kind"] == "resolution" and line.get("forecast") not in known:
            raise FaultyInput([_fault(path, number, "resolves a forecast that is not there")])
        before = line["hash"]
        known.add(line["id"])
        yield line


def _check_head(path: Path, lines: tuple[Entry, ...]) -> None:
    file = _head_file(path)
    if not file.exists():
        return
    count, _, head = file.read_text(encoding="utf-8").strip().partition(" ")
    # More lines than the head says: a crash came between the two, and the lines are whole.
    least = int(count) if count.isdigit() else 0
    if len(lines) < least or (least and lines[least - 1]["hash"] != head):
        missing = f"ends with line {len(lines)} where {least} had been written"
        raise FaultyInput([_fault(path, len(lines) + 1, missing)])


def _fault(path: Path, line: int | None, problem: str) -> Fault:
    return Fault(
        str(path),
        line,
        "the scoreboard",
        problem,
        "the file as it was: take it back from where copies are kept (git); nothing may be edited",
    )


# --- Writing --------------------------------------------------------------------------------------


def _append(path: Path, lines: Iterable[Entry]) -> None:
    written = b"".join(_canonical(line) + b"\n" for line in lines)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        while written:
            written = written[os.write(handle, written) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _set_apart(path: Path) -> None:
    """Move what stands after the last line break into FILE.torn."""
    whole = path.read_bytes()
    end = whole.rfind(b"\n") + 1
    with path.with_name(f"{path.name}.torn").open("ab") as apart:
        apart.write(whole[end:] + b"\n")
        apart.flush()
        os.fsync(apart.fileno())
    os.truncate(path, end)


def _write_head(path: Path, count: int, head: str) -> None:
    file = _head_file(path)
    unfinished = file.with_name(f"{file.name}.unfinished")
    unfinished.write_text(f"{count} {head}\n", encoding="utf-8")
    unfinished.replace(file)


def _head_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.head")


def _hash(line: Mapping[str, Any]) -> str:
    said = {key: value for key, value in line.items() if key != "hash"}
    return hashlib.sha256(_canonical(said)).hexdigest()


def _canonical(value: Mapping[str, Any]) -> bytes:
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode("utf-8")
