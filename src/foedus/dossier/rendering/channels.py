"""Channels as a picture: from left to right, as wide as they carry, the links to close marked."""

import html
import math
import textwrap
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from foedus.dossier.blocks import Data
from foedus.dossier.charts.drawing import png
from foedus.dossier.charts.theme import LIGHT, SANS
from foedus.dossier.rendering.downloads import as_csv
from foedus.dossier.rendering.standing_alone import written_with_rows
from foedus.dossier.sentence import read
from foedus.dossier.words.catalogue import words_in
from foedus.dossier.words.channels import ChannelWords, node_words
from foedus.repercussions.channels import WaysRound
from foedus.sources.channel_file import Channel, ChannelFile

__all__ = ["channel_picture", "channel_rows", "written_picture"]

WIDTH, MARGIN = 980, 28
BOX, HIGH, BETWEEN = 150, 40, 66
WIDEST, NARROWEST = 16.0, 1.5
_LETTERS = 130
_IN_BOX = 22
_COLUMNS = ("line", "from", "to", "what", "unit", "low", "high", "in_cut", "to_close", "source")

Place = tuple[float, float]


def channel_picture(found: WaysRound, held: ChannelFile, language: str) -> str:
    """Return the picture as SVG; channels on no way from one end to the other are left out."""
    words = words_in(language)
    said = ChannelWords(found, words, "-")
    levels = _levels(found)
    drawn = [one for one in found.channels if one.giver in levels and one.taker in levels]
    lines = [read(said.flow()), *(read(one) for one in said.choices())]
    notes = [part for line in lines for part in textwrap.wrap(line, _LETTERS)]
    top = MARGIN + 34 + 18 * len(notes)
    places, bottom = _places(levels, top)
    foot = [
        *textwrap.wrap(words.text("channels.picture_caption"), _LETTERS),
        words.text("channels.file", file=held.name, sum=held.sha256[:16]),
    ]
    height = bottom + 24 + 18 * len(foot)
    parts = [
        _text(MARGIN, MARGIN + 8, said.heading(), LIGHT["ink"], 19, bold=True),
        *(
            _text(MARGIN, MARGIN + 32 + 18 * number, line, LIGHT["ink"], 13.5)
            for number, line in enumerate(notes)
        ),
        *_links(found, said, drawn, places),
        *(_box(node_words(words, node), places[node]) for node in levels),
        *(
            _text(MARGIN, bottom + 20 + 18 * number, line, LIGHT["ink2"], 12.5)
            for number, line in enumerate(foot)
        ),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" '
        f'viewBox="0 0 {WIDTH} {height:.0f}" role="img" font-family="{html.escape(SANS)}">'
        f"<title>{html.escape(said.heading())}</title>"
        f'<rect width="{WIDTH}" height="{height:.0f}" fill="{LIGHT["paper"]}"/>'
        f"{''.join(parts)}</svg>\n"
    )


def channel_rows(found: WaysRound) -> Data:
    """Return the channels drawn, one row each; a high of None has no known bound."""
    cut, closed = ({one.line for one in links} for links in (found.high.cut, found.high.closed))
    return Data(
        _COLUMNS,
        tuple(
            (
                one.line,
                one.giver,
                one.taker,
                one.what,
                one.unit,
                one.low,
                one.high if math.isfinite(one.high) else None,
                one.line in cut,
                one.line in closed,
                one.source,
            )
            for one in found.channels
        ),
    )


def written_picture(
    found: WaysRound, held: ChannelFile, file: Path, language: str
) -> tuple[Path, Path]:
    """Write the picture by the ending of the file's name, and its data; return both files."""
    drawn = channel_picture(found, held, language)
    return written_with_rows(
        file, png(drawn) if file.suffix == ".png" else drawn, as_csv(channel_rows(found))
    )


def _levels(found: WaysRound) -> dict[str, int]:
    """Return the nodes on ways from end to end, by their links from the giver, the taker last."""
    after = _reach(found.giver, [(one.giver, one.taker) for one in found.channels])
    before = _reach(found.taker, [(one.taker, one.giver) for one in found.channels])
    on_way = {node: level for node, level in after.items() if node in before}
    if found.taker not in on_way:
        return {found.giver: 0, found.taker: 1}
    last = max(on_way.values())
    return {node: last if node == found.taker else level for node, level in on_way.items()}


