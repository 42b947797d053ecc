"""The columns of ICB's two files: what each holds.

Michael Brecher, Jonathan Wilkenfeld, Kyle Beardsley, Patrick James and David Quinn, *International
Crisis Behavior Data Codebook, Version 13*. A level that is not known or does not apply is blank in
the files, or -99. Days of 66, 77 and 88 say which part of a month is meant; no day is known then.
"""

from foedus.reading.datasets.table import Column

__all__ = ["ACTOR_COLUMNS", "ACTOR_DATES", "CRISIS_COLUMNS", "CRISIS_DATES"]

_UNKNOWN = ("-99",)
_NO_DAY = ("66", "77", "88", "99", "-99")

# Year, month and day of each date of a crisis, and of a crisis for one actor.
CRISIS_DATES = {"begins": ("yrtrig", "motrig", "datrig"), "ends": ("yrterm", "moterm", "daterm")}
ACTOR_DATES = CRISIS_DATES | {
    "system_begins": ("systrgyr", "systrgmo", "systrgda"),
    "responds": ("yerres", "monres", "dayres"),
}


def _numbers(fields: dict[str, str], missing: tuple[str, ...] = _UNKNOWN) -> tuple[Column, ...]:
    return tuple(Column(name, "int32", meaning, missing) for name, meaning in fields.items())


def _date(names: tuple[str, str, str], of: str) -> tuple[Column, ...]:
    year, month, day = names
    return (
        *_numbers({year: f"year {of}", month: f"month {of}"}, ("99", "-99")),
        *_numbers({day: f"day {of}; null when only a part of the month is known"}, _NO_DAY),
    )


def _bounds(name: str, of: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_earliest", "date", f"first day {of} may be"),
        Column(f"{name}_latest", "date", f"last day {of} may be"),
    )


_SETTING = {
    "gravcr": "gravest value under threat",
    "crismg": "main way in which the crisis was managed",
    "cenviosy": "how central violence was",
    "sevviosy": "how severe violence was",
    "viol": "violence in the crisis",
    "timvio": "violence before or after its main turn",
    "iwcmb": "relation of the crisis to a war within which it fell",
    "noactr": "number of actors that took part",
    "gpinv": "involvement of great powers or superpowers",
    "gpinvtp": "kind of their involvement",
    "gpefcttp": "effect of their activity on the end of the crisis",
    "gpefactp": "most effective activity of theirs",
    "gppacetp": "effect of their activity on how fast it ended",
    "powinv": "involvement of powers, great and superpowers",
    "usinv": "activity of the United States",
    "usefct": "effect of the activity of the United States",
    "usefac": "most effective activity of the United States",
    "uspace": "effect of the United States on how fast it ended",
    "usactor": "whether the United States was an actor",
    "suinv": "activity of the USSR or Russia",
    "suefct": "effect of the activity of the USSR or Russia",
    "suefac": "most effective activity of the USSR or Russia",
    "supace": "effect of the USSR or Russia on how fast it ended",
    "suactor": "whether the USSR or Russia was an actor",
    "soglact": "source of the activity of global organisations",
    "globorg": "global organisation that was active",
    "globactm": "its activity",
    "globefct": "its effect",
    "globefor": "its most effective organ",
    "globefac": "its most effective activity",
    "globpace": "its effect on how fast the crisis ended",
    "soract": "source of the activity of regional organisations",
    "regorg": "regional organisation that was active",
    "regactmb": "its activity",
    "roefct": "its effect",
    "robody": "its most effective organ",
    "roefac": "its most effective activity",
    "ropace": "its effect on how fast the crisis ended",
    "subout": "substance of the outcome: 1 ambiguous, 2 definitive",
    "forout": "form of the outcome",
    "exsat": "how satisfied the actors were",
    "outesr": "tension between the actors in the five years after",
    "cractr": "number of actors that perceived the crisis, in classes",
    "geostr": "geostrategic salience",
    "hetero": "heterogeneity of the actors",
    "issues": "issues at stake",
    "chacts": "change of actors",
    "chall": "change of alliances",
    "powch": "change of power",
    "rugach": "change of the rules of the game",
    "geog": "region",
    "geogrel": "nearness of the region to the actors",
    "period": "polarity of the international system",
    "syslevsy": "level of the system",
    "protrac": "whether it is part of a protracted conflict",
}
_CONFLICT = {
    "ethnic": "ethnicity in the crisis",
    "ethconf": "ethnic conflict in the crisis",
    "stressad": "sum of stress on the adversaries",
    "sourdt": "source of the data",
    "mediate": "whether there was mediation",
    "mednum": "number of mediators",
    "medwho": "who mediated",
    "medtime": "when mediation began in the crisis",
}
_MEDIATION = {
    "medgoal": "goal of mediation",
    "medfacl": "facilitation by the mediator",
    "medform": "formulation by the mediator",
    "medmanip": "manipulation by the mediator",
    "medstyle": "style of mediation",
    "medstefc": "most effective style",
    "medefct": "effect of mediation",
    "medpace": "effect of mediation on how fast it ended",
}

