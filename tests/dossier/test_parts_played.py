"""What part each plays in a scenario, on the page: bars, sentences, hinges, two side by side."""

from dataclasses import replace

import pytest

from foedus.dossier.blocks import Block, Figure, Paragraph, Remarked, Table, WhatIf
from foedus.dossier.compose import composed_dossier
from foedus.dossier.dossier import Dossier
from foedus.dossier.figures import HingeBars, RoleBars
from foedus.dossier.sentence import evidence_of, read
from foedus.evidence import Day
from foedus.sources.case import AnalystAssumption, OpeningAct, Scenario
from tests.dossier.made_case import case, material

JUDGED = AnalystAssumption(
    that="FRA joins ESP",
    low=0.5,
    high=0.7,
    why="its 2 fleets were in Spanish ports",
    source="A. Analyst",
    confirmed_by="a third fleet",
    refuted_by="the fleets sail home",
)
SCENARIOS = (
    Scenario(
        id="one",
        acts=(
            OpeningAct(act="ESP attacks PRT", place=None, on=Day("2021-08-01")),
            OpeningAct(act="PRT attacks ESP", place=None, on=Day("2021-08-02")),
        ),
        assumed=(JUDGED,),
        beside="two",
    ),
    Scenario(id="two", act="ESP attacks PRT", days=(Day("2021-08-02"),)),
)


def dossier(language: str = "en") -> Dossier:
    about = replace(case(language), scenarios=SCENARIOS)
    return composed_dossier(material(language, about=about))


@pytest.fixture(scope="module")
def whatif() -> tuple[Block, ...]:
    found = dossier()
    return next(one for one in found.sections if one.id == "whatif").blocks


def test_the_bars_show_what_the_data_say(whatif: tuple[Block, ...]) -> None:
    figure = next(one for one in whatif if isinstance(one, Figure) and one.id == "parts-1")
    assert isinstance(figure.drawing, RoleBars)
    for row in figure.drawing.rows:
        assert sum(share for _, share in row.shares) == pytest.approx(1)
    france = next(row for row in figure.drawing.rows if row.name == "France")
    assert dict(france.shares)["fights_attackers"] == pytest.approx(0.6, abs=0.05)
    of_france = [row for row in figure.data.rows if row[1:3] == ("FRA", "fights_attackers")]
    assert of_france[0][-1] == ("FRA assumed",)


def test_likelihood_has_its_figures_and_confidence_its_own_sentence(
    whatif: tuple[Block, ...],
) -> None:
    said = next(
        (one, whatif[place + 1])
        for place, one in enumerate(whatif)
        if isinstance(one, Paragraph) and "fights beside" in read(one.findings[0].sentence)
    )
    paragraph, confidence = said
    (first, *_) = paragraph.findings
    assert read(first.sentence).startswith("France: fights beside Spain – likely, 55–80")
    assert evidence_of(first.sentence)
    assert first.estimate is not None
    assert isinstance(confidence, Remarked)
    assert read(confidence.body).startswith("Confidence is low.")
    assert "Confidence" not in "".join(read(one.sentence) for one in paragraph.findings)


def test_a_judgement_is_shown_as_one_with_what_would_move_it(whatif: tuple[Block, ...]) -> None:
    table = next(one for one in whatif if isinstance(one, Table) and one.id == "moves-1")
    (row,) = [row for row in table.rows if read(row[0].lines[0].sentence) == "France joins Spain"]
    words = [read(line.sentence) for cell in row for line in cell.lines]
    assert "judgement of A. Analyst: its 2 fleets were in Spanish ports" in words
    assert "would confirm: a third fleet" in words
    others = [read(r[3].lines[0].sentence) for r in table.rows if r is not row]
    assert all(one.startswith(("counted: ", "not known")) for one in others)
    figure = next(one for one in whatif if isinstance(one, Figure) and one.id == "hinges-1")
    assert isinstance(figure.drawing, HingeBars)
    assert [one.judged for one in figure.drawing.rows].count(True) == 1


def test_two_scenarios_stand_side_by_side(whatif: tuple[Block, ...]) -> None:
    table = next(one for one in whatif if isinstance(one, Table) and one.id == "beside-1")
    france = [row for row in table.data.rows if row[:2] == ("FRA", "fights_attackers")]
    assert france[0][4] == pytest.approx(-0.6, abs=0.05)


def test_of_several_acts_the_war_is_drawn_after_the_last(whatif: tuple[Block, ...]) -> None:
    block = next(one for one in whatif if isinstance(one, WhatIf))
    first, last = block.days
    assert isinstance(first.chances[0], Remarked)
    assert "all opening acts have happened" in read(first.chances[0].body)
    assert isinstance(last.chances[0], Paragraph)


def test_in_french_the_words_are_french() -> None:
    blocks = next(one for one in dossier("fr").sections if one.id == "whatif").blocks
    figure = next(one for one in blocks if isinstance(one, Figure) and one.id == "parts-1")
    assert figure.title.startswith("Quel rôle chacun jouerait")
    assert isinstance(figure.drawing, RoleBars)
    assert ("fights_attackers", "combat aux côtés de l’Espagne") in figure.drawing.legend
