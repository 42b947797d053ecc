"""ATOP's alliances as instruments: who, when, under what conditions, and what is not known."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from foedus.errors import MissingDataset
from foedus.evidence import Day
from foedus.ledger.engines import engine_at
from foedus.treaties.acts import act_from
from foedus.treaties.answers import Verdict
from foedus.treaties.atop.history import history, joined
from foedus.treaties.atop.instruments import atop_instruments, instrument_of
from foedus.treaties.atop.mapping import entries
from foedus.treaties.atop.member_rows import MemberRow
from foedus.treaties.casus import casus_answer
from foedus.treaties.clauses import Instruments
from foedus.treaties.instrument import Instrument, KnownHow, Trigger
from foedus.treaties.instruments import register
from foedus.treaties.parties import bond, bound_parties
from foedus.treaties.vocabulary import act_kinds, kinds, vocabulary
from foedus.treaties.words import Words


def trigger(one: Instrument, article: str, phase: int = 0) -> Trigger:
    """The trigger of the first terms of a promise."""
    wanted = article.lower() + (f"-phase-{phase}" if phase else "")
    return next(
        obligation.trigger for _, obligation in one.obligations() if obligation.id == wanted
    )


# --- Who ------------------------------------------------------------------------------------------


def test_one_code_of_russia_is_the_union_and_then_russia(atop: Instruments) -> None:
    treaty = atop["atop-3440"]
    assert bound_parties(treaty, dt.date(1991, 12, 25)) == ("SUN", "PRK")
    assert set(bound_parties(treaty, dt.date(1991, 12, 26))) == {"RUS", "PRK"}
    assert bound_parties(treaty, dt.date(1996, 9, 11)) == ()


def test_what_the_russian_republic_signed_before_the_end_of_the_union_is_russias(
    atop: Instruments,
) -> None:
    assert set(atop["atop-4055"].actors) == {"RUS", "LTU"}
    assert set(atop["atop-4016"].actors) == {"RUS", "UKR"}


def test_germany_stays_one_member_of_nato_when_its_code_changes(atop: Instruments) -> None:
    germany = [party for party in atop["atop-3180"].parties if party.actor == "DEU"]
    assert [str(party.spell) for party in germany] == ["1954-10-23/.."]


def test_a_member_that_left_and_came_back_is_a_party_twice(atop: Instruments) -> None:
    egypt = [str(one.spell) for one in atop["atop-3205"].parties if one.actor == "EGY"]
    assert len(egypt) == 2
    assert egypt[1] == "1989-05-22/.."


def test_every_member_of_every_alliance_is_an_actor(atop: Instruments) -> None:
    lost = [out.what for one in atop.values() for out in one.left_out if "no actor" in out.why]
    assert not lost


def test_a_member_that_is_no_actor_is_counted_and_named() -> None:
    one = instrument_of([made_row(member=220), made_row(member=8153, nonagg=1)])
    assert one.actors == ("FRA",)
    assert "1 members: 8153" in [out.what for out in one.left_out]


def test_czechoslovakias_two_successors_carry_on_side_by_side_and_owe_each_other_nothing(
    atop: Instruments,
) -> None:
    treaty = atop["atop-3424"]
    pairs = {
        frozenset({*obligation.obligor, *obligation.beneficiary})
        for article, obligation in treaty.obligations()
        if article.spell and article.spell.ends is None
    }
    assert pairs == {frozenset({"CZE", "KHM"}), frozenset({"SVK", "KHM"})}


# --- When -----------------------------------------------------------------------------------------


def test_an_unknown_day_is_a_month(atop: Instruments) -> None:
    assert atop["atop-1035"].ended == Day("1822-12")
    assert atop["atop-1115"].signed == Day("1844-06")
    assert bond(atop["atop-1035"], "GBR", dt.date(1822, 12, 15)).standing == "possible"


def test_what_runs_at_the_end_of_2018_is_in_doubt_from_2019(atop: Instruments) -> None:
    treaty = atop["atop-3180"]
    assert bond(treaty, "FRA", dt.date(2018, 12, 31)).standing == "certain"
    after = bond(treaty, "FRA", dt.date(2019, 1, 1))
    assert after.standing == "possible"
    assert after.doubt is not None
    assert "2018" in after.doubt.words.said("fr")


def test_the_day_two_wordings_meet_belongs_to_the_later(atop: Instruments) -> None:
    spells = {str(one.spell) for one in atop["atop-1350"].articles if one.number == "DEFENSE"}
    assert {"1882-05-20/1887-02-19", "1887-02-20/1891-05-05"} <= spells


@pytest.mark.parametrize(
    ("number", "kind", "years"),
    [
        # Texts that run indefinitely; until an organ finds otherwise; for a term.
        *((3150, "unlimited", None), (3210, "unlimited", None), (3240, "unlimited", None)),
        (3260, "unlimited", None),
        *((2130, "unstated", None), (3375, "unstated", None)),
        *((3200, "renewable", 30), (1350, "fixed", 5)),
    ],
)
def test_the_duration_is_what_the_texts_say(
    atop: Instruments, number: int, kind: str, years: int | None
) -> None:
    duration = atop[f"atop-{number}"].duration
    assert duration is not None
    assert (duration.kind, duration.years) == (kind, years)


# --- Under what conditions ------------------------------------------------------------------------


def test_help_against_the_one_state_named_is_against_it_alone(atop: Instruments) -> None:
    assert trigger(atop["atop-1335"], "DEFENSE").adversaries == ("RUS",)
    assert trigger(atop["atop-2055"], "DEFENSE").adversaries == ("GMY",)
    assert trigger(atop["atop-1490"], "OFFENSE").adversaries == ("BGR",)


@pytest.mark.parametrize(
    ("number", "article", "phase", "why"),
    [
        (1335, "NEUTRAL", 0, "neutrality is owed against other powers than Russia"),
        (1190, "DEFENSE", 0, "members promise different things"),
    ],
)
def test_otherwise_who_the_adversary_is_stays_open(
    atop: Instruments, number: int, article: str, phase: int, why: str
) -> None:
    found = trigger(atop[f"atop-{number}"], article, phase)
    assert not found.adversaries, why
    assert "adversary" in found.untold
    assert found.words is not None
    assert "(" in found.words.said("fr")


@pytest.mark.parametrize(
    ("number", "article", "phase", "named", "why"),
    [
        (1350, "DEFENSE", 1, ("FRA",), "France, or two powers together"),
        (2550, "OFFENSE", 0, ("GMY", "JPN"), "Germany, Japan and a third"),
        (3200, "DEFENSE", 0, ("JPN",), "Japan or any state joined with it"),
    ],
)
def test_those_named_fit_and_whether_others_do_stays_open(
    atop: Instruments, number: int, article: str, phase: int, named: tuple[str, ...], why: str
) -> None:
    found = trigger(atop[f"atop-{number}"], article, phase)
    assert found.adversaries == named, why
    assert "adversary" in found.untold, why


def test_the_dual_alliance_as_atop_has_it(atop: Instruments) -> None:
    alone = Instruments({"atop-1335": atop["atop-1335"]})

    def told(words: str) -> set[tuple[str, str, Verdict]]:
        on = dt.date(1905, 1, 1)
        answers = casus_answer(act_from(words, on=on), on, alone).answers
        return {(one.actor, one.kind, one.verdict) for one in answers}

    assert ("GMY", "defence", Verdict.MUST) in told("RUS attacks AUH")
    assert ("GMY", "defence", Verdict.NOT_BOUND) in told("ITA attacks AUH")
    assert ("GMY", "neutrality", Verdict.DISPUTED) in told("ITA attacks AUH")


# --- What is not known ----------------------------------------------------------------------------


def test_blank_cells_are_no_promises_and_are_counted(
    atop: Instruments, published_members: list[dict[str, str]]
) -> None:
    read = [
        one.variable
        for one in entries().values()
        if one.becomes in ("promise", "provision")
        or one.variable in ("estmode", "pubsecr", "speclgth", "specthrt")
    ]
    blank = sum(row[variable] == "" for row in published_members for variable in read)
    counted = sum(
        int(out.what.split(" blank cells")[0])
        for one in atop.values()
        for out in one.left_out
        if " blank cells" in out.what
    )
    assert counted == blank > 0


def test_secrecy_is_atops(atop: Instruments) -> None:
    degrees = {one.secrecy for one in atop.values()}
    assert degrees == {"public", "secret in part", "secret"}
    assert atop["atop-1370"].secrecy == "secret"
    assert atop["atop-3180"].secrecy == "public"


def test_what_atop_has_from_secondary_sources_says_so(
    atop: Instruments, published_members: list[dict[str, str]]
) -> None:
    secondary = {f"atop-{row['atopid']}" for row in published_members if row["source"] == "2"}
    said = {
        one.id
        for one in atop.values()
        if all("secondary sources" in article.source for article in one.articles)
    }
    assert said == secondary


def every_words(one: Instrument) -> Iterator[Words]:
    yield from (one.title, one.short)
    if one.duration:
        yield one.duration.words
    for party in one.parties:
        yield from (doubt.words for doubt in party.doubts)
        yield from (party.note,) if party.note else ()
    for article in one.articles:
        yield article.summary
        for obligation in article.obligations:
            yield obligation.asks.action
            yield from (obligation.trigger.words,) if obligation.trigger.words else ()


def test_everything_is_said_in_both_languages_and_sourced(atop: Instruments) -> None:
    for one in atop.values():
        assert all(words.en and words.fr and "{" not in words.en for words in every_words(one))
        assert one.left_out
        for article in one.articles:
            assert article.known_how is KnownHow.ATOP
            assert article.source.startswith(f"ATOP 5.1 no. {one.atop}")


def test_every_code_is_one_the_register_knows(atop: Instruments) -> None:
    for clause in atop.clauses:
        found = clause.obligation
        assert found.kind in kinds()
        assert set(found.trigger.acts) <= set(act_kinds())
        assert set(found.trigger.untold) <= set(vocabulary("untold"))
        assert set(found.trigger.also) <= set(vocabulary("also"))
        assert clause.instrument.secrecy in vocabulary("secrecy")
        assert {found.discretion} <= set(vocabulary("discretion"))
        assert {found.timing} <= set(vocabulary("timing"))


def test_within_an_instrument_no_two_obligations_share_an_id(atop: Instruments) -> None:
    for one in atop.values():
        ids = [obligation.id for _, obligation in one.obligations()]
        assert len(ids) == len(set(ids)), one.id


# --- With the register ----------------------------------------------------------------------------


def test_an_instrument_of_the_register_takes_the_place_of_atops_coding(atop: Instruments) -> None:
    both = joined(register(), atop)
    assert both.replaced["atop-3180"] == ("nato-1949",)
    assert "atop-3180" not in both.instruments
    assert {*register(), "atop-1325"} <= set(both.instruments)
    days = [str(one.signed.earliest) for one in both.instruments.values()]
    assert days == sorted(days)


def test_of_one_number_for_successive_treaties_atops_stand_until_ours_was_signed(
    atop: Instruments,
) -> None:
    own = replace(register()["rus-prk-2000"], id="later", atop=1350, signed=Day("1900-01-01"))
    before = joined({"later": own}, atop).instruments["atop-1350"]
    assert before.ended == Day("1899-12-31")
    assert {str(one.spell) for one in before.parties} == {"1882-05-20/1899-12-31"}
    assert bound_parties(before, dt.date(1900, 1, 1)) == ()
    ends = {str(one.spell) for one in before.articles if one.number == "DEFENSE"}
    assert "1891-05-06/1899-12-31" in ends
    assert not any("1913" in one for one in ends)
    assert any("later" in out.why for out in before.left_out)


def test_a_case_may_put_its_own_coding_in_place_of_atops(atop: Instruments) -> None:
    own = replace(register()["rus-prk-2000"], id="mine", atop=1335, signed=Day("1879-10-07"))
    both = joined({"mine": own}, atop)
    assert both.replaced == {"atop-1335": ("mine",)}
    assert "atop-1335" not in both.instruments


def test_without_atop_there_is_the_register_and_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    with engine_at() as engine:
        found = history(engine)
        with pytest.raises(MissingDataset, match="foedus data get atop"):
            atop_instruments(engine)
    assert dict(found.instruments) == dict(register())
    assert found.missing is not None
    assert "foedus data get atop" in found.missing


def test_the_instruments_are_made_once_in_a_process(
    held_atop: Path, atop: Instruments, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(held_atop))
    with engine_at() as engine:
        assert atop_instruments(engine) is atop
        assert history(engine).missing is None


def made_row(**cells: int) -> MemberRow:
    """A row of an alliance that never was: no promise unless told."""
    values: dict[str, int | None] = dict.fromkeys(entries(), 0)
    values |= {"atopid": 9999, "phase": 0, "source": 1, "cowsys": 1, **cells}
    return MemberRow(9999, 0, cells["member"], Day("1950-01-01"), Day("1955-01-01"), values)
