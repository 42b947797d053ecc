"""PLOVER root of an English sentence, its source and target given: PLV (Hu et al. 2024).

The figure to trust is that of the odd rows: only the even ones were looked at while the lexicon was
written. PLV calls YIELD what PLOVER has since split into CONCEDE and RETREAT.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from foedus.evidence import EventType
from foedus.reading.between import event_between

__all__ = ["macro_f1", "rows", "scores"]

_YIELD = (EventType.CONCEDE, EventType.RETREAT)
Row = tuple[str, tuple[int, int], tuple[int, int], str]


def scores(folder: Path) -> list[tuple[str, str, str]]:
    """Return macro-F1 and accuracy on the rows not looked at, and on those that were."""
    source = folder / "en_event_types" / "train.tsv"
    if not source.is_file():
        return []
    pairs = [(gold, _root(row)) for row in rows(source) for gold in [row[3]]]
    unseen, seen = pairs[1::2], pairs[::2]
    return [
        (
            "PLOVER root, pair given, macro-F1, rows not looked at",
            f"{macro_f1(unseen):.2f}",
            "0.65",
        ),
        ("the same, share right", f"{_right(unseen):.2f}", ""),
        ("PLOVER root, pair given, macro-F1, rows looked at", f"{macro_f1(seen):.2f}", ""),
    ]


def rows(source: Path) -> Iterator[Row]:
    """Return sentence, span of the source, span of the target and gold root of every row."""
    with source.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            text, spans = _unmarked(row["marked_sentence"])
            if "s" in spans and "t" in spans:
                yield text, spans["s"], spans["t"], row["gold_root"]


def _unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The sentence without <s> and <t>, and where they stood."""
    text, spans, opened = "", {}, {}
    place = 0
    while place < len(marked):
        if marked[place : place + 3] in ("<s>", "<t>"):
            opened[marked[place + 1]] = len(text)
            place += 3
        elif marked[place : place + 4] in ("</s>", "</t>"):
            name = marked[place + 2]
            start = opened.get(name, 0)
            spans[name] = (start, start + len(text[start:].rstrip()))
            place += 4
        else:
            text += marked[place]
            place += 1
    return text, spans


def _root(row: Row) -> str:
    found = event_between(*row[:3], "en")
    return "" if found is None else "YIELD" if found in _YIELD else found.value


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the mean F1 over the gold's classes, of pairs (gold, system)."""
    pairs = list(pairs)
    right = Counter(gold for gold, system in pairs if gold == system)
    wanted = Counter(gold for gold, _ in pairs)
    given = Counter(system for _, system in pairs)
    found = [2 * right[one] / (wanted[one] + given[one]) for one in wanted]
    return sum(found) / len(found)


def _right(pairs: Iterable[tuple[str, str]]) -> float:
    pairs = list(pairs)
    return sum(gold == system for gold, system in pairs) / len(pairs)
