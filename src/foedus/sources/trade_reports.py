"""A table of trade as both sides report it: what the exporter says it sent, the importer received.

Three forms are read, told apart by their columns.

- **Plain**: `exporter, importer, period, product, by_exporter, by_importer`, values in one
  currency. `product` may be left out; an empty value is one that nobody reported.
- **UN Comtrade**, the CSV of https://comtradeplus.un.org: `reporterISO`, `partnerISO`, `flowCode`
  (M, X, RX), `period`, `cmdCode`, `primaryValue`. Rows that break a total down by means of
  transport, customs procedure or second partner are left out.
- **UN Comtrade's older download**: `Reporter ISO`, `Partner ISO`, `Trade Flow`, `Year` or `Period`,
  `Commodity Code`, `Trade Value (US$)`.

A partner that is no actor ("World", "Areas, nes") is left out and counted.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from foedus.errors import Fault, FaultyInput
from foedus.sources.channel_file import node_named
from foedus.sources.checksum import sha256_of
from foedus.sources.own_table import own_table, unusable

__all__ = ["COLUMNS", "Reported", "TradeReports", "trade_reports"]

COLUMNS: Final = ("exporter", "importer", "period", "product", "by_exporter", "by_importer")
LARGEST: Final = 200_000_000
"""Bytes: Comtrade gives at most 100,000 rows at a time, of some 400 bytes."""
_COMTRADE: Final = ("reporteriso", "partneriso", "flowcode", "period", "cmdcode", "primaryvalue")
_OLDER: Final = (
    "reporter iso",
    "partner iso",
    "trade flow",
    "year",
    "commodity code",
    "trade value (us$)",
)
_TOTALS: Final = {"partner2code": "0", "motcode": "0", "customscode": "C00"}
_FLOWS: Final = {
    "m": "by_importer",
    "import": "by_importer",
    "imports": "by_importer",
    "x": "by_exporter",
    "export": "by_exporter",
    "exports": "by_exporter",
    "rx": "reexported",
    "re-export": "reexported",
    "re-exports": "reexported",
}
_PARTNERS_OF_NOBODY: Final = frozenset({"", "w00", "world", "all", "wld"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What both sides report of one flow; None where one reports nothing.

    `reexported` is the part of `by_exporter` that the exporter says was not made there.
    """

    exporter: str
    importer: str
    period: str
    product: str
    by_exporter: float | None = None
    by_importer: float | None = None
    reexported: float | None = None


@dataclass(frozen=True, slots=True)
class TradeReports:
    """The flows of one file, its name and SHA-256, its form, and how many rows were left out."""

    name: str
    sha256: str
    form: str
    left_out: int
    flows: tuple[Reported, ...]


def trade_reports(path: Path) -> TradeReports:
    """Return the flows of a file, each with what both sides report.

    Raises FaultyInput: no such file, too large, no CSV, none of the three forms, a value that is no
    number or negative, one report told twice, or no flow at all.
    """
    header, rows = own_table(path, LARGEST, otherwise="latin-1")  # as Comtrade's download is
    header = [name.lower() for name in header]
    form = _form(path, header)
    flows: dict[tuple[str, str, str, str], Reported] = {}
    faults: list[Fault] = []
    left_out = 0
    for line, cells in rows:
        found = dict(zip(header, cells, strict=False))
        told = list(_told(form, found))
        left_out += not told
        for where, what, words in told:
            value = _value(words)
            if value is None:
                problem = f"'{words[:40]}' is no value"
                faults.append(Fault(str(path), line, what, problem, "a number from 0, or nothing"))
            elif words:
                flow = flows.get(where) or Reported(
                    exporter=where[0], importer=where[1], period=where[2], product=where[3]
                )
                if getattr(flow, what) is not None:
                    problem = f"{' '.join(where)} is told twice"
                    faults.append(Fault(str(path), line, what, problem, "one row of each"))
                flows[where] = _with(flow, what, value)
    if faults:
        raise FaultyInput(faults[:20])
    if not flows:
        raise unusable(path, "has no flow between two actors", "one row for each report")
    return TradeReports(path.name, sha256_of(path), form, left_out, tuple(flows.values()))


def _form(path: Path, header: list[str]) -> str:
    if {*COLUMNS} - {"product"} <= {*header}:
        return "plain"
    if {*_COMTRADE} <= {*header}:
        return "UN Comtrade"
    if {*_OLDER} <= {*header}:
        return "UN Comtrade, older"
    expected = f"{', '.join(COLUMNS)}, or the CSV of UN Comtrade"
    raise unusable(path, "has not the columns of a known form", expected)


def _told(
    form: str, cells: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str, str, str], str, str]]:
    """Yield (flow, which report, its value as written); nothing for a row that is left out."""
    if form == "plain":
        ends = (cells["exporter"], cells["importer"])
        where = _where(*ends, cells.get("period", ""), cells.get("product", ""))
        if where is not None:
            for what in ("by_exporter", "by_importer"):
                yield where, what, cells.get(what, "")
        return
    names = _COMTRADE if form == "UN Comtrade" else _OLDER
    reporter, partner, flow, period, product, words = (cells.get(name, "") for name in names)
    report = _FLOWS.get(flow.lower())
    whole = all(cells.get(name, total) in (total, "") for name, total in _TOTALS.items())
    if report is None or not whole:
        return
    ends = (partner, reporter) if report == "by_importer" else (reporter, partner)
    where = _where(*ends, period, product)
    if where is not None:
        yield where, report, words


def _with(flow: Reported, what: str, value: float) -> Reported:
    match what:
        case "by_exporter":
            return replace(flow, by_exporter=value)
        case "by_importer":
            return replace(flow, by_importer=value)
        case _:
            return replace(flow, reexported=value)


def _where(
    exporter: str, importer: str, period: str, product: str
) -> tuple[str, str, str, str] | None:
    if {exporter.lower(), importer.lower()} & _PARTNERS_OF_NOBODY:
        return None
    ends = (node_named(exporter), node_named(importer))
    return (*ends, period, product or "TOTAL") if ends[0] != ends[1] else None


def _value(words: str) -> float | None:
    if not words:
        return 0.0
    try:
        value = float(words)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None
