"""The French calendar put together: its tables, its rules, and the words before a date."""

import re

from foedus.reading.languages.french.calendar import (
    DECADES,
    DEICTICS,
    HEDGES,
    MONTHS,
    NARRATED,
    SEASONS,
    STEPS,
    TURNS,
    UNITS,
    WEEKDAYS,
)  # fmt: skip
from foedus.reading.languages.french.dates import (
    AROUND_MONTH,
    AROUND_NUMBER,
    AROUND_SEASON,
    AROUND_WEEKDAY,
)  # fmt: skip
from foedus.reading.languages.french.lengths import AROUND_UNIT, AROUND_WORD, CORE_WORDS
from foedus.reading.languages.french.numerals import NUMERALS
from foedus.reading.times.words import Rule, TimeLanguage, before, cores

__all__ = ["CALENDAR"]

_RULES: dict[str, tuple[Rule, ...]] = {
    "month": AROUND_MONTH,
    "season": AROUND_SEASON,
    "number": AROUND_NUMBER,
    "weekday": AROUND_WEEKDAY,
    "unit": (*AROUND_UNIT, *AROUND_WORD),
    "word": AROUND_WORD,
}

CALENDAR = TimeLanguage(
    code="fr",
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
            "word": CORE_WORDS.split(),
            "month": MONTHS,
            "season": SEASONS,
            "weekday": (*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS)),
            "unit": UNITS,
        }
    ),
    rules=_RULES,
    age=re.compile(
        r"(?:âgée?s? de|[Mm]oins de|[Pp]lus de|\b(?:enfants?|garçons?|filles?|fillettes?|"
        r"hommes?|femmes?|"
        r"jeunes?|adolescente?s?|mineurs?|[A-ZÀ-Þ]\w+(?:ne|n|aise?|oise?|ain|"
        r"e)) de(?: \d+ à)?|\b\d+ à) $"
    ),
    future=re.compile(
        r"\b(?:sera|seront|aura|auront|devra|devront|pourra|pourront|fera|feront|ira|iront|"
        r"\w+(?:er|ir|dr|vr)a|\w+(?:er|ir|dr|vr)ont|prévue?s?|prochaine?s?|devrait|devraient|doit|"
        r"doivent|vont?|d['’]ici)\b(?<!opéra)(?<!caméra)"
    ),
    before=(
        ("since", before(r"depuis (?:le |la |l['’])?")),
        (
            "from",
            before(r"dès (?:le )?|à (?:partir|compter) (?:de |du |d['’])|à dater (?:de |du )"),
        ),
        ("until", before(r"jusqu['’](?:en |à |au |à la |à l['’])|d['’]ici (?:à |au |la |le )?")),
        ("before", before(r"avant (?:le |la |l['’])?")),
        (
            "after",
            before(
                r"après |au lendemain (?:de |du )|à la suite (?:de |du )|suite à |"
                r"à l['’]issue (?:de |du )"
            ),
        ),
        (
            "during",
            before(
                r"durant |pendant |au cours (?:de |du |des )|lors (?:de |du )|en |au |"
                r"à l['’]|à la |"
                r"dans |pour |au moment de "
            ),
        ),
        ("about", before(r"vers |aux alentours (?:de |du )|autour (?:de |du )")),
        ("of", before(r"de |du |d['’]|des ")),
    ),
    joins=(
        (before(r"entre (?:le |les |la |l['’])?"), re.compile(r"\s?et (?:le |la |l['’])?\s?")),
        (
            before(r"de |du |d['’]|depuis |des "),
            re.compile(r"\s?(?:à|au|jusqu['’](?:en|à|au)|aux)\s(?:la |l['’])?"),
        ),
        (before(""), re.compile(r"\s?[-–—/]\s?")),
    ),
    elapsed=re.compile(r"\s(?:après|avant|plus tard|plus tôt|auparavant)\b"),
    narrated=NARRATED,
    steps=STEPS,
)
