"""An entanglement in words, English or French: what the terminal prints and the picture shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foedus.dossier.words.actor_names import ActorNames
from foedus.evidence import Day, Standing
from foedus.repercussions.entanglement import Entanglement, Hinge, Toward, Web
from foedus.repercussions.entanglement.groups import Group, Way, ways
from foedus.treaties.answers import Verdict
from foedus.treaties.clauses import Clause
from foedus.treaties.sentences import said_day
from foedus.treaties.words import Words

__all__ = ["EntanglementWords", "Entry", "Note"]

_HEADINGS = {
    Toward.CALLED: Words("Who is called if {} is attacked", "Qui est appelé si l'on attaque {}"),
    Toward.CALLING: Words("Who, if attacked, calls {}", "Qui, s'il est attaqué, appelle {}"),
}
_ENEMY = Words("Enemy: {}", "Ennemi : {}")
_UNNAMED = Words("a state that no clause names", "un État qu'aucune clause ne nomme")
_NOBODY = Words(
    "Nobody: no duty in force that day holds against this enemy.",
    "Personne : aucun devoir en vigueur ce jour-là ne vaut contre cet ennemi.",
)
_LEGEND = Words(
    "Full line: must, certain. Broken line: disputed, or possible only. ◆ without it, others stay"
    " out.",
    "Trait plein : doit, certain. Trait rompu : disputé, ou seulement possible. ◆ sans lui,"
    " d'autres restent dehors.",
)
_HINGES = Words("Without whom others stay out", "Sans qui d'autres restent dehors")
_ONLY_AGAINST = Words(
    "Only if others attack, or more of them", "Seulement si d'autres attaquent, ou plusieurs"
)
_CONSULTATIONS = Words(
    "Would consult, or committed in politics only: bound to nothing more",
    "Se consulteraient, ou engagés en politique seulement : tenus à rien de plus",
)
_FOR_THE_ENEMY = Words(
    "Also called to fight for the enemy, were it attacked",
    "Appelés aussi à combattre pour l'ennemi, s'il était attaqué",
)
_STEP = Words("{} step", "{} pas")
_STEPS = Words("{} steps", "{} pas")
_SOME_SURELY = Words("{}, of whom {} surely", "{}, dont {} sûrement")
_NONE_SURELY = Words("{}, none surely", "{}, aucun sûrement")
_NOT_SURELY = Words("not surely", "pas sûrement")
_SURELY_IN = Words("surely in {}", "sûrement en {}")
_VERDICTS = {Verdict.MUST: Words("must", "doit"), Verdict.DISPUTED: Words("disputed", "disputé")}
_STANDINGS = {
    Standing.CERTAIN: Words("certain", "certain"),
    Standing.POSSIBLE: Words("possible", "possible"),
}
_POLITICAL = Words("political: binds nobody in law", "politique : ne lie personne en droit")
_THROUGH = Words("through {}", "par {}")
_THROUGH_ANY = Words("through any of {} at {}", "par l'un des {} à {}")
_LESS_AGAINST = Words("less against {}", "moins contre {}")
_AGAINST = Words("only against {}", "seulement contre {}")
_TOGETHER = Words("together with {}", "avec {}")
_LEAST = Words("at least {} attackers", "au moins {} attaquants")
_STAYS_OUT = Words("{} stays out", "{} reste dehors")
_STAY_OUT = Words("{} stay out", "{} restent dehors")

_FEW = 6
"""Of more than so many, only the number is said."""
_NUMBERED = re.compile(r"[\dIVXL]+\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a note, and under it clauses: each with whether it surely calls.

    None where it calls for words only.
    """

    head: str
    clauses: tuple[tuple[str, bool | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside the chains under one title."""

    title: str
    entries: tuple[Entry, ...]


class EntanglementWords:
    """The parts of one entanglement, each as text in one language."""

    def __init__(self, found: Entanglement, language: str) -> None:
        self.language = language
        self.names = ActorNames(language, found.on)
        self._found = found

    def title(self) -> str:
        """Return whom it is about, and when."""
        day = said_day(Day.of(self._found.on), self.language)
        return f"{self.names.alone(self._found.actor)}, {day}"

    def enemy(self) -> str:
        """Return who attacks."""
        return self._said(_ENEMY, self.names.listed(self._found.enemies) or self._said(_UNNAMED))

    def legend(self) -> str:
        """Return what the lines and the sign of the picture mean."""
        return self._said(_LEGEND)

    def heading(self, web: Web) -> str:
        """Return what a web tells."""
        return self._said(_HEADINGS[web.toward], self.names.inside(self._found.actor))

    def nobody(self) -> str:
        """Return what is said of a web that reaches nobody."""
        return self._said(_NOBODY)

    def limits(self) -> tuple[str, ...]:
        """Return what to keep in mind."""
        return tuple(one.said(self.language) for one in self._found.limits)

    def steps(self, steps: int) -> str:
        """Return a number of steps: "1 step", "2 pas"."""
        return self._said(_STEP if steps == 1 else _STEPS, steps)

    def count(self, groups: Sequence[Group]) -> str:
        """Return how many steps groups are away, how many they are, how many of them surely."""
        every = sum(len(one.actors) for one in groups)
        surely = sum(len(one.actors) for one in groups if one.sure_steps == one.steps)
        few = self._said(_SOME_SURELY, every, surely) if surely else self._said(_NONE_SURELY, every)
        return self._told(self.steps(groups[0].steps), str(every) if surely == every else few)

    def sureness(self, group: Group) -> str:
        """Return in how many steps a group is reached surely where that is not at once, else ""."""
        if group.sure_steps == group.steps:
            return ""
        if group.sure_steps is None:
            return self._said(_NOT_SURELY)
        return self._said(_SURELY_IN, self.steps(group.sure_steps))

    def way(self, way: Way, steps: int = 1) -> str:
        """Return how firmly a clause calls, through whom if steps away, on what conditions."""
        listed = self.names.listed
        return self._told(
            self._weight(way),
            self._clause(way.clause),
            self._through(way, steps) if steps > 1 else "",
            self._said(_LESS_AGAINST, listed(way.not_against)) if way.not_against else "",
            self._condition(way),
        )

    def notes(self, web: Web) -> Iterator[Note]:
        """Yield what stands beside the chains of a web, each part that is not empty."""
        parts = (
            (_HINGES, map(self._hinge, web.hinges)),
            (_ONLY_AGAINST, self._only_against(web)),
            (_CONSULTATIONS, self._consultations(web)),
            (_FOR_THE_ENEMY, self._for_the_enemy(web)),
        )
        for title, entries in parts:
            held = tuple(entries)
            if held:
                yield Note(self._said(title), held)

    def _hinge(self, hinge: Hinge) -> Entry:
        what = self.names.alone(hinge.actor) if hinge.actor else self._instrument(hinge)
        out = len(hinge.keeps_out)
        said = self._said(_STAYS_OUT if out == 1 else _STAY_OUT, out)
        named = f" ({self.names.listed(hinge.keeps_out)})" if out <= _FEW else ""
        return Entry(self._told(what, said + named))

    def _instrument(self, hinge: Hinge) -> str:
        calls = (call for web in self._found.webs for one in web.reached for call in one.calls)
        found = next(call.clause for call in calls if call.instrument == hinge.instrument)
        return found.instrument.short.said(self.language)

    def _only_against(self, web: Web) -> Iterator[Entry]:
        for near in dict.fromkeys(map(web.toward.near, web.only_against)):
            calls = [one for one in web.only_against if web.toward.near(one) == near]
            for way in ways(calls, web.toward):
                ends = (self.names.listed(way.farther), self.names.alone(near))
                called = ends if web.toward is Toward.CALLED else ends[::-1]
                yield Entry(" → ".join(called), ((self.way(way), way.sure),))

    def _consultations(self, web: Web) -> Iterator[Entry]:
        for way in ways(web.consultations, web.toward):
            said = self._told(
                "",
                self._clause(way.clause),
                self._said(_POLITICAL) if way.clause.instrument.political else "",
                "" if way.sure else self._weight(way),
            )
            yield Entry(self.names.listed(way.farther), ((said, None),))

    def _for_the_enemy(self, web: Web) -> Iterator[Entry]:
        for way in ways(web.for_the_enemy, Toward.CALLED):
            yield Entry(self.names.listed(way.farther), ((self.way(way), way.sure),))

    def _weight(self, way: Way) -> str:
        words = (_VERDICTS[way.verdict], _STANDINGS[way.standing])
        return ", ".join(one.said(self.language) for one in words)

    def _clause(self, clause: Clause) -> str:
        """A clause by the short title of its instrument and its article, where it has any."""
        title, number = clause.instrument.short.said(self.language), clause.article
        if clause.instrument.id.startswith("atop-"):
            return title
        return f"{title}, art. {number}" if _NUMBERED.match(number) else f"{title}, {number}"

    def _through(self, way: Way, steps: int) -> str:
        if len(way.through) <= _FEW:
            return self._said(_THROUGH, self.names.listed_inside(way.through))
        return self._said(_THROUGH_ANY, len(way.through), self.steps(steps - 1))

    def _condition(self, way: Way) -> str:
        parts = []
        if way.against:
            parts.append(self._said(_AGAINST, self.names.listed(way.against)))
        if way.together:
            parts.append(self._said(_TOGETHER, self.names.listed(way.together)))
        if way.least > 1:
            parts.append(self._said(_LEAST, way.least))
        return ", ".join(parts)

    def _told(self, head: str, *body: str) -> str:
        colon, semicolon = ("\u00a0: ", "\u00a0; ") if self.language == "fr" else (": ", "; ")
        return colon.join(filter(None, (head, semicolon.join(filter(None, body)))))

    def _said(self, words: Words, *values: object) -> str:
        return words.said(self.language).format(*values)
