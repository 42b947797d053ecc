"""What part each actor would play in a scenario, what that hangs on, two scenarios side by side."""

from collections.abc import Iterator, Sequence

from foedus.dossier.blocks import (
    Block,
    Cell,
    Data,
    Figure,
    Line,
    Look,
    Paragraph,
    Remarked,
    Table,
)
from foedus.dossier.figures import HingeBar, HingeBars
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.likelihood import likelihood_of
from foedus.dossier.methods import ICD203
from foedus.dossier.rendering.scenarios import role_bars
from foedus.dossier.sentence import Link, Name, Part, Plain, Sentence, Strong
from foedus.dossier.words.days import number_words
from foedus.dossier.words.scenarios import LEAST, Group, ScenarioWords
from foedus.repercussions.scenarios import Difference, Outlook, ScenarioAnswers, SideBySide
from foedus.repercussions.scenarios.moves import Hinge
from foedus.treaties.act_words import said_act

__all__ = ["beside_blocks", "parts_played"]

METHOD = "foedus.repercussions.scenarios"
JUDGED = 3
"""Actors of whom a sentence is made; the figure has the others."""
ROWS, HINGES, ROLES_EACH = 16, 6, 3
_MOVES = 0.005


def parts_played(ground: Ground, number: int, given: ScenarioAnswers) -> tuple[Block, ...]:
    """Return the parts of a scenario's last day, or what is missing; nothing where none is drawn.

    `number` is the place of the scenario in its section.
    """
    w = ground.words
    missing = tuple(
        Remarked((*w.sentence("scenario.missing", what=Name(one)),), missing=True)
        for one in given.missing
    )
    found = given.last
    if found is None:
        return missing
    words = ScenarioWords(found, w.language)
    evidence = _evidence(number, given)
    near = (*ground.case.focus, *ground.case.watch)
    bars = role_bars(words, evidence, near, ROWS)
    if bars is None:
        return missing
    groups = [group for group in words.groups(near) if group.fights is not None][:JUDGED]
    said = tuple(_finding(words, group, found, evidence) for group in groups)
    act = _act(words)
    return (
        *missing,
        *((Paragraph(said), Remarked(_plain(words.confidence()))) if said else ()),
        Figure(
            id=f"parts-{number}",
            title=w.text("scenario.figure", act=act),
            subtitle=w.text("scenario.subtitle"),
            drawing=bars,
            data=_data(found),
            evidence=(evidence,),
            caption=w.sentence("scenario.caption"),
        ),
        *_hinges(words, number, evidence, act),
    )


def beside_blocks(
    ground: Ground, number: int, given: ScenarioAnswers, beside: SideBySide
) -> tuple[Block, ...]:
    """Return a scenario beside another; `number` is the place of the first in its section."""
    w = ground.words
    words = ScenarioWords(beside.one, w.language)
    there = ScenarioWords(beside.other, w.language)
    evidence = _evidence(number, given)
    rows = tuple(
        _beside_row(words, names, one, beside, evidence)
        for names, differences in words.apart(beside)[:ROWS]
        for one in differences[:ROLES_EACH]
    )
    if not rows:
        return (Remarked(w.sentence("scenario.same")),)
    clauses = [
        w.text(key, clauses=of.clauses(found))
        for key, of, found in (
            ("scenario.only_here", words, beside.only_one),
            ("scenario.only_there", there, beside.only_other),
        )
        if found
    ]
    heads = ("who", "pair", "differs", "hangs_on")
    return (
        Table(
            id=f"beside-{number}",
            title=w.text("scenario.beside_title", one=_act(words), other=_act(there)),
            subtitle=w.text("scenario.beside_subtitle"),
            kind="beside",
            columns=tuple(Cell((Line((Plain(w.text(f"scenario.{one}")),)),)) for one in heads),
            rows=rows,
            data=_beside_data(beside),
            caption=tuple(
                part for text in clauses for part in (*_said(text, evidence), Plain(". "))
            ),
        ),
    )


def _beside_row(
    words: ScenarioWords, names: str, one: Difference, beside: SideBySide, evidence: str
) -> tuple[Cell, ...]:
    pair = f"{words.share(one.one.mean)} | {words.share(one.other.mean)}"
    hangs = (Line((Plain("–"),), Look.NONE),)
    if one.turns:
        hangs = (Line(_said(words.turns(one.turns[0], beside), evidence)),)
    return (
        Cell(
            (
                Line(_said(names, evidence), Look.STRONG),
                Line(_said(words.role(one.role), evidence), Look.SMALL),
            )
        ),
        Cell((Line((Link(pair, evidence),)),)),
        Cell((Line((Link(words.points(one.difference), evidence),)),)),
        Cell(hangs),
    )


def _evidence(number: int, given: ScenarioAnswers) -> str:
    """The exhibit of the wars of a scenario's last day."""
    return f"e-if-{number}-{len(given.outlooks)}-chances"


def _finding(words: ScenarioWords, group: Group, found: Outlook, evidence: str) -> Finding:
    assert group.fights is not None
    role, spread = group.fights
    like = likelihood_of(spread.mean)
    banded = spread.mean >= LEAST
    band: Part = Link(words.range(like.low, like.high), ICD203) if banded else Plain("")
    return Finding(
        sentence=words.w.sentence(
            "scenario.finding",
            actor=_said(words.group_name(group), evidence),
            does=words.role(role),
            word=Strong(words.w.text(f"likelihood.{like.key}")),
            comma=words.w.text("list.comma") if banded else "",
            band=band if banded else "",
            share=Link(words.spread(spread), evidence),
            draws=Link(number_words(words.w, found.cascade.draws), evidence),
        ),
        estimate=Estimate(
            value=spread.mean,
            low=min(spread.low, spread.mean),
            high=max(spread.high, spread.mean),
            level=0.95,
            unit="share of the wars drawn",
            method=METHOD,
        ),
        caveat=words.w.text("scenario.caveat"),
    )


