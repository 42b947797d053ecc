"""How to cite datasets: BibTeX, CSL-JSON or plain text, several at once, each work once.

The keys are those of the registry and stay the same from release to release of foedus, so that a
bibliography made twice holds the same entries under the same keys.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pybtex.database import BibliographyData, Entry, Person

from foedus.sources.registry import dataset

__all__ = ["bibtex", "cited_works", "csl_json", "plain_text"]

# CSL types to those of BibTeX (btxdoc, "Entry types"); BibTeX knows no data and no pages.
ENTRY = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "misc",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "webpage": "misc",
}
CONTAINER = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
FIELDS = {
    "volume": "volume",
    "issue": "number",
    "number": "note",
    "page": "pages",
    "publisher-place": "address",
    "DOI": "doi",
    "URL": "url",
}


def cited_works(names: Iterable[str]) -> list[dict[str, Any]]:
    """Return the CSL-JSON items of the works to cite for these datasets, each once, by key.

    Raises UnknownDataset for a name that the registry does not have.
    """
    works = {work["id"]: work for name in names for work in dataset(name).citations}
    return [works[key] for key in sorted(works)]


def csl_json(names: Iterable[str]) -> list[dict[str, Any]]:
    """Return the works as CSL-JSON, for citation processors and reference managers."""
    return cited_works(names)


def bibtex(names: Iterable[str]) -> str:
    """Return the works as BibTeX in UTF-8; titles keep their capitals."""
    entries = {work["id"]: _entry(work) for work in cited_works(names)}
    return str(BibliographyData(entries).to_string("bibtex"))


def plain_text(names: Iterable[str]) -> str:
    """Return the works as one line each: authors, year, title, where, address."""
    return "".join(f"{_line(work)}\n" for work in cited_works(names))


def _entry(work: Mapping[str, Any]) -> Entry:
    kind = ENTRY[work["type"]]
    fields = {"title": f"{{{work['title']}}}", "year": str(_year(work))}
    if "container-title" in work:
        fields[CONTAINER.get(kind, "howpublished")] = work["container-title"]
    if "publisher" in work:
        fields[_place_of_publisher(kind)] = work["publisher"]
    for csl, field in FIELDS.items():
        if csl in work:
            fields[field] = work[csl].replace("–", "--") if csl == "page" else work[csl]
    if "version" in work:
        fields["note"] = _version(work)
    persons = {
        role: [_person(name) for name in work[role]]
        for role in ("author", "editor")
        if role in work
    }
    return Entry(kind, fields=fields, persons=persons)


def _place_of_publisher(kind: str) -> str:
    return {"misc": "howpublished", "techreport": "institution"}.get(kind, "publisher")


def _person(name: Mapping[str, str]) -> Person:
    # A body is one word to BibTeX only in braces: "Correlates of War Project" has no family name.
    if "literal" in name:
        return Person(last=f"{{{name['literal']}}}")
    return Person(first=name["given"], last=name["family"])


def _line(work: Mapping[str, Any]) -> str:
    title = work["title"] if "container-title" not in work else f"“{work['title']}.”"
    said = [f"{_names(work)}. {_year(work)}. {title}{'' if title.endswith('”') else '.'}"]
    if "container-title" in work:
        said.append(
            f"{'In ' if work['type'] == 'chapter' else ''}{work['container-title']}{_where(work)}."
        )
    if "version" in work:
        said.append(f"{_version(work)}.")
    if "publisher" in work:
        place = f"{work['publisher-place']}: " if "publisher-place" in work else ""
        said.append(f"{place}{work['publisher']}.")
    if "DOI" in work or "URL" in work:
        said.append(f"https://doi.org/{work['DOI']}" if "DOI" in work else work["URL"])
    return " ".join(said)


def _where(work: Mapping[str, Any]) -> str:
    volume = f" {work['volume']}" if "volume" in work else ""
    issue = f"({work['issue']})" if "issue" in work else ""
    before_pages = ": " if "volume" in work else ", "
    pages = f"{before_pages}{work['page']}" if "page" in work else ""
    number = f": {work['number']}" if "number" in work else ""
    editors = f", edited by {_list(work['editor'], given_first=True)}" if "editor" in work else ""
    return f"{editors}{volume}{issue}{pages or number}"


def _names(work: Mapping[str, Any]) -> str:
    role = "author" if "author" in work else "editor"
    return _list(work[role]).removesuffix(".") if role in work else str(work["publisher"])


def _list(names: list[dict[str, str]], *, given_first: bool = False) -> str:
    told = [_name(name, given_first=given_first or n > 0) for n, name in enumerate(names)]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _name(name: Mapping[str, str], *, given_first: bool) -> str:
    if "literal" in name:
        return name["literal"]
    pair = (name["given"], name["family"])
    return " ".join(pair) if given_first else f"{pair[1]}, {pair[0]}"


def _version(work: Mapping[str, Any]) -> str:
    said = str(work["version"])
    return f"Version {said}" if said[0].isdigit() else said


def _year(work: Mapping[str, Any]) -> int:
    return int(work["issued"]["date-parts"][0][0])
