"""Attention as an outcome: the share of a source's documents that mention an actor, in logarithms.

Shares of topics differ a hundredfold, and a change of the news makes each larger or smaller by a
factor; in logarithms they can be held against each other. A month's value is log of
100 (mentions + 1/2) / (documents + 1): the halves keep a month without a mention finite.
"""

import datetime as dt
from typing import Final

import numpy as np
import pyarrow.compute as pc

from foedus.actors.names import actor_named
from foedus.errors import FoedusError
from foedus.evidence import Day
from foedus.relations.calendar import last_of_month
from foedus.relations.statements.speech import speech_series
from foedus.repercussions.movements.outcome import Outcome
from foedus.sources.mention_counts import MentionCounts

__all__ = ["outcome_from_mentions"]

BEFORE: Final = 36
AFTER: Final = 12
"""Months of the window around the event."""


def outcome_from_mentions(file: MentionCounts, event: Day) -> Outcome:
    """Return monthly attention of each source to each actor, up to three years before the event.

    A topic that names no actor is left out: what it is about may be what the event is about. A
    month in which a source has no document is unknown, and so is one that its table holds only in
    part: the first or last of it. Raises FoedusError when no month lies before the event, or no
    topic names an actor.
    """
    if event.earliest is None or event.latest is None:
        raise FoedusError(f"'{event}' is open on one side: an event has a first and a last day.")
    held = pc.min_max(file.rows["date"]).as_py()
    first = max(_later(event.earliest.replace(day=1), -BEFORE), held["min"].replace(day=1))
    last = min(last_of_month(_later(event.latest.replace(day=1), AFTER)), held["max"])
    if first > last:
        raise FoedusError(f"{file.name} holds days from {held['min']} to {held['max']} only.")
    span = first, last_of_month(last)
    pairs = file.rows.group_by(["source", "term"]).aggregate([("date", "min"), ("date", "max")])
    series = []
    for row in sorted(pairs.to_pylist(), key=lambda each: (each["source"], each["term"])):
        actor = _actor(row["term"])
        if actor is None:
            continue
        one = speech_series(file.rows, row["source"], row["term"], "month", span)
        whole = np.array(
            [
                each.documents > 0
                and row["date_min"] <= each.first
                and each.last <= row["date_max"]
                for each in one.periods
            ]
        )
        share = np.where(whole, np.log(100 * (one.mentions + 0.5) / (one.documents + 1)), np.nan)
        series.append((one, actor, share))
    if not series:
        raise FoedusError(f"No topic of {file.name} names an actor.")
    return Outcome(
        name="attention",
        one=tuple(one.source for one, _, _ in series),
        two=tuple(actor for _, actor, _ in series),
        periods=tuple((each.first, each.last) for each in series[0][0].periods),
        grain="month",
        values=np.array([share for _, _, share in series]),
        closer=0,
        ratio=True,
        directed=True,
        file=(file.name, file.sha256),
    )


def _actor(term: str) -> str | None:
    try:
        return actor_named(term.replace("_", " ")).id
    except FoedusError:
        return None


def _later(first: dt.date, months: int) -> dt.date:
    month = first.year * 12 + first.month - 1 + months
    return dt.date(month // 12, month % 12 + 1, 1)
