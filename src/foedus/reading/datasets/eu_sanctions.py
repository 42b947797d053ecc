"""Persons, bodies and ships that European Union regulations on sanctions list.

Consolidated texts of the Official Journal (Regulations (EU) 2017/1509 on North Korea, 269/2014 and
833/2014 on Russia) in the form that OpenSanctions gives them: one file per regulation. Dates of
listing are written "16.12.2024" or "16 December 2024".
"""

import ibis
from ibis.expr.types import DateValue, StringValue, Table

from foedus.reading.datasets.checks import unique_grain
from foedus.reading.datasets.days import first_day
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["TABLES"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_IN_FIGURES, _IN_WORDS = r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$", r"^(\d{1,2}) ([A-Za-z]+) (\d{4})$"

_LISTING = {
    "celex": "CELEX number of the regulation",
    "recordId": "number in the annex; null when the annex does not number",
    "programKey": "programme of sanctions",
    "annex": "annex that lists it",
    "measure": "what is imposed",
    "startDate": "day of listing as written",
    "reason": "statement of reasons",
    "schema": "Person, Company, LegalEntity, Vessel or Asset",
    "name": "name; family names of persons in capitals, first or last",
}
_DETAILS = {
    "alias": "other names, split by semicolons",
    "weakAlias": "other names that identify badly",
    "previousName": "former names",
    "country": "country",
    "nationality": "nationality of a person",
    "jurisdiction": "where a body is registered",
    "birthDate": "day of birth as written",
    "birthPlace": "place of birth",
    "position": "office or function",
    "passportNumber": "passport",
    "gender": "gender as written",
    "appearance": "appearance",
    "ethnicity": "ethnicity",
    "fatherName": "father's name",
    "motherName": "mother's name",
    "incorporationDate": "day of incorporation as written",
    "legalForm": "legal form of a body",
    "sector": "sector of a body",
    "registrationNumber": "number in a register",
    "taxNumber": "number of a tax payer",
    "idNumber": "number of an identity paper",
    "innCode": "Russian tax number",
    "ogrnCode": "Russian register number",
    "kppCode": "Russian code of the reason of registration",
    "okpoCode": "Russian statistical number",
    "leiCode": "legal entity identifier",
    "swiftBic": "bank identifier",
    "ticker": "symbol on an exchange",
    "imoNumber": "IMO number of a ship or company",
    "mmsi": "radio number of a ship",
    "flag": "flag of a ship",
    "address": "address",
    "phone": "telephone",
    "email": "electronic mail",
    "website": "website",
    "notes": "notes",
}
_COLUMNS = (
    *(Column(name, "string", meaning) for name, meaning in _LISTING.items()),
    Column("listed", "date", "day of listing; null not given"),
    *(Column(name, "string", meaning) for name, meaning in _DETAILS.items()),
)


def _with_day(rows: Table) -> Table:
    dated = rows.mutate(listed=_day(rows.startDate.strip()))
    return kept(*(column.name for column in _COLUMNS))(dated)


def _day(text: StringValue) -> DateValue:
    day, month, year = (text.re_extract(_IN_FIGURES, group) for group in (1, 2, 3))
    in_words = [text.re_extract(_IN_WORDS, group) for group in (1, 2, 3)]
    number = ibis.cases(
        *((in_words[1] == name, str(place)) for place, name in enumerate(_MONTHS, 1)), else_="99"
    )
    figures = text.re_search(_IN_FIGURES)
    return first_day(
        ibis.ifelse(figures, year, in_words[2]),
        ibis.ifelse(figures, month, number),
        ibis.ifelse(figures, day, in_words[0]),
    )


_DAY_IS_READ = Check(
    "no such day",
    "startDate is D.M.YYYY or a day, a month in English and a year",
    lambda rows: rows.filter(rows.startDate.notnull() & rows.listed.isnull()),
)

TABLES: tuple[DatasetTable, ...] = (
    DatasetTable(
        "eu-sanctions",
        "listings",
        ("celex", "annex", "recordId", "name"),
        _COLUMNS,
        (Form("OpenSanctions", frozenset(_LISTING), _with_day),),
        years=("listed",),
        checks=(unique_grain("celex", "annex", "recordId", "name"), _DAY_IS_READ),
        across_files=("celex", "annex", "recordId", "name"),
        faults=(
            "A file is the consolidated text of a day: who was taken off the list before is not "
            "there.",
            "One file holds one regulation: those that you have not registered are unknown.",
            "83 listings of the three regulations have no day.",
        ),
    ),
)
