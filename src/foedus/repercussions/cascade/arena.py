"""Who may be drawn in and by which duties: the parts of a cascade, as arrays.

Actors are numbered; a duty is the places of those who owe it and are owed it, and of the enemies
against whom it surely or disputably holds.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.evidence import Standing
from foedus.repercussions.cascade.camps import camps
from foedus.repercussions.cascade.suppositions import Supposition
from foedus.treaties.acts import Act
from foedus.treaties.answers import Verdict
from foedus.treaties.duties import Duty, duties_on, with_attackers_enough
from foedus.treaties.instrument import Instrument
from foedus.treaties.triggers import Case, case_of
from foedus.treaties.verdicts import weighed_clause
from foedus.treaties.vocabulary import FIGHTING

__all__ = ["Arena", "Call", "arena"]

Places = NDArray[np.intp]
_PEACE = ("neutrality", "nonaggression")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A duty to fight, or the part of one that is as sure for all, as places in the list of actors.

    `sure` are the enemies against whom it holds, `argued` those against whom that is disputed; each
    is None for everybody. `doubtful` is whether the bond of one of the two is. `not_here` are the
    places in `owed` whom the opening acts, where they happen, do not touch.
    """

    duty: Duty
    owing: Places
    owed: Places
    sure: Places | None
    argued: Places | None
    least: int
    together: Places
    doubtful: bool
    not_here: Places

    @property
    def whoever_began(self) -> bool:
        """Whether the duty is to join the partner's war, whoever began it."""
        return self.duty.kind == "offence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arena:
    """Everybody the first act may draw in, the duties that may, and who owes whom peace.

    `attackers` are the side that began the first act, `attacked` the other; `struck` are those of
    either whom an opening act was done to before they did one. `peace[k, j]` names the kind of duty
    ("" for none) by which actor k may not fight j. `accused` is whether a finding of that day calls
    a target of the first act the aggressor.
    """

    actors: tuple[str, ...]
    attackers: Places
    attacked: Places
    struck: Places
    calls: tuple[Call, ...]
    suppositions: tuple[Supposition, ...]
    peace: NDArray[np.str_]
    accused: bool

    def place(self, actor: str) -> int:
        """Return the place of an actor in the list."""
        return self.actors.index(actor)


def arena(
    acts: Act | Sequence[Act],
    on: dt.date,
    instruments: Mapping[str, Instrument],
    suppositions: Sequence[Supposition] = (),
    beside: Sequence[str] = (),
) -> Arena:
    """Return the arena of acts on a day: whoever some chain of duties or suppositions reaches.

    `beside` are actors asked about whom no chain need reach. Raises what `camps` raises.
    """
    acts = (acts,) if isinstance(acts, Act) else tuple(acts)
    attackers, attacked = camps(acts)
    duties = duties_on(instruments, on)
    fights = [duty for duty in duties if duty.kind in FIGHTING and _may_hold(duty)]
    reached = _reached((*attackers, *attacked), fights, suppositions)
    actors = tuple(dict.fromkeys((*reached, *beside)))
    place = {actor: number for number, actor in enumerate(actors)}
    cases = tuple(case_of(act, on) for act in acts)
    calls = (call for duty in fights for call in _calls(duty, place, cases))
    return Arena(
        actors=actors,
        attackers=_places(attackers, place),
        attacked=_places(attacked, place),
        struck=_places(_struck(acts), place),
        calls=tuple(calls),
        suppositions=tuple(suppositions),
        peace=_peace(duties, place),
        accused=bool(cases[0].findings),
    )


def _struck(acts: Sequence[Act]) -> tuple[str, ...]:
    """Whom an opening act was done to before it did one itself."""
    first: dict[str, bool] = {}
    for act in acts:
        first = dict.fromkeys(act.initiators, False) | dict.fromkeys(act.targets, True) | first
    return tuple(one for one, struck in first.items() if struck)


def _may_hold(duty: Duty) -> bool:
    return any(one is not Verdict.NOT_BOUND for one in (duty.verdict, *duty.against.values()))


