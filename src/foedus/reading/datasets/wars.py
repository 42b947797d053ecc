"""Wars between and within states: Correlates of War, versions 4.0 (inter-state) and 4.1 (intra).

Codebook: Meredith Reid Sarkees and Frank Whelon Wayman, *Resort to War: 1816-2007*, CQ Press, 2010,
and the codebooks of the data sets. -9 is unknown, -8 not applicable. The publisher's file of
inter-state wars, `Inter-StateWarData_v4.0.csv`, has one row per participant with up to two phases;
opponents and years follow from it, as the two being in one phase on opposite sides on the same day.
"""

import ibis
from ibis.expr.types import Table, Value

from foedus.reading.datasets.checks import known_codes, not_negative, symmetric
from foedus.reading.datasets.days import first_day, last_day, whole_number
from foedus.reading.datasets.spell_years import dated, years_of_spells
from foedus.reading.datasets.table import Column, DatasetTable, Derivation, Form
from foedus.reading.datasets.tidying import kept
from foedus.reading.datasets.undirected import two_states

__all__ = ["TABLES"]

_COVERAGE = (1816, 2007)
_DYAD = ("ccode1", "ccode2")
_MISSING = ("-9", "-8")
_SIDES = (1, 2)
_YES_OR_NO = (0, 1)
_PHASES = (1, 2)
_NO_PHASE = -8
_OUTCOMES = tuple(range(1, 9))
_OUTCOME = (
    "1 winner, 2 loser, 3 compromise or tied, 4 became another type of war, 5 ongoing at the end "
    "of 2007, 6 stalemate, 7 continued below the severity of war, 8 changed sides"
)
_WAR = Column("warnum", "int32", "COW number of the war")
_RESUME = Column("resume", "int32", "1 in the second phase, after a truce", levels=_YES_OR_NO)
_OF_A_STATE = {
    "sidea": ("side: 1 or 2", _SIDES),
    "initiator": ("1: initiated the war", _YES_OR_NO),
    "outcome": (f"outcome: {_OUTCOME}; missing in a second phase", _OUTCOMES),
    "batdeath": ("battle-related deaths of the state in the whole war", ()),
}


def _of_both(name: str) -> tuple[Column, Column]:
    meaning, levels = _OF_A_STATE[name]
    return (
        Column(f"{name}1", "int32", f"first state: {meaning}", _MISSING, levels),
        Column(f"{name}2", "int32", f"second state: {meaning}", _MISSING, levels),
    )


_DYAD_COLUMNS = (
    _WAR,
    Column("ccode1", "int32", "COW number of the first state"),
    Column("ccode2", "int32", "COW number of the second state"),
    Column("year", "int32", "calendar year"),
    Column("cowinterongoing", "int32", "1: the two were at war", levels=(1,)),
    Column("cowinteronset", "int32", "1 in the first year of a phase", levels=_YES_OR_NO),
    *(column for name in _OF_A_STATE for column in _of_both(name)),
    _RESUME,
)


def _participants(rows: Table) -> Table:
    first, second = _PHASES
    resumed = rows.filter((whole_number(rows[f"StartYear{second}"]) != _NO_PHASE).fill_null(True))
    return ibis.union(_phase(rows, first), _phase(resumed, second))


def _phase(rows: Table, number: int) -> Table:
    return rows.select(
        "row",
        "ccode",
        warnum=rows.WarNum,
        warname=rows.WarName,
        statename=rows.StateName,
        sidea=rows.Side,
        begins=first_day(*_parts(rows, "Start", number)),
        ends=last_day(*_parts(rows, "End", number)),
        initiator=ibis.ifelse(whole_number(rows.Initiator) == 1, 1, 0),
        outcome=rows.Outcome,
        batdeath=rows.BatDeath,
        resume=ibis.literal(number - 1, "int32"),
    )


def _parts(rows: Table, edge: str, number: int) -> tuple[Value, ...]:
    return tuple(rows[f"{edge}{part}{number}"] for part in ("Year", "Month", "Day"))


def _opponents(tables: dict[str, Table]) -> Table:
    yearly = years_of_spells(_meetings(tables["participants"]))
    key = ["warnum", *_DYAD, "resume"]
    years = yearly.group_by(*key, "year").agg(
        **{name: yearly[name].max() for name in _sided() if name not in key}
    )
    first = years.year.min().over(ibis.window(group_by=key))
    at_war = years.mutate(
        cowinterongoing=ibis.literal(1, "int32"),
        cowinteronset=(years.year == first).cast("int32"),
        **{name: _first_phase_only(years, name) for name in ("outcome1", "outcome2")},
    )
    return at_war.select(*(column.name for column in _DYAD_COLUMNS))


def _first_phase_only(rows: Table, name: str) -> Value:
    # The outcome is that of the war: the published dyad-years leave it out of second phases.
    return ibis.ifelse(rows.resume == 0, rows[name], ibis.null(rows[name].type()))


def _meetings(participants: Table) -> Table:
    one, other = (_stays(participants, side) for side in (1, 2))
    met = one.inner_join(
        other,
        [
            one.warnum == other.warnum_2,
            one.resume == other.resume_2,
            one.ccode1 != other.ccode2,
            one.sidea1 != other.sidea2,
            one.begins_1 <= other.ends_2,
            other.begins_2 <= one.ends_1,
        ],
    )
    return met.mutate(
        begins=ibis.greatest(met.begins_1, met.begins_2), ends=ibis.least(met.ends_1, met.ends_2)
    )


