"""Whose dispatch a document is: the agency that it credits, or the document of which it is a copy.

An agency counts as the origin of a whole document where the document credits it as a wire does, at
the head ("PARIS (AFP) –", "(서울=연합뉴스)", "新华社北京6月19日电", "19 июня. /ТАСС/") or at
the foot ("(Reuters)", "avec AFP"). A passage that only quotes an agency is no such credit.

Two documents are copies when the shorter shares half or more of its rows of five words with the
longer (containment: Broder 1997, "On the resemblance and containment of documents", SEQUENCES).
Rows are sampled by their hash, one in four, as there. Five words and one half are our choice.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from itertools import combinations

from foedus.ledger.groups import Groups
from foedus.ledger.words import plain_words

__all__ = ["credited_agency", "dispatches"]

_HEAD, _FOOT = 160, 80
_ROW, _SAMPLED, _SHARED, _LEAST_ROWS = 5, 4, 0.5, 6
# Rows that more documents have than this are phrases of the trade, and copies have others.
_COMMON = 50


def dispatches(documents: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return the agency or first copy behind each document, of those that are not their own.

    `documents` are pairs of id and text. Of copies without a credit the origin is the one whose id
    comes first; which of them was first is not known.
    """
    groups: Groups[str] = Groups()
    credited: dict[str, str] = {}
    holders: dict[bytes, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for document, text in sorted(documents):
        agency = credited_agency(text)
        if agency is not None:
            credited[document] = agency
        rows = _sampled_rows(text)
        sizes[document] = len(rows)
        for row in rows:
            holders[row].append(document)
    for one, other in _copies(holders, sizes):
        groups.united(one, other)
    found = dict(credited)
    for members in groups.members():
        named = sorted({credited[one] for one in members if one in credited})
        origin = named[0] if named else min(members)
        found.update((one, origin) for one in members if len(members) > 1 and one not in credited)
    return found


def credited_agency(text: str) -> str | None:
    """Return the agency that a document credits at its head or foot; None where none or several."""
    pattern, names = _credits()
    head, foot = text[:_HEAD], text.rstrip()[-_FOOT:]
    matches = (match for part in (head, foot) for match in pattern.finditer(part))
    found = {names[match[match.lastgroup or 0]] for match in matches}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def _credits() -> tuple[re.Pattern[str], dict[str, str]]:
    text = files(__package__).joinpath("agencies.csv").read_text(encoding="utf-8")
    names = {
        credit: row["agency"]
        for row in csv.DictReader(text.splitlines())
        for credit in row["credits"].split("|")
    }
    any_name = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    ways = (
        # (AFP), [Reuters], /ТАСС/, (서울=연합뉴스), 【北京共同】
        rf"[(\[/【［（](?:[^()\[\]/【】（）\n]{{0,24}}?)(?P<a>{any_name})[)\]/】］）]",
        # AFP – Le président …
        rf"^(?P<b>{any_name})\s?[—–-]\s",
        # 新华社北京6月19日电
        rf"^\s*(?P<c>{any_name})[^。\n]{{1,20}}[电電]",
        # avec AFP
        rf"\b(?:[Aa]vec|[Ww]ith)\s(?P<d>{any_name})\W*$",
    )
    return re.compile("|".join(ways), re.MULTILINE), names


def _sampled_rows(text: str) -> set[bytes]:
    words = plain_words(text)
    rows = (" ".join(words[n : n + _ROW]) for n in range(len(words) - _ROW + 1))
    hashes = (blake2b(row.encode(errors="replace"), digest_size=8).digest() for row in rows)
    return {one for one in hashes if one[0] % _SAMPLED == 0}


def _copies(
    holders: Mapping[bytes, list[str]], sizes: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for documents in holders.values():
        if len(documents) > _COMMON:
            continue
        for pair in combinations(documents, 2):
            shared[pair] += 1
    for (one, other), count in shared.items():
        smaller = min(sizes[one], sizes[other])
        if smaller >= _LEAST_ROWS and count >= _SHARED * smaller:
            yield one, other