def _reached(
    first: Collection[str], duties: Collection[Duty], suppositions: Collection[Supposition]
) -> tuple[str, ...]:
    """Everybody at the end of some chain that begins with the first, in the order reached."""
    reached = dict.fromkeys(first)
    for one in suppositions:
        reached.update(dict.fromkeys((one.actor, one.other, *(one.if_fighting or ()))))
    while True:
        found = dict.fromkeys(
            obligor
            for duty in duties
            if any(owed in reached for owed, _ in duty.beneficiaries)
            for obligor, _ in duty.obligors
            if obligor not in reached
        )
        if not found:
            return tuple(reached)
        reached.update(found)


def _calls(duty: Duty, place: Mapping[str, int], cases: Sequence[Case]) -> Iterator[Call]:
    verdicts = {one: duty.verdict_on(one) for one in place}
    for owing, owed, doubtful in _bonds(duty, place):
        if len(owing) and len(owed):
            yield Call(
                duty=duty,
                owing=owing,
                owed=owed,
                sure=_against(verdicts, Verdict.MUST, place),
                argued=_against(verdicts, Verdict.DISPUTED, place),
                least=duty.least,
                together=_places(duty.together, place, missing=len(place)),
                doubtful=doubtful,
                not_here=_places(_untouched_by_all(duty, cases), place),
            )


def _bonds(duty: Duty, place: Mapping[str, int]) -> Iterator[tuple[Places, Places, bool]]:
    """Between whom the duty surely runs, then between whom it may; one by one if suspended."""
    everybody = tuple(_places(_names(side), place) for side in (duty.obligors, duty.beneficiaries))
    certain = tuple(
        _places(_names(side, Standing.CERTAIN), place)
        for side in (duty.obligors, duty.beneficiaries)
    )
    stayed = {(place[a], place[b]) for a, b in duty.stayed if a in place and b in place}
    doubt = any(len(some) < len(side) for some, side in zip(certain, everybody, strict=True))
    for (owing, owed), doubtful in ((certain, False), *([(everybody, True)] if doubt else [])):
        if not stayed:
            yield owing, owed, doubtful
        for one in owing if stayed else ():
            runs = [other for other in owed if (one, other) not in stayed]
            yield np.array([one], np.intp), np.array(runs, np.intp), doubtful


def _names(side: Sequence[tuple[str, Standing]], wanted: Standing | None = None) -> list[str]:
    return [one for one, standing in side if wanted in (None, standing)]


def _against(
    verdicts: Mapping[str, Verdict], wanted: Verdict, place: Mapping[str, int]
) -> Places | None:
    found = [one for one, verdict in verdicts.items() if verdict is wanted]
    return None if len(found) == len(place) else _places(found, place)


def _untouched_by_all(duty: Duty, cases: Sequence[Case]) -> tuple[str, ...]:
    """Those attacked at first whom the clause protects from none of the acts against them."""
    untouched = [set(_untouched(duty, case)) for case in cases]
    touched = {
        one
        for case, spared in zip(cases, untouched, strict=True)
        for one in case.act.targets
        if one not in spared
    }
    return tuple(dict.fromkeys(one for spared in untouched for one in sorted(spared - touched)))


def _untouched(duty: Duty, case: Case) -> tuple[str, ...]:
    """Those attacked at first whom the clause does not protect there, though it would at home."""
    if case.act.place is None and case.act.kind == "attack" and case.act.provoked is None:
        return ()
    clause = with_attackers_enough(duty.clause)
    plain = Case(case.act, case.on, ())
    return tuple(
        one
        for one, _ in duty.beneficiaries
        if one in case.act.targets
        and weighed_clause(clause, (one,), plain).verdict is Verdict.NOT_BOUND
    )


def _peace(duties: Collection[Duty], place: Mapping[str, int]) -> NDArray[np.str_]:
    peace = np.full((len(place), len(place)), "", dtype="<U13")
    for duty in duties:
        spared = any(rule.kind == "self_defence" for rule in duty.clause.obligation.exceptions)
        if duty.kind not in _PEACE or spared or duty.verdict is not Verdict.BARRED:
            continue
        owed = [place[one] for one, _ in duty.beneficiaries if one in place]
        for obligor, _ in duty.obligors:
            for other in owed if obligor in place else ():
                if other != place[obligor]:
                    peace[place[obligor], other] = duty.kind
    return peace


def _places(named: Collection[str], place: Mapping[str, int], missing: int | None = None) -> Places:
    found = [place.get(one, missing) for one in named]
    return np.array([one for one in found if one is not None], np.intp)
