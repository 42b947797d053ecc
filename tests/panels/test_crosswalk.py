"""The codes of the two lists of states, compared with a published crosswalk."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from foedus.panels.crosswalk import counterpart, counterparts

# The German Federal Republic's last day as GW 260 and COW 260 is 2 October 1990; on 31 December
# the same actor is COW 255.
GERMANY_1990 = {("gw", 260, 1990)}


@pytest.mark.parametrize(("scheme", "other"), [("cow", "gw"), ("gw", "cow")])
def test_every_year_of_every_state_has_the_published_counterpart(
    shared: Path, scheme: str, other: str
) -> None:
    names = {"cow": ("cw", "ccode"), "gw": ("gw", "gwcode")}
    (short, code), (_, code_of_other) = names[scheme], names[other]
    file = {"cow": "cw_gw_panel", "gw": "gw_cw_panel"}[scheme]
    published = pq.read_table(shared / "data/panel" / f"{file}.parquet").to_pylist()
    theirs = {
        (row[code], row["year"]): row[code_of_other]
        for row in published
        if row["year"] <= 2016 and row[code] is not None and row[code_of_other] is not None
    }
    ours = {
        (row["state"], row["year"]): row["other"]
        for row in counterparts(scheme, other, 1816, 2016).to_pylist()
    }
    differing = {key for key in theirs | ours if theirs.get(key) != ours.get(key)}
    assert len(theirs) > 15_900
    assert {(scheme, *key) for key in differing} == (GERMANY_1990 if scheme == "gw" else set())
    assert short


@pytest.mark.parametrize(
    ("scheme", "state", "other", "year", "expected"),
    [
        ("gw", 260, "cow", 2010, 255),
        ("gw", 678, "cow", 2010, 679),
        ("gw", 340, "cow", 2010, 345),
        ("gw", 711, "cow", 1930, None),
        ("cow", 365, "gw", 1990, 365),
    ],
)
def test_known_counterparts(
    scheme: str, state: int, other: str, year: int, expected: int | None
) -> None:
    assert counterpart(scheme, state, other, year) == expected
