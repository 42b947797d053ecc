"""What a page's markup says of the page: meta tags, JSON-LD, canonical link.

Names read: the Open Graph protocol (ogp.me), schema.org's Article, Dublin Core, and the citation
tags of Highwire Press. Only statements: nothing is inferred from the page's layout.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from foedus.sources.snapshot import Metadata, Stated
from foedus.sources.written_days import written_days

__all__ = ["metadata_in"]

MOST: Final = 1_000
"""Meta tags, and objects of JSON-LD, looked at."""
LONGEST: Final = 1_000
"""Characters of a value that is believed."""

_TITLE: Final = ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title")
_AUTHOR: Final = ("citation_author", "author", "dc.creator", "dcterms.creator", "parsely-author")
_PUBLISHER: Final = ("citation_journal_title", "og:site_name", "dc.publisher", "dcterms.publisher")
_DAY: Final = (
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
    "parsely-pub-date",
)
_ARTICLES: Final = re.compile(r"(?:\w*Article|\w*Posting|Report|WebPage|CreativeWork|Legislation)")


def metadata_in(tree: Any) -> Metadata:
    """Return what the markup of a parsed page states, every value found in "markup"."""
    tags = _meta_tags(tree)
    article = _article(tree)
    site = _first(tags, _PUBLISHER) or _name(article.get("publisher"))
    return Metadata(
        title=_stated(
            _first(tags, _TITLE) or _text(article.get("headline")) or _page_title(tree, site)
        ),
        authors=_authors(tags, article),
        publisher=_stated(site),
        published=_published([*_all(tags, _DAY), _text(article.get("datePublished"))]),
        language=_language(tree, tags, article),
        url=_address(tree, tags, article),
    )


def _meta_tags(tree: Any) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for element in list(tree.iter("meta"))[:MOST]:
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        value = _text(element.get("content"))
        if name and value:
            tags.setdefault(name.strip().lower(), []).append(value)
    return tags


def _article(tree: Any) -> dict[str, Any]:
    """Return the first object of JSON-LD that describes an article, or failing that a page."""
    found = [item for item in _objects(tree) if _ARTICLES.fullmatch(_kind(item))]
    return min(found, key=lambda item: _kind(item) in ("WebPage", "CreativeWork"), default={})


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            pending = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        for _ in range(MOST):
            if not pending:
                break
            item = pending.pop(0)
            if isinstance(item, list):
                pending.extend(item)
            elif isinstance(item, dict):
                yield item
                pending.append(item.get("@graph"))


def _kind(item: dict[str, Any]) -> str:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return next((one for one in kinds if isinstance(one, str)), "")


def _authors(tags: dict[str, list[str]], article: dict[str, Any]) -> tuple[Stated, ...]:
    # article:author is an address more often than a name: _text leaves addresses out.
    author = article.get("author")
    names = _all(tags, _AUTHOR) or [
        name
        for one in (author if isinstance(author, list) else [author])
        if (name := _name(one)) is not None
    ]
    kept = dict.fromkeys(name for name in names if not re.match(r"https?://|www\\.|@", name))
    return tuple(Stated(name, "markup") for name in list(kept)[:50])


def _published(values: list[str | None]) -> Stated | None:
    for value in values:
        days = written_days(value or "", None)
        if days:
            return Stated(days[0][2].edtf, "markup")
        if value and re.fullmatch(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?", value):
            return Stated(value, "markup")
    return None


def _page_title(tree: Any, site: str | None) -> str | None:
    """Return the title of the window, without the site's name at its end."""
    title = _text(tree.findtext(".//title"))
    if title and site:
        title = re.sub(rf"\s*[|–—·:-]\s*{re.escape(site)}\s*$", "", title) or title
    return title


def _language(tree: Any, tags: dict[str, list[str]], article: dict[str, Any]) -> Stated | None:
    root = tree.getroottree().getroot()
    named = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    more = _first(tags, ("citation_language", "dc.language", "dcterms.language", "og:locale"))
    found = re.match(
        r"([A-Za-z]{2,3})(?:[-_]|$)", named or more or _text(article.get("inLanguage")) or ""
    )
    return Stated(found[1].lower(), "markup") if found else None


def _address(tree: Any, tags: dict[str, list[str]], article: dict[str, Any]) -> Stated | None:
    links = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    values = (*links, _first(tags, ("og:url",)), article.get("url"))
    for value in values:
        if isinstance(value, str) and re.fullmatch(r"https?://\S{3,1000}", value.strip()):
            return Stated(value.strip(), "markup")
    return None


def _first(tags: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next(iter(_all(tags, names)), None)


def _all(tags: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    """Return the values of the first of these tags that the page has."""
    return next((tags[name] for name in names if name in tags), [])


def _name(value: Any) -> str | None:
    """Return a name of JSON-LD: a text, or the name of a person or organisation."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    words = " ".join(value.split())
    return words if 0 < len(words) <= LONGEST else None


def _stated(value: str | None) -> Stated | None:
    return Stated(value, "markup") if value else None
