"""From our sample to theirs, step by step: how many cases, how many kept, before and since 1945.

The years end in 2003, as theirs do. A conflict belongs to the year in which its first party came
in.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
from ibis.expr.types import Table

from foedus.ledger.engines import Engine
from foedus.panels.held_tables import HeldTables
from foedus.repercussions.fulfilment.conflicts import WAR
from foedus.repercussions.fulfilment.occasions import calls, occasions
from foedus.repercussions.fulfilment.promises import KINDS

__all__ = ["Share", "Step", "by_source", "frame", "steps"]

LAST_YEAR, BREAK = 2003, 1945
ARAB_LEAGUE = 3205
CASE = ["conflict", "alliance"]


@dataclass(frozen=True)
class Share:
    """So many cases, so many of them kept."""

    cases: int
    kept: int

    @property
    def rate(self) -> float | None:
        """The share kept; None without a case."""
        return self.kept / self.cases if self.cases else None

    def __str__(self) -> str:
        return f"{self.kept} of {self.cases}" + (f" = {self.rate:.1%}" if self.cases else "")


@dataclass(frozen=True)
class Step:
    """One way to count: its name, and what it finds in wars begun before and since 1945."""

    name: str
    before: Share
    since: Share


def frame(engine: Engine) -> dict[str, tuple[int, int]]:
    """Return how many pairs of a war and an alliance with a member in it there are: before, since.

    Inter-state wars to 2003; alliances that promise more than consultation. "in force" counts those
    begun in an earlier year and not yet over in that of the war, "or begun that year" those too.
    """
    held = HeldTables(engine)
    wars = engine.to_pyarrow(held.table("wars", "interstate")).to_pandas()
    members = engine.to_pyarrow(held.table("atop", "members")).to_pandas()
    members = members[members[list(KINDS.values())].max(axis=1) == 1]
    began = wars.groupby("warnum", as_index=False).year.min()
    fought = wars[["warnum", "ccode1"]].drop_duplicates().merge(began, on="warnum")
    met = fought[fought.year <= LAST_YEAR].merge(members, left_on="ccode1", right_on="member")
    running = met[met.yrexit.isna() | (met.yrexit >= met.year)]
    return {
        "in force": _pairs(running[running.yrent < running.year]),
        "or begun that year": _pairs(running[running.yrent <= running.year]),
    }


def _pairs(met: pd.DataFrame) -> tuple[int, int]:
    since = met.drop_duplicates(["warnum", "atopid"]).year >= BREAK
    return int((~since).sum()), int(since.sum())


def steps(engine: Engine) -> list[Step]:
    """Return the steps, from one promise at a time to one case per war and alliance."""
    found = []
    disputes, wars = (_to_last_year(engine, calls(engine, one)) for one in ("gml", "wars"))
    at_war = disputes[disputes.level == WAR]
    fair, plain = _fair(at_war), _plain(at_war)

    def step(name: str, rows: pd.DataFrame, kept: str | None = None) -> None:
        found.append(_step(name, rows, kept))

    for kind in KINDS:
        step(f"one promise: {kind}, plain", plain[plain.kind == kind])
        step(f"one promise: {kind}, all", fair[fair.kind == kind])
    step("one promise: every kind, all", fair)
    step("one case: every kind, every promise kept", fair, "all")
    step("one case: every kind, some promise kept", fair, "any")
    active = fair[fair.kind != "nonaggression"]
    step("one case: without non-aggression, every promise kept", active, "all")
    step("one case: without non-aggression, some promise kept", active, "any")
    for name, rows in (("disputes at war", fair), ("list of wars", _fair(wars))):
        defence = rows[rows.kind == "defence"]
        step(f"one case: defence, {name}, every promise kept", defence, "all")
        step(f"one case: defence, {name}, some promise kept", defence, "any")
    others = _fair(wars)
    step("one case: every kind, list of wars, every promise kept", others, "all")
    others = others[others.kind != "nonaggression"]
    step("one case: without non-aggression, list of wars, every promise kept", others, "all")
    for name, rows in (("disputes at war", at_war), ("list of wars", wars)):
        any_member = _any_member(rows)
        any_member = any_member[any_member.kind == "defence"]
        step(f"one case: defence, {name}, any member at war, every promise", any_member, "all")
        step(f"one case: defence, {name}, any member at war, some promise", any_member, "any")
    plainly = plain[plain.kind == "defence"]
    step("one promise: defence, plain, Arab League left out", _without_arab_league(plainly))
    step("one promise: defence, plain, bilateral", plainly[plainly.bilateral])
    forceful = _plain(disputes)
    step("one promise: defence, plain, disputes with force", forceful[forceful.kind == "defence"])
    return found


def by_source(engine: Engine) -> dict[tuple[str, str], Step]:
    """Return the rate of each kind by whose conflicts: "gml", "mid", "wars", all fair tests."""
    found = {}
    for source in ("gml", "mid", "wars"):
        asked = occasions(engine, source)
        fair = _fair(_to_last_year(engine, asked.filter(asked.level == WAR)))
        for kind in KINDS:
            found[source, kind] = _step(f"{source}: {kind}", fair[fair.kind == kind], None)
    return found


def _to_last_year(engine: Engine, asked: Table) -> pd.DataFrame:
    rows = engine.to_pyarrow(asked).to_pandas()
    began = pd.to_datetime(rows.asked_first).groupby(rows.conflict).transform("min").dt.year
    return rows.assign(began=began)[began <= LAST_YEAR]


def _fair(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows.left_out.isna()]


def _plain(rows: pd.DataFrame) -> pd.DataFrame:
    fair = _fair(rows)
    return fair[fair.condition != "open"]


def _any_member(rows: pd.DataFrame) -> pd.DataFrame:
    """Return also those asked by a partner that came in later, and those at its side already."""
    more = ("who attacked is not known", "already beside")
    return rows[rows.left_out.isna() | rows.left_out.isin(more)]


def _without_arab_league(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows.alliance != ARAB_LEAGUE]


def _step(name: str, rows: pd.DataFrame, kept: str | None) -> Step:
    before, since = (_share(part, kept) for part in _parts(rows))
    return Step(name, before, since)


def _parts(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    yield rows[rows.began < BREAK]
    yield rows[rows.began >= BREAK]


def _share(rows: pd.DataFrame, kept: str | None) -> Share:
    """Return cases and kept ones: of promises, or of pairs of a war and an alliance."""
    acted = rows.acted.astype(bool)
    if kept:
        acted = acted.groupby([rows[name] for name in CASE]).agg(kept)
    return Share(len(acted), int(acted.sum()))
