"""The silences that `case.toml` asks about, held against the tables of mentions that it names."""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from foedus.errors import FaultyInput, Unknown
from foedus.evidence import Day
from foedus.sources.case import SilenceAsked
from foedus.sources.mention_counts import ENDINGS, mention_counts
from foedus.sources.mention_names import source_named, topic_named
from foedus.sources.toml_file import Table

__all__ = ["silences_asked"]


def silences_asked(table: Table, folder: Path) -> tuple[SilenceAsked, ...]:
    """Return what the `[[silence]]` blocks of a case ask.

    Faults are noted in `table`: those of a block, of the tables of mentions, each of which is read
    once, and of what a block asks that its table cannot tell: a source or topic that it does not
    have, with the nearest that it has, or a spell without any document.
    """
    read: dict[Path, pa.Table | None] = {}
    return tuple(_silence(inner, folder, read) for inner in table.tables("silence"))


def _silence(table: Table, folder: Path, read: dict[Path, pa.Table | None]) -> SilenceAsked:
    path = _counts(table, folder)
    asked = SilenceAsked(
        counts=path or folder,
        source=table.text("source") or "",
        about=table.text("about") or "",
        during=table.days("in"),
        baseline=table.closed_day("baseline"),
        beside=table.texts("beside", required=False),
    )
    for index, day in enumerate(asked.during):
        if day.earliest is None or day.latest is None:
            table.fault(f"'{day}' is open on one side", "both ends", "in", index)
        elif _overlap(day, asked.baseline):
            table.fault(f"'{day}' lies in the baseline", "days outside the baseline", "in", index)
    if asked.source in asked.beside:
        table.fault(f"'{asked.source}' stands beside itself", "other sources", "beside")
    table.faults_of_the_rest()
    if path is not None and (rows := _rows(table, path, read)) is not None:
        _note_unknown(table, asked, rows)
    return asked


def _counts(table: Table, folder: Path) -> Path | None:
    """Return the file of mentions a silence names, in the case folder; None where there is none."""
    name = table.text("counts") or ""
    path = folder / name
    if not name:
        return None
    expected = f"a file in the case folder that ends in {' or '.join(ENDINGS)}"
    if "\0" in name or not path.resolve().is_relative_to(folder.resolve()):
        table.fault(f"{name!a} leads outside the case", expected, "counts")
    elif not path.is_file():
        table.fault(f"'{name}' is not there", expected, "counts")
    elif path.suffix.lower() not in ENDINGS:
        table.fault(f"'{name}' has another ending", expected, "counts")
    else:
        return path
    return None


def _rows(table: Table, path: Path, read: dict[Path, pa.Table | None]) -> pa.Table | None:
    """Return the rows of a table of mentions, None where it has faults, which are noted once."""
    if path not in read:
        read[path] = None
        try:
            read[path] = mention_counts(path).rows
        except FaultyInput as faulty:
            table.faults += faulty.faults
    return read[path]


def _note_unknown(table: Table, asked: SilenceAsked, rows: pa.Table) -> None:
    """Note what a silence asks that its table of mentions cannot tell."""
    source = term = None
    try:
        source = source_named(rows, asked.source) if asked.source else None
    except Unknown as unknown:
        _note(table, unknown, "source")
    try:
        term = topic_named(rows, asked.about, source) if asked.about else None
    except Unknown as unknown:
        _note(table, unknown, "about")
    for index, other in enumerate(asked.beside):
        try:
            named = source_named(rows, other)
            if term is not None:
                topic_named(rows, term, named)
        except Unknown as unknown:
            _note(table, unknown, "beside", index)
    if source is not None and term is not None:
        _note_empty(table, asked, rows, source, term)


def _note_empty(table: Table, asked: SilenceAsked, rows: pa.Table, source: str, term: str) -> None:
    """Note the spells in which the source has no document."""
    of_it = pc.and_(pc.equal(rows["source"], source), pc.equal(rows["term"], term))
    theirs = rows.filter(pc.and_(of_it, pc.greater(rows["documents"], 0)))
    held = pc.min_max(theirs["date"]).as_py()
    expected = f"days from {held['min']} to {held['max']}" if held["min"] else "days with documents"
    for index, day in enumerate(asked.during):
        if _empty(theirs, day):
            table.fault(f"'{source}' has no document in '{day}'", expected, "in", index)
    if _empty(theirs, asked.baseline):
        told = f"'{source}' has no document in '{asked.baseline}'"
        table.fault(told, expected, "baseline")


def _note(table: Table, unknown: Unknown, key: str, index: int | None = None) -> None:
    nearest = " or ".join(unknown.nearest) or "a name that the table has"
    table.fault(str(unknown).partition(" Did you mean")[0].rstrip("."), nearest, key, index)


def _empty(rows: pa.Table, day: Day) -> bool:
    """Whether no row lies in a spell that has both ends."""
    if day.earliest is None or day.latest is None:
        return False
    inside = pc.and_(
        pc.greater_equal(rows["date"], pa.scalar(day.earliest)),
        pc.less_equal(rows["date"], pa.scalar(day.latest)),
    )
    return not pc.any(inside).as_py()


def _overlap(one: Day, two: Day) -> bool:
    if one.earliest is None or one.latest is None or two.earliest is None or two.latest is None:
        return False
    return one.earliest <= two.latest and two.earliest <= one.latest
