"""What part each actor plays: 1914 as a historian knows it, Estonia, and laws that must hold."""

import datetime as dt
from functools import cache

import pytest

from foedus.repercussions.scenarios import Outlook, Spread, openings, outlook
from foedus.repercussions.scenarios.capabilities import capabilities_of, carried_year
from foedus.repercussions.scenarios.reach import reaches
from foedus.repercussions.scenarios.side_by_side import side_by_side
from foedus.sources.case import AnalystAssumption, Scenario
from foedus.treaties.instruments import register
from tests.repercussions.scenarios.made import a_case, act, assume, one_act

DRAWS = 4_000
AS_IT_WENT = (
    act("AUH attacks SRB", "1914-07-28"),
    act("GMY attacks RUS", "1914-08-01"),
    act("GMY attacks FRA", "1914-08-03"),
    act("GMY attacks BEL", "1914-08-04"),
    act("AUH attacks RUS", "1914-08-06"),
)


def drawn(
    scenario: Scenario, beside: tuple[str, ...] = (), datasets: tuple[str, ...] = ()
) -> Outlook:
    ((opening,),) = openings(a_case(scenario), register())
    return outlook(opening, register(), beside, datasets, DRAWS)


@cache
def july(*assumed: AnalystAssumption) -> Outlook:
    return drawn(one_act("AUH attacks SRB", "1914-07-28", assumed=assumed), ("ITA", "JPN"))


@cache
def august() -> Outlook:
    return drawn(Scenario(id="august", acts=AS_IT_WENT), ("ITA",))


@cache
def estonia() -> Outlook:
    return drawn(one_act("RUS attacks EST", "2018-06-01"), ("FIN", "SWE", "CHN"))


def role(found: Outlook, actor: str, name: str) -> Spread:
    one = found.of(actor)
    assert one is not None
    return one.roles.get(name, Spread(0, 0, 0, 0))


def test_in_july_nothing_binds_russia_and_the_war_stays_small() -> None:
    found = july()
    assert role(found, "AUH", "attacker").mean == role(found, "SRB", "target").mean == 1
    assert found.of("GBR") is None or role(found, "GBR", "fights_attacked").mean == 0
    # Germany is called only if it does not matter that its ally began.
    germany = {one.assumption: one for one in found.moves if one.actor == "GMY"}
    assert germany["whoever_began"].at_low == 0 < germany["whoever_began"].at_high


def test_what_an_analyst_adds_for_russia_brings_france_by_its_alliance() -> None:
    found = july(assume("RUS joins SRB", 0.6, 0.95))
    russia = role(found, "RUS", "fights_attacked")
    assert russia.mean == pytest.approx(0.775, abs=0.03)
    assert 0.4 < russia.low < 0.7
    france = found.of("FRA")
    assert france is not None
    (way, *_) = france.ways
    assert [(step.actor, step.partner, step.instrument) for step in way.steps] == [
        ("RUS", "SRB", None),
        ("FRA", "RUS", "fra-rus-1894"),
    ]
    judged = [one.id for one in found.setting.assumptions if one.judged]
    assert judged == ["RUS joins SRB"]


def test_once_germany_has_attacked_belgium_britain_is_called_and_italy_is_not() -> None:
    """By 6 August five acts have made two camps; Italy's alliance was for defence."""
    found = august()
    assert {one.actor for one in found.actors if "attacker" in one.roles} == {"AUH", "GMY"}
    britain = found.of("GBR")
    assert britain is not None
    assert britain.fights > 0.4
    assert britain.ways[0].steps[0].instrument == "london-1839"
    italy = {one.assumption: one for one in found.moves if one.actor == "ITA"}
    assert italy["whoever_began"].at_low < 0.02 < italy["whoever_began"].at_high


