"""Casus foederis: an act, a place and a day, and what every instrument then says to everyone.

For each obligation that an act can set off, the parties it asks are answered one by one; then the
allies of those who are asked, who would be next; then duties that pull the other way. The answers
follow from the coded clauses alone: they are what the texts say under each reading, not what
governments will do.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from foedus.evidence import Standing
from foedus.treaties.acts import Act
from foedus.treaties.answers import ANYONE, ActorAnswer, CasusAnswer, Reason, Verdict
from foedus.treaties.clashes import clashes_of, pulls_of
from foedus.treaties.clauses import Clause, Instruments
from foedus.treaties.instrument import Instrument
from foedus.treaties.instruments import register
from foedus.treaties.triggers import Case, case_of
from foedus.treaties.verdicts import answer_of, not_bound_answer, weighed_clause
from foedus.treaties.vocabulary import FIGHTING

__all__ = ["casus_answer"]

_PARTY = ("bound", "signed")
_RANK = (
    (Verdict.MUST, True),
    (Verdict.DISPUTED, True),
    (Verdict.MUST, False),
    (Verdict.BARRED, False),
    (Verdict.DISPUTED, False),
    (Verdict.MAY, False),
    (Verdict.NOT_BOUND, True),
    (Verdict.NOT_BOUND, False),
)
"""Verdicts in order of weight, with whether they come from a duty of alliance."""


def casus_answer(
    act: Act,
    on: dt.date,
    instruments: Mapping[str, Instrument] | None = None,
    watch: Collection[str] = (),
) -> CasusAnswer:
    """Return who must act, who may, who is barred and what is disputed, by every clause in force.

    `instruments` is the register unless given; `watch` lists actors who are told that nothing binds
    them, and why, even if no clause speaks to the case. Answers come in order of weight: duties and
    disputes first, permissions and silence last.
    """
    case = case_of(act, on)
    held = register() if instruments is None else Instruments.of(instruments)
    clauses = held.clauses_concerning((*act.initiators, *act.targets), on)
    answers = [answer for clause in clauses for answer in _answers(clause, case)]
    answers += _next_in_line(held, answers, case)
    answers += _watched(held, answers, watch, case)
    pulls = pulls_of(clauses, case)
    weighed = [
        replace(answer, clashes=clashes_of(answer, pulls, clauses, case))
        for answer in _once(answers)
    ]
    weighed.sort(key=_weight)
    return CasusAnswer(
        act=act,
        on=on,
        place=act.place,
        answers=tuple(weighed),
        caveat=tuple(_caveat(case)),
        cited=_cited(held, weighed),
    )


def _cited(held: Instruments, answers: Collection[ActorAnswer]) -> dict[str, Instrument]:
    named = (
        one
        for answer in answers
        for one in (answer.instrument, *(clash.instrument for clash in answer.clashes))
    )
    return {one: held[one] for one in dict.fromkeys(named)}


def _answers(clause: Clause, case: Case) -> Iterator[ActorAnswer]:
    by_trigger = {
        "attack_on_beneficiary": _to_helpers,
        "danger_to_beneficiary": _to_helpers,
        "any_war_of_beneficiary": _to_comrades,
        "war_of_beneficiary": _to_neutrals,
        "hostility_by_obligor": _to_initiators,
        "breach_of_peace": _to_the_council,
    }
    if clause.triggered_by in by_trigger:
        yield from by_trigger[clause.triggered_by](clause, case)


def _to_helpers(clause: Clause, case: Case) -> Iterator[ActorAnswer]:
    victims = tuple(one for one in case.act.targets if one in _beneficiaries(clause, case))
    if clause.obligation.obligor == ("any state",):
        helpers: tuple[str, ...] = (*victims, ANYONE) if victims else ()
    else:
        apart = {*case.act.initiators, *case.act.targets}
        helpers = tuple(one for one in _obligors(clause, case) if one not in apart)
    if victims:
        yield from _told(clause, helpers, victims, case)
    elif clause.obligation.kind in FIGHTING:
        yield from _not_for_the_attacker(clause, helpers, case)


def _to_comrades(clause: Clause, case: Case) -> Iterator[ActorAnswer]:
    """Duties to join a partner's war, whoever began it; none where partners fight each other."""
    at_war = (*case.act.initiators, *case.act.targets)
    owed = _beneficiaries(clause, case)
    partners = tuple(one for one in at_war if one in owed)
    helpers = tuple(one for one in _obligors(clause, case) if one not in at_war)
    among_themselves = set(case.act.initiators) & set(owed) and set(case.act.targets) & set(owed)
    if partners and not among_themselves:
        yield from _told(clause, helpers, partners, case)


