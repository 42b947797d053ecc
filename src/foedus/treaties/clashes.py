"""Duties of one actor that pull against each other, and which of them prevails.

Whoever is asked to act against a state may owe that same state not to act against it, or its
defence. Where a member's duties under the UN Charter conflict with another agreement, those under
the Charter prevail (article 103); between other treaties no rule decides here.
"""

from collections.abc import Collection, Iterator, Mapping

from foedus.treaties.acts import Act
from foedus.treaties.answers import ANYONE, ActorAnswer, Clash, Reason, Verdict
from foedus.treaties.clauses import Clause
from foedus.treaties.parties import suspension
from foedus.treaties.triggers import Case
from foedus.treaties.verdicts import weighed_clause
from foedus.treaties.vocabulary import FIGHTING

__all__ = ["Pulls", "clashes_of", "pulls_of"]

_PULLING = ("nonaggression", "neutrality", "defence", "offence")


Pulls = Mapping[str, tuple[Clause, ...]]
"""The clauses by which peace or help is owed, in this war, to each of those who fight it."""


def pulls_of(clauses: Collection[Clause], case: Case) -> Pulls:
    """Return what is owed to everybody in the war, worked out once for all who may owe it."""
    return {
        one: tuple(clause for clause in clauses if _is_owed(clause, one, case))
        for one in (*case.act.initiators, *case.act.targets)
    }


def clashes_of(
    answer: ActorAnswer, pulls: Pulls, clauses: Collection[Clause], case: Case
) -> tuple[Clash, ...]:
    """Return the other duties of the answer's actor that pull against what it is asked to do.

    Only an actor asked, or possibly asked, to fight has any; they come by instrument and article.
    """
    asked = answer.verdict in (Verdict.MUST, Verdict.DISPUTED)
    if not asked or answer.kind not in FIGHTING or answer.actor == ANYONE:
        return ()
    found = (
        clash
        for opponent in _opponents(answer, case)
        for clause in pulls[opponent]
        for clash in _clash(answer, clause, opponent, clauses, case)
    )
    return tuple(sorted(found, key=lambda one: (one.instrument, one.article, one.kind)))


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
    """Whether the actor is one of those who owe what the clause owes the opponent."""
    named = clause.obligation.obligor
    if actor == opponent or not (actor in named or named == ("each party",)):
        return False
    bound = bool(case.bond(clause.instrument, actor).standing)
    return bound and not suspension(clause.instrument, actor, (opponent,), case.on)


def _is_owed(clause: Clause, opponent: str, case: Case) -> bool:
    """Whether the clause owes the opponent something in this war that pulls on whoever owes it."""
    named = clause.obligation
    if named.kind not in _PULLING or clause.instrument.political:
        return False
    if named.beneficiary != ("any state",):
        owed = bool(case.bond(clause.instrument, opponent).standing)
        if not (owed and opponent in clause.instrument.meant(named.beneficiary)):
            return False
    if named.kind == "neutrality":
        return _neutral_here(clause, opponent, case)
    return named.kind == "nonaggression" or _defended(clause, opponent, case)


def _defended(clause: Clause, opponent: str, case: Case) -> bool:
    """Whether the opponent would be owed help if those on the other side struck at it."""
    sides = (case.act.initiators, case.act.targets)
    enemies = sides[0] if opponent in sides[1] else sides[1]
    struck = Act(kind="attack", initiators=enemies, targets=(opponent,))
    return weighed_clause(clause, (opponent,), Case(struck, case.on, ())).may_fit


def _neutral_here(clause: Clause, opponent: str, case: Case) -> bool:
    """Whether neutrality towards the opponent is owed in this war, as far as can be told."""
    attacked = opponent in case.act.targets
    if not attacked and clause.obligation.trigger.war != "any":
        return False
    return weighed_clause(clause, (opponent,), case).verdict is not Verdict.NOT_BOUND


def _prevailing(clause: Clause, clauses: Collection[Clause], actor: str, case: Case) -> str | None:
    """The instrument of the clashing duty if a clause of its own lets it prevail, else None."""
    supreme = [one.instrument for one in clauses if one.obligation.kind == "precedence"]
    return next(
        (
            one.id
            for one in supreme
            if one.id == clause.instrument.id and case.bond(one, actor).standing
        ),
        None,
    )
