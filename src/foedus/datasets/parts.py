"""Tables made of several files, each a part: its name, the record of the whole, rows held twice.

The rows kept of a part stand in `<dataset>/<table>/<part>.parquet`, those that fail in
`<dataset>/<table>.failing/<part>.parquet`, each with its `part`; the record of the table,
`<dataset>/<table>.json`, lists the parts.
"""

import dataclasses
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from ibis.expr.types import Table

from foedus.datasets.holdings import PRESUMED, Holding
from foedus.ledger.engines import Engine
from foedus.reading.datasets.table import Check, DatasetTable

__all__ = ["ALREADY_HELD", "as_part", "held_in", "not_held_before", "others_of", "whole"]

ALREADY_HELD = "already held"
LONGEST = 100
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def as_part(record: Holding, before: Holding | None) -> Holding:
    """Return the record of a file as that of a part: named for the file, or for its bytes' part.

    Bytes that are a part already are that part, whatever the file is called now.
    """
    same = (one for one in before.parts if one.sha256 == record.sha256) if before else iter(())
    known = next(same, None)
    if known is None:
        return dataclasses.replace(record, part=_named(str(record.file)))
    return dataclasses.replace(record, part=known.part, file=known.file)


def held_in(before: Holding | None, record: Holding) -> Holding | None:
    """Return what is held in the place of the record: its part, or the table itself."""
    if before is None or record.part is None:
        return before
    return next((one for one in before.parts if one.part == record.part), None)


def others_of(before: Holding | None, record: Holding) -> tuple[Holding, ...]:
    """Return the parts held beside that of the record."""
    parts = before.parts if before is not None else ()
    return tuple(one for one in parts if one.part != record.part)


def whole(parts: Sequence[Holding]) -> Holding:
    """Return the record of a table made of these parts."""
    firsts, lasts = zip(*(one.covers for one in parts), strict=True)
    inherited = hashlib.sha256(" ".join(one.sha256 for one in parts).encode()).hexdigest()
    return dataclasses.replace(
        parts[-1],
        part=None,
        parts=tuple(parts),
        form=_each_once(one.form for one in parts),
        file=None,
        sha256=inherited,
        size=sum(one.size for one in parts),
        origin=f"{len(parts)} file{'s' if len(parts) > 1 else ''}",
        version=_each_once(one.version for one in parts),
        version_by=_weakest(one.version_by for one in parts),
        covers=(
            None if None in firsts else min(firsts),
            None if None in lasts else max(lasts),
        ),
        covers_told=any(one.covers_told for one in parts),
        rows_in_file=None,
        read=sum(one.read for one in parts),
        kept=sum(one.kept for one in parts),
        failing_rows=sum(one.failing_rows for one in parts),
        failing=dict(sorted(sum((Counter(one.failing) for one in parts), Counter()).items())),
        encoding=None,
        unknown_columns=tuple(dict.fromkeys(name for one in parts for name in one.unknown_columns)),
    )


def not_held_before(engine: Engine, table: DatasetTable, paths: Sequence[Path]) -> list[Check]:
    """Return the check that no row is the same record as one of these other parts; none if none."""
    if not paths:
        return []
    first, *more = table.across_files

    def failing(rows: Table) -> Table:
        others = engine.parquet(*paths).select(*table.across_files).distinct()
        agree = [rows[name].identical_to(others[name]) for name in more]
        return rows.semi_join(others, [rows[first] == others[first], *agree])

    return [
        Check(
            ALREADY_HELD,
            f"no other file of the table has a row of the same {', '.join(table.across_files)}",
            failing,
        )
    ]


def _named(file: str) -> str:
    """Return the name of a file if every engine takes it as it is, else one made of it."""
    if len(file) <= LONGEST and _PLAIN.fullmatch(file):
        return file
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", file).strip("._-")[:LONGEST]
    return f"{plain or 'file'}-{hashlib.sha256(file.encode()).hexdigest()[:8]}"


def _each_once(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))


def _weakest(ways: Iterable[str]) -> str:
    known = list(dict.fromkeys(ways))
    return PRESUMED if PRESUMED in known else ", ".join(known)
