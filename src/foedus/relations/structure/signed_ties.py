"""Who stood with whom and who against whom on a day, each tie with its evidence.

Positive: an obligation in force by which one of the two owes the other what the rule names, from
the register and, where held, ATOP; conditions and named adversaries do not matter here. Negative:
quarrels of the datasets held (see `quarrels`). What may be so, because its days are doubtful or the
data end before, is kept apart as possible and counts only if the rule says so. Every tie weighs 1.

What lies outside the years a source covers is unknown. A network says which sources it rests on;
where one is silent, a tie that is missing is not known to be absent.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from foedus.relations.measures.balance.networks import SignedNetwork, signed_network
from foedus.relations.structure.quarrels import Source, years_before
from foedus.relations.structure.tie_evidence import EVIDENCE, tie_evidence
from foedus.relations.structure.tie_rules import TieRule
from foedus.relations.structure.tie_sources import Known, known_ties, states_on

__all__ = ["EVIDENCE", "Reach", "SignedTies", "signed_ties"]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one source reaches into the days that were asked of it.

    `asked` are the first and last day it was asked about, `covers` the years it covers (None: open
    bound), `known` whether it covers all, part or none of them, or is not held: "all", "part",
    "none", "not held". `reasons` is how many rows of evidence came from it that day.
    """

    source: Source
    asked: tuple[dt.date, dt.date]
    known: str
    reasons: int


@dataclass(frozen=True, slots=True)
class SignedTies:
    """The ties of a day: the states, the network, the evidence for each tie, and its reach.

    `states` are actor ids in alphabetical order, the numbers of the network's states. `both` lists
    the places of ties with certain evidence for both signs (dropped ones are in none). `left_out`
    counts pairs that would be tied if what is only possible counted. `evidence` has the rows of
    `EVIDENCE`, those only possible too. `pending` are instruments that would tie two of the states,
    signed by that day and not yet in force.
    """

    on: dt.date
    rule: TieRule
    states: tuple[str, ...]
    network: SignedNetwork
    both: tuple[int, ...]
    evidence: pa.Table
    reach: tuple[Reach, ...]
    left_out: int
    pending: tuple[str, ...]

    def reasons(self, first: str, second: str) -> pa.Table:
        """Return the evidence for the tie of two actors, in any order."""
        one, two = sorted((first, second))
        return self.evidence.filter((pc.field("first") == one) & (pc.field("second") == two))

    def to_arrow(self) -> pa.Table:
        """Return one row per tie: `first`, `second`, `sign`, `weight`."""
        names = np.array(self.states, dtype=object)
        return pa.table(
            {
                "first": pa.array(names[self.network.first].tolist(), pa.string()),
                "second": pa.array(names[self.network.second].tolist(), pa.string()),
                "sign": pa.array(self.network.sign, pa.int8()),
                "weight": pa.array(self.network.weight, pa.float64()),
            }
        )


def signed_ties(
    on: dt.date,
    rule: TieRule | None = None,
    *,
    among: Collection[str] = (),
    known: Known | None = None,
) -> SignedTies:
    """Return the ties of a day by a rule, among all states or the actors named (ids).

    `known` is what to draw from, all that is on this machine unless given.
    """
    rule, known = rule or TieRule(), known or known_ties()
    states = tuple(sorted(set(among))) or states_on(on)
    evidence = tie_evidence(known, on, rule, states)
    signs, both, left_out = _signs(evidence, rule)
    places = {state: place for place, state in enumerate(states)}
    rows = [(places[one], places[two], sign) for (one, two), sign in signs.items()]
    network = signed_network(np.array(rows, dtype=float).reshape(-1, 3), len(states))
    at = {pair: tie for tie, pair in enumerate(zip(network.first, network.second, strict=True))}
    pairs = ((places[one], places[two]) for one, two in both if (one, two) in signs)
    return SignedTies(
        on=on,
        rule=rule,
        states=states,
        network=network,
        both=tuple(sorted(at[pair] for pair in pairs)),
        evidence=evidence.sort_by([(name, "ascending") for name in ("first", "second", "source")]),
        reach=tuple(_reach(known, on, rule, evidence)),
        left_out=left_out,
        pending=tuple(_pending(known, on, rule, set(states))),
    )


Pair = tuple[str, str]


def _signs(evidence: pa.Table, rule: TieRule) -> tuple[dict[Pair, int], set[Pair], int]:
    """Return the sign of each pair that has a tie, the pairs with both, and how many may have one.

    Possible evidence counts only where the rule says so.
    """
    found: dict[str, dict[Pair, set[int]]] = {"certain": {}, "possible": {}}
    columns = (evidence[name].to_pylist() for name in ("first", "second", "sign", "standing"))
    for first, second, sign, standing in zip(*columns, strict=True):
        found[standing].setdefault((first, second), set()).add(sign)
    counted = dict(found["certain"])
    if rule.possible:
        for pair, signs in found["possible"].items():
            counted[pair] = counted.get(pair, set()) | signs
    both = {pair for pair, signs in counted.items() if len(signs) == 2}
    sign_of_both = {"negative": -1, "positive": 1}.get(rule.both)
    signs_of = {
        pair: sign_of_both if pair in both else next(iter(signs)) for pair, signs in counted.items()
    }
    left = len(set(found["possible"]) - set(counted))
    return {pair: sign for pair, sign in signs_of.items() if sign is not None}, both, left


def _reach(known: Known, on: dt.date, rule: TieRule, evidence: pa.Table) -> Iterator[Reach]:
    counted = Counter(evidence["source"].to_pylist())
    sources = (*known.treaties, *map(known.source, rule.against))
    for source in sources:
        windowed = source.name in ("disputes", "wars", "events")
        first = years_before(on, rule.years) if windowed else on
        known_for = _known_for(source, first.year, on.year)
        # A case has what its sources told, never everything.
        known_for = "part" if (source.name, known_for) == ("events", "all") else known_for
        yield Reach(source, (first, on), known_for, counted[source.name])


def _pending(known: Known, on: dt.date, rule: TieRule, states: Collection[str]) -> Iterator[str]:
    """Yield what was signed in the years before, and came into force later or has not yet."""
    since = years_before(on, rule.years)
    for one in known.instruments.values():
        signed, force = one.signed, one.in_force
        if not signed.surely_on_or_before(on) or (signed.latest or since) < since or one.political:
            continue
        waits = force is None or (force.earliest is not None and force.earliest > on)
        over = one.ended is not None and one.ended.surely_on_or_before(on)
        tying = any(obligation.kind in rule.kinds for _, obligation in one.obligations())
        if waits and not over and tying and len(set(one.actors) & set(states)) > 1:
            yield one.id


def _known_for(source: Source, first: int, last: int) -> str:
    if not source.held:
        return "not held"
    begins, ends = source.covers
    inside = (begins is None or begins <= first) and (ends is None or last <= ends)
    if inside:
        return "all"
    outside = (ends is not None and ends < first) or (begins is not None and last < begins)
    return "none" if outside else "part"
