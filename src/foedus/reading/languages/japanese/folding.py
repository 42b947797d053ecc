"""Nouns and verbs that only say how surely or with what intent the verb before them is meant.

"解除する方針を示した" is to lift, planned; "使用する可能性がある" is to use, possible;
"派遣したとみられる" is to send, so it seems. The verb takes the place of what follows it, which
becomes its auxiliary.
"""

from foedus.reading.languages.japanese.sayings import SAYINGS, make_saying
from foedus.reading.languages.japanese.words import Ending, Words

__all__ = ["MODAL_NOUNS", "fold"]

MODAL_NOUNS = {
    "方針": "planned",
    "予定": "planned",
    "計画": "planned",
    "意向": "planned",
    "意図": "planned",
    "意思": "planned",
    "決意": "planned",
    "考え": "planned",
    "構え": "planned",
    "見通し": "planned",
    "見込み": "planned",
    "用意": "planned",
    "準備": "planned",
    "つもり": "planned",
    "可能性": "possible",
    "恐れ": "possible",
    "おそれ": "possible",
    "懸念": "possible",
    "公算": "possible",
    "必要": "demanded",
    "必要性": "demanded",
    "不可能": "denied",
    "模様": "assessed",
    "見方": "assessed",
    "はず": "assessed",
    "もの": "asserted",
    "の": "asserted",
    "こと": "asserted",
    "ところ": "asserted",
    "状況": "asserted",
    "声明": "asserted",
    "共同声明": "asserted",
    "談話": "asserted",
    "決議": "asserted",
    "決議案": "asserted",
    "書簡": "asserted",
    "法案": "asserted",
    "法律": "asserted",
    "予算案": "asserted",
}
_OF_DEEDS = {
    "ない": "ない",
    "無い": "ない",
    "できる": "できる",
    "出来る": "できる",
    "なる": "決める",
    "する": "決める",
    "ある": "ある",
}
_COME_OUT = frozenset({"確認する", "判明する", "明らかになる", "分かる", "わかる", "発覚する"})
_SUPPORT = frozenset(
    [
        "示す",
        "ある",
        "表明する",
        "明らかにする",
        "固める",
        "高まる",
        "持つ",
        "出る",
        "強い",
        "伝える",
        "強調する",
        "確認する",
        "高い",
        "整える",
        "進める",
        "広がる",
        "強まる",
        "増す",
        "いる",
        "だ",
        "発表する",
        "打ち出す",
        "述べる",
        "決める",
        "残る",
        "低い",
        "大きい",
        "浮上する",
        "排除する",
        "否定する",
        "なる",
        "ない",
        "出す",
        "発する",
        "採択する",
        "可決する",
        "送る",
        "承認する",
        "成立する",
        "制定する",
    ]
)
_MOST_FOLDS = 3
_SEEN = frozenset(
    {
        "みる",
        "見る",
        "する",
        "とする",
        "考える",
        "思う",
        "いう",
        "言う",
        "伝える",
        "報ずる",
        "報じる",
    }
)


def fold(words: Words) -> None:
    """Fold every such noun or verb into the verb that it is said of."""
    tree = words.tree
    for word in range(len(words)):
        if word in words.endings and tree.kinds[word] == "VERB":
            for _ in range(_MOST_FOLDS):
                head = tree.heads[word]
                _fold_into(words, word)
                if tree.heads[word] == head:
                    break


def _fold_into(words: Words, verb: int) -> None:
    tree = words.tree
    head, ending = tree.heads[verb], words.endings[verb]
    if head <= verb:
        return
    if ending.link == "quote" and _is_hearsay(words, head):
        _take_over(words, verb, head, "みられる")
        words.endings[verb] = words.endings.get(head, ending)
        return
    noun = _noun_of(words, head)
    if not words.is_nominal(head):
        return
    if ending.link == "quote" and noun in SAYINGS and tree.heads[head] != head:
        make_saying(words, verb, head, tree.heads[head])
        return
    if noun not in MODAL_NOUNS:
        return
    above = tree.heads[head]
    carries = (
        above != head
        and tree.lemmas[above] in _SUPPORT
        and tree.relations[head]
        in (
            "object",
            "subject",
            "topic",
            "oblique",
            "other",
            "attribute",
        )
    )
    told = tree.relations[head] in ("subject", "topic") and tree.lemmas[above] in _COME_OUT
    if noun == "こと" and told and above > head:
        _take_over(words, verb, head, "こと")
        _take_over(words, verb, above, "ある")
        words.endings[verb] = words.endings.get(above, ending)
        return
    if noun in ("こと", "の") and tree.lemmas[above] in _OF_DEEDS and above > head:
        denied = tree.lemmas[above] in ("ない", "無い")
        lemma = _OF_DEEDS[tree.lemmas[above]]
        _take_over(words, verb, head, "こと")
        _take_over(words, verb, above, lemma)
        if denied:
            tree.relations[above] = "negation"
        words.endings[verb] = words.endings.get(above, Ending([], "", "final"))
        return
    if noun in ("こと", "もの", "の", "ところ") and tree.relations[head] != "attribute":
        return
    if carries:
        if tree.lemmas[above] in ("排除する", "否定する", "ない"):
            denied = _undo_denial(words, above)
            noun = "可能性" if denied else "不可能"
        _take_over(words, verb, head, noun)
        _take_over(words, verb, above, "ある")
        words.endings[verb] = words.endings.get(above, ending)
    elif tree.relations[head] in ("root", "other", "adverbial", "content") or above == head:
        _take_over(words, verb, head, noun)
        words.endings[verb] = words.endings.get(head, ending)


def _noun_of(words: Words, head: int) -> str:
    """The noun that a word is, or that it numbers ("決議660号")."""
    tree = words.tree
    if tree.words[head] in ("号", "案"):
        before = (tree.words[child] for child in words.children(head) if child < head)
        return next((word for word in before if word in MODAL_NOUNS), tree.words[head])
    return tree.words[head]


def _undo_denial(words: Words, verb: int) -> bool:
    """Whether a verb of excluding is itself denied; its denial is then taken away."""
    tree = words.tree
    found = [child for child in words.children(verb) if tree.relations[child] == "negation"]
    for child in found:
        tree.relations[child] = "auxiliary"
    return bool(found)


def _is_hearsay(words: Words, head: int) -> bool:
    tree = words.tree
    if tree.lemmas[head] not in _SEEN:
        return False
    after = words.after(head)
    passive = any(tree.labels[one] == "aux:pass" for one in after)
    bare = tree.words[head] == "いう" and not after
    owned = any(tree.relations[child] in ("subject", "topic") for child in words.children(head))
    return (passive or bare) and not owned


def _take_over(words: Words, verb: int, other: int, lemma: str) -> None:
    """Put the verb in the place of another word, which becomes an auxiliary of it."""
    tree = words.tree
    if other == verb:
        return
    words.replace(other, verb)
    tree.relations[other], tree.markers[other] = "auxiliary", None
    tree.kinds[other], tree.lemmas[other] = "AUX", lemma
    for child in list(words.children(other)):
        if tree.labels[child] == "aux:pass":
            tree.labels[child] = "aux"
        if words.is_function(child) and tree.relations[child] == "marker":
            continue
        tree.heads[child] = verb
