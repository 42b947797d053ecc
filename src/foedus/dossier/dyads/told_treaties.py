"""What stands between two actors on a day, and what changed when, in words."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedus.dossier.dyads.facts import Standing, in_force
from foedus.dossier.dyads.saying import DyadWords, Told
from foedus.dossier.dyads.told_turns import moved

__all__ = ["changed", "now"]

MOST_KINDS = 4
"""So many promises are named in a row of the table."""


def now(w: DyadWords) -> Told:
    """Return what binds them on the last day asked for."""
    t = w.words.text
    standing = in_force(w.spells, w.bond.last)
    lines = [*w.continuity(), *(_bound(w, each) for each in standing)]
    if not standing:
        lines.append(t("dyad.now.none"))
    atop = w.source("obligations", "atop")
    ran = dict.fromkeys(w.treaty(each) for each in _joined(w.spells) if _ran(w, each))
    if ran:
        lines.append(t("dyad.now.ran", year=atop.covers[1], treaties="; ".join(ran)))
    if atop.missing:
        lines.append(t("dyad.now.history_missing", year=atop.covers[0]))
    elif atop.covers[1] and w.bond.last.year > atop.covers[1]:
        lines.append(t("dyad.now.history_ends", year=atop.covers[1]))
    lines.append(t("dyad.now.left_out"))
    return Told(t("dyad.now.title", day=w.date(w.bond.last)), tuple(lines))


def _ran(w: DyadWords, each: Standing) -> bool:
    """Whether it ran on the last day ATOP covers, before the day asked about."""
    return each.runs and each.known_to is not None and w.bond.last.year > each.known_to


def _bound(w: DyadWords, each: Standing) -> str:
    begins = each.begins[1] or each.begins[0]
    said = w.words.text(
        "dyad.now.bound",
        treaty=w.treaty(each),
        since=w.date(begins) if begins else "–",
        who=_who(w, each),
        kinds=w.kinds(each.kinds),
    )
    return said if each.surely else f"{said} ({w.words.text('dyad.possibly')})"


def _who(w: DyadWords, each: Standing) -> str:
    if len(each.obligors) > 1:
        return w.words.text("dyad.each_other")
    return w.words.text("dyad.owes", obligor=w.inside(each.obligors[0]))


def changed(w: DyadWords) -> Told:
    """Return when what binds them changed, when a rate did, when either moved."""
    t = w.words.text
    shown = [each for each in _joined(w.spells) if _within(w, each)]
    lines = list(moved(w))
    if not w.spells:
        lines.insert(0, t("dyad.changed.none"))
    columns = tuple(
        t(f"dyad.changed.{name}") for name in ("treaty", "begins", "ends", "who", "what")
    )
    rows = tuple(_changed_row(w, each) for each in shown)
    return Told(t("dyad.changed.title"), tuple(lines), (columns, rows) if rows else None)


def _joined(spells: Sequence[Standing]) -> Iterator[Standing]:
    """Yield the spells; what ran on the last day ATOP covers, and may run since, is one of them."""
    for each in spells:
        last = each.known_to and dt.date(each.known_to, 12, 31)
        if last and each.begins == (last + dt.timedelta(days=1),) * 2:
            continue
        yield replace(each, ends=(None, None)) if last and each.ends == (last, last) else each


def _within(w: DyadWords, each: Standing) -> bool:
    begins, ends = each.begins[0] or dt.date.min, each.ends[1] or dt.date.max
    return begins <= w.bond.last and ends >= w.bond.first


def _changed_row(w: DyadWords, each: Standing) -> tuple[str, ...]:
    who = w.words.text("dyad.changed.both") if len(each.obligors) > 1 else w.alone(each.obligors[0])
    what = w.kinds(each.kinds[:MOST_KINDS])
    if len(each.kinds) > MOST_KINDS:
        more = len(each.kinds) - MOST_KINDS
        what = f"{what}, {w.words.text('dyad.also', count=more)}"
    return w.treaty(each), _day(each.begins), _end(w, each), who, what


def _day(days: tuple[dt.date | None, dt.date | None]) -> str:
    first, last = days
    if first is None or last is None:
        return "–"
    return first.isoformat() if first == last else f"{first}/{last}"


def _end(w: DyadWords, each: Standing) -> str:
    if not each.runs:
        return _day(each.ends)
    if each.known_to is not None and w.bond.last.year > each.known_to:
        return w.words.text("dyad.changed.unknown_after", year=each.known_to)
    return w.words.text("dyad.changed.runs")
