"""The tables of a ledger: their columns, types and grain.

A day is kept twice: as EDTF text, and as the `_earliest` and `_latest` calendar days it may be,
null where that side is open or unknown. Lists of actors hold ids; lists of assertions hold their
ids, sorted. Null always means not said or not known.
"""

import ibis

__all__ = ["KEYS", "TABLES"]

DOCUMENTS = ibis.schema(
    {
        # one row per document of the case; the chronicle is a document too
        "document": "!string",
        "name": "!string",
        "kind": "!string",  # text or chronicle
        "title": "string",
        "authors": "array<string>",
        "publisher": "string",
        "published": "string",
        "published_earliest": "date",
        "published_latest": "date",
        "language": "string",
        "url": "string",
        "media_type": "!string",
        "checksum": "!string",
        "reliability": "string",  # Admiralty letter A-F from case.toml, null when not graded
        "metadata": "!string",  # JSON: every value with where it was found
        "text": "!string",
    }
)
WORKS = ibis.schema(
    {
        # one row per work a document cites (a note, a chronicle entry's source)
        "work": "!string",
        "document": "!string",
        "number": "int64",
        "kind": "!string",
        "title": "string",
        "title_translated": "string",
        "authors": "array<string>",
        "publisher": "string",
        "issued": "string",
        "issued_earliest": "date",
        "issued_latest": "date",
        "language": "string",
        "url": "string",
        "start": "int64",
        "end": "int64",
        "quote": "string",
    }
)
ASSERTIONS = ibis.schema(
    {
        # one row per assertion: one source saying one thing
        "assertion": "!string",
        "document": "!string",
        "start": "!int64",
        "end": "!int64",
        "quote": "!string",
        "event_type": "string",
        "mode": "string",
        "initiator": "!array<string>",
        "target": "!array<string>",
        "day": "string",
        "day_earliest": "date",
        "day_latest": "date",
        "day_words": "string",
        "place": "string",
        "latitude": "float64",
        "longitude": "float64",
        "quantity_words": "string",
        "quantity_low": "float64",
        "quantity_high": "float64",
        "quantity_unit": "string",
        "quantity_of": "string",
        "modality": "!string",
        "polarity": "!string",
        "speaker": "string",
        "speaker_role": "string",
        "speaker_represents": "string",
        "said": "string",
        "said_earliest": "date",
        "said_latest": "date",
        "published": "string",
        "published_earliest": "date",
        "published_latest": "date",
        "cites": "string",
        "read_by": "!string",
        "rule": "!string",
    }
)
JUDGEMENTS = ibis.schema(
    {
        # one row per judgement of an analyst; append-only
        "judgement": "!string",
        "verdict": "!string",  # same, different, wrong, translated, contradicts
        "assertions": "!array<string>",
        "by": "!string",
        "on": "date",
        "why": "string",
    }
)
EVENTS = ibis.schema(
    {
        # one row per event settled from assertions
        "event": "!string",
        "event_type": "!string",
        "initiator": "!array<string>",
        "target": "!array<string>",
        "day": "string",
        "day_earliest": "date",
        "day_latest": "date",
        "polarity": "!string",
        "standing": "!string",
        "origins": "!int64",  # independent origins: repetitions of one speaker or agency are one
        "assertions": "!array<string>",
    }
)
FAULTS = ibis.schema(
    {
        # one row per fault of the data: damage in extraction, a row an audit returned
        "audit": "!string",
        "document": "string",
        "start": "int64",
        "end": "int64",
        "subject": "string",  # id of the row at fault, null for damage
        "quote": "string",
        "explanation": "!string",
    }
)
TABLES = {
    "documents": DOCUMENTS,
    "works": WORKS,
    "assertions": ASSERTIONS,
    "judgements": JUDGEMENTS,
    "events": EVENTS,
    "faults": FAULTS,
}

# What tells one row of a table from another: a row that is there already is not added again, and
# rows are written and exported in this order.
KEYS = {
    "documents": ("document",),
    "works": ("document", "work"),
    "assertions": ("document", "start", "end", "assertion"),
    "judgements": ("judgement",),
    "events": ("event",),
    "faults": ("audit", "document", "start", "end", "subject", "quote", "explanation"),
}
