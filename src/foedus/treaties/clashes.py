"""Duties of one actor that pull against each other, and which of them prevails.

Whoever is asked to act against a state may owe that same state not to act against it, or its
defence. Where a member's duties under the UN Charter conflict with another agreement, those under
the Charter prevail (article 103); between other treaties no rule decides here.
"""

from collections.abc import Collection, Iterator

from foedus.treaties.answers import ANYONE, ActorAnswer, Clash, Reason, Verdict
from foedus.treaties.parties import bond
from foedus.treaties.triggers import Case, Clause

__all__ = ["clashes_of"]

_PULLING = ("nonaggression", "neutrality", "defence", "offence")


def clashes_of(answer: ActorAnswer, clauses: Collection[Clause], case: Case) -> tuple[Clash, ...]:
    """Return the other duties of the answer's actor that pull against what it is asked to do.

    Only an actor asked, or possibly asked, to fight has any.
    """
    asked = answer.verdict in (Verdict.MUST, Verdict.DISPUTED)
    if not asked or answer.kind not in ("defence", "offence") or answer.actor == ANYONE:
        return ()
    return tuple(
        clash
        for opponent in _opponents(answer, case)
        for clause in clauses
        if clause.obligation.kind in _PULLING
        for clash in _clash(answer, clause, opponent, clauses, case)
    )


def _opponents(answer: ActorAnswer, case: Case) -> tuple[str, ...]:
    sides = (case.act.initiators, case.act.targets)
    return sides[1] if answer.towards in sides[0] else sides[0]


def _clash(
    answer: ActorAnswer, clause: Clause, opponent: str, clauses: Collection[Clause], case: Case
) -> Iterator[Clash]:
    if not _owes(clause, answer.actor, opponent, case):
        return
    lifted = any(rule.kind == "self_defence" for rule in clause.obligation.exceptions)
    if lifted and not case.findings:
        return  # helping the victim of an attack is self-defence, which the clause lets pass
    key = "clash_" + ("charter" if lifted else clause.obligation.kind)
    values = [("actor", answer.actor), ("opponent", opponent)]
    if lifted and case.findings:
        values.append(("finding", case.findings[0].id))
    yield Clash(
        instrument=clause.instrument.id,
        article=clause.article,
        kind=clause.obligation.kind,
        towards=opponent,
        prevails=_prevailing(clause, clauses, answer.actor, case),
        reason=Reason(key, tuple(values), clause.instrument.id, clause.article, clause.source),
        source=clause.source,
    )


def _owes(clause: Clause, actor: str, opponent: str, case: Case) -> bool:
    named = clause.obligation
    owes = bool(bond(clause.instrument, actor, case.on).standing) and (
        actor in named.obligor or named.obligor == ("each party",)
    )
    if named.beneficiary == ("any state",):
        return owes
    among = any(one in ("each party", "the other parties") for one in named.beneficiary)
    owed = bool(bond(clause.instrument, opponent, case.on).standing)
    return owes and actor != opponent and owed and (among or opponent in named.beneficiary)


def _prevailing(clause: Clause, clauses: Collection[Clause], actor: str, case: Case) -> str | None:
    """The instrument of the clashing duty if a clause of its own lets it prevail, else None."""
    supreme = [one.instrument for one in clauses if one.obligation.kind == "precedence"]
    return next(
        (
            one.id
            for one in supreme
            if one.id == clause.instrument.id and bond(one, actor, case.on).standing
        ),
        None,
    )
