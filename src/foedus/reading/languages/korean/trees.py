"""A Korean text as trees: particles say what a noun is to its verb, endings how verbs join.

The verb comes last. Every noun waits for the next verb that can take it; a clause takes what
stands before it, back to the subject of the clause around it. Of a list the last noun is the head,
as it bears the particle.
"""

from collections.abc import Iterator

from foedus.reading.languages.korean.helpers import Predicate
from foedus.reading.languages.korean.morphemes import morphemes, parts
from foedus.reading.languages.korean.sentences import sentences
from foedus.reading.languages.korean.verbs import Verbs
from foedus.reading.languages.korean.waiting import Level
from foedus.reading.languages.korean.word_lists import AFTER_QUOTES, DATED
from foedus.reading.tree import Tree

__all__ = ["trees"]


def trees(text: str) -> Iterator[Tree]:
    """Yield the trees of a text, part by part; positions are those of the text given."""
    for offset, part in parts(text):
        found = morphemes(part)
        if not found:
            continue
        yield _Reader(part, found, offset).tree()


class _Reader(Verbs):
    """Reads the sentences of one part of a text."""

    def tree(self) -> Tree:
        """Return the tree of the whole part."""
        for first, last in sentences(self.text, self.found, self.pairs):
            begin = len(self.made.words)
            self._sentence(first, last)
            end = len(self.made.words)
            if end > begin:
                self.made.sentence.extend([len(self.made.sentences)] * (end - begin))
                self.made.sentences.append((begin, end))
        self.made.grow()
        return self.made

    def _sentence(self, first: int, last: int) -> None:
        begin = len(self.made.words)
        self.level, self.levels = Level(), []
        self.last_verb, self.predicates = None, {}
        speech: list[int] = []
        place = first
        while place < last:
            one = self.found[place]
            if one.tag == "SSO" and place in self.pairs and self.pairs[place] < last:
                if one.form in ("(", "[", "【"):
                    place = self._bracketed(place, self.pairs[place])
                    continue
                if self._is_speech(place, self.pairs[place]):
                    self.levels.append(self.level)
                    self.level = Level()
                    speech.append(self.pairs[place])
                place += 1
            elif speech and place == speech[-1]:
                speech.pop()
                self._close()
                place = self._after_quote(place + 1, last)
            elif self._is_noun(place):
                place = self._nouns(place, last)
            elif self._only_dates(place, last):
                place += 2
            elif one.tag.startswith(("VV", "VA", "VX", "VCN", "VCP")):
                place = self._verb(place, place, last)
            elif one.tag == "MAG" and place + 1 < last and self.found[place + 1].tag == "XSV":
                place = self._verb(place, place + 1, last)
            elif one.tag == "MM":
                word = self._add(one.start, one.end, one.form, "DET")
                self.level.modifiers.append((word, "determiner", None))
                place += 1
            elif one.tag == "MAG":
                word = self._add(one.start, one.end, one.form, "ADV")
                self.level.adverbs.append(word)
                place += 1
            elif one.tag == "SP":
                self._comma()
                place += 1
            else:
                place += 1
        while self.levels:
            self._close()
        self._finish(begin)

    def _only_dates(self, place: int, last: int) -> bool:
        """Whether 지난 or 오는 goes before a date."""
        if self.found[place].form not in ("지나", "오") or place + 2 >= last:
            return False
        after, noun = self.found[place + 1], self.found[place + 2]
        return after.tag == "ETM" and (noun.tag == "SN" or noun.form in DATED)

    def _bracketed(self, opening: int, closing: int) -> int:
        """Words in brackets hang on the word before them and say nothing of their own."""
        before = len(self.made.words) - 1
        begin = self.found[opening].end
        end = self.found[closing].start
        if before >= 0 and end > begin and self.level.nouns:
            word = self._add(begin, end, self.text[begin:end], "X")
            self._hang(word, before, "aside")
        return closing + 1

    def _close(self) -> None:
        """End a quotation: its sentences wait as what somebody says."""
        inner, outer = self.level, self.levels.pop()
        finals = [clause for clause in inner.clauses if clause.relation in ("final", "content")]
        for clause in inner.clauses:
            clause.quoted = True
            if clause in finals:
                clause.relation = "content"
            elif finals and clause.word < finals[-1].word:
                self._hang(clause.word, finals[-1].word, clause.relation)
                continue
            outer.clauses.append(clause)
        outer.nouns.extend(inner.nouns)
        outer.listed.extend(inner.listed)
        outer.modifiers.extend(inner.modifiers)
        outer.adverbs.extend(inner.adverbs)
        self.level = outer

    def _after_quote(self, place: int, last: int) -> int:
        """Pass over 고, 라고, 며 and their like after a quotation."""
        if place < last:
            one = self.found[place]
            if one.tag == "JKQ" or (one.tag == "EC" and one.form in AFTER_QUOTES):
                return place + 1
            if one.tag == "VCP" and place + 1 < last and self.found[place + 1].tag == "EC":
                return place + 2
        return place

    def _finish(self, begin: int) -> None:
        """Find the root of a sentence and hang on it whatever still waits."""
        made, end = self.made, len(self.made.words)
        if begin == end:
            return
        level = self.level
        finals = [clause for clause in level.clauses if clause.relation == "final"]
        trailing = level.nouns[-1] if level.nouns else None
        root: int | None = None
        if trailing is not None and trailing.relation == "last":
            level.nouns.pop()
            root = self._headline(trailing.word)
        elif finals:
            root = finals[-1].word
        elif level.clauses:
            root = level.clauses[-1].word
        elif level.listed:
            root = level.listed[-1][0]
        elif level.nouns:
            root = level.nouns[-1].word
        else:
            root = end - 1
        while made.heads[root] != root and begin <= made.heads[root] < end:
            root = made.heads[root]
        made.relations[root] = "root"
        for clause in level.clauses:
            if clause.word != root:
                relation = "coordinate" if clause.relation == "final" else clause.relation
                self._hang(clause.word, root, relation, made.markers[clause.word])
        self._hang_rest(root, begin, end)

    def _hang_rest(self, root: int, begin: int, end: int) -> None:
        made, level = self.made, self.level
        subject = any(one.is_subject and not one.topic for one in level.nouns)
        for one in level.nouns:
            relation = "other" if one.relation in ("last", "either") else one.relation
            if one.is_subject and one.topic and subject:
                relation = "object"
            self._hang(one.word, root, relation, one.marker)
        for word, joined in level.listed:
            if joined:
                self._hang(word, root, "oblique", "with")
            else:
                self._hang(word, root, "subject" if word in self.named else "other")
        for word, relation, marker in level.modifiers:
            self._hang(word, root, relation, marker)
        for word in level.adverbs:
            self._hang(word, root, "adverb")
        for word in range(begin, end):
            if made.heads[word] == word and word != root:
                self._hang(word, root, "other")

    def _headline(self, word: int) -> int:
        """A sentence that ends in an event noun says that it happens: 협정 서명."""
        made = self.made
        lemma = f"{made.lemmas[word]}하다"
        known = lemma in self.words.verbs or lemma in self.words.light
        if not known:
            return word
        made.kinds[word], made.lemmas[word] = "VERB", lemma
        made.morphs[word] = "VerbForm=Fin"
        bare = [
            child
            for child in range(max(0, word - 30), word)
            if made.heads[child] == word and made.relations[child] == "compound"
        ]
        for child in bare[:-1]:
            self._hang(child, bare[-1], "compound")
        if bare:
            named = bare[-1] in self.named
            self._hang(bare[-1], word, "oblique" if named else "object", "to" if named else None)
        for child in range(max(0, word - 30), word):
            if made.heads[child] == word and made.relations[child] in ("possessor", "adjective"):
                self._hang(child, bare[-1] if bare else word, made.relations[child])
        self._govern(word, Predicate("", "VERB", 0, 0))
        return word
