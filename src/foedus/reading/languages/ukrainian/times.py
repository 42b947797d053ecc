"""The Ukrainian calendar: its words in all cases, and the patterns of its temporal expressions."""

import re

from foedus.reading.languages.ukrainian.calendar_words import (
    DECADES,
    DEICTICS,
    HEDGES,
    MONTHS,
    SEASONS,
    TURN,
    TURNS,
    UNITS,
    WEEKDAYS,
    WILL,
)
from foedus.reading.languages.ukrainian.numerals import NUMERALS
from foedus.reading.languages.ukrainian.time_values import coming, of_year, told_past, years_off
from foedus.reading.languages.ukrainian.word_set import word_set
from foedus.reading.times import values
from foedus.reading.times.figures import DATES_IN_FIGURES, YEAR
from foedus.reading.times.words import (
    Rule,
    TimeLanguage,
    alternation,
    before,
    cores,
    rule,
)

__all__ = ["CALENDAR"]


_ = r"[ \xa0]"
_MONTH = alternation((*MONTHS, *(month.capitalize() for month in MONTHS)))
_GENITIVE = (
    r"(?:[Сс]ічня|[Лл]ютого|[Бб]ерезня|[Кк]вітня|[Тт]равня|[Чч]ервня|[Лл]ипня|[Сс]ерпня|[Вв]ересня|"
    r"[Жж]овтня|[Лл]истопада|[Гг]рудня)"
)
# Months as other words ("лютий" is fierce, "лип" lindens) count only beside a preposition or date.
_WEEKDAY = alternation((*WEEKDAYS, *(day.capitalize() for day in WEEKDAYS)))
_DAY = r"(?:[12]?\d|3[01])(?:-?(?:е|го|те|ге|ше))?(?![\d.,:]\d|\d)"
_Y = rf"(?:{_}?(?:року|році|роком|рік|р\.|р\b))"
_YS = rf"(?:{_}?(?:років|роках|рокам|роки|рр\.|рр\b|року|році))"
_SEASON = rf"(?P<season>{alternation((*SEASONS, *(s.capitalize() for s in SEASONS)))})"
_PART = (
    rf"(?:(?:[Пп]очат(?:ок|ку)|[Кк]ін(?:ець|ця|ці|цю)|[Нн]априкінці|[Сс]ередин[аиуі]|"
    rf"[Пп]ерш(?:а|ої|у|ій) половин[аиуі]|[Дд]руг(?:а|ої|у|ій) половин[аиуі]|"
    rf"[Пп]ерш(?:ий|ого|ому) квартал[ауі]?|"
    rf"[Пп]ерші місяці|[Пп]ерш(?:е|ого|ому) півріччі?я?|[Дд]руг(?:е|ого|ому) півріччі?я?){_})"
)
_UNIT = alternation(UNITS)
_COUNT = rf"(?i:{NUMERALS.pattern})"
_HEDGE = (
    r"(?P<hedge>[Мм]айже|[Тт]рохи менше|[Мм]енш як|[Мм]енш ніж|[Мм]енше|[Бб]ез малого|[Нн]е менше|"
    r"[Бб]ільше ніж|[Бб]ільш як|[Бб]ільш ніж|[Бб]ільше|[Пп]онад|[Бб]лизько|[Пп]риблизно|"
    r"[Оо]рієнтовно|[Щщ]онайменше)"
)
_VAGUE = (
    rf"(?:[Кк]ілька|[Кк]ількох|[Дд]екілька|[Дд]екількох|[Бб]агато|[Бб]агатьох|[Пп]ару|[Пп]ара|"
    rf"[Дд]овгі|[Дд]есят(?:ки|ок|ків)|[Сс]отні){_}"
)
_SPAN_WORDS = alternation(tuple(word for word in UNITS if word != "році"))
_ORDINAL = alternation(tuple(NUMERALS.ordinals))
_DAYPART = r"(?:вранці|увечері|ввечері|вночі|уночі|вдень|ранку|вечора)"
_PLURAL_TURN = (
    r"(?:останні[хмй]?(?:ми)?|минул[іи][хм]?(?:и)?|найближч[іи][хм]?(?:и)?|наступн[іи][хм]?(?:и)?|"
    r"перш[іи][хм]?(?:и)?|попередн[іи][хм]?(?:и)?)"
)
_NOT_YEAR = (
    rf"(?!\d|[.,]\d|{_}?%|{_}(?:осіб|людей|км|доларів|гривень|євро|солдатів|військових|тонн|тис))"
)
_LATER_YEARS = rf"(?:{_}(?P<year>{YEAR}){_Y}?|{_}{TURN}{_}року)"


