"""An act is read from a few words, in English or French, with names in any language."""

import datetime as dt

import pytest

from foedus.errors import OutsideLife, UnknownAct, UnknownActor, UnknownPlace
from foedus.treaties.acts import Act, act_from

ON = dt.date(2024, 11, 1)


@pytest.mark.parametrize(
    ("words", "kind", "initiators", "targets"),
    [
        ("UKR attacks RUS", "attack", ("UKR",), ("RUS",)),
        ("l'Ukraine attaque la Russie", "attack", ("UKR",), ("RUS",)),
        ("La Corée du Nord envahit la Corée du Sud", "invasion", ("PRK",), ("KOR",)),
        ("North Korea invades South Korea", "invasion", ("PRK",), ("KOR",)),
        ("Russia threatens Estonia", "threat", ("RUS",), ("EST",)),
        ("la Chine menace Taïwan", "threat", ("CHN",), ("TWN",)),
        ("Russia bombards Ukraine", "strike", ("RUS",), ("UKR",)),
        (
            "the United States and South Korea attack North Korea",
            "attack",
            ("USA", "KOR"),
            ("PRK",),
        ),
        ("les États-Unis sont attaqués", "attack", (), ("USA",)),
        ("Estonia is invaded by Russia", "invasion", ("RUS",), ("EST",)),
        ("la Pologne est attaquée par la Russie", "attack", ("RUS",), ("POL",)),
    ],
)
def test_an_act_is_read(
    words: str, kind: str, initiators: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    act = act_from(words, on=ON)
    assert (act.kind, act.initiators, act.targets) == (kind, initiators, targets)


@pytest.mark.parametrize(
    "words",
    [
        "UKR attacks RUS in Kursk",
        "l'Ukraine attaque la Russie dans la région de Koursk",
        "l'Ukraine attaque la Russie à Koursk",
        "Russia is attacked by Ukraine in Kursk",
    ],
)
def test_the_place_may_stand_in_the_words(words: str) -> None:
    act = act_from(words, on=ON)
    assert act.place is not None
    assert (act.place.id, act.initiators, act.targets) == ("kursk", ("UKR",), ("RUS",))


def test_the_place_given_apart_is_the_one_that_counts() -> None:
    act = act_from("UKR attacks RUS in Kursk", place="Donetsk", on=ON)
    assert act.place is not None
    assert act.place.id == "donetsk"


def test_force_is_used_or_threatened() -> None:
    assert act_from("UKR attacks RUS", on=ON).force
    assert not act_from("UKR threatens RUS", on=ON).force


def test_the_day_decides_who_is_meant() -> None:
    assert act_from("the Soviet Union attacks China", on=dt.date(1969, 3, 2)).initiators == ("SUN",)
    with pytest.raises(OutsideLife):
        act_from("the Soviet Union attacks China", on=ON)


@pytest.mark.parametrize("words", ["UKR greets RUS", "", "RUS", "UKR attacks", "attaque"])
def test_words_that_are_no_act_are_refused(words: str) -> None:
    with pytest.raises(UnknownAct):
        act_from(words, on=ON)


def test_a_misspelt_verb_gets_the_nearest() -> None:
    with pytest.raises(UnknownAct, match="attacks"):
        act_from("UKR atacks RUS", on=ON)


def test_unknown_names_and_places_are_told_as_such() -> None:
    with pytest.raises(UnknownActor):
        act_from("Ruritania attacks RUS", on=ON)
    with pytest.raises(UnknownPlace):
        act_from("UKR attacks RUS", place="Zenda", on=ON)


def test_an_act_is_a_plain_value() -> None:
    one, other = (act_from("UKR attacks RUS", on=ON) for _ in range(2))
    assert one == other
    assert isinstance(one, Act)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Argentina seizes GBR in Falklands", "seizure"),
        ("l'Argentine s'empare de GBR", "seizure"),
        ("Russia intervenes in SYR", "intervention"),
        ("la Russie intervient en Syrie", "intervention"),
        ("RUS hacks EST", "cyber"),
        ("RUS launches a cyber attack on EST", "cyber"),
        ("la Russie lance une cyberattaque contre l'Estonie", "cyber"),
    ],
)
def test_acts_short_of_an_attack_are_read(words: str, kind: str) -> None:
    assert act_from(words, on=ON).kind == kind


@pytest.mark.parametrize(
    ("words", "provoked"),
    [
        ("UKR attacks RUS unprovoked", False),
        ("UKR attacks RUS without provocation in Kursk", False),
        ("l'Ukraine attaque la Russie, sans provocation", False),
        ("UKR attacks RUS provoked", True),
        ("UKR attacks RUS", None),
    ],
)
def test_whether_it_was_provoked_may_be_said(words: str, provoked: bool | None) -> None:
    act = act_from(words, on=ON)
    assert (act.provoked, act.initiators, act.targets) == (provoked, ("UKR",), ("RUS",))


@pytest.mark.parametrize(
    "words", ["an armed group attacks Mali", "terrorists attack Mali", "un groupe armé attaque MLI"]
)
def test_the_attacker_may_be_no_state(words: str) -> None:
    act = act_from(words, on=ON)
    assert (act.by_no_state, act.initiators, act.targets) == (True, (), ("MLI",))


def test_an_act_nobody_can_read_shows_its_form_and_the_nearest_whole_act() -> None:
    with pytest.raises(UnknownAct) as told:
        act_from("UKR atacks Rusia", on=ON)
    assert "WHO attacks|invades" in str(told.value)
    assert told.value.nearest == ("UKR attacks Russia (RUS, 365)",)


@pytest.mark.parametrize("words", ["GMY attacks POL", "255 attacks 290", "Allemagne attaque POL"])
def test_a_code_or_a_name_means_the_state_of_the_day(words: str) -> None:
    assert act_from(words, on=dt.date(1939, 9, 1)).initiators == ("GMY",)
    assert act_from(words, on=ON).initiators == ("DEU",)


@pytest.mark.parametrize("words", ["FRA attacks FRA", "FRA, DEU attack POL and Germany"])
def test_nobody_stands_on_both_sides(words: str) -> None:
    with pytest.raises(UnknownAct, match="share nobody"):
        act_from(words, on=ON)
