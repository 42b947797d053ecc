"""What an analyst supposes beside the treaties: who joins without a duty, who attacks whom next.

"RUS joins SRB 0.8", "GMY attacks BEL 0.9 if GMY fights FRA": in words, with the chance between 0
and 1. A supposition is an assumption of the analyst's; results say how much hangs on it.
"""

import datetime as dt
import re
from dataclasses import dataclass

from foedus.actors.names import actor_named
from foedus.errors import UnknownAct

__all__ = ["FORM", "Supposition", "supposition"]

FORM = "WHO joins|attacks WHOM CHANCE [if WHO fights WHOM], such as: RUS joins SRB 0.8"

_WRITTEN = re.compile(
    r"(?P<who>.+?) (?P<does>joins|attacks) (?P<whom>.+?) "
    r"(?P<chance>[01](?:\.\d+)?|\.\d+|\d{1,3} ?%)"
    r"(?: if (?P<one>.+?) fights (?P<other>.+))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposition:
    """`actor` joins `other`'s side, or attacks it, with this chance, once a condition holds.

    `does` is "joins" or "attacks". It may happen as soon as `other` (if it joins) or `actor` (if it
    attacks) is at war, or, where `if_fighting` names two actors, once those fight each other.
    """

    actor: str
    does: str
    other: str
    chance: float
    if_fighting: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.chance <= 1:
            raise ValueError(f"a chance lies between 0 and 1, and {self.chance} does not")

    def __str__(self) -> str:
        return f"{self.actor} {self.does} {self.other} {self.chance:g}{self._when}"

    @property
    def what(self) -> str:
        """What is supposed, without its chance."""
        return f"{self.actor} {self.does} {self.other}{self._when}"

    @property
    def _when(self) -> str:
        return " if {} fights {}".format(*self.if_fighting) if self.if_fighting else ""


def supposition(words: str, on: dt.date) -> Supposition:
    """Return the supposition that the words make, with its actors as they were that day.

    Raises UnknownAct with the form when the words are none, UnknownActor or OutsideLife for a name.
    """
    found = _WRITTEN.fullmatch(" ".join(words.split()))
    if found is None:
        raise UnknownAct(words, form=FORM)
    chance = found["chance"].rstrip("% ")
    value = float(chance) / 100 if "%" in found["chance"] else float(chance)
    if not 0 <= value <= 1:
        raise UnknownAct(words, form=FORM)
    who, whom = actor_named(found["who"], on).id, actor_named(found["whom"], on).id
    fighting = tuple(actor_named(found[side], on).id for side in ("one", "other") if found[side])
    if who == whom or len(set(fighting)) == 1:
        raise UnknownAct(words, form=FORM)
    return Supposition(
        actor=who,
        does=found["does"],
        other=whom,
        chance=value,
        if_fighting=(fighting[0], fighting[1]) if fighting else None,
    )
