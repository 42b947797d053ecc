"""Chinese, simplified or traditional: words by jieba 0.42 and our dictionary, heads by order."""

from foedus.reading.languages.chinese.capitals import acts
from foedus.reading.languages.chinese.characters import shadow
from foedus.reading.languages.chinese.frames import frames
from foedus.reading.languages.chinese.grammar import GRAMMAR
from foedus.reading.languages.chinese.mentions import MENTION_WORDS
from foedus.reading.languages.chinese.persons import persons
from foedus.reading.languages.chinese.quantities import quantities
from foedus.reading.languages.chinese.segments import SEGMENT_WORDS
from foedus.reading.languages.chinese.times import times
from foedus.reading.languages.chinese.treaties import treaties
from foedus.reading.languages.chinese.trees import trees
from foedus.reading.languages.language import Language

__all__ = ["CHINESE"]

CHINESE = Language(
    code="zh",
    parser=("jieba",),
    install="foedus[zh]",
    grammar=GRAMMAR,
    trees=trees,
    segment_words=SEGMENT_WORDS,
    mention_words=MENTION_WORDS,
    acts=acts,
    persons=persons,
    times=times,
    frames=frames,
    quantities=quantities,
    treaties=treaties,
    shadow=shadow,
)
