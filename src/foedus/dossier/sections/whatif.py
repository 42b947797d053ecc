"""If… who must act: each scenario of the case run through the obligations of everyone concerned."""

from collections.abc import Iterator

from foedus.dossier.blocks import (
    Block,
    Cell,
    Data,
    Line,
    Paragraph,
    Remarked,
    Section,
    Table,
    WhatIf,
    WhatIfDay,
)
from foedus.dossier.exhibit import Exhibit
from foedus.dossier.figures import Clock
from foedus.dossier.ground import Ground
from foedus.dossier.linking import numbers_linked
from foedus.dossier.sections.answers import (
    answer_cells,
    answer_evidence,
    answer_rows,
    who,
)
from foedus.dossier.sections.chances import chance_exhibit, chances
from foedus.dossier.sections.parts_played import beside_blocks, parts_played
from foedus.dossier.sentence import Name, Plain, Sentence
from foedus.dossier.words.days import date_words
from foedus.evidence import Day
from foedus.repercussions.cascade.cascade import LIMITS
from foedus.repercussions.scenarios import ScenarioAnswers
from foedus.treaties.answers import CasusAnswer
from foedus.treaties.sentences import said
from foedus.treaties.vocabulary import FIGHTING, act_kinds

__all__ = ["act_parts", "whatif"]

COLUMNS = ("actor", "answer", "because", "readings")
# An act further than this from a treaty's signature, in days, needs no clock of that treaty.
NEAR = 3650


def whatif(ground: Ground) -> Section:
    """Return what everyone must do and who is drawn in, for each scenario and each of its days."""
    w = ground.words
    given = ground.material.repercussions.answers
    if not given:
        empty = Remarked(w.sentence("whatif.empty"), missing=True)
        return Section(id="whatif", title=w.text("whatif.title"), blocks=(empty,))
    exhibits = tuple(_exhibits(ground))
    limits = " ".join(words.said(w.language) for words in LIMITS)
    return Section(
        id="whatif",
        title=w.text("whatif.title"),
        blocks=(
            Remarked(w.sentence("whatif.limit")),
            *(
                block
                for number, each in enumerate(given, 1)
                for block in _blocks(ground, number, each)
            ),
            *((Remarked((*w.sentence("chances.limits"), Plain(limits))),) if exhibits else ()),
        ),
        exhibits=exhibits,
    )


def _exhibits(ground: Ground) -> Iterator[Exhibit]:
    for number, given in enumerate(ground.material.repercussions.answers, 1):
        for place, (_, fighting) in enumerate(given.outlooks, 1):
            if fighting:
                yield chance_exhibit(ground, f"if-{number}-{place}", fighting)


def _blocks(ground: Ground, number: int, given: ScenarioAnswers) -> Iterator[Block]:
    """Yield a scenario's answers, the parts everybody plays, and the one it stands beside."""
    yield _block(ground, number, given)
    yield from parts_played(ground, number, given)
    beside = ground.material.repercussions.beside.get(given.scenario.id)
    if beside is not None:
        yield from beside_blocks(ground, number, given, beside)


def _block(ground: Ground, number: int, given: ScenarioAnswers) -> WhatIf:
    return WhatIf(
        id=f"if-{number}",
        sentence=_scenario(ground, given),
        days=tuple(
            _day(
                ground,
                f"if-{number}-{place}",
                day,
                answer,
                None
                if given.scenario.acts and fighting is None
                else chances(ground, f"if-{number}-{place}", fighting),
            )
            for place, ((day, answer), (_, fighting)) in enumerate(
                zip(given.days, given.outlooks, strict=True), 1
            )
        ),
    )


def _scenario(ground: Ground, given: ScenarioAnswers) -> Sentence:
    """Return "If Ukraine attacks Russia, in Kursk, on" with its slots as names."""
    w = ground.words
    _, answer = given.days[0]
    parts = act_parts(ground, answer)
    place = given.scenario.acts[0].place if given.scenario.acts else given.scenario.place
    if place:
        return w.sentence("whatif.act_in_place", place=Name(place), **parts)
    return w.sentence("whatif.act", **parts)


def act_parts(ground: Ground, answer: CasusAnswer) -> dict[str, Name]:
    """Return the parts a sentence needs to say an act: who, does what, to whom, and its label."""
    act, language = answer.act, ground.words.language
    kind = act_kinds()[act.kind]
    label = kind.label.said(language)
    return {
        "initiator": ground.named(act.initiators, answer.on),
        "verb": Name(kind.verb.said(language)),
        "label": Name(label[:1].upper() + label[1:]),
        "target": ground.named(act.targets, answer.on),
    }


