"""The grammatical words of Ukrainian."""

import re

from foedus.reading.grammar import Grammar
from foedus.reading.languages.ukrainian.word_set import word_set

__all__ = ["GRAMMAR"]

_WHICH = word_set(
    """який яка яке які якого якої якому якій яку яким якою яких якими
    котрий котра котре котрі котрого котрої котрому котрій котру котрим котрою котрих котрими"""
)

GRAMMAR = Grammar(
    language="uk",
    be=frozenset({"бути", "являтися"}),
    chains={
        "могти": "possible",
        "змогти": "asserted",
        "мати": "demanded",
        "повинний": "demanded",
        "мусити": "demanded",
        "треба": "demanded",
        "слід": "demanded",
        "варто": "demanded",
        "необхідно": "demanded",
        "потрібно": "demanded",
        "можна": "possible",
        "неможливо": "denied",
        "зобов'язаний": "demanded",
        "змушений": "asserted",
        "готовий": "planned",
        "налаштований": "planned",
        "ладний": "planned",
        "здатний": "possible",
        "спроможний": "possible",
        "схильний": "possible",
        "згодний": "planned",
        "планувати": "planned",
        "запланувати": "planned",
        "збиратися": "planned",
        "мати намір": "planned",
        "хотіти": "planned",
        "прагнути": "planned",
        "сподіватися": "planned",
        "розраховувати": "planned",
        "готуватися": "planned",
        "підготуватися": "planned",
        "обіцяти": "planned",
        "пообіцяти": "planned",
        "зобов'язатися": "planned",
        "зобов'язуватися": "planned",
        "вирішити": "planned",
        "погодитися": "planned",
        "домовитися": "planned",
        "мріяти": "planned",
        "поклястися": "planned",
        "присягнутися": "planned",
        "намагатися": "asserted",
        "спробувати": "asserted",
        "пробувати": "asserted",
        "почати": "asserted",
        "починати": "asserted",
        "розпочати": "asserted",
        "продовжити": "asserted",
        "продовжувати": "asserted",
        "встигнути": "asserted",
        "зуміти": "asserted",
        "припинити": "ended",
        "припиняти": "ended",
        "перестати": "ended",
        "відмовитися": "denied",
        "відмовлятися": "denied",
    },
    demanded=frozenset(
        {"повинний", "мусити", "треба", "слід", "варто", "необхідно", "потрібно", "мати"}
    ),
    possible=frozenset({"могти", "можна"}),
    conditional_marks=(),
    future_marks=("Tense=Fut",),
    future_words=frozenset({"буде", "будуть", "буду", "будемо", "будеш", "будете"}),
    conditional_words=frozenset({"б", "би"}),
    reflexives=frozenset({"себе", "собі", "собою"}),
    impersonal=frozenset(),
    relatives=frozenset([*_WHICH, "що", "де", "куди", "звідки"]),
    demonstratives=word_set(
    """цей ця це ці цього цієї цьому цій цю цим цією цих цими такий така таке такі такого
        такої такому такій таку таким такою таких такими той та те ті того тієї тому тій ту тим
        тією тих тими"""
),
    indefinites=word_set(
    """деякі деяких деяким якийсь якась якісь певний певна певні кілька декілька багато інші
        інших інший інша"""
),
    counts={
        "два": 2, "дві": 2, "двох": 2, "двом": 2, "двома": 2, "двоє": 2, "обидва": 2,
        "обидві": 2, "обидвох": 2, "обом": 2, "обох": 2, "обома": 2, "обоє": 2, "три": 3,
        "трьох": 3, "трьом": 3, "трьома": 3, "троє": 3, "чотири": 4, "чотирьох": 4,
        "чотирьом": 4, "чотирма": 4, "п'ять": 5, "п'яти": 5, "шість": 6, "шести": 6, "сім": 7,
    },
    never_passive=frozenset(),
    particles=False,
    nor=frozenset({"ні", "ані"}),
    none=frozenset({"жоден", "жодна", "жодне", "жодної", "жодного", "жодні", "ніякий", "ніякої"}),
    marked_relatives={"де": "in", "куди": "to", "звідки": "from"},
    plural_owners=word_set(
        "їх їхній їхня їхнє їхні їхнього їхньої їхньому їхню їхнім їхньою їхніх їхніми"
    ),
    occasions=frozenset({"нагода", "візит", "зустріч", "саміт", "день"}),
    between_names=re.compile(
        r"\s*(?:,|,?\s+(?:і|й|та|або|чи|а також))\s+(?:у |в |з |до |від )?", re.IGNORECASE
    ),
    last_name=re.compile(r"\b(?:і|й|та|або|чи)\b"),
    places_name=re.compile(r"\b(?:[ув]|на|до|з|під)\s$", re.IGNORECASE),
    next_item=re.compile(r"\s*(?:\([^()]{1,12}\))?\s*(?:,|,?\s*(?:і|й|та|а також))\s*"),
    passive_marks=("Voice=Pass",),
    shares_days=True,
    resumes_subjects=True,
    preverbal=True,
    bare_determiner="definite",
    spare_states=True,
    pinned_states=True,
)  # fmt: skip
