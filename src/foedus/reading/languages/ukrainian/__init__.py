"""Ukrainian, read without a parser: pymorphy3's dictionary, agreement, government, word order."""

from functools import partial

from foedus.reading.languages.language import Language
from foedus.reading.languages.ukrainian.capitals import acts
from foedus.reading.languages.ukrainian.grammar import GRAMMAR
from foedus.reading.languages.ukrainian.mentions import MENTION_WORDS
from foedus.reading.languages.ukrainian.numerals import NUMERALS
from foedus.reading.languages.ukrainian.persons import persons
from foedus.reading.languages.ukrainian.quantities import AMOUNTS
from foedus.reading.languages.ukrainian.segments import SEGMENT_WORDS
from foedus.reading.languages.ukrainian.times import CALENDAR
from foedus.reading.languages.ukrainian.treaties import TREATY_WORDS
from foedus.reading.languages.ukrainian.trees import trees
from foedus.reading.quantities import amounts
from foedus.reading.references.gathering import gathered
from foedus.reading.times.frames import framed
from foedus.reading.times.tagging import tagged

__all__ = ["UKRAINIAN"]

UKRAINIAN = Language(
    code="uk",
    parser=("pymorphy3", "pymorphy3_dicts_uk"),
    install="foedus[uk]",
    grammar=GRAMMAR,
    trees=trees,
    segment_words=SEGMENT_WORDS,
    mention_words=MENTION_WORDS,
    acts=acts,
    persons=persons,
    times=partial(tagged, CALENDAR),
    frames=partial(framed, CALENDAR),
    quantities=partial(amounts, AMOUNTS, NUMERALS),
    treaties=partial(gathered, TREATY_WORDS),
)