_AROUND_MONTH = (
    rule(
        "date",
        rf"(?<=\bдо )(?:кінця |початку |середини )?(?P<month>{_GENITIVE})(?!{_}?\d|{_}{TURN})",
        coming(values.month),
    ),
    # 19 червня 2024 року, у вівторок, 19 червня, 19 червня минулого року
    rule(
        "date",
        rf"(?:(?P<weekday>{_WEEKDAY}),?{_})?(?P<day>{_DAY}){_}(?P<month>{_GENITIVE}){_LATER_YEARS}?",
        of_year(values.day),
    ),
    # у червні 2024 року, червень минулого року, на початку травня
    rule(
        "date",
        rf"{_PART}?(?P<month>{_MONTH})"
        rf"(?:,?{_}(?P<year>{YEAR}){_Y}?|{_}{TURN}{_}року"
        rf"|(?={_}?(?:і|й|та|або|[-–—/]){_}?{_MONTH}{_}(?P<year2>{YEAR})))",
        of_year(values.month),
    ),
    rule("date", rf"{_PART}(?P<month>{_GENITIVE})", values.month),
    rule(
        "date",
        rf"(?P<month>(?:[Сс]іч|[Тт]рав|[Чч]ерв|[Лл]ип|[Сс]ерп|[Бб]ерез|[Вв]ерес|[Жж]овт|[Кк]віт|[Гг]руд)"
        rf"(?:ень|ня|ню|нем|ні))(?={_}?(?:і|й|та|або|[-–—/]){_}?{_MONTH}{_}(?P<year2>{YEAR}))?",
        values.month,
        leads=False,
    ),
    rule(
        "date",
        r"(?:(?<=\b[УуВв] )|(?<=\b[Зз] )|(?<=\bдо )|(?<=\bпо )|(?<=\bна )|(?<=\bза ))"
        r"(?P<month>лютому|лютого|лютий|листопаді|листопада|листопад)(?=\W|$)",
        values.month,
        leads=False,
    ),
    rule("date", rf"{TURN}{_}(?P<month>{_MONTH})", values.month),
    rule("set", rf"[Кк]ожн(?:ого|ий){_}{_MONTH}", values.unresolved),
)
_AROUND_SEASON = (
    rule(
        "date",
        rf"{_PART}?{_SEASON}(?:{_}(?P<year>{YEAR})(?:[-–—/](?P<year2>{YEAR}|\d\d))?(?:{_Y}|{_YS})?"
        rf"|{_}{TURN}{_}року)",
        values.season,
    ),
    rule("date", rf"{TURN}{_}{_SEASON}", values.season),
    rule(
        "date",
        rf"{_PART}?(?P<season>[Нн]авесні|[ВвУу]літку|[Вв]осени|[ВвУу]зимку)",
        values.season,
    ),
    rule("date", rf"{_PART}(?P<season>весни|літа|осені|зими)", values.season),
)
_AROUND_NUMBER = (
    *DATES_IN_FIGURES,
    # the first of a pair: 19–23 липня, з 19 до 23 липня, 15 і 16 березня
    rule(
        "date",
        rf"(?P<day>{_DAY})"
        rf"(?={_}?(?:по|і|й|та|або|до|,|[-–—]){_}?(?:{_DAY}(?: і| та|,){_}){{0,3}}"
        rf"{_DAY}{_}(?P<month2>{_GENITIVE})(?:{_}(?P<year2>{YEAR}))?)",
        values.day,
    ),
    rule("date", rf"{_PART}(?P<year>{YEAR})(?:-?(?:го|му))?{_Y}", values.year),
    rule("date", rf"(?P<year>{YEAR})(?:-?(?:го|му|й))?{_Y}", values.year, leads=False),
    rule(
        "date",
        rf"(?P<year>{YEAR})(?=(?:{_}?[-–—/]{_}?|{_}(?:і|й|та|або|по|до){_}|,{_}){YEAR})",
        values.year,
        leads=False,
    ),
    rule("date", rf"(?<=\d[-–—/])(?P<year>{YEAR}){_YS}?", values.year, leads=False),
    rule("date", rf"(?<=\d[ \xa0][-–—][ \xa0])(?P<year>{YEAR}){_YS}?", values.year, leads=False),
    rule("date", rf"(?P<year>{YEAR}){_YS}", values.year, leads=False),
    rule("date", rf"{_PART}?(?P<year>{YEAR})-?(?:му|го|ий|й)", values.year),
    rule("date", rf"(?P<ordinal>\d{{1,2}})-?(?:е|го|му|те)?{_}ст\.?", values.century, leads=False),
    rule(
        "date",
        rf"(?:(?<=\b[УуВв] )|(?<=\b[Зз] )|(?<=\bдо )|(?<=\bпісля )|(?<=\()|(?<=, ))"
        rf"(?P<year>{YEAR})-?(?:го|му|й)?(?={_}?(?:[.,;:()»]|$)){_NOT_YEAR}",
        values.year,
        leads=False,
    ),
    rule("time", rf"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:{_}?(?:UTC|за{_}\w+{_}часом))?",
         values.unresolved, leads=False),
    # 1960-ті роки, 60-х років
    rule(
        "date",
        rf"{_PART}?(?P<decade>(?:1\d|20)?\d0)-?(?:ті|тих|і|их|х|ми)(?:{_}(?:роки|років|роках|рр\.?))?",
        values.decade,
    ),
    rule("date", rf"(?P<ordinal>\d{{1,2}})-?(?:е|го|му|те|ому)?{_}(?:столітт[яі]|сторічч[яі])",
         values.century, leads=False),
)  # fmt: skip
_AROUND_WEEKDAY = (
    rule("date", rf"(?:{TURN}{_})?(?P<weekday>{_WEEKDAY})(?!{_}сил)", told_past(values.weekday)),
    rule("time", rf"(?P<weekday>{_WEEKDAY}){_}{_DAYPART}", values.clock),
    rule("set", rf"(?:[Кк]ожн(?:ого|ої|у|ий)|[Щщ]о){_}{_WEEKDAY}", values.unresolved),
)
_AROUND_UNIT = (
    rule(
        "date",
        rf"{_PART}?(?P<ordinal>[XVIХІ]+|{_ORDINAL}){_}(?:столітт[яі]|сторічч[яі]|ст\.)",
        values.century,
    ),
    rule("date", rf"{_PART}?(?P<decade>{alternation(DECADES)}){_}рок(?:и|ів|ах)", values.decade),
    # цього року, минулого місяця, на наступному тижні, наприкінці цього року
    rule(
        "date",
        rf"{_PART}?{TURN}{_}(?P<unit>року|році|рік|тижня|тижні|тиждень|місяця|місяці|місяць|"
        r"кварталу|кварталі|століття|столітті|десятиліття|десятилітті)",
        values.shift,
    ),
    rule("date", rf"{_PART}(?:року|місяця|тижня|століття|десятиліття)", values.unresolved),
    rule("date", rf"(?P<narrated>[Тт]ого{_}(?:(?:же|самого|ж){_})?дня|[Нн]аступного{_}дня)",
         values.narrated),
    rule("date", rf"(?P<step>[Тт]ого){_}(?:(?:же|самого|ж){_})?(?P<unit>року|місяця)",
         values.stepped),
    rule("date", rf"(?P<step>[Нн]аступного){_}(?P<unit>року|місяця)(?={_}(?:після|по){_})",
         values.stepped),
    rule("date", rf"(?:[Пп]опередн)\w+{_}(?:день|дня|року|місяця|тижня)", values.unresolved),
    # три роки тому, за два місяці, через три роки
    rule(
        "date",
        rf"(?:{_HEDGE}{_})?(?P<count>{_COUNT}){_}(?P<unit>{_UNIT}){_}(?P<turn>тому)(?!,)",
        values.distance,
    ),
    rule("date", rf"(?P<unit>[Рр]ік|[Мм]ісяць|[Тт]иждень){_}(?P<turn>тому)(?!,)",
         lambda found, anchor: values.earlier_by(1, found.unit or "year", anchor)),
    rule("date", rf"{_VAGUE}{_UNIT}{_}тому", values.unresolved),
    rule("date", rf"(?:[Чч]ерез|[Зз]а){_}{_VAGUE}{_UNIT}(?:{_}після)?", values.unresolved),
    rule("date", rf"(?P<step>[Чч]ерез){_}(?:{_HEDGE}{_})?(?P<count>{_COUNT}){_}(?P<unit>{_UNIT})",
         values.stepped),
    # останні три роки, найближчими місяцями
    rule("duration", rf"{_PLURAL_TURN}{_}(?:(?:{_COUNT}|кілька|пару){_})?(?:{_SPAN_WORDS})",
         values.unresolved),
    rule("duration", rf"(?:{_HEDGE}{_})?(?P<count>{_COUNT}){_}(?P<unit>{_SPAN_WORDS})",
         values.unresolved),
    rule("duration", rf"{_VAGUE}(?:{_SPAN_WORDS})", values.unresolved),
    rule("duration", rf"[Пп]івтора{_}(?:{_SPAN_WORDS})|[Пп]івроку|[Пп]івріччя", values.unresolved),
    rule("duration", rf"[УуВв]есь{_}(?:день|рік|місяць|тиждень)", values.unresolved),
    rule("set", rf"[Кк]ожн(?:ого|ий|у|ої|і)(?:{_}(?:{_COUNT}|{_ORDINAL}))?{_}(?:{_UNIT})",
         values.unresolved),
    rule("set", rf"(?:раз{_}на){_}(?:рік|місяць|тиждень|день|добу)", values.unresolved),
)  # fmt: skip


