"""What is said of who moved, in both languages."""

import dataclasses
import json
import re

import numpy as np
import pytest

from foedus.dossier.charts.drawing import drawn
from foedus.dossier.rendering.movements import movement_board_of
from foedus.dossier.sentence import read
from foedus.dossier.wording import faults_of_wording
from foedus.dossier.words.catalogue import LANGUAGES, words_in
from foedus.dossier.words.movement_figures import effect_rows, effects_of, lead_rows
from foedus.dossier.words.movements import MovementWords
from foedus.evidence import Day
from foedus.repercussions.movements.as_json import movements_json
from foedus.repercussions.movements.movement import Movements, Verdict
from foedus.repercussions.movements.movements import movements
from tests.repercussions.movements.panels import world

NAMES = dict(zip("ABCDE", ["RUS", "PRK", "KOR", "JPN", "CHN"], strict=True))


def found(*, day: str = "2010-06-19", ratio: bool = False) -> Movements:
    outcome = world()
    values = outcome.values.copy()
    values[list(zip(outcome.one, outcome.two, strict=True)).index(("A", "C")), 11:] += 0.5
    outcome = dataclasses.replace(
        outcome,
        one=tuple(NAMES.get(each, each) for each in outcome.one),
        two=tuple(NAMES.get(each, each) for each in outcome.two),
        values=np.log(values + 2) if ratio else values,
        ratio=ratio,
    )
    return movements(outcome, Day(day), ["RUS", "PRK"], ["KOR", "JPN", "CHN", "NATO"])


def every_sentence(said: MovementWords) -> list[str]:
    if said.found.unsaid is not None:
        return [read(said.unsaid())]
    spoken = [said.opening(), said.design(), *said.pooled(), *said.study()]
    for dyad in said.found.dyads:
        spoken.append(said.verdict(dyad))
        if dyad.effect is not None:
            spoken += [said.likelihood(dyad), said.confidence(dyad), *said.evidence(dyad)]
    quiet = [one for one in said.found.dyads if one.verdict is Verdict.NONE]
    spoken += [said.nobody("5", quiet), said.no_word(said.found.dyads[-1:])]
    return [read(sentence) for sentence in spoken]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", ["2010-06-19", "2009/2011", "2024-06-19"])
def test_every_sentence_keeps_likelihood_with_its_figure_and_apart_from_confidence(
    language: str, day: str
) -> None:
    said = MovementWords(found(day=day), words_in(language), "e")
    for sentence in every_sentence(said):
        assert not faults_of_wording(sentence, language), sentence
        assert "{" not in sentence
        assert "  " not in sentence


def test_where_no_movement_is_seen_it_is_told_how_large_one_would_have_been() -> None:
    result = found()
    said = MovementWords(result, words_in("en"), "e")
    quiet = [one for one in result.dyads if one.verdict is Verdict.NONE]
    assert quiet
    for one in quiet:
        assert re.search(r"one of 0\.\d+ or more would have been seen", read(said.verdict(one)))


def test_a_movement_of_logarithms_is_told_as_a_factor() -> None:
    result = found(ratio=True)
    said = MovementWords(result, words_in("fr"), "e")
    assert said.amount(float(np.log(2.5))) == "×\u00a02,5"
    assert "×" in read(said.verdict(result.dyads[0]))


def test_the_end_of_what_is_known_is_told() -> None:
    said = MovementWords(found(day="2024-06-19"), words_in("en"), "e")
    assert "ends with 2015" in read(said.unsaid())


def test_the_first_party_moved_and_the_rows_say_so() -> None:
    said = MovementWords(found(), words_in("en"), "e")
    rows = [
        dict(zip(effect_rows(said).columns, row, strict=True)) for row in effect_rows(said).rows
    ]
    assert rows[0]["verdict"] == "together"
    assert rows[0]["low"] < rows[0]["effect"] < rows[0]["high"]
    assert rows[-1]["why"] == "no_series"
    leads = lead_rows(said)
    since = [row[leads.columns.index("since")] for row in leads.rows]
    assert since == [*range(-10, 0), *range(1, 6)]


def test_the_picture_shows_every_dyad_and_says_what_cannot_be_drawn() -> None:
    said = MovementWords(found(ratio=True), words_in("en"), "e")
    effects = effects_of(said)
    assert effects.rows[0].moved
    assert effects.rows[-1].unsaid
    svg = drawn(movement_board_of(said), "picture", 848, "").file
    for row in effects.rows:
        assert row.name in svg
    assert effects.rows[-1].unsaid in svg


def test_a_period_in_which_no_dyad_is_known_is_no_number() -> None:
    outcome = world()
    values = outcome.values.copy()
    treated = [
        i for i, pair in enumerate(zip(outcome.one, outcome.two, strict=True)) if "A" in pair
    ]
    values[treated, 3] = np.nan
    outcome = dataclasses.replace(outcome, values=values)
    result = movements(outcome, Day("2010-06-19"), ["A"], ["C"])
    said = MovementWords(result, words_in("en"), "e")
    assert movements_json(result)["pooled"]["leads_and_lags"][3]["gap"] is None
    assert lead_rows(said).rows[3][3] is None
    assert said.amount(float("nan")) == "not known"
    assert "NaN" not in json.dumps(movements_json(result))
