"""The two files on Russian television as series: months of counts, months of shares."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pc_csv
import pyarrow.parquet as pq

from foedus.sources.mention_counts import MentionCounts, mention_counts

__all__ = ["Months", "counted", "headlines", "mentions", "shares"]

MENTIONS = "attention/daily_mentions.parquet"
SHARES = "attention/ru_sources_country_mentions_monthly.parquet"
HEADLINES = "attention/1tv_dprk_headlines_2022_2026.csv"


@dataclass(frozen=True, slots=True)
class Months:
    """Mentions and documents by month ("2024-06"), in order, without a gap."""

    months: tuple[str, ...]
    mentions: np.ndarray
    documents: np.ndarray


def mentions(folder: Path) -> MentionCounts:
    """Return the checked table of mentions."""
    return mention_counts(folder / MENTIONS)


def counted(rows: pa.Table, source: str, term: str, last: str) -> Months:
    """Return the months of a source and term up to `last`."""
    chosen = rows.filter(pc.and_(pc.equal(rows["source"], source), pc.equal(rows["term"], term)))
    month = pc.strftime(chosen["date"], "%Y-%m")
    sums = (
        chosen.append_column("month", month)
        .group_by("month")
        .aggregate([("documents_mentioning", "sum"), ("documents", "sum")])
        .sort_by("month")
    )
    kept = sums.filter(pc.less_equal(sums["month"], last))
    return Months(
        tuple(kept["month"].to_pylist()),
        kept["documents_mentioning_sum"].to_numpy().astype(float),
        kept["documents_sum"].to_numpy().astype(float),
    )


def headlines(folder: Path, months: tuple[str, ...]) -> np.ndarray:
    """Return Channel One's headlines on North Korea of each month, as a file lists them."""
    rows = pc_csv.read_csv(folder / HEADLINES)
    listed = pc.value_counts(pc.strftime(rows["date"], "%Y-%m")).to_pylist()
    by_month = {each["values"]: each["counts"] for each in listed}
    return np.array([by_month.get(month, 0) for month in months], dtype=float)


def shares(folder: Path, months: tuple[str, ...]) -> tuple[tuple[str, ...], np.ndarray]:
    """Return the countries and, of a hundred documents of Channel One, how many mention each.

    (countries, months), NaN where the file has no row.
    """
    rows = pq.read_table(folder / SHARES)
    ours = rows.filter(pc.equal(rows["source"], "1tv")).to_pylist()
    names = tuple(sorted({row["country"] for row in ours}))
    found = np.full((len(names), len(months)), np.nan)
    place = {month: number for number, month in enumerate(months)}
    for row in ours:
        if row["month"] in place:
            found[names.index(row["country"]), place[row["month"]]] = row["pct_of_documents"]
    return names, found