def test_estonia_calls_its_allies_and_nobody_else() -> None:
    found = estonia()
    poland = found.of("POL")
    assert poland is not None
    assert {step.instrument for way in poland.ways[:1] for step in way.steps} <= {
        "nato-1949",
        "eu-2007",
    }
    assert role(found, "CHN", "fights_attacked").mean == 0
    # Finland and Sweden were in the Union and not yet in the alliance.
    for actor in ("FIN", "SWE"):
        one = found.of(actor)
        assert one is not None
        assert {way.steps[-1].instrument for way in one.ways} <= {"eu-2007"}
    assert found.hinges[0].assumption == "defence"


def test_shares_of_an_actor_add_up_and_lie_in_their_intervals() -> None:
    for found in (july(), estonia()):
        for one in found.actors:
            assert sum(spread.mean for spread in one.roles.values()) == pytest.approx(1)
            for spread in one.roles.values():
                assert 0 <= spread.low <= spread.high <= 1


def test_every_way_leads_from_a_party_to_the_actor_and_none_is_counted_twice() -> None:
    for found in (july(assume("RUS joins SRB", 0.6, 0.95)), estonia()):
        parties = {found.setting.arena.actors[at] for at in (0, 1)}
        for one in found.actors:
            assert sum(way.share for way in one.ways) <= one.fights + 0.02
            for way in one.ways:
                assert way.steps[-1].actor == one.actor
                assert way.steps[0].partner in parties
                joined = [step.actor for step in way.steps]
                assert len(set(joined)) == len(joined)
                for before, after in zip(way.steps, way.steps[1:], strict=False):
                    assert after.partner == before.actor


def test_the_same_seed_gives_the_same_and_the_cascade_says_the_same() -> None:
    one = drawn(one_act("AUH attacks SRB", "1914-07-28"), ("ITA", "JPN"))
    assert one.actors == july().actors
    assert one.hinges == july().hinges
    for each in one.cascade.involvements:
        found = one.of(each.actor)
        assert found is not None
        assert found.fights == pytest.approx(each.probability)


def test_where_nothing_calls_anybody_nothing_is_assumed_and_all_stay_out() -> None:
    ((opening,),) = openings(a_case(one_act("ESP attacks USA", "1898-04-21")), {})
    found = outlook(opening, {}, ("GBR",), draws=400)
    assert found.setting.assumptions == found.hinges == ()
    assert role(found, "GBR", "stays_out").mean == 1


def test_who_stays_out_fights_never_and_who_helps_does_not_fight() -> None:
    # The alliance of 1883 calls Romania in July 1914.
    assert role(july(), "ROU", "fights_attackers").mean > 0.05
    found = july(assume("ROU stays out", 1, 1), assume("JPN helps SRB", 0.5, 0.5))
    assert role(found, "ROU", "fights_attackers").mean == 0
    assert role(found, "JPN", "helps_attacked").mean == pytest.approx(0.5, abs=0.05)


def test_who_cannot_reach_the_war_is_told_as_such() -> None:
    found = july(assume("ROU reaches the war", 0, 0))
    assert role(found, "ROU", "fights_attackers").mean == 0
    would = role(july(), "ROU", "fights_attackers").mean
    assert role(found, "ROU", "cannot_reach").mean == pytest.approx(would, abs=0.03)


def test_an_analyst_s_bounds_take_the_place_of_what_nobody_knows() -> None:
    never = july(assume("whoever_began", 0, 0))
    assert never.of("GMY") is None  # it plays no part, and nobody asked about it
    of = {one.id: one for one in never.setting.assumptions}
    assert of["whoever_began"].judged
    assert not of["defence"].judged


