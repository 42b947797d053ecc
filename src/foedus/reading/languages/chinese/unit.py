"""A piece of a Chinese clause: a noun phrase with its head, or one word of another sort."""

from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["Hang", "Unit"]

Hang = Callable[[int, int, str, str | None], None]
"""Hangs a word on a head in a relation, with a marker; words by place in the sentence."""


@dataclass(slots=True)
class Unit:
    """A phrase or word: its sort, its head and its first and last words by place in the sentence.

    Sorts are those of words, and `phrase` (a noun phrase), `prepositional` (with its `marker`),
    `clause` (a verb already with its own).
    """

    sort: str
    head: int
    first: int
    last: int
    marker: str | None = None
    listed: bool = False
    extra: list[int] = field(default_factory=list)
