"""Measures, exposure, channels and mirror gaps as plain data, ready for JSON: ids and codes."""

import datetime as dt
import math
from collections.abc import Iterable

from foedus.evidence import Spell
from foedus.repercussions.channels import At, WaysRound
from foedus.repercussions.mirror import Gap, Mirror
from foedus.repercussions.sanctions.exposure import Exposure
from foedus.repercussions.sanctions.in_force import Known, Standing
from foedus.repercussions.sanctions.members import members_on
from foedus.sources.channel_file import Channel

__all__ = ["exposure_json", "in_force_json", "known_json", "mirror_json", "ways_json"]

Plain = dict[str, object]


def in_force_json(standings: Iterable[Standing]) -> list[Plain]:
    """Return every measure with its standing, known up to `known_until`."""
    return [_measure(one) for one in standings]


def _measure(one: Standing) -> Plain:
    measure = one.measure
    return {
        "key": measure.key,
        "dataset": measure.dataset,
        "sender": measure.sender,
        "through": one.through,
        "on": [{"actor": actor, "why": why.value} for actor, why in measure.on],
        "standing": one.standing.value,
        "kinds": list(measure.kinds),
        "programme": measure.programme,
        "name": measure.name,
        "sort": measure.sort,
        **_spell(measure.spell),
        "known_until": measure.known_until.isoformat() if measure.known_until else None,
    }


def known_json(known: Known, senders: Iterable[str], on: dt.date) -> Plain:
    """Return which sources were asked, which are missing, and whom organisations bind that day."""
    members = {one: members_on(one, on) for one in senders}
    return {
        "sources": [
            {
                "dataset": one.dataset,
                "title": one.title,
                "version": one.version,
                "covers": list(one.covers),
                "missing": one.missing,
            }
            for one in known.sources
        ],
        "lists": [
            {
                "file": one.file,
                "form": one.form,
                "sha256": one.sha256,
                "as_of": one.as_of.isoformat() if one.as_of else None,
            }
            for one in known.lists
        ],
        "members": {
            name: {
                "certain": list(found.certain),
                "possible": list(found.possible),
                "source": found.source,
            }
            for name, found in members.items()
            if found is not None
        },
    }


def exposure_json(found: Exposure) -> Plain:
    """Return one exposure; `within` has a row for each number of links."""
    return {
        "actor": found.actor,
        "sender": found.sender,
        "on": found.on.isoformat(),
        "trade_of": found.year,
        "families": list(found.families),
        "within": [
            {"links": links, "low": low, "high": high}
            for links, (low, high) in enumerate(zip(found.low, found.high, strict=True), 1)
        ],
        "missing": found.missing,
        "targets": {target: standing.value for target, standing in found.targets.items()},
        "chains": [{"actors": list(one.actors), "weight": one.weight} for one in found.chains],
    }


def ways_json(found: WaysRound) -> Plain:
    """Return the channels and both ends of the answer; null is a flow without a known bound."""
    return {
        "from": found.giver,
        "to": found.taker,
        "what": found.what,
        "unit": found.unit or None,
        "on": found.on.isoformat() if found.on else None,
        "closing": found.closing,
        "channels": [_channel(one) for one in found.channels],
        "possible": found.possible,
        "closed_that_day": found.closed_that_day,
        "low": _at(found.low),
        "high": _at(found.high),
        "same_choice": found.same_choice,
    }


def _at(at: At) -> Plain:
    return {
        "flow": _finite(at.flow),
        "cut": [_channel(one) for one in at.cut],
        "cut_is_unique": at.cut_is_unique,
        "closed": [_channel(one) for one in at.closed],
        "left": _finite(at.left),
        "bound": _finite(at.bound),
        "proven": at.proven,
        "left_by_other": _finite(at.left_by_other),
    }


def _channel(channel: Channel) -> Plain:
    return {
        "line": channel.line,
        "from": channel.giver,
        "to": channel.taker,
        "low": channel.low,
        "high": _finite(channel.high),
        **_spell(channel.spell),
        "source": channel.source,
    }


def mirror_json(found: Mirror) -> Plain:
    """Return every flow with its gap, null where one side reports nothing."""
    return {
        "file": found.reports.name,
        "sha256": found.reports.sha256,
        "form": found.reports.form,
        "left_out": found.reports.left_out,
        "freight": list(found.freight),
        "both": found.both,
        "median": found.median,
        "gaps": [_gap(one) for one in found.gaps],
    }


def _gap(gap: Gap) -> Plain:
    flow = gap.flow
    return {
        "exporter": flow.exporter,
        "importer": flow.importer,
        "period": flow.period,
        "product": flow.product,
        "by_exporter": flow.by_exporter,
        "by_importer": flow.by_importer,
        "reexported": flow.reexported,
        "direction": gap.direction,
        "low": gap.low,
        "high": gap.high,
        "ratio": gap.ratio,
        "rare": gap.rare,
        "by_others": gap.by_others,
    }


def _spell(spell: Spell) -> Plain:
    return {
        "begins": spell.begins.edtf if spell.begins else None,
        "ends": spell.ends.edtf if spell.ends else None,
    }


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None
