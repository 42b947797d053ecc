"""What the register codes on the point of a statement."""

import datetime as dt
import re
from collections.abc import Iterator

from foedus.evidence import Day
from foedus.treaties.atop.saying import one_after_the_other, sentences
from foedus.treaties.instrument import Article, Instrument, Obligation, Party
from foedus.treaties.references import is_same_state
from foedus.treaties.told.days import Fit, fit
from foedus.treaties.told.saying import in_words, name_of, said_clause, said_spells
from foedus.treaties.told.statement import Evidence, Says, Statement, Verdict
from foedus.treaties.words import Words

__all__ = ["register_evidence"]

# Words of a summary that bring an article near the matter without its being coded as such a duty.
_COMES_NEAR = {
    "defence": re.compile(r"\b(?:assist|aid\b|defen[cs]|help|milit)", re.IGNORECASE),
    "consultation": re.compile(r"\b(?:consult|contact|confer)", re.IGNORECASE),
    "nonaggression": re.compile(r"\b(?:aggress|attack|force\b|violen)", re.IGNORECASE),
    "neutrality": re.compile(r"\b(?:neutral|abstain|take no part|stay out)", re.IGNORECASE),
}

# Who came after a state that is no more, without its code: a text may mean the state before.
_CAME_AFTER = {
    "AUH": "AUT HUN CSK CZE SVK",
    "CSK": "CZE SVK",
    "DDR": "DEU",
    "RVN": "VNM",
    "VDR": "VNM",
    "YMD": "YEM",
    "YUG": "SRB HRV SVN BIH MKD MNE KOS",
    "SUN": "RUS UKR BLR MDA EST LVA LTU GEO ARM AZE KAZ UZB TKM KGZ TJK",
}


def register_evidence(one: Statement, of: Instrument) -> tuple[Evidence, ...]:
    """Return what the register says to a statement: one piece of evidence, or one per article."""
    if one.says in (Says.HAS, Says.LACKS):
        return tuple(_on_clause(one, of))
    if one.says in (Says.PARTY, Says.NOT_PARTY):
        return (_on_party(one, of),)
    if one.says is Says.UNLIMITED:
        return (_on_duration(of),)
    return (_on_day(one, of),)


# --- Clauses --------------------------------------------------------------------------------------


def _on_clause(one: Statement, of: Instrument) -> Iterator[Evidence]:
    having = [
        (article, duty) for article, duty in of.obligations() if duty.kind == one.kind and article
    ]
    if not having:
        yield _without_clause(one, of)
        return
    both = _mutual(having)
    shown = (both or having) if one.mutual else having
    verdict, why = _verdict(one, shown, both, of)
    seen: set[str] = set()
    for article, duty in shown:
        if article.number in seen or (len(seen) >= 2 and article.number != one.article):
            continue
        seen.add(article.number)
        words = [in_words("register", "article", article=article.number, words=article.summary)]
        words += [why] if why else []
        words += [in_words("register", "limits", words=rule.words) for rule in duty.exceptions]
        words += [in_words("register", "political")] if of.political else []
        yield Evidence(
            source="register",
            verdict=verdict,
            words=sentences(words),
            cites=article.source,
            article=article.number,
        )


def _verdict(
    one: Statement,
    shown: list[tuple[Article, Obligation]],
    both: list[tuple[Article, Obligation]],
    of: Instrument,
) -> tuple[Verdict, Words | None]:
    says_has = one.says is Says.HAS
    if one.kind == "defence" and one.mutual and not both:
        return Verdict.OPEN, in_words("register", "one_sided")
    if not says_has and not _stands_throughout(shown, of):
        return Verdict.OPEN, in_words("register", "wordings")
    return (Verdict.AGREES if says_has else Verdict.CONTRADICTS), None


def _stands_throughout(having: list[tuple[Article, Obligation]], of: Instrument) -> bool:
    """Whether one article has the clause in every wording it ever had."""
    for article, duty in having:
        wordings = [other for other in of.articles if other.number == article.number]
        if all(any(each.kind == duty.kind for each in other.obligations) for other in wordings):
            return True
    return False


def _mutual(having: list[tuple[Article, Obligation]]) -> list[tuple[Article, Obligation]]:
    """Return the clauses by which each owes the others, singly or as two that mirror each other."""
    each = [entry for entry in having if _is_mutual([entry[1]])]
    return each or (having if _is_mutual([duty for _, duty in having]) else [])


def _is_mutual(duties: list[Obligation]) -> bool:
    obligors = {actor for duty in duties for actor in duty.obligor}
    owed = {actor for duty in duties for actor in duty.beneficiary}
    return obligors == owed or ("each party" in obligors and "the other parties" in owed)


def _without_clause(one: Statement, of: Instrument) -> Evidence:
    assert one.kind is not None
    words = [in_words("register", "none", clause=said_clause(one.kind, mutual=one.mutual))]
    near = next(
        (each for each in of.articles if _COMES_NEAR[one.kind].search(each.summary.said("en"))),
        None,
    )
    out = "; ".join(each.what for each in of.left_out)
    if near is not None:
        words.append(in_words("register", "comes_near", article=near.number, words=near.summary))
    if out:
        words.append(in_words("register", "left_out", words=out))
    # What the register leaves out may hold it: only another source can say that there is none.
    agrees = one.says is Says.LACKS and near is None
    if one.says is Says.HAS:
        words.append(in_words("register", "silence"))
    return Evidence(
        source="register",
        verdict=Verdict.AGREES if agrees else Verdict.OPEN,
        words=one_after_the_other(words),
        cites=near.source if near else of.citation,
        article=near.number if near else None,
    )


