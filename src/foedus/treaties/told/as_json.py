"""Checked statements as plain data, ready for JSON, with words in one language."""

from foedus.treaties.told.saying import said_statement
from foedus.treaties.told.statement import Checked, Evidence

__all__ = ["checked_json"]


def checked_json(one: Checked, language: str) -> dict[str, object]:
    """Return a statement, its place in the text, the verdict and every piece of evidence."""
    said = one.statement
    return {
        "start": said.start,
        "end": said.end,
        "quote": said.quote,
        "says": said.says.value,
        "in_words": said_statement(said, one.instrument, one.beside).said(language),
        "treaty": said.treaty,
        "kind": said.kind,
        "mutual": said.mutual if said.kind else None,
        "article": said.article,
        "day": said.day.edtf if said.day else None,
        "actor": said.actor,
        "tense": said.tense if said.actor else None,
        "beside": said.beside,
        "said_by": said.said_by,
        "pattern": said.pattern,
        "verdict": one.verdict.value,
        "why": one.why.said(language) if one.why else None,
        "evidence": [_evidence(each, language) for each in one.evidence],
    }


def _evidence(one: Evidence, language: str) -> dict[str, object]:
    return {
        "source": one.source,
        "verdict": one.verdict.value,
        "article": one.article,
        "words": one.words.said(language),
        "cites": one.cites,
        "work": one.work,
    }
