"""The alliances of ATOP 5.1 as instruments, made of the member file held on this machine."""

from collections.abc import Iterator, Mapping, Sequence
from threading import Lock

from foedus.actors.names import display_name
from foedus.datasets.holdings import held_table, holding
from foedus.ledger.engines import Engine
from foedus.treaties.atop.articles import articles_of
from foedus.treaties.atop.mapping import fact, levels, promises, provisions, said
from foedus.treaties.atop.member_rows import MemberRow, alliances_in, member_rows
from foedus.treaties.atop.members_as_parties import parties_of
from foedus.treaties.atop.phases import Phase, earliest_of, latest_of, phases_of
from foedus.treaties.atop.saying import filled, one_after_the_other, said_in_each
from foedus.treaties.clauses import Instruments
from foedus.treaties.instrument import Article, Duration, Instrument, LeftOut, Party
from foedus.treaties.vocabulary import kinds
from foedus.treaties.words import Words

__all__ = ["atop_instruments", "instrument_of"]

CITATION = (
    "Brett Ashley Leeds, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long, "
    '"Alliance Treaty Obligations and Provisions, 1815-1944", International Interactions 28 '
    "(2002): 237-260; Leeds, ATOP Codebook, Version 5.1; alliance no. {number}"
)
MOST_NAMED = 4
_AND = {"en": " and ", "fr": " et "}
_OTHERS = {"en": " and {} others", "fr": " et {} autres"}

_made: dict[str, Instruments] = {}
_one_at_a_time = Lock()


def atop_instruments(engine: Engine) -> Instruments:
    """Return every alliance of ATOP 5.1 by id ("atop-1350"), in the order they were concluded.

    Made once in a process for each file held. Raises MissingDataset, with what to run, when this
    machine does not hold ATOP's member file.
    """
    key = " ".join(one.sha256 for one in holding("atop", "members").files)
    with _one_at_a_time:
        if key not in _made:
            _made.clear()
            rows = member_rows(engine, held_table(engine, "atop", "members"))
            found = [instrument_of(alliance) for alliance in alliances_in(rows)]
            found.sort(key=lambda one: (str(one.signed.earliest), one.id))
            _made[key] = Instruments({one.id: one for one in found})
        return _made[key]


def instrument_of(rows: Sequence[MemberRow]) -> Instrument:
    """Return the instrument that the rows of one alliance are."""
    phases = phases_of(rows)
    number = phases[0].alliance
    begins = earliest_of([row.entered for row in rows])
    parties = parties_of(phases, f"ATOP 5.1 no. {number}")
    articles = tuple(articles_of(phases, parties))
    short = _named(parties, f", {(begins.earliest or begins)!s:.4} (ATOP {number})")
    return Instrument(
        id=f"atop-{number}",
        title=_with_kinds(short, articles),
        short=short,
        citation=CITATION.format(number=number),
        signed=begins,
        in_force=begins,
        in_force_note=_note_on_entry(phases[0]),
        ended=latest_of([row.left for row in rows]),
        parties=parties,
        articles=articles,
        left_out=tuple(_left_out(phases)),
        atop=number,
        secrecy=_secrecy(rows),
        duration=_duration(phases[0], number),
    )


def _named(parties: Sequence[Party], after: str) -> Words:
    """Return the names of those who concluded it, as they were called then."""
    begins = [one.spell.begins for one in parties if one.spell and one.spell.begins]
    on = earliest_of(begins).earliest if begins else None
    founders = dict.fromkeys(one.actor for one in parties if one.signed)
    actors = founders if len(founders) > 1 else dict.fromkeys(one.actor for one in parties)

    return said_in_each(
        lambda one: _listed([display_name(actor, one, on) for actor in actors], one) + after
    )


