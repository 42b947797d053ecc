"""foedus: what an alliance changed, who is bound to do what, and on what evidence.

    import foedus

    foedus.build("examples/rus-prk")        # a case folder becomes a ledger and a dossier
    foedus.reading_at("article.txt")        # the evidence in one text
    foedus.casus("UKR attacks RUS", date(2024, 12, 10), "Kursk")    # who must act, who is barred
    foedus.obligations("RUS", "PRK", date(2024, 12, 10))    # what one owes the other that day
    foedus.cascade("GMY attacks POL", date(1939, 9, 1))    # who is drawn in, how likely
    foedus.panel("dyad-year").add("atop", "mid").to_pandas()    # the field's datasets, joined

The names below are all there is; each is imported when it is first used, so that `import foedus` is
quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedus.actors.names import actor_named
    from foedus.building import build
    from foedus.errors import FoedusError
    from foedus.evidence import Assertion, Day, Spell
    from foedus.ledger.engine import open_ledger
    from foedus.panels.panel import panel
    from foedus.pipeline import reading_at
    from foedus.reading.export import export
    from foedus.relations import measures
    from foedus.repercussions.cascade import cascade
    from foedus.treaties.acts import act_from
    from foedus.treaties.asking import binding, casus, obligations
    from foedus.treaties.comparison import clause_comparison
    from foedus.treaties.instruments import register

_HOMES = {
    "Assertion": "foedus.evidence",
    "Day": "foedus.evidence",
    "FoedusError": "foedus.errors",
    "Spell": "foedus.evidence",
    "act_from": "foedus.treaties.acts",
    "actor_named": "foedus.actors.names",
    "binding": "foedus.treaties.asking",
    "build": "foedus.building",
    "cascade": "foedus.repercussions.cascade",
    "casus": "foedus.treaties.asking",
    "clause_comparison": "foedus.treaties.comparison",
    "export": "foedus.reading.export",
    "measures": "foedus.relations.measures",
    "obligations": "foedus.treaties.asking",
    "open_ledger": "foedus.ledger.engine",
    "panel": "foedus.panels.panel",
    "reading_at": "foedus.pipeline",
    "register": "foedus.treaties.instruments",
}

__all__ = [
    "Assertion",
    "Day",
    "FoedusError",
    "Spell",
    "act_from",
    "actor_named",
    "binding",
    "build",
    "cascade",
    "casus",
    "clause_comparison",
    "export",
    "measures",
    "obligations",
    "open_ledger",
    "panel",
    "reading_at",
    "register",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'foedus' has no attribute '{name}'")
    home = import_module(_HOMES[name])
    return home if name == "measures" else getattr(home, name)


def __dir__() -> list[str]:
    return sorted(__all__)
