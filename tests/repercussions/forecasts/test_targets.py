"""Rows to forecast, of the published data: what was known then, and what came, by another way."""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from foedus.ledger.engines import engine_at
from foedus.panels.held_tables import HeldTables
from foedus.repercussions.forecasts.covariates import dyad_years
from foedus.repercussions.forecasts.targets import TARGETS, TargetYears

FILES = {
    "cow/states2016.parquet": "cow-states",
    "cow/gml_v2.2.1_directed_dyad_years.parquet": "gml",
    "cow/contiguity_v3.2_spells.parquet": "contiguity",
    "cow/majors2016.parquet": "majors",
    "cow/nmc_v7.0.parquet": "nmc",
    "atop/atop5_1_ddyr.parquet": "atop",
    "cow/capitals.parquet": "capitals",
}
FIRST, LAST = 1955, 1966
BORDER = 1
"""The column of the land border among the regressors; the constant stands first."""


@pytest.fixture(scope="module")
def held(
    holding: Callable[[Mapping[str, str]], Path],
) -> HeldTables:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(holding(FILES)))
        tables = HeldTables(engine_at())
        for dataset in ("gml", "atop"):
            tables.years(dataset, "directed_dyad_years")
        return tables


@pytest.fixture(scope="module")
def onset(held: HeldTables, holding: Callable[[Mapping[str, str]], Path]) -> TargetYears:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(holding(FILES)))
        of = dyad_years(held, "gml", (FIRST, LAST + 1))
        target = TARGETS["onset"]
        return TargetYears(target, "gml", of, target.course(held, of, "gml"), FIRST, LAST)


def _published(shared: Path) -> set[tuple[int, int, int]]:
    raw = pd.read_parquet(shared / "data" / "cow/gml_v2.2.1_directed_dyad_years.parquet")
    begun = raw[(raw.gmlmidonset == 1) & (raw.ccode1 < raw.ccode2)]
    return set(zip(begun.ccode1, begun.ccode2, begun.year, strict=True))


@pytest.mark.parametrize("horizon", [1, 5])
def test_what_came_is_what_the_data_have_for_the_year_asked(
    onset: TargetYears, shared: Path, horizon: int
) -> None:
    rows, begun = onset.rows(horizon), _published(shared)
    judged = np.isfinite(rows.outcome)
    assert (rows.year - rows.known == horizon).all()
    assert rows.year[judged].max() == LAST
    keys = zip(rows.one[judged], rows.two[judged], rows.year[judged], strict=True)
    assert rows.outcome[judged].tolist() == [float(key in begun) for key in keys]


def test_nothing_after_the_last_year_is_known(onset: TargetYears) -> None:
    rows = onset.rows(5)
    assert np.isnan(rows.outcome[rows.year > LAST]).all()
    assert rows.known.max() == LAST


def test_a_row_knows_the_year_of_its_origin_and_no_later_one(
    onset: TargetYears, shared: Path
) -> None:
    rows = onset.rows(3)
    borders = pd.read_parquet(shared / "data" / "cow/contdird_v3.2_directed_dyad_year.parquet")
    land = borders[borders.conttype == 1]
    touching = set(zip(land.state1no, land.state2no, land.year, strict=True))
    keys = zip(rows.one, rows.two, rows.known, strict=True)
    told = np.array([key in touching for key in keys])
    assert (rows.regressors[:, BORDER] == told).mean() > 0.9999


def test_a_pact_begins_where_there_was_none(
    held: HeldTables, onset: TargetYears, shared: Path
) -> None:
    target = TARGETS["alliance"]
    course = target.course(held, onset.dyads, "atop")
    raw = pd.read_parquet(shared / "data" / "atop/atop5_1_ddyr.parquet")
    owed = raw[raw.atop_defense == 1]
    pairs = {
        (min(one, two), max(one, two), year)
        for one, two, year in zip(owed.ccode1, owed.ccode2, owed.year, strict=True)
    }
    of = onset.dyads
    begun = np.flatnonzero(course.begun == 1)
    assert len(begun) > 10
    for place in begun:
        one, two, year = int(of.one[place]), int(of.two[place]), int(of.year[place])
        assert (one, two, year) in pairs
        assert (one, two, year - 1) not in pairs
    assert not course.at_risk[of.columns["atop_defense"] == 1].any()
