"""The coverage of a panel drawn in the characters of a terminal.

One line per column, two characters per decade: how much the data give (nothing, then an eighth to
the whole of a block), then what the rest mostly is: zeros that mean "none", missing though covered,
or outside coverage.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from foedus.panels.coverage_picture import known_as, percent, span, zeros

if TYPE_CHECKING:
    from foedus.panels.coverage import ColumnCoverage, Count

__all__ = ["axis", "lines", "text"]

EIGHTHS = "▁▂▃▄▅▆▇█"
REST = {"zeros": "0", "missing": "·", "outside": "╱"}
KEY = "█ value   0 zero: covered, and none there   · missing within coverage   ╱ outside coverage"
LONGEST_NAME = 34
SEEN = 0.1


def text(title: str, columns: Sequence["ColumnCoverage"]) -> str:
    """Return the drawing as one text."""
    return "\n".join(lines(title, columns))


def lines(title: str, columns: Sequence["ColumnCoverage"]) -> Iterator[str]:
    """Give the drawing line by line: title, key, years, then one line per column by dataset.

    Three columns or more that follow each other and look alike share one line.
    """
    decades = sorted({decade for column in columns for decade in column.decades})
    drawn = [(known_as(column), _drawn(column, decades)) for column in columns]
    names = zip((column.column for column in columns), drawn, strict=True)
    told = [
        (dataset, name, picture)
        for (dataset, picture), alike in groupby(names, lambda one: one[1])
        for name in _together([name for name, _ in alike])
    ]
    wide = min(LONGEST_NAME, max((len(name) for _, name, _ in told), default=0))
    yield title[:1].upper() + title[1:]
    yield KEY
    yield ""
    yield f"{'':<{wide + 2}}  {axis(decades)}  {'coverage':<11}{'known':>8}{'zero':>8}"
    for dataset, group in groupby(told, lambda one: one[0]):
        yield dataset
        for _, name, picture in group:
            shown = name if len(name) <= wide else f"{name[: wide - 1]}…"
            yield f"  {shown:<{wide}}  {picture}".rstrip()


def _together(names: Sequence[str]) -> Sequence[str]:
    return names if len(names) < 3 else [f"{names[0]} … {names[-1]} ({len(names)})"]


def _drawn(column: "ColumnCoverage", decades: Sequence[int]) -> str:
    cells = "".join(_cell(column.decades.get(decade)) for decade in decades)
    known = percent(column.whole.known, column.whole.rows)
    return f"{cells}  {span(column.origin.years):<11}{known:>8}{zeros(column):>8}"


def _cell(count: "Count | None") -> str:
    if count is None or not count.rows:
        return "  "
    rest = {kind: getattr(count, kind) for kind in REST}
    # The decade in which coverage ends must show it, though most of its years are covered.
    ends = count.outside >= SEEN * count.rows
    most = REST["outside" if ends else max(rest, key=lambda kind: rest[kind])]
    if not count.values:
        return (REST["zeros"] if count.zeros else most) + most
    block = EIGHTHS[min(7, 8 * count.values // count.rows)]
    return block * 2 if count.values == count.rows else block + most


def axis(decades: Sequence[int]) -> str:
    """Return years over their decades, as many as have room."""
    line = ""
    for number, decade in enumerate(decades):
        if (decade % 50 == 0 or len(decades) < 6) and (not line or len(line) < 2 * number):
            line = line.ljust(2 * number) + str(decade)
    return line.ljust(2 * len(decades))[: 2 * len(decades) + 2]
