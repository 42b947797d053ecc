"""French lengths of time and what is reckoned by them: patterns around a unit or another word."""

from foedus.reading.languages.french.calendar import (
    BLANK,
    COUNT,
    DAYPART,
    DECADES,
    HEDGE,
    HOUR,
    NOW,
    ORDINAL,
    PART,
    SPAN,
    THEN,
    TURN,
    UNIT,
    VAGUE,
    A,
    E,
)  # fmt: skip
from foedus.reading.times import values
from foedus.reading.times.figures import YEAR
from foedus.reading.times.words import alternation, rule

__all__ = ["AROUND_UNIT", "AROUND_WORD", "CORE_WORDS"]

_ = BLANK

_FREQUENCIES = (
    r"annuel(?:le)?s?|mensuel(?:le)?s?|hebdomadaires?|trimestriel(?:le)?s?|semestriel(?:le)?s?|"
    r"bisannuel(?:le)?s?|biennal(?:es?)?|biennaux|quotidien(?:ne|nes|s)|annuellement|"
    r"mensuellement|quotidiennement"
)
_LATER = r"(?P<step>plus tôt|plus tard|auparavant)"
_CALENDAR_UNIT = r"(?P<unit>an|année|semaine|mois|trimestre|siècle|décennie)"
_PERIOD = rf"(?:(?P<ordinal>{ORDINAL}|\d(?={E}))(?:{E})?|[Dd]ernier)"


def _capital(words: str) -> str:
    """The words of an alternation, and the same with a capital."""
    return "|".join((words, *(word[0].upper() + word[1:] for word in words.split("|"))))


