"""What sources say passes, in the words they would use, as the ledger of a small case."""

from typing import Any

import ibis
import pyarrow as pa
import pytest

from foedus.evidence import Speaker
from foedus.ledger.tables import TABLES
from foedus.reading.quantities import quantities
from foedus.repercussions.flows import Told, told_flows
from tests.ledger.papers import Papers, settled_rows

KIRBY = Speaker("John Kirby", "coordinator", "USA")
NIS = Speaker(None, "National Intelligence Service", "KOR")
DELEGATE = Speaker(None, "delegate", "PRK")


class Said:
    """A case in the making: each source says one thing that passes, in English."""

    def __init__(self) -> None:
        self.papers = Papers()

    def gives(self, who: str, words: str, day: str | None = None, **more: Any) -> str:
        """Add that one actor gives another ("PRK > RUS"); the amount is read from the words."""
        giver, _, receiver = who.partition(">")
        amounts = quantities(words, "en")
        told = {
            "event": "AID",
            "modality": "reported",
            "polarity": "cooperation",
            "quantity": amounts[0][2] if amounts else None,
            "published": "2024-12-31",
        } | more
        document = told.pop("document", f"paper {len(self.papers.assertions)}")
        event = told.pop("event")
        return self.papers.says(
            document, event, giver.strip(), receiver.strip(), day, words=words, **told
        )

    def told(self) -> Told:
        rows = self.papers.tables()
        rows["events"] = pa.Table.from_pylist(
            settled_rows(rows), schema=TABLES["events"].to_pyarrow()
        )
        return told_flows(
            {name: ibis.memtable(table, schema=TABLES[name]) for name, table in rows.items()}
        )


@pytest.fixture
def said() -> Said:
    return Said()
