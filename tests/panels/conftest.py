"""Panels of the real data, imported once for all tests of panels."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from foedus.ledger.engines import Engine, engine_at
from foedus.panels import Panel, panel

FILES = {
    "cow/states2016.parquet": "cow-states",
    "gw/gw_states_2017.parquet": "gw-states",
    "cow/majors2016.parquet": "majors",
    "atop/atop5_1_ddyr.parquet": "atop",
    "cow/contiguity_v3.2_spells.parquet": "contiguity",
    "cow/nmc_v7.0.parquet": "nmc",
    "cow/igo_v3_dyad_year_counts.parquet": "igo",
    "panel/cw_democracy.parquet": "democracy",
    "cow/mid_v5_disputes.parquet": "mid",
    "cow/mid_v5_directed_dispute_years.parquet": "mid",
    "cow/mid_v5_directed_dyad_years.parquet": "mid",
    "cow/gml_v2.2.1_directed_dyad_years.parquet": "gml",
    "cow/capitals.parquet": "capitals",
    "gw/gw_capitals.parquet": "capitals",
    "rivalries/tss_rivalries_1494_2020.parquet": "rivalries",
    "leaders/archigos_v4.1.parquet": "archigos",
    "sanctions/GSDB_V4.csv": "gsdb",
    "ucdp/ucdp_acd_v25.1.parquet": "ucdp-acd",
    "cow/war_interstate_v4_directed_dyad_years.parquet": "wars",
    "unga/unga_votes_s1_s75.parquet": "unga-votes",
    "unga/unga_rollcalls_s1_s75.parquet": "unga-votes",
    "exercises/mme_v7_participants_long.parquet": "exercises",
}


@pytest.fixture(scope="session")
def held_data(holding: Callable[[Mapping[str, str]], Path]) -> Path:
    """A folder of data that holds the files above; nothing is put in the user's own."""
    return holding(FILES)


@pytest.fixture
def here(held_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The data above are what this machine holds."""
    monkeypatch.setenv("FOEDUS_DATA", str(held_data))


@pytest.fixture(scope="module")
def duckdb() -> Iterator[Engine]:
    with engine_at() as opened:
        yield opened


@pytest.fixture
def panel_of(
    held_data: Path, duckdb: Engine, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Panel]:
    """`panel`, on the data above and one engine for all tests of a module."""
    monkeypatch.setenv("FOEDUS_DATA", str(held_data))

    def made(*args: Any, **kwargs: Any) -> Panel:
        return panel(*args, engine=duckdb, **kwargs)

    return made
