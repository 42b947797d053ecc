"""There and back: from ATOP's member file to instruments, and to ATOP's own dyad-years again."""

import csv
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from foedus.treaties.binding import obligations_table
from foedus.treaties.clauses import Instruments
from tests.treaties.atop.dyad_years import Pair, owed_by_year

PROMISES = ("defense", "offense", "neutral", "nonagg", "consul")

TO_WHOM_IS_UNTOLD = {
    # Alliances in which a member owes different things to different partners (obvary): ATOP's
    # dyad-years say to whom, its member file does not. How many cells only such promises fill,
    # in 4678 (Central America, 1995) none, as others tell. A cell that two leave open counts twice.
    "atop-1100": ("Quadruple Alliance of 1834", 126),
    "atop-1110": ("Great powers and Turkey, 1840", 20),
    "atop-1120": ("Great Britain, France, Spain and Portugal, 1847", 9),
    "atop-1160": ("Great Britain, France and Turkey, 1854, and Sardinia", 24),
    "atop-1190": ("Great Britain, France and Sweden, 1855", 8),
    "atop-1205": ("Brazil, Argentina and Uruguay, 1859", 24),
    "atop-1227": ("German states, 1862", 125),
    "atop-1350": ("Triple Alliance, from 1887", 158),
    "atop-1355": ("Germany, Austria-Hungary, Italy and Romania, 1883", 399),
    "atop-2130": ("Locarno, 1925", 366),
    "atop-2490": ("Great Britain, France and Turkey, 1939", 31),
    "atop-2555": ("Great Britain, Soviet Union and Iran, 1942", 24),
    "atop-3322": ("Great Britain, France and Israel, 1956", 6),
    "atop-3395": ("former French Equatorial Africa, 1960", 318),
    "atop-3400": ("Greece, Turkey and Cyprus, 1960", 20),
    "atop-3405": ("Greece, Turkey, Great Britain and Cyprus, 1960", 90),
}


@pytest.fixture(scope="module")
def ours(atop: Instruments) -> dict[Pair, dict[str, set[str]]]:
    return owed_by_year(atop)


@pytest.fixture(scope="module")
def published(shared: Path) -> dict[Pair, dict[str, int]]:
    rows = pq.read_table(shared / "data/atop/atop5_1_ddyr.parquet").to_pylist()
    return {(row["ccode1"], row["ccode2"], row["year"]): row for row in rows}


def columns(row: dict[str, int]) -> Iterator[tuple[str, bool]]:
    for name in PROMISES:
        yield name, row[f"atop_{name}"] == 1


def test_every_flag_of_atops_directed_dyad_years_comes_back(
    ours: dict[Pair, dict[str, set[str]]], published: dict[Pair, dict[str, int]]
) -> None:
    wrong, open_cells = [], Counter[str]()
    for pair, row in published.items():
        for name, flag in columns(row):
            owed = ours.get(pair, {}).get(name, set())
            if owed and "told" not in owed:
                open_cells.update(["all", *owed])
            elif bool(owed) != flag:
                wrong.append((pair, name, flag))
    assert len(published) == 273_296
    assert not wrong
    assert open_cells.pop("all") == 1_657
    assert open_cells == {alliance: cells for alliance, (_, cells) in TO_WHOM_IS_UNTOLD.items()}


def test_no_pair_owes_anything_in_a_year_that_atop_does_not_list(
    ours: dict[Pair, dict[str, set[str]]], published: dict[Pair, dict[str, int]]
) -> None:
    assert not set(ours) - set(published)


# --- Conditions -----------------------------------------------------------------------------------

STEMS = {"defense": "def", "offense": "off", "neutral": "neu", "consul": "con", "nonagg": ""}
UNTOLD = {
    "coadv": "adversary",
    "coloc": "location",
    "cocon": "conflict",
    "conum": "number",
    "codem": "demands",
}


def said_by(row: dict[str, str], promise: str) -> tuple[frozenset[str], bool, bool, bool]:
    """What the published row says of a promise: untold conditions, provocation, request, attack."""

    def is_set(variable: str) -> bool:
        return row.get(variable) == "1"

    stem = STEMS[promise] or "none"
    untold = {told for ending, told in UNTOLD.items() if is_set(stem + ending)}
    untold |= {"other"} if is_set("olimob") else set()
    untold |= {"beneficiary"} if is_set("obvary") else set()
    return (
        frozenset(untold),
        is_set(f"{stem}conpr"),
        is_set(f"{stem}coreq"),
        promise == "neutral" and not is_set("neucoatt"),
    )


