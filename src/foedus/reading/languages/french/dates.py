"""French dates: patterns around a month, a season, a number and a weekday."""

from foedus.reading.languages.french.calendar import (
    BLANK,
    DAY,
    DAYPART,
    HOUR,
    MONTH,
    ORDINAL,
    PART,
    SEASON,
    TURN,
    WEEKDAY,
    A,
)  # fmt: skip
from foedus.reading.times import values
from foedus.reading.times.figures import DATES_IN_FIGURES, YEAR
from foedus.reading.times.words import rule

__all__ = ["AROUND_MONTH", "AROUND_NUMBER", "AROUND_SEASON", "AROUND_WEEKDAY"]

_ = BLANK

AROUND_MONTH = (
    # le mardi 19 juin 2024, le 19 juin dernier, 1^{er} novembre
    rule(
        "date",
        rf"(?:[Ll]e{_})?(?:[Cc]e{_})?(?:(?P<weekday>{WEEKDAY}){_})?(?P<day>{DAY}){_}"
        rf"(?P<month>{MONTH})(?:{_}(?P<year>{YEAR})|{_}{TURN})?",
        values.day,
    ),
    rule(
        "date",
        rf"(?:[Ll]e{_})?(?:(?P<weekday>{WEEKDAY}){_})?(?P<day>{DAY}){_}(?P<month>{MONTH})"
        rf"{_}(?P<year_of_century>[4-9]\d)(?!\d)",
        values.day,
    ),
    # juillet 2024, juillet dernier, début novembre, mars et avril 2024
    rule(
        "date",
        rf"(?:{PART}|[Ll]e mois d(?:e{_}|{A}))?(?P<month>{MONTH})"
        rf"(?:{_}(?P<year>{YEAR})|{_}{TURN}"
        rf"|(?={_}?(?:et|à|au|ou|[-–/]){_}?{MONTH}{_}(?P<year2>{YEAR})))?",
        values.month,
    ),
    rule(
        "date",
        rf"(?P<month>{MONTH}){_}(?P<year_of_century>[4-9]\d)(?!\d)",
        values.month_of_two_figures,
    ),
    # mars de l'année dernière, mai de la même année, juin de l'année suivante
    rule(
        "date",
        rf"(?:{PART})?(?P<month>{MONTH}){_}de{_}(?:(?P<turn2>cette){_}année(?!-là)|"
        rf"l{A}an(?:née)?{_}{TURN})",
        values.month_of_turn,
    ),
    rule(
        "date",
        rf"(?:{PART})?(?P<month>{MONTH}){_}(?:de{_}(?:la{_}(?P<step>même){_}année|"
        rf"cette{_}année-(?P<step2>là)|l{A}année{_}(?P<step3>suivante|précédente))|"
        rf"(?P<step4>suivant|précédent))",
        values.month_of_told,
    ),
    rule("set", rf"[Cc]haque{_}{MONTH}", values.unresolved),
)
AROUND_SEASON = (
    rule(
        "date",
        rf"(?:{PART}(?:l{A})?|[Ll]{A}|[Ll]e{_}|(?<![Dd]{A})){SEASON}"
        rf"(?:{_}(?:de{_})?(?P<year>{YEAR})(?:[-–/](?P<year2>{YEAR}|\d\d))?|{_}{TURN})",
        values.season,
    ),
    rule("date", rf"(?P<turn>[Cc]et?){_}{SEASON}(?!-là)", values.season),
    # à l'automne, dès le printemps, d'ici l'été: the nearest one
    rule(
        "date",
        rf"(?:(?<=\b[ÀàA] )l{A}|(?<=\b[Dd]ès )l(?:e{_}|{A})|(?<=[Dd]{A}ici )(?:à{_})?l(?:e{_}|{A})|"
        rf"(?<=\b[Aa]vant )l(?:e{_}|{A})|(?<=\b[Aa]près )l(?:e{_}|{A})|(?<=\b[Aa]u )|"
        rf"(?<=\b[Dd]epuis )l(?:e{_}|{A})){SEASON}(?!{_}(?:{YEAR}|arabe|de{_}))",
        values.season,
    ),
    rule("date", rf"(?:[Cc]et?){_}(?:été|printemps|automne|hiver)-là", values.unresolved),
)
AROUND_NUMBER = (
    *DATES_IN_FIGURES,
    # le 11 Septembre, with its capital, is one day of 2001
    rule("date", rf"(?:[Ll]e{_})?11[- ]Septembre(?!{_}\d)(?:{_}2001)?", values.september_2001),
    # the first of a pair: du 19 au 23 juillet 2024, les 15 et 16 mars
    rule(
        "date",
        rf"(?:[Ll]e{_})?(?:{WEEKDAY}{_})?(?P<day>{DAY})"
        rf"(?={_}?(?:au|et(?: le)?|ou|,|[-–]){_}?(?:{WEEKDAY}{_})?(?:{DAY}(?: et|,){_}){{0,3}}"
        rf"{DAY}{_}(?P<month2>{MONTH})(?:{_}(?P<year2>{YEAR}))?)",
        values.day,
    ),
    # 1961: after a word that makes it a year, and before none that it counts
    rule(
        "date",
        rf"(?:{PART}(?:an(?:née)?{_})?|[Ll]{A}an(?:née)?{_})(?P<year>{YEAR})",
        values.year,
    ),
    rule(
        "date",
        r"(?:(?<=\b[Ee]n )|(?<=\b[Dd]e )|(?<=\b[Dd]ès )|(?<=\b[Dd]epuis )|(?<=\b[Aa]vant )"
        r"|(?<=\b[Aa]près )|(?<=\b[Vv]ers )|(?<=\ben\xa0)|(?<=\b[Ee]ntre )|(?<=\bet )|(?<=\bà )"
        r"|(?<=\bou )|(?<=\()|(?<=[–-])|(?<=[–-] )|(?<=/)|(?<=/ )|(?<=, )|(?<=\bpériode )"
        r"|(?<=\bsaison )|(?<=\bannées )|(?<=\bpour )|(?<=\bexercice )|(?<=d['’]ici ))"
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
    # 14 h 30, 8 heures du matin
    rule(
        "time",
        rf"{HOUR}(?:{_}(?:du matin|du soir|de l{A}après-midi))?",
        values.unresolved,
        leads=False,
    ),
)
AROUND_WEEKDAY = (
    rule("date", rf"(?:[Ll]e{_}|[Cc]e{_})?(?P<weekday>{WEEKDAY})(?:{_}{TURN})?", values.weekday),
    # samedi 12, when the month goes without saying
    rule("date", rf"(?:[Ll]e{_}|[Cc]e{_})?{WEEKDAY}{_}{DAY}(?!{_}[hH%])", values.unresolved),
    rule(
        "time",
        rf"(?:[Ll]e{_}|[Cc]e{_})?(?P<weekday>{WEEKDAY}){_}(?:{DAYPART}|à{_}{HOUR})",
        values.clock,
    ),
    rule(
        "time",
        rf"[Ll]a nuit (?:de |du )(?P<weekday>{WEEKDAY}) (?:à|au) {WEEKDAY}",
        values.unresolved,
    ),
    rule(
        "set",
        rf"(?:[Cc]haque|[Tt]ous{_}les|[Ll]es){_}(?:{ORDINAL}(?:{_}et{_}|,{_})?)*{_}?{WEEKDAY}s?",
        values.unresolved,
    ),
)
