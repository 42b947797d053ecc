"""Russian, parsed by natasha's models (slovnet, UD labels) with the lemmas of pymorphy3."""

from functools import partial

from foedus.reading.languages.language import Language
from foedus.reading.languages.russian.capitals import acts_in_russian
from foedus.reading.languages.russian.grammar import GRAMMAR
from foedus.reading.languages.russian.mentions import MENTION_WORDS
from foedus.reading.languages.russian.numerals import NUMERALS
from foedus.reading.languages.russian.persons import persons
from foedus.reading.languages.russian.quantities import AMOUNTS
from foedus.reading.languages.russian.segments import SEGMENT_WORDS
from foedus.reading.languages.russian.times import CALENDAR
from foedus.reading.languages.russian.treaties import TREATY_WORDS
from foedus.reading.languages.russian.trees import trees
from foedus.reading.quantities import amounts
from foedus.reading.references.gathering import gathered
from foedus.reading.times.frames import framed
from foedus.reading.times.tagging import tagged

__all__ = ["RUSSIAN"]

RUSSIAN = Language(
    code="ru",
    parser=("natasha", "slovnet", "navec", "razdel", "pymorphy3", "pymorphy3_dicts_ru"),
    install="foedus[ru]",
    grammar=GRAMMAR,
    trees=trees,
    segment_words=SEGMENT_WORDS,
    mention_words=MENTION_WORDS,
    acts=acts_in_russian,
    persons=persons,
    times=partial(tagged, CALENDAR),
    frames=partial(framed, CALENDAR),
    quantities=partial(amounts, AMOUNTS, NUMERALS),
    treaties=partial(gathered, TREATY_WORDS),
)
