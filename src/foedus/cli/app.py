"""The command `foedus` and its subcommands, in the order a case is worked on."""

import gc
import os
import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated

import typer

from foedus.cli import (
    aftermath,
    attacks,
    blocs,
    build,
    capabilities,
    cascade,
    casus,
    changes,
    channels,
    data,
    dyad,
    entangle,
    escalation,
    events,
    export,
    faults,
    flows,
    forecast,
    ideal_points,
    init,
    mirror,
    moved,
    obligations,
    panel,
    read,
    sanctions,
    scenario,
    series,
    serve,
    silence,
    similarity,
    treaty,
)
from foedus.cli.output import say
from foedus.errors import FoedusError

__all__ = ["app", "main"]

INTERRUPTED = 130
app = typer.Typer(
    name="foedus",
    help="What an alliance changed, who is bound to do what, who else is affected, "
    "how sure we are, and on what evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("init")(init.init)
app.command("read")(read.read)
app.command("build")(build.build)
app.command("events")(events.events)
app.command("faults")(faults.faults)
app.command("casus")(casus.casus)
app.command("obligations")(obligations.obligations)
app.command("attacks")(attacks.attacks)
app.command("cascade")(cascade.cascade)
app.command("scenario", epilog="Example: foedus scenario examples/rus-prk kursk --beside donetsk")(
    scenario.scenario
)
app.command("entangle")(entangle.entangle)
app.command("aftermath", epilog="Example: foedus aftermath rus-prk-2024 --picture after.svg")(
    aftermath.aftermath
)
app.command("dyad")(dyad.dyad)
app.command("flows", epilog="Example: foedus flows RUS PRK --case examples/rus-prk --from 2022")(
    flows.flows
)
app.command("capabilities", epilog="Example: foedus capabilities PRK --beside RUS --from 2000")(
    capabilities.capabilities
)
app.command("escalation", epilog="Example: foedus escalation KOR PRK --from 2014 --to 2024")(
    escalation.escalation
)
app.command("sanctions", epilog="Example: foedus sanctions PRK --by EU --on 2024-06-19")(
    sanctions.sanctions
)
app.command(
    "channels",
    epilog="Example: foedus channels channels.csv --from RUS --to PRK --cut 2 --picture cut.svg",
)(channels.channels)
app.command("mirror", epilog="Example: foedus mirror comtrade.csv")(mirror.mirror)
app.command("blocs", epilog="Example: foedus blocs --on 2024-06-20 --picture blocs.svg")(
    blocs.blocs
)
app.add_typer(forecast.app, name="forecast")
app.add_typer(treaty.app, name="treaty")
app.add_typer(data.app, name="data")
app.command("panel", epilog="Example: foedus panel dyad-year --add atop,mid -o panel.parquet")(
    panel.panel
)
app.command("ideal-points", epilog="Example: foedus ideal-points RUS PRK --sessions 60-75")(
    ideal_points.positions
)
app.command("similarity", epilog="Example: foedus similarity CHN RUS PRK --years 1990-2018")(
    similarity.similarity
)
app.command("series", epilog="Example: foedus series RUS PRK --by week --store icews")(
    series.series
)
app.command("changes", epilog="Example: foedus changes visits.csv --picture visits.svg")(
    changes.changes
)
app.command(
    "silence",
    epilog="Example: foedus silence mentions.csv --source CCTV --about PRK --in 2024-06",
)(silence.silence)
app.command(
    "moved",
    epilog="Example: foedus moved RUS --on 2014-03-18 --outcome votes --watch KOR,JPN,CHN",
)(moved.moved)
app.command("export")(export.export)
app.command("serve")(serve.serve)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(version("foedus"))
        raise typer.Exit


@app.callback()
def _everything(
    _show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which foedus.")
    ] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="Print without colour.")] = False,
) -> None:
    if no_color:
        os.environ["NO_COLOR"] = "1"


def main() -> None:
    """Run the command line; end with the exit code that `foedus.errors` gives each error."""
    gc.set_threshold(100_000)  # expressions make many objects in a short life, and few are left
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # JSON is UTF-8 whatever the terminal says
    try:
        app()
    except FoedusError as error:
        say(f"foedus: {error}", style="red")
        sys.exit(error.exit_code)
    except RuntimeError as error:
        if "interrupted" not in str(error).lower():
            raise
        sys.exit(INTERRUPTED)  # DuckDB's word for Ctrl-C in the middle of a query
