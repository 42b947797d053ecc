"""One article of a treaty in a terminal: how it is known, what it obliges to, limits, readings."""

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from foedus.cli.outline_parts import facts, label, span, under
from foedus.errors import UnknownActor
from foedus.treaties.comparison_words import named_so, said_articles
from foedus.treaties.elements import named, trigger_conditions
from foedus.treaties.instrument import Article, ExceptionRule, Instrument, Obligation, Reading
from foedus.treaties.vocabulary import act_kinds, kinds, said_code

__all__ = ["article_outline"]

_UNSAID = ("none stated", "unstated")


def article_outline(article: Article, one: Instrument, language: str) -> Iterator[RenderableType]:
    """Yield what to print of an article of a treaty."""
    yield Text("")
    number = said_articles((article.number,))
    head = Text(number[:1].upper() + number[1:], style="bold")
    if article.spell:
        head.append(f"  {label('wording', language)} {span(article.spell)}", style="not bold dim")
    yield under(1, head)
    yield under(2, article.summary.said(language))
    known = f"{label('known', language)} {said_code('known_how', article.known_how, language)}"
    yield under(2, named_so(known, article.source, language), "dim")
    if article.why_uncertain:
        why = named_so(label("uncertain", language), article.why_uncertain, language)
        yield under(2, why, "magenta")
    for duty in article.obligations:
        kind = Text(f"▸ {kinds()[duty.kind].label.said(language)}", style="bold blue")
        owed = [named(one, actors).said(language) for actors in (duty.obligor, duty.beneficiary)]
        kind.append(named_so("", " → ".join(owed), language), style="not bold")
        yield under(2, kind)
        yield Padding(facts(_duty(duty, one, language)), (0, 0, 0, 6))


def _duty(duty: Obligation, one: Instrument, language: str) -> Iterator[tuple[str, str | Text]]:
    asks = duty.asks
    yield from _trigger(duty, one, language)
    said = [words.said(language) for words in (asks.action, asks.means) if words]
    if asks.armed_force not in _UNSAID:
        said.append(label(asks.armed_force, language))
    yield label("asks", language), _listed(list(dict.fromkeys(said)), language)
    how = [
        said_code(field, code, language)
        for field, code in (("discretion", duty.discretion), ("timing", duty.timing))
        if code not in _UNSAID
    ]
    if how:
        yield label("how", language), _listed(how, language)
    if duty.subject_to:
        limits = [said_code("subject_to", code, language) for code in duty.subject_to]
        yield label("subject_to", language), _listed(limits, language)
    for limit in duty.exceptions:
        yield label("limit", language), _limit(limit, language)
    for question, rivals in groupby(duty.readings, lambda reading: reading.question):
        asked = Text(said_code("question", question, language), style="magenta")
        yield label("reading", language), asked
        for reading in rivals:
            yield label("reading", language), _reading(reading, one, language)


def _trigger(duty: Obligation, one: Instrument, language: str) -> Iterator[tuple[str, str]]:
    trigger = duty.trigger
    if trigger.words:
        yield label("if", language), trigger.words.said(language)
    for condition in trigger_conditions(one, duty).values():
        yield label("if", language), condition.said(language)
    if trigger.acts:
        acts = [act_kinds()[act].label.said(language) for act in trigger.acts]
        yield label("acts", language), _listed(acts, language)
        by = named(one, trigger.adversaries).said(language) if trigger.adversaries else None
        yield label("by", language), by or said_code("by", trigger.by, language)
    if trigger.not_adversaries:
        yield label("but_by", language), named(one, trigger.not_adversaries).said(language)
    if trigger.territory not in _UNSAID:
        yield label("where", language), said_code("territory", trigger.territory, language)
    if trigger.excluded_areas:
        areas = [said_code("area", area, language) for area in trigger.excluded_areas]
        yield label("but_in", language), _listed(areas, language)


def _limit(limit: ExceptionRule, language: str) -> Text:
    where = said_articles((limit.article,))
    text = Text(f"✕ {limit.words.said(language)} ({where})", style="red")
    for area in limit.areas:
        if area.until:
            name = said_code("area", area.name, language)
            text.append(f"\n{name} {label('until', language)} {area.until}")
    return text.append(f"\n[{limit.source}]", style="dim")


def _reading(reading: Reading, one: Instrument, language: str) -> Text:
    text = Text(f"◆ {reading.label.said(language)}")
    holders = ", ".join(_holder(each, one, language) for each in reading.holders)
    held = f"{label('held_by', language)} {holders}"
    return text.append(f"\n{held} [{reading.source}]", style="dim")


def _holder(holder: str, one: Instrument, language: str) -> str:
    """A state by its name; a scholar, a court or a text as written."""
    try:
        return named(one, (holder,)).said(language)
    except UnknownActor:
        return holder


def _listed(parts: list[str], language: str) -> str:
    return (" ; " if language == "fr" else "; ").join(parts)
