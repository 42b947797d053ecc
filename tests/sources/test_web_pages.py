"""Web pages: the article without its surroundings, each paragraph led back to its element."""

from pathlib import Path

import pytest

from foedus.errors import UnreadableDocument
from foedus.sources.documents import snapshot_of
from foedus.sources.snapshot import Snapshot

HEAD = """<!doctype html><html lang="fr"><head><title>Le traité | Le Site</title>
<meta property="og:site_name" content="Le Site"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2024-06-20T10:00:00+02:00">
<link rel="canonical" href="https://example.org/traite"></head>"""
BODY = """<body><nav><a href="/">Accueil</a> <a href="/monde">Monde</a></nav><article>
<h1>Le traité de Pyongyang</h1>
<p>La Russie et la Corée du Nord ont signé un traité<sup><a href="#n1">1</a></sup> le 19 juin 2024 à
Pyongyang, lors de la visite du président russe, la première en vingt-quatre ans.</p>
<p>Le texte prévoit une assistance mutuelle en cas d'agression, sur 12 m<sup>2</sup> de papier.</p>
<p id="n1">(1) BBC, 20 juin 2024.</p></article>
<script>document.write("Publicité")</script><footer>Mentions légales</footer></body></html>"""


def _snapshot(folder: Path, page: str | bytes, name: str = "page.html") -> Snapshot:
    path = folder / name
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return snapshot_of(path)


def test_the_article_is_kept_and_its_surroundings_are_not(tmp_path: Path) -> None:
    text = _snapshot(tmp_path, HEAD + BODY).text
    assert text.startswith("Le traité de Pyongyang\n\nLa Russie et la Corée du Nord ont signé")
    for surrounding in ("Accueil", "Publicité", "Mentions légales"):
        assert surrounding not in text


def test_each_paragraph_leads_back_to_its_element(tmp_path: Path) -> None:
    snapshot = _snapshot(tmp_path, HEAD + BODY)
    places = {snapshot.text[offset : offset + 8]: place for offset, place in snapshot.origin_of}
    assert places["Le trait"] == "element /html[1]/body[1]/article[1]/h1[1]"
    assert places["Le texte"] == "element /html[1]/body[1]/article[1]/p[2]"


def test_a_paragraph_wrapped_in_the_source_is_one_paragraph(tmp_path: Path) -> None:
    page = """<html><body><article><p>Les Parties se consultent sur toute question
    qui touche <em>leur</em> sécurité,
    et prennent ensuite les mesures qu'elles jugent utiles.</p><ul><li>Premier point de la
    liste, assez long.</li></ul></article></body></html>"""
    snapshot = _snapshot(tmp_path, page)
    assert snapshot.text.split("\n\n") == [
        "Les Parties se consultent sur toute question qui touche leur sécurité, et prennent "
        "ensuite les mesures qu'elles jugent utiles.",
        "Premier point de la liste, assez long.",
    ]
    assert len(snapshot.origin_of) == 2


def test_a_row_of_a_table_is_a_line_with_its_place(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{year}</td><td>{year - 2000} visits</td></tr>" for year in (2019, 2023)
    )
    page = f"<html><body><p>Visits by year, as published.</p><table>{rows}</table></body></html>"
    snapshot = _snapshot(tmp_path, page)
    assert snapshot.text.split("\n\n")[1:] == ["2019\t19 visits", "2023\t23 visits"]
    assert snapshot.origin_of[-1][1] == "element /html[1]/body[1]/table[1]/tr[2]"


def test_typed_text_keeps_its_lines_and_comes_once(tmp_path: Path) -> None:
    page = "<html><body><p>Press statement</p><pre>Done\nat Moscow\non 3 May 2023.</pre>"
    assert _snapshot(tmp_path, page).text == "Press statement\n\nDone\nat Moscow\non 3 May 2023."


def test_paragraphs_with_the_same_words_keep_their_own_elements(tmp_path: Path) -> None:
    page = "<html><body><article>" + "<p>Rien ne change ici, dit-on partout.</p>" * 3
    snapshot = _snapshot(tmp_path, page)
    assert len(snapshot.origin_of) == snapshot.text.count("Rien ne change")


def test_a_raised_note_mark_is_not_glued_to_the_word_and_a_power_stays_one(tmp_path: Path) -> None:
    text = _snapshot(tmp_path, HEAD + BODY).text
    assert "un traité⁽¹⁾ le 19 juin" in text
    assert "12 m² de papier" in text


