"""`foedus blocs`: who stands together on a day, how firmly, and which ties go against it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import (
    AsJson,
    Language,
    OnDay,
    Spoken,
    check_ending,
    instruments_with,
    ledger_path,
    listed,
)
from foedus.cli.output import Line, print_json, print_lines, say
from foedus.cli.progress import patience
from foedus.errors import FoedusError
from foedus.relations.structure.tie_rules import AGAINST, BOTH, BY, TieRule

if TYPE_CHECKING:
    import pyarrow as pa

    from foedus.dossier.words.blocs import BlocWords
    from foedus.relations.structure.blocs import BlocsOn
    from foedus.relations.structure.tie_sources import Known
    from foedus.treaties.atop.history import History

__all__ = ["blocs"]


def blocs(
    on: OnDay = None,
    among: Annotated[
        list[str] | None,
        typer.Option(metavar="ACTORS", help="Only among these: USA,KOR,PRK."),
    ] = None,
    by: Annotated[
        str,
        typer.Option("--by", metavar="WHAT", help=f"What makes a tie positive: {', '.join(BY)}."),
    ] = "alliances",
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT,…",
            help=f"What makes a tie negative: {', '.join(AGAINST)}; the first three if not said.",
        ),
    ] = None,
    years: Annotated[
        int, typer.Option("--years", min=0, metavar="N", help="How long a dispute or war counts.")
    ] = TieRule().years,
    both: Annotated[
        str,
        typer.Option(
            "--both", metavar="HOW", help=f"A tie with reasons for both: {', '.join(BOTH)}."
        ),
    ] = "negative",
    possible: Annotated[
        bool,
        typer.Option("--possible", metavar="", help="Count also what is only possible that day."),
    ] = False,
    first: Annotated[
        int | None, typer.Option("--from", metavar="YEAR", help="Follow them from this year.")
    ] = None,
    last: Annotated[
        int | None, typer.Option("--to", metavar="YEAR", help="Follow them to this year.")
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Also draw it: a .svg, .png or .html, its data beside it."
        ),
    ] = None,
    case: Annotated[
        Path | None,
        typer.Option("--case", metavar="CASE", help="Also the treaties and events of this case."),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Find the blocs of states by their alliances and quarrels, and the ties that go against them.

    The register is asked, and each dataset that is held: ATOP, MID, UCDP, rivalries, sanctions.
    With --from and --to, the blocs of each 31 December under names that stay.
    """
    from foedus.actors.names import actor_named

    check_ending(picture, ".svg", ".png", ".html")
    following = first is not None or last is not None
    if following and (on or picture or first is None):
        raise typer.BadParameter("--from YEAR goes with --to YEAR, without --on or --picture")
    if first is not None and not first <= (last or first) <= dt.date.today().year:
        raise typer.BadParameter("the years end before they begin, or are still to come")
    if on is not None and on > dt.date.today():
        say(f"{on} is still to come: what is certain today is supposed to go on.")
    built = case is not None and ledger_path(case).exists()
    rule = _rule(by, against, years, both, possible, with_events=built)
    day = on or (dt.date(last, 12, 31) if last else dt.date.today())
    asked = list(dict.fromkeys(actor_named(one, day).id for one in listed(among)))
    from foedus.relations.structure.tie_sources import Known, known_ties

    known = known_ties()
    if case:
        known = Known(_with_own(case), known.quarrels, _events(case) if built else None)
    if first is not None:
        _follow(first, last or dt.date.today().year, rule, asked, known, language, as_json)
        return
    _on(day, rule, asked, known, picture, language, as_json)


def _on(
    day: dt.date,
    rule: TieRule,
    among: list[str],
    known: "Known",
    picture: Path | None,
    language: str,
    as_json: bool,
) -> None:
    from foedus.dossier.words.blocs import BlocWords
    from foedus.relations.structure.bloc_records import blocs_json
    from foedus.relations.structure.blocs import blocs_on

    with patience("Finding the blocs"):
        found = blocs_on(day, rule, among=among, known=known)
    words = BlocWords(found, known.instruments, language)
    if picture:
        _draw(found, words, picture)
    if as_json:
        print_json(blocs_json(found))
    else:
        print_lines(_lines(words))


def _rule(
    by: str,
    against: list[str] | None,
    years: int,
    both: str,
    possible: bool,
    *,
    with_events: bool,
) -> TieRule:
    usual = (*TieRule().against, *(("events",) if with_events else ()))
    chosen = usual if against is None else tuple(dict.fromkeys(listed(against)))
    try:
        return TieRule(by=by, against=chosen, years=years, both=both, possible=possible)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _with_own(case: Path) -> "History":
    from foedus.treaties.asking import instruments_asked

    return instruments_asked(own=instruments_with(case))


def _events(case: Path) -> "pa.Table":
    from foedus.ledger.engine import open_ledger
    from foedus.relations.structure.tie_sources import case_quarrels

    with open_ledger(ledger_path(case)) as ledger:
        return case_quarrels(ledger)


def _draw(found: "BlocsOn", words: "BlocWords", picture: Path) -> None:
    """Write the picture and its data, and say where they are; raises FoedusError."""
    from foedus.dossier.rendering.blocs import written_picture

    try:
        for file in written_picture(found, words, picture):
            say(f"Drawn: {file}")
    except OSError as error:
        raise FoedusError(f"{picture} could not be written: {error.strerror}.") from None


def _lines(words: "BlocWords") -> Iterator[Line]:
    yield Line(0, words.title(), "bold")
    yield Line(0, words.rule())
    yield Line(0, words.ties())
    if words.empty():
        yield from _known(words)
        return
    yield Line(0, words.cost())
    for head, members, loose in words.blocs():
        yield Line(0, "")
        yield Line(0, head, "bold underline")
        yield Line(1, members)
        if loose:
            yield Line(1, loose, "magenta")
    for head, members in words.others():
        yield Line(0, "")
        yield Line(0, head, "bold")
        yield Line(1, members, "dim")
    yield Line(0, "")
    yield Line(0, words.strained_title(), "bold underline")
    for head, evidence in words.strained():
        yield Line(1, head)
        yield from (Line(2, text, "dim") for text in evidence)
    title, lines = words.balance()
    yield Line(0, "")
    yield Line(0, title, "bold underline")
    yield from (Line(1, text) for text in lines)
    yield from _known(words)
    yield Line(0, "")
    yield from (Line(0, text, "dim") for text in words.limits())


def _known(words: "BlocWords") -> Iterator[Line]:
    title, lines = words.known()
    yield Line(0, "")
    yield Line(0, title, "bold underline")
    yield from (Line(1, text) for text in lines)


def _follow(
    first: int,
    last: int,
    rule: TieRule,
    among: list[str],
    known: "Known",
    language: str,
    as_json: bool,
) -> None:
    from foedus.dossier.words.bloc_years import followed_by, year_lines
    from foedus.relations.structure.bloc_records import through_json
    from foedus.relations.structure.bloc_years import blocs_through

    with patience(f"Following the blocs, {first}–{last}") as told:
        found = blocs_through(
            first,
            last,
            rule,
            among=among,
            known=known,
            told=lambda year: told(f"Following the blocs, {first}–{last}: {year}"),
        )
    if as_json:
        print_json(through_json(found))
    else:
        sources = (*known.treaties, *(known.source(name) for name in rule.against))
        told_lines = (*year_lines(found, language), (0, "", ""))
        ended = followed_by(rule, sources, language)
        print_lines(Line(*line) for line in (*told_lines, *ended))
