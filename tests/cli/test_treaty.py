"""`foedus treaty` as people read it: narrow and wide, without colour, in two languages."""

import io
import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from foedus.cli.treaties_side_by_side import side_by_side
from foedus.cli.treaty_outline import outline
from foedus.cli.treaty_register import LETTERS, listed
from foedus.evidence import Day, Spell
from foedus.treaties.comparison import clause_comparison
from foedus.treaties.instrument import (
    Difference,
    Doubt,
    Duration,
    Instrument,
    LegalForce,
    Remark,
    Suspension,
)
from foedus.treaties.instruments import instrument, register
from foedus.treaties.words import Words
from tests.cli.test_commands import foedus

THREE = ("sun-prk-1961", "rus-prk-2024", "nato-1949")


def printed(parts: Iterable[RenderableType], width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, no_color=True)
    for part in parts:
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [60, 80, 160, 240])
def test_treaties_side_by_side_fit_any_terminal(width: int) -> None:
    for ids in (THREE[:2], THREE, [*THREE, "triple-alliance-1882", "usa-jpn-1960"]):
        text = printed(side_by_side(clause_comparison(ids), "en", width), width)
        assert max(map(len, text.splitlines())) <= width
        assert "≠ changed" in flat(text)
        assert "Discretion" in text


def test_a_change_is_read_without_colour() -> None:
    text = printed(side_by_side(clause_comparison(THREE), "en", 160), 160)
    line = next(one for one in text.splitlines() if "Discretion" in one)
    assert flat(line) == "Discretion automatic = automatic ≠ as it deems necessary"
    line = next(one for one in text.splitlines() if "Subject to" in one)
    assert flat(line) == (
        "Subject to none stated + article 51 of the UN Charter + article 51 of the UN Charter"
    )
    assert "+ arms and defence capabilities art. 8" in flat(text)


def test_many_treaties_stand_one_below_the_other_when_there_is_no_room() -> None:
    ids = [*THREE, "un-charter-1945", "usa-jpn-1960"]
    text = printed(side_by_side(clause_comparison(ids), "fr", 80))
    assert "≠ un-charter-1945 permission" in flat(text)


def coded_in_full() -> Instrument:
    """The North Atlantic Treaty with everything a file may say."""
    nato = instrument("nato-1949")
    since, until = Day("1966-07-01"), Day("2009-04-04")
    first = replace(
        nato.parties[0],
        doubts=(Doubt(since=since, until=until, words=Words("a doubt"), source="who doubts"),),
        remarks=(Remark(spell=Spell(since, until), words=Words("a remark"), source="who says"),),
        note=Words("a note"),
    )
    return replace(
        nato,
        parties=(first, replace(nato.parties[1], spell=None), *nato.parties[2:]),
        legal_force=LegalForce(kind="disputed", words=Words("why disputed"), source="a court"),
        secrecy="secret in part",
        duration=Duration(
            kind="renewable", years=20, words=Words("twenty years"), article="13", source="art 13"
        ),
        guaranteed=("ISL",),
        suspensions=(
            Suspension(
                obligor=("USA",),
                beneficiary=("ISL",),
                spell=Spell(since, None),
                words=Words("why suspended"),
                source="a statement",
            ),
        ),
        differs_from_atop=(Difference("members", "ATOP has another day"),),
    )


def test_showing_a_treaty_leaves_nothing_out_that_is_coded() -> None:
    one = coded_in_full()
    said = flat(printed(outline(one, "en")))
    assert "disputed whether it binds in law: why disputed [a court]" in said
    assert "secret in part" in said
    assert "a term renewed unless denounced, 20 years: twenty years (art. 13) [art 13]" in said
    assert "Guaranteed Iceland" in said
    assert "Doubtful, 1966-07-01 – 2009-04-04: a doubt [who doubts]" in said
    assert "Remark, 1966-07-01 – 2009-04-04: a remark [who says]" in said
    assert "signed 1949-04-04, never a party" in said
    assert "United States → Iceland: 1966-07-01 – … why suspended [a statement]" in said
    assert "members: ATOP has another day" in said
    for article in one.articles:
        assert flat(article.summary.said("en")) in said
        assert flat(article.source) in said
    for out in one.left_out:
        assert flat(f"{out.what}: {out.why}") in said
    assert "FIN Finland: party 2023-04-04 – …" in said


