"""Measures in force and exposure to them in sentences, English or French.

The dossier links their numbers to evidence, the command reads them out.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from foedus.dossier.sentence import Link, Name, Plain, Sentence
from foedus.dossier.words.actor_names import ActorNames
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import date_words, decimal_words, number_words
from foedus.repercussions.sanctions import InForce, Known, Measure, Members, Why, members_on
from foedus.repercussions.sanctions.exposure import Exposure
from foedus.repercussions.sanctions.groups import MeasureGroup

__all__ = ["SanctionWords", "share_words"]

_CELEX = re.compile(r"3(?P<year>\d{4})R(?P<number>\d{4})")
_RENUMBERED = 2015
"""From this year on a regulation is cited by year and number, before by number and year."""
_NAMED = 5
_MEMBERS, _FIRST = 60, 5
_GSDB_REGIME = "269/2014"


class SanctionWords:
    """What is said of sanctions on one day."""

    def __init__(self, words: Words, on: dt.date) -> None:
        self.words, self.on = words, on
        self.names = ActorNames(words.language, on)

    def heading(self, target: str | None, sender: str | None) -> str:
        """Return the title of an answer."""
        day = date_words(self.words, self.on)
        if target is None and sender is not None:
            return self._text("heading_by", sender=self.names.inside(sender), day=day)
        who = self.names.inside(target) if target else self._text("anybody")
        return self._text("heading", target=who, day=day)

    def group(self, group: MeasureGroup, target: str, evidence: str) -> Iterator[Sentence]:
        """Yield what one group says: in force, possibly, and no longer known."""
        keys = ("case", "case_perhaps", "case_stood")
        if group.programme is not None:
            keys = ("listed", "perhaps", "stood")
        for key, standing in zip(keys, InForce, strict=True):
            count = group.count(standing)
            if count:
                yield self._counted(key, count, group, standing, target, evidence)

    def cases(
        self, groups: Sequence[MeasureGroup], target: str, evidence: Sequence[str]
    ) -> Iterator[Sentence]:
        """Yield who has cases against a target, each sender with their number, by standing."""
        until = max((one.known_until for one in groups if one.known_until), default=None)
        for standing in InForce:
            told: list[Sentence] = []
            for group, behind in zip(groups, evidence, strict=True):
                count = group.count(standing)
                if count:
                    number = Link(number_words(self.words, count), behind)
                    named = Name(self.sender(group.sender))
                    told.append((named, Plain(" ("), number, Plain(")")))
            if told:
                yield self.words.sentence(
                    f"sanctions.all.{standing}",
                    target=Name(self.names.inside(target)),
                    day=Link(date_words(self.words, self.on), evidence[0]),
                    until=Name(str(until.year) if until else ""),
                    senders=_joined(told),
                )

    def _counted(
        self,
        key: str,
        count: int,
        group: MeasureGroup,
        standing: InForce,
        target: str,
        evidence: str,
    ) -> Sentence:
        until = group.known_until
        year = Link(str(group.first_year), evidence) if group.first_year else Plain("")
        told = Name("")
        if until is not None:
            told = Name(date_words(self.words, until) if group.programme else str(until.year))
        return self.words.counted_sentence(
            f"sanctions.{key}",
            count,
            day=Link(date_words(self.words, self.on), evidence),
            count=Link(number_words(self.words, count), evidence),
            sender=Name(self.sender(group.sender)),
            target=Name(self.names.inside(target)),
            act=Name(self.act(group)),
            why=self._why(group.why),
            sorts=self._sorts(group, standing, evidence),
            kinds=self.kinds(group.kinds),
            year=year,
            until=told,
        )

    def sender(self, sender: str | None) -> str:
        """Return a sender as a sentence names it."""
        return self._text("unnamed") if sender is None else self.names.inside(sender)

    def act(self, group: MeasureGroup) -> str:
        """Return the act, or the part of a list, that measures stand in."""
        found = _CELEX.fullmatch(group.programme or "")
        if found:
            year, number = int(found["year"]), int(found["number"])
            if year < _RENUMBERED:
                return self._text("act_eu_old", number=f"{number}/{year}")
            return self._text("act_eu", number=f"{year}/{number}")
        return self._text("act_list", programme=group.programme or "", file=group.dataset)

    def kinds(self, kinds: Iterable[str]) -> str:
        """Return families of sanctions as a list in words."""
        return self.words.listed(tuple(self._text(f"kinds.{kind}") for kind in kinds))

    def newest(self, group: MeasureGroup, evidence: str) -> Sentence:
        """Return who was listed last, each with the day; nothing where nobody is named."""
        named = group.newest(_NAMED)
        if not named:
            return ()
        parts: list[Sentence] = [(Link(self._dated(one), evidence),) for one in named]
        return self.words.sentence("sanctions.newest", names=_joined(parts))

    def nothing(self, target: str, sender: str | None) -> Sentence:
        """Return that no source has anything, and what this does not mean."""
        by = self.names.inside(sender) if sender else self._text("anybody")
        return self.words.sentence(
            "sanctions.nothing", target=Name(self.names.inside(target)), sender=Name(by)
        )

    def limits(self, groups: Iterable[MeasureGroup]) -> Iterator[str]:
        """Yield how far the sources asked may be trusted."""
        found = tuple(groups)
        if any(one.dataset == "eu-sanctions" for one in found):
            yield self._text("limit_lists")
        if any(one.why is Why.REGIME for one in found):
            yield self._text("limit_regime", number=_GSDB_REGIME)
        if any(one.programme is None for one in found):
            yield self._text("limit_years")
        yield self._text("sources_caveat")

    # --- What the command says beside -------------------------------------------------------------

    def bound_through(self, organisation: str, member: str) -> str:
        """Return that an organisation's measures bind a member of that day."""
        return self._text(
            "through",
            organisation=self.names.inside(organisation),
            member=self.names.inside(member),
        )

    def members(self, organisation: str) -> str:
        """Return whom the measures of an organisation bind that day."""
        named = self.names.inside(organisation)
        members = members_on(organisation, self.on)
        if members is None:
            return self._text("members_unknown", organisation=named)
        return self._text(
            "members",
            organisation=named,
            count=len(members.all),
            members=self.listed_members(members),
        )

    def listed_members(self, members: Members) -> str:
        """Return the members by name, or of very many the first in the alphabet alone."""
        named = self.names.in_order(members.all)
        most = len(named) if len(named) <= _MEMBERS else _FIRST
        listed = ", ".join(self.names.alone(one) for one in named[:most])
        return listed if most == len(named) else f"{listed} …"

    def more(self, groups: Iterable[MeasureGroup]) -> str:
        """Return by whom else there are measures, for an answer that would be long."""
        senders = dict.fromkeys(one.sender for one in groups if one.sender)
        return self._text("more", senders=self.names.listed(senders))

    def targets(self, standing: InForce, targets: Iterable[str]) -> str:
        """Return who is under sanctions of a sender with this standing."""
        return self._text(f"targets_{standing}", targets=self.names.listed(targets))

    def no_targets(self, sender: str) -> str:
        """Return that these sources know of nobody under sanctions of a sender."""
        return self._text("targets_none", sender=self.names.inside(sender))

    def asked_title(self) -> str:
        """Return the title over the sources."""
        return self._text("known_title")

    def asked(self, known: Known) -> Iterator[str]:
        """Yield the sources that were asked, and up to when they reach."""
        for source in known.sources:
            if not source.missing:
                yield self._text("asked", title=source.title, version=source.version or "")
        for one in known.lists:
            key = "reaches" if one.as_of else "asked"
            day = date_words(self.words, one.as_of) if one.as_of else ""
            yield self._text(key, title=one.file, version=one.form, until=day)

    # --- Exposure ---------------------------------------------------------------------------------

    def exposure(self, found: Exposure, evidence: str) -> Sentence:
        """Return the direct exposure and that along the longest chains followed, as intervals."""
        ends = {
            "low": found.low[0],
            "high": found.high[0],
            "low_far": found.low[-1],
            "high_far": found.high[-1],
        }
        return self.words.sentence(
            "sanctions.exposure",
            actor=Name(self.names.inside(found.actor)),
            sender=Name(self.names.inside(found.sender)),
            year=Link(str(found.year), evidence),
            day=Link(date_words(self.words, self.on), evidence),
            **{name: Link(share_words(self.words, end), evidence) for name, end in ends.items()},
        )

    def exposure_lines(self, found: Exposure) -> Iterator[tuple[int, str]]:
        """Yield (depth, line) of an exposure as the command prints it."""
        yield (
            0,
            self._text(
                "exposure_heading",
                actor=self.names.inside(found.actor),
                sender=self.names.inside(found.sender),
                year=found.year,
            ),
        )
        for steps, (low, high) in enumerate(zip(found.low, found.high, strict=True), 1):
            key = "exposure_step" if steps == 1 else "exposure_steps"
            ends = (share_words(self.words, one) for one in (low, high))
            yield 1, self._text(key, steps=steps, low=next(ends), high=next(ends))
        if found.missing > 0:
            share = share_words(self.words, found.missing)
            yield 1, self._text("exposure_missing", share=share)
        if found.chains:
            yield 1, self._text("exposure_chains")
        for chain in found.chains:
            way = " → ".join(self.names.alone(one) for one in chain.actors)
            weight = share_words(self.words, chain.weight)
            yield 2, self._text("exposure_chain", chain=way, weight=weight)
        if found.years_apart > 1:
            yield 1, self._text("exposure_old", year=found.year, years=found.years_apart)
        yield 1, self._text("exposure_caveat")

    def old(self, found: Exposure, evidence: str, asked: dt.date | None) -> Sentence:
        """Return how long before the day asked the trade was; nothing where it is of that year."""
        years = asked.year - found.year if asked else 0
        if years < 1:
            return ()
        return self.words.sentence(
            "sanctions.exposure_old",
            year=Link(str(found.year), evidence),
            years=Link(number_words(self.words, years), evidence),
        )

    # --- Parts ------------------------------------------------------------------------------------

    def _dated(self, measure: Measure) -> str:
        begins = measure.spell.begins
        day = begins.earliest if begins else None
        name = measure.name or ""
        if day is None:
            return name
        return self._text("in_days", name=name, day=date_words(self.words, day, short=True))

    def _why(self, why: Why | None) -> str:
        if why in (Why.NATIONALITY, Why.ADDRESS):
            return self._text(f"by_{why}")
        return ""

    def _sorts(self, group: MeasureGroup, standing: InForce, evidence: str) -> Sentence:
        parts = [
            self.words.counted_sentence(
                f"sanctions.sort.{sort}",
                count,
                count=Link(number_words(self.words, count), evidence),
            )
            for sort, count in group.sorts(standing).items()
        ]
        return _joined(parts)

    def _text(self, key: str, **values: object) -> str:
        return self.words.text(f"sanctions.{key}", **values)


def share_words(words: Words, share: float) -> str:
    """Return a share as a percentage, with one digit after the point below ten."""
    digits = 0 if not share or share >= 0.0995 else 1 if share >= 0.00095 else 2
    return f"{decimal_words(words, share * 100, digits)}\u00a0%"


def _joined(parts: list[Sentence]) -> Sentence:
    joined: list[Sentence] = []
    for place, part in enumerate(parts):
        joined += [(Plain(", "),), part] if place else [part]
    return tuple(each for part in joined for each in part)
