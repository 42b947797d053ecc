"""Estimate ideal points from the roll calls and print them beside the published ones.

    python -m studies.ideal_points [FOLDER]

FOLDER holds the published files under the names that README.md lists, `../shared/data` unless said.
Exit code 1 when an aim is missed: by the estimates drawn as published, or by those from votes made
from known positions. Two to three minutes.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from foedus.datasets.importing import imported
from foedus.relations.likeness.vote_positions import USA, votes_chosen
from foedus.relations.measures.positions.item_response import IdealPoints, ideal_points
from studies.ideal_points.comparison import ENOUGH, Agreement, agreement, pairs, second_chain
from studies.ideal_points.placebo import recoveries

POOLED, WITHIN = 0.995, 0.99
SECONDS = 35
INSIDE = 0.85
"""What of known positions 90 % intervals should hold at least."""


def main(folder: str = "../shared/data") -> int:
    """Compare and print; return the exit code."""
    data = Path(folder) / "unga"
    with tempfile.TemporaryDirectory() as held:
        os.environ["FOEDUS_DATA"] = held
        for name in ("unga_votes_s1_s75.parquet", "unga_rollcalls_s1_s75.parquet"):
            imported("unga-votes", data / name)
        votes = votes_chosen()
    published = data / "idealpoints_all_jun2024.parquet"
    begin = time.process_time()
    found = ideal_points(*votes, positive=USA, as_published=True)
    took = time.process_time() - begin
    print(f"{len(votes[0]):,} votes, {len(found.item):,} items, {len(found.member):,} positions")
    print(f"{took:.0f} s of processor time, aim at most {SECONDS}")
    if not found.settled:
        print("the halves of the rounds do not agree: not settled")
    rows = _rows(found)
    ours, theirs = second_chain(rows, published)
    print(f"USA, release of April 2020: rmse of ours {ours:.3f}, of that of June 2024 {theirs:.3f}")
    agreed = agreement(pairs(published, rows))
    _tell_sessions(agreed)
    print("drawn as published:")
    _tell(agreed)
    print("without their step for cuts that all but touch (not held to the aims):")
    _tell(agreement(pairs(published, _rows(ideal_points(*votes, positive=USA)))))
    met = agreed.pooled >= POOLED and agreed.worst[1] >= WITHIN
    print("aims of agreement met" if met else "aims of agreement missed: README.md says why")
    return 0 if _known_found() and met and took <= SECONDS else 1


def _rows(found: IdealPoints) -> dict[str, NDArray[np.float64]]:
    return {
        "ccode": found.member,
        "session": found.session,
        "position": found.position,
        "low": found.low,
        "high": found.high,
    }


def _tell_sessions(found: Agreement) -> None:
    print("session  states      r   rmse")
    for session, (states, r, rmse) in found.by_session.items():
        mark = " below the aim" if states >= ENOUGH and r < WITHIN else ""
        print(f"{session:7}  {states:6}  {r:.4f}  {rmse:.3f}{mark}")


def _tell(found: Agreement) -> None:
    session, worst = found.worst
    print(f"  pooled r {found.pooled:.4f}, aim at least {POOLED}")
    print(f"  lowest r within a session {worst:.4f} (session {session}), aim at least {WITHIN}")
    print(f"  rmse {found.rmse:.3f}; {found.rmse_within:.3f} with each session's level taken out")
    print(f"  published medians inside our 90 % intervals: {found.inside:.1%}")
    print(f"  our 90 % interval by theirs, median: {found.widths:.2f}")


def _known_found() -> bool:
    """Print how well known positions are found again; return whether well enough."""
    print("votes made from known positions:")
    fine = True
    for each in recoveries():
        fine &= each.inside >= INSIDE
        print(
            f"  step {each.step}: r {each.r:.3f}, rmse {each.rmse:.3f}, "
            f"inside 90 % intervals {each.inside:.1%}"
        )
    return fine


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
