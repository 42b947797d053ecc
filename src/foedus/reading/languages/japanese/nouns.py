"""Runs of Japanese nouns, and what the particles after them say."""

import re

from foedus.reading.languages.japanese.compounds import SIGNS
from foedus.reading.languages.japanese.genitives import owns
from foedus.reading.languages.japanese.known import is_known, known_ending
from foedus.reading.languages.japanese.lists import join_lists
from foedus.reading.languages.japanese.particles import TIME_NOUNS, case_of
from foedus.reading.languages.japanese.postpositions import (
    read_between,
    read_place,
    read_route,
    shorten,
)
from foedus.reading.languages.japanese.runs import head_runs
from foedus.reading.languages.japanese.words import Words

__all__ = ["read_nouns", "written_together"]

_COMPOUND = frozenset({"compound", "nummod", "fixed", "flat", "goeswith", "nmod", "amod", "obl"})
_PRONOUNS = frozenset(
    [
        "両国",
        "両者",
        "双方",
        "両首脳",
        "両政府",
        "両軍",
        "両外相",
        "両氏",
        "同国",
        "同氏",
        "同首相",
        "同大統領",
        "同政府",
        "同外相",
        "同軍",
        "同省",
        "両大統領",
        "両首相",
        "両国政府",
        "四大臣",
        "両大臣",
        "これ",
        "それ",
    ]
)
_BODIES = frozenset({"機構", "組織", "連合", "連盟", "機関", "共同体", "会議", "ブロック", "同盟"})
_LEAVING = frozenset({"離脱", "脱退", "独立", "輸入", "購入", "調達"})
_PLURAL = ("諸国", "各国", "加盟国", "同盟国", "当局者", "関係者", "首脳ら", "たち")
_ADNOMINAL = ("の", "る", "た", "く", "む", "する")
_A_DAY = re.compile(r"[0-9０-９一二三四五六七八九十]{1,4}[年月日]")
_MINISTERS = frozenset({"大臣", "閣僚", "首脳", "外相"})
_OF_VERBS = frozenset({"oblique", "object", "agent"})
_LONGEST_ROW = 5
_RECIPROCAL = frozenset(
    [
        "会談",
        "協力",
        "同盟",
        "条約",
        "合意",
        "協定",
        "関係",
        "会議",
        "協議",
        "対話",
        "交渉",
        "首脳会談",
        "外相会談",
        "演習",
        "訓練",
        "パートナーシップ",
        "国境",
        "貿易",
        "戦争",
        "停戦",
        "声明",
        "宣言",
        "会合",
        "首脳会議",
        "交流",
        "連携",
        "対立",
    ]
)


def read_nouns(words: Words) -> None:
    """Give every nominal phrase one head, its last word, and a relation from its particles."""
    tree = words.tree
    for word, label in enumerate(tree.labels):
        tree.relations[word] = _plain(label, tree.kinds[word])
        if tree.words[word].isspace():
            tree.kinds[word] = "SPACE"
            tree.relations[word] = "punctuation"
    for word in range(1, len(words)):
        if tree.kinds[word] == "AUX" and tree.words[word] == tree.lemmas[word] == "で":
            read_place(words, word)
    head_runs(words)
    for word in range(len(words)):
        if words.is_nominal(word) and tree.relations[word] != "compound":
            read_between(words, word)
    join_lists(words)
    for word in range(len(words)):
        if words.is_nominal(word) and tree.relations[word] not in ("compound", "coordinate"):
            shorten(words, word)
            _read_case(words, word)
    for word in range(len(words)):
        if tree.markers[word] == "from":
            read_route(words, word)
    for word in range(len(words)):
        _read_kind(words, word)
    for word in range(len(words)):
        if tree.relations[word] == "compound":
            _read_compound(words, word)


def _plain(label: str, kind: str) -> str:
    label = label.removesuffix("_bunsetu")
    if kind == "PUNCT":
        return "punctuation"
    return {
        "ROOT": "root",
        "nsubj": "subject",
        "obj": "object",
        "obl": "oblique",
        "nmod": "possessor",
        "compound": "compound",
        "nummod": "determiner",
        "det": "determiner",
        "amod": "adjective",
        "advmod": "adverb",
        "acl": "participle",
        "advcl": "adverbial",
        "ccomp": "content",
        "csubj": "adverbial",
        "conj": "coordinate",
        "cc": "marker",
        "case": "marker",
        "mark": "marker",
        "fixed": "marker",
        "aux": "auxiliary",
        "cop": "auxiliary",
        "dep": "compound",
    }.get(label, "other")


def _read_case(words: Words, word: int) -> None:
    tree = words.tree
    if tree.relations[word] == "oblique" and tree.markers[word]:
        return
    if tree.relations[word] == "coordinate" and tree.heads[word] > word:
        return
    after = words.after(word)
    particles = [tree.words[one] for one in after if tree.kinds[one] != "AUX"]
    for one in after:
        if tree.kinds[one] != "AUX":
            tree.relations[one] = "marker"
    if tree.heads[word] == word:
        return
    if "".join(particles).startswith("によると") and _read_seeming_agent(words, word, after[-1]):
        return
    found = case_of(particles) if particles else None
    governed = tree.kinds[tree.heads[word]]
    if _is_time(words, word) and (found is None or found[0] != "possessor"):
        said = "until" if found and found[1] == "until" else "when"
        said = "since" if particles[:1] == ["から"] else said
        tree.relations[word], tree.markers[word] = "oblique", said
        return
    if found is None:
        if _is_headline_topic(words, word):
            tree.relations[word], tree.markers[word] = "topic", None
            return
        if not after and tree.relations[word] in ("object", "oblique", "subject"):
            bare = tree.relations[word] == "oblique"
            tree.relations[word] = "other" if bare else tree.relations[word]
        return
    relation: str = found[0]
    marker: str | None = found[1]
    if relation == "possessor" and governed in ("VERB", "AUX"):
        relation = "subject"
    signs = len(tree.words[word]) > 1 and all(sign in SIGNS for sign in tree.words[word])
    if marker == "in" and signs:
        marker = "between"
    if marker == "from" and tree.words[tree.heads[word]] in _LEAVING:
        marker = "of"
    if marker in ("to", "with") and tree.lemmas[tree.heads[word]] == "なる":
        relation, marker = "object", None
    if relation == "possessor" and not owns(words, word):
        relation, marker = "oblique", "of"
    tree.relations[word], tree.markers[word] = relation, marker
    if relation in _OF_VERBS and not (particles and particles[-1].endswith(_ADNOMINAL)):
        _rehang_on_verb(words, word)


