"""Whose the topic of a Japanese sentence is."""

from foedus.reading.languages.japanese.known import done_to_others, stands_for_somebody
from foedus.reading.languages.japanese.words import Words

__all__ = ["raise_topic", "settle_topic"]

_UNDERGOING = frozenset({"れる", "られる", "れ", "られ", "でき", "できる"})
_TO_THINGS = frozenset(
    [
        "拒む",
        "拒否する",
        "拒絶する",
        "断る",
        "却下する",
        "受け入れる",
        "承認する",
        "認める",
        "見送る",
        "支持する",
        "非難する",
        "批判する",
        "歓迎する",
        "求める",
        "要求する",
        "否定する",
        "撤回する",
        "供与する",
        "提供する",
        "破棄する",
        "容認する",
        "凍結する",
        "打ち切る",
        "取りやめる",
        "受け取る",
    ]
)
_ENDING = frozenset({"停止する", "中止する", "中断する", "延期する"})
_OUTER = ("content", "complement", "participle", "relative", "adverbial", "coordinate")


def raise_topic(words: Words, word: int) -> None:
    """Let a topic hang on the outermost verb that has no subject of its own."""
    tree = words.tree
    verb = tree.heads[word]
    for _ in range(8):
        if verb in words.endings or tree.heads[verb] == verb:
            break
        verb = tree.heads[verb]
    if verb not in words.endings or verb < word:
        return
    best, here = verb, verb
    owned = any(tree.relations[one] == "subject" for one in words.children(verb) if one != word)
    first = words.sentence(word)[0]
    also = word + 1 < len(words) and tree.words[word + 1] == "も"
    apart = word + 2 < len(words) and tree.words[word + 2] == "、"
    told = any(tree.relations[one] in ("topic", "subject") for one in range(first, word))
    also = also and (told or not apart)
    for _ in range(12):
        head = tree.heads[here]
        if head == here or tree.relations[here] not in _OUTER:
            break
        if also and tree.relations[here] == "content":
            break
        here = head
        if here not in words.endings:
            continue
        if words.quotation(word) != words.quotation(here):
            break
        taken = any(
            tree.relations[child] in ("subject", "topic") and child != word
            for child in words.children(here)
        )
        if not taken and (owned or not _other_topic(words, verb, here)):
            best = here
    tree.heads[word] = best
    _raise_day(words, word, best)


def _other_topic(words: Words, first: int, last: int) -> bool:
    """Whether another topic stands between two verbs, so that the first one has its own."""
    tree = words.tree
    return any(tree.relations[one] == "topic" for one in range(first + 1, last))


def _raise_day(words: Words, topic: int, verb: int) -> None:
    """Let the day said right after a topic and before a comma be that of the topic's verb."""
    tree = words.tree
    here = topic + 1
    while here < len(words) and (words.is_function(here) or tree.words[here] == "、"):
        here += 1
    first = here
    while here < min(first + 12, len(words)) and words.is_nominal(here):
        here += 1
    day = here - 1
    if here == first or here >= len(words) or tree.words[here] != "、":
        return
    if tree.markers[day] == "when" and day < verb:
        tree.heads[day] = verb


def settle_topic(words: Words, word: int) -> None:
    """A topic is the subject, unless another word is."""
    tree = words.tree
    verb = tree.heads[word]
    taken = any(
        tree.relations[child] == "subject" for child in words.children(verb) if child != word
    )
    if taken:
        tree.relations[word], tree.markers[word] = "oblique", "about"
    elif _is_undergone(words, word, verb):
        tree.relations[word] = "object"
    else:
        tree.relations[word] = "subject"


def _is_undergone(words: Words, word: int, verb: int) -> bool:
    """Whether the topic is a thing that somebody left unsaid does something to ("提案は拒んだ")."""
    tree = words.tree
    if verb not in words.endings:
        return False
    also = tree.lemmas[verb] in _ENDING and tree.words[word + 1] == "も"
    if not also and tree.lemmas[verb] not in _TO_THINGS | done_to_others():
        return False
    if tree.kinds[word] not in ("NOUN", "VERB") or tree.lemmas[word] in stands_for_somebody():
        return False
    texts = {tree.words[one] for one in words.after(verb)}
    return not texts & _UNDERGOING and not any(
        tree.relations[child] in ("object", "agent")
        or tree.labels[child] == "aux:pass"
        or tree.markers[child] == "by"
        for child in words.children(verb)
    )
