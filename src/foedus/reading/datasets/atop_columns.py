"""The columns of ATOP's files: what each holds and which codes it may take.

Brett Ashley Leeds, *Alliance Treaty Obligations and Provisions (ATOP) Codebook, Version 5.1*.
A blank cell is a clause that could not be coded (for want of the text, mostly): null here.
"""

from foedus.reading.datasets.table import Column

__all__ = [
    "ALLIANCE_DATES",
    "ASYMMETRY",
    "CLAUSES",
    "CONDITIONS",
    "FLAGS",
    "FORMATION",
    "HOW_A_MEMBER_LEFT",
    "IDENTIFIERS",
    "MEMBER_DATES",
    "OBLIGATIONS",
    "SOURCE",
    "STATUS",
    "VARYING",
    "flag",
    "member_columns",
    "number",
]

OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
_PROMISES = {
    "defense": "promises active military help when a partner's land or sovereignty is attacked",
    "offense": "promises active military help on other occasions than an attack on a partner",
    "neutral": "promises neither to join nor to help a partner's adversary",
    "nonagg": "promises no force against the partner, or peaceful settlement of all disputes",
    "consul": "promises to consult in militarised crises, to act in common",
}


def flag(name: str, meaning: str) -> Column:
    """Return a column of 1 (yes) and 0 (no)."""
    return Column(name, "int32", f"1: {meaning}; 0: not", levels=(0, 1))


def number(name: str, meaning: str, *levels: int, missing: tuple[str, ...] = ()) -> Column:
    """Return a column of whole numbers, with the levels it may take if they are closed."""
    return Column(name, "int32", meaning, missing=missing, levels=levels)


def _codes(name: str, highest: int, meaning: str) -> Column:
    return number(name, meaning, *range(highest + 1))


IDENTIFIERS = (
    number("atopid", "alliance; thousands: 1 of 1815-1913, 2 of 1914-44, 3 of 1945-89, 4-7 after"),
    number("cowid", "the same alliance in COW Formal Alliances v3; blank when not there"),
    number("cow4id", "the same alliance in COW Formal Alliances v4; blank when not there"),
)

_OPEN = ("0",)  # In force on 31 December 2018: the end is not known, and surely no year zero.

_SPELL = (
    Column("begins", "date", "first day; the first of the month when the day is not known"),
    Column("ends", "date", "last day; the last of the month when the day is not known; null open"),
    Column("censored", "boolean", "in force on 31 December 2018, the last day covered"),
)

ALLIANCE_DATES = (
    number("begyr", "year it begins"),
    number("begmo", "month it begins, 1-12"),
    number("begday", "day it begins, 1-31; blank when not known"),
    number("endyr", "year it ends; null in force at the end of 2018", missing=_OPEN),
    number("endmo", "month it ends; null in force at the end of 2018", missing=_OPEN),
    number("endday", "day it ends; null in force at the end of 2018 or not known", missing=_OPEN),
    *_SPELL,
)

MEMBER_DATES = (
    number("yrent", "year the member entered"),
    number("moent", "month it entered, 1-12"),
    number("dayent", "day it entered, 1-31; blank when not known"),
    number("yrexit", "year it left; null when a member at the end of 2018", missing=_OPEN),
    number("moexit", "month it left; null when a member at the end of 2018", missing=_OPEN),
    number("dayexit", "day it left; null when a member at the end of 2018", missing=_OPEN),
    *_SPELL,
)

FLAGS = (
    *(flag(name, meaning) for name, meaning in _PROMISES.items()),
    flag("active", "some member promises defence or offence (of the alliance, in every table)"),
    flag("conditio", "some of the five promises is conditional"),
    flag("defcon", "defence is conditional"),
    flag("offcon", "offence is conditional"),
    flag("neucon", "neutrality is conditional"),
    flag("concon", "consultation is conditional"),
)

_ON = {
    "coadv": "depends on who the adversary is",
    "coloc": "depends on where the conflict is",
    "cocon": "holds for one conflict only",
    "conum": "depends on the number of adversaries",
    "codem": "depends on demands being met",
    "conpr": "lapses if the partner provoked",
    "coatt": "only if the partner is attacked",
    "coreq": "only if a partner asks",
}
_CONDITIONED = {
    ("def", "defence"): ("coadv", "coloc", "cocon", "conum", "codem", "conpr"),
    ("off", "offence"): ("coadv", "coloc", "cocon", "conum", "codem"),
    ("neu", "neutrality"): ("coadv", "coloc", "cocon", "conum", "codem", "conpr", "coatt"),
    ("con", "consultation"): ("coadv", "coloc", "cocon", "coreq"),
}

CONDITIONS = (
    *(
        flag(stem + on, f"{promise} {_ON[on]}")
        for (stem, promise), conditions in _CONDITIONED.items()
        for on in conditions
    ),
    flag("olimob", "some other condition limits the obligations"),
)

ASYMMETRY = (flag("asymm", "members promise different things"),)
VARYING = (flag("obvary", "this member promises different things to different partners"),)

