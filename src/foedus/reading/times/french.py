"""The French calendar: its words, and the patterns of its temporal expressions."""

import re

from foedus.reading.numerals import numerals
from foedus.reading.times import values
from foedus.reading.times.figures import DATES_IN_FIGURES, YEAR
from foedus.reading.times.words import Rule, TimeLanguage, Unit, alternation, before, cores, rule

__all__ = ["FRENCH"]

_MONTHS = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
    "juillet": 7, "août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11,
    "décembre": 12, "decembre": 12, "janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7,
    "sept": 9, "oct": 10, "nov": 11, "déc": 12,
}  # fmt: skip
_WEEKDAYS = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
}  # fmt: skip
_SEASONS = {"printemps": 21, "été": 22, "automne": 23, "hiver": 24}
_UNITS: dict[str, Unit] = {
    "heure": "hour", "heures": "hour", "jour": "day", "jours": "day", "journée": "day",
    "journées": "day", "semaine": "week", "semaines": "week", "mois": "month",
    "trimestre": "quarter", "trimestres": "quarter", "an": "year", "ans": "year",
    "année": "year", "années": "year", "décennie": "decade", "décennies": "decade",
    "siècle": "century", "siècles": "century",
}  # fmt: skip
_TURNS = {
    "dernier": -1, "dernière": -1, "passé": -1, "passée": -1, "écoulé": -1, "écoulée": -1,
    "ce": 0, "cet": 0, "cette": 0, "en cours": 0, "prochain": 1, "prochaine": 1, "dans": 1,
    "plus tôt": 0, "plus tard": 0, "il y a": -1, "voici": -1, "voilà": -1,
}  # fmt: skip
_DEICTICS = {
    "aujourd'hui": 0, "aujourd’hui": 0, "ce jour": 0, "hier": -1, "demain": 1, "avant-hier": -2,
    "après-demain": 2, "ce matin": 0, "ce soir": 0, "cet après-midi": 0, "ce midi": 0,
    "cette nuit": 0,
}  # fmt: skip
_HEDGES = {
    "près de": -1, "presque": -1, "moins de": -1, "bientôt": -1, "à peine": 0, "plus de": 1,
    "environ": 0, "quelque": 0, "au moins": 1,
}  # fmt: skip
_DECADES = {
    "vingt": 2, "trente": 3, "quarante": 4, "cinquante": 5, "soixante": 6, "soixante-dix": 7,
    "quatre-vingt": 8, "quatre-vingts": 8, "quatre-vingt-dix": 9,
}  # fmt: skip
_FREQUENCIES = (
    r"annuel(?:le)?s?|mensuel(?:le)?s?|hebdomadaires?|trimestriel(?:le)?s?|semestriel(?:le)?s?|"
    r"bisannuel(?:le)?s?|biennal(?:es?)?|biennaux|quotidien(?:ne|nes|s)|annuellement|"
    r"mensuellement|quotidiennement"
)
_NOW = (
    r"désormais|pour l['’]instant|pour l['’]heure|à l['’]heure actuelle|à présent|en ce moment|"
    r"maintenant|actuellement"
)

