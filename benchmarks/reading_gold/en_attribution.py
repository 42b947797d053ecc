"""Who is made to say what: cues, and their sources, of PolNeAR (Newell, Margolin & Ruths 2018).

A cue is found when ours and the annotated one share a character, one to one; its source is right
when the two share a character, or there is none on either side. Half of the articles, every second
by name, were looked at while the rules were written; of the other half mainly the figures.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from foedus.reading.reader import reading_of
from foedus.reading.reading import Quotation
from foedus.sources.documents import snapshot_of

__all__ = ["Attribution", "annotated", "articles", "matched", "scores"]

Span = tuple[int, int]
_TEXT_BOUND = re.compile(r"^(T\d+)\t(\w+) ([\d ;]+)\t")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution: the pieces of its source, cue and content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def scores(folder: Path) -> list[tuple[str, str, str]]:
    """Return F1 of the cues, share of right sources and of contents that meet."""
    found = list(articles(folder / "en_attribution"))
    rows = []
    for words, half in (("not looked at", found[1::2]), ("looked at", found[::2])):
        if not half:
            continue
        cues, sources, contents, precision, recall = _figures(half)
        rows += [
            (f"attribution, cue F1, articles {words}", f"{cues:.2f}", "0.75"),
            ("its precision, recall", f"{precision:.2f}, {recall:.2f}", ""),
            ("the same, source right", f"{sources:.2f}", "0.90"),
            ("the same, contents meet", f"{contents:.2f}", ""),
        ]
    return rows


def articles(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Return text and annotations of every article, in the order of their names."""
    texts = {path.stem: path for path in (folder / "text").rglob("*.txt")}
    for annotations in sorted((folder / "attributions").glob("*.ann")):
        text = texts.get(annotations.stem.rpartition("_")[0])
        if text is not None:
            yield text, annotations


def annotated(annotations: Path) -> list[Attribution]:
    """Return the attributions of one article."""
    spans: dict[str, tuple[Span, ...]] = {}
    found = []
    for line in annotations.read_text(encoding="utf-8").splitlines():
        bound = _TEXT_BOUND.match(line)
        if bound:
            pieces = (piece.split() for piece in bound[3].split(";"))
            spans[bound[1]] = tuple((int(start), int(end)) for start, end in pieces)
        elif line.startswith("E"):
            parts = [part.split(":") for part in line.split("\t")[1].split()]
            named = {
                role: tuple(
                    span
                    for name, bound_to in parts
                    if name.rstrip("0123456789") == role
                    for span in spans.get(bound_to, ())
                )
                for role in ("Source", "Cue", "Content")
            }
            found.append(Attribution(named["Source"], named["Cue"], named["Content"]))
    return [one for one in found if one.cue]


def matched(
    gold: Sequence[Attribution], told: Sequence[Quotation]
) -> list[tuple[Attribution, Quotation]]:
    """Return the pairs whose cues meet, one to one, in the order of the text."""
    pairs, used = [], set()
    for quotation in told:
        for place, one in enumerate(gold):
            if place not in used and _meet(quotation.cue, one.cue):
                used.add(place)
                pairs.append((one, quotation))
                break
    return pairs


def _meet(span: Span | None, pieces: tuple[Span, ...]) -> bool:
    if span is None:
        return not pieces
    return any(start < span[1] and span[0] < end for start, end in pieces)


def _figures(half: Sequence[tuple[Path, Path]]) -> tuple[float, float, float, float, float]:
    pairs, wanted, given = [], 0, 0
    for text, annotations in half:
        gold = annotated(annotations)
        told = reading_of(snapshot_of(text)).quotations
        pairs += matched(gold, told)
        wanted += len(gold)
        given += len(told)
    sources = sum(_meet(told.source, gold.source) for gold, told in pairs)
    contents = sum(_meet(told.content, gold.content) for gold, told in pairs)
    some = max(1, len(pairs))
    return (
        2 * len(pairs) / (wanted + given),
        sources / some,
        contents / some,
        len(pairs) / max(1, given),
        len(pairs) / wanted,
    )
