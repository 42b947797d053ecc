"""Lists of Japanese nouns (日本、米国と韓国): the last is the head, the others hang on it."""

from foedus.reading.languages.japanese.known import known_ending, stands_for_somebody
from foedus.reading.languages.japanese.words import Words

__all__ = ["join_lists", "names_somebody"]

_JOINING = frozenset(
    {"と", "や", "および", "及び", "並びに", "ならびに", "、", "・", "または", "又は"}
)
_GOES_ON = frozenset({"は", "が", "の", "も", "など", "両", "ら", "等"})
_NAMES = ("PROPN",)


def join_lists(words: Words) -> None:
    """Hang every item of a list on its last, in the place of whichever the parser chose."""
    tree = words.tree
    word = 0
    while word < len(words):
        items = [word]
        alone = tree.words[word + 1 : word + 2] in (["、"], ["・"], ["と"])
        if words.is_nominal(word) and (alone or tree.relations[word] != "compound"):
            while (further := _next_item(words, items[-1])) is not None:
                items.append(further)
        if len(items) > 1:
            _join(words, items)
        word = items[-1] + 1


def _next_item(words: Words, word: int) -> int | None:
    """The head of the noun after a joining word, when both are things of one sort."""
    tree = words.tree
    joint = word + 1
    if joint + 1 >= len(words) or tree.words[joint] not in _JOINING:
        return None
    comma = tree.words[joint] == "、"
    if tree.words[joint + 1] == "、" and joint + 2 < len(words):
        joint += 1
    item = joint + 1
    if tree.sentence[item] != tree.sentence[word] or not words.is_nominal(item):
        return None
    item = _run_head(words, joint + 1)
    above = tree.heads[word]
    if tree.kinds[word] != "PROPN" and tree.kinds[item] == "PROPN" and above > item:
        item = above if words.is_nominal(above) else item
    deed = "サ変" in words.tags[word]
    while deed and "サ変" not in words.tags[item] and _owns_next(words, item):
        item = tree.heads[item]
    while tree.kinds[word] != "PROPN" and tree.kinds[item] == "PROPN" and _owns_next(words, item):
        item = tree.heads[item]
    offices = all(known_ending(tree.words[one]) in stands_for_somebody() for one in (word, item))
    if tree.kinds[word] != "PROPN" and comma and not offices:
        return None
    if not _same_sort(words, word, item):
        return None
    if comma and not _is_list(words, item):
        return None
    within = word < tree.heads[word] <= item
    if not comma and not within and tree.heads[item] != word:
        both = tree.kinds[word] == tree.kinds[item] == "PROPN"
        if tree.words[word + 1] == "と" and not both:
            return None
    return item


def _owns_next(words: Words, item: int) -> bool:
    """Whether の follows a name and ties it to a noun, as in アルメニアの首相."""
    tree = words.tree
    head = tree.heads[item]
    after = tree.words[item + 1] if item + 1 < len(words) else ""
    return after == "の" and head > item and words.is_nominal(head)


def _run_head(words: Words, first: int) -> int:
    tree, here = words.tree, first
    while (
        tree.heads[here] > here
        and all(words.is_nominal(one) for one in range(here, tree.heads[here] + 1))
        and tree.relations[here] in ("compound", "determiner")
    ):
        here = tree.heads[here]
    return here


def _same_sort(words: Words, word: int, item: int) -> bool:
    tree = words.tree
    if names_somebody(words, word) and not names_somebody(words, item):
        return False
    if tree.kinds[word] == "PROPN" and "地名" in words.tags[word]:
        return tree.kinds[item] == "PROPN" or any(
            "地名" in words.tags[child] for child in words.children(item)
        )
    return tree.kinds[item] not in ("NUM",)


def names_somebody(words: Words, word: int) -> bool:
    """Whether a noun is a name, a pronoun, or stands for people or a body."""
    tree = words.tree
    if tree.kinds[word] in ("PROPN", "PRON") or "固有名詞" in words.tags[word]:
        return True
    return known_ending(tree.words[word]) in stands_for_somebody()


def _is_list(words: Words, item: int) -> bool:
    """Whether names parted by a comma are a list, and not a headline's topic and what follows."""
    tree = words.tree
    after = words.after(item)
    follows = tree.words[after[0]] if after else tree.words[min(item + 1, len(words) - 1)]
    return follows in _GOES_ON or follows in ("、", "と", "や", "・")


def _join(words: Words, items: list[int]) -> None:
    tree = words.tree
    last = items[-1]
    inside = set(items)
    outer = next((item for item in items if tree.heads[item] not in inside), last)
    outer = last if tree.heads[last] not in inside else outer
    if outer != last:
        head = tree.heads[outer]
        tree.heads[last] = last if head == outer else head
        tree.relations[last] = tree.relations[outer]
    for item in items[:-1]:
        tree.heads[item], tree.relations[item] = last, "coordinate"
        tree.markers[item] = None
        if item + 1 < len(words):
            tree.relations[item + 1] = "marker"
