"""The patterns of Russian temporal expressions."""

import re

from foedus.reading.languages.russian.calendar import (
    CORE_WORDS,
    DECADES,
    DEICTICS,
    HEDGES,
    MONTHS,
    NAMED_DAY,
    NARRATED,
    SEASONS,
    SETS,
    STEPS,
    TOLD_ON,
    TURN,
    TURNS,
    UNITS,
    WEEKDAYS,
)
from foedus.reading.languages.russian.numerals import NUMERALS
from foedus.reading.languages.russian.reckoning import (
    after_so_many,
    day_before,
    day_of_turn,
    month_of_turn,
    one_ago,
    one_step,
    shift,
    weekday_told,
)
from foedus.reading.times import values
from foedus.reading.times.figures import DATES_IN_FIGURES, YEAR
from foedus.reading.times.words import Rule, TimeLanguage, alternation, before, cores, rule

__all__ = ["CALENDAR"]

_ = r"[ \xa0]"
_LONG_MONTHS = tuple(
    name for name in MONTHS
    if name not in ("янв", "фев", "февр", "апр", "авг", "сен", "сент", "окт", "нояб", "дек")
)  # fmt: skip
_MONTH = (
    rf"(?:{alternation((*_LONG_MONTHS, *(m.capitalize() for m in _LONG_MONTHS)))}"
    r"|(?:янв|февр?|апр|авг|сент?|окт|нояб|дек)\.)"
)
_GENITIVE = (
    r"(?:[Яя]нваря|[Фф]евраля|[Мм]арта|[Аа]преля|[Мм]ая|[Ии]юня|[Ии]юля|[Аа]вгуста|[Сс]ентября|"
    r"[Оо]ктября|[Нн]оября|[Дд]екабря|(?:янв|февр?|апр|авг|сент?|окт|нояб|дек)\.)"
)
_WEEKDAY = rf"(?:{alternation((*WEEKDAYS, *(d.capitalize() for d in WEEKDAYS)))})"
_DAY = r"(?:[12]?\d|3[01])(?:-?(?:е|го|ое|ого))?(?![\d.,:]\d|\d)"
_Y = rf"(?:{_}?(?:года|году|годом|год|г\.|г\b))"
_YS = rf"(?:{_}?(?:годов|годах|годам|годы|годами|гг\.|гг\b|года|году))"
_SEASON = rf"(?P<season>{alternation((*SEASONS, *(s.capitalize() for s in SEASONS)))})"
_PART = (
    rf"(?:(?:[Нн]ачал[оаеу]|[Кк]он(?:ец|ца|це|цу)|[Сс]ередин[аыеу]|"
    rf"[Пп]ерв(?:ая|ой|ую) половин[аеуы]|"
    rf"[Вв]тор(?:ая|ой|ую) половин[аеуы]|[Пп]ерв(?:ый|ого|ом) квартале?а?|[Пп]ервые месяцы|"
    rf"[Пп]ерв(?:ом|ого|ое) полугоди[ией]|[Вв]тор(?:ом|ого|ое) полугоди[иейя]|[Рр]анн(?:ей|юю)|"
    rf"[Пп]оздн(?:ей|юю|им|ем)){_})"
)
_UNIT = alternation(UNITS)
_COUNT = NUMERALS.pattern
_HEDGE = (
    r"(?P<hedge>[Пп]очти|[Чч]уть менее|[Мм]енее|[Мм]еньше|[Бб]ез малого|[Нн]е менее|[Бб]олее|"
    r"[Бб]ольше|[Сс]выше|[Оо]коло|[Пп]римерно|[Пп]риблизительно|[Пп]орядка|[Пп]о меньшей мере|"
    r"[Кк]ак минимум)"
)
_VAGUE = (
    rf"(?:[Нн]есколько|[Нн]ескольких|[Мм]ного|[Пп]ару|[Пп]ара|[Дд]олгие|[Мм]ногие|[Мм]ногих|"
    rf"[Дд]есят(?:ки|ок|ков)|[Сс]отни){_}"
)
_SPAN_WORDS = alternation(tuple(w for w in UNITS if w not in ("веке", "годе")))
_ORDINAL = alternation(tuple(NUMERALS.ordinals))
_DAYPART = r"(?:утром|вечером|днем|днём|ночью|утра|вечера)"
_PLURAL_TURN = (
    r"(?:последни[ехм]и?|прошлы[ехм]|ближайши[ехм]и?|прошедши[ехм]|минувши[ехм]|"
    r"предстоящи[ехм]|следующи[ехм]|первы[ехм])"
)
_NOT_YEAR = rf"(?!\d|[.,]\d|{_}?%|{_}(?:человек|км|долларов|рублей|евро|солдат|военных|тонн|тыс))"

