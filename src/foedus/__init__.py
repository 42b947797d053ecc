"""foedus: what an alliance changed, who is bound to do what, and on what evidence.

    import foedus

    foedus.build("examples/rus-prk")        # a case folder becomes a ledger and a dossier
    foedus.read("Paris livre des chars à Kiev.", "fr")    # the evidence in a text, seven languages
    foedus.reading_at("article.pdf")        # the same, of a document
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
    from foedus.batches import ASSERTION_COLUMNS, read_batches
    from foedus.building import build
    from foedus.errors import FoedusError
    from foedus.evidence import Assertion, Day, Spell
    from foedus.ledger.engine import open_ledger
    from foedus.panels.panel import panel
    from foedus.pipeline import reading_at
    from foedus.reading.between import event_between
    from foedus.reading.export import export
    from foedus.reading.many import Text, read, read_many
    from foedus.relations import measures
    from foedus.repercussions.cascade import cascade
    from foedus.treaties.acts import act_from
    from foedus.treaties.asking import binding, casus, obligations
    from foedus.treaties.comparison import clause_comparison
    from foedus.treaties.instruments import register

_HOMES = {
    "ASSERTION_COLUMNS": "foedus.batches",
    "Assertion": "foedus.evidence",
    "Day": "foedus.evidence",
    "FoedusError": "foedus.errors",
    "Spell": "foedus.evidence",
    "Text": "foedus.reading.many",
    "act_from": "foedus.treaties.acts",
    "actor_named": "foedus.actors.names",
    "binding": "foedus.treaties.asking",
    "build": "foedus.building",
    "cascade": "foedus.repercussions.cascade",
    "casus": "foedus.treaties.asking",
    "clause_comparison": "foedus.treaties.comparison",
    "event_between": "foedus.reading.between",
    "export": "foedus.reading.export",
    "measures": "foedus.relations.measures",
    "obligations": "foedus.treaties.asking",
    "open_ledger": "foedus.ledger.engine",
    "panel": "foedus.panels.panel",
    "read": "foedus.reading.many",
    "read_batches": "foedus.batches",
    "read_many": "foedus.reading.many",
    "reading_at": "foedus.pipeline",
    "register": "foedus.treaties.instruments",
}

__all__ = [
    "ASSERTION_COLUMNS",
    "Assertion",
    "Day",
    "FoedusError",
    "Spell",
    "Text",
    "act_from",
    "actor_named",
    "binding",
    "build",
    "cascade",
    "casus",
    "clause_comparison",
    "event_between",
    "export",
    "measures",
    "obligations",
    "open_ledger",
    "panel",
    "read",
    "read_batches",
    "read_many",
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
