"""The section "What usually follows", in both languages."""

import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from foedus.dossier.blocks import Figure, Paragraph, Remarked, Table
from foedus.dossier.charts.drawing import drawn
from foedus.dossier.ground import ground_of
from foedus.dossier.likelihood import BANDS
from foedus.dossier.sections.aftermath import aftermath
from foedus.dossier.sentence import read
from foedus.dossier.words.catalogue import words_in
from foedus.repercussions.aftermath.of_case import CaseAftermath, case_aftermath
from foedus.treaties.instruments import register
from tests.dossier.made_case import material
from tests.repercussions.aftermath import FILES

DATASETS = ("atop", "mid", "contiguity", "rivalries", "nmc", "majors", "ideal-points")
MAY = ("democracy", "capitals", "trade")


@pytest.fixture(scope="module")
def record(holding) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(holding(FILES)))
        yield holding(FILES)


@cache
def section(language, datasets, compare=("rus-prk-2024",)):
    made = material(language)
    case = dataclasses.replace(made.case, datasets=datasets, compare=compare)
    found = case_aftermath(case, register())
    return section_of(made, case, found), found


def section_of(made, case, found: CaseAftermath | None):
    after = dataclasses.replace(made.repercussions, aftermath=found)
    return aftermath(ground_of(dataclasses.replace(made, case=case, repercussions=after)))


def sentences(made) -> list[str]:
    return [
        read(finding.sentence)
        for block in made.blocks
        if isinstance(block, Paragraph)
        for finding in block.findings
    ]


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_base_rates_are_findings_with_interval_caveat_and_analogues(language):
    made, _ = section(language, (*DATASETS, *MAY))
    findings = [f for block in made.blocks if isinstance(block, Paragraph) for f in block.findings]
    assert sum(finding.estimate is not None for finding in findings) >= 8
    assert all(finding.caveat and finding.evidence for finding in findings)
    tables = {block.id: block for block in made.blocks if isinstance(block, Table)}
    assert len(tables["aftermath-pacts"].rows) == 30
    known = {exhibit.id for exhibit in made.exhibits}
    assert {one for finding in findings for one in finding.evidence} <= known
    figure = next(block for block in made.blocks if isinstance(block, Figure))
    assert "<svg" in drawn(figure.drawing, "after", 350, "", language).page


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_base_rate_is_no_likelihood_and_confidence_has_its_own_sentence(language):
    made, _ = section(language, (*DATASETS, *MAY))
    w = words_in(language)
    likely = [w.text(f"likelihood.{key}") for key, _, _ in BANDS]
    said = sentences(made)
    assert not [one for one in said for word in likely if re.search(rf"\b{word}\b", one)]
    confident = [one for one in said if one == w.text("confidence.low")]
    assert len(confident) == 1


@pytest.mark.usefixtures("record")
def test_nothing_is_drawn_on_that_the_case_does_not_name():
    made, found = section("en", DATASETS[:-1])
    assert found.found is not None
    assert "ideal-points" not in found.found.sources
    assert "Distance between the two in votes" not in " ".join(
        one for one in sentences(made) if "known of too few" not in one
    )


def test_what_a_case_would_have_to_name_is_said():
    made, found = section("fr", ("atop",))
    assert found.lacking == ("contiguity", "rivalries", "nmc", "majors", "mid")
    (remark,) = made.blocks
    assert isinstance(remark, Remarked)
    assert remark.missing
    assert "contiguity, rivalries, nmc, majors, mid" in read(remark.body)


def test_a_case_without_datasets_says_how_to_add_them():
    made = material("en")
    (remark,) = section_of(made, made.case, None).blocks
    assert "foedus data get" in read(remark.body)


def test_a_treaty_of_many_without_two_in_focus_is_answered_with_the_reason():
    made = material("en")
    names = (*DATASETS, *MAY)
    case = dataclasses.replace(made.case, datasets=names, compare=("nato-1949",), focus=("BEL",))
    found = case_aftermath(case, register())
    (remark,) = section_of(made, case, found).blocks
    assert "asked of two parties" in read(remark.body)
