"""One thing that is said to a reader, whether a page prints it or a command."""

from dataclasses import dataclass, field

from foedus.dossier.finding import Estimate
from foedus.dossier.sentence import Sentence

__all__ = ["Said"]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said: its sentence, what could make it wrong, its estimate, what it rests on.

    `confidence` is a sentence of its own that belongs beside it.
    """

    sentence: Sentence
    caveat: str
    estimate: Estimate | None = None
    rests_on: tuple[str, ...] = field(default=())
    confidence: Sentence = ()
