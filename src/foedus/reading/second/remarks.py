"""Where a model's reading and that of the rules part, as remarks for the analyst, in two languages.

One remark for each passage that both read differently, and one for each document in which they part
or the model was not heard on everything: how far both go together, what was dropped or left unread.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from foedus.evidence import Assertion
from foedus.reading.reading import Reading
from foedus.reading.second.comparison import ASPECTS, Comparison, Pair, disagreements
from foedus.reading.second.second_reading import SecondReading

__all__ = ["Remark", "coding", "remarks"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing to show: in which passage (None: the whole document), and what it is, in words."""

    audit: str
    explanation: str
    document: str
    subject: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    aspects: tuple[str, ...]
    differs: str
    whole: str
    says: str


_WORDS = {
    "en": _Words(
        aspects=ASPECTS,
        differs="{aspects}: the rules read {rules}; {reader} reads {model} “{quote}”.",
        whole="{reader}: {agreed} agreed, {differing} differ, {only_rules} only the rules, "
        "{only_model} only the model; {dropped} dropped; {unread} of {stretches} stretches unread.",
        says="says {speaker}",
    ),
    "fr": _Words(
        aspects=("type", "initiateur", "cible", "jour", "modalité", "locuteur"),
        differs="{aspects} : les règles lisent {rules} ; {reader} lit {model} « {quote} ».",
        whole="{reader} : {agreed} concordent, {differing} diffèrent, {only_rules} par les "
        "règles seules, {only_model} par le modèle seul ; {dropped} rejetées ; {unread} passages "
        "sur {stretches} non lus.",
        says="selon {speaker}",
    ),
}


def remarks(reading: Reading, second: SecondReading, language: str) -> Iterator[Remark]:
    """Yield what to tell of two readings of one document, in English or French."""
    words = _WORDS[language]
    compared = disagreements(reading.assertions, second.assertions)
    for pair in compared.differing:
        yield _difference(pair, language, second.read_by)
    apart = compared.differing or compared.only_rules or compared.only_model
    if apart or second.dropped or second.unread:
        yield _whole(reading, second, compared, words)


def _whole(reading: Reading, second: SecondReading, compared: Comparison, words: _Words) -> Remark:
    return Remark(
        audit="second_reading",
        document=reading.document,
        explanation=words.whole.format(
            reader=second.read_by,
            agreed=len(compared.agreed),
            differing=len(compared.differing),
            only_rules=len(compared.only_rules),
            only_model=len(compared.only_model),
            dropped=sum(second.dropped.values()),
            unread=len(second.unread),
            stretches=second.stretches,
        ),
    )


def coding(one: Assertion, language: str = "en") -> str:
    """Return an assertion's coding in one line: `POL AID UKR, 2024-05-03, reported, says Minsk`."""
    sides = " ".join(one.initiator), one.event_type or "–", " ".join(one.target)
    speaker = one.attributed_to
    said = (speaker.name or speaker.represents or speaker.role) if speaker else None
    parts = (
        " ".join(filter(None, sides)),
        one.day.edtf if one.day else None,
        one.modality.value,
        _WORDS[language].says.format(speaker=said) if said else None,
    )
    return ", ".join(filter(None, parts))


def _difference(pair: Pair, language: str, reader: str) -> Remark:
    words = _WORDS[language]
    called = dict(zip(ASPECTS, words.aspects, strict=True))
    passage = pair.rules.passage
    return Remark(
        audit="read_two_ways",
        document=passage.document,
        subject=pair.rules.id,
        start=passage.start,
        end=passage.end,
        quote=passage.quote,
        explanation=words.differs.format(
            aspects=", ".join(called[aspect] for aspect in pair.differs),
            rules=coding(pair.rules, language),
            reader=reader,
            model=coding(pair.model, language),
            quote=" ".join(pair.model.passage.quote.split()),
        ),
    )
