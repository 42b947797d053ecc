"""From one act to a war: who joins whom, how often, through which duties, and what it hangs on."""

from foedus.repercussions.cascade.cascade import Cascade, Sensitivity, cascade, sensitivities
from foedus.repercussions.cascade.chains import Chain, Involvement, Step
from foedus.repercussions.cascade.suppositions import Supposition, supposition

__all__ = [
    "Cascade",
    "Chain",
    "Involvement",
    "Sensitivity",
    "Step",
    "Supposition",
    "cascade",
    "sensitivities",
    "supposition",
]