CRISIS_COLUMNS = (
    Column("crisno", "int32", "number of the crisis"),
    Column("crisname", "string", "name of the crisis"),
    *_numbers({"break": "kind of act that triggered it"}),
    *_numbers({"trigent": "Gleditsch-Ward code of who triggered it, or 990 to 999 no state"}),
    *_date(CRISIS_DATES["begins"], "of the first trigger"),
    *_bounds("begins", "the first trigger"),
    *_date(CRISIS_DATES["ends"], "of its end"),
    *_bounds("ends", "its end"),
    *_numbers({"brexit": "days from the trigger to the end"}),
    *_numbers(_SETTING),
    *_numbers({"pcid": "number of the protracted conflict"}),
    *_numbers({"powdissy": "discrepancy of power between the adversaries"}),
    *_numbers(_CONFLICT),
    *_date(("yrmedst", "momedst", "damedst"), "on which mediation began"),
    *_date(("yrmedend", "momedend", "damedend"), "on which mediation ended"),
    *_date(("yrmedfin", "momedfin", "damedfin"), "on which the last mediation ended"),
    *_numbers(_MEDIATION),
)

_BEHAVIOUR = {
    "trigloc": "where the trigger came from",
    "southv": "Gleditsch-Ward code of the state that threatened most, or 990 to 999 no state",
    "southpow": "status of that state",
    "sizedu": "size of the deciding body",
    "strcdu": "structure of the deciding body",
    "comlev": "highest level at which it spoke",
    "majres": "main response",
}
_OTHERS = {
    "crismg": "main way in which the actor managed the crisis",
    "cenvio": "how central violence was",
    "sevvio": "how severe violence was",
    "usinv": "activity of the United States",
    "usfavr": "how the actor judged it",
    "suinv": "activity of the USSR or Russia",
    "sufavr": "how the actor judged it",
    "gbinv": "activity of Britain",
    "gbfavr": "how the actor judged it",
    "frinv": "activity of France",
    "frfavr": "how the actor judged it",
    "itinv": "activity of Italy",
    "itfavr": "how the actor judged it",
    "grinv": "activity of Germany",
    "grfavr": "how the actor judged it",
    "jpinv": "activity of Japan",
    "jpfavr": "how the actor judged it",
    "globorg": "global organisation that was active",
    "globact": "its activity",
    "globfavr": "how the actor judged it",
    "regorg": "regional organisation that was active",
    "regact": "its activity",
    "rofavr": "how the actor judged it",
    "outcom": "substance of the outcome: 1 victory, 2 compromise, 3 stalemate, 4 defeat, 5 other",
    "outfor": "form of the outcome",
    "outevl": "how satisfied the actor was",
    "outesr": "tension with the adversary in the five years after",
}
_ATTRIBUTES = {
    "actloc": "region of the actor",
    "geog": "region of the crisis",
    "cractloc": "distance of the actor from the crisis",
    "noactr": "number of actors that took part",
    "stainsys": "number of states in the system",
    "period": "polarity of the international system",
    "syslev": "level of the system",
    "pc": "whether it is part of a protracted conflict",
    "pcid": "number of the protracted conflict",
    "viol": "violence in the crisis",
    "iwc": "relation of the crisis to a war within which it fell",
}
_STATE = {
    "gpinv": "involvement of great powers or superpowers",
    "powinv": "involvement of powers",
    "age": "age of the state, in classes",
    "territ": "size of its territory, in classes",
    "regime": "regime",
    "durreg": "duration of the regime",
    "allycap": "capability of its allies",
    "globmemb": "membership of the global organisation",
    "nuclear": "nuclear capability",
    "powsta": "status as a power",
    "issue": "issue at stake",
    "chissu": "change of the issue",
    "gravty": "gravest value under threat",
    "pethin": "ethnicity in the crisis",
    "col": "cost of living",
    "unemp": "unemployment",
    "inflat": "inflation",
    "foodpr": "price of food",
    "labstr": "strikes",
    "short": "shortage of goods",
    "econdt": "economy on the whole",
    "regrep": "repression by the regime",
    "socunr": "unrest",
    "massvl": "mass violence",
    "gvinst": "instability of government",
    "sourdt": "source of the data",
}

ACTOR_COLUMNS = (
    *_numbers({"crisno": "number of the crisis", "cracno": "number of the actor in a crisis"}),
    *_numbers({"cracid": "Gleditsch-Ward code of the actor"}),
    Column("actor", "string", "letters of the actor"),
    *_date(ACTOR_DATES["system_begins"], "of the first trigger of the whole crisis"),
    *_bounds("system_begins", "the first trigger of the whole crisis"),
    Column("crisname", "string", "name of the crisis"),
    *_numbers({"triggr": "kind of act that triggered it for the actor"}),
    *_date(ACTOR_DATES["begins"], "of the trigger for the actor"),
    *_bounds("begins", "the trigger for the actor"),
    *_numbers({"trigent": "Gleditsch-Ward code of who triggered it, or 990 to 999 no state"}),
    *_numbers(_BEHAVIOUR),
    *_date(ACTOR_DATES["responds"], "of the main response"),
    *_bounds("responds", "the main response"),
    *_numbers({"trgresra": "days from the trigger to the main response"}),
    *_numbers(_OTHERS),
    *_date(ACTOR_DATES["ends"], "of the end for the actor"),
    *_bounds("ends", "the end for the actor"),
    *_numbers({"trgterra": "days from the trigger to the end"}),
    *_numbers({"resterra": "days from the main response to the end"}),
    *_numbers(_ATTRIBUTES),
    # Negative for the weaker side: -99 is a value here.
    *_numbers({"powdis": "power of the actor less that of its adversary"}, ()),
    *_numbers(_STATE),
)
