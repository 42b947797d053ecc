"""Who read an assertion: rules, a person, or a language model, whose readings stand apart."""

from ibis import _
from ibis.expr.types import Table

from foedus.evidence import BY_MODEL

__all__ = ["not_by_a_model"]


def not_by_a_model(assertions: Table) -> Table:
    """Return the assertions that rules or persons read: those that events and pages rest on."""
    return assertions.filter(~_.read_by.startswith(BY_MODEL))
