"""A group of words around a noun or pronoun."""

from dataclasses import dataclass, field

__all__ = ["Group"]


@dataclass(slots=True)
class Group:
    """Words `start` to `end` (excluded) around `head`; `inner` says what each other word is.

    `cases` is a set of bits; `marker` the English marker of its preposition, None without one.
    """

    start: int
    end: int
    head: int
    cases: int
    number: str = "S"
    gender: str = ""
    marker: str | None = None
    preposition: str = ""
    time: bool = False
    proper: bool = False
    pronoun: bool = False
    relative: bool = False
    counted: bool = False
    animate: bool = False
    person: bool = False
    inner: dict[int, str] = field(default_factory=dict)
