"""ATOP's files as published, and the instruments made of them once for all tests."""

import csv
from pathlib import Path

import pytest

from foedus.datasets.importing import imported
from foedus.ledger.engines import engine_at
from foedus.treaties.atop.instruments import atop_instruments
from foedus.treaties.clauses import Instruments


@pytest.fixture(scope="session")
def held_atop(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data that holds ATOP's member file; nothing is put in the user's own."""
    folder = tmp_path_factory.mktemp("held")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(folder))
        imported("atop", shared / "data/atop/atop5_1m.csv", table="members")
    return folder


@pytest.fixture(scope="session")
def atop(held_atop: Path) -> Instruments:
    """Every alliance of ATOP 5.1 as an instrument."""
    with pytest.MonkeyPatch.context() as patch, engine_at() as engine:
        patch.setenv("FOEDUS_DATA", str(held_atop))
        return atop_instruments(engine)


@pytest.fixture(scope="session")
def published_members(shared: Path) -> list[dict[str, str]]:
    """The rows of the member file as published, read without foedus."""
    with (shared / "data/atop/atop5_1m.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
