"""What is known of the states of an occasion on the day: rank, capabilities, democracy, time.

Capabilities are those of the year of the conflict; democracy scores those of the year before, for a
war may change a regime within its first year. A list of nuclear powers is not among the datasets,
so no column speaks of them.
"""

import datetime as dt

import ibis
from ibis.expr.types import BooleanValue, DateValue, IntegerValue, StringValue, Table

from foedus.panels.held_tables import HeldTables
from foedus.reading.datasets.democracy import SCORES

__all__ = ["DEMOCRATIC_ABOVE", "ERAS", "with_features"]

ERAS = ((1816, 1913), (1914, 1944), (1945, 1989), (1990, None))
"""ATOP numbers alliances by these eras; the break of 1945 is that of the literature."""

DEMOCRATIC_ABOVE = 0
"""A state is democratic with an adjusted extended Unified Democracy Score above this: where the
measures that only say yes or no put their cut on average (documentation of the R package isard;
Xavier Marquez, "A Quick Method for Extending the Unified Democracy Scores", 2016,
doi:10.2139/ssrn.2753830). Of the scores it alone is known of nearly every state in every year."""

_LAST_DAY_OF_MAJORS = dt.date(2016, 12, 31)
_COLUMNS = (
    *("conflict", "level", "asked_first", "asked_last", "year", "since_1945", "era"),
    *("obligor", "beneficiary", "kind", "trigger"),
    *("alliance", "alliances", "bilateral", "members", "condition", "conditions"),
    *("conduct", "already", "left_first", "acted", "left_out", "asked"),
    *("major_obligor", "major_beneficiary", "major_enemy", "enemies"),
    *("cinc_obligor", "cinc_beneficiary", "cinc_enemies", "balance", "balance_with_obligor"),
    *("ratio_to_beneficiary", "ratio_to_enemies"),
    *("democratic_obligor", "democratic_beneficiary"),
    *(f"{score}_{who}" for who in ("obligor", "beneficiary") for score in SCORES[1:]),
)


def with_features(held: HeldTables, rows: Table, enemies: Table) -> Table:
    """Return occasions with year, since_1945, era and what is known of the states then.

    `major_*` are true of major powers (COW), null after the list ends. `cinc_*` are shares of the
    system's capabilities, that of the enemies added up and null when one is unknown. `balance` is
    the beneficiary's share of what it and its enemies have; `balance_with_obligor` the same with
    the obligor beside it. `ratio_to_*` is what the obligor has to one of what the beneficiary has,
    and to one of what its enemies have together: an ally that comes must face them all; null where
    the obligor is among the enemies. Scores of democracy are under their own names; `democratic_*`
    says whether `aeuds` lies above `DEMOCRATIC_ABOVE`, null where that is not known.
    """
    year = rows.asked_first.year().cast("int32")
    timed = rows.mutate(year=year, since_1945=year >= ERAS[2][0], era=_era(year))
    ranked = _with_rank(held, _with_enemies(held, timed, enemies))
    capable = _with_scores(held, _with_cinc(held, ranked))
    own, ally, others = capable.cinc_beneficiary, capable.cinc_obligor, capable.cinc_enemies
    among_enemies = (capable.already == "against").fill_null(False)
    return capable.mutate(
        balance=own / (own + others),
        balance_with_obligor=(own + ally) / (own + ally + others),
        ratio_to_beneficiary=ally / own.nullif(0),
        ratio_to_enemies=ibis.ifelse(among_enemies, ibis.null("float64"), ally / others.nullif(0)),
        democratic_obligor=capable.aeuds_obligor > DEMOCRATIC_ABOVE,
        democratic_beneficiary=capable.aeuds_beneficiary > DEMOCRATIC_ABOVE,
    ).select(*_COLUMNS)


def _era(year: IntegerValue) -> StringValue:
    cases = [(year >= first, f"{first}-{last or ''}") for first, last in reversed(ERAS)]
    era: StringValue = ibis.cases(*cases)
    return era


def _with_enemies(held: HeldTables, rows: Table, enemies: Table) -> Table:
    """Add how many enemies, whether one is a major power, and what they have together."""
    capabilities = held.table("nmc", "state_years").select("ccode", "year", "cinc")
    asked = rows.select(
        fight="conflict", fighter="beneficiary", in_year="year", on="asked_first"
    ).distinct()
    met = asked.inner_join(
        enemies, [asked.fight == enemies.conflict, asked.fighter == enemies.state]
    )
    known = met.left_join(
        capabilities, [met.enemy == capabilities.ccode, met.in_year == capabilities.year]
    )
    ranked = known.mutate(major=_is_major(held, known, "enemy", known.on))
    grouped = ranked.group_by("fight", "fighter").agg(
        enemies=ranked.enemy.nunique(),
        known=ranked.cinc.count(),
        total=ranked.cinc.sum(),
        major_enemy=ranked.major.any(),
    )
    joined = rows.left_join(
        grouped, [rows.conflict == grouped.fight, rows.beneficiary == grouped.fighter]
    )
    whole = joined.known == joined.enemies
    return joined.mutate(cinc_enemies=ibis.ifelse(whole, joined.total, ibis.null("float64")))


def _with_rank(held: HeldTables, rows: Table) -> Table:
    return rows.mutate(
        major_obligor=_is_major(held, rows, "obligor", rows.asked_first),
        major_beneficiary=_is_major(held, rows, "beneficiary", rows.asked_first),
    )


def _is_major(held: HeldTables, rows: Table, state: str, on: DateValue) -> BooleanValue:
    spells = held.engine.to_pyarrow(held.table("majors", "spells")).to_pylist()
    within = [
        (rows[state] == spell["ccode"]) & on.between(spell["begins"], spell["ends"])
        for spell in spells
    ]
    return ibis.ifelse(on <= _LAST_DAY_OF_MAJORS, ibis.or_(*within), ibis.null("boolean"))


def _with_cinc(held: HeldTables, rows: Table) -> Table:
    return _of_both(rows, held.table("nmc", "state_years"), ("cinc",))


def _with_scores(held: HeldTables, rows: Table) -> Table:
    scores = held.table("democracy", "state_years")
    year_after = scores.mutate(year=(scores.year + 1).cast("int32"))
    return _of_both(rows, year_after, SCORES)


def _of_both(rows: Table, known: Table, columns: tuple[str, ...]) -> Table:
    """Add columns known by state and year, of the obligor and of the beneficiary in that year."""
    for who in ("obligor", "beneficiary"):
        renamed = {f"{name}_{who}": known[name] for name in columns}
        named = known.select(known_state=known.ccode, known_year=known.year, **renamed)
        rows = rows.left_join(
            named, [rows[who] == named.known_state, rows.year == named.known_year]
        ).drop("known_state", "known_year")
    return rows
