"""What a dossier is composed from: the case, and what the earlier stages made of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ibis.expr.types import Table

from foedus.errors import FoedusError
from foedus.relations.likeness.positions import Positions
from foedus.relations.statements.silences import CaseSilence
from foedus.repercussions.repercussions import Repercussions
from foedus.sources.case import Case
from foedus.treaties.comparison import Comparison
from foedus.treaties.instrument import Instrument

__all__ = ["Material"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything a dossier may print, before it is said.

    `documents` to `faults` are the tables of a ledger (`foedus.ledger.tables`). `known_on` is the
    day up to which the evidence reaches, None where nothing says; it is printed and ends the
    timeline, and nothing depends on the clock. `instruments` holds every treaty of the register and
    of the case, by id; `comparison` sets the case's `compare` side by side, None when it names
    none.

    Six tables are those of `foedus.relations`: one row per dyad and month (`monthly_ties`), per
    dyad (`undated_ties`), per series, dyad and year (`yearly_exchanges`), per series and dyad
    (`exchange_records` and both tables of turning points). `repercussions` is what follows for
    everyone else. `silences` are those the case asks about, measured; `positions` is where its
    states stand, None where nobody asked. `refused` are the documents that could not be read.
    """

    case: Case
    known_on: dt.date | None
    documents: Table
    works: Table
    assertions: Table
    judgements: Table
    events: Table
    faults: Table
    instruments: Mapping[str, Instrument]
    comparison: Comparison | None
    monthly_ties: Table
    undated_ties: Table
    yearly_exchanges: Table
    exchange_records: Table
    exchange_turning_points: Table
    tie_turning_points: Table
    repercussions: Repercussions
    silences: tuple[CaseSilence, ...] = ()
    positions: Positions | None = None
    refused: tuple[FoedusError, ...] = ()
