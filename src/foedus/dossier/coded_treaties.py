"""Treaties as exhibits: an instrument with its days and parties, each article as coded."""

import re
from collections.abc import Iterator

from foedus.dossier.exhibit import Exhibit, Kind, Remark
from foedus.dossier.ground import Ground
from foedus.dossier.sentence import Link
from foedus.evidence import Day
from foedus.treaties.instrument import Article, Instrument, Obligation
from foedus.treaties.vocabulary import kinds, said_code

__all__ = [
    "article_link",
    "clause_exhibit",
    "clause_id",
    "exhibit_of_treaty",
    "instrument_exhibit",
    "instrument_id",
    "instrument_link",
]


def instrument_id(instrument: str) -> str:
    """Return the id of the exhibit, and of the source, of an instrument."""
    return f"i-{_slug(instrument)}"


def clause_id(instrument: str, article: str) -> str:
    """Return the id of the exhibit of an article."""
    return f"c-{_slug(instrument)}.{_slug(article)}"


def instrument_link(ground: Ground, instrument: str) -> Link:
    """Return a treaty's short name as a link to its days and parties."""
    said = ground.instruments[instrument].short.said(ground.words.language)
    return Link(said, instrument_id(instrument))


def article_link(ground: Ground, instrument: str, article: str) -> Link:
    """Return "article 4" as a link to how that article is coded."""
    return Link(ground.words.text("treaty.article", number=article), clause_id(instrument, article))


def exhibit_of_treaty(ground: Ground, identity: str) -> Exhibit | None:
    """Return the exhibit of an instrument or article by its id, None when no treaty has it."""
    for instrument in ground.instruments.values():
        if identity == instrument_id(instrument.id):
            return instrument_exhibit(ground, instrument)
        for article in instrument.articles:
            if identity == clause_id(instrument.id, article.number):
                latest = instrument.article(article.number) or article
                return clause_exhibit(ground, instrument, latest)
    return None


def instrument_exhibit(ground: Ground, instrument: Instrument) -> Exhibit:
    """Return what is known of an instrument as a whole."""
    w, language = ground.words, ground.words.language
    articles = ", ".join(article.number for article in instrument.articles)
    left_out = "; ".join(each.what for each in instrument.left_out)
    return Exhibit(
        id=instrument_id(instrument.id),
        kind=Kind.CLAUSE,
        title=instrument.title.said(language),
        facts=(
            (w.text("treaty.signed"), _day(ground, instrument.signed)),
            (w.text("treaty.in_force"), _day(ground, instrument.in_force)),
            (w.text("treaty.ended"), _ended(ground, instrument)),
            (
                w.text("treaty.parties"),
                ground.actors(instrument.actors, instrument.signed.earliest).words,
            ),
            (w.text("treaty.coded_articles"), articles),
            *(((w.text("treaty.left_out"), left_out),) if left_out else ()),
            (w.text("treaty.citation"), instrument.citation),
        ),
        caveat=w.text("caveat.instrument"),
        source=instrument_id(instrument.id),
        behind=tuple(clause_id(instrument.id, article.number) for article in instrument.articles),
    )


def clause_exhibit(ground: Ground, instrument: Instrument, article: Article) -> Exhibit:
    """Return one article as coded, its rival readings under Disagrees."""
    w, language = ground.words, ground.words.language
    known = said_code("known_how", article.known_how.value, language)
    doubts = (article.why_uncertain,) if article.why_uncertain else ()
    return Exhibit(
        id=clause_id(instrument.id, article.number),
        kind=Kind.CLAUSE,
        title=w.text(
            "treaty.clause", treaty=instrument.short.said(language), number=article.number
        ),
        gloss=article.summary.said(language),
        facts=(
            *(fact for each in article.obligations for fact in _obligation_facts(ground, each)),
            (w.text("treaty.known_how"), known),
            (w.text("treaty.source"), article.source),
        ),
        disagrees=tuple(
            reading for each in article.obligations for reading in _rivals(ground, each)
        ),
        caveat=" ".join((w.text("caveat.clause", known=known), *doubts)),
        source=instrument_id(instrument.id),
    )


def _obligation_facts(ground: Ground, obligation: Obligation) -> Iterator[tuple[str, str]]:
    w, language = ground.words, ground.words.language
    yield w.text("treaty.kind"), kinds()[obligation.kind].label.said(language)
    yield w.text("treaty.asks"), obligation.asks.action.said(language)
    if obligation.trigger.words:
        yield w.text("treaty.trigger"), obligation.trigger.words.said(language)
    yield w.text("treaty.discretion"), said_code("discretion", obligation.discretion, language)
    yield w.text("treaty.timing"), said_code("timing", obligation.timing, language)
    for limit in obligation.exceptions:
        yield w.text("treaty.exception"), limit.words.said(language)


def _rivals(ground: Ground, obligation: Obligation) -> Iterator[Remark]:
    language = ground.words.language
    for reading in obligation.readings:
        yield Remark(
            ground.words.text(
                "treaty.reading",
                label=reading.label.said(language),
                holders=", ".join(reading.holders),
                source=reading.source,
            )
        )


def _day(ground: Ground, day: Day | None) -> str:
    return ground.day(day.edtf if day else None)


def _ended(ground: Ground, instrument: Instrument) -> str:
    if instrument.ended is None:
        return ground.words.text("treaty.still_runs")
    return ground.day(instrument.ended.edtf)


def _slug(words: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-").lower() or "x"