def _read_seeming_agent(words: Words, word: int, last: int) -> bool:
    """Read "Xによるとみられる攻撃" as an attack by X."""
    tree, verb = words.tree, last + 1
    if verb >= len(words) or tree.lemmas[verb] not in ("みる", "見る", "思う", "する"):
        return False
    noun = tree.heads[verb]
    if noun <= verb or not words.is_nominal(noun):
        return False
    tree.heads[word], tree.relations[word], tree.markers[word] = noun, "oblique", "by"
    tree.heads[verb], tree.relations[verb], tree.kinds[verb] = word, "marker", "ADP"
    return True


def _rehang_on_verb(words: Words, word: int) -> None:
    """Without の a noun belongs to a verb: hang it on the first above the noun it hangs on."""
    tree = words.tree
    here = tree.heads[word]
    for _ in range(6):
        if not words.is_nominal(here) or tree.heads[here] == here:
            break
        if "サ変" in words.tags[here] and not words.after(here):
            break
        if any(tree.lemmas[one] in ("だ", "です") for one in words.after(here)):
            break
        here = tree.heads[here]
    bare = "サ変" in words.tags[here] and not words.after(here)
    if here > word and (tree.kinds[here] == "VERB" or bare):
        words.hang(word, here, tree.relations[word])


def _is_time(words: Words, word: int) -> bool:
    tree = words.tree
    return tree.words[word] in TIME_NOUNS or _A_DAY.fullmatch(tree.words[word]) is not None


def _is_headline_topic(words: Words, word: int) -> bool:
    """Whether a name stands alone before a comma at the head of a sentence ("NATO、艦艇を派遣")."""
    tree = words.tree
    first, last = words.sentence(word)
    if word + 1 >= last or tree.words[word + 1] != "、":
        return False
    before = [one for one in range(first, word) if tree.words[one] != "\u3000"]
    opens = all(
        tree.heads[one] == word
        or tree.relations[one] in ("marker", "compound")
        or tree.relations[one] == "coordinate"
        for one in before
    )
    told = any(tree.words[one] in ("は", "が") for one in range(word, last))
    return opens and not told


def _read_kind(words: Words, word: int) -> None:
    """Give a noun the kind and lemma by which it is looked up."""
    tree = words.tree
    text = tree.words[word]
    if tree.kinds[word] == "ADJ" and tree.relations[word] == "participle":
        tree.relations[word] = "adjective"
    if text in _MINISTERS and any(
        tree.words[child] in ("両", "四", "4", "４") for child in words.children(word)
    ):
        tree.kinds[word], tree.lemmas[word] = "PRON", "両者"
        return
    if text in _BODIES and word and tree.words[word - 1] == "同":
        tree.kinds[word], tree.lemmas[word] = "PRON", "同" + text
        return
    if text in _PRONOUNS:
        tree.kinds[word] = "PRON"
        tree.lemmas[word] = text
        return
    if tree.kinds[word] not in ("NOUN", "PROPN"):
        return
    tree.lemmas[word] = known_ending(text)
    row = written_together(words, word)
    known = known_ending(row)
    if row != text and is_known(known) and len(known) > len(tree.lemmas[word]):
        tree.lemmas[word] = known
    if text.endswith(_PLURAL):
        tree.morphs[word] = "Number=Plur"
    if text.endswith(("加盟国", "同盟国")):
        tree.kinds[word] = "PROPN"
    following = tree.words[word + 1] if word + 1 < len(words) else ""
    if following == "的":
        tree.lemmas[word] = text + "的"


def written_together(words: Words, word: int) -> str:
    """The nouns written right before a noun as part of it, and the noun ("首脳会談")."""
    tree, first = words.tree, word
    while first > 0 and word - first < _LONGEST_ROW and tree.heads[first - 1] == word:
        if tree.relations[first - 1] not in ("compound", "object"):
            break
        if not words.is_nominal(first - 1) or "固有名詞" in words.tags[first - 1]:
            break
        first -= 1
    return "".join(tree.words[first : word + 1])


def _read_compound(words: Words, word: int) -> None:
    """A state's name right before a deed is whom it is done to ("ウクライナ侵攻", "NATO加盟")."""
    tree = words.tree
    head = tree.heads[word]
    text = tree.words[word]
    if (text[0] == "対" and len(text) in (2, 3)) or (word and tree.words[word - 1] == "対"):
        tree.relations[word], tree.markers[word] = "oblique", "to"
        return
    if tree.kinds[word] != "PROPN":
        return
    is_deed = "サ変" in words.tags[head] and tree.words[head] not in _RECIPROCAL
    if is_deed and head == word + 1 and "国" in words.tags[word]:
        tree.relations[word], tree.markers[word] = "oblique", "to"
