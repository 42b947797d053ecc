"""The case forms of Russian and Ukrainian names of countries, organisations and cities.

Regular declension by ending, of the kinds of noun that such names belong to; a name that does not
decline (Баку, США), or that we do not know how to decline, has none.
"""

from collections.abc import Iterator, Mapping

__all__ = ["case_forms"]

_Cases = tuple[str, str, str, str, str]
# What takes the place of an ending of the nominative in the genitive, dative, accusative,
# instrumental and prepositional: in that order, as the words of a phrase go together.
_NOUNS: Mapping[str, Mapping[str, _Cases]] = {
    "ru": {
        "ия": ("ии", "ии", "ию", "ией", "ии"),
        "ея": ("еи", "ее", "ею", "еей", "ее"),
        "ка": ("ки", "ке", "ку", "кой", "ке"),
        "га": ("ги", "ге", "гу", "гой", "ге"),
        "ха": ("хи", "хе", "ху", "хой", "хе"),
        "ша": ("ши", "ше", "шу", "шей", "ше"),
        "жа": ("жи", "же", "жу", "жей", "же"),
        "ча": ("чи", "че", "чу", "чей", "че"),
        "а": ("ы", "е", "у", "ой", "е"),
        "ие": ("ия", "ию", "ие", "ием", "ии"),
        "ипет": ("ипта", "ипту", "ипет", "иптом", "ипте"),
        "ины": ("ин", "инам", "ины", "инами", "инах"),
        "анды": ("андов", "андам", "анды", "андами", "андах"),
        "ивы": ("ив", "ивам", "ивы", "ивами", "ивах"),
        "амы": ("ам", "амам", "амы", "амами", "амах"),
        "оры": ("ор", "орам", "оры", "орами", "орах"),
        "й": ("я", "ю", "й", "ем", "е"),
        "ь": ("я", "ю", "ь", "ем", "е"),
        "мль": ("мля", "млю", "мль", "млем", "мле"),
        "усь": ("уси", "уси", "усь", "усью", "уси"),
        "ство": ("ства", "ству", "ство", "ством", "стве"),
        "аты": ("атов", "атам", "аты", "атами", "атах"),
        "ж": ("жа", "жу", "ж", "жем", "же"),
    },
    "uk": {
        "ія": ("ії", "ії", "ію", "ією", "ії"),
        "ея": ("еї", "еї", "ею", "еєю", "еї"),
        "ка": ("ки", "ці", "ку", "кою", "ці"),
        "на": ("ни", "ні", "ну", "ною", "ні"),
        "ва": ("ви", "ві", "ву", "вою", "ві"),
        "да": ("ди", "ді", "ду", "дою", "ді"),
        "ра": ("ри", "рі", "ру", "рою", "рі"),
        "ай": ("аю", "аю", "ай", "аєм", "аї"),
        "їв": ("єва", "єву", "їв", "євом", "єві"),
        "їль": ("їлю", "їлю", "їль", "їлем", "їлі"),
        "а": ("и", "і", "у", "ою", "і"),
        "га": ("ги", "зі", "гу", "гою", "зі"),
        "ха": ("хи", "сі", "ху", "хою", "сі"),
        "ща": ("щі", "щі", "щу", "щею", "щі"),
        "джа": ("джі", "джі", "джу", "джею", "джі"),
        "й": ("ю", "ю", "й", "єм", "ї"),
        "ь": ("ю", "ю", "ь", "ем", "і"),
        "ипет": ("ипту", "ипту", "ипет", "иптом", "ипті"),
        "ідень": ("ідня", "ідню", "ідень", "іднем", "ідні"),
        "инів": ("инева", "иневу", "инів", "иневом", "иневі"),
        "ж": ("жа", "жу", "ж", "жем", "жі"),
        "ство": ("ства", "ству", "ство", "ством", "стві"),
        "іни": ("ін", "інам", "іни", "інами", "інах"),
        "иця": ("иці", "иці", "ицю", "ицею", "иці"),
        "єво": ("єва", "єву", "єво", "євом", "єві"),
        "ово": ("ова", "ову", "ово", "овом", "ові"),
        "ори": ("ор", "орам", "ори", "орами", "орах"),
        "іви": ("івів", "івам", "іви", "івами", "івах"),
        "нди": ("ндів", "ндам", "нди", "ндами", "ндах"),
        "піни": ("пін", "пінам", "піни", "пінами", "пінах"),
        "рови": ("ровів", "ровам", "рови", "ровами", "ровах"),
        "усь": ("усі", "усі", "усь", "уссю", "усі"),
        "ати": ("атів", "атам", "ати", "атами", "атах"),
    },
}
_CONSONANTS = "бвгдзклмнпрстфхцчшщ"
_HARD: Mapping[str, _Cases] = {"ru": ("а", "у", "", "ом", "е"), "uk": ("у", "у", "", "ом", "і")}
# Cities take -а where countries take -у; the dative has -ові beside -у (Український правопис 2019,
# §§ 82-84). A form too many names nobody.
_BESIDE: Mapping[str, tuple[str, ...]] = {
    "ж": ("а", "у", "еві", "ем", "і"),
    "ч": ("а", "у", "еві", "ем", "і"),
    "ш": ("а", "у", "еві", "ем", "і"),
    **dict.fromkeys("бвгдзклмнпрстфхц", ("а", "ові")),
}
_ADJECTIVES: Mapping[str, Mapping[str, _Cases]] = {
    "ru": {
        "ая": ("ой", "ой", "ую", "ой", "ой"),
        "ий": ("ого", "ому", "ий", "им", "ом"),
        "ый": ("ого", "ому", "ый", "ым", "ом"),
        "ое": ("ого", "ому", "ое", "ым", "ом"),
        "ые": ("ых", "ым", "ые", "ыми", "ых"),
    },
    "uk": {
        "ька": ("ької", "ькій", "ьку", "ькою", "ькій"),
        "ика": ("икої", "икій", "ику", "икою", "икій"),
        "на": ("ної", "ній", "ну", "ною", "ній"),
        "ова": ("ової", "овій", "ову", "овою", "овій"),
        "ий": ("ого", "ому", "ий", "им", "ому"),
        "ене": ("еного", "еному", "ене", "еним", "еному"),
        "ені": ("ених", "еним", "ені", "еними", "ених"),
        "кі": ("ких", "ким", "кі", "кими", "ких"),
        "ві": ("вих", "вим", "ві", "вими", "вих"),
        "ані": ("аних", "аним", "ані", "аними", "аних"),
        "не": ("ного", "ному", "не", "ним", "ному"),
    },
}
# Two heads with one "and": both would decline, and few texts are worth it.
_JOINED = (" и ", " і ", " та ", " — ", " – ")


