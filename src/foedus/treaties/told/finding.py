"""The statements about treaties in a text."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from foedus.reading.reading import Reading
from foedus.treaties.instrument import Instrument
from foedus.treaties.instruments import register
from foedus.treaties.told.marking import MarkedSentence, marked_sentences
from foedus.treaties.told.naming import Naming, may_be_a_slip, namings
from foedus.treaties.told.patterns import Pattern, TreatyTelling, telling
from foedus.treaties.told.statement import Says, Statement

__all__ = ["statements_in"]


def statements_in(
    reading: Reading, instruments: Mapping[str, Instrument] | None = None
) -> tuple[Statement, ...]:
    """Return what a text says of the instruments it surely names, in the order of the text.

    Nothing in a language without patterns. Several patterns that read the same in a sentence are
    one statement.
    """
    spoken = telling(reading.language)
    if spoken is None:
        return ()
    known = register() if instruments is None else instruments
    found: dict[tuple[object, ...], Statement] = {}
    for sentence in marked_sentences(reading, namings(reading, known)):
        told = tuple(_in_sentence(sentence, reading, spoken))
        others = {one.treaty for one in told if _is_of_another(one, known[one.treaty])}
        for one in told:
            said = (one.start, one.says, one.treaty, one.kind, one.day, one.actor)
            if one.treaty not in others:
                found.setdefault(said, one)
    return tuple(found.values())


def _is_of_another(one: Statement, named: Instrument) -> bool:
    """Whether the sentence tells of a signature so far off that another treaty is meant."""
    return one.says is Says.SIGNED and not may_be_a_slip(one.day, named)


def _in_sentence(
    sentence: MarkedSentence, reading: Reading, spoken: TreatyTelling
) -> Iterator[Statement]:
    for pattern in spoken.patterns:
        marked = sentence.open_ended if pattern.says is Says.SIGNED else sentence.marked
        for found in pattern.finds.finditer(marked):
            before, after = marked[: found.start()], marked[found.end() :]
            if spoken.not_before.search(before) or spoken.not_after.search(after):
                continue
            told = found.groupdict()
            treaty = sentence.treaties[int(told["treaty"])]
            other = told.get("other")
            against = sentence.treaties[int(other)] if other else None
            yield from _told(pattern, sentence, reading, spoken, told, treaty, against)


def _told(
    pattern: Pattern,
    sentence: MarkedSentence,
    reading: Reading,
    spoken: TreatyTelling,
    told: Mapping[str, str | None],
    treaty: Naming,
    against: Naming | None,
) -> Iterator[Statement]:
    article = _article(treaty, told, sentence)
    if _speaks_of_an_article(pattern.says, treaty) or treaty.instrument is None:
        return
    if treaty.by_name_only and pattern.says is not Says.SIGNED:
        return
    clause = told.get("clause")
    actor, day = told.get("actor"), told.get("day")
    said = Statement(
        document=reading.document,
        start=sentence.start,
        end=sentence.end,
        quote=reading.text[sentence.start : sentence.end],
        pattern=pattern.id,
        says=pattern.says,
        treaty=treaty.instrument,
        kind=_kind(clause, spoken) if clause else None,
        mutual=bool(clause and spoken.mutual.search(clause)),
        article=article,
        day=sentence.days[int(day)].day if day else None,
        actor=sentence.actors[int(actor)].actor if actor else None,
        tense=pattern.tense,
        said_by=_speaker(reading, treaty),
        published=reading.metadata.day,
    )
    yield said
    if pattern.of_other is None or against is None or against.instrument is None:
        return
    if against.article or treaty.instrument == against.instrument:
        return
    yield replace(
        said,
        says=pattern.of_other,
        treaty=against.instrument,
        article=None,
        beside=treaty.instrument,
    )


def _speaks_of_an_article(says: Says, treaty: Naming) -> bool:
    """Whether it is an article that lacks a clause, or a bare article whose treaty is guessed."""
    return treaty.article is not None and says is not Says.HAS


def _article(
    treaty: Naming, told: Mapping[str, str | None], sentence: MarkedSentence
) -> str | None:
    place = told.get("article")
    named = sentence.treaties[int(place)] if place else None
    if named and named.instrument == treaty.instrument:
        return named.article
    return treaty.article


def _kind(clause: str, spoken: TreatyTelling) -> str:
    return next(kind for kind, ways in spoken.clauses.items() if ways.fullmatch(clause))


def _speaker(reading: Reading, treaty: Naming) -> str | None:
    """The words for who says the sentence, where the text puts it in somebody's mouth."""
    for one in reading.quotations:
        if one.content and one.source and one.content[0] <= treaty.start < one.content[1]:
            return reading.text[slice(*one.source)]
    return None
