"""An actor's name as a sentence says it: "the United States", "l'Ukraine"."""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources

from foedus.dossier.words.catalogue import Words

__all__ = ["with_article"]

_VOWELS = frozenset("aeiouyh")


def with_article(words: Words, actor: str, name: str) -> str:
    """Return the name with the article its language puts before it inside a sentence, if any."""
    rules = _rules()[words.language]
    if words.language == "fr":
        return _french(rules, actor, name)
    # What an actor was once called may take an article where today's name takes none.
    return f"the {name}" if actor in rules["the"] or name.endswith(" Empire") else name


def _french(rules: Mapping[str, list[str]], actor: str, name: str) -> str:
    if actor in rules["none"]:
        return name
    if actor in rules["plural"]:
        return f"les {name}"
    first = unicodedata.normalize("NFKD", name[:1]).lower()[:1]
    if first in _VOWELS and actor not in rules["aspirated"]:
        return f"l’{name}"
    if actor in rules["feminine"] or (name.endswith("e") and actor not in rules["masculine"]):
        return f"la {name}"
    return f"le {name}"


@cache
def _rules() -> dict[str, dict[str, list[str]]]:
    text = resources.files(__package__).joinpath("articles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
