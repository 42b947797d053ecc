"""Nouns that hold what somebody says, and the verbs that say it: との認識を示した."""

from foedus.reading.languages.japanese.words import Words

__all__ = ["SAYINGS", "make_saying"]

_OWN_FORCE = frozenset({"否定する", "認める", "強調する", "述べる", "語る", "発表する"})
SAYINGS = frozenset(
    [
        "認識",
        "考え",
        "見方",
        "見解",
        "立場",
        "見通し",
        "意向",
        "姿勢",
        "方針",
        "声明",
        "談話",
        "懸念",
        "判断",
        "分析",
        "主張",
        "意見",
        "期待",
        "決意",
        "報告書",
        "報告",
        "警告",
        "発言",
        "評価",
        "予測",
    ]
)
_VOICING = frozenset(
    [
        "示す",
        "表明する",
        "明らかにする",
        "強調する",
        "伝える",
        "述べる",
        "発表する",
        "出す",
        "語る",
        "繰り返す",
        "改める",
        "固める",
        "持つ",
        "抱く",
        "公表する",
        "まとめる",
        "鳴らす",
        "発する",
    ]
)


def make_saying(words: Words, verb: int, noun: int, above: int) -> None:
    """Read "…との認識を示した" as "…と表明した": the verb above says what the noun holds."""
    tree = words.tree
    if tree.lemmas[above] not in _VOICING or tree.kinds[above] != "VERB":
        return
    for child in list(words.children(noun)):
        if child != verb and not words.is_function(child):
            tree.heads[child] = above
    tree.heads[verb], tree.heads[noun] = above, verb
    tree.relations[noun], tree.markers[noun] = "marker", None
    tree.relations[verb], tree.markers[verb] = "content", None
    if tree.lemmas[above] not in _OWN_FORCE:
        tree.lemmas[above] = "表明する"
