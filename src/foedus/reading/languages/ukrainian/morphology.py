"""What a Ukrainian word may be: part of speech, lemma, cases, number, gender and verb form.

The dictionary is that of pymorphy3 (pymorphy3-dicts-uk, made from VESUM, the large electronic
dictionary of Ukrainian). Readings that differ in nothing but case are one reading with several
cases.
"""

import threading
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from foedus.errors import MissingLanguage
from foedus.reading.languages.ukrainian.function_words import function_words
from foedus.reading.languages.ukrainian.readings import ALL, Reading

__all__ = ["nominative", "readings", "verb_of"]

_CASES: Mapping[str, int] = {
    "nomn": 1, "gent": 2, "datv": 4, "accs": 8, "ablt": 16, "loct": 32, "voct": 0,
}  # fmt: skip
_GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
_FORMS = ("infn", "past", "pres", "futr", "impr", "Impe")
_SHADY = frozenset({"alt", "arch", "rare", "slang", "Slng", "Dist", "bad", "obsc", "Arch", "Infr"})
# No first name ends so in another case.
_NOMINATIVE_ENDS = tuple("бвгґджзйклмнпрстфхцчшщь")
# Nouns that a second noun describes after a hyphen ("держава-член").
_HEADS_OF_PAIRS = frozenset(
    ("країна", "держава", "місто", "компанія", "сторона", "організація", "корабель", "судно")
)
# Of two readings never this one ("готові" are ready, no Goths).
_HARDLY = frozenset({"гот"})
_LOADING = threading.Lock()


def readings(word: str) -> tuple[Reading, ...]:
    """Return what a word may be, the function word first where it is one; never empty."""
    lower = word.lower()
    fixed = function_words().get(lower)
    return fixed if fixed is not None else _looked_up(word)


@lru_cache(maxsize=60_000)
def _looked_up(word: str) -> tuple[Reading, ...]:
    if word[0].isdigit():
        measured = word.partition("-")[2]
        # "44-денний" is what "денний" is.
        return _looked_up(measured) if len(measured) > 3 else (Reading("B", word, ALL),)
    if not word[0].isalpha():
        return (Reading("X", word),)
    first, hyphen, second = word.partition("-")
    if hyphen and second:
        # "країни-учасниці" are what "країни" are.
        named = tuple(one for one in readings(first) if one.lemma in _HEADS_OF_PAIRS)
        if named:
            return named
    if len(word) == 2 and word[1] == "." and word[0].isupper():
        return (Reading("N", word.lower(), ALL, "S", proper=True, known=False),)
    found: dict[tuple[Any, ...], Reading] = {}
    shady: dict[tuple[Any, ...], Reading] = {}
    parses = _analyzer().parse(word)
    personal = any("VERB" in parse.tag and "3per" in parse.tag for parse in parses)
    for parse in parses:
        tags = frozenset(str(parse.tag).replace(" ", ",").split(","))
        if personal and "infn" in tags and parse.normal_form != word.lower():
            continue  # "виділить" is "will allot", hardly the bookish infinitive
        reading = _reading(parse.normal_form, tags)
        if reading is None:
            continue
        if reading.pos == "G":
            reading = replace(reading, lemma=_verb_of_gerund(word.lower()))
        if reading.pos == "V" and reading.form == "infn" and word.lower() != reading.lemma:
            reading = replace(reading, form="pres")
        if not reading.cases and reading.pos == "N" and reading.lemma == word.lower():
            # Some entries lack the nominative ("допомога").
            reading = replace(reading, cases=1)
        reading = reading if parse.is_known else replace(reading, known=False)
        into = shady if tags & _SHADY or reading.lemma in _HARDLY else found
        key = (reading.pos, reading.lemma, reading.number, reading.gender, reading.form,
               reading.person, reading.passive, reading.proper, reading.first_name)  # fmt: skip
        known = into.get(key)
        cases = reading.cases | (known.cases if known else 0)
        into[key] = reading if known is None else replace(reading, cases=cases)
    kept = tuple(found.values()) or tuple(shady.values())
    kept = tuple(one for one in kept if one.cases or one.pos not in "NADQ") or kept
    kept = tuple(one for one in kept if one.form != "impr") or kept
    present = {one.lemma for one in kept if one.form == "pres"}
    kept = tuple(one for one in kept if one.form != "futr" or one.lemma not in present)
    return _capital(word, kept) or (Reading("N", word.lower(), ALL, "S", proper=True),)


