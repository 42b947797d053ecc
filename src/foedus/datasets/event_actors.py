"""Whom the codes and names of an event mean, on the day of the event.

Three small tables of words, first day, last day and actor id: CAMEO and ISO 3166-1 codes of
countries, English names, and FIPS 10-4 codes of places. A word that means nobody on a day, or two
at once, gives no id; regions (CAMEO's AFR, EUR) and groups have none.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, TypeAlias

import pyarrow as pa
from ibis.expr.types import Table, Value

from foedus.actors.codes import code_spells
from foedus.actors.states import actor
from foedus.actors.surface_forms import surface_forms, typed_forms
from foedus.evidence import Spell
from foedus.ledger.engines import Engine

__all__ = ["country_codes", "names", "places", "with_actor"]

Bearing: TypeAlias = tuple[dt.date, dt.date, str]
"""First day, last day, and the actor that bore the word on those days."""

# CAMEO's list of countries (GDELT's lookup CAMEO.country.txt) is ISO 3166-1 alpha-3 but for these.
_CAMEO_ALONE: Final = {"ROM": "ROU", "TMP": "TLS", "MTN": "MNE"}
_NAMES: Final = ("name", "abbreviation", "organisation")
# As ICEWS and ACLED spell them. "Congo" alone may be either, and stays out.
_SPELLINGS: Final = {
    "democratic republic of congo": "COD",
    "east timor": "TLS",
    "moldova, republic of": "MDA",
    "occupied palestinian territory": "PSE",
    "palestinian territory, occupied": "PSE",
    "swaziland": "SWZ",
}
# FIPS PUB 10-4, states only. GDELT writes Serbia as RI and as the later RB; YI (Serbia and
# Montenegro, withdrawn in 2006) stays out. OD is South Sudan; WE and GZ are the two parts of
# Palestine.
_FIPS: Final = """
AC:ATG AE:ARE AF:AFG AG:DZA AJ:AZE AL:ALB AM:ARM AN:AND AO:AGO AR:ARG AS:AUS AU:AUT BA:BHR BB:BRB
BC:BWA BE:BEL BF:BHS BG:BGD BH:BLZ BK:BIH BL:BOL BM:MMR BN:BEN BO:BLR BP:SLB BR:BRA BT:BTN BU:BGR
BX:BRN BY:BDI CA:CAN CB:KHM CD:TCD CE:LKA CF:COG CG:COD CH:CHN CI:CHL CM:CMR CN:COM CO:COL CS:CRI
CT:CAF CU:CUB CV:CPV CY:CYP DA:DNK DJ:DJI DO:DMA DR:DOM EC:ECU EG:EGY EI:IRL EK:GNQ EN:EST ER:ERI
ES:SLV ET:ETH EZ:CZE FI:FIN FJ:FJI FM:FSM FR:FRA GA:GMB GB:GAB GG:GEO GH:GHA GJ:GRD GM:DEU GR:GRC
GT:GTM GV:GIN GY:GUY GZ:PSE HA:HTI HO:HND HR:HRV HU:HUN IC:ISL ID:IDN IN:IND IR:IRN IS:ISR IT:ITA
IV:CIV IZ:IRQ JA:JPN JM:JAM JO:JOR KE:KEN KG:KGZ KN:PRK KR:KIR KS:KOR KU:KWT KV:KOS KZ:KAZ LA:LAO
LE:LBN LG:LVA LH:LTU LI:LBR LO:SVK LS:LIE LT:LSO LU:LUX LY:LBY MA:MDG MD:MDA MG:MNG MI:MWI MJ:MNE
MK:MKD ML:MLI MN:MCO MO:MAR MP:MUS MR:MRT MT:MLT MU:OMN MV:MDV MX:MEX MY:MYS MZ:MOZ NG:NER NH:VUT
NI:NGA NL:NLD NO:NOR NP:NPL NR:NRU NS:SUR NU:NIC NZ:NZL OD:SSD PA:PRY PE:PER PK:PAK PL:POL PM:PAN
PO:PRT PP:PNG PS:PLW PU:GNB QA:QAT RB:SRB RI:SRB RM:MHL RO:ROU RP:PHL RS:RUS RW:RWA SA:SAU SC:KNA
SE:SYC SF:ZAF SG:SEN SI:SVN SL:SLE SM:SMR SN:SGP SO:SOM SP:ESP ST:LCA SU:SDN SW:SWE SY:SYR SZ:CHE
TD:TTO TH:THA TI:TJK TN:TON TO:TGO TP:STP TS:TUN TT:TLS TU:TUR TV:TUV TW:TWN TX:TKM TZ:TZA UG:UGA
UK:GBR UP:UKR US:USA UV:BFA UY:URY UZ:UZB VC:VCT VE:VEN VM:VNM VT:VAT WA:NAM WE:PSE WS:WSM WZ:SWZ
YM:YEM ZA:ZMB ZI:ZWE
"""
_SCHEMA = pa.schema(
    [
        ("words", pa.string()),
        ("begins", pa.date32()),
        ("ends", pa.date32()),
        ("actor", pa.string()),
    ]
)


def with_actor(engine: Engine, rows: Table, words: Value, known: pa.Table, into: str) -> Table:
    """Return the rows with one column more: the id of the actor that the words mean on `day`.

    Null where they mean nobody, or nobody certain, or the day is not known.
    """
    bearings = engine.rows(known)
    sought = rows.mutate(sought=words)
    found = sought.left_join(
        bearings,
        [
            sought.sought == bearings.words,
            sought.day >= bearings.begins,
            sought.day <= bearings.ends,
        ],
    )
    return found.select(*(found[name] for name in rows.columns), **{into: bearings.actor})


@cache
def country_codes() -> pa.Table:
    """Return the three-letter codes of states in CAMEO and ISO 3166-1, over each state's life.

    A code in use today is taken for its state throughout, as CAMEO's coders do (COD for Zaire), and
    never for a state before it (RUS is nobody in 1985); a withdrawn one (SUN) for its own days.
    """
    borne: dict[str, list[Bearing]] = {}
    for row in code_spells():
        if row.scheme == "iso3":
            spell = Spell(None, None) if row.spell.ends is None else row.spell
            borne.setdefault(str(row.code), []).extend(_lives(row.actor, spell))
    borne |= {code: list(_lives(known, Spell(None, None))) for code, known in _CAMEO_ALONE.items()}
    return _table(borne)


@cache
def names() -> pa.Table:
    """Return the English names of actors in small letters, over the days on which they hold."""
    borne: dict[str, list[Bearing]] = {}
    for form in (*surface_forms("en"), *typed_forms("en")):
        if form.kind in _NAMES:
            lives = _lives(form.actor, Spell(form.begins, form.ends))
            borne.setdefault(form.words.lower(), []).extend(lives)
    borne |= {words: list(_lives(found, Spell(None, None))) for words, found in _SPELLINGS.items()}
    return _table(borne)


@cache
def places() -> pa.Table:
    """Return the FIPS 10-4 codes of states, over each state's life."""
    pairs = (pair.split(":") for pair in _FIPS.split())
    return _table({code: list(_lives(found, Spell(None, None))) for code, found in pairs})


