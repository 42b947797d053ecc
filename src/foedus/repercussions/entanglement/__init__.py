"""Who is one, two, three steps from war through whom, and without whom others stay out."""

from foedus.repercussions.entanglement.calls import Call
from foedus.repercussions.entanglement.entanglement import (
    LIMITS,
    STEPS,
    Entanglement,
    Web,
    entanglement,
)
from foedus.repercussions.entanglement.hinges import Hinge
from foedus.repercussions.entanglement.web import Chain, Reached, Toward

__all__ = [
    "LIMITS",
    "STEPS",
    "Call",
    "Chain",
    "Entanglement",
    "Hinge",
    "Reached",
    "Toward",
    "Web",
    "entanglement",
]
