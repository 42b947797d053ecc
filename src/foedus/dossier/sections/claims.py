"""Claims: what was said of the actors in focus, by whom, in which words, how surely, how graded."""

from collections.abc import Iterator

from foedus.dossier.blocks import (
    Cell,
    Data,
    Line,
    Look,
    Margin,
    Paragraph,
    Remarked,
    Section,
    Table,
)
from foedus.dossier.counting import counted
from foedus.dossier.exhibit import Exhibit
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground
from foedus.dossier.records import AssertionRecord
from foedus.dossier.sentence import Link, Name, Plain, Sentence
from foedus.dossier.words.days import number_words

__all__ = ["claims", "claims_of"]

# Rows on the page; the file to download holds them all.
SHOWN = 24
COLUMNS = ("said", "by_whom", "what", "modality", "origins", "grade")


def claims(ground: Ground) -> Section:
    """Return the claims board: everything the documents put in somebody's mouth about the focus."""
    w = ground.words
    found = claims_of(ground)
    if not found:
        return Section(
            id="claims",
            title=w.text("claims.title"),
            blocks=(Remarked(w.sentence("claims.empty"), missing=True),),
        )
    return Section(
        id="claims",
        title=w.text("claims.title"),
        blocks=(_summary(ground, found), _board(ground, found)),
        exhibits=tuple(_exhibits(ground, found)),
    )


def _exhibits(ground: Ground, found: tuple[AssertionRecord, ...]) -> Iterator[Exhibit]:
    w = ground.words
    told = [each.assertion for each in found]
    alone = [each.assertion for each in found if _origins(ground, each) == 1]
    yield counted(ground, "e-claims", w.text("claims.counted"), told, w.text("claims.caveat"))
    yield counted(
        ground,
        "e-claims-alone",
        w.text("claims.counted_alone"),
        alone,
        w.text("claims.alone_caveat"),
    )


def claims_of(ground: Ground) -> tuple[AssertionRecord, ...]:
    """Return assertions given to a speaker about an actor in focus, in order of utterance."""
    focus = frozenset(ground.case.focus)
    found = [each for each in ground.assertions if each.is_somebody_s and each.actors & focus]
    return tuple(sorted(found, key=_when_said))


def _when_said(assertion: AssertionRecord) -> tuple[str, str, int]:
    day = assertion.uttered
    first = day.earliest.isoformat() if day and day.earliest else "9999"
    return first, assertion.document, assertion.start


def _origins(ground: Ground, assertion: AssertionRecord) -> int | None:
    events = ground.events_with.get(assertion.assertion, ())
    return max((event.origins for event in events), default=None)


def _summary(ground: Ground, found: tuple[AssertionRecord, ...]) -> Paragraph:
    w = ground.words
    speakers = {(each.speaker, each.speaker_represents) for each in found}
    alone = [each for each in found if _origins(ground, each) == 1]
    contested = [each for each in found if _contested(ground, each)]
    findings = [
        Finding(
            sentence=w.counted_sentence(
                "claims.count",
                len(found),
                count=Link(number_words(w, len(found)), "e-claims"),
                speakers=Link(
                    w.counted(
                        "claims.speakers", len(speakers), count=number_words(w, len(speakers))
                    ),
                    "e-claims",
                ),
            ),
            caveat=w.text("claims.caveat"),
        )
    ]
    if alone:
        findings.append(
            Finding(
                sentence=w.counted_sentence(
                    "claims.alone",
                    len(alone),
                    count=Link(number_words(w, len(alone)), "e-claims-alone"),
                ),
                caveat=w.text("claims.alone_caveat"),
            )
        )
    margin: tuple[Margin, ...] = ()
    if contested:
        body = w.sentence(
            "claims.contested",
            words=Link(
                contested[0].quote,
                contested[0].assertion,
                ground.document[contested[0].document].language,
            ),
        )
        margin = (Margin(w.text("margin.contested"), body, contested=True),)
    return Paragraph(tuple(findings), margin)


def _contested(ground: Ground, assertion: AssertionRecord) -> bool:
    events = ground.events_with.get(assertion.assertion, ())
    return any(event.standing == "contested" for event in events)


