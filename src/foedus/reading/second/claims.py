"""A model's answer as claims: what is not exactly of the form asked for is dropped and counted."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NoReturn

from foedus.evidence import EventType, Modality

__all__ = ["Claim", "Dropped", "Said", "Unusable", "claims_in"]

MOST: Final = 200
"""Claims of one stretch: a page of prose does not hold more."""

_KEYS: Final = (
    "quote", "occurrence", "event_type", "initiator", "target", "day", "day_words", "modality",
    "speaker",
)  # fmt: skip
_SPEAKER_KEYS: Final = ("name", "role", "represents")


class Dropped(StrEnum):
    """Why something that a model said is not in the reading."""

    NOT_IN_STRETCH = "quotation not in its stretch"
    AMBIGUOUS = "quotation found several times"
    NO_SUCH_OCCURRENCE = "no such occurrence of the quotation"
    EMPTY_QUOTE = "quotation without words"
    UNKNOWN_KEY = "unknown key"
    MISSING_KEY = "key missing"
    WRONG_KIND = "value of the wrong kind"
    UNKNOWN_EVENT_TYPE = "unknown event type"
    UNKNOWN_MODALITY = "unknown modality"
    UNKNOWN_ACTOR = "actor unknown or not yet named in the document"
    NOT_EDTF = "day not in EDTF"
    UNDATED_WORDS = "day without words of the text"
    TOO_EXACT = "day more exact than its words"
    SPEAKER_NOT_IN_TEXT = "speaker not in the text"
    TOO_MANY = "more assertions than a page can hold"


class Unusable(Exception):
    """An answer that is no reading at all."""


@dataclass(frozen=True, slots=True)
class Said:
    """Whom a model takes to speak, in its own words and not yet looked for in the text."""

    name: str | None
    role: str | None
    represents: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion as a model gives it: of the right form, not yet looked for in the text."""

    quote: str
    occurrence: int | None
    event_type: EventType | None
    initiator: tuple[str, ...]
    target: tuple[str, ...]
    day: str | None
    day_words: str | None
    modality: Modality
    speaker: Said | None


class _Wrong(Exception):
    def __init__(self, reason: Dropped) -> None:
        self.reason = reason


def claims_in(content: str) -> tuple[tuple[Claim, ...], Counter[Dropped]]:
    """Return the claims of an answer, and how many things were dropped for which reason.

    Raises Unusable when the answer is not one JSON object with a list of assertions.
    """
    answer = _parsed(content)
    if not isinstance(answer, dict) or not isinstance(answer.get("assertions"), list):
        raise Unusable("its answer is no JSON object with a list of assertions")
    given, dropped = answer["assertions"], Counter[Dropped]()
    dropped[Dropped.UNKNOWN_KEY] += len(answer) - 1
    dropped[Dropped.TOO_MANY] += max(0, len(given) - MOST)
    return tuple(_claims(given[:MOST], dropped)), +dropped


def _parsed(content: str) -> Any:
    try:
        return json.loads(content, parse_constant=_refused)
    except (ValueError, RecursionError):
        raise Unusable("its answer is no JSON") from None


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)


def _claims(given: list[Any], dropped: Counter[Dropped]) -> Iterator[Claim]:
    for one in given:
        try:
            yield _claim(one, dropped)
        except _Wrong as wrong:
            dropped[wrong.reason] += 1


def _claim(one: Any, dropped: Counter[Dropped]) -> Claim:
    table = _table(one, _KEYS, dropped)
    return Claim(
        quote=_text(table["quote"]),
        occurrence=_number(table["occurrence"]),
        event_type=_event_type(table["event_type"]),
        initiator=_texts(table["initiator"]),
        target=_texts(table["target"]),
        day=_text_or_none(table["day"]),
        day_words=_text_or_none(table["day_words"]),
        modality=_modality(table["modality"]),
        speaker=_speaker(table["speaker"], dropped),
    )


def _speaker(value: Any, dropped: Counter[Dropped]) -> Said | None:
    if value is None:
        return None
    table = _table(value, _SPEAKER_KEYS, dropped)
    return Said(*(_text_or_none(table[key]) for key in _SPEAKER_KEYS))


def _table(value: Any, keys: tuple[str, ...], dropped: Counter[Dropped]) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _Wrong(Dropped.WRONG_KIND)
    if not value.keys() >= set(keys):
        raise _Wrong(Dropped.MISSING_KEY)
    dropped[Dropped.UNKNOWN_KEY] += len(value) - len(keys)
    return value


def _event_type(value: Any) -> EventType | None:
    if value is None:
        return None
    if _text(value) not in set(EventType):
        raise _Wrong(Dropped.UNKNOWN_EVENT_TYPE)
    return EventType(value)


def _modality(value: Any) -> Modality:
    if _text(value) not in set(Modality):
        raise _Wrong(Dropped.UNKNOWN_MODALITY)
    return Modality(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Wrong(Dropped.WRONG_KIND)
    return value


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _Wrong(Dropped.WRONG_KIND)
    return tuple(dict.fromkeys(_text(one) for one in value))


def _number(value: Any) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise _Wrong(Dropped.WRONG_KIND)
