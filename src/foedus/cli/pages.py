"""A page of HTML that a command writes to a file, or prints."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.output import print_text
from foedus.errors import FoedusError

__all__ = ["HtmlFile", "put_page", "refuse_two_forms"]

HtmlFile = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write a page; - for standard output."),
]


def refuse_two_forms(html: Path | None, *, as_json: bool) -> None:
    """Raise typer.BadParameter if both a page and JSON are asked for."""
    if html is not None and as_json:
        raise typer.BadParameter("--html and --json exclude each other")


def put_page(page: str, path: Path) -> None:
    """Print a page, or write it whole or not at all and say where it is; raises FoedusError."""
    from foedus.sources.whole import whole_or_not_at_all

    if str(path) == "-":
        print_text(page)
        return
    try:
        with whole_or_not_at_all(path) as unfinished:
            unfinished.write_text(page, encoding="utf-8")
    except OSError as error:
        raise FoedusError(f"{path} could not be written: {error.strerror}.") from None
    print_text(str(path))
