"""What disputes add to a panel: Correlates of War MIDs and their corrected version.

Months: a dispute is known by its first month and by the least and the greatest number of days it
took, and a pair of states by the years in which it took part. A pair that was in it from the first
day was in it from its first month. Where only the two took part, it was under way to the month in
which it surely still ran; where others did too, either may have left before the end of the pair's
last year. When a state that joined later did so, or left and came back, is known by the year only.
What is not known is missing, neither 0 nor 1.
"""

from collections.abc import Callable

import ibis
from ibis.expr.types import IntegerValue, Table

from foedus.panels.additions.rows import pairs, states
from foedus.panels.calendar import months_of
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Join, Pairs, States
from foedus.panels.systems import COW

__all__ = ["GML", "MID"]

# In the order of the published file, after the two flags; as in the codebook of MID 5.
_OF_THE_DISPUTE = (
    ("sidea1", "the first state is on side A"),
    ("sidea2", "the second state is on side A"),
    ("fatality1", "level of fatalities of the first state (0 to 6)"),
    ("fatality2", "level of fatalities of the second state (0 to 6)"),
    ("fatalpre1", "number of fatalities of the first state, where known"),
    ("fatalpre2", "number of fatalities of the second state, where known"),
    ("hiact1", "highest action of the first state (0 to 21)"),
    ("hiact2", "highest action of the second state (0 to 21)"),
    ("hostlev1", "level of hostility of the first state (1 to 5)"),
    ("hostlev2", "level of hostility of the second state (1 to 5)"),
    ("orig1", "the first state took part from the first day"),
    ("orig2", "the second state took part from the first day"),
    ("fatality", "level of fatalities of the dispute (0 to 6)"),
    ("hostlev", "highest level of hostility of the dispute (1 to 5)"),
    ("mindur", "least duration of the dispute in days"),
    ("maxdur", "greatest duration of the dispute in days"),
    ("recip", "the dispute was reciprocated"),
    ("stmon", "month in which the dispute began"),
)
_NAMES = ("dispnum", *(name for name, _ in _OF_THE_DISPUTE))
# Months in which a run of so many days ends, at least and at most: any k months in a row have
# between 30.4 k - 2.4 and 30.6 k + 0.8 days.
_SHORTEST, _SLACK_SHORT = 30.4, 2.4
_LONGEST, _SLACK_LONG = 30.6, 0.8
_NO, _PERHAPS, _YES = 0, 1, 2


def _disputes(dataset: str, prefix: str, flags: str, ongoing: str, onset: str) -> tuple[Join, ...]:
    flagged = (
        Added(f"{flags}ongoing", "a dispute was under way: 1 yes, 0 no", 0),
        Added(f"{flags}onset", "a dispute began: 1 yes, 0 no", 0),
    )
    kept = Added(f"{prefix}dispnum", "number of the dispute kept for the pair and year")
    others = tuple(Added(f"{prefix}{name}", meaning) for name, meaning in _OF_THE_DISPUTE)
    names = (f"{flags}ongoing", f"{flags}onset")

    def years(held: HeldTables) -> Table:
        rows = held.table(dataset, "directed_dyad_years")
        renamed = rows.rename({f"{prefix}{name}": name for name in _NAMES})
        return pairs(renamed, *names, *(f"{prefix}{name}" for name in _NAMES))

    def of_states(held: HeldTables) -> Table:
        rows = held.table(dataset, "directed_dispute_years")
        sides = states(rows, "dispnum", ongoing, onset, code="ccode1")
        return sides.group_by("state", "year").agg(
            **{
                f"{flags}s_ongoing": sides.dispnum.nunique(where=sides[ongoing] == 1).cast("int32"),
                f"{flags}s_begun": sides.dispnum.nunique(where=sides[onset] == 1).cast("int32"),
            }
        )

    return (
        Pairs(
            dataset,
            "directed_dyad_years",
            COW,
            years,
            (kept, *flagged, *others),
            "by directed pair and year: the one dispute kept where there were several",
        ),
        Pairs(
            dataset,
            "directed_dispute_years",
            COW,
            _months(dataset, onset, names),
            flagged,
            "by directed pair and month: 1 from the month in which a dispute began to the one in "
            "which it surely still ran, missing where the pair may but need not have been in it",
            monthly=True,
        ),
        States(
            dataset,
            "directed_dispute_years",
            COW,
            of_states,
            (
                Added(f"{flags}s_ongoing", "number of disputes under way", 0),
                Added(f"{flags}s_begun", "number of disputes that began", 0),
            ),
            "by state and year: disputes in which it took part",
        ),
    )


