"""The words of a finding, with the evidence each of its numbers stands on.

A sentence is a tuple of parts. A `Plain` part may hold no digit: a number is either a `Link` to its
evidence, part of a proper `Name` ("NATO", "Group of 7"), or it is refused.
"""

from dataclasses import dataclass

__all__ = [
    "Link",
    "Name",
    "Part",
    "Plain",
    "Sentence",
    "Strong",
    "Unsourced",
    "evidence_of",
    "read",
]


class Unsourced(ValueError):
    """A number or a sentence without evidence, which a dossier refuses to print."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Words that state no number, in digits of any script; raises `Unsourced` when they do."""

    words: str

    def __post_init__(self) -> None:
        digits = "".join(character for character in self.words if character.isdecimal())
        if digits:
            raise Unsourced(f"'{self.words}' prints {digits} without evidence: make it a link")


@dataclass(frozen=True, slots=True)
class Strong:
    """Words to be seen first, such as a likelihood; like plain words they state no number."""

    words: str

    def __post_init__(self) -> None:
        Plain(self.words)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name (actor, person, place, work), in which a digit counts nothing."""

    words: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that open their evidence; `evidence` is the id of an exhibit.

    `language` is set where the words are a quotation from a source in that language.
    """

    words: str
    evidence: str
    language: str | None = None

    def __post_init__(self) -> None:
        if not self.evidence.strip():
            raise Unsourced(f"'{self.words}' names no evidence")
        if not self.words.strip():
            raise Unsourced(f"a link to {self.evidence} has no words to select")


Part = Plain | Strong | Name | Link
Sentence = tuple[Part, ...]


def evidence_of(sentence: Sentence) -> tuple[str, ...]:
    """Return the ids a sentence links to, each once, in the order of its words."""
    return tuple(dict.fromkeys(part.evidence for part in sentence if isinstance(part, Link)))


def read(sentence: Sentence) -> str:
    """Return the words of a sentence as a reader sees them."""
    return "".join(part.words for part in sentence)
