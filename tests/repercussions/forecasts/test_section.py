"""What the dossier says of a case's scoreboard, in both languages."""

import dataclasses
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from foedus.dossier.blocks import Figure, Judgement, Paragraph, Remarked, Section, Table
from foedus.dossier.charts.drawing import drawn
from foedus.dossier.ground import Ground
from foedus.dossier.likelihood import Confidence
from foedus.dossier.sections.forecasts import forecasts
from foedus.dossier.sentence import read
from foedus.dossier.wording import faults_of_wording
from foedus.dossier.words.catalogue import words_in
from foedus.dossier.words.shares import share_words
from foedus.errors import FaultyInput
from foedus.repercussions.forecasts.of_case import forecasts_of
from foedus.repercussions.forecasts.scoreboard import FILE, added, content_id

PAST = {
    "forecasts": 90_000,
    "events": 250,
    "first": 1990,
    "last": 2014,
    "brier": 0.0025,
    "brier_of_base_rate": 0.0027,
    "bits_gained_on_base_rate": 0.01,
    "auc": 0.93,
    "slope": 1.02,
    "slope_interval": [0.9, 1.1],
    "groups": [
        [80_000, 50, 0.0007, 0.0006, 0.0005, 0.0009],
        [10_000, 200, 0.02, 0.02, 0.018, 0.023],
    ],
}


def entry(parties: tuple[str, str], p: float, **more: Any) -> dict[str, Any]:
    content = {
        "kind": "forecast",
        "made_on": "2026-11-23",
        "standing": "forecast",
        "about": {
            "target": "onset",
            "parties": list(parties),
            "from": "2027-01-01",
            "to": "2027-12-31",
        },
        "known_to": 2024,
        "horizon": 3,
        "probability": p,
        "interval": [p / 2, p * 1.5],
        "by_member": {"logit": p, "boosting": p},
        "base_rate": 0.002,
        "cautions": [],
        "method": "a pool",
        "model": {"events": 3000, "code": "0.1.0+abc"},
        "data": [{"dataset": "mid", "version": "9.0", "sha256": "f" * 64}],
        "past": PAST,
        **more,
    }
    return {"id": content_id("forecast", content), **content}


def section(folder: Path, language: str) -> Section:
    case = SimpleNamespace(folder=folder, focus=("RUS", "PRK"), watch=("UKR",), language=language)
    found = forecasts_of(case)  # type: ignore[arg-type]
    material = SimpleNamespace(case=case, repercussions=SimpleNamespace(forecasts=found))
    others = (one.name for one in dataclasses.fields(Ground))
    empty = {name: () for name in others if name not in ("material", "words")}
    return forecasts(Ground(material=material, words=words_in(language), **empty))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_without_a_scoreboard_it_says_how_to_make_one(tmp_path: Path, language: str) -> None:
    (said,) = section(tmp_path, language).blocks
    assert isinstance(said, Remarked)
    assert "foedus forecast make" in read(said.body)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_forecast_stands_with_base_rate_interval_confidence_and_past(
    tmp_path: Path, language: str
) -> None:
    added(tmp_path / FILE, [entry(("RUS", "UKR"), 0.34), entry(("PRK", "RUS"), 0.08)])
    made = section(tmp_path, language)
    first, second = (one for one in made.blocks if isinstance(one, Judgement))
    assert "8" in read(first.finding.sentence), "actors in focus come first"
    for one in (first, second):
        assert one.likelihood is not None
        assert one.confidence is Confidence.MODERATE
        for words in (one.finding.sentence, one.confidence_why, one.would_change):
            assert not faults_of_wording(read(words), language)
    told = read(second.finding.sentence).replace("\u00a0", " ")
    assert all(figure in told for figure in ("34 %", "17 %", "51 %", "2027"))
    assert "0.2 %" in told or "0,2 %" in told
    (picture,) = (one for one in made.blocks if isinstance(one, Figure))
    assert "<svg" in drawn(picture.drawing, "r", 350, "", language).page
    assert any(isinstance(one, Table) for one in made.blocks)
    opened = {one.id for one in made.exhibits}
    assert set(first.finding.evidence) <= opened


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"horizon": 13, "known_to": 2014}, "2014, 13 years before"),
        ({"cautions": ["few"]}, "3,000 such events"),
        ({"past": PAST | {"bits_gained_on_base_rate": -0.1}}, "no better than the base rate"),
        ({"past": PAST | {"slope_interval": [1.2, 1.5]}}, "not mean quite"),
    ],
)
def test_confidence_is_low_for_a_reason(tmp_path: Path, more: dict[str, Any], why: str) -> None:
    added(tmp_path / FILE, [entry(("PRK", "RUS"), 0.08, **more)])
    judged = section(tmp_path, "en").blocks[0]
    assert isinstance(judged, Judgement)
    assert judged.confidence is Confidence.LOW
    assert why in read(judged.confidence_why)


def test_stale_and_late_forecasts_say_so_in_their_caveat(tmp_path: Path) -> None:
    late = entry(("PRK", "RUS"), 0.08, horizon=12, known_to=2014, standing="late")
    added(tmp_path / FILE, [late])
    judged = section(tmp_path, "en").blocks[0]
    assert isinstance(judged, Judgement)
    assert "The data end with 2014, 12 years before" in judged.finding.caveat
    assert "had begun" in judged.finding.caveat


def test_hindcasts_are_not_shown_as_forecasts(tmp_path: Path) -> None:
    added(tmp_path / FILE, [entry(("PRK", "RUS"), 0.08, standing="hindcast")])
    (said,) = section(tmp_path, "en").blocks
    assert isinstance(said, Remarked)
    assert "hindcasts only" in read(said.body)


def test_only_the_latest_forecast_of_a_thing_is_shown(tmp_path: Path) -> None:
    added(tmp_path / FILE, [entry(("PRK", "RUS"), 0.08), entry(("PRK", "RUS"), 0.12)])
    blocks = section(tmp_path, "en").blocks
    assert len([one for one in blocks if isinstance(one, Judgement)]) == 1
    memory = [one for one in blocks if isinstance(one, Paragraph)][-1]
    assert "Of 2 true forecasts" in read(memory.findings[0].sentence)


def test_a_scoreboard_that_was_changed_stops_the_dossier(tmp_path: Path) -> None:
    added(tmp_path / FILE, [entry(("PRK", "RUS"), 0.08)])
    file = tmp_path / FILE
    file.write_text(file.read_text().replace("0.08", "0.80"))
    with pytest.raises(FaultyInput, match="changed"):
        section(tmp_path, "en")


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.34, "34 %"), (0.0023, "0.23 %"), (1e-7, "under 0.001 %"), (0, "0 %"), (1, "100 %")],
)
def test_shares_keep_two_figures_that_count(share: float, said: str) -> None:
    assert share_words(words_in("en"), share).replace("\u00a0", " ") == said