_AROUND_MONTH = (
    # 19 июня 2024 года, во вторник 19 июня, 19 июня прошлого года
    rule(
        "date",
        rf"(?:(?P<weekday>{_WEEKDAY}),?{_})?(?P<day>{_DAY}){_}(?P<month>{_GENITIVE})"
        rf"(?:{_}(?P<year>{YEAR}){_Y}?)?",
        values.day,
    ),
    rule("date", rf"(?P<day>{_DAY}){_}(?P<month>{_GENITIVE}){_}{TURN}{_}года", day_of_turn),
    # первого сентября 1939 года
    rule(
        "date",
        rf"(?P<day>{NAMED_DAY}){_}(?P<month>{_GENITIVE})(?:{_}(?P<year>{YEAR}){_Y}?)?",
        values.day,
    ),
    rule("date", rf"{_PART}?(?P<month>{_MONTH}){_}{TURN}{_}года", month_of_turn),
    rule(
        "date", rf"{_PART}?(?P<month>{_MONTH}){_}(?P<step>того{_}же){_}года", values.month_of_told
    ),
    # в июне 2024 года, июнь прошлого года, в начале мая, в июне этого года, март и апрель 2024
    rule(
        "date",
        rf"{_PART}?(?P<month>{_MONTH})"
        rf"(?:,?{_}(?P<year>{YEAR}){_Y}?"
        rf"|(?={_}?(?:и|или|[-–—/]){_}?{_MONTH}{_}(?P<year2>{YEAR})))?",
        values.month,
    ),
    rule("date", rf"{TURN}{_}(?P<month>{_MONTH})", values.month),
    rule("date", rf"(?P<month>{_MONTH}){_}месяц[еау]?", values.month, leads=False),
    rule("set", rf"[Кк]ажд(?:ый|ого|ом){_}{_MONTH}", values.unresolved),
)
_AROUND_SEASON = (
    rule(
        "date",
        rf"{_PART}?{_SEASON}(?:{_}(?P<year>{YEAR})(?:[-–—/](?P<year2>{YEAR}|\d\d))?(?:{_Y}|{_YS})?"
        rf"|{_}{TURN}{_}года)",
        values.season,
    ),
    rule("date", rf"{TURN}{_}{_SEASON}", values.season),
    rule(
        "date",
        rf"{_PART}?(?P<season>[Вв]есной|[Лл]етом|[Оо]сенью|[Зз]имой)",
        values.season,
    ),
    rule("date", rf"(?<=\b[Кк]){_}(?P<season>весне|лету|осени|зиме)", values.season, leads=False),
    rule("date", rf"{_PART}(?P<season>весны|лета|осени|зимы)", values.season),
)
_AROUND_NUMBER = (
    *DATES_IN_FIGURES,
    # the first of a pair: 19–23 июля, с 19 по 23 июля, 15 и 16 марта
    rule(
        "date",
        rf"(?P<day>{_DAY})"
        rf"(?={_}?(?:по|и|или|до|,|[-–—]){_}?(?:{_DAY}(?: и|,){_}){{0,3}}"
        rf"{_DAY}{_}(?P<month2>{_GENITIVE})(?:{_}(?P<year2>{YEAR}))?)",
        values.day,
    ),
    rule("date", rf"{_PART}(?P<year>{YEAR})(?:-?(?:го|м))?{_Y}", values.year),
    rule("date", rf"(?P<year>{YEAR})(?:-?(?:го|м|й))?{_Y}", values.year, leads=False),
    rule("date", r"(?P<year>(?:1\d|20|21)\d\d)-(?:го|м|й)", values.year, leads=False),
    rule(
        "date",
        rf"(?P<year>{YEAR})(?=(?:{_}?[-–—/]{_}?|{_}(?:и|или|по|до|к){_}|,{_}){YEAR})",
        values.year,
        leads=False,
    ),
    rule("date", rf"(?<=\d[-–—/])(?P<year>{YEAR}){_YS}?", values.year, leads=False),
    rule("date", rf"(?<=\d[ \xa0][-–—][ \xa0])(?P<year>{YEAR}){_YS}?", values.year, leads=False),
    rule("date", rf"(?P<year>{YEAR}){_YS}", values.year, leads=False),
    rule(
        "date",
        rf"(?:(?<=\b[Вв] )|(?<=\b[Сс] )|(?<=\bдо )|(?<=\bпосле )|(?<=\bк )|(?<=\()|(?<=, ))"
        rf"(?P<year>{YEAR})-?(?:го|м|й)?(?={_}?(?:[.,;:()»]|$)){_NOT_YEAR}",
        values.year,
        leads=False,
    ),
    rule("time", rf"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:{_}?(?:мск|UTC|по{_}\w+{_}времени))?",
         values.unresolved, leads=False),
    # 1960-е годы, 60-х годов
    rule(
        "date",
        rf"{_PART}?(?P<decade>(?:1\d|20)?\d0)-?(?:е|х|ые|ых)(?:{_}(?:годы|годов|годах|гг\.?))?",
        values.decade,
    ),
    rule("date", rf"(?P<ordinal>\d{{1,2}})-?(?:й|го|м|ом|ого){_}(?:век[ае]?|столети[еяи])",
         values.century, leads=False),
)  # fmt: skip
_AROUND_WEEKDAY = (
    rule(
        "date",
        rf"(?P<weekday>{_WEEKDAY})(?={_}(?:[А-Яа-яё-]+{_}){{0,2}}?"
        rf"[а-яё]{{2,}}(?:л|ла|ло|ли|лся|лась|лись|лось)\b)",
        weekday_told,
    ),
    rule("date", rf"(?:{TOLD_ON})(?P<weekday>{_WEEKDAY})", weekday_told, leads=False),
    rule("date", rf"(?:{TURN}{_})?(?P<weekday>{_WEEKDAY})", values.weekday),
    rule("time", rf"(?P<weekday>{_WEEKDAY}){_}{_DAYPART}", values.clock),
    rule("set", rf"(?:[Кк]ажд(?:ый|ую|ое)|[Пп]о){_}{_WEEKDAY}(?:ам|ям)?", values.unresolved),
)
_AROUND_UNIT = (
    rule(
        "date",
        rf"{_PART}?(?P<ordinal>[XVIХVІ]+|{_ORDINAL}){_}(?:век[ае]?|столети[еяи])",
        values.century,
    ),
    rule("date", rf"{_PART}?(?P<decade>{alternation(DECADES)}){_}год(?:ы|ов|ах)", values.decade),
    # в этом году, в прошлом месяце, на следующей неделе, в конце этого года
    rule(
        "date",
        rf"{_PART}?{TURN}{_}(?P<unit>год[ау]?|недел[яиею]|неделю|месяц[ае]?|квартал[ае]?|"
        r"век[ае]?|столети[еяи]|десятилети[еяи])",
        shift,
    ),
    rule("date", rf"{_PART}(?:года|месяца|недели|века|столетия|десятилетия)", values.unresolved),
    # в тот же день, в том же году, годом ранее, спустя три года, двумя днями позже
    rule("date", rf"(?P<step>[Тт]ого{_}же|[Тт]ом{_}же|[Тт]от{_}же|[Тт]ой{_}же){_}"
         r"(?P<unit>год[ау]?|месяц[ае]?|неделе|недели)", values.stepped),
    rule("date", rf"(?P<step>[Пп]редыдущ(?:ий|его|ем|ей|ая)|[Пп]оследующ(?:ий|его|ем|ей|ая)){_}"
         r"(?P<unit>год[ау]?|месяц[ае]?|недел[яие])", values.stepped),
    rule("date", rf"(?:{_HEDGE}{_})?(?:чем{_})?(?P<count>(?i:{_COUNT})){_}(?P<unit>{_UNIT}){_}"
         r"(?P<step>спустя|позже|позднее|ранее|раньше)", values.stepped),
    rule("date", rf"(?P<step>[Сс]пустя){_}(?:{_HEDGE}{_})?(?P<count>(?i:{_COUNT})){_}"
         rf"(?P<unit>{_UNIT})", values.stepped),
    rule("date", rf"(?P<step>[Сс]пустя){_}(?P<unit>день|сутки|неделю|месяц|год)", one_step),
    rule("date", rf"(?P<unit>[Дд]нем|[Дд]нём|[Нн]еделей|[Мм]есяцем|[Гг]одом|[Дд]ень|[Нн]еделю|"
         rf"[Мм]есяц|[Гг]од){_}(?P<step>спустя|позже|позднее|ранее|раньше)", one_step),
    # три года назад, через два месяца, спустя три года
    rule(
        "date",
        rf"(?:{_HEDGE}{_})?(?:чем{_})?(?P<count>(?i:{_COUNT})){_}(?P<unit>{_UNIT}){_}"
        r"(?P<turn>тому назад|назад)",
        values.distance,
    ),
    rule("date", rf"(?P<unit>[Гг]од|[Мм]есяц|[Нн]еделю){_}(?P<turn>тому назад|назад)",
         one_ago),
    rule("date", rf"(?P<turn>[Чч]ерез){_}(?:{_HEDGE}{_})?(?P<count>{_COUNT}){_}(?P<unit>{_UNIT})",
         after_so_many),
    rule("date", rf"(?P<turn>[Чч]ерез){_}(?P<unit>день|неделю|месяц|год)", after_so_many),
    rule("date", rf"{_VAGUE}{_UNIT}{_}(?:тому )?назад", values.unresolved),
    rule("date", rf"(?:[Чч]ерез|[Сс]пустя){_}{_VAGUE}{_UNIT}", values.unresolved),
    # последние три года, в ближайшие месяцы, за последние годы
    rule("duration", rf"{_PLURAL_TURN}{_}(?:(?:{_COUNT}|несколько|пару){_})?(?:{_SPAN_WORDS})",
         values.unresolved),
    rule("duration", rf"(?:{_HEDGE}{_})?(?:чем{_})?(?P<count>(?i:{_COUNT})){_}"
         rf"(?P<unit>{_SPAN_WORDS})", values.unresolved),
    rule("duration", rf"{_VAGUE}(?:{_SPAN_WORDS})", values.unresolved),
    rule("duration", rf"[Пп]олтора{_}(?:{_SPAN_WORDS})|[Пп]олгода|[Пп]олугод\w+",
         values.unresolved),
    rule("duration", rf"[Вв]е(?:сь|сего){_}(?:день|год|месяц)|[Вв]сю{_}неделю", values.unresolved),
    rule("set", rf"[Кк]ажд(?:ый|ую|ое|ые)(?:{_}(?:{_COUNT}|{_ORDINAL}))?{_}(?:{_UNIT})",
         values.unresolved),
    rule("set", rf"(?:раз{_}в|в){_}(?:год|месяц|неделю|день|сутки)(?!{_}(?:назад|\d))",
         values.unresolved),
)  # fmt: skip
_AROUND_WORD = (
    rule("date", r"(?P<deictic>[Сс]егодня|[Вв]чера|[Зз]автра|[Пп]озавчера|[Пп]ослезавтра)",
         values.deictic),
    rule("date", rf"(?P<deictic>[Сс]егодняшн(?:ий|его|ем|ей)|[Вв]черашн(?:ий|его|ем|ей)){_}"
         r"(?:день|дня|дне)?", values.deictic),
    rule("time", rf"(?P<deictic>[Сс]егодня|[Вв]чера|[Зз]автра){_}{_DAYPART}", values.clock),
    rule("date", r"[Нн]акануне(?=[ \xa0](?:[а-яё]+(?:л|ла|ли|ло|лся|лась|лись)\b|вечером|в[ \xa0]|"
         r"[А-ЯЁ][а-яё-]*(?:[бвгджзклмнпрстфхцчшщй]|ия)\b|[А-ЯЁ]{2,}\b|[а-яё]+(?:ий|ый)[ \xa0]|"
         r"(?:президент|премьер|министр|глава)\b)|[,.])", day_before),
    rule("date", rf"(?P<narrated>[Тт]от{_}же{_}день|[Тт]ого{_}же{_}дня|[Нн]а{_}следующий{_}день|"
         rf"[Вв]{_}тот{_}день|[Нн]аутро)", values.narrated),
    rule("time", r"[Сс]ейчас|[Тт]еперь|[Вв] настоящее время|[Нн]ыне|[Вв] данный момент|"
         r"[Вв] настоящий момент|[Нн]а данный момент", values.unresolved),
    rule("set", r"[Ее]жегодн(?:о|ый|ая|ое|ые|ого|ой|ых|ому|ым)|[Ее]жемесячн\w{1,3}|"
         r"[Ее]женедельн\w{1,3}|[Ее]жедневн\w{1,3}|[Ее]жеквартальн\w{1,3}", values.unresolved,
         leads=False),
)  # fmt: skip
_RULES: dict[str, tuple[Rule, ...]] = {
    "month": _AROUND_MONTH,
    "season": _AROUND_SEASON,
    "number": _AROUND_NUMBER,
    "weekday": _AROUND_WEEKDAY,
    "unit": (*_AROUND_UNIT, *_AROUND_WORD),
    "word": _AROUND_WORD,
}
_HALVES = ("полгода", "полугода")

