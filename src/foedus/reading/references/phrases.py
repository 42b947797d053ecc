"""The phrases of a text that name a treaty, walked out from the noun to everything it takes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from foedus.evidence import Day
from foedus.reading.dictionary import words_of
from foedus.reading.reading import Mention, TimeExpression
from foedus.reading.references.words import TreatyWords

__all__ = ["TreatyPhrase", "treaty_phrases"]


@dataclass(frozen=True, slots=True)
class TreatyPhrase:
    """Words that name a treaty, or take one up again.

    `start` to `end` is the noun with what describes it, without its article. `head` is its class.
    `names` are the describing words in lower case, `parties` the actors named inside, `date` the
    day inside. `bare` says that nothing but an article goes with the noun ("le Traité").
    `organisation` is the one whose founding treaty this is. `partner_only` says that only the
    other side is named ("avec l'Azerbaïdjan").
    """

    start: int
    end: int
    head: str
    names: frozenset[str]
    parties: tuple[str, ...]
    date: Day | None
    definite: bool
    capital: bool
    plural: bool
    fresh: bool
    organisation: str | None
    partner_only: bool
    inner: str | None

    @property
    def vague(self) -> bool:
        """Whether it may be any treaty of a sort, signed or only thought of."""
        proper = any(name[:1].isupper() for name in self.names)
        definite = self.definite or self.capital
        return not (definite or self.parties or self.date or self.organisation or proper)

    @property
    def bare(self) -> bool:
        """Whether the noun stands alone, so that only the text before says which treaty it is."""
        return not (self.names or self.parties or self.date or self.organisation)


@dataclass(slots=True)
class _Walk:
    """What a walk from the noun has gathered."""

    end: int
    names: set[str] = field(default_factory=set)
    parties: list[str] = field(default_factory=list)
    date: Day | None = None
    opened: str | None = None
    signed: bool = False
    listing: bool = False


def treaty_phrases(
    text: str,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    words: TreatyWords,
) -> tuple[TreatyPhrase, ...]:
    """Return the phrases that name a treaty in a `plain` text, ascending, without overlap."""
    seen = _Seen(mentions, times)
    found: list[TreatyPhrase] = []
    reached = 0
    for head in _heads(text, words):
        if head.start < reached or seen.covers(head.start):
            continue
        phrase = _phrase(text, head, seen, words, reached)
        if phrase is not None:
            found.append(phrase)
            reached = phrase.end
    return tuple(found)


class _Seen:
    """The mentions and dates of a text, by the place where they begin or end."""

    def __init__(self, mentions: Sequence[Mention], times: Sequence[TimeExpression]) -> None:
        self.by_start = {mention.start: mention for mention in mentions}
        self.by_end = {mention.end: mention for mention in mentions}
        self.dates = {time.start: time for time in times if time.kind == "date"}
        self.dates_by_end = {time.end: time for time in times if time.kind == "date"}
        self._starts = sorted(self.by_start)

    def covers(self, position: int) -> bool:
        """Whether a name reaches over this place ("North Atlantic Treaty Organization")."""
        before = bisect_right(self._starts, position) - 1
        return before >= 0 and self.by_start[self._starts[before]].end > position

    def actors_within(self, start: int, end: int) -> list[str]:
        """The actors named between two offsets, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [self.by_start[position].actor for position in self._starts[first:last]]


@dataclass(frozen=True, slots=True)
class _Head:
    """A noun for a treaty, where it stands."""

    start: int
    end: int
    noun: str
    kind: str


def _heads(text: str, words: TreatyWords) -> Iterator[_Head]:
    for start, noun in words_of(text):
        kind = words.heads.get(noun) or words.heads.get(noun.lower())
        if (
            kind is None
            or text[start - 1 : start] == "-"
            or text[start + len(noun) : start + len(noun) + 1] == "-"
        ):
            continue
        yield _Head(start, start + len(noun), noun, kind)


def _phrase(
    text: str, head: _Head, seen: _Seen, words: TreatyWords, reached: int
) -> TreatyPhrase | None:
    walk = _after(text, head.end, seen, words)
    start = _before(text, head.start, seen, words, walk, reached)
    quote = text[start : walk.end]
    if head.kind == "partnership":
        consigned = words.consigned.match(text, walk.end)
        walk.end = consigned.end() if consigned else walk.end
    adjective = words.adjectives.search(text[max(0, start - 40) : start])
    fresh = bool(adjective and words.fresh.search(adjective[0]))
    start -= len(adjective[0]) if adjective else 0
    left = text[max(0, start - 24) : start]
    organisation = _organisation(quote, words)
    parties = tuple(dict.fromkeys([*walk.parties, *_signers(text, walk, seen, words)]))
    # A date after the name of another treaty is that one's ("Protocols to the … Treaty of 1949").
    inner = _inner(quote, words) if organisation is None else None
    phrase = TreatyPhrase(
        start=start,
        end=walk.end,
        head=head.kind,
        names=frozenset(walk.names),
        parties=parties,
        date=None if inner else walk.date,
        definite=bool(words.definite.search(left)),
        capital=head.noun[0].isupper() and not _opens_sentence(text, start),
        plural=head.noun.lower().endswith(("s", "randa")),
        fresh=fresh,
        organisation=organisation,
        partner_only=walk.opened in words.partner and len(parties) == 1,
        inner=inner,
    )
    return phrase if _names_treaty(text, head, phrase, words, left) else None


