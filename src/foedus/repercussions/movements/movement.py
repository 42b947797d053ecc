"""What is found of third parties after an event, as values."""

from dataclasses import dataclass, field
from enum import StrEnum

from foedus.evidence import Day
from foedus.repercussions.movements.differences import InTime
from foedus.repercussions.movements.event_study import EventStudy
from foedus.repercussions.movements.outcome import Outcome, Period
from foedus.repercussions.movements.pooled import Pooled
from foedus.repercussions.movements.synthetic_control import SyntheticControl

__all__ = ["ByPeriod", "DyadMovement", "Movements", "NotHeld", "Synthetic", "Verdict", "Why"]


class Verdict(StrEnum):
    """What is said of one dyad."""

    TOGETHER = "together"
    APART = "apart"
    MORE = "more"
    LESS = "less"
    NONE = "none"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """Why nothing can be said of a dyad."""

    NO_SERIES = "no_series"
    NO_BEFORE = "no_before"
    NO_AFTER = "no_after"
    CONSTANT = "constant"
    FEW_OTHERS = "few_others"
    DRIFT = "drift"
    DEPENDS_ON_DAY = "depends_on_day"


@dataclass(frozen=True, slots=True)
class ByPeriod:
    """The movement if the event fell in one of the periods it may have fallen in."""

    period: Period
    effect: float
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Synthetic:
    """A synthetic control of a dyad: what it gives, of which donors; `why_not` where none is made.

    `donors` are the dyads of the pool (members as ids), in the order of the weights; `periods` the
    places in the outcome's periods of the columns of `control`.
    """

    control: SyntheticControl | None
    donors: tuple[tuple[str, str], ...] = ()
    periods: tuple[int, ...] = ()
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadMovement:
    """How one third party moved towards one actor in focus.

    `effect` is the change against the untreated dyads in the outcome's unit, `interval` at 90 % and
    `visible` (the least movement that would have been said four times in five, even if no other
    dyad had moved) as `differences` says; `same_sign` the chance that the true movement has the
    sign of the estimate, to who knew nothing before (the placebos as a confidence distribution),
    `below_visible` that it is less than `visible` in size;
    `p` the rank among untreated dyads, `p_own` that among the other dyads of the same actor in
    focus, which tells the third party's movement from that actor's own (None where there are none);
    `q` the false discovery rate over all dyads asked (Benjamini and Hochberg), `q_any` the same
    under any dependence (Benjamini and Yekutieli). `drift_p` is the pre-trend's. `before` and
    `after` count known periods. Numbers are None where `verdict` is unknown for want of a series.
    """

    third: str
    focus: str
    verdict: Verdict
    why: Why | None = None
    effect: float | None = None
    interval: tuple[float, float] | None = None
    visible: float | None = None
    same_sign: float | None = None
    below_visible: float | None = None
    p: float | None = None
    p_own: float | None = None
    q: float | None = None
    q_any: float | None = None
    drift_p: float | None = None
    in_time: InTime = field(default_factory=lambda: InTime((), None))
    before: int = 0
    after: int = 0
    by_period: tuple[ByPeriod, ...] = ()
    synthetic: Synthetic = field(default_factory=lambda: Synthetic(None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Movements:
    """Who moved after an event, in one outcome.

    `event` is its day, or the days it may have fallen on; `left_out` are the outcome's periods that
    hold one of them: they belong to neither side. `before` and `after` are the periods of either
    side. `study` is the event study of all treated dyads together, None with the reason in
    `study_why_not`; `pooled` their mean movement against that of other actors put in their place,
    None where no dyad has a movement. `untreated` counts the dyads compared
    with, `also_in_time` says that their earlier periods stand for the event too, as they are few;
    `unsaid` is why nothing at all can be said (the outcome ends before the event), and
    `known_until` the last day of the last period in which anything is known.
    """

    event: Day
    focus: tuple[str, ...]
    watched: tuple[str, ...]
    outcome: Outcome
    left_out: tuple[Period, ...]
    before: tuple[Period, ...]
    after: tuple[Period, ...]
    dyads: tuple[DyadMovement, ...]
    untreated: int = 0
    also_in_time: bool = False
    study: EventStudy | None = None
    study_why_not: str = ""
    pooled: Pooled | None = None
    unsaid: Why | None = None
    known_until: Period | None = None


@dataclass(frozen=True, slots=True)
class NotHeld:
    """An outcome that a case asks about and this machine does not hold; `why` says what to run."""

    outcome: str
    why: str
