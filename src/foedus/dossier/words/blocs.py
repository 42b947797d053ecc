"""Blocs in words, English or French: what the terminal, the notebook and the picture say."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from foedus.dossier.words import bloc_sentences as told
from foedus.dossier.words.actor_names import ActorNames
from foedus.dossier.words.bloc_rule import in_language, joined, percent, rule_words, source_parts
from foedus.evidence import Day
from foedus.relations.measures.balance.partition import NEUTRAL
from foedus.relations.measures.balance.signed_triads import KINDS
from foedus.relations.structure.blocs import BlocsOn, StrainedTie
from foedus.relations.structure.signed_ties import Reach
from foedus.treaties.clauses import Instruments
from foedus.treaties.sentences import said_day
from foedus.treaties.vocabulary import kinds
from foedus.treaties.words import Words

__all__ = ["BlocWords"]

FIRM = 0.9
"""A member that stays in fewer of the draws is named apart."""
SHOWN = 10
"""So many ties against the blocs are printed; JSON has all."""


class BlocWords:
    """The parts of an answer about blocs, each as text in one language."""

    def __init__(self, found: BlocsOn, instruments: Instruments, language: str) -> None:
        self.language = language
        self.names = ActorNames(language, found.on)
        self._found = found
        self._instruments = instruments

    @cached_property
    def _sizes(self) -> Counter[int]:
        return Counter(self._found.blocs.bloc.tolist())

    def title(self) -> str:
        """Return what it is about, and when."""
        return self._said(told.TITLE, said_day(Day.of(self._found.on), self.language))

    def rule(self) -> str:
        """Return by which rule ties are drawn."""
        return rule_words(self._found.ties.rule, self.language)

    def empty(self) -> bool:
        """Whether no tie is known, so that nothing more can be said."""
        return not len(self._found.ties.network.sign)

    def ties(self) -> str:
        """Return how many states and ties there are."""
        net = self._found.ties.network
        if self.empty():
            return self._said(told.NO_TIES)
        return self._said(
            told.TIES,
            states=len(self._found.ties.states),
            positive=self.number(int((net.sign > 0).sum())),
            negative=self.number(int((net.sign < 0).sum())),
            both=len(self._found.ties.both),
        )

    def cost(self) -> str:
        """Return how many blocs there are, and how many ties go against them, with proof."""
        blocs = self._found.blocs
        number = sum(size > 1 for bloc, size in self._sizes.items() if bloc != NEUTRAL)
        words = told.PROVEN if blocs.proven else told.UNPROVEN
        return self._said(
            words,
            number=number,
            cost=self.weight(blocs.cost),
            bound=self.weight(blocs.lower_bound),
        )

    def blocs(self) -> Iterator[tuple[str, str, str]]:
        """Yield for each bloc of two or more its head, its members, and who is less firm ("")."""
        blocs, firm = self._found.blocs, self._found.blocs.firm
        place = {state: number for number, state in enumerate(self._found.ties.states)}
        for bloc in range(blocs.number):
            members = self._found.members(bloc)
            if len(members) < 2:
                continue
            head = self._said(
                told.BLOC,
                inside=self.names.inside(self._found.leaders[bloc]),
                alone=self.names.alone(self._found.leaders[bloc]),
                number=len(members),
            )
            loose = ""
            if firm is not None:
                share = self._share(bloc)
                head = f"{head} ({self.firmness(bloc)})"
                less = [
                    f"{self.names.alone(one)} {percent(float(firm[place[one]]), self.language)}"
                    for one in members
                    if firm[place[one]] < min(FIRM, share)
                ]
                loose = self._said(told.LESS_FIRM, ", ".join(less)) if less else ""
            yield head, self.names.listed(members), loose

    def firmness(self, bloc: int) -> str:
        """Return in how many draws its members stay in a bloc, "" where nothing was drawn."""
        if self._found.blocs.firm is None:
            return ""
        return self._said(told.FIRM, share=percent(self._share(bloc), self.language))

    def _share(self, bloc: int) -> float:
        firm = self._found.blocs.firm
        assert firm is not None
        return float(firm[list(self._found.blocs.members(bloc))].mean())

    def others(self) -> Iterator[tuple[str, str]]:
        """Yield who stands alone and who has no tie, each with their names, where there are any."""
        blocs = self._found.blocs
        alone = [
            self._found.members(bloc)[0] for bloc in range(blocs.number) if self._sizes[bloc] == 1
        ]
        for words, actors in (
            (told.ALONE, alone),
            (told.UNTIED, list(self._found.members(NEUTRAL))),
        ):
            if actors:
                yield self._said(words, number=len(actors)), self.names.listed(actors)

    def strained_title(self) -> str:
        """Return how many ties go against the blocs."""
        return self._said(told.STRAINED, len(self._found.blocs.against))

    def strained(self, most: int | None = SHOWN) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the ties against the blocs, the worst first, each with its evidence."""
        every = self._found.strained()
        for one in every[:most]:
            head = f"{self.names.alone(one.first)} – {self.names.alone(one.second)}"
            yield self._told(head, self._strain(one)), self._evidence(one)
        if most is not None and len(every) > most:
            yield self._said(told.MORE, len(every) - most), ()

    def balance(self) -> tuple[str, tuple[str, ...]]:
        """Return a title and how balanced the network is by each measure."""
        found = self._found
        if (found.ties.network.sign > 0).all():
            return self._said(told.BALANCE), (self._said(told.NO_QUARREL),)
        lines = [*self._triads()]
        lines.append(
            self._said(told.WALKS, value=self._figure(found.walks.balance, found.walks.log))
        )
        index, ties = found.frustration, len(found.ties.network.sign)
        words = told.FRUSTRATION if index.proven else told.FRUSTRATION_OPEN
        lines.append(
            self._said(
                words,
                cost=self.weight(index.upper),
                bound=self.weight(index.lower),
                ties=self.number(ties),
            )
        )
        return self._said(told.BALANCE), tuple(lines)

    def known(self) -> tuple[str, tuple[str, ...]]:
        """Return a title and what each source reaches, and what is left out."""
        ties = self._found.ties
        lines = [self._reach(one) for one in ties.reach]
        if ties.left_out:
            lines.append(self._said(told.LEFT_OUT, self.number(ties.left_out)))
        if ties.pending:
            named = sorted(self._instruments[one].short.said(self.language) for one in ties.pending)
            lines.append(self._said(told.PENDING, ", ".join(named)))
        return self._said(told.KNOWN), tuple(lines)

    def limits(self) -> tuple[str, ...]:
        """Return what to keep in mind."""
        year = self._found.capability.year
        named = self._said(told.NAMED, year) if year else self._said(told.NAMED_TIES)
        if not self._found.blocs.draws:
            return (named,)
        return (self._said(told.FIRMNESS, draws=self._found.blocs.draws), named)

    def number(self, value: int) -> str:
        """Return a whole number with its thousands apart."""
        return f"{value:,}".replace(",", "\u202f" if self.language == "fr" else ",")

    def weight(self, value: float) -> str:
        """Return a weight of ties: whole where it is."""
        return self.number(round(value)) if abs(value - round(value)) < 1e-6 else f"{value:.1f}"

    def _strain(self, one: StrainedTie) -> str:
        what = self._said(told.QUARREL if one.sign < 0 else told.ACROSS)
        if not one.triads:
            return f"{what}, {self._said(told.NO_TRIADS)}"
        how = self._said(told.UNBALANCED, unbalanced=one.unbalanced, triads=one.triads)
        return f"{what}, {how}"

    def _evidence(self, one: StrainedTie) -> tuple[str, ...]:
        treaties: dict[str, list[str]] = {}
        quarrels: dict[tuple[str, str, str], list[int]] = {}
        doubtful = set()
        for row in one.evidence:
            source, key = str(row["source"]), str(row["key"])
            if row["standing"] == "possible":
                doubtful.add(key)
            if row["sign"] == 1:
                what = kinds()[str(row["what"])].label.said(self.language)
                treaties.setdefault(key, [])
                if what not in treaties[key]:
                    treaties[key].append(what)
            else:
                years = quarrels.setdefault((source, key, str(row["what"])), [])
                years += [day.year for name in ("begins", "ends") if (day := _day(row, name))]
        lines = [
            self._doubted(self._told(self._treaty(key), ", ".join(what)), key in doubtful)
            for key, what in treaties.items()
        ]
        for (source, key, what), years in quarrels.items():
            words = told.DISPUTE if source == "disputes" else told.QUARRELS[source]
            said = self._said(words, key=key, what=what)
            span = _span(years)
            lines.append(self._doubted(f"{said}, {span}" if span else said, key in doubtful))
        return tuple(lines)

    def _doubted(self, said: str, doubtful: bool) -> str:
        return f"{said} ({self._said(told.POSSIBLY)})" if doubtful else said

    def _treaty(self, key: str) -> str:
        return self._instruments[key].short.said(self.language)

    def _triads(self) -> Iterator[str]:
        census = self._found.triads
        if census.balanced is None:
            yield self._said(told.NO_TRIAD)
            return
        counted = ", ".join(
            f"{kind.replace('-', '−')} {self.number(int(count))}"
            for kind, count in zip(KINDS, census.counts, strict=True)
        )
        yield self._said(told.TRIADS, number=self.number(census.number), kinds=counted)
        chance = census.chance_balanced
        low, high, share = (
            percent(value, self.language, 1)
            for value in (
                chance.low / census.number,
                chance.high / census.number,
                census.balanced,
            )
        )
        yield self._said(told.TRIADS_BALANCED, share=share, low=low, high=high)

    def _figure(self, value: float, log: float) -> str:
        said = f"{value:.3f}" if value >= 0.0005 else f"10^{log / 2.302585:.0f}"
        return said.replace(".", ",") if self.language == "fr" else said

    def _reach(self, one: Reach) -> str:
        parts = [*source_parts(one.source, self.language)]
        if one.source.name != "register" and one.source.held:
            years = {"first": one.asked[0].year, "last": one.asked[1].year}
            said = self._said(told.REACH[one.known], **years)
            if years["first"] == years["last"]:
                said = said.replace(f"{years['first']}–{years['last']}", str(years["last"]))
            parts.append(said)
        if one.source.held:
            parts.append(self._said(told.REASONS, self.number(one.reasons)))
        return joined(self.language, *parts)

    def _told(self, head: str, *body: str) -> str:
        return joined(self.language, head, *body)

    def _said(self, words: Words, *values: object, **named: object) -> str:
        return in_language(self.language, words, *values, **named)


def _day(row: Mapping[str, object], name: str) -> dt.date | None:
    day = row[name]
    return day if isinstance(day, dt.date) else None


def _span(years: list[int]) -> str:
    if not years:
        return ""
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"
