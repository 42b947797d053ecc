"""The registry's text, checked whole: works in CSL-JSON and datasets, or all faults at once.

In the file an author is a pair `[family, given]` or one text for a body; `issued` is a year. What
comes out is CSL-JSON as citation processors read it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from foedus.errors import Fault, FaultyInput
from foedus.sources.terms import Terms

__all__ = ["registered"]

Lines = dict[tuple[str, ...], int]

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
KEY = re.compile(r"[a-z]+[0-9]{4}[a-z0-9]*\Z")
SHA256 = re.compile(r"[0-9a-f]{64}\Z")
ADDRESS = re.compile(r"https?://[^\s/]+/\S*\Z")
FILE_NAME = re.compile(r"[^/\\\x00]+\Z")
# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
KINDS = {
    "article-journal",
    "book",
    "chapter",
    "dataset",
    "paper-conference",
    "report",
    "webpage",
}
WORK_FIELDS = {
    "type", "title", "author", "editor", "issued", "container-title", "volume", "issue", "page",
    "number", "publisher", "publisher-place", "version", "DOI", "URL",
}  # fmt: skip
TEXTS = ("title", "publisher", "page", "version", "licence", "actors")
DATASET_FIELDS = {*TEXTS, "years", "terms", "files", "cite", "note"}
FILE_FIELDS = {"name", "table", "url", "sha256", "version", "packed"}


def registered(text: str, file: str) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """Return the works as CSL-JSON items by key, and the datasets' facts by name.

    Raises FaultyInput with every fault found: unknown or missing fields, a key given twice, terms,
    addresses and checksums that are none, years that run backwards, citations of no work, works
    that nobody cites.
    """
    lines: Lines = {}
    doubled: list[Fault] = []
    whole = _composed(text, file, lines, doubled)
    parts = _Parts(file, lines)
    works, datasets = parts.mapping(whole, "works"), parts.mapping(whole, "datasets")
    faults = [
        *doubled,
        *parts.faults,
        *(fault for key, work in works.items() for fault in parts.work(key, work)),
        *(fault for name, facts in datasets.items() for fault in parts.dataset(name, facts, works)),
        *parts.uncited(works, datasets),
    ]
    if faults:
        raise FaultyInput(faults)
    return {key: _csl(key, work) for key, work in works.items()}, datasets


def _composed(text: str, file: str, lines: Lines, doubled: list[Fault]) -> Any:
    # The parser in C where PyYAML was built with it: a tenth of the time.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        root = loader.get_single_node()
        if root is not None:
            _marked(root, (), file, lines, doubled)
        return None if root is None else loader.construct_document(root)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise FaultyInput(
            [Fault(file, line, "syntax", str(error.problem), "a YAML document")]
        ) from None
    finally:
        loader.dispose()


def _marked(
    node: yaml.Node, path: tuple[str, ...], file: str, lines: Lines, doubled: list[Fault]
) -> None:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*path, str(key.value))
            line = key.start_mark.line + 1
            if inner in lines:
                doubled.append(Fault(file, line, ".".join(inner), "given twice", "each key once"))
            lines[inner] = line
            _marked(value, inner, file, lines, doubled)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            _marked(value, (*path, str(number)), file, lines, doubled)


class _Parts:
    """Checks of the parts of one file; each gives the faults of one part."""

    def __init__(self, file: str, lines: Lines) -> None:
        self.file, self.lines = file, lines
        self.faults: list[Fault] = []

    def mapping(self, whole: Any, part: str) -> dict[str, Any]:
        found = whole.get(part) if isinstance(whole, dict) else None
        if not isinstance(found, dict):
            self.faults.append(self._fault((part,), "missing", "a mapping of names"))
            return {}
        return found

    def work(self, key: str, work: Any) -> Iterator[Fault]:
        at = ("works", str(key))
        if not isinstance(work, dict):
            yield self._fault(at, "is no mapping", "the fields of one work")
            return
        if not KEY.match(str(key)):
            yield self._fault(at, "is no key", "name, year and a word: leeds2002atop")
        yield from self._fields(at, work, WORK_FIELDS, ("type", "title", "issued"))
        if "type" in work and work["type"] not in KINDS:
            yield self._fault((*at, "type"), f"'{work['type']}'", ", ".join(sorted(KINDS)))
        if not (work.get("author") or work.get("editor") or work.get("publisher")):
            yield self._fault((*at, "author"), "missing", "an author, editor or publisher")
        for role in ("author", "editor"):
            yield from self._names((*at, role), work.get(role, []))
        if "issued" in work and not isinstance(work["issued"], int):
            yield self._fault((*at, "issued"), f"'{work['issued']}'", "a year")
        if "URL" in work and not ADDRESS.match(str(work["URL"])):
            yield self._fault((*at, "URL"), f"'{work['URL']}'", "an http(s) address")

    def dataset(self, name: str, facts: Any, works: Mapping[str, Any]) -> Iterator[Fault]:
        at = ("datasets", str(name))
        if not isinstance(facts, dict):
            yield self._fault(at, "is no mapping", "the facts of one dataset")
            return
        if not NAME.match(str(name)):
            yield self._fault(at, "is no name", "lower-case words with hyphens")
        required = (*TEXTS, "years", "terms", "cite")
        yield from self._fields(at, facts, DATASET_FIELDS, required)
        for field in (*TEXTS, "note"):
            if field in facts and not isinstance(facts[field], str):
                yield self._fault((*at, field), f"{facts[field]!r} is no text", "text, in quotes")
        if "page" in facts and not ADDRESS.match(str(facts["page"])):
            yield self._fault((*at, "page"), f"'{facts['page']}'", "an http(s) address")
        if "terms" in facts and facts["terms"] not in set(Terms):
            yield self._fault((*at, "terms"), f"'{facts['terms']}'", ", ".join(Terms))
        yield from self._years((*at, "years"), facts.get("years", [None, None]))
        yield from self._cited((*at, "cite"), facts.get("cite", ()), works)
        yield from self._files((*at, "files"), facts.get("files", []))

    def uncited(self, works: Mapping[str, Any], datasets: Mapping[str, Any]) -> Iterator[Fault]:
        cited = {
            key
            for facts in datasets.values()
            if isinstance(facts, dict) and isinstance(facts.get("cite"), list)
            for key in facts["cite"]
        }
        for key in works:
            if key not in cited:
                yield self._fault(("works", key), "cited by no dataset", "a dataset that cites it")

    def _fields(
        self,
        at: tuple[str, ...],
        facts: Mapping[str, Any],
        known: set[str],
        required: Sequence[str],
    ) -> Iterator[Fault]:
        for field in facts:
            if field not in known:
                yield self._fault((*at, str(field)), "unknown", ", ".join(sorted(known)))
        for field in required:
            if facts.get(field) in (None, "", []):
                yield self._fault((*at, field), "missing", "a value")

    def _names(self, at: tuple[str, ...], names: Any) -> Iterator[Fault]:
        if not isinstance(names, list):
            yield self._fault(at, "is no list", "a list of names")
            return
        for name in names:
            pair = isinstance(name, list) and [type(part) for part in name] == [str, str]
            if not pair and not isinstance(name, str):
                yield self._fault(at, f"{name!r}", "[family, given] or the name of a body")

    def _years(self, at: tuple[str, ...], years: Any) -> Iterator[Fault]:
        pair = isinstance(years, list) and len(years) == 2
        if not pair or not all(year is None or isinstance(year, int) for year in years):
            yield self._fault(at, f"{years!r}", "[first, last], null where there is no bound")
        elif None not in years and years[0] > years[1]:
            yield self._fault(at, f"{years[0]} is after {years[1]}", "the first year first")

    def _cited(self, at: tuple[str, ...], keys: Any, works: Mapping[str, Any]) -> Iterator[Fault]:
        if not isinstance(keys, list | tuple):
            yield self._fault(at, "is no list", "a list of keys of works")
            return
        for key in keys:
            if key not in works:
                yield self._fault(at, f"no work has the key '{key}'", "a key under works")

    def _files(self, at: tuple[str, ...], published: Any) -> Iterator[Fault]:
        if not isinstance(published, list):
            yield self._fault(at, "is no list", "a list of files")
            return
        for number, one in enumerate(published):
            where = (*at, str(number))
            if not isinstance(one, dict):
                yield self._fault(where, "is no mapping", "the facts of one file")
                continue
            yield from self._fields(where, one, FILE_FIELDS, ("name", "table"))
            if one.get("url") is not None and not ADDRESS.match(str(one["url"])):
                yield self._fault((*where, "url"), f"'{one['url']}'", "an http(s) address")
            if one.get("sha256") is not None and not SHA256.match(str(one["sha256"])):
                yield self._fault((*where, "sha256"), f"'{one['sha256']}'", "64 hexadecimal digits")
            if not FILE_NAME.match(str(one.get("name", "."))) or one.get("name") in (".", ".."):
                yield self._fault((*where, "name"), f"'{one['name']}'", "a file name, no path")

    def _fault(self, at: tuple[str, ...], problem: str, expected: str) -> Fault:
        known = next((at[:n] for n in range(len(at), -1, -1) if at[:n] in self.lines), ())
        return Fault(self.file, self.lines.get(known), ".".join(at), problem, expected)


def _csl(key: str, work: Mapping[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = {"id": key}
    for field, value in work.items():
        if field in ("author", "editor"):
            item[field] = [_csl_name(name) for name in value]
        elif field == "issued":
            item[field] = {"date-parts": [[value]]}
        else:
            item[field] = str(value)
    return item


def _csl_name(name: str | list[str]) -> dict[str, str]:
    return {"literal": name} if isinstance(name, str) else {"family": name[0], "given": name[1]}