def _day(
    ground: Ground,
    identity: str,
    day: Day,
    answer: CasusAnswer,
    likely: tuple[Paragraph | Table | Remarked, ...] | None,
) -> WhatIfDay:
    """Return the answers of one day; `likely` is None for an act that others follow."""
    w = ground.words
    rows = answer_rows(ground, answer)
    table = Table(
        id=f"{identity}-answers",
        title=_title(ground, answer),
        subtitle=w.text("whatif.subtitle"),
        kind="whatif-answers",
        columns=tuple(Cell((Line((Plain(w.text(f"whatif.{name}")),)),)) for name in COLUMNS),
        rows=tuple(answer_cells(ground, row) for row in rows),
        data=_data(ground, answer),
        caption=_caption(ground, answer, sum(len(row.answers) for row in rows)),
    )
    return WhatIfDay(
        id=identity,
        words=ground.day(day.edtf),
        clock=_clock(ground, answer),
        answers=table,
        chances=(Remarked(w.sentence("scenario.later")),) if likely is None else likely,
    )


def _title(ground: Ground, answer: CasusAnswer) -> str:
    """Return who must help, or whose duty to help is disputed, or who must at least consult."""
    w = ground.words
    for key, verdict, alliance in (
        ("must", "must", True),
        ("disputed", "disputed", True),
        ("consult", "must", False),
    ):
        named = tuple(
            dict.fromkeys(
                one.actor
                for one in answer.answers
                if one.verdict.value == verdict
                and (one.kind in FIGHTING if alliance else one.kind == "consultation")
            )
        )
        if named:
            return w.text(f"whatif.figure.{key}", actors=who(ground, named, answer).words)
    return w.text("whatif.figure.nobody")


def _caption(ground: Ground, answer: CasusAnswer, shown: int) -> Sentence:
    words = " ".join(said(reason, ground.words.language) for reason in answer.caveat)
    left_out = ground.words.sentence("whatif.left_out") if shown < len(answer.answers) else ()
    if not answer.answers:
        return (Plain(words),) if not any(sign.isdecimal() for sign in words) else ()
    evidence = answer_evidence(ground, answer.answers[0])
    return (*numbers_linked(words, evidence), Plain(" "), *left_out)


def _clock(ground: Ground, answer: CasusAnswer) -> Clock | None:
    """Return the clock of the newest instrument compared; None when it is not known or far away."""
    compared = [ground.instruments[one] for one in ground.case.compare if one in ground.instruments]
    if not compared:
        return None
    w, treaty = ground.words, compared[0]
    signed = treaty.signed.earliest
    force = treaty.in_force.earliest if treaty.in_force else None
    if signed is None or abs((answer.on - signed).days) > NEAR:
        return None
    words = [(signed, w.text("whatif.signed", day=date_words(w, signed, short=True)))]
    if force:
        words.append((force, w.text("whatif.in_force", day=date_words(w, force, short=True))))
    words.append((answer.on, w.text("whatif.the_act", day=date_words(w, answer.on, short=True))))
    return Clock(
        signed=signed,
        in_force=force,
        ended=treaty.ended.latest if treaty.ended else None,
        act=answer.on,
        words=tuple(words),
        describes=w.text("whatif.clock", treaty=treaty.short.said(w.language)),
    )


def _data(ground: Ground, answer: CasusAnswer) -> Data:
    language = ground.words.language
    columns = (
        "on",
        "actor",
        "towards",
        "verdict",
        "standing",
        "kind",
        "instrument",
        "article",
        "reasons",
        "readings",
        "clashes",
        "would_flip",
    )
    return Data(
        columns,
        tuple(
            (
                answer.on,
                one.actor,
                one.towards,
                one.verdict.value,
                one.standing.value,
                one.kind,
                one.instrument,
                one.article,
                tuple(said(reason, language) for reason in one.reasons),
                tuple(
                    f"{each.label.said(language)}: {each.verdict.value}" for each in one.readings
                ),
                tuple(f"{each.instrument} {each.article}" for each in one.clashes),
                tuple(said(reason, language) for reason in one.would_flip),
            )
            for one in answer.answers
        ),
    )
