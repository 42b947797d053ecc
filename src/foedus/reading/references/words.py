"""What a language gives the search for treaties: its nouns for them and the words around these."""

import re
from dataclasses import dataclass

__all__ = ["TreatyWords"]


@dataclass(frozen=True, slots=True)
class TreatyWords:
    """The treaty words of one language.

    `heads` maps a noun to its class (treaty, agreement, charter …); `described` are the lower-case
    words that may describe one; in a language where these stand before the noun, `head_last` is
    true and `capital_stops` are the capitalised words that do not belong to a name.

    `connectors` link the noun to what describes it, `conjunction` adds to that, `joining` are the
    connectors that open a list of parties and `partner` those that name one side only.
    `participles` say that it was signed; only after one of them `after_signing` links too.
    `signed_by` leads to the signatories, `signed_on` to the day, `was_signed` says that there are
    some, `signing` is the verb between them and a treaty, `occasion` points at a visit or meeting.

    `definite` ends in a definite article. `adjectives` may stand before the noun; `fresh` are those
    that set a new treaty against another, `fresh_or_old` all that are no part of its title.
    `consigned` continues a partnership with the treaty that holds it. `no_treaty` ends in words
    after which the noun means something else, `no_treaty_after` begins with such words.
    `needs_capital` are the classes that only a capital or a word of `makes_treaty` makes a treaty,
    `only_capital` those that nothing else does.

    `article` finds articles by number, `article_after` ends in the determiner before one, `of`
    leads from one to its treaty, `not_of_treaty` to anything else. `founding` maps an organisation
    to the title of its founding treaty and the names of that. `contrasted` and `compared` end in
    words that set a treaty beside another. `says` and `says_before` lead from an article to its
    content, `kinds` tell the content's kind.
    """

    code: str
    heads: dict[str, str]
    described: frozenset[str]
    connectors: re.Pattern[str]
    conjunction: re.Pattern[str]
    joining: re.Pattern[str]
    partner: tuple[str, ...]
    signed_by: re.Pattern[str]
    was_signed: re.Pattern[str]
    signing: re.Pattern[str]
    signed_on: re.Pattern[str]
    participles: re.Pattern[str]
    after_signing: re.Pattern[str]
    definite: re.Pattern[str]
    adjectives: re.Pattern[str]
    fresh: re.Pattern[str]
    fresh_or_old: re.Pattern[str]
    consigned: re.Pattern[str]
    no_treaty: re.Pattern[str]
    no_treaty_after: re.Pattern[str]
    needs_capital: frozenset[str]
    only_capital: frozenset[str]
    makes_treaty: frozenset[str]
    article: re.Pattern[str]
    article_after: re.Pattern[str]
    of: re.Pattern[str]
    not_of_treaty: re.Pattern[str]
    founding: dict[str, tuple[str, re.Pattern[str]]]
    contrasted: re.Pattern[str]
    compared: re.Pattern[str]
    says: re.Pattern[str]
    says_before: re.Pattern[str]
    occasion: re.Pattern[str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    capital_stops: frozenset[str]
    head_last: bool
