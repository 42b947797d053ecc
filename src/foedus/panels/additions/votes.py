"""What votes in the General Assembly of the United Nations add to a panel."""

from collections.abc import Mapping

from ibis.expr.types import NumericValue, Table

from foedus.panels.additions.rows import states
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Between, Join, Pairs, States
from foedus.panels.systems import COW

__all__ = ["IDEAL_POINTS", "UNGA_VOTES"]

_POINTS = (
    Added("ideal_point", "ideal point, median of the posterior"),
    Added("ideal_point_q5", "fifth percentile of the ideal point's posterior"),
    Added("ideal_point_q95", "ninety-fifth percentile of the ideal point's posterior"),
)


def _points(held: HeldTables) -> Table:
    rows = held.table("ideal-points", "session_years")
    named = rows.rename(ideal_point_q5="q5_all", ideal_point_q95="q95_all")
    return states(named, *(column.name for column in _POINTS))


_BY_STATE = States(
    "ideal-points",
    "session_years",
    COW,
    _points,
    _POINTS,
    "by state and the year in which the session began",
)


def _apart(
    one: Mapping[str, NumericValue], two: Mapping[str, NumericValue]
) -> tuple[NumericValue, NumericValue, NumericValue]:
    first, second = one["ideal_point"], two["ideal_point"]
    return first, second, (first - second).abs()


IDEAL_POINTS: tuple[Join, ...] = (
    Between(
        _BY_STATE,
        (
            Added("ideal_point1", "ideal point of the first state, median of the posterior"),
            Added("ideal_point2", "ideal point of the second state, median of the posterior"),
            Added("ideal_point_distance", "distance between the two ideal points"),
        ),
        _apart,
        "by state and the year in which the session began, and their distance",
    ),
    _BY_STATE,
)

# --- Agreement in single votes --------------------------------------------------------------------

_CAST = (1, 2, 3)  # yes, abstention, no: the rest is absence or no member


def _agreement(held: HeldTables) -> Table:
    calls = held.table("unga-votes", "rollcalls")
    votes = held.table("unga-votes", "votes")
    dated = calls.select(call=calls.rcid, year=calls.date.year().cast("int32"))
    joined = votes.inner_join(dated, votes.rcid == dated.call)
    cast = joined.filter(joined.vote.isin(_CAST))
    one = cast.select("rcid", "year", "vote", state1=cast.ccode.cast("int32"))
    # A filter and a view, or Ibis takes the two sides of the comparison of states for one.
    two = one.view().select(same_call="rcid", other_vote="vote", state2="state1")
    met = one.inner_join(two, [one.rcid == two.same_call, one.state1 < two.state2])
    return met.group_by("state1", "state2", "year").agg(
        unga_rollcalls=met.count().cast("int32"),
        unga_agreement=(met.vote == met.other_vote).cast("float64").mean(),
    )


UNGA_VOTES: tuple[Join, ...] = (
    Pairs(
        "unga-votes",
        "votes",
        COW,
        _agreement,
        (
            Added("unga_rollcalls", "roll calls of the year in which both voted or abstained"),
            Added("unga_agreement", "share of them in which both said the same, 0 to 1"),
        ),
        "by pair and calendar year of the vote, the same in both directions",
        mutual=True,
    ),
)
