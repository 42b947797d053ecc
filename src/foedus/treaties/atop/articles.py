"""The articles of an alliance: one per phase and promise, and one per other provision."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from foedus.actors.names import display_name
from foedus.treaties.atop.limits import Limits, limits_of, trigger_of
from foedus.treaties.atop.mapping import Level, Promise, Provision, levels, promises, provisions
from foedus.treaties.atop.phases import Member, Phase
from foedus.treaties.atop.saying import filled, said_in_each, sentences
from foedus.treaties.instrument import Article, Asks, KnownHow, Obligation, Party, Trigger
from foedus.treaties.words import Words

__all__ = ["articles_of"]

_BY_SOME = Words("Promised by {names}.", "Promis par {names}.")
_ON_CONDITION = Words("Condition: {words}.", "Condition : {words}.")
_CONDITIONS_DIFFER = Words(
    "The conditions differ between members.", "Les conditions diffèrent selon les membres."
)


def articles_of(phases: Sequence[Phase], parties: Sequence[Party]) -> Iterator[Article]:
    """Yield the articles in the order of the phases, the five promises first."""
    for phase in phases:
        of_all = phase.is_of_all(parties)
        for promise in promises():
            promised = [one for one in phase.members if one.row[promise.variable] == 1]
            if any(one.actors for one in promised):
                yield _of_promise(phase, promise, promised, of_all)
        for provision in provisions():
            yield from _of_provision(phase, provision, of_all)


def _of_promise(
    phase: Phase, promise: Promise, promised: Sequence[Member], of_all: bool
) -> Article:
    alike = _alike(promise, promised, phase)
    said = [promise.summary]
    if len(alike) > 1:
        said.append(_CONDITIONS_DIFFER)
    elif words := next(iter(alike)).words:
        said.append(filled(_ON_CONDITION, words=words))
    cells = dict.fromkeys(cell for limits in alike for cell in limits.cells)
    return Article(
        number=promise.variable.upper(),
        summary=_told(said, _actors(promised), phase),
        known_how=KnownHow.ATOP,
        source=_source(phase, ((promise.variable, 1), *cells)),
        spell=phase.spell,
        obligations=tuple(
            Obligation(
                id=_id(promise.variable, phase, place),
                kind=promise.kind,
                obligor=_obligors(actors, phase, of_all),
                beneficiary=_beneficiaries(phase, of_all),
                trigger=trigger_of(promise, limits),
                asks=Asks(action=promise.asks, armed_force=promise.armed_force),
                discretion="none stated",
                timing="none stated",
            )
            for place, (limits, actors) in enumerate(alike.items(), 1)
        ),
    )


def _alike(
    promise: Promise, promised: Sequence[Member], phase: Phase
) -> dict[Limits, tuple[str, ...]]:
    """Return the actors that promised, by the conditions on which they did."""
    alike: defaultdict[Limits, list[Member]] = defaultdict(list)
    for member in promised:
        if member.actors:
            alike[limits_of(promise, member.row, phase.spell)].append(member)
    return {limits: _actors(members) for limits, members in alike.items()}


def _of_provision(phase: Phase, provision: Provision, of_all: bool) -> Iterator[Article]:
    if not provision.of_each:
        value = phase.any_row[provision.variable]
        if value in provision.levels:
            yield _at_level(phase, provision, value or 0, phase.actors, of_all)
        return
    for value in provision.levels:
        having = [one for one in phase.members if one.row[provision.variable] == value]
        if actors := _actors(having):
            yield _at_level(phase, provision, value, actors, of_all)


def _at_level(
    phase: Phase, provision: Provision, value: int, actors: tuple[str, ...], of_all: bool
) -> Article:
    level = provision.levels[value]
    return Article(
        number=provision.variable.upper(),
        summary=_told([level.summary], actors, phase),
        known_how=KnownHow.ATOP,
        source=_source(phase, ((provision.variable, value),)),
        spell=phase.spell,
        obligations=tuple(_of_level(level, phase, provision, actors, of_all)),
    )


def _of_level(
    level: Level, phase: Phase, provision: Provision, actors: tuple[str, ...], of_all: bool
) -> Iterator[Obligation]:
    if level.kind and level.asks:
        yield Obligation(
            id=_id(provision.variable, phase, 1),
            kind=level.kind,
            obligor=_obligors(actors, phase, of_all),
            beneficiary=_beneficiaries(phase, of_all),
            trigger=Trigger(),
            asks=Asks(action=level.asks),
            discretion="none stated",
            timing="none stated",
        )


def _actors(members: Sequence[Member]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for member in members for one in member.actors))


def _obligors(actors: tuple[str, ...], phase: Phase, of_all: bool) -> tuple[str, ...]:
    return ("each party",) if of_all and set(actors) == set(phase.actors) else actors


def _beneficiaries(phase: Phase, of_all: bool) -> tuple[str, ...]:
    return ("the other parties",) if of_all else phase.actors


def _id(variable: str, phase: Phase, place: int) -> str:
    parts = [variable]
    parts += [f"phase-{phase.number}"] if phase.number else []
    parts += [f"terms-{place}"] if place > 1 else []
    return "-".join(parts)


def _told(said: Sequence[Words], actors: tuple[str, ...], phase: Phase) -> Words:
    """Return the sentences, with who promised unless all did."""
    if set(actors) == set(phase.actors):
        return sentences(said)
    on = phase.spell.begins.earliest if phase.spell.begins else None
    names = said_in_each(lambda one: ", ".join(display_name(actor, one, on) for actor in actors))
    return sentences((*said, filled(_BY_SOME, names=names)))


def _source(phase: Phase, cells: Sequence[tuple[str, int]]) -> str:
    where = f"ATOP 5.1 no. {phase.alliance}" + (f", phase {phase.number}" if phase.number else "")
    told = ", ".join(f"{variable} = {value}" for variable, value in cells)
    secondary = levels("source").get(phase.any_row["source"] or 0)
    return f"{where}: {told}" + (f"; {secondary.said('en')}" if secondary else "")