# --- Days and duration ----------------------------------------------------------------------------


def _on_day(one: Statement, of: Instrument) -> Evidence:
    assert one.day is not None
    if one.says is Says.ENDED and of.ended is None:
        return _on_missing_end(one.day, of)
    coded, key = {
        Says.SIGNED: (of.signed, "signed"),
        Says.IN_FORCE: (of.in_force, "in_force"),
        Says.ENDED: (of.ended, "ended"),
    }[one.says]
    if coded is None:
        return _of_instrument(of, Verdict.OPEN, in_words("register", "in_force_unknown"))
    lies = fit(one.day, coded)
    words = in_words("register", key, day=coded.edtf)
    if lies in (Fit.SAME, Fit.APART):
        verdict = Verdict.AGREES if lies is Fit.SAME else Verdict.CONTRADICTS
        return _of_instrument(of, verdict, words)
    return _of_instrument(
        of, Verdict.OPEN, one_after_the_other([words, in_words("register", lies.value)])
    )


def _on_missing_end(told: Day, of: Instrument) -> Evidence:
    """No end is coded: an earlier one is refuted only by what is coded to have happened since."""
    since = [
        day
        for day in (
            *(party.spell.begins for party in of.parties if party.spell),
            *(article.spell.begins for article in of.articles if article.spell),
        )
        if day and day.earliest and told.latest and day.earliest > told.latest
    ]
    if since:
        last = max(since, key=lambda day: day.earliest or dt.date.min)
        return _of_instrument(
            of, Verdict.CONTRADICTS, in_words("register", "ran_after", day=last.edtf)
        )
    return _of_instrument(of, Verdict.OPEN, in_words("register", "no_end"))


def _on_duration(of: Instrument) -> Evidence:
    duration = of.duration
    if duration is None:
        return _of_instrument(of, Verdict.OPEN, in_words("register", "duration_unknown"))
    verdicts = {"unlimited": Verdict.AGREES, "unstated": Verdict.OPEN}
    return Evidence(
        source="register",
        verdict=verdicts.get(duration.kind, Verdict.CONTRADICTS),
        words=duration.words,
        cites=duration.source,
        article=duration.article,
    )


# --- Parties --------------------------------------------------------------------------------------


def _on_party(one: Statement, of: Instrument) -> Evidence:
    assert one.actor is not None
    spells = [party for party in of.parties if party.actor == one.actor]
    name = name_of(one.actor, one.published)
    if not spells:
        return _on_stranger(one, of, name)
    bound = [party for party in spells if party.spell]
    if not bound:
        return _of_instrument(of, Verdict.OPEN, in_words("register", "signed_only", actor=name))
    was = _was_party(one, bound, of)
    words = [
        in_words(
            "register", "party", actor=name, spells=said_spells(party.spell for party in bound)
        )
    ]
    words += [
        in_words("register", "doubt", words=doubt.words)
        for party in bound
        for doubt in party.doubts
    ]
    if was is None:
        words.append(in_words("register", "no_such_day"))
        return _of_instrument(of, Verdict.OPEN, one_after_the_other(words))
    agrees = was is (one.says is Says.PARTY)
    return _of_instrument(
        of, Verdict.AGREES if agrees else Verdict.CONTRADICTS, one_after_the_other(words)
    )


def _was_party(one: Statement, bound: list[Party], of: Instrument) -> bool | None:
    """Whether the state was a party when the statement means; None when that cannot be told."""
    if one.tense == "ever":
        return True
    if one.tense == "then":
        return True if one.says is Says.PARTY or _always(bound, of) else None
    day = one.published
    if day is None or day.earliest is None or day.latest is None:
        return None
    days = (day.earliest, day.latest)
    if any(doubt.may_stand_on(on) for party in bound for doubt in party.doubts for on in days):
        return None
    covered = [
        all(party.spell is not None and party.spell.surely_covers(on) for on in days)
        for party in bound
    ]
    may = any(party.spell and party.spell.may_cover(on) for party in bound for on in days)
    return True if any(covered) else None if may else False


def _always(bound: list[Party], of: Instrument) -> bool:
    """Whether one spell of the party lasts from entry into force to the end."""
    return any(
        party.spell is not None
        and party.spell.begins == of.in_force
        and party.spell.ends == of.ended
        for party in bound
    )


def _on_stranger(one: Statement, of: Instrument, name: Words) -> Evidence:
    assert one.actor is not None
    if one.actor in of.guaranteed:
        return _of_instrument(of, Verdict.OPEN, in_words("register", "guaranteed", actor=name))
    kin = [
        other
        for other in of.actors
        if is_same_state(one.actor, other) or one.actor in _CAME_AFTER.get(other, "").split()
    ]
    if kin:
        words = in_words("register", "same_state", actor=name, other=name_of(kin[0], of.signed))
        return _of_instrument(of, Verdict.OPEN, words)
    agrees = one.says is Says.NOT_PARTY
    words = in_words("register", "no_party", actor=name, parties=" ".join(of.actors))
    return _of_instrument(of, Verdict.AGREES if agrees else Verdict.CONTRADICTS, words)


def _of_instrument(of: Instrument, verdict: Verdict, words: Words) -> Evidence:
    return Evidence(source="register", verdict=verdict, words=words, cites=of.citation)
