"""Texts of ours, read."""

from collections.abc import Callable

import pytest

from foedus.evidence import Day
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from tests.reading.written_texts import snapshot_of_text


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """Read a text as published on a day, by default some days after the founding text."""

    def reading(text: str, language: str = "en", published: str = "2024-12-20") -> Reading:
        return reading_of(snapshot_of_text(text).told(Day(published), language))

    return reading