_AROUND_WORD = (
    rule("date", r"(?P<deictic>[Сс]ьогодні|[ВвУу]чора|[Зз]автра|[Пп]озавчора|[Пп]іслязавтра)",
         values.deictic),
    rule("date", rf"(?P<deictic>[Сс]ьогоднішн(?:ій|ього|ьому)|[ВвУу]чорашн(?:ій|ього|ьому)){_}"
         r"(?:день|дня|дні)?", values.deictic),
    rule("time", rf"(?P<deictic>[Сс]ьогодні|[ВвУу]чора|[Зз]автра){_}{_DAYPART}", values.clock),
    rule("date", r"[Тт]орік", years_off(-1), leads=False),
    rule("date", r"[Тт]оріш(?:ній|нього|ньому|ня|ньої|ню)", years_off(-1), leads=False),
    rule("date", r"[Пп]озаторік", years_off(-2), leads=False),
    rule("date", r"[Цц]ьогоріч", years_off(0), leads=False),
    rule("date", r"[Нн]апередодні(?=[ \xa0,])(?![ \xa0][а-яіїє]+(?:ої|их|у|а|ого)\b)",
         values.unresolved),
    rule("time", r"[Зз]араз|[Тт]епер|[Нн]ині|[Нн]аразі|[Нн]а цей момент|[УуВв] цей час",
         values.unresolved),
    rule("set", r"[Щщ]орічн(?:о|ий|а|е|і|ого|ої|их)|[Щщ]ороку|[Щщ]омісяц[яь]|[Щщ]омісячн\w{1,3}|"
         r"[Щщ]отижн[яь]|[Щщ]отижнев\w{1,3}|[Щщ]одн[яі]|[Щщ]оденн\w{1,3}", values.unresolved,
         leads=False),
)  # fmt: skip

