"""Ukrainian dates, money and quantities (NER-UK 2.0): how many an expression of ours touches."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.reading_gold.overlap import Touched
from foedus.reading.quantities import quantities
from foedus.reading.times import expressions

__all__ = ["scores", "sentences"]

Span = tuple[int, int]
_NO_BLANK_BEFORE = frozenset(".,;:!?)»…")


def scores(folder: Path) -> list[tuple[str, str, str]]:
    """Return recall of dates and periods, of money, and of quantities."""
    source = folder / "uk_entities" / "train.iob"
    if not source.is_file():
        return []
    kinds = {"dates": ("DATE", "PERIOD"), "money": ("MON",), "quantities": ("QUANT",)}
    touched = {name: Touched() for name in kinds}
    for text, spans in sentences(source.read_text(encoding="utf-8")):
        days = [(one.start, one.end) for one in expressions(text, "uk", None)]
        amounts = [(start, end) for start, end, _ in quantities(text, "uk")]
        for name, labels in kinds.items():
            gold = [span for span, kind in spans if kind in labels]
            touched[name].add(gold, days if name == "dates" else amounts)
    return [(f"Ukrainian {name}, recall", f"{one.recall:.2f}", "") for name, one in touched.items()]


def sentences(iob: str) -> Iterator[tuple[str, list[tuple[Span, str]]]]:
    """Yield each sentence, its words written out with blanks between, and its entities."""
    text, spans, open_label = "", [], ""
    for line in (*iob.splitlines(), ""):
        word, _, label = line.rpartition(" ")
        if not word:
            if text:
                yield text, spans
            text, spans, open_label = "", [], ""
            continue
        text += ("" if not text or word in _NO_BLANK_BEFORE else " ") + word
        start = len(text) - len(word)
        if label.startswith("B-"):
            spans.append(((start, len(text)), label[2:]))
        elif label.startswith("I-") and spans and open_label[2:] == label[2:]:
            spans[-1] = ((spans[-1][0][0], len(text)), label[2:])
        open_label = label
