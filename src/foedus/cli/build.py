"""`foedus build`: a case folder becomes a ledger and a dossier."""

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from foedus.cli.arguments import AsJson, CaseFolder
from foedus.cli.output import print_json, print_text, say, words

__all__ = ["build"]


def build(case: CaseFolder, as_json: AsJson = False) -> None:
    """Build the ledger and the dossier of a case; print where the dossier is."""
    import foedus

    with _progress() as bar:
        task = bar.add_task("", total=1.0)
        built = foedus.build(
            case, progress=lambda stage, share: bar.update(task, description=stage, completed=share)
        )
    for refusal in built.refused:
        say(f"foedus: {refusal}", style="red")
    for name in built.missing:
        say(
            f"The case names the dataset {name}, which is not on this machine: the dossier says so "
            f"in its place. Run `foedus data get {name}` and build again.",
            style="yellow",
        )
    if built.unchanged:
        say("Nothing has changed since the last build.")
    else:
        say(", ".join(f"{number} {thing}" for thing, number in built.counts.items()) + ".")
    if as_json:
        print_json(built.as_json())
    else:
        print_text(str(built.dossier / "index.html"))
    if built.refused:
        raise typer.Exit(max(refusal.exit_code for refusal in built.refused))


def _progress() -> Progress:
    # Erased when done: what stays on the screen is what was built.
    return Progress(
        TextColumn("{task.description:<8}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=words,
        transient=True,
        disable=not words.is_terminal,
    )
