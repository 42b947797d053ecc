"""Files of OpenSanctions: `targets.simple.csv`, and entities as lines of JSON (FollowTheMoney).

Their forms are documented at https://www.opensanctions.org/docs/bulk/. Of the CSV are read: `id`,
`schema`, `name`, `countries`, `sanctions`, `program_ids` where there is one, `dataset`,
`first_seen`, `last_seen`. It does not say since when somebody is listed: `first_seen` is when
OpenSanctions first saw it, so the listing begins on that day or before. `sanctions` and `dataset`
name lists in free words, from which no sender is guessed.

Of the lines of JSON are read the entities of schema `Sanction` (who imposes it in `country` and
`authority`, since when in `listingDate` or `startDate`, until when in `endDate`) and the entities
they point to; an entity that no sanction points to is left out.
"""

import csv
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from foedus.errors import Fault, FaultyInput
from foedus.evidence import Day, Spell
from foedus.reading.sanctions_lists.listing import Listing, SanctionsList
from foedus.sources.checksum import sha256_of

__all__ = ["LARGEST", "LONGEST", "entities_of_opensanctions", "targets_of_opensanctions"]

LARGEST: Final = 4_000_000_000
"""Bytes of a file: all of OpenSanctions as JSON is about half of this."""
LONGEST: Final = 10_000_000
"""Characters of a line or cell: the longest entity is far below."""
_SIMPLE: Final = ("id", "schema", "name", "countries", "sanctions", "dataset", "first_seen")


def targets_of_opensanctions(path: Path) -> SanctionsList:
    """Return the targets of a `targets.simple.csv`.

    Raises FaultyInput when it cannot be opened, is too large, is no CSV in UTF-8, lacks a column,
    or has a row without id or name, or with a day that is none.
    """
    _check_size(path)
    faults: list[Fault] = []
    listings: list[Listing] = []
    seen: list[dt.date] = []
    before = csv.field_size_limit(LONGEST)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            lacking = [name for name in _SIMPLE if name not in (rows.fieldnames or ())]
            if lacking:
                raise _refused(path, f"has no column {', '.join(lacking)}", "targets.simple.csv")
            for row in rows:
                one = _target(row, path, rows.line_num, faults)
                if one is not None:
                    listings.append(one)
                last = _date((row.get("last_seen") or "")[:10])
                seen += [last] if last else []
    except UnicodeDecodeError:
        raise _refused(path, "is not UTF-8", "targets.simple.csv as published") from None
    except csv.Error as error:
        raise _refused(path, f"is no CSV ({error})", "targets.simple.csv as published") from None
    finally:
        csv.field_size_limit(before)
    return _list(path, listings, faults, max(seen, default=None))


def _target(row: dict[str, Any], path: Path, line: int, faults: list[Fault]) -> Listing | None:
    first = (row["first_seen"] or "")[:10]
    day = _date(first)
    if not row["id"] or not row["name"]:
        faults.append(Fault(str(path), line, "id", "a target has no id or no name", "both"))
        return None
    if first and day is None:
        problem = f"'{first}' is no day"
        faults.append(Fault(str(path), line, "first_seen", problem, "a day such as 2024-06-19"))
        return None
    said = row["sanctions"] or row["dataset"] or ""
    return Listing(
        key=row["id"],
        name=row["name"],
        kind=row["schema"] or "",
        spell=Spell(Day.between(None, day) if day else None),
        programme=row.get("program_ids") or None,
        states=tuple(filter(None, (one.strip() for one in (row["countries"] or "").split(";")))),
        reason=said or None,
    )


def entities_of_opensanctions(path: Path) -> SanctionsList:
    """Return the sanctions of a file of entities, one JSON object a line, with whom they are on.

    Raises FaultyInput when it cannot be opened, is too large, has a line that is too long or no
    entity, or no sanction at all.
    """
    _check_size(path)
    sanctions: list[tuple[int, dict[str, Any]]] = []
    entities: dict[str, dict[str, Any]] = {}
    faults: list[Fault] = []
    seen: list[dt.date] = []
    for number, entity in _entities(path, faults):
        if entity["schema"] == "Sanction":
            sanctions.append((number, entity))
        else:
            entities[str(entity["id"])] = entity
        last = _date(str(entity.get("last_seen") or "")[:10])
        seen += [last] if last else []
    listings = [
        one
        for number, sanction in sanctions
        for one in _sanctioned(sanction, entities, path, number, faults)
    ]
    return _list(path, listings, faults, max(seen, default=None))


def _entities(path: Path, faults: list[Fault]) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            number = 0
            while line := file.readline(LONGEST + 1):
                number += 1
                if len(line) > LONGEST:
                    raise _refused(path, f"line {number} is too long", "one entity a line")
                if not line.strip():
                    continue
                entity = _entity(line)
                if entity is not None:
                    yield number, entity
                elif len(faults) < 20:
                    expected = "an object with id, schema and properties"
                    faults.append(Fault(str(path), number, "the line", "is no entity", expected))
    except UnicodeDecodeError:
        raise _refused(path, "is not UTF-8", "entities as published") from None


def _entity(line: str) -> dict[str, Any] | None:
    try:
        entity = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        return None
    return entity if entity.get("id") and isinstance(entity.get("schema"), str) else None


def _sanctioned(
    sanction: dict[str, Any],
    entities: dict[str, dict[str, Any]],
    path: Path,
    number: int,
    faults: list[Fault],
) -> Iterator[Listing]:
    for identity in _values(sanction, "entity"):
        entity = entities.get(identity)
        if entity is None:
            continue
        begins = [*_values(sanction, "listingDate"), *_values(sanction, "startDate")]
        ends = _values(sanction, "endDate")
        try:
            spell = Spell(Day(min(begins)) if begins else None, Day(max(ends)) if ends else None)
        except ValueError as error:
            faults.append(Fault(str(path), number, "startDate", str(error), "a day"))
            continue
        programmes = _values(sanction, "programId") or _values(sanction, "program")
        states = (*_values(entity, "nationality"), *_values(entity, "country"))
        authority = _values(sanction, "country") or _values(sanction, "authority")
        yield Listing(
            key=f"{sanction['id']} {identity}",
            name=next(iter(_values(entity, "name")), str(entity.get("caption") or identity)),
            kind=str(entity["schema"]),
            spell=spell,
            programme=next(iter(programmes), None),
            sender=next(iter(authority), None),
            states=tuple(dict.fromkeys((*states, *_values(entity, "jurisdiction")))),
            reason=next(iter(_values(sanction, "reason")), None),
        )


def _values(entity: dict[str, Any], name: str) -> list[str]:
    values = entity["properties"].get(name) or []
    return [str(one) for one in values] if isinstance(values, list) else []


def _list(
    path: Path, listings: list[Listing], faults: list[Fault], as_of: dt.date | None
) -> SanctionsList:
    if faults:
        raise FaultyInput(faults)
    if not listings:
        raise _refused(path, "has no sanction", "a file of OpenSanctions")
    return SanctionsList(
        form="OpenSanctions",
        file=path.name,
        sha256=sha256_of(path),
        as_of=as_of,
        listings=tuple(listings),
    )


def _check_size(path: Path) -> None:
    try:
        if path.stat().st_size > LARGEST:
            raise _refused(path, "has more than four thousand million bytes", "a smaller file")
    except OSError as error:
        raise _refused(path, f"cannot be opened ({error.strerror})", "a file to read") from None


def _date(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        return None


def _refused(path: Path, problem: str, expected: str) -> FaultyInput:
    return FaultyInput([Fault(str(path), None, "the file", problem, expected)])
