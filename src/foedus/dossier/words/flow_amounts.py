"""How much passed and when, in words: ranges with what they count, days as far as known."""

import datetime as dt
from collections.abc import Iterator

from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import date_words, month_words, number_words, range_words
from foedus.relations.calendar import last_of_month
from foedus.repercussions.flows import TIV, Flow

__all__ = ["FlowAmounts"]


class FlowAmounts:
    """The words for amounts and days of flows."""

    def __init__(self, words: Words) -> None:
        self._w = words

    def amount(self, flow: Flow) -> str:
        """Return the range with what it counts: "9,000 to 11,000 soldiers"."""
        said, high = self._range(flow), flow.high or flow.low or 0
        key = f"flows.things.{flow.counted.replace(' ', '_')}"
        if f"{key}.one" not in self._w:
            return f"{said} ({flow.counted})"
        return self._w.counted(key, high, range=said)

    def _range(self, flow: Flow) -> str:
        ends = [
            None if end is None else round(end, 1 if flow.counted == TIV else 0)
            for end in (flow.low, flow.high)
        ]
        return range_words(self._w, *ends)

    def when(self, flow: Flow) -> str:
        """Return in which days it passed, as far as anybody says."""
        if flow.latest is None:
            if flow.earliest is None:
                return self._w.text("flows.some_day")
            return self._w.text("flows.from_day", first=self._day(flow.earliest))
        if flow.earliest is None:
            return self._w.text("flows.by_day", day=self._day(flow.latest))
        if flow.earliest == flow.latest:
            return self._w.text("flows.on_day", day=self._day(flow.latest))
        if flow.earliest.day == 1 and flow.latest == last_of_month(flow.earliest):
            return self._w.text("flows.in_month", month=month_words(self._w, flow.latest))
        return self._w.text(
            "flows.in_days", first=self._day(flow.earliest), last=self._day(flow.latest)
        )

    def until(self, day: dt.date | None) -> str:
        """Return until when a claim without an amount speaks."""
        if day is None:
            return self._w.text("flows.some_day")
        return self._w.text("flows.by_day", day=self._day(day))

    def years(self, flow: Flow) -> str:
        """Return the years of what is recorded by year."""
        first = flow.earliest.year if flow.earliest else None
        last = flow.latest.year if flow.latest else None
        return str(first) if first == last else f"{first}–{last}"

    def parts(self, flow: Flow) -> Iterator[str]:
        """Yield what part of an amount is estimated, and what was made under licence."""
        for name, part in flow.of_which.items():
            digits = 1 if flow.counted == TIV else 0
            yield self._w.text(f"flows.{name}_part", part=number_words(self._w, part, digits))

    def remarks(self, flow: Flow) -> str:
        """Return in a few words that items are estimated, or made under licence, with how many."""
        said = [
            self._w.text(f"flows.item_{name}")
            + (
                ""
                if part == flow.high
                else f"{self._w.text('flows.colon')}{number_words(self._w, part)}"
            )
            for name, part in flow.of_which.items()
        ]
        return self._w.text("flows.semicolon").join(said)

    def _day(self, day: dt.date) -> str:
        return date_words(self._w, day)
