"""Print the published similarities beside ours, with the tolerance of each.

    python -m studies.signorino_ritter [FOLDER]

FOLDER holds the published data under the names that README.md lists, `../shared/data` unless said.
Exit code 1 when a figure differs by more than its tolerance.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import linprog

from foedus import measures
from foedus.relations.likeness.similarities import similarities
from foedus.relations.measures.agreement.portfolios import MEASURES
from studies.signorino_ritter import published
from studies.signorino_ritter.year_1947 import held, of_alliances, of_votes

SCALE = (0, 1, 2, 3)
OTHER_DATA = 0.04
"""Theirs are COW's alliances and capabilities as of 1999, ours ATOP 5.1 and NMC 7.0: a share of
capabilities that differs by 0.02 on states where two differ moves S by 0.04."""
THEIR_VOTES = 32
ROUNDED = 0.015
"""What rounding to two digits leaves open of S of votes: twice 0.005, and 0.005."""

Line = tuple[str, float, float, float]
"""What, published, ours, and by how much they may differ."""


def table_5() -> Iterator[Line]:
    """Yield S of the eight made-up portfolios."""
    for case, (pairs, expected) in published.TABLE_5.items():
        found = measures.similarity(np.transpose(pairs), ("s_absolute",), levels=SCALE)
        yield f"table 5({case}), S", expected, float(found["s_absolute"][0, 1]), 1e-12


def table_6() -> Iterator[Line]:
    """Yield Germany and Russia in 1914, from the portfolios and shares printed there."""
    portfolios = (published.GERMANY, published.RUSSIA)
    found = measures.similarity(portfolios, MEASURES, levels=SCALE, weights=published.SHARES)
    for name, expected in published.TABLE_6.items():
        ours, half = float(found[name][0, 1]), 0.005
        if name.endswith("_weighted"):
            half += max(abs(ours - end) for end in within_rounding())
        yield f"table 6, {name}", expected, ours, half
    for name, expected in published.FPSIM.items():
        yield f"the same in fpsim, {name}", expected, float(found[name][0, 1]), 5e-8


def within_rounding() -> tuple[float, float]:
    """Return the least and the greatest weighted S that shares rounding to table 6's can give."""
    apart = np.abs(np.subtract(published.GERMANY, published.RUSSIA)) / 3
    bounds = [(max(share - 0.005, 0), share + 0.005) for share in published.SHARES]
    ends = []
    for sign in (1, -1):
        solved = linprog(sign * apart, A_eq=np.ones((1, len(apart))), b_eq=[1], bounds=bounds)
        ends.append(1 - 2 * sign * solved.fun)
    return min(ends), max(ends)


def table_8(data: Path) -> Iterator[Line]:
    """Yield S of alliances in 1947, and S of votes: twice that of both, less that of alliances.

    Our roll calls of the year are more than theirs: S of all of them can differ from theirs by as
    much as the others allow, each of which counts from -1 to 1.
    """
    alliances, votes = of_alliances(data), of_votes()
    for pair, expected in published.TABLE_8_ALLIANCES.items():
        yield f"table 8, alliances, {'-'.join(pair)}", expected, alliances[pair], OTHER_DATA
    for pair, both in published.TABLE_8_WITH_VOTES.items():
        expected = 2 * both - published.TABLE_8_ALLIANCES[pair]
        objects, ours = votes[pair]
        more = (objects - THEIR_VOTES) / objects * (1 + abs(expected))
        yield f"table 8, votes, {'-'.join(pair)}", expected, ours, more + ROUNDED


def usa_and_mexico() -> Iterator[Line]:
    """Yield the United States and Mexico in 1946, from the votes held here."""
    found = similarities("USA", "MEX", of="votes", years=(1946, 1946)).to_pylist()[0]
    for name, expected in published.USA_MEXICO_1946.items():
        yield f"USA-MEX 1946, votes, {name}", expected, found[name], 5e-9


def main(folder: str = "../shared/data") -> int:
    """Compare and print; return the exit code."""
    data = Path(folder)
    differing = 0
    print(f"{'':42}{'published':>12}{'ours':>14}{'tolerance':>12}")
    with tempfile.TemporaryDirectory() as own:
        os.environ["FOEDUS_DATA"] = own
        held(data)
        for what, expected, ours, tolerance in (
            *table_5(),
            *table_6(),
            *table_8(data),
            *usa_and_mexico(),
        ):
            differs = not abs(ours - expected) <= tolerance
            differing += differs
            told = "  differs" if differs else ""
            print(f"{what:42}{expected:12.7g}{ours:14.8f}{tolerance:12.2g}{told}")
    least, most = within_rounding()
    print(
        f"\nTable 6's shares are rounded: its weighted S lies between {least:.3f} and {most:.3f}."
    )
    print(f"{differing} figures differ by more than their tolerance")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
