"""The French words around an amount."""

import re

from foedus.reading.quantity_words import Amounts

__all__ = ["AMOUNTS"]

AMOUNTS = Amounts(
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
