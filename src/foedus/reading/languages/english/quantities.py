"""The English words around an amount."""

import re

from foedus.reading.quantity_words import Amounts

__all__ = ["AMOUNTS"]

AMOUNTS = Amounts(
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
