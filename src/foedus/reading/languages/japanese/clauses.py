"""How the clauses of a Japanese sentence hang together, and whose the topic is."""

from foedus.reading.languages.japanese.known import done_to_others, stands_for_somebody
from foedus.reading.languages.japanese.topics import raise_topic, settle_topic
from foedus.reading.languages.japanese.words import Words

__all__ = ["ASKING", "hang_clauses"]

ASKING = frozenset(
    [
        "求める",
        "要求する",
        "要請する",
        "促す",
        "呼び掛ける",
        "呼びかける",
        "命じる",
        "命ずる",
        "迫る",
        "訴える",
        "働きかける",
        "働き掛ける",
        "指示する",
        "勧告する",
        "説得する",
        "警告する",
        "要望する",
        "主張する",
        "頼む",
    ]
)
_THAT = frozenset({"こと", "の", "旨"})
_WHEN = {"後": "after", "のち": "after", "前": "before", "際": "when", "時": "when", "とき": "when"}
_BECAUSE = {
    "ほか": "besides",
    "他": "besides",
    "うえ": "after",
    "上": "after",
    "直後": "after",
    "間": "while",
    "代わり": "besides",
    "半面": "while",
    "反面": "while",
    "ため": "for",
    "結果": "because",
    "場合": "if",
    "中": "while",
    "以上": "because",
    "一方": "while",
}
_EMBEDDED = frozenset({"attribute", "quote", "request"})


def hang_clauses(words: Words) -> None:
    """Give every clause its relation to the one it hangs on, and every topic its verb."""
    tree = words.tree
    for verb in sorted(words.endings):
        _hang(words, verb)
    for word in range(len(words)):
        if tree.relations[word] == "topic":
            raise_topic(words, word)
    for verb in sorted(words.endings, reverse=True):
        _coordinate(words, verb)
    for word in range(len(words)):
        if tree.relations[word] == "topic":
            settle_topic(words, word)
    for verb in words.endings:
        _settle_arguments(words, verb)
        if tree.relations[verb] == "content":
            _lift_circumstances(words, verb)


def _hang(words: Words, verb: int) -> None:
    tree = words.tree
    head, link = tree.heads[verb], words.endings[verb].link
    if link == "stem" and any(tree.relations[one] == "topic" for one in words.children(verb)):
        head = _out_of_embedded(words, head)
        words.hang(verb, head, tree.relations[verb])
    goes_on = words.endings[verb].text in ("し", "して", "て", "で") and head != verb
    link = "stem" if link == "final" and goes_on else link
    if head < verb and link in ("stem", "condition", "reason", "while", "quote"):
        following = _next_verb(words, verb)
        if following is not None and tree.heads[following] != verb:
            words.hang(verb, following, tree.relations[verb])
            head = tree.heads[verb]
    if head == verb:
        tree.relations[verb] = "root"
        return
    if tree.relations[verb] == "auxiliary":
        return
    if words.is_nominal(head) and head > verb:
        _hang_on_noun(words, verb, head)
        return
    governs = head in words.endings
    if link == "quote":
        tree.relations[verb] = "content" if governs else "adverbial"
    elif link == "request" and governs:
        asked = tree.lemmas[head] in ASKING
        tree.relations[verb] = "complement" if asked else "adverbial"
        if asked:
            tree.morphs[verb] = "VerbForm=Inf"
            _give_hearer(words, verb, head)
    elif link == "condition":
        tree.relations[verb], tree.markers[verb] = "adverbial", "ば"
    elif link in ("while", "reason"):
        tree.relations[verb] = "adverbial"
        tree.markers[verb] = {"while": "while", "reason": "because"}[link]
    elif link == "stem" and governs:
        tree.relations[verb] = "coordinate"
    else:
        tree.relations[verb] = "adverbial"


def _next_verb(words: Words, verb: int) -> int | None:
    """The next verb of the sentence that is not inside another's noun."""
    last = words.sentence(verb)[1]
    for word in range(verb + 1, last):
        if word in words.endings and words.endings[word].link != "attribute":
            return word
    return None


def _out_of_embedded(words: Words, head: int) -> int:
    """The verb outside of the clause that `head` is in, which no topic can be in."""
    tree = words.tree
    for _ in range(6):
        inside = head in words.endings and words.endings[head].link in _EMBEDDED
        if not inside or tree.heads[head] == head:
            break
        outer = tree.heads[head]
        while outer not in words.endings and tree.heads[outer] != outer:
            outer = tree.heads[outer]
        if outer not in words.endings:
            break
        head = outer
    return head


