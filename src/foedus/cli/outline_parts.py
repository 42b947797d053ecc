"""The parts an outline of a treaty is printed from: headings, indented lines, facts with names."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedus.evidence import Spell
from foedus.treaties.words import Words

__all__ = ["facts", "heading", "label", "source", "span", "under"]

WIDTH_OF_NAMES = 15
_LABELS = {
    "signed": Words("Signed", "Signature"),
    "life": Words("In force", "En vigueur"),
    "citation": Words("Citation", "Référence"),
    "names": Words("Also called", "Aussi appelé"),
    "ancestor": Words("Ancestor", "Ancêtre"),
    "replaces": Words("Replaces", "Remplace"),
    "organisation": Words("Organisation", "Organisation"),
    "atop": Words("ATOP 5.1", "ATOP 5.1"),
    "legal_force": Words("In law", "En droit"),
    "secrecy": Words("Secrecy", "Secret"),
    "duration": Words("Duration", "Durée"),
    "guaranteed": Words("Guaranteed", "Garantis"),
    "parties": Words("Parties", "Parties"),
    "suspensions": Words("Suspensions", "Suspensions"),
    "differs": Words("Where it differs from ATOP, and why", "Où cela diffère d'ATOP, et pourquoi"),
    "articles": Words("Articles", "Articles"),
    "left_out": Words("Left out, and why", "Laissé de côté, et pourquoi"),
    "not_coded": Words("not coded", "non codée"),
    "not_in_atop": Words("not in it, or not known to be", "n'y est pas, que l'on sache"),
    "since": Words("since", "depuis le"),
    "to": Words("to", "au"),
    "never": Words("not in force", "non en vigueur"),
    "party_signed": Words("signed", "signé"),
    "party": Words("party", "partie"),
    "never_a_party": Words("never a party", "jamais partie"),
    "remark": Words("Remark", "Remarque"),
    "doubt": Words("Doubtful", "Douteux"),
    "known": Words("Known from", "Connu par"),
    "uncertain": Words("Uncertain", "Incertain"),
    "wording": Words("wording of", "rédaction de"),
    "if": Words("if", "si"),
    "acts": Words("acts", "actes"),
    "by": Words("by", "par"),
    "but_by": Words("but not by", "mais non par"),
    "where": Words("where", "où"),
    "but_in": Words("but not in", "mais non dans"),
    "asks": Words("asks", "demande"),
    "how": Words("how", "comment"),
    "subject_to": Words("subject to", "sous réserve"),
    "reading": Words("readings", "lectures"),
    "held_by": Words("held by", "tenue par"),
    "limit": Words("limit", "limite"),
    "until": Words("until", "jusqu'au"),
    "years": Words("years", "ans"),
    "required": Words("armed force required", "force armée exigée"),
    "included": Words("armed force included", "force armée comprise"),
    "excluded": Words("armed force excluded", "force armée exclue"),
}


def label(key: str, language: str) -> str:
    """Return what is written before a fact or over a part."""
    return _LABELS[key].said(language)


def heading(key: str, language: str, more: str = "") -> RenderableType:
    """Return the title of a part, after an empty line."""
    return Padding(Text(label(key, language) + more, style="bold underline"), (1, 0, 0, 0))


def under(depth: int, said: str | Text, style: str = "") -> Padding:
    """Return a line that wraps under itself, so many steps in."""
    text = Text(said, style=style) if isinstance(said, str) else said
    return Padding(text, (0, 0, 0, 2 * depth), expand=False)


def source(depth: int, said: str) -> Padding:
    """Return where the line above is from."""
    return under(depth, f"[{said}]", "dim")


def facts(pairs: Iterable[tuple[str, str | Text]]) -> Table:
    """Return names on the left, facts on the right; a name that repeats is written once."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=WIDTH_OF_NAMES)
    grid.add_column()
    before = ""
    for name, fact in pairs:
        said = Text(fact) if isinstance(fact, str) else fact
        grid.add_row(Text("" if name == before else name, style="dim"), said)
        before = name
    return grid


def span(spell: Spell) -> str:
    """Return the days of a spell in figures, an open end left open."""
    return f"{spell.begins or '…'} – {spell.ends or '…'}"
