"""What may be passed on: datasets whose terms keep them out of an export, and the refusal.

Somebody who holds a publisher's permission names the dataset in `allowed`; nothing else opens the
door, and no default does.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from foedus.errors import NotToBePassedOn
from foedus.sources.registry import dataset
from foedus.sources.terms import HELD_BACK, Terms

__all__ = ["Refusal", "Terms", "refusals", "require_may_pass_on"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One dataset that may not be passed on, and in whose words."""

    dataset: str
    title: str
    terms: Terms
    licence: str
    page: str

    def __str__(self) -> str:
        return f"{self.dataset} ({self.title}) is {self.terms}: {self.licence} See {self.page}."


def refusals(names: Iterable[str], allowed: Iterable[str] = ()) -> tuple[Refusal, ...]:
    """Return the datasets among `names` that may not be passed on and are not in `allowed`.

    In the order named, each once. Raises UnknownDataset for a name, also an allowed one, that the
    registry does not have.
    """
    permitted = {dataset(name).name for name in allowed}
    named = (dataset(name) for name in dict.fromkeys(names))
    return tuple(
        Refusal(one.name, one.title, one.terms, one.licence, one.page)
        for one in named
        if one.terms in HELD_BACK and one.name not in permitted
    )


def require_may_pass_on(names: Iterable[str], allowed: Iterable[str] = ()) -> None:
    """Raise NotToBePassedOn, naming every dataset refused, unless all may be passed on."""
    refused = refusals(names, allowed)
    if refused:
        raise NotToBePassedOn(
            "Not to be passed on:\n"
            + "\n".join(f"  {one}" for one in refused)
            + "\nLeave them out, or, if you hold the publisher's permission, allow them by name: "
            + ", ".join(one.dataset for one in refused)
            + "."
        )
