"""Ukrainian prepositions: the cases each governs, and the markers that the shared table lacks.

Sources: Вихованець, *Прийменникова система української мови*, 1980; СУМ-20.
"""

from foedus.reading.languages.ukrainian.word_set import word_set

__all__ = ["CASES_OF", "LONG", "MARKERS", "TWO_CASES"]

_G, _D, _A, _I, _L = 2, 4, 8, 16, 32

_GENITIVE = word_set(
    """наприкінці до від од без для біля коло після крім окрім замість щодо стосовно заради
    упродовж впродовж протягом уздовж вздовж навколо довкола поблизу неподалік напередодні
    внаслідок унаслідок проти серед задля відносно шляхом вглиб всередині із-за з-за з-під"""
)
CASES_OF: dict[str, int] = {
    **dict.fromkeys(_GENITIVE, _G),
    "через": _A, "про": _A, "крізь": _A, "попри": _A, "при": _L, "завдяки": _D,
    "всупереч": _D, "усупереч": _D, "назустріч": _D,
}  # fmt: skip
TWO_CASES: dict[str, int] = {
    "в": _A | _L | _G, "у": _A | _L | _G, "на": _A | _L, "по": _L | _A, "з": _I | _G,
    "із": _I | _G, "зі": _I | _G, "за": _I | _A | _G, "під": _I | _A, "над": _I | _A,
    "перед": _I | _A, "між": _I | _G, "поза": _I | _A,
}  # fmt: skip
"""Prepositions of more than one case."""

_LONG: dict[str, tuple[str, int]] = {
    "за словами": ("according", _G), "зі слів": ("according", _G), "за даними": ("according", _G),
    "за інформацією": ("according", _G), "на думку": ("according", _G),
    "за оцінкою": ("according", _G), "за оцінками": ("according", _G),
    "за твердженням": ("according", _G), "за повідомленням": ("according", _G),
    "за повідомленнями": ("according", _G), "за версією": ("according", _G),
    "на переконання": ("according", _G), "за свідченням": ("according", _G),
    "за підрахунками": ("according", _G), "за висловом": ("according", _G),
    "за заявою": ("according", _G), "за визнанням": ("according", _G),
    "з боку": ("by", _G), "від імені": ("behalf", _G), "на адресу": ("against", _G),
    "у напрямку": ("toward", _G), "в напрямку": ("toward", _G), "у бік": ("toward", _G),
    "в бік": ("toward", _G), "на користь": ("for", _G), "на підтримку": ("for", _G),
    "на захист": ("for", _G), "в інтересах": ("for", _G), "під час": ("during", _G),
    "у ході": ("during", _G), "в ході": ("during", _G), "на полях": ("during", _G),
    "у зв'язку з": ("over", _I), "у зв'язку із": ("over", _I), "в зв'язку з": ("over", _I),
    "у межах": ("within", _G), "в межах": ("within", _G), "у рамках": ("within", _G),
    "в рамках": ("within", _G), "за участю": ("with", _G), "за участі": ("with", _G),
    "за підтримки": ("aid", _G), "за підтримкою": ("aid", _G), "за допомогою": ("aid", _G),
    "за сприяння": ("aid", _G), "за посередництва": ("mediation", _G),
    "на території": ("in", _G), "на територію": ("into", _G), "на кордоні з": ("border", _I),
    "на кордоні із": ("border", _I), "біля кордону з": ("border", _I),
    "біля кордонів": ("border", _G), "до кордону з": ("border", _I),
    "уздовж кордону з": ("border", _I), "вздовж кордону з": ("border", _I),
    "на запрошення": ("invitation", _G), "на прохання": ("request", _G),
    "на вимогу": ("request", _G), "з ініціативи": ("by", _G), "силами": ("by", _G),
    "під керівництвом": ("by", _G), "у відповідь на": ("after", _A), "на тлі": ("amid", _G),
    "разом з": ("with", _I), "разом із": ("with", _I), "разом зі": ("with", _I),
    "спільно з": ("with", _I), "спільно із": ("with", _I), "спільно зі": ("with", _I),
    "поряд з": ("with", _I), "поруч з": ("with", _I), "поряд із": ("with", _I),
    "згідно з": ("under", _I), "згідно із": ("under", _I), "згідно зі": ("under", _I),
    "відповідно до": ("under", _G),
    "незважаючи на": ("despite", _A), "починаючи з": ("since", _G), "на боці": ("side", _G),
    "по відношенню до": ("toward", _G), "на відміну від": ("unlike", _G), "на чолі з": ("by", _I),
    "на чолі із": ("by", _I),
    "на основі": ("under", _G), "на підставі": ("under", _G), "у разі": ("case", _G),
    "в разі": ("case", _G), "у випадку": ("case", _G), "за умови": ("case", _G),
    "під тиском": ("pressure", _G), "з метою": ("for", _G), "з приводу": ("about", _G),
    "з питань": ("about", _G), "з нагоди": ("during", _G), "за підсумками": ("after", _G),
    "за результатами": ("after", _G), "в результаті": ("after", _G), "у результаті": ("after", _G),
    "з огляду на": ("over", _A), "на противагу": ("against", _D), "ще до": ("before", _G),
    "у складі": ("within", _G), "в складі": ("within", _G), "за межами": ("outside", _G),
    "близько до": ("near", _G), "недалеко від": ("near", _G), "неподалік від": ("near", _G),
    "поблизу від": ("near", _G), "у сфері": ("sphere", _G), "в сфері": ("sphere", _G),
    "у галузі": ("sphere", _G), "в галузі": ("sphere", _G), "у питанні": ("about", _G),
    "разом проти": ("against", _G),
}  # fmt: skip
_TOLD = (
    "даними",
    "інформацією",
    "повідомленням",
    "повідомленнями",
    "заявою",
    "заявами",
    "словами",
    "оцінкою",
    "оцінками",
    "звітом",
    "доповіддю",
    "твердженням",
    "твердженнями",
    "версією",
    "розвідданими",
)
_LONG |= {
    f"згідно {preposition} {told}": ("according", _G)
    for preposition in ("з", "із", "зі")
    for told in _TOLD
}
LONG = frozenset(_LONG)
"""Prepositions of several words."""

CASES_OF.update({words: case for words, (_, case) in _LONG.items()})
MARKERS: dict[str, str] = {
    **{words: marker for words, (marker, _) in _LONG.items()},
    "щодо": "toward", "стосовно": "toward", "внаслідок": "after", "унаслідок": "after",
    "відносно": "toward", "згідно": "under", "із-за": "over", "з-за": "over", "коло": "near",
    "наприкінці": "at",
    "довкола": "around", "усупереч": "despite", "шляхом": "through", "задля": "for",
}  # fmt: skip
"""The English markers of these, where the table shared with Russian has none or another."""
