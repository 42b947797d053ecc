"""The reference texts beside the checkout: how much of their annotation is found."""

import json
from pathlib import Path
from typing import Any

import pytest

from foedus.evidence import Day
from foedus.reading.mentions import mentions
from foedus.reading.notes import note_marks, notes
from foedus.reading.passages import segments
from foedus.reading.references import treaty_references
from foedus.reading.times import expressions, frames

TEXTS = {
    "seed": ("seed/article.fr.txt", "seed/gold.json"),
    "en": ("texts/en-finland-sweden-protocols.txt", "texts/en-finland-sweden-protocols.gold.json"),
    "fr": ("texts/fr-ue-armenie-otsc.txt", "texts/fr-ue-armenie-otsc.gold.json"),
}


class Annotated:
    """A reference text, its annotation, and what we read in it."""

    def __init__(self, shared: Path, name: str) -> None:
        text, gold = TEXTS[name]
        self.text = (shared / text).read_text(encoding="utf-8")
        self.gold: dict[str, Any] = json.loads((shared / gold).read_text(encoding="utf-8"))
        self.language = self.gold["metadata"]["language"]
        self.day = Day(self.gold["metadata"]["publication_date"])
        self.parts = segments(self.text, self.language)
        self.mentions = mentions(self.text, self.language, self.day.earliest, self.parts)
        self.times = expressions(self.text, self.language, self.day)


@pytest.fixture(params=list(TEXTS))
def annotated(request: pytest.FixtureRequest, shared: Path) -> Annotated:
    if not (shared / TEXTS[request.param][1]).is_file():
        pytest.skip(f"the reference text {request.param} is not beside this checkout")
    return Annotated(shared, request.param)


def _f1(hits: int, system: int, gold: int) -> float:
    return 2 * hits / (system + gold) if system + gold else 1.0


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def test_nine_in_ten_mentions_of_actors_are_found(annotated: Annotated) -> None:
    gold = [
        (place["start"], place["end"], actor["id"])
        for actor in annotated.gold["actors"]
        for place in actor["mentions"]
    ]
    found = [(m.start, m.end, m.actor) for m in annotated.mentions]
    hits = sum(
        any(one[2] == other[2] and _overlap(one[:2], other[:2]) >= 0.5 for other in found)
        for one in gold
    )
    assert _f1(hits, len(found), len(gold)) >= 0.90


def test_nine_in_ten_treaties_are_found(annotated: Annotated) -> None:
    found = treaty_references(
        annotated.text, annotated.mentions, annotated.times, annotated.parts, annotated.language
    )
    gold = annotated.gold["treaties"]
    hits = sum(
        any(
            _overlap((place["start"], place["end"]), other) >= 0.5
            for place in one["mentions"]
            for treaty in found
            for other in treaty.mentions
        )
        for one in gold
    )
    assert _f1(hits, len(found), len(gold)) >= 0.90


def test_every_note_of_the_founding_text_is_read_with_all_its_fields(shared: Path) -> None:
    seed = Annotated(shared, "seed")
    works = notes(seed.text, "fr", seed.parts, "seed")
    assert len(works) == 5
    for work, gold in zip(works, seed.gold["notes"], strict=True):
        assert work.number == gold["number"]
        assert list(work.authors) == gold["authors"]
        assert work.title == gold["title"]
        assert work.title_translated == gold["title_translated"]
        assert work.publisher == gold["publisher"]
        assert work.issued == Day(gold["date"])
        assert work.language == gold["language"]
        assert work.passage is not None
        assert (work.passage.start, work.passage.quote) == (gold["start"], gold["quote"])


def test_the_mark_that_extraction_lost_is_not_invented(shared: Path) -> None:
    seed = Annotated(shared, "seed")
    marks = note_marks(seed.text, notes(seed.text, "fr", seed.parts, "seed"))
    assert [mark.number for mark in marks] == [1, 2, 4, 5]


def test_the_dates_of_the_annotated_assertions_are_read_as_annotated(annotated: Annotated) -> None:
    found = frames(annotated.text, annotated.times, annotated.language, annotated.day)
    for assertion in annotated.gold["assertions"]:
        date = assertion.get("date")
        if date is None:
            continue
        words = date["expression_quote"]
        days = {
            frame.day.edtf.rstrip("~?")
            for frame in found
            if frame.day and _same_words(annotated.text[frame.start : frame.end], words)
        }
        assert date["value"] in days, words


def _same_words(frame: str, words: str) -> bool:
    return words in frame or frame in words


def test_french_timebank_extents_and_kinds(shared: Path) -> None:
    file = shared / "eval/gold/fr_times/valid.txt"
    if not file.is_file():
        pytest.skip("the French TimeBank part is not beside this checkout")
    text, gold = _timebank(file)
    found = {(time.start, time.end): time.kind for time in expressions(text, "fr", None)}
    strict = sum(span in found for span in gold)
    kinds = [found[span] == kind for span, kind in gold.items() if span in found]
    assert _f1(strict, len(found), len(gold)) >= 0.90
    assert sum(kinds) / len(kinds) >= 0.90


def _timebank(file: Path) -> tuple[str, dict[tuple[int, int], str]]:
    """The text of an IOB file, its tokens joined by blanks, and its annotated spans."""
    text, spans = "", []
    for line in file.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if not fields:
            text += "\n"
            continue
        word, tag = fields[0].removeprefix("\\"), fields[-1]
        text += word if not text or text.endswith("\n") else f" {word}"
        if tag.startswith("B-"):
            spans.append([len(text) - len(word), len(text), tag[2:].lower()])
        elif tag.startswith("I-"):
            spans[-1][1] = len(text)
    return text, {(start, end): kind for start, end, kind in spans}
