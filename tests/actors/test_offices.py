"""Who held which office, and what offices and persons are called."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from foedus.actors.offices import Holder, holder_names, holders, roles
from foedus.actors.states import actor, all_actors
from foedus.errors import UnknownActor
from foedus.evidence import Spell

ALL: tuple[Holder, ...] = tuple(held for found in all_actors() for held in holders(found.id))


@pytest.mark.parametrize(
    ("actor_id", "office", "on", "person"),
    [
        ("RUS", "head_of_state", "2024-06-19", "Vladimir Putin"),
        ("RUS", "head_of_state", "2010-01-01", "Dmitry Medvedev"),
        ("RUS", "defence_minister", "2022-02-24", "Sergei Shoigu"),
        ("RUS", "defence_minister", "2024-10-31", "Andrei Belousov"),
        ("USA", "defence_minister", "2024-10-24", "Lloyd Austin"),
        ("USA", "foreign_minister", "2024-10-24", "Antony Blinken"),
        ("UKR", "head_of_state", "2024-10-17", "Volodymyr Zelensky"),
        ("UKR", "foreign_minister", "2024-10-17", "Andrii Sybiha"),
        ("PRK", "leader", "1961-07-06", "Kim Il-sung"),
        ("PRK", "leader", "2024-06-19", "Kim Jong-un"),
        ("KOR", "head_of_state", "2024-06-19", "Yoon Suk-yeol"),
        ("JPN", "head_of_government", "2024-07-28", "Fumio Kishida"),
        ("NATO", "secretary_general", "2022-02-24", "Jens Stoltenberg"),
        ("NATO", "secretary_general", "2024-10-28", "Mark Rutte"),
        ("UN", "secretary_general", "1961-01-01", "Dag Hammarskjöld"),
        ("IAEA", "director_general", "2024-01-01", "Rafael Grossi"),
        ("SUN", "foreign_minister", "1961-07-06", "Andrei Gromyko"),
        ("SUN", "leader", "1961-07-06", "Nikita Khrushchev"),
        ("GMY", "head_of_government", "1879-10-07", "Otto von Bismarck"),
        ("AUH", "foreign_minister", "1879-09-24", "Gyula Andrássy"),
    ],
)
def test_an_office_was_held_by(actor_id: str, office: str, on: str, person: str) -> None:
    found = holders(actor_id, office, dt.date.fromisoformat(on))
    assert [held.person for held in found] == [person]


def test_on_the_day_of_the_handover_both_hold_the_office() -> None:
    on = dt.date(2025, 1, 20)
    assert {held.person for held in holders("USA", "head_of_state", on)} == {
        "Joe Biden",
        "Donald Trump",
    }


def test_an_end_that_is_not_known_is_not_given() -> None:
    held = next(h for h in holders("RUS", "foreign_minister") if h.person == "Sergey Lavrov")
    assert held.spell.ends is not None
    assert held.spell.ends.latest is None
    assert held.spell.surely_covers(dt.date(2024, 1, 1))
    assert not held.spell.surely_covers(dt.date(2029, 1, 1))


def test_an_unknown_actor_is_refused_and_an_unlisted_office_is_empty() -> None:
    with pytest.raises(UnknownActor):
        holders("XYZ")
    assert holders("BTN", "foreign_minister") == ()


def test_every_tenure_has_a_source_and_lies_in_the_life_of_its_actor() -> None:
    for held in ALL:
        assert held.source
        spells = actor(held.actor).spells
        life = Spell(spells[0].begins, spells[-1].ends)
        begins, ends = held.spell.begins, held.spell.ends
        if begins and begins.latest:
            assert life.may_cover(begins.latest), held
        if ends and ends.earliest:
            assert life.may_cover(ends.earliest), held


def test_one_office_of_state_is_not_held_by_two_for_more_than_a_handover() -> None:
    single = {"head_of_state", "head_of_government", "secretary_general", "leader"}
    for one in (held for held in ALL if held.office in single):
        for other in holders(one.actor, one.office):
            if one.spell.begins and other.spell.begins and other != one:
                inside = (one.spell.begins.latest or dt.date.max) + dt.timedelta(days=40)
                assert not (
                    other.spell.begins.edtf < one.spell.begins.edtf
                    and other.spell.surely_covers(inside)
                ), (one, other)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_holder_has_names(language: str) -> None:
    named = {name.person for name in holder_names(language)}
    assert {held.person for held in ALL} == named


@pytest.mark.parametrize(
    ("words", "language", "actor_id"),
    [
        ("Vladimir Poutine", "fr", "RUS"),
        ("Poutine", "fr", "RUS"),
        ("Volodymyr Zelensky", "fr", "UKR"),
        ("Volodymyr Zelenskyy", "en", "UKR"),
        ("Kim Jong-un", "fr", "PRK"),
        ("Lloyd Austin", "en", "USA"),
        ("Xi Jinping", "en", "CHN"),
        ("Recep Tayyip Erdogan", "fr", "TUR"),
    ],
)
def test_a_name_leads_to_whom_the_person_speaks_for(
    words: str, language: str, actor_id: str
) -> None:
    assert {name.actor for name in holder_names(language) if name.words == words} == {actor_id}


def test_a_person_who_changed_sides_is_told_apart_by_the_day() -> None:
    def speaks_for(on: dt.date) -> set[str]:
        names = (name for name in holder_names("en") if name.words == "Jens Stoltenberg")
        return {name.actor for name in names if name.may_mean_on(on)}

    assert speaks_for(dt.date(2010, 1, 1)) == {"NOR"}
    assert speaks_for(dt.date(2020, 1, 1)) == {"NATO"}


def test_a_surname_that_is_also_a_city_wants_support() -> None:
    austin = next(name for name in holder_names("en") if name.words == "Austin")
    assert austin.ambiguous


@pytest.mark.parametrize(
    ("words", "language", "office", "actor_id"),
    [
        ("président", "fr", "head_of_state", None),
        ("ministre des Affaires étrangères", "fr", "foreign_minister", None),
        ("secrétaire à la Défense", "fr", "defence_minister", "USA"),
        ("secretary of state", "en", "foreign_minister", "USA"),
        ("foreign secretary", "en", "foreign_minister", "GBR"),
        ("porte-parole", "fr", "spokesperson", None),
    ],
)
def test_a_role_names_an_office_and_sometimes_whose(
    words: str, language: str, office: str, actor_id: str | None
) -> None:
    found = next(role for role in roles(language) if role.words == words)
    assert (found.office, found.actor) == (office, actor_id)


def test_roles_and_persons_name_only_what_exists(repository: Path) -> None:
    offices = {held.office for held in ALL}
    for language in ("en", "fr"):
        for role in roles(language):
            assert role.office in offices
            assert role.actor is None or actor(role.actor)
    with (repository / "src/foedus/actors/persons.csv").open(encoding="utf-8") as file:
        persons = {row["person"] for row in csv.DictReader(file)}
    assert persons == {held.person for held in ALL}
