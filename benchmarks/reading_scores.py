"""How well the reader reads: its export scored against annotated texts, with their own scorer.

Run with `make eval`. The texts and the scorer lie beside the checkout (../shared); without them
there is nothing to measure and this says so.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from benchmarks import reading_gold
from benchmarks.reading_gold.own_texts import AIMS, mean_scores, scored_texts
from foedus.reading.languages import READ
from foedus.reading.reader import reading_of
from foedus.sources.documents import snapshot_of

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"
RESULTS = REPOSITORY / "docs/reference/reading-scores.md"
OWN_TEXTS = REPOSITORY / "tests/reading/own_texts"
NO_GOLD_SETS = frozenset({"overlap", "own_texts"})
MEASURES = {
    "actors": "actors, F1",
    "mentions": "actor mentions, F1",
    "treaties": "treaty references, F1",
    "treaty_parties": "their parties, F1",
    "treaty_articles": "their articles, F1",
    "notes": "notes, F1",
    "note_fields": "fields of notes, share right",
    "metadata": "metadata, F1",
    "assertions": "assertions, F1",
    "event_f1": "span and event type right, F1",
    "event_acc": "event type of matched assertions",
    "roles": "initiators and targets, F1",
    "date_f1": "dates, F1",
    "attribution_f1": "attribution, F1",
    "modality_acc": "modality of matched assertions",
    "polarity_acc": "polarity of matched assertions",
    "overall": "overall",
}


def annotated_texts() -> dict[str, tuple[Path, Path]]:
    """Return name → (text, gold) for the annotated texts in a language we read."""
    texts = {"seed (fr)": (SHARED / "seed/article.fr.txt", SHARED / "seed/gold.json")}
    for gold in sorted((SHARED / "texts").glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        if name.startswith(tuple(READ)):
            texts[name] = (gold.with_name(name + ".txt"), gold)
    return texts


def the_scorer() -> ModuleType:
    """Return the scorer that lies beside the texts."""
    spec = spec_from_file_location("score", SHARED / "eval/score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def scores(text: Path, gold: Path, scorer: ModuleType) -> dict[str, object]:
    """Return what the scorer says of our reading of one text."""
    reading = reading_of(snapshot_of(text)).as_dict()
    return dict(scorer.score(json.loads(gold.read_text(encoding="utf-8")), reading))


def gold_sets() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Yield what each public gold set holds, and the rows of our scores on it."""
    for module in sorted(one.name for one in iter_modules(reading_gold.__path__)):
        if module not in NO_GOLD_SETS:
            measured = import_module(f"benchmarks.reading_gold.{module}")
            title = (measured.__doc__ or module).split("\n", 1)[0]
            yield title, measured.scores(SHARED / "eval/gold")


def gold_table() -> Iterator[str]:
    """Yield the lines that give our scores on public gold sets."""
    for title, rows in gold_sets():
        yield f"\n### {title}\n"
        if not rows:
            yield "Not beside this checkout."
            continue
        yield "| measure | figure | aim |\n|---|---|---|"
        yield from (f"| {measure} | {figure} | {aim or '–'} |" for measure, figure, aim in rows)


def own_table(means: Mapping[str, Mapping[str, float]]) -> str:
    """Return the mean scores of the project's own texts, one line per language."""
    measures = ("mentions", "assertions", "event_f1", "precision", "roles", "date_f1")
    measures = (*measures, "attribution_f1", "modality_acc")
    rows = ["| | " + " | ".join(measures) + " |", "|---|" + "---|" * len(measures)]
    rows.append("| aim | " + " | ".join(_aim(measure) for measure in measures) + " |")
    for language, row in means.items():
        cells = (f"{row[one]:.2f}" if one in row else "–" for one in measures)
        rows.append(f"| {language} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _aim(measure: str) -> str:
    if measure == "precision":
        return "0.60"
    return f"{AIMS[measure]:.2f}" if measure in AIMS else "–"


def table(results: dict[str, dict[str, object]]) -> str:
    """Return the scores as a Markdown table, one column per text."""
    head = "| measure | " + " | ".join(results) + " |"
    rows = [head, "|---|" + "---|" * len(results)]
    for key, words in MEASURES.items():
        cells = (_figure(result[key]) for result in results.values())
        rows.append(f"| {words} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def page(results: dict[str, dict[str, object]], means: Mapping[str, Mapping[str, float]]) -> str:
    """Return the page that keeps the scores."""
    lines = [
        "# How well the reader reads",
        "",
        "Written by `make eval`. The reader's export is compared with annotations made by hand: an",
        "assertion counts as found when its span overlaps the annotated one by at least 0.3",
        "(intersection over union), a mention by 0.5. The rules and the lexicon were written with",
        "these texts at hand, so the figures are those of development; on other texts expect less.",
        "A dash means that the text has nothing of the kind.",
        "",
        table(results),
        "",
        "## Our own texts",
        "",
        "Means over texts that we wrote and annotated ourselves, on alliances of all continents",
        "(`tests/reading/own_texts`). `precision` is that of event_f1. Aims are for texts nobody",
        "has seen, over all languages; French and English should do better by 0.08.",
        "",
        own_table(means),
        "",
        "## Public gold annotations",
        "",
        "Development parts of published sets, read where they lie: figures on their test parts may",
        "be lower. What each counts is said in its module under `benchmarks/reading_gold`.",
        *gold_table(),
    ]
    return "\n".join(lines) + "\n"


def _figure(value: object) -> str:
    if isinstance(value, dict):
        value = value["f1"]
    return "–" if value is None else f"{value:.2f}"


def main() -> int:
    """Print the table; say so when there is nothing to score."""
    if not SHARED.is_dir():
        print("The annotated texts are not beside this checkout (../shared): nothing to score.")
        return 0
    scorer = the_scorer()
    results = {name: scores(text, gold, scorer) for name, (text, gold) in annotated_texts().items()}
    means = mean_scores(scored_texts(OWN_TEXTS, scorer.score))
    written = page(results, means)
    print(written)
    RESULTS.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
