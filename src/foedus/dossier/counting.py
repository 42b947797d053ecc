"""A count of rows as an exhibit: what was counted, and every row that was."""

from collections.abc import Iterable

from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id

__all__ = ["counted"]


def counted(
    ground: Ground,
    identity: str,
    title: str,
    rows: Iterable[str],
    caveat: str,
    facts: tuple[tuple[str, str], ...] = (),
) -> Exhibit:
    """Return the exhibit of a count; `rows` are the ids of assertions that stand for its rows."""
    behind = tuple(rows)
    return Exhibit(
        id=identity,
        kind=Kind.ESTIMATE,
        title=title,
        facts=facts,
        calculation=ground.words.text("method.count.calculation", count=len(behind)),
        behind=tuple(dict.fromkeys(behind)),
        caveat=caveat,
        source=method_source_id("count"),
    )