def _stays(participants: Table, side: int) -> Table:
    shared = {"warnum": participants.warnum, "resume": participants.resume}
    named = shared if side == 1 else {f"{name}_2": value for name, value in shared.items()}
    return participants.select(
        **named,
        **{
            f"ccode{side}": participants.ccode,
            f"begins_{side}": participants.begins,
            f"ends_{side}": participants.ends,
        },
        **{f"{name}{side}": participants[name] for name in _OF_A_STATE},
    )


def _sided() -> tuple[str, ...]:
    return tuple(f"{name}{side}" for name in _OF_A_STATE for side in (1, 2))


PARTICIPANTS = DatasetTable(
    dataset="wars",
    name="participants",
    grain=("warnum", "ccode", "sidea", "begins"),
    columns=(
        _WAR,
        Column("warname", "string", "name of the war"),
        Column("ccode", "int32", "COW number of the state"),
        Column("statename", "string", "name of the state"),
        Column("begins", "date", "first day of the state in this phase of the war"),
        Column("ends", "date", "last day of the state in this phase of the war"),
        *(
            Column(name, "int32", meaning, _MISSING, levels)
            for name, (meaning, levels) in _OF_A_STATE.items()
        ),
        _RESUME,
    ),
    forms=(
        Form(
            "Inter-StateWarData",
            frozenset(
                {"WarNum", "WarName", "ccode", "StateName", "Side", "Initiator", "Outcome"}
                | {"BatDeath"}
                | {
                    f"{edge}{part}{number}"
                    for edge in ("Start", "End")
                    for part in ("Year", "Month", "Day")
                    for number in _PHASES
                }
            ),
            _participants,
        ),
    ),
    coverage=_COVERAGE,
    years=("begins", "ends"),
    checks=(dated(), known_codes("ccode", "cow", None), not_negative("batdeath")),
    faults=("Battle deaths are those of the whole war and stand in both phases: do not add them.",),
)

INTERSTATE = DatasetTable(
    dataset="wars",
    name="interstate",
    grain=("warnum", *_DYAD, "year", "resume"),
    columns=_DYAD_COLUMNS,
    forms=(
        Form(
            "directed dyad-years",
            frozenset(column.name for column in _DYAD_COLUMNS),
            kept(*(column.name for column in _DYAD_COLUMNS)),
            version="4.0",
        ),
    ),
    coverage=_COVERAGE,
    checks=(
        two_states(*_DYAD),
        symmetric(_DYAD, ("cowinteronset",), ("warnum", "year", "resume")),
        known_codes("ccode1", "cow"),
        known_codes("ccode2", "cow"),
        not_negative("batdeath1", "batdeath2"),
    ),
    derived=Derivation(("participants",), _opponents),
    faults=(
        "A dyad of one war stood on opposite sides; it need not have fought each other.",
        "Battle deaths are those of the state in the whole war: do not add them over years.",
    ),
)

_INTRASTATE = (
    _WAR,
    Column("warname", "string", "name of the war"),
    Column("wartype", "string", "for control of the centre or over local issues"),
    Column("year", "int32", "calendar year"),
    Column("cowintraonset", "int32", "1 in the first year of a phase", levels=_YES_OR_NO),
    Column("cowintraongoing", "int32", "1: the war went on", levels=(1,)),
    Column("resume_combat", "int32", "1 in a later phase, after a truce", levels=_YES_OR_NO),
    Column("primary_state", "int32", "1 for the state in which the war is", levels=_YES_OR_NO),
    Column("ccodea", "int32", "COW number of the state on side A", _MISSING),
    Column("sidea", "string", "name of who is on side A", _MISSING),
    Column("ccodeb", "int32", "COW number of the state on side B", _MISSING),
    Column("sideb", "string", "name of who is on side B", _MISSING),
    Column("intnl", "int32", "1: another state took part", levels=_YES_OR_NO),
    Column("outcome", "int32", "outcome of the war (codebook)", _MISSING, tuple(range(1, 8))),
    Column("sideadeaths", "int32", "battle-related deaths of side A in the war", _MISSING),
    Column("sidebdeaths", "int32", "battle-related deaths of side B in the war", _MISSING),
    Column("ongo2007", "int32", "1: the war went on after 2007", _MISSING, _YES_OR_NO),
)

INTRASTATE = DatasetTable(
    dataset="wars",
    name="intrastate",
    grain=("warnum", "year", "sidea", "ccodea", "sideb", "ccodeb", "resume_combat"),
    columns=_INTRASTATE,
    forms=(
        Form(
            "war-years",
            frozenset(column.name for column in _INTRASTATE),
            kept(*(column.name for column in _INTRASTATE)),
            version="4.1",
        ),
    ),
    coverage=(1816, 2008),
    checks=(
        known_codes("ccodea", "cow", None),
        known_codes("ccodeb", "cow", None),
        not_negative("sideadeaths", "sidebdeaths"),
    ),
    faults=(
        "Deaths are those of the whole war and stand in each of its years: do not add them.",
        "The data end in 2007; a war that went on then has a row for 2008.",
    ),
)

TABLES = (PARTICIPANTS, INTERSTATE, INTRASTATE)
