"""Who the actors are, and that each code belongs to one of them at a time."""

import datetime as dt
from itertools import combinations, groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.actors.codes import SCHEMES, CodeSpell, actor_with_code, code, code_spells
from foedus.actors.states import actor, all_actors
from foedus.errors import UnknownActor

ROWS = code_spells()
ROW = st.sampled_from(ROWS)
NOT_QUITE_YET = dt.date(2030, 1, 1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def last_day(row: CodeSpell) -> dt.date:
    ends = row.spell.ends
    return ends.latest if ends and ends.latest else NOT_QUITE_YET


def surely_apart(one: CodeSpell, other: CodeSpell) -> bool:
    """Whether no day is answered by both; one known to the year only is answered by neither."""
    return sure_end(one) < sure_start(other) or sure_end(other) < sure_start(one)


def sure_end(row: CodeSpell) -> dt.date:
    return (row.spell.ends.earliest if row.spell.ends else None) or NOT_QUITE_YET


def sure_start(row: CodeSpell) -> dt.date:
    return (row.spell.begins.latest if row.spell.begins else None) or dt.date(1816, 1, 1)


def first_day(row: CodeSpell) -> dt.date:
    begins = row.spell.begins
    return begins.earliest if begins and begins.earliest else dt.date(1816, 1, 1)


@pytest.mark.parametrize(
    ("scheme", "number", "on", "expected"),
    [
        ("cow", 365, "1905-09-05", "RUS"),
        ("cow", 365, "1961-07-06", "SUN"),
        ("gw", 365, "1961-07-06", "SUN"),
        ("cow", 365, "1991-12-25", "SUN"),
        ("cow", 365, "1991-12-26", "RUS"),
        ("cow", 255, "1866-06-14", "GMY"),
        ("cow", 255, "1914-08-01", "GMY"),
        ("cow", 255, "1970-01-01", None),
        ("cow", 260, "1970-01-01", "DEU"),
        ("cow", 265, "1970-01-01", "DDR"),
        ("cow", 260, "1990-10-02", "DEU"),
        ("cow", 260, "1990-10-03", None),
        ("cow", 255, "1990-10-03", "DEU"),
        ("gw", 255, "2000-01-01", None),
        ("gw", 260, "2000-01-01", "DEU"),
        ("cow", 730, "1900-01-01", "KOREA"),
        ("cow", 730, "2000-01-01", None),
        ("cow", 732, "2000-01-01", "KOR"),
        ("cow", 731, "1948-09-08", None),
        ("cow", 731, "1948-09-09", "PRK"),
        ("cow", 678, "1980-01-01", "YEM"),
        ("cow", 679, "1991-01-01", "YEM"),
        ("gw", 678, "1991-01-01", "YEM"),
        ("cow", 680, "1980-01-01", "YMD"),
        ("cow", 816, "1965-01-01", "VDR"),
        ("cow", 816, "1976-07-02", "VNM"),
        ("cow", 817, "1965-01-01", "RVN"),
        ("cow", 345, "1914-07-28", "SRB"),
        ("gw", 340, "1914-07-28", "SRB"),
        ("cow", 345, "1985-01-01", "YUG"),
        ("cow", 345, "2010-01-01", "SRB"),
        ("gw", 345, "2010-01-01", None),
        ("cow", 640, "1914-11-01", "TUR"),
        ("cow", 300, "1879-10-07", "AUH"),
        ("cow", 305, "1910-01-01", None),
        ("cow", 315, "1938-09-30", "CSK"),
        ("cow", 316, "1993-01-01", "CZE"),
        ("cow", 710, "1900-01-01", "CHN"),
        ("cow", 713, "1949-12-07", None),
        ("cow", 713, "1971-10-25", "TWN"),
        ("cow", 710, "1971-10-25", "CHN"),
        ("cow", 970, "2005-01-01", "NRU"),
        ("gw", 970, "2005-01-01", "KIR"),
        ("iso3", "DEU", "1980-01-01", "DEU"),
        ("iso3", "SCG", "2004-01-01", "YUG"),
        ("iso3", "ZAR", "1990-01-01", "COD"),
        ("wikidata", "Q15180", "1961-07-06", "SUN"),
    ],
)
def test_a_number_means_the_state_of_its_day(
    scheme: str, number: int | str, on: str, expected: str | None
) -> None:
    found = actor_with_code(scheme, number, day(on))
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("actor_id", "scheme", "on"),
    [
        ("RUS", "cow", "1961-07-06"),
        ("RUS", "wikidata", "1961-07-06"),
        ("DEU", "cow", "1953-01-01"),
        ("KOR", "cow", "1900-01-01"),
        ("SUN", "iso3", "1961-07-06"),
        ("SUN", "cow", "1992-01-01"),
        ("FRA", "cow", "1943-06-01"),
        ("FRA", "cow", "1815-06-18"),
        ("NATO", "cow", "2024-01-01"),
    ],
)
def test_a_code_nobody_gave_is_missing_and_never_the_successors(
    actor_id: str, scheme: str, on: str
) -> None:
    assert code(actor_id, scheme, day(on)) is None


