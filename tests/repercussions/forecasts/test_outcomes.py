"""Forecasts resolved: only when their window is over, never twice, never mixed with hindcasts."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.errors import FoedusError
from foedus.repercussions.forecasts.limits import horizon_to, standing_of
from foedus.repercussions.forecasts.outcomes import resolution, resolutions_from_data
from foedus.repercussions.forecasts.scoreboard import added, content_id, scoreboard_at
from foedus.repercussions.forecasts.standing import standings

RUN = CliRunner()


def forecast(year: int, p: float = 0.2, standing: str = "forecast", **more: Any) -> dict[str, Any]:
    content = {
        "kind": "forecast",
        "made_on": "2020-05-01",
        "standing": standing,
        "about": {
            "target": "onset",
            "parties": ["PRK", "RUS"],
            "codes": [365, 731],
            "from": f"{year}-01-01",
            "to": f"{year}-12-31",
        },
        "known_to": 2014,
        "horizon": year - 2014,
        "outcome_from": "mid",
        "probability": p,
        "interval": [p / 2, p * 2],
        "base_rate": 0.01,
        **more,
    }
    return {"id": content_id("forecast", content), **content}


@pytest.fixture
def board(tmp_path: Path) -> Path:
    path = tmp_path / "forecasts.jsonl"
    added(path, [forecast(2021), forecast(2022, 0.6), forecast(2021, 0.9, "hindcast")])
    added(path, [forecast(dt.date.today().year + 1)])
    return path


@pytest.fixture(autouse=True)
def nothing_held(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "data"))


def _resolve(board: Path, year: int, outcome: float, place: int = 0) -> None:
    of = [one for one in scoreboard_at(board).forecasts if one["about"]["to"] == f"{year}-12-31"]
    added(board, [resolution(of[place], outcome, {"citation": "a newspaper"})])


def test_a_forecast_is_scored_by_what_came(board: Path) -> None:
    _resolve(board, 2021, 1)
    (judged,) = scoreboard_at(board).resolutions.values()
    assert judged["scores"]["brier"] == pytest.approx(0.64)
    assert judged["scores"]["ignorance"] == pytest.approx(2.3219, abs=1e-4)
    assert judged["evidence"] == {"citation": "a newspaper"}


def test_a_window_that_is_not_over_is_not_resolved(board: Path) -> None:
    with pytest.raises(FoedusError, match="not over before"):
        _resolve(board, dt.date.today().year + 1, 1)


@pytest.mark.parametrize("outcome", [0.5, 2, -1, float("nan")])
def test_an_event_came_or_did_not(board: Path, outcome: float) -> None:
    with pytest.raises(FoedusError, match=r"0 \(no\) or 1 \(yes\)"):
        _resolve(board, 2021, outcome)


def test_what_no_data_cover_stays_open_and_says_why(board: Path) -> None:
    found, still = resolutions_from_data(scoreboard_at(board))
    assert found == []
    assert [one.why.split(":")[0] for one in still][:3] == ["mid is not held"] * 3
    assert "not over" in still[3].why


def test_hindcasts_are_never_scored_with_forecasts(board: Path) -> None:
    _resolve(board, 2021, 0)
    _resolve(board, 2022, 1)
    _resolve(board, 2021, 1, place=1)
    true, hind = standings(scoreboard_at(board))
    assert (true.standing, true.made, true.resolved) == ("forecast", 3, 2)
    assert true.scores["brier"] == pytest.approx((0.04 + 0.16) / 2)
    assert (hind.standing, hind.made, hind.resolved) == ("hindcast", 1, 1)
    assert hind.scores["brier"] == pytest.approx(0.01)
    parts = (true.scores[one] for one in ("reliability", "resolution", "uncertainty"))
    assert all(part is not None and part >= 0 for part in parts)


def test_a_shift_is_scored_by_its_distribution_and_its_interval() -> None:
    one = forecast(2021, distribution={"mean": 0.1, "deviation": 0.2})
    one["about"] = {**one["about"], "target": "ideal-point"}
    one["interval"] = [-0.2, 0.4]
    scores = resolution(one, 0.1, {"citation": "a table"})["scores"]
    assert scores["crps"] == pytest.approx(0.2 * 0.2337, abs=1e-4)
    assert scores["within"] is True


def test_what_a_forecast_is_depends_on_the_data_and_the_clock() -> None:
    assert standing_of(2014, 2014, dt.date(2026, 1, 1)) == "hindcast"
    assert standing_of(2026, 2014, dt.date(2026, 1, 1)) == "late"
    assert standing_of(2026, 2014, dt.date(2025, 12, 31)) == "forecast"


def test_nothing_is_forecast_beyond_the_stated_horizon() -> None:
    assert horizon_to(2029, 2014, "mid") == 15
    with pytest.raises(FoedusError, match="mid ends with 2014: 2030 is 16 years beyond it"):
        horizon_to(2030, 2014, "mid")


# --- The command ----------------------------------------------------------------------------------


def test_list_shows_what_stands_and_its_outcome(board: Path) -> None:
    _resolve(board, 2021, 1)
    told = RUN.invoke(app, ["forecast", "list", "--file", str(board), "--json"])
    listed = json.loads(told.stdout)
    assert [bool(one["resolution"]) for one in listed["forecasts"]] == [True, False, False, False]
    only = RUN.invoke(app, ["forecast", "list", "--open", "--file", str(board), "--json"])
    assert len(json.loads(only.stdout)["forecasts"]) == 3


def test_an_analyst_resolves_with_a_citation_once(board: Path) -> None:
    identity = scoreboard_at(board).forecasts[0]["id"]
    command = ["forecast", "resolve", identity, "--outcome", "0", "--file", str(board)]
    assert RUN.invoke(app, command).exit_code == 2
    told = RUN.invoke(app, [*command, "--citation", "UN, S/2022/1", "--json"])
    assert json.loads(told.stdout)["resolved"][0]["forecast"] == identity
    again = RUN.invoke(app, [*command, "--citation", "UN, S/2022/1"])
    assert isinstance(again.exception, FoedusError)
    assert "resolved already" in str(again.exception)


def test_score_tells_each_standing_apart_and_draws(board: Path, tmp_path: Path) -> None:
    _resolve(board, 2021, 0)
    _resolve(board, 2022, 1)
    picture = tmp_path / "out" / "reliability.svg"
    command = ["forecast", "score", "--file", str(board), "--picture", str(picture)]
    told = RUN.invoke(app, command)
    assert "onset, forecast: 2 of 3 resolved" in told.stdout
    assert "onset, hindcast: 0 of 1 resolved" in told.stdout
    assert picture.read_text().startswith("<svg")
    assert picture.with_suffix(".data.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["make", "coup"], "none of"),
        (["make", "onset", "--between", "RUS"], "no pair"),
        (["make", "onset", "--file", "a", "--case", "."], "two scoreboards"),
        (["make", "onset"], "name whom"),
        (["resolve", "--outcome", "1", "--citation", "x"], "give its ID"),
    ],
)
def test_what_makes_no_sense_is_a_fault_of_the_command_line(
    arguments: list[str], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = RUN.invoke(app, ["forecast", *arguments])
    assert told.exit_code == 2
    assert why in " ".join(told.output.replace("│", " ").split())


def test_without_the_data_one_is_told_what_to_get(tmp_path: Path) -> None:
    command = ["forecast", "make", "onset", "--between", "RUS,UKR", "--year", "2020"]
    told = RUN.invoke(app, [*command, "--file", str(tmp_path / "f.jsonl")])
    assert "foedus data get" in str(told.exception)
    assert not (tmp_path / "f.jsonl").exists()
