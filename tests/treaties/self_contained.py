"""What every page about treaties must be, whatever it is about."""

import re

from tests.dossier.markup import Page


def said(markup: str) -> str:
    """Return the words of a page in order, spaces and no-break spaces alike; styles left out."""
    page = Page(markup)
    words = (
        text for text, around in page.texts if not {tag for tag, _ in around} & {"style", "title"}
    )
    return " ".join(" ".join(words).split())


def faults(markup: str, language: str = "en") -> list[str]:
    """Return what keeps a page from being well formed and sufficient to itself."""
    page = Page(markup)
    found = list(page.faults)
    found += [tag for tag, _ in page.elements if tag in ("script", "link", "img", "iframe")]
    found += re.findall(r"url\(|@import|https?://|src=|\bon\w+=", markup)
    found += [name for _, attributes in page.elements for name in attributes if name[:2] == "on"]
    ids = page.ids()
    found += [one for one in ids if ids.count(one) > 1]
    links = {str(attributes["href"]) for tag, attributes in page.elements if tag == "a"}
    found += [link for link in links if link.removeprefix("#") not in ids]
    if f'lang="{language}"' not in markup:
        found.append(f"not in {language}")
    if re.search(r"[{}]{2}|\{\w+\}", re.sub(r"<style>.*?</style>", "", markup, flags=re.DOTALL)):
        found.append("a place left unfilled")
    return found
