"""What is written around the answers to an act on a page, in words."""

from collections.abc import Mapping

from foedus.treaties.words import Words

__all__ = ["LABELS", "LIMITS_TESTED"]

LABELS: Mapping[str, Words] = {
    "question": Words(
        "Who must act, who may, who is barred, and what is disputed?",
        "Qui doit agir, qui le peut, qui en est exclu, et qu'est-ce qui est disputé ?",
    ),
    "answers": Words("Who is told what", "Ce qui est dit à chacun"),
    "answer": Words("Answer", "Réponse"),
    "who": Words("Who", "Qui"),
    "kind": Words("What", "Quoi"),
    "clause": Words("By which clause", "Par quelle clause"),
    "possible": Words("possibly", "peut-être"),
    "possible_key": Words("dashed: possible, not certain", "en tirets : possible, non certain"),
    "of_atop": Words(
        "ATOP; after each name, the number of the alliance",
        "ATOP ; après chaque nom, le numéro de l'alliance",
    ),
    "towards": Words("towards", "envers"),
    "grounds": Words("Clause by clause", "Clause par clause"),
    "signed": Words("Signed and not in force", "Signés et non en vigueur"),
    "signed_tag": Words("signed, not in force", "signé, non en vigueur"),
    "silent": Words("Treaties that ask nothing here", "Traités qui ne demandent rien ici"),
    "caveats": Words("To keep in mind", "À garder à l'esprit"),
    "sources": Words("Sources", "Sources"),
    "source": Words("Clause", "Clause"),
    "asked": Words("What is asked", "Ce qui est demandé"),
    "how": Words("How", "Comment"),
    "because": Words("Because", "Parce que"),
    "flips": Words("What would change this", "Ce qui changerait cela"),
    "readings": Words("Rival readings", "Lectures rivales"),
    "readings_key": Words(
        "solid edge: asks most; dashed edge: asks less",
        "bord plein : demande le plus ; bord en tirets : demande moins",
    ),
    "under_it": Words("then", "alors"),
    "held_by": Words("Held by", "Tenue par"),
    "limits": Words("Limits tested", "Limites éprouvées"),
    "clashes": Words("Duties that pull the other way", "Devoirs contraires"),
    "prevails": Words("This prevails", "Celui-ci prime"),
    "none_prevails": Words(
        "no rule coded says which prevails", "aucune règle codée ne dit lequel prime"
    ),
    "only_for": Words("only", "seulement"),
    "all_but": Words("all but", "tous sauf"),
    "act_day": Words("the act", "l'acte"),
    "signed_on": Words("signed", "signature"),
    "in_force_on": Words("in force", "en vigueur"),
    "never": Words("not in force since", "pas entré en vigueur depuis"),
    "nobody": Words(
        "No clause in force says anything to anybody here.",
        "Aucune clause en vigueur ne dit ici quoi que ce soit à quiconque.",
    ),
}
LIMITS_TESTED: Mapping[bool | None, Words] = {
    True: Words("takes the duty away here", "retire ici le devoir"),
    False: Words("does not apply here", "ne s'applique pas ici"),
    None: Words("cannot be tested from the act alone", "l'acte seul ne permet pas de l'éprouver"),
}
"""What became of a limit that was tested."""
