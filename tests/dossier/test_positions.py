"""Where everyone stands: from the treaties alone, or with the datasets a case names."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from foedus.dossier.blocks import Figure, Paragraph, Remarked, Section
from foedus.dossier.figures import Curves, Matrix
from foedus.dossier.ground import ground_of
from foedus.dossier.material import Material
from foedus.dossier.sections.positions import positions
from foedus.dossier.sentence import read
from foedus.errors import FaultyInput
from foedus.evidence import Day
from foedus.relations.likeness.positions import defence_between, positions_of
from foedus.sources.case import Case
from foedus.sources.case_folder import case_at
from foedus.treaties.instruments import register
from tests.dossier.made_case import material as made_material

CASE = Case(
    folder=Path("case"),
    title="t",
    question="q",
    language="en",
    focus=("RUS", "PRK"),
    watch=("CHN", "KOR", "USA", "NATO", "UKR"),
    period=Day("2000/2024-12-31"),
    reliability={},
)
NAMED = dataclasses.replace(CASE, datasets=("ideal-points", "unga-votes"))
TOML = """
title = "t"
question = "q"
language = "en"
focus = ["RUS", "PRK"]
period = "2000/2024-12-31"
datasets = [{names}]

[reliability]
"""


@pytest.fixture(scope="module")
def held(holding: Callable[[Mapping[str, str]], Path]) -> str:
    return str(holding({"unga/idealpoints_all_jun2024.parquet": "ideal-points"}))


@pytest.fixture(scope="module")
def material() -> Material:
    return made_material("en")


def section(material: Material, case: Case, language: str = "en") -> Section:
    spoken = dataclasses.replace(case, language=language)
    stand = positions_of(spoken, register())
    changed = dataclasses.replace(
        material, case=spoken, positions=stand, instruments=dict(register())
    )
    return positions(ground_of(changed))


def figures(made: Section) -> dict[str, Figure]:
    return {block.id: block for block in made.blocks if isinstance(block, Figure)}


def words(made: Section) -> str:
    said = []
    for block in made.blocks:
        if isinstance(block, Paragraph):
            said += [read(finding.sentence) for finding in block.findings]
        if isinstance(block, Remarked):
            said.append(read(block.body))
    return " ".join(said)


def test_the_register_says_who_must_defend_whom_that_day() -> None:
    rows = defence_between(register(), ("RUS", "PRK", "UKR"), date(2024, 12, 31)).to_pylist()
    assert {(row["obligor"], row["beneficiary"]) for row in rows} == {
        ("RUS", "PRK"),
        ("PRK", "RUS"),
    }
    assert defence_between(register(), ("RUS", "PRK"), date(2024, 11, 30)).num_rows == 0


def test_a_case_that_names_no_dataset_opens_none(
    material: Material, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", held)
    made = section(material, CASE)
    assert set(figures(made)) == {"stand-matrix"}
    assert "this one names none" in words(made)


def test_the_matrix_stands_in_the_order_of_who_is_bound_to_whom(material: Material) -> None:
    matrix = figures(section(material, CASE))["stand-matrix"].drawing
    assert isinstance(matrix, Matrix)
    assert set(matrix.codes[:3]) == {"RUS", "PRK", "CHN"}
    assert "NATO" not in matrix.codes
    assert matrix.groups[0] == (0, 2)


def test_a_chain_that_hangs_on_a_doubtful_duty_is_not_said_to_be_certain(
    material: Material,
) -> None:
    stand = positions_of(CASE, register())
    assert "duties of defence link Russia, North Korea and China" in words(section(material, CASE))
    rows = stand.defence.to_pylist()
    for row in rows:
        if "CHN" in (row["obligor"], row["beneficiary"]):
            row["standing"] = "possible"
    doubted = dataclasses.replace(
        stand, defence=pa.Table.from_pylist(rows, schema=stand.defence.schema)
    )
    changed = dataclasses.replace(
        material, case=CASE, positions=doubted, instruments=dict(register())
    )
    said = words(positions(ground_of(changed)))
    assert "duties of defence may link Russia, North Korea and China" in said
    assert "some of these duties are in doubt" in said
    assert "duties of defence link South Korea and the United States" in said


def test_ideal_points_are_drawn_with_their_intervals_where_the_case_names_them(
    material: Material, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", held)
    made = section(material, NAMED)
    curves = figures(made)["stand-points"].drawing
    assert isinstance(curves, Curves)
    assert [curve.name for curve in curves.curves][:2] == ["Russia", "North Korea"]
    assert all(each.low is not None for curve in curves.curves for each in curve.readings)
    assert [stretch.earliest for stretch in curves.stretches] == [date(2024, 1, 1)]
    said = words(made).replace("\u00a0", " ")
    assert "the position of Russia in the votes of the General Assembly moved by −0.61" in said
    assert "it lies between −1.02 and −0.21 with a probability of 90 %" in said


def test_a_turning_point_of_the_two_in_focus_is_an_interval_with_a_size(
    material: Material, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", held)
    made = section(material, NAMED)
    figure = figures(made)["stand-points"]
    curves = figure.drawing
    assert isinstance(curves, Curves)
    (turn,) = curves.turns
    assert (turn.earliest, turn.latest) == (date(2015, 1, 1), date(2019, 12, 31))
    assert turn.words == "−1.48 (−1.79 to −0.14)"
    assert "Purple: a change of Russia less North Korea" in figure.subtitle
    said = words(made).replace("\u00a0", " ")
    assert (
        "changed between the sessions of 2015 and 2019 with a probability of over 99 %: "
        "by −1.48, between −1.79 and −0.14 with a probability of 90 %" in said
    )
    (opened,) = [each for each in made.exhibits if each.id == "e-turned-1"]
    assert set(opened.behind) == {"e-points-rus", "e-points-prk"}


def test_two_that_never_moved_apart_or_together_have_no_turning_point(
    material: Material, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", held)
    calm = dataclasses.replace(NAMED, period=Day("2016/2021-12-31"))
    figure = figures(section(material, calm))["stand-points"]
    assert isinstance(figure.drawing, Curves)
    assert not figure.drawing.turns
    assert "Purple" not in figure.subtitle


def test_a_dataset_that_is_not_held_is_said_with_what_to_run(
    material: Material, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", held)
    made = section(material, NAMED)
    assert "stand-votes" not in figures(made)
    assert "`foedus data get unga-votes" in words(made)


def test_the_same_in_french(material: Material, held: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", held)
    made = section(material, NAMED, "fr")
    assert made.title == "Où chacun se situe"
    assert "se sont déplacé" not in words(made)
    assert "s’est déplacée de −0,61" in words(made)


def test_every_finding_has_evidence_that_the_section_brings(
    material: Material, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", held)
    made = section(material, NAMED)
    brought = {exhibit.id for exhibit in made.exhibits}
    for block in made.blocks:
        if isinstance(block, Paragraph):
            for finding in block.findings:
                assert finding.evidence
                assert all(one in brought or one.startswith("c-") for one in finding.evidence)


def test_a_case_may_name_only_what_a_dossier_draws_on(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_text(TOML.format(names='"ideal-points", "atop"'), encoding="utf-8")
    assert case_at(tmp_path).datasets == ("ideal-points", "atop")
    file.write_text(TOML.format(names='"ideal-points", "idealpoints"'), encoding="utf-8")
    with pytest.raises(FaultyInput, match="'idealpoints' is no dataset that a dossier draws on"):
        case_at(tmp_path)
