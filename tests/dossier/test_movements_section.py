"""Who moved, in the dossier: findings that lead to their exhibits, and what is not asked."""

from types import SimpleNamespace

import pytest

from foedus.dossier.blocks import Figure, Paragraph, Remarked
from foedus.dossier.sections.movements import movement_blocks, movement_exhibits
from foedus.dossier.sentence import read
from foedus.dossier.words.catalogue import LANGUAGES, words_in
from foedus.repercussions.movements.movement import Movements, NotHeld
from tests.repercussions.movements.test_words import found


def ground(language: str, *movements: Movements | NotHeld):
    """As much of a dossier's ground as the section looks at."""
    repercussions = SimpleNamespace(movements=movements)
    return SimpleNamespace(
        words=words_in(language), material=SimpleNamespace(repercussions=repercussions)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_and_figure_leads_to_an_exhibit(language: str) -> None:
    stands_on = ground(language, found(), found(day="2024-06-19"))
    exhibits = {each.id for each in movement_exhibits(stands_on)}
    blocks = list(movement_blocks(stands_on))
    findings = [one for block in blocks if isinstance(block, Paragraph) for one in block.findings]
    figures = [block for block in blocks if isinstance(block, Figure)]
    assert len(figures) == 3
    assert {each for one in (*findings, *figures) for each in one.evidence} <= exhibits
    assert any(one.estimate is not None and one.estimate.level == 0.9 for one in findings)


def test_a_dyad_that_did_not_move_is_told_with_what_would_have_been_seen() -> None:
    (paragraph, *_) = movement_blocks(ground("en", found()))
    told = " ".join(read(one.sentence) for one in paragraph.findings)
    assert "South Korea and Russia moved together" in told
    assert "No movement is seen in 5 dyads" in told
    assert told.count("would have been seen)") == 5
    assert "NATO – Russia (the data have no series of them)" in told


def test_an_outcome_that_ends_before_the_event_is_said_to_and_not_drawn() -> None:
    blocks = list(movement_blocks(ground("en", found(day="2024-06-19"))))
    assert [type(block) for block in blocks] == [Paragraph]
    assert "unknown, not unmoved" in read(blocks[0].findings[0].sentence)


def test_what_is_not_asked_and_what_is_not_held_say_what_to_do() -> None:
    (asked_not,) = movement_blocks(ground("en"))
    assert isinstance(asked_not, Remarked)
    assert "[[moved]]" in read(asked_not.body)
    (not_held,) = movement_blocks(ground("en", NotHeld("votes", "Run `foedus data get`.")))
    assert "foedus data get" in read(not_held.body)
