"""What follows a Japanese verb: auxiliaries, denial, passive, and how the clause goes on."""

from foedus.reading.languages.japanese.known import known_verb
from foedus.reading.languages.japanese.nouns import written_together
from foedus.reading.languages.japanese.tenses import is_to_come
from foedus.reading.languages.japanese.words import Ending, Words

__all__ = ["read_endings"]

_CONTENT = frozenset({"と", "との", "として"})
_CONDITION = frozenset({"ば", "たら", "なら", "ならば", "だら"})
_WHILE = frozenset({"ながら", "つつ"})
_REASON = frozenset({"ので", "から", "ため", "ものの", "のに", "けれど", "けれども", "けど"})
_PASSIVE = frozenset({"れる", "られる"})
_NO = frozenset({"ない", "ぬ", "ず", "まい", "ん"})
_POSSIBLE = (
    "のか",
    "かどうか",
    "かもしれ",
    "かも知れ",
    "おそれがあ",
    "うる",
    "得る",
    "かねな",
    "かねませ",
)
_DUTY = ("なければなら", "なくてはなら", "ねばなら", "ざるを得", "なければいけ", "べき")
_SEEMING = (
    "ようだ",
    "ようで",
    "ようです",
    "らしい",
    "そうだ",
    "だろう",
    "でしょう",
    "であろう",
    "に違いな",
    "はずだ",
)
_ADJECTIVAL = frozenset(
    [
        "明らか",
        "可能",
        "困難",
        "明確",
        "強固",
        "確実",
        "正式",
        "容易",
        "不可能",
        "必要",
        "自由",
        "無効",
        "活発",
    ]
)


def read_endings(words: Words) -> None:
    """Give every verb its lemma, mood and ending, and every auxiliary its place."""
    tree = words.tree
    for word in range(len(words)):
        if tree.kinds[word] == "NOUN" and _is_bare_verb(words, word):
            tree.kinds[word] = "VERB"
    for word in range(len(words)):
        if tree.kinds[word] == "VERB" and not words.is_function(word):
            _read_verb(words, word)
    for word in range(len(words)):
        if words.is_nominal(word) or tree.kinds[word] == "ADJ":
            _read_copula(words, word)


def _is_bare_verb(words: Words, word: int) -> bool:
    """Whether a noun of doing stands for its verb, as in headlines ("協定に署名")."""
    tree = words.tree
    if "サ変" not in words.tags[word] or tree.relations[word] in ("compound", "part"):
        return False
    follows = tree.words[word + 1] if word + 1 < len(words) else "。"
    if follows not in ("。", "、", "へ", "か") and not follows.isspace():
        return False
    if (
        follows == "へ"
        and word + 2 < len(words)
        and not (tree.words[word + 2].isspace() or tree.words[word + 2] in "。、")
    ):
        return False
    return any(
        tree.relations[child] in ("object", "subject", "topic")
        or (tree.relations[child] == "oblique" and tree.markers[child] in ("to", "with", "from"))
        for child in words.children(word)
        if child < word and words.after(child)
    )


def _read_verb(words: Words, word: int) -> None:
    tree = words.tree
    after = words.after(word)
    said = "".join(tree.words[one] for one in after)
    inflected = tree.morphs[word]
    tree.morphs[word] = "VerbForm=Fin"
    _read_lemma(words, word, after)
    if "サ変" in words.tags[word]:
        _take_object(words, word)
    duty = any(mark in said for mark in _DUTY)
    possible = any(mark in said for mark in _POSSIBLE)
    for one in after:
        lemma, text = tree.lemmas[one], tree.words[one]
        if tree.kinds[one] in ("AUX", "VERB") or text in ("ない", "なけれ", "なく"):
            tree.relations[one] = "auxiliary"
        else:
            tree.relations[one] = "marker"
        tree.heads[one] = word
        if lemma in _PASSIVE:
            tree.labels[one], tree.relations[one] = "aux:pass", "auxiliary"
        elif lemma in _NO and not duty and not possible:
            tree.relations[one] = "negation"
    if after:
        last = next((one for one in reversed(after) if tree.kinds[one] != "ADP"), after[-1])
        if duty:
            _mark(words, last, "べきだ")
        elif possible:
            _mark(words, last, "かもしれない")
        elif any(said.startswith(mark) or mark in said for mark in _SEEMING):
            _mark(words, last, "ようだ")
        elif any(tree.lemmas[one] in ("たい", "つもり") for one in after):
            _mark(words, last, "たい")
    link = _link(words, word, after, said)
    words.endings[word] = Ending(after, said, link)
    before = word - 1
    if tree.words[before] in ("こう", "そう") and tree.heads[before] == word and before >= 0:
        tree.kinds[before], tree.relations[before] = "PRON", "object"
        tree.lemmas[before] = tree.words[before]
    if link in ("final", "quote") and is_to_come(words, word, inflected, said):
        tree.morphs[word] = "VerbForm=Fin|Tense=Fut"