_ = r"[ \xa0]"
_A = "['’]"
_LONG_MONTHS = tuple(
    name for name in _MONTHS if len(name) > 4 or name in ("mars", "mai", "juin", "août", "aout")
)
_MONTH = (
    rf"(?:{alternation((*_LONG_MONTHS, *(m.capitalize() for m in _LONG_MONTHS if m != 'mars')))}"
    r"|(?:janv|févr|fév|avr|juil|sept|oct|nov|déc)\.)"
)
_WEEKDAY = (
    rf"(?:{alternation(_WEEKDAYS)}|"
    rf"{alternation(tuple(day.capitalize() for day in _WEEKDAYS))})"
)
_DAY = rf"(?:premier|1{_}?(?:er|ᵉʳ|\^\{{?er\}}?)|(?:[12]?\d|3[01]))(?![\d.,]\d|\d)"
_SEASON = r"(?P<season>été|printemps|automne|hiver)"
_TURN = r"(?P<turn>derni(?:er|ère)|passée?|écoulée?|prochaine?)"
_PART = (
    rf"(?:(?:[Ll]e{_}|[Ll]a{_}|[Ll]{_A})?(?:[Dd]ébut|[Ff]in|[Mm]i|[Mm]ilieu|[Cc]ourant|[Aa]ube|"
    r"[Pp]remière moitié|[Ss]econde moitié|[Pp]remiers mois|[Dd]erniers mois|[Pp]remier semestre|"
    rf"[Ss]econd semestre)(?:-|{_})(?:de{_}(?:la{_}|l{_A})?|du{_}|des{_}|"
    rf"d{_A})?(?:mois{_}(?:de{_}|d{_A}))?)"
)
_E = rf"(?:{_}?(?:e|è|ᵉ|ème|ième|\^\{{?e\}}?))"
_DAYPART = r"(?:matin|soir|après-midi|midi)"
_HOUR = rf"(?:[01]?\d|2[0-4]){_}?h(?:eures?)?(?:{_}?[0-5]\d)?"
_UNIT = alternation(_UNITS)
_SPAN = r"(?:ans?|années?|mois|semaines?|jours?|heures?|décennies?|siècles?)"
_COUNT = numerals("fr").pattern
_HEDGE = (
    r"(?P<hedge>[Pp]rès de|[Pp]resque|[Mm]oins de|[Pp]lus de|[Ee]nviron|[Qq]uelque|"
    r"[Aa]u moins|[ÀàA] peine|[Bb]ientôt)"
)
_VAGUE = (
    rf"(?:[Qq]uelques{_}|[Pp]lusieurs{_}|[Dd]e (?:longues|nombreuses|longs|nombreux){_}|[Dd]es{_}|"
    r"[Dd]eux ou trois |[Uu]ne (?:dizaine|quinzaine|douzaine|vingtaine|trentaine|"
    r"centaine) d(?:['’]|e ))"
)
_ORDINAL = alternation(tuple(numerals("fr").ordinals))

