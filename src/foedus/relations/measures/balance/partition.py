r"""Blocs: the partition of states that goes against the least weight of ties, and how firm it is.

A partition goes against a positive tie between two blocs and a negative tie within one. The blocs
are those of the partition that goes against the least (correlation clustering: Bansal, Blum &
Chawla 2004, *Machine Learning* 56, 89-113; in sociology Doreian & Mrvar 1996, "A partitioning
approach to structural balance", *Social Networks* 18, 149-168, with weak balance: Davis 1967). How
many blocs there are follows from the ties, or at most so many are asked for. With two it is the
frustration partition of `line_index`.

Free number: found by search (`bloc_search`), proven by covering cycles (`bloc_proof`), exact for
networks of the size of the world. At most k > 2: by search; any partition into more costs no more
at best, so the free optimum is a lower bound, and the answer is proven where they meet.

Conventions. A state without ties is neutral: it belongs to no bloc. A bloc holds together by
positive ties: groups that nothing but absent enmity joins are apart (that costs nothing), so a
state with only negative ties is a bloc of its own. Not so when at most k blocs are asked for: then
such groups must go somewhere, and where is arbitrary. Ties that are not in the network count as
none: what is unknown has no say, which the caller states.

How firm. `margin`: what the best move of that state alone would cost, in weight; 0 means it could
as well stand elsewhere. `together`: the share of `draws` in which two states share a bloc, when
the weight of each tie is multiplied by an independent draw of the standard exponential (Bayesian
bootstrap over ties: Rubin 1981, *Annals of Statistics* 9, 130-134): how far the blocs hang on a
few ties, and which of partitions alike are meant. It is no probability that two states are allied.
"""

import math
import time
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.balance import bloc_proof, bloc_search
from foedus.relations.measures.balance.line_index import frustration
from foedus.relations.measures.balance.networks import SignedNetwork, with_usual_weights

__all__ = ["NEUTRAL", "Blocs", "blocs"]

NEUTRAL = -1
_KICKS = 30
_EQUAL = 1e-6


@dataclass(frozen=True, slots=True)
class Blocs:
    """The blocs of a network.

    `bloc` (int64, shape (states,)) numbers them from 0, the largest first, of equals the one with
    the lowest state; -1 is neutral. `cost` is the weight of the ties against the partition,
    `lower_bound` what no partition can undercut, both from 0; `proven` says that they are equal, to
    a millionth of the cost or of the heaviest tie.
    `against` (int64) lists those ties, by place in the network, in order.

    `margin` (float64, shape (states,)) is what the best move of one state alone would cost, 0 or
    more (less only where the search was stopped early); infinite for a neutral state.
    `together` (float64, shape (states, states)) is the share of the `draws` in which two share a
    bloc, 1 on the diagonal, 0 for the neutral; `firm` (float64, shape (states,)) is its mean over
    the others of the bloc, for a bloc of one the share in which it stands alone; 1 for the neutral.
    Both are None without draws. `exact_draws` of them are proven best partitions.
    """

    bloc: NDArray[np.int64]
    cost: float
    lower_bound: float
    proven: bool
    against: NDArray[np.int64]
    margin: NDArray[np.float64]
    together: NDArray[np.float64] | None
    firm: NDArray[np.float64] | None
    draws: int
    exact_draws: int

    @property
    def number(self) -> int:
        """How many blocs there are."""
        return int(self.bloc.max(initial=NEUTRAL)) + 1

    @property
    def gap(self) -> float:
        """How far the cost may lie above the least possible, as a share of it; 0.0 if proven."""
        return 0.0 if self.proven else (self.cost - self.lower_bound) / self.cost

    def members(self, bloc: int) -> tuple[int, ...]:
        """Return the states of a bloc, in order; of -1 the neutral ones."""
        return tuple(np.flatnonzero(self.bloc == bloc).tolist())


