"""Silence: what was expected to be said and was not, where the case brings what can tell."""

from collections.abc import Iterator

from foedus.dossier.blocks import Block, Data, Figure, Paragraph, Remarked, Section
from foedus.dossier.counting import counted
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id
from foedus.dossier.records import AssertionRecord
from foedus.dossier.sentence import Link, Sentence
from foedus.dossier.words.days import number_words, span_words
from foedus.dossier.words.silences import (
    SilenceWords,
    chance_words,
    expected_counts,
    source_words,
    topic_words,
)
from foedus.relations.statements.silences import CaseSilence, MeasuredSilence

__all__ = ["silence"]


def silence(ground: Ground) -> Section:
    """Return every silence the case asks about; how often actors are made to speak is none."""
    w = ground.words
    findings = tuple(
        finding for actor in ground.case.watch if (finding := _spoken(ground, actor)) is not None
    )
    blocks: list[Block] = []
    for place, asked in enumerate(ground.material.silences):
        blocks += _asked(ground, place, asked)
    if findings:
        blocks.append(Paragraph(findings))
    if not ground.material.silences:
        blocks.append(Remarked(w.sentence("silence.unmeasured"), missing=True))
    return Section(
        id="silence",
        title=w.text("silence.title"),
        blocks=tuple(blocks),
        exhibits=(*_measures(ground), *_exhibits(ground)),
    )


def _asked(ground: Ground, place: int, asked: CaseSilence) -> Iterator[Block]:
    w = ground.words
    findings = []
    for number, measured in enumerate(asked.measured):
        said = SilenceWords(measured, w, _measure_id(place, number))
        findings.append(_finding(ground, said.found(), measured))
        findings += (_finding(ground, sentence, measured) for sentence in said.more())
    limits = SilenceWords(asked.measured[0], w, _measure_id(place, 0)).limits()
    findings += (_finding(ground, sentence, asked.measured[0]) for sentence in limits)
    yield Paragraph(tuple(findings))
    yield _figure(ground, place, asked)


def _finding(ground: Ground, sentence: Sentence, measured: MeasuredSilence) -> Finding:
    found = measured.found
    return Finding(
        sentence=sentence,
        rests_on=(),
        estimate=Estimate(
            value=found.ratio if found.observed else None,
            low=found.ratio_low,
            high=found.ratio_high,
            level=0.9,
            unit="rate of the spell over the baseline's",
            method="foedus.relations.measures.speech.unsaid",
        ),
        caveat=ground.words.text("silence.of.caveat"),
    )


def _measure_id(place: int, number: int) -> str:
    return f"e-silence-{place + 1}-{number + 1}"


def _figure(ground: Ground, place: int, asked: CaseSilence) -> Figure:
    w = ground.words
    one = asked.measured[0]
    names = {"source": source_words(one.source), "about": topic_words(w, one.term)}
    evidence = tuple(_measure_id(place, number) for number in range(len(asked.measured)))
    return Figure(
        id=f"silence-{place + 1}",
        title=w.text(
            "silence.of.title",
            **names,
            found=number_words(w, one.found.observed),
            low=number_words(w, one.found.low),
            high=number_words(w, one.found.high),
            spell=span_words(w, one.spell),
        ),
        subtitle=w.text("silence.of.subtitle"),
        drawing=expected_counts(asked.measured, w, evidence[0]),
        data=Data(
            ("source", "term", "from", "to", "mentions", "documents", "days", "low", "high"),
            tuple(
                (
                    *(one.source, one.term, each.first, each.last),
                    *(each.mentions if each.documents else None, each.documents, each.days),
                    *(each.low, each.high),
                )
                for each in one.series.periods
            ),
        ),
        evidence=evidence,
    )


def _measures(ground: Ground) -> Iterator[Exhibit]:
    for place, asked in enumerate(ground.material.silences):
        for number, measured in enumerate(asked.measured):
            yield _measure(ground, _measure_id(place, number), asked, measured)


def _measure(
    ground: Ground, identity: str, asked: CaseSilence, measured: MeasuredSilence
) -> Exhibit:
    w, found = ground.words, measured.found
    days = sum(each.days for each in measured.series.periods)
    facts = {
        "file": asked.file,
        "checksum": asked.sha256,
        "rows": w.text(
            "silence.of.rows_words",
            count=number_words(w, days),
            source=measured.source,
            term=measured.term,
        ),
        "baseline": w.text(
            "silence.of.baseline_words",
            spell=span_words(w, measured.baseline),
            mentions=number_words(w, found.baseline_mentions),
            documents=number_words(w, found.baseline_documents),
        ),
        "volume": number_words(w, found.documents),
        "chance": f"{chance_words(w, found.so_few)}, {chance_words(w, found.so_many)}",
        "size_name": _range(ground, found.ratio, found.ratio_low, found.ratio_high),
        "excess": number_words(w, 1 + found.excess),
        "e_values": f"{number_words(w, float(found.e_silent.max()), 2)}, "
        f"{number_words(w, float(found.e_loud.max()), 2)}. "
        + w.text("silence.of.null", excess=number_words(w, 1 + found.excess_of_null)),
    }
    return Exhibit(
        id=identity,
        kind=Kind.ESTIMATE,
        title=w.text(
            "silence.of.exhibit",
            source=source_words(measured.source),
            about=topic_words(w, measured.term),
            spell=span_words(w, measured.spell),
        ),
        facts=tuple((w.text(f"silence.of.{key}"), words) for key, words in facts.items()),
        calculation=w.text("method.silence.calculation"),
        caveat=f"{w.text('silence.of.caveat')} {w.text('silence.of.several')}",
        source=method_source_id("silence"),
    )


def _range(ground: Ground, value: float | None, low: float, high: float | None) -> str:
    w = ground.words
    if value is None or high is None:
        return w.text("range.least", low=number_words(w, low, 2))
    return w.text(
        "turn.ratio_words",
        ratio=number_words(w, value, 2),
        low=number_words(w, low, 2),
        high=number_words(w, high, 2),
    )


def _said_by(ground: Ground, actor: str) -> list[AssertionRecord]:
    return [each for each in ground.assertions if each.speaker_represents == actor]


def _id(actor: str) -> str:
    return f"e-spoken-{actor.lower()}"


def _exhibits(ground: Ground) -> Iterator[Exhibit]:
    w = ground.words
    for actor in ground.case.watch:
        said = [each.assertion for each in _said_by(ground, actor)]
        title = w.text("silence.counted", actor=ground.actor(actor))
        yield counted(ground, _id(actor), title, said, w.text("silence.caveat"))


def _spoken(ground: Ground, actor: str) -> Finding | None:
    w = ground.words
    said = _said_by(ground, actor)
    if not said:
        return None
    return Finding(
        sentence=w.counted_sentence(
            "silence.spoken",
            len(said),
            actor=ground.named((actor,)),
            count=Link(number_words(w, len(said)), _id(actor)),
        ),
        caveat=w.text("silence.caveat"),
    )
