"""Notes: the numbered sources."""

from foedus.dossier.blocks import Notes, Remarked, Section
from foedus.dossier.ground import Ground

__all__ = ["notes"]


def notes(ground: Ground) -> Section:
    """Return the section that lists every source by its number."""
    w = ground.words
    return Section(
        id="notes",
        title=w.text("notes.title"),
        blocks=(Remarked(w.sentence("notes.about")), Notes()),
    )
