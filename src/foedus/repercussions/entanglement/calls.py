"""Who would be called to fight for whom on a day: one call per clause, obligor and beneficiary.

The rules are those of `casus` put to a plain attack on home ground. What only consults, or binds
nobody in law, calls nobody: it is kept apart.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from foedus.actors.states import actor, all_actors
from foedus.evidence import Standing
from foedus.treaties.acts import Act
from foedus.treaties.answers import Verdict
from foedus.treaties.casus import casus_answer
from foedus.treaties.clauses import Clause, Instruments, clauses_on
from foedus.treaties.determinations import found_aggressors
from foedus.treaties.duties import Duty, duties_on
from foedus.treaties.instrument import Instrument
from foedus.treaties.vocabulary import FIGHTING

__all__ = ["Call", "CallsOfDay", "Demand", "calls_on"]

_CONSULTS = (*FIGHTING, "consultation")
_WEIGHT = {Verdict.MUST: 2, Verdict.DISPUTED: 1}
"""How much is asked of an obligor; whatever is not here asks nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What one clause asks, and how firmly, whoever is asked.

    `verdict` is "must" or "disputed"; `standing` is certain when the clause surely binds both that
    day. `against` is empty where the enemy assumed will do, else one of these must attack;
    `not_against` are those against whom the clause asks less. At least `least` must attack, and all
    of `together` among them.
    """

    clause: Clause
    verdict: Verdict
    standing: Standing
    against: tuple[str, ...] = ()
    not_against: tuple[str, ...] = ()
    least: int = 1
    together: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it is certain that the obligor must: no dispute, no doubtful bond."""
        return self.verdict is Verdict.MUST and self.standing is Standing.CERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Demand):
    """What a clause asks of `obligor` if `beneficiary` is attacked."""

    obligor: str
    beneficiary: str

    @property
    def instrument(self) -> str:
        """The id of the instrument."""
        return self.clause.instrument.id

    @property
    def names(self) -> tuple[str, ...]:
        """What sets this call apart from all others of the day, whatever the order of treaties."""
        clause = self.clause
        where = (self.instrument, clause.article, clause.obligation.id, clause.obligation.kind)
        return (self.obligor, self.beneficiary, *where, *self.against)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallsOfDay:
    """Everybody's calls on a day against the enemies assumed, in an order of their own.

    `asked` hold against these enemies. `only_against` would ask more if others attacked, or more of
    them. `consultations` ask for words only, or bind nobody in law. `for_the_enemy` are owed to one
    of the enemies named, were it attacked in its turn.
    """

    asked: tuple[Call, ...]
    only_against: tuple[Call, ...]
    consultations: tuple[Call, ...]
    for_the_enemy: tuple[Call, ...]


def calls_on(
    instruments: Mapping[str, Instrument], on: dt.date, enemies: Collection[str] = ()
) -> CallsOfDay:
    """Return the calls of that day if all of `enemies` attack; an enemy no clause names if empty.

    A duty that is suspended, and one between actors of whom one does not exist that day, makes no
    call.
    """
    duties = duties_on(instruments, on)
    fights = [one for one in duties if one.kind in FIGHTING]
    words = [one for one in duties if one.kind == "consultation"]
    words += _commitments(instruments, on)
    anybody = _settled(call for duty in fights for call in _calls(duty, on, ()))
    said = (call for duty in words for call in _calls(duty, on, enemies))
    return CallsOfDay(
        asked=_asked(instruments, fights, on, enemies) if enemies else anybody,
        only_against=_settled(call for duty in fights for call in _otherwise(duty, on, enemies)),
        consultations=_settled(call for call in said if not _of(call, enemies)),
        for_the_enemy=tuple(
            one for one in anybody if one.beneficiary in enemies and one.obligor not in enemies
        ),
    )


def _asked(
    instruments: Mapping[str, Instrument],
    duties: Iterable[Duty],
    on: dt.date,
    enemies: Collection[str],
) -> tuple[Call, ...]:
    """Calls against enemies that are named; `casus` itself answers where more than that matters."""
    calls = [call for duty in duties for call in _calls(duty, on, enemies)]
    owed = {one for duty in duties for one, _ in _beneficiaries(duty)} - {*enemies}
    weighed = {one for one in owed if _lives(one, on) and _argued(one, enemies, on)}
    found = [one for one in calls if one.beneficiary not in weighed]
    if weighed:
        clauses = _by_place(instruments, on)
        for beneficiary in weighed:
            found += _answered(instruments, clauses, beneficiary, on, enemies)
    return _settled(one for one in found if not _of(one, enemies))


def _argued(beneficiary: str, enemies: Collection[str], on: dt.date) -> bool:
    """Whether an answer needs more than who attacks: several do, no state does, or who began."""
    plain = len(enemies) == 1 and all(actor(one).kind == "state" for one in enemies)
    return not plain or bool(found_aggressors((beneficiary,), enemies, on))


def _of(call: Call, actors: Collection[str]) -> bool:
    return call.obligor in actors or call.beneficiary in actors


