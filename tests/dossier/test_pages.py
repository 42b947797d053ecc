"""The pages: well formed, offline, every number a link, every link leading somewhere."""

import json
import os
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from foedus.dossier.blocks import Data
from foedus.dossier.dossier import Dossier
from foedus.dossier.rendering.downloads import as_csv, as_parquet
from foedus.dossier.rendering.folder import rendered
from foedus.dossier.rendering.policy import CONTENT_SECURITY_POLICY
from tests.dossier.markup import Page, is_within, readable

# A first page may weigh this much, with all that it loads unasked.
HEAVIEST = 1_500_000


@pytest.fixture(scope="module", params=["english", "french"])
def folder(request: pytest.FixtureRequest, pages: Path, french_pages: Path) -> Path:
    return pages if request.param == "english" else french_pages


def all_pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


@pytest.fixture(scope="module")
def index(folder: Path) -> Page:
    return Page((folder / "index.html").read_text(encoding="utf-8"))


def test_pages_are_well_formed(folder: Path) -> None:
    for page in all_pages(folder):
        assert not Page(page.read_text(encoding="utf-8")).faults, page.name


def test_no_id_is_used_twice(folder: Path) -> None:
    for page in all_pages(folder):
        ids = Page(page.read_text(encoding="utf-8")).ids()
        assert len(ids) == len(set(ids)), sorted({one for one in ids if ids.count(one) > 1})


def test_every_evidence_link_leads_to_an_exhibit(index: Page) -> None:
    ids = set(index.ids())
    links = [attrs for _, attrs in index.elements if "ev" in (attrs.get("class") or "").split()]
    assert len(links) > 50
    for attrs in links:
        assert attrs["href"] == f"#x-{attrs['data-ev']}"
        assert f"x-{attrs['data-ev']}" in ids


def test_every_inner_link_leads_somewhere(folder: Path) -> None:
    ids = {page: set(Page(page.read_text(encoding="utf-8")).ids()) for page in all_pages(folder)}
    for page in ids:
        for tag, attrs in Page(page.read_text(encoding="utf-8")).elements:
            address = attrs.get("href") or attrs.get("src")
            if page.name == "404.html" or tag == "use" or not address or "://" in address:
                continue
            path, _, fragment = address.partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.is_file(), address
            if fragment:
                assert fragment in ids[target], address


def test_every_number_of_the_text_stands_inside_an_evidence_link(index: Page) -> None:
    loose = [
        data
        for data, around in index.texts
        if re.search(r"\d", data)
        and {tag for tag, _ in around} & {"section"}
        and is_within(around, "finding", "judge", "line", "limit", "missing", "note")
        and not is_within(around, "ev", "cite", "name", "register", "number", "axis", "tag")
        and not {tag for tag, _ in around} & {"script", "svg"}
    ]
    assert not loose


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs_inline(folder: Path) -> None:
    for page in all_pages(folder):
        for tag, attrs in Page(page.read_text(encoding="utf-8")).elements:
            assert "style" not in attrs, (page.name, tag)
            assert not [name for name in attrs if name.startswith("on")]
            if tag in ("script", "link", "img", "iframe", "use"):
                address = attrs.get("src") or attrs.get("href") or ""
                assert not re.match(r"\w+:|//", address), address
            if tag == "script" and "src" not in attrs:
                assert attrs["type"] == "application/json"


def test_every_page_carries_the_policy(folder: Path) -> None:
    for page in all_pages(folder):
        metas = [attrs for tag, attrs in Page(page.read_text("utf-8")).elements if tag == "meta"]
        policy = next(m["content"] for m in metas if m.get("http-equiv"))
        assert policy == CONTENT_SECURITY_POLICY.partition("; frame-ancestors")[0]
        assert "unsafe" not in policy


def test_a_passage_opens_in_the_whole_document(folder: Path) -> None:
    page = Page((folder / "documents" / "d-brief.html").read_text(encoding="utf-8"))
    assert {"a-01", "a-03", "a-04", "a-05"} <= set(page.ids())
    korean = (folder / "documents" / "d-dispatch.html").read_text(encoding="utf-8")
    assert 'id="text" lang="ko"' in korean


def test_the_first_page_is_light(folder: Path) -> None:
    unasked = ["index.html", "assets/dossier.css", "assets/dossier.js"]
    assert sum((folder / name).stat().st_size for name in unasked) < HEAVIEST


def test_every_figure_can_be_downloaded(folder: Path, index: Page) -> None:
    figures = [attrs["id"] for tag, attrs in index.elements if tag == "figure" and attrs.get("id")]
    for name in figures:
        assert (folder / "data" / f"{name}.csv").read_text(encoding="utf-8").count("\n") > 1
        assert pq.read_table(folder / "data" / f"{name}.parquet").num_rows > 0
    drawn = {attrs["data-live"] for _, attrs in index.elements if attrs.get("data-live")}
    assert "timeline" in drawn
    for name in drawn:
        assert (folder / "data" / f"{name}.png").read_bytes().startswith(b"\x89PNG")
        assert "<svg" in (folder / "data" / f"{name}.svg").read_text(encoding="utf-8")


def test_the_words_of_the_page_are_as_kept(folder: Path, made: Dossier, repository: Path) -> None:
    markup = (folder / "index.html").read_text(encoding="utf-8")
    language = re.search(r'<html lang="(\w+)"', markup)
    assert language
    kept = repository / "tests" / "golden" / f"made-case.{language[1]}.txt"
    words = readable(markup)
    if os.environ.get("FOEDUS_GOLDEN") == "write":
        kept.write_text(words, encoding="utf-8")
    assert words == kept.read_text(encoding="utf-8")
    assert made.title in words


def test_a_new_dossier_takes_the_place_of_the_old_one_byte_for_byte(
    made: Dossier, pages: Path, tmp_path: Path
) -> None:
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "old.txt").write_text("old", encoding="utf-8")
    again = rendered(made, tmp_path / "dossier").parent
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier"]
    files = {path.relative_to(pages) for path in pages.rglob("*") if path.is_file()}
    assert {path.relative_to(again) for path in again.rglob("*") if path.is_file()} == files
    for file in files:
        assert (pages / file).read_bytes() == (again / file).read_bytes(), file


def test_a_spreadsheet_runs_nothing_it_is_given() -> None:
    data = Data(("said", "n"), (("=HYPERLINK(1)", -3), ("@x", None), ('fine, "quoted"', 2)))
    assert as_csv(data).splitlines() == [
        "said,n",
        "'=HYPERLINK(1),-3",
        "'@x,",
        '"fine, ""quoted""",2',
    ]


def test_a_column_of_mixed_types_is_kept_as_text() -> None:
    data = Data(("value", "ids"), ((1, ("a", "b")), ("two", ()), (None, ("c",))))
    table = pq.read_table(__import__("io").BytesIO(as_parquet(data)))
    assert table.column("value").to_pylist() == ["1", "two", None]
    assert table.column("ids").to_pylist() == [["a", "b"], [], ["c"]]


def test_a_row_that_does_not_fit_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Data(("one",), ((1, 2),))


def test_the_specifications_in_the_page_are_json(index: Page) -> None:
    texts = [data for data, around in index.texts if around and around[-1][0] == "script"]
    parsed = [json.loads(text) for text in texts]
    assert any("config" in each for each in parsed)
