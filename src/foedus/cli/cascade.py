"""`foedus cascade`: who may be drawn into a war that begins so, how likely, and through whom."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import (
    AsJson,
    InPlace,
    Language,
    OnDay,
    OwnTreaties,
    Spoken,
    instruments_with,
)
from foedus.cli.output import Line, print_json, print_lines, print_table
from foedus.cli.output import words as notices
from foedus.cli.pages import HtmlFile, put_page, refuse_two_forms

if TYPE_CHECKING:
    from foedus.repercussions.cascade import Cascade, Chain, Sensitivity
    from foedus.treaties.instrument import Instrument

__all__ = ["cascade"]

LABELS = {
    "en": {
        "columns": ("actor", "chance", "95 %", "side", "through"),
        "attacked": "attacked",
        "attacker": "attacker",
        "supposed": "supposed",
        "alone": "Nobody joins in {share} of {draws} draws.",
        "chains": "The commonest chains",
        "for": "for",
        "by": "attacked by",
        "moves": "What it hangs on most",
        "move": "{actor}: {low} if never, or at its lowest; {high} at its highest",
        "assumed": "What is assumed",
        "limits": "Limits",
        "colon": ":",
        "thousands": ",",
    },
    "fr": {
        "columns": ("acteur", "chance", "95 %", "camp", "par"),
        "attacked": "attaqué",
        "attacker": "attaquant",
        "supposed": "supposé",
        "alone": "Nul ne se joint dans {share} des {draws} tirages.",
        "chains": "Les enchaînements les plus fréquents",
        "for": "pour",
        "by": "attaque de",
        "moves": "Ce dont cela dépend le plus",
        "move": "{actor} : {low} si jamais, ou au plus bas ; {high} au plus haut",
        "assumed": "Ce qui est supposé",
        "limits": "Limites",
        "colon": "\u00a0:",
        "thousands": "\u202f",
    },
}
MOST_MOVES = 8
MOST_DRAWS = 5_000_000
"""More would need more memory than most machines have: a gigabyte for some 1,700,000."""


def cascade(
    act: Annotated[str, typer.Argument(help='What happens: "GMY attacks POL".')],
    place: InPlace = None,
    on: OnDay = None,
    suppose: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORDS", help='Beside treaties: "RUS joins SRB 0.8"; may be given again.'
        ),
    ] = None,
    draws: Annotated[
        int, typer.Option(min=200, max=MOST_DRAWS, help="How many wars to draw.")
    ] = 100_000,
    seed: Annotated[int, typer.Option(min=0, help="The same seed draws the same wars.")] = 0,
    case: OwnTreaties = None,
    html: HtmlFile = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Draw the war that may follow an act: who joins whom, how likely, through which duties.

    Chances that duties are kept are those of history; see what is assumed at the end.
    """
    from foedus.repercussions.cascade import cascade as drawn
    from foedus.repercussions.cascade import sensitivities, supposition
    from foedus.repercussions.cascade.as_json import cascade_json
    from foedus.treaties.acts import act_from
    from foedus.treaties.asking import instruments_asked

    refuse_two_forms(html, as_json=as_json)
    day = on or dt.date.today()
    asked = instruments_asked(own=instruments_with(case) if case else None).instruments
    supposed = [supposition(each, day) for each in suppose or ()]
    opening = act_from(act, place, day)
    with notices.status(f"Drawing {draws:,} wars", spinner="line"):
        found = drawn(opening, day, asked, supposed, draws, seed)
        moves = sensitivities(opening, day, asked, supposed, seed=seed)
    if html is not None:
        put_page(found.page(language, moves), html)
        return
    if as_json:
        print_json(cascade_json(found, moves, language))
        return
    label = LABELS[language]
    if found.involvements:
        print_table(label["columns"], list(_rows(found, asked, language)))
    print_lines(_lines(found, moves, language))


def _rows(
    found: "Cascade", instruments: "Mapping[str, Instrument]", language: str
) -> Iterator[Sequence[object]]:
    from foedus.treaties.sentences import said_actor

    label = LABELS[language]
    for one in found.involvements:
        sides = (("attacked", one.with_attacked), ("attacker", one.with_attackers))
        duties = (
            _clause(instrument, article, instruments, language)
            for instrument, article, share in one.through
            if share >= 0.1
        )
        yield (
            said_actor(one.actor, language, found.on),
            _share(one.probability),
            f"{_share(one.low)}–{_share(one.high)}",
            ", ".join(str(label[side]) for side, share in sides if share >= one.probability / 10),
            "; ".join(dict.fromkeys(duties)),
        )


def _lines(
    found: "Cascade",
    moves: "Sequence[Sensitivity]",
    language: str,
) -> Iterator[Line]:
    from foedus.treaties.sentences import said_actor

    label = LABELS[language]
    yield Line(0, "")
    draws = f"{found.draws:,}".replace(",", str(label["thousands"]))
    alone = str(label["alone"]).format(
        share=_within(found.alone, found.alone_low, found.alone_high), draws=draws
    )
    yield Line(0, alone)
    if found.chains:
        yield Line(0, str(label["chains"]), "bold")
    for chain in found.chains[:5]:
        yield Line(
            1, f"{_within(chain.share, chain.low, chain.high)}  {_chain(chain, found.on, language)}"
        )
    if moves:
        yield Line(0, str(label["moves"]), "bold")
    names = {one.id: one.label.said(language) for one in found.assumptions}
    for move in moves[:MOST_MOVES]:
        actor = said_actor(move.actor, language, found.on)
        what = str(label["move"]).format(
            actor=actor, low=_share(move.at_low), high=_share(move.at_high)
        )
        yield Line(1, f"{names.get(move.assumption, move.assumption)}. {what}")
    yield Line(0, str(label["assumed"]), "bold")
    for one in found.assumptions:
        bounds = f"{_share(one.low)}–{_share(one.high)}"
        yield Line(1, f"{one.label.said(language)}{label['colon']} {bounds} ({one.source})", "dim")
    yield Line(0, str(label["limits"]), "bold")
    for words in found.limits:
        yield Line(1, words.said(language), "dim")


def _chain(chain: "Chain", on: dt.date, language: str) -> str:
    from foedus.treaties.sentences import said_actor

    label = LABELS[language]
    return " → ".join(
        ", ".join(
            f"{said_actor(step.actor, language, on)} "
            f"({label['by' if step.struck else 'for']} {said_actor(step.partner, language, on)})"
            for step in steps
        )
        for steps in chain.rounds
    )


def _clause(
    instrument: str | None,
    article: str | None,
    instruments: "Mapping[str, Instrument]",
    language: str,
) -> str:
    if instrument is None:
        return str(LABELS[language]["supposed"])
    where = "" if instrument.startswith("atop-") else f", art. {article}"
    return instruments[instrument].short.said(language) + where


def _within(share: float, low: float, high: float) -> str:
    """A share with its bounds of 95 %: "71 % (36–95 %)"; alone where they are the same."""
    if _share(low) == _share(share) == _share(high):
        return _share(share)
    return f"{_share(share)} ({_share(low).removesuffix(' %')}–{_share(high)})"


def _share(share: float) -> str:
    return f"{100 * share:.0f} %" if share >= 0.01 or share == 0 else "<1 %"
