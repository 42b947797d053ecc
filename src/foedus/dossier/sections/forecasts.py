"""What may come next: the forecasts on the case's scoreboard, and how such forecasts did."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from foedus.dossier.blocks import (
    Block,
    Cell,
    Data,
    Figure,
    Judgement,
    Line,
    Look,
    Paragraph,
    Remarked,
    Section,
    Table,
)
from foedus.dossier.figures import LikeForecasts, Reliability
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.likelihood import Confidence, likelihood_of
from foedus.dossier.sections.forecast_evidence import (
    forecast_caveat,
    forecast_exhibit,
    forecast_id,
    scoreboard_exhibit,
    year_of,
)
from foedus.dossier.sentence import Link, Plain, Sentence
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import number_words, signed_words
from foedus.dossier.words.shares import share_range_words, share_words
from foedus.repercussions.forecasts.limits import SHIFT, STALE
from foedus.repercussions.forecasts.of_case import CaseForecasts
from foedus.repercussions.forecasts.scoreboard import Entry

if TYPE_CHECKING:
    from foedus.dossier.exhibit import Exhibit

__all__ = ["forecasts", "reliability_figure"]

_JUDGED = 5
"""Forecasts that are put as judgements; all stand in the table."""
COLUMNS = ("who", "what", "chance", "beside")
Groups = list[list[float]]


def forecasts(ground: Ground) -> Section:
    """Return the forecasts of the case's scoreboard; without one, how to make one."""
    w, found = ground.words, ground.material.repercussions.forecasts
    blocks: list[Block] = []
    exhibits: list[Exhibit] = []
    if found is None or not found.board.forecasts:
        blocks.append(Remarked(w.sentence("forecasts.none"), missing=True))
    else:
        shown = sorted(found.latest, key=lambda one: _order(ground, one))
        events = [one for one in shown if one["about"]["target"] != SHIFT]
        blocks += [_judgement(ground, one) for one in events[:_JUDGED]]
        shifts = [one for one in shown if one["about"]["target"] == SHIFT]
        if shifts:
            blocks.append(Paragraph(tuple(_shift(ground, one) for one in shifts)))
        if len(events) > 1:
            blocks.append(_table(ground, events))
        blocks += _record(ground, events)
        blocks += _reliability(ground, events)
        blocks += _memory(ground, found)
        exhibits = [forecast_exhibit(ground, one) for one in shown]
        if shown:
            exhibits.append(scoreboard_exhibit(ground, found))
    return Section(
        id="next",
        title=w.text("forecasts.title"),
        blocks=tuple(blocks),
        exhibits=tuple(exhibits),
    )


def _order(ground: Ground, one: Entry) -> tuple[bool, float]:
    focus = frozenset(ground.case.focus)
    return not focus.issuperset(one["about"]["parties"]), -one.get("probability", 0.0)


# --- One forecast ---------------------------------------------------------------------------------


def _judgement(ground: Ground, one: Entry) -> Judgement:
    w, here = ground.words, forecast_id(one)
    low, high = one["interval"]
    sentence = w.sentence(
        f"forecasts.{one['about']['target']}",
        actors=ground.named(one["about"]["parties"], first=True),
        year=Link(year_of(one), here),
        chance=Link(share_words(w, one["probability"]), here),
        interval=Link(share_range_words(w, low, high), here),
        base=Link(share_words(w, one["base_rate"]), here),
    )
    confidence, why = _confidence(ground, one)
    return Judgement(
        finding=Finding(
            sentence=sentence,
            estimate=Estimate(
                value=one["probability"],
                low=low,
                high=high,
                level=0.95,
                unit="probability",
                method=one["method"],
            ),
            caveat=forecast_caveat(ground, one),
        ),
        likelihood=likelihood_of(one["probability"]),
        confidence=confidence,
        confidence_why=(*w.sentence(f"confidence.{confidence.value}"), Plain(" "), *why),
        would_change=w.sentence(f"forecasts.change_{one['about']['target']}"),
    )


def _confidence(ground: Ground, one: Entry) -> tuple[Confidence, Sentence]:
    """Return how sure, and why; never high, as one list of past events is behind it."""
    w, here, past = ground.words, forecast_id(one), one["past"]
    if one["horizon"] > STALE:
        return Confidence.LOW, w.sentence(
            "forecasts.why_stale",
            known=Link(str(one["known_to"]), here),
            years=Link(number_words(w, one["horizon"], 0), here),
        )
    if one["cautions"]:
        return Confidence.LOW, w.sentence(
            "forecasts.why_few", events=Link(number_words(w, one["model"]["events"], 0), here)
        )
    if past.get("bits_gained_on_base_rate", 0.0) <= 0:
        return Confidence.LOW, w.sentence("forecasts.why_no_better")
    if past.get("slope") is None or not _means_it(past):
        return Confidence.LOW, w.sentence("forecasts.why_not_calibrated")
    return Confidence.MODERATE, w.sentence(
        "forecasts.why_moderate", count=Link(number_words(w, past["forecasts"], 0), here)
    )


def _means_it(past: dict[str, Any]) -> bool:
    low, high = past["slope_interval"]
    return bool(low <= 1 <= high)


def _shift(ground: Ground, one: Entry) -> Finding:
    w, here, past = ground.words, forecast_id(one), one["past"]
    low, high = one["interval"]
    mean = one["distribution"]["mean"]
    return Finding(
        sentence=w.sentence(
            "forecasts.shift",
            actor=ground.named(one["about"]["parties"]),
            year=Link(year_of(one), here),
            position=Link(signed_words(w, one["position"]), here),
            known=Link(str(one["known_to"]), here),
            shift=Link(signed_words(w, mean), here),
            low=Link(signed_words(w, low), here),
            high=Link(signed_words(w, high), here),
            covered=Link(share_words(w, past["coverage_conformal_90"]), here),
        ),
        estimate=Estimate(
            value=mean, low=low, high=high, level=0.9, unit="ideal point", method=one["method"]
        ),
        caveat=forecast_caveat(ground, one),
    )


