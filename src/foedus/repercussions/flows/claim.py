"""What one source says passed from one actor to another, and what cannot be placed."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Aside", "Claim", "Manner", "Why"]


class Manner(StrEnum):
    """Whether a thing is said to have passed, to be made ready, to come, or not to have passed."""

    PASSED = "passed"
    PREPARED = "prepared"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DEMANDED = "demanded"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One source saying that one sort of thing passed, may pass or did not, from giver to receiver.

    `id` is that of an assertion, or "dataset/table/row". `kind` is one of `kinds.KINDS` or
    unspecified; `counted` names what `low` to `high` counts ("soldier", "barrel"), None where no
    amount is given; an end that the words leave open is None. It passed within `begins` to `ends`,
    either None where nobody says; `ends` of what is not dated is the day on which it was said.
    `by` is the actor spoken for, or a publisher. `origin` is the same for all that come from one
    source. By the analyst's judgement, claims with one `same` tell of the same thing, those that
    share an id in `apart` of different things, and those that share one in `against` contradict
    each other.
    """

    id: str
    giver: str
    receiver: str
    kind: str
    manner: Manner
    counted: str | None = None
    low: float | None = None
    high: float | None = None
    begins: dt.date | None = None
    ends: dt.date | None = None
    by: str = ""
    said: dt.date | None = None
    origin: tuple[str, ...] = ()
    same: str = ""
    apart: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    place: str | None = None

    @property
    def has_amount(self) -> bool:
        """Whether it says how much of something."""
        return self.counted is not None and (self.low is not None or self.high is not None)


class Why(StrEnum):
    """Why what a source tells could not be placed between two actors."""

    GIVER = "giver"
    RECEIVER = "receiver"
    DIRECTION = "direction"
    SIDE = "side"
    NO_EVENT = "no_event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """An assertion that tells of a thing that passes and could not be placed, with the reason.

    `giver`: nobody says who gives; `receiver`: nor to whom; `direction`: the two exchange, nobody
    says who gives; `side`: forces move, and nothing says on whose side; `no_event`: an amount in a
    passage in which the reader found no act, so that who gives is not sure.
    """

    id: str
    actors: frozenset[str]
    kind: str
    why: Why
    counted: str | None = None
    low: float | None = None
    high: float | None = None
    said: dt.date | None = None
