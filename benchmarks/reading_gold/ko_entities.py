"""Korean dates, times and quantities (KLUE): how many an expression of ours touches.

KLUE's quantities take in ages, ranks and scores, which count nothing in the ledger's sense.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.reading_gold.overlap import Touched
from foedus.reading.quantities import quantities
from foedus.reading.times import expressions

__all__ = ["scores", "sentences"]

Span = tuple[int, int]


def scores(folder: Path) -> list[tuple[str, str, str]]:
    """Return recall of dates and times, and of quantities."""
    source = folder / "ko_entities" / "klue_first_half.tsv"
    if not source.is_file():
        return []
    days, amounts = Touched(), Touched()
    for text, spans in sentences(source.read_text(encoding="utf-8")):
        days.add(
            [span for span, kind in spans if kind in ("DT", "TI")],
            [(one.start, one.end) for one in expressions(text, "ko", None)],
        )
        amounts.add(
            [span for span, kind in spans if kind == "QT"],
            [(start, end) for start, end, _ in quantities(text, "ko")],
        )
    return [
        ("Korean dates and times, recall", f"{days.recall:.2f}", "0.90"),
        ("Korean quantities, recall", f"{amounts.recall:.2f}", "0.90"),
    ]


def sentences(tsv: str) -> Iterator[tuple[str, list[tuple[Span, str]]]]:
    """Yield each sentence with its entities; the set has one character to a line."""
    for block in tsv.split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("##")]
        rows = [row for row in rows if len(row) == 2]
        spans: list[tuple[Span, str]] = []
        for place, (_, label) in enumerate(rows):
            if label.startswith("B-"):
                spans.append(((place, place + 1), label[2:]))
            elif label.startswith("I-") and spans:
                (start, _), kind = spans[-1]
                spans[-1] = ((start, place + 1), kind)
        yield "".join(sign for sign, _ in rows), spans
