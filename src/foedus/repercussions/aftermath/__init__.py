"""What usually follows such a pact between such states, beside pairs like them that made none."""

from foedus.repercussions.aftermath.aftermath import HORIZONS, Aftermath, Kind, aftermath
from foedus.repercussions.aftermath.analogues import PARTS
from foedus.repercussions.aftermath.new_pacts import KINDS
from foedus.repercussions.aftermath.pact import NotAskable, Pact, pact_described, pact_of

__all__ = [
    "HORIZONS",
    "KINDS",
    "PARTS",
    "Aftermath",
    "Kind",
    "NotAskable",
    "Pact",
    "aftermath",
    "pact_described",
    "pact_of",
]
