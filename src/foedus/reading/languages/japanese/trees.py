"""From GiNZA's words and labels to foedus's tree of a Japanese text.

The parser's heads are kept where nothing below says otherwise. What changes: a run of nouns is
headed by its last; particles become relations and markers; a verb's endings say how it is said and
how its clause hangs on the next; verbs joined by て or their stem hang on the first of them, as in
other languages; nouns that only say how surely (方針, 可能性) fold into the verb before them.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from foedus.reading.languages.japanese.clauses import hang_clauses
from foedus.reading.languages.japanese.endings import read_endings
from foedus.reading.languages.japanese.folding import fold
from foedus.reading.languages.japanese.mending import mend_kinds
from foedus.reading.languages.japanese.moods import share_mood
from foedus.reading.languages.japanese.nouns import read_nouns
from foedus.reading.languages.japanese.pipeline import parsed_parts
from foedus.reading.languages.japanese.quotations import hang_quotations
from foedus.reading.languages.japanese.words import Words
from foedus.reading.spacy_trees import tree_of
from foedus.reading.tree import Tree

__all__ = ["trees"]


def trees(text: str) -> Iterator[Tree]:
    """Yield the trees of a text, part by part."""
    for places, doc in parsed_parts(text):
        yield _tree(doc, places)


def _tree(doc: Doc, places: Sequence[int]) -> Tree:
    tree = tree_of(doc, 0)
    tree.ends = [places[end - 1] + 1 for end in tree.ends]
    tree.starts = [places[start] for start in tree.starts]
    words = Words(tree, [token.tag_ for token in doc])
    mend_kinds(words)
    read_nouns(words)
    read_endings(words)
    fold(words)
    hang_quotations(words)
    hang_clauses(words)
    share_mood(words)
    return tree
