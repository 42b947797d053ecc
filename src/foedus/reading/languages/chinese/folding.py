"""What 的 joins, folded from left to right under the noun after it.

That is an owner, a prepositional phrase, a day, or a relative clause with what is before its verb.
"""

from collections.abc import Sequence

from foedus.evidence import EventType
from foedus.reading.languages.chinese.tokens import Token
from foedus.reading.languages.chinese.unit import Hang, Unit
from foedus.reading.languages.chinese.word_list import (
    ATTITUDES,
    CHAINING,
    GOVERNING,
    PREPOSITIONS,
    RELATION_NOUNS,
    SPEECH,
    TOLD_BY_CLAUSE,
)
from foedus.reading.vocabulary import vocabulary

__all__ = ["folded"]

_OPEN = ("对", "向", "与", "同", "和", "跟", "针对", "对于", "关于", "给", "为")


def folded(
    line: list[Unit], words: Sequence[Token], sorts: Sequence[str], hang: Hang
) -> list[Unit]:
    """Return the units of a line with what 的 joins folded under the noun after it."""
    found: list[Unit] = []
    here = 0
    while here < len(line):
        unit = line[here]
        noun = line[here + 1] if here + 1 < len(line) else None
        if noun is not None and noun.sort == "adverb" and here + 2 < len(line):
            noun = None
        if unit.sort != "de" or not found:
            found.append(unit)
            here += 1
            continue
        if noun is None or noun.sort != "phrase":
            hang(unit.head, found[-1].head, "marker", None)
            here += 1
            continue
        hang(unit.head, found[-1].head, "marker", None)
        _fold(found, noun, line[here + 2 :], words, sorts, hang)
        here += 2
    return found


def _fold(
    found: list[Unit],
    noun: Unit,
    rest: Sequence[Unit],
    words: Sequence[Token],
    sorts: Sequence[str],
    hang: Hang,
) -> None:
    """Put what stands before 的 under the noun after it, and the noun in its place."""
    left = found[-1]
    if left.sort in ("phrase", "time"):
        before = found[-2] if len(found) > 1 else None
        if left.sort == "time":
            found.pop()
            hang(left.head, noun.head, "oblique", "on")
            noun.first = left.first
        elif (
            before is not None
            and before.sort == "preposition"
            and _takes_noun(before, noun, rest, words, len(found) > 2 and found[-3].sort == "verb")
        ):
            found.pop()
            _fold_preposition(found, left, noun, words, sorts, hang)
        elif (
            before is not None and before.sort == "verb" and _is_relative(found, noun, rest, words)
        ):
            _fold_relative(found, noun, words, hang)
        else:
            found.pop()
            if left.listed and _is_shared(words[noun.head].word):
                hang(left.head, noun.head, "oblique", "between")
            else:
                hang(left.head, noun.head, "possessor", None)
            noun.first = left.first
    elif left.sort == "verb":
        _fold_relative(found, noun, words, hang)
    elif left.sort == "localizer" and len(found) > 1 and found[-2].sort == "phrase":
        found.pop()
        place = found.pop()
        between = words[left.head].word in ("之间", "间")
        hang(left.head, place.head, "marker", None)
        marker = "between" if between else "in"
        noun.first = place.first
        if found and found[-1].sort == "preposition":
            preposition = found.pop()
            hang(preposition.head, place.head, "marker", None)
            opening = words[preposition.head].word
            marker = PREPOSITIONS[opening] if opening in _OPEN and not between else marker
            noun.first = preposition.first
            if (
                found
                and found[-1].sort == "phrase"
                and (len(found) == 1 or found[-2].sort == "verb")
            ):
                owner = found.pop()
                hang(owner.head, noun.head, "possessor", None)
                noun.first = owner.first
        hang(place.head, noun.head, "oblique", marker)
    elif left.sort in ("adjective", "amount", "adverb"):
        found.pop()
        hang(left.head, noun.head, "adjective", None)
        noun.first = left.first
    found.append(noun)


def _is_shared(lemma: str) -> bool:
    """Whether a noun names what several have together: relations, talks, a treaty."""
    senses = vocabulary("zh").nouns.get(lemma, ())
    return any(sense.frame == "with" for sense in senses)


def _takes_noun(
    preposition: Unit,
    noun: Unit,
    rest: Sequence[Unit],
    words: Sequence[Token],
    opened: bool,
) -> bool:
    """Whether "对X的制裁" is one phrase, and 对 does not govern all of "对X的制裁表示不满"."""
    lemma = words[noun.head].word
    if words[preposition.head].word in ("在", "从", "于"):
        closed = bool(rest) and rest[0].sort == "localizer"
        return not closed and (lemma in vocabulary("zh").nouns or opened)
    if words[preposition.head].word not in _OPEN:
        return False
    relational = lemma in RELATION_NOUNS or lemma in vocabulary("zh").predicative_nouns
    if not relational:
        return False
    verb = next((unit for unit in rest if unit.sort in ("verb", "preposition", "mark")), None)
    return verb is None or verb.sort != "verb" or words[verb.head].word not in ATTITUDES


def _fold_preposition(
    found: list[Unit],
    left: Unit,
    noun: Unit,
    words: Sequence[Token],
    sorts: Sequence[str],
    hang: Hang,
) -> None:
    preposition = found.pop()
    hang(preposition.head, left.head, "marker", None)
    hang(left.head, noun.head, "oblique", PREPOSITIONS.get(words[preposition.head].word, "than"))
    noun.first = preposition.first
    if found and found[-1].sort == "phrase" and sorts[found[-1].head] in ("name", "noun"):
        owner = found.pop()
        hang(owner.head, noun.head, "possessor", None)
        noun.first = owner.first


