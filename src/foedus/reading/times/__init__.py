"""When a text says things happen: temporal expressions and their EDTF values, ours, by rule.

`expressions` finds them with the extent and the kinds of TimeML (Pustejovsky et al. 2003; ISO
24617-1:2012): date, time, duration, set. `frames` adds the word before them that says since,
until, before, after, and joins the two ends of "from 1961 to 1996". Each language has its calendar
in its own package; `values` turns what was found into days, without knowing any language.
"""

from foedus.evidence import Day
from foedus.reading.languages import language_of
from foedus.reading.reading import TimeExpression
from foedus.reading.times.frames import Frame

__all__ = ["Frame", "expressions", "frames"]


def expressions(text: str, language: str, published: Day | None) -> tuple[TimeExpression, ...]:
    """Return the temporal expressions of `text`, ascending, without overlap.

    Extents are TimeML's: an article belongs to the expression, a preposition does not. `day` is
    None where the words give none, or give one only with a publication day that is not known.
    Raises MissingLanguage for a language that foedus does not read.
    """
    return language_of(language).times(text, published)


def frames(
    text: str, found: tuple[TimeExpression, ...], language: str, published: Day | None
) -> tuple[Frame, ...]:
    """Return one frame for every expression, or for the two that an interval joins, ascending."""
    return language_of(language).frames(text, found, published)
