"""The English calendar: its words, and the patterns of its temporal expressions."""

import re

from foedus.reading.languages.english.numerals import NUMERALS
from foedus.reading.times import values
from foedus.reading.times.figures import DATES_IN_FIGURES, YEAR
from foedus.reading.times.words import Rule, TimeLanguage, Unit, alternation, before, cores, rule

__all__ = ["CALENDAR"]

_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1,
    "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
_WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_UNITS: dict[str, Unit] = {
    "hour": "hour", "hours": "hour", "day": "day", "days": "day", "week": "week",
    "weeks": "week", "month": "month", "months": "month", "quarter": "quarter",
    "quarters": "quarter", "year": "year", "years": "year", "decade": "decade",
    "decades": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
_TURNS = {
    "last": -1, "past": -1, "ago": -1, "this": 0, "the current": 0, "next": 1, "the coming": 1,
}  # fmt: skip
_DEICTICS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip
_HEDGES = {
    "nearly": -1, "almost": -1, "less than": -1, "under": -1, "just under": -1, "more than": 1,
    "over": 1, "just over": 1, "at least": 1, "about": 0, "around": 0, "some": 0, "roughly": 0,
    "approximately": 0,
}  # fmt: skip
_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
_NARRATED = {
    "the next day": 1, "the following day": 1, "the next morning": 1, "the following morning": 1,
    "the day after": 1, "the day before": -1, "the previous day": -1, "the same day": 0,
    "that day": 0, "that same day": 0, "two days later": 2, "two days earlier": -2,
}  # fmt: skip
_STEPS = {
    "later": 1, "following": 1, "earlier": -1, "previous": -1, "preceding": -1, "same": 0,
    "that": 0, "that same": 0,
}  # fmt: skip
_FREQUENCIES = (
    r"annual(?:ly)?|monthly|weekly|daily|quarterly|biennial(?:ly)?|yearly|biannual(?:ly)?"
)

_ = r"[ \xa0]"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_LONG = "(?:January|February|April|June|July|August|September|October|November|December)"
_SURE_MONTH = rf"(?:{_LONG}|{_SHORT}\.)"
# May and March are months only beside something that dates them.
_MONTH = rf"(?:{_SURE_MONTH}|May|March|{_SHORT}\b)"
_WEEKDAY = alternation(tuple(name.capitalize() for name in _WEEKDAYS))
_DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?![\d.,]\d|\d|\w)"
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_TURN = r"(?P<turn>[Ll]ast|[Tt]his|[Nn]ext)"
_PART = (
    r"(?:(?:[Tt]he )?(?:[Ee]arly|[Ll]ate|[Mm]id|(?:start|beginning|end|middle|first half|"
    r"second half|close|turn|dawn) of)[- \xa0](?:the )?)"
)
_DAYPART = r"(?:morning|afternoon|evening|night)"
_CLOCK = (
    r"(?:[01]?\d|2[0-4])(?::[0-5]\d)?[ \xa0]?(?:a\.m\.|p\.m\.|am|pm)"
    r"|(?:[01]\d|2[0-3]):[0-5]\d(?: (?:GMT|UTC|local time))?"
)
_UNIT = alternation(_UNITS)
_COUNT = NUMERALS.pattern
_ORDINAL = alternation(tuple(NUMERALS.ordinals))
_HEDGE = rf"(?P<hedge>{alternation(_HEDGES)}|{alternation(tuple(h.capitalize() for h in _HEDGES))})"
_VAGUE = r"(?:several|a few|a couple of|many|some|dozens of|[Ss]everal|[Mm]any|A few)"
_PAST_OR_NEXT = r"(?:past|last|next|coming|previous)"


def _after(words: str) -> str:
    """Any of the words and a blank, with or without a capital; look-behinds have one width each."""
    written = sorted({form for word in words.split() for form in (word, word.capitalize())})
    return "(?:" + "|".join(rf"(?<=\b{word}[ \xa0])" for word in written) + ")"


_DATING = (
    "in since until till by from of last this next early late during through to between before "
    "after mid and or for"
)
_NO_COUNTED = (
    r"(?![.,]?\d|%|[ \xa0](?:percent|(?!(?:as|was|is|has|its|this|his|across|towards|thus|"
    r"plus|does|"
    r"unless|perhaps|always|besides|versus)\b)[a-z]+s\b))"
)
_DATED_NOUNS = (
    r"(?:[Tt]reaty|[Aa]greement|[Cc]onvention|[Aa]ccord|[Pp]act|[Cc]harter|[Pp]rotocol|"
    r"[Dd]eclaration|[Cc]onstitution|war|invasion|summit|election|crisis|coup|[Mm]utual|"
    r"[Mm]emorandum)"
)

