"""Words whose kind the parser mistook, put right before anything is read from them."""

from foedus.reading.languages.japanese.compounds import SIGNS
from foedus.reading.languages.japanese.words import Words

__all__ = ["mend_kinds"]

_GOING_ON = frozenset({"合う", "始める", "続ける", "終える", "直す", "続く", "抜く", "切る"})


def mend_kinds(words: Words) -> None:
    """Make verbs of nouns that are verbs, nouns of verbs that are nouns, auxiliaries of both."""
    tree = words.tree
    for word in range(len(words)):
        tag = words.tags[word]
        plain = tag.startswith(("名詞-普通名詞-一般", "名詞-普通名詞-サ変可能", "名詞-固有名詞"))
        if plain and tree.kinds[word] in ("ADV", "INTJ", "X", "DET", "CCONJ", "SCONJ"):
            tree.kinds[word] = "PROPN" if "固有" in tag else "NOUN"
        if tag.startswith("動詞-一般") and tree.kinds[word] in ("NOUN", "PROPN", "ADJ"):
            tree.kinds[word] = "VERB"
        signs = len(tree.words[word]) > 1 and all(sign in SIGNS for sign in tree.words[word])
        if signs and not words.is_function(word):
            if not words.is_nominal(word):
                tree.labels[word] = "compound"
            tree.kinds[word], words.tags[word] = "PROPN", "名詞-固有名詞-地名-国"
    for word in range(1, len(words)):
        if tree.kinds[word] != "VERB" or tree.sentence[word] != tree.sentence[word - 1]:
            continue
        if tree.words[word] in ("す", "さ") and "サ変" in words.tags[word - 1]:
            _join(words, word - 1, word)
        elif tree.lemmas[word] in _GOING_ON and _is_stem(words, word - 1):
            _join(words, _verb_before(words, word), word)
    for word in range(len(words) - 1):
        bare = tree.kinds[word] == "VERB" and words.tags[word].startswith("名詞")
        next_one = word + 1
        if bare and tree.kinds[next_one] == "VERB" and words.tags[next_one].startswith("名詞"):
            tree.kinds[word] = "NOUN"
            words.replace(word, next_one) if tree.heads[next_one] == word else None
            for child in list(words.children(word)):
                tree.heads[child] = next_one
            tree.heads[word], tree.labels[word] = next_one, "compound"


def _is_stem(words: Words, word: int) -> bool:
    """Whether a word is the stem of a verb, or the し of one."""
    tree = words.tree
    if tree.kinds[word] == "AUX" and tree.words[word] in ("し", "させ", "せ"):
        return True
    return tree.kinds[word] == "VERB" and "連用形" in tree.morphs[word]


def _verb_before(words: Words, word: int) -> int:
    here = word - 1
    while here > 0 and words.is_function(here):
        here -= 1
    return here


def _join(words: Words, verb: int, other: int) -> None:
    """Let a verb take the place of the one written together with it, its auxiliary."""
    tree = words.tree
    if tree.heads[verb] == other:
        words.replace(other, verb)
        tree.labels[verb] = tree.labels[other]
    tree.heads[other], tree.kinds[other], tree.labels[other] = verb, "AUX", "aux"
    tree.kinds[verb] = "VERB"
    for child in list(words.children(other)):
        tree.heads[child] = verb
