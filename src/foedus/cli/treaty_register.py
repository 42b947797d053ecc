"""The register in a terminal: one line per instrument, each promise a letter in its own place."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from foedus.evidence import Day
from foedus.treaties.elements import kinds_of
from foedus.treaties.instrument import Instrument
from foedus.treaties.vocabulary import kinds
from foedus.treaties.words import Words

__all__ = ["listed"]

FEW = 5
"""So many parties are named one by one."""
LETTERS = {
    "defence": "D",
    "offence": "O",
    "neutrality": "N",
    "nonaggression": "A",
    "consultation": "C",
}
"""What ATOP counts of an alliance."""
RUNS = "…"
_NEVER = Words("not in force", "non en vig.")
_FORCES = {"political": Words("political", "politique"), "disputed": Words("disputed", "disputée")}
_KEY = Words(
    "Promises: {letters}; +2 for two more kinds. Ended: … for one that runs, ~ for some day of "
    "that year. In law: only what does not plainly bind.",
    "Promesses : {letters} ; +2 pour deux genres de plus. Fin : … s'il court encore, ~ un jour de "
    "cette année. En droit : seulement ce qui ne lie pas simplement.",
)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its head, what stands in it, and how wide a terminal must be to show it."""

    head: Words
    cell: Callable[[Instrument, str], str]
    from_width: int = 0
    wraps: bool = False


def listed(
    instruments: Sequence[Instrument], language: str, width: int
) -> Iterator[RenderableType]:
    """Yield the table of these instruments, for a terminal so many characters wide, and its key."""
    shown = [column for column in _COLUMNS if width >= column.from_width]
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for column in shown:
        table.add_column(column.head.said(language), overflow="fold", no_wrap=not column.wraps)
    for one in instruments:
        table.add_row(*(Text(column.cell(one, language)) for column in shown))
    yield table
    letters = ", ".join(
        f"{letter} {kinds()[kind].label.said(language)}" for kind, letter in LETTERS.items()
    )
    yield Text("")
    yield Text(_KEY.said(language).format(letters=letters), style="dim")


def _ended(one: Instrument, language: str) -> str:
    if one.in_force is None:
        return _NEVER.said(language)
    return _shortened(one.ended) if one.ended else RUNS


def _shortened(day: Day) -> str:
    """A day as it is written, an interval as the years it may lie in."""
    if day.precision != "interval":
        return day.edtf
    years = dict.fromkeys(str(end.year) if end else RUNS for end in (day.earliest, day.latest))
    return "/".join(years) if len(years) > 1 else f"{next(iter(years))}~"


def _promises(one: Instrument, _: str) -> str:
    present = kinds_of(one)
    letters = " ".join(letter if kind in present else "·" for kind, letter in LETTERS.items())
    more = sum(kind not in LETTERS for kind in present)
    return f"{letters} +{more}" if more else letters


def _force(one: Instrument, language: str) -> str:
    return _FORCES[one.legal_force.kind].said(language) if one.legal_force else ""


def _parties(one: Instrument, _: str) -> str:
    return " ".join(one.actors) if len(one.actors) <= FEW else str(len(one.actors))


_COLUMNS: Sequence[_Column] = (
    _Column(Words("signed", "signé"), lambda one, _: one.signed.edtf),
    _Column(Words("id", "id"), lambda one, _: one.id, wraps=True),
    _Column(
        Words("in force", "en vigueur"),
        lambda one, _: _shortened(one.in_force) if one.in_force else "",
        from_width=100,
    ),
    _Column(Words("ended", "fin"), _ended),
    _Column(Words("promises", "promesses"), _promises),
    _Column(Words("in law", "en droit"), _force),
    _Column(Words("parties", "parties"), _parties, from_width=120, wraps=True),
    _Column(
        Words("title", "titre"),
        lambda one, language: one.short.said(language),
        from_width=150,
        wraps=True,
    ),
)
