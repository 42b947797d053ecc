"""What a case's own ledger says of the pair: exchanges by year, ties by month, turning points."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from foedus.errors import MissingBuild
from foedus.ledger.engine import open_ledger
from foedus.relations.bonds.bond import Bond
from foedus.relations.bonds.parts import Part, Provenance
from foedus.relations.relations import relations_of
from foedus.sources.case_folder import case_at

__all__ = ["CASE_PARTS", "with_case"]

CASE_PARTS = {
    "exchanges": "yearly_exchanges",
    "records": "exchange_records",
    "ties": "monthly_ties",
    "turning_points": "exchange_turning_points",
    "tie_turning_points": "tie_turning_points",
}
"""Each part and the table of `foedus.relations` that says what its columns mean."""


def with_case(bond: Bond, folder: Path) -> Bond:
    """Return the bond with the parts that the built ledger of a case gives.

    Raises MissingBuild when the case was never built, FaultyInput for a case that is malformed.
    """
    pairs = product(bond.one.actors, bond.other.actors)
    found = _parts(folder, ["-".join(sorted(pair)) for pair in pairs])
    return replace(bond, parts={**bond.parts, **found})


def _parts(folder: Path, dyads: Iterable[str]) -> dict[str, Part]:
    case = case_at(folder)
    ledger = folder / "build" / "ledger.duckdb"
    if not ledger.is_file():
        raise MissingBuild(f"{folder} has no ledger yet: run `foedus build {folder}` first.")
    chosen = tuple(dyads)
    source = Provenance(
        dataset="case",
        title=case.title,
        version=None,
        covers=(_year(case.period.earliest), _year(case.period.latest)),
        citation=(),
        page="",
    )
    with open_ledger(ledger) as held:
        kept = held.tables
        tables = relations_of(case, kept["events"], kept["assertions"], kept["documents"])
        parts = {}
        for name, table in CASE_PARTS.items():
            expression = getattr(tables, table)
            rows = expression.filter(expression.dyad.isin(chosen)).to_pyarrow()
            parts[name] = Part(name=name, rows=rows, sources=(source,))
    return parts


def _year(day: Any) -> int | None:
    return day.year if day else None