def _board(ground: Ground, found: tuple[AssertionRecord, ...]) -> Table:
    w = ground.words
    most = max((_origins(ground, each) or 0 for each in found), default=0)
    shown = _most_telling(ground, found)
    caption: Sentence = w.sentence("claims.caption")
    if len(shown) < len(found):
        caption = (
            *caption,
            Plain(" "),
            *w.sentence(
                "claims.shown",
                shown=Link(number_words(w, len(shown)), "e-claims"),
                all=Link(number_words(w, len(found)), "e-claims"),
            ),
        )
    return Table(
        id="claims-board",
        title=w.text("claims.board"),
        subtitle=w.text("claims.subtitle"),
        kind="claims",
        columns=tuple(Cell((Line((Plain(w.text(f"claims.{name}")),)),)) for name in COLUMNS),
        rows=tuple(_row(ground, each, most) for each in shown),
        data=_data(ground, found),
        caption=caption,
    )


def _most_telling(
    ground: Ground, found: tuple[AssertionRecord, ...]
) -> tuple[AssertionRecord, ...]:
    """Return the rows shown, in order of utterance: contested ones before events before others."""
    ranked = sorted(found, key=lambda each: (not _contested(ground, each), each.event_type is None))
    kept = {each.assertion for each in ranked[:SHOWN]}
    return tuple(each for each in found if each.assertion in kept)


def _row(ground: Ground, each: AssertionRecord, most: int) -> tuple[Cell, ...]:
    w = ground.words
    language = ground.document[each.document].language
    return (
        _cell(Line((Link(_said(ground, each), each.assertion),))),
        _who(ground, each),
        _cell(
            Line((Link(each.quote, each.assertion, language),), Look.QUOTE, language or ""),
        ),
        _cell(Line((Plain(w.text(f"modality.{each.modality}")),))),
        _origin_cell(ground, each, most),
        _grade_cell(ground, each),
    )


def _said(ground: Ground, each: AssertionRecord) -> str:
    return ground.day(each.uttered.edtf if each.uttered else None, short=True)


def _who(ground: Ground, each: AssertionRecord) -> Cell:
    on = each.said_earliest or each.published_earliest
    actor = ground.actor(each.speaker_represents, on) if each.speaker_represents else None
    name = each.speaker or actor or ground.words.text("claims.unnamed")
    small = ", ".join(filter(None, (each.speaker_role, actor if each.speaker else None)))
    lines = [Line((Name(name),), Look.STRONG)]
    if small:
        lines.append(Line((Name(small),), Look.SMALL))
    return Cell(tuple(lines))


def _origin_cell(ground: Ground, each: AssertionRecord, most: int) -> Cell:
    origins = _origins(ground, each)
    if origins is None:
        return _cell(Line(ground.words.sentence("claims.no_event"), Look.NONE))
    words = Link(number_words(ground.words, origins), each.assertion)
    return _cell(Line((words,), Look.ORIGINS, f"{min(origins, 6)}/{min(most, 6)}"))


def _grade_cell(ground: Ground, each: AssertionRecord) -> Cell:
    w = ground.words
    letter = ground.reliability(each)
    if letter is None:
        return _cell(Line(w.sentence("grade.none_sentence"), Look.NONE))
    return Cell(
        (
            Line((Link(letter, each.assertion),), Look.STRONG),
            Line(w.sentence("claims.of_source"), Look.SMALL),
        )
    )


def _cell(*lines: Line) -> Cell:
    return Cell(lines)


def _data(ground: Ground, found: tuple[AssertionRecord, ...]) -> Data:
    columns = (
        "assertion",
        "said",
        "speaker",
        "role",
        "represents",
        "quote",
        "language",
        "modality",
        "event_type",
        "initiator",
        "target",
        "origins",
        "reliability",
        "document",
    )
    rows = tuple(
        (
            each.assertion,
            each.uttered.edtf if each.uttered else None,
            each.speaker,
            each.speaker_role,
            each.speaker_represents,
            each.quote,
            ground.document[each.document].language,
            each.modality,
            each.event_type,
            each.initiator,
            each.target,
            _origins(ground, each),
            ground.reliability(each),
            each.document,
        )
        for each in found
    )
    return Data(columns, rows)
