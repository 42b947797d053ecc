"""The words around an amount in French and English: hedges, round numbers, what is counted."""

import re
from dataclasses import dataclass

__all__ = ["AMOUNTS", "Amounts"]


@dataclass(frozen=True, slots=True)
class Amounts:
    """The words of one language around an amount.

    Hedges: `below` and `above` exclude the number on one side, `under` and `at_least` leave that
    side open, `about` doubts it on both. `vague` maps words to a low and a high, counted in the
    `scales` that follow; `collective` maps "vingtaine" to twenty. `nouns` maps what is counted to
    its English singular, `units` lists units of measure, `currencies` maps a word to the money in
    English. `range_joining` stands between two ends that `range_opening` announced,
    `range_joining_alone` between two that nothing did. `linking` may stand between an amount and
    its noun, `adjectives` after that; `linked` joins two nouns under one number. `articles` are
    words for one that count nothing, `taking_up` ends in a word after which a small number is known
    already. A number after `numbering` names a thing and counts nothing; one before `lengths` is a
    length of time.
    """

    below: tuple[str, ...]
    above: tuple[str, ...]
    under: tuple[str, ...]
    at_least: tuple[str, ...]
    about: tuple[str, ...]
    vague: dict[str, tuple[float, float | None]]
    scales: dict[str, int]
    collective: dict[str, int]
    nouns: dict[str, str]
    units: tuple[str, ...]
    currencies: dict[str, str]
    linking: str
    adjectives: str
    range_opening: str
    range_joining: str
    range_joining_alone: str
    linked: str
    articles: tuple[str, ...]
    taking_up: re.Pattern[str]
    numbering: str
    lengths: str


FRENCH = Amounts(
    below=("près de", "presque", "bientôt"),
    above=("plus de", "plus d'", "plus d’"),
    under=("moins de", "au plus", "jusqu'à", "jusqu’à", "au maximum"),
    at_least=("au moins", "au minimum"),
    about=("environ", "quelque", "autour de", "à peu près", "de l'ordre de", "de l’ordre de"),
    vague={
        "plusieurs": (2, None), "quelques": (2, 10), "des": (2, None), "de nombreux": (2, None),
        "de nombreuses": (2, None),
    },
    scales={
        "dizaines": 10, "centaines": 100, "milliers": 1000, "millions": 10**6,
        "milliards": 10**9,
    },
    collective={
        "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
        "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
    },
    nouns={
        "soldat": "soldier", "militaire": "soldier", "homme": "man", "combattant": "fighter",
        "troupe": "troop", "mercenaire": "mercenary", "officier": "officer",
        "instructeur": "instructor", "général": "general", "généraux": "general",
        "ouvrier": "worker", "travailleur": "worker", "ingénieur": "engineer",
        "civil": "civilian", "mort": "dead", "blessé": "wounded", "victime": "casualty",
        "otage": "hostage", "prisonnier": "prisoner", "réfugié": "refugee",
        "personne": "person", "habitant": "inhabitant", "manifestant": "protester",
        "obus": "shell", "missile": "missile", "munition": "round of ammunition", "drone": "drone",
        "char": "tank", "avion": "aircraft", "hélicoptère": "helicopter", "navire": "ship",
        "sous-marin": "submarine", "roquette": "rocket", "fusée": "rocket", "lanceur": "launcher",
        "canon": "gun", "conteneur": "container", "ballon": "balloon", "essai": "test",
        "tir": "launch", "ogive": "warhead", "tête nucléaire": "nuclear warhead",
        "têtes nucléaires": "nuclear warhead", "wagon": "rail car", "véhicule": "vehicle",
        "blindé": "armoured vehicle", "pays": "country", "État": "state", "membre": "member",
        "visite": "visit", "rencontre": "meeting", "réunion": "meeting", "exercice": "exercise",
        "accord": "agreement", "traité": "treaty", "sanction": "sanction", "entreprise": "company",
        "brigade": "brigade", "bataillon": "battalion", "division": "division",
        "député": "member of parliament", "voix": "vote", "vote": "vote", "attaque": "attack",
        "frappe": "strike", "incursion": "incursion", "base": "base", "étudiant": "student",
        "diplomate": "diplomat", "incident": "incident",
    },
    units=(
        "kilomètre", "km", "mètre", "tonne", "t", "kg", "kilogramme", "baril", "%", "pour cent",
        "mégawatt", "mw", "kilotonne", "hectare", "mètre cube", "litre",
    ),
    currencies={
        "dollar": "dollar", "euro": "euro", "rouble": "rouble", "yuan": "yuan", "won": "won",
        "yen": "yen", "livre sterling": "pound", "franc": "franc", "hryvnia": "hryvnia",
    },
    linking=r"(?:de |d['’])?",
    adjectives=r"(?:(?:autres|premiers|premières|nouveaux|nouvelles|jeunes|anciens|gros|petits|"
    r"membres du|membres de la|simples|hauts) )?",
    linked=r"(?: et (?:de |d['’])?(?P<also>{noun}))?(?: de guerre| d['’]artillerie| balistiques?)?",
    lengths=r"minutes?|secondes?|heures?|h|jours?|semaines?|mois|ans?|années?|décennies?|siècles?|"
    r"derni(?:er|ère)s|prochaine?s|fois|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    range_opening=r"(?:entre|de)",
    range_joining=r"(?:et|à|-|–)",
    range_joining_alone=r"(?:à|-|–)",
    articles=("un", "une"),
    taking_up=re.compile(r"\b(?:les|ces|des|aux|leurs|ses|nos)\s$", re.IGNORECASE),
    numbering=r"(?:articles?|art\.|notes?|pages?|p\.|pp\.|numéro|n[o°]|chapitre|résolution|section|"
    r"alinéa|paragraphe|Bureau|chambre|division|Hwasong|type|phase|rue|avenue|version|"
    r"Master|G|format)",
)  # fmt: skip

