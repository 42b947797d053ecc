"""ATOP 5.1: Alliance Treaty Obligations and Provisions, 1815-2018.

Brett Ashley Leeds, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long, "Alliance Treaty
Obligations and Provisions, 1815-1944", *International Interactions* 28 (2002): 237-260; and Leeds,
*ATOP Codebook, Version 5.1*. The scores of institutionalisation: Leeds and Sezi Anac, "Alliance
Institutionalization and Alliance Performance", *International Interactions* 31 (2005): 183-202.

The files without pure non-aggression pacts (`_NNA`) are tables of their own.
"""

from collections.abc import Callable

import ibis
from ibis.expr.types import Table

from foedus.reading.datasets.atop_columns import (
    ALLIANCE_DATES,
    ASYMMETRY,
    CLAUSES,
    CONDITIONS,
    FLAGS,
    FORMATION,
    HOW_A_MEMBER_LEFT,
    IDENTIFIERS,
    MEMBER_DATES,
    OBLIGATIONS,
    SOURCE,
    STATUS,
    VARYING,
    flag,
    member_columns,
    number,
)
from foedus.reading.datasets.atop_dyads import (
    MOST_ALLIANCES,
    directed_dyad_years,
    memberships,
    state_years,
)
from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    spells_do_not_overlap,
    unique_grain,
    years_within,
)
from foedus.reading.datasets.days import days_exist, first_day, last_day, whole_number
from foedus.reading.datasets.table import Check, Column, DatasetTable, Derivation, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["TABLES"]

_COVERAGE = (1815, 2018)
_MEMBERS_IN_ALL, _MEMBERS_IN_PHASES, _MEMBERS_NNA = 59, 57, 43
_OWN_CODES = (8152,)
_BEGIN, _END = ("begyr", "begmo", "begday"), ("endyr", "endmo", "endday")
_ENTRY, _EXIT = ("yrent", "moent", "dayent"), ("yrexit", "moexit", "dayexit")

_FAULTS = (
    "An end of 0 means in force on 31 December 2018: the end is null and `censored` true; nothing "
    "after 2018 is known.",
    "The ASEAN Treaty of Amity (3755, 1976) makes non-aggression allies of the USA, Russia, China, "
    "both Koreas and Japan: use the tables without pure non-aggression pacts, or the other flags.",
)
_FAULTS_OF_ALLIANCES = (
    *_FAULTS,
    "A row has every obligation that any member ever held: `members` has who owed what and when.",
    "Blank days are not known: `begins` is the first and `ends` the last day the month allows.",
)
_FAULTS_OF_MEMBERS = (
    *_FAULTS,
    "98 rows have cowsys 0: the member was not a state of the COW system on that date.",
    "The member 8152 of alliance 1320 (1874) is a code of ATOP's own and of no COW state.",
    "NATO (3180) has both 260 (to 3 October 1990) and 255 (from then on) for Germany.",
    "A member that left and came back has two rows in the same phase (3015, 3205, 3740).",
)


def _with_days(columns: tuple[Column, ...]) -> Callable[[Table], Table]:
    """Return the tidying of a file of alliances, phases or members: its columns and the spell."""
    tidy = kept(*(column.name for column in columns))
    return lambda rows: tidy(_with_spell(rows))


def _with_spell(rows: Table) -> Table:
    begin, end = (_BEGIN, _END) if "begyr" in rows.columns else (_ENTRY, _EXIT)
    return rows.mutate(
        begins=first_day(*(rows[name] for name in begin)),
        ends=last_day(*(rows[name] for name in end)),
        censored=whole_number(rows[end[0]]) == 0,
    )


def _as_named(columns: tuple[Column, ...]) -> Callable[[Table], Table]:
    return kept(*(column.name for column in columns))


def _required(columns: tuple[Column, ...]) -> frozenset[str]:
    made = {"begins", "ends", "censored"}
    return frozenset(column.name for column in columns) - made


def _codes_of_states() -> Check:
    check = known_codes("member", "cow", "begins", "ends", also=_OWN_CODES)
    # Where the file itself says that the member is outside the system, the list is no judge.
    return Check(
        check.name, check.meaning, lambda rows: check.failing(rows.filter(rows.cowsys == 1))
    )


