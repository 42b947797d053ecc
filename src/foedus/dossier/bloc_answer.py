"""The blocs of a day as notebooks and scripts ask for them, and as they show there.

import foedus
from datetime import date

found = foedus.blocs(date(2024, 6, 20))
found                       # in a notebook: the blocs, and the matrix of ties
found.to_arrow()            # one row per state
found.ties()                # one row per tie
found.evidence()            # one row per reason for a tie
"""

import datetime as dt
import html
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from foedus.actors.names import actor_named
from foedus.dossier.rendering.blocs import bloc_picture, written_picture
from foedus.dossier.words.blocs import BlocWords
from foedus.relations.structure.bloc_records import blocs_json
from foedus.relations.structure.blocs import DRAWS, BlocsOn, blocs_on
from foedus.relations.structure.tie_rules import TieRule
from foedus.relations.structure.tie_sources import Known, known_ties

__all__ = ["BlocAnswer", "blocs"]


@dataclass(frozen=True, slots=True)
class BlocAnswer:
    """The blocs of a day: `found` has every figure, `known` what the ties were drawn from."""

    found: BlocsOn
    known: Known
    language: str

    def to_arrow(self) -> pa.Table:
        """Return one row per state: its bloc, the actor that is named after, how firm."""
        return self.found.to_arrow()

    def ties(self) -> pa.Table:
        """Return one row per tie: `first`, `second`, `sign`, `weight`."""
        return self.found.ties.to_arrow()

    def evidence(self) -> pa.Table:
        """Return one row per reason for a tie, as in `relations.structure.signed_ties.EVIDENCE`."""
        return self.found.ties.evidence

    def to_json(self) -> dict[str, object]:
        """Return what `foedus blocs --json` prints."""
        return blocs_json(self.found)

    def draw(self, file: Path | str) -> tuple[Path, Path]:
        """Write the matrix to a file (.svg, .png or .html) and its data beside it; return both.

        Raises ValueError for another ending.
        """
        path = Path(file)
        if path.suffix not in (".svg", ".png", ".html"):
            raise ValueError(f"'{path}' ends neither in .svg, nor in .png or .html")
        return written_picture(self.found, self._words(), path)

    def __repr__(self) -> str:
        words = self._words()
        heads = [head for head, _members, _loose in words.blocs()]
        return "\n".join([words.title(), words.ties(), *heads])

    def _repr_html_(self) -> str:
        words = self._words()
        rows = "".join(
            f"<tr><th style='text-align:left'>{html.escape(head)}</th>"
            f"<td style='text-align:left'>{html.escape(members)}</td></tr>"
            for head, members, _loose in words.blocs()
        )
        told = "".join(f"<p>{html.escape(text)}</p>" for text in self._told(words))
        picture = "" if words.empty() else bloc_picture(self.found, words)
        title = html.escape(words.title())
        return f"<h3>{title}</h3>{told}<table>{rows}</table><div>{picture}</div>"

    def _told(self, words: BlocWords) -> tuple[str, ...]:
        return (words.rule(), words.ties(), *(() if words.empty() else (words.cost(),)))

    def _words(self) -> BlocWords:
        return BlocWords(self.found, self.known.instruments, self.language)


def blocs(
    on: dt.date | None = None,
    *,
    among: Collection[str] = (),
    by: str = "alliances",
    against: Collection[str] = TieRule().against,
    years: int = TieRule().years,
    both: str = "negative",
    possible: bool = False,
    draws: int = DRAWS,
    seed: int = 0,
    language: str = "en",
    known: Known | None = None,
) -> BlocAnswer:
    """Return the blocs of a day (today), among all states or the actors named in any way.

    How ties are drawn is said in `relations.structure.tie_rules.TieRule`; `draws` and `seed` are
    those of `measures.blocs`. Raises UnknownActor or OutsideLife, and ValueError for an unknown
    choice.
    """
    day = on or dt.date.today()
    rule = TieRule(by=by, against=tuple(against), years=years, both=both, possible=possible)
    asked = [actor_named(one, day).id for one in among]
    drawn_from = known or known_ties()
    found = blocs_on(day, rule, among=asked, draws=draws, seed=seed, known=drawn_from)
    return BlocAnswer(found, drawn_from, language)