def _is_relative(
    found: Sequence[Unit],
    noun: Unit,
    rest: Sequence[Unit],
    words: Sequence[Token],
) -> bool:
    """Whether "V N 的 N" is a clause on the last noun ("访问平壤的官员说"), not "V [N 的 N]"."""
    verb = found[-2]
    if words[verb.head].word in SPEECH:
        return False
    place = _before_verb(found, len(found) - 3, words)
    opened = found[place] if place >= 0 else None
    if opened is not None and opened.sort == "preposition":
        return True
    further = next((unit for unit in rest if unit.sort != "adverb"), None)
    followed = further is not None and further.sort in (
        "verb", "auxiliary", "negation", "preposition"
    )  # fmt: skip
    earlier = any(unit.sort == "verb" for unit in found[: max(place + 1, 0)])
    if words[noun.head].word in TOLD_BY_CLAUSE:
        return (earlier or followed) and not _answers(words[verb.head].word)
    if opened is not None and opened.sort == "verb":
        return words[opened.head].word not in CHAINING
    return followed and (opened is None or opened.sort != "phrase")


def _answers(verb: str) -> bool:
    """Whether a verb takes a demand or decision for its object: "驳回危地马拉的申请"."""
    senses = vocabulary("zh").verbs.get(verb, ())
    return any(sense.type in _ANSWERS for sense in senses) and verb not in CHAINING


_ANSWERS = frozenset([EventType.REJECT, EventType.SUPPORT, EventType.ACCUSE, EventType.PROTEST])


def _before_verb(found: Sequence[Unit], place: int, words: Sequence[Token]) -> int:
    """The place before a verb's adverbs, days and prepositional phrases."""
    while place >= 0:
        unit = found[place]
        if unit.sort in ("adverb", "auxiliary", "negation", "time", "aspect"):
            place -= 1
        elif unit.sort == "phrase" and place and _governs(found[place - 1], words):
            place -= 2
        else:
            break
    return place


def _governs(unit: Unit, words: Sequence[Token]) -> bool:
    return unit.sort == "preposition" and words[unit.head].word in GOVERNING


def _fold_relative(found: list[Unit], noun: Unit, words: Sequence[Token], hang: Hang) -> None:
    direct = found.pop() if found[-1].sort == "phrase" else None
    verb = found.pop()
    if direct is not None:
        hang(direct.head, verb.head, "object", None)
    noun.first = verb.first
    subject: Unit | None = None
    lemma = words[noun.head].word
    told = lemma in TOLD_BY_CLAUSE and any(unit.sort == "verb" for unit in found)
    while found:
        last = found[-1]
        if last.sort in ("adverb", "auxiliary", "negation", "time", "aspect"):
            found.pop()
            relation = {"time": "oblique", "aspect": "part"}.get(last.sort, last.sort)
            hang(last.head, verb.head, relation, "on" if last.sort == "time" else None)
        elif (
            last.sort == "phrase"
            and len(found) > 1
            and _governs(found[-2], words)
            and subject is None
            and not _is_answer(found[-2], verb, direct, words)
        ):
            phrase, preposition = found.pop(), found.pop()
            _govern(preposition, phrase, verb, words, hang)
            last = preposition
        elif (
            last.sort == "localizer"
            and len(found) > 2
            and found[-2].sort == "phrase"
            and found[-3].sort == "preposition"
        ):
            localizer, phrase, preposition = found.pop(), found.pop(), found.pop()
            hang(localizer.head, phrase.head, "marker", None)
            _govern(preposition, phrase, verb, words, hang)
            last = preposition
        elif (
            last.sort == "phrase"
            and subject is None
            and (
                direct is None
                or told
                or (len(found) > 1 and _is_answer(found[-2], verb, direct, words))
            )
        ):
            subject = found.pop()
            hang(subject.head, verb.head, "subject", None)
            noun.first = subject.first
            break
        else:
            break
        noun.first = last.first
    transitive = words[verb.head].word in vocabulary("zh").verbs
    if lemma in TOLD_BY_CLAUSE and subject is None:
        hang(verb.head, noun.head, "complement", None)
        return
    gap = subject is None and (direct is not None or not transitive)
    hang(verb.head, noun.head, "participle" if gap else "relative", None)


def _is_answer(preposition: Unit, verb: Unit, direct: Unit | None, words: Sequence[Token]) -> bool:
    """Whether 对 governs all of "以色列空袭多哈的回应", and not "以色列" alone."""
    opening = preposition.sort == "preposition" and words[preposition.head].word == "对"
    word = words[verb.head].word
    return opening and direct is not None and word not in vocabulary("zh").light


def _govern(
    preposition: Unit, phrase: Unit, verb: Unit, words: Sequence[Token], hang: Hang
) -> None:
    """Hang what a preposition governs on a verb, the preposition as its marker."""
    marker = PREPOSITIONS.get(words[preposition.head].word, "than")
    hang(preposition.head, phrase.head, "marker", None)
    relation = marker if marker in ("agent", "object") else "oblique"
    hang(phrase.head, verb.head, relation, marker if relation == "oblique" else None)
    if words[preposition.head].word == "被":
        hang(preposition.head, verb.head, "passive", None)
