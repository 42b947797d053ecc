"""A sentence cut into clauses: where each begins, what opens it, and which verb it has.

Cuts are made at punctuation followed by a conjunction, a relative, a gerund or a participle; at
"and" or "but" before a second verb; and at the dash or colon between a quotation and its speaker.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.reading.languages.ukrainian.openings import (
    JOINING,
    asks_relative,
    begins_clause,
    is_break,
    next_word,
    opens_gerund,
    opens_participle,
    verb_after_and,
    verb_before_break,
)
from foedus.reading.languages.ukrainian.readings import Reading
from foedus.reading.languages.ukrainian.word_set import word_set
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["Stretch", "stretches"]

_STOPS = frozenset({".", "!", "?", "...", ".."})
_PLACES = frozenset({"де", "куди", "звідки"})
_CONTENT = frozenset({"що", "щоб", "аби", "ніби", "нібито", "чи", "начебто"})
_ADVERBIAL = word_set(
    """якщо якби коли оскільки хоча хоч поки доки бо адже тому мов мовби ніж як перш"""
)
_SAID = word_set(
    """заява слово думка повідомлення твердження висновок факт впевненість переконання сподівання
    побоювання припущення"""
)
_AGAINST = frozenset({"але", "однак", "проте", "зате"})


@dataclass(slots=True, eq=False)
class Stretch:
    """One clause: its words in order, its verb, and how it hangs on `parent`.

    `kind` is main, content, relative, adverbial, gerund, participle, coordinate or aside.
    """

    kind: str
    opening: int
    parent: "Stretch | None" = None
    conjunction: str | None = None
    words: list[int] = field(default_factory=list)
    verb: int | None = None
    quoted: bool = False


def stretches(words: Sequence[Word], speech: frozenset[str]) -> list[Stretch]:
    """Return the clauses of a sentence in the order in which they begin.

    `speech` are the lemmas of verbs that somebody says something with.
    """
    return _Cutter(words, speech).cut()


@dataclass(slots=True)
class _Cutter:
    words: Sequence[Word]
    speech: frozenset[str]
    found: list[Stretch] = field(default_factory=list)
    current: Stretch = field(init=False)
    speaker: Stretch | None = None
    quotes: int = 0

    def cut(self) -> list[Stretch]:
        self.current = self._open("main", 0, None, None)
        for place, word in enumerate(self.words):
            if word.is_mark:
                self._count_quotes(word.token.word)
                if is_break(self.words, place):
                    self._at_break(place)
                    continue
                if word.token.word in _STOPS and place + 1 < len(self.words):
                    self._at_stop(place)
                    continue
            if word.pos == "C" and word.lower in JOINING:
                self._at_joining(place)
            elif word.pos == "S" and self.current.words:
                self._at_subordinator(place)
            elif word.pos == "S" and self.current.kind == "main" and not self.current.words:
                self.current.kind = "adverbial"
                self.current.conjunction = word.lower
            if self.quotes and not self.current.words:
                self.current.quoted = True
            self.current.words.append(place)
            if self._is_verb(place) and self.current.verb is None:
                self.current.verb = place
        return self.found

    def _open(
        self, kind: str, place: int, parent: Stretch | None, conjunction: str | None
    ) -> Stretch:
        stretch = Stretch(kind, place, parent, conjunction, quoted=self.quotes > 0)
        self.found.append(stretch)
        self.current = stretch
        return stretch

    def _is_verb(self, place: int) -> bool:
        word = self.words[place]
        return (
            word.is_finite
            or word.pos == "G"
            or (self.current.kind == "participle" and word.best.passive)
        )

    # --- what follows a break ---------------------------------------------------------------------

    def _count_quotes(self, mark: str) -> None:
        if mark in ("«", "„") or (mark in ("“", '"') and not self.quotes):
            self.quotes += 1
        elif mark in ("»", "”", "“", '"'):
            self.quotes = max(0, self.quotes - 1)

    def _at_stop(self, place: int) -> None:
        """A new sentence of the same quotation."""
        self.current.words.append(place)
        following = next_word(self.words, place + 1)
        if following is None or not self.words[following].capital:
            return
        self._open("content" if self.speaker else "main", following, self.speaker, None)
        self.current.quoted = True

    def _at_break(self, place: int) -> None:
        """Open or close clauses at a mark."""
        self.current.words.append(place)
        following = next_word(self.words, place + 1)
        if following is None:
            return
        word = self.words[following]
        mark = self.words[place].token.word
        if asks_relative(self.words, following):
            self._open("relative", following, self._host(), None)
        elif word.pos == "S" or (word.lower in _CONTENT and mark == ","):
            self._subordinate(following, word.lower)
        elif word.lower in _PLACES and mark == ",":
            self._open("relative", following, self._host(), None)
        elif opens_gerund(self.words, following):
            self._open("gerund", following, self._unfinished() or self._host(), None)
        elif mark == "," and opens_participle(self.words, place, following):
            self._open("participle", following, self._host(), None)
            self.current.verb = following
        else:
            self._at_plain_break(following, mark)

    def _at_plain_break(self, following: int, mark: str) -> None:
        verb = verb_before_break(self.words, following)
        if self._has_been_introduced():
            self._coordinate(following)
            return
        if verb is None:
            if self.current.kind in ("gerund", "participle") and self.current.parent is not None:
                self._resume(self.current.parent)
            return
        unfinished = self._unfinished()
        if (mark == "," or self._after_quotation(following)) and self._is_aside(following, verb):
            self._open("aside", following, self._root(), None)
            self._hear(self.current)
        elif self.current.verb is None:
            return
        elif unfinished is not None:
            self._resume(unfinished)
        elif self.words[following].lower in JOINING:
            self._coordinate(following)
        elif mark in (":", "–", "—", "-") and self.current.kind == "main":
            speaks = self._speaks(self.current)
            self.speaker = self.current if speaks else self.speaker
            self._open("content" if speaks else "coordinate", following, self.current, None)
        else:
            self._coordinate(following)

    def _has_been_introduced(self) -> bool:
        """Whether "як повідомлялося" is over, so that what follows is said for itself."""
        opening = self.current
        first = opening.kind == "adverbial" and opening.parent is None
        return first and opening.conjunction == "як" and opening.verb is not None

    def _coordinate(self, place: int) -> None:
        """A clause beside the current one, or beside what a relative or gerund interrupts."""
        beside = self.current
        while beside.kind in ("relative", "gerund", "participle") and beside.parent is not None:
            beside = beside.parent
        if beside.kind == "content" and beside.parent and self.words[place].lower in _AGAINST:
            # "X вважає, що …, але Y це заперечує": the contrast is no part of what X thinks.
            beside = beside.parent
        elif beside.kind == "content" and beside.parent and self._goes_on(place):
            beside = beside.parent
        if beside.kind == "adverbial" and beside.parent is None:
            new = self._open("main", place, None, None)
            beside.parent = new
            return
        self._open("coordinate", place, beside, None)

    def _goes_on(self, place: int) -> bool:
        """Whether ", і VERB" goes on with who speaks: the comma only ends what is said."""
        before = self.words[place - 1].token.word if place else ""
        verb = verb_before_break(self.words, place)
        if before != "," or self.words[place].lower not in ("і", "й", "та") or verb is None:
            return False
        return all(word.pos in "RTC" for word in self.words[place:verb])

    def _resume(self, stretch: Stretch) -> None:
        self.current = stretch

    def _unfinished(self) -> Stretch | None:
        """The nearest clause above that has no verb yet."""
        above = self.current.parent
        while above is not None:
            if above.verb is None and above.kind != "aside":
                return above
            above = above.parent
        return None

    def _host(self) -> Stretch:
        """The clause that a subordinate one hangs on."""
        return self.current

    def _root(self) -> Stretch:
        return next((one for one in self.found if one.kind == "main"), self.found[0])

    def _speaks(self, stretch: Stretch) -> bool:
        return stretch.verb is not None and self.words[stretch.verb].lemma in self.speech

    def _is_aside(self, following: int, verb: int) -> bool:
        """Whether "…, заявив X" or "…, – сказав X" goes after what is said."""
        if verb > following + 1 or self.words[verb].lemma not in self.speech:
            return False
        if self.words[following].lower in JOINING:
            return False
        if self.words[verb].best.person in (1, 2):
            return False
        return self._root().verb is not None or self.found[0].quoted

    def _after_quotation(self, place: int) -> bool:
        """Whether a quotation, or a sentence of one, ends right before the marks before a word."""
        marks = [word.token.word for word in self.words[max(0, place - 3) : place]]
        return any(mark in ("»", "”", "“", '"', "!", "?", "…") for mark in marks)

    def _hear(self, speaker: Stretch) -> None:
        """Let all that stands in the quotation before be what this one says."""
        quoted = [one for one in self.found if one.quoted and one.parent is None]
        if not quoted:
            return
        speaker.kind, speaker.parent = "main", None
        for one in quoted:
            one.kind, one.parent = "content", speaker

    # --- subordinate clauses ----------------------------------------------------------------------

    def _at_subordinator(self, place: int) -> None:
        """A subordinator without a comma: after "перш", "тому", "навіть", "після того"."""
        before = self.words[place - 1]
        if before.is_mark or before.lower in ("тому", "того", "тим", "навіть", "лише", "перш"):
            self._subordinate(place, self.words[place].lower)

    def _subordinate(self, place: int, conjunction: str) -> None:
        if conjunction == "тому":
            following = self.words[place + 1].lower if place + 1 < len(self.words) else ""
            if following != "що":
                self._at_plain_break(place, ",")
                return
        if conjunction == "як" and verb_before_break(self.words, place) is None:
            return
        host = self._host()
        if conjunction == "що" and self._is_which(place, host):
            self._open("relative", place, host, None)
            self.words[place].readings = (Reading("D", "що", 1),)
            return
        kind = "content" if conjunction in _CONTENT else "adverbial"
        if conjunction in ("щоб", "аби") and not self._speaks(host):
            kind = "adverbial"
        if conjunction == "що" and host.verb is None and self._unfinished() is None:
            kind = "content"
        self._open(kind, place, host, conjunction)

    def _is_which(self, place: int, host: Stretch) -> bool:
        """Whether "що" is "which": after a noun, before its verb, where nobody says anything."""
        before = self.words[place - 2] if place >= 2 else None
        if before is None or before.pos not in "NA" or before.lemma in _SAID:
            return False
        for here in range(place + 1, min(len(self.words), place + 4)):
            word = self.words[here]
            if word.is_finite:
                spoken = host.verb is not None and host.verb >= place - 4
                return not (spoken and self._speaks(host))
            if word.pos not in "RT":
                return False
        return False

    def _at_joining(self, place: int) -> None:
        """Open a second clause at "and" where its own verb follows."""
        if self.current.verb is None:
            return
        verb = verb_after_and(self.words, place)
        if verb is None:
            return
        if begins_clause(self.words, place, verb):
            self._coordinate(place)
