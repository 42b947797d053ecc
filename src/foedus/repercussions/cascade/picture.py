"""A cascade as HTML: a piece for a notebook, or a page that loads nothing.

Who is drawn in, on a line from never to always; the chains, round by round from left to right; what
it hangs on; what is assumed. Each mark has its number beside it in a table, and each side its shape
and its place as well as its colour.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from foedus.repercussions.cascade.assumptions import Assumption
from foedus.repercussions.cascade.chains import Chain, Involvement, Step
from foedus.repercussions.cascade.words import (
    LABELS,
    SIDES,
    said_range,
    said_share,
    said_supposition,
    said_within,
)
from foedus.treaties.act_words import act_facts, act_parts, said_act
from foedus.treaties.clause_words import capital, said_clause
from foedus.treaties.page_frame import drawn_page, drawn_piece
from foedus.treaties.sentences import said_actor

if TYPE_CHECKING:
    from foedus.repercussions.cascade.cascade import Cascade, Sensitivity

__all__ = ["page", "piece"]

WIDTH = 848
RARE = 0.01
FEWEST_ROWS = 10
OFTEN = 0.1
COMMONEST, LONGER = 5, 3
MOST_ASSUMPTIONS, MOST_MOVED = 6, 5
_PACKAGE = "foedus.repercussions.cascade"
_SCALES = (0.1, 0.2, 0.5, 1.0)
"""Where the line of chances may end."""

Plain = dict[str, Any]


def piece(found: "Cascade", moves: "Sequence[Sensitivity]", language: str = "en") -> str:
    """Return the cascade as an element with its style, to stand in somebody else's page."""
    values = _Drawing(found, moves, language).values()
    return drawn_piece("cascade", language, values, _PACKAGE)


def page(found: "Cascade", moves: "Sequence[Sensitivity]", language: str = "en") -> str:
    """Return the cascade as a document of its own."""
    values = _Drawing(found, moves, language).values()
    return drawn_page("cascade", language, values, WIDTH, _PACKAGE)


