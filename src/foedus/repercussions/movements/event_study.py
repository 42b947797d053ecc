"""How an outcome of treated dyads differs from others', period by period around an event.

Each treated unit i has a first period of treatment e_i; r = t - e_i is the time since. Three
estimators of the mean difference at each r, all with effects of unit and period:

- `two-way`: dummies of r, the same for all units. Where units are treated at different times and
  effects differ, it weighs effects of other periods into each coefficient (Goodman-Bacon 2021,
  Journal of Econometrics 225(2); Sun and Abraham 2021).
- `cohort-weighted`: dummies of r for each cohort (all units with one e), then their mean weighted
  by the cohorts' shares at r: L. Sun and S. Abraham (2021), Journal of Econometrics 225(2),
  175-199. The shares are taken as known.
- `imputation`: effects of unit and period are fitted on untreated observations alone (r < 0 and the
  never treated), and what treated ones have beyond them is averaged: K. Borusyak, X. Jaravel and J.
  Spiess (2024), Review of Economic Studies 91(6), 3253-3285; the same numbers as J. Gardner's two
  stages (2022). Leads come from a regression on the untreated observations, as there proposed.

With one cohort and a balanced panel the first two are the same.

Errors are the larger of those robust to dyads that share a member (`dyadic_covariance`) and those
clustered by dyad: the former alone come out too small with few members. The imputation
estimator is a weighted sum of outcomes, whose weights times residuals are its scores; a treated
observation's residual is what it has beyond the mean effect of its cohort at its r.

Conventions. The reference is r = -1. Observations of treated units outside the window of leads and
lags are left out (binning them would mix their effects into the ends), singletons stay. The average
effect is the mean of r >= 1 over its observations: the period of the event is treated only in part.

Limits. With few treated dyads, or few members among them, any of these errors is too small
(J. MacKinnon and M. Webb 2017, Journal of Applied Econometrics 32(2)): `differences` asks instead
how unusual the effect is among the untreated.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from foedus.relations.measures.inference.dyadic_errors import Ids
from foedus.repercussions.movements.estimators import ESTIMATORS, MethodResult
from foedus.repercussions.movements.event_panel import event_panel

__all__ = ["METHODS", "EventStudy", "MethodResult", "event_study"]

METHODS: Final = tuple(ESTIMATORS)


@dataclass(frozen=True, slots=True)
class EventStudy:
    """The estimators side by side, and what they rest on.

    `treated` and `untreated` are numbers of units, `observations` those used, `members` the actors
    in them, `treated_members` those in treated units, `cohorts` the different times of treatment.
    """

    results: tuple[MethodResult, ...]
    treated: int
    untreated: int
    observations: int
    members: int
    treated_members: int
    cohorts: int

    def by(self, method: str) -> MethodResult:
        """Return what one method gives; raises KeyError for one that was not asked."""
        for result in self.results:
            if result.method == method:
                return result
        raise KeyError(method)


def event_study(
    outcome: ArrayLike,
    unit: ArrayLike,
    period: ArrayLike,
    treated_from: ArrayLike,
    one: Ids,
    two: Ids,
    *,
    leads: int = 5,
    lags: int = 5,
    methods: tuple[str, ...] = METHODS,
) -> EventStudy:
    """Return the event study of n observations of dyads.

    `outcome` (n,), `unit` (n,) any integer codes, `period` (n,) integers a step of 1 apart,
    `treated_from` (n,) the period in which the unit's event falls, NaN for a unit never treated;
    `one` and `two` (n,) the members of its dyad. NaN outcomes are left out.

    Raises ValueError when arrays differ in length or a unit has other members than before; when no
    unit is treated or none is not; when no
    treated observation lies before the reference or none after the event; when the outcome is
    constant; when leads or lags are collinear with the effects (every unit treated at once); and
    what `dyadic_covariance` does.
    """
    panel = event_panel(outcome, unit, period, treated_from, one, two, leads, lags)
    results = tuple(ESTIMATORS[method](panel) for method in methods)
    treated = ~np.isnan(panel.start)
    members = {*panel.one.tolist(), *panel.two.tolist()}
    concerned = {*panel.one[treated].tolist(), *panel.two[treated].tolist()}
    return EventStudy(
        results,
        treated=len(np.unique(panel.unit[treated])),
        untreated=len(np.unique(panel.unit[~treated])),
        observations=len(panel.y),
        members=len(members),
        treated_members=len(concerned),
        cohorts=len(np.unique(panel.start[treated])),
    )
