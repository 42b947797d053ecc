"""What was received and read becomes rows of a ledger: added once, never changed, never removed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa
from ibis.expr.types import Table

from foedus.evidence import Assertion, Day, Work
from foedus.ledger.engine import Ledger
from foedus.ledger.tables import TABLES
from foedus.sources.judgements import Judgement
from foedus.sources.snapshot import Snapshot

__all__ = [
    "DataFault",
    "append",
    "append_events",
    "assertion_rows",
    "document_rows",
    "judgement_rows",
    "work_rows",
]

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFault:
    """One fault of the data, as shown to the analyst: which check found it, where, and what it is.

    `subject` is the id of the row at fault. What does not apply is None.
    """

    audit: str
    explanation: str
    document: str | None = None
    start: int | None = None
    end: int | None = None
    subject: str | None = None
    quote: str | None = None


def append(
    ledger: Ledger,
    *,
    documents: Iterable[Snapshot] = (),
    works: Iterable[Work] = (),
    assertions: Iterable[Assertion] = (),
    judgements: Iterable[Judgement] = (),
    faults: Iterable[DataFault] = (),
    reliability: Mapping[str, str] | None = None,
) -> dict[str, int]:
    """Add rows to a ledger and return how many of each table were new.

    Ids hash content, so what is there already is not added again and nothing is ever changed. The
    damages of the documents become faults. `reliability` maps a publisher or a file name to an
    Admiralty letter (`case.toml`); the file name has the last word. A work two documents cite is
    two rows, one per document.
    """
    documents = tuple(documents)
    damages = (fault for document in documents for fault in _damages(document))
    given = {
        "documents": document_rows(documents, reliability or {}),
        "works": work_rows(works),
        "assertions": assertion_rows(assertions),
        "judgements": judgement_rows(judgements),
        "faults": _table("faults", map(asdict, (*damages, *faults))),
    }
    return {name: ledger.add(name, rows) for name, rows in given.items()}


def append_events(ledger: Ledger, events: Table) -> int:
    """Add settled events (`foedus.ledger.settle`) to a ledger and return how many were new."""
    schema = TABLES["events"].to_pyarrow()
    return ledger.add("events", events.to_pyarrow().select(schema.names).cast(schema))


def document_rows(documents: Iterable[Snapshot], reliability: Mapping[str, str]) -> pa.Table:
    """Return documents as rows of the table `documents`."""
    return _table("documents", (_document_row(one, reliability) for one in documents))


def work_rows(works: Iterable[Work]) -> pa.Table:
    """Return cited works as rows of the table `works`."""
    return _table("works", map(_work_row, works))


def assertion_rows(assertions: Iterable[Assertion]) -> pa.Table:
    """Return assertions as rows of the table `assertions`."""
    return _table("assertions", map(_assertion_row, assertions))


def judgement_rows(judgements: Iterable[Judgement]) -> pa.Table:
    """Return judgements as rows of the table `judgements`."""
    return _table("judgements", map(_judgement_row, judgements))


def _table(name: str, rows: Iterable[Row]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=TABLES[name].to_pyarrow())


def _document_row(document: Snapshot, reliability: Mapping[str, str]) -> Row:
    said = document.metadata
    publisher = said.publisher.value if said.publisher else None
    return {
        "document": document.id,
        "name": document.name,
        # Documents come as .txt, .html, .pdf and .docx: the only table is the chronicle.
        "kind": "chronicle" if document.media_type == "text/csv" else "text",
        "title": said.title.value if said.title else None,
        "authors": [author.value for author in said.authors],
        "publisher": publisher,
        **_day("published", said.day),
        "language": said.language.value if said.language else None,
        "url": said.url.value if said.url else None,
        "media_type": document.media_type,
        "checksum": document.checksum,
        "reliability": reliability.get(document.name) or reliability.get(publisher or ""),
        "metadata": json.dumps(asdict(said), ensure_ascii=False, sort_keys=True),
        "text": document.text,
    }


def _work_row(work: Work) -> Row:
    passage = work.passage
    return {
        "work": work.id,
        "document": passage.document if passage else None,
        "number": work.number,
        "kind": work.kind,
        "title": work.title,
        "title_translated": work.title_translated,
        "authors": list(work.authors),
        "publisher": work.publisher,
        **_day("issued", work.issued),
        "language": work.language,
        "url": work.url,
        "start": passage.start if passage else None,
        "end": passage.end if passage else None,
        "quote": passage.quote if passage else None,
    }


def _assertion_row(assertion: Assertion) -> Row:
    passage, place, speaker = assertion.passage, assertion.place, assertion.attributed_to
    quantity = assertion.quantity
    return {
        "assertion": assertion.id,
        "document": passage.document,
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote,
        "event_type": assertion.event_type,
        "mode": assertion.mode,
        "initiator": list(assertion.initiator),
        "target": list(assertion.target),
        **_day("day", assertion.day),
        "day_words": assertion.day_words,
        "place": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "quantity_words": quantity.words if quantity else None,
        "quantity_low": quantity.low if quantity else None,
        "quantity_high": quantity.high if quantity else None,
        "quantity_unit": quantity.unit if quantity else None,
        "quantity_of": quantity.of if quantity else None,
        "modality": assertion.modality,
        "polarity": assertion.polarity,
        "speaker": speaker.name if speaker else None,
        "speaker_role": speaker.role if speaker else None,
        "speaker_represents": speaker.represents if speaker else None,
        **_day("said", assertion.said),
        **_day("published", assertion.published),
        "cites": assertion.cites,
        "read_by": assertion.read_by,
        "rule": assertion.rule,
    }


def _judgement_row(judgement: Judgement) -> Row:
    return {
        "judgement": judgement.id,
        "verdict": judgement.verdict,
        "assertions": sorted(set(judgement.assertions)),
        "by": _storable(judgement.by),
        "on": judgement.on,
        "why": _storable(judgement.why),
    }


def _storable(words: str) -> str:
    # JSON may escape half of a surrogate pair, which no UTF-8 table can hold.
    return words.encode(errors="replace").decode()


def _damages(document: Snapshot) -> Iterable[DataFault]:
    for damage in document.damages:
        yield DataFault(
            audit=damage.kind,
            document=document.id,
            start=damage.start,
            end=damage.end,
            quote=damage.quote,
            explanation=damage.explanation,
        )


def _day(name: str, day: Day | None) -> Row:
    return {
        name: day.edtf if day else None,
        f"{name}_earliest": day.earliest if day else None,
        f"{name}_latest": day.latest if day else None,
    }
