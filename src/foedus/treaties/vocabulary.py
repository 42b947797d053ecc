"""The coded words of a treaty file: which exist, what they mean, and how they are said."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from foedus.treaties.words import Words

__all__ = ["FIGHTING", "ActKind", "Kind", "act_kinds", "kinds", "said_code", "vocabulary"]


FIGHTING = ("defence", "offence")
"""Kinds of obligation that ask an ally to fight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of obligation: what sets it off, whom it asks, its answer, who counts it as what.

    `counted_as` maps a codebook ("atop", "cow") to its own word; see `obligations.yaml`.
    """

    id: str
    label: Words
    triggered_by: str
    answers: str
    asks_of: tuple[str, ...]
    counted_as: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActKind:
    """A kind of act: its names, whether it uses force, and the verbs that say it, longest first.

    A clause about one of `counts_as` is met by it too; about one of `argued_as`, it is argued.
    """

    id: str
    label: Words
    force: bool
    verb: Words
    participle: Words
    active: tuple[str, ...]
    passive: tuple[str, ...]
    counts_as: tuple[str, ...] = ()
    argued_as: tuple[str, ...] = ()


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kinds of obligation by id, in the order of `obligations.yaml`."""
    return {
        kind: Kind(
            id=kind,
            label=Words(**entry["label"]),
            triggered_by=entry["triggered_by"],
            answers=entry["answers"],
            asks_of=tuple(entry["asks_of"]),
            counted_as=tuple(entry["counted_as"].items()),
        )
        for kind, entry in _table("obligations").items()
    }


@cache
def act_kinds() -> Mapping[str, ActKind]:
    """Return the kinds of act by id, in the order of `acts.yaml`."""
    return {
        act: ActKind(
            id=act,
            label=Words(**entry["label"]),
            force=entry["force"],
            verb=Words(**entry["verb"]),
            participle=Words(**entry["participle"]),
            active=tuple(entry["active"]),
            passive=tuple(entry["passive"]),
            counts_as=tuple(entry.get("counts_as", ())),
            argued_as=tuple(entry.get("argued_as", ())),
        )
        for act, entry in _table("acts").items()
    }


@cache
def vocabulary(field: str) -> Mapping[str, Words]:
    """Return the codes allowed in a field of a treaty file, each with how it is said."""
    return {code: Words(**said) for code, said in _table("vocabulary")[field].items()}


def said_code(field: str, code: str, language: str) -> str:
    """Return how a code is said; a code the vocabulary lacks (an actor id) is returned as it is."""
    words = vocabulary(field).get(code)
    return words.said(language) if words else code


@cache
def _table(name: str) -> dict[str, Any]:
    text = files("foedus.treaties").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return table
