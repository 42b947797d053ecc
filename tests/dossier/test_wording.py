"""Likelihood in the words of ICD-203 with figures, confidence in a sentence of its own, everywhere.

Everywhere is: every message of either language before anything is put into it, and every sentence,
title, caveat and calculation of dossiers that were composed.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest

from foedus.dossier.blocks import Cell, Data, Judgement
from foedus.dossier.exhibit import Excerpt, Remark
from foedus.dossier.finding import Finding
from foedus.dossier.likelihood import Likelihood
from foedus.dossier.sentence import Link, Name, Plain, Strong
from foedus.dossier.wording import faults_of_wording, sentences_of
from foedus.dossier.words.catalogue import LANGUAGES, messages

if TYPE_CHECKING:
    from foedus.dossier.dossier import Dossier

SCALES = ("likelihood.", "grade.assertion.")
"""Where words of a scale stand by themselves: ICD-203's, and the Admiralty's for assertions."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_of_the_catalogue_mixes_or_hedges(language: str) -> None:
    faults = {
        key: found
        for key, text in messages(language).items()
        if not key.startswith(SCALES) and (found := faults_of_wording(text, language))
    }
    assert not faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_with_a_word_for_likelihood_leaves_room_for_its_figure(language: str) -> None:
    told = {key: text for key, text in messages(language).items() if "{likelihood}" in text}
    assert told
    for key, text in told.items():
        for one in sentences_of(text):
            assert "{likelihood}" not in one or "{band}" in one, key


@pytest.mark.parametrize("dossier", ["made", "made_in_french"])
def test_no_sentence_of_a_composed_dossier_mixes_or_hedges(
    dossier: str, request: pytest.FixtureRequest
) -> None:
    composed: Dossier = request.getfixturevalue(dossier)
    said = dict.fromkeys(texts_of(composed))
    assert len(said) > 300
    faults = [fault for text in said for fault in faults_of_wording(text, composed.language)]
    assert not faults


@pytest.mark.parametrize("dossier", ["made", "made_in_french"])
def test_every_judgement_says_how_sure_it_is_and_why(
    dossier: str, request: pytest.FixtureRequest
) -> None:
    judgements = [
        block
        for section in request.getfixturevalue(dossier).sections
        for block in section.blocks
        if isinstance(block, Judgement)
    ]
    assert judgements
    for each in judgements:
        assert "".join(part.words for part in each.confidence_why).strip()


@pytest.mark.parametrize(
    ("text", "language", "fault"),
    [
        ("It is likely (55–80 %) and confidence is high.", "en", "share a sentence"),
        ("It is very unlikely that he comes.", "en", "'very unlikely' without a figure"),
        ("The chance is small; confidence is low.", "en", "share a sentence"),
        ("He will probably come.", "en", "'probably' without a figure"),
        ("C’est très probable, avec une confiance faible (90 %).", "fr", "share a sentence"),
        ("Il viendra sans doute.", "fr", "'sans doute' without a figure"),
        ("L’entrée est presque certaine.", "fr", "'presque certaine' without a figure"),
    ],
)
def test_what_mixes_or_hedges_is_noticed(text: str, language: str, fault: str) -> None:
    assert any(fault in each for each in faults_of_wording(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It is likely (55–80 %). Confidence is low: one origin.", "en"),
        ("It is likely (55–80\u00a0%).\nConfidence is low.", "en"),
        ("Confidence-building measures were agreed.", "en"),
        ("C’est improbable (20–45 %). La confiance est faible.", "fr"),
    ],
)
def test_what_keeps_them_apart_is_left_alone(text: str, language: str) -> None:
    assert faults_of_wording(text, language) == ()


def test_a_finding_that_mixes_them_cannot_be_made() -> None:
    said = (Strong("It is likely"), Plain(" ("), Link("60 %", "e-1"), Plain("), confidence low."))
    with pytest.raises(ValueError, match="likelihood and confidence"):
        Finding(sentence=said, caveat="None known.")


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a dossier that is its own: not the words of sources, nor rows to download."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Link | Plain | Strong | Name):
        yield value.words
    elif isinstance(value, tuple) and value and all(isinstance(one, _PARTS) for one in value):
        yield "".join("…" if _quoted(one) else one.words for one in value)
    elif isinstance(value, Cell):  # one thing said on several lines
        yield "; ".join(text for line in value.lines for text in texts_of(line.sentence))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts_of(one)
    elif is_dataclass(value) and not isinstance(value, APART):
        for each in fields(value):
            if each.name not in NOT_OURS:
                yield from texts_of(getattr(value, each.name))


APART = (Excerpt, Remark, Data, Likelihood)
"""Words of sources, rows to download, and the likelihood a page prints beside its band."""
_PARTS = (Link, Plain, Strong, Name)
NOT_OURS = ("question", "pages", "sources", "gloss", "describes")
"""Words of the analyst or of sources, and the whole text of documents."""


def _quoted(part: Any) -> bool:
    return isinstance(part, Link) and part.language is not None
