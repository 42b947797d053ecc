"""The analyst's own dated entries, each an assertion that cites its source.

One row of `chronicle.csv` is one entry. Its columns are `COLUMNS`; `initiator` and `target` hold
actor ids with blanks between them. The passage of an entry is the `entry` cell as it stands in the
file, and what it cites is the work that its `source_…` columns describe.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.actors.states import actor
from foedus.errors import Fault, FaultyInput, UnknownActor
from foedus.evidence import (
    Assertion,
    Day,
    EventType,
    Modality,
    Passage,
    Place,
    Polarity,
    QuadClass,
    Quantity,
    Speaker,
    Work,
    quad_class,
)
from foedus.reading.csv_cells import Cell, Row, rows
from foedus.reading.quantities import quantities
from foedus.sources.snapshot import Snapshot

__all__ = ["COLUMNS", "chronicle_entries"]

COLUMNS = (
    "day", "event_type", "mode", "initiator", "target", "place", "quantity", "modality",
    "speaker", "speaker_role", "speaker_represents", "said", "entry",
    "source_title", "source_authors", "source_publisher", "source_date", "source_language",
    "source_url",
)  # fmt: skip
"""The columns of a chronicle, in order."""

_COOPERATION = (QuadClass.VERBAL_COOPERATION, QuadClass.MATERIAL_COOPERATION)


def chronicle_entries(snapshot: Snapshot) -> tuple[tuple[Assertion, ...], tuple[Work, ...]]:
    """Return the assertions of a chronicle in the order of its rows, and the works they cite.

    Raises FaultyInput with all that is wrong: file, line, field, what was found and expected.
    """
    found = rows(snapshot.text)
    faults = _faults_of_header(snapshot.name, found)
    if faults:
        raise FaultyInput(faults)
    entries = [_Entry(snapshot, row) for row in found[1:]]
    read = [entry.read() for entry in entries]
    faults = [fault for entry in entries for fault in entry.faults]
    if faults:
        raise FaultyInput(faults)
    pairs = [pair for pair in read if pair is not None]
    works = {work.id: work for _, work in pairs}
    return tuple(assertion for assertion, _ in pairs), tuple(works.values())


def _faults_of_header(file: str, found: Sequence[Row]) -> list[Fault]:
    expected = ",".join(COLUMNS)
    if not found:
        return [Fault(file, 1, "header", "the chronicle is empty", f"the line '{expected}'")]
    names = tuple(cell.value.strip() for cell in found[0].cells)
    if names == COLUMNS:
        return []
    missing = [name for name in COLUMNS if name not in names]
    strange = [name for name in names if name not in COLUMNS]
    problem = "; ".join(
        part
        for part in (
            f"lacks {', '.join(missing)}" if missing else "",
            f"has unknown {', '.join(strange)}" if strange else "",
        )
        if part
    )
    return [
        Fault(file, found[0].line, "header", problem or "columns in another order", f"'{expected}'")
    ]


@dataclass(slots=True)
class _Entry:
    """One row being read; what is wrong with it is gathered, not raised."""

    snapshot: Snapshot
    row: Row
    cells: dict[str, Cell] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> tuple[Assertion, Work] | None:
        """Return the assertion and the work it cites; None, with faults, when some are found."""
        if not self._is_whole():
            return None
        day = self._day("day", required=True)
        work = self._work()
        event_type = self._event_type()
        assertion = self._assertion(day, event_type, work)
        return None if self.faults or assertion is None else (assertion, work)

    def _is_whole(self) -> bool:
        count = len(self.row.cells)
        for name, cell in zip(COLUMNS, self.row.cells, strict=False):
            if cell.problem:
                self._fault(name, cell.problem, "quotation marks doubled inside a quoted cell")
        if count != len(COLUMNS):
            self._fault(
                "row",
                f"has {count} cells instead of {len(COLUMNS)}",
                "every cell that holds a comma in quotation marks",
            )
        self.cells = dict(zip(COLUMNS, self.row.cells, strict=False))
        return not self.faults

    def _fault(self, name: str, problem: str, expected: str) -> None:
        self.faults.append(Fault(self.snapshot.name, self.row.line, name, problem, expected))

    def _value(self, name: str) -> str | None:
        return self.cells[name].value.strip() or None

    def _assertion(
        self, day: Day | None, event_type: EventType | None, work: Work
    ) -> Assertion | None:
        initiator, target = self._actors("initiator", day), self._actors("target", day)
        passage, modality = self._passage(), self._modality()
        speaker, said = self._speaker(day), self._day("said")
        if passage is None or modality is None:
            return None
        place = self._value("place")
        return Assertion(
            passage=passage,
            event_type=event_type,
            mode=self._value("mode"),
            initiator=initiator,
            target=target,
            day=day,
            day_words=self._value("day"),
            place=Place(place) if place else None,
            quantity=self._quantity(),
            modality=modality,
            polarity=_polarity(event_type),
            attributed_to=speaker,
            said=said,
            published=work.issued,
            cites=work.id,
            read_by="person",
            rule="chronicle",
        )

    def _passage(self) -> Passage | None:
        cell = self.cells["entry"]
        if not cell.value.strip():
            self._fault("entry", "is empty", "a sentence that says what happened")
            return None
        quote = self.snapshot.text[cell.start : cell.end]
        return Passage(self.snapshot.id, cell.start, cell.end, quote)

    def _day(self, name: str, required: bool = False) -> Day | None:
        words = self._value(name)
        expected = "a day in EDTF, such as 2024-06-19, 2024-06 or 2024~"
        if words is None:
            if required:
                self._fault(name, "is empty", expected)
            return None
        try:
            return Day(words)
        except ValueError as error:
            self._fault(name, str(error), expected)
            return None

    def _event_type(self) -> EventType | None:
        words = self._value("event_type")
        if words is None or words in EventType.__members__:
            return EventType(words) if words else None
        known = ", ".join(EventType)
        self._fault("event_type", f"'{words}' is no event type", f"one of {known}, or nothing")
        return None

    def _modality(self) -> Modality | None:
        words = self._value("modality")
        if words in set(Modality):
            return Modality(words)
        found = f"'{words}' is no modality" if words else "is empty"
        self._fault("modality", found, f"one of {', '.join(Modality)}")
        return None

    def _actors(self, name: str, day: Day | None) -> tuple[str, ...]:
        ids = tuple(dict.fromkeys((self._value(name) or "").split()))
        for one in ids:
            self._check_actor(name, one, day)
        return ids

    def _check_actor(self, name: str, actor_id: str, day: Day | None) -> None:
        try:
            known = actor(actor_id)
        except UnknownActor as error:
            self._fault(name, str(error).rstrip("."), "ids of actors with blanks between them")
            return
        days = [one for one in (day.earliest, day.latest) if one] if day else []
        if days and not any(known.lives_on(one) for one in days):
            self._fault(
                name,
                f"{known.name} ({actor_id}) did not exist on {day}",
                f"a day within its life, {known.life}, or another actor",
            )

    def _speaker(self, day: Day | None) -> Speaker | None:
        name, role = self._value("speaker"), self._value("speaker_role")
        represents = self._value("speaker_represents")
        if represents:
            self._check_actor("speaker_represents", represents, day)
        if not (name or role or represents):
            return None
        return Speaker(name, role, represents)

    def _quantity(self) -> Quantity | None:
        words = self._value("quantity")
        if words is None:
            return None
        for language in ("en", "fr"):
            for _, _, amount in quantities(words, language):
                return amount
        return Quantity(words)

    def _work(self) -> Work:
        title, publisher = self._value("source_title"), self._value("source_publisher")
        if not (title or publisher or self._value("source_url")):
            self._fault("source_title", "no source is given", "a title, a publisher or an address")
        authors = tuple(
            name.strip()
            for name in (self._value("source_authors") or "").split(";")
            if name.strip()
        )
        issued = self._day("source_date")
        language, url = self._value("source_language"), self._value("source_url")
        parts = (title, *authors, publisher, issued.edtf if issued else None, language, url)
        named = hashlib.sha256("\n".join(part or "" for part in parts).encode()).hexdigest()[:12]
        first, last = self.cells["source_title"].start, self.cells["source_url"].end
        return Work(
            id=f"w-{named}",
            title=title,
            authors=authors,
            publisher=publisher,
            issued=issued,
            language=language,
            url=url,
            passage=Passage(self.snapshot.id, first, last, self.snapshot.text[first:last]),
        )


def _polarity(event_type: EventType | None) -> Polarity:
    if event_type is None:
        return Polarity.NEUTRAL
    friendly = quad_class(event_type) in _COOPERATION
    return Polarity.COOPERATION if friendly else Polarity.CONFLICT
