"""How Ukrainian places things in a city: by preposition and case."""

import re

from foedus.reading import capitals

__all__ = ["acts"]

_SEATED = r"режим|уряд|влад|керівництв|хунт|посольств"
_LOCATED = (
    r"аеропорт\w*|вокзал\w*|міст[оауі]\w*|столиц\w*|метро|вулиц\w*|університет\w*|квартал\w*|"
    r"передміст\w*|околиц\w*|мешкан\w*|жител\w*|мер\w{0,3}|мері[яїю]\w*|порт\w{0,3}|площ\w*|центр\w*|"
    r"район\w*|північ|південь|півдні|схід|сході|захід|заході|саміт\w*|конференці\w*|битв\w*|оборон\w*|"
    r"облог\w*|взятт\w*|штурм\w*|визволенн\w*|звільненн\w*|обстріл\w*|бомбардуванн\w*|дорог\w*|рейс\w*|"
    r"неб[оаі]|населення|протокол\w*|угод\w*|декларац\w*|домовленост\w*|процес\w*|договір|договор\w+"
)
_MOVED = (
    r"прибу\w+|приїха\w+|приїзд\w*|приїжджа\w+|приліт\w*|приле\w+|вилеті\w+|вируши\w+|вирушат\w+|"
    r"візит\w*|поїздк\w*|поїха\w+|їде|їдуть|летить|рейс\w*|поверн\w+|поверта\w+|шлях\w*|направи\w+|"
    r"запро[сш]\w+|переїзд\w*|достав\w+|увійш\w+|ввійш\w+|вступи\w+|відвіда\w+|дороз\w+|евакую\w+"
)
_MONTHS = r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
_PLACING = capitals.Placing(
    locative=re.compile(
        rf"(?:\b(?:[УуВв]|[Пп]ід|[Іі]?[Зз]і?|[Нн]ад|[Кк]оло|[Пп]облизу|[Пп]ри|[Чч]ерез|[Пп]о|"
        rf"[Бб]іля|[Нн]авколо|[Пп]оза|[Зз]а межами)|\b(?:{_MOVED})(?: [\w-]+){{0,3}} до) "
        r"(?:(?:центральн|північн|південн|східн|західн|обложен|окупован)\w+ )?$"
    ),
    dative=re.compile(rf"\b(?:{_SEATED})\w* [ув] $"),
    located=re.compile(rf"\b(?:{_LOCATED}) $", re.IGNORECASE),
    placed=re.compile(
        rf"^(?:, \d{{1,2}} (?:{_MONTHS})|\. \d{{1,2}} |[.,] (?:Укрінформ|УНІАН|ТАСС)|"
        r" \((?:Укрінформ|УНІАН|AFP|Reuters))"
    ),
)
# "У Києві заявили", "заявили в Пентагоні": with the plural of a verb of saying a capital speaks.
_SAYING = (
    r"(?:заяв|повідом|розповіл|зазнач|підкресл|наголос|додал|вважают|стверджу|спросту|запереч|"
    r"підтверд|засуд|попере|запевн|нагад|кажут|говорят|поясн|відреагу|назва|пообіця|очіку|сподіва|"
    r"звинуват|заклика|перекона|впевнен|упевнен|вірять|визна|наполяг|вимага|погрож|пригроз)\w*(?<=ли|ть|ні)"
)
# "З Пхеньяном" is with somebody, "з Пхеньяна" from a place.
_WITH = re.compile(r"\b[Іі]?[Зз]і? $")
_INSTRUMENTAL = ("ом", "ем", "єм", "ою", "ею", "єю")
_SAID_BEFORE = re.compile(rf"\b{_SAYING} (?:вже |також )?[ув] $")
_IN = re.compile(r"\b[УуВв] $")
_SAID_AFTER = re.compile(rf"^,? (?:(?:вже|також|також|цього дня|раніше) )?{_SAYING}\b")


def acts(text: str, start: int, end: int, city: bool = True) -> bool:
    """Return whether the city, or the palace, at these characters stands for its government."""
    before, after = text[max(0, start - 40) : start], text[end : end + 32]
    if _WITH.search(before) and text[start:end].endswith(_INSTRUMENTAL):
        return True
    if _SAID_BEFORE.search(before) or (_IN.search(before) and _SAID_AFTER.match(after)):
        return True
    return capitals.acts(_PLACING, text, start, end, city)