_CORE_WORDS = word_set(
    """сьогодні вчора учора завтра позавчора післязавтра сьогоднішній сьогоднішнього сьогоднішньому
    вчорашній вчорашнього вчорашньому напередодні зараз тепер нині наразі момент час торік
    торішній торішнього торішньому торішня торішньої торішню позаторік цьогоріч щороку щомісяця
    щомісяць щотижня щодня щодні"""
)
_SETS = tuple(
    stem + end
    for stem in ("щорічн", "щомісячн", "щотижнев", "щоденн")
    for end in ["о", "ий", "а", "е", "і", "ого", "ої", "их", "ому", "им", "у"]
)
_HALVES = ("півроку", "півріччя")
_RULES: dict[str, tuple[Rule, ...]] = {
    "month": _AROUND_MONTH,
    "season": _AROUND_SEASON,
    "number": _AROUND_NUMBER,
    "weekday": _AROUND_WEEKDAY,
    "unit": (*_AROUND_UNIT, *_AROUND_WORD),
    "word": _AROUND_WORD,
}

CALENDAR = TimeLanguage(
    code="uk",
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
            "word": (*_CORE_WORDS, *_SETS),
            "month": MONTHS,
            "season": SEASONS,
            "weekday": (*WEEKDAYS, "ятницю", "ятниці", "ятниця", "ятницею"),
            "unit": (*UNITS, *_HALVES, "ст"),
        }
    ),
    rules=_RULES,
    age=re.compile(r"(?:\bвіком|\bвіці|\bдо|\bстарше|\bмолодше|\b[Йй]ому|\b[Її]й) $"),
    future=re.compile(
        rf"\b(?:{WILL}|буде|будуть|плану\w+|має намір|очіку\w+|збира\w+|"
        r"запланован\w+|призначен[аоеиій]\w?|наступн\w+|"
        r"найближч\w+|відбудеться|відбудуться|пройде|пройдуть|зустрінеться|зустрінуться|"
        r"відвідає|відвідають|прибуде|прибудуть|підпише|підпишуть|почне|почнуть|розпочне\w*|"
        r"почнеться|отримає|отримають|надішле|направить|проведе|проведуть|відкриє|стане|стануть|"
        r"повин\w+|готов\w*|завтра|домови\w+|погоди\w+|пообіця\w+|обіця\w+|зобов['’ʼ]яз\w+|\w+(?:тиме|тимуть))\b",
        re.IGNORECASE,
    ),
    before=(
        ("since", before(r"починаючи з[і]? |з[і]? |із ")),
        ("until", before(r"аж до |до |по ")),
        ("before", before(r"перед ")),
        ("after", before(r"після ")),
        ("during", before(r"під час |упродовж |впродовж |протягом |у ході |в |у |на |за ")),
        ("about", before(r"близько |приблизно |орієнтовно (?:в |у )?")),
        ("of", before(r"від ")),
    ),
    joins=(
        (before(r"між "), re.compile(r"\s?(?:і|й|та)\s?")),
        (before(r"[з]і? |із |від "), re.compile(r"\s?(?:по|до)\s?")),
        (before(r"(?:у |в )?період з[і]? "), re.compile(r"\s?(?:по|до)\s?")),
        (before(r""), re.compile(r"\s?[-–—/]\s?")),
        (before(r"[ув] "), re.compile(r"\s(?:і|й|та)\s")),
    ),
    narrated={
        "того дня": 0,
        "того ж дня": 0,
        "того же дня": 0,
        "того самого дня": 0,
        "наступного дня": 1,
    },
    steps={"через": 1, "того": 0, "наступного": 1},
    elapsed=re.compile(r"\s(?:потому|після|до|раніше|пізніше)\b"),
)
