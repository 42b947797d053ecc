"""What is wrong with the data: each audit returns the rows that fail it; empty means sound.

An audit takes the tables of a ledger by name and returns an Ibis table in the columns of the table
`faults`, one row per fault; nothing is run before somebody asks for the rows. The data's faults are
collected here and shown; mistakes of the author of a file raise where the file is read.
"""

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from foedus.actors.states import all_actors
from foedus.evidence import Modality
from foedus.ledger.append import DataFault
from foedus.ledger.engine import Ledger
from foedus.ledger.tables import KEYS, TABLES

__all__ = ["AUDITS", "Audit", "audit_rows"]

Tables = Mapping[str, Table]
Audit = Callable[[Tables], Table]

_SPELLS = ibis.schema({"actor": "string", "begins": "date", "ends": "date"})


def quotation_not_in_the_text(tables: Tables) -> Table:
    """Assertions and works whose quotation is not what the document has at their offsets."""
    texts = tables["documents"].select("document", "text", characters=_.text.length())
    misquoted = (
        _passages(tables)
        .join(texts, "document")
        .filter(_.end <= _.characters)
        .filter(_.text.substr(_.start, _.end - _.start) != _.quote)
    )
    return _faults(
        misquoted, "quotation not in the text", "the document has other words at these offsets"
    )


def passage_out_of_the_text(tables: Tables) -> Table:
    """Assertions and works whose offsets lie outside the text of their document."""
    texts = tables["documents"].select("document", characters=_.text.length())
    outside = (
        _passages(tables)
        .join(texts, "document")
        .filter((_.start < 0) | (_.end <= _.start) | (_.end > _.characters))
    )
    return _faults(
        outside, "passage out of the text", "these offsets lie outside the text of the document"
    )


def document_not_there(tables: Tables) -> Table:
    """Assertions and works of a document that the ledger does not have."""
    homeless = _passages(tables).anti_join(tables["documents"], "document")
    return _faults(homeless, "document not there", "the ledger has no document of this id")


def ends_before_it_begins(tables: Tables) -> Table:
    """Days of assertions, documents and works whose latest day is before their earliest."""
    assertions, documents, works = (tables[name] for name in ("assertions", "documents", "works"))
    spans = [
        *(_span(assertions, name, "assertion") for name in ("day", "said", "published")),
        _span(documents, "published", "document"),
        _span(works, "issued", "work"),
    ]
    return ibis.union(*spans)


def unknown_actor(tables: Tables) -> Table:
    """Assertions that name, as a side or as whom a speaker represents, an id no actor has."""
    known = _spells().select("actor").distinct()
    named = _named(tables["assertions"], ("initiator", "target", "speaker_represents"))
    return _faults(
        named.anti_join(known, "actor"),
        "unknown actor",
        "no actor has the id {actor}",
    )


def actor_outside_its_life(tables: Tables) -> Table:
    """Assertions of an event on days when an actor it names surely did not exist."""
    named = _named(tables["assertions"], ("initiator", "target")).filter(
        _.day_earliest.notnull() | _.day_latest.notnull()
    )
    spells = _spells()
    lived = named.join(
        spells,
        [
            named.actor == spells.actor,
            spells.begins.isnull()
            | named.day_latest.isnull()
            | (spells.begins <= named.day_latest),
            spells.ends.isnull()
            | named.day_earliest.isnull()
            | (spells.ends >= named.day_earliest),
        ],
        how="semi",
    )
    dead = named.semi_join(spells, "actor").anti_join(lived, ["subject", "actor"])
    return _faults(dead, "actor outside its life", "{actor} did not exist on the day given, {day}")


def event_after_its_publication(tables: Tables) -> Table:
    """Assertions that tell, as having happened, what is dated after their document appeared."""
    told = tables["assertions"].filter(
        _.modality.isin([Modality.ASSERTED.value, Modality.REPORTED.value])
        & (_.day_earliest > _.published_latest)
    )
    return _faults(
        told,
        "event after its publication",
        "told as having happened on {day}, published {published}",
        subject="assertion",
    )


def cited_work_not_there(tables: Tables) -> Table:
    """Assertions that cite a work the ledger does not have."""
    works = tables["works"].select(cites=_.work)
    uncited = tables["assertions"].filter(_.cites.notnull()).anti_join(works, "cites")
    return _faults(
        uncited,
        "cited work not there",
        "the ledger has no work of the id {cites}",
        subject="assertion",
    )


def judgement_of_an_unknown_assertion(tables: Tables) -> Table:
    """Judgements that name an assertion the ledger does not have; one row per such assertion."""
    named = tables["judgements"].select("judgement", assertion=_.assertions.unnest())
    missing = named.anti_join(tables["assertions"], "assertion")
    return _faults(
        missing,
        "judgement of an unknown assertion",
        "no assertion has the id {assertion}: its document changed, or is read differently now",
        subject="judgement",
    )


def one_passage_two_codings(tables: Tables) -> Table:
    """Pairs of assertions from one passage that contradict each other; one row per pair.

    They do when they give one type of event between the same parties in opposite directions, as
    having happened and as denied, or as cooperation and as conflict.
    """
    columns = ("event_type", "initiator", "target", "modality", "polarity")
    one = tables["assertions"].filter(_.event_type.notnull())
    other = one.select(
        "document",
        "start",
        "end",
        other=_.assertion,
        **{f"its_{name}": one[name] for name in columns},
    )
    same_way = (_.initiator == _.its_initiator) & (_.target == _.its_target)
    reversed_way = (
        (_.initiator == _.its_target) & (_.target == _.its_initiator) & (_.initiator != _.target)
    )
    denied = (_.modality == "denied") != (_.its_modality == "denied")
    opposed = (
        (_.polarity != _.its_polarity) & (_.polarity != "neutral") & (_.its_polarity != "neutral")
    )
    pairs = one.join(other, ["document", "start", "end"]).filter(
        (_.assertion < _.other)
        & (_.event_type == _.its_event_type)
        & (reversed_way | (same_way & (denied | opposed)))
    )
    return _faults(
        pairs,
        "one passage, two codings",
        "this passage is also read as {other}, which contradicts it",
        subject="assertion",
    )


