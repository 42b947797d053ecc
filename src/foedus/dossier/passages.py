"""An assertion as an exhibit: its passage, who says it, who else says so or denies it."""

from collections.abc import Iterator
from itertools import islice

from foedus.dossier.exhibit import Excerpt, Exhibit, Grade, Kind, Remark
from foedus.dossier.ground import Ground
from foedus.dossier.records import AssertionRecord, DocumentRecord, EventRecord
from foedus.dossier.words.days import amount_words, number_words
from foedus.reading.explaining import assertion_path

__all__ = ["assertion_title", "document_title", "passage_exhibit", "source_id_of"]

# Characters of the paragraph shown on either side of a passage, and lines under each heading.
AROUND = 230
REMARKS = 6
# A text that appears later than this, in days, need not speak of an event to be heard as silent.
SILENCE_DAYS = 45
# The parts of the way by which an assertion was read, and the names of their words.
_PARTS = {
    "initiator": "initiator",
    "target": "target",
    "said as": "said_as",
    "day": "day",
    "said by": "said_by",
}


def passage_exhibit(ground: Ground, assertion: AssertionRecord) -> Exhibit:
    """Return everything the drawer shows of an assertion."""
    document = ground.document[assertion.document]
    events = ground.events_with.get(assertion.assertion, ())
    return Exhibit(
        id=assertion.assertion,
        kind=Kind.PASSAGE,
        title=assertion_title(ground, assertion),
        excerpt=_excerpt(document, assertion),
        gloss=_gloss(ground, assertion),
        facts=tuple(_facts(ground, assertion, document, events)),
        grade=_grade(ground, assertion, events),
        disagrees=tuple(islice(_disagreeing(ground, assertion, events), REMARKS)),
        agrees=tuple(islice(_agreeing(ground, assertion, events), REMARKS)),
        silent=tuple(islice(_silent(ground, events), REMARKS)),
        calculation=_calculation(ground, assertion),
        caveat=" ".join(_caveats(ground, assertion, events)),
        source=source_id_of(ground, assertion),
        page=f"documents/{document.document}.html#{assertion.assertion}",
    )


def assertion_title(ground: Ground, assertion: AssertionRecord) -> str:
    """Return what an assertion is about: "Aid: Russia → North Korea, October 2024"."""
    w = ground.words
    about = w.text(f"event.{assertion.event_type or 'none'}")
    on = assertion.day_earliest
    sides = [
        w.listed(tuple(ground.actor(each, on) for each in side))
        for side in (assertion.initiator, assertion.target)
        if side
    ]
    day = ground.day(assertion.day) if assertion.day else ""
    told = " → ".join(sides)
    return (
        w.text("drawer.titled", about=about, rest=", ".join(filter(None, (told, day))))
        if (told or day)
        else about
    )


def document_title(document: DocumentRecord) -> str:
    """Return a document's title, or its file name where nothing gives it one."""
    return document.title or document.name


def source_id_of(ground: Ground, assertion: AssertionRecord) -> str:
    """Return the id of the source to number: the work an entry cites, else the document."""
    document = ground.document[assertion.document]
    if document.kind == "chronicle" and (document.document, assertion.cites) in ground.work:
        return f"{document.document}:{assertion.cites}"
    return document.document


def _excerpt(document: DocumentRecord, assertion: AssertionRecord) -> Excerpt:
    if document.kind == "chronicle":
        # Around an entry's words stand its own cells, which the facts say better.
        return Excerpt("", assertion.quote, "", document.language)
    text, start, end = document.text, assertion.start, assertion.end
    first = max(text.rfind("\n", 0, start) + 1, 0)
    stop = text.find("\n", end)
    last = len(text) if stop < 0 else stop
    cut_first, cut_last = max(first, start - AROUND), min(last, end + AROUND)
    before, after = text[cut_first:start], text[end:cut_last]
    if cut_first > first:
        before = before[before.find(" ") + 1 :]
    if cut_last < last:
        after = after[: after.rfind(" ") + 1]
    return Excerpt(
        before, assertion.quote, after, document.language, cut_first > first, cut_last < last
    )


