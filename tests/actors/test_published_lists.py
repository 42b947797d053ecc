"""Agreement with the state lists of the Correlates of War and of Gleditsch and Ward."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from foedus.actors.codes import code_spells

# A state that stands on the last covered day is carried on: that end is censored, not an end.
CENSORED = {"cow": dt.date(2016, 12, 31), "gw": dt.date(2020, 12, 31)}
Spells = dict[int, list[tuple[dt.date, dt.date | None]]]


@pytest.fixture(scope="module")
def cow(shared: Path) -> Spells:
    table = pq.read_table(shared / "data" / "cow" / "states2016.parquet").to_pylist()
    spells: Spells = {}
    for row in table:
        begins = dt.date(row["styear"], row["stmonth"], row["stday"])
        ends = dt.date(row["endyear"], row["endmonth"], row["endday"])
        spells.setdefault(row["ccode"], []).append((begins, open_end(ends, "cow")))
    return spells


@pytest.fixture(scope="module")
def gw(shared: Path) -> Spells:
    table = pq.read_table(shared / "data" / "panel" / "gw_system.parquet").to_pylist()
    spells: Spells = {}
    for row in table:
        begins = dt.date.fromisoformat(str(row["start"])[:10])
        ends = dt.date.fromisoformat(str(row["end"])[:10])
        spells.setdefault(int(row["gwcode"]), []).append((begins, open_end(ends, "gw")))
    return spells


def open_end(ends: dt.date, scheme: str) -> dt.date | None:
    return None if ends == CENSORED[scheme] else ends


def ours(scheme: str) -> Spells:
    """Our spells by number, whoever holds it: 365 of RUS, SUN and RUS is one run of days."""
    spells: dict[int, list[tuple[dt.date, dt.date | None]]] = {}
    for row in code_spells():
        if row.scheme == scheme:
            assert isinstance(row.code, int)
            assert row.spell.begins
            assert row.spell.begins.earliest
            ends = row.spell.ends.latest if row.spell.ends else None
            spells.setdefault(row.code, []).append((row.spell.begins.earliest, ends))
    return {number: list(joined(sorted(found, key=first))) for number, found in spells.items()}


def first(spell: tuple[dt.date, dt.date | None]) -> dt.date:
    return spell[0]


def joined(
    spells: list[tuple[dt.date, dt.date | None]],
) -> Iterator[tuple[dt.date, dt.date | None]]:
    begins, ends = spells[0]
    for later_begins, later_ends in spells[1:]:
        if ends is not None and later_begins == ends + dt.timedelta(days=1):
            ends = later_ends
        else:
            yield begins, ends
            begins, ends = later_begins, later_ends
    yield begins, ends


def test_every_state_and_spell_of_the_correlates_of_war_is_ours(cow: Spells) -> None:
    assert ours("cow") == {number: sorted(found, key=first) for number, found in cow.items()}


def test_every_state_and_spell_of_gleditsch_and_ward_is_ours(gw: Spells) -> None:
    assert ours("gw") == {number: sorted(found, key=first) for number, found in gw.items()}
