"""Lists that an analyst brings: their documented forms, who was taken off, and hostile files.

The files are made for these tests; nobody in them exists.
"""

import datetime as dt
import json
from pathlib import Path

import pytest

from foedus.errors import FaultyInput
from foedus.reading.sanctions_lists import sanctions_list, sanctions_lists
from foedus.repercussions.sanctions import InForce, Why, known_measures, measures_in_force

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="{day}T00:00:06.000Z">
 <INDIVIDUALS>
  <INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>MADE</FIRST_NAME><SECOND_NAME>UP</SECOND_NAME>
   <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.901</REFERENCE_NUMBER>
   <LISTED_ON>2016-03-02</LISTED_ON>
   <NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY></INDIVIDUAL>
 {more}</INDIVIDUALS>
 <ENTITIES>
  <ENTITY><DATAID>3</DATAID><FIRST_NAME>No Such Trading</FIRST_NAME>
   <UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>CDe.901</REFERENCE_NUMBER>
   <ENTITY_ADDRESS><COUNTRY>Rwanda</COUNTRY></ENTITY_ADDRESS></ENTITY>
 </ENTITIES>
</CONSOLIDATED_LIST>"""
SECOND = """<INDIVIDUAL><DATAID>2</DATAID><FIRST_NAME>TAKEN OFF</FIRST_NAME>
 <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.902</REFERENCE_NUMBER>
 <LISTED_ON>2013-01-22</LISTED_ON></INDIVIDUAL>"""
SIMPLE = (
    "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,"
    "dataset,first_seen,last_seen,last_change\n"
    "NK-made,Person,Made Up,,,kp;ru,,,A list,,,A list,2023-04-20T10:00:00,2025-01-03T07:00:00,\n"
)


def un(folder: Path, day: str, more: str = "", name: str = "un.xml") -> Path:
    path = folder / name
    path.write_text(UN.format(day=day, more=more), encoding="utf-8")
    return path


def standings(paths: tuple[Path, ...], day: str, target: str) -> dict[str, str]:
    known = known_measures((), sanctions_lists(paths))
    found = measures_in_force(dt.date.fromisoformat(day), known, target=target)
    return {str(one.measure.name): str(one.standing) for one in found}


def test_the_united_nations_list(tmp_path: Path) -> None:
    path = un(tmp_path, "2024-06-30", SECOND)
    assert standings((path,), "2024-06-19", "PRK") == {
        "MADE UP": "certain",
        "TAKEN OFF": "certain",
    }
    assert standings((path,), "2015-01-01", "PRK") == {"TAKEN OFF": "certain"}
    assert standings((path,), "2024-07-01", "PRK") == {
        "MADE UP": "unknown",
        "TAKEN OFF": "unknown",
    }
    # An entry without a day, by the part of the list it stands in and by its address.
    assert standings((path,), "2024-06-19", "COD") == {"No Such Trading": "possible"}
    known = known_measures((), sanctions_lists((path,)))
    (one,) = measures_in_force(dt.date(2024, 6, 19), known, target="RWA", sender="UN")
    assert (one.why, one.measure.kinds) == (Why.NATIONALITY, ())


def test_who_was_taken_off_is_told_by_two_lists(tmp_path: Path) -> None:
    older = un(tmp_path, "2024-03-01", SECOND, "old.xml")
    newer = un(tmp_path, "2024-06-30", name="new.xml")
    both = (newer, older)
    assert standings(both, "2024-02-01", "PRK")["TAKEN OFF"] == "certain"
    # It was taken off on some day between the two.
    assert standings((older,), "2024-05-01", "PRK")["TAKEN OFF"] == "unknown"
    assert standings(both, "2024-06-20", "PRK") == {"MADE UP": "certain", "TAKEN OFF": "possible"}
    assert standings(both, "2024-06-30", "PRK")["MADE UP"] == "certain"


def test_targets_of_opensanctions(tmp_path: Path) -> None:
    path = tmp_path / "targets.simple.csv"
    path.write_text(SIMPLE, encoding="utf-8")
    # Seen since 20 April 2023: listed on that day or before, nobody knows how long before.
    assert standings((path,), "2024-06-19", "PRK") == {"Made Up": "certain"}
    assert standings((path,), "2022-06-19", "RUS") == {"Made Up": "possible"}
    (measure,) = known_measures((), sanctions_lists((path,))).measures
    assert measure.sender is None


def test_entities_of_opensanctions(tmp_path: Path) -> None:
    path = tmp_path / "entities.ftm.json"
    rows: list[dict[str, object]] = [
        {
            "id": "p1",
            "schema": "Person",
            "properties": {"name": ["Made Up"], "nationality": ["kp"]},
            "last_seen": "2025-01-03T07:00:00",
        },
        {
            "id": "s1",
            "schema": "Sanction",
            "properties": {
                "entity": ["p1"],
                "country": ["us"],
                "startDate": ["2017-06-01"],
                "endDate": ["2024-02"],
            },
        },
        {"id": "p2", "schema": "Person", "properties": {"name": ["Not sanctioned"]}},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert standings((path,), "2023-06-19", "PRK") == {"Made Up": "certain"}
    assert standings((path,), "2024-02-10", "PRK") == {"Made Up": "possible"}
    assert standings((path,), "2024-03-01", "PRK") == {}
    (measure,) = known_measures((), sanctions_lists((path,))).measures
    assert measure.sender == "USA"
    assert measure.in_force(dt.date(2020, 1, 1)) is InForce.CERTAIN


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
def test_entities_in_xml_are_never_expanded(tmp_path: Path, declared: str) -> None:
    path = un(tmp_path, "2024-06-30")
    text = path.read_text(encoding="utf-8").replace("?>", f"?>{declared}", 1)
    path.write_text(text.replace("MADE", "&b;" if "a" in declared[:30] else "&secret;"), "utf-8")
    with pytest.raises(FaultyInput, match=r"document type|no XML"):
        sanctions_list(path)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("un.xml", "<a><b></a>", "is no XML"),
        ("un.xml", "<html/>", "is a document 'html'"),
        ("un.xml", "<CONSOLIDATED_LIST/>", "has no INDIVIDUAL"),
        ("un.xml", "<a>" * 5000 + "</a>" * 5000, "is no XML"),
        ("un.xml", UN.format(day="", more="").replace("2016-03-02", "soon"), "is no day"),
        ("un.xml", UN.format(day="", more="").replace("No Such Trading", ""), "no name"),
        ("t.csv", "id,name\n1,2\n", "has no column schema"),
        ("t.csv", SIMPLE.replace("2023-04-20", "20.4.2023"), "is no day"),
        ("t.csv", SIMPLE.replace("NK-made", ""), "no id"),
        ("t.csv", SIMPLE.splitlines()[0] + "\n", "no sanction"),
        ("e.json", "{}\n", "no entity"),
        ("e.json", "[" * 100_000 + "\n", "no entity"),
        ("e.json", '{"id":"p","schema":"Person","properties":{}}\n', "no sanction"),
        ("list.xls", "", "of no known form"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused(tmp_path: Path, name: str, text: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FaultyInput, match=words):
        sanctions_list(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for name in ("un.xml", "t.csv", "e.json"):
        with pytest.raises(FaultyInput, match="cannot be opened"):
            sanctions_list(tmp_path / name)
