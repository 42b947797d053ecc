"""The register says what the instruments say, and agrees with ATOP where ATOP has coded them."""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from foedus.actors.codes import actor_with_code, code_spells
from foedus.actors.states import actor
from foedus.errors import UnknownInstrument
from foedus.evidence import Spell
from foedus.treaties.instrument import Instrument, KnownHow, Party
from foedus.treaties.instruments import instrument, register
from foedus.treaties.parties import bond, bound_parties
from foedus.treaties.vocabulary import kinds
from foedus.treaties.words import Words

REGISTER = list(register().values())
ATOP_CODED = [one for one in REGISTER if one.atop]


def every_words(one: Instrument) -> Iterator[Words]:
    yield one.title
    yield one.short
    for article in one.articles:
        yield article.summary
        for obligation in article.obligations:
            yield obligation.asks.action
            yield from (reading.label for reading in obligation.readings)
            yield from (rule.words for rule in obligation.exceptions)


def test_the_nine_instruments_of_the_first_case_are_there() -> None:
    assert set(register()) >= {
        *("rus-prk-2024", "rus-prk-2000", "sun-prk-1961", "chn-prk-1961", "nato-1949"),
        *("un-charter-1945", "usa-kor-1953", "usa-jpn-1960", "cst-1992"),
    }


@pytest.mark.parametrize("one", REGISTER, ids=lambda one: one.id)
def test_everything_is_said_in_english_and_in_french(one: Instrument) -> None:
    assert all(words.en and words.fr for words in every_words(one))


@pytest.mark.parametrize("one", REGISTER, ids=lambda one: one.id)
def test_every_article_says_how_it_is_known_and_from_where(one: Instrument) -> None:
    for article in one.articles:
        assert article.source
        assert (article.known_how is KnownHow.UNCERTAIN) == bool(article.why_uncertain)


@pytest.mark.parametrize("one", REGISTER, ids=lambda one: one.id)
def test_what_is_left_out_is_said(one: Instrument) -> None:
    assert one.left_out
    assert all(out.what and out.why for out in one.left_out)


@pytest.mark.parametrize("one", REGISTER, ids=lambda one: one.id)
def test_no_party_is_bound_before_the_instrument_is_in_force(one: Instrument) -> None:
    if one.in_force is None:
        assert not any(party.spell for party in one.parties)
        return
    assert one.in_force.earliest is not None
    for party in one.parties:
        begins = party.spell.begins if party.spell else None
        assert begins is None or begins.earliest is not None
        assert begins is None or begins.earliest >= one.in_force.earliest


@pytest.mark.parametrize("one", REGISTER, ids=lambda one: one.id)
def test_rival_readings_come_at_least_in_pairs_and_name_their_source(one: Instrument) -> None:
    for _, obligation in one.obligations():
        questions = [reading.question for reading in obligation.readings]
        assert all(questions.count(question) > 1 for question in questions)
        assert all(reading.source and reading.holders for reading in obligation.readings)


def test_ancestors_are_instruments_of_the_register() -> None:
    for one in REGISTER:
        assert {one.ancestor, one.replaces} - {None} <= set(register())


def test_the_treaty_of_2024_is_signed_in_june_and_binds_in_december() -> None:
    treaty = instrument("rus-prk-2024")
    assert bond(treaty, "PRK", dt.date(2024, 6, 18)).why == "not yet"
    assert bond(treaty, "PRK", dt.date(2024, 11, 1)).why == "signed"
    assert bond(treaty, "PRK", dt.date(2024, 12, 4)).why == "bound"
    assert bond(treaty, "CHN", dt.date(2024, 12, 4)).why == "stranger"


def test_russia_carries_on_the_soviet_treaty_until_1996() -> None:
    treaty = instrument("sun-prk-1961")
    assert bound_parties(treaty, dt.date(1991, 12, 25)) == ("SUN", "PRK")
    assert bound_parties(treaty, dt.date(1991, 12, 26)) == ("RUS", "PRK")
    assert bound_parties(treaty, dt.date(1996, 9, 11)) == ()


@pytest.mark.parametrize(
    ("day", "members"),
    [
        *(("1949-08-23", 0), ("1949-08-24", 12), ("1982-05-30", 16), ("1999-03-12", 19)),
        *(("2004-03-29", 26), ("2009-04-01", 28), ("2020-03-27", 30)),
        *(("2023-04-04", 31), ("2024-03-07", 32)),
    ],
)
def test_the_atlantic_alliance_grows_as_it_did(day: str, members: int) -> None:
    treaty = instrument("nato-1949")
    assert len(bound_parties(treaty, dt.date.fromisoformat(day))) == members


def test_the_united_nations_begin_with_51_and_reach_193() -> None:
    charter = instrument("un-charter-1945")
    assert len(bound_parties(charter, dt.date(1945, 12, 31))) == 51
    assert len(bound_parties(charter, dt.date(2011, 7, 14))) == 193


def test_an_unknown_instrument_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownInstrument, match="rus-prk-2024"):
        instrument("rus-prk-24")


@pytest.fixture(scope="module")
def atop(shared: Path) -> dict[int, dict[str, str]]:
    with (shared / "data/atop/atop5_1a.csv").open() as file:
        return {int(row["atopid"]): row for row in csv.DictReader(file)}


