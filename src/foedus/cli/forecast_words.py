"""What `foedus forecast` says of forecasts: lines, rows and pictures."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.cli.output import Line, say

if TYPE_CHECKING:
    from foedus.repercussions.forecasts.made import Made
    from foedus.repercussions.forecasts.standing import Standing

__all__ = ["draw", "listed_row", "made_lines", "scores_words", "standing_lines"]


def made_lines(made: "Made") -> Iterator[Line]:
    """Return what was made: chance, interval, base rate, and what they rest on."""
    for one in made.entries:
        about = one["about"]
        yield Line(0, f"{about['target']}, {'-'.join(about['parties'])}, {_window(one)}", "bold")
        if "probability" in one:
            low, high = one["interval"]
            yield Line(1, f"{_share(one['probability'])} ({_share(low)} to {_share(high)})")
            yield Line(1, f"base rate of the last twenty years: {_share(one['base_rate'])}", "dim")
        else:
            low, high = one["interval"]
            yield Line(
                1,
                f"from {one['position']:+.2f} by {one['distribution']['mean']:+.2f} "
                f"({low:+.2f} to {high:+.2f})",
            )
        yield Line(1, f"{one['id']}, {one['standing']}", "dim")
    one = made.entries[0]
    ahead = f"{one['horizon']} year{'' if one['horizon'] == 1 else 's'} before"
    yield Line(0, "")
    yield Line(
        0,
        f"Known to the end of {one['known_to']}, {ahead}; "
        f"made on {one['made_on']} by {one['model']['code']}.",
    )
    yield Line(0, _past(one["past"]))
    for caution in one["cautions"]:
        yield Line(0, f"Caution: {caution}.", "yellow")


def _past(past: Mapping[str, Any]) -> str:
    if not past["forecasts"]:
        return "No forecast of this kind has been judged before."
    span = f"{past['first']} to {past['last']}, made before their outcome as this one was"
    if "crps" in past:
        return (
            f"Of {past['forecasts']:,} such forecasts of {span}: CRPS {past['crps']:.3f} "
            f"(no change: {past['crps_of_no_change']:.3f}); {past['coverage_conformal_90']:.0%} "
            "lay in their interval."
        )
    auc = "" if past["auc"] is None else f", AUC {past['auc']:.2f}"
    slope = "" if past["slope"] is None else f", slope of calibration {past['slope']:.2f}"
    return (
        f"Of {past['forecasts']:,} such forecasts of {span}, {past['events']:,} came true: Brier "
        f"{past['brier']:.4f} (base rate {past['brier_of_base_rate']:.4f}){auc}{slope}."
    )


def _window(one: Mapping[str, Any]) -> str:
    return str(one["about"]["from"])[:4]


def _share(p: float) -> str:
    return f"{100 * p:.2g} %" if p < 0.995 else f"{100 * p:.3g} %"


def listed_row(one: Mapping[str, Any], judged: Mapping[str, Any] | None) -> dict[str, object]:
    """Return one forecast as a row of the list."""
    event = "probability" in one
    return {
        "id": one["id"],
        "made_on": one["made_on"],
        "standing": one["standing"],
        "target": one["about"]["target"],
        "who": "-".join(one["about"]["parties"]),
        "window": _window(one),
        "forecast": _share(one["probability"]) if event else f"{one['distribution']['mean']:+.2f}",
        "base": _share(one["base_rate"]) if event else "",
        "outcome": "" if judged is None else f"{judged['outcome']:g}",
    }


def scores_words(scores: Mapping[str, Any]) -> str:
    """Return scores on one line."""
    return ", ".join(f"{name} {value:.4g}" for name, value in scores.items())


def standing_lines(found: tuple["Standing", ...]) -> Iterator[Line]:
    """Return how the forecasts of each target and standing did."""
    if not found:
        yield Line(0, "The scoreboard is empty: `foedus forecast make` writes to it.")
    for one in found:
        yield Line(
            0, f"{one.target}, {one.standing}: {one.resolved} of {one.made} resolved", "bold"
        )
        for name, value in one.scores.items():
            shown = "-" if value is None else f"{value:.4g}"
            yield Line(1, f"{name.replace('_', ' ')}: {shown}")


def draw(found: tuple["Standing", ...], picture: Path, language: str) -> None:
    """Draw the first that has something resolved; raises FoedusError where nothing has."""
    from foedus.dossier.rendering.forecasts import written_reliability
    from foedus.errors import FoedusError

    drawn = next((one for one in found if one.groups), None)
    if drawn is None:
        raise FoedusError("Nothing is resolved yet: there is nothing to draw.")
    file, rows = written_reliability(drawn, picture, language)
    say(f"Drawn: {file} ({drawn.target}, {drawn.standing}), its data: {rows.name}")
