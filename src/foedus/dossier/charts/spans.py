"""What stretches over some days of a drawing: hatching, and the changes that lie in them.

What nobody covers is hatched, with the words for it. A change stands as a purple band with a brace
over it, and over that how much it came to.
"""

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import altair as alt

from foedus.dossier.charts.marks import (
    chart_of,
    instant,
    y2_at,
    y_at,
)
from foedus.dossier.charts.theme import HATCH, LIGHT
from foedus.dossier.figures import Stretch, Turn

__all__ = ["APART", "LETTER", "SMALL", "counted_letters", "room_above", "stretches", "turns"]

LETTER = 6.6
"""About how wide a letter of a label is."""
SMALL = 5.7
"""The same, in the small words of what is hatched."""
BOLD = 6.0
"""The same, of words in bold digits, which are narrow."""
TOUCH, MARGIN = 3, 24
"""Pixels by which words may meet, as letters are counted and not measured; and by which they may
begin before the first day, over the scale."""
APART = 15
"""Pixels from one label to the next below it."""
LEVELS, TRIED = 3, 8
"""In so many lines, one over the other, may stand what is written over changes; for so many of them
every way to place the words is tried."""


def counted_letters(words: Sequence[str]) -> float:
    """Return about how wide the longest of these is, in pixels."""
    return max((len(each) for each in words), default=0) * LETTER


def stretches(
    hatched: Sequence[Stretch], drawn: Any, x: alt.X, width: float, height: float
) -> Iterator[alt.Chart]:
    """Yield the hatched days of a drawing, with the words where there is room for them."""
    values: list[dict[str, Any]] = [
        {
            "from": instant(max(each.earliest, drawn.begins)),
            "to": instant(min(each.latest + dt.timedelta(days=1), drawn.ends)),
            "words": each.words,
        }
        for each in hatched
        if each.latest >= drawn.begins and each.earliest < drawn.ends
    ]
    if not values:
        return
    bands = chart_of(values).mark_rect(fill=HATCH, stroke=LIGHT["hair"])
    yield bands.encode(x=x, x2=alt.X2("to:Q"), y=y_at(0), y2=y2_at(height))
    pixels = width / max((drawn.ends - drawn.begins).days, 1) / 86_400_000
    for value in values:
        room = int((value["to"] - value["from"]) * pixels / SMALL)
        lines = _lines(str(value["words"]), room)
        if lines:
            words = chart_of([{"from": value["from"], "words": lines}]).mark_text(
                align="left", baseline="top", dx=3, dy=4, fontSize=11.5, color=LIGHT["ink2"]
            )
            yield words.encode(x=x, y=y_at(0), text=alt.Text("words:N"))


def _lines(words: str, letters: int) -> list[str]:
    """Return words in lines of so many letters; nothing where even one word is longer."""
    lines: list[str] = []
    for word in words.split(" "):
        if len(word) > letters:
            return []
        if lines and len(lines[-1]) + 1 + len(word) < letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines if len(lines) < 5 else []


