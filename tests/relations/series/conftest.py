"""A folder of data with the classes of events, an engine, and a case."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedus.datasets.importing import imported
from foedus.ledger.engine import Ledger, open_ledger
from foedus.ledger.engines import Engine, engine_at
from tests.ledger.papers import Papers

PLOVER = """# CAMEO to PLOVER conversion table
042: CONSULT, visit,   # Make a visit
112: ACCUSE, disapprove,    # Accuse
190: ASSAULT, , military # Use conventional military force
"""


@pytest.fixture(scope="session")
def classes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the classes of events, imported once."""
    folder = tmp_path_factory.mktemp("classes")
    (folder / "plover.txt").write_text(PLOVER, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(folder / "data"))
        imported("cameo", folder / "plover.txt", table="plover")
    return folder / "data"


@pytest.fixture
def data(classes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder of one test."""
    shutil.copytree(classes, tmp_path / "data")
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "data"))


@pytest.fixture(scope="module")
def here() -> Iterator[Engine]:
    """The engine in this process alone, for what does not differ by engine."""
    with engine_at() as opened:
        yield opened


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    papers = Papers()
    papers.document("Le Monde", published="2024-10-20")
    papers.says("Le Monde", "AID", "PRK", "RUS", "2024-10-17")
    papers.says("Le Monde", "CONSULT", "RUS PRK", "", "2024-06-19", words="rencontre")
    papers.says("Le Monde", "MOBILIZE", "PRK", "UKR", "2024-10-18", modality="planned", words="a")
    papers.says("Le Monde", "CONSULT", "RUS", "PRK", "2024-07", words="b")
    with open_ledger(papers.built(tmp_path / "ledger.duckdb")) as opened:
        yield opened
