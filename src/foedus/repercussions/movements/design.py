"""Who counts as treated by an event, who is compared with them, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from foedus.evidence import Day
from foedus.repercussions.movements.differences import Mask
from foedus.repercussions.movements.outcome import Outcome, Period

__all__ = ["Design", "design"]


@dataclass(frozen=True)
class Design:
    """The dyads and periods of an outcome around an event.

    `left_out`, `before` and `after` (T,) mark the periods in which the event may have fallen, and
    those on either side of them. Treated is a watched actor's dyad with an actor in focus;
    `untreated` (U,) are dyads without a member of either kind, or of sources that speak, what they
    say of topics that are not in focus.
    """

    outcome: Outcome
    focus: tuple[str, ...]
    watched: tuple[str, ...]
    left_out: Mask
    before: Mask
    after: Mask
    untreated: Mask

    @cached_property
    def rows(self) -> dict[frozenset[str], int]:
        """The place of each dyad among the outcome's."""
        return {frozenset(pair): row for row, pair in enumerate(self.pairs)}

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The members of each dyad."""
        return tuple(zip(self.outcome.one, self.outcome.two, strict=True))

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """The third party and the actor in focus of each treated dyad, by the latter."""
        return tuple(
            (third, actor)
            for actor in self.focus
            for third in self.watched
            if third not in self.focus
        )

    @property
    def treated(self) -> tuple[int, ...]:
        """The places of the treated dyads that the outcome has."""
        found = (self.rows.get(frozenset(pair)) for pair in self.asked)
        return tuple(row for row in found if row is not None)

    def others_of(self, actor: str) -> Mask:
        """Return the dyads (U,) of an actor in focus with those neither watched nor in focus."""
        one, two = np.array(self.outcome.one), np.array(self.outcome.two)
        concerned = [*self.focus, *self.watched]
        return ((one == actor) & ~np.isin(two, concerned)) | (
            (two == actor) & ~np.isin(one, concerned)
        )

    def held(self, chosen: Mask) -> tuple[Period, ...]:
        """Return the periods that a mask marks and in which anything is known."""
        known = np.isfinite(self.outcome.values).any(axis=0)
        kept = zip(self.outcome.periods, chosen & known, strict=True)
        return tuple(period for period, marked in kept if marked)


def design(outcome: Outcome, event: Day, focus: Sequence[str], watched: Sequence[str]) -> Design:
    """Return the design of an event; raises ValueError for one without both ends."""
    if event.earliest is None or event.latest is None:
        raise ValueError(f"the event '{event}' is open on one side: it has a first and a last day")
    first, last = event.earliest, event.latest
    concerned = [*focus, *watched]
    untreated = (
        ~np.isin(outcome.two, list(focus))
        if outcome.directed
        else ~(np.isin(outcome.one, concerned) | np.isin(outcome.two, concerned))
    )
    return Design(
        outcome,
        tuple(focus),
        tuple(watched),
        left_out=np.array([one <= last and two >= first for one, two in outcome.periods]),
        before=np.array([two < first for _, two in outcome.periods]),
        after=np.array([one > last for one, _ in outcome.periods]),
        untreated=untreated,
    )
