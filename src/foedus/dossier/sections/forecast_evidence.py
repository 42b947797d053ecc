"""What stands behind a forecast: when and by what it was made, of which data, how such ones did."""

from typing import Any

from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import number_words
from foedus.dossier.words.shares import share_words
from foedus.repercussions.forecasts.limits import SHIFT, STALE
from foedus.repercussions.forecasts.of_case import CaseForecasts
from foedus.repercussions.forecasts.scoreboard import Entry

__all__ = [
    "forecast_caveat",
    "forecast_exhibit",
    "forecast_id",
    "scoreboard_exhibit",
    "year_of",
]


def forecast_id(one: Entry) -> str:
    """Return the id of a forecast's exhibit."""
    return f"e-forecast-{one['id'][2:]}"


def year_of(one: Entry) -> str:
    """Return the year that a forecast is of."""
    return str(one["about"]["to"])[:4]


def forecast_caveat(ground: Ground, one: Entry) -> str:
    """Return what could make a forecast wrong, its age first of all."""
    w = ground.words
    shift = one["about"]["target"] == SHIFT
    told = [w.text("forecasts.caveat_shift" if shift else "forecasts.caveat")]
    if one["horizon"] > STALE:
        told.append(w.text("forecasts.caveat_stale", known=one["known_to"], years=one["horizon"]))
    if one["standing"] == "late":
        told.append(w.text("forecasts.caveat_late"))
    return " ".join(told)


def forecast_exhibit(ground: Ground, one: Entry) -> Exhibit:
    """Return everything that stands behind a forecast."""
    w, past = ground.words, one["past"]
    facts = {
        "made_on": one["made_on"],
        "standing": w.text(f"forecasts.is_{one['standing']}"),
        "known_to": w.counted(
            "forecasts.known_to", one["horizon"], known=one["known_to"], years=one["horizon"]
        ),
        "code": one["model"]["code"],
        "data": "; ".join(
            f"{each['dataset']} {each['version']} ({each['sha256'][:12]})" for each in one["data"]
        ),
        "line": f"{one['id']}, {one['hash'][:16]}",
    }
    if "probability" in one:
        facts["members"] = "; ".join(
            f"{w.text(f'forecasts.member_{name}')} {share_words(w, said)}"
            for name, said in one["by_member"].items()
        )
    if past["forecasts"]:
        facts["past"] = _past(w, past)
    return Exhibit(
        id=forecast_id(one),
        kind=Kind.ESTIMATE,
        title=w.text(
            "forecasts.exhibit",
            what=w.text(f"forecasts.short_{one['about']['target']}"),
            actors=ground.words.listed(
                tuple(ground.actor(each) for each in one["about"]["parties"])
            ),
            year=year_of(one),
        ),
        facts=tuple((w.text(f"forecasts.fact_{key}"), said) for key, said in facts.items()),
        calculation=w.text(
            "forecasts.calculation_shift"
            if one["about"]["target"] == SHIFT
            else "method.forecasts.calculation"
        ),
        caveat=forecast_caveat(ground, one),
        source=method_source_id("forecasts"),
    )


def _past(w: Words, past: dict[str, Any]) -> str:
    span = {"first": past["first"], "last": past["last"]}
    count = number_words(w, past["forecasts"], 0)
    if "crps" in past:
        return w.text(
            "forecasts.past_shift",
            **span,
            count=count,
            crps=number_words(w, past["crps"], 3),
            still=number_words(w, past["crps_of_no_change"], 3),
        )
    return w.text(
        "forecasts.past_event",
        **span,
        count=count,
        events=number_words(w, past["events"], 0),
        brier=number_words(w, past["brier"], 4),
        base=number_words(w, past["brier_of_base_rate"], 4),
        auc=w.text("range.none") if past["auc"] is None else number_words(w, past["auc"], 2),
        slope=w.text("range.none") if past["slope"] is None else number_words(w, past["slope"], 2),
    )


def scoreboard_exhibit(ground: Ground, found: CaseForecasts) -> Exhibit:
    """Return the scoreboard itself: its lines, its last hash, its scores."""
    w = ground.words
    facts = [
        (w.text("forecasts.fact_file"), found.board.path.name),
        (w.text("forecasts.fact_lines"), number_words(w, len(found.board.lines), 0)),
        (w.text("forecasts.fact_head"), found.board.head),
    ]
    for one in found.standings:
        title = (
            f"{w.text(f'forecasts.short_{one.target}')}, {w.text(f'forecasts.is_{one.standing}')}"
        )
        said = w.text(
            "forecasts.fact_resolved",
            resolved=number_words(w, one.resolved, 0),
            made=number_words(w, one.made, 0),
        )
        brier = one.scores.get("brier")
        facts.append((title, said if brier is None else f"{said}; Brier {brier:.4f}"))
    return Exhibit(
        id="e-scoreboard",
        kind=Kind.ROWS,
        title=w.text("forecasts.scoreboard"),
        facts=tuple(facts),
        caveat=w.text("forecasts.memory_caveat"),
        source=method_source_id("forecasts"),
    )