def _gloss(ground: Ground, assertion: AssertionRecord) -> str | None:
    rulings = ground.rulings_on.get(assertion.assertion, ())
    return next((each.why for each in rulings if each.verdict == "translated" and each.why), None)


def _facts(
    ground: Ground,
    assertion: AssertionRecord,
    document: DocumentRecord,
    events: tuple[EventRecord, ...],
) -> Iterator[tuple[str, str]]:
    w = ground.words
    work = ground.work.get((assertion.document, assertion.cites or ""))
    entry = document.kind == "chronicle" and work is not None
    publisher = work.publisher if entry and work else document.publisher
    published = work.issued if entry and work else document.published
    said = [
        ("document", w.text("drawer.chronicle") if entry else document_title(document)),
        ("publisher", publisher or w.text("drawer.not_stated")),
        ("published", ground.day(published)),
        ("speaker", _speaker(ground, assertion)),
        ("said", ground.day(assertion.said) if assertion.said else ""),
        ("modality", w.text(f"modality.{assertion.modality}")),
        ("day", _day(ground, assertion)),
        ("place", assertion.place or ""),
        ("cites", "" if entry and work and not work.title else _cited(ground, assertion)),
        ("offsets", _offsets(ground, assertion, document)),
        ("origins", "; ".join(number_words(w, each.origins) for each in events)),
        ("standing", "; ".join(w.text(f"standing.{each.standing}") for each in events)),
    ]
    for key, words in said:
        if words:
            yield w.text(f"drawer.{key}"), words
    if not entry:
        yield from _way(ground, assertion, document)


def _way(
    ground: Ground, assertion: AssertionRecord, document: DocumentRecord
) -> Iterator[tuple[str, str]]:
    """By which rule, entry of the lexicon and words of the text it was read."""
    w = ground.words
    path = list(assertion_path(assertion.rule, document.language or ""))
    named = [w.text(f"drawer.part.{_PARTS[name]}", way=way) for name, way in path if name in _PARTS]
    yield w.text("drawer.rule"), next((way for name, way in path if name == "rule"), "")
    for name in ("entry", "example"):
        for way in (way for part, way in path if part == name):
            yield w.text(f"drawer.{name}"), way
    if named:
        yield w.text("drawer.read_from"), "; ".join(named)


def _speaker(ground: Ground, assertion: AssertionRecord) -> str:
    if not assertion.is_somebody_s:
        return ground.words.text("drawer.the_author")
    on = assertion.said_earliest or assertion.published_earliest
    represents = assertion.speaker_represents
    actor = ground.actor(represents, on) if represents else None
    return ", ".join(filter(None, (assertion.speaker, assertion.speaker_role, actor)))


def _day(ground: Ground, assertion: AssertionRecord) -> str:
    if not assertion.day:
        return ""
    said = ground.day(assertion.day)
    if assertion.day_words and assertion.day_words != assertion.day:
        return ground.words.text("drawer.day_from", day=said, words=assertion.day_words)
    return said


def _cited(ground: Ground, assertion: AssertionRecord) -> str:
    work = ground.work.get((assertion.document, assertion.cites or ""))
    if work is None:
        return ""
    return ", ".join(
        filter(
            None,
            (
                work.title or work.title_translated,
                work.publisher,
                ground.day(work.issued) if work.issued else None,
            ),
        )
    )


def _offsets(ground: Ground, assertion: AssertionRecord, document: DocumentRecord) -> str:
    stands = document.text[assertion.start : assertion.end] == assertion.quote
    key = "drawer.checked" if stands else "drawer.unchecked"
    return ground.words.text(key, start=assertion.start, end=assertion.end)


