"""What each variable of ATOP's member file becomes in our model, as `mapping.yaml` says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from foedus.treaties.words import Words

__all__ = [
    "Condition",
    "Entry",
    "Level",
    "Promise",
    "Provision",
    "conditions_of",
    "entries",
    "fact",
    "levels",
    "promises",
    "provisions",
    "said",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One variable: what it becomes ("promise", "condition", …), and why; `told` is the rest."""

    variable: str
    becomes: str
    why: Words
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One of the five obligations: its kind, the acts that set it off, what it asks for."""

    variable: str
    kind: str
    acts: tuple[str, ...]
    by: str
    war: str
    armed_force: str
    asks: Words
    summary: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition of promises: the part of the trigger it sets, and to what.

    `threat_is` is set when it depends on the adversary: "the adversary" if a state named as threat
    may be told to be the adversary, else "a word".
    """

    variable: str
    part: str
    value: str
    threat_is: str | None
    said: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level of a provision: its summary, and the obligation it makes, if it makes one."""

    summary: Words
    kind: str | None
    asks: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A provision other than the five promises, by level; `of_each` when coded member by member."""

    variable: str
    of_each: bool
    levels: Mapping[int, Level]


@cache
def entries() -> Mapping[str, Entry]:
    """Return the entry of every variable, in the order of the file."""
    text = files("foedus.treaties.atop").joinpath("mapping.yaml").read_text(encoding="utf-8")
    table = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {
        variable: Entry(
            variable=variable, becomes=told["becomes"], why=Words(**told["why"]), told=told
        )
        for variable, told in table.items()
    }


@cache
def promises() -> tuple[Promise, ...]:
    """Return the five promises."""
    return tuple(
        Promise(
            variable=entry.variable,
            kind=entry.told["kind"],
            acts=tuple(entry.told["acts"]),
            by=entry.told.get("by", "any"),
            war=entry.told.get("war", "against"),
            armed_force=entry.told["armed_force"],
            asks=Words(**entry.told["asks"]),
            summary=Words(**entry.told["summary"]),
        )
        for entry in _that_become("promise")
    )


@cache
def conditions_of(promise: str) -> tuple[Condition, ...]:
    """Return the conditions that may limit the promise of that variable."""
    return tuple(
        Condition(
            variable=entry.variable,
            part=next(iter(entry.told["sets"])),
            value=next(iter(entry.told["sets"].values())),
            threat_is=entry.told.get("threat_is"),
            said=Words(**entry.told["said"]) if "said" in entry.told else None,
        )
        for entry in _that_become("condition")
        if promise in entry.told["of"]
    )


@cache
def provisions() -> tuple[Provision, ...]:
    """Return the provisions other than the five promises."""
    return tuple(
        Provision(
            variable=entry.variable,
            of_each=entry.told["by"] == "each",
            levels={level: _level(told) for level, told in entry.told["levels"].items()},
        )
        for entry in _that_become("provision")
    )


def fact(variable: str) -> Mapping[str, Any]:
    """Return what the table tells of a variable that becomes a fact."""
    return entries()[variable].told


@cache
def levels(variable: str) -> Mapping[int, Words]:
    """Return how each level of a variable that becomes a fact is said."""
    return {level: Words(**told) for level, told in fact(variable)["levels"].items()}


@cache
def said(variable: str, level: int | None = None) -> Words:
    """Return the words of a fact, of one of its levels where each has its own."""
    words = fact(variable)["said"]
    return Words(**(words if level is None else words[level]))


def _that_become(what: str) -> Iterator[Entry]:
    return (entry for entry in entries().values() if entry.becomes == what)


def _level(told: Mapping[str, Any]) -> Level:
    asks = told.get("asks")
    return Level(
        summary=Words(**told["summary"]),
        kind=told.get("kind"),
        asks=Words(**asks) if asks else None,
    )
