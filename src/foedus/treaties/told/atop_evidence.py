"""What ATOP 5.1 codes on the point of a statement: the row, where this machine holds it.

Where it does not, the number that the register gives is still shown, with what the source of the
register's article says of it; that evidence judges nothing.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from foedus.datasets.holdings import held_table, holding
from foedus.evidence import Day
from foedus.ledger.engines import Engine
from foedus.sources.citations import plain_text
from foedus.treaties.atop.cow_members import stays
from foedus.treaties.atop.instruments import instrument_of
from foedus.treaties.atop.member_rows import MemberRow, alliances_in, member_rows
from foedus.treaties.atop.saying import one_after_the_other, said_in_each
from foedus.treaties.instrument import Instrument
from foedus.treaties.told.days import Fit, fit
from foedus.treaties.told.saying import in_words, name_of, said_spells
from foedus.treaties.told.statement import Evidence, Says, Statement, Verdict
from foedus.treaties.vocabulary import kinds
from foedus.treaties.words import Words

__all__ = ["HeldAtop", "NotHeld", "atop_evidence", "held_atop"]

_LAST_DAY = dt.date(2018, 12, 31)
_CITED = re.compile(r"ATOP 5\.1 no\. \d+(?: \([^()]*\))?")
_SAME_YEAR = dt.timedelta(days=366)
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class HeldAtop:
    """The member rows of some alliances, by number, and the file and release they are of."""

    rows: Mapping[int, tuple[MemberRow, ...]]
    release: str
    file: str
    sha256: str

    def cites(self, alliance: int, rows: Sequence[MemberRow]) -> str:
        """Return where rows of an alliance stand."""
        phases = sorted({row.phase for row in rows if row.phase})
        phase = f", phase {', '.join(map(str, phases))}" if phases else ""
        return (
            f"ATOP {self.release}, {self.file} (sha256 {self.sha256[:12]}), "
            f"alliance no. {alliance}{phase}"
        )


@dataclass(frozen=True, slots=True)
class NotHeld:
    """Why there is no row: "not_held" on this machine, or "row_elsewhere" in what is built."""

    why: str = "not_held"


def held_atop(engine: Engine, alliances: Iterable[int]) -> HeldAtop:
    """Return the rows of these alliances; raises MissingDataset where ATOP is not held."""
    record = holding("atop", "members")
    members = held_table(engine, "atop", "members")
    wanted = sorted(set(alliances))
    rows = member_rows(engine, members.filter(members.atopid.isin(wanted))) if wanted else iter(())
    found = {each[0].alliance: each for each in alliances_in(rows)}
    return HeldAtop(found, record.release, record.file or record.table, record.sha256)


def atop_evidence(one: Statement, of: Instrument, atop: HeldAtop | NotHeld) -> Evidence:
    """Return what ATOP says to a statement about an instrument of the register."""
    if of.atop is None:
        begun = of.signed.earliest
        key = "too_late" if begun and begun > _LAST_DAY else "no_number"
        return _open(in_words("atop", key), "ATOP 5.1 (1815-2018)")
    if isinstance(atop, NotHeld):
        return _as_the_register_cites_it(one, of, atop)
    rows = _rows_of(of, atop)
    if not rows:
        words = in_words("atop", "row_missing", number=str(of.atop))
        return _open(words, f"ATOP {atop.release}")
    cites = atop.cites(of.atop, rows)
    if one.says in (Says.HAS, Says.LACKS):
        found = _on_clause(one, of, rows, cites)
    elif one.says in (Says.PARTY, Says.NOT_PARTY):
        found = _on_party(one, rows, cites)
    elif one.says is Says.UNLIMITED:
        found = _on_duration(rows, cites)
    else:
        found = _on_day(one, rows, cites)
    found = replace(found, work=" ".join(plain_text(["atop"]).split()))
    return _beside_the_register(found, one, of)


def _as_the_register_cites_it(one: Statement, of: Instrument, atop: NotHeld) -> Evidence:
    words = [in_words("atop", atop.why, number=str(of.atop))]
    having = [article for article, duty in of.obligations() if duty.kind == one.kind]
    cited = next((found[0] for each in having if (found := _CITED.search(each.source))), None)
    if cited:
        words.append(in_words("atop", "as_cited", words=cited))
    return _open(one_after_the_other(words), f"ATOP 5.1 no. {of.atop}")


def _rows_of(of: Instrument, atop: HeldAtop) -> list[MemberRow]:
    """Return the rows of an instrument's own days: ATOP has one number for treaties in a row."""
    first = of.signed.earliest or dt.date.min
    last = (of.ended and of.ended.latest) or dt.date.max
    return [
        row
        for row in atop.rows.get(of.atop or 0, ())
        if (row.entered.earliest or dt.date.min) < last
        and (row.left is None or (row.left.latest or dt.date.max) > first)
    ]


