"""`foedus.dyad("RUS", "PRK")`: everything held about two actors, in words, drawn and as tables."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from foedus.dossier.dyads.saying import DyadWords, Told
from foedus.dossier.dyads.stacking import stack_of
from foedus.dossier.dyads.telling import told
from foedus.dossier.figures import Stack
from foedus.dossier.rendering.dyads import held_back, notebook_html, written_picture
from foedus.ledger.engines import Engine, engine_at
from foedus.relations.bonds import Bond, bond_between
from foedus.relations.bonds.from_case import with_case

__all__ = ["Dyad", "dyad"]


class Dyad:
    """A pair of actors as a reader sees it; draws itself in a notebook.

    `bond` holds every part with where it comes from (`foedus.relations.bonds.Bond`), `language` is
    that of the words. Nothing is drawn before it is asked for.
    """

    def __init__(self, bond: Bond, language: str = "en") -> None:
        self.bond = bond
        self.language = language
        self._words = DyadWords(bond, language)

    @property
    def title(self) -> str:
        """What the whole is called."""
        return self._words.title()

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the parts, each of which is a table."""
        return tuple(self.bond.parts)

    def __getitem__(self, name: str) -> pa.Table:
        """Return one part by its name; KeyError with the names there are."""
        return self.bond[name]

    def to_arrow(self) -> dict[str, pa.Table]:
        """Return every part by its name."""
        return {name: part.rows for name, part in self.bond.parts.items()}

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Everything in words: what stands, what changed, how they vote, what is on record."""
        return tuple(told(self._words))

    @cached_property
    def figure(self) -> Stack:
        """What is drawn, as values."""
        return stack_of(self._words)

    def written(self, file: Path | str) -> tuple[Path, Path]:
        """Write the picture (.svg, .png or .html) and beside it what it draws as CSV; return both.

        Raises ValueError for another ending and OSError where a file cannot be written.
        """
        return written_picture(
            self.figure, self.title, self.told, self.language, Path(file), held_back(self.bond)
        )

    def __str__(self) -> str:
        return "\n\n".join((self.title, *(_as_text(each) for each in self.told)))

    def __repr__(self) -> str:
        return f"<Dyad {self.bond.dyad}: {', '.join(self.tables)}>"

    def _repr_html_(self) -> str:
        return notebook_html(self.figure, self.title, self.told, self.language)


def _as_text(each: Told) -> str:
    columns, rows = each.table or ((), ())
    table = (" | ".join(row) for row in (columns, *rows) if row)
    return "\n  ".join((each.heading, *table, *each.lines))


def dyad(
    one: str,
    other: str,
    *,
    first: dt.date | int | None = None,
    last: dt.date | int | None = None,
    beside: Iterable[str] = (),
    case: Path | str | None = None,
    language: str = "en",
    engine: Engine | None = None,
) -> Dyad:
    """Return everything held about two actors: obligations, similarity, positions, events, records.

    Names, codes and years are as people give them: `first` and `last` are days, or years meant
    whole; from the day both existed to today unless given. `beside` are actors to compare `one`
    with, `case` a built case folder whose own exchanges count. What is not on this machine is said
    with the command that brings it. Raises UnknownActor, OutsideLife, MissingBuild, and ValueError
    for an actor with itself or a span that ends before it begins.
    """
    begins = dt.date(first, 1, 1) if isinstance(first, int) else first
    ends = min(dt.date(last, 12, 31), dt.date.today()) if isinstance(last, int) else last
    opened = engine or engine_at()
    try:
        bond = bond_between(
            opened,
            one,
            other,
            first=begins,
            last=ends,
            beside=tuple(beside),
        )
    finally:
        if engine is None:
            opened.close()
    return Dyad(bond if case is None else with_case(bond, Path(case)), language)