def _to_neutrals(clause: Clause, case: Case) -> Iterator[ActorAnswer]:
    """Duties to stay out of a partner's war: of those who attack it, and of those who might join.

    A clause that asks for neutrality whoever began speaks of the partner's own attacks too. One
    that owes neutrality to all the world is told so only when it attacks; see `clashes` else.
    """
    owed, owing = _beneficiaries(clause, case), _obligors(clause, case)
    sides = [(case.act.targets, case.act.initiators)]
    if clause.obligation.trigger.war == "any":
        sides.append((case.act.initiators, case.act.targets))
    for partners, enemies in sides:
        victims = tuple(one for one in partners if one in owed)
        apart = case.act.targets if partners is case.act.targets else (*partners, *enemies)
        neutrals = tuple(one for one in owing if one not in {*apart, *victims})
        if clause.obligation.beneficiary == ("any state",):
            neutrals = tuple(one for one in neutrals if one in case.act.initiators)
        yield from _told(clause, neutrals, victims, case) if victims else ()


def _told(
    clause: Clause, helpers: Collection[str], victims: tuple[str, ...], case: Case
) -> Iterator[ActorAnswer]:
    weighed = weighed_clause(clause, victims, case)
    # Parties who consult over anybody owe that to each other, not to the attacked.
    over_anybody = clause.obligation.beneficiary == ("any state",)
    consult = clause.obligation.kind == "consultation" and over_anybody
    for helper in helpers:
        answer = answer_of(weighed, helper, None if consult else victims[0])
        if answer and not (answer.verdict is Verdict.NOT_BOUND and answer.kind not in FIGHTING):
            yield answer


def _to_initiators(clause: Clause, case: Case) -> Iterator[ActorAnswer]:
    victims = tuple(one for one in case.act.targets if one in _beneficiaries(clause, case))
    for initiator in case.act.initiators:
        others = tuple(one for one in victims if one != initiator)
        if initiator in _obligors(clause, case) and others:
            answer = answer_of(weighed_clause(clause, others, case), initiator, others[0])
            if answer and answer.verdict is not Verdict.NOT_BOUND:
                yield answer


def _to_the_council(clause: Clause, case: Case) -> Iterator[ActorAnswer]:
    council = clause.instrument.organisation
    if council and case.bound(clause.instrument):
        of_council = replace(clause.obligation, obligor=("any state",))
        open_clause = replace(clause, obligation=of_council)
        answer = answer_of(weighed_clause(open_clause, (), case), council, None)
        if answer and answer.verdict is not Verdict.NOT_BOUND:
            yield answer


def _not_for_the_attacker(
    clause: Clause, helpers: Collection[str], case: Case
) -> Iterator[ActorAnswer]:
    """Allies of the one who attacks, told that a duty of defence is not for that."""
    attackers = [one for one in case.act.initiators if one in _beneficiaries(clause, case)]
    if not attackers:
        return
    values = (("initiator", " ".join(attackers)),)
    where = (clause.instrument.id, clause.article, clause.source)
    for helper in helpers:
        if helper in case.bound(clause.instrument):
            reason = Reason("attacker_is_no_victim", values, *where)
            flip = Reason("flip_struck_back", values, *where)
            yield not_bound_answer(clause, helper, attackers[0], reason, (flip,), case)


