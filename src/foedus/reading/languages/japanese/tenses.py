"""When a Japanese verb in its plain form is of what will be done, and not of what lasts."""

import re

from foedus.reading.languages.japanese.known import is_event_verb
from foedus.reading.languages.japanese.words import Words

__all__ = ["is_to_come"]

_LASTING = frozenset(
    [
        "支持する",
        "反対する",
        "非難する",
        "批判する",
        "懸念する",
        "歓迎する",
        "重視する",
        "期待する",
        "要求する",
        "要請する",
        "主張する",
        "存在する",
        "位置する",
        "意味する",
        "関係する",
        "共有する",
        "尊重する",
        "評価する",
        "依存する",
        "矛盾する",
        "違反する",
        "有する",
        "属する",
        "対する",
        "関する",
        "称する",
        "確信する",
        "理解する",
        "保有する",
        "規定する",
        "警告する",
        "抗議する",
        "指摘する",
        "否定する",
        "拒否する",
        "敵対する",
        "対立する",
        "該当する",
        "一致する",
        "構成する",
        "感謝する",
        "信頼する",
        "賛成する",
    ]
)
_PROMISING = frozenset({"約束する", "確約する", "誓約する", "誓う"})
_QUOTE_END = re.compile("(?:として|との|とも|と)$")


def is_to_come(words: Words, word: int, inflected: str, said: str) -> bool:
    """Whether a deed is told in the plain form, which is of what will be done."""
    tree = words.tree
    if tree.lemmas[word] in _PROMISING and any(
        tree.relations[child] == "object" for child in words.children(word)
    ):
        return True
    if tree.lemmas[word] in _LASTING or not is_event_verb(tree.lemmas[word]):
        return False
    plain = _QUOTE_END.sub("", said)
    if tree.lemmas[word].endswith("する"):
        return plain in ("する", "させる", "します", "することになる", "していく")
    return not plain and ("終止形" in inflected or "連体形" in inflected)
