"""`foedus treaty`: the register of instruments, one of them, or two side by side."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, OwnTreaties, Spoken, instruments_with
from foedus.cli.output import Line, print_data, print_json, print_lines, print_table, say

if TYPE_CHECKING:
    from foedus.treaties.instrument import Article, Instrument

__all__ = ["app"]

app = typer.Typer(help="The register of treaties: list, show, diff.", no_args_is_help=True)
COLUMNS = ("id", "signed", "in_force", "ended", "parties", "title", "kinds")
Id = Annotated[str, typer.Argument(metavar="ID", help="An instrument's id: see `treaty list`.")]


@app.command("list")
def list_treaties(
    case: OwnTreaties = None, language: Language = Spoken.EN, as_json: AsJson = False
) -> None:
    """List the instruments: id, days of signature, force and end, parties, kinds of obligation."""
    from foedus.treaties.as_json import register_rows

    rows = register_rows(instruments_with(case).values(), language)
    print_data(COLUMNS, rows, as_json=as_json)


@app.command("show")
def show(
    treaty: Id, case: OwnTreaties = None, language: Language = Spoken.EN, as_json: AsJson = False
) -> None:
    """Show one instrument article by article, with readings, exceptions and sources."""
    from foedus.treaties.as_json import instrument_json
    from foedus.treaties.instruments import instrument

    one = instrument(treaty, instruments_with(case))
    if as_json:
        print_json(instrument_json(one, language))
    else:
        print_lines(_lines(one, language))


@app.command("diff")
def diff(
    before: Id,
    after: Id,
    case: OwnTreaties = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Set two instruments side by side, clause by clause: what they share, where they differ."""
    from foedus.treaties.as_json import diff_json
    from foedus.treaties.comparison import treaty_diff

    found = treaty_diff(before, after, instruments_with(case))
    if as_json:
        print_json(diff_json(found, language))
        return
    titles = (found.before.short.said(language), found.after.short.said(language))
    print_table(
        ("", *titles, ""),
        (
            (
                one.label.said(language),
                one.before.words.said(language),
                one.after.words.said(language),
                one.change,
            )
            for one in found.elements
        ),
    )
    for word, kinds in (("kept", found.kept), ("added", found.added), ("dropped", found.dropped)):
        if kinds:
            say(f"{word}: {', '.join(kinds)}")


def _lines(one: "Instrument", language: str) -> Iterator[Line]:
    yield Line(0, one.title.said(language), "bold")
    force = one.in_force or one.in_force_note or "?"
    yield Line(0, f"{one.id} · {one.signed} · {force} · {one.ended or '…'} · {one.citation}", "dim")
    yield Line(0, " ".join(one.actors))
    for article in one.articles:
        yield Line(0, "")
        yield from _article(article, language)
    for out in one.left_out:
        yield Line(0, "")
        yield Line(0, f"[left out] {out.what}: {out.why}", "dim")


def _article(article: "Article", language: str) -> Iterator[Line]:
    yield Line(0, f"Art. {article.number}. {article.summary.said(language)}")
    doubt = f" ({article.why_uncertain})" if article.why_uncertain else ""
    yield Line(1, f"{article.known_how}{doubt} · {article.source}", "dim")
    for duty in article.obligations:
        parties = f"{', '.join(duty.obligor)} → {', '.join(duty.beneficiary)}"
        yield Line(1, f"{duty.kind}: {parties}: {duty.asks.action.said(language)}", "blue")
        for reading in duty.readings:
            yield Line(2, f"◆ {reading.label.said(language)}  [{reading.source}]", "magenta")
        for limit in duty.exceptions:
            yield Line(2, f"✕ {limit.words.said(language)}  (art. {limit.article})", "red")
