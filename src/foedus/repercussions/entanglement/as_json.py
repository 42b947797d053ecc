"""An entanglement as plain data, ready for JSON: ids and codes, with words in one language."""

from collections.abc import Iterable

from foedus.actors.names import display_name
from foedus.repercussions.entanglement.calls import Call
from foedus.repercussions.entanglement.entanglement import Entanglement, Web

__all__ = ["entanglement_json"]

Plain = dict[str, object]


def entanglement_json(found: Entanglement, language: str) -> Plain:
    """Return everything an entanglement holds; names and titles are in `language`.

    A `chain` is in the order of events. `calls` are all the calls of an actor on shortest chains,
    `routes` the number of these chains, told apart by whom they pass.
    """
    names = {
        one: display_name(one, language, found.on) for web in found.webs for one in _actors(web)
    }
    own = (found.actor, *found.enemies)
    names |= {one: display_name(one, language, found.on) for one in own}
    return {
        "actor": found.actor,
        "on": found.on.isoformat(),
        "enemies": list(found.enemies),
        "steps": found.steps,
        **{web.toward.value: _web(web, language) for web in found.webs},
        "names": dict(sorted(names.items())),
        "limits": [one.said(language) for one in found.limits],
    }


def _web(web: Web, language: str) -> Plain:
    return {
        "reached": [
            {
                "actor": one.actor,
                "steps": one.steps,
                "sure_steps": one.sure_steps,
                "routes": one.routes,
                "chain": _calls(one.chain, language),
                "sure_chain": _calls(one.sure_chain, language) if one.sure_chain else None,
                "calls": _calls(one.calls, language),
            }
            for one in web.reached
        ],
        "hinges": [
            {
                "actor": one.actor,
                "instrument": one.instrument,
                "keeps_out": list(one.keeps_out),
                "puts_off": [{"actor": later, "steps": steps} for later, steps in one.puts_off],
            }
            for one in web.hinges
        ],
        "only_against": _calls(web.only_against, language),
        "consultations": _calls(web.consultations, language),
        "for_the_enemy": _calls(web.for_the_enemy, language),
    }


def _actors(web: Web) -> Iterable[str]:
    calls = (*web.only_against, *web.consultations, *web.for_the_enemy)
    for call in (*calls, *(call for one in web.reached for call in (*one.calls, *one.sure_chain))):
        yield from (call.obligor, call.beneficiary, *call.against, *call.not_against)
        yield from call.together


def _calls(calls: Iterable[Call], language: str) -> list[Plain]:
    return [_call(one, language) for one in calls]


def _call(call: Call, language: str) -> Plain:
    instrument, obligation = call.clause.instrument, call.clause.obligation
    return {
        "obligor": call.obligor,
        "beneficiary": call.beneficiary,
        "verdict": call.verdict.value,
        "standing": call.standing.value,
        "instrument": call.instrument,
        "title": instrument.short.said(language),
        "legal_force": instrument.legal_force.kind if instrument.legal_force else "binding",
        "article": call.clause.article,
        "obligation": obligation.id,
        "kind": obligation.kind,
        "asks": obligation.asks.action.said(language),
        "discretion": obligation.discretion,
        "armed_force": obligation.asks.armed_force,
        "against": list(call.against),
        "not_against": list(call.not_against),
        "least": call.least,
        "together": list(call.together),
        "source": call.clause.source,
    }
