"""A scenario as plain data, ready for JSON, with its words in one language."""

from foedus.repercussions.cascade.as_json import cascade_json
from foedus.repercussions.scenarios.indices import Index
from foedus.repercussions.scenarios.outlook import ActorOutlook, Outlook
from foedus.repercussions.scenarios.roles import Spread
from foedus.repercussions.scenarios.side_by_side import SideBySide, Turns
from foedus.repercussions.scenarios.ways import Way

__all__ = ["outlook_json", "side_by_side_json"]

Plain = dict[str, object]


def outlook_json(found: Outlook, language: str) -> Plain:
    """Return everybody's roles, the chains, what it hangs on, what is assumed and by whom."""
    judged = {one.id: one.written for one in found.opening.assumed}
    plain = cascade_json(found.cascade, found.moves, language)
    for name in ("act", "initiators", "targets", "involvements", "suppositions", "limits"):
        plain.pop(name)
    assumptions = plain.pop("assumptions")
    assert isinstance(assumptions, list)
    for one in assumptions:
        written = judged.get(one["id"])
        one["judged"] = written is not None
        if written is not None:
            one |= {
                "why": written.why,
                "confirmed_by": written.confirmed_by,
                "refuted_by": written.refuted_by,
            }
    return {
        "scenario": found.opening.scenario.id,
        "acts": [
            {
                "act": act.words or act.kind,
                "initiators": list(act.initiators),
                "targets": list(act.targets),
                "place": None if act.place is None else act.place.id,
                "on": on.isoformat(),
            }
            for act, on in found.opening.acts
        ],
        "seed": found.seed,
        **plain,
        "actors": [_actor(one) for one in found.actors],
        "balance": {
            "attacked": _spread(found.balance.attacked),
            "known": found.balance.known,
            "nuclear_both": _spread(found.balance.nuclear),
            "nuclear_one": _spread(found.balance.one_nuclear),
        },
        "hinges": [
            {
                "assumption": one.assumption,
                "others_at_low": one.at_low,
                "others_at_high": one.at_high,
                "first_order": _index(one.own),
                "first_order_by_actor": {
                    actor: _index(index) for actor, index in one.actors.items()
                },
            }
            for one in found.hinges
        ],
        "assumptions": assumptions,
        "limits": [words.said(language) for words in found.limits],
    }


def side_by_side_json(found: SideBySide) -> Plain:
    """Return where two scenarios differ, other minus one, and what makes the difference."""
    return {
        "one": found.one.opening.scenario.id,
        "other": found.other.opening.scenario.id,
        "differences": [
            {
                "actor": one.actor,
                "role": one.role,
                "one": _spread(one.one),
                "other": _spread(one.other),
                "difference": _spread(one.difference),
                "turns": [_turns(each) for each in one.turns],
            }
            for one in found.differences
        ],
        "others_who_fight": [_turns(each) for each in found.turns],
        "other_bounds": list(found.unlike),
    }


def _actor(one: ActorOutlook) -> Plain:
    reach: Plain | None = None
    if one.reach is not None:
        reach = {
            "how": one.reach.how,
            "strength_left": one.reach.left,
            "kilometres": one.reach.kilometres,
            "years": dict(one.reach.years),
        }
    return {
        "actor": one.actor,
        "roles": {role: _spread(spread) for role, spread in one.roles.items()},
        "ways": [_way(way) for way in one.ways],
        "reach": reach,
        "cinc": one.capability.cinc,
        "cinc_year": one.capability.cinc_year,
        "spending_millions_constant_usd": one.capability.spending,
        "spending_year": one.capability.spending_year,
        "nuclear_test": one.capability.tested,
    }


def _way(way: Way) -> Plain:
    return {
        "share": way.share,
        "low": way.low,
        "high": way.high,
        "steps": [
            {
                "actor": step.actor,
                "side": step.side,
                "partner": step.partner,
                "struck": step.struck,
                "instrument": step.instrument,
                "article": step.article,
            }
            for step in way.steps
        ],
    }


def _spread(spread: Spread | None) -> Plain | None:
    if spread is None:
        return None
    return {
        "mean": spread.mean,
        "low": spread.low,
        "high": spread.high,
        "error_of_the_drawing": spread.error,
    }


def _index(index: Index | None) -> Plain | None:
    return None if index is None else {"value": index.value, "error": index.error}


def _turns(turns: Turns) -> Plain:
    return {
        "assumption": turns.assumption,
        "at_low": turns.at_low,
        "at_high": turns.at_high,
        "only_in": turns.only_in or None,
    }
