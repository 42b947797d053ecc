"""Words in 「」 that somebody says: their verbs are content of the verb of saying behind them."""

from foedus.reading.languages.japanese.words import Words
from foedus.reading.vocabulary import vocabulary

__all__ = ["hang_quotations"]

_PAIRS = {"「": "」", "『": "』"}
_THAT = frozenset({"と", "との", "として", "とし", "など", "などと"})
_FURTHEST = 12
_DEEPEST = 8


def hang_quotations(words: Words) -> None:
    """Hang every verb that ends a sentence in 「」 on the verb of saying behind it."""
    for opening, closing in _quotations(words):
        said = _verbs_inside(words, opening, closing)
        cue = _cue(words, closing)
        if said and cue is not None:
            _hang(words, opening, closing, said, cue)


def _quotations(words: Words) -> list[tuple[int, int]]:
    """The outermost pairs of marks, each within one sentence."""
    texts, found, depth, opening = words.tree.words, [], 0, 0
    sentence = -1
    for word, text in enumerate(texts):
        if words.tree.sentence[word] != sentence:
            sentence, depth = words.tree.sentence[word], 0
        if text[0] in _PAIRS:
            opening = opening if depth else word
            depth += 1
        elif text[0] in _PAIRS.values() and depth:
            depth -= 1
            if not depth:
                found.append((opening, word))
    return found


def _verbs_inside(words: Words, opening: int, closing: int) -> list[int]:
    return [word for word in range(opening + 1, closing) if word in words.endings]


def _cue(words: Words, closing: int) -> int | None:
    """The verb of saying behind "…」と"; None where nobody says it."""
    tree, last = words.tree, words.sentence(closing)[1]
    if closing + 1 >= last or tree.words[closing + 1] not in _THAT:
        return None
    say = vocabulary("ja").words["cues.say"]
    for word in range(closing + 2, min(closing + _FURTHEST, last)):
        if word in words.endings:
            return word if tree.lemmas[word] in say else None
    return None


def _hang(words: Words, opening: int, closing: int, said: list[int], cue: int) -> None:
    tree = words.tree
    words.quoted.append((opening, closing))
    _lead_out(words, opening, closing, cue)
    first = words.sentence(cue)[0]
    for word in range(first, opening):
        if opening < tree.heads[word] < closing:
            words.hang(word, cue, tree.relations[word])
    for verb in said:
        head = tree.heads[verb]
        if not opening < head < closing or head == verb or _is_apart(words, verb, head):
            tree.heads[verb] = cue
            tree.relations[verb], tree.markers[verb] = "content", None
            words.endings[verb].link = "quote"
    for word in range(opening + 1, closing):
        outside = not opening < tree.heads[word] < closing
        if outside and word not in words.endings and not words.is_function(word):
            own = next((verb for verb in said if verb > word), None)
            if own is not None and tree.kinds[word] != "PUNCT":
                words.hang(word, own, tree.relations[word])


def _lead_out(words: Words, opening: int, closing: int, cue: int) -> None:
    """Let the verb of saying hang on nothing in the quotation."""
    tree, head = words.tree, words.tree.heads[cue]
    for _ in range(_DEEPEST):
        if not opening < head < closing or tree.heads[head] == head:
            break
        head = tree.heads[head]
    inside = opening < head < closing
    if inside or head != tree.heads[cue]:
        tree.heads[cue] = cue if inside else head
        if inside:
            tree.relations[cue] = "root"


def _is_apart(words: Words, verb: int, head: int) -> bool:
    """Whether a full stop parts a verb from what it hangs on."""
    return any(words.tree.words[one] in "。！？" for one in range(verb + 1, head))
