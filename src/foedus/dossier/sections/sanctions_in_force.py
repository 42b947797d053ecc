"""Measures in force on the last day of a case, and through time."""

import datetime as dt
from collections.abc import Iterator, Sequence

from foedus.dossier.blocks import Block, Data, Figure, Paragraph, Remarked
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.figures import Bar, Gap, Timeline
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id
from foedus.dossier.sentence import Link
from foedus.dossier.words.days import date_words, number_words
from foedus.dossier.words.sanctions import SanctionWords
from foedus.repercussions.sanctions import InForce, Known, Measure, Standing, members_on
from foedus.repercussions.sanctions.groups import MeasureGroup, grouped
from foedus.repercussions.sanctions.of_case import CaseSanctions
from foedus.repercussions.sanctions.spans import MeasureSpan, spans_of

__all__ = ["in_force_blocks"]

_ALL = "e-measures"
_LANES = 8
_LISTED = 12
_COLUMNS = ("target", "sender", "first", "last", "certain")


def in_force_blocks(ground: Ground, found: CaseSanctions) -> tuple[list[Block], list[Exhibit]]:
    """Return what is said and drawn of measures on each actor in focus, and what it opens."""
    blocks: list[Block] = []
    exhibits: list[Exhibit] = []
    if found.known is None:
        return blocks, exhibits
    said = SanctionWords(ground.words, found.on)
    told = list[MeasureGroup]()
    for target, standings in found.in_force.items():
        groups = _shown(ground, grouped(standings))
        told += groups
        if not groups:
            blocks.append(Remarked(said.nothing(target, None)))
            continue
        exhibits += (_exhibit(ground, found.known, said, one, target) for one in groups)
        listed = [one for one in groups if one.programme is not None]
        findings = [one for group in listed for one in _findings(said, group, target)]
        cases = [*_cases(said, [one for one in groups if one.programme is None], target)]
        cases += _others(ground, standings, groups, target)
        blocks += (Paragraph(tuple(each)) for each in (findings, cases) if each)
        blocks += _figure(ground, found.known, target)
    if blocks:
        exhibits.append(_all(ground, found.known))
    return blocks, exhibits


def _all(ground: Ground, known: Known) -> Exhibit:
    """Return the exhibit of all measures that were drawn on, for spans long past."""
    w = ground.words
    held = [one for one in known.sources if not one.missing]
    told = [*(f"{one.title}, {one.version}" for one in held), *(one.file for one in known.lists)]
    return Exhibit(
        id=_ALL,
        kind=Kind.ROWS,
        title=w.text("sanctions.known_title"),
        facts=tuple((w.text("sanctions.fact_source"), one) for one in told),
        caveat=w.text("sanctions.sources_caveat"),
        source=method_source_id("sanctions"),
    )


def _shown(ground: Ground, groups: Sequence[MeasureGroup]) -> list[MeasureGroup]:
    """Return the groups of lists, and those of cases whose sender is an actor of the case."""
    own = {*ground.case.focus, *ground.case.watch}
    return [one for one in groups if one.programme is not None or one.sender in own]


def _id(group: MeasureGroup, target: str) -> str:
    parts = (target, group.sender or "unnamed", group.dataset, group.programme, group.why)
    return "e-measures-" + "-".join(_plain(str(part)) for part in parts if part)


def _plain(words: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in words.lower())


def _findings(said: SanctionWords, group: MeasureGroup, target: str) -> Iterator[Finding]:
    evidence = _id(group, target)
    surely, perhaps = group.count(InForce.CERTAIN), group.count(InForce.POSSIBLE)
    caveat = " ".join(said.limits([group]))
    newest = said.newest(group, evidence)
    for place, sentence in enumerate(said.group(group, target, evidence)):
        counts = surely > 0 and place == 0
        estimate = Estimate(
            low=surely,
            high=surely + perhaps,
            unit="listings in the source",
            method="foedus.repercussions.sanctions.in_force",
        )
        yield Finding(sentence=sentence, caveat=caveat, estimate=estimate if counts else None)
        if newest and place == 0:
            yield Finding(sentence=newest, caveat=caveat)


def _cases(said: SanctionWords, groups: Sequence[MeasureGroup], target: str) -> Iterator[Finding]:
    behind = [_id(one, target) for one in groups]
    for sentence in said.cases(groups, target, behind):
        yield Finding(sentence=sentence, caveat=" ".join(said.limits(groups)))


def _others(
    ground: Ground, standings: Sequence[Standing], shown: Sequence[MeasureGroup], target: str
) -> Iterator[Finding]:
    w = ground.words
    senders = {one.measure.sender for one in standings} - {one.sender for one in shown}
    if senders and shown:
        count = Link(number_words(w, len(senders)), _id(shown[-1], target))
        yield Finding(
            sentence=w.counted_sentence(
                "sanctions.others", len(senders), count=count, target=ground.named((target,))
            ),
            caveat=w.text("sanctions.sources_caveat"),
        )