def _lives(actor_id: str, spell: Spell) -> Iterator[Bearing]:
    begins, ends = _days(spell)
    for first, last in map(_days, actor(actor_id).spells):
        if max(begins, first) <= min(ends, last):
            yield max(begins, first), min(ends, last), actor_id


def _days(spell: Spell) -> tuple[dt.date, dt.date]:
    begins = spell.begins.earliest if spell.begins else None
    ends = spell.ends.latest if spell.ends else None
    return begins or dt.date(1, 1, 1), ends or dt.date(9999, 12, 31)


def _table(borne: Mapping[str, Iterable[Bearing]]) -> pa.Table:
    rows = [
        (words, *spell) for words, bearings in borne.items() for spell in _alone(tuple(bearings))
    ]
    return pa.Table.from_pylist(
        [dict(zip(_SCHEMA.names, row, strict=True)) for row in rows], _SCHEMA
    )


def _alone(bearings: tuple[Bearing, ...]) -> Iterator[Bearing]:
    """Yield the runs of days on which one actor bears the word; those of several are left out."""
    edges = sorted(
        {first for first, _, _ in bearings}
        | {last + dt.timedelta(1) for _, last, _ in bearings if last < dt.date.max}
    )
    following = [*(edge - dt.timedelta(1) for edge in edges[1:]), dt.date.max]
    for first, last in zip(edges, following, strict=True):
        bearers = {found for begins, ends, found in bearings if begins <= first <= ends}
        if len(bearers) == 1:
            yield first, last, bearers.pop()
