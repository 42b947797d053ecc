"""Short ways to ask the annotators about a text, in the words of the text."""

from foedus.evidence import Day, Work
from foedus.reading.mentions import mentions
from foedus.reading.notes import notes
from foedus.reading.passages import segments
from foedus.reading.quantities import quantities
from foedus.reading.reading import TreatyReference
from foedus.reading.references import treaty_references
from foedus.reading.times import expressions, frames

WRITTEN_ON = "2024-11-25"


def kinds(text: str, language: str = "fr") -> list[tuple[str, str]]:
    """The segments of a text, each with its kind."""
    return [(part.kind, text[part.start : part.end]) for part in segments(text, language)]


def named(text: str, language: str = "fr", on: str = WRITTEN_ON) -> list[str]:
    """Who is named: `words=ID`, in the order of the text."""
    day = Day(on).earliest
    found = mentions(text, language, day, segments(text, language))
    return [f"{text[mention.start : mention.end]}={mention.actor}" for mention in found]


def people(text: str, language: str = "fr", on: str = WRITTEN_ON) -> list[tuple[str, str, str]]:
    """The persons named: words, full name, actor they speak for."""
    found = mentions(text, language, Day(on).earliest, segments(text, language))
    return [
        (text[mention.start : mention.end], mention.person or "", mention.actor)
        for mention in found
        if mention.kind == "person"
    ]


def dated(
    text: str, language: str = "fr", published: str | None = WRITTEN_ON
) -> list[tuple[str, str | None]]:
    """The temporal expressions, each with its day in EDTF."""
    found = expressions(text, language, Day(published) if published else None)
    return [(text[time.start : time.end], time.day and time.day.edtf) for time in found]


def framed(
    text: str, language: str = "fr", published: str = WRITTEN_ON
) -> list[tuple[str, str, str | None]]:
    """The frames: words with their preposition, relation, day."""
    day = Day(published)
    found = frames(text, expressions(text, language, day), language, day)
    return [
        (text[frame.start : frame.end], frame.relation, frame.day and frame.day.edtf)
        for frame in found
    ]


def amounts(
    text: str, language: str = "fr"
) -> list[tuple[str, float | None, float | None, str | None]]:
    """The quantities: words, low, high, what is counted."""
    return [
        (found.words, found.low, found.high, found.of) for _, _, found in quantities(text, language)
    ]


def cited(text: str, language: str = "fr") -> tuple[Work, ...]:
    """The works that the notes of a text cite."""
    return notes(text, language, segments(text, language), "d-1")


def treaties(
    text: str, language: str = "fr", published: str = WRITTEN_ON
) -> tuple[TreatyReference, ...]:
    """The treaties a text names."""
    day, parts = Day(published), segments(text, language)
    found = mentions(text, language, day.earliest, parts)
    return treaty_references(text, found, expressions(text, language, day), parts, language)
