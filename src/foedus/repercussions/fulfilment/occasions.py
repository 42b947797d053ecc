"""Occasions on which an ally was asked to act, and what it did.

One row per conflict, obligor, beneficiary and kind of obligation, wherever the promise may have
been in force on the day the beneficiary entered the conflict; it surely was where it was on the
first day that this may have been. Which rows are a fair test of the
promise is said in `left_out`: null for those that are.

When each kind asks: defence when the beneficiary was attacked; offence when it began the conflict,
or was attacked and the obligor owes no defence; neutrality whenever it is in a conflict;
non-aggression when it was attacked, by the obligor or by others that the obligor might join.

What counts as the promise kept: for defence and offence, that the obligor came in on the
beneficiary's side and itself used force; for neutrality, that it did not come in on the other side
at all; for non-aggression, that it did not use force on the other side, also after it had denounced
the treaty (`left_first`). Help short of entering the conflict is not in these data, on either side;
nor is consultation, which is left out.
"""

import ibis
from ibis.expr.types import StringValue, Table

from foedus.ledger.engines import Engine
from foedus.panels.held_tables import HeldTables
from foedus.repercussions.fulfilment.conflicts import parties
from foedus.repercussions.fulfilment.features import with_features
from foedus.repercussions.fulfilment.promises import CONDITIONS, memberships, promises

__all__ = ["calls", "datasets_behind", "occasions"]

_KEY = ("conflict", "obligor", "beneficiary", "kind")
_OF_A_CALL = (
    *("conflict", "level", "asked_first", "asked_last", "trigger"),
    *("alliance", "phase", "bilateral", "members", "obligor", "beneficiary", "kind"),
    *("condition", "conduct", "already", "acted", "left_out"),
)
_UNCHECKED = ("place", "conflict", "number", "demands", "provocation", "other")
_STATES_NAMED = (1, 3)  # specthrt: one or two states; states in a region.


def occasions(engine: Engine, source: str = "gml") -> Table:
    """Return one row per conflict, obligor, beneficiary and kind of obligation.

    `source` is "gml", "mid" or "wars": whose conflicts. Columns, null where not known:

    conflict, level (4 use of force, 5 war), asked_first and asked_last (the days between which the
    beneficiary entered), obligor, beneficiary (COW codes), kind; trigger ("attacked", "began",
    "later": how the beneficiary came in); alliance (ATOP number of the alliance that asks most
    plainly), alliances (how many ask), bilateral, members;
    condition ("none", "met", "not met", "open": it cannot be checked), conditions (on what it
    depends, in words of ATOP's columns); conduct ("fought beside", "stood beside", "absent",
    "fought against", "stood against"; standing is without force of its own), already ("beside" or
    "against" when the obligor was in the conflict first), left_first (it came in on the other side
    after the promise had ended), acted; left_out (why the row is no fair test, null when it is);
    asked (obligors fairly asked in this conflict for this kind); and the features of
    `with_features`.

    Raises MissingDataset for what is not held: atop, the source, wars, nmc, majors, democracy.
    """
    held = HeldTables(engine)
    came_in = parties(held, source)
    enemies = _enemies(came_in)
    judged = _judged(held, came_in, enemies)
    return with_features(held, _counted(_plainest(judged)), enemies)


def calls(engine: Engine, source: str = "gml") -> Table:
    """Return the same as `occasions` before alliances are weighed against each other.

    One row per conflict, alliance, phase, obligor, beneficiary and kind (and spell, when a member
    left and came back within a phase), with conflict, level, asked_first, asked_last, trigger,
    alliance, phase, bilateral, members, obligor, beneficiary, kind, condition, conduct, already,
    acted and left_out.
    """
    held = HeldTables(engine)
    came_in = parties(held, source)
    return _judged(held, came_in, _enemies(came_in)).select(*_OF_A_CALL)


def datasets_behind(engine: Engine, source: str = "gml") -> tuple[tuple[str, str], ...]:
    """Return the datasets that occasions are made of, each with its version as imported."""
    held = HeldTables(engine)
    tables = {"atop": "members", "wars": "interstate", "nmc": "state_years", "majors": "spells"}
    tables |= {"democracy": "state_years"}
    if source != "wars":
        tables[source] = "disputes"
    return tuple((name, held.version(name, tables[name]) or "") for name in sorted(tables))