def _capital(word: str, kept: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings that go with how the word is written."""
    if word.islower():
        return tuple(one for one in kept if not one.proper) or kept
    if word.isupper() and len(word) > 1:
        # An abbreviation stands in any case, whatever the dictionary takes it for.
        named = [one for one in kept if one.pos == "N" and not one.proper and one.cases == ALL]
        lemma = named[0].lemma if named else word.lower()
        gender = named[0].gender if named else ""
        number = named[0].number if named else ""
        return (Reading("N", lemma, ALL, number, gender, proper=True),)
    return kept


def _reading(lemma: str, tags: frozenset[str]) -> Reading | None:
    cases = sum(bit for name, bit in _CASES.items() if name in tags)
    number = "P" if "plur" in tags else "S"
    gender = next((sign for name, sign in _GENDERS.items() if name in tags), "")
    gender = "" if number == "P" else gender
    proper = bool(tags & {"Name", "Surn", "Patr"})
    if "NOUN" in tags:
        return Reading(
            "N", lemma, cases, number, gender, animate="anim" in tags, proper=proper,
            first_name="Name" in tags,
        )  # fmt: skip
    if "ADJF" in tags:
        return Reading("A", lemma, cases, number, gender, passive="pssv" in tags)
    if "NPRO" in tags:
        return Reading("D", lemma, cases, number, gender)
    if "NUMR" in tags:
        return Reading("Q", lemma, cases, number, gender)
    if "GRND" in tags:
        return Reading("G", lemma)
    if "VERB" in tags:
        # Some entries lack the mark of the infinitive ("звільнити").
        personal = tags & {"1per", "2per", "3per"}
        bare = "pres" if personal or not lemma.endswith(("ти", "тися", "тись")) else "infn"
        form = next((name for name in _FORMS if name in tags), bare).lower()
        person = next((n for n in (1, 2, 3) if f"{n}per" in tags), 0)
        return Reading("V", lemma, 0, number, gender, form, person, perfective="perf" in tags)
    if "LATN" in tags:
        return Reading("N", lemma, ALL, "S", proper=True)
    if "ROMN" in tags or "NUMB" in tags:
        return Reading("B", lemma, ALL)
    for name, pos in (("ADVB", "R"), ("PREP", "P"), ("CONJ", "C"), ("PRCL", "T"), ("INTJ", "T")):
        if name in tags:
            return Reading(pos, lemma)
    return None


def _verb_of_gerund(gerund: str) -> str:
    """The verb of a gerund: "звинувативши" by "звинуватив", "засуджуючи" by "засуджують"."""
    stem, reflexive = (gerund[:-2], "ся") if gerund.endswith(("сь", "ся")) else (gerund, "")
    finite = stem[:-2] if stem.endswith("ши") else stem[:-2] + "ть"
    for parse in _analyzer().parse(finite + reflexive):
        if "VERB" in parse.tag:
            lemma: str = parse.normal_form
            return lemma
    return gerund


@lru_cache(maxsize=20_000)
def verb_of(participle: str) -> str:
    """Return the verb of a passive participle by its lemma ("виведений": "вивести")."""
    if participle.endswith("ий"):
        for parse in _analyzer().parse(participle[:-2] + "о"):
            if "Impe" in str(parse.tag):
                lemma: str = parse.normal_form
                return lemma
    return participle


@cache
def _analyzer() -> Any:
    try:
        import pymorphy3  # noqa: PLC0415 (only where Ukrainian is read)

        with _LOADING:
            return pymorphy3.MorphAnalyzer(lang="uk")
    except (ImportError, ValueError) as missing:
        raise MissingLanguage(
            'The Ukrainian dictionary is not installed: pip install "foedus[uk]"'
        ) from missing


@lru_cache(maxsize=4096)
def nominative(name: str) -> str:
    """Return a person's name in the nominative, as far as the dictionary or its guess tells it."""
    words = name.split(" ")
    if words[0][-1:] in _NOMINATIVE_ENDS:
        return name
    parses = [_named(word) for word in words]
    if any(any("nomn" in tags for _, tags in found) for found in parses[-1:]):
        return name
    genders = {g for found in parses for _, tags in found for g in ("masc", "femn") if g in tags}
    for gender in ("masc", "femn"):
        if gender not in genders:
            continue
        kept = []
        for word, found in zip(words, parses, strict=True):
            base = next((lemma for lemma, tags in found if gender in tags), None)
            kept.append(word if base is None else _as_written(base, word))
        if kept[-1] != words[-1] or kept[0] != words[0]:
            return " ".join(kept)
    return name


def _named(word: str) -> list[tuple[str, str]]:
    plain = word.replace("’", "'").replace("ʼ", "'")
    found = [(one.normal_form, str(one.tag)) for one in _analyzer().parse(plain)]
    names = [one for one in found if "Surn" in one[1] or "Name" in one[1]]
    return names or [one for one in found if "NOUN" in one[1]] or found


def _as_written(lemma: str, word: str) -> str:
    return "-".join(part.capitalize() for part in lemma.split("-")) if word[:1].isupper() else lemma