_AROUND_MONTH = (
    # le mardi 19 juin 2024, le 19 juin dernier, 1^{er} novembre
    rule(
        "date",
        rf"(?:[Ll]e{_})?(?:(?P<weekday>{_WEEKDAY}){_})?(?P<day>{_DAY}){_}(?P<month>{_MONTH})"
        rf"(?:{_}(?P<year>{YEAR})|{_}{_TURN})?",
        values.day,
    ),
    rule(
        "date",
        rf"(?:[Ll]e{_})?(?:(?P<weekday>{_WEEKDAY}){_})?(?P<day>{_DAY}){_}(?P<month>{_MONTH})"
        rf"{_}(?P<year_of_century>[4-9]\d)(?!\d)",
        values.day,
    ),
    # juillet 2024, juillet dernier, début novembre, mars et avril 2024
    rule(
        "date",
        rf"(?:{_PART}|[Ll]e mois d(?:e{_}|{_A}))?(?P<month>{_MONTH})"
        rf"(?:{_}(?P<year>{YEAR})|{_}{_TURN}"
        rf"|(?={_}?(?:et|à|au|ou|[-–/]){_}?{_MONTH}{_}(?P<year2>{YEAR})))?",
        values.month,
    ),
    rule("set", rf"[Cc]haque{_}{_MONTH}", values.unresolved),
)
_AROUND_SEASON = (
    rule(
        "date",
        rf"(?:{_PART}(?:l{_A})?|[Ll]{_A}|[Ll]e{_}|(?<![Dd]{_A})){_SEASON}"
        rf"(?:{_}(?:de{_})?(?P<year>{YEAR})(?:[-–/](?P<year2>{YEAR}|\d\d))?|{_}{_TURN})",
        values.season,
    ),
    rule("date", rf"(?P<turn>[Cc]et?){_}{_SEASON}", values.season),
)
_AROUND_NUMBER = (
    *DATES_IN_FIGURES,
    # the first of a pair: du 19 au 23 juillet 2024, les 15 et 16 mars
    rule(
        "date",
        rf"(?:[Ll]e{_})?(?:{_WEEKDAY}{_})?(?P<day>{_DAY})"
        rf"(?={_}?(?:au|et(?: le)?|ou|,|[-–]){_}?(?:{_WEEKDAY}{_})?(?:{_DAY}(?: et|,){_}){{0,3}}"
        rf"{_DAY}{_}(?P<month2>{_MONTH})(?:{_}(?P<year2>{YEAR}))?)",
        values.day,
    ),
    # 1961: after a word that makes it a year, and before none that it counts
    rule(
        "date",
        rf"(?:{_PART}(?:an(?:née)?{_})?|[Ll]{_A}an(?:née)?{_})(?P<year>{YEAR})",
        values.year,
    ),
    rule(
        "date",
        r"(?:(?<=\b[Ee]n )|(?<=\b[Dd]e )|(?<=\b[Dd]ès )|(?<=\b[Dd]epuis )|(?<=\b[Aa]vant )"
        r"|(?<=\b[Aa]près )|(?<=\b[Vv]ers )|(?<=\ben\xa0)|(?<=\b[Ee]ntre )|(?<=\bet )|(?<=\bà )"
        r"|(?<=\bou )|(?<=\()|(?<=[–-])|(?<=[–-] )|(?<=/)|(?<=/ )|(?<=, )|(?<=\bpériode )"
        r"|(?<=\bsaison )|(?<=\bannées )|(?<=\bpour ))"
        rf"(?P<year>{YEAR})(?![.,]?\d|{_}?%|{_}(?!(?:dans|sous|mais|puis|plus|vers|alors|"
        rf"ses|les|des|"
        r"après|près|dès|sans|depuis|lors|aux|deux|nous|vous|ils|elles|moins|très|jamais|toujours|"
        r"pas|tous|parmi|ces|leurs)\b)[a-zéèêàç]+[sx]\b|[ \xa0](?:personnes|km|euros))",
        values.year,
        leads=False,
    ),
    rule("date", rf"(?P<year>{YEAR})(?={_}?[-–/]{_}?{YEAR})", values.year, leads=False),
    rule(
        "date",
        rf"(?<=\b[Ee]n )(?P<year_of_century>[4-9]\d)(?={_}?(?:[.,;:()]|$|et\b|puis\b))",
        values.year_of_two_figures,
        leads=False,
    ),
    # 14 h 30
    rule(
        "time",
        rf"{_HOUR}(?:{_}(?:du matin|du soir|de l{_A}après-midi))?",
        values.unresolved,
        leads=False,
    ),
)
_AROUND_WEEKDAY = (
    rule("date", rf"(?:[Ll]e{_}|[Cc]e{_})?(?P<weekday>{_WEEKDAY})(?:{_}{_TURN})?", values.weekday),
    rule("time", rf"(?P<weekday>{_WEEKDAY}){_}(?:{_DAYPART}|à{_}{_HOUR})", values.clock),
    rule(
        "set",
        rf"(?:[Cc]haque|[Tt]ous{_}les|[Ll]es){_}(?:{_ORDINAL}(?:{_}et{_}|,{_})?)*{_}?{_WEEKDAY}s?",
        values.unresolved,
    ),
)
_AROUND_UNIT = (
    # XIXe siècle, les années 1960
    rule(
        "date",
        rf"(?:{_PART})?(?:[Ll]e{_})?(?P<ordinal>[XVI]+(?={_E})|\d{{1,2}}(?={_E})|"
        rf"{_ORDINAL})(?:{_E})?{_}siècle(?P<before_christ>{_}av(?:ant|\.){_}J)?",
        values.century,
    ),
    rule(
        "date",
        rf"(?:{_PART})?(?:[Ll]es{_})?années{_}(?P<decade>(?:1\d|20)?\d0|"
        rf"{alternation(_DECADES)})",
        values.decade,
    ),
    rule("date", rf"(?:[Ll]a{_})?décennie{_}(?P<decade>(?:1\d|20)\d0)", values.decade),
    # cette année, l'an dernier, la semaine prochaine, la fin de l'année
    rule(
        "date",
        rf"(?:{_PART})?(?P<turn>[Cc]ette|[Cc]e){_}(?P<unit>année|semaine|mois|trimestre|"
        rf"siècle|décennie)(?:-ci)?",
        values.shift,
    ),
    rule(
        "date",
        rf"(?:{_PART})?(?:[Ll]{_A}|[Ll]e{_}|[Ll]a{_})?(?P<unit>an|année|semaine|mois|"
        rf"trimestre|siècle|décennie){_}(?:{_TURN}|(?P<turn2>en cours))",
        values.shift,
    ),
    rule("date", rf"(?:{_PART})(?:année|mois|semaine|siècle|décennie)", values.unresolved),
    rule(
        "date",
        rf"(?P<turn>[Pp]lus t(?:ôt|ard)){_}(?:dans{_}(?:l{_A}|le{_}|la{_})|cette{_}|ce{_})"
        r"(?P<unit>année|mois|semaine|siècle)",
        values.shift,
    ),
    rule(
        "date",
        rf"(?:[Ll]{_A}|[Ll]e{_}|[Ll]a{_})(?:année|mois|semaine|jour){_}(?:précédente?|"
        rf"suivante?|même)",
        values.unresolved,
    ),
    rule(
        "date",
        rf"(?:[Ll]a{_})(?:première|deuxième|troisième|dernière){_}journée",
        values.unresolved,
    ),
    # il y a trois ans, dans deux mois, trois ans plus tôt
    rule(
        "date",
        rf"(?P<turn>[Ii]l y a|[Vv]oici|[Vv]oilà|"
        rf"[Dd]ans){_}(?:{_HEDGE}{_})?(?P<count>{_COUNT}){_}(?P<unit>{_UNIT})",
        values.distance,
    ),
    rule("date", rf"(?:[Ii]l y a|[Vv]oici|[Vv]oilà){_}{_VAGUE}(?:{_UNIT})", values.unresolved),
    rule(
        "date",
        rf"(?:{_COUNT}){_}(?:{_UNIT}){_}(?:plus tôt|plus tard|auparavant)",
        values.unresolved,
    ),
    # trois ans, près de trois ans, ces dernières années
    rule(
        "duration",
        rf"(?:(?<!\bles ){_HEDGE}{_})?(?P<count>{_COUNT}|[Uu]ne?){_}(?P<unit>{_SPAN})",
        values.unresolved,
    ),
    rule("duration", rf"{_VAGUE}{_SPAN}", values.unresolved),
    rule(
        "duration",
        rf"[CcLl]es{_}(?:{_COUNT}{_})?(?:dernier|dernière|prochain|"
        rf"prochaine)s{_}(?:{_COUNT}{_})?{_SPAN}",
        values.unresolved,
    ),
    rule(
        "duration",
        rf"(?:[Ss]a|[Ll]eur|[Uu]ne){_}(?:{_ORDINAL}){_}(?:année|semaine|décennie|journée)",
        values.unresolved,
    ),
    rule(
        "duration",
        rf"[Tt]oute{_}(?:l{_A}année|la{_}(?:journée|semaine|décennie))",
        values.unresolved,
    ),
    # chaque mois, tous les ans, par an
    rule("set", rf"[Cc]haque{_}(?:{_UNIT})", values.unresolved),
    rule("set", rf"[Tt]ou(?:s|tes){_}les{_}(?:{_COUNT}{_})?(?:{_UNIT})", values.unresolved),
    rule("set", rf"(?<=\bpar )(?:{_UNIT})", values.unresolved, leads=False),
)
_AROUND_WORD = (
    rule(
        "date",
        rf"(?P<deictic>[Aa]ujourd{_A}hui|[Cc]e{_}jour|[Hh]ier|[Dd]emain|[Aa]vant-hier|"
        rf"[Aa]près-demain)",
        values.deictic,
    ),
    rule(
        "time",
        rf"(?P<deictic>[Aa]ujourd{_A}hui|[Hh]ier|[Dd]emain){_}(?:{_DAYPART}|à{_}{_HOUR})",
        values.clock,
    ),
    rule(
        "time",
        r"(?P<deictic>[Cc]e matin|[Cc]e soir|[Cc]et après-midi|[Cc]e midi|[Cc]ette nuit)",
        values.clock,
    ),
    rule("time", r"[Mm]inuit|(?<=à )midi", values.unresolved),
    rule("date", rf"[Ll]a{_}veille|[Ll]e{_}(?:sur)?lendemain", values.unresolved),
    rule(
        "time",
        _NOW
        + "|"
        + "|".join(words[0].upper() + words[1:] for words in _NOW.split("|") if words[0] != "h"),
        values.unresolved,
    ),
    rule("set", _FREQUENCIES, values.unresolved, leads=False),
)