def test_a_numeric_code_may_be_written_as_text() -> None:
    assert actor_with_code("cow", "365", day("2024-11-01")) == actor("RUS")


def test_a_scheme_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="cow, cowabb, gw, iso3, wikidata"):
        code("RUS", "fips", day("2024-01-01"))


def test_an_id_that_leads_nowhere_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownActor, match=r"Did you mean Russia \(RUS\)\?"):
        actor("RUSS")


def test_an_occupied_country_does_not_cease_to_exist() -> None:
    assert actor("FRA").lives_on(day("1943-06-01"))
    assert actor("NLD").lives_on(day("1942-01-01"))
    assert not actor("RUS").lives_on(day("1961-07-06"))
    assert actor("SUN").life == "1922-12-30 to 1991-12-25"


def test_the_organisations_a_security_text_names_are_there() -> None:
    kinds = {found.id: found.kind for found in all_actors()}
    named = "NATO UN EU CSTO ASEAN IAEA ICC OSCE SCO AU ECOWAS GCC LAS OAS CIS EAEU WEU WTO_PACT"
    for organisation in f"{named} SEATO BRICS G7 AUKUS QUAD".split():
        assert kinds[organisation] == "organisation"
    assert kinds["WEST"] == "group"


def test_ids_are_distinct_and_spells_in_order_without_overlap() -> None:
    ids = [found.id for found in all_actors()]
    assert len(ids) == len(set(ids))
    for found in all_actors():
        for earlier, later in zip(found.spells, found.spells[1:], strict=False):
            ended = earlier.ends.latest if earlier.ends else None
            began = later.begins.earliest if later.begins else None
            assert ended is not None
            assert began is not None
            assert ended < began


def test_every_code_lies_inside_the_life_of_its_actor() -> None:
    for row in ROWS:
        spells = actor(row.actor).spells
        assert any(
            spell.may_cover(first_day(row)) and spell.may_cover(last_day(row)) for spell in spells
        ), row


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_actors_hold_one_code_on_one_day(scheme: str) -> None:
    held = sorted((row for row in ROWS if row.scheme == scheme), key=lambda row: str(row.code))
    for _, sharing in groupby(held, key=lambda row: str(row.code)):
        for one, other in combinations(sharing, 2):
            assert surely_apart(one, other)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_actor_holds_two_codes_of_a_scheme_on_one_day(scheme: str) -> None:
    held = sorted((row for row in ROWS if row.scheme == scheme), key=lambda row: row.actor)
    for _, sharing in groupby(held, key=lambda row: row.actor):
        for one, other in combinations(sharing, 2):
            assert surely_apart(one, other)


@given(ROW, st.integers(1816, 2025))
def test_actor_to_code_and_back_is_the_same_actor(row: CodeSpell, year: int) -> None:
    on = dt.date(year, 7, 1)
    held = code(row.actor, row.scheme, on)
    if held is not None:
        assert actor_with_code(row.scheme, held, on) == actor(row.actor)


@given(ROW, st.dates(dt.date(1816, 1, 1), dt.date(2025, 12, 31)))
def test_code_to_actor_and_back_is_the_same_code(row: CodeSpell, on: dt.date) -> None:
    found = actor_with_code(row.scheme, row.code, on)
    if found is not None:
        assert code(found.id, row.scheme, on) == row.code
