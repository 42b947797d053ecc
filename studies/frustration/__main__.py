"""Compute the frustration of every window exactly, beside what is published.

    python -m studies.frustration [FOLDER]

FOLDER holds the published files under the names that README.md lists, `../shared/data` unless
said. Exit code 1 when something published does not come out, or an index is not proven.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from foedus.relations.measures.balance.line_index import Frustration, frustration
from studies.frustration.windows import BOTH, FIRST_YEARS, Window, highland_tribes, windows

TRIBES_INDEX = 7
TRIBES_SMALLER_SIDE = (1, 2, 15, 16)
FEWEST_STATES, MOST_STATES = 64, 155
STATES_TOLERANCE = 0.05


def main(folder: str = "../shared/data") -> int:
    """Compute and print; return the exit code."""
    wrong = 0
    for what, ours, published, agrees in [*_tribes(), *_windows(Path(folder))]:
        wrong += not agrees
        mark = "" if agrees else "   DIFFERS"
        print(f"{what}: ours {ours}, published {published}{mark}")
    print(f"{wrong} of these differ")
    return 1 if wrong else 0


def _tribes() -> Iterator[tuple[str, object, object, bool]]:
    found = frustration(highland_tribes())
    index = int(found.upper)
    yield "frustration of the highland tribes", index, TRIBES_INDEX, index == TRIBES_INDEX
    smaller = min((0, 1), key=lambda side: int((found.sides == side).sum()))
    side = tuple(int(at) + 1 for at in np.nonzero(found.sides == smaller)[0])
    yield "their smaller side", side, TRIBES_SMALLER_SIDE, side == TRIBES_SMALLER_SIDE


def _windows(folder: Path) -> Iterator[tuple[str, object, object, bool]]:
    begin = time.perf_counter()
    solved = [(window, frustration(window.network)) for window in windows(folder)]
    took = time.perf_counter() - begin
    print("window      states  ties  negative  both  index  share")
    for window, found in solved:
        print(_row(window, found))
    print(f"{len(solved)} windows, {took:.1f} s")
    proven = sum(found.proven for _, found in solved)
    yield "windows, proven", proven, len(FIRST_YEARS), proven == len(FIRST_YEARS)
    states = [len(window.states) for window, _ in solved]
    yield "states at first", states[0], FEWEST_STATES, _near(states[0], FEWEST_STATES)
    yield "states at most", max(states), MOST_STATES, _near(max(states), MOST_STATES)
    for both in BOTH:
        for more in (False, True):
            found = [frustration(one.network) for one in windows(folder, both, more)]
            indices, shares = [one.upper for one in found], [one.share for one in found]
            early, late = np.mean(indices[:10]), np.mean(indices[-10:])
            reading = f"both is {both}" + (", non-aggression counts" if more else "")
            ours = (
                f"{early:.1f}, {late:.1f} (all: {min(indices):.0f} to {max(indices):.0f}; share "
                f"{np.mean(shares[:10]):.3f}, {np.mean(shares[-10:]):.3f})"
            )
            what = f"mean index, first and last ten windows, {reading}"
            yield what, ours, "not towards balance", bool(late >= early)


def _row(window: Window, found: Frustration) -> str:
    size = f"{len(window.states):6}  {len(window.network.sign):4}  {window.negative:8}"
    years = f"{window.first}-{window.first + 3}"
    return f"{years}   {size}  {window.both:4}  {found.upper:5.0f}  {found.share:.3f}"


def _near(ours: int, published: int) -> bool:
    return abs(ours - published) <= STATES_TOLERANCE * published


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