def _answered(
    instruments: Mapping[str, Instrument],
    clauses: Mapping[tuple[str, str, str], Clause],
    beneficiary: str,
    on: dt.date,
    enemies: Collection[str],
) -> Iterator[Call]:
    act = Act(kind="attack", initiators=tuple(sorted(enemies)), targets=(beneficiary,))
    for answer in casus_answer(act, on, instruments).answers:
        fights = answer.kind in FIGHTING and answer.verdict in _WEIGHT
        if fights and answer.towards == beneficiary and _lives(answer.actor, on):
            yield Call(
                clause=clauses[answer.instrument, answer.article, answer.obligation],
                obligor=answer.actor,
                beneficiary=beneficiary,
                verdict=answer.verdict,
                standing=answer.standing,
            )


def _calls(duty: Duty, on: dt.date, enemies: Collection[str]) -> Iterator[Call]:
    """The calls of one duty if all of these attack; an enemy no clause names if none does."""
    verdict = _verdict(duty, enemies)
    if verdict not in _WEIGHT:
        return
    named = {} if enemies else duty.against
    spared = [one for one, told in named.items() if _WEIGHT.get(told, 0) < _WEIGHT[verdict]]
    alive = tuple(sorted(one for one in spared if _lives(one, on)))
    for call in _between(duty, on, verdict):
        yield replace(call, not_against=alive)


def _otherwise(duty: Duty, on: dt.date, enemies: Collection[str]) -> Iterator[Call]:
    """The calls of a duty that says more against others than those assumed, or more of them."""
    now = _WEIGHT.get(_verdict(duty, enemies), 0)
    named: dict[Verdict, tuple[str, ...]] = {}
    if enemies:
        named = dict.fromkeys((duty.verdict_on(one) for one in enemies), ())
    else:
        for one in sorted(duty.against):
            if duty.against[one] is not duty.verdict and _lives(one, on):
                named[duty.against[one]] = (*named.get(duty.against[one], ()), one)
        named[duty.verdict] = ()
    for verdict, adversaries in named.items():
        for call in _between(duty, on, verdict) if _WEIGHT.get(verdict, 0) > now else ():
            ends = (call.obligor, call.beneficiary)
            against = tuple(one for one in adversaries if one not in ends)
            if not _of(call, enemies) and bool(against) == bool(adversaries):
                yield replace(call, against=against, least=duty.least, together=duty.together)


def _between(duty: Duty, on: dt.date, verdict: Verdict) -> Iterator[Call]:
    """Everybody's call by one duty: who owes it, to whom, how surely."""
    for obligor, first in duty.obligors:
        for owed, second in _beneficiaries(duty):
            runs = obligor != owed and (obligor, owed) not in duty.stayed
            if runs and _lives(obligor, on) and _lives(owed, on):
                surely = first is second is Standing.CERTAIN
                yield Call(
                    clause=duty.clause,
                    obligor=obligor,
                    beneficiary=owed,
                    verdict=verdict,
                    standing=Standing.CERTAIN if surely else Standing.POSSIBLE,
                )


def _beneficiaries(duty: Duty) -> Iterable[tuple[str, Standing]]:
    """Those a duty is owed to; every state where it names none."""
    every = ((one.id, Standing.CERTAIN) for one in all_actors() if one.kind == "state")
    return duty.beneficiaries or every


def _verdict(duty: Duty, enemies: Collection[str]) -> Verdict:
    """What an obligor is told if all of these attack; an enemy no clause names if none does."""
    if max(1, len(enemies)) < duty.least or {*duty.together} - {*enemies}:
        return Verdict.NOT_BOUND
    if duty.kind == "offence" and {*enemies} & {one for one, _ in duty.beneficiaries}:
        return Verdict.NOT_BOUND  # a war between those it is owed to
    told = [duty.verdict_on(one) for one in enemies] or [duty.verdict]
    return max(told, key=lambda one: _WEIGHT.get(one, 0))


def _settled(calls: Iterable[Call]) -> tuple[Call, ...]:
    """Each call once, the firmest of those that are alike, in the order of their names."""
    kept: dict[tuple[str, ...], Call] = {}
    for call in calls:
        held = kept.get(call.names)
        if held is None or _firmness(call) > _firmness(held):
            kept[call.names] = call
    return tuple(kept[names] for names in sorted(kept))


def _firmness(call: Call) -> tuple[int, bool]:
    return _WEIGHT[call.verdict], call.standing is Standing.CERTAIN


def _commitments(instruments: Mapping[str, Instrument], on: dt.date) -> Iterator[Duty]:
    """What political instruments would ask that day if they bound, under their own names."""
    political = {key: one for key, one in instruments.items() if one.political}
    as_if = Instruments({key: replace(one, legal_force=None) for key, one in political.items()})
    for duty in duties_on(as_if, on):
        if duty.kind in _CONSULTS:
            own = replace(duty.clause, instrument=political[duty.clause.instrument.id])
            yield replace(duty, clause=own)


def _by_place(
    instruments: Mapping[str, Instrument], on: dt.date
) -> dict[tuple[str, str, str], Clause]:
    return {
        (one.instrument.id, one.article, one.obligation.id): one
        for one in clauses_on(instruments, on)
    }


def _lives(name: str, on: dt.date) -> bool:
    return actor(name).lives_on(on)
