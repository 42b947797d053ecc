"""Every attack of a day at once: if this state attacked that one, who must, who may not.

The answers are those of `casus` to a plain attack (no place, nothing said of provocation), as one
array for a day, or one row per year, attacker and attacked. Attacks on one found an aggressor that
day, or on whom the Council allowed force, are put to `casus` itself.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.actors.states import all_actors
from foedus.evidence import Standing
from foedus.treaties.acts import Act
from foedus.treaties.answers import ActorAnswer, Verdict
from foedus.treaties.authorisations import authorisations
from foedus.treaties.casus import casus_answer
from foedus.treaties.determinations import determinations
from foedus.treaties.duties import Duty, Verdicts, duties_on
from foedus.treaties.instrument import Instrument
from foedus.treaties.vocabulary import FIGHTING

__all__ = [
    "BARRED",
    "CONSULT",
    "DISPUTED",
    "FOR_ATTACKER",
    "MUST",
    "POSSIBLY_MUST",
    "Attacks",
    "attack_years",
    "attacks_on",
]

MUST, POSSIBLY_MUST, DISPUTED, CONSULT, BARRED = 1, 2, 4, 8, 16
"""Bits of an answer: must fight for the attacked (certainly, possibly), it is disputed whether it
must, must consult, is barred from attacking or from joining the attack."""
FOR_ATTACKER = 8
"""The same bits, shifted by so many, are what is owed to the attacker."""


@dataclass(frozen=True, slots=True)
class Attacks:
    """What treaties say to everybody if any actor attacks any other on a day.

    `answers[i, j, k]` (uint16) has the bits of what `actors[k]` is told if `actors[i]` attacks
    `actors[j]`; 0 where nothing is said.
    """

    on: dt.date
    actors: tuple[str, ...]
    answers: NDArray[np.uint16]

    def told(self, attacker: str, attacked: str, bits: int, shift: int = 0) -> tuple[str, ...]:
        """Return who is told one of `bits` if `attacker` attacks `attacked`."""
        row = self.answers[self.actors.index(attacker), self.actors.index(attacked)]
        return tuple(self.actors[k] for k in np.flatnonzero(row & (bits << shift)))


def attacks_on(
    instruments: Mapping[str, Instrument], on: dt.date, known: Verdicts | None = None
) -> Attacks:
    """Return the answers to every attack between states that exist that day; see `duties_on`."""
    actors = tuple(one.id for one in all_actors() if one.kind == "state" and one.lives_on(on))
    place = {actor: number for number, actor in enumerate(dict.fromkeys(actors))}
    answers = np.zeros((len(place),) * 3, np.uint16)
    for duty in duties_on(instruments, on, known):
        _add(answers, duty, place)
    _clear_parties(answers)
    for attacker, attacked in _apart(place, on):
        act = Act(kind="attack", initiators=(attacker,), targets=(attacked,))
        row = answers[place[attacker], place[attacked]]
        row[:] = 0
        for answer in casus_answer(act, on, instruments).answers:
            if answer.actor in place:
                row[place[answer.actor]] |= _bits(answer, attacker)
    return Attacks(on, tuple(place), answers)


def attack_years(
    instruments: Mapping[str, Instrument], years: Iterable[int], month: int = 7, day: int = 1
) -> Iterator[pa.RecordBatch]:
    """Yield for each year a batch of one row per attacker and attacked, on that day of the year.

    Columns: year, attacker, attacked and, as lists of actor ids, must, possibly_must, disputed,
    consult and barred, then must_join and disputed_join for those called to the attacker's side.
    Pairs of which treaties say nothing to anybody have empty lists.
    """
    known: Verdicts = {}
    for year in years:
        yield _batch(attacks_on(instruments, dt.date(year, month, day), known))


_COLUMNS = {
    "must": MUST,
    "possibly_must": POSSIBLY_MUST,
    "disputed": DISPUTED,
    "consult": CONSULT,
    "barred": BARRED,
    "must_join": (MUST | POSSIBLY_MUST) << FOR_ATTACKER,
    "disputed_join": DISPUTED << FOR_ATTACKER,
}


def _batch(attacks: Attacks) -> pa.RecordBatch:
    count = len(attacks.actors)
    names = pa.array(attacks.actors)
    apart = ~np.eye(count, dtype=bool)
    first, second = np.nonzero(apart)
    columns: dict[str, pa.Array] = {
        "year": pa.array(np.full(len(first), attacks.on.year, np.int16)),
        "attacker": pa.DictionaryArray.from_arrays(first.astype(np.int16), names),
        "attacked": pa.DictionaryArray.from_arrays(second.astype(np.int16), names),
    }
    for name, bits in _COLUMNS.items():
        told = (attacks.answers & np.uint16(bits)).astype(bool)[apart]
        ends = np.concatenate([[0], np.cumsum(told.sum(axis=1))]).astype(np.int32)
        listed = pa.DictionaryArray.from_arrays(np.nonzero(told)[1].astype(np.int16), names)
        columns[name] = pa.ListArray.from_arrays(pa.array(ends), listed)
    return pa.RecordBatch.from_pydict(columns)


def _add(answers: NDArray[np.uint16], duty: Duty, place: Mapping[str, int]) -> None:
    """Set the bits of one duty for every attack it speaks to."""
    owing = [(place[one], standing) for one, standing in duty.obligors if one in place]
    beneficiaries = duty.beneficiaries or [(one, Standing.CERTAIN) for one in place]
    owed = [(place[one], standing) for one, standing in beneficiaries if one in place]
    neutral_to_all = duty.clause.triggered_by == "war_of_beneficiary" and not duty.beneficiaries
    if duty.clause.triggered_by == "hostility_by_obligor" or neutral_to_all:
        _add_peace(answers, duty, place)
        return
    if not owing or not owed or duty.clause.obligation.obligor == ("any state",):
        return
    helpers, helped = [one for one, _ in owing], [one for one, _ in owed]
    surely = np.array([[a is b is Standing.CERTAIN for _, a in owing] for _, b in owed])
    stayed = {(place[a], place[b]) for a, b in duty.stayed if a in place and b in place}
    runs = np.array([[(a, b) not in stayed for a in helpers] for b in helped])
    partners = helped if duty.clause.triggered_by == "any_war_of_beneficiary" else ()
    for verdict, every in _by_verdict(duty, place).items():
        code = _code(duty, verdict)
        attackers = [one for one in every if one not in partners]  # no duty in their own wars
        if code is None or not attackers:
            continue
        bits = np.where(surely, code, POSSIBLY_MUST if code == MUST else code) * runs
        bits = bits.astype(np.uint16)
        answers[np.ix_(attackers, helped, helpers)] |= bits
        if _whoever_began(duty):
            shifted = bits[:, None, :] << np.uint16(FOR_ATTACKER)
            answers[np.ix_(helped, attackers, helpers)] |= shifted


def _whoever_began(duty: Duty) -> bool:
    """Whether the duty is owed in wars too that the beneficiary began."""
    war = duty.clause.obligation.trigger.war == "any"
    of = duty.clause.triggered_by
    return of == "any_war_of_beneficiary" or (of == "war_of_beneficiary" and war)


def _add_peace(answers: NDArray[np.uint16], duty: Duty, place: Mapping[str, int]) -> None:
    """Bar each obligor from attacking those it owes peace."""
    if duty.verdict is not Verdict.BARRED:
        return
    owed = [place[one] for one, _ in duty.beneficiaries if one in place]
    if not duty.beneficiaries:
        owed = [
            number for one, number in place.items() if duty.upon.get(one) in (None, Verdict.BARRED)
        ]
    for obligor, _ in duty.obligors:
        if obligor in place:
            stayed = [place[b] for a, b in duty.stayed if a == obligor and b in place]
            attacked = [one for one in owed if one not in stayed]
            answers[place[obligor], attacked, place[obligor]] |= np.uint16(BARRED)


def _by_verdict(duty: Duty, place: Mapping[str, int]) -> Mapping[Verdict, list[int]]:
    """Attackers by what an obligor is told when they attack."""
    found: dict[Verdict, list[int]] = {}
    for actor, number in place.items():
        found.setdefault(duty.verdict_against(actor), []).append(number)
    return found


def _code(duty: Duty, verdict: Verdict) -> int | None:
    if duty.kind in FIGHTING:
        return {Verdict.MUST: MUST, Verdict.DISPUTED: DISPUTED}.get(verdict)
    if duty.kind == "consultation":
        return CONSULT if verdict is Verdict.MUST else None
    return BARRED if verdict is Verdict.BARRED else None


def _clear_parties(answers: NDArray[np.uint16]) -> None:
    """Take out what is said to the attacked, and to the attacker but that it is barred."""
    every = np.arange(answers.shape[0])
    answers[every, every, :] = 0
    answers[:, every, every] = 0
    answers[every, :, every] &= np.uint16(BARRED)


def _apart(place: Mapping[str, int], on: dt.date) -> Iterator[tuple[str, str]]:
    """Attacks that turn on more than who attacks whom: on an aggressor, or one set apart."""
    apart = {one.aggressor for one in determinations() if one.spell.may_cover(on)}
    apart |= {one.against for one in authorisations() if one.spell.may_cover(on)}
    for attacked in sorted(apart & set(place)):
        yield from ((attacker, attacked) for attacker in place if attacker != attacked)


def _bits(answer: ActorAnswer, attacker: str) -> int:
    must = MUST if answer.standing is Standing.CERTAIN else POSSIBLY_MUST
    fights = {Verdict.MUST: must, Verdict.DISPUTED: DISPUTED}
    code = {"consultation": {Verdict.MUST: CONSULT}}.get(answer.kind, {Verdict.BARRED: BARRED})
    found = (fights if answer.kind in FIGHTING else code).get(answer.verdict, 0)
    return found << FOR_ATTACKER if answer.towards == attacker else found
