"""What is said and drawn of an escalation, in both languages."""

import re
from pathlib import Path
from typing import Any

import pytest

from foedus.dossier.charts.drawing import WIDE, drawn
from foedus.dossier.likelihood import BANDS
from foedus.dossier.sentence import read
from foedus.dossier.words.catalogue import LANGUAGES, words_in
from foedus.dossier.words.escalation_picture import escalation_rows, escalation_stack
from foedus.dossier.words.escalations import EscalationWords
from foedus.evidence import Day
from foedus.ledger.engines import engine_at
from foedus.repercussions.escalation import Escalation, case_record, escalation_of
from foedus.sources.case_folder import case_at
from tests.repercussions.escalation.test_escalation import ACTS


@pytest.fixture(scope="module")
def koreas(held: Path, repository: Path) -> Escalation:
    assert held.is_dir()
    record = case_record(case_at(repository / "examples/rus-prk"), ACTS, "KOR", "PRK")
    with engine_at() as engine:
        return escalation_of(engine, "KOR", "PRK", Day("2022/2024"), record)


def words_of(found: Escalation, language: str) -> EscalationWords:
    return EscalationWords(found, words_in(language), str, " ".join)


@pytest.mark.parametrize("language", LANGUAGES)
def test_likelihood_and_confidence_never_share_a_sentence(
    koreas: Escalation, language: str
) -> None:
    w = words_in(language)
    likely = [w.text(f"likelihood.{key}") for key, *_ in BANDS]
    sure = {"en": "onfidence", "fr": "onfiance"}[language]
    said = [*words_of(koreas, language).said()]
    told = [read(one.sentence) for one in said]
    assert any(word in one for one in told for word in likely)
    assert not any(sure in one for one in told)
    apart = [read(one.confidence) for one in said if one.confidence]
    assert apart
    assert all(sure in one for one in apart)
    assert not any(word in one for one in apart for word in likely)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_read_whole_and_has_a_caveat(koreas: Escalation, language: str) -> None:
    words = words_of(koreas, language)
    for each in words.said():
        told = read(each.sentence)
        assert told.endswith(".")
        assert not re.search(r"[{}]|None|nan|  ", told)
        assert each.caveat.strip()
    assert all(read(one).strip() for one in words.missing())
    assert koreas.one not in words.title()  # names, no codes


def test_it_says_that_the_tests_show_no_rise_in_2024(koreas: Escalation) -> None:
    told = " ".join(read(one.sentence) for one in words_of(koreas, "en").said())
    assert "2024: 12 against 19.1 a year in 2021–2023, 0.63 times as often" in told
    assert "no rise of tension shows in it" in told
    assert "on rung 3 of 5: display of force" in told


def test_the_picture_hatches_what_nobody_covers(koreas: Escalation) -> None:
    words = words_of(koreas, "fr")
    stack = escalation_stack(words)
    picture = drawn(stack, "esc", WIDE, "", "fr").file
    assert "non couvert" in picture
    rows = escalation_rows(words)
    assert len(rows.rows) == 36
    by_name: list[dict[str, Any]] = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
    assert all(row["provocations"] is None for row in by_name)
    assert all(row["low"] <= row["middle"] <= row["high"] for row in by_name)
