"""The words of the French calendar, and patterns for the smallest parts of its expressions."""

from foedus.reading.languages.french.numerals import NUMERALS
from foedus.reading.times.words import Unit, alternation

MONTHS = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
    "juillet": 7, "août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11,
    "décembre": 12, "decembre": 12, "janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7,
    "sept": 9, "oct": 10, "nov": 11, "déc": 12,
}  # fmt: skip
WEEKDAYS = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
}  # fmt: skip
SEASONS = {"printemps": 21, "été": 22, "automne": 23, "hiver": 24}
UNITS: dict[str, Unit] = {
    "seconde": "second", "secondes": "second", "minute": "minute", "minutes": "minute",
    "heure": "hour", "heures": "hour", "jour": "day", "jours": "day", "journée": "day",
    "journées": "day", "semaine": "week", "semaines": "week", "mois": "month",
    "trimestre": "quarter", "trimestres": "quarter", "semestre": "semester",
    "semestres": "semester", "an": "year", "ans": "year", "année": "year", "années": "year",
    "décennie": "decade", "décennies": "decade", "siècle": "century", "siècles": "century",
}  # fmt: skip
TURNS = {
    "dernier": -1, "dernière": -1, "passé": -1, "passée": -1, "écoulé": -1, "écoulée": -1,
    "ce": 0, "cet": 0, "cette": 0, "en cours": 0, "prochain": 1, "prochaine": 1, "dans": 1,
    "d'ici": 1, "d’ici": 1, "plus tôt": 0, "plus tard": 0, "il y a": -1, "voici": -1, "voilà": -1,
}  # fmt: skip
DEICTICS = {
    "aujourd'hui": 0, "aujourd’hui": 0, "ce jour": 0, "hier": -1, "demain": 1, "avant-hier": -2,
    "après-demain": 2, "ce matin": 0, "ce soir": 0, "cet après-midi": 0, "ce midi": 0,
    "cette nuit": 0,
}  # fmt: skip
HEDGES = {
    "près de": -1, "près d'": -1, "près d’": -1, "presque": -1, "moins de": -1, "moins d'": -1,
    "moins d’": -1, "bientôt": -1, "à peine": 0, "plus de": 1, "plus d'": 1, "plus d’": 1,
    "environ": 0, "quelque": 0, "au moins": 1,
}  # fmt: skip
DECADES = {
    "vingt": 2, "trente": 3, "quarante": 4, "cinquante": 5, "soixante": 6, "soixante-dix": 7,
    "quatre-vingt": 8, "quatre-vingts": 8, "quatre-vingt-dix": 9,
}  # fmt: skip
NARRATED = {
    "le lendemain": 1, "la veille": -1, "le surlendemain": 2, "l'avant-veille": -2,
    "l’avant-veille": -2, "le même jour": 0, "ce jour-là": 0, "ce même jour": 0,
    "le jour même": 0, "le jour suivant": 1, "le jour d'après": 1, "le jour d’après": 1,
    "le jour précédent": -1, "la nuit suivante": 1,
}  # fmt: skip
STEPS = {
    "plus tard": 1, "après": 1, "suivant": 1, "suivante": 1, "d'après": 1, "d’après": 1,
    "plus tôt": -1, "auparavant": -1, "avant": -1, "précédent": -1, "précédente": -1,
    "d'avant": -1, "d’avant": -1, "là": 0, "même": 0,
}  # fmt: skip

BLANK = r"[ \xa0]"
A = "['’]"
_LONG_MONTHS = tuple(
    name for name in MONTHS if len(name) > 4 or name in ("mars", "mai", "juin", "août", "aout")
)
MONTH = (
    rf"(?:{alternation((*_LONG_MONTHS, *(m.capitalize() for m in _LONG_MONTHS if m != 'mars')))}"
    r"|(?:janv|févr|fév|avr|juil|sept|oct|nov|déc)\.)"
)
WEEKDAY = rf"(?:{alternation(WEEKDAYS)}|{alternation(tuple(day.capitalize() for day in WEEKDAYS))})"
DAY = rf"(?:premier|1{BLANK}?(?:er|ᵉʳ|\^\{{?er\}}?)|(?:[12]?\d|3[01]))(?![\d.,]\d|\d)"
SEASON = r"(?P<season>été|printemps|automne|hiver)"
TURN = r"(?P<turn>derni(?:er|ère)|passée?|écoulée?|prochaine?)"
PART = (
    rf"(?:(?:[Ll]e{BLANK}|[Ll]a{BLANK}|[Ll]{A})?(?:(?:[Tt]out{BLANK})?[Dd]ébut|[Ff]in|[Mm]i|"
    r"[Mm]ilieu|[Cc]ourant|[Aa]ube|[Pp]remière moitié|[Ss]econde moitié|[Pp]remiers mois|"
    r"[Dd]erniers mois|[Pp]remiers jours|[Dd]erniers jours|[Pp]remière quinzaine|"
    rf"[Ss]econde quinzaine)(?:-|{BLANK})(?:de{BLANK}(?:la{BLANK}|l{A})?|du{BLANK}|des{BLANK}|"
    rf"d{A})?(?:mois{BLANK}(?:de{BLANK}|d{A}))?)"
)
E = rf"(?:{BLANK}?(?:e|è|ᵉ|er|re|ème|ième|\^\{{?e\}}?))"
DAYPART = r"(?:(?:en fin d['’]|en début d['’])?après-midi|matin|soir|midi|en soirée|dans la soirée)"
HOUR = (
    rf"(?:(?:[01]?\d|2[0-4]){BLANK}?[hH](?:{BLANK}?[0-5]\d)?|"
    rf"(?:(?<=[Àà] )|(?<=[Vv]ers )|(?<=[Dd]ès )|(?<=[Aa]vant )|(?<=[Aa]près )|(?<=squ['’]à ))"
    rf"(?:[01]?\d|2[0-4]){BLANK}heures?(?:{BLANK}[0-5]\d)?)(?:{BLANK}(?:GMT|UTC|TU))?"
)
UNIT = alternation(UNITS)
SPAN = (
    r"(?:ans?|années?|mois|semaines?|semestres?|trimestres?|jours?|heures?|minutes?|secondes?|"
    r"décennies?|siècles?)"
)
COUNT = rf"(?i:{NUMERALS.pattern})"
HEDGE = (
    rf"(?:(?P<hedge>(?:[Pp]rès|[Mm]oins|[Pp]lus) d(?:e(?={BLANK})|{A})|[Pp]resque|[Ee]nviron|"
    rf"[Qq]uelque|[Aa]u moins|[ÀàA] peine|[Bb]ientôt){BLANK}?)"
)
VAGUE = (
    rf"(?:[Qq]uelques{BLANK}|[Pp]lusieurs{BLANK}|[Dd]e (?:longues|nombreuses|longs|nombreux)"
    rf"{BLANK}|[Dd]es{BLANK}|[Dd]eux ou trois |[Uu]ne (?:dizaine|quinzaine|douzaine|vingtaine|"
    r"trentaine|centaine) d(?:['’]|e ))"
)
ORDINAL = alternation(tuple(NUMERALS.ordinals))
NOW = (
    r"désormais|pour l['’]instant|pour l['’]heure|à l['’]heure actuelle|à présent|en ce moment|"
    r"maintenant|actuellement|ces jours-ci"
)
THEN = r"récemment|naguère|jadis|autrefois"
