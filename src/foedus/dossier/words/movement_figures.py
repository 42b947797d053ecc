"""Who moved, as figures and as the rows behind them."""

import datetime as dt
import math

import numpy as np

from foedus.dossier.blocks import Data
from foedus.dossier.figures import Effect, Effects, GapPaths, GapPoint
from foedus.dossier.sentence import read
from foedus.dossier.words.movements import MovementWords
from foedus.repercussions.movements.movement import DyadMovement, Verdict

__all__ = [
    "cloud_of",
    "effect_rows",
    "effects_of",
    "lead_rows",
    "leads_of",
    "moved_first",
    "since_event",
]

_DAY = dt.timedelta(days=1)
_MOVED = frozenset({Verdict.TOGETHER, Verdict.APART, Verdict.MORE, Verdict.LESS})
_EFFECTS = (
    *("third", "focus", "verdict", "why", "effect", "low", "high", "visible", "p", "p_own"),
    *("q", "q_any", "drift_p", "in_time_p", "before", "after"),
    *("synthetic", "synthetic_low", "synthetic_high", "synthetic_p"),
)


def moved_first(said: MovementWords) -> tuple[DyadMovement, ...]:
    """Return the dyads: those that moved, those that did not, those of which nothing is known.

    Among each, the least usual first.
    """
    order = {Verdict.NONE: 1, Verdict.UNKNOWN: 2}
    return tuple(
        sorted(said.found.dyads, key=lambda one: (order.get(one.verdict, 0), one.p or 1.0))
    )


def effects_of(said: MovementWords) -> Effects:
    """Return the movement of each dyad with its interval and the least that would be seen."""
    ratio = said.found.outcome.ratio
    return Effects(
        rows=tuple(_effect(said, one, ratio=ratio) for one in moved_first(said)),
        ratio=ratio,
        zero=said.words.text("moved.zero"),
        describes=said.words.text("moved.figure", outcome=said.outcome),
    )


def _effect(said: MovementWords, dyad: DyadMovement, *, ratio: bool) -> Effect:
    told = read(said.verdict(dyad))
    if dyad.effect is None or dyad.interval is None:
        return Effect(
            name=said.short(dyad),
            value=None,
            low=None,
            high=None,
            visible=None,
            moved=False,
            unsaid=said.why_words(dyad),
            told=told,
            evidence=said.evidence_id(dyad),
        )
    visible = dyad.visible
    return Effect(
        name=said.short(dyad),
        value=_on(dyad.effect, ratio=ratio),
        low=_on(dyad.interval[0], ratio=ratio),
        high=_on(dyad.interval[1], ratio=ratio),
        visible=None
        if visible is None
        else (_on(-visible, ratio=ratio), _on(visible, ratio=ratio)),
        moved=dyad.verdict in _MOVED,
        unsaid="",
        told=told,
        evidence=said.evidence_id(dyad),
    )


def leads_of(said: MovementWords) -> GapPaths | None:
    """Return all dyads together, period by period, over the placebos; None without any."""
    pooled, ratio = said.found.pooled, said.found.outcome.ratio
    if pooled is None:
        return None
    points = []
    for row, place in enumerate(pooled.periods):
        first, last = said.found.outcome.periods[place]
        gap = float(pooled.leads_and_lags[row])
        if not math.isfinite(gap):
            continue
        band: tuple[float | None, float | None] = (None, None)
        if pooled.low is not None and pooled.high is not None:
            band = (float(pooled.low[row]), float(pooled.high[row]))
        low, high = (None if end is None else _on(end, ratio=ratio) for end in band)
        points.append(GapPoint(first, last + _DAY, _on(gap, ratio=ratio), low, high))
    return GapPaths(
        path=tuple(points),
        left_out=_left_out(said),
        ratio=ratio,
        describes=said.words.text("moved.leads"),
        evidence=said.evidence_id(None),
    )


def cloud_of(said: MovementWords, dyad: DyadMovement) -> GapPaths | None:
    """Return a dyad's gap to its synthetic control over the donors'; None without a control."""
    made, ratio = dyad.synthetic, said.found.outcome.ratio
    if made.control is None:
        return None
    periods = [said.found.outcome.periods[place] for place in made.periods]
    points = (
        GapPoint(first, last + _DAY, _on(float(gap), ratio=ratio))
        for (first, last), gap in zip(periods, made.control.gaps, strict=True)
    )
    paths = np.exp(made.control.placebo_gaps) if ratio else made.control.placebo_gaps
    return GapPaths(
        path=tuple(points),
        placebos=tuple(tuple(map(float, path)) for path in paths),
        left_out=_left_out(said),
        ratio=ratio,
        describes=said.words.text(
            "moved.cloud", third=said.third(dyad).words, focus=said.focus(dyad).words
        ),
        evidence=said.evidence_id(dyad),
    )


def _left_out(said: MovementWords) -> tuple[dt.date, dt.date]:
    periods = said.found.left_out
    if periods:
        return periods[0][0], periods[-1][1] + _DAY
    day = said.found.event.earliest or dt.date.min
    return day, day


def _on(value: float, *, ratio: bool) -> float:
    return math.exp(max(min(value, 20.0), -20.0)) if ratio else value


def effect_rows(said: MovementWords) -> Data:
    """Return one row per dyad; of a ratio, movements are logarithms. What is unknown is missing."""
    rows = []
    for one in said.found.dyads:
        low, high = one.interval or (None, None)
        control = one.synthetic.control
        ends = (control.interval if control else None) or (None, None)
        rows.append(
            (
                *(one.third, one.focus, str(one.verdict), one.why and str(one.why)),
                *(one.effect, low, high, one.visible, one.p, one.p_own),
                *(one.q, one.q_any, one.drift_p, one.in_time.p, one.before, one.after),
                *(control and control.effect, *ends, control and control.p),
            )
        )
    return Data(_EFFECTS, tuple(rows))


def lead_rows(said: MovementWords) -> Data:
    """Return one row per period: the mean gap of all dyads and where nine tenths of placebos lie.

    Then, where there is an event study, the estimate of each method with its interval.
    """
    pooled, study = said.found.pooled, said.found.study
    results = () if study is None else study.results
    columns = ["from", "to", "since", "gap", "placebo_low", "placebo_high"]
    for result in results:
        columns += [f"{result.method}", f"{result.method}_low", f"{result.method}_high"]
    rows = []
    if pooled is None:
        return Data(tuple(columns), ())
    for row, place in enumerate(pooled.periods):
        since = since_event(said, place)
        cells: list[object] = [*said.found.outcome.periods[place], since]
        gap = float(pooled.leads_and_lags[row])
        cells.append(gap if math.isfinite(gap) else None)
        for end in (pooled.low, pooled.high):
            cells.append(None if end is None else float(end[row]))
        for result in results:
            told = dict(zip(result.relative, range(len(result.relative)), strict=True))
            at = told.get(since)
            if at is None:
                cells += [None, None, None]
            else:
                cells += [float(result.effects[at]), *map(float, result.intervals[at])]
        rows.append(tuple(cells))
    return Data(tuple(columns), tuple(rows))


def since_event(said: MovementWords, place: int) -> int:
    """Return how many periods after the event one is: -1 the last before, 1 the first after."""
    periods, event = said.found.outcome.periods, said.found.event
    before = sum(event.earliest is not None and last < event.earliest for _, last in periods)
    after = sum(event.latest is not None and first <= event.latest for first, _ in periods)
    return place - before if place < before else place - after + 1
