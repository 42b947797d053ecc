"""The methods and scales a dossier relies on, as numbered sources and as exhibits."""

from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.words.catalogue import Words

__all__ = ["ICD203", "METHODS", "method_source_id", "scale_exhibit"]

ICD203 = "s-icd203"
METHODS = (
    "icd203",
    "ties",
    "change_point",
    "record",
    "silence",
    "clauses",
    "cascade",
    "count",
    "ideal_points",
    "similarity",
    "sanctions",
    "exposure",
    "channels",
    "mirror",
    "movements",
    "forecasts",
    "flows",
    "sipri_transfers",
    "escalation",
    "capabilities",
    "aftermath",
)


def method_source_id(method: str) -> str:
    """Return the id of the numbered source that explains a method."""
    return f"m-{method}"


def scale_exhibit(words: Words) -> Exhibit:
    """Return the scale of likelihoods as an exhibit."""
    return Exhibit(
        id=ICD203,
        kind=Kind.SCALE,
        title=words.text("method.icd203.title"),
        calculation=words.text("method.icd203.scale"),
        caveat=words.text("method.icd203.caveat"),
        source=method_source_id("icd203"),
    )
