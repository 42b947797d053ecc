"""Did it happen: rating from -3 to 3 of every predicate of UDS-IH2 (Rudinger et al. 2018)."""

from collections.abc import Iterator
from pathlib import Path
from statistics import correlation, fmean

from foedus.reading.factuality import factuality
from foedus.reading.languages import language_of
from foedus.reading.predication import clauses
from foedus.reading.vocabulary import vocabulary

__all__ = ["ratings", "scores", "sentences"]

_MISSED = 1.5
"""What is said of a word that is no predicate to the reader: mostly a participle at its noun."""
Gold = dict[int, float]


def scores(folder: Path) -> list[tuple[str, str, str]]:
    """Return Pearson's r over all predicates, and the mean absolute error."""
    source = folder / "en_factuality" / "dev.conll"
    if not source.is_file():
        return []
    pairs = [pair for text, gold in sentences(source) for pair in ratings(text, gold)]
    gold, told = zip(*pairs, strict=True)
    error = fmean(abs(one - other) for one, other in pairs)
    return [
        ("factuality, r", f"{correlation(gold, told):.2f}", "0.60"),
        ("the same, mean absolute error", f"{error:.2f}", ""),
    ]


def sentences(source: Path) -> Iterator[tuple[str, Gold]]:
    """Return every sentence with its rated predicates: first character and rating."""
    text = ""
    gold: Gold = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if not line:
            if text:
                yield text, gold
            text, gold = "", {}
            continue
        cells = line.split("\t")
        if cells[2] != "_":
            gold[len(text)] = float(cells[2])
        text += cells[1] + ("" if "SpaceAfter=No" in cells[-1] else " ")
    if text:
        yield text, gold


def ratings(text: str, gold: Gold) -> Iterator[tuple[float, float]]:
    """Return pairs of gold rating and ours for the predicates of one sentence."""
    tongue, words = language_of("en"), vocabulary("en")
    told: Gold = {}
    asked = text.rstrip().endswith("?")
    for tree in tongue.trees(text):
        tree.grow()
        for clause in clauses(tree, tongue.grammar, words.predicative_nouns):
            value = factuality(clause, tongue.grammar, words, asked)
            told[clause.head_start] = value
            attribute = clause.argument("attribute")
            if attribute is not None:
                told.setdefault(attribute.head_start, value)
    for place, rating in gold.items():
        yield rating, told.get(place, _MISSED)
