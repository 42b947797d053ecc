"""The second step: who would be asked in turn, if one who must help did fight."""

from foedus.dossier.blocks import Cell, Data, Line, Look, Table
from foedus.dossier.ground import Ground
from foedus.dossier.sections.answers import answer_sentence
from foedus.dossier.sentence import Link, Name, Plain
from foedus.evidence import Day
from foedus.repercussions.second_steps import SecondStep
from foedus.treaties.answers import ActorAnswer

__all__ = ["second_steps"]

COLUMNS = ("if_fights", "where", "asked_in_turn", "under")


def second_steps(ground: Ground) -> Table | None:
    """Return who would be asked in turn, on the days of every scenario; None when nobody would."""
    w = ground.words
    steps = [
        (day, entanglement, answer)
        for given in ground.material.repercussions.answers
        for day, second_steps in given.second_steps
        for entanglement in second_steps
        for answer in entanglement.answers
    ]
    if not steps:
        return None
    return Table(
        id="second-steps",
        title=w.text("second.table"),
        subtitle=w.text("second.subtitle"),
        kind="second",
        columns=tuple(Cell((Line((Plain(w.text(f"second.{name}")),)),)) for name in COLUMNS),
        rows=tuple(_row(ground, *step) for step in steps),
        data=Data(
            ("on", "obligor", "against", "place", "asked", "verdict", "instrument", "article"),
            tuple(
                (
                    day.edtf,
                    step.obligor,
                    step.act.targets,
                    step.act.place.id if step.act.place else None,
                    answer.actor,
                    answer.verdict.value,
                    answer.instrument,
                    answer.article,
                )
                for day, step, answer in steps
            ),
        ),
    )


def _row(ground: Ground, day: Day, step: SecondStep, answer: ActorAnswer) -> tuple[Cell, ...]:
    w = ground.words
    clause = answer_sentence(ground, answer)
    evidence = next(part.evidence for part in clause if isinstance(part, Link))
    place = step.act.place.name.said(w.language) if step.act.place else w.text("second.own_ground")
    verdict = answer.verdict.value
    return (
        Cell(
            (
                Line((ground.actors((step.obligor,)),), Look.STRONG),
                Line((Link(ground.day(day.edtf, short=True), evidence),), Look.SMALL),
            )
        ),
        Cell(
            (
                Line((ground.actors(step.act.targets),)),
                Line((Name(place),), Look.SMALL),
            )
        ),
        Cell(
            (
                Line((ground.actors((answer.actor,)),), Look.STRONG),
                Line((Plain(w.text(f"verdict.{verdict}")),), Look.VERDICT, verdict),
            )
        ),
        Cell((Line(clause),)),
    )
