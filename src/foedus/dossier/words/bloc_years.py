"""Blocs through the years in words: who was in each, and when they came, joined, parted, went."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

from foedus.dossier.words.actor_names import ActorNames
from foedus.dossier.words.bloc_rule import joined, percent, rule_words, source_parts
from foedus.relations.measures.balance.succession import Change
from foedus.relations.structure.bloc_years import BlocsThrough
from foedus.relations.structure.quarrels import Source
from foedus.relations.structure.tie_rules import TieRule
from foedus.treaties.words import Words

__all__ = ["followed_by", "year_lines"]

_TITLE = Words("Blocs of each 31 December, {}–{}", "Blocs de chaque 31 décembre, {}–{}")
_COUNT = Words("{first}: {one}, {last}: {two} members", "{first} : {one}, {last} : {two} membres")
_AT_MOST = Words("most in {}: {}", "le plus en {} : {}")
_KINDS = {
    "birth": Words("{0} forms", "{0} se forme"),
    "death": Words("{0} is no more", "{0} n’est plus"),
    "split": Words("{0} parts: {1}", "{0} se divise : {1}"),
    "merge": Words("{0} takes in {1}", "{0} absorbe {1}"),
}
_CHANGES = Words("What happened", "Ce qui s’est passé")
_YEARS = Words("Year by year", "Année par année")
_YEAR = Words(
    "{year}: {positive} positive ties, {negative} negative; {cost} against the blocs; triads"
    " balanced: {share}; {index} against two sides",
    "{year} : {positive} liens positifs, {negative} négatifs ; {cost} contre les blocs ; triades"
    " équilibrées : {share} ; {index} contre deux camps",
)
_NO_TRIAD = Words("there is no triad", "il n’y a pas de triade")
_UNPROVEN = Words("{} (at least {})", "{} (au moins {})")
_FEW = 3
"""A bloc that lived fewer years is not listed by its members."""


def year_lines(found: BlocsThrough, language: str) -> Iterator[tuple[int, str, str]]:
    """Yield each line: how deep it stands, what it says, how it looks."""
    names = ActorNames(language, dt.date(found.years[-1], 12, 31))

    def said(words: Words, *values: object, **named: object) -> str:
        text = words.said(language).format(*values, **named)
        french = language == "fr"
        return text.replace(" :", "\u00a0:").replace(" ;", "\u00a0;") if french else text

    def named(label: int) -> str:
        actor, _, number = found.names[label].partition(" ")
        return f"{names.alone(actor)} {number}".strip()

    yield 0, said(_TITLE, found.years[0], found.years[-1]), "bold"
    for label in _longest(found):
        yield 0, "", ""
        years = [year for year in found.years if found.members(label, year)]
        yield 0, f"{named(label)}, {years[0]}–{years[-1]}", "bold underline"
        sizes = {year: len(found.members(label, year)) for year in years}
        most = max(years, key=lambda year: sizes[year])
        counted = said(
            _COUNT, first=years[0], one=sizes[years[0]], last=years[-1], two=sizes[years[-1]]
        )
        yield 1, f"{counted}; {said(_AT_MOST, most, sizes[most])}", ""
        yield 1, names.listed(found.members(label, most)), ""
        for year, came, left in _moves(found, label, years):
            parts = [
                f"{mark}{names.listed(who)}" for mark, who in (("+ ", came), ("− ", left)) if who
            ]
            yield 2, f"{year}: {'; '.join(parts)}", "dim"
    if found.succession.changes:
        yield 0, "", ""
        yield 0, said(_CHANGES), "bold underline"
        for change in found.succession.changes:
            if text := _happened(change):
                main, others = text
                listed = ", ".join(named(one) for one in others)
                year = found.years[change.time]
                yield 1, f"{year}: {said(_KINDS[change.kind], named(main), listed)}", ""
    yield 0, "", ""
    yield 0, said(_YEARS), "bold underline"
    for row, year in enumerate(found.years):
        share = float(found.balanced[row])
        cost, bound = found.cost[row], found.lower_bound[row]
        index, least = found.frustrated[row], found.frustrated_at_least[row]
        yield (
            1,
            said(
                _YEAR,
                year=year,
                positive=int(found.ties[row, 0]),
                negative=int(found.ties[row, 1]),
                cost=f"{cost:g}" if cost == bound else said(_UNPROVEN, f"{cost:g}", f"{bound:g}"),
                share=percent(share, language, 1) if share == share else said(_NO_TRIAD),
                index=f"{index:g}"
                if index == least
                else said(_UNPROVEN, f"{index:g}", f"{least:g}"),
            ),
            "dim",
        )


def followed_by(
    rule: TieRule, sources: Iterable[Source], language: str
) -> Iterator[tuple[int, str, str]]:
    """Yield by which rule ties were drawn, and how far each source reaches."""
    yield 0, rule_words(rule, language), "dim"
    for one in sources:
        yield 0, joined(language, *source_parts(one, language)), "dim"


def _longest(found: BlocsThrough) -> list[int]:
    """The labels that lasted a while, the longest first."""
    labels = found.succession.labels
    lived = {label: int((labels == label).any(axis=1).sum()) for label in range(len(found.names))}
    least = min(_FEW, len(found.years))
    return sorted(
        (label for label, years in lived.items() if years >= least),
        key=lambda label: (-lived[label], label),
    )


def _moves(
    found: BlocsThrough, label: int, years: list[int]
) -> Iterator[tuple[int, list[str], list[str]]]:
    for before, after in pairwise(years):
        one, two = set(found.members(label, before)), set(found.members(label, after))
        if one != two:
            yield after, sorted(two - one), sorted(one - two)


def _happened(change: Change) -> tuple[int, tuple[int, ...]] | None:
    """Who it is about and whom else; nothing where only itself is left."""
    main, *rest = change.labels
    others = tuple(one for one in rest if one != main)
    if change.kind in ("split", "merge") and not others:
        return None
    return main, others
