"""Outcomes out of files and datasets: what is read, what is refused, what stays unknown."""

from pathlib import Path

import numpy as np
import pytest

from foedus.errors import FaultyInput, FoedusError, MissingDataset, UnknownActor
from foedus.evidence import Day
from foedus.repercussions.movements.asking import movements_of
from foedus.repercussions.movements.from_mentions import outcome_from_mentions
from foedus.repercussions.movements.movement import Verdict, Why
from foedus.sources.dyad_values import dyad_values
from foedus.sources.mention_counts import mention_counts

OWN = "one,two,period,value\n"


def own(folder: Path, *rows: str) -> Path:
    file = folder / "own.csv"
    file.write_text(OWN + "\n".join(rows) + "\n", encoding="utf-8")
    return file


def test_an_analysts_own_numbers_are_read_by_pair_and_period(tmp_path: Path) -> None:
    read = dyad_values(own(tmp_path, "Russia,KOR,2020,1.5", "KOR,RUS,2021,", "KOR,RUS,2022,2"))
    assert read.grain == "year"
    assert list(read.values) == [("KOR", "RUS")]
    assert sorted(read.values["KOR", "RUS"].values()) == [1.5, 2.0]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["RUS,KOR,2020,one"], "no number"),
        (["RUS,KOR,20-20,1"], "no period"),
        (["RUS,KOR,2020,1", "KOR,RUS,2020,2"], "stands twice"),
        (["RUS,KOR,2020,1", "RUS,KOR,2020-02,1"], "mixed"),
        (["RUS,RUS,2020,1"], "with itself"),
        (["Prusia,RUS,2020,1"], "Prusia"),
        ([], "no row"),
    ],
)
def test_a_faulty_file_is_told_line_by_line(tmp_path: Path, rows: list[str], said: str) -> None:
    with pytest.raises(FaultyInput, match=said):
        dyad_values(own(tmp_path, *rows))


def test_own_numbers_tell_who_moved(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    states = [
        "RUS",
        "PRK",
        "KOR",
        "JPN",
        "CHN",
        "USA",
        "DEU",
        "FRA",
        "GBR",
        "ITA",
        "ESP",
        "POL",
        "IND",
        "BRA",
    ]
    pairs = [(a, b) for place, a in enumerate(states) for b in states[place + 1 :]]
    rows = [
        f"{a},{b},{year},{rng.normal() + (9 if (a, b) == ('RUS', 'KOR') and year > 2010 else 0)}"
        for a, b in pairs
        for year in range(2000, 2016)
    ]
    found = movements_of(own(tmp_path, *rows), Day("2010"), ["RUS", "PRK"], ["KOR", "JPN"])
    moved = {(one.third, one.focus) for one in found.dyads if one.verdict is Verdict.MORE}
    assert moved == {("KOR", "RUS")}
    assert found.outcome.file[0] == "own.csv"


def mentions(folder: Path) -> Path:
    """Two sources on four actors and a theme, a tenth of the documents each; one falls silent."""
    rng = np.random.default_rng(5)
    rows = ["source,date,term,documents,documents_mentioning"]
    for source in ("radio", "gazette"):
        for term in ("japan", "china", "north_korea", "usa", "peace"):
            for month in range(60):
                silent = source == "radio" and term == "north_korea" and month > 40
                said = rng.poisson(0.5 if silent else 30)
                rows.append(
                    f"{source},{2018 + month // 12}-{month % 12 + 1:02}-28,{term},300,{said}"
                )
    file = folder / "mentions.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def test_a_source_that_falls_silent_speaks_less(tmp_path: Path) -> None:
    file = mentions(tmp_path)
    found = movements_of(file, Day("2021-05"), ["PRK"], [])
    told = {one.third: one for one in found.dyads}
    assert told["radio"].verdict is Verdict.LESS
    assert told["gazette"].verdict is Verdict.NONE
    assert found.also_in_time


def test_a_topic_that_names_no_actor_is_compared_with_nothing(tmp_path: Path) -> None:
    outcome = outcome_from_mentions(mention_counts(mentions(tmp_path)), Day("2021-05"))
    assert set(outcome.two) == {"JPN", "CHN", "PRK", "USA"}
    assert outcome.ratio


def test_a_month_held_in_part_is_unknown(tmp_path: Path) -> None:
    outcome = outcome_from_mentions(mention_counts(mentions(tmp_path)), Day("2022-03"))
    assert outcome.periods[-1][0].isoformat() == "2022-12-01"
    assert np.isnan(outcome.values[:, -1]).all()
    assert np.isfinite(outcome.values[:, :-1]).all()


@pytest.mark.parametrize(
    ("outcome", "day", "focus", "watched", "error"),
    [
        ("weather", "2014", ["RUS"], ["JPN"], FoedusError),
        ("votes", "2014/..", ["RUS"], ["JPN"], FoedusError),
        ("votes", "2014", ["RUS"], [], FoedusError),
        ("votes", "2014", ["Prusia"], ["JPN"], UnknownActor),
        ("votes", "2014", ["RUS"], ["JPN"], MissingDataset),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    outcome: str,
    day: str,
    focus: list[str],
    watched: list[str],
    error: type[Exception],
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    with pytest.raises(error):
        movements_of(outcome, Day(day), focus, watched)


def test_ideal_points_that_end_in_2023_say_nothing_of_june_2024(
    holding, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"cow/states2016.parquet": "cow-states", IDEAL_POINTS: "ideal-points"}
    monkeypatch.setenv("FOEDUS_DATA", str(holding(files)))
    found = movements_of("ideal-points", Day("2024-06-19"), ["RUS", "PRK"], ["KOR", "CHN"])
    assert found.unsaid is Why.NO_AFTER
    assert found.known_until[0].year == 2023
    earlier = movements_of("ideal-points", Day("2014-03-18"), ["RUS"], ["KOR", "NATO"])
    assert [one.why for one in earlier.dyads] == [None, Why.NO_SERIES]
    assert earlier.untreated > 10_000


IDEAL_POINTS = "unga/idealpoints_all_jun2024.parquet"
