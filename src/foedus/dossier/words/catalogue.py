"""The catalogue of one language: texts, sentences with their links, counts, days and amounts.

Messages live in `en.toml` and `fr.toml`, under the same keys with the same `{placeholders}`. A
message that counts has two forms, `one` and `other`. Which form a count takes follows the Unicode
CLDR plural rules: in English one is 1, in French 0 and 1.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any

from foedus.dossier.sentence import Part, Plain, Sentence
from foedus.dossier.words.elision import elided

__all__ = ["LANGUAGES", "Words", "messages", "words_in"]

LANGUAGES = ("en", "fr")


class Words:
    """The messages of one language; `language` is its ISO 639-1 code."""

    def __init__(self, language: str, messages: Mapping[str, str]) -> None:
        self.language = language
        self._messages = messages

    def __contains__(self, key: str) -> bool:
        return key in self._messages

    def text(self, key: str, /, **values: object) -> str:
        """Return the message `key`, its placeholders filled; raises KeyError without one."""
        said = ""
        for literal, name, form, _ in Formatter().parse(self._messages[key]):
            said += literal
            if name is not None:
                said, put_in = self._joined(said, format(values[name], form or ""))
                said += put_in
        return said

    def sentence(self, key: str, /, **parts: Part | Sentence | str) -> Sentence:
        """Return the message `key` as a sentence; a text put in is plain and may hold no digit."""
        said = tuple(self._parts(self._messages[key], parts))
        # What ends as a sentence begins as one, whatever name came to stand first.
        return _capitalised(said) if self._messages[key].endswith(".") else said

    def counted(self, key: str, count: float, /, **values: object) -> str:
        """Return the form of message `key` that fits `count`."""
        return self.text(f"{key}.{self._form(count)}", **values)

    def counted_sentence(
        self, key: str, count: float, /, **parts: Part | Sentence | str
    ) -> Sentence:
        """Return the form of message `key` that fits `count`, as a sentence."""
        return self.sentence(f"{key}.{self._form(count)}", **parts)

    def listed(self, things: tuple[str, ...]) -> str:
        """Return names as a list in words: "Russia, China and Japan"."""
        if len(things) < 2:
            return "".join(things)
        last = f" {self.text('list.and')} {things[-1]}"
        return self.text("list.comma").join(things[:-1]) + last

    def typeset(self, typed: str) -> str:
        """Return what somebody typed with the no-break spaces and apostrophes French sets."""
        if self.language != "fr":
            return typed
        return re.sub(r" (?=[:;?!»%])|(?<=«) ", "\u00a0", typed.replace("'", "\u2019"))

    def _parts(self, template: str, given: Mapping[str, Part | Sentence | str]) -> Iterator[Part]:
        for literal, name, _, _ in Formatter().parse(template):
            before, put_in = literal, _given(given[name]) if name is not None else ()
            if put_in:
                before, words = self._joined(before, put_in[0].words)
                put_in = (replace(put_in[0], words=words), *put_in[1:])
            if before:
                yield Plain(before)
            yield from put_in

    def _joined(self, before: str, put_in: str) -> tuple[str, str]:
        return elided(before, put_in) if self.language == "fr" else (before, put_in)

    def _form(self, count: float) -> str:
        singular = abs(count) < 2 if self.language == "fr" else count == 1
        return "one" if singular else "other"


def _capitalised(sentence: Sentence) -> Sentence:
    first, *rest = sentence
    return (replace(first, words=first.words[:1].upper() + first.words[1:]), *rest)


def _given(part: Part | Sentence | str) -> Sentence:
    if isinstance(part, str):
        return (Plain(part),) if part else ()
    return part if isinstance(part, tuple) else (part,)


@cache
def messages(language: str) -> dict[str, str]:
    """Return every message of a language, its sections joined by dots ("bond.title")."""
    text = resources.files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(text), ""))


def _flat(branch: Mapping[str, Any], stem: str) -> Iterator[tuple[str, str]]:
    for key, value in branch.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{stem}{key}.")
        else:
            yield stem + key, value


def words_in(language: str) -> Words:
    """Return the words of `language`, or English ones for a language we do not write in."""
    known = language if language in LANGUAGES else "en"
    return Words(known, messages(known))
