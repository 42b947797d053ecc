"""Persons who speak for an actor in a Ukrainian text.

Known office-holders in all cases; names that stand beside an office and its country ("міністр
оборони Вірменії Сурен Папікян"); both by surname alone afterwards.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from foedus.actors.offices import HolderName, holder_names
from foedus.reading.dictionary import Dictionary
from foedus.reading.languages.slavic.surnames import name_forms
from foedus.reading.languages.ukrainian.morphology import nominative, readings
from foedus.reading.languages.ukrainian.words import actor_words
from foedus.reading.reading import Mention
from foedus.reading.spans import Taken

__all__ = ["persons"]

_OFFICES = (
    r"(?:[Пп]резидент|[Пп]рем['’ʼ]єр|[Вв]іцепрем['’ʼ]єр|[Вв]іцепрезидент|[Мм]іністр|[Гг]лав|"
    r"[Гг]олов|[Оо]чільни|[Кк]анцлер|[Рр]ечни|[Кк]орол|[Ее]мір|[Пп]ринц|[Лл]ідер|[Пп]осол|[Пп]осл|"
    r"[Гг]енерал|[Аа]дмірал|[Пп]олковни|[Сс]екретар|[Дд]ержсекретар|[Гг]енсек|[Пп]редставни|"
    r"[Сс]пецпредставни|[Дд]ипломат|[Зз]аступни|[Рр]адни|[Кк]омандувач|[Гг]оловнокомандувач|"
    r"[Дд]епутат|[Сс]енатор|[Сс]пікер|[Кк]ерівни|[Дд]иректор|[Кк]омісар|[Ії]мператор|[Сс]ултан|"
    r"[Цц]ар|[Шш]ах|[Фф]юрер|[Рр]ейхсканцлер|[Пп]ереговорни|[Пп]осланни|[Дд]ержсекретар|[Ее]ксміністр|"
    r"[Мм]аршал|[Мм]онарх|[Дд]иктатор|[Пп]рокурор|[Тт]имчасов|[Мм]ер)[\w'’ʼ-]*"
)
_WORD = r"[А-ЯІЇЄҐ][а-яіїєґ'’ʼ]+(?:-[А-ЯІЇЄҐ]?[а-яіїєґ'’ʼ]+)*"
_PARTICLE = r"(?:аль-|ель-|ібн |бен |бін |ван |фон |де |да |ді |дер )"
_NAME = re.compile(rf"(?:{_PARTICLE})?{_WORD}(?: (?:{_PARTICLE})*{_WORD}){{1,3}}")
_SURNAME = re.compile(rf"(?:{_PARTICLE})?{_WORD}(?![\w-])")
# Between an office and its country, or between the country and the name.
_PORTFOLIO = (
    r"(?: (?:оборони|закордонних|внутрішніх|справ|національної|безпеки|економіки|фінансів|"
    r"енергетики|"
    r"юстиції|з питань|зовнішньої|політики|уряду|держави|військ|збройних|сил|штабу|генштабу|"
    r"Генштабу|МЗС|Міноборони|парламенту|Сейму|ради|Ради|Генерального|адміністрації|комітету|міністра|"
    r"міністерства|президента|делегації|фракції|опозиції|розвідки|армії|флоту|ВМС|ВПС|та|і|у|в|з|із|"
    r"закордонної|дипломатії|генерального|головнокомандувача|спецслужби|служби|місії|Кабінету|"
    r"Міністерства|міністрів|Державного|державного|департаменту|Держдепартаменту|Національної|"
    r"Верховної|іноземних|загальних|торгівлі|прокуратури))*"
)
_BEFORE = re.compile(
    rf"\b{_OFFICES}{_PORTFOLIO}(?: [а-яіїєґ]+(?:ського|ської|ському|ський|ська))? $"
)
_OFFICE = re.compile(rf"\b{_OFFICES}")
_AFTER_DEMONYM = re.compile(rf" {_OFFICES}{_PORTFOLIO},? ")
_IN_APPOSITION = re.compile(rf", {_OFFICES}{_PORTFOLIO} $")
_NAME_BEFORE = re.compile(rf"(?P<earlier>[^ ]?) ?(?P<word>{_WORD}) $")
_REACH = 90
# "Посол США в НАТО Меттью Вітакер"
_SEATED = re.compile(r"(?: (?:в|у|при|на) [А-ЯІЇЄҐ][\w-]+)? ")
_TEACHABLE = 4
# The endings of a name of two letters, too short for the rules of declension ("Ин").
_SHORT = ("", "а", "у", "ові", "ом", "і")


def persons(text: str, named: Sequence[Mention], on: dt.date) -> tuple[Mention, ...]:
    """Return the persons named in a `plain` text who speak for an actor, ascending, apart."""
    taken = Taken(())
    others = Taken((one.start, one.end) for one in named)
    known = list(_known(text, on))
    found: list[Mention] = []
    for mention in (*known, *_presented(text, named)):
        covers = mention not in known and others.touches(mention.start, mention.end)
        if not covers and not taken.touches(mention.start, mention.end):
            taken.add(mention.start, mention.end)
            found.append(mention)
    for mention in _taken_up(text, found):
        if not taken.touches(mention.start, mention.end):
            taken.add(mention.start, mention.end)
            found.append(mention)
    return tuple(sorted(found))


def _known(text: str, on: dt.date) -> Iterator[Mention]:
    matches = list(_holders().matches(text))
    full = {name.person: name.words for m in matches for name in m.meanings if " " in name.words}
    for match in matches:
        names = [n for n in match.meanings if not n.ambiguous or n.person in full]
        names = [n for n in names if n.person in full] or names
        names = [n for n in names if n.may_mean_on(on)] or names
        if len({name.person for name in names}) == 1 and not _inside_name(text, match.start):
            name = names[-1]
            person = full.get(name.person) or _full(name.person)
            yield Mention(match.start, match.end, name.actor, "person", person)


def _inside_name(text: str, start: int) -> bool:
    """Whether another first name stands right before ("Генрі Морган": not every Morgan)."""
    before = _NAME_BEFORE.search(text[max(0, start - 40) : start])
    if before is None or re.fullmatch(_OFFICES, before["word"]):
        return False
    if before["word"].lower() in actor_words():
        return False
    if not any(one.proper or not one.known for one in readings(before["word"])):
        return False
    # At the head of a sentence any word has a capital.
    return before["earlier"] not in ("", ".", "!", "?", "«", "\n")


@cache
def _holders() -> Dictionary[HolderName]:
    return Dictionary(
        ((form, name) for name in holder_names("uk") for form in _forms(name.words)),
        "uk",
    )


def _forms(name: str) -> tuple[str, ...]:
    """A name in its cases; of Korean and Chinese names only the last part declines."""
    first, _, last = name.rpartition(" ")
    found = dict.fromkeys(name_forms(name, "uk"))
    if first:
        short = [last + ending for ending in _SHORT] if len(last) == 2 else name_forms(last, "uk")
        found |= dict.fromkeys(f"{first} {form}" for form in short)
    return tuple(found)


@cache
def _full(person: str) -> str:
    own = [name.words for name in holder_names("uk") if name.person == person]
    full = [words for words in own if " " in words] or own
    return full[0] if full else person


def _presented(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Names that stand beside an office and the actor it is held for."""
    for mention in named:
        found = (
            _after_title(text, mention)
            if mention.kind != "demonym"
            else _after_adjective(text, mention)
        ) or _before_title(text, mention)
        if found is not None:
            name = text[found.start() : found.end()]
            if not _title_is_nominative(text, found.start()):
                name = nominative(name)
            yield Mention(found.start(), found.end(), mention.actor, "person", name)