def test_the_markup_states_the_metadata(tmp_path: Path) -> None:
    metadata = _snapshot(tmp_path, HEAD + BODY).metadata
    stated = (
        metadata.title,
        metadata.publisher,
        metadata.published,
        metadata.language,
        metadata.url,
    )
    assert [one.value if one else None for one in stated] == [
        "Le traité",
        "Le Site",
        "2024-06-20",
        "fr",
        "https://example.org/traite",
    ]
    assert [author.value for author in metadata.authors] == ["Jane Roe"]
    assert {one.found for one in stated if one} == {"markup"}


def test_json_ld_states_the_metadata_too(tmp_path: Path) -> None:
    page = """<html><head><script type="application/ld+json">{"@graph": [{"@type": "WebSite"},
    {"@type": ["NewsArticle"], "headline": "The pact", "datePublished": "2024-06-20",
    "author": [{"name": "Jane Roe"}, {"name": "John Doe"}], "publisher": {"name": "The Paper"}}]}
    </script></head><body><p>The pact was signed in Pyongyang by both leaders.</p></body></html>"""
    metadata = _snapshot(tmp_path, page).metadata
    assert metadata.title is not None
    assert metadata.publisher is not None
    assert metadata.title.value == "The pact"
    assert metadata.publisher.value == "The Paper"
    assert [author.value for author in metadata.authors] == ["Jane Roe", "John Doe"]


def test_a_language_the_script_contradicts_is_not_believed(tmp_path: Path) -> None:
    page = '<html lang="en"><body><p>러시아와 북한은 평양에서 조약을 체결했다. ' * 3
    metadata = _snapshot(tmp_path, page).metadata
    assert metadata.language is not None
    assert (metadata.language.value, metadata.language.found) == ("ko", "recognised")


def test_a_byte_out_of_place_in_a_page_is_shown_as_lost(tmp_path: Path) -> None:
    page = "<html><body><p>Le président a signé le traité à Pyongyang.</p>".encode()
    snapshot = _snapshot(tmp_path, page.replace("é".encode(), b"\xe9", 1))
    assert snapshot.text.startswith("Le pr\ufffdsident a signé")
    assert [damage.kind for damage in snapshot.damages] == ["replacement_character"]


def test_a_page_declares_its_encoding(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Договор подписан.</p>'
    assert _snapshot(tmp_path, page.encode("cp1251")).text == "Договор подписан."


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_page_in_utf16_is_a_page(tmp_path: Path, name: str) -> None:
    page = "<!doctype html><html><body><p>Le texte du traité.</p></body></html>"
    assert _snapshot(tmp_path, page.encode("utf-16"), name).text == "Le texte du traité."


def test_a_page_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    assert _snapshot(tmp_path, HEAD + BODY, "page.pdf").media_type == "text/html"


def test_a_page_no_extraction_finds_an_article_in_gives_all_it_shows(tmp_path: Path) -> None:
    page = "<body><div>Un<br>deux<ul><li>trois</ul><div hidden>caché</div>"
    page += '<p style="display: none">pas vu</p><style>p{}</style></div>'
    assert _snapshot(tmp_path, page).text.replace("\n\n", "\n") == "Un\ndeux\ntrois"


@pytest.mark.parametrize("depth", [300, 2_000])
def test_a_page_nested_deeper_than_people_write_is_still_read(tmp_path: Path, depth: int) -> None:
    page = f"<html><body>{'<div>' * depth}deep words{'</div>' * depth}<p>after it</p>"
    assert _snapshot(tmp_path, page).text == "deep words\n\nafter it"


def test_a_page_nested_deeper_than_the_parser_reads_is_refused_not_shortened(
    tmp_path: Path,
) -> None:
    with pytest.raises(UnreadableDocument, match="too deeply"):
        _snapshot(tmp_path, f"<html><body>{'<div>' * 100_000}deep words")


def test_entities_declared_in_a_page_are_not_expanded(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    page = f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]><html><body><p>&l9; end</p></body></html>'
    assert len(_snapshot(tmp_path, page).text) < 1_000


def test_a_page_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no visible text"):
        _snapshot(tmp_path, "<html><body><script>draw()</script><img src=x></body></html>")


def test_markup_in_the_words_of_a_page_stays_words(tmp_path: Path) -> None:
    page = "<html><body><p>Il écrit &lt;script&gt;alert(1)&lt;/script&gt; au tableau.</p></body>"
    assert _snapshot(tmp_path, page).text == "Il écrit <script>alert(1)</script> au tableau."
