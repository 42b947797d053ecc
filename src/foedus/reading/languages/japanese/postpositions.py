"""Verbs and nouns that only make a longer particle: をめぐり, の間で, を理由に, のため."""

from foedus.reading.languages.japanese.words import Words

__all__ = ["read_between", "read_place", "read_route", "shorten"]

_AS_CASE = {
    "めぐる": ("を", "about"),
    "巡る": ("を", "about"),
    "通じる": ("を", "through"),
    "通ずる": ("を", "through"),
    "基づく": ("に", "under"),
    "伴う": ("に", "after"),
    "向ける": ("に", "toward"),
    "加える": ("に", "besides"),
    "受ける": ("を", "after"),
    "踏まえる": ("を", "after"),
    "含む": ("を", "including"),
    "わたる": ("に", "during"),
    "亘る": ("に", "during"),
    "先立つ": ("に", "before"),
    "際する": ("に", "when"),
    "応ずる": ("に", "after"),
    "沿う": ("に", "under"),
    "反する": ("に", "despite"),
    "続く": ("に", "after"),
    "次ぐ": ("に", "after"),
    "よる": ("に", "by"),
    "経る": ("を", "after"),
    "除く": ("を", "besides"),
}
_ONLY_AS_STEM = frozenset(
    {"続く", "応ずる", "わたる", "沿う", "反する", "受ける", "踏まえる", "加える", "向ける"}
)
_AS_MARKER = {
    "間": "between",
    "ため": "for",
    "為": "for",
    "もと": "under",
    "下": "under",
    "際": "when",
    "後": "after",
    "前": "before",
    "うち": "among",
    "中": "among",
    "代わり": "instead",
}
_GROUNDS = frozenset(
    {"理由", "背景", "念頭", "契機", "機", "口実", "名目", "前提", "条件", "前", "軸"}
)


def shorten(words: Words, word: int) -> None:
    """Read "をめぐり" and the like, which the parser takes for a verb, as a particle."""
    tree = words.tree
    verb = tree.heads[word]
    after = words.after(word)
    if not after or verb != after[-1] + 1 or tree.kinds[verb] != "VERB":
        return
    found = _AS_CASE.get(tree.lemmas[verb])
    if found is None or tree.words[after[-1]] != found[0]:
        return
    follows = tree.words[verb + 1] if verb + 1 < len(words) else ""
    stem = "連用形" in tree.morphs[verb] and follows != "た"
    if tree.lemmas[verb] in _ONLY_AS_STEM and not stem:
        return
    head = tree.heads[verb]
    for child in words.children(verb):
        if child != word and head != verb:
            tree.heads[child] = head if not words.is_function(child) else word
    if head == verb:
        return
    tree.heads[word], tree.heads[verb] = head, word
    tree.relations[verb], tree.kinds[verb] = "marker", "ADP"
    tree.labels[verb] = "fixed"
    tree.relations[word], tree.markers[word] = "oblique", found[1]


def read_place(words: Words, particle: int) -> None:
    """Take で after a noun, which the parser took for a predicate, as the particle of place."""
    tree, noun = words.tree, particle - 1
    head = tree.heads[noun]
    if not words.is_nominal(noun) or head <= noun:
        return
    tree.kinds[particle], tree.relations[particle] = "ADP", "marker"
    tree.relations[noun] = "oblique"
    for child in list(words.children(noun)):
        if tree.relations[child] == "subject":
            tree.heads[child] = head


def read_between(words: Words, word: int) -> None:
    """Read "XとYの間で", "Xとの間で" and "Xのため" as particles after X."""
    tree = words.tree
    if tree.words[word] in _GROUNDS and word > 1 and tree.words[word - 1] == "を":
        _read_ground(words, word)
        return
    said = _AS_MARKER.get(tree.words[word])
    if said is None or word < 2 or tree.words[word - 1] != "の":
        return
    party = word - 2 if tree.words[word - 2] != "と" else word - 3
    if party < 0 or not words.is_nominal(party) or tree.heads[party] != word:
        return
    words.replace(word, party)
    tree.relations[party] = "oblique"
    tree.markers[party] = "with" if tree.words[word - 2] == "と" else said
    tree.relations[word], tree.kinds[word], tree.markers[word] = "marker", "ADP", None
    for child in list(words.children(word)):
        tree.heads[child] = party


def _read_ground(words: Words, word: int) -> None:
    """Read "Xを理由に" as "because of X"."""
    tree, ground = words.tree, word - 2
    after = words.after(word)
    if not after or tree.words[after[0]] != "に" or not words.is_nominal(ground):
        return
    head = tree.heads[word]
    if head == word:
        return
    tree.heads[ground], tree.relations[ground] = head, "oblique"
    tree.markers[ground] = "because"
    tree.heads[word], tree.relations[word], tree.kinds[word] = ground, "marker", "ADP"


def read_route(words: Words, word: int) -> None:
    """Read "AからBへの供与" as what A gives and B is given: both go with the noun of the deed."""
    tree = words.tree
    after = words.after(word)
    start = (after[-1] if after else word) + 1
    goal = next(
        (one for one in range(start, min(start + 4, len(words))) if tree.markers[one] == "to"), None
    )
    if goal is None or "の" not in [tree.words[one] for one in words.after(goal)]:
        return
    deed = tree.heads[goal]
    for _ in range(4):
        if not words.is_nominal(deed) or "サ変" in words.tags[deed]:
            break
        deed = tree.heads[deed]
    if deed > goal and words.is_nominal(deed) and "サ変" in words.tags[deed]:
        words.hang(word, deed, "oblique")
        words.hang(goal, deed, "oblique")
