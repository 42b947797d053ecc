"""Russian and Ukrainian entities that are actors (SlavicNER), by their identifiers.

Gold are the mentions of states (identifiers GPE-…) that the register of actors knows by their
English name; a mention of ours is right where gold has an entity of any kind. Persons and parties
that speak for no actor of ours are not looked for.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.reading_gold.overlap import Touched, f1
from foedus.actors.names import actor_named
from foedus.errors import FoedusError
from foedus.reading.mentions import mentions

__all__ = ["scores", "texts"]

Entity = tuple[tuple[int, int], str]


def scores(folder: Path) -> list[tuple[str, str, str]]:
    """Return F1 of the actors in each language, with precision and recall."""
    rows = []
    for language, name in (("ru", "Russian"), ("uk", "Ukrainian")):
        states, any_entity = Touched(), Touched()
        for text, entities in texts(folder / "ru_uk_entities", language):
            ours = [(one.start, one.end) for one in mentions(text, language, None)]
            states.add([span for span, identifier in entities if _is_state(identifier)], ours)
            any_entity.add([span for span, _ in entities], ours)
        if not states.gold:
            continue
        precision, recall = any_entity.precision, states.recall
        figure = f"{f1(precision, recall):.2f} ({precision:.2f}, {recall:.2f})"
        aim = "0.85" if language == "ru" else ""
        rows.append((f"{name} actors, F1 (precision, recall)", figure, aim))
    return rows


def texts(folder: Path, language: str) -> Iterator[tuple[str, list[Entity]]]:
    """Yield every text with its entities: span and identifier."""
    for source in sorted(folder.glob(f"ner/*/{language}/*.tsv")):
        raw = folder / "raw" / source.parts[-3] / language / f"{source.stem}.txt"
        if not raw.is_file():
            continue
        with source.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        found = [((int(row[0]), int(row[1])), row[5]) for row in rows if len(row) >= 6]
        yield raw.read_text(encoding="utf-8"), found


@cache
def _is_state(identifier: str) -> bool:
    kind, _, name = identifier.partition("-")
    if kind != "GPE":
        return False
    try:
        actor_named(name.replace("-", " "))
    except FoedusError:
        return False
    return True
