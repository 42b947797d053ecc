"""What actors are called on a day, alone, inside a sentence or in a list, in one language."""

import datetime as dt
import unicodedata
from collections.abc import Iterable

from foedus.actors.names import display_name
from foedus.dossier.words.articles import with_article
from foedus.dossier.words.catalogue import words_in

__all__ = ["ActorNames"]


class ActorNames:
    """Names of actors on the day `on`, as `language` says them."""

    def __init__(self, language: str, on: dt.date) -> None:
        self.language = language
        self._words = words_in(language)
        self._on = on

    def alone(self, actor: str) -> str:
        """Return the name as a table has it: "United States"."""
        return self._words.typeset(display_name(actor, self.language, self._on))

    def inside(self, actor: str) -> str:
        """Return the name as a sentence has it: "the United States"."""
        return with_article(self._words, actor, self.alone(actor))

    def listed(self, actors: Iterable[str]) -> str:
        """Return the names alone, in the order of the alphabet, with commas."""
        return ", ".join(self.alone(one) for one in self.in_order(actors))

    def listed_inside(self, actors: Iterable[str]) -> str:
        """Return the names with their articles, in the order of the alphabet, with commas."""
        return ", ".join(self.inside(one) for one in self.in_order(actors))

    def in_order(self, actors: Iterable[str]) -> tuple[str, ...]:
        """Return the actors in the alphabetic order of their names."""
        return tuple(sorted(actors, key=self._place))

    def _place(self, actor: str) -> tuple[str, str]:
        plain = unicodedata.normalize("NFKD", self.alone(actor))
        return "".join(one for one in plain if not unicodedata.combining(one)).casefold(), actor