# --- All of them ----------------------------------------------------------------------------------


def _table(ground: Ground, events: list[Entry]) -> Table:
    w = ground.words
    return Table(
        id="forecasts",
        title=w.text("forecasts.table"),
        subtitle=w.text("forecasts.subtitle"),
        kind="second",
        columns=tuple(Cell((Line((Plain(w.text(f"forecasts.{name}")),)),)) for name in COLUMNS),
        rows=tuple(_row(ground, one) for one in events),
        data=Data(
            (
                *("id", "made_on", "standing", "target", "one", "two", "from", "to"),
                *("probability", "low", "high", "base_rate", "known_to", "code"),
            ),
            tuple(
                (
                    *(one["id"], one["made_on"], one["standing"], one["about"]["target"]),
                    *(*one["about"]["parties"], one["about"]["from"], one["about"]["to"]),
                    *(one["probability"], *one["interval"], one["base_rate"]),
                    *(one["known_to"], one["model"]["code"]),
                )
                for one in events
            ),
        ),
    )


def _row(ground: Ground, one: Entry) -> tuple[Cell, ...]:
    w, here = ground.words, forecast_id(one)
    low, high = one["interval"]
    return (
        Cell((Line((ground.dyad("-".join(one["about"]["parties"])),), Look.STRONG),)),
        Cell(
            (
                Line((Plain(w.text(f"forecasts.short_{one['about']['target']}")),)),
                Line((Link(year_of(one), here),), Look.SMALL),
            )
        ),
        Cell(
            (
                Line((Link(share_words(w, one["probability"]), here),), Look.STRONG),
                Line((Link(share_range_words(w, low, high), here),), Look.SMALL),
            )
        ),
        Cell((Line((Link(share_words(w, one["base_rate"]), here),)),)),
    )


def _record(ground: Ground, events: list[Entry]) -> Iterator[Paragraph]:
    """Yield how forecasts of each target did in the past, made as these were."""
    w = ground.words
    judged = {one["about"]["target"]: one for one in events if one["past"].get("slope")}
    findings = []
    for target, one in judged.items():
        past, here = one["past"], forecast_id(one)
        numbers = {
            "first": str(past["first"]),
            "last": str(past["last"]),
            "count": number_words(w, past["forecasts"], 0),
            "events": number_words(w, past["events"], 0),
            "brier": number_words(w, past["brier"], 4),
            "base": number_words(w, past["brier_of_base_rate"], 4),
            "slope": number_words(w, past["slope"], 2),
        }
        findings.append(
            Finding(
                sentence=w.sentence(
                    "forecasts.record",
                    what=Plain(w.text(f"forecasts.short_{target}")),
                    **{name: Link(said, here) for name, said in numbers.items()},
                ),
                caveat=w.text("forecasts.record_caveat"),
            )
        )
    if findings:
        yield Paragraph(tuple(findings))


def _reliability(ground: Ground, events: list[Entry]) -> Iterator[Figure]:
    w = ground.words
    drawn = {one["about"]["target"]: one for one in events if one["past"].get("groups")}
    for target, one in drawn.items():
        groups: Groups = one["past"]["groups"]
        what = w.text(f"forecasts.short_{target}")
        yield Figure(
            id=f"reliability-{target}",
            title=w.text(
                "forecasts.picture",
                what=what,
                events=number_words(w, one["past"]["events"], 0),
                count=number_words(w, one["past"]["forecasts"], 0),
                first=one["past"]["first"],
                last=one["past"]["last"],
            ),
            subtitle=w.text("forecasts.picture_subtitle"),
            drawing=reliability_figure(groups, w, forecast_id(one)),
            data=Data(
                ("forecasts", "events", "said", "came", "low", "high"),
                tuple(tuple(group) for group in groups),
            ),
            evidence=(forecast_id(one),),
            caption=w.sentence("forecasts.picture_caption"),
        )


def reliability_figure(groups: Groups, words: Words, evidence: str) -> Reliability:
    """Return what came against what was said, of groups (forecasts, events, said, came, ends)."""
    return Reliability(
        groups=tuple(
            LikeForecasts(
                said,
                came,
                low,
                high,
                words.text(
                    "forecasts.group",
                    said=share_words(words, said),
                    came=share_words(words, came),
                    count=number_words(words, size, 0),
                ),
            )
            for size, _, said, came, low, high in groups
        ),
        said_words=words.text("forecasts.said"),
        came_words=words.text("forecasts.came"),
        describes=words.text("forecasts.describes"),
        evidence=evidence,
    )


def _memory(ground: Ground, found: CaseForecasts) -> Iterator[Block]:
    """Yield how this scoreboard's own forecasts did."""
    w = ground.words
    true = [one for one in found.standings if one.standing == "forecast"]
    made, resolved = (sum(getattr(one, name) for one in true) for name in ("made", "resolved"))
    if not found.latest:
        yield Remarked(w.sentence("forecasts.only_hindcasts"), missing=True)
        return
    sentence = w.sentence(
        "forecasts.memory" if resolved else "forecasts.memory_none",
        made=Link(number_words(w, made, 0), "e-scoreboard"),
        **({"resolved": Link(number_words(w, resolved, 0), "e-scoreboard")} if resolved else {}),
    )
    yield Paragraph((Finding(sentence=sentence, caveat=w.text("forecasts.memory_caveat")),))
