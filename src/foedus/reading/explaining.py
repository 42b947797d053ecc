"""Why every item of a reading was read: the rule, the entry of a table or lexicon, and the way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from foedus.evidence import Assertion
from foedus.reading.languages import READ
from foedus.reading.reading import Mention, Reading
from foedus.reading.vocabulary import Sense, vocabulary

__all__ = ["Explanation", "assertion_path", "explanations"]

_TABLES = {
    "name": "actors/names/{language}.csv, or CLDR's names of territories",
    "organisation": "actors/names/{language}.csv",
    "abbreviation": "actors/names/{language}.csv",
    "demonym": "actors/demonyms/{language}.csv",
    "metonym": "actors/capitals.csv: it acts here, and is no place",
    "person": "actors/persons.csv and office_holders.csv, or an office beside the name",
}
_STATE = "state"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Explanation:
    """One item of a reading and why it was read.

    `item` is assertion, mention, time, quantity, treaty, note or quotation; `value` what was read.
    `path` holds pairs of what is explained and how: rule, entry, example, initiator, target, day…
    """

    item: str
    start: int
    end: int
    quote: str
    value: str
    path: tuple[tuple[str, str], ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the explanation as plain values."""
        span = {"item": self.item, "start": self.start, "end": self.end, "quote": self.quote}
        return span | {"value": self.value, "path": dict(self.path)}


def explanations(reading: Reading) -> Iterator[Explanation]:
    """Yield why each item of a reading was read, kind by kind, in the order of the text."""
    text = reading.text

    def told(item: str, start: int, end: int, value: str, **path: str) -> Explanation:
        return Explanation(item, start, end, text[start:end], value, tuple(path.items()))

    for one in reading.assertions:
        passage = one.passage
        way = tuple(assertion_path(one.rule, reading.language))
        value = _value(one)
        yield Explanation("assertion", passage.start, passage.end, passage.quote, value, way)
    for mention in reading.mentions:
        rule = _TABLES.get(mention.kind, "actors").format(language=reading.language)
        yield told("mention", mention.start, mention.end, _named(mention), entry=rule)
    for time in reading.times:
        value = time.day.edtf if time.day else "not resolved"
        yield told("time", time.start, time.end, value, rule=time.rule or time.kind)
    for where, amount in reading.quantities:
        value = f"{amount.low} to {amount.high} {amount.unit or amount.of or ''}".strip()
        yield told("quantity", where.start, where.end, value, rule="a number and what it counts")
    for treaty in reading.treaties:
        for start, end in treaty.mentions:
            named = ", ".join(treaty.parties) or "parties not told"
            yield told("treaty", start, end, treaty.title, parties=named)


def assertion_path(rule: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of an assertion's rule, the lexicon's entry spelled out where it has one.

    A rule that did not come from the lexicon (a person's, a model's) is given as it is.
    """
    first, *parts = rule.split("; ")
    yield "rule", first
    named = first.removeprefix("window: ").split(" ", 1)[0]
    sense = _senses(language).get(named) if language in READ else None
    if sense is not None:
        needs = f", with {_some(sorted(sense.needs))}" if sense.needs else ""
        words = _some((*sense.verbs, *sense.nouns, *sense.adjectives))
        yield "entry", f"lexicon/{language}.toml {sense.name}: {words}{needs}; roles {sense.frame}"
        yield "example", sense.example
    for part in parts:
        name, _, way = part.partition(": ")
        yield (name, way) if way else ("", name)


def _some(words: Sequence[str]) -> str:
    shown = ", ".join(words[:_SHOWN])
    return f"{shown} and {len(words) - _SHOWN} more" if len(words) > _SHOWN else shown


@cache
def _senses(language: str) -> Mapping[str, Sense]:
    return {sense.name: sense for sense in vocabulary(language).senses}


def _value(one: Assertion) -> str:
    parties = " → ".join(", ".join(side) for side in (one.initiator, one.target) if side)
    day = one.day.edtf if one.day else ""
    told = (one.event_type.value if one.event_type else _STATE, one.mode or "", parties, day)
    return " ".join(part for part in (*told, one.modality.value) if part)


def _named(mention: Mention) -> str:
    return f"{mention.actor} ({mention.person or mention.kind})"