class _Drawing:
    """What the template of one cascade is filled with."""

    def __init__(self, found: "Cascade", moves: "Sequence[Sensitivity]", language: str) -> None:
        self.found, self.moves, self.language = found, moves, language
        self.on, self.instruments = found.on, found.instruments
        often = [one for one in found.involvements if one.probability >= RARE]
        self.drawn = found.involvements[: max(len(often), FEWEST_ROWS)]
        highest = max((one.high for one in self.drawn), default=1.0)
        self.chains = _shown(found.chains)
        self.end = next(one for one in _SCALES if one >= highest or one == _SCALES[-1])

    def values(self) -> Plain:
        """Everything the template names."""
        found, language = self.found, self.language
        thousands = "," if language == "en" else "\u202f"
        draws = f"{found.draws:,}".replace(",", thousands)
        commonest, longer = self.chains
        return {
            "title": said_act(found.act, self.on, language),
            "act": act_parts(found.act, self.on, language),
            "facts": [
                *act_facts(found.act, self.on, language),
                (self._label("draws"), draws),
                (
                    self._label("alone"),
                    self._label(
                        "of_draws",
                        share=said_within(found.alone, found.alone_low, found.alone_high),
                    ),
                ),
            ],
            "labels": {name: words.said(language) for name, words in LABELS.items()},
            "ticks": [said_share(self.end * part) for part in (0, 0.5, 1)],
            "whole_ticks": [said_share(part) for part in (0, 0.5, 1)],
            "sides": list(self._sides()),
            "rarely": self._rarely(),
            "chains": [self._chain(one) for one in commonest],
            "longer": [self._chain(one) for one in longer],
            "none_common": bool(commonest) and commonest[0].share < RARE,
            "together": self._label(
                "together", share=said_share(sum(one.share for one in (*commonest, *longer)))
            ),
            "moves": list(self._moves()),
            "assumptions": [*self._suppositions(), *map(self._assumption, found.assumptions)],
            "limits": [words.said(language) for words in found.limits],
            "sources": list(self._sources()),
        }

    def _sides(self) -> Iterator[Plain]:
        for side, words in SIDES.items():
            rows = [self._row(one, side) for one in self.drawn if _side(one) == side]
            if rows:
                yield {"side": side, "words": words.said(self.language), "rows": rows}

    def _row(self, one: Involvement, side: str) -> Plain:
        parts = ""
        if side == "either":
            parts = self._label(
                "of_both",
                attacked=said_share(one.with_attacked),
                attackers=said_share(one.with_attackers),
            )
        through: dict[str, float] = {}
        for instrument, article, share in one.through:
            clause = self._clause(instrument, article)
            through[clause] = through.get(clause, 0) + share
        often = {clause: share for clause, share in through.items() if share >= OFTEN}
        return {
            "name": self._name(one.actor),
            "chance": said_share(one.probability),
            "interval": said_range(one.low, one.high),
            "parts": parts,
            "through": [
                (clause, "" if len(often) == 1 else said_share(share))
                for clause, share in often.items()
            ],
            "mark": self._along(one.probability),
            "low": self._along(one.low),
            "high": self._along(one.high),
        }

    def _along(self, share: float) -> float:
        """Where a share lies on the line, as a percentage of its length."""
        return round(100 * min(share / self.end, 1), 2)

    def _rarely(self) -> Plain | None:
        """Those of whom only the names are shown, and the most their interval reaches."""
        rare = self.found.involvements[len(self.drawn) :]
        if not rare:
            return None
        most = said_share(max(one.high for one in rare))
        return {
            "words": self._label("rarely", most=most),
            "names": [self._name(one.actor) for one in rare],
        }

    def _chain(self, chain: Chain) -> Plain:
        return {
            "share": said_within(chain.share, chain.low, chain.high),
            "length": round(100 * chain.share, 2),
            "rounds": [list(self._together(steps)) for steps in chain.rounds],
        }

    def _together(self, steps: Sequence[Step]) -> Iterator[Plain]:
        """The steps of a round; those who join the same partner by the same clause together."""

        def why(step: Step) -> tuple[str, str, str, str]:
            return step.side, step.partner, step.instrument or "", step.article or ""

        for (side, partner, *_), same in groupby(sorted(steps, key=why), key=why):
            joined = list(same)
            yield {
                "side": "attacked" if side == "attacked" else "attackers",
                "names": [self._name(step.actor) for step in joined],
                "why": self._label(
                    "attacked_by" if joined[0].struck else "for",
                    partner=said_actor(partner, self.language, self.on),
                ),
                "clause": self._clause(joined[0].instrument, joined[0].article),
            }

    def _moves(self) -> Iterator[Plain]:
        """The assumptions that move most, each with the actors it moves most."""
        by_assumption: dict[str, list[Sensitivity]] = {}
        for move in self.moves:
            by_assumption.setdefault(move.assumption, []).append(move)
        labels = {one.id: one.label.said(self.language) for one in self.found.assumptions}
        labels |= {
            str(one): said_supposition(one, self.on, self.language)
            for one in self.found.suppositions
        }
        for assumption in list(by_assumption)[:MOST_ASSUMPTIONS]:
            moved = by_assumption[assumption]
            others = len(moved) - MOST_MOVED
            yield {
                "words": capital(labels.get(assumption, assumption)),
                "rows": [self._move(move) for move in moved[:MOST_MOVED]],
                "more": self._label("more", number=others) if others > 0 else "",
            }

    def _move(self, move: "Sensitivity") -> Plain:
        return {
            "name": self._name(move.actor),
            "at_low": said_share(move.at_low),
            "at_high": said_share(move.at_high),
            "from": round(100 * move.at_low, 2),
            "to": round(100 * move.at_high, 2),
        }

    def _suppositions(self) -> Iterator[Plain]:
        for one in self.found.suppositions:
            yield {
                "words": capital(said_supposition(one, self.on, self.language)),
                "bounds": said_share(one.chance),
                "low": round(100 * one.chance, 2),
                "high": round(100 * one.chance, 2),
                "known": "supposed",
                "source": self._label("analyst"),
                "language": "",
            }

    def _assumption(self, one: Assumption) -> Plain:
        return {
            "words": capital(one.label.said(self.language)),
            "bounds": said_range(one.low, one.high),
            "low": round(100 * one.low, 2),
            "high": round(100 * one.high, 2),
            "known": "supposed" if one.judged else "counted" if one.betas else "unknown",
            "source": one.source if one.betas or one.judged else self._label("not_known"),
            "language": "en" if one.betas and self.language != "en" else "",
        }

    def _sources(self) -> Iterator[tuple[str, str]]:
        """The instruments named above, each with its citation."""
        named = dict.fromkeys(
            instrument
            for instrument in self._named()
            if instrument is not None and instrument in self.instruments
        )
        for instrument in named:
            one = self.instruments[instrument]
            yield capital(one.short.said(self.language)), one.citation

    def _named(self) -> Iterator[str | None]:
        for one in self.drawn:
            yield from (instrument for instrument, _, share in one.through if share >= OFTEN)
        for chain in (*self.chains[0], *self.chains[1]):
            yield from (step.instrument for steps in chain.rounds for step in steps)

    def _clause(self, instrument: str | None, article: str | None) -> str:
        if instrument is None:
            return self._label("supposed")
        return said_clause(self.instruments[instrument], article or "", self.language)

    def _name(self, actor: str) -> str:
        return capital(said_actor(actor, self.language, self.on))

    def _label(self, name: str, **values: object) -> str:
        return LABELS[name].said(self.language).format(**values)


def _shown(chains: Sequence[Chain]) -> tuple[Sequence[Chain], Sequence[Chain]]:
    """The commonest chains, and the commonest of some greater numbers of rounds."""
    commonest, longer = chains[:COMMONEST], list[Chain]()
    rounds = max((len(one.rounds) for one in commonest), default=0)
    for chain in chains[COMMONEST:]:
        if len(chain.rounds) > rounds and len(longer) < LONGER:
            rounds = len(chain.rounds)
            longer.append(chain)
    return commonest, longer


def _side(one: Involvement) -> str:
    """On which side one is drawn in; on either where neither is ten times rarer than the whole."""
    sides: Iterable[tuple[str, float]] = (
        ("attacked", one.with_attacked),
        ("attackers", one.with_attackers),
    )
    often = [side for side, share in sides if share >= one.probability / 10]
    return often[0] if len(often) == 1 else "either"
