"""Japanese names of states and organisations (Stockmark), as far as they are actors of ours.

Gold are entities whose whole name is a form of the table of actors; precision is the share of our
mentions that lie in an entity of any kind, which leaves out demonyms such as 日本人.
"""

import json
from pathlib import Path

from benchmarks.reading_gold.overlap import Touched
from foedus.actors.surface_forms import surface_forms
from foedus.reading.mentions import mentions

__all__ = ["scores"]


def scores(folder: Path) -> list[tuple[str, str, str]]:
    """Return recall and precision."""
    source = folder / "ja_entities" / "first_half.json"
    if not source.is_file():
        return []
    known = {form.words for form in surface_forms("ja") if not form.place}
    actors, any_entity = Touched(), Touched()
    for row in json.loads(source.read_text(encoding="utf-8")):
        ours = [(one.start, one.end) for one in mentions(row["text"], "ja", None)]
        entities = row["entities"]
        actors.add([tuple(one["span"]) for one in entities if one["name"] in known], ours)
        any_entity.add([tuple(one["span"]) for one in entities], ours)
    return [
        ("Japanese actors, recall", f"{actors.recall:.2f}", ""),
        ("the same, precision", f"{any_entity.precision:.2f}", ""),
    ]
