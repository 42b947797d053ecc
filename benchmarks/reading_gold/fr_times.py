"""French temporal expressions: the extent of each, in French TimeBank as XLTime publishes it.

The figure to trust is that of the odd sentences: only the even ones were looked at while the
calendar was written. Extents are compared in the set's own words, of which one may hold an article
or a preposition ("d'août"); relaxed means that two extents share a word.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from foedus.reading.times import expressions

__all__ = ["Sentence", "compared", "scores", "sentences"]

Span = tuple[int, int]
Sentence = tuple[list[str], list[Span]]
_NO_BLANK_BEFORE = re.compile(r"[.,)\]…]+")


def scores(folder: Path) -> list[tuple[str, str, str]]:
    """Return relaxed F1 and strict recall, on the sentences not looked at and on the others."""
    source = folder / "fr_times" / "valid.txt"
    if not source.is_file():
        return []
    read = list(sentences(source.read_text(encoding="utf-8")))
    unseen, seen = compared(read[1::2]), compared(read[::2])
    return [
        ("French times, relaxed F1, sentences not looked at", f"{unseen[0]:.2f}", "0.90"),
        ("the same, strict recall", f"{unseen[1]:.2f}", "0.80"),
        ("French times, relaxed F1, sentences looked at", f"{seen[0]:.2f}", ""),
        ("the same, strict recall", f"{seen[1]:.2f}", ""),
    ]


def sentences(iob: str) -> Iterator[Sentence]:
    """Return the words of every sentence, and its expressions as first and last word but one."""
    for block in re.split(r"\n\s*\n", iob):
        rows = [line.split() for line in block.splitlines()]
        rows = [row for row in rows if len(row) == 2]
        if not rows:
            continue
        spans: list[Span] = []
        for place, (_, label) in enumerate(rows):
            if label.startswith("B-"):
                spans.append((place, place + 1))
            elif label.startswith("I-") and spans:
                spans[-1] = (spans[-1][0], place + 1)
        yield [word for word, _ in rows], spans


def compared(read: Iterable[Sentence]) -> tuple[float, float]:
    """Return relaxed F1 and strict recall of our expressions in these sentences."""
    wanted = given = touched = hit = exact = 0
    for words, gold in read:
        ours = _ours(words)
        wanted, given = wanted + len(gold), given + len(ours)
        touched += sum(any(_touch(one, other) for other in gold) for one in ours)
        hit += sum(any(_touch(one, other) for other in ours) for one in gold)
        exact += sum(one in ours for one in gold)
    if not wanted or not given or not touched:
        return 0.0, 0.0
    precision, recall = touched / given, hit / wanted
    return 2 * precision * recall / (precision + recall), exact / wanted


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _ours(words: list[str]) -> list[Span]:
    """Our expressions in the sentence written out, as spans of its words."""
    text, starts = "", []
    for word in words:
        blank = " " if text and not _NO_BLANK_BEFORE.fullmatch(word) else ""
        starts.append(len(text + blank))
        text += blank + word
    found = []
    for expression in expressions(text, "fr", None):
        inside = [
            place
            for place, start in enumerate(starts)
            if start < expression.end and expression.start < start + len(words[place])
        ]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return found
