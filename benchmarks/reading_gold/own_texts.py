"""The project's own annotated texts, invented, on alliances of all continents, in seven languages.

They were written before the rules that read them, but read by those who wrote the rules: expect
less on others.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import fmean
from typing import Any

from foedus.reading.many import read

__all__ = ["AIMS", "mean_scores", "scored_texts"]

AIMS = {
    "mentions": 0.90,
    "event_f1": 0.50,
    "roles": 0.55,
    "date_f1": 0.65,
    "attribution_f1": 0.65,
}
"""What the reader should reach on texts nobody has seen, as a mean over languages."""

Score = Mapping[str, Any]


def scored_texts(
    folder: Path, score: Callable[[Any, Any], Score]
) -> Iterator[tuple[str, str, Score]]:
    """Yield the language, the name and the score of each annotated text of a folder."""
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.json")
        with path.with_name(f"{name}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        published = gold["metadata"].get("publication_date")
        system = read(text, gold["language"], published, name).as_dict()
        yield gold["language"], name, score(gold, system)


def mean_scores(scored: Iterator[tuple[str, str, Score]]) -> dict[str, dict[str, float]]:
    """Return the mean of each measure, language by language, and over the languages as "all".

    `precision` is that of event_f1. What no text of a language has is left out of it.
    """
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for language, _, score in scored:
        for measure in (*AIMS, "assertions", "modality_acc"):
            value = score[measure]
            if value is not None:
                found[language][measure].append(value["f1"] if isinstance(value, dict) else value)
        if score["event_f1"]:
            found[language]["precision"].append(score["event_f1"]["p"])
    means = {
        language: {measure: fmean(values) for measure, values in rows.items()}
        for language, rows in sorted(found.items())
    }
    measures = dict.fromkeys(measure for rows in means.values() for measure in rows)
    means["all"] = {
        measure: fmean(rows[measure] for rows in means.values() if measure in rows)
        for measure in measures
    }
    return means
