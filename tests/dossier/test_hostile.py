"""Whatever a document holds, it is shown as words and nothing of it runs."""

import re
from pathlib import Path

import pytest
from lxml import etree

from foedus.dossier.dossier import Page as DocumentPage
from tests.dossier.hostile_case import BREAKOUT, END, SCRIPT
from tests.dossier.markup import Page


def test_a_script_in_a_document_stays_text_everywhere(hostile_pages: Path) -> None:
    for file in hostile_pages.rglob("*.html"):
        page = Page(file.read_text(encoding="utf-8"))
        assert not page.faults
        assert "img" not in {tag for tag, _ in page.elements}
        for tag, attrs in page.elements:
            assert not [name for name in attrs if name.startswith("on")], (file.name, tag, attrs)
            if tag == "script":
                assert attrs.get("src") or attrs.get("type") == "application/json"


def test_its_words_are_shown_as_they_are(hostile_pages: Path) -> None:
    page = Page((hostile_pages / "documents" / "d-brief.html").read_text(encoding="utf-8"))
    words = "".join(data for data, _ in page.texts)
    for trap in (SCRIPT, BREAKOUT, END):
        assert trap in words


def test_no_template_language_in_a_source_is_obeyed(hostile_pages: Path) -> None:
    index = (hostile_pages / "index.html").read_text(encoding="utf-8")
    assert "{{ 7 * 7 }}" in index
    assert ">49<" not in index


def test_an_address_that_is_no_web_address_is_no_link(hostile_pages: Path) -> None:
    for file in hostile_pages.rglob("*.html"):
        for _, attrs in Page(file.read_text(encoding="utf-8")).elements:
            assert not re.match(r"\s*(?:javascript|data|vbscript):", attrs.get("href") or "", re.I)


def test_pictures_to_keep_hold_no_markup_of_a_source(hostile_pages: Path) -> None:
    pictures = sorted((hostile_pages / "data").glob("*.svg"))
    assert pictures
    for file in pictures:
        for element in etree.parse(file).iter(etree.Element):
            assert etree.QName(element).localname not in {"script", "foreignObject", "img"}
            assert not [name for name in element.attrib if name.lower().startswith("on")]


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".hidden", "a\\b", "a b", "x\0"])
def test_a_document_is_filed_under_a_plain_name_only(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be filed"):
        DocumentPage(id=name, title="", language=None, facts=(), runs=())
