"""`foedus faults`: what extraction damaged and what the audits found."""

from foedus.cli.arguments import AsJson, CaseFolder, ledger_path
from foedus.cli.output import print_data, say

__all__ = ["faults"]

COLUMNS = ("audit", "document", "start", "end", "explanation", "quote")


def faults(case: CaseFolder, as_json: AsJson = False) -> None:
    """List the faults of a case's data: damage in documents, and rows that fail an audit."""
    from foedus.ledger.engine import open_ledger

    with open_ledger(ledger_path(case)) as ledger:
        names = ledger.table("documents").select("document", "name").to_pyarrow().to_pylist()
        table = ledger.table("faults").order_by("document", "start", "audit")
        rows = table.to_pyarrow().to_pylist()
    called = {row["document"]: row["name"] for row in names}
    for row in rows:
        row["document"] = called.get(row["document"], row["document"])
    print_data(COLUMNS, rows, as_json=as_json)
    say(f"{len(rows)} faults.")
