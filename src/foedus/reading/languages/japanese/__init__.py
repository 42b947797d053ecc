"""Japanese, parsed by GiNZA 5 (`ja_ginza`, Universal Dependencies labels, Sudachi dictionary)."""

from foedus.reading.languages.japanese.capitals import acts
from foedus.reading.languages.japanese.frames import frames
from foedus.reading.languages.japanese.grammar import GRAMMAR
from foedus.reading.languages.japanese.persons import persons
from foedus.reading.languages.japanese.quantities import quantities
from foedus.reading.languages.japanese.segments import SEGMENT_WORDS
from foedus.reading.languages.japanese.times import expressions
from foedus.reading.languages.japanese.treaties import treaties
from foedus.reading.languages.japanese.trees import trees
from foedus.reading.languages.language import Language

__all__ = ["JAPANESE"]

JAPANESE = Language(
    code="ja",
    parser=("spacy", "ja_ginza"),
    install="foedus[ja]",
    grammar=GRAMMAR,
    trees=trees,
    segment_words=SEGMENT_WORDS,
    mention_words=None,
    acts=acts,
    persons=persons,
    times=expressions,
    frames=frames,
    quantities=quantities,
    treaties=treaties,
)
