"""Agreement with the study's independent computation, for years that hold the hard cases."""

from pathlib import Path

import pytest
from studies.peacesciencer.comparison import compared
from studies.peacesciencer.panel import foedus_panel
from studies.peacesciencer.reference import reference_panel


@pytest.mark.parametrize("years", [(1816, 1850), (1917, 1921), (1989, 1992)])
def test_every_cell_agrees_or_differs_for_a_reason_given(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, years: tuple[int, int]
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    ours = foedus_panel(shared / "data", *years)
    columns = compared(ours, reference_panel(shared / "data", *years))
    assert len(columns) == 54
    assert {column.name: column.kinds for column in columns if column.unexplained} == {}
    assert sum(column.meant for column in columns) > 0
