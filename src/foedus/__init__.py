"""foedus: what an alliance changed, who is bound to do what, and on what evidence.

    import foedus

    foedus.build("examples/rus-prk")        # a case folder becomes a ledger and a dossier
    foedus.read("Paris livre des chars à Kiev.", "fr")    # the evidence in a text, seven languages
    foedus.reading_at("article.pdf")        # the same, of a document
    foedus.casus("UKR attacks RUS", date(2024, 12, 10), "Kursk")    # who must act, who is barred
    foedus.obligations("RUS", "PRK", date(2024, 12, 10))    # what one owes the other that day
    foedus.cascade("GMY attacks POL", date(1939, 9, 1))    # who is drawn in, how likely
    foedus.blocs(date(2024, 6, 20))    # who stands together, how firmly, what strains it
    foedus.dyad("RUS", "PRK")    # what stands between the two, what changed, how they vote
    foedus.panel("dyad-year").add("atop", "mid").to_pandas()    # the field's datasets, joined
    foedus.similarities("RUS", "PRK", of="votes")    # how alike their foreign policies are
    foedus.vote_positions("RUS", "PRK")    # where they stood in the General Assembly

The names below are all there is; each is imported when it is first used, so that `import foedus` is
quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedus.actors.names import actor_named
    from foedus.batches import ASSERTION_COLUMNS, read_batches
    from foedus.building import build
    from foedus.dossier.bloc_answer import blocs
    from foedus.dossier.dyads.view import dyad
    from foedus.errors import FoedusError
    from foedus.evidence import Assertion, Day, Spell
    from foedus.ledger.engine import open_ledger
    from foedus.panels.panel import panel
    from foedus.pipeline import reading_at
    from foedus.reading.between import event_between
    from foedus.reading.export import export
    from foedus.reading.many import Text, read, read_many
    from foedus.relations import measures
    from foedus.relations.likeness.similarities import similarities
    from foedus.relations.likeness.vote_positions import vote_positions
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
    "blocs": "foedus.dossier.bloc_answer",
    "build": "foedus.building",
    "cascade": "foedus.repercussions.cascade",
    "casus": "foedus.treaties.asking",
    "clause_comparison": "foedus.treaties.comparison",
    "dyad": "foedus.dossier.dyads.view",
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
    "similarities": "foedus.relations.likeness.similarities",
    "vote_positions": "foedus.relations.likeness.vote_positions",
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
    "blocs",
    "build",
    "cascade",
    "casus",
    "clause_comparison",
    "dyad",
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
    "similarities",
    "vote_positions",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'foedus' has no attribute '{name}'")
    home = import_module(_HOMES[name])
    return home if name == "measures" else getattr(home, name)


def __dir__() -> list[str]:
    return sorted(__all__)
