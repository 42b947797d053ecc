"""The words for one bond in one language: names, numbers, days, and the rows they are said of."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from foedus.dossier.dyads.facts import MASS, Standing, points_of, treaty_spells
from foedus.dossier.words.actor_names import ActorNames
from foedus.dossier.words.catalogue import words_in
from foedus.dossier.words.days import (
    date_words,
    decimal_words,
    number_words,
    percent_words,
    signed_words,
)
from foedus.relations.bonds import Bond, Holder, Provenance
from foedus.treaties.vocabulary import kinds

__all__ = ["MASS", "DyadWords", "Told"]

Row = Mapping[str, Any]
Tabled = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """A heading, sentences under it, and a small table: its columns and rows, or None."""

    heading: str
    lines: tuple[str, ...]
    table: Tabled | None = None


class DyadWords:
    """The words for one bond in one language."""

    def __init__(self, bond: Bond, language: str) -> None:
        self.bond = bond
        self.words = words_in(language)
        self.language = self.words.language
        self.names = ActorNames(self.language, bond.last)

    def title(self) -> str:
        """Return what the whole is called."""
        return self.words.text(
            "dyad.title",
            one=self.alone(self.bond.one.actor),
            other=self.alone(self.bond.other.actor),
            first=self.bond.first.year,
            last=self.bond.last.year,
        )

    def alone(self, actor: str, on: dt.date | None = None) -> str:
        """Return an actor's name as a table has it, on a day where one is given."""
        return ActorNames(self.language, on).alone(actor) if on else self.names.alone(actor)

    def inside(self, actor: str, on: dt.date | None = None) -> str:
        """Return an actor's name as a sentence has it: "the Soviet Union"."""
        return (ActorNames(self.language, on) if on else self.names).inside(actor)

    @property
    def listed(self) -> bool:
        """Whether data that go by the codes of the Correlates of War can list anything of both."""
        return bool(self.bond.one.codes and self.bond.other.codes)

    @cached_property
    def spells(self) -> tuple[Standing, ...]:
        """What each instrument asked, spell by spell."""
        return treaty_spells(self.bond)

    def continuity(self) -> Iterator[str]:
        """Yield where one state of a line follows another."""
        for line in (self.bond.one, self.bond.other):
            for before, after in line.seams(self.bond.first, self.bond.last):
                assert after.begins is not None
                yield self.words.text(
                    "dyad.continuity",
                    before=self._with_article(before, after),
                    after=self._with_article(after, before),
                    until=self.date(before.ends or after.begins),
                    since=self.date(after.begins),
                )
        none = [one.actor for one in (self.bond.one, self.bond.other) if not one.holders]
        if none:
            names = self.words.listed(tuple(self.inside(one) for one in none))
            named = names[:1].upper() + names[1:]
            yield self.words.counted("dyad.no_state", len(none), actors=named)

    def told_apart(self, one: Holder, from_: Holder) -> str:
        """Return a holder's name, with its id where the other is called the same."""
        name = self.alone(one.actor, one.ends)
        return f"{name} ({one.actor})" if name == self.alone(from_.actor, from_.ends) else name

    def _with_article(self, one: Holder, from_: Holder) -> str:
        said = self.told_apart(one, from_)
        name = self.alone(one.actor, one.ends)
        return said.replace(name, self.inside(one.actor, one.ends), 1)

    def date(self, day: dt.date) -> str:
        """Return a day in words."""
        return date_words(self.words, day)

    def number(self, value: float, digits: int = 2) -> str:
        """Return a number of so many digits after the point, a true minus before it."""
        return decimal_words(self.words, value, digits)

    def count(self, number: int) -> str:
        """Return a whole number with the marks of the language between its thousands."""
        return number_words(self.words, number, 0)

    def chance(self, probability: float) -> str:
        """Return a probability as a percentage, never a certainty: "over 99 %", "under 1 %"."""
        if 0.01 <= probability <= 0.99:
            return percent_words(self.words, probability)
        over = probability > 0.99
        said = percent_words(self.words, 0.99 if over else 0.01)
        return self.words.text("dyad.over" if over else "dyad.under", share=said)

    def kind(self, kind: str) -> str:
        """Return what a promise is called."""
        return self.words.typeset(kinds()[kind].label.said(self.language))

    def release(self, source: Provenance) -> str:
        """Return a dataset and its release, which the registry of data may only presume."""
        if not source.version:
            return source.dataset
        version, presumed, _ = source.version.partition(" (presumed)")
        key = "dyad.sources.presumed" if presumed else "dyad.sources.release"
        return self.words.text(key, dataset=source.dataset, version=version)

    def years(self, first: int | None, last: int | None) -> str:
        """Return a run of years: "1969", "1950–2023", or open ends."""
        if first == last and first is not None:
            return str(first)
        return f"{first or ''}–{last or ''}"

    def series(self, name: str) -> str:
        """Return what a series of a case is called: our word where it is ours, to open a line."""
        key = f"turn.series.{name.replace(' ', '_')}"
        said = self.words.text(key) if key in self.words else name
        return said[:1].upper() + said[1:]

    def kinds(self, found: Iterable[str]) -> str:
        """Return promises in words, the duties to fight or not to fight first."""
        return self.words.text("list.comma").join(self.kind(kind) for kind in found)

    def signed(self, value: float) -> str:
        """Return a number with its sign, plus too."""
        return signed_words(self.words, value)

    def or_none(self, value: float | None) -> str:
        """Return a number, a dash where there is none."""
        return "–" if value is None else self.number(value)

    def treaty(self, each: Standing) -> str:
        """Return the short title of an instrument."""
        title = each.title_fr if self.language == "fr" else each.title
        return self.words.typeset(title[:1].upper() + title[1:])

    def rows(self, name: str) -> list[Row]:
        """Return the rows of a part, none where the bond has no such part."""
        part = self.bond.parts.get(name)
        return [*part.to_pylist()] if part else []

    def source(self, part: str, dataset: str) -> Provenance:
        """Return one source of a part."""
        return next(each for each in self.bond.parts[part].sources if each.dataset == dataset)

    def whole_years(self, name: str, rows: Iterable[Row]) -> list[Row]:
        """Return the rows of years asked for that the part's sources cover whole."""
        part = self.bond.parts[name]
        first, last = self.bond.first.year, self.bond.last.year
        return [row for row in rows if part.covered(row["year"]) and first <= row["year"] <= last]

    def similar(self, name: str, other: str) -> list[Row]:
        """Return the whole years of a similarity with one other, where it is defined."""
        rows = [row for row in self.rows(name) if row["other"] == other]
        return [row for row in self.whole_years(name, rows) if row["s_absolute"] is not None]

    def last_points(self) -> tuple[Row, Row] | None:
        """Return both ideal points of the last session in which both have one."""
        mine, theirs = (
            {row["year"]: row for row in points_of(self.bond, line.actors)}
            for line in (self.bond.one, self.bond.other)
        )
        years = [year for year in mine.keys() & theirs.keys() if year <= self.bond.last.year]
        return (mine[max(years)], theirs[max(years)]) if years else None

    def held(self) -> tuple[Provenance, ...]:
        """Return the sources held, each once, in the order they are first used."""
        found: dict[str, Provenance] = {}
        for part in self.bond.parts.values():
            for each in part.held:
                found.setdefault(each.dataset, each)
        return tuple(found.values())