def _mark(words: Words, word: int, lemma: str) -> None:
    words.tree.lemmas[word], words.tree.relations[word] = lemma, "auxiliary"


def _read_lemma(words: Words, word: int, after: list[int]) -> None:
    """Give サ変 nouns their する, and read "明らかにする" and "…とする" as one verb."""
    tree = words.tree
    suru = bool(after) and tree.lemmas[after[0]] == "する" and tree.kinds[after[0]] == "AUX"
    if "サ変" in words.tags[word] or suru:
        row = written_together(words, word)
        longer = known_verb(row) if row != tree.words[word] else None
        tree.lemmas[word] = longer or tree.words[word] + "する"
        if longer:
            for one in range(word - 1, max(word - 6, -1), -1):
                if tree.heads[one] == word and tree.relations[one] == "compound":
                    tree.relations[one] = "part"
    if tree.lemmas[word] not in ("する", "なる", "いたす") or word < 2:
        return
    particle = tree.words[word - 1]
    if particle == "に" and tree.words[word - 2] in _ADJECTIVAL:
        tree.lemmas[word] = tree.words[word - 2] + "に" + tree.lemmas[word]
        for one in (word - 1, word - 2):
            tree.heads[one], tree.relations[one] = word, "part"
            tree.kinds[one] = "ADV"
    elif particle == "と" and _ends_clause(words, word - 2):
        tree.lemmas[word] = "とする"


def _ends_clause(words: Words, word: int) -> bool:
    """Whether a word is the last of what somebody says, before と."""
    tree = words.tree
    return words.is_function(word) or tree.kinds[word] == "VERB" or tree.words[word] in "」』"


def _take_object(words: Words, word: int) -> None:
    """A noun written right before a サ変 verb is its object ("会談実施する")."""
    tree = words.tree
    before = word - 1
    if before >= 0 and tree.heads[before] == word and tree.relations[before] == "compound":
        tree.relations[before] = "object"


def _link(words: Words, word: int, after: list[int], said: str) -> str:
    tree = words.tree
    head = tree.heads[word]
    if not after:
        if words.is_nominal(head) and head > word:
            return "attribute"
        return "stem" if head > word else "final"
    last = tree.words[after[-1]]
    if (
        said.endswith(("と", "との", "として", "とも", "とまで", "とは"))
        and tree.kinds[after[-1]] != "AUX"
    ):
        return "quote"
    if said.endswith(("ように", "よう")) and head > word:
        return "request"
    if last in _CONDITION or said.endswith(("れば", "たら", "なら")):
        return "condition"
    if last in _WHILE:
        return "while"
    if last in _REASON or (last == "が" and tree.labels[after[-1]] in ("mark", "case")):
        return "reason"
    if words.is_nominal(head) and head > word:
        return "attribute"
    return "stem" if head > word else "final"


def _read_copula(words: Words, word: int) -> None:
    """Let だ or である be the verb of which the noun before it is said."""
    tree = words.tree
    after = words.after(word)
    copula = next((one for one in after if tree.lemmas[one] in ("だ", "です", "である")), None)
    if copula is None or tree.relations[word] in ("compound", "part", "determiner", "coordinate"):
        return
    if tree.words[copula] == "で" and _is_place(words, word, copula):
        return
    subject = [
        child for child in words.children(word) if tree.relations[child] in ("subject", "topic")
    ]
    if not subject or any(child > word for child in subject):
        return
    words.replace(word, copula)
    tree.markers[copula] = None
    tree.relations[word], tree.markers[word] = "attribute", None
    tree.kinds[copula], tree.lemmas[copula] = "AUX", "だ"
    tree.morphs[copula] = "VerbForm=Fin"
    for child in list(words.children(word)):
        if (
            tree.relations[child] in ("subject", "topic", "adverbial", "content", "adverb", "other")
            or tree.relations[child] == "auxiliary"
        ):
            tree.heads[child] = copula
    rest = [one for one in after if one > copula]
    for one in rest:
        tree.heads[one] = copula
        if tree.kinds[one] != "ADP":
            tree.relations[one] = "negation" if tree.lemmas[one] in _NO else "auxiliary"
    said = "".join(tree.words[one] for one in rest)
    words.endings[copula] = Ending(rest, said, _link(words, copula, rest, said))


def _is_place(words: Words, word: int, copula: int) -> bool:
    """Whether で, taken for a form of だ, says where: what hangs there then hangs higher."""
    tree = words.tree
    follows = tree.words[copula + 1] if copula + 1 < len(words) else ""
    if follows in ("ある", "あっ", "あり", "あろ", "は", "も", "ない", "なく", "なかっ", "いる"):
        return False
    head = tree.heads[word]
    if head <= word:
        return False
    for child in list(words.children(word)):
        if tree.relations[child] in ("subject", "topic"):
            tree.heads[child] = head
    tree.relations[word], tree.markers[word] = "oblique", "in"
    tree.kinds[copula], tree.relations[copula] = "ADP", "marker"
    return True
