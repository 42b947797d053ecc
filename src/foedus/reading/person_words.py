"""The words around the name of a person who holds an office."""

import re
from dataclasses import dataclass

__all__ = ["PersonWords"]


@dataclass(frozen=True, slots=True, eq=False)
class PersonWords:
    """What a language writes between an office and a name, or before a name.

    `offices` are nouns for offices that the table of offices does not list. `portfolio` matches
    words that continue an office ("de la Défense"); `courtesy` ends in a title of courtesy;
    `named_for` ends in a thing that is named for persons, `named_after` begins with one;
    `definite` ends in a definite article.
    """

    offices: tuple[str, ...]
    portfolio: re.Pattern[str]
    courtesy: re.Pattern[str]
    named_for: re.Pattern[str]
    named_after: re.Pattern[str]
    definite: re.Pattern[str]
