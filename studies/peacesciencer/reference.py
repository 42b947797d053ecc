"""What peacesciencer gives for directed COW dyad-years, computed plainly in pandas.

Written from the documentation of the package (S. V. Miller, *peacesciencer*: the reference pages of
`create_dyadyears`, `add_atop_alliance`, `add_cow_mids`, `add_contiguity`, `add_cow_majors`,
`add_nmc`, `add_igos`, `add_strategic_rivalries` and `add_capital_distance`), not from its code, and
sharing no code with foedus. It reads the package's own data as they are, with their own names and
codes. One function per addition, each a left join on the pairs and years.
"""

from pathlib import Path

import numpy as np
import pandas as pd

__all__ = ["ADDITIONS", "directed_dyad_years", "reference_panel"]

KEYS = ["ccode1", "ccode2", "year"]
EARTH = 6_378_137.0


def directed_dyad_years(data: Path, first: int, last: int) -> pd.DataFrame:
    """One row per pair of states and year in which both were in the system on the same day."""
    states = pd.read_parquet(data / "cow/states2016.parquet")
    states["begins"] = _days(states, "st")
    states["ends"] = _days(states, "end")
    parts = []
    for year in range(first, last + 1):
        living = states[(states.styear <= year) & (states.endyear >= year)]
        pairs = living.merge(living, how="cross", suffixes=("1", "2"))
        begins = pairs[["begins1", "begins2"]].max(axis=1)
        ends = pairs[["ends1", "ends2"]].min(axis=1)
        begins = begins.clip(lower=pd.Timestamp(year, 1, 1))
        ends = ends.clip(upper=pd.Timestamp(year, 12, 31))
        kept = pairs[(pairs.ccode1 != pairs.ccode2) & (begins <= ends)]
        parts.append(kept[["ccode1", "ccode2"]].drop_duplicates().assign(year=year))
    panel = pd.concat(parts).sort_values(KEYS, ignore_index=True)
    return panel.astype("int32")


def _days(states: pd.DataFrame, which: str) -> pd.Series:
    named = {f"{which}year": "year", f"{which}month": "month", f"{which}day": "day"}
    return pd.to_datetime(states[list(named)].rename(columns=named))


def atop(panel: pd.DataFrame, data: Path) -> pd.DataFrame:
    """Five flags, 0 where no alliance is listed in 1815-2018."""
    joined = panel.merge(pd.read_parquet(data / "atop/atop5_1_ddyr.parquet"), how="left", on=KEYS)
    covered = joined.year.between(1815, 2018)
    for flag in ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"):
        joined[flag] = joined[flag].where(joined[flag].notna() | ~covered, 0)
    return joined


def mid(panel: pd.DataFrame, data: Path) -> pd.DataFrame:
    """The dispute kept for each pair and year; the two flags 0 where there is none."""
    disputes = pd.read_parquet(data / "cow/mid_v5_directed_dyad_years.parquet")
    joined = panel.merge(disputes, how="left", on=KEYS)
    covered = joined.year.between(1816, 2014)
    for flag in ("cowmidongoing", "cowmidonset"):
        joined[flag] = joined[flag].where(joined[flag].notna() | ~covered, 0)
    return joined


def contiguity(panel: pd.DataFrame, data: Path) -> pd.DataFrame:
    """The type of the first month of the year in which one is listed; 0 where none is."""
    spells = pd.read_parquet(data / "cow/contiguity_v3.2_spells.parquet")
    spells["stdate"], spells["enddate"] = map(pd.to_datetime, (spells.stdate, spells.enddate))
    spells = spells.sort_values("stdate")
    spells["year"] = [
        range(a.year, b.year + 1) for a, b in zip(spells.stdate, spells.enddate, strict=True)
    ]
    yearly = spells.explode("year").astype({"year": "int32"})
    firsts = yearly.drop_duplicates(KEYS, keep="first")[[*KEYS, "conttype"]]
    joined = panel.merge(firsts, how="left", on=KEYS)
    joined["conttype"] = joined.conttype.fillna(0)
    return joined


def majors(panel: pd.DataFrame, data: Path) -> pd.DataFrame:
    """1 in the years from `styear` to `endyear` of a spell as a major power, else 0."""
    powers = pd.read_parquet(data / "cow/majors2016.parquet")
    rank = {
        (row.ccode, year)
        for row in powers.itertuples()
        for year in range(row.styear, row.endyear + 1)
    }
    table = pd.DataFrame(sorted(rank), columns=["ccode", "year"]).assign(cowmaj=1)
    joined = _of_both(panel, table)
    joined[["cowmaj1", "cowmaj2"]] = joined[["cowmaj1", "cowmaj2"]].fillna(0)
    return joined


