"""One source saying one thing: the smallest record of the ledger."""

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from foedus.evidence.citation import Passage
from foedus.evidence.day import Day
from foedus.evidence.event_type import EventType
from foedus.evidence.quantity import Quantity
from foedus.evidence.standing import Modality, Polarity

__all__ = ["BY_MODEL", "Assertion", "Place", "Speaker"]

BY_MODEL = "model "
"""How `read_by` begins where a language model has read: what it says settles no event."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a text makes say something: name, office, and the id of the actor spoken for."""

    name: str | None
    role: str | None = None
    represents: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happens, in the words of the source; coordinates (WGS 84) only where known."""

    name: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One source saying one thing, once.

    `event_type` is None for an assessment or a state of affairs. `initiator` and `target` hold
    actor ids, direction always from, then to; events in which all take part alike list them all as
    initiators. `attributed_to` is None when the document's author speaks. `said` is the day the
    speaker said it where the text tells, `published` the day the document appeared. `cites` is the
    id of the `Work` the document gives for it. `rule` names the reading rule or lexicon entry that
    produced it. What is None was not said, or could not be read: it is never a default.
    """

    passage: Passage
    event_type: EventType | None = None
    mode: str | None = None
    initiator: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    day: Day | None = None
    day_words: str | None = None
    place: Place | None = None
    quantity: Quantity | None = None
    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.NEUTRAL
    attributed_to: Speaker | None = None
    said: Day | None = None
    published: Day | None = None
    cites: str | None = None
    read_by: str = ""
    rule: str = ""

    @property
    def id(self) -> str:
        """A hash of the content: the same reading of the same text has the same id everywhere."""
        content = {part.name: _plain(getattr(self, part.name)) for part in fields(self)}
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        # Half of a surrogate pair, which broken texts have, is hashed as it stands.
        return "a-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if isinstance(value, Day):
        return value.edtf
    if isinstance(value, (Passage, Speaker, Place, Quantity)):
        return asdict(value)
    return value
