"""Men, munitions, technology, money, energy and food between actors: how much, when, who says so.

`told_flows` reads a ledger's assertions as claims, `recorded_flows` what SIPRI lists;
`gives_and_gets` says what two actors give and get, the readings that contradict side by side.
"""

from foedus.repercussions.flows.claim import Aside, Claim, Manner, Why
from foedus.repercussions.flows.exchange import Exchange, Side, Strand, gives_and_gets
from foedus.repercussions.flows.flow import CASE, Flow, Window, flows_of
from foedus.repercussions.flows.kinds import KINDS, UNSPECIFIED
from foedus.repercussions.flows.recorded import TIV, Recorded, recorded_flows
from foedus.repercussions.flows.told import Told, told_flows

__all__ = [
    "CASE",
    "KINDS",
    "TIV",
    "UNSPECIFIED",
    "Aside",
    "Claim",
    "Exchange",
    "Flow",
    "Manner",
    "Recorded",
    "Side",
    "Strand",
    "Told",
    "Why",
    "Window",
    "flows_of",
    "gives_and_gets",
    "recorded_flows",
    "told_flows",
]
