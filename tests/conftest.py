"""What every test may ask for: the shared material, when this machine has it, and engines."""

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from foedus.datasets.importing import imported
from foedus.ledger.engines import Engine, engine_at

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference texts and datasets beside the checkout."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference texts and datasets are not beside this checkout (../shared)")
    return folder


@pytest.fixture(scope="session")
def holding(
    shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Mapping[str, str]], Path]:
    """What gives a folder of data that holds these files of `shared`, each of its dataset.

    Nothing is put in the user's own folder; the same files are imported once.
    """

    @cache
    def held(files: tuple[tuple[str, str], ...]) -> Path:
        folder = tmp_path_factory.mktemp("held")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("FOEDUS_DATA", str(folder))
            for file, dataset in files:
                imported(dataset, shared / "data" / file)
        return folder

    return lambda files: held(tuple(files.items()))


@pytest.fixture(scope="session")
def sail() -> Iterator[str]:
    """The address of Sail's Spark Connect server on loopback, one for the whole run."""
    server = pytest.importorskip("pysail.spark", reason="pysail is not installed")
    pytest.importorskip("pyspark", reason="Spark's client (foedus[spark]) is not installed")
    os.environ.setdefault("RUST_LOG", "off")
    running = server.SparkConnectServer("127.0.0.1", 0)
    running.start(background=True)
    host, port = running.listening_address
    yield f"sc://{host}:{port}"
    running.stop()


@pytest.fixture(scope="session", params=["duckdb", "spark"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """DuckDB in this process, then Spark Connect: at FOEDUS_SPARK when that is set, else Sail."""
    address = None
    if request.param == "spark":
        address = os.environ.get("FOEDUS_SPARK") or request.getfixturevalue("sail")
    with engine_at(address) as opened:
        yield opened
