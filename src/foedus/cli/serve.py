"""`foedus serve`: the pages of a dossier on this machine's own address."""

from typing import Annotated

import typer

from foedus.cli.arguments import CaseFolder
from foedus.cli.output import say
from foedus.errors import MissingBuild

__all__ = ["serve"]


def serve(
    case: CaseFolder, port: Annotated[int, typer.Option(min=0, max=65535, help="Port.")] = 8765
) -> None:
    """Serve the dossier of a case on 127.0.0.1 until interrupted."""
    from foedus.web import serve as serve_folder

    folder = case / "build" / "dossier"
    if not (folder / "index.html").is_file():
        raise MissingBuild(f"There is no dossier in {folder}. Run `foedus build {case}` first.")
    say(f"http://127.0.0.1:{port}/  (Ctrl-C ends)")
    serve_folder(folder, port)
