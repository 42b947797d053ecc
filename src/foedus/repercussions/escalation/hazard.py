"""The chance of a higher rung in the next half-year, given how long the pair has been quiet.

A logit on pairs at risk by half-year (`at_risk.pairs_at_risk`), the discrete-time form of a hazard:
Nathaniel Beck, Jonathan N. Katz and Richard Tucker, "Taking Time Seriously: Time-Series-Cross-
Section Analysis with a Binary Dependent Variable", *American Journal of Political Science* 42,
1998, 1260-1288. Errors let any two rows that share a state hang together (Aronow, Samii and
Assenova 2015: `relations.measures.inference.dyadic_errors`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log1p

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.special import stdtrit

from foedus.relations.measures import dyadic_covariance, regression
from foedus.repercussions.escalation.competing import LEVEL
from foedus.repercussions.escalation.ladder import DISPLAY, USE

__all__ = ["REGRESSORS", "STEP", "RungHazard", "rung_hazard"]

STEP = 6
"""Months of a period, and of the look ahead."""
REGRESSORS = (
    "constant",
    "level_3",
    "level_4",
    "log_half_years",
    "log_incidents",
    "rivals",
    "by_land",
    "major",
)
"""Rungs against a threat; log(1 + half-years since the incident); log of how many they have had."""


@dataclass(frozen=True, slots=True)
class RungHazard:
    """The fit: coefficients (k) with their covariance, robust to dyads that share a state.

    `rows` half-years of `dyads` pairs of `members` states, of which `climbs` were followed by a
    higher rung within six months.
    """

    coefficients: NDArray[np.float64]
    errors: NDArray[np.float64]
    covariance: NDArray[np.float64]
    rows: int
    climbs: int
    dyads: int
    members: int

    def chance(self, **of: float) -> tuple[float, float, float]:
        """Return the chance for one pair and its 90 % interval: that of the fit, not of new pairs.

        `level`, `since` (months), `incidents`, `rivals`, `by_land` and `major` describe the pair.
        """
        row = np.array([_row(of)])[0]
        centre = float(row @ self.coefficients)
        reach = stdtrit(self.members - 1, (1 + LEVEL) / 2) * float(
            np.sqrt(row @ self.covariance @ row)
        )
        low, middle, high = (1 / (1 + exp(-at)) for at in (centre - reach, centre, centre + reach))
        return middle, low, high


def _row(of: Mapping[str, float]) -> Sequence[float]:
    return (
        1.0,
        float(of["level"] == DISPLAY),
        float(of["level"] == USE),
        log1p(of["since"] / STEP),
        float(np.log(of["incidents"])),
        float(of["rivals"]),
        float(of["by_land"]),
        float(of["major"]),
    )


def rung_hazard(at_risk: pa.Table) -> RungHazard:
    """Return the hazard fitted on `pairs_at_risk(disputes, step=6, horizons=(6,))`.

    Rows whose outcome or traits are unknown are left out. Raises ValueError where there are too few
    rows, or a regressor tells the outcome perfectly.
    """
    known = at_risk.filter(
        pc.and_(
            pc.is_valid(at_risk[f"climbs_{STEP}"]),
            pc.and_(
                pc.is_valid(at_risk["rivals"]),
                pc.and_(pc.is_valid(at_risk["by_land"]), pc.is_valid(at_risk["major"])),
            ),
        )
    )
    level, since = (known[name].to_numpy() for name in ("level", "since"))
    design = np.column_stack(
        [
            np.ones(known.num_rows),
            level == DISPLAY,
            level == USE,
            np.log1p(since / STEP),
            np.log(known["incidents"].to_numpy().astype(float)),
            *(
                known[name].to_numpy(zero_copy_only=False).astype(float)
                for name in ("rivals", "by_land", "major")
            ),
        ]
    ).astype(float)
    outcome = known[f"climbs_{STEP}"].to_numpy(zero_copy_only=False).astype(float)
    fit = regression(outcome, design, "logit")
    found = dyadic_covariance(fit, known["one"].to_numpy(), known["other"].to_numpy())
    assert found.coefficients is not None
    return RungHazard(
        found.coefficients,
        found.standard_errors,
        found.covariance,
        known.num_rows,
        int(outcome.sum()),
        found.dyads,
        found.members,
    )
