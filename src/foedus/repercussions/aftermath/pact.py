"""The pact asked about: which two states, when, and what they promised."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from foedus.actors.codes import code
from foedus.actors.names import display_name
from foedus.errors import FoedusError
from foedus.repercussions.aftermath.new_pacts import KINDS
from foedus.repercussions.aftermath.world import level_of
from foedus.treaties.instrument import Instrument
from foedus.treaties.words import Words

__all__ = ["NotAskable", "Pact", "pact_described", "pact_of"]


class NotAskable(FoedusError):
    """A pact of which nobody can say what usually follows, with the reason and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pact:
    """A pact between two states: their ids and COW codes that day, and which of `KINDS` are owed.

    `parties` counts the states that ever joined. `instrument` is its id in the register and `atop`
    in ATOP, None where it has none.
    """

    actors: tuple[str, str]
    codes: tuple[int, int]
    on: dt.date
    kinds: tuple[str, ...]
    parties: int
    title: Words
    instrument: str | None = None
    atop: int | None = None

    @property
    def level(self) -> int:
        """What it comes to, from 1 (non-aggression) to 3 (defence or offence)."""
        defence, offence, neutrality, _, consultation = (
            np.array([kind in self.kinds]) for kind in KINDS
        )
        return int(level_of(defence, offence, neutrality, consultation)[0])

    @property
    def bilateral(self) -> bool:
        """Whether only the two ever were parties."""
        return self.parties == 2


def pact_of(instrument: Instrument, between: Iterable[str] = ()) -> Pact:
    """Return an instrument as a pact of two of its parties; which, may be left out of two.

    It counts from the day on which the later of the two signed, else was bound. Raises NotAskable
    for a third party left unchosen, who is no party, an instrument without any of `KINDS`, and
    whoever is no state of the system that day.
    """
    chosen = tuple(dict.fromkeys(between)) or _founders(instrument)
    strangers = [one for one in chosen if one not in instrument.actors]
    if strangers:
        raise NotAskable(
            f"{', '.join(strangers)} is no party to {instrument.id}. "
            f"Its parties are {', '.join(instrument.actors)}."
        )
    if len(chosen) != 2:
        raise NotAskable(
            f"What usually follows is asked of two parties, and {instrument.id} has "
            f"{len(instrument.actors)}. Say which two, such as `--between "
            f"{','.join(instrument.actors[:2])}`."
        )
    kinds = _kinds(instrument, chosen)
    if not kinds:
        raise NotAskable(
            f"{instrument.id} is coded with none of {', '.join(KINDS)}: ATOP lists no treaty that "
            "holds none of them, so there is nothing to compare it with."
        )
    on = max(_day(instrument, actor) for actor in chosen)
    return Pact(
        actors=(chosen[0], chosen[1]),
        codes=_codes(chosen, on),
        on=on,
        kinds=kinds,
        parties=_states(instrument),
        title=instrument.short,
        instrument=instrument.id,
        atop=instrument.atop,
    )


def pact_described(actors: Iterable[str], on: dt.date, kinds: Iterable[str]) -> Pact:
    """Return a pact of two actors (ids) on a day, by which of `KINDS` it holds.

    Raises NotAskable for another number of actors, no kind or one unknown, and whoever is no state
    of the system that day.
    """
    chosen, wanted = tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(kinds))
    if len(chosen) != 2:
        raise NotAskable(f"A pact is asked of two states, not of {len(chosen)}.")
    unknown = [kind for kind in wanted if kind not in KINDS]
    if unknown or not wanted:
        problem = f"'{unknown[0]}' is none" if unknown else "none was given"
        raise NotAskable(f"A pact holds one or more of {', '.join(KINDS)}; {problem}.")
    names = {
        language: " – ".join(display_name(actor, language, on) for actor in chosen)
        for language in ("en", "fr")
    }
    return Pact(
        actors=(chosen[0], chosen[1]),
        codes=_codes(chosen, on),
        on=on,
        kinds=tuple(kind for kind in KINDS if kind in wanted),
        parties=2,
        title=Words(names["en"], names["fr"]),
    )


def _founders(instrument: Instrument) -> tuple[str, ...]:
    """Return the two states of a treaty of two, without successors of theirs; else all parties."""
    if _states(instrument) != 2:
        return instrument.actors
    return tuple(sorted(instrument.actors, key=lambda one: _day(instrument, one))[:2])


def _states(instrument: Instrument) -> int:
    """Return how many states were ever parties, a state and its successor once."""
    return len({code(one, "cow", _day(instrument, one)) or one for one in instrument.actors})


def _kinds(instrument: Instrument, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of `KINDS` either of the two owes."""
    owed = {
        duty.kind
        for _, duty in instrument.obligations()
        if not set(chosen).isdisjoint(instrument.meant(duty.obligor))
    }
    return tuple(kind for kind in KINDS if kind in owed)


def _day(instrument: Instrument, actor: str) -> dt.date:
    party = next(one for one in instrument.parties if one.actor == actor)
    for day in (party.signed, party.spell.begins if party.spell else None, instrument.signed):
        if day is not None and day.earliest is not None:
            return day.earliest
    raise NotAskable(f"{instrument.id} does not say when {actor} signed it or was bound by it.")


def _codes(actors: tuple[str, ...], on: dt.date) -> tuple[int, int]:
    found = [code(actor, "cow", on) for actor in actors]
    for actor, own in zip(actors, found, strict=True):
        if own is None:
            raise NotAskable(
                f"{actor} was no state of the Correlates of War list on {on.isoformat()}, so no "
                "dataset of pairs of states says what surrounded it."
            )
    one, two = (int(own) for own in found if own is not None)
    return one, two
