"""The whole flow: the same case gives the same rows; what was built survives what goes wrong."""

import hashlib
import shutil
import signal
from pathlib import Path

import pytest

from foedus import pipeline
from foedus.building import build
from foedus.errors import FaultyInput
from foedus.ledger.engine import open_ledger
from foedus.ledger.export import exported
from foedus.pipeline import STAGES

CASE = """title = "A pact"
question = "What did the treaty of Pyongyang change?"
language = "{language}"
focus = ["RUS", "PRK"]
watch = ["CHN", "KOR"]
period = "2024"
compare = ["rus-prk-2024", "sun-prk-1961"]
"""
SCENARIO = """
[[scenario]]
id = "kursk"
act = "UKR attacks RUS"
in = "Kursk"
on = ["2024-12-10"]
"""
BRIEF = """Le pacte de Pyongyang

par Jeanne Martin, 25 novembre 2024

Le 19 juin dernier, la Russie et la Corée du Nord ont signé un traité à Pyongyang. Le 17 octobre,
le président ukrainien Volodymyr Zelensky a affirmé que plusieurs milliers de soldats
nord-coréens étaient envoyés en Russie. Pékin a appelé les deux parties à la retenue.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "pact"
    (folder / "sources").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE.format(language="fr"), encoding="utf-8")
    (folder / "sources/pacte.txt").write_text(BRIEF, encoding="utf-8")
    return folder


def checksums(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def export_of(ledger: Path, folder: Path) -> dict[str, str]:
    with open_ledger(ledger) as opened:
        exported(opened, folder)
    return checksums(folder)


def test_the_flow_has_nine_stages_in_the_order_of_the_design() -> None:
    names = [stage.__name__ for stage in STAGES]
    assert " ".join(names) == "fetch read append audit settle bind relate follow compose"


def test_a_case_deleted_and_built_again_gives_the_same_bytes(case: Path, tmp_path: Path) -> None:
    (case / "case.toml").write_text(CASE.format(language="fr") + SCENARIO, encoding="utf-8")
    built = build(case)
    assert built.counts["assertions"] >= 3
    rows, pages = export_of(built.ledger, tmp_path / "one"), checksums(built.dossier)
    shutil.rmtree(case / "build")
    again = build(case)
    assert not again.unchanged
    assert export_of(again.ledger, tmp_path / "two") == rows
    assert checksums(again.dossier) == pages


def test_nothing_is_done_when_nothing_has_changed_and_all_of_it_when_a_word_has(case: Path) -> None:
    build(case)
    assert build(case).unchanged
    file = case / "sources/pacte.txt"
    file.write_text(BRIEF.replace("19 juin", "18 juin"), encoding="utf-8")
    assert not build(case).unchanged


def test_a_build_that_fails_in_its_last_stage_leaves_the_old_one_whole(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build(case)
    before = checksums(case / "build")
    (case / "sources/more.txt").write_text(BRIEF, encoding="utf-8")

    def broken(_: pipeline.Build) -> pipeline.Build:
        raise RuntimeError("the lights went out")

    monkeypatch.setattr(pipeline, "STAGES", (*STAGES[:-1], broken))
    with pytest.raises(RuntimeError):
        build(case)
    assert {k: v for k, v in checksums(case / "build").items() if k in before} == before
    monkeypatch.undo()
    assert (built.dossier / "index.html").is_file()
    assert not build(case).unchanged


@pytest.mark.parametrize("swallowed", [True, False], ids=["dropped", "turned into an error"])
def test_an_interruption_ends_the_build_whatever_a_library_makes_of_it(
    case: Path, monkeypatch: pytest.MonkeyPatch, swallowed: bool
) -> None:
    def library(under_way: pipeline.Build) -> pipeline.Build:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            if not swallowed:
                raise RuntimeError("Query interrupted") from None
        return under_way

    monkeypatch.setattr(pipeline, "STAGES", (library, *STAGES))
    with pytest.raises(KeyboardInterrupt):
        build(case)
    assert not (case / "build/ledger.duckdb").exists()


def test_a_document_that_cannot_be_read_is_named_and_asked_for_again_next_time(case: Path) -> None:
    (case / "sources/broken.pdf").write_bytes(b"%PDF-1.4 broken")
    built = build(case)
    assert "broken.pdf" in str(built.refused[0])
    assert (built.dossier / "index.html").is_file()
    assert build(case).refused


def test_a_document_in_a_language_without_a_reader_is_refused_by_name(case: Path) -> None:
    text = "Rosja i Korea Północna podpisały traktat w Pjongjangu. " * 20
    (case / "sources/polski.txt").write_text(text, encoding="utf-8")
    (case / "sources/polski.toml").write_text('language = "pl"\n', encoding="utf-8")
    refused = build(case).refused
    assert len(refused) == 1
    assert "polski.txt" in str(refused[0])


def test_a_case_without_documents_still_says_what_the_treaties_say(case: Path) -> None:
    (case / "sources/pacte.txt").unlink()
    built = build(case)
    assert built.counts["assertions"] == 0
    assert "1961" in (built.dossier / "index.html").read_text(encoding="utf-8")


def test_faults_of_the_chronicle_and_of_the_case_stop_the_build(case: Path) -> None:
    (case / "chronicle.csv").write_text("day,entry\n2024-06-19,something\n", encoding="utf-8")
    with pytest.raises(FaultyInput, match=r"chronicle\.csv"):
        build(case)


def test_the_founding_text_becomes_a_dossier(tmp_path: Path, shared: Path) -> None:
    folder = tmp_path / "seed"
    (folder / "sources").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE.format(language="fr"), encoding="utf-8")
    shutil.copy(shared / "seed/article.fr.txt", folder / "sources")
    built = build(folder)
    assert not built.refused
    assert built.counts["works"] == 5
    assert built.counts["assertions"] >= 80
    page = (built.dossier / "index.html").read_text(encoding="utf-8")
    assert "plusieurs milliers de soldats" in page
    with open_ledger(built.ledger) as ledger:
        faults = ledger.table("faults").to_pyarrow().to_pylist()
    found = {fault["audit"] for fault in faults}
    lost = {"note_without_mark", "broken_sentence", "formula_notation", "empty_link"}
    assert lost | {"contradicts_a_treaty"} <= found
    denied = [f["subject"] for f in faults if f["audit"] == "contradicts_a_treaty"]
    assert denied == ["sun-prk-1961"]