def _beside_the_register(found: Evidence, one: Statement, of: Instrument) -> Evidence:
    """Where the register says why it codes otherwise than ATOP, ATOP no longer judges."""
    on = {
        Says.SIGNED: "begins",
        Says.IN_FORCE: "begins",
        Says.ENDED: "ends",
        Says.PARTY: "members",
        Says.NOT_PARTY: "members",
    }.get(one.says, _variable(one.kind) if one.kind else "")
    why = next((each.why for each in of.differs_from_atop if each.on == on), None)
    if why is None:
        return found
    words = [found.words, in_words("atop", "differs", words=why)]
    return replace(found, verdict=Verdict.OPEN, words=one_after_the_other(words))


# --- Clauses --------------------------------------------------------------------------------------


def _variable(kind: str) -> str:
    return dict(kinds()[kind].counted_as).get("atop", "")


def _on_clause(one: Statement, of: Instrument, rows: Sequence[MemberRow], cites: str) -> Evidence:
    variable = _variable(one.kind or "")
    by_value: defaultdict[int | None, list[MemberRow]] = defaultdict(list)
    for row in rows:
        by_value[row[variable]].append(row)
    said = [
        in_words("atop", "blank", variable=variable, members=_members(having))
        if value is None
        else in_words(
            "atop",
            "value",
            variable=variable,
            value=str(value),
            members=_everybody(having) if len(by_value) == 1 else _members(having),
        )
        for value, having in sorted(by_value.items(), key=lambda entry: -(entry[0] or 0))
    ]
    words = in_words("atop", "values", number=str(of.atop), values=one_after_the_other(said))
    verdict = _verdict(one, set(by_value))
    if verdict is Verdict.OPEN and variable == "consul" and set(by_value) == {0}:
        words = one_after_the_other([words, in_words("atop", "narrower")])
    return Evidence(source="ATOP", verdict=verdict, words=words, cites=cites)


def _verdict(one: Statement, values: set[int | None]) -> Verdict:
    says_has = one.says is Says.HAS
    if values == {1}:
        return Verdict.AGREES if says_has else Verdict.CONTRADICTS
    if values == {0}:
        if one.kind == "consultation":
            return Verdict.OPEN
        return Verdict.CONTRADICTS if says_has else Verdict.AGREES
    return Verdict.AGREES if says_has and 1 in values and not one.mutual else Verdict.OPEN


def _everybody(rows: Sequence[MemberRow]) -> Words:
    return in_words("atop", "everybody", members=_members(rows))


def _members(rows: Sequence[MemberRow]) -> Words:
    """Return who the rows are of, by name and COW code, the first few when they are many."""
    codes = list(dict.fromkeys(row.code for row in rows))
    first = {row.code: row for row in reversed(rows)}
    shown = codes if len(codes) <= _MOST_NAMED else codes[: _MOST_NAMED - 1]
    names = [(code, _member(first[code])) for code in shown]
    rest = len(codes) - len(shown)

    def said(language: str) -> str:
        told = [f"{name.said(language)} ({code})" for code, name in names]
        return ", ".join((*told, *([f"… +{rest}"] if rest else [])))

    return said_in_each(said)