FORMATION = (
    flag("ineffect", "in force on 31 December 2018"),
    flag("bilat", "exactly two members"),
)
STATUS = (
    flag("wartime", "a member was at war when it was concluded"),
    flag("estmode", "a treaty to be ratified (0: another written agreement)"),
    _codes("pubsecr", 2, "0 public, 1 secret in part, 2 wholly secret"),
    _codes("secrart", 8, "what the secret part is about"),
    _codes("proadd", 3, "accession: 0 not mentioned, 1 how is not said, 2 by unanimity, 3 other"),
    _codes("futmem", 3, "who may accede"),
    _codes("speclgth", 3, "whether and how the duration is laid down"),
    number("length", "months of the first term; 0: none laid down"),
    _codes("renounce", 4, "leaving: 0 not said, 1 notice, 2 partner aggresses, 3 a term, 4 barred"),
    _codes("proren", 2, "renewal: 0 not mentioned, 1 by act, 2 tacit unless denounced"),
    number("renewlgt", "months of each renewed term"),
    _codes("term", 3, "end: 0 in force or censored, 1 fulfilled, 2 violated, 3 renegotiated"),
)
HOW_A_MEMBER_LEFT = (
    _codes("termmode", 6, "how the member's affiliation ended"),
    _codes("termcaus", 8, "why the member's affiliation ended"),
)

CLAUSES = (
    _codes("notaiden", 4, "no help to enemies: 0 no, 1 general, 2 states, 3 non-state, 4 both"),
    flag("dipaid", "a diplomatic or economic response is promised"),
    flag("terrres", "territory or resources are promised"),
    _codes("seppeace", 3, "separate peace: 0 not mentioned, 1 barred, 2 on approval, 3 consult"),
    flag("thirdcom", "commitments to third parties are limited"),
    flag("noothall", "no part in an alliance against the other"),
    _codes(
        "specthrt", 6, "threat: 0 none, 1 state, 2 region, 3 both, 4 conflict, 5 domestic, 6 bloc"
    ),
    number("statthr1", "COW code of a state named as threat; 0 none"),
    number("statthr2", "COW code of another state named as threat; 0 none"),
    _codes(
        "conwtin", 3, "conflict among members: 0 no, 1 in general, 2 an issue, 3 interpretation"
    ),
    flag("medarb", "mediation or arbitration is promised"),
    _codes("milcon", 3, "military contact: 0 none, 1 in war, 2 in peace, 3 common defence policy"),
    _codes("milaid", 4, "military aid: 0 none, 1 general, 2 grants or loans, 3 training, 4 both"),
    flag("intcom", "an integrated command in peace and war"),
    _codes("subord", 2, "command in war: 0 not said, 1 a named state's, 2 it depends"),
    _codes("organ1", 3, "organisation: 0 none, 1 meetings, 2 a named body, 3 with a secretariat"),
    _codes(
        "orgpurp1", 5, "its purpose: 1 military, 2 economic, 3 political, 4 general, 5 disputes"
    ),
    _codes("organ2", 3, "second organisation, as organ1"),
    _codes("orgpurp2", 5, "its purpose, as orgpurp1"),
    _codes("base", 3, "troops abroad: 0 none, 1 on neutral land, 2 both ways, 3 one way"),
    flag("contrib", "contributions or shares of cost are laid down"),
    _codes("armred", 2, "arms: 0 not mentioned, 1 limits, 2 a common increase"),
    _codes("acqterr", 2, "gaining territory: 0 not mentioned, 1 allowed, 2 barred"),
    flag("divgains", "dividing gains is discussed"),
    flag("demwith", "demobilisation or withdrawal is discussed"),
    _codes("reflnun", 2, "refers to: 0 neither, 1 League of Nations, 2 United Nations"),
    number("refothio", "refers to other international organisations: 0 no"),
    number("natrefal", "how it refers to other alliances: 0 not", 0, 1, 2, 3, 9),
    number("compag", "agreements concluded with it: 0 none"),
    flag("nomicoop", "other than military cooperation is laid down"),
    number("conres", "conflicts among members it settles: 0 none"),
    number("agprois", "further agreements it promises: 0 none"),
    flag("conmen", "unsettled conflicts among members are mentioned"),
    _codes("ecaid", 3, "economic aid: 0 none, 1 general, 2 after war, 3 trade concessions"),
    _codes(
        "interv", 4, "home affairs: 1 no intervention, 2 mutual, 3 by one, 4 one abstains; 0 none"
    ),
)

SOURCE = (
    number("source", "1 coded from the text, 2 from secondary sources only", 1, 2),
    flag("new5", "new in version 5"),
    flag("rev5", "revised in version 5"),
    Column("version", "string", "version of ATOP"),
)


def member_columns(highest: int) -> tuple[Column, ...]:
    """Return mem1 … mem<highest>: the members, packed to the left, null after the last."""
    return tuple(
        number(f"mem{place}", "COW code of a member; null after the last")
        for place in range(1, highest + 1)
    )
