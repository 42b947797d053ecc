"""Escalation and capabilities in a composed dossier: asked about, and not."""

import dataclasses
from functools import cache
from pathlib import Path

import pytest

from foedus.dossier.blocks import Figure, Remarked, Section, Table
from foedus.dossier.compose import composed_dossier
from foedus.dossier.dossier import Dossier
from foedus.dossier.sentence import read
from foedus.dossier.wording import faults_of_wording
from tests.dossier.made_case import case, events, material

LANGUAGES = ("en", "fr")


@pytest.fixture(autouse=True)
def _nothing_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))


def section(dossier: Dossier, name: str) -> Section:
    return next(one for one in dossier.sections if one.id == name)


@cache
def asked(language: str) -> Dossier:
    about = dataclasses.replace(
        case(language), escalation=(("BEL", "PRT"),), datasets=("nmc", "mid", "missile-tests")
    )
    template = events()[0]
    threat = template | {
        "event": "e-threat",
        "event_type": "THREATEN",
        "initiator": ["BEL"],
        "target": ["PRT"],
        "polarity": "conflict",
        "standing": "certain",
    }
    return composed_dossier(material(language, about=about, events=[*events(), threat]))


def test_where_nobody_asks_the_sections_say_how(made: Dossier) -> None:
    for name, key in (("escalation", 'escalation = ["KOR-PRK"]'), ("capabilities", '"nmc"')):
        (block,) = section(made, name).blocks
        assert isinstance(block, Remarked)
        assert block.missing
        assert key in read(block.body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_threat_on_record_is_linked_to_its_passage_and_nothing_else_is_known(
    language: str,
) -> None:
    dossier = asked(language)
    found = section(dossier, "escalation")
    text = " ".join(
        read(finding.sentence)
        for block in found.blocks
        for finding in getattr(block, "findings", ())
    )
    rung = {"en": "stands on rung 2 of 5: threat", "fr": "à l’échelon 2 sur 5"}
    assert rung[language] in text
    evidence = {
        one
        for block in found.blocks
        for finding in getattr(block, "findings", ())
        for one in finding.evidence
    }
    assert events()[0]["assertions"][0] in evidence
    assert not any(isinstance(block, Table) for block in found.blocks)  # no disputes held
    (figure,) = [block for block in found.blocks if isinstance(block, Figure)]
    assert figure.data.columns[:5] == ("month", "low", "middle", "high", "known")
    assert {row[1] for row in figure.data.rows} == {0.0}
    assert not faults_of_wording(text, language)
    missing = [block for block in found.blocks if isinstance(block, Remarked)]
    assert any("foedus data get mid" in read(block.body) for block in missing)


def test_named_and_not_held_says_what_to_run() -> None:
    blocks = section(asked("en"), "capabilities").blocks
    assert all(isinstance(block, Remarked) and block.missing for block in blocks)
    told = " ".join(read(block.body) for block in blocks if isinstance(block, Remarked))
    assert "foedus data get nmc" in told
