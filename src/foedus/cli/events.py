"""`foedus events`: what the sources of a case together say happened."""

from foedus.cli.arguments import AsJson, CaseFolder, KnownOn, ledger_path
from foedus.cli.output import print_data, say

__all__ = ["events"]

COLUMNS = ("day", "event_type", "initiator", "target", "standing", "origins", "event")


def events(case: CaseFolder, known_on: KnownOn = None, as_json: AsJson = False) -> None:
    """List the events of a case with their standing, as known today or on an earlier day."""
    from foedus.ledger.engine import open_ledger
    from foedus.ledger.known import events_known_on

    with open_ledger(ledger_path(case)) as ledger:
        table = events_known_on(ledger, known_on) if known_on else ledger.table("events")
        rows = table.order_by("day_earliest", "event").to_pyarrow().to_pylist()
    if as_json:
        rows = [{name: _plain(value) for name, value in row.items()} for row in rows]
    print_data(COLUMNS, rows, as_json=as_json)
    say(f"{len(rows)} events" + (f", as known on {known_on}." if known_on else "."))


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, (str, int, float, list)) else str(value)