_REPORTED = (
    r"(?:said|says|saying|told|announced|announces|confirmed|added|declared|stated|warned|"
    r"reported|disclosed|revealed|insisted|denied|acknowledged|admitted|vowed|pledged|promised|"
    r"(?<!be )(?:met|signed|agreed|visited|arrived|talked|spoke|approved|condemned|rejected|"
    r"ordered|urged|voted|unveiled))"
)

_AROUND_MONTH = (
    # the first of a pair: May 19 and July 1, 2022; April 3-5, 2023
    rule(
        "date",
        rf"(?P<month>{_MONTH})\.?{_}(?P<day>{_DAY})(?={_}?(?:and|to|or|,|[-–]){_}?"
        rf"(?:{_MONTH}\.?{_})?{_DAY},?{_}(?P<year2>{YEAR}))",
        values.day,
    ),
    # Tuesday, June 19, 2024; the 19th of June 2024
    rule(
        "date",
        rf"(?:(?P<weekday>{_WEEKDAY}),?{_})?(?P<month>{_MONTH})\.?{_}(?P<day>{_DAY})(?:,?{_}(?P<year>{YEAR}))?",
        values.day,
    ),
    rule(
        "date",
        rf"(?:(?P<weekday>{_WEEKDAY}),?{_})?(?:[Tt]he{_})?(?P<day>{_DAY}){_}(?:of{_})?(?P<month>{_MONTH})(?:,?{_}(?P<year>{YEAR}))?",
        values.day,
    ),
    # July 2024, early November, last May
    rule(
        "date", rf"(?:{_PART})?(?P<month>{_MONTH})\.?,?{_}(?:of{_})?(?P<year>{YEAR})", values.month
    ),
    rule("date", rf"(?:{_PART}|{_TURN}{_})(?P<month>{_MONTH})(?!{_}?\d)", values.month),
    rule(
        "date",
        rf"(?:(?P<month>{_SURE_MONTH})|{_after(_DATING)}(?P<month2>May|March|{_SHORT}))(?!{_}?\d)"
        rf"(?=(?:{_}?(?:and|to|through|or|until|[-–]){_}?{_MONTH}{_}(?P<year2>{YEAR}))?)",
        values.month,
        leads=False,
    ),
)
_AROUND_SEASON = (
    rule(
        "date",
        rf"(?:{_PART}|"
        rf"[Tt]he{_})?{_SEASON}{_}(?:of{_})?(?P<year>{YEAR})(?:[-–/](?P<year2>{YEAR}|"
        rf"\d\d))?",
        values.season,
    ),
    rule("date", rf"{_TURN}{_}{_SEASON}", values.season),
)
_AROUND_NUMBER = (
    *DATES_IN_FIGURES,
    # the first of a pair: 5-7 March 2024
    rule(
        "date",
        rf"(?P<day>{_DAY})(?={_}?(?:and|to|or|[-–]){_}?{_DAY}{_}(?P<month2>{_MONTH})"
        rf"(?:,?{_}(?P<year2>{YEAR}))?)",
        values.day,
    ),
    # 1961: after a word that makes it a year, and before none that it counts
    rule("date", rf"(?:{_PART}|[Tt]he{_}year{_})(?P<year>{YEAR})", values.year),
    rule(
        "date",
        rf"(?:{_after(_DATING + ' around circa year as than on the')}|(?<=\()|(?<=[–-])|(?<=[–-] )"
        r"|(?<=/)|(?<=, ))"
        rf"(?P<year>{YEAR}){_NO_COUNTED}",
        values.year,
        leads=False,
    ),
    rule(
        "date",
        rf"(?:(?<=\n)|(?<=[.!?] )|\A)(?P<year>{YEAR})(?={_}(?:was|saw|is|marked|brought|will)\b)",
        values.year,
        leads=False,
    ),
    # the treaty of 1961: a treaty is not of so many things
    rule(
        "date",
        rf"(?:(?<=[Tt]reaty of )|(?<=[Pp]act of )|(?<=[Aa]greement of )|(?<=[Aa]ccord of )"
        rf"|(?<=[Cc]onvention of )|(?<=[Aa]rmistice of ))(?P<year>{YEAR})\b",
        values.year,
        leads=False,
    ),
    rule(
        "date",
        rf"(?P<year>{YEAR})(?={_}?[-–/]{_}?(?:{YEAR}|\d\d\b)|['’]s\b|{_}{_DATED_NOUNS}\b)",
        values.year,
        leads=False,
    ),
    rule(
        "date",
        rf"(?:[Tt]he{_})?(?:{_PART})?['’]?(?P<decade>(?:1\d|20)?\d0)['’]?s",
        values.decade,
    ),
    rule(
        "date",
        rf"(?:[Tt]he{_})?(?:{_PART})?(?P<ordinal>\d{{1,2}})(?:st|nd|rd|th)[- ]century"
        rf"(?P<before_christ>{_}(?:BC|B\.C\.|BCE))?",
        values.century,
    ),
    rule("time", _CLOCK, values.unresolved, leads=False),
)
_AROUND_WEEKDAY = (
    rule("date", rf"(?:{_TURN}{_})?(?P<weekday>{_WEEKDAY})", values.weekday),
    rule("time", rf"(?P<weekday>{_WEEKDAY}){_}{_DAYPART}", values.clock),
    rule("set", rf"(?:(?<=\bon )|[Ee]very{_}|[Ee]ach{_}){_WEEKDAY}s?", values.unresolved),
)
_AROUND_UNIT = (
    rule(
        "date",
        rf"(?:[Tt]he{_})?(?:{_PART})?(?P<ordinal>{_ORDINAL})[- ]century"
        rf"(?P<before_christ>{_}(?:BC|B\.C\.|BCE))?",
        values.century,
    ),
    # this year, last month, the end of the year
    rule(
        "date",
        rf"(?:{_PART})?(?P<turn>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he current|"
        rf"[Tt]he coming){_}(?P<unit>year|month|week|quarter|decade|century)",
        values.shift,
    ),
    rule(
        "date",
        rf"(?:[Ee]arlier|[Ll]ater){_}(?P<turn>this){_}(?P<unit>year|month|week|decade|century)",
        values.shift,
    ),
    rule("date", rf"(?:{_PART})(?:year|month|week|decade|century)", values.unresolved),
    # the following year, the same month, that year
    rule(
        "date",
        rf"(?:[Tt]he{_})(?P<step>previous|following|same|preceding){_}(?P<unit>day|week|month|year|"
        rf"decade|century)",
        values.stepped,
    ),
    rule(
        "date",
        rf"(?P<step>[Tt]hat{_}same|[Tt]hat){_}(?P<unit>month|year)(?!['’])",
        values.stepped,
    ),
    rule(
        "date",
        rf"(?P<narrated>[Tt]he{_}(?:next|following){_}(?:day|morning)|[Tt]hat{_}(?:same{_})?day|"
        rf"[Tt]he{_}day{_}(?:before|after)(?={_}?[,.;:)])|[Tt]he{_}previous{_}day|"
        rf"[Tt]he{_}same{_}day|[Tt]wo{_}days{_}(?:later|earlier))",
        values.narrated,
    ),
    # three years ago
    rule(
        "date",
        rf"(?:{_HEDGE}{_})?(?P<count>{_COUNT}|an?){_}(?P<unit>{_UNIT}){_}(?P<turn>ago)",
        values.distance,
    ),
    rule("date", rf"{_VAGUE}{_}(?:{_UNIT}){_}ago", values.unresolved),
    rule(
        "date",
        rf"(?:{_HEDGE}{_})?(?P<count>(?i:{_COUNT})|[Aa]n?){_}(?P<unit>{_UNIT}){_}"
        rf"(?P<step>later|earlier)",
        values.stepped,
    ),
    # three years, the past two decades, a 60-day deadline
    rule(
        "duration",
        rf"(?:{_HEDGE}{_})?(?P<count>{_COUNT}|an?|half an?|"
        rf"An?){_}(?P<unit>{_UNIT})(?!{_}old|-old|{_}of age|{_}(?:later|earlier|ago))",
        values.unresolved,
    ),
    rule(
        "duration",
        rf"{_VAGUE}{_}(?:hours|days|weeks|months|quarters|years|decades|centuries)",
        values.unresolved,
    ),
    rule(
        "duration",
        rf"(?:[Tt]he{_})?{_PAST_OR_NEXT}{_}(?:(?:{_COUNT}|few|several|"
        rf"couple of){_})?(?:hours|days|weeks|months|quarters|years|decades)",
        values.unresolved,
    ),
    rule(
        "duration",
        rf"[Tt]he{_}(?:past|coming){_}(?:year|month|week|decade|century)|"
        rf"[Rr]ecent{_}(?:days|weeks|months|years|decades)",
        values.unresolved,
    ),
    rule(
        "duration",
        rf"(?:{_COUNT})-(?:hour|day|week|month|year|decade)(?!s?-old)",
        values.unresolved,
    ),
    rule("duration", r"(?:decades|centuries)", values.unresolved, leads=False),
    # every year, twice a month
    rule(
        "set", rf"(?:[Ee]very|[Ee]ach){_}(?:(?:{_COUNT}|other){_})?(?:{_UNIT})", values.unresolved
    ),
    rule(
        "set",
        rf"(?<=\bper )(?:{_UNIT})|(?:once|twice|(?:{_COUNT}) times){_}an?{_}(?:{_UNIT})",
        values.unresolved,
    ),
)
_AROUND_WORD = (
    rule(
        "date",
        r"(?P<deictic>today|yesterday|tomorrow|(?<![\w,] )(?:Today|Yesterday|Tomorrow)|"
        r"[Tt]he day (?:before yesterday|"
        r"after tomorrow))",
        values.deictic,
    ),
    rule("time", rf"(?P<deictic>[Yy]esterday|[Tt]omorrow){_}{_DAYPART}", values.clock),
    rule(
        "time",
        r"(?P<deictic>[Tt]onight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))",
        values.clock,
    ),
    rule(
        "date",
        r"[Cc]urrently|[Nn]owadays|[Aa]t present|[Aa]t the moment|(?<=\bright )now",
        values.unresolved,
    ),
    rule("time", r"(?<=at )(?:noon|midnight)", values.unresolved),
    rule(
        "date",
        rf"(?:[Tt]he{_}(?:{_PART})?|[Mm]id-|[Ee]arly{_}|[Ll]ate{_})"
        rf"(?P<decade>{alternation(_DECADES)}|{alternation(tuple(d.title() for d in _DECADES))})",
        values.decade,
    ),
    rule("set", rf"(?:{_FREQUENCIES}|Annual|Monthly|Weekly|Daily)", values.unresolved, leads=False),
)

