"""Web pages: the main text, each paragraph led back to its element; metadata from the markup.

Trafilatura tells the article from what surrounds it; where it finds none, all visible text is
taken. Raised note marks are kept as ⁽¹⁾. Nothing a page points to is fetched.
"""

import logging
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, Final

import lxml.html
import trafilatura
from lxml import etree

from foedus.sources.extraction.encodings import decoded
from foedus.sources.extraction.extracted import Extracted, Unextractable, joined
from foedus.sources.extraction.markup import metadata_in
from foedus.sources.extraction.superscripts import note_mark, raised
from foedus.sources.extraction.visible import visible_text

__all__ = ["html_page"]

DEEPEST: Final = 200
"""Elements nested deeper than any page written by a person; trafilatura walks them recursively."""
STRAY: Final = 2_000
"""Characters of a page among which one may be broken."""
REACH: Final = 100
"""Blocks looked at further on for words that stand inside one, or that many blocks may have."""
TELLING: Final = 12
"""Letters of a line from which it is known by its words."""

_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.I
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")

# Lxml says nothing of types.
_parser: Final[Any] = lxml.html.HTMLParser
_page: Final[Any] = lxml.html.document_fromstring

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def html_page(data: bytes) -> Extracted:
    """Return the text of a web page; `origin_of` gives "element /html/body/p[3]".

    Raises Unextractable when the page has no visible text or cannot be decoded.
    """
    tree = _tree(data)
    metadata = metadata_in(tree)
    _drop_hidden(tree)
    _keep_raised_figures(tree)
    visible = tuple(visible_text(tree))
    main = _main_paragraphs(tree) if _depth(tree) <= DEEPEST else ()
    extracted = joined(_placed(main, visible) if main else visible)
    if not extracted.text:
        raise Unextractable(
            "has no visible text", "Save the page with its text, as it may be made by a script"
        )
    return Extracted(text=extracted.text, origin_of=extracted.origin_of, metadata=metadata)


def _tree(data: bytes) -> Any:
    found = _CHARSET.search(data[:4096])
    declared = found[1].decode("ascii", "replace") if found else None
    text = _DECLARATION.sub("", _decoded(data, declared)).replace("\x00", "")
    # Lone surrogates can be declared by no encoding, but by a codec such as utf-7.
    text = text.encode("utf-8", "replace").decode()
    parser = _parser(no_network=True, huge_tree=True, remove_comments=True)
    try:
        tree = _page(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Unextractable("is no page that can be read", "Save its text as .txt") from None
    # The parser drops what stands deeper, and says so in its log alone.
    if any("depth" in entry.message for entry in parser.error_log):
        raise Unextractable("nests its elements too deeply", "Save its text as .txt")
    return tree


def _decoded(data: bytes, declared: str | None) -> str:
    """Return a page's characters; a few bytes out of place become U+FFFD, as in a browser."""
    try:
        return decoded(data, declared)[0]
    except Unextractable:
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") > max(3, len(text) // STRAY):
            raise
        return text


def _depth(tree: Any) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _drop_hidden(tree: Any) -> None:
    """Take out what the page itself marks as not to be seen, but never its whole body."""
    hidden = [
        element
        for element in tree.iter(etree.Element)
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    ]
    for element in hidden:
        if element.tag not in ("html", "body") and element.getparent() is not None:
            element.drop_tree()


def _keep_raised_figures(tree: Any) -> None:
    """Write raised figures as raised characters: "coopération<sup>1</sup>" keeps its mark."""
    for element in list(tree.iter("sup")):
        words = element.text_content()
        links = [*element.iter("a"), *element.iterancestors("a")]
        if links and words.strip(" ()[]*").isdecimal() and len(words) < 8:
            words = note_mark(words)
        else:
            words = raised(words)
        for child in list(element):
            element.remove(child)
        element.tag, element.text = "span", words


def _main_paragraphs(tree: Any) -> tuple[str, ...]:
    document = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=True, favor_recall=True, with_metadata=False
    )
    text = getattr(document, "text", None) or ""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _placed(
    main: tuple[str, ...], visible: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, str]]:
    """Yield the blocks of the page that the main text is made of, each with its element.

    The extraction adds dashes to lists and keeps line breaks of the source, so that a paragraph may
    come in several lines: a block is given in the page's own words, once. What is found in no block
    is given as extracted, with the page's body for its place.
    """
    bare_blocks = [_bare(text) for text, _ in visible]
    places: dict[str, list[int]] = {}
    for index, block in enumerate(bare_blocks):
        places.setdefault(block, []).append(index)
    at, last = 0, ""
    for line in main:
        bare = _bare(line)
        if not bare or (len(bare) < len(last) and bare in last):
            continue
        found = _block_of(bare, at, bare_blocks, places)
        if found is None:
            yield line, "element /html[1]/body[1]"
        else:
            yield visible[found]
            at, last = found + 1, bare_blocks[found]


def _block_of(bare: str, at: int, blocks: list[str], places: dict[str, list[int]]) -> int | None:
    """Return the next block with these words alone, or among others; short ones only if near."""
    same = places.get(bare, [])
    index = bisect_left(same, at)
    if index < len(same) and (len(bare) >= TELLING or same[index] < at + REACH):
        return same[index]
    if at < len(blocks) and blocks[at].startswith(bare):
        return at
    near = range(at, min(at + REACH, len(blocks)))
    return next((one for one in near if len(bare) >= TELLING and bare in blocks[one]), None)


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