def _judged(held: HeldTables, came_in: Table, enemies: Table) -> Table:
    asked = _asked(promises(held), came_in)
    against = _against(asked, enemies, memberships(held))
    return _left_out(_conduct(_conditions(against, came_in)))


def _asked(promised: Table, came_in: Table) -> Table:
    """Return promises to a beneficiary that entered while they were, or may have been, in force."""
    called = came_in.select(
        "conflict",
        "level",
        caller="state",
        caller_side="side",
        trigger="role",
        asked_first="entered_first",
        asked_last="entered_last",
    )
    met = promised.inner_join(
        called,
        [
            promised.beneficiary == called.caller,
            promised.begins_first <= called.asked_last,
            promised.ends_last >= called.asked_first,
        ],
    ).drop("caller")
    needs_attack = met.kind.isin(["defence", "nonaggression"])
    asked = met.filter(~needs_attack | (met.trigger != "began"))
    # A treaty that ends in the month, or year, of the conflict was as a rule ended by it.
    surely = (asked.begins_last <= asked.asked_first) & (asked.ends_first >= asked.asked_first)
    return asked.mutate(surely=surely)


def _enemies(came_in: Table) -> Table:
    """Return conflict, state and enemy: those against whom a state entered.

    Of an original party its original opponents; of a later one all who were in by then.
    """
    one = came_in.select("conflict", "state", "side", "role", entered=came_in.entered_last)
    other = came_in.select(
        enemy_of="conflict",
        enemy="state",
        enemy_side="side",
        enemy_role="role",
        enemy_entered="entered_first",
    )
    opposed = one.inner_join(other, [one.conflict == other.enemy_of, one.side != other.enemy_side])
    original = (opposed.role != "later") & (opposed.enemy_role != "later")
    by_then = (opposed.role == "later") & (opposed.enemy_entered <= opposed.entered)
    return opposed.filter(original | by_then).select("conflict", "state", "enemy")


def _against(met: Table, enemies: Table, members: Table) -> Table:
    """Add whether an enemy is a state the treaty names, and whether one is a party to it."""
    named = enemies.rename(fight="conflict", fighter="state")
    faced = met.select(
        "conflict", "beneficiary", "alliance", "phase", "threat1", "threat2", "asked_first"
    ).distinct()
    faced = faced.inner_join(
        named, [faced.conflict == named.fight, faced.beneficiary == named.fighter]
    )
    belongs = members.rename(of="alliance", in_phase="phase")
    faced = faced.left_join(
        belongs,
        [
            faced.alliance == belongs.of,
            faced.phase == belongs.in_phase,
            faced.enemy == belongs.member,
            belongs.begins_first <= faced.asked_first,
            belongs.ends_last >= faced.asked_first,
        ],
    )
    marked = faced.group_by(
        against="conflict", asking="beneficiary", treaty="alliance", stage="phase"
    ).agg(
        names_enemy=((faced.enemy == faced.threat1) | (faced.enemy == faced.threat2)).any(),
        enemy_is_party=faced.member.notnull().any(),
    )
    return met.left_join(
        marked,
        [
            met.conflict == marked.against,
            met.beneficiary == marked.asking,
            met.alliance == marked.treaty,
            met.phase == marked.stage,
        ],
    ).drop("against", "asking", "treaty", "stage")


def _conditions(rows: Table, came_in: Table) -> Table:
    """Add `condition` and `conditions`, and what the obligor did, from the parties."""
    names_a_state = (rows.threat1 > 0) & rows.threat_kind.isin(_STATES_NAMED)
    unmet = (rows.on_adversary & names_a_state & ~rows.names_enemy) | (
        rows.on_attacked & (rows.trigger == "began")
    )
    unsure = (
        (rows.on_adversary & ~rows.names_enemy)
        | (rows.on_attacked & (rows.trigger == "later"))
        | ibis.or_(*(rows[f"on_{name}"] for name in _UNCHECKED))
    )
    every = (*CONDITIONS, "other")
    depends = ibis.or_(*(rows[f"on_{name}"] for name in every))
    told = rows.mutate(
        condition=ibis.cases((unmet, "not met"), (unsure, "open"), (depends, "met"), else_="none"),
        conditions=_words(rows, every),
    )
    own = came_in.select(
        own_conflict="conflict",
        own_state="state",
        own_side="side",
        own_role="role",
        own_first="entered_first",
        own_last="entered_last",
        own_force="force",
    )
    return told.left_join(
        own, [told.conflict == own.own_conflict, told.obligor == own.own_state]
    ).drop("own_conflict", "own_state")


