"""What sort of word each token is in its place: a noun or the verb it also may be."""

from collections.abc import Sequence

from foedus.reading.languages.chinese.first_sorts import first_sort, lexical_sorts, mend
from foedus.reading.languages.chinese.lone_verbs import name_lone_verbs
from foedus.reading.languages.chinese.tokens import Token
from foedus.reading.languages.chinese.word_list import (
    BEGINNING,
    COMPOUND_HEADS,
    DOING,
    GOING,
    SPEECH,
)
from foedus.reading.vocabulary import vocabulary

__all__ = ["QUOTES", "sorts"]

QUOTES = frozenset('“”‘’「」『』"')
_NOMINAL_STARTS = ("name", "pronoun", "number", "determiner")


def sorts(words: Sequence[Token]) -> list[str]:
    """Return the sort of every token of a sentence.

    Sorts: name, noun, pronoun, number, classifier, determiner, adjective, verb, adverb, auxiliary,
    negation, preposition, conjunction, linker, subordinator, localizer, aspect, de, time, mark,
    report, and quote: a quotation mark, which the sorts around it do not see.
    """
    seen = [token for token in words if token.word not in QUOTES]
    found = iter(_sorts(seen))
    return ["quote" if token.word in QUOTES else next(found) for token in words]


def _sorts(words: Sequence[Token]) -> list[str]:
    found = [first_sort(token, place) for place, token in enumerate(words)]
    mend(found, words)
    for place, sort in enumerate(found):
        if sort == "either":
            verbal = _is_verb(place, found, words)
            found[place] = "verb" if verbal else "noun"
            _adjectival(place, found)
        elif sort == "verb" and place and found[place - 1] == "de":
            found[place] = "noun" if _after(place, found) in ("mark", "de") else sort
        elif sort == "adverb" and words[place].word in DOING:
            doing = _after(place, found) in ("pronoun", "name", "determiner", "number")
            found[place] = "verb" if doing else sort
        elif words[place].word == "一致" and place and words[place - 1].word == "达成":
            found[place] = "noun"
        elif sort == "pronoun" and words[place].word in ("这", "那", "此"):
            telling = _after(place, found) in (
                "number",
                "classifier",
                "noun",
                "either",
                "adjective",
            )
            found[place] = "determiner" if telling else sort
        elif sort == "negation" and words[place].word in ("没有", "无"):
            having = _after(place, found) in ("noun", "name", "number", "determiner", "adjective")
            found[place] = "verb" if having else sort
        elif sort == "preposition":
            found[place] = _preposition(place, found, words)
    name_lone_verbs(found, words)
    return found


def _adjectival(place: int, found: list[str]) -> None:
    """Call an adverb before an event noun an adjective: "表示强烈不满"."""
    if place and found[place] == "noun" and found[place - 1] == "adverb":
        found[place - 1] = "adjective"


def _after(place: int, found: Sequence[str]) -> str:
    return found[place + 1] if place + 1 < len(found) else "mark"


def _is_verb(place: int, found: Sequence[str], words: Sequence[Token]) -> bool:
    """Whether a word that may be both names an event ("举行会谈") or tells one ("会谈两小时")."""
    before = found[place - 1] if place else "mark"
    after = _after(place, found)
    following = words[place + 1].word if place + 1 < len(words) else ""
    light = vocabulary("zh").light
    if after == "aspect" and following in ("了", "过", "着"):
        return True
    if before in ("negation", "auxiliary"):
        return True
    word, previous = words[place].word, words[place - 1].word if place else ""
    if previous in ("有", "另有") and following in SPEECH:
        return False
    if before == "mark" and word in _PAPERS and following in ("说", "称", "指出", "认为", "显示"):
        return False
    if previous == "被" or (word in SPEECH and following in ("说", "称", "道")):
        return True
    if word in BEGINNING and after in _GOVERNED_BY_CHAIN and before not in ("de", "classifier"):
        return before not in ("verb", "adjective") or after not in ("verb", "either")
    if word in SPEECH and before == "mark" and after == "preposition":
        return True
    if before == "preposition" and word not in lexical_sorts() and after in ("noun", "either"):
        return False
    if before == "aspect" and place > 1 and found[place - 2] == "verb":
        return after in _NOMINAL_STARTS
    if before == "adverb":
        if place > 1 and found[place - 2] == "verb" and words[place - 2].word in light:
            return after in _NOMINAL_STARTS
        return not (words[place - 1].word in ("联合", "共同", "双边") and after in ("mark", "de"))
    if before == "verb":
        chaining = words[place - 1].word in BEGINNING
        wide = words[place - 1].word in light and not chaining
        return not wide and (after in _NOMINAL_STARTS or chaining)
    if before in ("de", "adjective", "number", "classifier", "determiner"):
        return before == "determiner" and after in _NOMINAL_STARTS
    if following in COMPOUND_HEADS and (
        word in vocabulary("zh").nouns or word not in lexical_sorts()
    ):
        return False
    if after in ("name", "pronoun", "number", "determiner"):
        return True
    if after == "de" and place > 1 and found[place - 2] == "preposition" and before == "name":
        return words[place - 2].word in ("向", "从", "由", "被", "给", "为")
    if after == "de":
        return _has_partner(place, found) and before in ("noun", "name", "pronoun", "time")
    if after in ("noun", "either", "adjective"):
        return before != "conjunction"
    if after == "preposition" and word not in vocabulary("zh").nouns and word in lexical_sorts():
        return before not in ("preposition",)
    if after == "preposition":
        return before in ("name", "noun", "pronoun", "mark", "time") and following in _TO
    if (
        word in SPEECH - _PAPERS
        and after == "verb"
        and before in ("name", "noun", "pronoun", "time")
    ):
        return True
    if after in ("verb", "auxiliary", "negation", "localizer"):
        return before == "mark" and after == "localizer"
    return _alone(place, found, words)


