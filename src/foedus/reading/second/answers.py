"""Answers kept on disk, one file each, so that nothing is asked twice and a run goes on later.

A file is named by a hash of model, prompt and question: another model, another prompt or another
text has another file. It holds what the server answered and nothing else; it is checked on every
reading as if it had just arrived, so that a file somebody changed can do no more than a server.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from foedus.sources.whole import whole_or_not_at_all

__all__ = ["Answers"]

_LARGEST = 8 << 20


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of one model to one prompt, in a folder; without a folder none are kept."""

    folder: Path | None
    model: str
    prompt: str

    def kept(self, question: str) -> str | None:
        """Return the answer kept to the question of this hash; None when there is none to use."""
        path = self._path(question)
        if path is None:
            return None
        try:
            with path.open("rb") as file:
                content = json.loads(file.read(_LARGEST))["answer"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return content if isinstance(content, str) else None

    def keep(self, question: str, answer: str) -> None:
        """Keep an answer, whole or not at all."""
        path = self._path(question)
        if path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        record = {
            "model": self.model,
            "prompt": self.prompt,
            "question": question,
            "answer": answer,
        }
        with whole_or_not_at_all(path) as unfinished:
            unfinished.write_text(json.dumps(record, indent=1) + "\n", encoding="ascii")

    def _path(self, question: str) -> Path | None:
        if self.folder is None:
            return None
        asked = "\0".join((self.model, self.prompt, question))
        return self.folder / f"{hashlib.sha256(asked.encode()).hexdigest()[:32]}.json"