def _title_is_nominative(text: str, start: int) -> bool:
    """Whether the office before a name is in the nominative, and so the name too."""
    before = _OFFICE.findall(text[max(0, start - _REACH) : start])
    return bool(before) and all(one.cases == 1 for one in readings(before[-1]) if one.pos == "N")


def _after_title(text: str, mention: Mention) -> re.Match[str] | None:
    """The name in "міністр оборони Вірменії Сурен Папікян"."""
    window = text[max(0, mention.start - _REACH) : mention.start]
    if not _BEFORE.search(window):
        return None
    gap = _SEATED.match(text, mention.end)
    return _NAME.match(text, gap.end()) if gap else None


def _after_adjective(text: str, mention: Mention) -> re.Match[str] | None:
    """The name in "вірменський міністр оборони Сурен Папікян"."""
    title = _AFTER_DEMONYM.match(text, mention.end)
    if title is not None:
        return _NAME.match(text, title.end())
    if not _BEFORE.search(text[max(0, mention.start - _REACH) : mention.start]):
        return None
    body = re.compile(
        r" (?:[А-ЯІЇЄҐ]{2,}|[а-яіїєґ'’ʼ]+|Міноборони|Генштабу|Сейму)(?: оборони)?,? "
    ).match(text, mention.end)
    return _NAME.match(text, body.end()) if body else None


def _before_title(text: str, mention: Mention) -> re.Match[str] | None:
    """The name in "Сурен Папікян, міністр оборони Вірменії"."""
    left = max(0, mention.start - _REACH)
    title = _IN_APPOSITION.search(text[left : mention.start])
    if title is None:
        return None
    here = left + title.start()
    names = [name for name in _NAME.finditer(text, max(0, here - 50), here) if name.end() == here]
    return names[-1] if names else None


def _taken_up(text: str, presented: Sequence[Mention]) -> Iterator[Mention]:
    """Later mentions of those presented, by full name or by surname, in any case."""
    entries: dict[str, tuple[str, str]] = {}
    for mention in presented:
        full = mention.person or text[mention.start : mention.end]
        last = full.split(" ")[-1]
        for form in _forms(full):
            entries.setdefault(form, (mention.actor, full))
        if len(last) >= _TEACHABLE:
            for form in name_forms(last, "uk"):
                entries.setdefault(form, (mention.actor, full))
    if entries:
        for match in Dictionary(entries.items(), "uk").matches(text):
            actor, full = match.meanings[0]
            yield Mention(match.start, match.end, actor, "person", full)
