"""Reasons are said in both languages, with names, days and places in words."""

import re
from importlib.resources import files

import pytest
import yaml

from foedus.evidence import Day
from foedus.treaties.answers import ANYONE, Reason, Verdict
from foedus.treaties.sentences import said, said_actor, said_day, said_verdict

SENTENCES = yaml.safe_load(files("foedus.treaties").joinpath("sentences.yaml").read_text())
CODE = "\n".join(
    path.read_text() for path in files("foedus.treaties").iterdir() if path.name.endswith(".py")
)


@pytest.mark.parametrize("key", SENTENCES)
def test_both_languages_fill_the_same_places(key: str) -> None:
    spoken = SENTENCES[key]
    assert set(spoken) == {"en", "fr"}
    english, french = ({*re.findall(r"{(\w+)}", spoken[one])} for one in ("en", "fr"))
    # French says the obligor first only where English needs the name.
    assert french <= english


@pytest.mark.parametrize("key", SENTENCES)
def test_no_sentence_is_left_over(key: str) -> None:
    assert f'"{key}"' in CODE or key.startswith("clash_")


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        ("2024-11-01", "1 November 2024", "1er novembre 2024"),
        ("2024-06-19", "19 June 2024", "19 juin 2024"),
        ("1879-10", "October 1879", "octobre 1879"),
        ("1954", "1954", "1954"),
        (
            "2000-02-09/2000-12-31",
            "some day from 9 February 2000 to 31 December 2000",
            "un jour entre le 9 février 2000 et le 31 décembre 2000",
        ),
    ],
)
def test_a_day_is_said_as_far_as_it_is_known(day: str, english: str, french: str) -> None:
    assert said_day(Day(day), "en") == english
    assert said_day(Day(day), "fr") == french


def test_names_are_those_of_the_language() -> None:
    reason = Reason("no_party_attacked", (("target", "PRK RUS"),))
    assert "North Korea, Russia" in said(reason, "en")
    assert "Corée du Nord, Russie" in said(reason, "fr")
    assert said_actor(ANYONE, "fr") == "tout autre État"


def test_every_verdict_has_words() -> None:
    assert len({said_verdict(one.value, "en") for one in Verdict}) == len(Verdict)
    assert len({said_verdict(one.value, "fr") for one in Verdict}) == len(Verdict)
