"""One piece of evidence as the reader opens it: what the drawer shows, and the printed register."""

from dataclasses import dataclass
from enum import StrEnum

from foedus.dossier.sentence import Unsourced

__all__ = ["Excerpt", "Exhibit", "Grade", "Kind", "Remark"]


class Kind(StrEnum):
    """What sort of thing stands behind a number or a sentence."""

    PASSAGE = "passage"
    ROWS = "rows"
    ESTIMATE = "estimate"
    CLAUSE = "clause"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage in the words of its document, between some of the text around it.

    `mark` is the passage, character by character; `cut_before` and `cut_after` say whether more of
    the paragraph stands on that side. `language` is None where the document's is not known.
    """

    before: str
    mark: str
    after: str
    language: str | None
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Grade:
    """Admiralty grade: reliability of the source (A-F) and credibility of the assertion (1-6).

    Either is None when nobody graded it, which is not the same as F or 6, "cannot be judged".
    Scales: NATO AJP-2.1, *Intelligence Procedures*; US Army FM 2-22.3 (2006), appendix B.
    """

    reliability: str | None
    credibility: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One line under Agrees, Disagrees or Silent; `evidence` opens the exhibit it speaks of."""

    words: str
    evidence: str | None = None
    quote: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """Everything the evidence drawer can say about one id.

    `facts` are labelled words (document, publisher, speaker, day, modality, offsets). `behind`
    holds the ids this exhibit was computed from, `page` the place in the full document, `source`
    the id of the numbered source. The caveat may not be empty.
    """

    id: str
    kind: Kind
    title: str
    caveat: str
    source: str
    excerpt: Excerpt | None = None
    gloss: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    grade: Grade | None = None
    disagrees: tuple[Remark, ...] = ()
    agrees: tuple[Remark, ...] = ()
    silent: tuple[Remark, ...] = ()
    calculation: str | None = None
    behind: tuple[str, ...] = ()
    page: str | None = None

    def __post_init__(self) -> None:
        if not self.caveat.strip():
            raise Unsourced(f"exhibit {self.id} has no caveat: say what could make it wrong")
        if not self.source.strip():
            raise Unsourced(f"exhibit {self.id} names no source")
        if self.kind is Kind.ESTIMATE and not (self.calculation or "").strip():
            raise Unsourced(f"estimate {self.id} does not say how it was calculated")
        if self.kind is Kind.PASSAGE and self.excerpt is None:
            raise Unsourced(f"passage {self.id} shows no words of its document")
