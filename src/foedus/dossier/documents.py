"""The documents of a case in full, with every passage that was read from them marked."""

from itertools import pairwise

from foedus.dossier.dossier import Page, Run
from foedus.dossier.ground import Ground
from foedus.dossier.passages import document_title
from foedus.dossier.records import AssertionRecord, DocumentRecord

__all__ = ["document_pages", "runs_of"]


def document_pages(ground: Ground) -> tuple[Page, ...]:
    """Return a page for every document, the chronicle included."""
    return tuple(_page(ground, document) for document in ground.documents)


def _page(ground: Ground, document: DocumentRecord) -> Page:
    w = ground.words
    read = [each for each in ground.assertions if each.document == document.document]
    facts = (
        ("file", document.name),
        ("authors", w.listed(document.authors)),
        ("publisher", document.publisher or ""),
        ("published", ground.day(document.published)),
        ("language", document.language or ""),
        ("passages", str(len(read))),
    )
    return Page(
        id=document.document,
        title=document_title(document),
        language=document.language,
        facts=tuple((w.text(f"document.{key}"), said) for key, said in facts if said),
        runs=runs_of(document.text, read),
    )


def runs_of(text: str, assertions: list[AssertionRecord]) -> tuple[Run, ...]:
    """Return a text cut where passages begin and end, so that passages may nest and cross.

    Joined, the runs are the text, character by character.
    """
    ordered = sorted(assertions, key=lambda each: (each.start, -each.end, each.assertion))
    edges = sorted(
        {0, len(text), *(edge for one in ordered for edge in (one.start, min(one.end, len(text))))}
    )
    runs = []
    begun, open_now = 0, list[AssertionRecord]()
    for start, end in pairwise(edges):
        open_now = [one for one in open_now if one.end > start]
        opens = []
        while begun < len(ordered) and ordered[begun].start == start:
            opens.append(ordered[begun].assertion)
            open_now.append(ordered[begun])
            begun += 1
        runs.append(Run(text[start:end], tuple(one.assertion for one in open_now), tuple(opens)))
    return tuple(runs)