def blocs(
    network: SignedNetwork,
    at_most: int | None = None,
    *,
    draws: int = 0,
    seed: int = 0,
    seconds: float = 30.0,
) -> Blocs:
    """Return the blocs of a network made by `signed_network`.

    `at_most` limits their number, `draws` asks how firm they are, `seconds` is the time for the
    proof and again for the draws; the same `seed` gives the same answer as long as time does not
    run out. Raises ValueError for a limit that is no whole number from one, draws that are none
    from zero, or seconds that are negative or NaN.
    """
    if at_most is not None and (not at_most >= 1 or at_most != int(at_most)):
        raise ValueError(f"at most one bloc or more, a whole number, not {at_most}")
    if not draws >= 0 or draws != int(draws) or not seconds >= 0:
        raise ValueError(f"draws {draws} and seconds {seconds} are from zero, draws whole")
    draws = int(draws)
    network, unit = with_usual_weights(network)
    work = _Work(network, at_most, seed)
    bloc, bound = work.best(network.weight, time.monotonic() + seconds)
    bloc = _named(network, bloc, at_most)
    wrong = np.flatnonzero(bloc_search.against(network, bloc))
    cost = float(network.weight[wrong].sum())
    proven = cost - bound <= _EQUAL * max(cost, 1.0)
    drawn = work.drawn(bloc, draws, time.monotonic() + seconds) if draws else None
    return Blocs(
        bloc=bloc,
        cost=unit * cost,
        lower_bound=unit * (cost if proven else bound),
        proven=proven,
        against=wrong,
        margin=unit * _margins(network, bloc, at_most),
        together=drawn.together if drawn else None,
        firm=_firm(bloc, drawn) if drawn else None,
        draws=drawn.number if drawn else 0,
        exact_draws=drawn.exact if drawn else 0,
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Shares of `number` draws: two in one bloc, one alone in its own; `exact` of them are best."""

    together: NDArray[np.float64]
    alone: NDArray[np.float64]
    number: int
    exact: int


class _Work:
    """The search and the proof on one network, whatever its weights."""

    def __init__(self, network: SignedNetwork, at_most: int | None, seed: int) -> None:
        self._network = network
        self._at_most = at_most
        self._seed = seed
        self._covering: bloc_proof.Covering | None = None

    def best(self, weight: NDArray[np.float64], until: float) -> tuple[NDArray[np.int64], float]:
        """Return the best partition found and a lower bound of what any costs."""
        found = bloc_search.searched(self._network, weight, self._at_most, _KICKS, self._seed)
        cost = bloc_search.spent(self._network, weight, found)
        if cost <= _EQUAL:
            return found, 0.0
        if self._at_most == 1:
            return found, cost
        if self._at_most is None:
            return self._proven(weight, found, until)
        if self._at_most == 2:
            two = frustration(
                replace(self._network, weight=weight), max(until - time.monotonic(), 0.01)
            )
            return (
                (two.sides.astype(np.int64), two.lower) if two.upper <= cost else (found, two.lower)
            )
        free = bloc_search.searched(self._network, weight, None, _KICKS, self._seed)
        _, bound = self._proven(weight, free, until)
        return found, bound

    def _proven(
        self, weight: NDArray[np.float64], found: NDArray[np.int64], until: float
    ) -> tuple[NDArray[np.int64], float]:
        cost = bloc_search.spent(self._network, weight, found)
        if cost <= _EQUAL:
            return found, 0.0
        self._covering = self._covering or bloc_proof.Covering(self._network)
        cover = self._covering.relaxed(weight, until)
        bound = _rounded_up(cover.bound, weight)
        if not (cover.whole and cover.all_covered) and bound < cost - _EQUAL:
            cover = self._covering.whole(weight, cost, until)
            bound = max(bound, _rounded_up(cover.bound, weight))
        if cover.whole and cover.all_covered:
            parted = self._covering.parted(cover.frustrated)
            if bloc_search.spent(self._network, weight, parted) < cost:
                found = parted
        return found, min(bound, bloc_search.spent(self._network, weight, found))

    def drawn(self, bloc: NDArray[np.int64], draws: int, until: float) -> _Drawn:
        """Return what `draws` drawn weights give; fewer when the time is up, at least one."""
        random = np.random.default_rng(self._seed)
        states = self._network.states
        same, alone = np.zeros((states, states)), np.zeros(states)
        exact = done = 0
        for _ in range(draws):
            factor = random.exponential(size=len(self._network.weight))
            found, sure = self._one_drawn(self._network.weight * factor, bloc, until)
            with_whom = (found[:, None] == found[None, :]) & (bloc >= 0)
            same += with_whom
            alone += with_whom.sum(axis=1) == 1
            exact += sure
            done += 1
            if time.monotonic() > until:
                break
        same /= max(done, 1)
        neutral = bloc == NEUTRAL
        same[neutral] = same[:, neutral] = 0.0
        np.fill_diagonal(same, 1.0)
        return _Drawn(same, alone / max(done, 1), done, exact)

    def _one_drawn(
        self, weight: NDArray[np.float64], bloc: NDArray[np.int64], until: float
    ) -> tuple[NDArray[np.int64], bool]:
        if self._at_most is None and self._covering is not None and time.monotonic() < until:
            cover = self._covering.relaxed(weight, until)
            if cover.whole and cover.all_covered:
                return self._covering.parted(cover.frustrated), True
        start = bloc - bloc.min(initial=0)
        found = bloc_search.improved(self._network, weight, start, self._at_most, 3, self._seed)
        if self._at_most is None:
            found = bloc_search.held_together(self._network, found)
        # Where nothing is frustrated no weights make anything better.
        return found, bloc_search.spent(self._network, weight, found) <= _EQUAL


def _rounded_up(bound: float, weight: NDArray[np.float64]) -> float:
    """A cost is whole when all weights are; else the bound less what rounding may have added."""
    if (weight == np.rint(weight)).all():
        return float(math.ceil(bound - max(1e-4, 1e-8 * bound)))
    return max(bound - 1e-7 * max(bound, 1.0), 0.0)


def _named(
    network: SignedNetwork, bloc: NDArray[np.int64], at_most: int | None
) -> NDArray[np.int64]:
    """Return the partition with the neutral apart, and numbers by size and lowest state."""
    if at_most is None:
        bloc = bloc_search.held_together(network, bloc)
    tied = np.zeros(network.states, dtype=bool)
    tied[network.first] = tied[network.second] = True
    named = np.full(network.states, NEUTRAL, dtype=np.int64)
    labels, lowest, place, sizes = np.unique(
        bloc[tied], return_index=True, return_inverse=True, return_counts=True
    )
    order = np.empty(len(labels), dtype=np.int64)
    order[np.lexsort((lowest, -sizes))] = np.arange(len(labels))
    named[tied] = order[place]
    return named


def _margins(
    network: SignedNetwork, bloc: NDArray[np.int64], at_most: int | None
) -> NDArray[np.float64]:
    """Return what the best move of each state alone would cost, to another bloc or to a new one."""
    number = int(bloc.max(initial=NEUTRAL)) + 1
    toward = np.zeros((network.states, number + 1))
    value = network.sign * network.weight
    np.add.at(toward, (network.first, bloc[network.second]), value)
    np.add.at(toward, (network.second, bloc[network.first]), value)
    if at_most is not None and number >= at_most:
        toward[:, number] = -np.inf
    sizes = np.bincount(bloc[bloc >= 0], minlength=number)
    states = np.flatnonzero(bloc >= 0)
    margins = np.full(network.states, np.inf)
    stays = toward[states, bloc[states]]
    toward[states, bloc[states]] = -np.inf
    # Alone in a bloc already: a new one would be the same.
    toward[states[sizes[bloc[states]] == 1], number] = -np.inf
    margins[states] = stays - toward[states].max(axis=1)
    return margins


def _firm(bloc: NDArray[np.int64], drawn: _Drawn) -> NDArray[np.float64]:
    firm = np.ones(len(bloc))
    for label in range(int(bloc.max(initial=NEUTRAL)) + 1):
        members = np.flatnonzero(bloc == label)
        if len(members) > 1:
            shares = drawn.together[np.ix_(members, members)]
            firm[members] = (shares.sum(axis=1) - 1) / (len(members) - 1)
        else:
            firm[members] = drawn.alone[members]
    return firm
