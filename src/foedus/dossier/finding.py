"""What we conclude: a sentence, a value with its interval, the method, evidence and caveat."""

from dataclasses import dataclass, field

from foedus.dossier.sentence import Sentence, Unsourced, evidence_of, read
from foedus.dossier.wording import shares_a_sentence

__all__ = ["Estimate", "Finding"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A value with the interval it is known within, its unit and the method that made it.

    `level` is the probability the interval is said to cover (0.9), None for a range of the words of
    a source. An end the sources leave open is None.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    level: float | None = None
    unit: str
    method: str

    def __post_init__(self) -> None:
        if not self.unit.strip() or not self.method.strip():
            raise Unsourced("an estimate names its unit and its method")
        ordered = [end for end in (self.low, self.value, self.high) if end is not None]
        if not ordered:
            raise Unsourced("an estimate has a value, or at least one end of its interval")
        if ordered != sorted(ordered):
            raise ValueError(f"an estimate lies outside its interval: {ordered}")
        if self.level is not None and not 0 < self.level < 1:
            raise ValueError(f"{self.level} is no probability for an interval to cover")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One conclusion, with all that a reader needs to doubt it.

    `rests_on` holds ids of exhibits (assertions, dataset rows, clauses, calculations) beyond those
    the sentence links to. Raises `Unsourced`, a ValueError, for a finding without words, without
    evidence or without a caveat: it is not printed. A sentence that speaks of likelihood and of
    confidence raises ValueError.
    """

    sentence: Sentence
    caveat: str
    rests_on: tuple[str, ...] = ()
    estimate: Estimate | None = None
    evidence: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        words = read(self.sentence)
        if not words.strip():
            raise Unsourced("a finding says something")
        if shares_a_sentence(words):
            raise ValueError(f"'{words}' speaks of likelihood and confidence in one sentence")
        evidence = tuple(dict.fromkeys((*evidence_of(self.sentence), *self.rests_on)))
        if not evidence:
            raise Unsourced(f"'{words}' names no evidence")
        if not self.caveat.strip():
            raise Unsourced(f"'{words}' has no caveat: say what could make it wrong")
        object.__setattr__(self, "evidence", evidence)