def test_every_condition_survives_and_none_is_added(
    atop: Instruments, published_members: list[dict[str, str]]
) -> None:
    expected: defaultdict[tuple[str, str, int], set[object]] = defaultdict(set)
    for row in published_members:
        for promise in PROMISES:
            if row[promise] == "1":
                key = (f"atop-{row['atopid']}", promise, int(row["phase"]))
                expected[key].add(said_by(row, promise))
    found: defaultdict[tuple[str, str, int], set[object]] = defaultdict(set)
    for clause in atop.clauses:
        variable, *rest = clause.obligation.id.split("-")
        if variable in PROMISES:
            trigger = clause.obligation.trigger
            phase = int(rest[rest.index("phase") + 1]) if "phase" in rest else 0
            named = {"adversary"} if trigger.adversaries else set()
            found[clause.instrument.id, variable, phase].add(
                (
                    frozenset({*trigger.untold} | named),
                    trigger.provocation == "excluded",
                    "request of the party concerned" in trigger.also,
                    trigger.war == "any",
                )
            )
    assert found == expected


def test_every_member_that_promised_is_an_obligor_and_nobody_else(
    atop: Instruments, published_members: list[dict[str, str]]
) -> None:
    promised = Counter(
        (int(row["atopid"]), promise)
        for row in published_members
        for promise in PROMISES
        if row[promise] == "1"
    )
    ours = {
        (clause.instrument.atop, clause.article.lower())
        for clause in atop.clauses
        if clause.article.lower() in PROMISES
    }
    assert ours == set(promised)


# --- Days -----------------------------------------------------------------------------------------


def published_day(row: dict[str, str], of: str) -> str:
    year, month, day = (row[name] for name in (f"{of}yr", f"{of}mo", f"{of}day"))
    known = f"{int(year):04}-{int(month):02}"
    return f"{known}-{int(day):02}" if day else known


def test_no_instrument_speaks_outside_its_phases(atop: Instruments, shared: Path) -> None:
    with (shared / "data/atop/atop5_1aph.csv").open(encoding="utf-8") as file:
        phases = {(int(row["atopid"]), int(row["phase"])): row for row in csv.DictReader(file)}
    articles = {
        (one.atop, article.spell, article.source)
        for one in atop.values()
        for article in one.articles
    }
    seen = set()
    for number, spell, source in articles:
        assert number is not None
        assert spell is not None
        assert spell.begins is not None
        phase = int(source.split("phase ")[1].split(":")[0]) if ", phase " in source else 0
        row = phases[number, phase]
        seen.add((number, phase))
        assert spell.begins.edtf == published_day(row, "beg")
        if row["endyr"] == "0":
            assert spell.ends is None
        else:
            last = published_day(row, "end")
            assert spell.ends is not None
            following = phases.get((number, phase + 1))
            if following and published_day(following, "beg") == last:
                assert spell.ends.earliest is not None
                after = spell.ends.earliest + dt.timedelta(days=1)
                assert after.isoformat() == last
            else:
                assert spell.ends.edtf == last
    assert seen == set(phases)


def test_no_obligation_runs_while_one_side_is_no_party(atop: Instruments) -> None:
    rows = obligations_table(atop.values()).to_pyarrow().to_pylist()
    assert len(rows) > 40_000
    for row in rows:
        one = atop[row["instrument"]]
        for actor in (row["obligor"], row["beneficiary"]):
            spells = [party.spell for party in one.parties if party.actor == actor and party.spell]
            assert any(spell.may_cover(row["begins_earliest"]) for spell in spells)
            if row["ends_latest"]:
                assert any(spell.may_cover(row["ends_latest"]) for spell in spells)


def test_every_alliance_is_there(
    atop: Instruments, published_members: list[dict[str, str]]
) -> None:
    assert {str(one.atop) for one in atop.values()} == {row["atopid"] for row in published_members}
    assert len(atop) == 789