ENGLISH = Amounts(
    below=("nearly", "almost", "close to", "just under"),
    above=("more than", "over", "upwards of", "in excess of", "just over"),
    under=("fewer than", "less than", "under", "up to", "as many as", "as much as", "at most",
           "no more than"),
    at_least=("at least", "no fewer than", "not less than", "a minimum of"),
    about=("about", "around", "some", "roughly", "approximately", "an estimated", "circa"),
    vague={
        "several": (2, None), "a few": (2, 10), "many": (2, None), "a couple of": (2, 3),
        "a couple": (2, 3), "some": (2, None),
    },
    scales={
        "dozen": 12, "dozens": 12, "score": 20, "scores": 20, "hundred": 100, "hundreds": 100,
        "thousand": 1000, "thousands": 1000, "million": 10**6, "millions": 10**6,
        "billion": 10**9, "billions": 10**9, "tens of thousands": 10_000,
        "hundreds of thousands": 100_000, "tens of millions": 10**7,
        "hundreds of millions": 10**8,
    },
    collective={"dozen": 12, "score": 20},
    nouns={
        "soldier": "soldier", "troop": "soldier", "serviceman": "soldier",
        "servicemen": "soldier", "personnel": "person", "men": "man", "fighter": "fighter",
        "combatant": "fighter", "mercenary": "mercenary", "mercenaries": "mercenary",
        "officer": "officer", "instructor": "instructor", "general": "general",
        "worker": "worker", "engineer": "engineer", "civilian": "civilian", "dead": "dead",
        "wounded": "wounded", "casualty": "casualty", "casualties": "casualty",
        "hostage": "hostage", "prisoner": "prisoner", "refugee": "refugee", "people": "person",
        "person": "person", "inhabitant": "inhabitant", "protester": "protester",
        "shell": "shell", "artillery shell": "shell", "missile": "missile",
        "ballistic missile": "missile", "round": "round of ammunition", "drone": "drone",
        "tank": "tank", "aircraft": "aircraft", "plane": "aircraft", "warplane": "aircraft",
        "fighter jet": "aircraft", "helicopter": "helicopter", "ship": "ship",
        "warship": "ship", "submarine": "submarine", "rocket": "rocket", "launcher": "launcher",
        "gun": "gun", "container": "container", "balloon": "balloon", "test": "test",
        "launch": "launch", "warhead": "warhead", "vehicle": "vehicle", "country": "country",
        "countries": "country", "state": "state", "member": "member", "visit": "visit",
        "meeting": "meeting", "exercise": "exercise", "agreement": "agreement",
        "treaty": "treaty", "treaties": "treaty", "sanction": "sanction",
        "company": "company", "companies": "company", "entity": "entity", "entities": "entity",
        "brigade": "brigade", "battalion": "battalion", "division": "division", "vote": "vote",
        "attack": "attack", "strike": "strike", "incursion": "incursion", "base": "base",
        "student": "student", "diplomat": "diplomat", "incident": "incident",
        "ally": "ally", "allies": "ally", "nation": "country",
    },
    units=(
        "kilometre", "kilometer", "km", "mile", "metre", "meter", "tonne", "ton", "metric ton",
        "kg", "kilogram", "barrel", "%", "percent", "per cent", "megawatt", "mw", "kiloton",
        "acre", "hectare",
    ),
    currencies={
        "dollar": "dollar", "us dollar": "dollar", "u.s. dollar": "dollar", "euro": "euro",
        "rouble": "rouble", "ruble": "rouble", "yuan": "yuan", "won": "won", "yen": "yen",
        "pound": "pound", "pound sterling": "pound", "hryvnia": "hryvnia",
    },
    linking=r"(?:of (?:the |its |their )?)?",
    adjectives=r"(?:(?:other|more|additional|new|young|former|heavy|artillery|ballistic|cruise|"
    r"military|armed|combat|foreign|elite|special|surface|nuclear|main|battle|fighter|transport|"
    r"civilian|senior|permanent|non-permanent|and|[A-Z][\w.]*|[a-z]+-[a-z]+) ){0,5}?",
    linked=r"(?: and (?P<also>{noun}))?(?: of (?:war|ammunition|artillery))?",
    lengths=r"minutes?|seconds?|hours?|days?|weeks?|months?|years?|decades?|century|centuries|"
    r"times|past|last|next|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"a\.m|p\.m|percentage points",
    range_opening=r"(?:between|from)",
    range_joining=r"(?:and|to|-|–)",
    range_joining_alone=r"(?:to|-|–)",
    articles=("one",),
    taking_up=re.compile(r"\b(?:the|these|those|both|its|their|other)\s$", re.IGNORECASE),
    numbering=r"(?:articles?|art\.|notes?|pages?|p\.|pp\.|number|no\.|chapter|resolution|section|"
    r"paragraph|figure|table|office|bureau|group of|hwasong|type|phase|version|boeing|title|part)",
)  # fmt: skip

AMOUNTS = {"fr": FRENCH, "en": ENGLISH}