AROUND_UNIT = (
    # XIXe siècle, les années 1960
    rule(
        "date",
        rf"(?:{PART})?(?:[Ll]e{_})?(?P<ordinal>[XVI]+(?={E})|\d{{1,2}}(?={E})|"
        rf"{ORDINAL})(?:{E})?{_}siècle(?P<before_christ>{_}av(?:ant|\.){_}(?:J\.-C\.?|notre{_}ère))?",
        values.century,
    ),
    rule(
        "date",
        rf"(?:{PART})?(?:[Ll]es{_})?années{_}(?P<decade>(?:1\d|20)?\d0|{alternation(DECADES)})",
        values.decade,
    ),
    rule("date", rf"(?:[Ll]a{_})?décennie{_}(?P<decade>(?:1\d|20)\d0)", values.decade),
    # le premier semestre 1999, le deuxième trimestre de 2023, le dernier trimestre
    rule(
        "date",
        rf"(?:[Ll]e{_})?{_PERIOD}{_}(?P<unit>trimestre|semestre)"
        rf"(?:{_}(?:de{_}(?:l{A}année{_})?)?(?P<year>{YEAR}))?",
        values.part_of_year,
    ),
    # cette année, l'an dernier, la semaine prochaine, la fin de l'année
    rule(
        "date",
        rf"(?:{PART})?(?P<turn>[Cc]ette|[Cc]e){_}(?P<unit>année|semaine|mois|trimestre|"
        rf"siècle|décennie)(?:-ci)?(?!-là)",
        values.shift,
    ),
    rule(
        "date",
        rf"(?:{PART})?(?:[Ll]{A}|[Ll]e{_}|[Ll]a{_})?{_CALENDAR_UNIT}{_}"
        rf"(?:{TURN}|(?P<turn2>en cours))",
        values.shift,
    ),
    rule("date", rf"(?:{PART})(?:année|mois|semaine|siècle|décennie)", values.unresolved),
    rule(
        "date",
        rf"(?P<turn>[Pp]lus t(?:ôt|ard)){_}(?:dans{_}(?:l{A}|le{_}|la{_})|cette{_}|ce{_})"
        r"(?P<unit>année|mois|semaine|siècle)",
        values.shift,
    ),
    rule(
        "time", rf"[Pp]lus t(?:ôt|ard){_}dans{_}la{_}(?:journée|soirée|matinée)", values.unresolved
    ),
    # cette année-là, le même mois, l'année suivante, la semaine précédente
    rule(
        "date",
        rf"(?:{PART})?(?:[Cc]ette|[Cc]e){_}(?P<unit>année|semaine|mois|trimestre|siècle|"
        rf"décennie)-(?P<step>là)",
        values.stepped,
    ),
    rule(
        "date",
        rf"(?:{PART})?(?:[Ll]a|[Ll]e|[Cc]ette|[Cc]e){_}(?P<step>même){_}"
        r"(?P<unit>année|semaine|mois)",
        values.stepped,
    ),
    rule(
        "date",
        rf"(?:{PART})?(?:[Ll]{A}|[Ll]e{_}|[Ll]a{_})(?P<unit>an|année|mois|semaine){_}"
        rf"(?P<step>précédente?|suivante?|d{A}après|d{A}avant)",
        values.stepped,
    ),
    rule(
        "date",
        rf"(?:[Ll]a{_})(?:première|deuxième|troisième|dernière){_}journée",
        values.unresolved,
    ),
    # il y a trois ans, dans deux mois
    rule(
        "date",
        rf"(?P<turn>[Ii]l y a|[Vv]oici|[Vv]oilà|[Dd]ans|[Dd]{A}ici){_}(?:{HEDGE})?"
        rf"(?P<count>{COUNT}){_}(?P<unit>{UNIT})",
        values.distance,
    ),
    rule("date", rf"(?:[Ii]l y a|[Vv]oici|[Vv]oilà){_}{VAGUE}(?:{UNIT})", values.unresolved),
    # trois ans plus tôt, deux jours après
    rule(
        "date",
        rf"(?:{HEDGE})?(?P<count>{COUNT}){_}(?P<unit>{UNIT}){_}"
        rf"(?:{_LATER}|(?P<step2>après|avant)(?={_}?[,.;:)]))",
        values.stepped,
    ),
    rule("date", rf"(?:{VAGUE})(?:{UNIT}){_}{_LATER}", values.unresolved),
    # trois ans, près de trois ans, deux ans et demi, ces dernières années
    rule(
        "duration",
        rf"(?:(?<!\bles ){HEDGE})?(?P<count>{COUNT}|[Uu]ne?){_}(?P<unit>{SPAN})"
        rf"(?:{_}et{_}demie?)?",
        values.unresolved,
    ),
    rule("duration", rf"{VAGUE}{SPAN}", values.unresolved),
    rule(
        "duration",
        rf"(?:[CcLl]es{_})?(?:{COUNT}{_})?(?:derni|prochain|premi)(?:ers?|ères?|s|es)"
        rf"{_}(?:{COUNT}{_})?(?:ans|années|mois|semaines|jours|heures|minutes|décennies|siècles)",
        values.unresolved,
    ),
    rule(
        "date",
        rf"[Ll]es{_}(?:{COUNT}{_})?(?:années|mois|semaines|jours|heures){_}"
        rf"(?:à venir|suivante?s|précédente?s)",
        values.unresolved,
    ),
    rule(
        "duration",
        rf"(?:[Ss]a|[Ll]eur|[Uu]ne){_}(?:{ORDINAL}){_}(?:année|semaine|décennie|journée)",
        values.unresolved,
    ),
    rule(
        "duration",
        rf"[Tt]oute{_}(?:l{A}année|la{_}(?:journée|semaine|décennie|nuit|soirée))",
        values.unresolved,
    ),
    rule(
        "duration",
        rf"(?:[Uu]n|[Tt]rois){_}quarts?{_}d{A}heure|[Uu]ne{_}demi-heure|[Uu]ne{_}demi-journée",
        values.unresolved,
    ),
    # chaque mois, tous les ans, par an
    rule("set", rf"[Cc]haque{_}(?:{UNIT})", values.unresolved),
    rule("set", rf"[Tt]ou(?:s|tes){_}les{_}(?:{COUNT}{_})?(?:{UNIT})", values.unresolved),
    rule("set", rf"(?<=\bpar )(?:{UNIT})", values.unresolved, leads=False),
)
AROUND_WORD = (
    rule(
        "date",
        rf"(?P<deictic>[Aa]ujourd{A}hui|[Cc]e{_}jour|[Hh]ier|[Dd]emain|[Aa]vant-hier|"
        rf"[Aa]près-demain)(?!-là)",
        values.deictic,
    ),
    rule(
        "time",
        rf"(?P<deictic>[Aa]ujourd{A}hui|[Hh]ier|[Dd]emain){_}(?:{DAYPART}|à{_}{HOUR})",
        values.clock,
    ),
    rule(
        "time",
        r"(?P<deictic>[Cc]e matin|[Cc]e soir|[Cc]et après-midi|[Cc]e midi|[Cc]ette nuit)(?!-là)",
        values.clock,
    ),
    rule("time", r"[Mm]inuit|(?<=à )midi", values.unresolved),
    # dans la soirée, en fin de matinée
    rule(
        "time",
        rf"(?:(?<=[Dd]ans )|(?<=[Pp]endant )|(?<=[Dd]urant )|(?<=cours de ))"
        rf"[Ll]a{_}(?:soirée|matinée|nuit|journée)"
        r"|(?:[Ff]in|[Dd]ébut|[Mm]ilieu) (?:de |d['’])(?:soirée|matinée|nuit|journée|après-midi)"
        rf"|(?<=[Dd]ans l['’])après-midi|[Ll]a{_}mi-journée",
        values.unresolved,
    ),
    # le lendemain, la veille, ce jour-là
    rule(
        "date",
        rf"(?P<narrated>[Ll]a{_}veille|[Ll]e{_}(?:sur)?lendemain|[Ll]{A}avant-veille|"
        rf"[Cc]e{_}jour-là|(?:[Ll]e|[Cc]e){_}même{_}jour|[Ll]e{_}jour{_}(?:même|suivant|"
        rf"précédent|d{A}après)|[Ll]a{_}nuit{_}suivante)(?!{_}(?:d[eu]|des)\b|{_}d{A})"
        rf"(?:{_}(?:au soir|matin|soir))?",
        values.narrated,
    ),
    rule("date", rf"(?:[Ll]e{_}|[Cc]e{_})?week-end(?:{_}{TURN})?", values.unresolved),
    rule("date", rf"(?:[Cc]ette{_}époque|(?<=[Àà] )l{A}époque)(?!{_}(?:d|où))", values.unresolved),
    rule("date", _capital(THEN), values.unresolved),
    rule("time", _capital(NOW), values.unresolved),
    rule("set", rf"[Tt]ous{_}les{_}(?:matins|soirs)", values.unresolved),
    rule("set", _FREQUENCIES, values.unresolved, leads=False),
)

# Of a word of several parts the last stands for all: "aujourd'hui", "avant-hier", "l'instant".
CORE_WORDS = (
    "hui hier demain jour matin soir matins soirs midi nuit minuit soirée matinée journée veille "
    "lendemain surlendemain instant heure end époque ci récemment naguère jadis autrefois "
    "actuelle présent moment désormais maintenant actuellement annuel annuelle annuels annuelles "
    "mensuel mensuelle mensuels mensuelles hebdomadaire hebdomadaires trimestriel trimestrielle "
    "trimestriels trimestrielles semestriel semestrielle semestriels semestrielles bisannuel "
    "bisannuelle bisannuels bisannuelles biennal biennale biennales biennaux quotidien quotidienne "
    "quotidiens quotidiennes annuellement mensuellement quotidiennement"
)
