"""Which actor some words name on a day, and what an actor is called."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.actors.names import actor_named, display_name
from foedus.actors.states import actor, all_actors
from foedus.actors.surface_forms import LANGUAGES
from foedus.errors import OutsideLife, UnknownActor

TODAY = dt.date(2024, 11, 25)


@pytest.mark.parametrize(
    ("words", "on", "expected"),
    [
        ("Prusse", "1866-06-14", "GMY"),
        ("Prussia", "1866-06-14", "GMY"),
        ("Allemagne", "1914-08-01", "GMY"),
        ("Allemagne", "1970-01-01", "DEU"),
        ("germany", "2024-01-01", "DEU"),
        ("GDR", "1970-01-01", "DDR"),
        ("Autriche-Hongrie", "1914-07-28", "AUH"),
        ("Vienna", "1879-10-07", "AUH"),
        ("Vienna", "1955-10-26", "AUT"),
        ("Russie", "1914-08-01", "RUS"),
        ("URSS", "1961-07-06", "SUN"),
        ("Moscou", "1961-07-06", "SUN"),
        ("Moscou", "2024-06-19", "RUS"),
        ("365", "1961-07-06", "SUN"),
        ("365", "2024-06-19", "RUS"),
        ("cow 970", "2005-01-01", "NRU"),
        ("gw 970", "2005-01-01", "KIR"),
        ("DEU", "1980-01-01", "DEU"),
        ("SCG", "2004-01-01", "YUG"),
        ("Ottoman Empire", "1914-11-01", "TUR"),
        ("Turquie", "2024-01-01", "TUR"),
        ("Etats-Unis", "2024-01-01", "USA"),
        ("états unis", "2024-01-01", "USA"),
        ("us", "2024-01-01", "USA"),
        ("nord-coréenne", "2024-01-01", "PRK"),
        ("Corée", "1900-01-01", "KOREA"),
        ("북한", "2024-01-01", "PRK"),
        ("Южной Кореи", "2024-01-01", "KOR"),
        ("Росія", "2024-01-01", "RUS"),
        ("俄罗斯", "2024-01-01", "RUS"),
        ("北朝鮮", "2024-01-01", "PRK"),
        ("OTAN", "2024-01-01", "NATO"),
        ("L'Élysée", "2024-01-01", "FRA"),
        ("rus", "2024-01-01", "RUS"),
        ("la Russie", "2024-01-01", "RUS"),
        ("l’Ukraine", "2024-01-01", "UKR"),
        ("les États-Unis", "2024-01-01", "USA"),
        ("the Soviet Union", "1961-07-06", "SUN"),
        ("the West", "2024-01-01", "WEST"),
        ("Zaïre", "1990-01-01", "COD"),
        ("Burma", "1970-01-01", "MMR"),
    ],
)
def test_words_name_the_actor_of_their_day(words: str, on: str, expected: str) -> None:
    assert actor_named(words, dt.date.fromisoformat(on)).id == expected


def test_a_misspelt_state_is_refused_with_the_nearest_of_its_day() -> None:
    with pytest.raises(UnknownActor) as refusal:
        actor_named("Prusia", dt.date(1866, 6, 14))
    assert str(refusal.value) == (
        "No state or organisation called 'Prusia' on 1866-06-14. Did you mean Prussia (GMY, 255)?"
    )


def test_words_that_resemble_nothing_are_refused_without_a_guess() -> None:
    with pytest.raises(UnknownActor, match=r"called 'zzzz'\.$"):
        actor_named("zzzz")


@pytest.mark.parametrize(
    ("words", "on", "life"),
    [
        ("Russia", "1961-07-06", "until 1922-12-29 and since 1991-12-26"),
        ("USSR", "2024-01-01", "1922-12-30 to 1991-12-25"),
        ("Germany", "1947-01-01", "since 1949-05-23"),
        ("PRK", "1945-01-01", "since 1948-09-09"),
    ],
)
def test_an_actor_outside_its_life_is_refused_with_its_life(words: str, on: str, life: str) -> None:
    with pytest.raises(OutsideLife, match=life):
        actor_named(words, dt.date.fromisoformat(on))


@pytest.mark.parametrize(
    ("words", "one", "other"), [("Corée", "KOR", "PRK"), ("Congo", "COD", "COG")]
)
def test_a_name_that_two_states_share_is_not_given_to_one(words: str, one: str, other: str) -> None:
    with pytest.raises(UnknownActor) as refusal:
        actor_named(words)
    assert one in str(refusal.value)
    assert other in str(refusal.value)


def test_without_a_day_a_former_state_is_found_by_its_name() -> None:
    assert actor_named("Union soviétique").id == "SUN"
    assert actor_named("Yugoslavia").id == "YUG"


@pytest.mark.parametrize(
    ("actor_id", "language", "on", "expected"),
    [
        ("RUS", "fr", None, "Russie"),
        ("SUN", "fr", None, "Union soviétique"),
        ("SUN", "en", "1961-07-06", "Soviet Union"),
        ("RUS", "en", "1905-01-01", "Russian Empire"),
        ("TUR", "fr", "1914-11-01", "Empire ottoman"),
        ("TUR", "en", "2000-01-01", "Turkey"),
        ("TUR", "en", None, "Türkiye"),
        ("GMY", "fr", "1866-06-14", "Prusse"),
        ("GMY", "fr", "1914-08-01", "Allemagne"),
        ("DEU", "fr", "1970-01-01", "Allemagne de l'Ouest"),
        ("DEU", "fr", None, "Allemagne"),
        ("MMR", "en", "1970-01-01", "Burma"),
        ("SWZ", "fr", "2000-01-01", "Swaziland"),
        ("COD", "fr", "1990-01-01", "Zaïre"),
        ("MKD", "en", "2000-01-01", "Macedonia"),
        ("PRK", "ko", None, "북한"),
        ("SUN", "ru", None, "Советский Союз"),
        ("NATO", "fr", None, "OTAN"),
        ("HAN", "ja", None, "Hanover"),
    ],
)
def test_an_actor_is_called_what_it_was_called(
    actor_id: str, language: str, on: str | None, expected: str
) -> None:
    assert display_name(actor_id, language, dt.date.fromisoformat(on) if on else None) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_actor_has_something_to_be_called(language: str) -> None:
    assert all(display_name(found.id, language) for found in all_actors())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_a_living_state_is_called_names_it(language: str) -> None:
    for found in all_actors():
        if found.kind == "state" and found.lives_on(TODAY):
            assert actor_named(display_name(found.id, language, TODAY), TODAY) == found


@given(st.text(max_size=12))
def test_no_words_whatever_break_the_search(words: str) -> None:
    with suppress(UnknownActor, OutsideLife):
        assert actor_named(words, TODAY) in all_actors()


@given(st.sampled_from(all_actors()), st.dates(dt.date(1816, 1, 1), TODAY))
def test_an_id_names_its_actor_on_every_day_of_its_life(found: object, on: dt.date) -> None:
    assert isinstance(found, type(actor("RUS")))
    if found.lives_on(on):
        assert actor_named(found.id, on) == found


@pytest.mark.parametrize(
    ("words", "day", "meant"),
    [
        ("GMY", "1914-08-01", "GMY"),  # the German Empire by its id
        ("GMY", "2024-01-01", "DEU"),  # the letters COW gives Germany today
        ("UKG", "2024-01-01", "GBR"),
        ("AUS", "2024-01-01", "AUS"),  # Australia by ISO, not COW's Austria
        ("255", "1914-08-01", "GMY"),
        ("Allemagne", "1914-08-01", "GMY"),
        ("德国", "1914-08-01", "GMY"),
    ],
)
def test_letters_numbers_and_names_mean_the_state_of_the_day(
    words: str, day: str, meant: str
) -> None:
    assert actor_named(words, dt.date.fromisoformat(day)).id == meant
