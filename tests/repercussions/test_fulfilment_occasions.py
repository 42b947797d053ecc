"""Occasions of the real data: cases a historian knows, and the packaged table made anew."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from studies.alliance_reliability.democracy import by_measure
from studies.alliance_reliability.held import hold_files
from studies.alliance_reliability.steps import Step, by_source, frame, steps
from studies.alliance_reliability.writing import rates_csv, recomputed_rates

from foedus.errors import UnknownDataset
from foedus.ledger.engines import Engine, engine_at
from foedus.repercussions.fulfilment import fulfilment_rates
from foedus.repercussions.fulfilment.occasions import calls, occasions

FRANCE, GERMANY, AUSTRIA, ITALY, RUSSIA, POLAND = 220, 255, 300, 325, 365, 290
SERBIA, BAVARIA, MONGOLIA, FINLAND, IRAQ, KUWAIT = 345, 245, 712, 375, 645, 690
UK, SYRIA, EGYPT = 200, 652, 651
ARAB_LEAGUE = 3205


@pytest.fixture(scope="module")
def _held(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(tmp_path_factory.mktemp("held")))
        hold_files(shared / "data")
        yield


@pytest.fixture(scope="module")
def duckdb(_held: None) -> Iterator[Engine]:
    with engine_at() as opened:
        yield opened


@pytest.fixture(scope="module")
def at_war(duckdb: Engine) -> pa.Table:
    """All occasions of wars."""
    rows = duckdb.to_pyarrow(occasions(duckdb))
    return rows.filter(pc.field("level") == 5)


@pytest.fixture(scope="module")
def found(duckdb: Engine) -> list[Step]:
    """The steps of the study."""
    return steps(duckdb)


def _the(rows: pa.Table, year: int, obligor: int, beneficiary: int, kind: str) -> dict:
    wanted = (
        (pc.field("year") == year)
        & (pc.field("obligor") == obligor)
        & (pc.field("beneficiary") == beneficiary)
        & (pc.field("kind") == kind)
    )
    (row,) = rows.filter(wanted).to_pylist()
    return row


def test_one_row_per_conflict_obligor_beneficiary_and_kind(at_war: pa.Table) -> None:
    key = ["conflict", "obligor", "beneficiary", "kind"]
    assert at_war.group_by(key).aggregate([]).num_rows == at_war.num_rows
    assert set(at_war["kind"].to_pylist()) == {
        *("defence", "offence", "neutrality", "nonaggression")
    }


@pytest.mark.parametrize(
    ("year", "obligor", "beneficiary"),
    [(1870, BAVARIA, GERMANY), (1939, RUSSIA, MONGOLIA), (1939, FRANCE, POLAND)],
    ids=["Bavaria for Prussia", "the USSR for Mongolia", "France for Poland"],
)
def test_an_ally_that_came_kept_its_promise(
    at_war: pa.Table, year: int, obligor: int, beneficiary: int
) -> None:
    row = _the(at_war, year, obligor, beneficiary, "defence")
    assert row["left_out"] is None
    assert row["trigger"] == "attacked"
    assert row["conduct"] == "fought beside"
    assert row["acted"]


def test_mongolia_did_not_come_to_lake_khasan(at_war: pa.Table) -> None:
    row = _the(at_war, 1938, MONGOLIA, RUSSIA, "defence")
    assert (row["conduct"], row["acted"], row["left_out"]) == ("absent", False, None)


@pytest.mark.parametrize(
    ("year", "obligor", "beneficiary"),
    [(1939, GERMANY, POLAND), (1939, RUSSIA, FINLAND), (1990, IRAQ, KUWAIT)],
    ids=["Germany, Poland", "the USSR, Finland", "Iraq, Kuwait"],
)
def test_an_attack_on_a_partner_breaks_non_aggression(
    at_war: pa.Table, year: int, obligor: int, beneficiary: int
) -> None:
    row = _the(at_war, year, obligor, beneficiary, "nonaggression")
    assert row["left_out"] is None
    assert (row["conduct"], row["acted"]) == ("fought against", False)


def test_italy_of_1915_did_not_stay_neutral(at_war: pa.Table) -> None:
    row = _the(at_war, 1914, ITALY, GERMANY, "neutrality")
    assert row["alliance"] == 1350
    assert (row["conduct"], row["acted"], row["left_out"]) == ("fought against", False, None)


def test_who_began_a_war_is_not_who_mobilised_first(at_war: pa.Table) -> None:
    # Side A of 1939 is Poland, which took the first militarised action of the dispute.
    poland = at_war.filter((pc.field("year") == 1939) & (pc.field("beneficiary") == POLAND))
    assert set(poland["trigger"].to_pylist()) == {"attacked"}


def test_an_attacker_of_ones_own_league_is_no_fair_test(at_war: pa.Table) -> None:
    row = _the(at_war, 1990, EGYPT, KUWAIT, "defence")
    assert row["left_out"] == "enemy is a party"


def test_a_partner_already_at_its_side_was_not_asked(at_war: pa.Table) -> None:
    beside = at_war.filter(pc.field("already") == "beside")
    assert beside.num_rows > 0
    assert beside["left_out"].null_count == 0


def test_only_a_promise_surely_in_force_is_a_fair_test(at_war: pa.Table) -> None:
    italy = at_war.filter(
        (pc.field("obligor") == ITALY)
        & (pc.field("beneficiary") == AUSTRIA)
        & (pc.field("year") > 1915)
    )
    assert italy.num_rows == 0


def test_what_is_not_known_stays_null(at_war: pa.Table) -> None:
    assert at_war["balance"].null_count > 0
    fair = at_war.filter(pc.is_null(at_war["left_out"]))
    assert fair["acted"].null_count == 0
    assert pc.all(pc.less_equal(fair["balance"].drop_null(), 1)).as_py()


def test_capabilities_are_those_of_the_year(at_war: pa.Table) -> None:
    row = _the(at_war, 1939, FRANCE, POLAND, "defence")
    assert 0 < row["cinc_beneficiary"] < row["cinc_obligor"] < row["cinc_enemies"] < 1
    assert row["balance"] < row["balance_with_obligor"] < 0.5
    assert row["major_obligor"]
    assert not row["major_beneficiary"]
    assert (row["era"], row["since_1945"]) == ("1914-1944", False)


def test_an_ally_is_compared_with_its_partner_and_with_all_whom_it_must_face(
    at_war: pa.Table,
) -> None:
    row = _the(at_war, 1939, FRANCE, POLAND, "defence")
    assert row["ratio_to_beneficiary"] == row["cinc_obligor"] / row["cinc_beneficiary"]
    assert row["ratio_to_enemies"] == row["cinc_obligor"] / row["cinc_enemies"]
    # Who attacks its partner is itself the enemy.
    germany = _the(at_war, 1939, GERMANY, POLAND, "nonaggression")
    assert germany["ratio_to_beneficiary"] > 1
    assert germany["ratio_to_enemies"] is None


def test_a_plain_promise_of_defence_never_met_more_than_one_enemy(at_war: pa.Table) -> None:
    defence = (pc.field("kind") == "defence") & (pc.field("condition") != "open")
    asked = at_war.filter(defence & pc.is_null(pc.field("left_out")))
    assert set(asked["enemies"].to_pylist()) == {1}


def test_a_state_is_what_it_was_before_the_war(at_war: pa.Table) -> None:
    row = _the(at_war, 1939, FRANCE, POLAND, "defence")
    assert (row["democratic_obligor"], row["democratic_beneficiary"]) == (True, False)
    assert row["polity2_obligor"] == 10
    # Polity has a number of its own for the Soviet Union, so that its score is missing.
    soviet = _the(at_war, 1939, RUSSIA, MONGOLIA, "defence")
    assert (soviet["polity2_obligor"], soviet["democratic_obligor"]) == (None, False)
    # Nobody's extended score is known of Austria-Hungary.
    monarchy = at_war.filter((pc.field("year") == 1914) & (pc.field("beneficiary") == AUSTRIA))
    assert set(monarchy["democratic_beneficiary"].to_pylist()) == {None}


@pytest.mark.usefixtures("_held")
def test_every_engine_finds_the_same(engine: Engine, at_war: pa.Table) -> None:
    table = occasions(engine)
    rows = engine.to_pyarrow(table.filter(table.level == 5))
    key = [("conflict", "ascending"), ("obligor", "ascending"), ("beneficiary", "ascending")]
    key.append(("kind", "ascending"))
    same = ("alliance", "condition", "conduct", "acted", "left_out", "asked", "era")
    for name in (*same, "democratic_obligor", "democratic_beneficiary", "polity2_obligor"):
        assert rows.sort_by(key)[name].to_pylist() == at_war.sort_by(key)[name].to_pylist(), name


@pytest.mark.usefixtures("_held")
def test_conflicts_of_nobody_known_are_refused(duckdb: Engine) -> None:
    with pytest.raises(UnknownDataset):
        occasions(duckdb, "icb")


def test_the_packaged_table_is_the_one_the_data_give(duckdb: Engine) -> None:
    table = recomputed_rates(duckdb)
    carried = {(one.kind, one.conflict, one.period, one.group): one for one in fulfilment_rates()}
    assert table.num_rows == len(carried)
    for row in table.to_pylist():
        one = carried[row["kind"], row["conflict"], row["period"], row["group"]]
        for name in ("asked", "acted", "against", "conflicts", "treaties", "most_from_one"):
            assert row[name] == getattr(one, name), (row, name)
        for name in ("rate", "low", "high"):
            assert row[name] == pytest.approx(getattr(one, name), abs=2e-4), (row, name)
        assert row["sources"] == one.sources
    assert rates_csv(table).count("\n") == table.num_rows + 1


# --- The study ------------------------------------------------------------------------------------


def test_the_frame_is_that_of_the_published_study_within_a_tenth(duckdb: Engine) -> None:
    # Berkemeier and Fuhrmann: 576 pairs of a war and an alliance, 204 of them before 1945.
    found = frame(duckdb)
    assert found == {"in force": (176, 391), "or begun that year": (229, 407)}
    assert sum(found["in force"]) < 576 < sum(found["or begun that year"])


def test_the_steps_are_those_the_study_tells(found: list[Step]) -> None:
    told = {step.name: (str(step.before), str(step.since)) for step in found}
    assert told["one promise: defence, plain"] == ("6 of 7 = 85.7%", "4 of 143 = 2.8%")
    assert told["one case: every kind, every promise kept"] == (
        "60 of 89 = 67.4%",
        "105 of 140 = 75.0%",
    )
    assert told["one case: without non-aggression, list of wars, every promise kept"] == (
        "36 of 64 = 56.2%",
        "9 of 50 = 18.0%",
    )
    assert told["one promise: defence, plain, Arab League left out"] == (
        "6 of 7 = 85.7%",
        "0 of 9 = 0.0%",
    )


def test_other_lists_of_conflicts_tell_the_same_story(duckdb: Engine) -> None:
    found = by_source(duckdb)
    for source in ("gml", "mid", "wars"):
        defence, neutrality = found[source, "defence"], found[source, "neutrality"]
        assert defence.since.rate < defence.before.rate < 0.5 < neutrality.before.rate


def test_calls_are_what_occasions_are_made_of(duckdb: Engine, at_war: pa.Table) -> None:
    table = calls(duckdb)
    rows = duckdb.to_pyarrow(table.filter(table.level == 5))
    key = ["conflict", "obligor", "beneficiary", "kind"]
    assert rows.group_by(key).aggregate([]).num_rows == at_war.num_rows


def test_the_readme_tells_what_the_study_finds(found: list[Step], repository: Path) -> None:
    readme = (repository / "studies/alliance_reliability/README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"(\d+ of \d+ = [\d.]+) %", readme))
    assert len(told) > 15
    assert told <= {str(one).rstrip("%") for step in found for one in (step.before, step.since)}


def test_the_readme_tells_the_packaged_rates(repository: Path) -> None:
    readme = (repository / "studies/alliance_reliability/README.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in readme.splitlines()]
    told = [row for row in rows if len(row) == 7 and row[1] in ("1816–1944", "1945–2010")]
    assert len(told) == 7
    carried = {
        (one.kind, one.period, one.group): one
        for one in fulfilment_rates()
        if one.conflict == "war"
    }
    for kind, period, plain, _, interval, conflicts, every in told:
        key = (kind.replace("-", ""), period.replace("–", "-"))
        if " of " in plain:
            one = carried[*key, "plain"]
            assert plain == f"{one.acted} of {one.asked}"
            assert interval == f"{one.low * 100:.0f}–{one.high * 100:.0f}"
            assert int(conflicts) == one.conflicts
        if " of " in every:
            one = carried[*key, "all"]
            assert every == (
                f"{one.acted} of {one.asked} ({one.rate * 100:.0f} %, "
                f"{one.low * 100:.0f}–{one.high * 100:.0f})"
            )


BY_STATE = ["studies/alliance_reliability/README.md", "docs/explanation/from-must-to-likely.md"]


@pytest.mark.parametrize("page", BY_STATE)
def test_what_is_told_by_capability_and_democracy_is_the_packaged_table(
    repository: Path, page: str
) -> None:
    told: list[tuple[str, str, str, str]] = []
    for line in (repository / page).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 5 and re.match(r"stronger|weaker|(no |to a |to no )?democracy", cells[1]):
            periods = ("1816-1944", "1945-2010", "1816-2010")
            kind = cells[0].replace("-", "")
            told += [(kind, cells[1], *one) for one in zip(periods, cells[2:], strict=True)]
    assert len(told) >= 24
    carried: dict[tuple[str, str, str], set[str]] = {}
    for one in fulfilment_rates():
        span = f"{one.low * 100:.0f}–{one.high * 100:.0f}"
        said = f"{one.acted} of {one.asked} ({span}; {one.conflicts})"
        carried.setdefault((one.kind, one.group, one.period), set()).add(said)
    for kind, group, period, said in told:
        known = carried.get((kind, group, period), set())
        assert said in (known or {"none"}) or (said == "none" and len(known) < 2), (kind, group)


def test_the_readme_compares_democracies_by_every_measure(duckdb: Engine, repository: Path) -> None:
    readme = (repository / BY_STATE[0]).read_text(encoding="utf-8")
    found = {(one.measure, one.kind, one.level, one.conditions): one for one in by_measure(duckdb)}
    measures = {"adjusted": "aeuds", "Polity5,": "polity2", "Varieties": "v2x_polyarchy"}
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in readme.splitlines()]
    told = [row for row in rows if len(row) == 7 and row[0].split(" ")[0] in measures]
    assert len(told) == 3
    for name, *cells in told:
        said = []
        for level in (5, 4):
            one = found[measures[name.split(" ")[0]], "nonaggression", level, "plain"]
            for share in (one.democracies, one.others):
                said.append(f"{share.kept} of {share.cases} ({share.rate:.1%})".replace("%", " %"))
            said.append(str(one.unknown))
        assert cells == said
    defence = [found[name, "defence", 5, "plain"].democracies for name in measures.values()]
    assert [(one.kept, one.cases) for one in defence] == [(0, 9), (0, 4), (0, 0)]


def test_without_the_arab_league_eight_pairs_and_nine_treaties(
    duckdb: Engine, at_war: pa.Table
) -> None:
    table = calls(duckdb)
    by_treaty = duckdb.to_pyarrow(table.filter(table.level == 5))
    counted = []
    for rows in (at_war, by_treaty):
        plain = (pc.field("kind") == "defence") & (pc.field("condition") != "open")
        since = pc.field("asked_first") >= pa.scalar(dt.date(1945, 1, 1))
        fair = rows.filter(plain & since & pc.is_null(pc.field("left_out")))
        others = fair.filter(pc.field("alliance") != ARAB_LEAGUE)
        counted.append((fair.num_rows, others.num_rows, pc.sum(others["acted"]).as_py()))
    assert counted == [(137, 8, 0), (143, 9, 0)]
