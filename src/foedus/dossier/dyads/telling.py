"""A bond in words: what stands between two actors, what changed and when, how they vote."""

from collections.abc import Iterator

from foedus.dossier.dyads.saying import DyadWords, Told
from foedus.dossier.dyads.told_records import missing, recorded, sources
from foedus.dossier.dyads.told_treaties import changed, now
from foedus.dossier.dyads.told_votes import votes

__all__ = ["told"]


def told(words: DyadWords) -> Iterator[Told]:
    """Yield everything in the order it is read; a part of which there is nothing to say is not."""
    yield now(words)
    yield changed(words)
    in_votes = votes(words)
    if in_votes.lines:
        yield in_votes
    on_record = recorded(words)
    if on_record.lines:
        yield on_record
    lacking = tuple(missing(words))
    if lacking:
        yield Told(words.words.text("dyad.missing.title"), lacking)
    yield Told(words.words.text("dyad.sources.title"), tuple(sources(words)))