def _next_in_line(
    held: Instruments, answers: Collection[ActorAnswer], case: Case
) -> Iterator[ActorAnswer]:
    """Allies of those who are asked: bound to nothing yet, but next if those are hit in turn."""
    asked = {
        answer.actor
        for answer in answers
        if answer.kind in FIGHTING and answer.verdict in (Verdict.MUST, Verdict.DISPUTED)
    }
    spoken = {answer.instrument for answer in answers}
    apart = {*case.act.initiators, *case.act.targets}
    for clause in held.clauses_concerning(asked, case.on) if asked else ():
        if clause.obligation.kind != "defence" or clause.instrument.id in spoken:
            continue
        bound = case.bound(clause.instrument)
        for ally in sorted(asked & set(_beneficiaries(clause, case)) & set(bound)):
            for helper in _obligors(clause, case):
                if helper in bound and helper not in apart | {ally}:
                    yield _not_touched(clause, helper, (ally,), case)


def _watched(
    held: Instruments,
    answers: Collection[ActorAnswer],
    watch: Collection[str],
    case: Case,
) -> Iterator[ActorAnswer]:
    answered = {answer.actor for answer in answers} | {*case.act.initiators, *case.act.targets}
    for actor in watch:
        for clause in held.clauses_concerning((actor,), case.on):
            if clause.obligation.kind != "defence" or actor in answered:
                continue
            bound = case.bound(clause.instrument)
            allies = tuple(one for one in _beneficiaries(clause, case) if one != actor)
            if actor in bound and actor in _obligors(clause, case):
                yield _not_touched(clause, actor, allies, case)


def _not_touched(clause: Clause, actor: str, allies: tuple[str, ...], case: Case) -> ActorAnswer:
    where = (clause.instrument.id, clause.article, clause.source)
    reason = Reason("no_party_attacked", (("target", " ".join(case.act.targets)),), *where)
    flip = Reason("flip_ally_attacked", (("ally", " ".join(allies)),), *where)
    towards = allies[0] if len(allies) == 1 else None
    return not_bound_answer(clause, actor, towards, reason, (flip,), case)


def _obligors(clause: Clause, case: Case) -> tuple[str, ...]:
    return _meant(clause, clause.obligation.obligor, case)


def _beneficiaries(clause: Clause, case: Case) -> tuple[str, ...]:
    named = clause.obligation.beneficiary
    return tuple(
        one
        for one in _meant(clause, named, case)
        if named == ("any state",) or case.bond(clause.instrument, one).why in _PARTY
    )


def _meant(clause: Clause, named: tuple[str, ...], case: Case) -> tuple[str, ...]:
    """The actors meant by "each party" and the like, signatories too: bonds are weighed later."""
    if named == ("any state",):
        return (*case.act.initiators, *case.act.targets)
    return clause.instrument.meant(named)


def _once(answers: Collection[ActorAnswer]) -> tuple[ActorAnswer, ...]:
    """Keep the weightiest of several answers of one kind that one article gives to one actor."""
    kept: dict[tuple[str, str, str, str], ActorAnswer] = {}
    for answer in sorted(answers, key=_weight):
        key = (answer.actor, answer.instrument, answer.article, answer.kind)
        kept.setdefault(key, answer)
    return tuple(kept.values())


def _weight(answer: ActorAnswer) -> tuple[int, bool, str, str]:
    rank = _RANK.index((answer.verdict, answer.kind in FIGHTING))
    return rank, answer.standing is not Standing.CERTAIN, answer.instrument, answer.actor


def _caveat(case: Case) -> Iterator[Reason]:
    yield Reason("caveat_texts_only")
    if case.act.place is None:
        yield Reason("caveat_no_place")
    if case.findings:
        finding = case.findings[0]
        yield Reason("caveat_finding", (("finding", finding.id),), source=finding.citation)
    elif case.act.force:
        yield Reason("caveat_no_finding")
