"""The lexicon of a language, loaded: senses of words, roles by marker, and groups of words.

The files are `lexicon/<language>.toml`, written as `lexicon/en.toml` says at its head; the roles of
most languages stand in `lexicon/roles.toml`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from foedus.errors import MissingLanguage
from foedus.evidence import EventType

__all__ = ["Roles", "Sense", "Vocabulary", "vocabulary"]


_GROUPS = ("aspect", "epistemic", "assessment", "valence", "stands_for", "cues", "embedding")


@dataclass(frozen=True, slots=True)
class Roles:
    """Under which markers the initiator, the target, or all who take part alike may stand.

    Markers are tried in order; the first that resolves to an actor fills the role.
    """

    verb_initiator: tuple[str, ...] = ()
    verb_target: tuple[str, ...] = ()
    noun_initiator: tuple[str, ...] = ()
    noun_target: tuple[str, ...] = ()
    verb_both: tuple[str, ...] = ()
    noun_both: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a group of words says: an event type, who is who, and an example that is a test.

    `alone` is what they say where only one actor takes part: a missile fired at nobody is a test.
    """

    name: str
    type: EventType
    roles: Roles
    frame: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    needs: frozenset[str]
    needs_in: str
    mode: str | None
    example: str
    expect: Mapping[str, Any]
    alone: "Sense | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """A language's lexicon, indexed by lemma."""

    language: str
    version: str
    senses: tuple[Sense, ...]
    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, tuple[Sense, ...]]
    adjectives: Mapping[str, tuple[Sense, ...]]
    light: frozenset[str]
    undergone: frozenset[str]
    light_markers: tuple[str, ...]
    words: Mapping[str, frozenset[str]]
    predicative_nouns: frozenset[str] = field(default_factory=frozenset)

    def has(self, group: str, lemma: str) -> bool:
        """Whether the lemma belongs to a group of words, such as "cues.say"."""
        return lemma in self.words.get(group, ())


@lru_cache(maxsize=8)
def vocabulary(language: str) -> Vocabulary:
    """Return the lexicon of a language; raises MissingLanguage when there is none."""
    folder = files("foedus.reading") / "lexicon"
    source = folder / f"{language}.toml"
    if language == "roles" or not source.is_file():
        raise MissingLanguage(f"No lexicon for the language '{language}'.")
    common = tomllib.loads((folder / "roles.toml").read_text(encoding="utf-8"))
    return _vocabulary(common | tomllib.loads(source.read_text(encoding="utf-8")))


def _vocabulary(table: Mapping[str, Any]) -> Vocabulary:
    roles = {
        name: Roles(**{role: tuple(markers) for role, markers in row.items()})
        for name, row in table["roles"].items()
    }
    senses = tuple(_sense(row, roles, table["classes"]) for row in table["sense"])
    nouns = _by_lemma(senses, "nouns")
    words = {
        f"{section}.{name}": frozenset(lemmas)
        for section in _GROUPS
        for name, lemmas in table.get(section, {}).items()
    }
    through = words["aspect.nouns"] | words["aspect.end_nouns"]
    for name in ("possible", "planned", "denied", "demanded"):
        through |= words[f"epistemic.{name}"]
    return Vocabulary(
        language=table["language"],
        version=table["version"],
        senses=senses,
        verbs=_by_lemma(senses, "verbs"),
        nouns=nouns,
        adjectives=_by_lemma(senses, "adjectives"),
        light=frozenset(table["light"]["verbs"]),
        undergone=frozenset(table["light"]["undergone"]),
        light_markers=tuple(table["light"]["markers"]),
        words={**words, "through": through},
        predicative_nouns=frozenset(nouns) | through,
    )


def _sense(
    row: Mapping[str, Any],
    roles: Mapping[str, Roles],
    classes: Mapping[str, list[str]],
) -> Sense:
    needs: set[str] = set()
    for need in row.get("needs", ()):
        needs.update(classes[need[1:]] if need.startswith("@") else [need])
    first = next(iter((*row.get("verbs", ()), *row.get("nouns", ()), *row.get("adjectives", ()))))
    particular = "+" + row["needs"][0] if row.get("needs") else ""
    alone = {**row, **row["alone"], "alone": None} if row.get("alone") else None
    return Sense(
        name=f"{row['type'].lower()}/{first}{particular}",
        type=EventType(row["type"]),
        roles=roles[row["roles"]],
        frame=row["roles"],
        verbs=tuple(row.get("verbs", ())),
        nouns=tuple(row.get("nouns", ())),
        adjectives=tuple(row.get("adjectives", ())),
        needs=frozenset(needs),
        needs_in=row.get("needs_in", "object"),
        mode=row.get("mode"),
        example=row["example"],
        expect=row["expect"],
        alone=_sense(alone, roles, classes) if alone else None,
    )


def _by_lemma(senses: tuple[Sense, ...], kind: str) -> dict[str, tuple[Sense, ...]]:
    found: dict[str, tuple[Sense, ...]] = {}
    for sense in senses:
        for lemma in getattr(sense, kind):
            found[lemma] = (*found.get(lemma, ()), sense)
    # The particular before the general: a sense with needs is tried first.
    return {
        lemma: tuple(sorted(some, key=lambda one: not one.needs)) for lemma, some in found.items()
    }