def case_forms(words: str, language: str) -> tuple[str, ...]:
    """Return the oblique forms of a name; none for one that we cannot decline, or in other tongues.

    Adjectives decline with the noun they stand before; what follows the noun stays as it is
    (`Соединенные Штаты Америки`).
    """
    if language not in _NOUNS or words.isupper() or any(sign in words for sign in _JOINED):
        return ()
    *before, last = words.split(" ")
    declined: list[_Cases] = []
    for word in before:
        adjective = _replaced(word, _ADJECTIVES[language])
        if adjective is None:
            last = word
            break
        declined.append(adjective)
    noun = _declined_noun(last, language)
    if noun is None:
        return ()
    tail = words.split(" ")[len(declined) + 1 :]
    forms = [" ".join((*phrase, *tail)) for phrase in zip(*declined, noun, strict=True)]
    if language == "uk" and not declined and not tail:
        forms.extend(_forms_beside(last))
    return tuple(form for form in dict.fromkeys(forms) if form != words)


def _forms_beside(word: str) -> Iterator[str]:
    """Further forms of a Ukrainian noun whose ending does not say which of two it takes."""
    if word.endswith(("іль", "їль", "ель", "емль", "ань", "ень")):
        yield word[:-1] + "я"
        yield word[:-1] + "еві"
    elif word.endswith(("ай", "ей", "ій", "ой")):
        yield word[:-1] + "я"
        yield word[:-1] + "єві"
    elif word[-1] in _CONSONANTS:
        if word.endswith("г"):
            yield word[:-1] + "зі"
        yield from (word + ending for ending in _BESIDE.get(word[-1], ()))


def _declined_noun(word: str, language: str) -> _Cases | None:
    found = _replaced(word, _NOUNS[language])
    if found is None and word[-1] in _CONSONANTS and not word.isupper():
        return _added(word, _HARD[language])
    return found


def _replaced(word: str, endings: Mapping[str, _Cases]) -> _Cases | None:
    known = max((ending for ending in endings if word.endswith(ending)), key=len, default=None)
    return None if known is None else _added(word.removesuffix(known), endings[known])


def _added(stem: str, endings: _Cases) -> _Cases:
    genitive, dative, accusative, instrumental, prepositional = (stem + one for one in endings)
    return genitive, dative, accusative, instrumental, prepositional
