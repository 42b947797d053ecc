"""`foedus casus`: who must act, who may and who is barred if this happens there on that day."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import (
    AsJson,
    InPlace,
    Language,
    OnDay,
    OwnTreaties,
    Spoken,
    instruments_with,
)
from foedus.cli.output import Line, print_json, print_lines
from foedus.cli.pages import HtmlFile, put_page, refuse_two_forms

if TYPE_CHECKING:
    from foedus.treaties.answers import ActorAnswer, CasusAnswer, Reason
    from foedus.treaties.instrument import Instrument

__all__ = ["casus"]

LOOKS = {"must": "bold blue", "disputed": "bold magenta", "barred": "bold red", "may": "green"}
LABELS = {
    "en": {
        "read": "if",
        "but": "but",
        "flip": "otherwise",
        "caveat": "Note",
        "how": "how",
        "possible": "possibly",
        "silent": "Treaties that ask nothing here:",
        "limit": "limit",
        "nonaggression": "from attacking",
        "neutrality": "from siding against",
        "others": "and {number} more",
        "more": "The grounds of every answer: --full.",
        "colon": ":",
    },
    "fr": {
        "read": "si",
        "but": "mais",
        "flip": "sinon",
        "caveat": "Note",
        "how": "comment",
        "possible": "peut-être",
        "silent": "Traités qui ne demandent rien ici :",
        "limit": "limite",
        "nonaggression": "d'attaquer",
        "neutrality": "de se ranger contre",
        "others": "et {number} autres",
        "more": "Les motifs de chaque réponse : --full.",
        "colon": "\u00a0:",
    },
}
MOST_SILENT = 6
"""Clauses that ask nothing, shown unasked."""


def casus(
    act: Annotated[
        str, typer.Argument(help='What happens: "UKR attacks RUS", "AUH attacks SRB unprovoked".')
    ],
    place: InPlace = None,
    on: OnDay = None,
    case: OwnTreaties = None,
    full: Annotated[bool, typer.Option("--full", help="Give the grounds of every answer.")] = False,
    html: HtmlFile = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say who must act, who may, who is barred and what is disputed, with reasons and readings.

    The register is asked, and every alliance since 1815 once `foedus data get atop` has been run.
    """
    from foedus.treaties.answers_json import casus_json
    from foedus.treaties.asking import casus as answer_to
    from foedus.treaties.asking import instruments_asked

    refuse_two_forms(html, as_json=as_json)
    day = on or dt.date.today()
    asked = instruments_asked(own=instruments_with(case) if case else None).instruments
    answer = answer_to(act, day, place, treaties=asked)
    if html is not None:
        put_page(answer.page(language, in_full=full), html)
    elif as_json:
        print_json(casus_json(answer, language))
    else:
        print_lines(_lines(answer, asked, language, full))


def _lines(
    answer: "CasusAnswer", instruments: "Mapping[str, Instrument]", language: str, in_full: bool
) -> Iterator[Line]:
    from foedus.treaties.answer_lines import asks_nothing

    groups = [
        _Group(actors, one, instruments[one.instrument], answer.on, language)
        for actors, one in answer.grouped()
    ]
    silent = [one for one in groups if asks_nothing(one.answer)]
    told = [one for one in groups if one not in silent]
    if not told:
        from foedus.treaties.casus_words import LABELS as OF_A_PAGE

        yield Line(0, OF_A_PAGE["nobody"].said(language))
    yield from _headlines(told)
    for group in told:
        if in_full or group.weighs:
            yield Line(0, "")
            yield from group.grounds()
    if silent:
        yield Line(0, "")
        yield Line(0, LABELS[language]["silent"], "bold")
        shown = silent if in_full else silent[:MOST_SILENT]
        for group in shown:
            yield Line(1, group.silence(), "dim")
        if len(shown) < len(silent):
            others = LABELS[language]["others"].format(number=len(silent) - len(shown))
            yield Line(1, others, "dim")
    yield Line(0, "")
    for reason in answer.caveat:
        yield Line(0, f"{LABELS[language]['caveat']}. {_said(reason, language, answer.on)}", "dim")
    hidden = len(silent) > MOST_SILENT or not all(group.weighs for group in told)
    if hidden and not in_full:
        yield Line(0, LABELS[language]["more"], "dim")


def _headlines(told: "Sequence[_Group]") -> Iterator[Line]:
    """One line for all who get an answer of one kind from one clause, or from what ATOP coded."""
    lines: dict[tuple[str, ...], list[_Group]] = {}
    for group in told:
        lines.setdefault(group.key, []).append(group)
    for groups in lines.values():
        yield Line(0, groups[0].headline(groups), LOOKS.get(groups[0].answer.verdict, ""))


