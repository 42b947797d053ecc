r"""Silence: how much a speaker was expected to say of a topic, how much it said, how surprising.

A *speaker* is whoever publishes documents (a broadcaster, a ministry); a *mention* is a document
that mentions the topic. The series comes in periods (days, weeks, months), each with its documents:
a speaker that publishes less is not silent, and one that publishes nothing is not heard.

1. **Expected.** The rate per document is estimated on the baseline's periods with its uncertainty
   (:mod:`speech_rate`: Poisson, or negative binomial with the excess of variance integrated), and
   predicts the mentions of the spell from the spell's documents.
2. **How likely.** `so_few` and `so_many` are the chances of no more and no fewer mentions than
   found, had nothing changed. Both hold for *one* spell, chosen without looking at its counts.
3. **How large.** `ratio` is the rate of the spell over that of the baseline.
4. **Watched daily.** `e_silent` and `e_loud` may be read after every period, and watching may stop
   at any time (:mod:`safe_watch`, with the null under which this holds). They hold whatever the
   baseline's rate; the excess of their null is the baseline's 95 % quantile, and they are as good
   as that bound is.
5. **Beside others.** Did others speak more while this one did not (:mod:`beside_others`)?

Missing data: a period without documents is unknown, never silence; it counts in `uncovered`. A
speaker about itself is no series: leave it out. Range: chances 0 to 1, ratios and e-values from 0.
Limits: counting mentions cannot tell what was said; a state's outlet is not the state. Where
nothing was said in the baseline, silence cannot be found: `ratio` is None and `so_few` is 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from foedus.relations.measures.speech.beside_others import (
    Beside,
    change_of_rate,
    ratio_ends,
    set_beside,
)
from foedus.relations.measures.speech.safe_watch import e_process
from foedus.relations.measures.speech.speech_rate import (
    Family,
    Floats,
    RatePosterior,
    rate_posterior,
)

__all__ = ["MASS", "Silence", "expected_range", "silence"]

MASS = 0.9
"""What every interval holds."""
LARGEST = 1e12
"""Documents in one series above which floats no longer tell one count from the next."""
_TAILS = (1 - MASS) / 2, (1 + MASS) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """What was expected of one speaker in one spell, and what was found.

    `observed` mentions in `documents` of `periods` covered periods; `uncovered` further periods of
    the spell have no document and are unknown. `expected` is the mean of the prediction, `low` to
    `high` the mentions that hold at least 90 % of it. `so_few` (`so_many`) is the chance of no more
    (no fewer) than `observed`, `none` the chance of no mention at all: where it is not small, the
    spell is too short or the topic too rare for a silence to show. `ratio` is the spell's rate over
    the baseline's, posterior median, with a 90 % interval; None for median and upper end where the
    baseline has no mention.
    `rate`, `rate_low`, `rate_high` are mentions per document in the baseline, likewise.

    `excess` is the variance of a count over its mean, less 1: the posterior median, 0 for Poisson;
    `excess_of_null` its 95 % quantile, which the e-values take. `e_silent` and `e_loud` are the
    e-processes (one value per period of the spell, uncovered ones included, in order of time);
    their last value and their highest so far may both be read, the highest against 1/α only.
    `beside` has one comparison per other speaker that has documents in both runs of periods, else
    None.
    """

    observed: int
    documents: float
    periods: int
    uncovered: int
    expected: float
    low: int
    high: int
    so_few: float
    so_many: float
    none: float
    ratio: float | None
    ratio_low: float
    ratio_high: float | None
    rate: float
    rate_low: float
    rate_high: float
    baseline_mentions: int
    baseline_documents: float
    baseline_periods: int
    baseline_uncovered: int
    excess: float
    excess_of_null: float
    e_silent: Floats
    e_loud: Floats
    beside: Mapping[str, Beside | None]

    @property
    def surprising(self) -> str:
        """Return "silent", "loud" or "as before": outside which end of the range, if any."""
        if self.observed < self.low:
            return "silent"
        return "loud" if self.observed > self.high else "as before"


def silence(
    counts: ArrayLike,
    documents: ArrayLike,
    baseline: ArrayLike,
    spell: ArrayLike,
    *,
    family: Family = "negative binomial",
    others: Mapping[str, tuple[ArrayLike, ArrayLike]] | None = None,
) -> Silence:
    """Return what a speaker was expected to say in a spell, by its baseline, and what it said.

    `counts` and `documents` (n) are mentions and documents per period, in order of time; a period
    without documents has 0 of both. `baseline` and `spell` (n, true or false) choose periods; they
    share none. `others` maps a name to (counts, documents) of another speaker over the same
    periods, with documents 0 where nobody recorded it.

    Raises ValueError for another family, arrays of different lengths, counts or documents that are
    NaN, negative or (counts) no whole number, more mentions than documents, more than 10¹² of
    these, a baseline or spell without a document, or one that overlaps the other.
    """
    if family not in get_args(Family):
        raise ValueError(f"'{family}' is no family; there are {', '.join(get_args(Family))}")
    counts, documents = checked_counts(counts, documents)
    baseline, spell = _chosen(baseline, len(counts)), _chosen(spell, len(counts))
    if (baseline & spell).any():
        raise ValueError("baseline and spell share a period; a spell cannot be its own measure")
    for name, chosen in (("baseline", baseline), ("spell", spell)):
        if not (documents[chosen] > 0).any():
            raise ValueError(f"no period of the {name} has a document: nothing is known of it")
    before, during = _before_and_during(counts, documents, baseline, spell, family)
    ratio, ratio_low, ratio_high = ratio_ends(
        change_of_rate(before, during), during.mentions, before.mentions
    )
    excess_of_null = before.excess_quantile(0.95)
    watched = (counts[spell], documents[spell], before.mentions, before.documents, excess_of_null)
    low, high = expected_range(before, during.documents)
    rate_low, rate, rate_high = before.rate_quantiles(_TAILS[0], 0.5, _TAILS[1]).tolist()
    return Silence(
        observed=during.mentions,
        documents=during.documents,
        periods=during.periods,
        uncovered=int((documents[spell] == 0).sum()),
        expected=before.mean_of(during.documents),
        low=low,
        high=high,
        so_few=before.at_most(during.mentions, during.documents),
        so_many=before.at_least(during.mentions, during.documents),
        none=before.at_most(0, during.documents),
        ratio=ratio,
        ratio_low=ratio_low,
        ratio_high=ratio_high,
        rate=rate,
        rate_low=rate_low,
        rate_high=rate_high,
        baseline_mentions=before.mentions,
        baseline_documents=before.documents,
        baseline_periods=before.periods,
        baseline_uncovered=int((documents[baseline] == 0).sum()),
        excess=before.excess_quantile(0.5),
        excess_of_null=excess_of_null,
        e_silent=e_process(*watched),
        e_loud=e_process(*watched, silent=False),
        beside={
            name: _beside((before, during), *checked_counts(*other), baseline, spell, family)
            for name, other in (others or {}).items()
        },
    )


def expected_range(before: RatePosterior, documents: float) -> tuple[int, int]:
    """Return the fewest and the most mentions that a baseline lets expect, with 90 % or more."""
    low = before.count_quantile(_TAILS[0], documents)
    return low, before.count_quantile(_TAILS[1], documents)


def checked_counts(counts: ArrayLike, documents: ArrayLike) -> tuple[Floats, Floats]:
    """Return counts and documents as floats; raises ValueError as `silence` says."""
    counts, documents = np.asarray(counts, dtype=float), np.asarray(documents, dtype=float)
    if counts.ndim != 1 or counts.shape != documents.shape:
        raise ValueError(f"counts {counts.shape} and documents {documents.shape}: one of each")
    if not (np.isfinite(counts).all() and np.isfinite(documents).all()):
        raise ValueError(
            "a count is NaN or infinite; a period nobody recorded has 0 documents and 0 mentions"
        )
    if (counts < 0).any() or (documents < 0).any() or (counts != np.floor(counts)).any():
        raise ValueError("mentions are whole numbers from 0, and documents are not negative")
    if documents.sum() > LARGEST:
        raise ValueError(f"more than {LARGEST:.0e} documents: too many to count in floats")
    if (counts > documents).any():
        first = int((counts > documents).argmax())
        raise ValueError(
            f"period {first} has {counts[first]:.0f} documents that mention the topic, of "
            f"{documents[first]:.0f} in all"
        )
    return counts, documents


def _chosen(periods: ArrayLike, n: int) -> NDArray[np.bool_]:
    chosen = np.asarray(periods)
    if chosen.shape != (n,) or chosen.dtype != np.bool_:
        raise ValueError(f"periods are chosen by {n} times true or false")
    return chosen


def _before_and_during(
    counts: Floats,
    documents: Floats,
    baseline: NDArray[np.bool_],
    spell: NDArray[np.bool_],
    family: Family,
) -> tuple[RatePosterior, RatePosterior]:
    """Return the rates of both; the spell, being short, takes its excess from the baseline."""
    before = rate_posterior(counts[baseline], documents[baseline], family)
    taught = before.excess, before.weights.sum(axis=1)
    during = rate_posterior(counts[spell], documents[spell], family, taught)
    return before, during


def _beside(
    mine: tuple[RatePosterior, RatePosterior],
    counts: Floats,
    documents: Floats,
    baseline: NDArray[np.bool_],
    spell: NDArray[np.bool_],
    family: Family,
) -> Beside | None:
    if len(counts) != len(baseline):
        raise ValueError(f"another speaker has {len(counts)} periods, not {len(baseline)}")
    if not ((documents[baseline] > 0).any() and (documents[spell] > 0).any()):
        return None
    other = _before_and_during(counts, documents, baseline, spell, family)
    return set_beside(mine, other)