# Of a word of several parts the last stands for all: "aujourd'hui", "avant-hier", "l'instant".
_CORE_WORDS = (
    "hui hier demain jour matin soir midi nuit minuit veille lendemain surlendemain instant heure "
    "actuelle présent moment désormais maintenant actuellement annuel annuelle annuels annuelles "
    "mensuel mensuelle mensuels mensuelles hebdomadaire hebdomadaires trimestriel trimestrielle "
    "trimestriels trimestrielles semestriel semestrielle semestriels semestrielles bisannuel "
    "bisannuelle bisannuels bisannuelles biennal biennale biennales biennaux quotidien quotidienne "
    "quotidiens quotidiennes annuellement mensuellement quotidiennement"
)

_RULES: dict[str, tuple[Rule, ...]] = {
    "month": _AROUND_MONTH,
    "season": _AROUND_SEASON,
    "number": _AROUND_NUMBER,
    "weekday": _AROUND_WEEKDAY,
    "unit": _AROUND_UNIT,
    "word": _AROUND_WORD,
}

FRENCH = TimeLanguage(
    code="fr",
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    seasons=_SEASONS,
    units=_UNITS,
    turns=_TURNS,
    deictics=_DEICTICS,
    hedges=_HEDGES,
    ordinals=numerals("fr").ordinals,
    decades=_DECADES,
    day_first=True,
    cores=cores(
        {
            "word": _CORE_WORDS.split(),
            "month": _MONTHS,
            "season": _SEASONS,
            "weekday": (*_WEEKDAYS, *(f"{day}s" for day in _WEEKDAYS)),
            "unit": _UNITS,
        }
    ),
    rules=_RULES,
    age=re.compile(
        r"(?:âgée?s? de|[Mm]oins de|[Pp]lus de|\b(?:enfants?|garçons?|filles?|fillettes?|"
        r"hommes?|femmes?|"
        r"jeunes?|adolescente?s?|mineurs?|[A-ZÀ-Þ]\w+(?:ne|n|aise?|oise?|ain|"
        r"e)) de(?: \d+ à)?|\b\d+ à) $"
    ),
    future=re.compile(
        r"\b(?:sera|seront|aura|auront|devra|devront|pourra|pourront|fera|feront|ira|iront|"
        r"\w+(?:er|ir|dr|vr)a|\w+(?:er|ir|dr|vr)ont|prévue?s?|prochaine?s?|devrait|devraient|doit|"
        r"doivent|vont?)\b(?<!opéra)(?<!caméra)"
    ),
    before=(
        ("since", before(r"depuis (?:le |la |l['’])?")),
        (
            "from",
            before(r"dès (?:le )?|à (?:partir|compter) (?:de |du |d['’])|à dater (?:de |du )"),
        ),
        ("until", before(r"jusqu['’](?:en |à |au |à la |à l['’])|d['’]ici (?:à |au |la |le )?")),
        ("before", before(r"avant (?:le |la |l['’])?")),
        (
            "after",
            before(
                r"après |au lendemain (?:de |du )|à la suite (?:de |du )|suite à |"
                r"à l['’]issue (?:de |du )"
            ),
        ),
        (
            "during",
            before(
                r"durant |pendant |au cours (?:de |du |des )|lors (?:de |du )|en |au |"
                r"à l['’]|à la |"
                r"dans |pour |au moment de "
            ),
        ),
        ("about", before(r"vers |aux alentours (?:de |du )|autour (?:de |du )")),
        ("of", before(r"de |du |d['’]|des ")),
    ),
    joins=(
        (before(r"entre (?:le |les |la |l['’])?"), re.compile(r"\s?et (?:le |la |l['’])?\s?")),
        (
            before(r"de |du |d['’]|depuis |des "),
            re.compile(r"\s?(?:à|au|jusqu['’](?:en|à|au)|aux)\s(?:la |l['’])?"),
        ),
        (before(""), re.compile(r"\s?[-–—/]\s?")),
    ),
    elapsed=re.compile(r"\s(?:après|avant|plus tard|plus tôt|auparavant)\b"),
)
