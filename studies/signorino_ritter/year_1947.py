"""Four powers in 1947 from the data held: alliances in Europe and with the United States; votes."""

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from foedus import measures
from foedus.datasets.importing import imported
from foedus.relations.likeness.portfolios import ALLIANCE_LEVELS, alliance_portfolios
from foedus.relations.likeness.similarities import similarities

__all__ = ["FILES", "held", "of_alliances", "of_votes"]

FILES = {
    "atop/atop5_1_ddyr.parquet": "atop",
    "cow/nmc_v7.0.parquet": "nmc",
    "unga/unga_votes_s1_s75.parquet": "unga-votes",
    "unga/unga_rollcalls_s1_s75.parquet": "unga-votes",
}
"""Files under the folder of data, and the dataset that each is imported as."""

POWERS = {"USA": 2, "GBR": 200, "FRA": 220, "SUN": 365}
TURKEY = 640


def held(data: Path) -> None:
    """Import the files into the folder that FOEDUS_DATA names."""
    for file, dataset in FILES.items():
        imported(dataset, data / file)


def of_alliances(data: Path) -> Mapping[tuple[str, str], float]:
    """Return S by absolute distance, states weighted by capabilities, of each two powers.

    Objects are the states of Europe (COW codes 200 to 395), Turkey and the United States, 26 as in
    table 7(a).
    """
    owed = pq.read_table(data / "atop/atop5_1_ddyr.parquet")
    (portfolio,) = alliance_portfolios(_as_held(owed), [1947])
    codes = portfolio.members
    europe = ((codes >= 200) & (codes < 400)) | np.isin(codes, (POWERS["USA"], TURKEY))
    powers = np.isin(codes, list(POWERS.values()))
    nmc = pq.read_table(data / "cow/nmc_v7.0.parquet", filters=[("year", "=", 1947)])
    shares = dict(zip(nmc["ccode"].to_pylist(), nmc["cinc"].to_pylist(), strict=True))
    found = measures.similarity(
        portfolio.levels[np.ix_(powers, europe)],
        ("s_absolute_weighted",),
        levels=ALLIANCE_LEVELS,
        weights=[shares.get(code, np.nan) for code in codes[europe].tolist()],
    )
    places = combinations(enumerate(POWERS), 2)
    return {(one, two): float(found["s_absolute_weighted"][i, j]) for (i, one), (j, two) in places}


def of_votes() -> Mapping[tuple[str, str], tuple[int, float]]:
    """Return the number of common votes of 1947 and S by absolute distance, of each two powers."""
    rows = similarities(*POWERS, of="votes", years=(1947, 1947), measures=("s_absolute",))
    return {
        (row["state1"], row["state2"]): (row["objects"], row["s_absolute"])
        for row in rows.to_pylist()
    }


def _as_held(owed: pa.Table) -> pa.Table:
    """The columns that portfolios are made of, as whole numbers."""
    names = [name for name in owed.column_names if name.startswith(("ccode", "year", "atop_"))]
    kept = owed.select(names)
    return kept.cast(pa.schema([(name, pa.int32()) for name in kept.column_names]))