@pytest.mark.parametrize("one", ATOP_CODED, ids=lambda one: one.id)
def test_our_kinds_agree_with_atops_own_flags(
    one: Instrument, atop: dict[int, dict[str, str]]
) -> None:
    assert one.atop is not None
    row = atop[one.atop]
    ours = {obligation.kind for _, obligation in one.obligations()}
    for kind in ("defence", "offence", "neutrality", "nonaggression", "consultation"):
        flag = dict(kinds()[kind].counted_as)["atop"]
        agrees = (kind in ours) == (row[flag] == "1")
        assert agrees != (flag in differences(one)), f"{one.id}: {flag}: ATOP has {row[flag]}"


@pytest.mark.parametrize("one", ATOP_CODED, ids=lambda one: one.id)
def test_our_days_agree_with_atops(one: Instrument, atop: dict[int, dict[str, str]]) -> None:
    assert one.atop is not None
    row = atop[one.atop]
    begins = one.signed.edtf == day_of(row, "beg")
    assert begins != ("begins" in differences(one)), f"{one.id}: ATOP {day_of(row, 'beg')}"
    if row["endyr"] == "0":
        ends = one.ended is None or one.ended.edtf > "2018-12-31"
    else:
        ends = one.ended is not None and one.ended.edtf == day_of(row, "end")
    assert ends != ("ends" in differences(one)), f"{one.id}: {one.ended} ATOP {day_of(row, 'end')}"


@pytest.mark.parametrize("one", ATOP_CODED, ids=lambda one: one.id)
def test_our_parties_are_those_of_atop(one: Instrument, members: dict[int, set[int]]) -> None:
    assert one.atop is not None
    ours = {number for party in one.parties if began_by_2018(party) for number in cow_codes(party)}
    theirs = members[one.atop]
    agrees = ours == theirs
    assert agrees or "members" in differences(one), (  # it may also be about their days
        f"{one.id}: only ours {sorted(ours - theirs)}, only ATOP's {sorted(theirs - ours)}"
    )


def cow_codes(party: Party) -> set[int]:
    """The codes a party had in the COW system while it was one, by 2018."""
    if party.spell is None:
        return set()
    return {
        int(row.code)
        for row in code_spells()
        if row.scheme == "cow" and row.actor == party.actor and overlap(row.spell, party.spell)
    }


def overlap(one: Spell, other: Spell) -> bool:
    last = dt.date(2018, 12, 31)
    begins = [day.earliest for spell in (one, other) if (day := spell.begins) and day.earliest]
    ends = [day.latest for spell in (one, other) if (day := spell.ends) and day.latest]
    return max(begins, default=dt.date.min) <= min([*ends, last])


@pytest.mark.parametrize("one", REGISTER, ids=lambda one: one.id)
def test_where_we_differ_from_atop_is_said_once_and_why(one: Instrument) -> None:
    assert len(differences(one)) == len(one.differs_from_atop)
    assert one.atop or not one.differs_from_atop


def differences(one: Instrument) -> set[str]:
    return {difference.on for difference in one.differs_from_atop}


def began_by_2018(party: Party) -> bool:
    begins = party.spell.begins if party.spell else None
    return begins is None or begins.edtf <= "2018-12-31"


def day_of(row: dict[str, str], side: str) -> str:
    """Return the day ATOP gives, as much of it as it knows."""
    parts = [row[f"{side}{part}"] for part in DATE]
    return "-".join(f"{part:0>2}" for part in parts if part)


DATE = ("yr", "mo", "day")


@pytest.fixture(scope="module")
def members(shared: Path) -> dict[int, set[int]]:
    """The COW codes of the members that ATOP has of each alliance."""
    found: dict[int, set[int]] = {}
    with (shared / "data/atop/atop5_1m.csv").open() as file:
        for row in csv.DictReader(file):
            found.setdefault(int(row["atopid"]), set()).add(int(row["member"]))
    return found


def test_basing_and_contrary_alliances_agree_with_atop_where_we_code_them(
    atop: dict[int, dict[str, str]],
) -> None:
    for one in ATOP_CODED:
        row = atop[one.atop or 0]
        ours = {obligation.kind for _, obligation in one.obligations()}
        assert "basing" not in ours or row["base"] != "0"
        assert "exclusivity" not in ours or row["noothall"] == "1"


def test_first_years_of_un_membership_agree_with_the_igo_data(shared: Path) -> None:
    """COW's IGO data (version 3.0) count from the year after accession for some, and skip some."""
    table = pq.read_table(
        shared / "data/cow/igo_v3_state_year_membership.parquet", columns=["ccode", "year", "un"]
    ).to_pandas()
    first = table[table.un == 1].groupby("ccode").year.min()
    ours = {}
    for party in instrument("un-charter-1945").parties:
        assert party.spell is not None
        assert party.spell.begins is not None
        assert party.spell.begins.earliest is not None
        ours.setdefault(actor(party.actor).id, party.spell.begins.earliest.year)
    differing = set()
    for code, year in first.items():
        found = actor_with_code("cow", int(code), dt.date(int(year), 12, 30))
        if found and found.id in ours and ours[found.id] != year:
            differing.add(found.id)
    assert differing <= {
        *("DOM", "DEU", "DDR", "UKR", "BLR", "SYR", "LBN", "YEM", "UZB", "IND", "PHL", "TLS")
    }
