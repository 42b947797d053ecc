"""With which data and which program a forecast was made."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from foedus.datasets.holdings import holdings_of

__all__ = ["code_version", "vintages"]


@cache
def code_version() -> str:
    """Return the release of foedus and a hash of the modules that forecast: "0.4.0+3f2a91c0d7e5".

    The release alone would not tell two states of the code between releases apart.
    """
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{version('foedus')}+{digest.hexdigest()[:12]}"


def vintages(tables: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return dataset, table, version, checksum and coverage of each table, as held now."""
    found = []
    for dataset, table in sorted(tables.items()):
        held = holdings_of(dataset)[table]
        found.append(
            {
                "dataset": dataset,
                "table": table,
                "version": held.release,
                "sha256": held.sha256,
                "covers": list(held.covers),
            }
        )
    return found
