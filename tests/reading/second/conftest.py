"""A model on loopback for the tests of the second reader."""

from collections.abc import Iterator

import pytest

from foedus.reading.second import KEY_VARIABLE
from tests.reading.second.model_server import Model, serving


@pytest.fixture
def model() -> Iterator[Model]:
    with serving() as served:
        yield served


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