def _signers(text: str, walk: _Walk, seen: _Seen, words: TreatyWords) -> list[str]:
    """The parties after the name: who signed it, or the other of "between X's leader and Y"."""
    known = set(walk.parties)
    if len(known) >= 2:
        return []
    signed = words.signed_by.match(text, walk.end)
    if signed is not None:
        walk.opened = signed[0].split()[-1]
    if signed is None and not (walk.opened and known and walk.opened not in words.partner):
        return []
    start = signed.end() if signed else walk.end
    stop = re.compile(r"[.;:!?\n]|, (?![^,]{0,40}\b(?:and|et)\b)").search(text, start)
    window = min(stop.start() if stop else len(text), start + 140)
    found = [actor for actor in seen.actors_within(start, window) if actor not in known]
    return list(dict.fromkeys(found))[: 2 - len(known)]


def _names_treaty(
    text: str, head: _Head, phrase: TreatyPhrase, words: TreatyWords, left: str
) -> bool:
    if words.no_treaty_after.match(text[head.end : head.end + 40]):
        return False
    if phrase.organisation:
        return True
    if phrase.head in words.only_capital and not head.noun[0].isupper():
        return False
    if words.no_treaty.search(left) and not phrase.capital and phrase.head == "agreement":
        return False
    capital = phrase.capital or (head.noun[0].isupper() and bool(phrase.names - words.described))
    proper = any(name[:1].isupper() for name in phrase.names)
    if phrase.head in words.needs_capital and not capital and not phrase.definite:
        return bool(phrase.names & words.makes_treaty and (phrase.parties or proper))
    if phrase.head in words.needs_capital and not capital:
        known = bool(phrase.parties or proper or phrase.date)
        named = bool(phrase.names & words.described or proper) and known
        return named or bool(phrase.names & words.makes_treaty and phrase.parties)
    if phrase.bare:
        return phrase.definite and (not phrase.plural or capital)
    if (
        phrase.head == "agreement"
        and not capital
        and not phrase.names
        and _is_consent(text, head, phrase)
    ):
        return False
    if phrase.parties or proper or phrase.date:
        return True
    return not phrase.plural or capital


def _is_consent(text: str, head: _Head, phrase: TreatyPhrase) -> bool:
    """Whether somebody agrees: "l'accord de Moscou" is Moscow's consent, and no treaty."""
    return (
        bool(re.match(r" (?:de |du |des |d['’]|of )", text[head.end : head.end + 6]))
        and len(phrase.parties) <= 1
    )


def _organisation(quote: str, words: TreatyWords) -> str | None:
    for organisation, (_, named) in words.founding.items():
        found = named.search(quote)
        if found and found.start() == 0 and len(found[0]) >= 0.6 * len(quote):
            return organisation
    return None


def _inner(quote: str, words: TreatyWords) -> str | None:
    """The organisation whose founding treaty a longer name holds ("Protocols to the …")."""
    for organisation, (_, named) in words.founding.items():
        if named.search(quote):
            return organisation
    return None


def _opens_sentence(text: str, start: int) -> bool:
    return bool(re.search(r"(?:^|[.!?\n:»”])\s*[«“\"]?\s*$", text[max(0, start - 6) : start]))


def _after(text: str, end: int, seen: _Seen, words: TreatyWords) -> _Walk:
    """Walk to the right of the noun as long as what comes may belong to its name."""
    walk = _Walk(end)
    here = end
    while here < len(text) and here - walk.end < _LONGEST_LINK:
        blank = _BLANK.match(text, here)
        assert blank is not None
        if blank["comma"] and not _continues(text, blank.end(), seen, words, walk):
            break
        step = _step(text, blank.end(), seen, words, walk)
        if step is None:
            break
        here = step
    return walk


_BLANK = re.compile(r"(?P<comma>,)? ?(?:ex-)?")
_LINKS = re.compile(r"(?:(?:et|and|de|du|the|la|le|les|des) |ex-|[dl]['’])*")
_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LONGEST_LINK = 48


