"""Before and after the bond changed: what the case records of each watched actor."""

from collections.abc import Iterator

from foedus.dossier.blocks import Line, Look
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.ground import Ground, Row
from foedus.dossier.methods import method_source_id
from foedus.dossier.sentence import Link, Part, Plain
from foedus.dossier.words.days import date_words, number_words

__all__ = ["window_exhibits", "window_lines"]


def window_lines(ground: Ground, actor: str) -> Iterator[Line]:
    """Yield, for one watched actor, a line per actor in focus: before → after, in both directions.

    Empty when no window holds anything, and nobody claims that nothing happened.
    """
    w = ground.words
    rows = [row for row in ground.third_parties if row["watched"] == actor]
    for focus in dict.fromkeys(row["focus"] for row in rows):
        sides = {row["side"]: row for row in rows if row["focus"] == focus}
        if not any(_known(row) for row in sides.values()):
            continue
        yield Line(
            w.sentence(
                "third.window",
                focus=ground.actors((focus,)),
                before=_side(ground, sides.get("before")),
                after=_side(ground, sides.get("after")),
            ),
            Look.MAIN,
        )


def window_exhibits(ground: Ground) -> Iterator[Exhibit]:
    """Yield how each window was counted."""
    w = ground.words
    for row in ground.third_parties:
        if not _known(row):
            continue
        cooperation, conflict = row["cooperation"] or 0, row["conflict"] or 0
        yield Exhibit(
            id=_id(row),
            kind=Kind.ESTIMATE,
            title=w.text(
                "third.window_title",
                watched=ground.actor(row["watched"]),
                focus=ground.actor(row["focus"]),
                side=w.text(f"third.{row['side']}"),
            ),
            facts=(
                (w.text("third.first"), date_words(w, row["first"])),
                (w.text("third.last"), date_words(w, row["last"])),
                (w.text("turn.ties.cooperation"), number_words(w, cooperation)),
                (w.text("turn.ties.conflict"), number_words(w, conflict)),
                (w.text("turn.ties.possible"), number_words(w, row["possible"] or 0)),
                (w.text("turn.ties.covered"), w.text("yes" if row["covered"] else "no")),
            ),
            calculation=w.text("method.count.calculation", count=cooperation + conflict),
            behind=tuple(row["assertions"] or ()),
            caveat=w.text("third.caveat"),
            source=method_source_id("count"),
        )


def _known(row: Row) -> bool:
    return row["cooperation"] is not None


def _id(row: Row) -> str:
    return f"e-window-{row['dyad'].lower()}-{row['watched'].lower()}-{row['side']}"


def _side(ground: Ground, row: Row | None) -> Part | tuple[Part, ...]:
    w = ground.words
    if row is None or not _known(row):
        return Plain(w.text("third.not_covered"))
    if not (row["cooperation"] or row["conflict"]) and row["possible"]:
        count = Link(number_words(w, row["possible"]), _id(row))
        return w.sentence("third.only_possible", count=count)
    cooperation = Link(number_words(w, row["cooperation"]), _id(row))
    conflict = Link(number_words(w, row["conflict"]), _id(row))
    return w.sentence("third.sides", cooperation=cooperation, conflict=conflict)
