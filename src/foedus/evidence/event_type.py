"""What kind of event an assertion is about: PLOVER's sixteen types and their quad classes.

Types, and the four classes they fall into, are those of the PLOVER codebook (Open Event Data
Alliance, *PLOVER: Political Language Ontology for Verifiable Event Records*, 2017, and Halterman et
al. 2023, "PLOVER and POLECAT"), with one departure: concluding a treaty is AGREE here.
"""

from enum import StrEnum

__all__ = ["EventType", "QuadClass", "quad_class"]


class EventType(StrEnum):
    """A PLOVER root type; cooperation first, conflict after, words before deeds in each."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class QuadClass(StrEnum):
    """Verbal or material, cooperation or conflict."""

    VERBAL_COOPERATION = "verbal_cooperation"
    MATERIAL_COOPERATION = "material_cooperation"
    VERBAL_CONFLICT = "verbal_conflict"
    MATERIAL_CONFLICT = "material_conflict"


_MEMBERS = {
    QuadClass.VERBAL_COOPERATION: "AGREE CONSULT SUPPORT CONCEDE",
    QuadClass.MATERIAL_COOPERATION: "COOPERATE AID RETREAT",
    QuadClass.VERBAL_CONFLICT: "REQUEST ACCUSE REJECT THREATEN",
    QuadClass.MATERIAL_CONFLICT: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
_CLASS_OF = {EventType(name): quad for quad, names in _MEMBERS.items() for name in names.split()}


def quad_class(event_type: EventType) -> QuadClass:
    """Return the quad class of a PLOVER type."""
    return _CLASS_OF[event_type]
