"""`foedus export`: the ledger of a case as text."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.arguments import CaseFolder, ledger_path
from foedus.cli.output import print_text

__all__ = ["export"]


def export(
    case: CaseFolder,
    folder: Annotated[Path, typer.Option("--to", "-o", help="Where the files go.")],
) -> None:
    """Write every table of the ledger as JSON Lines: the same bytes for the same case."""
    from foedus.ledger.engine import open_ledger
    from foedus.ledger.export import exported

    with open_ledger(ledger_path(case)) as ledger:
        print_text("\n".join(str(file) for file in exported(ledger, folder)))