def _reach(start: str, links: Sequence[tuple[str, str]]) -> dict[str, int]:
    level = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for one, other in links:
            if one == node and other not in level:
                level[other] = level[node] + 1
                queue.append(other)
    return level


def _places(levels: dict[str, int], top: float) -> tuple[dict[str, Place], float]:
    """Return the middle of each box, and where the lowest ends."""
    columns: dict[int, list[str]] = {}
    for node, level in levels.items():
        columns.setdefault(level, []).append(node)
    most = max(len(nodes) for nodes in columns.values())
    height = most * (HIGH + BETWEEN)
    step = (WIDTH - 2 * MARGIN - BOX) / max(*columns, 1)
    places = {
        node: (
            MARGIN + BOX / 2 + level * step,
            top + height * (number + 0.5) / len(nodes),
        )
        for level, nodes in columns.items()
        for number, node in enumerate(nodes)
    }
    return places, top + height


def _links(
    found: WaysRound, said: ChannelWords, drawn: Sequence[Channel], places: dict[str, Place]
) -> Iterator[str]:
    finite = [one.high for one in drawn if math.isfinite(one.high)]
    most = max(finite, default=1.0) or 1.0
    cut, closed = ({one.line for one in links} for links in (found.high.cut, found.high.closed))
    together: dict[tuple[str, str], int] = {}
    for one in drawn:
        pair = (min(one.giver, one.taker), max(one.giver, one.taker))
        turn = together[pair] = together.get(pair, -1) + 1
        (x, y), (x2, y2) = places[one.giver], places[one.taker]
        bend = 26.0 * ((turn + 1) // 2) * (1 if turn % 2 else -1)
        share = one.high / most if math.isfinite(one.high) else 1.0
        colour = LIGHT["cont"] if one.line in closed else LIGHT["coop2"]
        dash = ' stroke-dasharray="3 4"' if not math.isfinite(one.high) else ""
        start, stop = (x + BOX / 2, x2 - BOX / 2) if x < x2 else (x - BOX / 2, x2 + BOX / 2)
        if x == x2:
            start = stop = x
        middle = ((start + stop) / 2, (y + y2) / 2 + bend)
        yield (
            f'<path d="M{start:.1f},{y:.1f} Q{middle[0]:.1f},{middle[1] + bend / 2:.1f} '
            f'{stop:.1f},{y2:.1f}" fill="none" stroke="{colour}" stroke-opacity="0.75" '
            f'stroke-width="{max(WIDEST * share, NARROWEST):.1f}"{dash}>'
            f"<title>{html.escape(said.link(one))}: {html.escape(one.source)}</title></path>"
        )
        if one.line in cut:
            yield _cross(middle)
        words = said.link(one).rsplit(" (", 1)[-1].rstrip(")")
        yield _text(
            middle[0],
            middle[1] - 13,
            words,
            LIGHT["ink2"],
            12.5,
            middle=True,
            bold=one.line in closed,
        )


def _cross(at: Place) -> str:
    x, y = at
    ends = ((-6, -6, 6, 6), (-6, 6, 6, -6))
    return "".join(
        f'<line x1="{x + a:.1f}" y1="{y + b:.1f}" x2="{x + c:.1f}" y2="{y + d:.1f}" '
        f'stroke="{LIGHT["ink"]}" stroke-width="2"/>'
        for a, b, c, d in ends
    )


def _box(name: str, at: Place) -> str:
    lines = textwrap.wrap(name, _IN_BOX, max_lines=2, placeholder="…")
    first = at[1] + 4.5 - 8 * (len(lines) - 1)
    return (
        f'<rect x="{at[0] - BOX / 2:.1f}" y="{at[1] - HIGH / 2:.1f}" width="{BOX}" '
        f'height="{HIGH}" rx="4" fill="{LIGHT["paper"]}" stroke="{LIGHT["ink"]}"/>'
    ) + "".join(
        _text(at[0], first + 16 * number, line, LIGHT["ink"], 13, middle=True, bold=True)
        for number, line in enumerate(lines)
    )


def _text(
    x: float,
    y: float,
    words: str,
    colour: str,
    size: float,
    *,
    middle: bool = False,
    bold: bool = False,
) -> str:
    # Words over a line stay legible by an edge of the paper's colour.
    edge = f' paint-order="stroke" stroke="{LIGHT["paper"]}" stroke-width="4"'
    anchor = f' text-anchor="middle"{edge}' if middle else ""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="{size}"{anchor}{weight}>'
        f"{html.escape(words)}</text>"
    )
