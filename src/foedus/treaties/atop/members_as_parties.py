"""The parties of an alliance: each actor from entry to exit, through all phases."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foedus.actors.names import display_name
from foedus.evidence import Day, Spell
from foedus.treaties.atop.cow_members import Stay
from foedus.treaties.atop.mapping import fact, levels, said
from foedus.treaties.atop.member_rows import MemberRow
from foedus.treaties.atop.phases import Phase, latest_of
from foedus.treaties.atop.saying import filled, one_after_the_other, said_in_each
from foedus.treaties.instrument import Doubt, Party
from foedus.treaties.words import Words

__all__ = ["parties_of"]


@dataclass(frozen=True, slots=True)
class _Membership:
    """An unbroken run of stays of one actor: the first and the last row it is made of."""

    first: MemberRow
    last: MemberRow
    begins: Day
    ends: Day | None
    before: str | None


def parties_of(phases: Sequence[Phase], source: str) -> tuple[Party, ...]:
    """Return the parties by the day they entered, as the file lists them on one day."""
    stays: defaultdict[str, list[tuple[MemberRow, Stay]]] = defaultdict(list)
    for phase in phases:
        for member in phase.members:
            for stay in member.stays:
                stays[stay.actor].append((member.row, stay))
    founded = min((_first(phase.spell.begins) for phase in phases), default=dt.date.min)
    found = [
        (_first(run.begins), _party(actor, run, founded, source))
        for actor, held in stays.items()
        for run in _runs(held)
    ]
    return tuple(party for _, party in sorted(found, key=lambda one: one[0]))


def _runs(held: Sequence[tuple[MemberRow, Stay]]) -> Iterator[_Membership]:
    """Stays that follow each other without a day between are one membership."""
    run: _Membership | None = None
    for row, stay in sorted(held, key=lambda one: _first(one[1].spell.begins)):
        begins, ends = stay.spell.begins or row.entered, stay.spell.ends
        if run and run.ends and _last(run.ends) + dt.timedelta(days=1) < _first(begins):
            yield run
            run = None
        if run is None:
            run = _Membership(row, row, begins, ends, stay.before)
        else:
            run = _Membership(run.first, row, run.begins, latest_of([run.ends, ends]), run.before)
    if run:
        yield run


def _party(actor: str, run: _Membership, founded: dt.date, source: str) -> Party:
    signed = run.begins if _first(run.begins) == founded and run.before is None else None
    return Party(
        actor=actor,
        signed=signed,
        spell=Spell(run.begins, run.ends),
        doubts=() if run.ends else (_after_the_data(source),),
        note=_note(actor, run),
    )


def _after_the_data(source: str) -> Doubt:
    told = fact("yrexit")
    return Doubt(since=Day(told["unknown_from"]), words=said("yrexit"), source=source)


def _note(actor: str, run: _Membership) -> Words | None:
    notes: list[Words] = []
    if run.before:
        notes.append(_carried_on(run, run.before, actor))
    elif run.first["cowsys"] == 0:
        notes.append(said("cowsys"))
    if run.ends and run.last.left == run.ends and run.last["term"] in levels("term"):
        notes.append(levels("term")[run.last["term"] or 0])
    return one_after_the_other(notes) if notes else None


def _carried_on(run: _Membership, before: str, actor: str) -> Words:
    on = run.begins.earliest
    return filled(
        said("member"),
        code=Words(str(run.first.code)),
        before=said_in_each(lambda one: display_name(before, one, on)),
        after=said_in_each(lambda one: display_name(actor, one, on)),
    )


def _first(day: Day | None) -> dt.date:
    return (day and day.earliest) or dt.date.min


def _last(day: Day | None) -> dt.date:
    return (day and day.latest) or dt.date.max
