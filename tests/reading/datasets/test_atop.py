"""ATOP: known alliances, open ends, and dyad-years made of the member file."""

import datetime as dt

import pytest

from foedus.reading.datasets.atop import TABLES
from tests.reading.datasets.as_received import Received, derived, received

ATOP = {table.name: table for table in TABLES}
FLAGS = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")


@pytest.fixture(scope="module")
def alliances(shared) -> Received:
    return received(ATOP["alliances"], shared / "data/atop/atop5_1a.csv")


@pytest.fixture(scope="module")
def members(shared) -> Received:
    return received(ATOP["members"], shared / "data/atop/atop5_1m.csv")


@pytest.fixture(scope="module")
def published(shared) -> Received:
    return received(ATOP["directed_dyad_years"], shared / "data/atop/atop5_1_ddyr.parquet")


@pytest.mark.parametrize(
    ("table", "file", "rows"),
    [
        ("alliances", "atop5_1a.csv", 789),
        ("phases", "atop5_1aph.csv", 849),
        ("members", "atop5_1m.csv", 2510),
        ("alliances_nna", "atop5_1a_NNA.csv", 589),
        ("members_nna", "atop5_1m_NNA.csv", 1838),
        ("institutionalisation", "atopinst5_1.csv", 849),
        ("directed_dyad_years", "atop5_1_ddyr.parquet", 273_296),
        ("state_years", "atop5_1sy.parquet", 11_923),
    ],
)
def test_every_row_of_the_published_files_is_kept(shared, table, file, rows):
    loaded = received(ATOP[table], shared / "data/atop" / file)
    assert (loaded.read, loaded.kept.count().execute(), loaded.failing) == (rows, rows, {})


def test_the_soviet_union_owed_north_korea_defence_from_1961_to_1996(members):
    (soviet,) = members.rows(atopid=3440, member=365)
    assert soviet["defense"] == 1
    assert soviet["begins"] == dt.date(1961, 7, 6)
    assert soviet["ends"].year == 1996
    assert soviet["censored"] is False


def test_russia_owed_north_korea_consultation_alone_from_2000(members):
    (russia,) = members.rows(atopid=4940, member=365)
    promised = {name: russia[name] for name in ("defense", "offense", "neutral", "consul")}
    assert promised == {"defense": 0, "offense": 0, "neutral": 0, "consul": 1}
    assert (russia["begins"].year, russia["ends"], russia["censored"]) == (2000, None, True)


def test_china_owes_north_korea_defence_and_the_end_is_open(alliances):
    (treaty,) = alliances.rows(atopid=3445)
    assert treaty["begins"] == dt.date(1961, 7, 11)
    assert (treaty["defense"], treaty["endyr"], treaty["ends"]) == (1, None, None)
    assert treaty["censored"] is True
    assert [treaty[f"mem{place}"] for place in (1, 2, 3)] == [710, 731, None]


def test_an_end_of_zero_is_open_in_all_its_parts(alliances):
    open_ended = alliances.kept.filter(alliances.kept.ineffect == 1)
    assert open_ended.count().execute() == 372
    for name in ("endyr", "endmo", "endday", "ends"):
        assert open_ended[name].count().execute() == 0
    closed = alliances.kept.filter(alliances.kept.ineffect == 0)
    assert closed.ends.count().execute() == 417


def test_a_blank_day_of_the_file_leaves_the_month_as_the_bounds(members):
    blank = members.kept.filter(members.kept.dayent.isnull())
    assert blank.count().execute() == 5
    assert set(blank.begins.day().to_pyarrow().to_pylist()) == {1}


def test_nato_has_thirty_codes_and_germany_two_of_them(members):
    nato = derived(ATOP["memberships"], members=members.kept)
    nato = nato.filter(nato.atopid == 3180).order_by("member").to_pyarrow().to_pylist()
    assert len(nato) == 30
    spells = {row["member"]: (row["begins"], row["ends"]) for row in nato}
    assert spells[2] == (dt.date(1949, 4, 4), None)
    assert spells[260] == (dt.date(1954, 10, 23), dt.date(1990, 10, 3))
    assert spells[255] == (dt.date(1990, 10, 3), None)


def test_egypt_left_the_arab_league_and_came_back(members):
    spells = derived(ATOP["memberships"], members=members.kept)
    egypt = spells.filter((spells.atopid == 3015) & (spells.member == 651)).order_by("begins")
    years = [
        (s["begins"].year, s["ends"] and s["ends"].year) for s in egypt.to_pyarrow().to_pylist()
    ]
    assert years == [(1945, 1979), (1989, None)]


def test_every_member_of_an_alliance_is_in_the_list_of_its_members(alliances, members):
    wide = alliances.kept.to_pyarrow().to_pylist()
    listed = {
        (row["atopid"], row[f"mem{place}"])
        for row in wide
        for place in range(1, 60)
        if row[f"mem{place}"] is not None
    }
    spells = derived(ATOP["memberships"], members=members.kept)
    told = {(row["atopid"], row["member"]) for row in spells.to_pyarrow().to_pylist()}
    assert listed ^ told == set()


def test_directed_flags_are_not_symmetric(published):
    rows = {(r["ccode1"], r["ccode2"]): r for r in published.rows(year=1832)}
    assert rows[220, 211]["atop_defense"] == 1
    assert rows[211, 220]["atop_defense"] == 0


