"""What part each actor plays, as shares of a bar, and what a number hangs on."""

from dataclasses import dataclass

__all__ = ["HingeBar", "HingeBars", "RoleBars", "RoleRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """One actor: its shares by role, which add up to one, and the interval of its fighting.

    `told` is what a reader is told who points at it, `evidence` the exhibit that selecting it
    opens.
    """

    name: str
    shares: tuple[tuple[str, float], ...]
    low: float
    high: float
    told: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleBars:
    """Actors one under the other; `legend` names the roles in the order of the bar."""

    rows: tuple[RoleRow, ...]
    legend: tuple[tuple[str, str], ...]
    describes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HingeBar:
    """One assumption, and a number with it at its lowest and at its highest.

    `judged` is whether an analyst set its bounds.
    """

    name: str
    at_low: float
    at_high: float
    judged: bool
    told: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HingeBars:
    """Assumptions one under the other, the weightiest first; `along` says what is counted.

    `ends` name the two marks: at the lowest, at the highest.
    """

    rows: tuple[HingeBar, ...]
    along: str
    ends: tuple[str, str]
    describes: str
