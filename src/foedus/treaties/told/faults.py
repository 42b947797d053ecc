"""A contested statement as a fault that is shown to the analyst; the statement itself stays."""

from foedus.ledger.append import DataFault
from foedus.treaties.told.saying import said_source, said_statement
from foedus.treaties.told.statement import Checked

__all__ = ["fault_of"]


def fault_of(one: Checked, language: str) -> DataFault:
    """Return the fault: the sentence, what it says, and what each source codes, with its source."""
    said = one.statement
    told = said_statement(said, one.instrument, one.beside).said(language)
    coded = (
        f"{said_source(each, language)}{each.words.said(language)} [{each.cites}]"
        for each in one.evidence
    )
    return DataFault(
        audit="contradicts_a_treaty",
        document=said.document,
        start=said.start,
        end=said.end,
        subject=said.treaty,
        quote=said.quote,
        explanation=f"{told}. " + " – ".join(coded),
    )
