"""What a run of forecasting gives."""

from dataclasses import dataclass
from typing import Any

from foedus.errors import FoedusError

__all__ = ["Made"]


@dataclass(frozen=True, slots=True)
class Made:
    """Entries for a scoreboard, and why of some dyads or actors there is none."""

    entries: tuple[dict[str, Any], ...]
    refused: tuple[FoedusError, ...] = ()
