"""`foedus init`: a new case folder to fill."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.output import print_text, say

__all__ = ["init"]


def init(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a case folder with a commented case.toml, ready for documents."""
    from foedus.sources.new_case import new_case

    new_case(folder)
    say(f"Put documents into {folder}/sources, your question into case.toml, then:")
    print_text(f"foedus build {folder}")
