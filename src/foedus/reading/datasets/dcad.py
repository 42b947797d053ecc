"""DCAD 1.0: bilateral defence cooperation agreements signed 1980-2010.

Brandon J. Kinne, "The Defense Cooperation Agreement Dataset (DCAD)", *Journal of Conflict
Resolution* 64 (2020): 729-755. Negative numbers are codes for what an agreement does not say or
nobody knows: they become null in every column that counts something, and stay in `renewType`,
whose values they are.
"""

from ibis.expr.types import Table

from foedus.reading.datasets.checks import known_codes, one_of, unique_grain, years_within
from foedus.reading.datasets.days import days_exist, first_day, last_day
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept
from foedus.reading.datasets.undirected import two_states

__all__ = ["TABLES"]

_NO_NUMBER = ("-44", "-55", "-56", "-57", "-58", "-66", "-77", "-88", "-99")
_SUBJECTS = ("DCA", "DIC", "PROCUREMENT", "RESEARCH", "TREX", "COMMISSION")
_SIGNED = ("signYear", "signMonth", "signDay")
_IN_FORCE = ("EIFYear", "EIFMonth", "EIFDay")


def _number(name: str, meaning: str) -> Column:
    return Column(name, "int32", meaning, missing=_NO_NUMBER)


_COLUMNS = (
    Column("DCAid", "string", "the agreement"),
    Column("ccode1", "int32", "COW code of one state"),
    Column("cowName1", "string", "its letters"),
    Column("ccode2", "int32", "COW code of the other state"),
    Column("cowName2", "string", "its letters"),
    Column("signDay", "int32", "day of signature; null not known"),
    Column("signMonth", "int32", "month of signature; null not known"),
    Column("signYear", "int32", "year of signature"),
    Column("signed_earliest", "date", "first day on which it may have been signed"),
    Column("signed_latest", "date", "last day on which it may have been signed"),
    Column("EIFDay", "int32", "day of entry into force; null not known"),
    Column("EIFMonth", "int32", "month of entry into force; null not known"),
    Column("EIFYear", "int32", "year of entry into force; null not known"),
    Column("in_force_earliest", "date", "first day on which it may have entered into force"),
    Column("in_force_latest", "date", "last day on which it may have entered into force"),
    Column(
        "type", "string", "a general framework, or about one sector", levels=("general", "sector")
    ),
    Column("category1", "string", "what it is about first", levels=_SUBJECTS),
    Column("category2", "string", "what it is about second; null nothing more", levels=_SUBJECTS),
    Column("category3", "string", "what it is about third; null nothing more", levels=_SUBJECTS),
    _number("span", "years of the first term; null none given or not known"),
    Column("renewType", "int32", "how it is renewed: one of the codebook's negative codes"),
    _number("renewYears", "years of each renewed term; null none given or not known"),
    _number("terminated", "1 ended, 0 not; null not known"),
    _number("durationActual", "years it was in force, when it ended; null otherwise"),
    Column(
        "endYearEstimate", "int32", "year of its end as estimated; 2010 or after stands as 2010"
    ),
    Column("asymmetry", "int32", "asymmetry of the obligations, 0 to 2", levels=(0, 1, 2)),
    Column(
        "categoryConf",
        "string",
        "how sure the coders are of the categories",
        levels=("high", "med", "low", "atypical"),
    ),
    Column("UNTS", "string", "number in the United Nations Treaty Series"),
    Column("fullText", "string", "whether the text was found"),
    Column(
        "sourceType", "string", "coded from the treaty or from news", levels=("treaty", "factiva")
    ),
    Column("source", "string", "where the agreement was found"),
    Column("factivaConf", "int32", "how sure the coders are of what the news say, 1 to 5"),
    _number("factivaSign", "1 the news tell of the signature, 0 not"),
    _number("factivaEIF", "1 the news tell of the entry into force, 0 not"),
)
_NAMES = tuple(column.name for column in _COLUMNS)
_MADE = frozenset(name for name in _NAMES if name.endswith(("_earliest", "_latest")))


def _with_days(rows: Table) -> Table:
    signed, in_force = ([rows[name] for name in names] for names in (_SIGNED, _IN_FORCE))
    dated = rows.mutate(
        signed_earliest=first_day(*signed),
        signed_latest=last_day(*signed),
        in_force_earliest=first_day(*in_force),
        in_force_latest=last_day(*in_force),
    )
    return kept(*_NAMES)(dated)


_NOT_BEFORE_SIGNATURE = Check(
    "in force before the year of signature",
    "EIFYear is not before signYear",
    lambda rows: rows.filter(rows.EIFYear < rows.signYear),
)

TABLES: tuple[DatasetTable, ...] = (
    DatasetTable(
        "dcad",
        "agreements",
        ("DCAid",),
        _COLUMNS,
        (Form("DCAD 1.0 main file", frozenset(_NAMES) - _MADE, _with_days, version="1.0"),),
        coverage=(1980, 2010),
        years=("signYear",),
        checks=(
            unique_grain("DCAid"),
            years_within(1980, 2010, "signYear"),
            days_exist(_SIGNED, _IN_FORCE),
            two_states("ccode1", "ccode2"),
            _NOT_BEFORE_SIGNATURE,
            known_codes("ccode1", "cow", "signYear"),
            known_codes("ccode2", "cow", "signYear"),
            one_of("type", "general", "sector"),
        ),
        faults=(
            "Six rows are set apart: three have one state twice, one is in force two years before "
            "its signature (Portugal-East Timor), two have a code that stood later (the Czech "
            "Republic in 1991, Brunei in 1981).",
            "`endYearEstimate` is an estimate and stops at 2010; nothing is known before 1980 and "
            "after 2010.",
            "Uncertain: the negative codes and what the columns mean were not compared with the "
            "codebook.",
            "The file has 1,871 rows where the author's page speaks of 1,872 agreements.",
        ),
    ),
)
