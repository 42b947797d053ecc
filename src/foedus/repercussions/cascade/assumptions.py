"""What a cascade assumes, each as a number that is not known but between bounds.

Chances that duties are kept come from two counts that weigh alike: foedus's own (`fulfilment`), by
conflict, and that of Berkemeier and Fuhrmann (2018), by war and alliance. What no data tell (how an
open question would be read) may be anything between never and always.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from foedus.repercussions.fulfilment import published_rates, rate_for
from foedus.treaties.words import Words

__all__ = ["QUESTIONS", "Assumption", "assumptions", "kept"]

Draws = NDArray[np.float64]

QUESTIONS = {
    "whoever_began": Words(
        "an attack counts although the attacked, or its side, began",
        "une attaque compte bien que l'attaqué, ou son camp, ait commencé",
    ),
    "struck_back": Words(
        "who joins the attacked is attacked in turn",
        "qui rejoint l'attaqué est attaqué à son tour",
    ),
    "open": Words(
        "a duty that is disputed, or whose condition is not known, holds",
        "un devoir disputé, ou dont la condition n'est pas connue, vaut",
    ),
    "doubtful": Words(
        "a bond whose days or force are doubtful holds",
        "un engagement dont les jours ou la force sont douteux vaut",
    ),
}
"""Questions no data answer, each put as what holds with some chance."""

_LABELS = {
    "defence": Words("a duty of defence is kept", "un devoir de défense est tenu"),
    "offence": Words(
        "a duty to join a war is kept", "un devoir de se joindre à une guerre est tenu"
    ),
    "neutrality": Words("a duty of neutrality is kept", "un devoir de neutralité est tenu"),
    "nonaggression": Words(
        "a duty of non-aggression is kept", "un devoir de non-agression est tenu"
    ),
}
_PUBLISHED = "Berkemeier and Fuhrmann 2018"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """A chance nobody knows: `betas` are the counts it may follow (kept + 1/2, broken + 1/2).

    No counts means anything between `low` and `high`, which else bound 95 % of it; `source` says
    where it comes from. `judged` is whether an analyst set the bounds, and nothing was counted.
    """

    id: str
    label: Words
    betas: tuple[tuple[float, float], ...]
    low: float
    high: float
    source: str
    judged: bool = False

    def drawn(self, generator: np.random.Generator, number: int) -> Draws:
        """Return so many values of it, one from each of as many equally likely strata, in no order.

        Latin hypercube sampling: McKay, Beckman and Conover, "A Comparison of Three Methods for
        Selecting Values of Input Variables", *Technometrics* 21 (1979), 239-245.
        """
        levels = (generator.permutation(number) + generator.random(number)) / number
        if not self.betas:
            return np.asarray(self.low + (self.high - self.low) * levels)
        which, within = np.divmod(levels * len(self.betas), 1)
        shapes = np.array(self.betas)[which.astype(np.intp)]
        return np.asarray(betaincinv(shapes[:, 0], shapes[:, 1], within))


@cache
def assumptions(on: dt.date) -> tuple[Assumption, ...]:
    """Return what a cascade on that day assumes: chances of duties kept, then open questions."""
    return (*(kept(kind, on) for kind in _LABELS), *(_question(one) for one in QUESTIONS))


def kept(kind: str, on: dt.date) -> Assumption:
    """Return the chance that a duty of this kind is kept, by the counts of the day's period."""
    betas, sources = [], []
    group = "bilateral" if kind == "defence" and on.year < _SINCE else "all"
    ours = rate_for(kind, on, group=group) or rate_for(kind, None, group="all")
    if ours is not None:
        # Promises of one conflict are kept or broken together: it counts once.
        betas.append(_beta(ours.rate * ours.conflicts, (1 - ours.rate) * ours.conflicts))
        sources.append(
            f"foedus, {ours.acted} of {ours.asked} in {ours.conflicts} wars of {ours.period}"
        )
    for one in published_rates():
        if one.study != _PUBLISHED or one.kind != kind or one.acted is None or one.asked is None:
            continue
        first, last = (int(year) for year in one.period.split("-"))
        whole = first < _SINCE <= last
        if whole if kind != "defence" else not whole and (on.year < _SINCE) == (last < _SINCE):
            betas.append(_beta(one.acted, one.asked - one.acted))
            sources.append(f"{one.study}, {one.acted} of {one.asked} in {one.period}")
    return _assumption(kind, _LABELS[kind], tuple(betas), "; ".join(sources))


_SINCE = 1945


def _question(name: str) -> Assumption:
    return _assumption(name, QUESTIONS[name], (), "not known: anything between never and always")


def _beta(kept_ones: float, broken: float) -> tuple[float, float]:
    return kept_ones + 0.5, broken + 0.5


def _assumption(
    name: str, label: Words, betas: tuple[tuple[float, float], ...], source: str
) -> Assumption:
    if not betas:
        return Assumption(id=name, label=label, betas=(), low=0.0, high=1.0, source=source)
    whole = Assumption(id=name, label=label, betas=betas, low=0.0, high=1.0, source=source)
    values = whole.drawn(np.random.default_rng(0), 20_000)
    low, high = np.quantile(values, (0.025, 0.975))
    return Assumption(
        id=name, label=label, betas=betas, low=float(low), high=float(high), source=source
    )
