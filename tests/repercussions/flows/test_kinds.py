"""What sort of thing passes, by what is counted or by the words of a passage."""

import pytest

from foedus.repercussions.flows.kinds import (
    counted_as,
    kind_of,
    only_prepared,
    passes,
    says_since,
)


@pytest.mark.parametrize(
    ("thing", "passage", "language", "kind"),
    [
        ("soldier", "1,500 soldiers", "en", "men"),
        ("artillery shell", "a million artillery shells", "en", "munitions"),
        ("dollar", "ten dollars", "en", "money"),
        ("barrel", "a million barrels of oil", "en", "energy"),
        ("idea", "three ideas about soldiers", "en", "unspecified"),
        ("container", "1,000 containers of munitions", "en", "munitions"),
        ("container", "1,000 containers", "en", "unspecified"),
        ("tonne", "50 tonnes de riz", "fr", "food"),
        (None, "un envoi de soldats en Russie", "fr", "men"),
        (None, "supplying Russia with artillery shells", "en", "munitions"),
        (None, "soldiers and shells", "en", "unspecified"),
        (None, "du matériel", "fr", "unspecified"),
        (None, "missile technology", "en", "technology"),
        (None, "les technologies militaires", "fr", "technology"),
        (None, "поставки нефти", "ru", "energy"),
        (None, "постачання снарядів", "uk", "munitions"),
        (None, "북한에 식량을 지원했다", "ko", "food"),
        (None, "向朝鲜提供石油", "zh", "energy"),
        (None, "北朝鮮に技術を供与した", "ja", "technology"),
        (None, "an arms embargo", None, "munitions"),
        (None, "alarms", "en", "unspecified"),
    ],
)
def test_a_thing_has_the_sort_its_words_name(
    thing: str | None, passage: str, language: str | None, kind: str
) -> None:
    assert kind_of(thing, passage, language) == kind


def test_whatever_is_counted_of_help_passes_but_for_measures_of_something_else() -> None:
    assert passes("vehicle", given=True)
    assert not passes("vehicle", given=False)
    assert not passes("year", given=True)
    assert passes("barrel", given=False)


def test_troops_and_soldiers_are_the_same_heads() -> None:
    assert counted_as("troop", None) == counted_as("soldier", None) == "soldier"
    assert counted_as(None, "barrels") == "barrel"
    assert counted_as("visit", None) == "visit"
    assert counted_as(None, None) is None


@pytest.mark.parametrize(
    ("passage", "language", "prepared"),
    [
        ("soldiers are being prepared for the war", "en", True),
        ("sent soldiers to be prepared there", "en", False),
        ("des soldats étaient préparés pour la guerre", "fr", True),
        ("des soldats mobilisés ont été envoyés", "fr", False),
        ("солдаты готовятся к войне", "ru", True),
        ("soldiers arrived", "en", False),
    ],
)
def test_what_is_made_ready_has_not_passed(passage: str, language: str, prepared: bool) -> None:
    assert only_prepared(passage, language) is prepared


def test_a_count_from_a_day_on_says_since() -> None:
    assert says_since("barrels of oil since ", "en")
    assert says_since("barils depuis ", "fr")
    assert not says_since("barrels in ", "en")
