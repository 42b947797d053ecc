"""What is said of a dyad: sizes with their intervals, and French as French writes it."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pytest

from foedus.dossier.dyads.lanes_of import obligation_panel, record_panel
from foedus.dossier.dyads.saying import DyadWords, Told
from foedus.dossier.dyads.told_records import recorded, sources
from foedus.dossier.dyads.told_turns import moved
from foedus.dossier.figures import Lanes, Stack
from foedus.dossier.rendering.dyads import notebook_html
from foedus.relations.bonds import Bond, Part, Provenance
from foedus.relations.bonds.lines import line_of

FIRST, LAST = dt.date(1949, 1, 1), dt.date(2024, 12, 31)


def source(name: str, *, version: str = "1.0", missing: str | None = None) -> Provenance:
    return Provenance(
        dataset=name,
        title=name.upper(),
        version=version,
        covers=(1946, 2020),
        citation=("A book. https://doi.org/10.1/x",),
        page="https://example.org",
        missing=missing,
    )


def part(name: str, *rows: Mapping[str, Any], of: Provenance | None = None) -> Part:
    table = pa.Table.from_pylist([dict(row) for row in rows])
    return Part(name=name, rows=table, sources=(of or source(name),))


def said_of(*parts: Part, language: str = "en", other: str = "KOR") -> DyadWords:
    empty = ("events", "arms", "disputes", "rivalries", "sanctions", "ideal_points")
    bond = Bond(
        one=line_of("USA"),
        other=line_of(other),
        first=FIRST,
        last=LAST,
        beside=(),
        parts={name: part(name, of=source(name, missing="run")) for name in empty}
        | {each.name: each for each in parts},
    )
    return DyadWords(bond, language)


def turn(change: int, first: int, last: int, effect: tuple[float, float, float]) -> dict[str, Any]:
    value, low, high = effect
    return {
        "series": "vote_similarity",
        "from": dt.date(1991, 1, 1),
        "to": dt.date(2020, 12, 31),
        "probability": 0.999,
        "changes": 2,
        "change": change,
        "within": 0.95,
        "earliest": dt.date(first, 1, 1),
        "latest": dt.date(last, 12, 31),
        "effect": value,
        "effect_low": low,
        "effect_high": high,
    }


def lines(w: DyadWords) -> list[str]:
    return [line.replace("\u00a0", " ") for line in moved(w)]


def test_a_change_within_one_year_lies_in_it_and_not_between_it_and_itself() -> None:
    rows = (turn(1, 1998, 1998, (0.4, 0.3, 0.5)), turn(2, 2007, 2012, (0.2, 0.1, 0.3)))
    one, two, _how = lines(said_of(part("vote_turns", *rows)))
    assert "a change lies in 1998 (probability 95 %), new level less old +0.40" in one
    assert "a change lies between 2007 and 2012" in two


def test_of_changes_whose_size_may_be_none_nothing_more_is_said() -> None:
    rows = (turn(1, 1998, 2001, (0.1, -0.3, 0.5)), turn(2, 2007, 2012, (0.2, -0.1, 0.3)))
    said, _how = lines(said_of(part("vote_turns", *rows)))
    assert "2 is their best number; the size of none can be told from none" in said
    rows = (turn(1, 1998, 2001, (0.4, 0.3, 0.5)), turn(2, 2007, 2012, (0.2, -0.1, 0.3)))
    _told, said, _how = lines(said_of(part("vote_turns", *rows)))
    assert "of 2 changes, the number with the highest probability, one is of a size" in said


def dispute(year: int) -> dict[str, Any]:
    return {
        "dataset": "disputes",
        "first_year": year,
        "last_year": year,
        "same_side": False,
        "hostility": 3,
    }


def test_of_many_disputes_the_latest_are_told_after_how_many_came_before() -> None:
    rows = [dispute(year) for year in range(1960, 1970)]
    said = recorded(said_of(part("disputes", *rows))).lines[0]
    assert "7 before, then 1967, display of force, on opposite sides; 1968, display" in said


@pytest.mark.parametrize(
    ("language", "kinds"),
    [("en", "military assistance, finance"), ("fr", "assistance militaire, finance")],
)
def test_what_was_sanctioned_is_said_in_the_language(language: str, kinds: str) -> None:
    row = {
        "sender": "USA",
        "target": "KOR",
        "first_year": 1973,
        "last_year": 1977,
        "kinds": ["military", "financial"],
    }
    told = recorded(said_of(part("sanctions", row), language=language))
    assert any(f"1973–1977 ({kinds})" in line for line in told.lines)


def test_a_release_that_is_only_presumed_is_said_so_in_the_language() -> None:
    votes = part("votes", of=source("unga-votes", version="sessions 1–75 (presumed)"))
    (said,) = sources(said_of(votes, language="fr"))
    assert said.startswith("unga-votes sessions 1–75 (présumé) (1946–2020)\u00a0: A book.")
    (said,) = sources(said_of(votes))
    assert said.startswith("unga-votes sessions 1–75 (presumed) (1946–2020): A book.")


def test_a_page_leads_to_its_sources_and_takes_no_markup_from_words() -> None:
    told = Told("Sources", ("Run `foedus <b>`. See https://doi.org/10.1/x.",))
    nothing = Stack(
        title="", panels=(), begins=FIRST, ends=LAST, seams=(), source="-", describes=""
    )
    page = notebook_html(nothing, "Two", (told,))
    assert "<code>foedus &lt;b&gt;</code>" in page
    assert '<a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>.' in page


OWED = {
    "obligor": "USA",
    "beneficiary": "KOR",
    "kind": "defence",
    "instrument": "usa-kor",
    "title": "the treaty",
    "title_fr": "le traité",
    "signed": dt.date(1953, 10, 1),
    "begins_earliest": dt.date(1954, 11, 17),
    "begins_latest": dt.date(1954, 11, 17),
    "ends_earliest": None,
    "ends_latest": None,
    "doubted": False,
    "coded_by": "register",
}


@pytest.mark.parametrize(
    ("missing", "first"), [(None, dt.date(2021, 1, 1)), ("foedus data get atop", FIRST)]
)
def test_where_only_the_register_was_asked_an_empty_lane_is_hatched(
    missing: str | None, first: dt.date
) -> None:
    owed = part("obligations", OWED)
    owed = dataclasses.replace(owed, sources=(source("register"), source("atop", missing=missing)))
    ((panel),) = obligation_panel(said_of(owed))
    assert isinstance(panel.drawing, Lanes)
    ((gap, _words),) = panel.drawing.gaps[-1:]
    assert (gap.earliest, gap.latest) == (first, LAST)
    assert "Hatched" in panel.subtitle
    assert {bar.label for bar in panel.drawing.bars if bar.form == "force"} == {
        "The treaty (United States only)"
    }


def test_of_an_actor_that_the_data_do_not_know_nothing_is_said_to_be_none_listed() -> None:
    assert "none listed" in " ".join(recorded(said_of(part("disputes"))).lines)
    union = said_of(part("disputes"), other="EU")
    assert not recorded(union).lines
    assert "no state of the Correlates of War" in " ".join(union.continuity())
    assert not [*record_panel(union)]
