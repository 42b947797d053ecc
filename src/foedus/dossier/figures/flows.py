"""What two actors give each other, side by side."""

from dataclasses import dataclass

__all__ = ["FlowBar", "FlowRow", "FlowSides"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBar:
    """One amount from nought to `high`, sure up to `low`, both as shares of its thing's scale.

    `high` None is an open end, both None no amount at all. `ahead` marks what has not passed:
    planned, possible, made ready; `rival` one of several readings. `denied` is a mark of its own.
    """

    words: str
    more: str
    evidence: str
    low: float | None = None
    high: float | None = None
    ahead: bool = False
    rival: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRow:
    """One sort of thing, what the actor at the left gives of it and what the one at the right."""

    name: str
    left: tuple[FlowBar, ...]
    right: tuple[FlowBar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowSides:
    """What two actors give each other, sort by sort; an empty side of a row is nothing said.

    `title` and `notes` are for a picture that stands alone: a page has its own.
    """

    left: str
    right: str
    rows: tuple[FlowRow, ...]
    nothing: str
    describes: str
    title: str = ""
    notes: tuple[str, ...] = ()
