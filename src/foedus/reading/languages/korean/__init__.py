"""Korean, parsed by kiwi (kiwipiepy): trees are built from particles and endings."""

from foedus.reading.languages.korean.grammar import GRAMMAR
from foedus.reading.languages.korean.persons import persons
from foedus.reading.languages.korean.placing import acts
from foedus.reading.languages.korean.quantities import quantities
from foedus.reading.languages.korean.segments import SEGMENT_WORDS
from foedus.reading.languages.korean.times import frames, times
from foedus.reading.languages.korean.treaties import treaties
from foedus.reading.languages.korean.trees import trees
from foedus.reading.languages.language import Language

__all__ = ["KOREAN"]

KOREAN = Language(
    code="ko",
    parser=("kiwipiepy",),
    install="foedus[ko]",
    grammar=GRAMMAR,
    trees=trees,
    segment_words=SEGMENT_WORDS,
    mention_words=None,
    acts=acts,
    persons=persons,
    times=times,
    frames=frames,
    quantities=quantities,
    treaties=treaties,
)