def _exhibit(
    ground: Ground, known: Known, said: SanctionWords, group: MeasureGroup, target: str
) -> Exhibit:
    w = ground.words
    facts = [(w.text("sanctions.fact_source"), source) for source in _sources(known, group)]
    if group.known_until:
        facts.append((w.text("sanctions.fact_reaches"), date_words(w, group.known_until)))
    listed = [one.measure for one in group.standings]
    named = ", ".join(_named(one) for one in listed[:_LISTED])
    more = "" if len(listed) <= _LISTED else f" … (+{number_words(w, len(listed) - _LISTED)})"
    facts.append((w.text("sanctions.fact_measures"), named + more))
    members = members_on(group.sender, said.on) if group.sender else None
    if members:
        facts.append((w.text("sanctions.fact_members"), said.listed_members(members)))
    return Exhibit(
        id=_id(group, target),
        kind=Kind.ROWS,
        title=w.text(
            "sanctions.exhibit",
            sender=said.sender(group.sender),
            target=said.names.inside(target),
        ),
        facts=tuple(facts),
        caveat=" ".join(said.limits([group])),
        source=method_source_id("sanctions"),
    )


def _sources(known: Known, group: MeasureGroup) -> Iterator[str]:
    for source in known.sources:
        if source.dataset == group.dataset:
            yield f"{source.title}, {source.version}"
            yield from source.citation
    for one in known.lists:
        if one.file == group.dataset:
            yield f"{one.file} (SHA-256 {one.sha256})"


def _named(measure: Measure) -> str:
    return measure.name or measure.programme


# --- Through time ---------------------------------------------------------------------------------


def _figure(ground: Ground, known: Known, target: str) -> Iterator[Figure]:
    w = ground.words
    begins, ends = ground.case.period.earliest, ground.case.period.latest
    if begins is None or ends is None:
        return
    lanes = _lanes(ground, known, target, begins, ends)
    if not lanes:
        return
    title = w.text("sanctions.spans", target=ground.named((target,)).words)
    bars = tuple(_bars(ground, lanes, target))
    yield Figure(
        id=f"sanctions-{target.lower()}",
        title=title,
        subtitle=w.text("sanctions.spans_subtitle"),
        drawing=Timeline(
            lanes=tuple(ground.actor(sender) for sender in lanes),
            bars=bars,
            gaps=tuple(_gaps(ground, lanes, ends)),
            begins=begins,
            ends=ends,
            detail_from=None,
            describes=w.text(
                "sanctions.spans_describes",
                target=ground.named((target,)).words,
                begins=str(begins.year),
                ends=str(ends.year),
            ),
        ),
        data=Data(
            _COLUMNS,
            tuple(
                (target, sender, one.first, one.last, one.surely)
                for sender, (_, spans) in lanes.items()
                for one in spans
            ),
        ),
        evidence=tuple(dict.fromkeys(bar.evidence for bar in bars)),
    )


Lanes = dict[str, tuple[list[Measure], list[MeasureSpan]]]


def _lanes(ground: Ground, known: Known, target: str, begins: dt.date, ends: dt.date) -> Lanes:
    """Return the senders among the actors of the case that had measures on the target, longest."""
    own = dict.fromkeys((*ground.case.focus, *ground.case.watch))
    found: Lanes = {}
    for sender in own:
        measures = [
            one
            for one in known.measures
            if one.sender == sender
            and one.why(target) is not None
            and spans_of([one], begins, ends)
        ]
        spans = spans_of(measures, begins, ends)
        if spans:
            found[sender] = (measures, spans)
    longest = sorted(found, key=lambda one: -_days(found[one][1]))[:_LANES]
    return {sender: found[sender] for sender in longest}


def _days(spans: Sequence[MeasureSpan]) -> int:
    return sum((one.last - one.first).days + 1 for one in spans)


def _bars(ground: Ground, lanes: Lanes, target: str) -> Iterator[Bar]:
    w = ground.words
    for sender, (measures, spans) in lanes.items():
        evidence = _lane_evidence(ground, measures, target)
        count = number_words(w, len(measures))
        label = w.counted("sanctions.drawn", len(measures), count=count)
        for one in spans:
            told = w.text(
                "sanctions.spans_told" if one.surely else "sanctions.spans_told_perhaps",
                sender=ground.actor(sender),
                count=number_words(w, _within(measures, one)),
                begins=date_words(w, one.first, short=True),
                ends=date_words(w, one.last, short=True),
            )
            yield Bar(
                lane=ground.actor(sender),
                earliest=one.first,
                latest=one.last,
                form="exact" if one.surely else "uncertain",
                tone="conflict",
                label=label,
                told=told,
                evidence=evidence,
            )


def _within(measures: Sequence[Measure], span: MeasureSpan) -> int:
    """Return how many measures were, or may have been, in force on the last day of a span."""
    return sum(one.in_force(span.last) is not None for one in measures)


def _lane_evidence(ground: Ground, measures: Sequence[Measure], target: str) -> str:
    """Return the exhibit of a sender's measures: that of the last day, else of the whole series."""
    found = ground.material.repercussions.sanctions
    assert found is not None
    keys = {one.key for one in measures}
    for group in _shown(ground, grouped(found.in_force[target])):
        if any(one.measure.key in keys for one in group.standings):
            return _id(group, target)
    return _ALL


def _gaps(ground: Ground, lanes: Lanes, ends: dt.date) -> Iterator[Gap]:
    for sender, (measures, _) in lanes.items():
        reach = [one.known_until for one in measures if one.known_until]
        last = max(reach, default=ends)
        if last < ends:
            yield Gap(ground.actor(sender), last + dt.timedelta(days=1), ends)
