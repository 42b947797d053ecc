"""Nothing is read before it is asked for, and then no more than is asked for."""

from collections.abc import Callable

import pytest

from foedus.panels import Panel

PanelOf = Callable[..., Panel]
EIGHT = ("atop", "mid", "contiguity", "majors", "nmc", "igo", "rivalries", "capital-distance")


def test_making_a_panel_opens_no_row_of_a_file(
    panel_of: PanelOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = panel_of("dyad-year", add=EIGHT)
    monkeypatch.setattr(type(made.held.engine), "to_pyarrow", None)
    narrowed = made.of("365", "731").between(1990, 1999)
    assert len(narrowed.expression.columns) == 54


def test_ten_rows_of_one_pair_ask_the_files_for_that_pair_only(panel_of: PanelOf) -> None:
    made = panel_of("dyad-year", add=EIGHT).of("365", "731")
    plan = made.held.engine.plan(made.ordered.limit(10))
    for known_by in ("atop_defense", "cowmidonset", "conttype", "dyadigos"):
        for scan in _scans_of(plan, known_by):
            assert "ccode1 IN (365, 731)" in scan
            assert "ccode2 IN (365, 731)" in scan
    for scan in _scans_of(plan, "cinc"):
        assert "ccode IN (365, 731)" in scan
    assert made.head(10).num_rows == 10


def test_a_condition_on_the_expression_reaches_the_files(panel_of: PanelOf) -> None:
    made = panel_of("dyad-year", add=["atop", "mid"])
    table = made.expression
    one = table.filter(table.ccode1 == 365, table.ccode2 == 731, table.year >= 1990)
    for scan in _scans_of(made.held.engine.plan(one), "atop_defense"):
        assert "ccode1=365" in scan
        assert "ccode2=731" in scan
        assert "year>=1990" in scan


def _scans_of(plan: str, column: str) -> list[str]:
    """The lines of a plan that read a file for this column."""
    found = [line for line in plan.splitlines() if "READ_PARQUET" in line and column in line]
    assert found
    return found