def _hinges(words: ScenarioWords, number: int, evidence: str, act: str) -> Iterator[Figure | Table]:
    w, found = words.w, words.found
    judged = {one.id for one in found.opening.assumed}
    shown = [
        hinge
        for place, hinge in enumerate(found.hinges)
        if hinge.assumption in judged
        or (place < HINGES and abs(hinge.at_high - hinge.at_low) >= _MOVES)
    ]
    if not shown:
        return
    yield Figure(
        id=f"hinges-{number}",
        title=w.text("scenario.tornado_title", act=act),
        subtitle=w.text("scenario.tornado_subtitle"),
        drawing=HingeBars(
            rows=tuple(
                HingeBar(
                    name=words.assumption(hinge.assumption),
                    at_low=hinge.at_low,
                    at_high=hinge.at_high,
                    judged=hinge.assumption in judged,
                    told=words.hinge(hinge),
                    evidence=evidence,
                )
                for hinge in shown
            ),
            along=w.text("scenario.others"),
            ends=(w.text("scenario.lowest"), w.text("scenario.highest")),
            describes=w.text("scenario.tornado_title", act=act),
        ),
        data=_hinge_data(found),
        evidence=(evidence,),
    )
    heads = ("assumption", "between", "others", "ground", "moves")
    yield Table(
        id=f"moves-{number}",
        title=w.text("scenario.hinges_title", act=act),
        subtitle=w.text("scenario.hinges_subtitle"),
        kind="hinges",
        columns=tuple(Cell((Line((Plain(w.text(f"scenario.{one}")),)),)) for one in heads),
        rows=tuple(_hinge_row(words, hinge, evidence) for hinge in shown),
        data=_hinge_data(found),
    )


def _hinge_row(words: ScenarioWords, hinge: Hinge, evidence: str) -> tuple[Cell, ...]:
    w = words.w
    confirm, refute = words.would_move(hinge.assumption)
    own = () if hinge.own is None else (Line((Link(words.own(hinge), evidence),), Look.SMALL),)
    return (
        Cell((Line(_said(words.assumption(hinge.assumption), evidence), Look.STRONG),)),
        Cell((Line((Link(words.bounds(hinge.assumption), evidence),)),)),
        Cell((Line((Link(words.ends(hinge), evidence),)), *own)),
        Cell((Line(_said(words.ground(hinge.assumption), evidence)),)),
        Cell(
            (
                Line(_said(w.text("scenario.confirms", words=confirm), evidence)),
                Line(_said(w.text("scenario.refutes", words=refute), evidence)),
            )
        ),
    )


def _act(words: ScenarioWords) -> str:
    """The opening acts in a line, with their places and without their days; of many the ends."""
    acts = [
        said_act(act, on, words.language)
        + (f" ({act.place.name.said(words.language)})" if act.place else "")
        for act, on in words.found.opening.acts
    ]
    return "; ".join(acts if len(acts) < 3 else (acts[0], "…", acts[-1]))


def _said(text: str, evidence: str) -> Sentence:
    """Words as they are, or leading to their evidence where they have a number."""
    if any(sign.isdecimal() for sign in text):
        return (Link(text, evidence),)
    return (Plain(text),)


def _plain(text: str) -> Sentence:
    return (Plain(text),)


def _data(found: Outlook) -> Data:
    columns = ("on", "actor", "role", "share", "low", "high", "error", "through")
    return Data(
        columns,
        tuple(
            (
                found.opening.on,
                one.actor,
                role,
                *_rounded((spread.mean, spread.low, spread.high, spread.error)),
                tuple(
                    " > ".join(
                        f"{step.actor} {step.instrument or 'assumed'} {step.article or ''}".strip()
                        for step in way.steps
                    )
                    for way in one.ways
                )
                if role.startswith("fights")
                else (),
            )
            for one in found.actors
            for role, spread in one.roles.items()
        ),
    )


def _hinge_data(found: Outlook) -> Data:
    columns = ("assumption", "low", "high", "judged", "at_low", "at_high", "own", "own_error")
    of = {one.id: one for one in found.setting.assumptions}
    return Data(
        columns,
        tuple(
            (
                hinge.assumption,
                *_rounded((of[hinge.assumption].low, of[hinge.assumption].high)),
                of[hinge.assumption].judged,
                *_rounded((hinge.at_low, hinge.at_high)),
                *(
                    (None, None)
                    if hinge.own is None
                    else _rounded((hinge.own.value, hinge.own.error))
                ),
            )
            for hinge in found.hinges
        ),
    )


def _beside_data(beside: SideBySide) -> Data:
    columns = ("actor", "role", "one", "other", "difference", "low", "high")
    return Data(
        columns,
        tuple(
            (
                one.actor,
                one.role,
                *_rounded(
                    (
                        one.one.mean,
                        one.other.mean,
                        one.difference.mean,
                        one.difference.low,
                        one.difference.high,
                    )
                ),
            )
            for one in beside.differences
        ),
    )


def _rounded(values: Sequence[float]) -> Iterator[float]:
    yield from (round(float(value), 4) for value in values)
