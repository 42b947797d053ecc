"""International transfers of major conventional arms: every deal, and volumes by dyad and year.

Stockholm International Peace Research Institute, SIPRI Arms Transfers Database, "Sources and
methods", and the notes above the tables it lets download. Volumes are trend-indicator values (TIV)
in millions: a measure of the volume of arms, not of what was paid. A "?" says that the number or
year before it is uncertain. Names marked `*` are groups that are no state, `**` organisations;
the Soviet Union and Russia are two suppliers.
"""

import ibis
from ibis.expr.types import Table, Value

from foedus.reading.datasets.checks import not_negative, unique_grain
from foedus.reading.datasets.sipri_files import indicator_values, trade_register
from foedus.reading.datasets.state_names import actor_ids_by_name
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form

__all__ = ["SPELLINGS", "TABLES"]

# Names by which SIPRI means one actor: it lists both Congos apart, both Germanies, and South
# Vietnam apart from Viet Nam, which is the North before 1976.
SPELLINGS: dict[str, str | tuple[str, ...]] = {
    "african union**": "AU",
    "congo": "COG",
    "dr congo": "COD",
    "east germany (gdr)": "DDR",
    "european union**": "EU",
    "nato**": "NATO",
    "osce**": "OSCE",
    "saint vincent": "VCT",
    "united nations**": "UN",
    "viet nam": ("VDR", "VNM"),
    "yemen arab republic (north yemen)": "YEM",
}
_STATUS = ("New", "Second hand", "Second hand but modernized")
_DEALS = {
    "recipient": "Recipient",
    "supplier": "Supplier",
    "order_year": "Year of order",
    "ordered": "Number ordered",
    "designation": "Weapon designation",
    "description": "Weapon description",
    "delivered": "Number delivered",
    "delivery_years": "Year(s) of delivery",
    "status": "status",
    "comments": "Comments",
    "tiv_unit": "SIPRI TIV per unit",
    "tiv_order": "SIPRI TIV for total order",
    "tiv_delivered": "SIPRI TIV of delivered weapons",
}
_UNCERTAIN = ("order_year", "ordered", "delivered")


def _deals(rows: Table) -> Table:
    given = rows.select("row", **{ours: rows[theirs] for ours, theirs in _DEALS.items()})
    flags = {
        f"{name}_uncertain": (rows[f"{_DEALS[name]}?"] == "?").fill_null(False)
        for name in _UNCERTAIN
    }
    marked = rows.select(flag_row=rows.row, **flags)
    deals = given.join(marked, given.row == marked.flag_row).drop("flag_row")
    last = deals.delivery_years.right(4).try_cast("int16")
    dated = deals.mutate(
        first_delivery=deals.delivery_years[:4].try_cast("int16"),
        last_delivery=last,
        # Where the number ordered is not known the file has 0 for the value of the order.
        tiv_order=ibis.ifelse(deals.ordered.isnull(), ibis.null("string"), deals.tiv_order),
        recipient_kind=_kind(deals.recipient),
        supplier_kind=_kind(deals.supplier),
        year=last.coalesce(deals.order_year.try_cast("int16")),
    )
    return _with_both_ids(dated).drop("year")


def _dyad_years(rows: Table) -> Table:
    given = rows.select("row", "supplier", "recipient", "year", tiv=rows["value"])
    kinds = given.mutate(recipient_kind=_kind(given.recipient), supplier_kind=_kind(given.supplier))
    return _with_both_ids(kinds)


def _with_both_ids(rows: Table) -> Table:
    supplied = actor_ids_by_name(rows, "supplier", into="supplier_", spellings=SPELLINGS)
    return actor_ids_by_name(supplied, "recipient", into="recipient_", spellings=SPELLINGS)


def _kind(name: Value) -> Value:
    return ibis.cases(
        (name.endswith("**"), "organisation"),
        (name.endswith("*"), "group"),
        (name.lower().startswith("unknown"), "unknown"),
        else_="state",
    )


def _incomplete(rows: Table) -> Table:
    return rows.filter(rows.supplier.isnull() | rows.recipient.isnull() | rows.order_year.isnull())


