"""The bond and what changed: what lies between the actors in focus, in lanes on one clock."""

from collections.abc import Iterator

from foedus.dossier.blocks import Figure, Key, Margin, Paragraph, Remarked, Section
from foedus.dossier.coded_treaties import instrument_id, instrument_link
from foedus.dossier.counting import counted
from foedus.dossier.exhibit import Exhibit
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground
from foedus.dossier.records import EventRecord
from foedus.dossier.sections.bond_timeline import bond_figure
from foedus.dossier.sentence import Link, Plain
from foedus.dossier.words.days import number_words
from foedus.evidence import Day
from foedus.treaties.instrument import Instrument

__all__ = ["bond", "instruments_between"]


def instruments_between(ground: Ground) -> tuple[Instrument, ...]:
    """Return the treaties to which two actors in focus are party, or that one compared succeeds.

    Charters and other instruments open to all are left out: they bind everybody alike.
    """
    focus = frozenset(ground.case.focus)
    ancestors = {each.ancestor for each in ground.instruments.values() if _joins(each, focus)}
    return tuple(
        each
        for each in ground.instruments.values()
        if each.organisation is None and (_joins(each, focus) or each.id in ancestors)
    )


def _joins(instrument: Instrument, focus: frozenset[str]) -> bool:
    return instrument.organisation is None and len(focus & frozenset(instrument.actors)) > 1


def bond(ground: Ground) -> Section:
    """Return the treaties and events between the actors in focus, and what they show."""
    w = ground.words
    events = ground.between_focus
    treaties = instruments_between(ground)
    findings = (*_treaty_findings(ground, treaties), *_event_findings(ground, events))
    blocks: list[Paragraph | Remarked | Key | Figure] = []
    if findings:
        blocks.append(Paragraph(findings, tuple(_margin(ground, events))))
    figure = bond_figure(ground, events, treaties)
    blocks.append(figure or Remarked(w.sentence("bond.empty"), missing=True))
    if figure:
        blocks.append(Key())
    exhibits = (_counting(ground, events),) if events else ()
    return Section(id="bond", title=w.text("bond.title"), blocks=tuple(blocks), exhibits=exhibits)


def _counting(ground: Ground, events: tuple[EventRecord, ...]) -> Exhibit:
    """Return how the events between the actors in focus were counted."""
    w = ground.words
    told = (ground.speaking(event) for event in events)
    return counted(ground, "e-bond", w.text("bond.counted"), told, w.text("bond.caveat"))


def _treaty_findings(ground: Ground, treaties: tuple[Instrument, ...]) -> Iterator[Finding]:
    w = ground.words
    for treaty in treaties:
        signed = Link(ground.day(treaty.signed.edtf), instrument_id(treaty.id))
        key = (
            "runs"
            if treaty.in_force and not treaty.ended
            else "ended"
            if treaty.ended
            else "signed"
        )
        parts = {
            "treaty": instrument_link(ground, treaty.id),
            "signed": signed,
            "force": _day_link(ground, treaty, treaty.in_force),
            "ended": _day_link(ground, treaty, treaty.ended),
        }
        yield Finding(
            sentence=w.sentence(f"bond.treaty.{key}", **parts),
            caveat=w.text("caveat.instrument"),
        )
        days = _days_waiting(treaty)
        if days:
            yield Finding(
                sentence=w.sentence(
                    "bond.waiting",
                    days=Link(
                        w.counted("bond.days", days, count=number_words(w, days)),
                        instrument_id(treaty.id),
                    ),
                ),
                caveat=w.text("caveat.instrument"),
            )


def _day_link(ground: Ground, treaty: Instrument, day: Day | None) -> Link:
    return Link(ground.day(day.edtf if day else None), instrument_id(treaty.id))


def _days_waiting(treaty: Instrument) -> int | None:
    """Return the days between signature and force, None unless both are known and they differ."""
    if treaty.in_force is None or not (treaty.signed.is_exact and treaty.in_force.is_exact):
        return None
    assert treaty.signed.earliest is not None
    assert treaty.in_force.earliest is not None
    return (treaty.in_force.earliest - treaty.signed.earliest).days or None


def _event_findings(ground: Ground, events: tuple[EventRecord, ...]) -> Iterator[Finding]:
    w = ground.words
    if not events:
        return
    certain = [event for event in events if event.standing == "certain"]
    contested = [event for event in events if event.standing == "contested"]
    told = tuple(ground.speaking(event) for event in events)
    yield Finding(
        sentence=w.counted_sentence(
            "bond.events",
            len(events),
            actors=ground.named(ground.case.focus),
            count=Link(number_words(w, len(events)), "e-bond"),
            certain=Link(number_words(w, len(certain)), "e-bond"),
            contested=Link(number_words(w, len(contested)), "e-bond"),
        ),
        rests_on=told[:12],
        caveat=w.text("bond.caveat"),
    )


def _margin(ground: Ground, events: tuple[EventRecord, ...]) -> Iterator[Margin]:
    w = ground.words
    for event in [each for each in events if each.standing == "contested"][:2]:
        quotes = [ground.assertion[one] for one in event.assertions if one in ground.assertion]
        links: list[Link | Plain] = []
        for quote in quotes[:3]:
            if links:
                links.append(Plain(" · "))
            language = ground.document[quote.document].language
            links.append(
                Link(_short(quote.quote), quote.assertion, language or ground.words.language)
            )
        if links:
            yield Margin(w.text("margin.contested"), tuple(links), contested=True)


def _short(quote: str, most: int = 90) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"
