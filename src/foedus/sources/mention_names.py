"""Whom and what a table of mentions means by the names that people type."""

import difflib
import re
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from foedus.actors.names import actor_named, display_name
from foedus.errors import FoedusError, UnknownSource, UnknownTopic

__all__ = ["source_named", "topic_named"]


def source_named(rows: pa.Table, words: str) -> str:
    """Return the source of a table that a name means; raises UnknownSource.

    The name itself, in any case, or the beginning of one name only: "CCTV".
    """
    known = sorted(pc.unique(rows["source"]).to_pylist())
    return _named(words, known) or _unknown(UnknownSource, words, known)


def topic_named(rows: pa.Table, words: str, source: str | None = None) -> str:
    """Return the term of a table that a name or an actor's id means; raises UnknownTopic.

    "PRK" and "North Korea" mean the term "north_korea". Where a `source` is given, one of the
    table's, the term must be counted of it.
    """
    known = sorted(pc.unique(rows["term"]).to_pylist())
    found = _named(words, known)
    if found is None:
        try:
            found = _named(display_name(actor_named(words).id, "en"), known)
        except FoedusError:
            found = None
    term = found or _unknown(UnknownTopic, words, known)
    if source is not None:
        theirs = rows.filter(pc.equal(rows["source"], source))
        counted = sorted(pc.unique(theirs["term"]).to_pylist())
        if term not in counted:
            raise UnknownTopic(term, counted, f"counted of the source '{source}'")
    return term


def _named(words: str, known: Sequence[str]) -> str | None:
    """Return the known name that words mean: the same letters, or the beginning of one only."""
    wanted = _letters(words)
    for one in known:
        if _letters(one) == wanted:
            return one
    begun = [one for one in known if wanted and _letters(one).startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())


def _unknown(error: type[UnknownSource] | type[UnknownTopic], words: str, known: list[str]) -> str:
    near = difflib.get_close_matches(words.casefold(), known, 3, 0.4) or known[:12]
    raise error(words, near, "in the table of mentions")