def _no_pure_non_aggression() -> Check:
    """Return the check that the alliance promises something else than non-aggression."""
    others = [name for name in OBLIGATIONS if name != "nonagg"]

    def failing(rows: Table) -> Table:
        by_alliance = ibis.window(group_by="atopid")
        promised = ibis.greatest(*(rows[name].fill_null(0) for name in others))
        marked = rows.mutate(promised=promised.max().over(by_alliance))
        return marked.filter(marked.promised == 0).select(*rows.columns)

    return Check(
        "pure non-aggression pact",
        "the files without pure non-aggression pacts (NNA) hold none: is this the full file?",
        failing,
    )


_ALLIANCE_CHECKS = (
    unique_grain("atopid"),
    years_within(*_COVERAGE, "begyr", "endyr"),
    days_exist(_BEGIN, _END),
    ends_after_it_begins(),
)
_MEMBER_CHECKS = (
    unique_grain("atopid", "phase", "member", "begins"),
    years_within(*_COVERAGE, "yrent", "yrexit"),
    days_exist(_ENTRY, _EXIT),
    ends_after_it_begins(),
    spells_do_not_overlap(("atopid", "phase", "member")),
    _codes_of_states(),
)


def _alliances(name: str, highest: int, extra: tuple[Check, ...] = ()) -> DatasetTable:
    head = (
        *IDENTIFIERS,
        *ALLIANCE_DATES,
        *FORMATION,
        number("maxphase", "number of phases; 0 one"),
    )
    body = (*STATUS, *FLAGS, *ASYMMETRY, *CLAUSES)
    columns = (*head, *body, *member_columns(highest), *SOURCE)
    return DatasetTable(
        "atop",
        name,
        ("atopid",),
        columns,
        (Form("ATOP 5.1", _required(columns), _with_days(columns)),),
        coverage=_COVERAGE,
        years=("begyr", "endyr"),
        checks=(*_ALLIANCE_CHECKS, *extra),
        faults=_FAULTS_OF_ALLIANCES,
    )


def _phases() -> DatasetTable:
    columns = (
        IDENTIFIERS[0],
        Column("atopidphase", "float64", "alliance and, after the point, phase"),
        *IDENTIFIERS[1:],
        *ALLIANCE_DATES,
        *FORMATION,
        number("phase", "number of the phase; 0 when the alliance never changed"),
        number("maxphase", "number of phases; 0 when it never changed"),
        *STATUS,
        *FLAGS,
        *ASYMMETRY,
        *CLAUSES,
        *member_columns(_MEMBERS_IN_PHASES),
        *SOURCE,
    )
    return DatasetTable(
        "atop",
        "phases",
        ("atopid", "phase"),
        columns,
        (Form("ATOP 5.1", _required(columns), _with_days(columns)),),
        coverage=_COVERAGE,
        years=("begyr", "endyr"),
        checks=(unique_grain("atopid", "phase"), *_ALLIANCE_CHECKS[1:]),
        faults=_FAULTS_OF_ALLIANCES,
    )


def _members(name: str, extra: tuple[Check, ...] = ()) -> DatasetTable:
    columns = (
        *IDENTIFIERS,
        number("member", "COW code of the member (see cowsys)"),
        flag("cowsys", "a state of the COW system on entry"),
        *MEMBER_DATES,
        *FORMATION,
        number("phase", "number of the phase; 0 when the alliance never changed"),
        number("maxphase", "number of phases; 0 when it never changed"),
        *STATUS[:1],
        number("cowwar", "COW number of the war or dispute it was fighting on entry; 0 none"),
        *STATUS[1:],
        *HOW_A_MEMBER_LEFT,
        *FLAGS,
        *CONDITIONS,
        *ASYMMETRY,
        *VARYING,
        *CLAUSES,
        *SOURCE,
    )
    return DatasetTable(
        "atop",
        name,
        ("atopid", "phase", "member", "begins"),
        columns,
        (Form("ATOP 5.1", _required(columns), _with_days(columns)),),
        coverage=_COVERAGE,
        years=("yrent", "yrexit"),
        checks=(*_MEMBER_CHECKS, *extra),
        faults=_FAULTS_OF_MEMBERS,
    )


