"""The notation of a story: small histories that a historian can read and a computer can check.

    # Anything after a hash is for the reader.
    1879-10      AUH -> GMY   defence   against RUS   Dual Alliance, art. 1
    1941-04-25/1946-04-24   SUN -> JPN   neutrality   Neutrality Pact, art. 2
    1900-01-01 ? RUS attacks GMY in Berlin   =>   must act: AUH (certain)

A line with an arrow declares an obligation, from one day (or from/until) on. A line with a question
mark asks about an act, or with the word `bound` about what binds that day. A story that declares
nothing is about the register. After `=>` stand statements, separated by semicolons:

    must act: A, B (certain)    exactly these must defend or join; `nobody` for none
    must consult: A, B          exactly these must consult
    disputed: A                 exactly these are in dispute about their duty to fight
    barred: A                   exactly these are barred from what they do or would have to do
    may act: A, any             these may act (others may too)
    not bound: A                these owe no fighting
    under READING: A must act   the verdict if this reading is right, for A or for all who ask
    clash: A with nato-1949     the other duty of A pulls the other way
    A -> B kind (possible)      this binds, after `bound`; `not A -> B kind` denies it

`by rus-prk-2024` at the end of a statement looks at that instrument alone.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ibis.expr.types import Table

from foedus.evidence import Day, Spell
from foedus.treaties.acts import act_from
from foedus.treaties.answers import ANYONE, ActorAnswer, CasusAnswer, Verdict
from foedus.treaties.binding import binding_obligations, obligations_table
from foedus.treaties.casus import casus_answer
from foedus.treaties.clauses import Instruments
from foedus.treaties.instrument import (
    Article,
    Asks,
    Instrument,
    KnownHow,
    Obligation,
    Party,
    Trigger,
)
from foedus.treaties.instruments import register
from foedus.treaties.vocabulary import kinds
from foedus.treaties.words import Words

DECLARED = re.compile(
    r"(?P<spell>\S+)\s+(?P<obligor>[A-Z]{3,}) -> (?P<beneficiary>[A-Z]{3,})\s+(?P<kind>\w+)"
    r"(?:\s+against (?P<against>[A-Z, ]+?))?\s{2,}(?P<title>.+), art\. (?P<article>\S+)"
)
ASKED = re.compile(r"(?P<on>\d{4}-\d{2}-\d{2}) \? (?P<question>.+?)\s+=>\s+(?P<then>.+)")
STATED = re.compile(
    r"(?P<words>must act|must consult|disputed|barred|may act|not bound): (?P<who>[^()]+?)"
    r"(?: \((?P<standing>certain|possible)\))?"
)
ALLIANCE = ("defence", "offence")


@dataclass(frozen=True)
class Line:
    """One line of a story that says or asks something, and where it stands."""

    file: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.number}: {self.text}"


@dataclass(frozen=True)
class Story:
    """A story: its instruments, its questions, and the kinds of obligation it is about."""

    name: str
    instruments: Instruments
    questions: tuple[Line, ...]


class Untold(ValueError):
    """A line of a story that is not in the notation."""


def stories(folder: Path) -> tuple[Story, ...]:
    return tuple(story(path) for path in sorted(folder.glob("*.story")))


def story(path: Path) -> Story:
    lines = [
        Line(path.name, number, text.split("#")[0].strip())
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    ]
    told = [line for line in lines if line.text]
    questions = tuple(line for line in told if " ? " in line.text)
    declared = [line for line in told if " ? " not in line.text]
    return Story(path.stem, instruments(declared) if declared else register(), questions)


def instruments(lines: list[Line]) -> Instruments:
    """Every declared title becomes one instrument, with an obligation per line."""
    found = [(line, matched(DECLARED, line)) for line in lines]
    titles = dict.fromkeys(one["title"].strip() for _, one in found)
    told = [
        declared(title, [one for _, one in found if one["title"].strip() == title])
        for title in titles
    ]
    return Instruments({instrument.id: instrument for instrument in told})


def declared(title: str, found: list[re.Match[str]]) -> Instrument:
    spell = spell_of(found[0]["spell"])
    actors = dict.fromkeys(one[side] for one in found for side in ("obligor", "beneficiary"))
    assert spell.begins is not None
    return Instrument(
        id=re.sub(r"\W+", "-", title.lower()),
        title=Words(title),
        short=Words(title),
        citation=title,
        signed=spell.begins,
        in_force=spell.begins,
        ended=spell.ends,
        parties=tuple(Party(actor=one, signed=spell.begins, spell=spell) for one in actors),
        articles=tuple(
            Article(
                number=one["article"],
                summary=Words(one[0]),
                known_how=KnownHow.PUBLISHED_TEXT,
                source=title,
                obligations=(obligation(one, number),),
            )
            for number, one in enumerate(found)
        ),
    )


def obligation(one: re.Match[str], number: int) -> Obligation:
    barred = kinds()[one["kind"]].triggered_by == "hostility_by_obligor"
    against = tuple(re.split(r",\s*", one["against"])) if one["against"] else ()
    return Obligation(
        id=str(number),
        kind=one["kind"],
        obligor=(one["obligor"],),
        beneficiary=(one["beneficiary"],),
        trigger=Trigger(
            acts=("attack", "invasion", "strike"),
            by="obligor" if barred else "any",
            adversaries=against,
        ),
        asks=Asks(action=Words(one["kind"])),
        discretion="automatic",
        timing="none stated",
    )


def spell_of(written: str) -> Spell:
    begins, _, ends = written.partition("/")
    return Spell(Day(begins), Day(ends) if ends else None)


def matched(pattern: re.Pattern[str], line: Line) -> re.Match[str]:
    found = pattern.fullmatch(line.text)
    if found is None:
        raise Untold(f"{line}: this is not in the notation")
    return found


def faults(told: Story, line: Line) -> Iterator[str]:
    """Yield what a question's statements claim and the answer does not bear out."""
    asked = matched(ASKED, line)
    on = dt.date.fromisoformat(asked["on"])
    statements = [one.strip() for one in asked["then"].split(";")]
    if asked["question"] == "bound":
        yield from unbound(told, on, statements)
        return
    answer = casus_answer(act_from(asked["question"], on=on), on, told.instruments)
    for statement in statements:
        text, _, only = statement.partition(" by ")
        answers = [one for one in answer.answers if not only or one.instrument == only.strip()]
        yield from untrue(text.strip(), answers, answer)