def _listed(names: Sequence[str], language: str) -> str:
    if len(names) > MOST_NAMED:
        return ", ".join(names[:2]) + _OTHERS[language].format(len(names) - 2)
    return _AND[language].join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _with_kinds(short: Words, articles: Sequence[Article]) -> Words:
    """Return the short title and which of the five promises were ever made in it."""
    made = {obligation.kind for article in articles for obligation in article.obligations}
    labels = [kinds()[one.kind].label for one in promises() if one.kind in made]
    if not labels:
        return short
    return Words(
        en=f"{short.said('en')}: " + ", ".join(one.said("en") for one in labels),
        fr=f"{short.said('fr')} : " + ", ".join(one.said("fr") for one in labels),
    )


def _note_on_entry(phase: Phase) -> str:
    mode = levels("estmode").get(_level(phase, "estmode"))
    first_day = said("yrent").said("en")
    return f"{mode.said('en')}; {first_day}" if mode else first_day


def _secrecy(rows: Sequence[MemberRow]) -> str:
    degrees: Mapping[int, str] = fact("pubsecr")["levels"]
    return degrees[max((row["pubsecr"] or 0 for row in rows), default=0)]


def _duration(phase: Phase, number: int) -> Duration | None:
    level = phase.any_row["speclgth"]
    if level is None:
        return None
    kind: str = fact("speclgth")["levels"][level]
    if kind == "fixed":
        kind = fact("proren")["levels"].get(_level(phase, "proren"), kind)
    months = phase.any_row["length"] or 0
    told = ", ".join(
        f"{variable} = {phase.any_row[variable]}"
        for variable in ("speclgth", "length", "proren", "renounce")
    )
    return Duration(
        kind=kind,
        years=months // 12 if months and months % 12 == 0 else None,
        words=one_after_the_other(_duration_said(phase, level, months)),
        article=None,
        source=f"ATOP 5.1 no. {number}: {told}",
    )


def _duration_said(phase: Phase, level: int, months: int) -> Iterator[Words]:
    length = said_in_each(lambda one: _length(months, one))
    yield filled(said("speclgth", level), length=length)
    renewal = _level(phase, "proren")
    if renewal in fact("proren")["said"]:
        yield said("proren", renewal)
    if words := levels("renounce").get(_level(phase, "renounce")):
        yield words


def _length(months: int, language: str) -> str:
    years, rest = divmod(months, 12)
    if rest:
        return f"{months} mois" if language == "fr" else f"{months} month{'s' * (months > 1)}"
    noun = "an" if language == "fr" else "year"
    return f"{years} {noun}{'s' * (years > 1)}"


def _level(phase: Phase, variable: str) -> int:
    """Return what ATOP codes for the alliance, -1 (no level of anything) where it is blank."""
    value = phase.any_row[variable]
    return -1 if value is None else value


def _left_out(phases: Sequence[Phase]) -> Iterator[LeftOut]:
    yield LeftOut(
        "the articles and their wording",
        "ATOP codes what a treaty promises; which of its variables foedus takes, and why, is told "
        "in docs/reference/atop-mapping.md",
    )
    nobody = sorted({one.row.code for phase in phases for one in phase.members if not one.actors})
    if nobody:
        codes = ", ".join(map(str, nobody))
        yield LeftOut(f"{len(nobody)} members: {codes}", "COW codes that no actor of foedus has")
    blank = [
        variable
        for variable in _read()
        for phase in phases
        for one in phase.members
        if one.row[variable] is None
    ]
    if blank:
        named = ", ".join(dict.fromkeys(blank))
        yield LeftOut(
            f"{len(blank)} blank cells: {named}",
            "ATOP could not code them (for want of the text, mostly); a blank is no promise, and "
            "not known to be none",
        )


def _read() -> tuple[str, ...]:
    """The variables a blank of which hides something that an instrument would say."""
    facts = ("estmode", "pubsecr", "speclgth", "specthrt")
    promised = (one.variable for one in promises())
    return (*facts, *promised, *(one.variable for one in provisions()))
