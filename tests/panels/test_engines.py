"""The same panels on DuckDB and on Spark Connect."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from foedus.ledger.engines import Engine, engine_at
from foedus.panels import panel

CASES = [
    (
        "dyad-year",
        "cow",
        ("atop", "mid", "contiguity", "majors", "nmc", "igo", "rivalries", "capital-distance"),
    ),
    ("dyad-year", "gw", ("atop", "nmc", "gsdb", "ucdp-acd")),
    ("dyad-month", "cow", ("mid", "contiguity", "nmc")),
    ("state-year", "cow", ("contiguity", "rivalries", "capital-distance", "leaders")),
    ("dispute", "gw", ("atop", "wars")),
    ("leader-spell", "cow", ("nmc",)),
    ("dyad-year", "cow", ("unga-votes", "exercises")),
]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("grain", "system", "add"), CASES)
def test_an_engine_gives_the_rows_that_duckdb_gives(
    engine: Engine, grain: str, system: str, add: tuple[str, ...]
) -> None:
    years = (1999, 1999) if grain == "dyad-month" else (1999, 2000)
    there = panel(grain, system=system, years=years, add=add, engine=engine)
    with engine_at() as duckdb:
        here = panel(grain, system=system, years=years, add=add, engine=duckdb)
        expected = here.to_pyarrow()
        found = there.to_pyarrow()
    assert found.column_names == expected.column_names
    assert found.num_rows == expected.num_rows > 0
    for name in expected.column_names:
        if pa.types.is_floating(expected[name].type):
            left, right = found[name].to_numpy(), expected[name].to_numpy()
            np.testing.assert_allclose(left, right, rtol=1e-12, atol=1e-8, err_msg=name)
        else:
            assert found[name].to_pylist() == expected[name].to_pylist(), name


@pytest.mark.usefixtures("here")
def test_a_pair_is_asked_for_on_any_engine(engine: Engine, held_data: Path) -> None:
    made = panel("dyad-year", years=(1990, 2000), add=["atop", "igo"], engine=engine)
    assert made.of("365", "731").head(3).num_rows == 3
    assert "731" in made.of("365", "731").explain()
    assert held_data.is_dir()
