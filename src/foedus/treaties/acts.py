"""An act a treaty can be asked about, and how it is read from a few words.

"UKR attacks RUS", "l'Ukraine attaque la Russie", "Estonia is invaded by Russia", "les États-Unis
sont attaqués", "an armed group attacks Mali": names in any language, verbs of `acts.yaml`. The
place may stand at the end ("… in Kursk"), and whether the attacked provoked it anywhere
("unprovoked", "provoked", "sans provocation").
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from foedus.actors.names import actor_named, names_somebody
from foedus.actors.states import actor
from foedus.errors import OutsideLife, UnknownAct, UnknownActor
from foedus.treaties.places import Place, place_named
from foedus.treaties.vocabulary import ActKind, act_kinds

__all__ = ["GRAMMAR", "Act", "act_from"]

GRAMMAR = "WHO attacks|invades|strikes|seizes|threatens|… WHOM [in PLACE] [provoked|unprovoked]"
"""The form of an act; any verb of `acts.yaml` will do, and names in any language."""

_AND = re.compile(r"\s*(?:,|;|\band\b|\bet\b|&|\+)\s*")
_ARTICLE = re.compile(r"^(?:(?:the|la|les?)\s+|l['’]\s*)", re.IGNORECASE)
_BY = re.compile(r"^(?:by|par)\s+", re.IGNORECASE)
_PLACE = re.compile(r"\s(?:--in|in|at|on|near|à|au|aux|en|dans|sur|près de)\s+(.+)$", re.IGNORECASE)
_NOT_PROVOKED = re.compile(
    r",?\s*\b(?:unprovoked|without (?:direct )?provocation|sans provocation|non provoquée?s?)\b",
    re.IGNORECASE,
)
_PROVOKED = re.compile(r",?\s*\b(?:(?:when )?provoked|provoquée?s?)\b", re.IGNORECASE)
_NO_STATE = re.compile(
    r"(?:an? |the |des? |les |un )?(?:armed groups?|non-state groups?|terrorists?|rebels?|"
    r"groupes? armés?|terroristes?|rebelles?)",
    re.IGNORECASE,
)
_LONGEST_NAME = 3
"""Parts that one name may have, such as Saint Vincent and the Grenadines, or more of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who does what to whom, and where.

    `kind` is an id of `acts.yaml`. `initiators` is empty when nobody is named, or nobody known;
    `by_no_state` when the words say that they are no state. `place` None means it was not said,
    `provoked` None that nothing was said of it; `words` are those it was read from.
    """

    kind: str
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    place: Place | None = None
    by_no_state: bool = False
    provoked: bool | None = None
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
    bare, provoked = _provocation(said)
    for kind, passive, before, rest in _splits(bare):
        after, named_place = _without_place(rest)
        where = named_place if place is None else place
        initiators, targets = (after, before) if passive else (before, after)
        initiators = _BY.sub("", initiators)
        if not targets:
            raise UnknownAct(words, _nearest(bare, on), GRAMMAR)
        no_state = _NO_STATE.fullmatch(initiators) is not None
        attackers = () if no_state else _actors(initiators, on)
        attacked = _actors(targets, on)
        if whole := [one for one in attacked if actor(one).kind != "state"]:
            form = f"a state that is attacked, such as a member of {whole[0]}: {GRAMMAR}"
            raise UnknownAct(words, (), form)
        if set(attackers) & set(attacked):
            raise UnknownAct(words, (), f"two sides that share nobody: {GRAMMAR}")
        return Act(
            kind=kind.id,
            initiators=attackers,
            targets=attacked,
            place=None if where is None else place_named(where),
            by_no_state=no_state,
            provoked=provoked,
            words=said,
        )
    raise UnknownAct(words, _nearest(bare, on), GRAMMAR)


def _provocation(said: str) -> tuple[str, bool | None]:
    """The words without what they say of a provocation, and that."""
    for pattern, provoked in ((_NOT_PROVOKED, False), (_PROVOKED, True)):
        bare, found = pattern.subn("", said)
        if found:
            return bare.strip(), provoked
    return said, None


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
    """The actors of a list; the longest run of its parts that is one name is one actor."""
    breaks = [0, *(at for found in _AND.finditer(words) for at in found.span()), len(words)]
    parts = [(breaks[at], breaks[at + 1]) for at in range(0, len(breaks) - 1, 2)]
    parts = [(start, end) for start, end in parts if words[start:end].strip()]
    found: list[str] = []
    while parts:
        names = (
            (last, _ARTICLE.sub("", words[parts[0][0] : parts[last][1]].strip()))
            for last in range(min(len(parts), _LONGEST_NAME) - 1, -1, -1)
        )
        last, name = next(one for one in names if one[0] == 0 or names_somebody(one[1], on))
        found.append(actor_named(name, on).id)
        parts = parts[last + 1 :]
    return tuple(dict.fromkeys(found))


def _nearest(said: str, on: dt.date | None) -> list[str]:
    """The act these words most likely mean, put whole, or examples of the form."""
    verbs = [verb for verb, kind, passive in _verbs() if not passive and " " not in verb]
    words = said.split()
    for place, word in enumerate(words):
        near = get_close_matches(word, verbs, n=1, cutoff=0.7)
        if near and 0 < place < len(words) - 1:
            who, whom = " ".join(words[:place]), " ".join(words[place + 1 :])
            return [f"{_likely(who, on)} {near[0]} {_likely(whom, on)}"]
    return ["UKR attacks RUS in Kursk", "PRK threatens KOR"]


def _likely(words: str, on: dt.date | None) -> str:
    """The words as they stand if they name an actor, else the nearest name there is."""
    try:
        actor_named(_ARTICLE.sub("", words), on)
    except UnknownActor as unknown:
        return unknown.nearest[0] if unknown.nearest else words
    except OutsideLife:
        return words
    return words
