"""The states named in the same 500 sentences in five languages (UD PUD), against English.

A sentence agrees for a state when we find the state in it in both languages. English errs too, and
translators put "the country" for a name: what differs is not all a fault of the other language.
"""

from pathlib import Path

from benchmarks.reading_gold.overlap import f1
from foedus.actors.states import all_actors
from foedus.reading.mentions import mentions

__all__ = ["named_states", "scores", "sentences"]

_NAMES = {"fr": "French", "ko": "Korean", "ru": "Russian", "zh": "Chinese"}


def scores(folder: Path) -> list[tuple[str, str, str]]:
    """Return F1, precision and recall of the states named, language by language."""
    if not (folder / "pud" / "en_1-500.conllu").is_file():
        return []
    english = named_states(folder, "en")
    rows = []
    for language, name in _NAMES.items():
        found = named_states(folder, language)
        both = sum(len(one & other) for one, other in zip(english, found, strict=True))
        precision = both / max(1, sum(map(len, found)))
        recall = both / max(1, sum(map(len, english)))
        figure = f"{f1(precision, recall):.2f} ({precision:.2f}, {recall:.2f})"
        rows.append((f"states in {name} as in English, F1 (precision, recall)", figure, "0.95"))
    return rows


def named_states(folder: Path, language: str) -> list[frozenset[str]]:
    """Return the states named in each sentence, in order; organisations are left out."""
    states = {actor.id for actor in all_actors() if len(actor.id) == 3 and actor.kind == "state"}
    return [
        frozenset(one.actor for one in mentions(text, language, None)) & states
        for text in sentences(folder, language)
    ]


def sentences(folder: Path, language: str) -> list[str]:
    """Return the sentences of one language as they are written."""
    source = folder / "pud" / f"{language}_1-500.conllu"
    lines = source.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
