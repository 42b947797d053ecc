"""Blocs as JSON: the same for the command and for whoever reads it with another program."""

import math
from collections.abc import Mapping

from foedus.relations.measures.balance.partition import NEUTRAL
from foedus.relations.measures.balance.signed_triads import KINDS, Chance
from foedus.relations.structure.bloc_years import BlocsThrough
from foedus.relations.structure.blocs import BlocsOn, StrainedTie
from foedus.relations.structure.signed_ties import Reach
from foedus.relations.structure.tie_rules import TieRule

__all__ = ["blocs_json", "through_json"]


def blocs_json(found: BlocsOn) -> dict[str, object]:
    """Return the blocs of a day with ties against them, balance and what the sources cover."""
    net = found.ties.network
    return {
        "on": found.on.isoformat(),
        "rule": _rule(found.ties.rule),
        "states": len(found.ties.states),
        "positive_ties": int((net.sign > 0).sum()),
        "negative_ties": int((net.sign < 0).sum()),
        "ties_with_both": len(found.ties.both),
        "possible_ties_left_out": found.ties.left_out,
        "signed_not_in_force": list(found.ties.pending),
        "blocs": [_bloc(found, bloc) for bloc in range(found.blocs.number)],
        "without_ties": list(found.members(NEUTRAL)),
        "cost": found.blocs.cost,
        "lower_bound": found.blocs.lower_bound,
        "proven": found.blocs.proven,
        "draws": found.blocs.draws,
        "capability_of": found.capability.year,
        "strained": [_strained(one) for one in found.strained()],
        "balance": _balance(found),
        "sources": [_reach(one) for one in found.ties.reach],
    }


def through_json(found: BlocsThrough) -> dict[str, object]:
    """Return the blocs of each year under labels that stay, what happened to them, and balance."""
    return {
        "rule": _rule(found.rule),
        "blocs": list(found.names),
        "years": [
            {
                "year": year,
                "blocs": {
                    found.names[label]: list(found.members(label, year))
                    for label in sorted(set(found.succession.labels[row].tolist()) - {-1})
                },
                "positive_ties": int(found.ties[row, 0]),
                "negative_ties": int(found.ties[row, 1]),
                "cost": float(found.cost[row]),
                "lower_bound": float(found.lower_bound[row]),
                "balanced_triads": _number(float(found.balanced[row])),
                "frustration": float(found.frustrated[row]),
                "frustration_at_least": float(found.frustrated_at_least[row]),
            }
            for row, year in enumerate(found.years)
        ],
        "changes": [
            {
                "year": found.years[one.time],
                "kind": one.kind,
                "blocs": [found.names[label] for label in one.labels],
            }
            for one in found.succession.changes
        ],
    }


def _rule(rule: TieRule) -> dict[str, object]:
    return {
        "by": rule.by,
        "obligations": list(rule.kinds),
        "against": list(rule.against),
        "years": rule.years,
        "hostility": rule.hostility,
        "both": rule.both,
        "possible": rule.possible,
    }


def _bloc(found: BlocsOn, bloc: int) -> dict[str, object]:
    place = {state: number for number, state in enumerate(found.ties.states)}
    firm = found.blocs.firm
    return {
        "named": found.leaders[bloc],
        "members": [
            {
                "actor": actor,
                "firm": None if firm is None else round(float(firm[place[actor]]), 4),
                "margin": _number(float(found.blocs.margin[place[actor]])),
            }
            for actor in found.members(bloc)
        ],
    }


def _strained(one: StrainedTie) -> dict[str, object]:
    return {
        "first": one.first,
        "second": one.second,
        "sign": one.sign,
        "unbalanced_triads": one.unbalanced,
        "triads": one.triads,
        "evidence": [_evidence(row) for row in one.evidence],
    }


def _evidence(row: Mapping[str, object]) -> dict[str, object]:
    days = {name: str(row[name]) if row[name] else None for name in ("begins", "ends")}
    return {name: days.get(name, value) for name, value in row.items()}


def _balance(found: BlocsOn) -> dict[str, object]:
    census = found.triads
    return {
        "triads": dict(zip(KINDS, map(int, census.counts), strict=True)),
        "balanced": census.balanced,
        "weakly_balanced": census.weakly_balanced,
        "balanced_by_chance": _chance(census.chance_balanced),
        "walk_balance": found.walks.balance,
        "walk_balance_log": found.walks.log,
        "frustration": found.frustration.upper,
        "frustration_at_least": found.frustration.lower,
        "frustration_proven": found.frustration.proven,
    }


def _chance(chance: Chance) -> dict[str, object]:
    return {name: getattr(chance, name) for name in ("mean", "sd", "low", "high", "z")}


def _reach(one: Reach) -> dict[str, object]:
    return {
        "source": one.source.name,
        "dataset": one.source.dataset,
        "release": one.source.release,
        "covers": list(one.source.covers),
        "asked": [day.isoformat() for day in one.asked],
        "known": one.known,
        "reasons": one.reasons,
    }


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None
