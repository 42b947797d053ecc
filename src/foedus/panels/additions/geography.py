"""What geography adds to a panel: borders and distances."""

from collections.abc import Mapping

import ibis
from ibis.expr.types import NumericValue, Table

from foedus.panels.additions.rows import both_ways, pairs, pairs_in_months, states
from foedus.panels.calendar import in_years, years_of
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Between, Join, Pairs, States
from foedus.panels.spine import state_years
from foedus.panels.systems import COW, GW, System, covered_years, state_spells

__all__ = ["CAPITAL_DISTANCE", "CONTIGUITY", "MINIMUM_DISTANCE"]

# Kilometres: the sphere on which the field's distances are measured has the equatorial radius of
# WGS 84, 6,378,137 m.
_RADIUS = 6378.137


_TYPES = "1 land or river border, 2 to 5 up to 12, 24, 150 and 400 miles of water between, 0 none"


def _contiguity(held: HeldTables) -> Table:
    return pairs(held.table("contiguity", "directed_dyad_years"), "conttype")


def _contiguity_months(held: HeldTables) -> Table:
    spells = held.table("contiguity", "spells")
    first, last = held.years("contiguity", "spells")
    named = spells.select("conttype", "begins", "ends", state1="ccode1", state2="ccode2")
    monthly = pairs_in_months(named, (first or 1816, last or 2016))
    return monthly.group_by("state1", "state2", "year", "month").agg(
        conttype=monthly.conttype.min()
    )


def _borders(held: HeldTables) -> Table:
    rows = states(held.table("contiguity", "directed_dyad_years"), "conttype", code="ccode1")
    by_land = rows.conttype == 1
    return rows.group_by("state", "year").agg(
        land=by_land.sum().cast("int32"), sea=(~by_land).sum().cast("int32")
    )


CONTIGUITY: tuple[Join, ...] = (
    Pairs(
        "contiguity",
        "directed_dyad_years",
        COW,
        _contiguity,
        (Added("conttype", f"closest contiguity of the year: {_TYPES}", 0),),
        "by directed pair and year: the closest type held in the year",
    ),
    Pairs(
        "contiguity",
        "spells",
        COW,
        _contiguity_months,
        (Added("conttype", f"closest contiguity of the month: {_TYPES}", 0),),
        "by directed pair and month: the closest type held in the month",
        monthly=True,
    ),
    States(
        "contiguity",
        "directed_dyad_years",
        COW,
        _borders,
        (
            Added("land", "number of states with a land or river border", 0),
            Added("sea", "number of states across up to 400 miles of water", 0),
        ),
        "by state and year: its neighbours, each by its closest type",
    ),
)


# --- Distance between capitals --------------------------------------------------------------------


def _capitals(system: System, table: str) -> States:
    def first_capitals(held: HeldTables) -> Table:
        """The capital held first in each year, as a direction from the centre of the Earth."""
        spells = held.table("capitals", table)
        first, last = held.years("capitals", table)
        years = years_of(first or 1816, last or 2024)
        begins, ends = spells.begins, spells.ends
        yearly = in_years(spells, begins.year(), ends.year(), years)
        order = ibis.window(group_by=[system.code, "year"], order_by="begins")
        ranked = yearly.mutate(place=ibis.row_number().over(order))
        kept = ranked.filter(ranked.place == 0)
        latitude, longitude = kept.lat.radians(), kept.lng.radians()
        return kept.select(
            "year",
            state=kept[system.code].cast("int32"),
            x=latitude.cos() * longitude.cos(),
            y=latitude.cos() * longitude.sin(),
            z=latitude.sin(),
        )

    return States(
        "capitals",
        table,
        system,
        first_capitals,
        tuple(
            Added(axis, "direction of the capital from the centre of the Earth") for axis in "xyz"
        ),
        "",
    )


def _great_circle(
    one: Mapping[str, NumericValue], two: Mapping[str, NumericValue]
) -> tuple[NumericValue]:
    """Great-circle distance in km: the angle of two directions, by its sine and its cosine.

    The same angle as by the special case for a sphere of T. Vincenty, "Direct and Inverse Solutions
    of Geodesics on the Ellipsoid", *Survey Review* 23 (1975), and as sound for points near and far
    apart, but without a sine and a cosine to compute for every pair.
    """
    sines = [
        one["y"] * two["z"] - one["z"] * two["y"],
        one["z"] * two["x"] - one["x"] * two["z"],
        one["x"] * two["y"] - one["y"] * two["x"],
    ]
    squares = sum((sine * sine for sine in sines[1:]), start=sines[0] * sines[0])
    cosine = one["x"] * two["x"] + one["y"] * two["y"] + one["z"] * two["z"]
    return (_RADIUS * squares.sqrt().atan2(cosine),)


def _between_capitals(system: System, table: str) -> Join:
    return Between(
        _capitals(system, table),
        (
            Added(
                "capdist", "great-circle distance between the capitals held first in the year, km"
            ),
        ),
        _great_circle,
        "by pair and year: between the capitals that the two states held first in the year",
    )


def _nearest_capital(system: System, table: str) -> Join:
    capitals = _capitals(system, table)

    def state_years_of(held: HeldTables) -> Table:
        members = state_years(
            state_spells(held, system), years_of(*covered_years(held, system, None))
        )
        known = capitals.rows(held).inner_join(members, ["state", "year"])
        known = known.filter(known.x.notnull())  # else Ibis takes both sides of the join for one
        other = known.view().rename({f"other_{name}": name for name in known.columns})
        met = known.inner_join(
            other, [known.year == other.other_year, known.state != other.other_state]
        )
        (distance,) = _great_circle(
            {axis: met[axis] for axis in "xyz"}, {axis: met[f"other_{axis}"] for axis in "xyz"}
        )
        measured = met.mutate(distance=distance)
        return measured.group_by("state", "year").agg(mincapdist=measured.distance.min())

    return States(
        "capitals",
        table,
        system,
        state_years_of,
        (Added("mincapdist", "distance from its capital to the nearest of another state, km"),),
        "by state and year: the nearest capital of a state of the same list",
    )


CAPITAL_DISTANCE: tuple[Join, ...] = (
    _between_capitals(COW, "cow_spells"),
    _between_capitals(GW, "gw_spells"),
    _nearest_capital(COW, "cow_spells"),
    _nearest_capital(GW, "gw_spells"),
)


# --- Least distance between territories -----------------------------------------------------------


def _minimum(system: System, table: str) -> Join:
    return Pairs(
        "minimum-distance",
        table,
        system,
        lambda held: pairs(held.table("minimum-distance", table), "mindist", codes=system.pair),
        (Added("mindist", "least distance between the territories, km"),),
        "by pair and year, the same in both directions",
        mutual=True,
    )


def _nearest_state(system: System, table: str) -> Join:
    def state_years_of(held: HeldTables) -> Table:
        rows = pairs(held.table("minimum-distance", table), "mindist", codes=system.pair)
        known = both_ways(rows)
        return known.group_by("year", state=known.state1).agg(minmindist=known.mindist.min())

    return States(
        "minimum-distance",
        table,
        system,
        state_years_of,
        (Added("minmindist", "least distance from its territory to that of another state, km"),),
        "by state and year: the nearest other state",
    )


MINIMUM_DISTANCE: tuple[Join, ...] = (
    _minimum(COW, "cow_dyad_years"),
    _minimum(GW, "gw_dyad_years"),
    _nearest_state(COW, "cow_dyad_years"),
    _nearest_state(GW, "gw_dyad_years"),
)
