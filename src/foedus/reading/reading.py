"""What reading one document yields, before anybody judges it."""

from dataclasses import dataclass

from foedus.evidence import Assertion, Day, Passage, Quantity, Work
from foedus.sources.snapshot import Metadata

__all__ = [
    "ArticleReference",
    "Mention",
    "NoteMark",
    "Quotation",
    "Reading",
    "Segment",
    "TimeExpression",
    "TreatyReference",
]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text of one kind: title, heading, paragraph, note, caption, byline or field."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Characters that name an actor.

    `kind` is name, demonym, metonym, abbreviation, organisation or person; a person has the full
    name in `person` and speaks for `actor`.
    """

    start: int
    end: int
    actor: str
    kind: str
    person: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class TimeExpression:
    """Characters that say when: `day` is None when they cannot be resolved.

    `kind` is date, time, duration or set.
    """

    start: int
    end: int
    day: Day | None
    kind: str


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """An article of a treaty as a text names it; `number` is None when it has none."""

    number: str | None
    content: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyReference:
    """A treaty, alliance or agreement that a text names, with every place where it does."""

    title: str
    parties: tuple[str, ...] = ()
    signed: Day | None = None
    articles: tuple[ArticleReference, ...] = ()
    mentions: tuple[tuple[int, int], ...] = ()
    relation: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class NoteMark:
    """A footnote's call in the body: the note of that number supports what stands before it."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Who is made to say what: spans of the source, the cue and the content, any may be None."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int] | None
    represents: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read out of one snapshot, in the order of its text."""

    document: str
    name: str
    text: str
    language: str
    metadata: Metadata
    segments: tuple[Segment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[tuple[Passage, Quantity], ...] = ()
    treaties: tuple[TreatyReference, ...] = ()
    works: tuple[Work, ...] = ()
    note_marks: tuple[NoteMark, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    assertions: tuple[Assertion, ...] = ()