@lru_cache(maxsize=2)
def table_of(told: Instruments) -> Table:
    return obligations_table(told.values()).cache()


def unbound(told: Story, on: dt.date, statements: list[str]) -> Iterator[str]:
    table = binding_obligations(table_of(told.instruments), on).to_pyarrow()
    bound = {
        (row["obligor"], row["beneficiary"] or "any", row["kind"]): row["standing"]
        for row in sorted(table.to_pylist(), key=lambda row: row["standing"], reverse=True)
    }
    for statement in statements:
        denied = statement.startswith("not ")
        found = re.fullmatch(
            r"(?:not )?(\w+) -> (\w+) (\w+)(?: \((certain|possible)\))?", statement
        )
        if found is None:
            raise Untold(f"'{statement}' is not in the notation")
        standing = bound.get((found[1], found[2], found[3]))
        if denied == (standing is not None):
            yield f"{statement}: it stands as {standing}"
        elif found[4] and standing != found[4]:
            yield f"{statement}: it is {standing}"


def untrue(statement: str, answers: list[ActorAnswer], whole: CasusAnswer) -> Iterator[str]:
    under = re.fullmatch(
        r"under (\S+): (?:([A-Z]{3}) )?(must act|not bound|may act|barred|disputed)", statement
    )
    clash = re.fullmatch(r"clash: (\w+) with (\S+)", statement)
    if under:
        verdict = Verdict("not_bound" if under[3] == "not bound" else under[3].split()[0])
        readings = [
            one
            for each in answers
            for one in each.readings
            if one.reading_id == under[1] and under[2] in (None, each.actor)
        ]
        if not readings or any(one.verdict is not verdict for one in readings):
            yield f"{statement}: {[(one.reading_id, one.verdict.value) for one in readings]}"
    elif clash:
        clashing = {(one.actor, each.instrument) for one in answers for each in one.clashes}
        if (clash[1], clash[2]) not in clashing:
            yield f"{statement}: {sorted(clashing)}"
    else:
        stated = STATED.fullmatch(statement)
        if stated is None:
            raise Untold(f"'{statement}' is not in the notation")
        yield from wrong(stated, answers, whole)


def wrong(stated: re.Match[str], answers: list[ActorAnswer], whole: CasusAnswer) -> Iterator[str]:
    who = {ANYONE if one == "any" else one for one in re.split(r",\s*", stated["who"].strip())}
    who -= {"nobody"}
    given = SAID[stated["words"]](answers)
    actors = {one.actor for one in given}
    exact = stated["words"] not in ("may act", "not bound")
    if (actors != who) if exact else not who <= actors:
        yield f"{stated[0]}: it is {sorted(actors)} on {whole.on}"
    if stated["standing"]:
        for one in given:
            if one.actor in who and one.standing.value != stated["standing"]:
                yield f"{stated[0]}: for {one.actor} it is {one.standing.value}"


def fighting(verdict: Verdict, answers: list[ActorAnswer]) -> list[ActorAnswer]:
    return [one for one in answers if one.kind in ALLIANCE and one.verdict is verdict]


SAID = {
    "must act": lambda answers: fighting(Verdict.MUST, answers),
    "disputed": lambda answers: fighting(Verdict.DISPUTED, answers),
    "not bound": lambda answers: fighting(Verdict.NOT_BOUND, answers),
    "must consult": lambda answers: [
        one for one in answers if one.kind == "consultation" and one.verdict is Verdict.MUST
    ],
    "barred": lambda answers: [one for one in answers if one.verdict is Verdict.BARRED],
    "may act": lambda answers: [one for one in answers if one.verdict is Verdict.MAY],
}
