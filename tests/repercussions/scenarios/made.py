"""Cases with scenarios, made in a few words."""

from pathlib import Path

from foedus.evidence import Day
from foedus.sources.case import AnalystAssumption, Case, OpeningAct, Scenario

__all__ = ["a_case", "act", "assume", "one_act"]


def assume(that: str, low: float, high: float) -> AnalystAssumption:
    """Return an assumption of an analyst, with the words that every one must have."""
    return AnalystAssumption(
        that=that,
        low=low,
        high=high,
        why="as the cabinet had said",
        source="A. Analyst, 2024",
        confirmed_by="mobilisation",
        refuted_by="demobilisation",
    )


def act(words: str, on: str, place: str | None = None) -> OpeningAct:
    """Return one of several opening acts."""
    return OpeningAct(act=words, place=place, on=Day(on))


def one_act(words: str, on: str, place: str | None = None, **more: object) -> Scenario:
    """Return a scenario with one act."""
    fields = {"id": "one", "act": words, "place": place, "days": (Day(on),), **more}
    return Scenario(**fields)  # type: ignore[arg-type]


def a_case(*scenarios: Scenario, folder: Path = Path("case"), **more: object) -> Case:
    """Return a case of these scenarios."""
    fields: dict[str, object] = {
        "folder": folder,
        "title": "",
        "question": "",
        "language": "en",
        "focus": ("RUS",),
        "watch": (),
        "period": Day("1900/2024"),
        "reliability": {},
    }
    return Case(scenarios=scenarios, **(fields | more))  # type: ignore[arg-type]
