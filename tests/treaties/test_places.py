"""The gazetteer: whose ground it is, said carefully, and found by any of its names."""

import datetime as dt
from itertools import pairwise

import pytest

from foedus.actors.states import actor
from foedus.errors import UnknownPlace
from foedus.treaties.places import Place, place, place_named, places
from foedus.treaties.spells import actor_spells
from foedus.treaties.vocabulary import vocabulary

PLACES = list(places().values())


@pytest.mark.parametrize("one", PLACES, ids=lambda one: one.id)
def test_every_row_names_known_actors_and_areas_and_cites_something(one: Place) -> None:
    for held in (*one.recognised, *one.claims, *one.control):
        assert actor(held.actor)
    assert set(one.areas) <= {*vocabulary("area"), "mediterranean_islands"}
    assert one.citation
    assert one.kind in ("region", "city", "island", "zone", "sea")
    assert one.name.en
    assert one.name.fr


@pytest.mark.parametrize("one", PLACES, ids=lambda one: one.id)
def test_no_place_has_two_recognised_sovereigns_on_one_day(one: Place) -> None:
    for earlier, later in pairwise(one.recognised):
        assert earlier.spell.ends is not None
        assert later.spell.begins is not None
        assert earlier.spell.ends.edtf < later.spell.begins.edtf


def test_no_name_leads_to_two_places() -> None:
    names = [
        name for one in PLACES for name in {one.name.said("en"), one.name.said("fr"), *one.names}
    ]
    assert [name for name in set(names) if place_named(name) is not place_named(name)] == []
    owners: dict[str, set[str]] = {}
    for one in PLACES:
        for name in (one.name.said("en"), one.name.said("fr"), *one.names):
            owners.setdefault(name.casefold(), set()).add(one.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kursk", "kursk"),
        ("Koursk", "kursk"),
        ("la région de Koursk", "kursk"),
        ("Курская область", "kursk"),
        ("쿠르스크", "kursk"),
        ("CRIMÉE", "crimea"),
        ("la Crimée", "crimea"),
        ("les Malouines", "falklands"),
        ("Takeshima", "dokdo"),
        ("독도", "dokdo"),
        ("Haut-Karabagh", "nagorno_karabakh"),
        ("DMZ", "dmz"),
    ],
)
def test_a_place_is_found_by_any_of_its_names(words: str, found: str) -> None:
    assert place_named(words).id == found


def test_an_unknown_place_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownPlace, match="Kursk Oblast"):
        place_named("Kurskk")
    with pytest.raises(UnknownPlace):
        place("nowhere")


def test_kursk_is_russian_and_partly_held_by_ukraine_from_august_2024() -> None:
    kursk = place("kursk")
    assert kursk.recognised_on(dt.date(2024, 11, 1)) == "RUS"
    assert kursk.held_on(dt.date(2024, 8, 5)) == ("RUS",)
    assert kursk.held_on(dt.date(2024, 8, 6)) == ("RUS", "UKR")
    assert kursk.recognised_on(dt.date(1943, 7, 5)) == "SUN"


def test_donetsk_is_claimed_by_russia_only_after_the_annexation() -> None:
    donetsk = place("donetsk")
    assert donetsk.claimed_on(dt.date(2022, 9, 29)) == ("UKR",)
    assert donetsk.claimed_on(dt.date(2022, 9, 30)) == ("UKR", "RUS")
    assert donetsk.recognised_on(dt.date(2024, 1, 1)) == "UKR"


def test_disputed_ground_has_no_recognised_sovereign() -> None:
    for one in ("senkaku", "dokdo", "taiwan", "falklands", "kuril", "dmz"):
        assert place(one).recognised_on(dt.date(2024, 1, 1)) is None


@pytest.mark.parametrize("written", ["UKR from 2024", "ukr 2024 to ..", "UKR 2024-13 to .."])
def test_a_spell_that_is_not_one_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"\d{4}|not an actor"):
        actor_spells(written)
