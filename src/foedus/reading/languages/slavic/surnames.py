"""The case forms of names of persons in Russian and Ukrainian, by their endings.

Declension as in Зализняк 1977 (Russian) and Український правопис 2019, §§ 87-113: a name whose
ending declines in more ways than one is given all of them, since a form too many names nobody.
"""

from functools import lru_cache
from itertools import product

__all__ = ["name_forms"]

_CONSONANTS = "бвгґдзклмнпрстфхцжшчщ"
_HUSHING = "жшчщц"
# Each ending with its paradigms: genitive, dative, accusative, instrumental, prepositional.
_ENDINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "ru": {
        "ский": ("ского скому ского ским ском",),
        "цкий": ("цкого цкому цкого цким цком",),
        "кий": ("кого кому кого ким ком", "кия кию кия кием кии"),
        "ый": ("ого ому ого ым ом",),
        "ой": ("ого ому ого ым ом", "оя ою оя оем ое"),
        "ая": ("ой ой ую ой ой", "аи ае аю аей ае"),
        "ия": ("ии ии ию ией ии",),
        "ья": ("ьи ье ью ьей ье",),
        "ова": ("овой овой ову овой овой", "овы ове ову овой ове"),
        "ева": ("евой евой еву евой евой", "евы еве еву евой еве"),
        "ина": ("иной иной ину иной иной", "ины ине ину иной ине"),
        "ка": ("ки ке ку кой ке",),
        "га": ("ги ге гу гой ге",),
        "ха": ("хи хе ху хой хе",),
        "жа": ("жи же жу жей же",),
        "ша": ("ши ше шу шей ше",),
        "ча": ("чи че чу чей че",),
        "а": ("ы е у ой е",),
        "я": ("и е ю ей е",),
        "ий": ("ия ию ия ием ии",),
        "й": ("я ю я ем е",),
        "ь": ("я ю я ем е", "и и ь ью и"),
        "ов": ("ова ову ова овым ове", "ова ову ова овом ове"),
        "ев": ("ева еву ева евым еве",),
        "ин": ("ина ину ина иным ине", "ина ину ина ином ине"),
        "ын": ("ына ыну ына ыным ыне",),
        "авел": ("авла авлу авла авлом авле",),
    },
    "uk": {
        "ський": ("ського ському ського ським ському",),
        "цький": ("цького цькому цького цьким цькому",),
        "ий": ("ого ому ого им ому", "ія ію ія ієм ії"),
        "ська": ("ської ській ську ською ській",),
        "цька": ("цької цькій цьку цькою цькій",),
        "ія": ("ії ії ію ією ії",),
        "ова": ("ової овій ову овою овій",),
        "єва": ("євої євій єву євою євій",),
        "ка": ("ки ці ку кою ці",),
        "га": ("ги зі гу гою зі",),
        "ха": ("хи сі ху хою сі",),
        "а": ("и і у ою і",),
        "я": ("і і ю ею і", "ї ї ю єю ї"),
        "ій": ("ія ієві ія ієм ієві", "ія ію ія ієм ії"),
        "й": ("я єві я єм єві", "я ю я єм ї"),
        "ь": ("я еві я ем еві", "я ю я ем і"),
        "о": ("а ові а ом ові", "а у а ом і"),
        "ів": ("ова ову ова овим ову", "ева еву ева евим еву"),
        "ов": ("ова ову ова овим ову",),
        "єв": ("єва єву єва євим єву",),
        "ев": ("ева еву ева евим еву",),
        "ін": ("іна іну іна іним іну",),
        "ин": ("ина ину ина иним ину", "ина ину ина ином ині"),
    },
}
_HARD = {"ru": ("а у а ом е",), "uk": ("а ові а ом ові", "а у а ом і")}
_SOFTENED = {"ru": ("а у а ем е",), "uk": ("а еві а ем еві", "а у а ем і")}
_CASES = 5


@lru_cache(maxsize=20_000)
def name_forms(name: str, language: str) -> tuple[str, ...]:
    """Return a person's name as given and in its other cases, each form once, as given first.

    The words of a full name go through the cases together; a word that does not decline stays.
    """
    paradigms = [_paradigms(word, language) for word in name.split(" ")]
    found = dict.fromkeys([name])
    if len(paradigms) > 1:
        # A woman's name in a consonant stands beside her first name undeclined: "Терезы Мэй".
        last = name.rpartition(" ")[2]
        paradigms[-1] = (*paradigms[-1], (last,) * _CASES)
    for chosen in product(*paradigms):
        for case in range(_CASES):
            found[" ".join(forms[case] for forms in chosen)] = None
    return tuple(found)


def _paradigms(word: str, language: str) -> tuple[tuple[str, ...], ...]:
    if len(word) < 2 or word.endswith(".") or word.isupper() or word[0].islower():
        return ((word,) * _CASES,)
    first, hyphen, last = word.rpartition("-")
    stem, endings = _stem(last, language)
    whole = first + hyphen + stem
    return tuple(tuple(whole + end for end in row.split(" ")) for row in endings) or (
        (word,) * _CASES,
    )


def _stem(word: str, language: str) -> tuple[str, tuple[str, ...]]:
    for ending in sorted(_ENDINGS[language], key=len, reverse=True):
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], _ENDINGS[language][ending]
    if word[-1:] in _HUSHING:
        return word, _SOFTENED[language]
    if word[-1:] and word[-1] in _CONSONANTS:
        return word, _HARD[language]
    return word, ()