def turns(
    found: Sequence[Turn], drawn: Any, x: alt.X, width: float, height: float
) -> Iterator[alt.Chart]:
    """Yield a band with a brace for each change, and over it what is written.

    What finds no room in `LEVELS` lines one over the other stands in the rows beside the picture.
    """
    stroke: dict[str, Any] = {"color": LIGHT["cont"], "strokeWidth": 1.4}
    for each in _placed(found, drawn, width):
        span = [{"from": instant(each.start), "to": instant(each.end)}]
        band = chart_of(span).mark_rect(fill=LIGHT["band"])
        yield band.encode(x=x, x2=alt.X2("to:Q"), y=y_at(0), y2=y2_at(height))
        top = chart_of(span).mark_rule(**stroke)
        yield top.encode(x=x, x2=alt.X2("to:Q"), y=y_at(-5))
        ends = chart_of([{"from": instant(each.start)}, {"from": instant(each.end)}])
        yield ends.mark_rule(**stroke).encode(x=x, y=y_at(-5), y2=y2_at(2))
        if each.level is None:
            continue
        foot = -8 - APART * each.level
        at = [{"from": instant(each.end if each.late else each.start), "words": each.words}]
        if each.level:
            lead = chart_of(at).mark_rule(color=LIGHT["cont"], strokeWidth=0.7)
            yield lead.encode(x=x, y=y_at(-5), y2=y2_at(foot - 3))
        words = chart_of(at).mark_text(
            align="right" if each.late else "left",
            baseline="bottom",
            dx=(-4 if each.late else 4) if each.level else 0,
            color=LIGHT["cont"],
            fontWeight="bold",
            clip=False,
        )
        yield words.encode(x=x, y=y_at(foot), text=alt.Text("words:N"))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A change within what is drawn, and the line its words stand in, None for no room.

    `late` says that they end where the band does, not begin where it begins. `near` and `far` are
    where they begin and end, `at` where the change does, in pixels.
    """

    start: dt.date
    end: dt.date
    words: str
    late: bool
    level: int | None
    near: float
    far: float

    @property
    def at(self) -> float:
        """Where a stroke leads from the brace to words that do not stand on it."""
        return self.far if self.late else self.near

    def meets(self, other: "_Placed") -> bool:
        """Whether the words of both would lie over each other in one line."""
        return self.near + TOUCH < other.far and other.near + TOUCH < self.far

    def crosses(self, other: "_Placed") -> bool:
        """Whether the stroke to these words goes through the others."""
        return (
            self.level is not None
            and other.level is not None
            and other.level < self.level
            and other.near + TOUCH < self.at < other.far - TOUCH
        )


def _placed(found: Sequence[Turn], drawn: Any, width: float) -> list[_Placed]:
    """Return the changes of these days, their words as clear of each other as can be."""
    inside = sorted(
        (each for each in found if each.latest >= drawn.begins and each.earliest < drawn.ends),
        key=lambda one: one.earliest,
    )
    ways = itertools.product((False, True), repeat=min(len(inside), TRIED))
    return min((_in_lines(inside, way, drawn, width) for way in ways), key=_untidiness)


def _in_lines(
    found: Sequence[Turn], lates: Sequence[bool], drawn: Any, width: float
) -> list[_Placed]:
    pixels = width / max((drawn.ends - drawn.begins).days, 1)
    placed: list[_Placed] = []
    for each, late in itertools.zip_longest(found, lates, fillvalue=False):
        assert isinstance(each, Turn)
        start = max(each.earliest, drawn.begins)
        end = min(each.latest + dt.timedelta(days=1), drawn.ends)
        letters = len(each.words) * BOLD
        left, right = ((day - drawn.begins).days * pixels for day in (start, end))
        near = right - letters if late else left
        one = _Placed(start, end, each.words, bool(late), None, near, near + letters)
        free = (
            level
            for level in range(LEVELS)
            if not any(other.level == level and one.meets(other) for other in placed)
        )
        if one.near >= -MARGIN and one.far <= width + LETTER:
            one = replace(one, level=next(free, None))
        placed.append(one)
    return placed


def _untidiness(placed: Sequence[_Placed]) -> tuple[int, int, int, int]:
    """Return how much is not written, goes through words, is not in the first line, ends late."""
    return (
        sum(one.level is None for one in placed),
        sum(one.crosses(other) for one in placed for other in placed),
        sum(one.level or 0 for one in placed),
        sum(one.late for one in placed),
    )


def room_above(found: Sequence[Turn], drawn: Any, width: float) -> int:
    """Return the pixels that the words over these changes take, none where there is no change."""
    levels = [each.level for each in _placed(found, drawn, width)]
    return 6 + APART * (1 + max(one or 0 for one in levels)) if levels else 0
