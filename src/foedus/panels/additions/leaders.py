"""Who led a state: Archigos, by state and year."""

from ibis.expr.types import Table

from foedus.panels.calendar import in_years, years_of
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Join, States
from foedus.panels.systems import GW

__all__ = ["LEADERS"]

_LEADERS = (
    Added("jan1leadid", "id of the leader in office on 1 January"),
    Added("dec31leadid", "id of the leader in office on 31 December"),
    Added("jan1leader", "name of the leader in office on 1 January"),
    Added("dec31leader", "name of the leader in office on 31 December"),
    Added("n_leaders", "number of leaders in office at some time of the year"),
    Added("leadertransition", "a leader took office in the year: 1 yes, 0 no"),
    Added("irregular", "a leader took or lost office irregularly in the year: 1 yes, 0 no"),
)


def _leader_years(held: HeldTables) -> Table:
    spells = held.table("archigos", "leaders")
    first, last = held.years("archigos", "leaders")
    years = years_of(first or 1875, last or 2015)
    rows = in_years(spells, spells.startdate.year(), spells.enddate.year(), years)
    began = rows.startdate.year() == rows.year
    ended = rows.enddate.year() == rows.year
    early = ~began | ((rows.startdate.month() == 1) & (rows.startdate.day() == 1))
    late = ~ended | ((rows.enddate.month() == 12) & (rows.enddate.day() == 31))
    forced = (began & (rows.entry == "Irregular")) | (ended & (rows.exit == "Irregular"))
    marked = rows.mutate(
        state=rows.gwcode.cast("int32"),
        began=began.cast("int32"),
        forced=forced.fill_null(False).cast("int32"),
        on_the_first=early,
        on_the_last=late,
    )
    return marked.group_by("state", "year").agg(
        # On the day of a change two are in office: the one who left first, the one who came last.
        jan1leadid=marked.leadid.argmin(marked.startdate, where=marked.on_the_first),
        dec31leadid=marked.leadid.argmax(marked.startdate, where=marked.on_the_last),
        jan1leader=marked.leader.argmin(marked.startdate, where=marked.on_the_first),
        dec31leader=marked.leader.argmax(marked.startdate, where=marked.on_the_last),
        n_leaders=marked.obsid.nunique().cast("int32"),
        leadertransition=marked.began.max(),
        irregular=marked.forced.max(),
    )


LEADERS: tuple[Join, ...] = (
    States("archigos", "leaders", GW, _leader_years, _LEADERS, "by state and year"),
)
