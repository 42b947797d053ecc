"""Data quality: what extraction lost, what an audit returned; faults shown, not hidden."""

from collections import Counter

from foedus.dossier.blocks import Cell, Data, Line, Look, Paragraph, Remarked, Section, Table
from foedus.dossier.exhibit import Excerpt, Exhibit, Kind
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground
from foedus.dossier.linking import numbers_linked
from foedus.dossier.methods import method_source_id
from foedus.dossier.passages import document_title
from foedus.dossier.records import FaultRecord
from foedus.dossier.sentence import Link, Name, Plain
from foedus.dossier.words.days import number_words

__all__ = ["data_quality"]

SHOWN = 30
AROUND = 120
COLUMNS = ("audit", "document", "what", "why")


def data_quality(ground: Ground) -> Section:
    """Return the faults found in the case's data, each with the place it stands in."""
    w = ground.words
    faults = ground.faults
    if not faults:
        blocks: tuple[Paragraph | Remarked | Table, ...] = (Remarked(w.sentence("quality.none")),)
        return Section(id="quality", title=w.text("quality.title"), blocks=blocks)
    shown = faults[:SHOWN]
    summary = Finding(
        sentence=w.counted_sentence(
            "quality.count",
            len(faults),
            count=Link(number_words(w, len(faults)), _fault_id(0)),
            documents=Link(_places(ground), _fault_id(0)),
        ),
        caveat=w.text("quality.caveat"),
    )
    return Section(
        id="quality",
        title=w.text("quality.title"),
        blocks=(Paragraph((summary,)), _table(ground, shown)),
        exhibits=tuple(_exhibit(ground, n, fault) for n, fault in enumerate(shown)),
    )


def _places(ground: Ground) -> str:
    count = len({fault.document for fault in ground.faults})
    return ground.words.counted("facts.documents", count, count=count)


def _fault_id(number: int) -> str:
    return f"f-{number + 1}"


def _audit(ground: Ground, fault: FaultRecord) -> str:
    key = f"quality.audits.{fault.audit}"
    return ground.words.text(key) if key in ground.words else fault.audit.replace("_", " ")


def _document(ground: Ground, fault: FaultRecord) -> str:
    found = ground.document.get(fault.document or "")
    return document_title(found) if found else ground.words.text("quality.no_document")


def _table(ground: Ground, faults: tuple[FaultRecord, ...]) -> Table:
    w = ground.words
    kinds = Counter(_audit(ground, fault) for fault in ground.faults)
    return Table(
        id="quality-table",
        title=w.text("quality.table"),
        subtitle=", ".join(f"{kind} ({count})" for kind, count in kinds.most_common(6)),
        kind="quality",
        columns=tuple(Cell((Line((Plain(w.text(f"quality.{name}")),)),)) for name in COLUMNS),
        rows=tuple(_row(ground, n, fault) for n, fault in enumerate(faults)),
        data=Data(
            ("audit", "document", "start", "end", "subject", "quote", "explanation"),
            tuple(
                (f.audit, f.document, f.start, f.end, f.subject, f.quote, f.explanation)
                for f in ground.faults
            ),
        ),
    )


def _row(ground: Ground, number: int, fault: FaultRecord) -> tuple[Cell, ...]:
    evidence = _fault_id(number)
    what = fault.quote.strip() if fault.quote and fault.quote.strip() else None
    return (
        Cell((Line((Link(_audit(ground, fault), evidence),), Look.STRONG),)),
        Cell((Line((Name(_document(ground, fault)),), Look.SMALL),)),
        Cell((Line((Link(what[:140], evidence),) if what else (Plain("–"),)),)),
        Cell((Line(numbers_linked(fault.explanation, evidence)),)),
    )


def _exhibit(ground: Ground, number: int, fault: FaultRecord) -> Exhibit:
    w = ground.words
    document = ground.document.get(fault.document or "")
    excerpt = None
    if document and fault.start is not None and fault.end is not None:
        text = document.text
        first, last = max(0, fault.start - AROUND), min(len(text), fault.end + AROUND)
        excerpt = Excerpt(
            text[first : fault.start],
            text[fault.start : fault.end],
            text[fault.end : last],
            document.language,
            first > 0,
            last < len(text),
        )
    return Exhibit(
        id=_fault_id(number),
        kind=Kind.ROWS,
        title=_audit(ground, fault),
        excerpt=excerpt,
        gloss=fault.explanation,
        facts=((w.text("drawer.document"), _document(ground, fault)),),
        caveat=w.text("quality.caveat"),
        source=document.document if document else method_source_id("count"),
        page=f"documents/{document.document}.html" if document else None,
    )