class _Group:
    """Actors who get the same answer from the same clause, put into lines."""

    def __init__(
        self,
        actors: tuple[str, ...],
        answer: "ActorAnswer",
        instrument: "Instrument",
        on: dt.date,
        language: str,
    ) -> None:
        from foedus.treaties.answer_lines import is_possible
        from foedus.treaties.sentences import said_actor

        self.answer, self.on, self.language = answer, on, language
        self.names = ", ".join(said_actor(actor, language, on) for actor in actors)
        self.possibly = is_possible(answer)
        coded_by_atop = instrument.id.startswith("atop-")
        self.number = instrument.atop if coded_by_atop else None
        article = "" if coded_by_atop else f", art. {answer.article}"
        self.where = instrument.short.said(language) + article

    @property
    def weighs(self) -> bool:
        """Whether its grounds are given unasked."""
        from foedus.treaties.answer_lines import weighs

        return weighs(self.answer)

    @property
    def key(self) -> tuple[str, ...]:
        """What answers that share a line have in common."""
        from foedus.treaties.answer_lines import line_key

        return line_key(self.answer)

    def headline(self, groups: "Sequence[_Group]") -> str:
        """The answer in one line, for all of these groups."""
        from foedus.treaties.sentences import said_verdict
        from foedus.treaties.vocabulary import kinds

        verdict = said_verdict(self.answer.verdict, self.language)
        kind = kinds()[self.answer.kind].label.said(self.language)
        surely = f" ({LABELS[self.language]['possible']})" if self.possibly else ""
        colon = LABELS[self.language]["colon"]
        if self.number:
            names = ", ".join(f"{one.names} ({one.number})" for one in groups)
            return f"{verdict:<11}{names}{colon} {kind} (ATOP){surely}"
        names = ", ".join(one.names for one in groups)
        return f"{verdict:<11}{names}{colon} {self._barred() or kind} ({self.where}){surely}"

    def _barred(self) -> str:
        """What one is barred from, where it is: "from siding against Serbia"."""
        from foedus.treaties.sentences import said_actor

        one = self.answer
        if one.verdict != "barred" or not one.towards or one.kind not in LABELS["en"]:
            return ""
        towards = said_actor(one.towards, self.language, self.on)
        return f"{LABELS[self.language][one.kind]} {towards}"

    def silence(self) -> str:
        """Whom the clause asks nothing, and the first reason why."""
        reasons = [_said(one, self.language, self.on) for one in self.answer.reasons[:1]]
        return f"{self.names} ({self.where}). " + " ".join(reasons)

    def grounds(self) -> Iterator[Line]:
        """What is asked and how, then reasons, readings, limits, clashes, what would flip it."""
        from foedus.treaties.sentences import said_verdict
        from foedus.treaties.vocabulary import said_code

        label, one, language = LABELS[self.language], self.answer, self.language
        colon = label["colon"]
        yield Line(0, f"{self.names}{colon} {said_verdict(one.verdict, language)}", "bold")
        asks = f"{colon} {one.asks.action.said(language)}" if one.asks else ""
        means = f" ({one.asks.means.said(language)})" if one.asks and one.asks.means else ""
        yield Line(1, self.where + asks + means, "italic")
        how = [
            said_code(name, code, language)
            for name, code in (("discretion", one.discretion), ("timing", one.timing))
            if code and code != "none stated"
        ]
        if how:
            yield Line(2, f"{label['how']}{colon} {'; '.join(how)}", "dim")
        for reason in one.reasons:
            yield Line(2, _said(reason, language, self.on))
        for reading in one.readings:
            verdict = said_verdict(reading.verdict, language)
            said = f"{label['read']} {reading.label.said(language)}{colon} {verdict}"
            yield Line(2, said, "magenta")
            yield Line(3, f"[{reading.source}]", "dim")
        for limit in one.exceptions:
            if limit.applied is None:
                said = limit.words.said(language)
                yield Line(2, f"{label['limit']}{colon} {said} [{limit.source}]")
        for clash in one.clashes:
            where = f" [{clash.instrument}, art. {clash.article}]"
            said = _said(clash.reason, language, self.on)
            yield Line(2, f"{label['but']}{colon} {said}{where}", "red")
        for flip in one.would_flip:
            yield Line(2, f"{label['flip']}{colon} {_said(flip, language, self.on)}", "dim")


def _said(reason: "Reason", language: str, on: dt.date) -> str:
    from foedus.treaties.sentences import said

    return said(reason, language, on)
