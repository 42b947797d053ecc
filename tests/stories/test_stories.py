"""Every story holds, and every kind of obligation and every instrument of the register has one."""

import re
from pathlib import Path

import pytest

from foedus.treaties.instruments import register
from foedus.treaties.vocabulary import kinds
from tests.stories.notation import Line, Story, Untold, faults, stories

STORIES = stories(Path(__file__).parent)
QUESTIONS = [(told, line) for told in STORIES for line in told.questions]


@pytest.mark.parametrize(
    ("told", "line"), QUESTIONS, ids=[f"{told.name}:{line.number}" for told, line in QUESTIONS]
)
def test_the_story_holds(told: Story, line: Line) -> None:
    found = list(faults(told, line))
    assert not found, f"{line}\n  " + "\n  ".join(found)


@pytest.mark.parametrize("told", STORIES, ids=[told.name for told in STORIES])
def test_a_story_asks_something(told: Story) -> None:
    assert told.questions


def test_every_kind_of_obligation_has_a_story() -> None:
    words = "\n".join(path.read_text() for path in Path(__file__).parent.glob("*.story"))
    told = set(re.findall(r"-> \w+\s+(\w+)", words))
    told |= {
        kind
        for phrase, kind in {
            "must act": "defence",
            "must consult": "consultation",
            "may act: KWT, any": "permission",
            "any, UN": "authority",
        }.items()
        if phrase in words
    }
    assert set(kinds()) <= told


def test_every_instrument_of_the_register_has_a_story() -> None:
    words = "\n".join(path.read_text() for path in Path(__file__).parent.glob("*.story"))
    assert [one for one in register() if one not in words] == []


def test_a_statement_that_is_false_is_found() -> None:
    told = next(one for one in STORIES if one.name == "dual_alliance")
    false = Line("false", 1, "1900-01-01 ? RUS attacks GMY => must act: nobody")
    assert list(faults(told, false))


def test_a_line_outside_the_notation_is_refused() -> None:
    with pytest.raises(Untold):
        list(faults(STORIES[0], Line("bad", 1, "1900-01-01 ? RUS attacks GMY => will act: AUH")))
