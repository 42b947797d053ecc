"""`foedus casus`: who must act, who may and who is barred if this happens there on that day."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import (
    AsJson,
    Language,
    OwnTreaties,
    Spoken,
    calendar_day,
    instruments_with,
)
from foedus.cli.output import Line, print_json, print_lines

if TYPE_CHECKING:
    from foedus.treaties.answers import ActorAnswer, CasusAnswer
    from foedus.treaties.instrument import Instrument

__all__ = ["casus"]

LOOKS = {"must": "bold blue", "disputed": "bold magenta", "barred": "bold red", "may": "green"}
LABELS = {
    "en": {"read": "if", "but": "but", "flip": "otherwise", "caveat": "Note"},
    "fr": {"read": "si", "but": "mais", "flip": "sinon", "caveat": "Note"},
}


def casus(
    act: Annotated[str, typer.Argument(help='What happens: "UKR attacks RUS".')],
    place: Annotated[
        str | None, typer.Option("--in", metavar="PLACE", help="Where: Kursk, Donetsk, Taiwan, …")
    ] = None,
    on: Annotated[
        dt.date | None,
        typer.Option("--on", parser=calendar_day, metavar="DAY", help="When; today if not said."),
    ] = None,
    case: OwnTreaties = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say who must act, who may, who is barred and what is disputed, with reasons and readings."""
    from foedus.treaties.acts import act_from
    from foedus.treaties.as_json import casus_json
    from foedus.treaties.casus import casus as answer_to

    day = on or dt.date.today()
    instruments = instruments_with(case)
    answer = answer_to(act_from(act, place, day), day, instruments)
    if as_json:
        print_json(casus_json(answer, language))
    else:
        print_lines(_lines(answer, instruments, language))


def _lines(
    answer: "CasusAnswer", instruments: "Mapping[str, Instrument]", language: str
) -> Iterator[Line]:
    from foedus.treaties.sentences import said, said_actor, said_verdict
    from foedus.treaties.vocabulary import kinds

    groups = [
        (
            ", ".join(said_actor(actor, language) for actor in actors),
            f"{instruments[one.instrument].short.said(language)}, art. {one.article}",
            one,
        )
        for actors, one in answer.grouped()
    ]
    for names, where, one in groups:
        verdict = said_verdict(one.verdict, language)
        kind = kinds()[one.kind].label.said(language)
        yield Line(0, f"{verdict:<11}{names}: {kind} ({where})", LOOKS.get(one.verdict, ""))
    for names, where, one in groups:
        yield Line(0, "")
        yield Line(0, f"{names}: {said_verdict(one.verdict, language)}", "bold")
        asks = f": {one.asks.action.said(language)}" if one.asks else ""
        yield Line(1, where + asks, "italic")
        yield from _grounds(one, language)
    yield Line(0, "")
    for reason in answer.caveat:
        yield Line(0, f"{LABELS[language]['caveat']}. {said(reason, language)}", "dim")


def _grounds(one: "ActorAnswer", language: str) -> Iterator[Line]:
    from foedus.treaties.sentences import said, said_verdict

    label = LABELS[language]
    for reason in one.reasons:
        yield Line(2, said(reason, language))
    for reading in one.readings:
        verdict = said_verdict(reading.verdict, language)
        yield Line(2, f"{label['read']} {reading.label.said(language)}: {verdict}", "magenta")
        yield Line(3, f"[{reading.source}]", "dim")
    for clash in one.clashes:
        yield Line(2, f"{label['but']}: {said(clash.reason, language)}", "red")
    for flip in one.would_flip:
        yield Line(2, f"{label['flip']}: {said(flip, language)}", "dim")
