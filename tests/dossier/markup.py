"""Reading a page as a browser would, strictly: every element opened is closed, in order."""

from html.parser import HTMLParser

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


class Page(HTMLParser):
    """Elements with their attributes, faults of nesting, and text with the elements around it."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, tuple[tuple[str, dict[str, str | None]], ...]]] = []
        self.faults: list[str] = []
        self.feed(markup)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag, _ in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1][0] if self.open else 'nothing'}")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append((data, tuple(self.open)))

    def ids(self) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get("id"))]


def is_within(around: tuple[tuple[str, dict[str, str | None]], ...], *classes: str) -> bool:
    """Whether any element around carries one of the classes."""
    return any(set((attrs.get("class") or "").split()) & set(classes) for _, attrs in around)


def readable(markup: str) -> str:
    """Return the words of a page's main part, a line per block; no drawings, no register."""
    page = Page(markup)
    lines: list[str] = []
    blocks = {"p", "h1", "h2", "h3", "li", "tr", "figcaption", "dt", "dd", "td", "th", "aside", "b"}
    last: object = None
    for data, around in page.texts:
        tags = [tag for tag, _ in around]
        if "main" not in tags or set(tags) & {"svg", "script"} or is_within(around, "register"):
            continue
        words = " ".join(data.split())
        if not words:
            if lines and data:
                lines[-1] = lines[-1].rstrip("\0") + "\0"
            continue
        block = next((id(attrs) for tag, attrs in reversed(around) if tag in blocks), None)
        if block == last and lines:
            glue = " " if data[:1].isspace() or lines[-1].endswith("\0") else ""
            lines[-1] = (
                lines[-1].rstrip("\0") + glue + words + ("\0" if data[-1:].isspace() else "")
            )
        else:
            lines.append(words + ("\0" if data[-1:].isspace() else ""))
        last = block
    return "\n".join(line.rstrip("\0") for line in lines) + "\n"
