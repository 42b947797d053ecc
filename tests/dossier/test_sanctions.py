"""The sanctions of a case: asked by its datasets and files, told in both languages."""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from foedus.dossier.blocks import Block, Figure, Paragraph, Remarked, Section, Table
from foedus.dossier.ground import ground_of
from foedus.dossier.material import Material
from foedus.dossier.sections.sanctions import sanctions
from foedus.dossier.sentence import read
from foedus.errors import FaultyInput
from foedus.evidence import Day
from foedus.repercussions.sanctions.of_case import sanctions_of
from foedus.sources.case import Case
from tests.dossier.made_case import material

CHANNELS = """from,to,what,unit,low,high,since,until,source
RUS,Port,oil,kt,80,200,2022,,made
Port,PRK,oil,kt,60,165,2024-03,,made
PRK,RUS,shells,,1000,3000,,,made
"""
MIRROR = """exporter,importer,period,product,by_exporter,by_importer
CHN,PRK,2023,84,100,20
CHN,RUS,2023,84,50,50
"""


@pytest.fixture(scope="module")
def data(holding: Callable[[Mapping[str, str]], Path]) -> str:
    return str(
        holding(
            {
                "sanctions/GSDB_V4.csv": "gsdb",
                "sanctions/eu_32017R1509_dprk.csv": "eu-sanctions",
                "sanctions/eu_32014R0269_russia_persons.parquet": "eu-sanctions",
                "cow/trade_v3_dyadic.parquet": "trade",
                "cow/trade_v4_state_year.parquet": "trade",
            }
        )
    )


def case_of(language: str, **more: object) -> Case:
    named = Case(
        folder=Path("case"),
        title="t",
        question="q",
        language=language,
        focus=("RUS", "PRK"),
        watch=("CHN", "KOR", "USA", "EU", "UN"),
        period=Day("2000/2024-12-31"),
        reliability={},
    )
    return dataclasses.replace(named, **more)  # type: ignore[arg-type]


@cache
def made_material(language: str) -> Material:
    return material(language)


def section(language: str, case: Case) -> Section:
    made = made_material(language)
    found = dataclasses.replace(made.repercussions, sanctions=sanctions_of(case))
    return sanctions(ground_of(dataclasses.replace(made, case=case, repercussions=found)))


def said(blocks: tuple[Block, ...]) -> str:
    words = []
    for block in blocks:
        if isinstance(block, Paragraph):
            words += [read(finding.sentence) for finding in block.findings]
        elif isinstance(block, Remarked):
            words.append(read(block.body))
    return "\n".join(words).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_measures_on_the_last_day_and_through_time(
    data: str, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", data)
    case = case_of(language, datasets=("gsdb", "eu-sanctions", "trade"))
    found = section(language, case)
    words = said(found.blocks)
    assert {"en": "listings by the European Union", "fr": "décidées par l’Union"}[language] in words
    drawn = [block for block in found.blocks if isinstance(block, Figure)]
    assert {block.id for block in drawn} >= {"sanctions-prk"}
    tables = [block.id for block in found.blocks if isinstance(block, Table)]
    assert "sanctions-exposure" in tables
    brought = {one.id for one in found.exhibits}
    for block in found.blocks:
        if isinstance(block, Paragraph):
            for finding in block.findings:
                assert finding.caveat
                assert {*finding.evidence} <= brought
        if isinstance(block, Figure):
            assert {*block.evidence} <= brought


def test_channels_and_gaps_of_the_case(tmp_path: Path) -> None:
    for name, text in (("channels.csv", CHANNELS), ("mirror.csv", MIRROR)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = {"channels": tmp_path / "channels.csv", "mirror": tmp_path / "mirror.csv"}
    found = section("en", case_of("en", **paths))
    words = said(found.blocks)
    assert "kt of oil can pass from Russia to North Korea" in words
    assert "of shells can pass from North Korea to Russia" in words
    assert "China → North Korea, 2023, 84: " in words
    assert "Not asked: what was in force on a given day" in words
    assert "channels.csv" not in words
    assert "channels-table" in {block.id for block in found.blocks if isinstance(block, Table)}


def test_a_dataset_named_and_not_held_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    words = said(section("en", case_of("en", datasets=("gsdb", "trade"))).blocks)
    assert "Not on this machine: Global Sanctions Data Base" in words
    assert "foedus data get trade" in words


def test_a_case_that_asks_nothing_is_told_how_to_ask() -> None:
    assert sanctions_of(case_of("en", datasets=())) is None
    words = said(section("en", case_of("en", datasets=())).blocks)
    assert "A case names the published data that it draws on" in words
    assert "channels.csv" in words


def test_a_table_of_channels_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "channels.csv").write_text("from,to\n", encoding="utf-8")
    with pytest.raises(FaultyInput, match="has no column"):
        sanctions_of(case_of("en", channels=tmp_path / "channels.csv"))
