"""Whether every quotation of an export stands in its text, character by character."""

from collections.abc import Iterator
from typing import Any

__all__ = ["lost_places"]


def lost_places(text: str, export: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the items whose quotation is not what stands at their offsets."""
    return [item for item in _quoted(export) if text[item["start"] : item["end"]] != item["quote"]]


def _quoted(item: Any) -> Iterator[dict[str, Any]]:
    if isinstance(item, dict):
        if "quote" in item and "start" in item:
            yield item
        item = list(item.values())
    if isinstance(item, list):
        for one in item:
            yield from _quoted(one)