def test_readings_are_shown_with_who_holds_them_and_where() -> None:
    said = flat(printed(outline(instrument("rus-prk-2024"), "en")))
    assert "◆ any armed attack on a party counts, whoever began the war" in said
    assert "held by North Korea, Russia [Central Military Commission" in said
    assert "Uncertain: cooperation in information security is in KCNA's text" in said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_treaty_can_be_shown_in_80_columns(language: str) -> None:
    for one in register().values():
        text = printed(outline(one, language))
        assert max(map(len, text.splitlines())) <= 80


def test_the_list_is_one_line_a_treaty_with_promises_in_their_places() -> None:
    treaties = [instrument(one) for one in (*THREE, "quad-2021")]
    lines = printed(listed(treaties, "en", 80)).splitlines()
    assert len(lines[0]) <= 80
    assert flat(lines[3]) == "1949-04-04 nato-1949 … D · · A C +3"
    assert flat(lines[4]).endswith("political")
    places = {line.index("D") for line in lines[1:4]}
    assert len(places) == 1
    assert all(f"{letter} " in "\n".join(lines) for letter in LETTERS.values())


def test_no_line_of_the_whole_register_is_longer_than_80() -> None:
    for width in (80, 120, 160):
        text = printed(listed(list(register().values()), "fr", width), width)
        assert max(map(len, text.splitlines())) <= width
    narrow = printed(listed(list(register().values()), "en", 80))
    assert narrow.count("\n") <= len(register()) + 6


def test_the_width_follows_the_variable_when_nobody_looks() -> None:
    answer = foedus("treaty", "diff", *THREE, COLUMNS="80")
    assert answer.returncode == 0, answer.stderr
    assert max(map(len, answer.stdout.splitlines())) <= 80
    assert "\x1b[" not in answer.stdout


def test_several_treaties_are_compared_as_json() -> None:
    document = json.loads(foedus("treaty", "diff", *THREE, "--json", "--language", "fr").stdout)
    assert [column["instrument"] for column in document["columns"]] == list(THREE)
    assert document["rows"][0]["label"] == "Nature"


def test_a_page_is_written_whole_and_only_its_path_is_printed(tmp_path: Path) -> None:
    page = tmp_path / "diff.html"
    answer = foedus("treaty", "diff", *THREE, "--html", page)
    assert answer.stdout == f"{page}\n"
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert os.listdir(tmp_path) == ["diff.html"]
    printed_page = foedus("treaty", "diff", *THREE, "--html", "-").stdout
    assert printed_page == page.read_text(encoding="utf-8")
    nowhere = foedus("treaty", "diff", *THREE, "--html", tmp_path / "no" / "diff.html")
    assert nowhere.returncode == 1
    assert "could not be written" in nowhere.stderr


def test_one_treaty_alone_is_not_understood() -> None:
    assert foedus("treaty", "diff", "nato-1949").returncode == 2


def test_an_unknown_treaty_among_several_is_code_5_with_the_nearest() -> None:
    answer = foedus("treaty", "diff", "nato-1949", "rus-prk-2023")
    assert answer.returncode == 5
    assert "rus-prk-2024" in answer.stderr


def test_the_list_is_narrowed_by_party_day_and_kind() -> None:
    words = ("treaty", "list", "--party", "Corée du Nord", "--on", "2025-01-01")
    rows = json.loads(foedus(*words, "--kind", "défense", "--json").stdout)
    assert [row["id"] for row in rows] == ["chn-prk-1961", "rus-prk-2024"]
    assert rows[1]["legal_force"] == "binding"
    assert rows[1]["parties"] == ["RUS", "PRK"]
    nothing = foedus("treaty", "list", "--party", "PRK", "--on", "1950-01-01")
    assert (nothing.returncode, nothing.stdout) == (0, "")
    assert nothing.stderr


def test_an_unknown_kind_is_code_5_with_the_nearest() -> None:
    answer = foedus("treaty", "list", "--kind", "defense")
    assert answer.returncode == 5
    assert "defence" in answer.stderr