def _months(dataset: str, onset: str, names: tuple[str, str]) -> Callable[[HeldTables], Table]:
    def months(held: HeldTables) -> Table:
        rows = _with_parties(held.table(dataset, "directed_dispute_years"), onset)
        spells = _spells(held.table(dataset, "disputes"))
        begin, end = held.years(dataset, "directed_dispute_years")
        dated = rows.inner_join(spells, rows.dispnum == spells.dispute)
        # Of each year in which the dispute is listed for the pair, the months that may belong.
        monthly = dated.inner_join(months_of(begin or 1816, end or 2014), "year")
        may = monthly.filter(monthly.number.between(monthly.begun, monthly.perhaps))
        from_the_start = may.both_original & (may.begun // 12 == may.first_year)
        first = from_the_start & (may.year == may.first_year)
        opening = first & (may.number == may.begun)
        entered = first | ((may[onset] != 1) & (may.year > may.first_year))
        staying = ibis.ifelse(may.bilateral, may.number <= may.surely, may.year < may.last_year)
        said = may.mutate(
            under_way=ibis.cases(
                (opening | (entered & staying & ~may.left_and_came_back), _YES), else_=_PERHAPS
            ),
            beginning=ibis.cases(
                (may[onset] != 1, _NO), (opening, _YES), (first, _NO), else_=_PERHAPS
            ),
        )
        counted = said.group_by("ccode1", "ccode2", "year", "month").agg(
            under_way=said.under_way.max(), beginning=said.beginning.max()
        )
        return counted.select(
            "year",
            "month",
            state1="ccode1",
            state2="ccode2",
            **{names[0]: _flag(counted.under_way), names[1]: _flag(counted.beginning)},
        )

    return months


def _flag(said: IntegerValue) -> IntegerValue:
    answers = ibis.cases((said == _YES, 1), (said == _NO, 0), else_=ibis.null("int32"))
    return answers.cast("int32")


def _with_parties(rows: Table, onset: str) -> Table:
    """Add what tells from when to when a pair surely took part.

    `first_year` and `last_year` in which the dispute is listed for the pair; whether both took part
    from the first day (`both_original`), whether nobody else did at all (`bilateral`), and whether
    the pair has more than one onset in it (`left_and_came_back`).
    """
    of_pair = ibis.window(group_by=["dispnum", "ccode1", "ccode2"])
    parties = rows.group_by(of_dispute=rows.dispnum).agg(parties=rows.ccode1.nunique())
    counted = rows.inner_join(parties, rows.dispnum == parties.of_dispute)
    return counted.mutate(
        first_year=counted.year.min().over(of_pair),
        last_year=counted.year.max().over(of_pair),
        both_original=((counted.orig1 == 1) & (counted.orig2 == 1)).fill_null(False),
        bilateral=counted.parties == 2,
        left_and_came_back=counted[onset].sum().over(of_pair) > 1,
    )


def _spells(disputes: Table) -> Table:
    """The months (`month_number`) in which each dispute began, surely ran to, and may have run to.

    The day it began is not used: the least duration runs from the first of the month, the greatest
    from the last.
    """
    begun = disputes.styear * 12 + disputes.stmon - 1
    ended = disputes.endyear * 12 + disputes.endmon - 1
    at_least = ((disputes.mindur - 1 - _SLACK_LONG) / _LONGEST).floor().cast("int32")
    at_most = 1 + ((disputes.maxdur - 2 + _SLACK_SHORT) / _SHORTEST).floor().cast("int32")
    surely = begun + ibis.greatest(at_least, 0)
    perhaps = begun + ibis.ifelse(disputes.maxdur <= 1, 0, at_most)
    return disputes.select(
        dispute=disputes.dispnum,
        begun=begun.cast("int32"),
        surely=ibis.coalesce(ended, surely, begun).cast("int32"),
        perhaps=ibis.coalesce(ended, perhaps, begun).cast("int32"),
    )


MID = _disputes("mid", "", "cowmid", "dispongoing", "disponset")
# Prefixed, as both sets call the same things by the same names: joined on all the names they share,
# four onsets in five would find no partner.
GML = _disputes("gml", "gml_", "gmlmid", "midongoing", "midonset")
