"""A reading in the JSON form that `foedus read --json` prints and the evaluation scores."""

from typing import Any

from foedus.evidence import Assertion, Day, Passage, Quantity, Speaker, Work
from foedus.reading.reading import Quotation, Reading, TreatyReference
from foedus.sources.snapshot import Stated

__all__ = ["export"]

# In the form of exchange states have ISO 3166-1's codes: that of the present state for one that ISO
# never listed, and the code of private use that others give Kosovo. The ledger keeps its own ids.
_EXCHANGED = {"GMY": "DEU", "KOS": "XKX"}
_PRECISIONS = {"decade": "approx", "century": "approx"}


def export(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain values in a fixed order; every span carries its exact quotation."""
    numbers = {work.id: work.number for work in reading.works}
    return {
        "text_id": reading.name.rsplit(".", 1)[0],
        "language": reading.language,
        "metadata": _metadata(reading),
        "actors": _actors(reading),
        "assertions": [
            {**_assertion(one, place, numbers), **_factuality(reading, one)}
            for place, one in enumerate(reading.assertions, 1)
        ],
        "treaties": [_treaty(treaty, reading.text) for treaty in reading.treaties],
        "notes": [_note(work) for work in reading.works],
        "times": [
            {
                **_span(time.start, time.end, reading.text),
                "value": time.day.edtf if time.day else None,
                "kind": time.kind,
            }
            for time in reading.times
        ],
        "quantities": [_quantity(passage, amount) for passage, amount in reading.quantities],
        "quotations": [_quotation(one, reading.text) for one in reading.quotations],
    }


def _exchanged(actor: str) -> str:
    """The id of an actor in the form of exchange."""
    return _EXCHANGED.get(actor, actor)


def _span(start: int, end: int, text: str) -> dict[str, Any]:
    return {"start": start, "end": end, "quote": text[start:end]}


def _metadata(reading: Reading) -> dict[str, Any]:
    stated = reading.metadata
    return {
        "title": _value(stated.title),
        "author": ", ".join(author.value for author in stated.authors) or None,
        "publication_date": _value(stated.published),
        "language": reading.language,
        "publisher": _value(stated.publisher),
    }


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _actors(reading: Reading) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for mention in reading.mentions:
        actor = found.setdefault(
            _exchanged(mention.actor),
            {
                "id": _exchanged(mention.actor),
                "name": reading.text[mention.start : mention.end],
                "mentions": [],
            },
        )
        item = {**_span(mention.start, mention.end, reading.text), "kind": mention.kind}
        if mention.person:
            item |= {"person": mention.person, "represents": _exchanged(mention.actor)}
        actor["mentions"].append(item)
    return [found[actor] for actor in sorted(found)]


def _assertion(one: Assertion, place: int, numbers: dict[str, int | None]) -> dict[str, Any]:
    return {
        "id": f"s{place}",
        "assertion": one.id,
        "start": one.passage.start,
        "end": one.passage.end,
        "quote": one.passage.quote,
        "event": {"plover": one.event_type.value if one.event_type else None, "mode": one.mode},
        "actor": list(map(_exchanged, one.initiator)),
        "target": list(map(_exchanged, one.target)),
        "date": _date(one.day, one.day_words),
        "place": one.place.name if one.place else None,
        "quantity": _amount(one.quantity),
        "modality": one.modality.value,
        "attributed_to": _speaker(one.attributed_to),
        "said": one.said.edtf if one.said else None,
        "polarity": one.polarity.value,
        "source_note": numbers.get(one.cites) if one.cites else None,
        "rule": one.rule,
    }


def _factuality(reading: Reading, one: Assertion) -> dict[str, float]:
    """How surely it happened, where that was read."""
    found = reading.factuality.get(one.id)
    return {} if found is None else {"factuality": found}


def _date(day: Day | None, words: str | None) -> dict[str, Any] | None:
    if day is None:
        return None
    precision = _PRECISIONS.get(day.precision, day.precision)
    return {"value": day.edtf, "precision": precision, "expression_quote": words}


def _amount(amount: Quantity | None) -> dict[str, Any] | None:
    if amount is None:
        return None
    exact = amount.low if amount.low == amount.high else None
    return {"text": amount.words, "value": exact, "unit": amount.unit or amount.of}


def _speaker(speaker: Speaker | None) -> dict[str, Any] | None:
    if speaker is None:
        return None
    represents = _exchanged(speaker.represents) if speaker.represents else None
    return {"name": speaker.name, "role": speaker.role, "represents": represents}


def _treaty(treaty: TreatyReference, text: str) -> dict[str, Any]:
    return {
        "title": treaty.title,
        "parties": list(map(_exchanged, treaty.parties)),
        "signed": treaty.signed.edtf if treaty.signed else None,
        "articles": [
            {"number": article.number, "content": article.content, "kind": article.kind}
            for article in treaty.articles
        ],
        "mentions": [_span(start, end, text) for start, end in treaty.mentions],
        "relation": treaty.relation,
    }


def _note(work: Work) -> dict[str, Any]:
    return {
        "number": work.number,
        **_passage(work.passage),
        "authors": list(work.authors),
        "title": work.title,
        "title_translated": work.title_translated,
        "title_original_missing": work.title is None,
        "publisher": work.publisher,
        "date": work.issued.edtf if work.issued else None,
        "language": work.language,
    }


def _passage(passage: Passage | None) -> dict[str, Any]:
    if passage is None:
        return {}
    return {"start": passage.start, "end": passage.end, "quote": passage.quote}


def _quantity(passage: Passage, amount: Quantity) -> dict[str, Any]:
    return {
        **_passage(passage),
        "low": amount.low,
        "high": amount.high,
        "unit": amount.unit,
        "of": amount.of,
    }


def _quotation(one: Quotation, text: str) -> dict[str, Any]:
    spans: tuple[tuple[str, tuple[int, int] | None], ...] = (
        ("source", one.source),
        ("cue", one.cue),
        ("content", one.content),
    )
    parts = {name: _span(*span, text) if span else None for name, span in spans}
    given = [span for _, span in spans if span]
    start = min(span[0] for span in given) if given else 0
    end = max(span[1] for span in given) if given else 0
    return {
        **_span(start, end, text),
        **parts,
        "represents": _exchanged(one.represents) if one.represents else None,
    }
