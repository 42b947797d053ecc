"""What an assertion, a citation, a day and a spell are. Needs nothing installed."""

from foedus.evidence.assertion import BY_MODEL, Assertion, Place, Speaker
from foedus.evidence.citation import Citation, Passage, Rows, Work
from foedus.evidence.day import Day
from foedus.evidence.event_type import EventType, QuadClass, quad_class
from foedus.evidence.quantity import Quantity
from foedus.evidence.spell import Spell
from foedus.evidence.standing import Modality, Polarity, Standing

__all__ = [
    "BY_MODEL",
    "Assertion",
    "Citation",
    "Day",
    "EventType",
    "Modality",
    "Passage",
    "Place",
    "Polarity",
    "QuadClass",
    "Quantity",
    "Rows",
    "Speaker",
    "Spell",
    "Standing",
    "Work",
    "quad_class",
]
