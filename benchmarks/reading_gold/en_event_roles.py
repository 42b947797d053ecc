"""Spans of initiators and targets in English sentences: ConfliBERT's set (Hu et al. 2022), IOB.

S marks a source, T a target, R who takes part alike. Ours are the phrases that the reader takes for
the parties of the sentence's foremost event. F1 of spans that share a character with an annotated
one of the same role, one to one; R counts for both. Every second sentence was looked at while the
rules were written.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from foedus.reading.parties import parties

__all__ = ["scores", "sentences"]

Span = tuple[int, int]
Roles = dict[str, list[Span]]


def scores(folder: Path) -> list[tuple[str, str, str]]:
    """Return F1 of sources and targets on the sentences not looked at, and on those that were."""
    source = folder / "en_event_roles" / "train.txt"
    if not source.is_file():
        return []
    found = list(sentences(source))
    rows = []
    for words, half in (("not looked at", found[1::2]), ("looked at", found[::2])):
        figures = _f1(half)
        rows.append((f"initiator spans, F1, sentences {words}", f"{figures['S']:.2f}", ""))
        rows.append((f"target spans, F1, sentences {words}", f"{figures['T']:.2f}", ""))
    return rows


def sentences(source: Path) -> Iterator[tuple[str, Roles]]:
    """Return every sentence with its annotated spans."""
    for block in source.read_text(encoding="utf-8").split("\n\n"):
        roles: Roles = {"S": [], "T": [], "R": []}
        text, before = "", "O"
        for line in block.splitlines():
            word, _, mark = line.rpartition(" ")
            glued = word in ".,;:!?)'%" or word.startswith(("'", "’")) or text.endswith("(")
            text += "" if glued or not text else " "
            start = len(text)
            text += word
            begin, _, role = mark.partition("-")
            if role in roles:
                if begin == "B" or before != role:
                    roles[role].append((start, len(text)))
                else:
                    roles[role][-1] = (roles[role][-1][0], len(text))
            before = role if role else "O"
        if text:
            yield text, roles


def _f1(half: Sequence[tuple[str, Roles]]) -> dict[str, float]:
    right, wanted, given = {"S": 0, "T": 0}, {"S": 0, "T": 0}, {"S": 0, "T": 0}
    for text, roles in half:
        told = parties(text, "en")
        for role, ours in zip("ST", told, strict=True):
            gold = [*roles[role], *roles["R"]]
            wanted[role] += len(roles[role])
            given[role] += len(ours)
            used: set[int] = set()
            for span in ours:
                for place, other in enumerate(gold):
                    if place not in used and span[0] < other[1] and other[0] < span[1]:
                        used.add(place)
                        right[role] += 1
                        break
    return {role: 2 * right[role] / max(1, wanted[role] + given[role]) for role in "ST"}
