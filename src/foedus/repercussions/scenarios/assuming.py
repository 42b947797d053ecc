"""What an analyst assumes of a scenario, as `case.toml` puts it, with its actors found.

"PRK joins RUS", "GMY attacks BEL if GMY fights FRA", "JPN helps UKR", "CHN stays out", "GBR reaches
the war"; or the name of an assumption every cascade makes, such as `whoever_began`. It is a
judgement and stays one: it never becomes part of what was counted.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from foedus.actors.names import actor_named
from foedus.actors.states import actor as actor_of
from foedus.repercussions.cascade.arena import Arena
from foedus.repercussions.cascade.assumptions import Assumption
from foedus.repercussions.cascade.suppositions import Supposition
from foedus.repercussions.cascade.words import said_supposition
from foedus.sources.case import AnalystAssumption
from foedus.treaties.sentences import said_actor
from foedus.treaties.words import Words

__all__ = ["FORMS", "Assumed", "assumed", "clashes", "never_holding"]

FORMS = (
    "WHO joins|attacks WHOM [if WHO fights WHOM], WHO helps WHOM, WHO stays out, "
    "WHO reaches the war, or one of "
)

_TWO = re.compile(
    r"(?P<who>.+?) (?P<does>joins|attacks|helps) (?P<whom>.+?)"
    r"(?: if (?P<one>.+?) fights (?P<other>.+))?"
)
_ALONE = re.compile(r"(?P<who>.+?) (?P<does>stays out|reaches)(?: the war)?")
_SAID = {
    "helps": Words(
        "{actor} helps {other} with arms, money or bases",
        "{actor} aide par des armes, de l'argent ou des bases : {other}",
    ),
    "stays out": Words("{actor} stays out whatever binds it", "{actor} reste dehors, quoi qui lie"),
    "reaches": Words(
        "{actor} can bring force to the war", "{actor} peut porter ses forces jusqu'à la guerre"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """One assumption of an analyst: `does` is a verb of `FORMS`, or "is" for one that has a name.

    `id` is the name, or what is assumed in ids of actors. `actor` and `other` are ids, None where
    the form has none.
    """

    id: str
    does: str
    actor: str | None
    other: str | None
    if_fighting: tuple[str, str] | None
    written: AnalystAssumption

    @property
    def supposition(self) -> Supposition | None:
        """The same as a supposition of the cascade; None where it brings nobody into the war."""
        if self.does not in ("joins", "attacks") or self.actor is None or self.other is None:
            return None
        return Supposition(
            actor=self.actor,
            does=self.does,
            other=self.other,
            chance=(self.written.low + self.written.high) / 2,
            if_fighting=self.if_fighting,
        )

    def bounded(self, on: dt.date, named: Assumption | None = None) -> Assumption:
        """Return it as an assumption; `named` is the one whose place it takes."""
        whole = named or Assumption(
            id=self.id, label=self._label(on), betas=(), low=0.0, high=1.0, source=""
        )
        return replace(
            whole,
            betas=(),
            low=self.written.low,
            high=self.written.high,
            source=self.written.source,
            judged=True,
        )

    def _label(self, on: dt.date) -> Words:
        if (supposed := self.supposition) is not None:
            return Words(*(said_supposition(supposed, on, one) for one in ("en", "fr")))
        named = {"actor": self.actor, "other": self.other}
        said = (
            _SAID[self.does]
            .said(language)
            .format(**{name: said_actor(of, language, on) for name, of in named.items() if of})
            for language in ("en", "fr")
        )
        return Words(*said)


def assumed(written: AnalystAssumption, on: dt.date, names: Collection[str]) -> Assumed:
    """Return what is assumed, with its actors as they were that day.

    `names` are the assumptions that have one. Raises ValueError with the reason for words of no
    form, UnknownActor or OutsideLife for an actor.
    """
    that = written.that
    if that in names:
        return Assumed(
            id=that, does="is", actor=None, other=None, if_fighting=None, written=written
        )
    found = _ALONE.fullmatch(that) or _TWO.fullmatch(that)
    if found is None:
        raise ValueError(f"'{that}' is no assumption that a scenario can make")
    parts = {name: words for name, words in found.groupdict().items() if words and name != "does"}
    said = {name: actor_named(words, on).id for name, words in parts.items()}
    for one in said.values():
        if actor_of(one).kind != "state":
            raise ValueError(f"'{that}': {one} is no state, and only states take part")
    who, whom = said["who"], said.get("whom")
    fighting = (said["one"], said["other"]) if "one" in said else None
    if who == whom or (fighting and fighting[0] == fighting[1]):
        raise ValueError(f"'{that}' has one actor on both sides")
    if fighting and found["does"] == "helps":
        raise ValueError(f"'{that}': help begins with the war, and takes no condition")
    made = Assumed(
        id="", does=found["does"], actor=who, other=whom, if_fighting=fighting, written=written
    )
    supposed = made.supposition
    words = " ".join(part for part in (who, found["does"], whom) if part)
    return replace(made, id=supposed.what if supposed else words)


def clashes(
    given: Sequence[Assumed], attackers: Sequence[str], attacked: Sequence[str]
) -> Iterator[tuple[int, str]]:
    """Yield the place of each assumption that cannot be, and why.

    `attackers` and `attacked` are the two camps of the opening acts.
    """
    parties = {**dict.fromkeys(attackers, -1), **dict.fromkeys(attacked, 1)}
    seen: set[str] = set()
    away = {one.actor: one for one in given if one.does == "stays out"}
    for place, one in enumerate(given):
        if one.id in seen:
            yield place, f"'{one.written.that}' is assumed twice"
        seen.add(one.id)
        comer = one.other if one.does == "attacks" else one.actor
        if one.does == "attacks" and one.actor in parties and one.other in parties:
            yield place, f"{one.other} is in the war from the first: an attack on it is an act"
        elif one.does in ("joins", "helps", "stays out", "reaches") and one.actor in parties:
            yield place, f"{one.actor} is in the war from the first"
        elif one.does == "attacks" and comer in parties:
            yield place, f"{comer} is in the war from the first"
        elif one.does == "joins" and one.actor in away and _at_once(one, away[one.actor]):
            yield place, f"{one.actor} cannot surely join and surely stay out"


def _at_once(one: Assumed, other: Assumed) -> bool:
    return one.written.low + other.written.low > 1


def never_holding(arena: Arena) -> Iterator[tuple[Supposition, str]]:
    """Yield each supposition whose condition no chain of duties and suppositions can meet, and why.

    Two that wait for each other never hold: a condition must be met by something else first.
    """
    possible = {arena.actors[at] for at in (*arena.attackers, *arena.attacked)}
    waiting = list(arena.suppositions)
    while True:
        new = {
            arena.actors[at]
            for call in arena.calls
            if any(arena.actors[owed] in possible for owed in call.owed)
            for at in call.owing
        }
        held = [one for one in waiting if _needs(one) <= possible]
        new |= {one.other if one.does == "attacks" else one.actor for one in held}
        waiting = [one for one in waiting if one not in held]
        if new <= possible:
            break
        possible |= new
    comers = {one.other if one.does == "attacks" else one.actor for one in waiting}
    for one in waiting:
        missing = sorted(_needs(one) - possible)
        if set(missing) & comers:
            why = "waits for itself: no other duty or assumption brings in"
        else:
            why = "can never hold: no duty or assumption brings in"
        yield one, f"'{one.what}' {why} {', '.join(missing)}"


def _needs(one: Supposition) -> set[str]:
    first = one.other if one.does == "joins" else one.actor
    return {first, *(one.if_fighting or ())}
