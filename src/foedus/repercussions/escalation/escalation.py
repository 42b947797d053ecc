"""How tense it is between two actors, month by month, and how often the next rung was reached."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from foedus.actors.codes import CodeSpell, code_spells
from foedus.errors import MissingDataset
from foedus.evidence import Day
from foedus.ledger.engines import Engine
from foedus.relations.calendar import last_of_month, months_of
from foedus.repercussions.capabilities.before_after import RateRatio, rate_ratio
from foedus.repercussions.escalation.against_past import (
    PAST,
    IndexRange,
    index_range,
    rank_in_past,
)
from foedus.repercussions.escalation.at_risk import MEMORY, pairs_at_risk
from foedus.repercussions.escalation.case_record import CaseEvent, CaseRecord
from foedus.repercussions.escalation.crises import Crises, crises_held
from foedus.repercussions.escalation.disputes import DISPUTE_DATASETS, Disputes, disputes_held
from foedus.repercussions.escalation.hazard import STEP, RungHazard, rung_hazard
from foedus.repercussions.escalation.ladder import THREAT, WAR
from foedus.repercussions.escalation.next_rung import Aftermath, Kind, aftermath
from foedus.repercussions.escalation.part_series import part_series
from foedus.repercussions.escalation.parts import PartSeries
from foedus.repercussions.escalation.risk_periods import month_of
from foedus.repercussions.escalation.traits import Traits, traits_of

__all__ = ["BEFORE", "Escalation", "Incident", "YearAgainst", "escalation_of"]

BEFORE = 3
"""Calendar years that the last one is held against."""
SINCE = 1946
"""First year of the disputes of pairs of this kind: those before were of another age."""
COUNTED = frozenset({"tests", "provocations", "exercises"})


@dataclass(frozen=True, slots=True)
class Incident:
    """What the chances are asked from: the latest militarised act on record, and its rung.

    `source` is "case", with the `event`, or a dataset of disputes, with the number of the dispute,
    whose rung is the highest it came to and `year` the one it began in. `month` is the last in
    which it may have begun, as a number of `risk_periods.month_of`.
    """

    level: int
    year: int
    month: int
    source: str
    event: CaseEvent | None = None
    dispute: int | None = None


@dataclass(frozen=True, slots=True)
class YearAgainst:
    """A counted part in the last year held against the years before, over months covered in both.

    `first` to `last` are the months of `year` that are covered; the same months of each of the
    `before` years are what they are held against.
    """

    key: str
    year: int
    first: dt.date
    last: dt.date
    before: tuple[int, ...]
    found: RateRatio


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """Everything said of the escalation between two actors, ids in alphabetical order.

    `months` are the first days of the months asked about; `series`, `ranks` and `index` are over
    these (`against_past` and `parts` say how). `years` holds counted parts against the years
    before. `incident` is the latest militarised act on record, None for none; `chances` what came
    after such acts between pairs of states: of all kinds since 1816, and of this kind since 1946;
    empty where no disputes are held or there is no incident. `own` are the disputes of the pair
    itself, in order of time. `disputes` is the dataset they are from, None for none; `fit` the
    hazard of a higher rung fitted on it, and `next_half_year` what that says of this pair after the
    last month: chance, low and high (90 %), None where the pair's traits or an incident within ten
    years are not known. `crises` says how violent international crises became, None where that is
    not held.
    """

    one: str
    other: str
    months: tuple[dt.date, ...]
    series: tuple[PartSeries, ...]
    ranks: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    index: IndexRange
    years: tuple[YearAgainst, ...]
    record: CaseRecord | None
    incident: Incident | None
    traits: Traits | None
    chances: tuple[Aftermath, ...]
    own: tuple[Mapping[str, Any], ...]
    disputes: Disputes | None
    next_half_year: tuple[float, float, float] | None
    fit: RungHazard | None
    crises: Crises | None

    @property
    def dyad(self) -> str:
        """The undirected dyad, such as KOR-PRK."""
        return f"{self.one}-{self.other}"

    @property
    def known(self) -> tuple[PartSeries, ...]:
        """The parts that have a rank in some month asked about."""
        ranked = [not np.isnan(row).all() for row in self.ranks]
        return tuple(one for one, has in zip(self.series, ranked, strict=True) if has)


def escalation_of(
    engine: Engine,
    one: str,
    other: str,
    period: Day,
    record: CaseRecord | None = None,
    datasets: Iterable[str] | None = None,
) -> Escalation:
    """Return the escalation between two actors over a period, both ends of which are given.

    `record` is what a case holds of the two, None without a case. `datasets` are those that may be
    opened, all that are held where it is None. Raises ValueError for an actor with itself or a
    period open on a side, UnknownActor for an id that leads nowhere.
    """
    if one == other:
        raise ValueError(f"{one} makes no pair with itself")
    one, other = sorted((one, other))
    months = months_of(period)
    begins = f"{max(1, months[0].year - PAST // 12):04d}-{months[0].month:02d}"
    asked = months_of(Day(f"{begins}/{months[-1]:%Y-%m}"))
    allowed = None if datasets is None else tuple(datasets)
    longer = part_series(engine, one, other, asked, record, allowed)
    ranks = np.array([rank_in_past(_floats(each.values)) for each in longer])
    weights = [each.part.worth for each in longer]
    skip = len(asked) - len(months)
    index = index_range(ranks[:, skip:], weights)
    disputes = _disputes(engine, allowed)
    own = _own(disputes, one, other, months[-1].year)
    incident = _incident(record, own, disputes, last_of_month(months[-1]))
    traits = traits_of(engine, one, other, months[-1].year, allowed)
    fit = rung_hazard(pairs_at_risk(disputes, step=STEP, horizons=(STEP,))) if disputes else None
    next_half_year = _next_half_year(fit, incident, traits, own, months[-1])
    return Escalation(
        one=one,
        other=other,
        months=months,
        series=tuple(_within(each, skip, months) for each in longer),
        ranks=ranks[:, skip:],
        index=index,
        years=tuple(_years(longer, asked)),
        record=record,
        incident=incident,
        traits=traits,
        chances=_chances(disputes, incident, traits),
        own=own,
        disputes=disputes,
        next_half_year=next_half_year,
        fit=fit,
        crises=crises_held(engine) if allowed is None or "icb" in allowed else None,
    )


def _floats(values: Iterable[float | None]) -> list[float]:
    return [np.nan if one is None else one for one in values]


def _within(series: PartSeries, skip: int, months: tuple[dt.date, ...]) -> PartSeries:
    """Return a series without the months that only its ranks needed."""
    inside = {month_of(one.year, one.month) for one in months}
    return replace(
        series,
        values=series.values[skip:],
        seen=tuple(one for one in series.seen if one[0] in inside),
        rows=tuple(one for one in series.rows if one[0] in inside),
    )


def _years(series: Iterable[PartSeries], months: tuple[dt.date, ...]) -> Iterator[YearAgainst]:
    """Yield each counted part in the last year asked about against the years before."""
    year = months[-1].year
    for each in series:
        if each.part.key not in COUNTED:
            continue
        by_month = dict(zip(months, each.values, strict=True))
        now = [one for one in months if one.year == year and by_month[one] is not None]
        before = tuple(range(year - BEFORE, year))
        then = [one.replace(year=past) for past in before for one in now]
        if not now or any(by_month.get(one) is None for one in then):
            continue
        counts, past = ([by_month[one] or 0.0 for one in side] for side in (now, then))
        if not sum(counts) + sum(past):
            continue
        found = rate_ratio(
            round(sum(past)), _days(then), round(sum(counts)), _days(now), per_period=(past, counts)
        )
        yield YearAgainst(each.part.key, year, now[0], last_of_month(now[-1]), before, found)


def _days(months: Iterable[dt.date]) -> int:
    return sum((last_of_month(one) - one).days + 1 for one in months)


# --- The next rung --------------------------------------------------------------------------------


def _disputes(engine: Engine, allowed: tuple[str, ...] | None) -> Disputes | None:
    for dataset in DISPUTE_DATASETS:
        if allowed is None or dataset in allowed:
            try:
                return disputes_held(engine, dataset)
            except MissingDataset:
                continue
    return None


def _own(
    disputes: Disputes | None, one: str, other: str, until: int
) -> tuple[Mapping[str, Any], ...]:
    """Return the disputes of the pair itself, not of states before it, that began by a year."""
    if disputes is None:
        return ()
    spells = [[each for each in code_spells() if _is_cow(each, actor)] for actor in (one, other)]
    pairs = {tuple(sorted((int(a.code), int(b.code)))) for a in spells[0] for b in spells[1]}
    rows = (row for pair in pairs for row in disputes.by_pair.get((pair[0], pair[-1]), ()))
    held = [
        row
        for row in rows
        if row["year"] <= until
        and all(
            any(each.spell.may_cover(dt.date(row["year"], 12, 31)) for each in mine)
            for mine in spells
        )
    ]
    return tuple(sorted(held, key=lambda row: (row["first"], row["dispute"])))


def _is_cow(row: CodeSpell, actor: str) -> bool:
    return row.scheme == "cow" and row.actor == actor


def _incident(
    record: CaseRecord | None,
    own: tuple[Mapping[str, Any], ...],
    disputes: Disputes | None,
    until: dt.date,
) -> Incident | None:
    """Return the latest militarised act on record by a day: an event of the case, or a dispute."""
    event = record.latest_incident(until) if record else None
    last = max(own, key=lambda row: (row["last"], row["level"]), default=None)
    if event is not None:
        assert event.latest is not None
        assert event.rung is not None
        month = month_of(event.latest.year, event.latest.month)
        if last is None or month >= last["last"]:
            return Incident(event.rung, event.latest.year, month, "case", event=event)
    if last is None or disputes is None:
        return None
    return Incident(
        last["level"], last["year"], last["last"], disputes.dataset, dispute=last["dispute"]
    )


def _next_half_year(
    fit: RungHazard | None,
    incident: Incident | None,
    traits: Traits | None,
    own: tuple[Mapping[str, Any], ...],
    last: dt.date,
) -> tuple[float, float, float] | None:
    """Return what the fit says of this pair on the last day, None where it cannot."""
    if fit is None or incident is None or traits is None or not own:
        return None
    since = month_of(last.year, last.month) - incident.month
    known = None not in (traits.rivals, traits.by_land, traits.major)
    if not known or not THREAT <= incident.level < WAR or since > MEMORY:
        return None
    return fit.chance(
        level=incident.level,
        since=since,
        incidents=len(own) + (incident.source == "case"),
        rivals=bool(traits.rivals),
        by_land=bool(traits.by_land),
        major=bool(traits.major),
    )


def _chances(
    disputes: Disputes | None, incident: Incident | None, traits: Traits | None
) -> tuple[Aftermath, ...]:
    if disputes is None or incident is None or not THREAT <= incident.level < WAR:
        return ()
    kinds = [Kind()]
    if traits is not None and (traits.rivals is not None or traits.by_land is not None):
        kinds.append(Kind(rivals=traits.rivals, by_land=traits.by_land, since=SINCE))
    return tuple(aftermath(disputes, incident.level, kind) for kind in kinds)
