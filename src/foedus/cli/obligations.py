"""`foedus obligations`: who owes what to whom on a day."""

from typing import Annotated

import typer

from foedus.cli.arguments import (
    AsJson,
    Language,
    OnDay,
    OwnTreaties,
    Spoken,
    instruments_with,
)
from foedus.cli.output import print_data, say
from foedus.cli.output import words as notices

__all__ = ["obligations"]


def obligations(
    obligor: Annotated[
        str | None, typer.Argument(help="Who owes: any name or code; anybody if not said.")
    ] = None,
    beneficiary: Annotated[
        str | None, typer.Argument(help="Who is owed; anybody if not said.")
    ] = None,
    on: OnDay = None,
    case: OwnTreaties = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """List what one actor owes another on a day, and how surely.

    "possible" is what a doubtful day, or a doubt about the bond, leaves open.
    """
    from foedus.treaties.asking import instruments_asked
    from foedus.treaties.asking import obligations as owed
    from foedus.treaties.vocabulary import kinds

    asked = instruments_asked(own=instruments_with(case) if case else None).instruments
    with notices.status("Listing what binds", spinner="line"):
        rows = owed(obligor, beneficiary, on, treaties=asked).to_pyarrow().to_pylist()
    if not rows:
        say("No treaty known here binds that day.", style="yellow")
    if not as_json:
        for row in rows:
            row["kind"] = kinds()[row["kind"]].label.said(language)
    columns = ("obligor", "beneficiary", "kind", "instrument", "article", "standing")
    print_data(columns, rows, as_json=as_json)
