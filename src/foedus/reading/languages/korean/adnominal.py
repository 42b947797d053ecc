"""Clauses that hang on the noun after them, or on the verb that it belongs to."""

from foedus.reading.languages.korean.helpers import Predicate
from foedus.reading.languages.korean.phrases import Phrases
from foedus.reading.languages.korean.waiting import Open
from foedus.reading.languages.korean.word_lists import (
    AFTER,
    GAPLESS,
    INTRANSITIVE,
    RUMOURS,
    SAID,
    SPREADING,
)

__all__ = ["Adnominal"]


class Adnominal(Phrases):
    """Reads clauses before nouns."""

    def _said_noun(self, word: int, place: int, last: int) -> int:
        """다는 주장: what is said, hung on the verb that governs the noun, if there is one."""
        if place < last and self.found[place].form == "데":
            self.level.clauses.append(Open(word, "adverbial"))
            return place + 1
        if place < last and self.found[place].form in SAID:
            self._rumoured(word, place, last)
            self.level.clauses.append(Open(word, "content"))
            return place
        self.level.modifiers.append((word, "content", None))
        return place

    def _rumoured(self, word: int, place: int, last: int) -> None:
        """다는 보도가 나왔다: it is reported, and nobody is named who does."""
        noun, verb = self.found[place], None
        for further in range(place + 1, min(last, place + 4)):
            if self.found[further].tag.startswith(("VV", "NNG", "VA")):
                verb = self.found[further]
                break
        if noun.form in RUMOURS and verb is not None and verb.form in SPREADING:
            aux = self._add(noun.start, noun.end, "것으로 알려지다", "AUX")
            self._hang(aux, word, "auxiliary")

    def _adnominal(self, word: int, made: Predicate, place: int, last: int) -> int:
        following = self.found[place] if place < last else None
        if following is not None and following.form == "것":
            return self._thing(word, made, place, last)
        if following is not None and following.form in AFTER and following.tag.startswith("N"):
            after = self.found[place + 1] if place + 1 < last else None
            if after is None or not after.tag.startswith("NN"):
                self.made.markers[word] = AFTER[following.form]
                self.level.clauses.append(Open(word, "adverbial"))
                return self._after_bound(place + 1, last, following.form)
        if following is not None and made.future and following.form in SAID:
            self._infinitive(word)
            self.level.modifiers.append((word, "complement", None))
            return place
        if self._is_gapless(word, place, last):
            self.level.modifiers.append((word, "adverbial", None))
            return place
        leader = self._leader(word, made)
        if leader is not None:
            self.made.heads[leader] = leader
            self.level.modifiers.append((leader, "possessor", None))
        self.level.modifiers.append((word, self._relative(word, made), None))
        return place

    def _leader(self, word: int, made: Predicate) -> int | None:
        """Whose the noun after it is: 사우디가 이끄는 연합군."""
        if made.lemma not in ("이끌다", "주도하다"):
            return None
        tree = self.made
        return next(
            (
                child
                for child in range(max(0, word - 20), word)
                if tree.heads[child] == word and tree.relations[child] == "subject"
            ),
            None,
        )

    def _is_gapless(self, word: int, place: int, last: int) -> bool:
        """Whether the noun after an adnominal verb does not do it: 규탄하는 성명."""
        made = self.made
        if any(
            made.heads[child] == word and made.relations[child] == "subject"
            for child in range(max(0, word - 60), word)
        ):
            return False
        head = None
        while place < last and self._is_noun(place):
            head = self.found[place]
            place += 1
        return head is not None and head.form.endswith(GAPLESS)

    def _after_bound(self, place: int, last: int, noun: str) -> int:
        while place < last and self.found[place].tag.startswith("J"):
            place += 1
        if (
            noun in ("데", "만큼")
            and place + 1 < last
            and self.found[place].form in ("대하", "이어")
        ):
            place += 2
        return place

    def _relative(self, word: int, made: Predicate) -> str:
        made_tree = self.made
        kinds = {
            made_tree.relations[child]
            for child in range(max(0, word - 60), word)
            if made_tree.heads[child] == word
        }
        if "subject" in kinds:
            return "relative"
        if "object" in kinds or self._is_passive(word) or made.lemma in INTRANSITIVE:
            return "participle"
        return "relative"

    def _thing(self, word: int, made: Predicate, place: int, last: int) -> int:
        """파견한 것을, 파견할 것을: the clause itself is what the next verb is about."""
        place += 1
        forms: list[str] = []
        while place < last and self.found[place].tag.startswith("J"):
            forms.append(self.found[place].form)
            place += 1
        following = self.found[place] if place < last else None
        if following is not None and following.tag == "VCP":
            return place
        asked = made.future and not made.past
        if asked and "을" in forms:
            self._infinitive(word)
            self.level.clauses.append(Open(word, "complement"))
            return self._give_back(word, place)
        self.level.clauses.append(Open(word, "content"))
        return place

    def _give_back(self, word: int, place: int) -> int:
        """Give back who is asked: 러시아에 중단할 것을 요구하다."""
        made, found = self.made, self.found
        verb = f"{found[place].form}하다" if place < len(found) else ""
        demanded = self.words.has("cues.demand", verb)
        for child in range(max(0, word - 60), word):
            if (
                demanded
                and made.heads[child] == word
                and child in self.named
                and made.relations[child] == "subject"
                and any(one.word == child and not one.topic for one in self.own)
            ):
                made.heads[child] = child
                self._wait(child, "indirect", "to")
                return place
        for child in range(max(0, word - 60), word):
            if (
                made.heads[child] == word
                and child in self.named
                and (
                    made.relations[child] == "indirect"
                    or (made.relations[child] == "oblique" and made.markers[child] == "to")
                )
            ):
                relation, marker = made.relations[child], made.markers[child]
                made.heads[child] = child
                self._wait(child, relation, marker)
        return place
