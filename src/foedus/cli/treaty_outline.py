"""Everything coded of one treaty, as an outline in a terminal: each thing with its source."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from foedus.cli.article_outline import article_outline
from foedus.cli.outline_parts import facts, heading, label, source, span, under
from foedus.evidence import Spell
from foedus.treaties.comparison_words import named_so, said_articles
from foedus.treaties.elements import named
from foedus.treaties.instrument import Instrument, Party
from foedus.treaties.sentences import said_day
from foedus.treaties.vocabulary import said_code

__all__ = ["outline"]


def outline(one: Instrument, language: str) -> Iterator[RenderableType]:
    """Yield what to print of an instrument, part by part."""
    yield Text(one.title.said(language), style="bold")
    yield Text("")
    yield facts(_head(one, language))
    yield heading("parties", language, f" ({len(one.actors)})")
    for party in one.parties:
        yield from _party(party, one, language)
    yield from _suspensions(one, language)
    if one.differs_from_atop:
        yield heading("differs", language)
        for point in one.differs_from_atop:
            yield under(1, named_so(point.on, point.why, language))
    yield heading("articles", language)
    for article in one.articles:
        yield from article_outline(article, one, language)
    if one.left_out:
        yield heading("left_out", language)
        for out in one.left_out:
            yield under(1, named_so(out.what, out.why, language))


def _head(one: Instrument, language: str) -> Iterator[tuple[str, str]]:
    yield "id", one.id
    yield label("signed", language), said_day(one.signed, language)
    yield label("life", language), _life(one, language)
    yield label("legal_force", language), _legal_force(one, language)
    yield label("secrecy", language), said_code("secrecy", one.secrecy, language)
    yield label("duration", language), _duration(one, language)
    for key in ("ancestor", "replaces"):
        if earlier := getattr(one, key):
            yield label(key, language), earlier
    if one.organisation:
        yield label("organisation", language), named(one, (one.organisation,)).said(language)
    if one.guaranteed:
        yield label("guaranteed", language), named(one, one.guaranteed).said(language)
    atop = f"no. {one.atop}" if one.atop else label("not_in_atop", language)
    yield label("atop", language), atop
    if one.names:
        yield label("names", language), "; ".join(one.names)
    yield label("citation", language), one.citation


def _life(one: Instrument, language: str) -> str:
    note = f" ({one.in_force_note})" if one.in_force_note else ""
    if one.in_force is None:
        return label("never", language) + note
    begins = said_day(one.in_force, language)
    if one.ended is None:
        return f"{label('since', language)} {begins}{note}"
    return f"{begins} {label('to', language)} {said_day(one.ended, language)}{note}"


def _legal_force(one: Instrument, language: str) -> str:
    force = one.legal_force
    if force is None:
        return said_code("legal_force", "binding", language)
    said = f"{force.words.said(language)} [{force.source}]"
    return named_so(said_code("legal_force", force.kind, language), said, language)


def _duration(one: Instrument, language: str) -> str:
    agreed = one.duration
    if agreed is None:
        return label("not_coded", language)
    years = f", {agreed.years} {label('years', language)}" if agreed.years else ""
    where = f" ({said_articles((agreed.article,))})" if agreed.article else ""
    return named_so(
        said_code("duration", agreed.kind, language) + years,
        f"{agreed.words.said(language)}{where} [{agreed.source}]",
        language,
    )


def _party(party: Party, one: Instrument, language: str) -> Iterator[RenderableType]:
    line = Text(f"{party.actor:<5}")
    line.append(named(one, (party.actor,)).said(language), style="bold")
    signed = [f"{label('party_signed', language)} {party.signed}"] if party.signed else []
    days_as_party = f"{label('party', language)} {span(party.spell)}" if party.spell else ""
    days = ", ".join([*signed, days_as_party or label("never_a_party", language)])
    yield under(1, line.append(named_so("", days, language)))
    if party.note:
        yield under(4, party.note.said(language))
    for remark in party.remarks:
        told = f"{label('remark', language)}, {span(remark.spell)}"
        yield under(4, named_so(told, remark.words.said(language), language))
        yield source(4, remark.source)
    for doubt in party.doubts:
        told = f"{label('doubt', language)}, {span(Spell(doubt.since, doubt.until))}"
        yield under(4, named_so(told, doubt.words.said(language), language), "magenta")
        yield source(4, doubt.source)


def _suspensions(one: Instrument, language: str) -> Iterator[RenderableType]:
    if one.suspensions:
        yield heading("suspensions", language)
    for each in one.suspensions:
        owed = [named(one, actors).said(language) for actors in (each.obligor, each.beneficiary)]
        yield under(1, named_so(" → ".join(owed), span(each.spell), language))
        yield under(2, each.words.said(language))
        yield source(2, each.source)
