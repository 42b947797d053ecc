"""The whole flow, once: documents become a dossier in nine stages.

`STAGES` is the design: each stage takes what the ones before it have found and adds its own.
`foedus.building` runs them for a case folder.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from foedus.dossier.compose import composed_dossier
from foedus.dossier.material import Material
from foedus.dossier.rendering.folder import rendered
from foedus.errors import FoedusError, MissingLanguage, UnreadableDocument
from foedus.evidence import Assertion, Day, Work
from foedus.ledger.append import DataFault, append_events
from foedus.ledger.append import append as append_rows
from foedus.ledger.audits import audit_rows
from foedus.ledger.engine import Ledger
from foedus.ledger.readers import not_by_a_model
from foedus.ledger.settle import settled_events
from foedus.reading.chronicle import chronicle_entries
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from foedus.reading.second import Endpoint, SecondReading, second_reading
from foedus.reading.second.remarks import remarks
from foedus.relations.likeness.positions import Positions, positions_of
from foedus.relations.relations import Relations, relations_of
from foedus.repercussions.repercussions import Repercussions, repercussions_of
from foedus.sources.case import Case
from foedus.sources.documents import snapshot_of
from foedus.sources.judgements import Judgement, judgements_in
from foedus.sources.snapshot import Snapshot
from foedus.treaties.comparison import Comparison, clause_comparison
from foedus.treaties.instrument import Instrument
from foedus.treaties.instruments import instruments_of, register_with
from foedus.treaties.told.checking import contested
from foedus.treaties.told.faults import fault_of

__all__ = ["STAGES", "Build", "reading_at"]

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A build under way: the case, the ledger being written, and what each stage has found."""

    case: Case
    ledger: Ledger
    pages: Path
    snapshots: tuple[Snapshot, ...] = ()
    readings: tuple[Reading, ...] = ()
    refused: tuple[FoedusError, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    works: tuple[Work, ...] = ()
    second: tuple[SecondReading, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    instruments: Mapping[str, Instrument] | None = None
    comparison: Comparison | None = None
    relations: Relations | None = None
    positions: Positions | None = None
    repercussions: Repercussions | None = None


def fetch(build: Build) -> Build:
    """Add a snapshot of every document; one that cannot be read is refused, the rest go on."""
    snapshots, refused = _each(snapshot_of, build.case.documents, UnreadableDocument)
    judgements = judgements_in(build.case.judgements) if build.case.judgements else ()
    return replace(build, snapshots=snapshots, refused=refused, judgements=judgements)


def read(build: Build) -> Build:
    """Add what every document says, and what the analyst's chronicle says.

    Where the case names a language model, what it has answered before stands beside the rules'
    reading; nobody is asked.
    """
    readings, refused = _each(reading_of, build.snapshots, MissingLanguage)
    build = replace(
        build,
        readings=readings,
        refused=build.refused + refused,
        assertions=tuple(one for reading in readings for one in reading.assertions),
        works=tuple(work for reading in readings for work in reading.works),
    )
    build = _read_again(build)
    if build.case.chronicle is None:
        return build
    chronicle = snapshot_of(build.case.chronicle)
    entries, works = chronicle_entries(chronicle)
    return replace(
        build,
        snapshots=(*build.snapshots, chronicle),
        assertions=build.assertions + entries,
        works=build.works + works,
    )


def _read_again(build: Build) -> Build:
    if build.case.model is None:
        return build
    model, answers = Endpoint(build.case.model), build.case.answers
    second = tuple(second_reading(one, model, answers=answers) for one in build.readings)
    more = tuple(assertion for one in second for assertion in one.assertions)
    return replace(build, second=second, assertions=build.assertions + more)


def append(build: Build) -> Build:
    """Write documents, works, assertions and judgements into the ledger."""
    append_rows(
        build.ledger,
        documents=build.snapshots,
        works=build.works,
        assertions=build.assertions,
        judgements=build.judgements,
        reliability=build.case.reliability,
    )
    return build


def audit(build: Build) -> Build:
    """Write the rows that fail an audit, and where two readers part, into the ledger's faults."""
    append_rows(build.ledger, faults=audit_rows(build.ledger))
    pairs = zip(build.readings, build.second, strict=False)
    differences = (one for pair in pairs for one in remarks(*pair, build.case.language))
    append_rows(build.ledger, faults=(DataFault(**asdict(one)) for one in differences))
    return build


def settle(build: Build) -> Build:
    """Write the events that the assertions together settle into."""
    kept = build.ledger.tables
    events = settled_events(
        kept["assertions"], kept["works"], kept["documents"], kept["judgements"]
    )
    append_events(build.ledger, events)
    return build


def bind(build: Build) -> Build:
    """Add the instruments of register and case, set side by side, and where texts deny them."""
    instruments = register_with(instruments_of(build.case.treaties))
    denials = (one for reading in build.readings for one in contested(reading, instruments))
    append_rows(build.ledger, faults=(fault_of(one, build.case.language) for one in denials))
    comparison = clause_comparison(build.case.compare, instruments) if build.case.compare else None
    return replace(build, instruments=instruments, comparison=comparison)


def relate(build: Build) -> Build:
    """Add the ties between pairs of actors through time, and where everyone stands."""
    kept = build.ledger.tables
    relations = relations_of(build.case, kept["events"], kept["assertions"], kept["documents"])
    positions = positions_of(build.case, build.instruments or {})
    return replace(build, relations=relations, positions=positions)


def follow(build: Build) -> Build:
    """Add what the bond does to everyone else: duties called on, third parties, what may come."""
    found = repercussions_of(build.case, build.instruments or {}, build.ledger.tables)
    return replace(build, repercussions=found)


def compose(build: Build) -> Build:
    """Write the dossier's pages."""
    assert build.relations is not None
    assert build.repercussions is not None
    kept = build.ledger.tables
    relations = build.relations
    material = Material(
        case=build.case,
        known_on=kept["assertions"].published_latest.max().to_pyarrow().as_py(),
        documents=kept["documents"],
        works=kept["works"],
        assertions=not_by_a_model(kept["assertions"]),
        judgements=kept["judgements"],
        events=kept["events"],
        faults=kept["faults"],
        instruments=build.instruments or {},
        comparison=build.comparison,
        monthly_ties=relations.monthly_ties,
        undated_ties=relations.undated_ties,
        yearly_exchanges=relations.yearly_exchanges,
        exchange_records=relations.exchange_records,
        exchange_turning_points=relations.exchange_turning_points,
        tie_turning_points=relations.tie_turning_points,
        repercussions=build.repercussions,
        silences=relations.silences,
        positions=build.positions,
        refused=build.refused,
    )
    rendered(composed_dossier(material), build.pages)
    return build


STAGES: tuple[Callable[[Build], Build], ...] = (
    fetch,
    read,
    append,
    audit,
    settle,
    bind,
    relate,
    follow,
    compose,
)


def reading_at(
    path: Path | str, published: Day | None = None, language: str | None = None
) -> Reading:
    """Return what one document says.

    `published` and `language`, where given, take the place of what the document says or seems to
    be. Raises UnreadableDocument and MissingLanguage.
    """
    return reading_of(snapshot_of(Path(path)).told(published, language))


def _each(
    made: Callable[[Given], Made], given: Iterable[Given], refusal: type[FoedusError]
) -> tuple[tuple[Made, ...], tuple[FoedusError, ...]]:
    """Return what could be made of each thing given, and the refusals of the rest."""
    results: list[Made] = []
    refused: list[FoedusError] = []
    for one in given:
        try:
            results.append(made(one))
        except refusal as error:
            refused.append(error)
    return tuple(results), tuple(refused)
