"""Who is a member of which intergovernmental organisation: Correlates of War IGO, version 3.0.

Codebook: *Codebook Version 3 IGO Data*; Jon C. W. Pevehouse, Timothy Nordstrom, Roseanne W. McManus
and Anne Spencer Jamison, "Tracking Organizations in the World: The Correlates of War IGO Version
3.0 Datasets", *Journal of Peace Research* 57, 2020, 492-503. The publisher's state-year file has
one column per organisation with 0 no membership, 1 full member, 2 associate member, 3 observer,
-9 missing, -1 the organisation did not exist.
"""

from collections.abc import Callable

from ibis.expr.types import Table, Value

from foedus.reading.datasets.checks import known_codes, not_negative
from foedus.reading.datasets.table import Column, DatasetTable, Derivation, Form
from foedus.reading.datasets.tidying import kept
from foedus.reading.datasets.undirected import lower_code_first

__all__ = ["LEVELS", "TABLES", "counts_by_state", "joint_memberships"]

LEVELS = (0, 1, 2, 3)
"""No membership, full, associate, observer."""

_COVERAGE = (1816, 2014)
_NO_SUCH_ORGANISATION = -1
_FULL, _ASSOCIATE, _OBSERVER = 1, 2, 3
_JOINT = (_FULL, _ASSOCIATE)
_STATE_YEAR = ("ccode", "year")
_DYAD = ("ccode1", "ccode2")
_COUNTS = {
    "sum_igo_full": "organisations in which the state is a full member",
    "sum_igo_associate": "organisations in which the state is an associate member",
    "sum_igo_observer": "organisations in which the state is an observer",
    "sum_igo_anytype": "organisations in which the state is a member of any kind",
}


def counts_by_state(memberships: Table) -> Table:
    """Return one row per state and year with the numbers of its memberships by kind.

    A membership that is not known counts as none, as in the published counts.
    """
    level = memberships.level
    return memberships.group_by(*_STATE_YEAR).agg(
        sum_igo_full=_number(level == _FULL),
        sum_igo_associate=_number(level == _ASSOCIATE),
        sum_igo_observer=_number(level == _OBSERVER),
        sum_igo_anytype=_number(level >= _FULL),
    )


def joint_memberships(memberships: Table) -> Table:
    """Return one row per dyad, lower code first, and year: the organisations both belong to.

    Full and associate members count, observers do not: so the published dyad-years were made, all
    917,695 of them, although the codebook speaks of joint full membership. Every dyad of states
    listed in the year has a row, also with nothing in common.
    """
    states = memberships.select(*_STATE_YEAR).distinct()
    dyads = _paired(states, ("year",)).select(*_DYAD, "year")
    held = memberships.filter(memberships.level.isin(_JOINT)).select(*_STATE_YEAR, "igo")
    shared = _paired(held, ("year", "igo"))
    joint = shared.group_by(*_DYAD, "year").agg(dyadigos=shared.count())
    found = dyads.left_join(joint, [*_DYAD, "year"])
    return found.select(*_DYAD, "year", dyadigos=found.dyadigos.fill_null(0))


def _paired(rows: Table, on: tuple[str, ...]) -> Table:
    first = rows.select(*on, ccode1=rows.ccode)
    second = rows.select(ccode2=rows.ccode, **{f"{name}_2": rows[name] for name in on})
    same = [first[name] == second[f"{name}_2"] for name in on]
    return first.inner_join(second, [*same, first.ccode1 < second.ccode2])


def _number(condition: Value) -> Value:
    return condition.cast("int32").sum().fill_null(0)


def _memberships(rows: Table) -> Table:
    described = {"row", *_STATE_YEAR, "state"}
    organisations = [name for name in rows.columns if name not in described]
    long = rows.select("row", *_STATE_YEAR, *organisations).pivot_longer(
        organisations, names_to="igo", values_to="level"
    )
    existing = long.level.isnull() | (long.level.cast("string") != str(_NO_SUCH_ORGANISATION))
    return long.filter(existing).select("row", *_STATE_YEAR, "level", igo=long.igo.lower())


def _derived(rows: Callable[[Table], Table]) -> Derivation:
    return Derivation(("memberships",), lambda tables: rows(tables["memberships"]))


_WIDE = Form(
    "state-years, one column per organisation",
    frozenset({*_STATE_YEAR, "state", "aaaid", "wassen"}),
    _memberships,
)
_STATE = Column("ccode", "int32", "COW number of the state")
_YEAR = Column("year", "int32", "calendar year")

MEMBERSHIPS = DatasetTable(
    dataset="igo",
    name="memberships",
    grain=(*_STATE_YEAR, "igo"),
    columns=(
        _STATE,
        _YEAR,
        Column("igo", "string", "publisher's short name of the organisation, in small letters"),
        Column(
            "level",
            "int32",
            "0 no membership, 1 full, 2 associate, 3 observer; missing: not known",
            ("-9",),
            LEVELS,
        ),
    ),
    forms=(_WIDE,),
    coverage=_COVERAGE,
    checks=(known_codes("ccode", "cow"),),
    faults=("A state and an organisation that did not exist in a year have no row.",),
)

STATE_YEARS = DatasetTable(
    dataset="igo",
    name="state_years",
    grain=_STATE_YEAR,
    columns=(
        _STATE,
        _YEAR,
        *(Column(name, "int32", meaning) for name, meaning in _COUNTS.items()),
    ),
    forms=(Form("counts", frozenset({*_STATE_YEAR, *_COUNTS}), kept(*_STATE_YEAR, *_COUNTS)),),
    coverage=_COVERAGE,
    checks=(
        known_codes("ccode", "cow"),
        not_negative(*_COUNTS),
    ),
    derived=_derived(counts_by_state),
    faults=("A membership that is not known is counted as none.",),
)

DYAD_YEARS = DatasetTable(
    dataset="igo",
    name="dyad_years",
    grain=(*_DYAD, "year"),
    columns=(
        Column("ccode1", "int32", "COW number of the state with the lower number"),
        Column("ccode2", "int32", "COW number of the state with the higher number"),
        _YEAR,
        Column("dyadigos", "int32", "organisations in which both are full or associate members"),
    ),
    forms=(
        Form(
            "joint memberships",
            frozenset({*_DYAD, "year", "dyadigos"}),
            kept(*_DYAD, "year", "dyadigos"),
        ),
    ),
    coverage=_COVERAGE,
    checks=(
        lower_code_first(*_DYAD),
        known_codes("ccode1", "cow"),
        known_codes("ccode2", "cow"),
        not_negative("dyadigos"),
    ),
    derived=_derived(joint_memberships),
    faults=(
        "A membership that is not known is counted as none.",
        "Associate members are counted like full ones, observers not at all.",
    ),
)

TABLES = (MEMBERSHIPS, STATE_YEARS, DYAD_YEARS)
