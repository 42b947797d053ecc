"""Third parties: who is watched, what ties them to the focus, what a scenario asks of them."""

from collections.abc import Iterator

from foedus.dossier.blocks import Block, Cell, Data, Line, Look, Remarked, Section, Table
from foedus.dossier.coded_treaties import instrument_link
from foedus.dossier.counting import counted
from foedus.dossier.exhibit import Exhibit
from foedus.dossier.ground import Ground
from foedus.dossier.records import EventRecord
from foedus.dossier.sections.answers import answer_lines, answer_sentence
from foedus.dossier.sections.movements import movement_blocks, movement_exhibits
from foedus.dossier.sections.second_steps import second_steps
from foedus.dossier.sections.windows import window_exhibits, window_lines
from foedus.dossier.sentence import Link, Name, Plain, Sentence
from foedus.dossier.words.days import number_words
from foedus.treaties.answers import ActorAnswer

__all__ = ["third_parties"]

COLUMNS = ("actor", "ties", "windows", "asked", "clash")


def third_parties(ground: Ground) -> Section:
    """Return each watched actor with its events with the focus, its duties and their clashes."""
    w = ground.words
    watch = ground.case.watch
    if not watch:
        return Section(
            id="third",
            title=w.text("third.title"),
            blocks=(Remarked(w.sentence("third.empty"), missing=True),),
        )
    told = {actor: _events_of(ground, actor) for actor in watch}
    exhibits = (
        *(_exhibit(ground, actor, events) for actor, events in told.items() if events),
        *window_exhibits(ground),
        *movement_exhibits(ground),
    )
    blocks: list[Block] = [_table(ground, told)]
    second = second_steps(ground)
    if second:
        blocks.append(second)
    blocks += movement_blocks(ground)
    return Section(id="third", title=w.text("third.title"), blocks=tuple(blocks), exhibits=exhibits)


def _events_of(ground: Ground, actor: str) -> tuple[EventRecord, ...]:
    focus = frozenset(ground.case.focus)
    return tuple(each for each in ground.events if actor in each.actors and each.actors & focus)


def _counts(events: tuple[EventRecord, ...]) -> tuple[int, int]:
    sides = [event.polarity for event in events]
    return sides.count("cooperation"), sides.count("conflict")


def _watch_id(actor: str) -> str:
    return f"e-watch-{actor.lower()}"


def _exhibit(ground: Ground, actor: str, events: tuple[EventRecord, ...]) -> Exhibit:
    w = ground.words
    cooperation, conflict = _counts(events)
    return counted(
        ground,
        _watch_id(actor),
        w.text("third.exhibit", actor=ground.actor(actor)),
        (ground.speaking(event) for event in events),
        w.text("third.caveat"),
        (
            (w.text("turn.ties.cooperation"), number_words(w, cooperation)),
            (w.text("turn.ties.conflict"), number_words(w, conflict)),
        ),
    )


def _answers_to(ground: Ground, actor: str) -> tuple[tuple[str, ActorAnswer], ...]:
    """Return the weightiest answer to an actor in each scenario on its last day, with its place.

    A duty of alliance comes before all others; an actor no clause speaks to has no answer.
    """
    found = []
    for given in ground.material.repercussions.answers:
        _, answer = given.days[-1]
        told = sorted(answer.of(actor), key=lambda each: each.verdict.value == "not_bound")
        if told:
            found.append((given.scenario.place or given.scenario.id, told[0]))
    return tuple(found)


def _table(ground: Ground, told: dict[str, tuple[EventRecord, ...]]) -> Table:
    w = ground.words
    return Table(
        id="third-table",
        title=w.text("third.table"),
        subtitle=w.text("third.subtitle"),
        kind="third",
        columns=tuple(
            Cell((Line((Plain(w.text(f"third.{name}")),)),))
            for name in COLUMNS
            if name != "windows" or ground.third_parties
        ),
        rows=tuple(_row(ground, actor, events) for actor, events in told.items()),
        data=Data(
            ("actor", "events", "cooperation", "conflict", "asked", "clashes"),
            tuple(
                (
                    actor,
                    len(events),
                    *_counts(events),
                    tuple(
                        f"{where}: {each.verdict.value} {each.instrument} {each.article}"
                        for where, each in _answers_to(ground, actor)
                    ),
                    tuple(
                        f"{where}: {clash.instrument} {clash.article}"
                        for where, each in _answers_to(ground, actor)
                        for clash in each.clashes
                    ),
                )
                for actor, events in told.items()
            ),
        ),
    )


def _row(ground: Ground, actor: str, events: tuple[EventRecord, ...]) -> tuple[Cell, ...]:
    w = ground.words
    answers = _answers_to(ground, actor)
    none = (Line(w.sentence("third.none"), Look.NONE),)
    cells = [
        Cell((Line((ground.actors((actor,)),), Look.STRONG),)),
        Cell((Line(_ties(ground, actor, events)),)),
        Cell(tuple(_asked(ground, answers)) or none),
        Cell(tuple(_clashing(ground, answers)) or none),
    ]
    if ground.third_parties:
        unknown = (Line(w.sentence("third.not_covered"), Look.NONE),)
        cells.insert(2, Cell(tuple(window_lines(ground, actor)) or unknown))
    return tuple(cells)


def _asked(ground: Ground, answers: tuple[tuple[str, ActorAnswer], ...]) -> Iterator[Line]:
    """Yield each answer once, with the scenarios that give it and the kind of duty it is about."""
    w = ground.words
    told: dict[tuple[str, str, str], list[tuple[str, ActorAnswer]]] = {}
    for where, each in answers:
        told.setdefault((each.verdict.value, each.instrument, each.article), []).append(
            (where, each)
        )
    for same in told.values():
        first = same[0][1]
        verdict, kind, *_ = answer_lines(ground, first)
        yield verdict
        comma = Plain(w.text("list.comma"))
        places = Name(w.listed(tuple(where for where, _ in same)))
        clause = answer_sentence(ground, first)
        yield Line((places, comma, *kind.sentence, comma, *clause), Look.SMALL)


def _clashing(ground: Ground, answers: tuple[tuple[str, ActorAnswer], ...]) -> Iterator[Line]:
    seen: set[tuple[str, str]] = set()
    for _, answer in answers:
        for clash in answer.clashes:
            if (
                answer.article,
                clash.instrument,
            ) not in seen and clash.instrument in ground.instruments:
                seen.add((answer.article, clash.instrument))
                yield Line(
                    ground.words.sentence(
                        "third.clashing",
                        one=answer_sentence(ground, answer),
                        other=instrument_link(ground, clash.instrument),
                    ),
                    Look.RIVAL,
                )


def _ties(ground: Ground, actor: str, events: tuple[EventRecord, ...]) -> Sentence:
    w = ground.words
    if not events:
        return w.sentence("third.no_events")
    cooperation, conflict = _counts(events)
    evidence = _watch_id(actor)
    return w.sentence(
        "third.ties_words",
        cooperation=Link(number_words(w, cooperation), evidence),
        conflict=Link(number_words(w, conflict), evidence),
    )
