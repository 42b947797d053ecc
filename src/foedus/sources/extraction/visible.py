"""The text of a page that a reader sees, block by block, with the element each block is."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

__all__ = ["visible_text"]

DEEPEST_PATH: Final = 100
"""Steps of the longest path written out."""

_BLOCKS: Final = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table
    tbody tfoot thead tr ul
    """.split()  # noqa: SIM905 - forty strings read worse one by one
)
_UNSEEN: Final = frozenset(
    "head iframe math noscript object script style svg template textarea".split()  # noqa: SIM905
)
_MARKS: Final = {"br": "\n", "td": "\t", "th": "\t"}
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_SPACES: Final = re.compile(r" +")


def visible_text(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield `(text, "element /html[1]/body[1]/p[3]")` for every block with words of its own.

    Blanks are collapsed as a browser does, but `pre` keeps its lines; `br` is a newline,
    and a tab stands between the cells of a row.
    """
    walk = etree.iterwalk(tree, events=("start", "end"))
    path: list[tuple[str, Counter[str]]] = []
    blocks: list[str] = []
    words: list[str] = []
    as_typed = 0
    for event, element in walk:
        block = element.tag in _BLOCKS
        as_typed += (element.tag == "pre") * (1 if event == "start" else -1)
        if event == "start":
            _step_down(path, element)
            unseen = element.tag in _UNSEEN
            if block or unseen:
                yield from _block(words, blocks)
            blocks += [_place(path)] if block else []
            if unseen:
                walk.skip_subtree()
            else:
                words.append(_MARKS.get(element.tag, "") + _shown(element.text, as_typed))
            continue
        if block:
            yield from _block(words, blocks)
            blocks.pop()
        path.pop()
        words.append(_shown(element.tail, as_typed))
    yield from _block(words, blocks)


def _step_down(path: list[tuple[str, Counter[str]]], element: Any) -> None:
    siblings = path[-1][1] if path else Counter[str]()
    tag = element.tag if isinstance(element.tag, str) else "*"
    siblings[tag] += 1
    path.append((f"{tag}[{siblings[tag]}]", Counter()))


def _place(path: list[tuple[str, Counter[str]]]) -> str:
    if len(path) > DEEPEST_PATH:
        return f"element {len(path)} levels deep"
    return "element /" + "/".join(step for step, _ in path)


def _block(words: list[str], blocks: list[str]) -> Iterator[tuple[str, str]]:
    lines = (line.strip(" ") for line in "".join(words).split("\n"))
    text = "\n".join(_SPACES.sub(" ", line) for line in lines).strip()
    words.clear()
    if text:
        yield text, blocks[-1] if blocks else "element /html[1]"


def _shown(text: str | None, as_typed: int) -> str:
    return text or "" if as_typed else _BLANKS.sub(" ", text or "")
