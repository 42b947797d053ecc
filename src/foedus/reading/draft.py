"""An assertion in the making."""

from dataclasses import dataclass

from foedus.evidence import EventType, Modality, Speaker
from foedus.reading.attribution import Frame
from foedus.reading.clause import Clause
from foedus.reading.dating import Dated

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """An assertion before it is checked against the text and put into its final form.

    `host` says that the target stands under a marker of place; `lemmas` are the words by which a
    state of affairs is seen as friendly or hostile, `nouns` those that name the event of a verb.
    """

    clause: Clause
    start: int
    end: int
    event_type: EventType | None
    initiator: tuple[str, ...]
    target: tuple[str, ...]
    modality: Modality
    rule: str
    frame: Frame | None = None
    speaker: Speaker | None = None
    dated: Dated | None = None
    said: Dated | None = None
    host: bool = False
    mode: str | None = None
    lemmas: frozenset[str] = frozenset()
    nouns: tuple[int, ...] = ()
