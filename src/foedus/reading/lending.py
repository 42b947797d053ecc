"""What one verb lends to another that stands beside it."""

from foedus.reading.clause import Argument, Clause
from foedus.reading.tree import Tree

__all__ = ["share_object"]


def share_object(tree: Tree, clause: Clause) -> None:
    """Give "thanked" the object of "thanked and invited X": a verb with a subject alone."""
    above = clause.parent
    if clause.link != "coordinate" or above is None or above.passive or clause.passive:
        return
    direct = clause.argument("object")
    bare = all(argument.marker == "subject" for argument in above.arguments)
    if direct is None or direct.word < clause.word or not bare or above.reflexive or above.chain:
        return
    between = range(above.word + 1, clause.word)
    if all(tree.relations[one] in ("marker", "adverb", "negation") for one in between):
        above.arguments = (*above.arguments, Argument("object", direct, inherited=True))
