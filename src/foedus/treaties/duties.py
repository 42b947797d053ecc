"""What every clause in force on a day would say if anybody attacked anybody.

A clause is weighed once for an attacker it does not name, and once for each that it names; whoever
else attacks, the answer is the same. So the answers to all attacks of a day follow from a few
hundred weighings, by the same rules as `casus`.

Limits. An attack here is one on home ground, of which nothing is said but who attacks whom: places,
provocation and findings on who began are for `casus`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from foedus.evidence import Standing
from foedus.treaties.acts import Act
from foedus.treaties.answers import Verdict
from foedus.treaties.clauses import Clause, clauses_on
from foedus.treaties.instrument import Instrument
from foedus.treaties.parties import suspension
from foedus.treaties.rivals import named_targets
from foedus.treaties.triggers import Case
from foedus.treaties.verdicts import weighed_clause

__all__ = ["Duty", "Verdicts", "duties_on", "with_attackers_enough"]

_STRANGERS = ("NRU", "TUV", "SMR")
"""States that stand for an attacker whom a clause does not name: the first that it indeed does not.
"""
Verdicts = dict[tuple[str, str, str, str, str, str], Verdict]
"""Verdicts by instrument, article, obligation, days of the wording, attacker and attacked (""),
whatever the day."""

_ATTACKED = (
    *("attack_on_beneficiary", "danger_to_beneficiary"),
    *("any_war_of_beneficiary", "war_of_beneficiary", "hostility_by_obligor"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One clause on one day, with everybody it binds and everybody it is owed to.

    `obligors` and `beneficiaries` are bound that day, each with how surely; no beneficiary means
    any state. `verdict` is what an obligor is told when somebody attacks a beneficiary whom the
    clause does not name, `against` when one of those attacks, and `upon` when one is attacked that
    is set apart from any other state. At least `least` states must attack,
    and all of `together` among them. What is `stayed` (obligor, beneficiary) is suspended.
    """

    clause: Clause
    obligors: tuple[tuple[str, Standing], ...]
    beneficiaries: tuple[tuple[str, Standing], ...]
    verdict: Verdict
    against: Mapping[str, Verdict]
    upon: Mapping[str, Verdict]
    least: int
    together: tuple[str, ...]
    stayed: frozenset[tuple[str, str]]

    @property
    def kind(self) -> str:
        """The kind of obligation, as in `obligations.yaml`."""
        return self.clause.obligation.kind

    def verdict_on(self, attacker: str) -> Verdict:
        """Return what an obligor is told when this one attacks, with as many as the clause asks."""
        return self.against.get(attacker, self.verdict)

    def verdict_against(self, attacker: str) -> Verdict:
        """Return what an obligor is told when this one attacks a beneficiary alone."""
        if self.least > 1 or set(self.together) - {attacker}:
            return Verdict.NOT_BOUND
        return self.verdict_on(attacker)


def duties_on(
    instruments: Mapping[str, Instrument], on: dt.date, known: Verdicts | None = None
) -> tuple[Duty, ...]:
    """Return the duties of that day that an attack can set off, in the order of the instruments.

    Political commitments and clauses that bind nobody that day are left out. Verdicts found are
    kept in `known`, so that another day need not find them again.
    """
    verdicts: Verdicts = {} if known is None else known
    return tuple(_duties(instruments, on, verdicts))


def _duties(instruments: Mapping[str, Instrument], on: dt.date, known: Verdicts) -> Iterator[Duty]:
    case = Case(Act(kind="attack", initiators=(), targets=()), on, ())
    for clause in clauses_on(instruments, on):
        if clause.triggered_by not in _ATTACKED or clause.instrument.political:
            continue
        obligors = _bound(clause, clause.obligation.obligor, case)
        owed_to_all = clause.obligation.beneficiary == ("any state",)
        beneficiaries = () if owed_to_all else _bound(clause, clause.obligation.beneficiary, case)
        if obligors and (beneficiaries or owed_to_all):
            yield _duty(clause, obligors, beneficiaries, on, known)


def _duty(
    clause: Clause,
    obligors: tuple[tuple[str, Standing], ...],
    beneficiaries: tuple[tuple[str, Standing], ...],
    on: dt.date,
    known: Verdicts,
) -> Duty:
    trigger = clause.obligation.trigger
    named = dict.fromkeys(_named(clause))
    stranger = next(one for one in _STRANGERS if one not in named)
    verdicts = {one: _verdict(clause, one, "", on, known) for one in (stranger, *named)}
    apart = sorted(named_targets()) if not beneficiaries else ()
    return Duty(
        clause=clause,
        obligors=obligors,
        beneficiaries=beneficiaries,
        verdict=verdicts.pop(stranger),
        against=verdicts,
        upon={one: _verdict(clause, stranger, one, on, known) for one in apart},
        least=trigger.least_adversaries,
        together=trigger.together_with,
        stayed=_stayed(clause, obligors, beneficiaries, on),
    )


def _named(clause: Clause) -> Iterator[str]:
    """Every attacker of whom the clause, or a reading of it, speaks by name."""
    yield from clause.obligation.trigger.adversaries
    yield from clause.obligation.trigger.not_adversaries
    for reading in clause.obligation.readings:
        for field, actors in reading.sets:
            if field in ("adversaries", "not_adversaries"):
                yield from actors


def _verdict(clause: Clause, attacker: str, attacked: str, on: dt.date, known: Verdicts) -> Verdict:
    """What the clause tells an obligor, were the attackers as many as it asks."""
    wording = (clause.instrument.id, clause.article, clause.obligation.id, str(clause.spell))
    key = (*wording, attacker, attacked)
    if key not in known:
        asked = with_attackers_enough(clause)
        owed_to_all = clause.obligation.beneficiary == ("any state",)
        victims = (attacked,) if attacked or not owed_to_all else ()
        act = Act(kind="attack", initiators=(attacker,), targets=victims)
        known[key] = weighed_clause(asked, victims, Case(act, on, ())).verdict
    return known[key]


def _bound(clause: Clause, named: tuple[str, ...], case: Case) -> tuple[tuple[str, Standing], ...]:
    meant = clause.instrument.meant(named)
    bonds = ((one, case.bond(clause.instrument, one).standing) for one in meant)
    return tuple((one, standing) for one, standing in bonds if standing)


def with_attackers_enough(clause: Clause) -> Clause:
    """Return the clause as it reads once as many attack, and together, as it asks."""
    trigger = replace(clause.obligation.trigger, least_adversaries=1, together_with=())
    return replace(clause, obligation=replace(clause.obligation, trigger=trigger))


def _stayed(
    clause: Clause,
    obligors: tuple[tuple[str, Standing], ...],
    beneficiaries: tuple[tuple[str, Standing], ...],
    on: dt.date,
) -> frozenset[tuple[str, str]]:
    if not clause.instrument.suspensions:
        return frozenset()
    return frozenset(
        (obligor, owed)
        for obligor, _ in obligors
        for owed, _ in beneficiaries
        if suspension(clause.instrument, obligor, (owed,), on)
    )
