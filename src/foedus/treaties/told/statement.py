"""A statement of a text about a treaty, and what the sources of its coding say to it."""

from dataclasses import dataclass
from enum import StrEnum

from foedus.evidence import Day
from foedus.treaties.instrument import Instrument
from foedus.treaties.words import Words

__all__ = ["Checked", "Evidence", "Says", "Statement", "Verdict"]


class Says(StrEnum):
    """What a sentence says of a treaty."""

    HAS = "has"  # a clause of a kind
    LACKS = "lacks"
    SIGNED = "signed"  # on a day, in a year
    IN_FORCE = "in force"
    ENDED = "ended"
    PARTY = "party"  # a state is
    NOT_PARTY = "not party"
    UNLIMITED = "unlimited"  # in duration


class Verdict(StrEnum):
    """What the coding makes of a statement; the last one always says why."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    OPEN = "cannot be judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one sentence says of one treaty, as the text has it.

    `start` and `end` are offsets of the sentence in the text, `quote` its characters. `treaty` is
    the id of the instrument. `kind` is the kind of obligation of a clause, `mutual` whether it is
    said to be so, `article` the number named with it. `tense`, of a party: "now" (when the text was
    published), "then" (some time past) or "ever". `beside` is the instrument this one is set
    against, when the statement follows from the contrast. `said_by` are the text's words for a
    speaker it puts the sentence in the mouth of.
    """

    document: str
    start: int
    end: int
    quote: str
    pattern: str
    says: Says
    treaty: str
    kind: str | None = None
    mutual: bool = False
    article: str | None = None
    day: Day | None = None
    actor: str | None = None
    tense: str = "now"
    beside: str | None = None
    said_by: str | None = None
    published: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one source codes on the point of a statement: `source` is "register" or "ATOP".

    `cites` leads to it: an article's own source, or a dataset's release, file and row. `work` is
    the publication to cite for a dataset.
    """

    source: str
    verdict: Verdict
    words: Words
    cites: str
    article: str | None = None
    work: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A statement beside its evidence; neither changes the other.

    It is contradicted when a source contradicts it and none agrees; `why` says what keeps it from
    being judged.
    """

    statement: Statement
    instrument: Instrument
    beside: Instrument | None
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    why: Words | None = None
