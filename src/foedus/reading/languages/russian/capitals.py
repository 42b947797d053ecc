"""How Russian places things in a city: by preposition and case."""

import re

from foedus.reading.capitals import Placing, acts

__all__ = ["PLACING", "acts_in_russian"]

_SEATED = r"режим|правительств|власт|руководств|хунт|посольств"
_LOCATED = (
    r"аэропорт\w*|вокзал\w*|город\w*|столиц\w*|метро|улиц\w*|университет\w*|квартал\w*|"
    r"пригород\w*|окраин\w*|жител\w*|мэр\w*|мэри\w*|порт\w*|площад\w*|центр\w*|район\w*|"
    r"окрестност\w*|север\w*|юг\w*|восток\w*|запад\w*|саммит\w*|конференци\w*|битв\w*|"
    r"оборон\w*|осад\w*|взяти\w*|штурм\w*|освобождени\w*|взорван\w*|обстрел\w*|бомбардировк\w*|"
    r"дорог\w*|рейс\w*|небо\w*|предместь\w*|население"
)
_MOVED = (
    r"прибы\w+|приезд\w*|приех\w+|прилет\w+|вылет\w+|отправи\w+|отправля\w+|визит\w*|поездк\w*|"
    r"поех\w+|рейс\w*|верну\w+|возвраща\w+|пут[ьи]|направи\w+|приглас\w+|приглаш\w+|переезд\w*|"
    r"достав\w+|войд\w+|вош\w+|вступ\w+|едет|едут|летит"
)
PLACING = Placing(
    locative=re.compile(
        rf"(?:\b(?:[Вв]|[Вв]о|[Пп]од|[Ии]з|[Нн]ад|[Оо]коло|[Вв]близи|[Пп]ри|[Чч]ерез|[Пп]о|[Дд]о|"
        rf"[Вв]озле|[Вв]округ|[Зз]а пределами|[Вв]нутри)"
        rf"|\b(?:{_MOVED})(?: [\w-]+){{0,2}} на) "
        r"(?:(?:центральн|северн|южн|восточн|западн|осажденн|осаждённ)\w+ )?$"
    ),
    dative=re.compile(rf"\b(?:{_SEATED})\w* в $", re.IGNORECASE),
    located=re.compile(rf"\b(?:{_LOCATED}) $", re.IGNORECASE),
    placed=re.compile(
        r"^(?:, \d{1,2} (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|"
        r"ноября|декабря)|\. \d{1,2} |[.,] (?:ТАСС|РИА|Интерфакс)| \((?:ТАСС|РИА|AFP|Reuters))"
    ),
)

_SAID = (
    r"заяв\w+|сообщ\w+|отме(?:т|ч)\w+|подчерк\w+|добав\w+|утвержда\w+|счита\w+|полага\w+|призна\w+|"
    r"отверг\w+|опроверг\w+|подтвер\w+|осуди\w+|осужда\w+|назва\w+|называ\w+|отреагир\w+|"
    r"предупре\w+|пообеща\w+|обеща\w+|опаса\w+|надею\w+|надея\w+|ожида\w+|настаива\w+|требу\w+|"
    r"потребова\w+|отказ\w+|реши\w+|раскритик\w+|обвин\w+|напомни\w+|поясни\w+|объясни\w+|"
    r"рассчитыва\w+|уверен\w*|намерен\w*|приветств\w+|понима\w+|указа\w+|призва\w+|недоволь\w+"
)
_PLURAL = r"(?:ли|ют|ят|ут|ат|лись|ются|ятся|ны)"
_AFTER = re.compile(
    rf" (?:(?:[а-яё]+|уже|ранее|также) ){{0,2}}?(?:не )?(?=\w+{_PLURAL}\b)(?:{_SAID})\b"
)
_BEFORE = re.compile(rf"\b(?=\w+{_PLURAL}\b)(?:{_SAID}) (?:[а-яё]+ )?[Вв]о? $")
_IN = re.compile(r"\b[Вв]о? $")


def acts_in_russian(text: str, start: int, end: int, city: bool = True) -> bool:
    """Return whether the city, or the palace, at these characters stands for its government.

    A place does when it is where it is said: "в Москве заявили", "сообщили в Киеве".
    """
    before = text[max(0, start - 48) : start]
    if _IN.search(before) and (_AFTER.match(text, end, end + 60) or _BEFORE.search(before)):
        return True
    return acts(PLACING, text, start, end, city)