_CORE_WORDS = (
    "today yesterday tomorrow tonight night morning afternoon evening currently nowadays present "
    "moment now noon midnight annual annually monthly weekly daily quarterly biennial biennially "
    "yearly biannual biannually"
)

_RULES: dict[str, tuple[Rule, ...]] = {
    "month": _AROUND_MONTH,
    "season": _AROUND_SEASON,
    "number": _AROUND_NUMBER,
    "weekday": _AROUND_WEEKDAY,
    "unit": _AROUND_UNIT,
    "word": _AROUND_WORD,
}

CALENDAR = TimeLanguage(
    code="en",
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    seasons=_SEASONS,
    units=_UNITS,
    turns=_TURNS,
    deictics=_DEICTICS,
    hedges=_HEDGES,
    numerals=NUMERALS,
    decades=_DECADES,
    day_first=False,
    cores=cores(
        {
            "word": (*_CORE_WORDS.split(), *_DECADES),
            "month": _MONTHS,
            "season": _SEASONS,
            "weekday": (*_WEEKDAYS, *(f"{day}s" for day in _WEEKDAYS)),
            "unit": _UNITS,
        }
    ),
    rules=_RULES,
    age=re.compile(r"\b(?:aged|age|ages) $"),
    future=re.compile(
        r"\b(?:(?<!that )(?<!which )(?<!who )(?:will|shall|would)|"
        r"(?:is|are) (?:to|due|set|scheduled|planned|expected|"
        r"slated)|going to|"
        r"upcoming|plans? to|scheduled|next)\b"
    ),
    before=(
        ("since", before(r"(?:ever )?since (?:the )?")),
        (
            "from",
            before(
                r"(?:starting|beginning|effective|as) (?:from|of|on|in) |from (?:the )?|"
                r"with effect from |starting "
            ),
        ),
        (
            "until",
            before(r"(?:up )?(?:until|till|through|to) (?:the )?|by (?:the )?|no later than "),
        ),
        ("before", before(r"(?:before|prior to|ahead of) (?:the )?")),
        ("after", before(r"(?:after|following) (?:the )?|in the (?:wake|aftermath) of ")),
        ("during", before(r"(?:during|throughout|over|within|in|on|at|for) (?:the )?")),
        ("about", before(r"(?:around|about|circa) ")),
        ("of", before(r"of (?:the )?")),
    ),
    joins=(
        (before(r"between (?:the )?"), re.compile(r"\s?and (?:the )?\s?")),
        (
            before(r"from (?:the )?"),
            re.compile(r"\s?(?:to|until|till|through|up to)\s(?:the )?"),
        ),
        (before(""), re.compile(r"\s?[-–—/]\s?")),
    ),
    elapsed=re.compile(r"\s(?:after|before|later|earlier|since|into)\b"),
    narrated=_NARRATED,
    steps=_STEPS,
    reported=re.compile(
        rf"\b{_REPORTED}(?: (?!(?:that|will|would|to|is|are|has|have|plans?)\b)[\w’'-]+){{0,6}}?"
        r",? (?:on |late (?:on )?|early (?:on )?|last )?$"
    ),
    reported_after=re.compile(rf",? (?:[\w’'.-]+ ){{1,6}}?{_REPORTED}\b"),
)