_KINDS = ("state", "group", "organisation", "unknown")
_WHO = [
    column
    for side in ("supplier", "recipient")
    for column in (
        Column(f"{side}_kind", "string", f"what the {side} is, by SIPRI's marks", levels=_KINDS),
        Column(f"{side}_id", "string", "actor of that name in that year; null if none is certain"),
        Column(f"{side}_ccode", "int16", "its Correlates of War number"),
    )
]

TABLES = (
    DatasetTable(
        dataset="sipri-transfers",
        name="deals",
        grain=("row",),
        columns=(
            Column("supplier", "string", "who supplied, as SIPRI names it"),
            Column("recipient", "string", "who received, as SIPRI names it"),
            Column("order_year", "int16", "year of the order, or of the licence"),
            Column("order_year_uncertain", "boolean", "whether SIPRI marks order_year '?'"),
            Column("ordered", "int32", "items ordered; null if not yet known"),
            Column("ordered_uncertain", "boolean", "whether SIPRI marks ordered '?'"),
            Column("designation", "string", "designation of the weapon"),
            Column("description", "string", "kind of weapon"),
            Column("delivered", "int32", "items delivered"),
            Column(
                "delivered_uncertain",
                "boolean",
                "whether SIPRI puts '?' after the number delivered, before the years",
            ),
            Column("delivery_years", "string", "years of delivery, a list; null if none yet"),
            Column("first_delivery", "int16", "first of delivery_years"),
            Column("last_delivery", "int16", "last of delivery_years"),
            Column("status", "string", "new or second hand", levels=_STATUS),
            Column("comments", "string", "SIPRI's comment"),
            Column("tiv_unit", "float64", "trend-indicator value of one item, millions"),
            Column(
                "tiv_order", "float64", "of the order, millions; null where ordered is not known"
            ),
            Column(
                "tiv_delivered",
                "float64",
                "of what was delivered, millions; 0 is less than half a million, null none",
            ),
            *_WHO,
        ),
        forms=(
            Form(
                "trade register",
                frozenset({*_DEALS.values(), *(f"{_DEALS[name]}?" for name in _UNCERTAIN)}),
                _deals,
                trade_register,
            ),
        ),
        coverage=(1950, 2023),
        years=("first_delivery", "last_delivery"),
        checks=(
            Check("incomplete deal", "supplier, recipient and order_year are given", _incomplete),
            not_negative("ordered", "delivered", "tiv_unit", "tiv_order", "tiv_delivered"),
        ),
        faults=(
            "The register has no id: rows alike in every column may be one deal entered twice.",
            "Ids are those of the year of the last delivery, or of the order where none is known: "
            "SIPRI names a deal of 1990 that Russia fulfilled in 1992 after Russia.",
            "A line break inside a comment splits a deal in two for readers that end a line there.",
        ),
    ),
    DatasetTable(
        dataset="sipri-transfers",
        name="dyad_years",
        grain=("supplier", "recipient", "year"),
        columns=(
            Column("supplier", "string", "who supplied, as SIPRI names it"),
            Column("recipient", "string", "who received, as SIPRI names it"),
            Column("year", "int16", "year of the deliveries"),
            Column(
                "tiv", "int32", "trend-indicator value, millions; 0 is less than half a million"
            ),
            *_WHO,
        ),
        forms=(
            Form(
                "export of trend-indicator values, one country",
                frozenset({"supplier", "recipient", "year", "value"}),
                _dyad_years,
                indicator_values,
            ),
            Form(
                "one row per supplier, recipient and year",
                frozenset({"supplier", "recipient", "year", "value"}),
                _dyad_years,
            ),
        ),
        coverage=(1950, 2021),
        checks=(
            unique_grain("supplier", "recipient", "year"),
            not_negative("tiv"),
        ),
        across_files=("supplier", "recipient", "year"),
        faults=(
            "An export is about one supplier or one recipient: of all others it says nothing.",
            "No row means that no delivery was identified.",
        ),
    ),
)
