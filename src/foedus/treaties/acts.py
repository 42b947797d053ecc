"""An act a treaty can be asked about, and how it is read from a few words.

"UKR attacks RUS", "l'Ukraine attaque la Russie", "Estonia is invaded by Russia", "les États-Unis
sont attaqués": names in any language, verbs of `acts.yaml`. The place may stand at the end ("… in
Kursk").
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from foedus.actors.names import actor_named
from foedus.errors import UnknownAct
from foedus.treaties.places import Place, place_named
from foedus.treaties.vocabulary import ActKind, act_kinds

__all__ = ["Act", "act_from"]

_AND = re.compile(r"\s*(?:,|;|\band\b|\bet\b|&|\+)\s*")
_ARTICLE = re.compile(r"^(?:(?:the|la|les?)\s+|l['’]\s*)", re.IGNORECASE)
_BY = re.compile(r"^(?:by|par)\s+", re.IGNORECASE)
_PLACE = re.compile(r"\s(?:--in|in|at|on|near|à|au|aux|en|dans|sur|près de)\s+(.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who does what to whom, and where.

    `kind` is an id of `acts.yaml`. `initiators` is empty when nobody is named, or nobody known.
    `place` None means it was not said; `words` are those it was read from.
    """

    kind: str
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    place: Place | None = None
    words: str = ""

    @property
    def force(self) -> bool:
        """Whether force is used, and not only threatened."""
        return act_kinds()[self.kind].force


def act_from(words: str, place: str | None = None, on: dt.date | None = None) -> Act:
    """Return the act the words describe, with its actors as they were on the day `on`.

    Raises UnknownAct when there is no verb of `acts.yaml` or nobody to whom it is done,
    UnknownActor or OutsideLife for a name, UnknownPlace for a place.
    """
    said = " ".join(words.split())
    for kind, passive, before, rest in _splits(said):
        after, named_place = _without_place(rest)
        where = place or named_place
        initiators, targets = (after, before) if passive else (before, after)
        if not targets:
            raise UnknownAct(words, where="to anybody: name the one it is done to")
        return Act(
            kind=kind.id,
            initiators=_actors(_BY.sub("", initiators), on),
            targets=_actors(targets, on),
            place=place_named(where) if where else None,
            words=said,
        )
    raise UnknownAct(words, _nearest(said))


def _splits(said: str) -> Iterator[tuple[ActKind, bool, str, str]]:
    """Yield each verb in the words with what stands before and after it, the longest first."""
    for verb, kind, passive in _verbs():
        found = re.search(rf"(?:^|\s){re.escape(verb)}(?:\s|$)", said, re.IGNORECASE)
        if found:
            yield kind, passive, said[: found.start()].strip(), said[found.end() :].strip()


@cache
def _verbs() -> tuple[tuple[str, ActKind, bool], ...]:
    verbs = [(verb, kind, False) for kind in act_kinds().values() for verb in kind.active]
    verbs += [(verb, kind, True) for kind in act_kinds().values() for verb in kind.passive]
    return tuple(sorted(verbs, key=lambda entry: -len(entry[0])))


def _without_place(words: str) -> tuple[str, str | None]:
    found = _PLACE.search(f" {words}")
    return (f" {words}"[: found.start()].strip(), found[1]) if found else (words, None)


def _actors(words: str, on: dt.date | None) -> tuple[str, ...]:
    names = (_ARTICLE.sub("", part).strip() for part in _AND.split(words))
    return tuple(dict.fromkeys(actor_named(name, on).id for name in names if name))


def _nearest(said: str) -> list[str]:
    verbs = [verb for verb, _, _ in _verbs()]
    near = (one for word in said.split() for one in get_close_matches(word, verbs, n=1, cutoff=0.7))
    return [f"… {verb} …" for verb in near] or ["UKR attacks RUS", "PRK threatens KOR"]
