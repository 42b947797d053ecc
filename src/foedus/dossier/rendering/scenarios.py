"""The parts everybody plays in a scenario, as a picture of their own, with its data beside."""

import csv
import html
import io
from collections.abc import Sequence
from pathlib import Path

from foedus.dossier.charts.drawing import WIDE, drawn, png
from foedus.dossier.charts.theme import LIGHT, SANS
from foedus.dossier.figures import RoleBars, RoleRow
from foedus.dossier.rendering.standing_alone import written_with_rows
from foedus.dossier.words.scenarios import Group, ScenarioWords

__all__ = ["role_bars", "role_table", "written_picture"]

COLUMNS = ("actor", "role", "share", "low", "high", "error_of_the_drawing")
_ROWS = 24


def role_bars(
    words: ScenarioWords, evidence: str, apart: Sequence[str] = (), most: int = _ROWS
) -> RoleBars | None:
    """Return the bars of those who play a part beside the parties; None where nobody does.

    Whoever is in `apart` has a bar of its own.
    """
    shown = words.groups(apart)[:most]
    if not shown:
        return None
    used = [role for role in words.roles() if any(role in one.roles for one in shown)]
    return RoleBars(
        rows=tuple(_row(one, words, used, evidence) for one in shown),
        legend=tuple((role, words.role(role)) for role in used),
        describes=f"{words.w.text('scenario.roles')}. {words.title()}",
    )


def _row(group: Group, words: ScenarioWords, roles: list[str], evidence: str) -> RoleRow:
    spread = group.fights[1] if group.fights else None
    told = "; ".join(f"{words.role(role)}: {words.spread(of)}" for role, of in group.roles.items())
    name = words.group_name(group)
    return RoleRow(
        name=name,
        shares=tuple((role, group.roles[role].mean) for role in roles if role in group.roles),
        low=spread.low if spread else 0.0,
        high=spread.high if spread else 0.0,
        told=f"{name}: {told}",
        evidence=evidence,
    )


def role_table(words: ScenarioWords) -> str:
    """Return every role of every actor as CSV: share, its interval, the error of the drawing."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    for one in words.found.actors:
        for role, spread in one.roles.items():
            figures = (spread.mean, spread.low, spread.high, spread.error)
            table.writerow([one.actor, role, *(f"{value:.4f}" for value in figures)])
    return written.getvalue()


def written_picture(words: ScenarioWords, file: Path) -> tuple[Path, Path]:
    """Write the picture by the ending of the file's name, and its data; return both files.

    Raises ValueError where nobody but the parties plays a part.
    """
    bars = role_bars(words, "scenario")
    if bars is None:
        raise ValueError("nobody but the parties plays a part: there is nothing to draw")
    svg = drawn(bars, "roles", WIDE, "", words.language).file
    made: str | bytes = svg
    if file.suffix == ".html":
        made = _page(svg, words)
    elif file.suffix == ".png":
        made = png(svg)
    return written_with_rows(file, made, role_table(words))


def _page(svg: str, words: ScenarioWords) -> str:
    title = html.escape(words.title())
    said = "".join(
        f"<p>{html.escape(text)}</p>\n"
        for text in (words.w.text("scenario.roles"), words.confidence(), *words.limits())
    )
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>body {{ margin: 1rem; background: {LIGHT['paper']}; "
        f"font-family: {SANS}; max-width: 60rem; }} svg {{ max-width: 100%; height: auto; }}"
        f"</style>\n</head>\n<body>\n<h1>{title}</h1>\n{svg}\n{said}</body>\n</html>\n"
    )
