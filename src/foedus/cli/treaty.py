"""`foedus treaty`: the register of instruments, one of them, or several side by side."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from foedus.cli import treaty_check
from foedus.cli.arguments import (
    AsJson,
    Language,
    OwnTreaties,
    Spoken,
    calendar_day,
    instruments_with,
)
from foedus.cli.output import WIDTH_OF_A_FILE, print_json, say, screen
from foedus.cli.pages import HtmlFile, put_page, refuse_two_forms

__all__ = ["app"]

app = typer.Typer(help="The register of treaties: list, show, diff, check.", no_args_is_help=True)
Id = Annotated[str, typer.Argument(metavar="ID", help="An instrument's id: see `treaty list`.")]


class Order(StrEnum):
    """By what the instruments are listed."""

    SIGNED = "signed"
    IN_FORCE = "in-force"
    ENDED = "ended"
    ID = "id"


@app.command("list")
def list_treaties(
    party: Annotated[
        str | None, typer.Option("--party", metavar="ACTOR", help="Of this party: name or code.")
    ] = None,
    on: Annotated[
        dt.date | None,
        typer.Option("--on", parser=calendar_day, metavar="DAY", help="In force that day."),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="With this: defence, arms, …")
    ] = None,
    sort: Annotated[Order, typer.Option("--sort", help="In the order of this day.")] = Order.SIGNED,
    case: OwnTreaties = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """List the instruments: days, parties, kinds of obligation, force in law."""
    from foedus.treaties.selection import selected, sorted_by

    chosen = selected(instruments_with(case).values(), party=party, on=on, kind=kind)
    in_order = sorted_by(chosen, sort)
    if as_json:
        from foedus.treaties.as_json import register_rows

        print_json(register_rows(in_order, language))
        return
    if not in_order:
        say("No instrument is like that.")
        return
    from foedus.cli.treaty_register import listed

    console = screen()
    for part in listed(in_order, language, console.width):
        console.print(part)


@app.command("show")
def show(
    treaty: Id, case: OwnTreaties = None, language: Language = Spoken.EN, as_json: AsJson = False
) -> None:
    """Show everything coded of one instrument, each thing with its source."""
    from foedus.cli.treaty_outline import outline
    from foedus.treaties.as_json import instrument_json
    from foedus.treaties.asking import instruments_asked
    from foedus.treaties.instruments import instrument

    held = instruments_with(case)
    if treaty.startswith("atop-"):
        held = instruments_asked(own=held).instruments
    one = instrument(treaty, held)
    if as_json:
        print_json(instrument_json(one, language))
        return
    console = screen(WIDTH_OF_A_FILE)
    for part in outline(one, language):
        console.print(part)


@app.command("diff")
def diff(
    first: Id,
    others: Annotated[list[str], typer.Argument(metavar="ID…", help="One more, or several.")],
    html: HtmlFile = None,
    case: OwnTreaties = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Set instruments side by side, element by element: what changes from the first."""
    from foedus.treaties.as_json import comparison_json
    from foedus.treaties.comparison import clause_comparison

    refuse_two_forms(html, as_json=as_json)
    found = clause_comparison((first, *others), instruments_with(case))
    if html is not None:
        put_page(found.page(language), html)
    elif as_json:
        print_json(comparison_json(found, language))
    else:
        from foedus.cli.treaties_side_by_side import side_by_side

        console = screen()
        for part in side_by_side(found, language, console.width):
            console.print(part)


app.command("check")(treaty_check.check)
