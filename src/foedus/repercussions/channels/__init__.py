"""What can pass round sanctions by the channels known, and which links to close."""

from foedus.repercussions.channels.interdiction import (
    Interdiction,
    interdiction,
    interdiction_by_trial,
)
from foedus.repercussions.channels.max_flow import MaxFlow, max_flow
from foedus.repercussions.channels.network import Network
from foedus.repercussions.channels.ways_round import At, WaysRound, kinds_of, ways_round

__all__ = [
    "At",
    "Interdiction",
    "MaxFlow",
    "Network",
    "WaysRound",
    "interdiction",
    "interdiction_by_trial",
    "kinds_of",
    "max_flow",
    "ways_round",
]
