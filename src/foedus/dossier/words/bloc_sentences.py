"""What is said of blocs, in English and French: sentences with their places to fill."""

from foedus.treaties.words import Words

__all__ = [
    "ACROSS",
    "AGAINST",
    "ALONE",
    "BALANCE",
    "BLOC",
    "BOTH",
    "BY",
    "CERTAIN",
    "COVERS",
    "DISPUTE",
    "FIRM",
    "FIRMNESS",
    "FRUSTRATION",
    "FRUSTRATION_OPEN",
    "KNOWN",
    "LEFT_OUT",
    "LESS_FIRM",
    "MORE",
    "NAMED",
    "NAMED_TIES",
    "NEGATIVE",
    "NO_QUARREL",
    "NO_TIES",
    "NO_TRIAD",
    "NO_TRIADS",
    "PENDING",
    "POSSIBLE",
    "POSSIBLY",
    "PROVEN",
    "QUARREL",
    "QUARRELS",
    "REACH",
    "REASONS",
    "SOURCES",
    "STRAINED",
    "TIES",
    "TITLE",
    "TRIADS",
    "TRIADS_BALANCED",
    "UNBALANCED",
    "UNPROVEN",
    "UNTIED",
    "WALKS",
]

TITLE = Words("Blocs, {}", "Blocs, {}")
BY = {
    "alliances": Words(
        "positive: owes defence, or to join in war",
        "positif : doit la défense, ou d’entrer en guerre",
    ),
    "consultation": Words(
        "positive: owes defence, to join in war, or to consult",
        "positif : doit la défense, d’entrer en guerre, ou de consulter",
    ),
    "pacts": Words(
        "positive: owes defence, to join in war, to consult, neutrality or non-aggression",
        "positif : doit la défense, d’entrer en guerre, de consulter, la neutralité ou la"
        " non-agression",
    ),
}
AGAINST = {
    "disputes": Words(
        "disputes of hostility {hostility} or more in the last {years} years",
        "différends d’hostilité {hostility} ou plus dans les {years} dernières années",
    ),
    "wars": Words(
        "wars between states in the last {years} years",
        "guerres entre États dans les {years} dernières années",
    ),
    "rivalries": Words("rivalries that last", "rivalités en cours"),
    "sanctions": Words("sanctions in force", "sanctions en vigueur"),
    "events": Words(
        "events of material conflict of the case in the last {years} years",
        "événements de conflit matériel du dossier dans les {years} dernières années",
    ),
}
NEGATIVE = Words("negative: {}", "négatif : {}")
BOTH = {
    "negative": Words("where both hold: negative", "si les deux valent : négatif"),
    "positive": Words("where both hold: positive", "si les deux valent : positif"),
    "dropped": Words("where both hold: no tie", "si les deux valent : aucun lien"),
}
CERTAIN = Words("what is certain that day", "ce qui est certain ce jour-là")
POSSIBLE = Words(
    "also what is only possible that day", "aussi ce qui n’est que possible ce jour-là"
)
TIES = Words(
    "States: {states}. Ties: {positive} positive, {negative} negative (pairs with both: {both}).",
    "États : {states}. Liens : {positive} positifs, {negative} négatifs (paires qui ont les deux :"
    " {both}).",
)
NO_TIES = Words(
    "No tie is known among them that day: there are no blocs to find.",
    "Aucun lien n’est connu entre eux ce jour-là : il n’y a pas de bloc à trouver.",
)
PROVEN = Words(
    "Blocs of two or more: {number}. Ties against them: {cost}, and no partition has fewer"
    " (proven).",
    "Blocs de deux ou plus : {number}. Liens qui les contredisent : {cost}, aucune partition n’en a"
    " moins (prouvé).",
)
UNPROVEN = Words(
    "Blocs of two or more: {number}. Ties against them: {cost}; no partition has fewer than"
    " {bound} (the search was stopped).",
    "Blocs de deux ou plus : {number}. Liens qui les contredisent : {cost} ; aucune partition n’en"
    " a moins de {bound} (recherche arrêtée).",
)
BLOC = Words("Bloc of {inside}: {number}", "Bloc « {alone} » : {number}")
FIRM = Words("{share} firm", "fermeté {share}")
LESS_FIRM = Words("less firm: {}", "moins fermes : {}")
ALONE = Words("Alone, each against others: {number}", "Seuls, chacun contre d’autres : {number}")
UNTIED = Words("No tie known, in no bloc: {number}", "Aucun lien connu, dans aucun bloc : {number}")
STRAINED = Words("Ties against the blocs: {}", "Liens qui contredisent les blocs : {}")
QUARREL = Words("in one bloc, at odds", "d’un même bloc, en querelle")
ACROSS = Words("bound across two blocs", "liés d’un bloc à l’autre")
UNBALANCED = Words(
    "triads unbalanced: {unbalanced} of {triads}",
    "triades instables : {unbalanced} sur {triads}",
)
NO_TRIADS = Words("in no triad", "dans aucune triade")
MORE = Words("and {} more (--json lists all)", "et {} autres (--json les donne tous)")
BALANCE = Words("How balanced", "Équilibre")
TRIADS = Words("Triads: {number} ({kinds}).", "Triades : {number} ({kinds}).")
TRIADS_BALANCED = Words(
    "Balanced: {share}; {low} to {high} if the same negative ties lay anywhere (95 %).",
    "Équilibrées : {share} ; {low} à {high} si les mêmes liens négatifs étaient n’importe où"
    " (95 %).",
)
NO_QUARREL = Words(
    "No negative tie is known: nothing could be out of balance.",
    "Aucun lien négatif n’est connu : rien ne pourrait manquer d’équilibre.",
)
NO_TRIAD = Words("Triads: none.", "Triades : aucune.")
WALKS = Words(
    "Balance of closed walks (1 is balanced; falls with size): {value}.",
    "Équilibre des marches fermées (1 : équilibré ; baisse avec la taille) : {value}.",
)
FRUSTRATION = Words(
    "Two sides only: at least {cost} of {ties} ties against them (proven).",
    "En deux camps seulement : au moins {cost} liens sur {ties} les contredisent (prouvé).",
)
FRUSTRATION_OPEN = Words(
    "Two sides only: {cost} of {ties} ties against them, {bound} at least.",
    "En deux camps seulement : {cost} liens sur {ties} les contredisent, {bound} au moins.",
)
KNOWN = Words("What is known", "Ce qui est su")
SOURCES = {
    "register": Words("Treaties coded by foedus", "Traités codés par foedus"),
    "atop": Words("ATOP", "ATOP"),
    "disputes": Words("Disputes (MID)", "Différends (MID)"),
    "wars": Words("Wars between states (UCDP/PRIO)", "Guerres entre États (UCDP/PRIO)"),
    "rivalries": Words("Rivalries (Thompson et al.)", "Rivalités (Thompson et al.)"),
    "sanctions": Words("Sanctions (GSDB)", "Sanctions (GSDB)"),
    "events": Words("Events of the case", "Événements du dossier"),
}
COVERS = Words("covers {first}–{last}", "couvre {first}–{last}")
REACH = {
    "all": Words("reaches the days asked", "atteint les jours demandés"),
    "part": Words(
        "reaches only a part of {first}–{last}: the rest is unknown",
        "n’atteint qu’une partie de {first}–{last} : le reste n’est pas su",
    ),
    "none": Words(
        "does not reach {first}–{last}: unknown", "n’atteint pas {first}–{last} : inconnu"
    ),
    "not held": Words(
        "not on this machine: unknown (foedus data get {dataset})",
        "pas sur cette machine : inconnu (foedus data get {dataset})",
    ),
    "not built": Words(
        "no case was named, or it is not built", "aucun dossier nommé, ou pas encore construit"
    ),
}
REASONS = Words(
    "reasons for ties, certain or possible: {}", "raisons de liens, certaines ou possibles : {}"
)
LEFT_OUT = Words(
    "{} pairs would be tied if what is only possible counted (--possible).",
    "{} paires seraient liées si le simplement possible comptait (--possible).",
)
PENDING = Words(
    "Signed by then, not in force, not counted: {}.",
    "Signés alors, pas en vigueur, pas comptés : {}.",
)
FIRMNESS = Words(
    "Firmness: share of {draws} draws of random weights for the ties in which a state stays with"
    " its bloc; how much the blocs hang on a few ties, not a chance that they are real.",
    "Fermeté : part de {draws} tirages de poids au hasard des liens où un État reste avec son bloc"
    " ; dit si les blocs tiennent à peu de liens, non la chance qu’ils soient réels.",
)
NAMED = Words(
    "Named after the member with the greatest capability (CINC, {}).",
    "Nommés d’après le membre le plus puissant (CINC, {}).",
)
NAMED_TIES = Words(
    "Named after the member with most ties within the bloc (no capabilities held).",
    "Nommés d’après le membre qui a le plus de liens dans le bloc (capacités non détenues).",
)
DISPUTE = Words("dispute {key}, hostility {what}", "différend {key}, hostilité {what}")
QUARRELS = {
    "wars": Words("war, conflict {key}", "guerre, conflit {key}"),
    "rivalries": Words("rivalry {key}", "rivalité {key}"),
    "sanctions": Words("sanctions, case {key}", "sanctions, cas {key}"),
    "events": Words("event {key}", "événement {key}"),
}
POSSIBLY = Words("possibly", "peut-être")
