"""What a model is asked: one fixed prompt, a closed schema, and the text of one stretch as data.

The text travels inside a JSON string, so that nothing in it can end the data and begin an
instruction; signs that chat templates use for turns are escaped there. What a model makes of it all
the same is checked on receipt (`claims.py`, `placing.py`), whatever it was told.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from foedus.actors.names import display_name
from foedus.evidence import EventType, Modality
from foedus.reading.reading import Reading
from foedus.reading.second.stretches import Stretch

__all__ = ["PROMPT", "Question", "answer_schema", "prompt_hash", "question"]

PROMPT = files(__package__).joinpath("prompt.txt").read_text(encoding="utf-8")
"""What every model is told before a text; a change here makes another reader of it."""

# Signs by which chat templates mark turns; some servers would take them for such even in a text.
_TURNS = re.compile(r"<|\[(?=/?[A-Z_]{2,}\])")


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent for one stretch: the data as JSON, and the schema its answer must have."""

    data: str
    schema: dict[str, Any]

    @property
    def hash(self) -> str:
        """The SHA-256 of the data: the same stretch of the same document has the same."""
        return hashlib.sha256(self.data.encode()).hexdigest()


def question(reading: Reading, stretch: Stretch) -> Question:
    """Return what to ask about one stretch of a document."""
    day = reading.metadata.day
    data = {
        "language": reading.language,
        "published": day.edtf if day else None,
        "actors": [{"id": one, "name": display_name(one, "en")} for one in stretch.actors],
        "text": reading.text[stretch.start : stretch.end],
    }
    written = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace").decode()
    return Question(_TURNS.sub(_escaped, written), answer_schema(stretch.actors))


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"


@cache
def prompt_hash() -> str:
    """Return the SHA-256 of the prompt and of the schema, without the actors of any document."""
    asked = [PROMPT, answer_schema(())]
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def answer_schema(actors: Iterable[str]) -> dict[str, Any]:
    """Return the JSON schema of an answer in which only these actors may be named."""
    ids = list(actors)
    words = {"type": ["string", "null"]}
    actor = {"type": "string", "enum": ids}
    speaker = _closed({"name": words, "role": words, "represents": {**words, "enum": [*ids, None]}})
    assertion = _closed(
        {
            "quote": {"type": "string"},
            "occurrence": {"type": ["integer", "null"]},
            "event_type": {**words, "enum": [*map(str, EventType), None]},
            "initiator": {"type": "array", "items": actor},
            "target": {"type": "array", "items": actor},
            "day": words,
            "day_words": words,
            "modality": {"type": "string", "enum": list(map(str, Modality))},
            "speaker": {"anyOf": [speaker, {"type": "null"}]},
        }
    )
    return _closed({"assertions": {"type": "array", "items": assertion}})


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