def test_two_scenarios_drawn_alike_differ_by_what_differs() -> None:
    """The range of a paired difference is far narrower than that of either share."""
    found = side_by_side(july(), july(assume("RUS joins SRB", 0.7, 0.7)))
    russia = {one.role: one for one in found.differences if one.actor == "RUS"}
    difference = russia["fights_attacked"].difference
    assert difference.mean == pytest.approx(0.7, abs=0.05)
    assert [one.assumption for one in russia["fights_attacked"].turns][:1] == []
    # What Austria's act alone does to Greece is the same in both: no difference is told.
    greece = [one for one in found.differences if one.actor == "GRC" and one.role == "lets_down"]
    assert not greece
    assert ("fra-rus-1894", "1") in {(a, b) for a, b in found.only_other}
    same = side_by_side(july(), july())
    assert same.differences == same.only_one == same.only_other == ()


def test_a_difference_names_the_assumption_that_makes_it() -> None:
    kursk = drawn(one_act("UKR attacks RUS", "2024-12-10", "Kursk"))
    donetsk = drawn(one_act("UKR attacks RUS", "2024-12-10", "Donetsk"))
    found = side_by_side(kursk, donetsk)
    belarus = {one.role: one for one in found.differences if one.actor == "BLR"}
    assert belarus["fights_attacked"].difference.mean < -0.02
    turns = [one.assumption for one in belarus["fights_attacked"].turns]
    assert set(turns[:2]) == {"whoever_began", "defence"}
    assert ("cst-1992", "4") in {(a, b) for a, b in found.only_one}


def test_other_seeds_are_not_compared() -> None:
    ((opening,),) = openings(a_case(one_act("AUH attacks SRB", "1914-07-28")), register())
    other = outlook(opening, register(), draws=200, seed=1)
    with pytest.raises(ValueError, match="same seed"):
        side_by_side(july(), other)


def test_a_year_is_carried_ten_years_and_no_further() -> None:
    assert carried_year(dt.date(2024, 1, 1), (1816, 2016)) == 2016
    assert carried_year(dt.date(2027, 1, 1), (1816, 2016)) is None
    assert carried_year(dt.date(1815, 1, 1), (1816, 2016)) is None
    assert carried_year(dt.date(1914, 1, 1), (None, None)) == 1914


GEOGRAPHY = {
    "cow/contdird_v3.2_directed_dyad_year.parquet": "contiguity",
    "cow/majors2016.parquet": "majors",
    "cow/nmc_v7.0.parquet": "nmc",
}


@pytest.fixture
def held(holding, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("FOEDUS_DATA", str(holding(GEOGRAPHY)))


@pytest.mark.usefixtures("held")
def test_who_can_reach_whom_is_read_from_the_datasets_named() -> None:
    on, parties = dt.date(2010, 6, 1), ("RUS", "EST")
    actors = ("RUS", "EST", "LVA", "NOR", "USA", "CHL", "ABK")
    named = ("contiguity", "majors", "nmc")
    known = capabilities_of(actors, on, named)
    found = reaches(actors, parties, on, named, known)
    assert found is not None
    how = {actor: one.how for actor, one in found.items()}
    assert how == {
        "RUS": "party",
        "EST": "party",
        "LVA": "land",
        "NOR": "land",
        "USA": "water",
        "CHL": "unknown",  # without minimum distances nobody knows how far it is
        "ABK": "unknown",  # no code in the state system
    }
    assert known["USA"].cinc is not None
    assert known["ABK"].cinc is None
    assert reaches(actors, parties, on, ("nmc",), known) is None


@pytest.mark.usefixtures("held")
def test_whose_reach_is_not_known_is_drawn_both_ways() -> None:
    found = drawn(one_act("GEO attacks RUS", "2010-06-01"), (), ("contiguity", "majors", "nmc"))
    abkhazia = found.of("ABK")
    assert abkhazia is not None
    assert abkhazia.reach is not None
    assert abkhazia.reach.how == "unknown"
    fights, far = (abkhazia.roles[one].mean for one in ("fights_attacked", "cannot_reach"))
    assert fights == pytest.approx(far, rel=0.5)
    assert {"reach_unknown"} <= {one.id for one in found.setting.assumptions}
    assert found.balance.attacked is not None
