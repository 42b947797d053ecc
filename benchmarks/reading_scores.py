"""How well the reader reads: its export scored against annotated texts, with their own scorer.

Run with `make eval`. The texts and the scorer lie beside the checkout (../shared); without them
there is nothing to measure and this says so.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from foedus.reading.export import export
from foedus.reading.reader import reading_of
from foedus.sources.documents import snapshot_of

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"
RESULTS = REPOSITORY / "docs/reference/reading-scores.md"
LANGUAGES_READ = ("fr", "en")
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
        if name.startswith(LANGUAGES_READ):
            texts[name] = (gold.with_name(name + ".txt"), gold)
    return texts


def scores(text: Path, gold: Path, folder: Path) -> dict[str, object]:
    """Return what the scorer says of our reading of one text."""
    system = folder / "system.json"
    reading = export(reading_of(snapshot_of(text)))
    system.write_text(json.dumps(reading, ensure_ascii=False), encoding="utf-8")
    scorer = [sys.executable, SHARED / "eval/score.py", "--gold", gold, "--system", system]
    answer = subprocess.run(scorer, check=True, capture_output=True, text=True)
    return dict(json.loads(answer.stdout.splitlines()[0]))


def table(results: dict[str, dict[str, object]]) -> str:
    """Return the scores as a Markdown table, one column per text."""
    head = "| measure | " + " | ".join(results) + " |"
    rows = [head, "|---|" + "---|" * len(results)]
    for key, words in MEASURES.items():
        cells = (_figure(result[key]) for result in results.values())
        rows.append(f"| {words} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def page(results: dict[str, dict[str, object]]) -> str:
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
    with tempfile.TemporaryDirectory() as folder:
        results = {
            name: scores(text, gold, Path(folder))
            for name, (text, gold) in annotated_texts().items()
        }
    print(table(results))
    RESULTS.write_text(page(results), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
