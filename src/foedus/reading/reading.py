"""What reading one document yields, before anybody judges it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

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

    `kind` is date, time, duration or set; `rule` names the rule that found them.
    """

    start: int
    end: int
    day: Day | None
    kind: str
    rule: str = field(default="", compare=False)


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
    """Everything read out of one snapshot, in the order of its text.

    `factuality` says by the id of an assertion how sure it is, by the text, that its event took
    place: from -3 (certainly not) to 3 (certainly).

    `notices` say what the reader could not use or tell: a parser that is not installed, a language
    that nobody could tell (then `language` is "und", ISO 639-2, and nothing is read).
    """

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
    factuality: Mapping[str, float] = field(default_factory=dict)
    notices: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the reading as plain values, in the form that `foedus read --json` prints."""
        from foedus.reading.export import export  # noqa: PLC0415 -- the export is of this class

        return export(self)