def _words(rows: Table, names: tuple[str, ...]) -> StringValue:
    parts = [ibis.ifelse(rows[f"on_{name}"], f"{name} ", "") for name in names]
    said: StringValue = parts[0]
    for part in parts[1:]:
        said = said + part
    return said.strip().nullif("")


def _conduct(rows: Table) -> Table:
    """Add what the obligor did, and where it stood when the beneficiary entered."""
    absent = rows.own_side.isnull()
    beside = rows.own_side == rows.caller_side
    both_first = (rows.trigger != "later") & (rows.own_role != "later")
    before = (rows.trigger == "later") & (rows.own_first <= rows.asked_last)
    already = (both_first | before).fill_null(False) & ~absent
    force = rows.own_force.fill_null(False)
    return rows.mutate(
        conduct=ibis.cases(
            (absent, "absent"),
            (beside & force, "fought beside"),
            (beside, "stood beside"),
            (force, "fought against"),
            else_="stood against",
        ),
        already=ibis.cases((already & beside, "beside"), (already, "against")),
        left_first=ibis.ifelse(~absent & ~beside, rows.ends_last < rows.own_first, ibis.null(bool)),
        began_against=(both_first & ~beside & (rows.own_role == "began")).fill_null(False),
    )


def _left_out(rows: Table) -> Table:
    """Add `acted`, and `left_out`: why the row is no fair test of the promise."""
    helps = rows.kind.isin(["defence", "offence"])
    attacks = rows.kind == "nonaggression"
    acted = ibis.cases(
        (helps, rows.conduct == "fought beside"),
        (attacks, rows.conduct != "fought against"),
        else_=~rows.conduct.isin(["fought against", "stood against"]),
    )
    own_attack = attacks & rows.began_against
    why = ibis.cases(
        (rows.outside, "obligor is not in the data"),
        (~rows.surely, "not surely in force"),
        (rows.varies, "owed to some only"),
        ((rows.already == "against") & ~own_attack, "already against"),
        (rows.already == "beside", "already beside"),
        ((rows.kind != "neutrality") & (rows.trigger == "later"), "who attacked is not known"),
        (
            (rows.kind == "offence") & (rows.trigger == "attacked") & rows.also_defence,
            "defence is asked",
        ),
        (helps & rows.enemy_is_party.fill_null(False), "enemy is a party"),
        (rows.condition == "not met", "condition not met"),
    )
    return rows.mutate(acted=acted, left_out=why)


def _plainest(rows: Table) -> Table:
    """Return one row per key: of several alliances the one that asks most plainly."""
    plain = ibis.cases(
        (rows.condition == "none", 0), (rows.condition == "met", 1), (rows.condition == "open", 2)
    ).fill_null(3)
    key = list(_KEY)
    order = ibis.window(
        group_by=key,
        order_by=[
            rows.left_out.notnull().cast("int32"),
            plain,
            rows.members,
            rows.alliance,
            rows.phase,
            rows.begins_first,
        ],
    )
    marked = rows.mutate(place=ibis.row_number().over(order))
    counts = rows.group_by(key).agg(alliances=rows.alliance.nunique())
    return marked.filter(marked.place == 0).inner_join(counts, key)


def _counted(rows: Table) -> Table:
    """Add how many obligors were fairly asked in the conflict for the kind."""
    fair = rows.filter(rows.left_out.isnull())
    asked = fair.group_by("conflict", "kind").agg(asked=fair.obligor.nunique())
    counted = rows.left_join(asked, ["conflict", "kind"])
    return counted.mutate(asked=counted.asked.fill_null(0))
