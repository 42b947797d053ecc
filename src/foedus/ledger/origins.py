"""How many independent origins stand behind an event: ten papers repeating one agency are one.

The origin of an assertion is

- the speaker it is attributed to: the actor spoken for and the name;
- otherwise the publisher of the work its document cites for it (a note, a chronicle's source), or
  that work's first author, or the work itself;
- otherwise the agency whose dispatch the document is, or the document of which it is a copy
  (`dispatches.py`);
- otherwise the document's publisher, or its first author, or the document itself.

A person whom the table of office-holders knows has one name in all languages ("Зеленский").

Two origins are counted as one when they have the same name; when both speak for one actor and one
of them is not named, or the words of one name are all in the other ("Zelensky", "Volodymyr
Zelensky"); when their passages have nearly the same words, unless these are attributed to different
speakers; and when the analyst judged one passage a translation of the other. Words are nearly the
same when, case, accents and punctuation apart, the passages are equal and at least five words long,
or share four fifths of their at least eight words (Jaccard's coefficient) with the first passage,
in alphabetical order, of those that do. The limits are ours; they err towards fewer origins.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import ceil
from types import MappingProxyType
from typing import Any

from foedus.actors.offices import person_named
from foedus.ledger.groups import Groups
from foedus.ledger.words import plain_words

__all__ = ["LEAST_WORDS_EQUAL", "Origin", "origin_of", "origins"]

Origin = tuple[str, str, str]

LEAST_WORDS_EQUAL = 5
_LEAST_WORDS_NEAR = 8
_NEAR = 0.8


def origins(
    assertions: Sequence[Mapping[str, Any]],
    works: Mapping[tuple[str | None, str], Mapping[str, Any]],
    documents: Mapping[str, Mapping[str, Any]],
    translated: Iterable[Sequence[str]] = (),
    copied: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Origin]:
    """Return the origin of each assertion, as one name for all that are not independent.

    `works` are keyed by document and work; `translated` lists assertions that translate each other,
    `copied` names the agency or the document that each document repeats, where it does.
    """
    found = {row["assertion"]: origin_of(row, works, documents, copied) for row in assertions}
    groups: Groups[Origin] = Groups()
    for speaker, same_speaker in _same_speakers(set(found.values())):
        groups.united(speaker, same_speaker)
    for reprints in _repeated(assertions):
        _unite_reprints({groups.root(found[one]) for one in reprints}, groups)
    for passages in translated:
        for one, other in pairwise(one for one in passages if one in found):
            groups.united(found[one], found[other])
    return {assertion: groups.root(origin) for assertion, origin in found.items()}


def _unite_reprints(found: set[Origin], groups: Groups[Origin]) -> None:
    # The same words in the mouths of two speakers are two statements; a paper that prints them
    # without a speaker has them from that speaker, if there is only one it can be.
    speakers = {origin for origin in found if origin[0] == "speaker"}
    united = sorted(found if len(speakers) == 1 else found - speakers)
    for one, other in pairwise(united):
        groups.united(one, other)


def origin_of(
    assertion: Mapping[str, Any],
    works: Mapping[tuple[str | None, str], Mapping[str, Any]],
    documents: Mapping[str, Mapping[str, Any]],
    copied: Mapping[str, str] = MappingProxyType({}),
) -> Origin:
    """Return where one assertion comes from: ("speaker", actor, name) or ("house", name, "")."""
    name, actor = assertion["speaker"], assertion["speaker_represents"]
    if name or actor:
        return "speaker", actor or "", " ".join(plain_words(person_named(name or "") or name or ""))
    document, cited = assertion["document"], assertion["cites"]
    work = works.get((document, cited)) or works.get((None, cited)) if cited else None
    if work:
        return _house(work, "work")
    if document in copied:
        return "house", " ".join(plain_words(copied[document])), ""
    return _house(documents.get(document, {"document": document}), "document")


def _house(row: Mapping[str, Any], key: str) -> Origin:
    author = next(iter(row.get("authors") or ()), None)
    for name in (row.get("publisher"), author):
        words = " ".join(plain_words(name or ""))
        if words:
            return "house", words, ""
    return key, row[key], ""


def _same_speakers(found: set[Origin]) -> Iterator[tuple[Origin, Origin]]:
    speakers = sorted(origin for origin in found if origin[0] == "speaker")
    for one, other in combinations(speakers, 2):
        names = set(one[2].split()), set(other[2].split())
        nested = names[0] <= names[1] or names[1] <= names[0]
        # Without the actor on one side, only a name can tell that it is the same person.
        named = all(names) and "" in (one[1], other[1])
        if nested and (named or one[1] == other[1]):
            yield one, other


def _repeated(assertions: Sequence[Mapping[str, Any]]) -> list[tuple[str, ...]]:
    """Return the groups of assertions that are in nearly the same words."""
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in assertions:
        by_words[plain_words(row["quote"])].append(row["assertion"])
    groups: Groups[str] = Groups()
    for words, ids in by_words.items():
        if len(words) >= LEAST_WORDS_EQUAL:
            for one in ids:
                groups.united(ids[0], one)
    for words, others in _near(by_words):
        groups.united(by_words[words][0], by_words[others][0])
    return groups.members()


def _near(texts: Iterable[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield each text with the earlier ones it is near to, among those near to none before them.

    Two sets of which each has n words, and that share four fifths, share one of the rarest
    n - 0.8 n + 1 words of each (prefix filtering: Chaudhuri, Ganti and Kaushik 2006, "A primitive
    operator for similarity joins in data cleaning", ICDE), so only those few are looked up.
    """
    long_enough = sorted(text for text in texts if len(set(text)) >= _LEAST_WORDS_NEAR)
    count = Counter(word for text in long_enough for word in set(text))
    firsts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for text in long_enough:
        words = set(text)
        rarest = sorted(words, key=lambda word: (count[word], word))
        rarest = rarest[: len(words) - ceil(_NEAR * len(words)) + 1]
        near = [
            first
            for first in sorted({first for word in rarest for first in firsts[word]})
            if len(words & set(first)) >= _NEAR * len(words | set(first))
        ]
        yield from ((first, text) for first in near)
        for word in rarest if not near else ():
            firsts[word].append(text)