def nmc(panel: pd.DataFrame, data: Path) -> pd.DataFrame:
    """The six indicators and their composite for both states."""
    return _of_both(panel, pd.read_parquet(data / "cow/nmc_v7.0.parquet"))


def igo(panel: pd.DataFrame, data: Path) -> pd.DataFrame:
    """Joint memberships, the same in both directions."""
    once = pd.read_parquet(data / "cow/igo_v3_dyad_year_counts.parquet")
    other = once.rename(columns={"ccode1": "ccode2", "ccode2": "ccode1"})
    return panel.merge(pd.concat([once, other[once.columns]]), how="left", on=KEYS)


def rivalries(panel: pd.DataFrame, data: Path) -> pd.DataFrame:
    """The rivalry in force, its kinds, and whether there is one; 0 where none is to 2020."""
    spells = pd.read_parquet(data / "rivalries/tss_rivalries_1494_2020.parquet")
    kinds = ["positional", "spatial", "ideological", "interventionary"]
    spells["year"] = [
        range(max(a, 1816), b + 1) for a, b in zip(spells.start, spells.end, strict=True)
    ]
    yearly = spells.explode("year").dropna(subset="year").astype({"year": "int32"})
    later_austria = (yearly.tssr_id == 76) & (yearly.year >= 1919)
    for code in ("ccode1", "ccode2"):
        yearly[code] = yearly[code].mask(later_austria & (yearly[code] == 300), 305)
    columns = [*KEYS, "tssr_id", *kinds]
    other = yearly.rename(columns={"ccode1": "ccode2", "ccode2": "ccode1"})
    both = pd.concat([yearly[columns], other[columns]])
    joined = panel.merge(both, how="left", on=KEYS)
    joined["ongoingrivalry"] = joined.tssr_id.notna().astype("int32")
    joined[kinds] = joined[kinds].fillna(0)
    return joined


def capital_distance(panel: pd.DataFrame, data: Path) -> pd.DataFrame:
    """Great-circle kilometres between the capitals held first in the year (Vincenty's sphere)."""
    spells = pd.read_parquet(data / "cow/capitals.parquet")
    spells["stdate"], spells["enddate"] = map(pd.to_datetime, (spells.stdate, spells.enddate))
    spells = spells.sort_values("stdate")
    spells["year"] = [
        range(a.year, b.year + 1) for a, b in zip(spells.stdate, spells.enddate, strict=True)
    ]
    yearly = spells.explode("year").astype({"year": "int32"})
    firsts = yearly.drop_duplicates(["ccode", "year"])[["ccode", "year", "lat", "lng"]]
    both = _of_both(panel, firsts)
    one, two = np.radians(both.lat1), np.radians(both.lat2)
    turn = np.radians(both.lng2 - both.lng1)
    up = np.hypot(
        np.cos(two) * np.sin(turn),
        np.cos(one) * np.sin(two) - np.sin(one) * np.cos(two) * np.cos(turn),
    )
    along = np.sin(one) * np.sin(two) + np.cos(one) * np.cos(two) * np.cos(turn)
    both["capdist"] = np.arctan2(up, along) * EARTH / 1000
    return both.drop(columns=["lat1", "lat2", "lng1", "lng2"])


def _of_both(panel: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Join a table by state and year to the first and to the second state."""
    for side in ("1", "2"):
        named = {name: f"{name}{side}" for name in table if name != "year"}
        panel = panel.merge(table.rename(columns=named), how="left", on=[f"ccode{side}", "year"])
    return panel


ADDITIONS = {
    "atop": atop,
    "mid": mid,
    "contiguity": contiguity,
    "majors": majors,
    "nmc": nmc,
    "igo": igo,
    "rivalries": rivalries,
    "capital-distance": capital_distance,
}


def reference_panel(data: Path, first: int = 1816, last: int = 2016) -> pd.DataFrame:
    """Return the directed dyad-years with the eight additions, sorted by the pair and the year."""
    panel = directed_dyad_years(data, first, last)
    for add in ADDITIONS.values():
        panel = add(panel, data)
    return panel
