"""Where each mark of a timeline stands: panels side by side, lanes in them, rows in each lane."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from foedus.dossier.figures import Bar, Gap, Timeline

__all__ = ["LABEL_COLUMN", "Layout", "Panel", "label_width", "layout", "panels"]

LABEL_COLUMN = 112
BETWEEN = 28
LABELLED_ROW = 36
PLAIN_ROW = 15
LANE_GAP = 14
# An average character of the sans face at 13 px, to leave room for a label.
CHARACTER = 6.4


@dataclass(frozen=True, slots=True)
class Panel:
    """A stretch of time on one scale, `width` pixels wide; `ends` is the day after its last."""

    begins: dt.date
    ends: dt.date
    width: float

    def pixel(self, date: dt.date) -> float:
        """Return how far from the panel's left edge a date lies; negative before it begins."""
        return (date - self.begins).days / max((self.ends - self.begins).days, 1) * self.width

    def shows(self, one: Bar | Gap) -> bool:
        """Whether any of its days lies in the panel."""
        return one.earliest < self.ends and one.latest >= self.begins


@dataclass(frozen=True, slots=True)
class Layout:
    """The marks of one panel: per lane its rows, its top and its bottom, in pixels from the top.

    `headed` says that a lane's name stands above it and not beside.
    """

    rows: dict[str, list[list[Bar]]]
    tops: dict[str, float]
    bottoms: dict[str, float]
    height: float
    headed: bool

    def placed(self) -> Iterator[tuple[Bar, float]]:
        """Yield every mark with the top of its row."""
        for lane, rows in self.rows.items():
            for number, bars in enumerate(rows):
                for bar in bars:
                    yield bar, self.tops[lane] + number * _row_height(self.rows[lane])


def panels(timeline: Timeline, width: float, *, stacked: bool) -> list[Panel]:
    """Return the panels of a timeline: one, or the whole and its enlarged last part.

    Side by side they share the width, 2 to 3; stacked each has all of it.
    """
    ends = timeline.ends + dt.timedelta(days=1)
    start = timeline.detail_from
    if start is None:
        return [Panel(timeline.begins, ends, width)]
    shares = (1.0, 1.0) if stacked else (0.4, 0.6)
    room = width if stacked else width - BETWEEN
    return [
        Panel(timeline.begins, start, round(room * shares[0])),
        Panel(start, ends, round(room * shares[1])),
    ]


def layout(timeline: Timeline, panel: Panel, *, headed: bool) -> Layout:
    """Return the rows in which, at the scale of `panel`, no mark covers another.

    Marks outside the panel take no room beyond its edges. `headed` leaves room for a lane's name
    above it.
    """
    packed = {lane: _packed(timeline, lane, panel) for lane in timeline.lanes}
    tops, bottoms, at = {}, {}, 10.0
    for lane, rows in packed.items():
        at += 20 if headed else 0
        tops[lane] = at
        at += max(len(rows), 1) * _row_height(rows)
        bottoms[lane] = at + 2
        at += LANE_GAP
    return Layout(packed, tops, bottoms, at, headed)


def label_width(bar: Bar) -> float:
    """Return the pixels a mark's label takes, 0 without one."""
    return len(bar.label) * CHARACTER + 12 if bar.label else 0


def _row_height(rows: list[list[Bar]]) -> float:
    return LABELLED_ROW if any(bar.label for row in rows for bar in row) else PLAIN_ROW


def _packed(timeline: Timeline, lane: str, panel: Panel) -> list[list[Bar]]:
    rows: list[list[Bar]] = []
    ends: list[float] = []
    for group in _pieces([bar for bar in timeline.bars if bar.lane == lane]):
        left, right = _extent(group, panel)
        row = next((place for place, end in enumerate(ends) if end <= left), len(rows))
        if row == len(rows):
            rows.append([])
            ends.append(right)
        rows[row].extend(group)
        ends[row] = right
    return rows


def _pieces(bars: list[Bar]) -> list[list[Bar]]:
    """Return the marks in order of time; those with one label and one evidence belong together."""
    groups: dict[tuple[str, str] | int, list[Bar]] = {}
    for number, bar in enumerate(bars):
        groups.setdefault((bar.evidence, bar.label) if bar.label else number, []).append(bar)
    return sorted(groups.values(), key=lambda group: (group[0].earliest, group[0].evidence))


def _extent(group: list[Bar], panel: Panel) -> tuple[float, float]:
    """Return the pixels a group takes in a row of the panel, its label included."""
    left = min(panel.pixel(bar.earliest) for bar in group)
    right = max(*(panel.pixel(bar.latest) for bar in group), left + 9)
    start = max(left, 0)
    if start + label_width(group[0]) > panel.width:
        return min(left, panel.width - label_width(group[0])), right + 3
    return left, max(right, start + label_width(group[0])) + 3
