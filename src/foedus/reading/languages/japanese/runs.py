"""Rows of Japanese nouns without a particle between them: the last is the head."""

from foedus.reading.languages.japanese.words import Words

__all__ = ["head_runs"]

_PREFIXES = frozenset(
    {"対", "反", "親", "在", "駐", "訪", "新", "旧", "元", "前", "現", "同", "各", "両", "全"}
)
_SEVERAL = frozenset({"ら", "たち", "達", "等", "など"})


def head_runs(words: Words) -> None:
    """Give every row of nouns one head, its last word."""
    for run in _runs(words):
        _head_by_last(words, run)


def _runs(words: Words) -> list[list[int]]:
    """Rows of nouns without a particle between them that the parser hangs together."""
    tree = words.tree
    runs: list[list[int]] = []
    run: list[int] = []
    for word in range(len(words)):
        inside = words.is_nominal(word) or (
            tree.kinds[word] in ("ADJ", "DET") and tree.words[word] in _PREFIXES
        )
        if inside and run and tree.sentence[run[0]] == tree.sentence[word]:
            run.append(word)
            continue
        if len(run) > 1:
            runs.extend(_connected(words, run))
        run = [word] if inside else []
    if len(run) > 1:
        runs.extend(_connected(words, run))
    return runs


def _connected(words: Words, run: list[int]) -> list[list[int]]:
    """Part a row where no word before hangs on one after, nor the other way."""
    heads, last = words.tree.heads, run[-1]
    parts, part = [], [run[0]]
    for word in run[1:]:
        label = words.tree.labels[part[-1]]
        joined = (
            label.startswith(("compound", "dep"))
            or any(word <= heads[one] <= last for one in part)
            or any(part[0] <= heads[one] < word for one in range(word, last + 1))
        )
        if joined:
            part.append(word)
        else:
            parts.append(part)
            part = [word]
    parts.append(part)
    return [part for part in parts if len(part) > 1]


def _head_by_last(words: Words, run: list[int]) -> None:
    tree = words.tree
    inside = range(run[0], run[-1] + 1)
    last = run[-1]
    if tree.words[last] in _SEVERAL and len(run) > 1:
        last = run[-2]
    outside = [word for word in run if tree.heads[word] not in inside or tree.heads[word] == word]
    outer = last if last in outside or not outside else outside[0]
    if outer != last:
        head = tree.heads[outer]
        tree.heads[last] = last if head == outer else head
        tree.relations[last] = tree.relations[outer]
        tree.labels[last], tree.labels[outer] = tree.labels[outer], "compound"
        for child in words.children(outer):
            if child != last:
                tree.heads[child] = last
        tree.heads[outer], tree.relations[outer] = last, "compound"
    for word in run:
        part = tree.labels[word].startswith(("compound", "dep"))
        if word != last and (part or tree.heads[word] in inside or tree.heads[word] == word):
            counted = tree.kinds[word] == "NUM"
            tree.heads[word] = last
            tree.relations[word] = "determiner" if counted else "compound"
    if last != run[-1]:
        tree.kinds[run[-1]], tree.relations[run[-1]] = "PART", "part"
        tree.morphs[last] = "Number=Plur"