def _grade(
    ground: Ground,
    assertion: AssertionRecord,
    events: tuple[EventRecord, ...],
) -> Grade:
    """Return the grade: the case's letter for the source, a figure only where a rule gives it.

    Credibility 1 is "confirmed by other independent sources": two origins and nothing against it.
    An analyst's verdict of wrong is 5, improbable. All else is left ungraded.
    """
    w, letter = ground.words, ground.reliability(assertion)
    rulings = {each.verdict for each in ground.rulings_on.get(assertion.assertion, ())}
    if "wrong" in rulings:
        return Grade(letter, 5, w.text("grade.why.wrong"))
    confirmed = any(each.origins > 1 and each.standing == "certain" for each in events)
    if confirmed and assertion.modality in ("asserted", "reported"):
        return Grade(letter, 1, w.text("grade.why.confirmed"))
    return Grade(letter, None, w.text("grade.why.none"))


def _others(
    ground: Ground, assertion: AssertionRecord, events: tuple[EventRecord, ...]
) -> Iterator[AssertionRecord]:
    for identity in dict.fromkeys(one for event in events for one in event.assertions):
        if identity != assertion.assertion and identity in ground.assertion:
            yield ground.assertion[identity]


def _disagreeing(
    ground: Ground, assertion: AssertionRecord, events: tuple[EventRecord, ...]
) -> Iterator[Remark]:
    contradicted = {
        one
        for ruling in ground.rulings_on.get(assertion.assertion, ())
        if ruling.verdict == "contradicts"
        for one in ruling.assertions
    }
    denies = assertion.modality == "denied"
    seen: set[str] = set()
    for other in _others(ground, assertion, events):
        if (other.modality == "denied") != denies or other.assertion in contradicted:
            seen.add(other.assertion)
            yield _remark(ground, other)
    for identity in sorted(contradicted - seen - {assertion.assertion}):
        if identity in ground.assertion:
            yield _remark(ground, ground.assertion[identity])


def _agreeing(
    ground: Ground, assertion: AssertionRecord, events: tuple[EventRecord, ...]
) -> Iterator[Remark]:
    against = {each.evidence for each in _disagreeing(ground, assertion, events)}
    for other in _others(ground, assertion, events):
        if other.assertion not in against:
            yield _remark(ground, other)


def _remark(ground: Ground, other: AssertionRecord) -> Remark:
    document = ground.document[other.document]
    said = ", ".join(
        filter(
            None,
            (
                _speaker(ground, other) if other.is_somebody_s else document_title(document),
                ground.day(other.uttered.edtf, short=True) if other.uttered else None,
                ground.words.text(f"modality.{other.modality}"),
            ),
        )
    )
    return Remark(said, other.assertion, _shortened(other.quote), document.language)


def _shortened(quote: str, most: int = 120) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


def _silent(ground: Ground, events: tuple[EventRecord, ...]) -> Iterator[Remark]:
    """Yield the texts published within weeks of the event that hold no assertion on it."""
    for event in events[:1]:
        heard = {
            ground.assertion[one].document for one in event.assertions if one in ground.assertion
        }
        for document in ground.documents:
            day = document.day
            if document.kind != "text" or document.document in heard or event.day_latest is None:
                continue
            since = (day.earliest - event.day_latest).days if day and day.earliest else -1
            if 0 < since <= SILENCE_DAYS:
                yield Remark(
                    ground.words.text(
                        "drawer.silence",
                        document=document_title(document),
                        day=ground.day(document.published, short=True),
                    )
                )


def _calculation(ground: Ground, assertion: AssertionRecord) -> str | None:
    if assertion.quantity_words is None:
        return None
    amount = amount_words(
        ground.words,
        assertion.quantity_low,
        assertion.quantity_high,
        assertion.quantity_of or assertion.quantity_unit,
    )
    return ground.words.text("drawer.amount", words=assertion.quantity_words, amount=amount)


def _caveats(
    ground: Ground, assertion: AssertionRecord, events: tuple[EventRecord, ...]
) -> Iterator[str]:
    w = ground.words
    if any(each.standing == "contested" for each in events):
        yield w.text("caveat.contested")
    elif events and all(each.origins < 2 for each in events):
        yield w.text("caveat.one_origin")
    if assertion.modality != "asserted":
        yield w.text(f"caveat.{assertion.modality}")
    if assertion.speaker_represents in (*assertion.initiator, *assertion.target):
        yield w.text("caveat.party")
    yield w.text("caveat.read_by", reader=assertion.read_by)
