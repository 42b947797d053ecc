"""Estimators of an event study where the truth is known: who errs, and whose intervals hold it.

Dyads of 24 actors over 16 periods, treated at 6, 9 or 12 or never; the effect grows by 2 a period
for those treated first, by 1/2 for the others: the world in which two-way effects go wrong
(Goodman-Bacon 2021; Sun and Abraham 2021; de Chaisemartin and D'Haultfoeuille 2020).
"""

import warnings
from collections.abc import Callable, Iterator, Mapping

import numpy as np
import pandas as pd
import pyfixest as pf

from foedus.repercussions.movements.event_study import event_study

__all__ = ["WORLDS", "judged", "peers"]

WORLDS = 40
TIMES = (1, 2, 3)
LEADS, LAGS = 11, 9
"""All that any unit has: nothing is left out, so that every library sees the same rows."""
ARRAYS = ("outcome", "unit", "period", "treated_from", "one", "two")
Panel = Mapping[str, np.ndarray]


def made(seed: int) -> dict[str, np.ndarray]:
    """Return one world; `effect` is the truth of each observation."""
    rng = np.random.default_rng(seed)
    pairs = [(one, two) for one in range(24) for two in range(one + 1, 24)]
    unit, period = (each.ravel() for each in np.indices((len(pairs), 16)))
    one, two = np.array(pairs).T
    start = np.where(one < 10, np.array([6, 9, 12])[one % 3], np.nan)
    since = period - start[unit]
    effect = np.where(since >= 0, np.where(start[unit] == 6, 2.0, 0.5) * (1 + since), 0.0)
    of_member = 0.3 * rng.normal(size=(24, 16))
    noise = of_member[one[unit], period] + of_member[two[unit], period]
    outcome = rng.normal(size=len(pairs))[unit] + 0.3 * period + effect + noise
    return {
        "outcome": outcome + 0.4 * rng.normal(size=len(unit)),
        "unit": unit,
        "period": period,
        "treated_from": start[unit],
        "one": one[unit],
        "two": two[unit],
        "effect": effect,
    }


def truth(panel: Panel, time: int) -> float:
    """Return the mean effect so many periods after treatment."""
    since = panel["period"] - panel["treated_from"]
    return float(panel["effect"][since == time].mean())


def judged() -> dict[str, tuple[float, float]]:
    """Return by estimator the worst mean error at TIMES, and how many 90 % intervals hold."""
    found: dict[str, tuple[list[list[float]], list[bool]]] = {}
    for seed in range(WORLDS):
        panel = made(seed)
        study = event_study(*(panel[name] for name in ARRAYS), leads=LEADS, lags=LAGS)
        for result in study.results:
            errors, held = found.setdefault(f"foedus, {result.method}", ([], []))
            effects = dict(
                zip(
                    result.relative, zip(result.effects, result.intervals, strict=True), strict=True
                )
            )
            errors.append([effects[time][0] - truth(panel, time) for time in TIMES])
            held += [
                bool(effects[time][1][0] <= truth(panel, time) <= effects[time][1][1])
                for time in TIMES
            ]
    return {
        name: (float(np.abs(np.mean(errors, axis=0)).max()), float(np.mean(held)))
        for name, (errors, held) in found.items()
    }


def peers(worlds: int = 10) -> dict[str, float]:
    """Return the worst mean error at TIMES of pyfixest's estimators."""
    errors: dict[str, list[list[float]]] = {}
    for seed in range(worlds):
        panel = made(seed)
        for name, effects in _of_pyfixest(panel):
            errors.setdefault(name, []).append(
                [effects(time) - truth(panel, time) for time in TIMES]
            )
    return {name: float(np.abs(np.mean(each, axis=0)).max()) for name, each in errors.items()}


def _of_pyfixest(panel: Panel) -> Iterator[tuple[str, Callable[[int], float]]]:
    rows = pd.DataFrame({name: panel[name] for name in ("outcome", "unit", "period")})
    rows["cohort"] = np.nan_to_num(panel["treated_from"]).astype(int)
    since = panel["period"] - panel["treated_from"]
    rows["since"] = np.where(np.isnan(since), -1, since).astype(int)
    rows["treated"] = since >= 0
    named = {"yname": "outcome", "idname": "unit", "tname": "period", "gname": "cohort"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        inside = rows[np.isnan(since) | ((since >= -LEADS) & (since <= LAGS))]
        fit = pf.feols("outcome ~ i(since, ref=-1) | unit + period", inside)
        yield "pyfixest, feols with two-way effects", _coefficients(fit.coef())
        fit = pf.did2s(
            rows,
            yname="outcome",
            first_stage="~ 0 | unit + period",
            second_stage="~ i(since, ref=-1)",
            treatment="treated",
            cluster="unit",
        )
        yield "pyfixest, did2s", _coefficients(fit.coef())
        fit = pf.event_study(rows, **named, estimator="saturated")
        shares = fit.aggregate(agg="period", weighting="shares")["Estimate"]
        yield "pyfixest, saturated (Sun and Abraham)", lambda time: float(shares.loc[float(time)])
        fit = pf.lpdid(
            rows, **named, vcov={"CRV1": "unit"}, pre_window=-LEADS, post_window=LAGS, att=False
        )
        local = fit.tidy()["Estimate"]
        yield "pyfixest, lpdid", lambda time: float(local.loc[_local(local, time)])


def _coefficients(found: "pd.Series[float]") -> Callable[[int], float]:
    return lambda time: float(found[f"since::{time}"])


def _local(found: "pd.Series[float]", time: int) -> str:
    return next(name for name in found.index if str(name).endswith(f"::{time}"))
