"""Ours and the published positions, state by state and session by session, and how far apart."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

__all__ = ["ENOUGH", "Agreement", "Pairs", "agreement", "pairs", "second_chain"]

Floats = NDArray[np.float64]
ENOUGH = 50
"""States a session needs for its correlation to be held to the aim."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """State-sessions that both have: session, our position and interval, theirs, their median."""

    session: NDArray[np.int64]
    ours: Floats
    low: Floats
    high: Floats
    theirs: Floats
    median: Floats
    width: Floats


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two sets of positions agree.

    `pooled` is the correlation over all, `by_session` session to (states, correlation, rmse);
    `rmse` and `rmse_within`, the latter with each session's mean difference taken out; `inside` the
    share of published medians in our 90 % intervals; `widths` our interval by theirs, median.
    """

    pooled: float
    by_session: dict[int, tuple[int, float, float]]
    rmse: float
    rmse_within: float
    inside: float
    widths: float

    @property
    def worst(self) -> tuple[int, float]:
        """The session of enough states with the lowest correlation, and that."""
        large = {at: r for at, (states, r, _) in self.by_session.items() if states >= ENOUGH}
        at = min(large, key=large.__getitem__)
        return at, large[at]


def pairs(published: Path, rows: dict[str, NDArray[np.float64]]) -> Pairs:
    """Return what both have; `rows` are columns of `vote_positions`."""
    columns = ["ccode", "session", "IdealPointAll", "Q5%All", "Q50%All", "Q95%All"]
    theirs = pq.read_table(published, columns=columns)
    key = {
        each: place
        for place, each in enumerate(
            zip(theirs["ccode"].to_pylist(), theirs["session"].to_pylist(), strict=True)
        )
    }
    named = zip(rows["ccode"].tolist(), rows["session"].tolist(), strict=True)
    place = np.array([key.get((int(one), int(two)), -1) for one, two in named])
    both = place >= 0
    at = place[both]
    low, middle, high = (theirs[name].to_numpy()[at] for name in columns[3:])
    return Pairs(
        rows["session"][both].astype(np.int64),
        rows["position"][both],
        rows["low"][both],
        rows["high"][both],
        theirs["IdealPointAll"].to_numpy()[at],
        middle,
        high - low,
    )


def agreement(both: Pairs) -> Agreement:
    """Return how ours and theirs agree."""
    apart = both.ours - both.theirs
    by_session, within = {}, apart.copy()
    for session in np.unique(both.session).tolist():
        rows = both.session == session
        r = float(np.corrcoef(both.ours[rows], both.theirs[rows])[0, 1])
        within[rows] -= apart[rows].mean()
        by_session[session] = (int(rows.sum()), r, _root(apart[rows]))
    inside = (both.median >= both.low) & (both.median <= both.high)
    return Agreement(
        float(np.corrcoef(both.ours, both.theirs)[0, 1]),
        by_session,
        _root(apart),
        _root(within),
        float(inside.mean()),
        float(np.median((both.high - both.low) / both.width)),
    )


def second_chain(rows: dict[str, NDArray[np.float64]], first: Path) -> tuple[float, float]:
    """Return how far ours, and the June 2024 release, are from that of April 2020: rmse, USA."""
    text = Path(__file__).with_name("april_2020_usa.csv").read_text(encoding="utf-8")
    lines = (line.split(",") for line in text.splitlines()[1:])
    april = {int(session): float(position) for session, position in lines}
    table = pq.read_table(first, columns=["ccode", "session", "IdealPointAll"])
    june = {row["session"]: row["IdealPointAll"] for row in table.to_pylist() if row["ccode"] == 2}
    usa = rows["ccode"] == 2
    ours = dict(zip(rows["session"][usa].tolist(), rows["position"][usa].tolist(), strict=True))
    return (
        _root(np.array([ours[at] - april[at] for at in april])),
        _root(np.array([june[at] - april[at] for at in april])),
    )


def _root(values: Floats) -> float:
    return float(np.sqrt((values**2).mean()))
