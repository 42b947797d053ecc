"""The scenarios that `case.toml` asks about: their acts, and what the analyst assumes of them.

Their words get a meaning later (`foedus.repercussions.scenarios`); here it is held that each has
what it needs, and that no two say the same.
"""

import re
from typing import Final

from foedus.sources.case import AnalystAssumption, OpeningAct, Scenario
from foedus.sources.toml_file import Table, nearest

__all__ = ["scenarios_asked"]

_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def scenarios_asked(table: Table) -> tuple[Scenario, ...]:
    """Return what the `[[scenario]]` blocks of a case ask, having noted their faults in `table`."""
    blocks = table.tables("scenario")
    scenarios: list[Scenario] = []
    for inner in blocks:
        scenario = _scenario(inner)
        if scenario.id and any(scenario.id == other.id for other in scenarios):
            inner.fault(f"'{scenario.id}' is another scenario's id", "an id of its own", "id")
        scenarios.append(scenario)
    ids = [one.id for one in scenarios]
    for inner, scenario in zip(blocks, scenarios, strict=True):
        if scenario.beside is not None and scenario.beside == scenario.id:
            inner.fault("it stands beside itself", "the id of another scenario", "beside")
        elif scenario.beside is not None and scenario.beside not in ids:
            near = nearest(scenario.beside, ids)
            problem = f"'{scenario.beside}' is no scenario of the case{near}"
            inner.fault(problem, "the id of another scenario", "beside")
    return tuple(scenarios)


def _scenario(table: Table) -> Scenario:
    name = table.text("id") or ""
    if name and not _SLUG.fullmatch(name):
        table.fault(f"'{name}' does not fit into an address", "an id such as kursk-2024", "id")
    several = "acts" in table.fields()
    alone = {"act", "in", "on"} & {*table.fields()}
    if several and alone:
        table.fault(f"stands beside {' and '.join(sorted(alone))}", "one or the other", "acts")
    scenario = Scenario(
        id=name,
        act="" if several else table.text("act") or "",
        place=table.text("in", required=False),
        days=() if several else table.days("on"),
        acts=_acts(table) if several else (),
        assumed=_assumed(table),
        beside=table.text("beside", required=False),
    )
    if several:
        table.text("act", required=False)  # a fault above: not unknown as well
        _ = "on" in table.fields() and table.days("on")
    table.faults_of_the_rest()
    return scenario


def _acts(table: Table) -> tuple[OpeningAct, ...]:
    acts: list[OpeningAct] = []
    for inner in table.tables("acts"):
        day = inner.day("on")
        words, place = inner.text("act"), inner.text("in", required=False)
        inner.faults_of_the_rest()
        if day is None or words is None:
            continue
        if day.earliest is None or day.latest is None:
            inner.fault(f"'{day}' is open on one side", "a day with both ends", "on")
            continue
        if acts and acts[-1].on.earliest is not None and day.earliest < acts[-1].on.earliest:
            inner.fault(f"'{day}' comes before the act above it", "acts in their order", "on")
        acts.append(OpeningAct(act=words, place=place, on=day))
    if not acts and not table.faults:
        table.fault("has no entry", "at least one act", "acts")
    return tuple(acts)


def _assumed(table: Table) -> tuple[AnalystAssumption, ...]:
    found: list[AnalystAssumption] = []
    for inner in table.tables("assume"):
        one = AnalystAssumption(
            that=" ".join((inner.text("that") or "").split()),
            low=inner.share("low") or 0.0,
            high=inner.share("high") or 0.0,
            why=inner.text("why") or "",
            source=inner.text("source") or "",
            confirmed_by=inner.text("confirmed_by") or "",
            refuted_by=inner.text("refuted_by") or "",
        )
        inner.faults_of_the_rest()
        if one.low > one.high:
            inner.fault(f"{one.low:g} lies above the high of {one.high:g}", "low ≤ high", "low")
        if one.that and any(one.that == other.that for other in found):
            inner.fault(f"'{one.that}' is assumed twice", "each assumption once", "that")
        found.append(one)
    return tuple(found)
