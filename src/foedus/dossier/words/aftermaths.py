"""What usually follows a pact, in sentences and cells, English or French.

The dossier links their numbers to evidence, the command reads them out.
"""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

import pyarrow.compute as pc

from foedus.actors.names import display_name
from foedus.dossier.likelihood import Confidence
from foedus.dossier.sentence import Link, Name, Part, Sentence
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import decimal_words, number_words, percent_words
from foedus.repercussions.aftermath import PARTS, Aftermath
from foedus.treaties.instrument import Instrument
from foedus.treaties.instruments import register

__all__ = ["AftermathWords", "Row"]

Row = Mapping[str, Any]
_SHARES = ("share", "mean share")
MODERATE = 30
"""Pacts with pairs beside them from which on confidence is more than low; it is never high."""


class AftermathWords:
    """What is said of one aftermath; `evidence` is the exhibit its numbers open."""

    def __init__(self, found: Aftermath, words: Words, evidence: str) -> None:
        self._is, self._w, self._evidence = found, words, evidence
        self.rows: list[Row] = found.outcomes.to_pylist()
        self.analogues: list[Row] = found.analogues.to_pylist()

    @property
    def title(self) -> str:
        """What the pact is called."""
        return self._is.pact.title.said(self._w.language)

    @property
    def matched(self) -> int:
        """How many of the pacts have pairs beside them."""
        return len(set(self._is.beside["place"].to_pylist()))

    def kind(self) -> Sentence:
        """Return what the pacts like it are, and how many."""
        kind = self._is.kind
        return self._w.sentence(
            "aftermath.kind",
            pact=Name(self.title),
            number=self._link(number_words(self._w, len(self.analogues))),
            release=Name(self._is.sources["atop"][0]),
            level=self._w.text(f"aftermath.level_{kind.level}"),
            parties=self._w.text(f"aftermath.{'bilateral' if kind.bilateral else 'multilateral'}"),
            majors=self._w.text(f"aftermath.majors_{kind.majors}"),
            era=Name(self._w.text(f"aftermath.{'since' if kind.since_1945 else 'until'}")),
        )

    def said(self, row: Row) -> Iterator[Sentence]:
        """Yield what followed in one row of the outcomes, then what followed pairs like them."""
        yield self._usual(row)
        if row["usual"] is None:
            return
        if row["difference"] is None:
            yield self._w.sentence("aftermath.alone")
            return
        unit = "share" if row["unit"] in _SHARES else row["unit"]
        gap = self._gap if unit == "share" else self._signed
        yield self._w.sentence(
            f"aftermath.beside_{unit}",
            pairs=self._link(number_words(self._w, row["pairs"])),
            paired=self._link(self._level(row, row["paired"])),
            beside=self._link(self._level(row, row["beside"])),
            difference=self._link(gap(row, row["difference"])),
            low=self._link(gap(row, row["difference_low"])),
            high=self._link(gap(row, row["difference_high"])),
        )

    def _usual(self, row: Row) -> Sentence:
        shares = row["unit"] in _SHARES
        span = self._span("within" if shares else "after", row["years"])
        named: dict[str, Part | Sentence | str] = {
            "what": self.what(row),
            ("within" if shares else "after"): span,
        }
        if row["low"] is None:
            after = self._span("after", row["years"])
            return self._w.sentence("aftermath.unknown", what=self.what(row), after=after)
        ends = {end: self._link(self._level(row, row[end])) for end in ("low", "high")}
        if row["unit"] == "share":
            return self._w.sentence(
                "aftermath.share",
                **named,
                **ends,
                usual=self._link(self._level(row, row["usual"])),
                happened=self._link(number_words(self._w, row["happened"])),
                known=self._link(number_words(self._w, row["known"])),
            )
        key = row["unit"].replace(" ", "_")
        usual = self._link(self._level(row, row["usual"]))
        return self._w.sentence(f"aftermath.{key}", **named, **ends, usual=usual)

    def what(self, row: Row) -> str:
        """Return what the outcome is."""
        return self._w.text(f"aftermath.what.{row['outcome']}")

    def usual_cell(self, row: Row) -> str:
        """Return what usually follows with its interval: "4 of 23, 17 % (7–36)"."""
        if row["low"] is None:
            return "–"
        level = self._interval(row, "usual", "low", "high")
        if row["unit"] != "share":
            return level
        of = {"fr": "sur", "en": "of"}[self._w.language]
        return f"{row['happened']} {of} {row['known']}: {level}".replace(
            ":", "\u00a0:" if self._w.language == "fr" else ":"
        )

    def paired_cell(self, row: Row) -> str:
        """Return what followed those with pairs beside them, and how many these are."""
        if row["difference"] is None:
            return "–"
        return f"{self._level(row, row['paired'])} ({row['pairs']})"

    def beside_cell(self, row: Row) -> str:
        """Return what followed pairs like them, with its interval."""
        return (
            "–"
            if row["beside_low"] is None
            else self._interval(row, "beside", "beside_low", "beside_high")
        )

    def difference_cell(self, row: Row) -> str:
        """Return the difference with its interval, in points, units or as a ratio."""
        if row["difference"] is None:
            return "–"
        gap = self._gap if row["unit"] in _SHARES else self._signed
        ends = (gap(row, row[f"difference_{end}"]) for end in ("low", "high"))
        return f"{gap(row, row['difference'])} ({' … '.join(ends)})"

    @property
    def own_known(self) -> bool:
        """Whether anything is known of what followed the pact itself."""
        return any(row["own"] is not None for row in self.rows)

    def own_cell(self, row: Row) -> str:
        """Return what followed the pact itself: yes, no, or by how much."""
        if row["own"] is None:
            return "–"
        if row["unit"] == "share":
            return self._w.text("aftermath.yes" if row["own"] else "aftermath.no")
        return self._level(row, row["own"])

    def pact(self, row: Row) -> str:
        """Return an analogue by its two states and year: "Soviet Union – North Korea, 1961"."""
        return f"{self.pair(row)}, {row['year']}"

    def pair(self, row: Row) -> str:
        """Return the two states of a row as they are called."""
        names = (display_name(row[side], self._w.language) for side in ("one", "two"))
        return self._w.typeset(" – ".join(names))

    def alliance(self, row: Row) -> str:
        """Return what the register calls the alliance, with its id in ATOP."""
        atop = self._w.text("aftermath.atop", id=row["alliance"])
        known = _by_atop().get(row["alliance"])
        return atop if known is None else f"{known.short.said(self._w.language)}, {atop}"

    def parts(self, row: Row) -> str:
        """Return the parts of the likeness that are known, each from 0 to 1."""
        return ", ".join(
            f"{self._w.text(f'aftermath.part.{part}')} {decimal_words(self._w, row[part])}"
            for part in PARTS
            if row[part] is not None
        )

    def next(self, row: Row) -> str:
        """Return what of the events followed an analogue within the longest time asked."""
        happened = [self.what(one) for one in self._followed.get(row["place"], ())]
        return "; ".join(happened) or self._w.text("aftermath.nothing")

    def beside(self, row: Row) -> str:
        """Return the pairs held beside an analogue, nearest first; empty where nobody is."""
        pairs = self._beside.get(row["place"], ())
        return "; ".join(self.pair(one) for one in pairs)

    @cached_property
    def _followed(self) -> dict[int, list[Row]]:
        """The events that followed each analogue within the longest time asked, by its place."""
        events = {row["outcome"] for row in self.rows if row["unit"] == "share"}
        table = self._is.followed
        chosen = pc.and_(
            pc.equal(table["years"], self._is.horizons[-1]), pc.equal(table["value"], 1.0)
        )
        found: dict[int, list[Row]] = {}
        for row in table.filter(chosen).to_pylist():
            if row["outcome"] in events:
                found.setdefault(row["place"], []).append(row)
        return found

    @cached_property
    def _beside(self) -> dict[int, list[Row]]:
        """The pairs held beside each analogue, by its place."""
        found: dict[int, list[Row]] = {}
        for row in self._is.beside.to_pylist():
            found.setdefault(row["place"], []).append(row)
        return found

    def balance(self) -> Sentence | None:
        """Return the greatest imbalance before and after matching; None where nobody matches."""
        rows = self._is.balance.to_pylist()
        known = [row for row in rows if None not in (row["before"], row["after"])]
        if not known:
            return None
        before, after = (max(known, key=lambda row: abs(row[key])) for key in ("before", "after"))
        return self._w.sentence(
            "aftermath.balance",
            before=self._link(number_words(self._w, abs(before["before"]), 2)),
            covariate=self._w.text(f"aftermath.covariate.{before['covariate']}"),
            after=self._link(number_words(self._w, abs(after["after"]), 2)),
            covariate_after=self._w.text(f"aftermath.covariate.{after['covariate']}"),
        )

    def confidence(self) -> tuple[Sentence, Sentence]:
        """Return how sure these rates are, and why: two sentences that state no likelihood."""
        grade = Confidence.MODERATE if self.matched >= MODERATE else Confidence.LOW
        why = self._w.sentence(
            "aftermath.confidence_why",
            number=self._link(number_words(self._w, len(self.analogues))),
            matched=self._link(number_words(self._w, self.matched)),
        )
        return self._w.sentence(f"confidence.{grade.value}"), why

    def limits(self) -> Iterator[str]:
        """Yield what the figures do not say."""
        for limit in self._is.limits:
            yield limit.said(self._w.language)

    def datasets(self) -> str:
        """Return what it all rests on, with releases and years: "ATOP 5.1 (1815–2018)"."""
        return "; ".join(
            f"{name} {release} ({first or ''}–{last or ''})"
            for name, (release, first, last) in self._is.sources.items()
        )

    def _interval(self, row: Row, value: str, low: str, high: str) -> str:
        to = {"fr": " à ", "en": " to "}[self._w.language]
        ends = (self._level(row, row[end]) for end in (low, high))
        return f"{self._level(row, row[value])} ({to.join(ends)})"

    def _level(self, row: Row, value: float) -> str:
        if row["unit"] in _SHARES:
            return percent_words(self._w, value)
        return decimal_words(self._w, value)

    def _gap(self, _: Row, value: float) -> str:
        points = round(100 * value)
        return f"{'+' if points > 0 else '−' if points < 0 else ''}{abs(points)}"

    def _signed(self, row: Row, value: float) -> str:
        said = decimal_words(self._w, value)
        return f"+{said}" if row["unit"] == "distance" and value > 0 else said

    def _span(self, key: str, years: int) -> Sentence:
        return self._w.counted_sentence(
            f"aftermath.{key}", years, years=self._link(number_words(self._w, years))
        )

    def _link(self, words: str) -> Link:
        return Link(words, self._evidence)


@cache
def _by_atop() -> dict[int, Instrument]:
    return {one.atop: one for one in register().values() if one.atop is not None}
