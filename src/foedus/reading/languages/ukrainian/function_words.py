"""The function words of Ukrainian, which the dictionary lists beside homonyms too rare to weigh."""

from collections.abc import Mapping
from functools import cache

from foedus.reading.languages.ukrainian.readings import Reading
from foedus.reading.languages.ukrainian.word_set import word_set

__all__ = ["function_words"]

_PREPOSITIONS = word_set(
    """наприкінці в у з із зі до на по за від од під над перед між поміж через крізь проти про
    для без біля коло після при серед крім окрім замість щодо стосовно заради упродовж
    впродовж протягом уздовж вздовж навколо довкола поблизу неподалік всупереч попри
    незважаючи завдяки напередодні внаслідок унаслідок згідно усупереч поза задля відносно
    шляхом вглиб всередині назустріч із-за з-за з-під"""
)
_CONJUNCTIONS = word_set("і й та а але або чи однак проте зате адже бо")
_SUBORDINATORS = word_set(
    "що щоб аби якщо якби коли оскільки хоча хоч поки доки ніби нібито мовби ніж як мов тому"
)
_PARTICLES = word_set(
    "не ні ж же би б навіть лише лиш тільки хай нехай майже саме ще вже також теж"
)
_ADVERBS = word_set(
    """наразі нині сьогодні вчора завтра торік тепер зараз тоді потім згодом раніше пізніше
    навпаки водночас натомість зокрема раніш щойно невдовзі незабаром очевидно можливо
    ймовірно імовірно мабуть певно звісно втім отже відтак разом спільно двічі тричі більше
    менше близько понад орієнтовно приблизно щонайменше принаймні щороку щодня щомісяця
    неодноразово офіційно остаточно"""
)
_PERSONAL: Mapping[str, tuple[str, int, str, str | None]] = {
    "він": ("він", 1, "S", "m"), "вона": ("вона", 1, "S", "f"), "воно": ("воно", 1, "S", "n"),
    "вони": ("вони", 1, "P", None), "йому": ("він", 4, "S", None), "їй": ("вона", 4, "S", "f"),
    "їм": ("вони", 4, "P", None), "ним": ("він", 16, "S", "m"), "нею": ("вона", 16, "S", "f"),
    "ними": ("вони", 16, "P", None), "нього": ("він", 10, "S", "m"), "неї": ("вона", 2, "S", "f"),
    "них": ("вони", 42, "P", None), "ньому": ("він", 36, "S", "m"), "ній": ("вона", 36, "S", "f"),
    "ми": ("ми", 1, "P", None), "нас": ("ми", 42, "P", None), "нам": ("ми", 4, "P", None),
    "нами": ("ми", 16, "P", None), "я": ("я", 1, "S", None), "мене": ("я", 10, "S", None),
    "мені": ("я", 36, "S", None), "його": ("він", 10, "S", None), "її": ("вона", 10, "S", "f"),
    "їх": ("вони", 10, "P", None), "себе": ("себе", 10, "S", None), "собі": ("себе", 36, "S", None),
    "собою": ("себе", 16, "S", None), "хто": ("хто", 1, "S", "m"), "це": ("це", 9, "S", "n"),
    "кого": ("хто", 10, "S", "m"), "кому": ("хто", 36, "S", "m"), "чого": ("що", 2, "S", "n"),
    "чому": ("що", 36, "S", "n"), "чим": ("що", 16, "S", "n"), "ніхто": ("ніхто", 1, "S", "m"),
}  # fmt: skip
_IMPERSONAL = {
    "треба": "треба", "слід": "слід", "варто": "варто", "можна": "можна", "неможливо": "неможливо",
    "необхідно": "необхідно", "потрібно": "потрібно", "немає": "немає",
}  # fmt: skip


@cache
def function_words() -> dict[str, tuple[Reading, ...]]:
    """Return what each function word is."""
    found: dict[str, tuple[Reading, ...]] = {}
    for words, pos in (
        (_ADVERBS, "R"), (_PARTICLES, "T"), (_SUBORDINATORS, "S"), (_CONJUNCTIONS, "C"),
        (_PREPOSITIONS, "P"),
    ):  # fmt: skip
        for word in words:
            found[word] = (Reading(pos, word),)
    for word, (lemma, cases, number, gender) in _PERSONAL.items():
        found[word] = (Reading("O", lemma, cases, number, gender or ""),)
    for word, lemma in _IMPERSONAL.items():
        found[word] = (Reading("V", lemma, form="pres", person=3, number="N"),)
    # Not the rarer homonyms "маяти" and "рок".
    for word, number in (("має", "S"), ("мають", "P")):
        found[word] = (Reading("V", "мати", form="pres", person=3, number=number),)
    for word, cases in (("року", 38), ("роком", 16), ("роки", 9), ("років", 2), ("роках", 32),
                        ("рік", 9), ("році", 32), ("роками", 16), ("рокам", 4), ("рр.", 63),
                        ("р.", 63)):  # fmt: skip
        plural = word in ("роки", "років", "роках", "роками", "рокам", "рр.")
        found[word] = (Reading("N", "рік", cases, "P" if plural else "S", "" if plural else "m"),)
    found["є"] = (Reading("V", "бути", form="pres"),)
    return found
