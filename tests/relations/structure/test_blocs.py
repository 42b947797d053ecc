"""Ties and blocs of real days: what makes a tie, what is unknown, and blocs that history names."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest

from foedus.ledger.engines import engine_at
from foedus.relations.structure.bloc_records import blocs_json, through_json
from foedus.relations.structure.bloc_years import blocs_through
from foedus.relations.structure.blocs import BlocsOn, blocs_on
from foedus.relations.structure.quarrels import QUARRELS, Quarrels, Source, years_before
from foedus.relations.structure.signed_ties import SignedTies, signed_ties
from foedus.relations.structure.tie_rules import TieRule
from foedus.relations.structure.tie_sources import Known, known_ties, states_on
from foedus.relations.structure.treaty_groups import treaty_groups

DAY = dt.date(2024, 6, 20)
FILES = {
    "atop/atop5_1m.csv": "atop",
    "cow/mid_v5_disputes.parquet": "mid",
    "cow/mid_v5_directed_dispute_years.parquet": "mid",
    "rivalries/tss_rivalries_1494_2020.parquet": "rivalries",
    "ucdp/ucdp_acd_v25.1.parquet": "ucdp-acd",
    "cow/nmc_v7.0.parquet": "nmc",
}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    """What is known where no dataset is held."""
    with pytest.MonkeyPatch.context() as patch, engine_at() as engine:
        patch.setenv("FOEDUS_DATA", str(tmp_path_factory.mktemp("none")))
        yield known_ties(engine)


@pytest.fixture(scope="module")
def history(holding: Callable[[Mapping[str, str]], Path]) -> Iterator[Known]:
    """What is known where ATOP, MID, rivalries, UCDP and capabilities are held."""
    with pytest.MonkeyPatch.context() as patch, engine_at() as engine:
        patch.setenv("FOEDUS_DATA", str(holding(FILES)))
        known = known_ties(engine)
        assert known.obligations.num_rows
        assert known.treaties
        yield known


def tie(found: SignedTies, one: str, two: str) -> int:
    """The sign of the tie of two actors, 0 for none."""
    place = {state: number for number, state in enumerate(found.states)}
    return int(found.network.matrix[place[one], place[two]])


def bloc_of(found: BlocsOn, actor: str) -> set[str]:
    label = int(found.blocs.bloc[found.ties.states.index(actor)])
    return set(found.members(label))


def test_the_register_alone_has_allies_and_says_what_it_does_not_know(register: Known) -> None:
    found = signed_ties(DAY, known=register)
    assert tie(found, "USA", "KOR") == tie(found, "CHN", "PRK") == tie(found, "FRA", "POL") == 1
    assert (found.network.sign > 0).all()
    known = {one.source.name: one.known for one in found.reach}
    assert known["disputes"] == known["wars"] == known["atop"] == "not held"
    assert found.reasons("PRK", "CHN")["key"].to_pylist() == ["chn-prk-1961"] * 2


def test_what_is_signed_and_not_in_force_is_no_tie_and_is_told(register: Known) -> None:
    before = signed_ties(DAY, known=register)
    assert tie(before, "PRK", "RUS") == 0
    assert "rus-prk-2024" in before.pending
    after = signed_ties(dt.date(2024, 12, 10), known=register)
    assert tie(after, "PRK", "RUS") == 1
    assert "rus-prk-2024" not in after.pending


def test_more_obligations_make_more_ties(register: Known) -> None:
    ties = [
        len(signed_ties(DAY, TieRule(by=by), known=register).network.sign)
        for by in ("alliances", "consultation", "pacts")
    ]
    assert ties == sorted(ties)
    assert ties[0] < ties[2]


def test_among_a_few(register: Known) -> None:
    found = blocs_on(DAY, among=("USA", "KOR", "PRK", "CHN", "NPL"), known=register, draws=5)
    assert found.ties.states == ("CHN", "KOR", "NPL", "PRK", "USA")
    assert bloc_of(found, "KOR") == {"KOR", "USA"}
    assert bloc_of(found, "CHN") == {"CHN", "PRK"}
    assert found.members(-1) == ("NPL",)
    rows = {row["state"]: row for row in found.to_arrow().to_pylist()}
    assert rows["NPL"]["bloc"] is None
    assert rows["NPL"]["firm"] is None
    assert rows["KOR"]["firm"] == 1


def made(name: str, *rows: dict[str, object]) -> Quarrels:
    import pyarrow as pa

    empty = {each: QUARRELS.empty_table() for each in ("disputes", "wars", "rivalries")}
    sources = {each: Source(each, each, "", "1", (2000, 2020)) for each in empty}
    whole = [{"open": False, "level": 0, "key": "1", "row": 1} | row for row in rows]
    return Quarrels(sources, empty | {name: pa.Table.from_pylist(whole, schema=QUARRELS)})


def test_a_dispute_whose_first_day_is_not_told_counts_from_when_it_surely_had_begun(
    history: Known,
) -> None:
    rows = history.quarrels.rows["disputes"].to_pylist()
    july = {row["begins"] for row in rows if (row["key"], row["ends"].year) == ("257", 1914)}
    assert min(july) == dt.date(1914, 7, 31)
    assert dt.date(1914, 7, 1) not in july


def test_allies_who_quarrel_are_what_the_rule_says(register: Known) -> None:
    greece_turkey = {
        "ccode1": 350,
        "ccode2": 640,
        "begins": dt.date(2020, 8, 1),
        "ends": dt.date(2020, 12, 31),
        "level": 4,
    }
    known = Known(_asked(register), made("disputes", greece_turkey))
    signs = {
        both: tie(signed_ties(DAY, TieRule(both=both), known=known), "GRC", "TUR")
        for both in ("negative", "positive", "dropped")
    }
    assert signs == {"negative": -1, "positive": 1, "dropped": 0}
    found = blocs_on(DAY, known=known, draws=0)
    (strained,) = found.strained()
    assert (strained.first, strained.second, strained.sign) == ("GRC", "TUR", -1)
    assert {row["source"] for row in strained.evidence} == {"disputes", "register"}
    assert tie(signed_ties(DAY, TieRule(years=2), known=known), "GRC", "TUR") == 1
    assert tie(signed_ties(DAY, TieRule(hostility=5), known=known), "GRC", "TUR") == 1
    assert tie(signed_ties(dt.date(2020, 7, 1), known=known), "GRC", "TUR") == 1


def _asked(known: Known) -> object:
    from foedus.treaties.atop.history import History

    return History(known.instruments, {}, known.missing)


def test_what_ran_when_the_data_ended_may_run(register: Known) -> None:
    rivalry = {
        "ccode1": 731,
        "ccode2": 732,
        "begins": dt.date(1948, 1, 1),
        "ends": dt.date(2020, 12, 31),
        "open": True,
    }
    known = Known(_asked(register), made("rivalries", rivalry))
    assert tie(signed_ties(dt.date(2020, 6, 1), known=known), "KOR", "PRK") == -1
    now = signed_ties(DAY, known=known)
    assert tie(now, "KOR", "PRK") == 0
    assert now.left_out
    assert tie(signed_ties(DAY, TieRule(possible=True), known=known), "KOR", "PRK") == -1
    assert {one.source.name: one.known for one in now.reach}["rivalries"] == "none"
    assert {one.source.name: one.known for one in now.reach}["disputes"] == "part"


def test_a_case_has_its_own_quarrels(register: Known) -> None:
    import pyarrow as pa

    day = dt.date(2024, 10, 9)
    told = {"first": ["KOR"], "second": ["PRK"], "day": [day], "key": ["e-1"]}
    known = Known(_asked(register), register.quarrels, pa.table(told))
    rule = TieRule(against=("events",))
    assert tie(signed_ties(dt.date(2024, 12, 10), rule, known=known), "KOR", "PRK") == -1
    before = signed_ties(DAY, rule, known=known)
    assert tie(before, "KOR", "PRK") == 0
    assert [one.known for one in before.reach if one.source.name == "events"] == ["part"]
    without = signed_ties(DAY, rule, known=register)
    assert [one.known for one in without.reach if one.source.name == "events"] == ["not held"]


def test_years_before_a_leap_day() -> None:
    assert years_before(dt.date(2024, 2, 29), 10) == dt.date(2014, 2, 28)


def test_treaties_are_groups_and_pairs_by_choice(register: Known) -> None:
    found = treaty_groups(DAY, ties=signed_ties(DAY, known=register))
    sizes = {row["instrument"]: row["size"] for row in found.hyperedges().to_pylist()}
    assert sizes["nato-1949"] == 32
    pairs = {
        how: {(row["first"], row["second"]): row for row in found.pairs(how).to_pylist()}[
            "GBR", "USA"
        ]
        for how in ("pairs", "shared", "obligations")
    }
    shared = pairs["pairs"]["shared"]
    assert pairs["pairs"]["weight"] == shared
    assert 0 < pairs["shared"]["weight"] < shared
    assert pairs["obligations"]["weight"] >= 1


def test_june_2024_from_all_that_is_held(history: Known) -> None:
    found = blocs_on(DAY, known=history, draws=10)
    assert found.blocs.proven
    assert found.frustration.proven
    assert {"USA", "GBR", "POL", "JPN", "KOR"} <= bloc_of(found, "USA")
    assert bloc_of(found, "PRK") == {"CHN", "PRK"}
    assert "UKR" not in bloc_of(found, "RUS") | bloc_of(found, "USA")
    assert tie(found.ties, "RUS", "UKR") == -1
    # North Korea fought beside Russia in 2024: on which day it began is not in these data.
    assert tie(found.ties, "PRK", "UKR") == 0
    known = {one.source.name: one.known for one in found.ties.reach}
    assert known == {
        "register": "all",
        "atop": "none",
        "disputes": "part",
        "wars": "all",
        "rivalries": "none",
    }
    told = blocs_json(found)
    assert told["proven"] is True
    assert told["signed_not_in_force"] == ["rus-prk-2024"]


def test_two_alliances_of_1914(history: Known) -> None:
    found = blocs_on(dt.date(1914, 12, 31), known=history, draws=0)
    assert {"GMY", "AUH", "TUR"} & bloc_of(found, "GMY") >= {"GMY", "AUH"}
    assert not {"FRA", "RUS", "GBR", "SRB"} & bloc_of(found, "GMY")
    assert "RUS" in bloc_of(found, "FRA")
    for one in ("GMY", "AUH"):
        for other in ("FRA", "RUS", "GBR"):
            assert tie(found.ties, one, other) == -1


@pytest.mark.parametrize("year", [1955, 1970, 1985])
def test_nato_and_the_warsaw_pact_are_blocs(history: Known, year: int) -> None:
    found = blocs_on(dt.date(year, 12, 31), known=history, draws=0)
    west, east = bloc_of(found, "USA"), bloc_of(found, "SUN")
    assert {"USA", "GBR", "CAN", "NOR", "ITA", "BEL", "NLD", "DNK", "DEU"} <= west
    assert {"SUN", "POL", "BGR", "DDR"} <= east
    assert not west & east
    assert found.blocs.proven


def test_blocs_keep_their_names_through_the_years(history: Known) -> None:
    found = blocs_through(1950, 1960, known=history)
    names = {found.names[label] for label in np.unique(found.succession.labels) if label >= 0}
    assert {"USA", "SUN"} <= names
    place = {state: number for number, state in enumerate(found.states)}
    for state in ("USA", "SUN"):
        labels = set(found.succession.labels[:, place[state]].tolist())
        assert len(labels) == 1
        assert found.names[labels.pop()] == state
    assert (found.lower_bound == found.cost).all()
    told = through_json(found)
    assert len(told["years"]) == 11  # type: ignore[arg-type]
    assert set(found.to_arrow().column_names) == {"year", "state", "label", "named"}


def test_senseless_choices_are_refused() -> None:
    with pytest.raises(ValueError, match="ties are drawn by"):
        TieRule(by="friendship")
    with pytest.raises(ValueError, match="hostility from"):
        TieRule(hostility=9)
    with pytest.raises(ValueError, match="end before"):
        blocs_through(1960, 1950)


def test_only_states_of_the_day() -> None:
    assert "SUN" in states_on(dt.date(1985, 1, 1))
    assert "SUN" not in states_on(DAY)
