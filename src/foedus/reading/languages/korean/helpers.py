"""What a Korean predicate is made of: its stem, and the auxiliaries that go with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.reading.languages.korean.morphemes import Morpheme

__all__ = ["Helper", "Predicate", "form_at"]


@dataclass(slots=True)
class Helper:
    """An auxiliary: its characters, what it is called in the grammar, and what it does.

    `relation` is auxiliary or negation; `label` aux:pass where it makes a passive.
    """

    start: int
    end: int
    lemma: str
    relation: str = "auxiliary"
    label: str = ""


@dataclass(slots=True)
class Predicate:
    """A predicate from its stem to its ending.

    `kind` is VERB, ADJ or AUX (the copula). `link` says how it goes on: final, content, ask (what
    is asked for), noun (an adnominal clause), content noun (다는 주장), if, purpose, beside,
    adverbial or nominal. `past`, `future` and `plain` (no tense of its own) are of its tense.
    `copular` says that 것이다 or the like ends it. `next` is the place of the morpheme after it.
    """

    lemma: str
    kind: str
    start: int
    end: int
    helpers: list[Helper] = field(default_factory=list)
    link: str = "final"
    past: bool = False
    future: bool = False
    plain: bool = True
    next: int = 0
    ending: str = ""
    copular: bool = False


def form_at(found: Sequence[Morpheme], place: int, last: int) -> tuple[str, str]:
    """Return the form and the tag of a morpheme; nothing past the end of the sentence."""
    return (found[place].form, found[place].tag) if place < last else ("", "")