_PAPERS = frozenset(["声明", "报道", "报导", "分析", "评论", "报告", "通报", "通告"])
_GOVERNED_BY_CHAIN = frozenset(["verb", "either", "preposition", "adverb", "auxiliary", "negation"])
_TO = frozenset(["到", "至", "于", "向", "往", "给", "在", "自"])


def _has_partner(place: int, found: Sequence[str]) -> bool:
    """Whether "美国制裁的企业": a bare name before a verb that takes an object."""
    return place < 2 or found[place - 2] not in ("verb", "preposition", "de")


def _alone(place: int, found: Sequence[str], words: Sequence[Token]) -> bool:
    """At the end of a clause: the verb, unless another verb stands open before it."""
    here = place - 1
    while here >= 0 and found[here] != "mark":
        if found[here] == "preposition" and words[here].word in _DIRECTED and here < place - 1:
            ended = here > 0 and words[here - 1].word in vocabulary("zh").words["aspect.ends"]
            return "de" not in found[here:place] and not (ended and found[here - 1] == "verb")
        if found[here] == "verb" and words[here].word in GOING and here < place - 1:
            return True
        if found[here] == "verb":
            between = {found[one] for one in range(here + 1, place)}
            return words[here].word in BEGINNING and between <= {"adverb", "aspect"}
        here -= 1
    return place > 0 and found[place - 1] in ("name", "noun", "pronoun", "linker", "time")


_DIRECTED = frozenset(["向", "对", "与", "同", "在", "从", "被", "由"])


def _preposition(place: int, found: list[str], words: Sequence[Token]) -> str:
    """A preposition, or what the word is where nothing follows that it could govern."""
    word = words[place].word
    before = found[place - 1] if place else "mark"
    after = _after(place, found)
    if word in ("依据", "根据", "代表") and (after in ("de", "mark", "verb") or before == "verb"):
        return "noun"
    if word in ("和", "与", "及") and before == "verb" and after in ("verb", "either"):
        return "conjunction"
    if word == "就" and after in ("verb", "either") and _is_settled(place, words):
        found[place + 1] = "adjective"
        return "preposition"
    if word == "就" and after in ("verb", "either", "adverb", "auxiliary", "negation"):
        return "adverb"
    if word == "通过" and after == "aspect":
        return "verb"
    if word in ("和", "与", "同", "跟"):
        if word != "和" and _is_partner(place, found, words):
            return "preposition"
        joins = before in ("name", "noun", "pronoun", "either", "etc", "classifier")
        return "conjunction" if joins or (word == "和" and before != "mark") else "preposition"
    if word == "将" and after not in ("name", "noun", "pronoun", "number", "determiner"):
        return "auxiliary"
    if word == "将" and not _verb_follows(place, found):
        return "auxiliary"
    if word == "为" and before in ("name", "noun", "pronoun", "adverb", "verb", "time"):
        return "verb" if not _verb_follows(place, found) else "preposition"
    if word == "因" and any(token.word == "而" for token in words[place : place + 30]):
        return "subordinator"
    if word in ("以", "因", "当") and after == "mark":
        return "linker"
    if word in ("到", "至", "给") and before in ("mark", "name", "pronoun", "time", "adverb"):
        return "preposition" if _verb_follows(place, found) else "verb"
    if word == "在" and after in ("verb", "mark") and before != "verb":
        return "adverb" if after == "verb" and not _closed(place, found) else "preposition"
    if word == "通过" and before in ("auxiliary", "negation", "name", "adverb", "noun"):
        return "preposition" if _verb_follows(place, found) else "verb"
    if word == "据" and after == "mark":
        return "linker"
    return "preposition"


def _is_settled(place: int, words: Sequence[Token]) -> bool:
    """Whether 就 says about what views are exchanged: "就深化合作交换意见"."""
    for token in words[place + 2 : place + 16]:
        if token.word in (",", "。", ";"):
            return False
        if token.word in _SETTLING:
            return True
    return False


_SETTLING = frozenset(
    ["交换", "举行", "进行", "达成", "展开", "发表", "磋商", "谈判", "交流", "会谈", "开展"]
)


def _is_partner(place: int, found: Sequence[str], words: Sequence[Token]) -> bool:
    """Whether 与 opens "with": after "在平壤", or before a deed that is done with somebody."""
    here = place - 1
    while here >= 0 and found[here] in ("name", "noun", "adjective", "number", "classifier"):
        here -= 1
    if here >= 0 and found[here] == "preposition" and words[here].word in ("在", "从", "于", "就"):
        return True
    here = place + 1
    while here < len(found) and found[here] in _PASSED:
        here += 1
    if here >= len(found) or found[here] not in ("verb", "either"):
        return False
    senses = vocabulary("zh").verbs.get(words[here].word, ())
    return bool(senses) and any(one.mode == "discontinue" for one in senses)


_PASSED = frozenset(
    [
        "name",
        "noun",
        "number",
        "classifier",
        "adverb",
        "auxiliary",
        "negation",
        "time",
        "adjective",
        "determiner",
    ]
)


def _closed(place: int, found: Sequence[str]) -> bool:
    """Whether a localizer closes what "在" opens: "在访问莫斯科期间"."""
    for here in range(place + 1, min(place + 24, len(found))):
        if found[here] == "mark":
            return False
        if found[here] == "localizer":
            return True
    return False


def _verb_follows(place: int, found: Sequence[str]) -> bool:
    for here in range(place + 1, min(place + 40, len(found))):
        if found[here] == "mark":
            return False
        if found[here] in ("verb", "either"):
            return True
    return False