def _hang_on_noun(words: Words, verb: int, noun: int) -> None:
    tree = words.tree
    text, above = tree.words[noun], tree.heads[noun]
    governed = above in words.endings and above > noun
    if text in _THAT and governed:
        tree.heads[verb], tree.heads[noun] = above, verb
        named = tree.relations[noun] in ("object", "oblique", "topic", "other")
        if tree.markers[noun] in ("after", "because", "despite", "for", "before", "when"):
            named, tree.markers[verb] = False, tree.markers[noun]
        tree.relations[verb] = "complement" if named else "adverbial"
        tree.relations[noun], tree.markers[noun] = "marker", None
        if named:
            tree.morphs[verb] = "VerbForm=Inf"
        return
    marker = _WHEN.get(text) or _BECAUSE.get(text)
    if marker and governed:
        tree.heads[verb], tree.heads[noun] = above, verb
        tree.relations[verb] = "adverbial"
        tree.markers[verb] = "ば" if marker == "if" else marker
        tree.relations[noun], tree.markers[noun] = "marker", None
        return
    own = {tree.relations[child] for child in words.children(verb)}
    bare = not own & {"object", "agent"} and not any(
        tree.relations[child] == "oblique" and tree.markers[child] in ("to", "with", "from")
        for child in words.children(verb)
    )
    passive = any(tree.labels[child] == "aux:pass" for child in words.children(verb))
    undergone = bare and not passive and tree.lemmas[verb] in done_to_others()
    tree.relations[verb] = "relative" if "subject" in own or undergone else "participle"


def _give_hearer(words: Words, verb: int, head: int) -> None:
    """Whom one asks stands before what one asks: 中国に…よう求めた."""
    tree = words.tree
    own = [child for child in words.children(head) if tree.relations[child] == "oblique"]
    if any(tree.markers[child] in ("to", "against") for child in own):
        return
    for child in words.children(verb):
        addressed = tree.relations[child] == "oblique" and tree.markers[child] in ("to", "against")
        somebody = tree.kinds[child] in ("PROPN", "PRON") or tree.lemmas[child] in (
            stands_for_somebody()
        )
        if addressed and somebody:
            tree.heads[child] = head
            return


def _coordinate(words: Words, verb: int) -> None:
    """Hang verbs that follow one another on the first of them."""
    tree = words.tree
    earlier = [child for child in words.children(verb) if tree.relations[child] == "coordinate"]
    earlier = [child for child in earlier if child in words.endings and child < verb]
    if not earlier:
        return
    first = earlier[0]
    words.replace(verb, first)
    tree.relations[verb], tree.markers[verb] = "coordinate", None
    if "Inf" in tree.morphs[verb]:
        tree.morphs[first] = tree.morphs[verb]
    for other in earlier[1:]:
        tree.heads[other] = first
    for child in list(words.children(verb)):
        if (tree.relations[child] in ("topic", "subject") and child < first) or (
            tree.relations[child] in ("oblique",)
            and child < first
            and tree.markers[child] in ("when", "according")
        ):
            tree.heads[child] = first


def _lift_circumstances(words: Words, verb: int) -> None:
    """What stands between the speaker and the subject of what is said goes with the saying."""
    tree, head = words.tree, words.tree.heads[verb]
    speaker = [one for one in words.children(head) if tree.relations[one] == "subject"]
    subject = [one for one in words.children(verb) if tree.relations[one] == "subject"]
    if not speaker or not subject or not speaker[0] < subject[0]:
        return
    for child in list(words.children(verb)):
        between = speaker[0] < child < subject[0] and tree.relations[child] == "oblique"
        if between and tree.markers[child] in ("in", "when", "to", "during"):
            tree.heads[child] = head


_AGENTIVE = frozenset({"PROPN", "PRON"})
_BODIES = (
    "軍",
    "政府",
    "党",
    "勢力",
    "部隊",
    "側",
    "当局",
    "大統領",
    "首相",
    "組織",
    "派",
    "国",
    "海軍",
    "空軍",
)


def _settle_arguments(words: Words, verb: int) -> None:
    """In a passive, に and から say who does it, where they name somebody."""
    tree = words.tree
    passive = any(tree.labels[child] == "aux:pass" for child in words.children(verb))
    if not passive:
        return
    for child in words.children(verb):
        if tree.relations[child] != "oblique" or tree.markers[child] not in ("to", "from", "by"):
            continue
        somebody = tree.kinds[child] in _AGENTIVE or tree.words[child].endswith(_BODIES)
        if somebody:
            tree.relations[child], tree.markers[child] = "agent", None
