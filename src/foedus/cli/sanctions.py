"""`foedus sanctions`: which measures are in force on a day, on whom, and who is exposed."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, OnDay, Spoken, listed
from foedus.cli.output import Line, print_json, print_lines, say
from foedus.cli.progress import patience
from foedus.dossier.sentence import read
from foedus.errors import MissingDataset

if TYPE_CHECKING:
    from foedus.dossier.words.sanctions import SanctionWords
    from foedus.repercussions.sanctions import Known, Standing
    from foedus.repercussions.sanctions.exposure import Exposure

__all__ = ["sanctions"]

_ALIKE = 12


def sanctions(
    target: Annotated[
        str | None,
        typer.Argument(metavar="[ACTOR]", help="On whom: PRK, Russia, …", show_default=False),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="SENDER", help="By whom: USA, EU, UN, France, …")
    ] = None,
    on: OnDay = None,
    exposure: Annotated[
        bool,
        typer.Option(
            "--exposure",
            metavar="",
            help="How near ACTOR's trade stands to all who are under sanctions of SENDER.",
        ),
    ] = False,
    links: Annotated[
        int, typer.Option("--links", min=1, max=4, metavar="N", help="Links of a chain of trade.")
    ] = 2,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND,…",
            help="Only sanctions of these kinds: trade, arms, military, financial, travel, other; "
            "for exposure and without ACTOR, trade and financial if not said.",
        ),
    ] = None,
    own: Annotated[
        list[Path] | None,
        typer.Option(
            "--list",
            metavar="FILE",
            help="Also this list: the UN's .xml, OpenSanctions' targets.simple.csv or .ftm.json.",
        ),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say which measures are in force on a day, on whom, by whom, and through which organisation.

    Asked are the Global Sanctions Data Base and the European listings as far as they are held, and
    the lists you name. A member's measures come with those of its organisations. Without ACTOR, the
    states under sanctions of SENDER.
    """
    from foedus.actors.names import actor_named
    from foedus.dossier.words.catalogue import words_in
    from foedus.dossier.words.sanctions import SanctionWords
    from foedus.reading.sanctions_lists import sanctions_lists
    from foedus.repercussions.sanctions import KINDS, known_measures, measures_in_force
    from foedus.repercussions.sanctions.exposure import FAMILIES

    if target is None and by is None:
        raise typer.BadParameter("say on whom, or --by whom", param_hint="ACTOR")
    if exposure and (target is None or by is None):
        raise typer.BadParameter("--exposure asks of an ACTOR, to the sanctions --by SENDER")
    asked_kinds = tuple(dict.fromkeys(listed(kinds)))
    families = asked_kinds or FAMILIES
    if wrong := [one for one in families if one not in KINDS]:
        raise typer.BadParameter(
            f"'{wrong[0]}' is none of {', '.join(KINDS)}", param_hint="--kinds"
        )
    day = on or dt.date.today()
    asked = actor_named(target, day).id if target else None
    sender = actor_named(by, day).id if by else None
    with patience("Reading the lists of sanctions"):
        known = known_measures(lists=sanctions_lists(tuple(own or ())))
        if len(known.missing) == len(known.sources) and not known.lists:
            ways = ", or ".join(f"`{source.missing}`" for source in known.missing)
            raise MissingDataset(
                f"No list of sanctions is on this machine, so nothing is known. Run {ways}, "
                "or name a file of your own with --list."
            )
        found = measures_in_force(day, known, sender=sender, target=asked, kinds=asked_kinds)
    for source in known.missing:
        say(f"Not on this machine: {source.title}. Run `{source.missing}`.")
    exposed = _exposure(asked, sender, day, known, links, families) if exposure else None
    if as_json:
        print_json(_json(known, found, asked, sender, day, exposed))
        return
    words = SanctionWords(words_in(language), day)
    print_lines(_lines(words, known, found, asked, sender, families, exposed))


def _exposure(
    actor: str | None,
    sender: str | None,
    day: dt.date,
    known: "Known",
    links: int,
    families: tuple[str, ...],
) -> "Exposure | None":
    from foedus.repercussions.sanctions.exposure import exposure_of
    from foedus.repercussions.sanctions.trade_shares import trade_shares

    assert actor is not None
    assert sender is not None
    with patience("Following the trade"):
        trade = trade_shares(day.year)
        if trade is None:
            say("The trade data begin later: exposure is not known.")
            return None
        found = exposure_of(actor, sender, day, known, trade, steps=links, families=families)
    if found is None:
        say(f"The trade data know nothing of {actor} in {trade.year}.")
    return found


def _json(
    known: "Known",
    found: "tuple[Standing, ...]",
    target: str | None,
    sender: str | None,
    day: dt.date,
    exposed: "Exposure | None",
) -> dict[str, object]:
    from foedus.repercussions.sanctions.as_json import exposure_json, in_force_json, known_json

    senders = sorted({one.measure.sender for one in found if one.measure.sender})
    return {
        "target": target,
        "sender": sender,
        "on": day.isoformat(),
        **known_json(known, senders, day),
        "measures": in_force_json(found),
        "exposure": exposure_json(exposed) if exposed else None,
    }


def _lines(
    words: "SanctionWords",
    known: "Known",
    found: "tuple[Standing, ...]",
    target: str | None,
    sender: str | None,
    families: tuple[str, ...],
    exposed: "Exposure | None",
) -> Iterator[Line]:
    yield Line(0, words.heading(target, sender), "bold")
    if target is None:
        assert sender is not None
        yield from _targets(words, known, sender, families)
    else:
        yield from _on(words, found, target, sender)
    if exposed is not None:
        yield Line(0, "")
        for depth, text in words.exposure_lines(exposed):
            yield Line(depth, text, "bold" if depth == 0 else "")
    yield Line(0, "")
    yield Line(0, words.asked_title(), "bold")
    yield from (Line(1, text, "dim") for text in words.asked(known))


def _on(
    words: "SanctionWords",
    found: "tuple[Standing, ...]",
    target: str,
    sender: str | None,
) -> Iterator[Line]:
    from foedus.repercussions.sanctions.groups import grouped

    groups = grouped(found)
    if not groups:
        yield Line(1, read(words.nothing(target, sender)))
    shown = groups[:_ALIKE]
    for group in shown:
        newest = words.newest(group, "-")
        for place, text in enumerate(words.group(group, target, "-")):
            yield Line(1, read(text))
            if newest and place == 0:
                yield Line(2, read(newest), "dim")
    if len(groups) > len(shown):
        yield Line(1, words.more(groups[_ALIKE:]), "dim")
    for organisation in dict.fromkeys(one.through for one in groups if one.through):
        yield Line(1, words.bound_through(organisation, str(sender)))
        yield Line(2, words.members(organisation), "dim")
    yield Line(0, "")
    yield from (Line(0, text, "dim") for text in words.limits(groups))


def _targets(
    words: "SanctionWords", known: "Known", sender: str, families: tuple[str, ...]
) -> Iterator[Line]:
    from foedus.repercussions.sanctions import InForce, targets_of

    found = targets_of(sender, words.on, known, families)
    for standing in InForce:
        named = [target for target, one in found.items() if one is standing]
        if named:
            yield Line(1, words.targets(standing, named))
    if not found:
        yield Line(1, words.no_targets(sender))
    yield Line(0, "")
    yield from (Line(0, text, "dim") for text in words.limits(()))
