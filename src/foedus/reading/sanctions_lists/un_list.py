"""The Consolidated List of the United Nations Security Council, as the XML file it publishes.

The file (https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list) has a root
CONSOLIDATED_LIST with the attribute `dateGenerated`, and below it INDIVIDUALS/INDIVIDUAL and
ENTITIES/ENTITY. Of each are read: REFERENCE_NUMBER (else DATAID), the parts of the name (FIRST_NAME
to FOURTH_NAME), UN_LIST_TYPE (the sanctions regime), LISTED_ON, NATIONALITY/VALUE and the country
of its addresses. Nothing is said there of those taken off the list, nor which measures each entry
is under: two files of different days show who was taken off between them.

XML from elsewhere is hostile until read: a document type, and with it every entity, is refused, and
so are files beyond `LARGEST` and trees deeper than any list needs.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from lxml import etree

from foedus.errors import Fault, FaultyInput
from foedus.evidence import Day, Spell
from foedus.reading.sanctions_lists.listing import Listing, SanctionsList
from foedus.sources.checksum import sha256_of

__all__ = ["LARGEST", "un_list"]

LARGEST: Final = 100_000_000
"""Bytes: the list of 2024 has about two million."""
_NAMES: Final = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_KINDS: Final = {"INDIVIDUAL": "Person", "ENTITY": "Entity"}


def un_list(path: Path) -> SanctionsList:
    """Return the list a file holds.

    Raises FaultyInput when it cannot be opened, is too large, is no XML, has a document type, is
    another document, has no entry, or an entry without a number or name, or with a day that is
    none.
    """
    root = _root(path)
    faults: list[Fault] = []
    listings = [
        one
        for tag in _KINDS
        for element in root.iter(tag)
        if (one := _listing(element, path, faults)) is not None
    ]
    if faults:
        raise FaultyInput(faults)
    if not listings:
        raise _refused(path, "has no INDIVIDUAL and no ENTITY", "the consolidated list")
    made = (root.get("dateGenerated") or "")[:10]
    return SanctionsList(
        form="UN",
        file=path.name,
        sha256=sha256_of(path),
        as_of=_date(made),
        listings=tuple(listings),
    )


def _root(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise _refused(path, "has more than a hundred million bytes", "the list as published")
        content = path.read_bytes()
    except OSError as error:
        raise _refused(path, f"cannot be opened ({error.strerror})", "an XML file") from None
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        dtd_validation=False,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _refused(path, f"is no XML ({str(error)[:120]})", "the list as published") from None
    if root.getroottree().docinfo.doctype:
        raise _refused(path, "declares a document type, which no list has", "the list as published")
    if root.tag != "CONSOLIDATED_LIST":
        raise _refused(path, f"is a document '{str(root.tag)[:40]}'", "CONSOLIDATED_LIST")
    return root


def _listing(element: Any, path: Path, faults: list[Fault]) -> Listing | None:
    key = _text(element, "REFERENCE_NUMBER") or _text(element, "DATAID")
    name = " ".join(filter(None, (_text(element, part) for part in _NAMES)))
    listed = _text(element, "LISTED_ON")
    day = _date(listed[:10]) if listed else None
    problem = None
    if not key or not name:
        problem = ("REFERENCE_NUMBER", "an entry has no number or no name", "both")
    elif listed and day is None:
        problem = ("LISTED_ON", f"'{listed[:40]}' is no day", "a day such as 2016-03-02")
    if problem:
        faults.append(Fault(str(path), element.sourceline, *problem))
        return None
    return Listing(
        key=key,
        name=name,
        kind=_KINDS[element.tag],
        spell=Spell(Day.of(day) if day else None),
        programme=_text(element, "UN_LIST_TYPE") or None,
        sender="UN",
        states=tuple(dict.fromkeys(_states(element))),
        reason=_text(element, "COMMENTS1") or None,
    )


def _states(element: Any) -> Iterator[str]:
    for where in ("NATIONALITY/VALUE", "INDIVIDUAL_ADDRESS/COUNTRY", "ENTITY_ADDRESS/COUNTRY"):
        for found in element.findall(where):
            if found.text and found.text.strip():
                yield found.text.strip()


def _text(element: Any, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())


def _date(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        return None


def _refused(path: Path, problem: str, expected: str) -> FaultyInput:
    return FaultyInput([Fault(str(path), None, "the file", problem, expected)])