def chronicle_entry_without_source(tables: Tables) -> Table:
    """Entries of the analyst's chronicle that cite nothing."""
    chronicles = tables["documents"].filter(_.kind == "chronicle").select("document")
    bare = tables["assertions"].filter(_.cites.isnull()).semi_join(chronicles, "document")
    return _faults(
        bare,
        "chronicle entry without source",
        "an entry of the chronicle cites no source",
        subject="assertion",
    )


def report_without_speaker(tables: Tables) -> Table:
    """Assertions said to be reported without anybody who reports them."""
    nobody = tables["assertions"].filter(
        (_.modality == Modality.REPORTED.value)
        & _.speaker.isnull()
        & _.speaker_role.isnull()
        & _.speaker_represents.isnull()
    )
    return _faults(
        nobody,
        "report without speaker",
        "read as reported, but not by whom",
        subject="assertion",
    )


def acts_upon_itself(tables: Tables) -> Table:
    """Assertions that name one actor on both sides."""
    both = _.initiator.intersect(_.target)
    doubled = (
        tables["assertions"]
        .filter(both.length() > 0)
        .mutate(doubled=both.unique().sort().join(", "))
    )
    return _faults(
        doubled,
        "acts upon itself",
        "on both sides: {doubled}",
        subject="assertion",
    )


AUDITS: tuple[Audit, ...] = (
    quotation_not_in_the_text,
    passage_out_of_the_text,
    document_not_there,
    ends_before_it_begins,
    unknown_actor,
    actor_outside_its_life,
    event_after_its_publication,
    cited_work_not_there,
    judgement_of_an_unknown_assertion,
    one_passage_two_codings,
    chronicle_entry_without_source,
    report_without_speaker,
    acts_upon_itself,
)
"""Every audit, in the order in which a reader mends what they find."""


def audit_rows(ledger: Ledger) -> tuple[DataFault, ...]:
    """Run every audit on a ledger and return what fails, sorted; ready to be appended to it."""
    tables = ledger.tables
    failing = ibis.union(*(audit(tables) for audit in AUDITS)).order_by(KEYS["faults"])
    return tuple(DataFault(**row) for row in failing.to_pyarrow().to_pylist())


def _faults(failing: Table, audit: str, explanation: str, subject: str = "subject") -> Table:
    """Return failing rows in the columns of `faults`; what they do not carry is null.

    `explanation` may name columns of the rows in braces, `subject` is the one with the id at fault.
    """
    columns = {
        name: failing[name] if name in failing.columns else ibis.null()
        for name in ("document", "start", "end", "quote")
    }
    columns |= {
        "audit": ibis.literal(audit),
        "explanation": _sentence(explanation, failing),
        "subject": failing[subject],
    }
    return failing.select(
        **{name: columns[name].cast(kind) for name, kind in _nullable("faults").items()}
    )


def _sentence(explanation: str, failing: Table) -> Any:
    words: Any = ibis.literal("")
    for text, column, _spec, _conversion in Formatter().parse(explanation):
        words = words + text
        if column:
            words = words + failing[column].fill_null("unknown")
    return words


def _nullable(table: str) -> dict[str, Any]:
    return {name: kind.copy(nullable=True) for name, kind in TABLES[table].items()}


def _passages(tables: Tables) -> Table:
    columns = ("document", "start", "end", "quote")
    assertions = tables["assertions"].select(*columns, subject=_.assertion)
    works = tables["works"].filter(_.quote.notnull()).select(*columns, subject=_.work)
    kinds = _nullable("works")
    return ibis.union(
        *(table.cast({name: kinds[name] for name in columns}) for table in (assertions, works))
    )


def _span(table: Table, day: str, subject: str) -> Table:
    reversed_days = table.filter(table[f"{day}_latest"] < table[f"{day}_earliest"])
    return _faults(
        reversed_days,
        "ends before it begins",
        f"{day}: {{{day}}} ends before it begins",
        subject=subject,
    )


def _named(assertions: Table, columns: tuple[str, ...]) -> Table:
    """Return one row per assertion and actor it names in one of the columns."""
    kept = ("document", "start", "end", "quote", "day", "day_earliest", "day_latest")
    named = (
        assertions.select(
            *kept,
            subject=_.assertion,
            actor=assertions[column].unnest()
            if assertions[column].type().is_array()
            else assertions[column],
        )
        for column in columns
    )
    return ibis.union(*named, distinct=True).filter(_.actor.notnull())


def _spells() -> Table:
    """Return one row per actor and spell of its life, the doubtful ends as wide as they may be."""
    rows = [
        {
            "actor": one.id,
            "begins": spell.begins.earliest if spell.begins else None,
            "ends": spell.ends.latest if spell.ends else None,
        }
        for one in all_actors()
        for spell in one.spells
    ]
    return ibis.memtable(pa.Table.from_pylist(rows, schema=_SPELLS.to_pyarrow()), schema=_SPELLS)
