"""The disputes, tests and traits that escalation draws on, imported once where they are at hand."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

FILES = {
    "cow/mid_v5_disputes.parquet": "mid",
    "cow/mid_v5_directed_dispute_years.parquet": "mid",
    "icb/icb1_v13_crises.parquet": "icb",
    "rivalries/tss_rivalries_1494_2020.parquet": "rivalries",
    "cow/contiguity_v3.2_spells.parquet": "contiguity",
    "cow/majors2016.parquet": "majors",
    "dprk/nk_missile_tests.parquet": "missile-tests",
    "dprk/north_korea_provocations_1958_2017.parquet": "provocations",
}


@pytest.fixture(scope="module")
def held(holding: Callable[[Mapping[str, str]], Path]) -> Iterator[Path]:
    """A folder of data, held for the tests of one module."""
    folder = holding(FILES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(folder))
        yield folder
