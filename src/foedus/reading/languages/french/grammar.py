"""The words of French grammar."""

import re

from foedus.reading.grammar import Grammar

__all__ = ["GRAMMAR", "RELATIVES"]

RELATIVES = frozenset(
    {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel"}
    | {"à laquelle", "duquel", "auxquels", "auxquelles", "desquels", "desquelles", "laquelle"}
)
# Verbs that take "être" in the perfect tense: never a passive, whatever the parser says.
_WITH_BE = frozenset(
    {
        "aller",
        "venir",
        "devenir",
        "revenir",
        "parvenir",
        "intervenir",
        "arriver",
        "partir",
        "entrer",
    }
    | {
        "rentrer",
        "sortir",
        "rester",
        "naître",
        "mourir",
        "tomber",
        "retourner",
        "survenir",
        "passer",
        "convenir",
    }
)

GRAMMAR = Grammar(
    language="fr",
    be=frozenset({"être", "rester", "demeurer"}),
    chains={
        "pouvoir": "possible",
        "risquer": "possible",
        "devoir": "demanded",
        "falloir": "demanded",
        "vouloir": "planned",
        "souhaiter": "planned",
        "compter": "planned",
        "entendre": "planned",
        "envisager": "planned",
        "prévoir": "planned",
        "projeter": "planned",
        "aller": "planned",
        "espérer": "planned",
        "promettre": "planned",
        "engager": "planned",
        "apprêter": "planned",
        "préparer": "planned",
        "décider": "planned",
        "sembler": "assessed",
        "paraître": "assessed",
        "avérer": "assessed",
        "chercher": "asserted",
        "tenter": "asserted",
        "efforcer": "asserted",
        "essayer": "asserted",
        "viser": "asserted",
        "train": "asserted",
        "prêt": "planned",
        "disposé": "planned",
        "proposer": "planned",
        "point": "planned",
        "mesure": "possible",
        "susceptible": "possible",
        "capable": "possible",
        "tenu": "demanded",
        "commencer": "asserted",
        "continuer": "asserted",
        "poursuivre": "asserted",
        "persister": "asserted",
        "venir": "asserted",
        "finir": "asserted",
        "parvenir": "asserted",
        "réussir": "asserted",
        "permettre": "asserted",
        "cesser": "ended",
        "arrêter": "ended",
        "éviter": "denied",
    },
    demanded=frozenset({"devoir", "falloir"}),
    possible=frozenset({"pouvoir", "risquer"}),
    conditional_marks=("Mood=Cnd",),
    future_marks=("Tense=Fut",),
    future_words=frozenset(),
    conditional_words=frozenset(),
    reflexives=frozenset({"se", "s'"}),
    impersonal=frozenset({"il", "ce", "c'", "cela", "ça"}),
    relatives=RELATIVES,
    demonstratives=frozenset({"ce", "cet", "cette", "ces", "tel", "telle"}),
    indefinites=frozenset({"un", "une", "des", "plusieurs", "certains", "certaines", "quelques"}),
    counts={"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7},
    never_passive=_WITH_BE,
    particles=False,
    leading=frozenset(
        {"mener", "diriger", "conduire", "emmener", "commander", "lancer", "perpétrer", "commettre"}
        | {"orchestrer", "organiser", "déclencher", "imposer", "infliger"}
    ),
    scheduling=frozenset({"devoir"}),
    nor=frozenset({"ni"}),
    none=frozenset({"aucun", "aucune", "nul", "nulle"}),
    marked_relatives={"dont": "of", "où": "in"},
    plural_owners=frozenset({"leur", "leurs"}),
    occasions=frozenset({"occasion", "visite", "rencontre", "sommet", "jour", "date"}),
    plain_conditions=False,
    hearsay=True,
    place_markers=frozenset({"in", "at", "near", "into", "border", "to", "on", "toward"}),
    between_names=re.compile(
        r"\s*(?:,|,?\s+(?:et|ou|ainsi que|&))\s+(?:l['’]|l[ae]s?\s|d['’]|des?\s|du\s)?\s*",
        re.IGNORECASE,
    ),
    last_name=re.compile(r"\b(?:et|ou|que)\b|&"),
    places_name=re.compile(r"\b(?:en|au|aux|à|selon|d['’]après)\s$", re.IGNORECASE),
    next_item=re.compile(r"\s*(?:\([^()]{1,12}\))?\s*(?:,|,?\s*(?:et|mais aussi|ainsi que))\s*"),
    of_names=(" de ", " d'", " d’"),
)