def test_the_two_koreas_neighbours_in_the_published_dyad_years(published):
    soviet = published.kept.filter((published.kept.ccode1 == 365) & (published.kept.ccode2 == 731))
    defence = soviet.filter(soviet.atop_defense == 1).year
    assert (defence.min().execute(), defence.max().execute()) == (1961, 1996)
    last = soviet.filter(soviet.year == 2018).select(*FLAGS).to_pyarrow().to_pylist()
    # Consultation by the treaty of 2000; non-aggression by the ASEAN Treaty of Amity (3755).
    assert last == [dict(zip(FLAGS, (0, 0, 0, 1, 1), strict=True))]


def test_dyad_years_made_of_the_members_are_those_published(members, published):
    made = derived(ATOP["directed_dyad_years"], members=members.kept).to_pyarrow().to_pylist()
    ours = {(r["ccode1"], r["ccode2"], r["year"]): [r[flag] for flag in FLAGS] for r in made}
    theirs = {
        (r["ccode1"], r["ccode2"], r["year"]): [r[flag] for flag in FLAGS]
        for r in published.kept.to_pyarrow().to_pylist()
    }
    assert len(made) == len(ours) == 273_296
    assert ours.keys() == theirs.keys()
    cells = [pair for key in ours for pair in zip(ours[key], theirs[key], strict=True)]
    assert all(our == their for our, their in cells if our is not None)
    assert sum(our is None for our, _ in cells) == 1657


def test_state_years_made_of_the_members_are_those_published(shared, members):
    published = received(ATOP["state_years"], shared / "data/atop/atop5_1sy.parquet")
    names = [column.name for column in ATOP["state_years"].columns]
    made = derived(ATOP["state_years"], members=members.kept).select(*names)
    told = published.kept.select(*names)
    order = ["state", "year"]
    ours, theirs = (rows.order_by(order).to_pyarrow().to_pylist() for rows in (made, told))
    assert len(ours) == len(theirs) == 11_923
    assert [ours[i] for i in range(len(ours)) if ours[i] != theirs[i]] == []


def test_the_full_file_is_no_file_without_pure_non_aggression_pacts(shared):
    full = received(ATOP["alliances_nna"], shared / "data/atop/atop5_1a.csv")
    assert full.failing == {"pure non-aggression pact": 200}
    assert full.kept.count().execute() == 589


def test_the_file_without_pure_non_aggression_pacts_has_too_few_columns_to_be_the_full_one(shared):
    header = (shared / "data/atop/atop5_1a_NNA.csv").read_text().splitlines()[0].split(",")
    assert not ATOP["alliances"].forms[0].requires <= set(header)
    assert ATOP["alliances_nna"].forms[0].requires <= set(header)


MEMBER_HEADER = ",".join(sorted(ATOP["members"].forms[0].requires))


def member_row(**given: object) -> str:
    row = dict.fromkeys(sorted(ATOP["members"].forms[0].requires), "0")
    row |= {"atopid": "9000", "member": "2", "cowsys": "1", "source": "1", "version": "5.1"}
    row |= {"yrent": "1900", "moent": "2", "dayent": "3", "yrexit": "1910"}
    row |= {"moexit": "4", "dayexit": "5"}
    return ",".join((row | {name: str(value) for name, value in given.items()}).values())


def failing(*rows: str) -> dict[str, int]:
    return received(ATOP["members"], "\n".join([MEMBER_HEADER, *rows])).failing


@pytest.mark.parametrize(
    ("given", "check"),
    [
        ({"dayent": 30}, "no such day"),
        ({"yrexit": 1899}, "ends before it begins"),
        ({"yrexit": 2020}, "year outside coverage"),
        ({"yrent": 1700}, "year outside coverage"),
        ({"member": 12345}, "unknown code"),
        ({"member": 501}, "unknown code"),
    ],
)
def test_a_row_that_cannot_be_is_set_apart(given, check):
    assert check in failing(member_row(**given))


def test_a_member_listed_twice_in_a_phase_is_set_apart():
    assert failing(member_row(), member_row()) == {"duplicated key": 2, "overlapping spells": 2}


def test_a_member_outside_the_system_is_kept_with_its_code():
    assert failing(member_row(member=345, cowsys=0), member_row(member=8152, cowsys=0)) == {}


def test_a_promise_to_one_of_several_partners_is_unknown_for_each():
    rows = [member_row(member=code, defense=1, obvary=int(code == 2)) for code in (2, 200, 220)]
    members = received(ATOP["members"], "\n".join([MEMBER_HEADER, *rows])).kept
    made = derived(ATOP["directed_dyad_years"], members=members)
    years = made.filter(made.year == 1905).to_pyarrow().to_pylist()
    owed = {(row["ccode1"], row["ccode2"]): row["atop_defense"] for row in years}
    assert owed == {
        (2, 200): None,
        (2, 220): None,
        (200, 2): 1,
        (200, 220): 1,
        (220, 2): 1,
        (220, 200): 1,
    }
    assert {row["atop_offense"] for row in years} == {0}


def test_the_publishers_own_dyad_file_is_read_by_its_own_names():
    text = (
        "ddyad,stateA,stateB,year,atopally,defense,offense,neutral,nonagg,consul\r\n"
        "220211,220,211,1832,1,1,0,0,0,0\r\n"
    )
    (row,) = received(ATOP["directed_dyad_years"], text).rows(ccode1=220)
    assert (row["ccode2"], row["year"], row["atop_defense"]) == (211, 1832, 1)
