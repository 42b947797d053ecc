"""The texts we wrote and annotated ourselves: sound, and read about as well as they were."""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from foedus.reading.languages import READ
from foedus.reading.many import read
from tests.fuzzing.spans import lost_places

FOLDER = Path(__file__).parent / "own_texts"
NAMES = sorted(path.name.removesuffix(".gold.json") for path in FOLDER.glob("*.gold.json"))


def _text(name: str) -> str:
    with (FOLDER / f"{name}.txt").open(encoding="utf-8", newline="") as file:
        return file.read()


@cache
def _gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.gold.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_of_an_annotation_stands_in_its_text(name: str) -> None:
    assert not lost_places(_text(name), _gold(name))


def test_every_language_has_texts_on_several_alliances() -> None:
    count = defaultdict(int)
    for name in NAMES:
        count[_gold(name)["language"]] += 1
    assert set(count) == set(READ)
    assert min(count.values()) >= 5


@pytest.mark.parametrize("language", sorted(READ))
def test_who_is_named_is_found_and_hardly_anybody_else(language: str) -> None:
    right = ours = wanted = 0
    for name in NAMES:
        gold = _gold(name)
        if gold["language"] != language:
            continue
        published = gold["metadata"]["publication_date"]
        found = read(_text(name), language, published, name).as_dict()
        assert not lost_places(_text(name), found)
        named, told = _mentions(found), _mentions(gold)
        right, ours, wanted = right + len(named & told), ours + len(named), wanted + len(told)
    assert right / wanted > 0.9
    assert right / ours > 0.9


def _mentions(export: dict[str, Any]) -> set[tuple[str, int]]:
    """Who is named where: each mention by its actor and its last character."""
    return {
        (actor["id"], mention["end"]) for actor in export["actors"] for mention in actor["mentions"]
    }
