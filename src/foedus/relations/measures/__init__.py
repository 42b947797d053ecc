"""What is measured of ties: pure arithmetic on plain arrays, no tables, no files.

    from foedus import measures

    measures.change_points(counts, exposures)

Each name below is a function; its module gives the formula, the conventions for self-ties, missing
data and weights, the range and the source. A name is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedus.relations.measures.agreement.portfolios import similarity
    from foedus.relations.measures.balance.line_index import frustration
    from foedus.relations.measures.balance.networks import signed_network
    from foedus.relations.measures.balance.partition import blocs
    from foedus.relations.measures.balance.signed_triads import triads
    from foedus.relations.measures.balance.signed_walks import walk_balance
    from foedus.relations.measures.inference.dyadic_errors import dyadic_covariance
    from foedus.relations.measures.inference.regressions import regression
    from foedus.relations.measures.levels.changes import change_points
    from foedus.relations.measures.levels.common_change import shared_change
    from foedus.relations.measures.levels.level_bands import level_band
    from foedus.relations.measures.levels.long_changes import long_change_points
    from foedus.relations.measures.levels.record import record_probability
    from foedus.relations.measures.levels.run_lengths import change_watch
    from foedus.relations.measures.positions.item_response import ideal_points
    from foedus.relations.measures.speech.unsaid import silence

_HOMES = {
    "blocs": "balance.partition",
    "change_points": "levels.changes",
    "change_watch": "levels.run_lengths",
    "dyadic_covariance": "inference.dyadic_errors",
    "frustration": "balance.line_index",
    "ideal_points": "positions.item_response",
    "level_band": "levels.level_bands",
    "long_change_points": "levels.long_changes",
    "record_probability": "levels.record",
    "regression": "inference.regressions",
    "shared_change": "levels.common_change",
    "signed_network": "balance.networks",
    "silence": "speech.unsaid",
    "similarity": "agreement.portfolios",
    "triads": "balance.signed_triads",
    "walk_balance": "balance.signed_walks",
}

__all__ = [
    "blocs",
    "change_points",
    "change_watch",
    "dyadic_covariance",
    "frustration",
    "ideal_points",
    "level_band",
    "long_change_points",
    "record_probability",
    "regression",
    "shared_change",
    "signed_network",
    "silence",
    "similarity",
    "triads",
    "walk_balance",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'foedus.measures' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
