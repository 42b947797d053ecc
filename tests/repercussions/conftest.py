"""The same small ledgers as the tests of relations."""

from tests.relations.conftest import run

__all__ = ["run"]
