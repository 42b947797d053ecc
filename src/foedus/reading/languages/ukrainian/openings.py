"""What opens a clause of a Ukrainian sentence at a place."""

from collections.abc import Sequence

from foedus.reading.languages.ukrainian.words import Word

__all__ = [
    "BREAKS",
    "JOINING",
    "asks_relative",
    "begins_clause",
    "is_break",
    "next_word",
    "opens_gerund",
    "opens_participle",
    "verb_after_and",
    "verb_before_break",
]

BREAKS = frozenset({",", ";", ":", "–", "—", "-", "(", ")", "…"})
_RELATIVES = frozenset({"який", "котрий"})
JOINING = frozenset({"і", "й", "та", "а", "але", "або", "чи", "однак", "проте", "зате", "тоді"})
_LEADS = frozenset("RTC")
# What commas on both sides set apart without ending a clause.
_ASIDES = frozenset(
    (
        "ймовірно", "імовірно", "найімовірніше", "найімовірніш", "можливо", "мабуть", "певно",
        "вірогідно", "очевидно", "безумовно", "звичайно", "зрештою", "навпаки", "натомість", "отже",
        "втім", "однак", "водночас", "своєю чергою", "у свою чергу", "в свою чергу", "крім того",
        "зі свого боку", "із свого боку", "за його словами", "за її словами", "за їхніми словами",
        "на його думку", "на її думку", "на їхню думку", "схоже", "здається", "зокрема",
        "насамперед", "до речі", "перш за все", "щонайменше", "принаймні", "вочевидь", "напевно",
    )
)  # fmt: skip
_LONGEST_ASIDE = 4


def is_break(words: Sequence[Word], place: int) -> bool:
    """Whether a mark may end a clause here: no comma of "X, ймовірно, …" does."""
    mark = words[place].token.word
    if not words[place].is_mark or mark not in BREAKS:
        return False
    return mark != "," or not (_opens_aside(words, place) or _closes_aside(words, place))


def _opens_aside(words: Sequence[Word], place: int) -> bool:
    said: list[str] = []
    for word in words[place + 1 : place + 2 + _LONGEST_ASIDE]:
        if word.is_mark:
            return word.token.word == "," and " ".join(said) in _ASIDES
        said.append(word.lower)
    return False


def _closes_aside(words: Sequence[Word], place: int) -> bool:
    for here in range(place - 1, max(-1, place - 2 - _LONGEST_ASIDE), -1):
        if words[here].is_mark:
            return words[here].token.word == "," and _opens_aside(words, here)
    return False


def next_word(words: Sequence[Word], place: int) -> int | None:
    """The place of the next word, over quotation marks and dashes; None over other marks."""
    while place < len(words):
        word = words[place]
        if not word.is_mark:
            return place
        if word.token.word not in '«»„“”"–—-':
            return None
        place += 1
    return None


def verb_before_break(words: Sequence[Word], place: int) -> int | None:
    """The first finite verb from here to the next mark that may end a clause."""
    for here in range(place, min(len(words), place + 60)):
        word = words[here]
        if is_break(words, here):
            return None
        if word.is_finite:
            return here
    return None


def asks_relative(words: Sequence[Word], place: int) -> bool:
    """Whether a relative pronoun opens a clause here, perhaps after its preposition or noun."""
    for here in range(place, min(len(words), place + 4)):
        word = words[here]
        if word.pos == "D" and word.lemma in _RELATIVES:
            return True
        if word.is_mark or word.pos not in "PNAD":
            return False
    return False


def opens_gerund(words: Sequence[Word], place: int) -> bool:
    """Whether a gerund stands here, perhaps after an adverb."""
    for here in range(place, min(len(words), place + 3)):
        if words[here].pos == "G":
            return True
        if words[here].pos not in "RTC":
            return False
    return False


def opens_participle(words: Sequence[Word], place: int, following: int) -> bool:
    """Whether a participle after a comma describes the noun before it (", підписаний у …")."""
    word = words[following]
    if word.pos != "A" or not word.best.passive or place == 0:
        return False
    for here in range(following + 1, min(len(words), following + 6)):
        after = words[here]
        if after.is_mark or after.is_finite or after.pos in "CS":
            return here > following + 1
        if after.pos in "NAD" and any(
            one.cases & word.best.cases
            and one.number == word.best.number
            and (not one.gender or not word.best.gender or one.gender == word.best.gender)
            for one in after.only("NAD")
        ):
            return False
    return True


def verb_after_and(words: Sequence[Word], place: int) -> int | None:
    """The verb after "and", unless another "and" is nearer to it."""
    for here in range(place + 1, min(len(words), place + 40)):
        word = words[here]
        if is_break(words, here):
            return None
        if word.pos == "S" or (word.pos == "D" and word.lemma in _RELATIVES):
            return None
        if word.is_finite:
            return here
    return None


def begins_clause(words: Sequence[Word], place: int, verb: int) -> bool:
    """Whether what follows "and" is a clause with this verb, not a second noun."""
    between = words[place + 1 : verb]
    if all(word.pos in _LEADS for word in between):
        return True
    later = [
        here
        for here in range(place + 1, verb)
        if words[here].pos == "C" and words[here].lower in JOINING
    ]
    for here in later:
        if all(word.pos in _LEADS for word in words[here + 1 : verb]):
            return False
    if later and words[verb].best.number == "S":
        return False
    opening = between[0]
    subject = any(one.cases & 1 for word in between for one in word.only("NDOA"))
    return subject or opening.pos in "PBR"
