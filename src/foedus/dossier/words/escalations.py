"""An escalation in sentences, English or French: the dossier links them, the command reads them."""

from collections.abc import Callable, Iterator

import numpy as np

from foedus.actors.names import display_name
from foedus.dossier.finding import Estimate
from foedus.dossier.likelihood import likelihood_of
from foedus.dossier.sentence import Link, Name, Part, Plain, Sentence, Strong
from foedus.dossier.words.articles import with_article
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import (
    day_words,
    decimal_words,
    month_words,
    number_words,
    percent_words,
    span_words,
)
from foedus.dossier.words.said import Said
from foedus.evidence import Day
from foedus.relations.calendar import last_of_month
from foedus.repercussions.escalation.competing import LEVEL
from foedus.repercussions.escalation.escalation import Escalation, YearAgainst
from foedus.repercussions.escalation.ladder import USE, WAR, ladder
from foedus.repercussions.escalation.next_rung import Aftermath
from foedus.repercussions.escalation.parts import PartSeries

__all__ = ["EscalationWords", "Said", "one_year"]

ONE_YEAR, FIVE_YEARS = 1, 9
"""Places of the half-years that end after one year, and after five."""
_HIGHER, _SAME = 0, 1


class EscalationWords:
    """What is said of one pair; `evidence` gives the id of an exhibit: index, disputes or a part.

    `passage` gives that of a passage of the case from the ids of its assertions.
    """

    def __init__(
        self,
        found: Escalation,
        words: Words,
        evidence: Callable[[str], str],
        passage: Callable[[tuple[str, ...]], str],
    ) -> None:
        self.found, self.words = found, words
        self._evidence, self._passage = evidence, passage

    def title(self) -> str:
        """Return the heading of everything said of this pair."""
        span = (self.found.months[0], last_of_month(self.found.months[-1]))
        return self._text("heading", **self._names(), span=span_words(self.words, span))

    def said(self) -> Iterator[Said]:
        """Yield what is found, the index first, then counts, the record, and the next rung."""
        for group in self.groups():
            yield from group

    def groups(self) -> Iterator[tuple[Said, ...]]:
        """Yield the same in paragraphs."""
        yield (self._index(), *(self._counts(each) for each in self.found.years))
        own = (self._own(),) if self.found.own else ()
        yield (*self._record(), self._incident(), *own)
        told = [one for one in reversed(self.found.chances) if one.found is not None]
        chances = [self._chance(one, first=place == 0) for place, one in enumerate(told)]
        if last := (*chances, *self._half_year(), *self._crises()):
            yield last

    def missing(self) -> Iterator[Sentence]:
        """Yield what is not covered, and what adds it: parts alike in one sentence."""
        known = {one.part.key for one in self.found.known}
        groups: dict[tuple[str, str], list[str]] = {}
        for each in self.found.series:
            if each.part.key not in known:
                name = each.part.name.said(self.words.language)
                groups.setdefault(_lack(each.missing), []).append(name)
        for (key, command), names in groups.items():
            parts = Name(self.words.listed(tuple(names)))
            if command:
                yield self._say(key, parts=parts, command=Name(command))
            else:
                yield self._say(key, parts=parts)
        if self.found.disputes is None:
            yield self._say("disputes_missing")

    def part(self, series: PartSeries) -> str:
        """Return the name of a part, as a sentence begins with it."""
        name = series.part.name.said(self.words.language)
        return name[:1].upper() + name[1:]

    def names(self) -> tuple[str, str]:
        """Return the two actors as a sentence names them."""
        named = self._names()
        return str(named["one"].words), str(named["other"].words)

    def kind(self, one: Aftermath) -> str:
        """Return the kind of pair that a chance is of, in words."""
        told = [
            self._text(f"kind_{trait}_{'yes' if value else 'no'}")
            for trait in ("rivals", "by_land")
            if (value := getattr(one.kind, trait)) is not None
        ]
        return self.words.listed(tuple(told)) if told else self._text("any_pair")

    # --- Sentences --------------------------------------------------------------------------------

    def _index(self) -> Said:
        year = self.found.months[-1].year
        low, middle, high, known = one_year(self.found, year)
        link = self._link("index")
        caveat = self._text("index_caveat")
        said: dict[str, Part] = {"year": link(str(year)), "low": link(self._two(low))}
        said |= self._names()
        if np.isnan(middle):
            return Said(self._say("index_none", **said, high=link(self._two(high))), caveat)
        names = tuple(one.part.name.said(self.words.language) for one in self._known_in(year))
        sentence = self._say(
            "index",
            **said,
            high=link(self._two(high)),
            share=link(self._percent(known)),
            parts=Name(self.words.listed(names)),
            middle=link(self._two(middle)),
            half=link(self._two(0.5)),
            whole=link(self._two(1.0)),
        )
        estimate = Estimate(
            value=middle,
            low=min(low, middle),
            high=max(high, middle),
            unit="index, 0 to 1",
            method="foedus.repercussions.escalation.against_past",
        )
        return Said(sentence, caveat, estimate)

    def _known_in(self, year: int) -> list[PartSeries]:
        months = [place for place, one in enumerate(self.found.months) if one.year == year]
        return [
            one
            for one, ranks in zip(self.found.series, self.found.ranks, strict=True)
            if not np.isnan(ranks[months]).all()
        ]

    def _counts(self, each: YearAgainst) -> Said:
        series = next(one for one in self.found.series if one.part.key == each.key)
        link, found = self._link(each.key), each.found
        said: dict[str, Part] = {
            "part": Name(f"{self.part(series)} ({series.part.unit.said(self.words.language)})"),
            "year": link(str(each.year)),
            "after": link(self._number(found.after)),
            "before": link(f"{each.before[0]}–{each.before[-1]}"),
        }
        if found.ratio is None:
            sentence = self._say("counts_none_before", **said)
            estimate = None
        else:
            per_year = found.before / found.days_before * found.days_after
            sentence = self._say(
                "counts",
                **said,
                per_year=link(self._number(per_year)),
                ratio=link(self._two(found.ratio)),
                low=link(self._two(found.low)),
                high=link(self._two(found.high)),
                mass=link(self._percent(LEVEL)),
                wide_low=link(self._two(found.wide_low)),
                wide_high=link(self._two(found.wide_high)),
            )
            estimate = Estimate(
                value=found.ratio,
                low=found.wide_low,
                high=found.wide_high if np.isfinite(found.wide_high) else None,
                level=LEVEL,
                unit="ratio of rates",
                method="foedus.repercussions.capabilities.before_after",
            )
        key = "up" if found.wide_low > 1 else "down" if found.wide_high < 1 else "same"
        verdict = self._say(f"counts_{key}", year=link(str(each.year)))
        return Said((*sentence, Plain(" "), *verdict), self._text("counts_caveat"), estimate)

    def _record(self) -> Iterator[Said]:
        record = self.found.record
        if record is None:
            return
        first, last = self.found.months[0], last_of_month(self.found.months[-1])
        events = [
            one
            for one in record.events
            if one.earliest and one.latest and first <= one.earliest and one.latest <= last
        ]
        caveat = self._text("record_caveat")
        if not events:
            yield Said(self._say("record_none"), caveat, rests_on=(self._evidence("index"),))
            return
        acts: list[Part] = []
        for event in events:
            what = self.words.text(f"event.{event.event_type}")
            said = f"{what}, {day_words(self.words, Day(event.day or ''), short=True)}"
            acts += [Plain(" · ")] if acts else []
            acts.append(Link(said, self._passage(event.assertions)))
        count = Link(self._number(len(events)), self._passage(events[0].assertions))
        yield Said(self._say("record", count=count, acts=tuple(acts)), caveat)

    def _incident(self) -> Said:
        incident, caveat = self.found.incident, self._text("incident_caveat")
        if incident is None:
            return Said(self._say("incident_none"), caveat, rests_on=(self._evidence("disputes"),))
        event = incident.event
        where = self._passage(event.assertions) if event else self._evidence("disputes")
        said: dict[str, Part] = {
            "level": Link(str(incident.level), where),
            "top": Link(str(WAR), where),
            "means": Name(ladder()[incident.level - 1].means.said(self.words.language)),
        }
        if event is not None:
            day = Link(day_words(self.words, Day(event.day or "")), where)
            return Said(self._say("incident_case", **said, day=day), caveat)
        year = Link(str(incident.year), where)
        sentence = self._say("incident_dispute", **said, year=year, dataset=self._dataset())
        return Said(sentence, caveat)

    def _own(self) -> Said:
        own, link = self.found.own, self._link("disputes")
        levels = [row["level"] for row in own]
        sentence = self._say(
            "own",
            dataset=self._dataset(),
            count=link(self._number(len(own))),
            first=link(str(own[0]["year"])),
            last=link(str(max(row["year"] for row in own))),
            use=link(self._number(sum(level == USE for level in levels))),
            war=link(self._number(sum(level == WAR for level in levels))),
        )
        return Said(sentence, self._text("own_caveat"))

    def _chance(self, one: Aftermath, *, first: bool) -> Said:
        assert one.found is not None
        assert self.found.disputes is not None
        link = self._link("disputes")
        chance, low, high = (
            float(values[_HIGHER, ONE_YEAR])
            for values in (one.found.chance, one.found.low, one.found.high)
        )
        begins, ends = (month // 12 for month in self.found.disputes.covered)
        said: dict[str, Part] = {
            "likelihood": Strong(self.words.text(f"likelihood.{likelihood_of(chance).key}")),
            "band": link(self._percent(chance)),
            "low": link(self._percent(low)),
            "high": link(self._percent(high)),
            "mass": link(self._percent(LEVEL)),
            "incidents": link(self._number(one.found.incidents)),
            "since": link(str(one.kind.since or begins)),
        }
        narrow = one.kind.rivals is not None or one.kind.by_land is not None
        if narrow:
            sentence = self._say("chance", **said, kind=Plain(self.kind(one)))
        else:
            sentence = self._say("chance_all", **said)
        late = one.found.chance[:, FIVE_YEARS]
        if narrow and not np.isnan(late).any():
            then = self._say(
                "then",
                higher=link(self._percent(float(late[_HIGHER]))),
                same=link(self._percent(float(late[_SAME]))),
                neither=link(self._percent(float(1 - late.sum()))),
            )
            sentence = (*sentence, Plain(" "), *then)
        estimate = Estimate(
            value=chance,
            low=low,
            high=high,
            level=LEVEL,
            unit="probability within a year",
            method="foedus.repercussions.escalation.competing",
        )
        confidence = self._say("confidence", until=link(str(ends))) if first else ()
        return Said(sentence, self._text("chance_caveat"), estimate, confidence=confidence)

    def _half_year(self) -> Iterator[Said]:
        chance, fit = self.found.next_half_year, self.found.fit
        if chance is None or fit is None:
            return
        link = self._link("disputes")
        middle, low, high = chance
        sentence = self._say(
            "half_year",
            rows=link(self._number(fit.rows)),
            dyads=link(self._number(fit.dyads)),
            chance=link(self._percent(middle)),
            month=link(month_words(self.words, self.found.months[-1])),
            low=link(self._percent(low)),
            high=link(self._percent(high)),
            mass=link(self._percent(LEVEL)),
        )
        estimate = Estimate(
            value=middle,
            low=low,
            high=high,
            level=LEVEL,
            unit="probability within six months",
            method="foedus.repercussions.escalation.hazard",
        )
        yield Said(sentence, self._text("half_year_caveat"), estimate)

    def _crises(self) -> Iterator[Said]:
        crises = self.found.crises
        if crises is None:
            return
        link = self._link("disputes")
        sentence = self._say(
            "crises",
            count=link(self._number(crises.reached[0])),
            first=link(str(crises.first)),
            last=link(str(crises.last)),
            version=Name(crises.version),
            violent=link(self._number(crises.reached[1])),
            serious=link(self._number(crises.reached[2])),
            war=link(self._number(crises.reached[3])),
            rate=link(self._percent(crises.further[2])),
            low=link(self._percent(crises.low[2])),
            high=link(self._percent(crises.high[2])),
            mass=link(self._percent(LEVEL)),
        )
        estimate = Estimate(
            value=crises.further[2],
            low=crises.low[2],
            high=crises.high[2],
            level=LEVEL,
            unit="share of crises with serious clashes",
            method="foedus.repercussions.escalation.crises",
        )
        yield Said(sentence, self._text("crises_caveat"), estimate)

    # --- Words ------------------------------------------------------------------------------------

    def _say(self, key: str, /, **parts: Part | Sentence) -> Sentence:
        return self.words.sentence(f"escalation.{key}", **parts)

    def _text(self, key: str, /, **values: object) -> str:
        named = {
            name: value.words if isinstance(value, Name) else value
            for name, value in values.items()
        }
        return self.words.text(f"escalation.{key}", **named)

    def _link(self, what: str) -> Callable[[str], Link]:
        evidence = self._evidence(what)
        return lambda said: Link(said, evidence)

    def _names(self) -> dict[str, Name]:
        language, on = self.words.language, self.found.months[-1]
        return {
            place: Name(with_article(self.words, one, display_name(one, language, on)))
            for place, one in (("one", self.found.one), ("other", self.found.other))
        }

    def _dataset(self) -> Name:
        assert self.found.disputes is not None
        return Name(f"{self.found.disputes.dataset.upper()} {self.found.disputes.version}")

    def _percent(self, share: float) -> str:
        return percent_words(self.words, share)

    def _number(self, number: float) -> str:
        return number_words(self.words, number)

    def _two(self, number: float) -> str:
        return decimal_words(self.words, number) if np.isfinite(number) else "∞"


def _lack(missing: str | None) -> tuple[str, str]:
    """Return what is said of a part that is not covered, and the words that add it."""
    if missing is None:
        return "add_past", ""
    if missing == "[[coverage]]":
        return "add_coverage", ""
    if missing == "--case CASE":
        return "add_case", ""
    key = "add_named" if missing.startswith("datasets") else "add_data"
    return key, missing


def one_year(found: Escalation, year: int) -> tuple[float, float, float, float]:
    """Return low, middle, high of the index and the share of weight known, over a year's months.

    The middle is NaN where no month of it has a known part.
    """
    places = [place for place, one in enumerate(found.months) if one.year == year]
    index = found.index
    middle = index.middle[places]
    known = middle[~np.isnan(middle)]
    return (
        float(index.low[places].mean()),
        float(known.mean()) if len(known) else float("nan"),
        float(index.high[places].mean()),
        float(index.known[places].mean()),
    )