def _continues(text: str, here: int, seen: _Seen, words: TreatyWords, walk: _Walk) -> bool:
    """Whether a comma only parts the members of a list inside the name."""
    link = _LINKS.match(text, here)
    assert link is not None
    if link.end() in seen.by_start:
        return walk.listing and (
            walk.opened is not None or bool(link[0]) or _listed(text, here, seen)
        )
    token = _TOKEN.match(text, link.end())
    if token is None or token[0].lower() not in words.described:
        return False
    return bool(link[0]) or (token[0][0].isupper() and bool(walk.names))


def _listed(text: str, here: int, seen: _Seen) -> bool:
    """Whether one name in a list is followed by another, as in "Poland, Hungary, and …"."""
    after = re.compile(r",? (?:and|et) |, ").match(text, seen.by_start[here].end)
    return after is not None


def _step(text: str, here: int, seen: _Seen, words: TreatyWords, walk: _Walk) -> int | None:
    """Take in the next word; return where it ends, None when it does not belong to the name."""
    mention, date = seen.by_start.get(here), seen.dates.get(here)
    if mention is not None:
        walk.parties.append(mention.actor)
        walk.listing = True
        if mention.kind == "demonym" and walk.opened is not None:
            return None
        walk.end = mention.end
        return mention.end + (text[mention.end : mention.end + 1] in ("-", "–"))
    if date is not None:
        walk.date = walk.date or date.day
        if date.day is None or date.day.precision == "day":
            return None
        walk.end, walk.listing = date.end, False
        return date.end
    link = _link(text, here, seen, words, walk)
    if link is not None:
        return link
    token = _TOKEN.match(text, here)
    if token is None or not (token[0].lower() in words.described or _is_name(token[0], words)):
        return None
    walk.names.add(token[0] if token[0][0].isupper() else token[0].lower())
    walk.end, walk.listing = token.end(), False
    return token.end()


def _link(text: str, here: int, seen: _Seen, words: TreatyWords, walk: _Walk) -> int | None:
    """The end of a word that only links, None when there is none here or it links nothing."""
    participle = words.participles.match(text, here)
    if participle:
        walk.signed = True
        return participle.end()
    conjunction = words.conjunction.match(text, here)
    if conjunction:
        return conjunction.end() if _joins(text, conjunction.end(), seen, words, walk) else None
    link = words.connectors.match(text, here)
    if link is None and walk.signed:
        link = words.after_signing.match(text, here)
    if link is not None and words.joining.match(text, here):
        if not _named_at(text, link.end(), seen):
            return None
        walk.opened = link[0]
    return None if link is None else link.end()


def _joins(text: str, here: int, seen: _Seen, words: TreatyWords, walk: _Walk) -> bool:
    """Whether "and" adds to the name: another party, or another thing the treaty is about."""
    link = _LINKS.match(text, here + 1)
    assert link is not None
    if link.end() in seen.by_start:
        return walk.listing or walk.opened is not None
    token = _TOKEN.match(text, link.end())
    if token is None:
        return False
    return token[0].lower() in words.described or (walk.listing and token[0][0].isupper())


def _named_at(text: str, here: int, seen: _Seen) -> bool:
    link = _LINKS.match(text, here + 1)
    assert link is not None
    return link.end() in seen.by_start or bool(
        re.match(r"[A-ZÀ-Þ]", text[link.end() : link.end() + 1])
    )


def _is_name(token: str, words: TreatyWords) -> bool:
    return token[0].isupper() and token not in words.capital_stops and not token.isdigit()


def _before(
    text: str, start: int, seen: _Seen, words: TreatyWords, walk: _Walk, reached: int
) -> int:
    """Walk to the left of the noun, in languages that describe it from there."""
    if not words.head_last:
        return start
    while start - 1 > reached and text[start - 1] in " -–":
        edge = start - 1
        mention, date = seen.by_end.get(edge), seen.dates_by_end.get(edge)
        if mention is not None and mention.start >= reached:
            walk.parties.insert(0, mention.actor)
            start = mention.start
            continue
        if date is not None and date.start >= reached and date.day and date.day.precision == "year":
            walk.date = walk.date or date.day
            start = date.start
            continue
        token = re.search(r"[^\W_]+(?:[-’'][^\W_]+)*$", text[max(reached, edge - 40) : edge])
        if token is None or not (token[0].lower() in words.described or _is_name(token[0], words)):
            return start
        if text[edge - len(token[0]) - 1 : edge - len(token[0])] in ("’", "'"):
            return start
        walk.names.add(token[0] if token[0][0].isupper() else token[0].lower())
        start = edge - len(token[0])
    return start