def _member(row: MemberRow) -> Words:
    found = stays(row.alliance, row.code, row.entered, row.left)
    return name_of(found[0].actor, row.entered) if found else Words(str(row.code))


# --- Days, duration, members ----------------------------------------------------------------------


def _on_day(one: Statement, rows: Sequence[MemberRow], cites: str) -> Evidence:
    assert one.day is not None
    number = str(rows[0].alliance)
    if one.says is Says.IN_FORCE:
        return _open(in_words("atop", "no_entry", number=number), cites)
    if one.says is Says.SIGNED:
        begins = min((row.entered for row in rows), key=_first)
        agrees = fit(one.day, begins) is Fit.SAME
        words = in_words("atop", "begins", number=number, day=begins.edtf)
        return Evidence(
            source="ATOP",
            verdict=Verdict.AGREES if agrees else Verdict.OPEN,
            words=words,
            cites=cites,
        )
    return _on_end(one.day, rows, cites)


def _on_end(told: Day, rows: Sequence[MemberRow], cites: str) -> Evidence:
    number = str(rows[0].alliance)
    if any(row.left is None for row in rows):
        after = told.earliest is not None and told.earliest > _LAST_DAY
        words = [in_words("atop", "runs", number=number)]
        words += [in_words("atop", "after_2018")] if after else []
        verdict = Verdict.OPEN if after else Verdict.CONTRADICTS
        return Evidence(
            source="ATOP", verdict=verdict, words=one_after_the_other(words), cites=cites
        )
    ends = max((row.left for row in rows if row.left), key=_first)
    lies = fit(told, ends)
    near = abs(_first(told) - _first(ends)) <= _SAME_YEAR
    verdict = (
        Verdict.AGREES
        if lies is Fit.SAME
        else Verdict.OPEN
        if near or lies is not Fit.APART
        else Verdict.CONTRADICTS
    )
    words_of_end = in_words("atop", "ends", number=number, day=ends.edtf)
    return Evidence(source="ATOP", verdict=verdict, words=words_of_end, cites=cites)


def _on_duration(rows: Sequence[MemberRow], cites: str) -> Evidence:
    number = str(rows[0].alliance)
    duration = instrument_of(rows).duration
    if duration is None:
        return _open(in_words("atop", "no_duration", number=number), cites)
    verdicts = {"unlimited": Verdict.AGREES, "unstated": Verdict.OPEN}
    return Evidence(
        source="ATOP",
        verdict=verdicts.get(duration.kind, Verdict.CONTRADICTS),
        words=in_words("atop", "duration", number=number, words=duration.words),
        cites=f"{cites} ({duration.source})",
    )


def _on_party(one: Statement, rows: Sequence[MemberRow], cites: str) -> Evidence:
    assert one.actor is not None
    number, name = str(rows[0].alliance), name_of(one.actor, one.published)
    spells = [party.spell for party in instrument_of(rows).parties if party.actor == one.actor]
    if not spells:
        missing = in_words("atop", "no_member", number=number, actor=name)
        ended = all(row.left for row in rows)
        day = one.published
        known = ended or bool(day and day.latest and day.latest <= _LAST_DAY)
        if one.says is Says.NOT_PARTY and known:
            return Evidence(source="ATOP", verdict=Verdict.AGREES, words=missing, cites=cites)
        later = [] if ended else [in_words("atop", "after_2018")]
        return _open(one_after_the_other([missing, *later]), cites)
    words = in_words("atop", "member", number=number, actor=name, spells=said_spells(spells))
    # A member for a time: whether on the day meant, the register judges.
    was = one.tense == "ever" or (one.tense == "then" and one.says is Says.PARTY)
    if not was:
        return _open(words, cites)
    verdict = Verdict.AGREES if one.says is Says.PARTY else Verdict.CONTRADICTS
    return Evidence(source="ATOP", verdict=verdict, words=words, cites=cites)


def _first(day: Day) -> dt.date:
    return day.earliest or dt.date.min


def _open(words: Words, cites: str) -> Evidence:
    return Evidence(source="ATOP", verdict=Verdict.OPEN, words=words, cites=cites)