CALENDAR = TimeLanguage(
    code="ru",
    months=MONTHS,
    weekdays=WEEKDAYS,
    seasons=SEASONS,
    units=UNITS,
    turns=TURNS,
    deictics=DEICTICS,
    hedges=HEDGES,
    numerals=NUMERALS,
    decades=DECADES,
    day_first=True,
    cores=cores(
        {
            "word": (*CORE_WORDS, *SETS),
            "month": MONTHS,
            "season": SEASONS,
            "weekday": WEEKDAYS,
            "unit": (*UNITS, *_HALVES),
        }
    ),
    rules=_RULES,
    age=re.compile(r"(?:\bв возрасте|\bдо|\bстарше|\bмладше|\b[Ее]му|\b[Ее]й) $"),
    future=re.compile(
        r"\b(?:будет|будут|предстоит|планиру\w+|намерен\w*|ожида\w+|собира\w+|запланирован\w*|"
        r"намечен\w*|следующ\w+|ближайш\w+|состоится|состоятся|пройдет|пройдёт|пройдут|встретится|"
        r"встретятся|посетит|посетят|прибудет|прибудут|подпишет|подпишут|начнет|начнёт|начнут|"
        r"начнется|начнётся|примет|примут|обсудит|обсудят|получит|получат|направит|отправит|"
        r"проведет|проведёт|проведут|откроет|станет|станут|должн\w+|готов\w*|завтра)\b"
    ),
    before=(
        ("since", before(r"со времен[и]? |начиная со? |со? ")),
        ("until", before(r"вплоть до |до |по ")),
        ("before", before(r"перед |к ")),
        ("after", before(r"после |по окончании |по истечении ")),
        (
            "during",
            before(
                r"во время |в течение |на протяжении |в ходе |в период |в |во |на |за |летом |"
                r"в рамках "
            ),
        ),
        ("about", before(r"около |примерно (?:в )?|ориентировочно (?:в )?")),
        ("of", before(r"от ")),
    ),
    joins=(
        (before(r"между "), re.compile(r"\s?и\s?")),
        (before(r"со? |от "), re.compile(r"\s?(?:по|до)\s?")),
        (before(r"в период со? |период со? "), re.compile(r"\s?(?:по|до)\s?")),
        (before(""), re.compile(r"\s?[-–—/]\s?")),
    ),
    narrated=NARRATED,
    steps=STEPS,
    elapsed=re.compile(r"\s(?:спустя|после|до|раньше|позже|позднее|ранее)\b"),
)  # fmt: skip
