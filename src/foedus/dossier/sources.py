"""The numbered sources of a dossier: documents, works cited, treaties, methods; in order of use."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from foedus.dossier.coded_treaties import instrument_id
from foedus.dossier.dossier import Source
from foedus.dossier.exhibit import Exhibit
from foedus.dossier.ground import Ground
from foedus.dossier.methods import METHODS, method_source_id
from foedus.dossier.passages import document_title
from foedus.dossier.records import DocumentRecord, WorkRecord

__all__ = ["numbered_sources", "safe_address"]


def numbered_sources(ground: Ground, exhibits: Iterable[Exhibit]) -> tuple[Source, ...]:
    """Return the sources the exhibits name, numbered by first use; then unused documents."""
    used = [exhibit.source for exhibit in exhibits]
    documents = [each.document for each in ground.documents if each.kind == "text"]
    order = dict.fromkeys((*used, *documents))
    return tuple(_source(ground, identity, number) for number, identity in enumerate(order, 1))


def safe_address(url: str | None) -> str | None:
    """Return an address a link may lead to: http or https with a host, nothing else."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def _source(ground: Ground, identity: str, number: int) -> Source:
    if identity in ground.document:
        return _document_source(ground, ground.document[identity], number)
    document, _, work = identity.partition(":")
    if (document, work) in ground.work:
        return _work_source(ground, ground.work[document, work], identity, number)
    for instrument in ground.instruments.values():
        if instrument_id(instrument.id) == identity:
            return Source(
                id=identity,
                number=number,
                title=instrument.title.said(ground.words.language),
                language=ground.words.language,
                about=(instrument.citation,),
            )
    return _method_source(ground, identity, number)


def _document_source(ground: Ground, document: DocumentRecord, number: int) -> Source:
    w = ground.words
    count = sum(each.document == document.document for each in ground.assertions)
    told = ", ".join(
        filter(
            None,
            (
                w.listed(document.authors),
                document.publisher,
                ground.day(document.published) if document.published else None,
            ),
        )
    )
    return Source(
        id=document.document,
        number=number,
        title=document_title(document),
        language=document.language,
        about=tuple(filter(None, (told, w.counted("notes.assertions", count, count=count)))),
        page=f"documents/{document.document}.html",
        url=safe_address(document.url),
    )


def _work_source(ground: Ground, work: WorkRecord, identity: str, number: int) -> Source:
    w = ground.words
    issued = ground.day(work.issued) if work.issued else None
    told = ", ".join(filter(None, (w.listed(work.authors), work.publisher, issued)))
    title = work.title or work.title_translated or told or w.text("notes.untitled")
    lost = (w.text("notes.title_lost"),) if work.title is None and work.title_translated else ()
    if title == told:
        told = w.text("notes.no_title")
    cited = w.text("notes.cited_in", document=document_title(ground.document[work.document]))
    return Source(
        id=identity,
        number=number,
        title=title,
        language=work.language if work.title else ground.document[work.document].language,
        about=tuple(filter(None, (told, *lost, cited))),
        url=safe_address(work.url),
    )


def _method_source(ground: Ground, identity: str, number: int) -> Source:
    method = identity.removeprefix("m-")
    if method_source_id(method) != identity or method not in METHODS:
        raise KeyError(f"no source has the id {identity}")
    w = ground.words
    return Source(
        id=identity,
        number=number,
        title=w.text(f"method.{method}.title"),
        language=w.language,
        about=(w.text(f"method.{method}.about"),),
    )
