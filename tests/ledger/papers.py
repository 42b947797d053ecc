"""Papers and what they say, for the stories the tests of the ledger tell."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from foedus.evidence import (
    Assertion,
    Day,
    EventType,
    Modality,
    Passage,
    Place,
    Polarity,
    Quantity,
    Speaker,
    Work,
)
from foedus.ledger.append import (
    append,
    append_events,
    assertion_rows,
    document_rows,
    judgement_rows,
    work_rows,
)
from foedus.ledger.engine import Ledger, new_ledger
from foedus.ledger.settle import settled_events
from foedus.ledger.tables import TABLES
from foedus.sources.judgements import Judgement
from foedus.sources.snapshot import Metadata, Snapshot, Stated

ZELENSKY = Speaker("Volodymyr Zelensky", "president", "UKR")
PESKOV = Speaker("Dmitry Peskov", "spokesman", "RUS")
SEVERAL_THOUSAND = Quantity("several thousand soldiers", 2000, None, None, "soldier")
AUSTIN = Speaker("Lloyd Austin", "secretary of defence", "USA")


class Papers:
    """A case in the making: every `says` adds a passage to a document's text and an assertion."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.heads: dict[str, dict[str, Any]] = {}
        self.assertions: list[Assertion] = []
        self.works: list[Work] = []
        self.judgements: list[Judgement] = []

    def document(self, name: str, *, media_type: str = "text/plain", **head: Any) -> str:
        """Open a document; `head` may give publisher, author and published."""
        self.texts.setdefault(name, "")
        self.heads[name] = {"media_type": media_type, **head}
        return name

    def says(
        self,
        document: str,
        event: str | None,
        initiator: str,
        target: str = "",
        day: str | None = None,
        *,
        words: str = "",
        modality: str = "asserted",
        polarity: str = "neutral",
        by: Speaker | None = None,
        said: str | None = None,
        published: str | None = None,
        cites: str | None = None,
        quantity: Quantity | None = SEVERAL_THOUSAND,
        mode: str | None = None,
        day_words: str | None = None,
    ) -> str:
        """Add what a document says and return the assertion's id."""
        if document not in self.texts:
            self.document(document, publisher=document)
        words = words or f"« {len(self.assertions)} {event} {initiator} {target} »"
        start = len(self.texts[document])
        self.texts[document] += words + "\n"
        published = published or self.heads[document].get("published")
        assertion = Assertion(
            passage=Passage(document_id(document), start, start + len(words), words),
            event_type=EventType(event) if event else None,
            initiator=tuple(initiator.split()),
            target=tuple(target.split()),
            day=Day(day) if day else None,
            modality=Modality(modality),
            polarity=Polarity(polarity),
            attributed_to=by,
            said=Day(said) if said else None,
            published=Day(published) if published else None,
            cites=cites,
            place=Place("Donetsk", 48.0, 37.8),
            quantity=quantity,
            mode=mode,
            day_words=day_words,
            read_by="test",
            rule="test",
        )
        self.assertions.append(assertion)
        return assertion.id

    def cited(self, document: str, number: int, publisher: str | None, **fields: Any) -> str:
        """Add a work a document cites and return its id."""
        identity = f"w-{document}-{number}"
        if document not in self.texts:
            self.document(document)
        start = len(self.texts[document])
        note = f"({number}) {publisher}"
        self.texts[document] += note + "\n"
        passage = Passage(document_id(document), start, start + len(note), note)
        self.works.append(
            Work(id=identity, number=number, publisher=publisher, passage=passage, **fields)
        )
        return identity

    def judged(self, verdict: str, *assertions: str, on: str = "2024-12-01") -> None:
        """Add a judgement of the analyst."""
        self.judgements.append(
            Judgement(
                verdict=verdict,
                assertions=assertions,
                by="A. Analyst",
                on=Day(on).earliest,
                why="read again",
            )
        )

    @property
    def snapshots(self) -> list[Snapshot]:
        return [self._snapshot(name) for name in self.texts]

    def _snapshot(self, name: str) -> Snapshot:
        head = self.heads[name]
        stated = {
            key: Stated(head[key], "beside") for key in ("publisher", "published") if head.get(key)
        }
        authors = (Stated(head["author"], "text", 0, 3),) if head.get("author") else ()
        return Snapshot(
            id=document_id(name),
            name=f"{name}.txt",
            media_type=head["media_type"],
            checksum=hashlib.sha256(name.encode()).hexdigest(),
            text=self.texts[name],
            origin_of=((0, "byte 0"),),
            metadata=Metadata(authors=authors, **stated),
        )

    def appended_to(self, ledger: Ledger, reliability: Mapping[str, str] | None = None) -> None:
        append(
            ledger,
            documents=self.snapshots,
            works=self.works,
            assertions=self.assertions,
            judgements=self.judgements,
            reliability=reliability,
        )

    def built(self, path: Path) -> Path:
        """Write the whole ledger, events included."""
        with new_ledger(path) as ledger:
            self.appended_to(ledger)
            append_events(ledger, events_of(ledger))
        return path

    def tables(self) -> dict[str, pa.Table]:
        """Return the rows a ledger of these papers would have."""
        return {
            "documents": document_rows(self.snapshots, {}),
            "works": work_rows(self.works),
            "assertions": assertion_rows(self.assertions),
            "judgements": judgement_rows(self.judgements),
        }

    def events(self) -> list[dict[str, Any]]:
        """Settle the events of these papers."""
        return settled_rows(self.tables())


def settled_rows(tables: Mapping[str, pa.Table]) -> list[dict[str, Any]]:
    told = {name: ibis.memtable(rows, schema=TABLES[name]) for name, rows in tables.items()}
    return rows(
        settled_events(told["assertions"], told["works"], told["documents"], told["judgements"])
    )


def document_id(name: str) -> str:
    return "d-" + hashlib.sha256(name.encode()).hexdigest()[:12]


def events_of(ledger: Ledger, assertions: ibis.Table | None = None) -> ibis.Table:
    told = ledger.table("assertions") if assertions is None else assertions
    return settled_events(
        told, ledger.table("works"), ledger.table("documents"), ledger.table("judgements")
    )


def rows(table: ibis.Table) -> list[dict[str, Any]]:
    return table.to_pyarrow().to_pylist()


def only(events: Iterable[dict[str, Any]]) -> dict[str, Any]:
    (event,) = events
    return event