_MEMBERSHIPS = DatasetTable(
    "atop",
    "memberships",
    ("atopid", "member", "begins"),
    (
        number("atopid", "alliance"),
        number("member", "COW code of the member"),
        Column("begins", "date", "first day of membership, through all phases"),
        Column("ends", "date", "last day of membership; null a member at the end of 2018"),
        Column("censored", "boolean", "a member on 31 December 2018"),
    ),
    (),
    coverage=_COVERAGE,
    years=("begins", "ends"),
    derived=Derivation(("members",), memberships),
    faults=_FAULTS_OF_MEMBERS,
)

_DYAD_COLUMNS = (
    number("ccode1", "COW code of the member that promises"),
    number("ccode2", "COW code of the member to which it promises"),
    number("year", "year"),
    *(flag(f"atop_{name}", f"ccode1 owed ccode2 {name}") for name in OBLIGATIONS),
)


_STATES_A_AND_B = frozenset({"stateA", "stateB", "year", *OBLIGATIONS})
_of_states_a_and_b = kept(
    "year", ccode1="stateA", ccode2="stateB", **{f"atop_{name}": name for name in OBLIGATIONS}
)

_DIRECTED_DYAD_YEARS = DatasetTable(
    "atop",
    "directed_dyad_years",
    ("ccode1", "ccode2", "year"),
    _DYAD_COLUMNS,
    (
        Form("ATOP 5.1", _STATES_A_AND_B, _of_states_a_and_b),
        Form("peacesciencer", _required(_DYAD_COLUMNS), _as_named(_DYAD_COLUMNS)),
    ),
    coverage=_COVERAGE,
    checks=(
        unique_grain("ccode1", "ccode2", "year"),
        years_within(*_COVERAGE),
        known_codes("ccode1", "cow", None, also=_OWN_CODES),
        known_codes("ccode2", "cow", None, also=_OWN_CODES),
    ),
    derived=Derivation(("members",), directed_dyad_years),
    faults=(
        "Flags are directed: 650 of 136,648 dyads and years differ by direction; keep it so.",
        "Made of the member file, a flag is null where ccode1 owes different things to different "
        "partners (1,657 cells, 0.1 %); all other cells are those of the published file.",
        _FAULTS[1],
    ),
)

_STATE_COLUMNS = (
    number("state", "COW code of the state"),
    number("year", "year"),
    flag("atopally", "a member of some alliance (there are no other rows)"),
    *(flag(name, f"owes {name} in some alliance") for name in OBLIGATIONS),
    number("number", "number of alliances in force"),
    flag("transyr", "a membership, or a phase of one, began or ended in the year"),
    *(
        number(f"atopid{place}", "an alliance in force; null after the last")
        for place in range(1, MOST_ALLIANCES + 1)
    ),
)
_STATE_YEARS = DatasetTable(
    "atop",
    "state_years",
    ("state", "year"),
    _STATE_COLUMNS,
    (
        Form(
            "ATOP 5.1",
            frozenset({"state", "year", "atopally", "number", "transyr", "atopid1"}),
            _as_named(_STATE_COLUMNS),
        ),
    ),
    coverage=_COVERAGE,
    checks=(
        unique_grain("state", "year"),
        years_within(*_COVERAGE),
        known_codes("state", "cow", None, also=_OWN_CODES),
    ),
    derived=Derivation(("members",), state_years),
    faults=(_FAULTS[1],),
)

_SCORE_COLUMNS = (
    number("atopid", "alliance"),
    Column("atopidphase", "float64", "alliance and, after the point, phase"),
    number("milinst", "military institutionalisation, 0 none to 2 high", 0, 1, 2),
    number("formal", "formality, 0 least to 2 most", 0, 1, 2),
    Column("version", "string", "version of ATOP"),
)
_INSTITUTIONALISATION = DatasetTable(
    "atop",
    "institutionalisation",
    ("atopidphase",),
    _SCORE_COLUMNS,
    (Form("ATOP 5.1", _required(_SCORE_COLUMNS), _as_named(_SCORE_COLUMNS)),),
    years=(),
    checks=(unique_grain("atopidphase"),),
)

TABLES: tuple[DatasetTable, ...] = (
    _alliances("alliances", _MEMBERS_IN_ALL),
    _phases(),
    _members("members"),
    _MEMBERSHIPS,
    _DIRECTED_DYAD_YEARS,
    _STATE_YEARS,
    _INSTITUTIONALISATION,
    _alliances("alliances_nna", _MEMBERS_NNA, (_no_pure_non_aggression(),)),
    _members("members_nna", (_no_pure_non_aggression(),)),
)
