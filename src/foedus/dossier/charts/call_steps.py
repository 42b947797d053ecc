"""Where the boxes of an entanglement stand: a column per step, a box per group, links between.

Widths of letters are guessed from above, so that what is wrapped here fits in any of the fonts
that may be at hand.
"""

import itertools
import textwrap
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from foedus.dossier.words.entanglement import EntanglementWords
from foedus.repercussions.entanglement import Toward, Web
from foedus.repercussions.entanglement.groups import Group, alike

__all__ = ["WIDTH", "Box", "Column", "Link", "Panel", "Text", "call_steps", "wrapped"]

BOX, ROOT, GAP = 276, 150, 64
"""Widths of a box of others, of the box of the actor, and of the space in which links run."""
WIDTH = ROOT + 3 * (GAP + BOX)
LINE, PAD, APART, TOP = 17, 9, 14, 30
"""Heights of a line, of a box's edge, of what parts two boxes, and of a column's title."""
NAME, CLAUSE = 34, 37
"""How many letters of a name, and of a clause, go into a line of a box."""
HINGE = "◆"
"""Stands behind the name of one without whom others stay out."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `look` is "name", "sure", "doubt" or "plain"."""

    y: float
    words: str
    look: str


@dataclass(frozen=True, slots=True)
class Box:
    """A group of actors and the clauses that reach them."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[Text, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The title of a column and where it begins."""

    x: float
    title: str


@dataclass(frozen=True, slots=True)
class Link:
    """A curve from one box to one in the next column; `back` if the left one is called."""

    path: str
    sure: bool
    back: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One web drawn: its boxes, columns and links, and how high it is."""

    boxes: tuple[Box, ...]
    columns: tuple[Column, ...]
    links: tuple[Link, ...]
    height: float


def call_steps(actor: str, web: Web, words: EntanglementWords) -> Panel:
    """Return a web as boxes in columns, the actor's own in the middle of the first."""
    layers = [
        alike(web.at(steps), web.toward) for steps in sorted({one.steps for one in web.reached})
    ]
    columns: list[Column] = []
    placed: list[Placed] = []
    for number, groups in enumerate(layers):
        x = ROOT + GAP + number * (BOX + GAP)
        columns.append(Column(x, words.count(groups)))
        in_order = _sorted(groups, placed[-1] if placed else ())
        placed.append(_stacked(in_order, x, {one.actor for one in web.hinges}, words))
    height = max((box.y + box.height for layer in placed for _, box in layer), default=TOP)
    name = [(line, "name") for line in wrapped(words.names.alone(actor), 16)]
    own = Group(actors=(actor,), steps=0, sure_steps=0, ways=())
    root = [(own, _box(0, TOP, ROOT, name, sure=True))]
    every = [_centred(layer, max(height, root[0][1].height + TOP)) for layer in (root, *placed)]
    return Panel(
        boxes=tuple(box for layer in every for _, box in layer),
        columns=tuple(columns),
        links=tuple(
            link
            for near, far in itertools.pairwise(every)
            for link in _links(near, far, web.toward)
        ),
        height=max(box.y + box.height for layer in every for _, box in layer),
    )


def wrapped(words: str, letters: int) -> list[str]:
    """Return words in lines of at most so many letters."""
    kept = words.replace("art. ", "art.\u00a0")
    return textwrap.wrap(kept, letters, break_on_hyphens=False) or [""]


Placed = Sequence[tuple[Group, Box]]


def _stacked(
    groups: Iterable[Group], x: float, hinges: Collection[str | None], words: EntanglementWords
) -> Placed:
    y: float = TOP
    placed = []
    for group in groups:
        sureness = words.sureness(group)
        names = ", ".join(
            words.names.alone(one) + (f"\u00a0{HINGE}" if one in hinges else "")
            for one in words.names.in_order(group.actors)
        ) + (f" ({sureness})" if sureness else "")
        lines = [(line, "name") for line in wrapped(names, NAME)]
        for way in group.ways:
            look = "sure" if way.sure else "doubt"
            lines += [(line, look) for line in wrapped(words.way(way, group.steps), CLAUSE)]
        box = _box(x, y, BOX, lines, sure=any(way.sure for way in group.ways))
        placed.append((group, box))
        y += box.height + APART
    return placed


def _box(x: float, y: float, width: float, lines: Sequence[tuple[str, str]], *, sure: bool) -> Box:
    texts = tuple(
        Text(y + PAD + LINE * (number + 0.75), words, look)
        for number, (words, look) in enumerate(lines)
    )
    return Box(x, y, width, 2 * PAD + LINE * len(lines), texts, sure)


def _centred(layer: Placed, height: float) -> Placed:
    """A column moved down to the middle of the height."""
    down = (height - max(box.y + box.height for _, box in layer)) / 2
    return [
        (
            group,
            replace(
                box,
                y=box.y + down,
                lines=tuple(replace(line, y=line.y + down) for line in box.lines),
            ),
        )
        for group, box in layer
    ]


def _sorted(groups: Sequence[Group], before: Placed) -> list[Group]:
    """Groups in the order of those they are linked to, so that few links cross."""
    middles = {one: box.y + box.height / 2 for group, box in before for one in group.actors}

    def place(group: Group) -> tuple[float, int, tuple[str, ...]]:
        near = {one for way in group.ways for one in way.through if one in middles}
        mean = sum(middles[one] for one in near) / len(near) if near else 0.0
        return round(mean), -len(group.actors), group.actors

    return sorted(groups, key=place)


def _links(near: Placed, far: Placed, toward: Toward) -> Iterable[Link]:
    for group, box in far:
        for other, source in near:
            through = [way for way in group.ways if {*way.through} & {*other.actors}]
            if through:
                yield Link(
                    path=_curve(source, box),
                    sure=any(way.sure for way in through),
                    back=toward is Toward.CALLING,
                )


def _curve(source: Box, box: Box) -> str:
    x, y = source.x + source.width, source.y + source.height / 2
    to_x, to_y = box.x, box.y + box.height / 2
    middle = (x + to_x) / 2
    return f"M{x:g},{y:g} C{middle:g},{y:g} {middle:g},{to_y:g} {to_x:g},{to_y:g}"
