"""Measure what followed, print it, and compare with what was recorded.

    python -m studies.aftermath [FOLDER]

FOLDER holds the published files named in `FILES`, `../shared/data` unless said. Exit code 1 when
the figures recorded in RECORDED are not come by again.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from foedus.datasets.importing import imported
from foedus.repercussions.aftermath import aftermath, pact_of
from foedus.repercussions.aftermath.held_world import held_world
from foedus.repercussions.aftermath.rates import Interval
from foedus.treaties.instruments import register
from studies.aftermath.groups import Group, measured
from studies.aftermath.recorded import RECORDED, within

FILES = {
    "atop/atop5_1m.csv": "atop",
    "atop/atop5_1_ddyr.parquet": "atop",
    "cow/contdird_v3.2_directed_dyad_year.parquet": "contiguity",
    "cow/majors2016.parquet": "majors",
    "cow/mid_v5_directed_dispute_years.parquet": "mid",
    "cow/gml_v2.2.1_directed_dispute_years.parquet": "gml",
    "cow/nmc_v7.0.parquet": "nmc",
    "cow/capitals.parquet": "capitals",
    "cow/trade_v3_dyadic.parquet": "trade",
    "panel/cw_democracy.parquet": "democracy",
    "rivalries/tss_rivalries_1494_2020.parquet": "rivalries",
    "unga/idealpoints_all_jun2024.parquet": "ideal-points",
}
CASE = "rus-prk-2024"


def main(folder: str = "../shared/data") -> int:
    """Measure, print, compare; return the exit code."""
    with tempfile.TemporaryDirectory() as data:
        os.environ["FOEDUS_DATA"] = data
        for file, dataset in FILES.items():
            imported(dataset, Path(folder) / file)
        found: dict[str, float] = {}
        for disputes in ("mid", "gml"):
            for group in measured(held_world(disputes)):
                found |= dict(_told(group, disputes))
        found |= _june_2024()
    return _compared(found)


def _told(group: Group, disputes: str) -> Iterator[tuple[str, float]]:
    matched = len(np.unique(group.others.pact))
    print(
        f"\n{group.name} (disputes of {disputes}): {len(group.treated.year)} pairs in "
        f"{group.alliances} alliances, {matched} with pairs beside them"
    )
    yield f"{disputes}, {group.name}: pairs", len(group.treated.year)
    for one in group.found:
        if disputes == "gml" and one.outcome.needs != "disputes":
            continue
        if one.usual is None or one.paired is None or one.beside is None:
            continue
        print(
            f"  {one.outcome.id:23} {one.years} {one.known:5} {_said(one.usual)}   "
            f"{one.pairs:5} {one.paired.value:6.3f} beside {one.beside.value:6.3f}: "
            f"{_said(one.difference)}   before {_number(one.before)} {_number(one.beside_before)}"
        )
        yield f"{disputes}, {group.name}: {one.outcome.id} {one.years} usual", one.usual.value
        if one.difference is not None:
            key = f"{disputes}, {group.name}: {one.outcome.id} {one.years} difference"
            yield key, one.difference.value


def _said(interval: Interval | None) -> str:
    if interval is None:
        return "–"
    return f"{interval.value:6.3f} ({interval.low:6.3f} to {interval.high:6.3f})"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _june_2024() -> dict[str, float]:
    found = aftermath(pact_of(register()[CASE]))
    print(f"\nMost like {CASE}")
    for row in found.analogues.to_pylist()[:10]:
        print(
            f"  {row['similarity']:.3f} {row['one']}-{row['two']} {row['year']} "
            f"(ATOP {row['alliance']})"
        )
    rows = found.analogues.to_pylist()
    return {f"{CASE}: analogues": len(rows), f"{CASE}: nearest": rows[0]["alliance"]}


def _compared(found: dict[str, float]) -> int:
    missed = [
        f"{name}: recorded {value:.4g}, now {found.get(name, float('nan')):.4g}"
        for name, value in RECORDED.items()
        if name not in found or not within(value, found[name])
    ]
    print(f"\n{len(RECORDED) - len(missed)} of {len(RECORDED)} recorded figures come by again")
    print("\n".join(missed), end="\n" if missed else "")
    return 1 if missed or not RECORDED else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
