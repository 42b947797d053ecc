"""Which treaties, alliances and agreements a text names, with their articles and parties.

`phrases` finds the words that name one, `articles` the articles, and `gathering` says which of them
are the same treaty. The words stand in the package of each language.
"""

from collections.abc import Sequence

from foedus.reading.languages import language_of
from foedus.reading.reading import Mention, Segment, TimeExpression, TreatyReference

__all__ = ["treaty_references"]


def treaty_references(
    text: str,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    segments: Sequence[Segment],
    language: str,
) -> tuple[TreatyReference, ...]:
    """Return the treaties named in `text`, in the order of their first mention.

    `mentions` and `times` are those of the same text; a sentence does not reach over the edge of a
    segment. Parties are the actors that the naming phrases hold, those who sign it in the same
    sentence, the organisation for its founding treaty; none when the text does not tell. An article
    without its treaty goes to the one it was named with before, else to the last named. Raises
    MissingLanguage for a language that foedus does not read.
    """
    return language_of(language).treaties(text, mentions, times, segments)
