"""The blocs of a day as a picture of their own, a matrix ordered by bloc, with its data beside."""

import csv
import html
import io
import textwrap
from pathlib import Path

import numpy as np

from foedus.dossier.charts.bloc_matrix import BlocMatrix, Cell, bloc_matrix_svg
from foedus.dossier.charts.drawing import png
from foedus.dossier.charts.theme import LIGHT, SANS
from foedus.dossier.rendering.standing_alone import written_with_rows
from foedus.dossier.words.blocs import BlocWords
from foedus.relations.structure.blocs import BlocsOn
from foedus.treaties.words import Words

__all__ = ["bloc_page", "bloc_picture", "bloc_table", "written_picture"]

_POSITIVE = Words("positive tie", "lien positif")
_NEGATIVE = Words("negative tie", "lien négatif")
_AGAINST = Words(
    "outlined: against the blocs (square or cross)", "cerné : contredit les blocs (carré ou croix)"
)
_LETTERS = 130
_COLUMNS = ("first", "second", "sign", "bloc_first", "bloc_second", "against_blocs", "sources")


def bloc_picture(found: BlocsOn, words: BlocWords) -> str:
    """Return the matrix of all states with a tie, ordered by bloc, as SVG."""
    order = [state for bloc in range(found.blocs.number) for state in _in_order(found, bloc)]
    place = {state: number for number, state in enumerate(order)}
    strained = {(one.first, one.second): one for one in found.strained()}
    net, states = found.ties.network, found.ties.states
    cells = []
    for first, second, sign in zip(
        net.first.tolist(), net.second.tolist(), net.sign.tolist(), strict=True
    ):
        pair = (states[first], states[second])
        named = " – ".join(words.names.alone(one) for one in pair)
        said = (_POSITIVE if sign > 0 else _NEGATIVE).said(words.language)
        told = f"{named}: {said}"
        cells.append(Cell(place[pair[0]], place[pair[1]], sign, pair in strained, told))
    blocs, start = [], 0
    for bloc in range(found.blocs.number):
        size = len(found.blocs.members(bloc))
        if size > 1:
            named = ", ".join(
                filter(None, (words.names.alone(found.leaders[bloc]), words.firmness(bloc)))
            )
            blocs.append((start, start + size - 1, named))
        start += size
    notes = [words.rule(), *(() if words.empty() else (words.cost(),)), *words.known()[1]]
    return bloc_matrix_svg(
        BlocMatrix(
            title=words.title(),
            notes=[
                line
                for note in notes
                for line in textwrap.wrap(note, _LETTERS, break_on_hyphens=False)
            ],
            legend=tuple(one.said(words.language) for one in (_POSITIVE, _NEGATIVE, _AGAINST)),  # type: ignore[arg-type]
            names=[words.names.alone(one) for one in order],
            codes=order,
            cells=cells,
            blocs=blocs,
        )
    )


def _in_order(found: BlocsOn, bloc: int) -> list[str]:
    """The members of a bloc, those first that are tied to most of it, so that its core shows."""
    net, members = found.ties.network, found.blocs.members(bloc)
    inside = (net.sign > 0) & np.isin(net.first, members) & np.isin(net.second, members)
    ends = np.concatenate([net.first[inside], net.second[inside]])
    friends = np.bincount(ends, minlength=net.states)
    return [found.ties.states[one] for one in sorted(members, key=lambda one: (-friends[one], one))]


def bloc_table(found: BlocsOn) -> str:
    """Return the ties behind the picture as CSV: both states, sign, blocs, evidence."""
    net, states = found.ties.network, np.array(found.ties.states, dtype=object)
    reasons: dict[tuple[str, str], list[str]] = {}
    for row in found.ties.evidence.to_pylist():
        said = f"{row['source']}:{row['key']}"
        known = reasons.setdefault((row["first"], row["second"]), [])
        if said not in known:
            known.append(said)
    against = set(found.blocs.against.tolist())
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(_COLUMNS)
    for tie, (one, two) in enumerate(zip(net.first.tolist(), net.second.tolist(), strict=True)):
        pair = (states[one], states[two])
        leaders = (found.leaders[found.blocs.bloc[end]] for end in (one, two))
        table.writerow(
            [*pair, int(net.sign[tie]), *leaders, int(tie in against), " ".join(reasons[pair])]
        )
    return written.getvalue()


def bloc_page(found: BlocsOn, words: BlocWords) -> str:
    """Return a page of HTML with the picture in it, and nothing from elsewhere."""
    title = html.escape(words.title())
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>body {{ margin: 1rem; background: {LIGHT['paper']}; "
        f"font-family: {SANS}; }} svg {{ max-width: 100%; height: auto; }}</style>\n</head>\n"
        f"<body>\n{bloc_picture(found, words)}\n</body>\n</html>\n"
    )


def written_picture(found: BlocsOn, words: BlocWords, file: Path) -> tuple[Path, Path]:
    """Write the picture by the ending of the file's name, and its data; return both files."""
    made: str | bytes
    match file.suffix:
        case ".html":
            made = bloc_page(found, words)
        case ".png":
            made = png(bloc_picture(found, words))
        case _:
            made = bloc_picture(found, words)
    return written_with_rows(file, made, bloc_table(found))
