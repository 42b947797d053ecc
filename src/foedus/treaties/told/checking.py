"""What a text says of treaties, held against the register and ATOP."""

from collections.abc import Iterator, Mapping, Sequence

from foedus.errors import MissingDataset
from foedus.ledger.engines import Engine
from foedus.reading.reading import Reading
from foedus.treaties.instrument import Instrument
from foedus.treaties.instruments import register
from foedus.treaties.told.atop_evidence import HeldAtop, NotHeld, atop_evidence, held_atop
from foedus.treaties.told.finding import statements_in
from foedus.treaties.told.register_evidence import register_evidence
from foedus.treaties.told.saying import in_words
from foedus.treaties.told.statement import Checked, Evidence, Statement, Verdict
from foedus.treaties.words import Words

__all__ = ["checked_statements", "contested"]


def checked_statements(
    reading: Reading,
    instruments: Mapping[str, Instrument] | None = None,
    engine: Engine | None = None,
) -> tuple[Checked, ...]:
    """Return every statement of a text about the instruments it names, with what is coded.

    In the order of the text, the register's unless others are given. With an engine ATOP's own rows
    are cited, where this machine holds them; without one, as in a build, which must come out alike
    on every machine, only what the register says of them is.
    """
    known = register() if instruments is None else instruments
    found = statements_in(reading, known)
    atop = _atop(engine, [known[one.treaty] for one in found])
    return tuple(_checked(one, known, atop) for one in found)


def contested(
    reading: Reading, instruments: Mapping[str, Instrument] | None = None
) -> tuple[Checked, ...]:
    """Return the statements that the register contradicts, the same on every machine."""
    checked = checked_statements(reading, instruments)
    return tuple(one for one in checked if one.verdict is Verdict.CONTRADICTS)


def _atop(engine: Engine | None, named: Sequence[Instrument]) -> HeldAtop | NotHeld:
    if engine is None:
        return NotHeld("row_elsewhere")
    try:
        return held_atop(engine, [one.atop for one in named if one.atop])
    except MissingDataset:
        return NotHeld()


def _checked(one: Statement, known: Mapping[str, Instrument], atop: HeldAtop | NotHeld) -> Checked:
    of = known[one.treaty]
    evidence = tuple(_evidence(one, of, atop))
    verdict, why = _together(evidence)
    beside = known[one.beside] if one.beside else None
    return Checked(
        statement=one, instrument=of, beside=beside, verdict=verdict, evidence=evidence, why=why
    )


def _evidence(one: Statement, of: Instrument, atop: HeldAtop | NotHeld) -> Iterator[Evidence]:
    yield from register_evidence(one, of)
    yield atop_evidence(one, of, atop)


def _together(evidence: tuple[Evidence, ...]) -> tuple[Verdict, Words | None]:
    """Return what the sources say together, and why they cannot judge."""
    verdicts = {each.verdict for each in evidence}
    if {Verdict.AGREES, Verdict.CONTRADICTS} <= verdicts:
        return Verdict.OPEN, in_words("why", "sources_differ")
    for verdict in (Verdict.CONTRADICTS, Verdict.AGREES):
        if verdict in verdicts:
            return verdict, None
    return Verdict.OPEN, evidence[0].words
