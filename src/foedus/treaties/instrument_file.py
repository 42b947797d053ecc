"""An instrument read from its TOML file, checked field by field, all faults told at once.

The form is that of the files in `register/`: a lawyer can write one with the vocabulary of
`vocabulary.yaml`, `obligations.yaml` and `acts.yaml` beside it.
"""

import re
from pathlib import Path
from typing import Final

from foedus.evidence import Spell
from foedus.sources.toml_file import Table, toml_at
from foedus.treaties.instrument import (
    Article,
    Difference,
    Doubt,
    Duration,
    Instrument,
    KnownHow,
    LeftOut,
    LegalForce,
    Party,
    Reading,
    Remark,
    Suspension,
)
from foedus.treaties.instrument_checks import contradictions_in
from foedus.treaties.obligation_table import obligation_in, reading_in
from foedus.treaties.table_fields import (
    UNREAD,
    actors,
    each,
    known_actor,
    number,
    spell,
    whom,
    words_of,
)
from foedus.treaties.vocabulary import vocabulary

__all__ = ["instrument_at", "readings_at"]

ATOP_POINTS: Final = (
    *("defense", "offense", "neutral", "nonagg", "consul"),
    *("begins", "ends", "members"),
)


def instrument_at(path: Path) -> Instrument:
    """Return the instrument a file describes.

    Raises FaultyInput with every fault: file, line, field, and what was expected there.
    """
    table = toml_at(path)
    read = _instrument(table, path)
    table.faults_of_the_rest()
    table.raise_faults()
    for field, problem, expected in contradictions_in(read):
        if field in table.fields():
            table.fault(problem, expected, field)
        else:
            table.fault(f"{field}: {problem}", expected, "article")
    table.raise_faults()
    return read


def readings_at(path: Path) -> tuple[Reading, ...]:
    """Return the readings of a file that holds nothing else; raises FaultyInput like the rest."""
    table = toml_at(path)
    readings = each(table, "reading", reading_in)
    table.faults_of_the_rest()
    table.raise_faults()
    return readings


_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,60}")


def _id(table: Table) -> str:
    written = table.text("id") or ""
    if written and (not _ID.fullmatch(written) or written.startswith("atop-")):
        expected = "lower-case letters, digits and hyphens, such as rus-prk-2024, and not atop-…"
        table.fault(f"'{written[:80]}' is no id", expected, "id")
    return written


def _instrument(table: Table, path: Path) -> Instrument:
    return Instrument(
        id=_id(table),
        citation=table.text("citation") or "",
        signed=table.closed_day("signed"),
        in_force=table.day("in_force", required=False),
        in_force_note=table.text("in_force_note", required=False),
        ended=table.day("ended", required=False),
        ancestor=table.text("ancestor", required=False),
        replaces=table.text("replaces", required=False),
        organisation=_optional_actor(table, "organisation"),
        atop=number(table, "atop"),
        names=table.texts("names", required=False),
        legal_force=_legal_force(table),
        secrecy=table.chosen("secrecy", vocabulary("secrecy"), required=False) or "public",
        duration=_duration(table),
        guaranteed=actors(table, "guaranteed"),
        suspensions=each(table, "suspension", _suspension),
        differs_from_atop=each(table, "differs_from_atop", _difference),
        title=words_of(table, "title") or UNREAD,
        short=words_of(table, "short") or UNREAD,
        parties=each(table, "party", _party),
        articles=each(table, "article", _article),
        left_out=each(table, "left_out", _left_out),
        file=path.name,
    )


def _actor(table: Table, key: str) -> str:
    return known_actor(table, table.text(key) or "", key)


def _optional_actor(table: Table, key: str) -> str | None:
    written = table.text(key, required=False)
    return known_actor(table, written, key) if written else None


def _party(table: Table) -> Party:
    return Party(
        actor=_actor(table, "actor"),
        signed=table.day("signed", required=False),
        spell=spell(table),
        doubts=each(table, "doubt", _doubt),
        remarks=each(table, "remark", _remark),
        note=words_of(table, "note", required=False),
    )


def _doubt(table: Table) -> Doubt:
    return Doubt(
        since=table.closed_day("since"),
        until=table.day("until", required=False),
        words=words_of(table, "words") or UNREAD,
        source=table.text("source") or "",
    )


def _remark(table: Table) -> Remark:
    return Remark(
        spell=spell(table) or Spell(),
        words=words_of(table, "words") or UNREAD,
        source=table.text("source") or "",
    )


def _suspension(table: Table) -> Suspension:
    return Suspension(
        obligor=whom(table, "obligor"),
        beneficiary=whom(table, "beneficiary"),
        spell=spell(table) or Spell(),
        words=words_of(table, "words") or UNREAD,
        source=table.text("source") or "",
    )


def _legal_force(table: Table) -> LegalForce | None:
    if "legal_force" not in table.fields():
        return None
    inner = table.table("legal_force")
    kind = inner.chosen("is", vocabulary("legal_force")) or ""
    read = LegalForce(
        kind=kind, words=words_of(inner, "words") or UNREAD, source=inner.text("source") or ""
    )
    inner.faults_of_the_rest()
    return None if kind == "binding" else read


def _duration(table: Table) -> Duration | None:
    if "duration" not in table.fields():
        return None
    inner = table.table("duration")
    read = Duration(
        kind=inner.chosen("is", vocabulary("duration")) or "",
        years=number(inner, "years"),
        words=words_of(inner, "words") or UNREAD,
        article=inner.text("article", required=False),
        source=inner.text("source") or "",
    )
    inner.faults_of_the_rest()
    return read


def _difference(table: Table) -> Difference:
    return Difference(on=table.chosen("on", ATOP_POINTS) or "", why=table.text("why") or "")


def _left_out(table: Table) -> LeftOut:
    return LeftOut(what=table.text("what") or "", why=table.text("why") or "")


def _article(table: Table) -> Article:
    known_how = table.chosen("known_how", vocabulary("known_how"))
    uncertain = known_how == KnownHow.UNCERTAIN
    return Article(
        number=table.text("number") or "",
        summary=words_of(table, "summary") or UNREAD,
        known_how=KnownHow(known_how or KnownHow.UNCERTAIN),
        why_uncertain=table.text("why_uncertain", required=uncertain),
        source=table.text("source") or "",
        spell=spell(table),
        obligations=each(table, "obligation", obligation_in),
    )
