"""Which of the phrases and articles of a text are one treaty."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from foedus.evidence import Day
from foedus.reading.dictionary import plain
from foedus.reading.reading import (
    ArticleReference,
    Mention,
    Segment,
    TimeExpression,
    TreatyReference,
)
from foedus.reading.references.articles import (
    ArticleMention,
    article_mentions,
    kind_of,
    said_of,
)
from foedus.reading.references.phrases import TreatyPhrase, treaty_phrases
from foedus.reading.references.treaty import Treaty
from foedus.reading.references.words import TreatyWords

__all__ = ["gathered"]

# How far from the head of a sentence its day may stand ("On ", "Le lundi ").
_NEAR = 12
# More actors than this before a verb of signing are rarely all its subject.
_MOST_SIGNERS = 4
_ALIAS = re.compile(
    r" ?\((?:[Tt]he |[Ll]e |[Ll]a |ci-après,? )?[“\"«]?\s?([A-Z]{2,8}|[A-Z]\w+)\s?[”\"»]?\)"
)
# "That treaty" is the last one, "the treaty" the one a text is about.
_THIS = re.compile(r"\b(?:this|that|cet?|cette)\s$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:[.!?][»”]?\s+(?=[A-ZÀ-Þ«“])|\n\s*\n)")


def gathered(
    words: TreatyWords,
    text: str,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    segments: Sequence[Segment],
) -> tuple[TreatyReference, ...]:
    """Return the treaties named in `text` in the words of a language, as `treaty_references`."""
    return _Gathering(plain(text), mentions, times, segments, words).references()


class _Gathering:
    """One pass over a text, with the treaties found so far."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
        segments: Sequence[Segment],
        words: TreatyWords,
    ) -> None:
        self.text, self.mentions, self.words = text, mentions, words
        self.dates = [time for time in times if time.kind == "date"]
        self.treaties: list[Treaty] = []
        self.phrases = treaty_phrases(text, mentions, times, words)
        self._phrase_at = {phrase.start: phrase for phrase in self.phrases}
        self._phrase_to = {phrase.end: phrase for phrase in self.phrases}
        self._mention_at = {mention.start: mention for mention in mentions}
        self._mention_to = {mention.end: mention for mention in mentions}
        self._starts_of_mentions = [mention.start for mention in mentions]
        edges = {end.end() for end in _SENTENCE_END.finditer(text)}
        self._article_to: dict[int, ArticleMention] = {}
        self._aliases: dict[str, Treaty] = {}
        self._sentences = sorted({0} | edges | {segment.start for segment in segments})

    def references(self) -> tuple[TreatyReference, ...]:
        """Take every phrase and article in the order of the text."""
        articles = tuple(article_mentions(self.text, self.words))
        self._article_to = {item.bare_end: item for item in articles}
        owned = {id(self._phrase_of(item)) for item in articles}
        waiting: list[tuple[int, TreatyPhrase | ArticleMention]] = [
            *((phrase.start, phrase) for phrase in self.phrases if id(phrase) not in owned),
            *((item.start, item) for item in articles),
        ]
        for _, item in sorted(waiting, key=lambda entry: entry[0]):
            if isinstance(item, ArticleMention):
                self._take_article(item)
            else:
                self._take_phrase(item, self._span(item))
        self._join_same()
        ordered = sorted(self.treaties, key=lambda treaty: min(treaty.spans))
        return tuple(map(self._reference, ordered))

    def _join_same(self) -> None:
        """Join treaties named by nothing but their day to the only named one of that day."""
        for treaty in tuple(self.treaties):
            others = [one for one in self.treaties if one is not treaty and one.may_absorb(treaty)]
            if len(others) == 1:
                others[0].absorb(treaty)
                self.treaties.remove(treaty)

    # Phrases

    def _take_phrase(self, phrase: TreatyPhrase, span: tuple[int, int]) -> Treaty | None:
        phrase = replace(phrase, parties=self._parties(phrase))
        treaty = self._same(phrase)
        if treaty is None:
            if phrase.bare or (phrase.vague and not self._is_signed(phrase)):
                return None
            treaty = Treaty()
            self.treaties.append(treaty)
        treaty.take_in(phrase, span)
        if len(phrase.parties) > len(treaty.parties):
            treaty.parties = phrase.parties
        self._take_alias(treaty, phrase)
        treaty.signed = treaty.signed or phrase.date or self._signed(phrase)
        treaty.relations.append(self._relation(phrase.start))
        self._take_content(treaty, phrase, span)
        return treaty

    def _take_content(self, treaty: Treaty, phrase: TreatyPhrase, span: tuple[int, int]) -> None:
        """What the sentence says the treaty provides, for the article named before it if any."""
        content = said_of(self.text, phrase.end, phrase.end, self.words)
        kind = kind_of(content, self.words)
        alone = span[0] >= phrase.start - 4 and not self.words.article.search(content or "")
        if content is None or kind is None or not alone:
            return
        item = self._article_to.get(_before_comma(self.text, span[0]))
        for number in item.numbers if item else (None,):
            known = treaty.articles.setdefault(number, [])
            known.append(ArticleReference(number, content, kind))

    def _same(self, phrase: TreatyPhrase) -> Treaty | None:
        if phrase.organisation:
            return next((t for t in self.treaties if t.organisation == phrase.organisation), None)
        fitting = [treaty for treaty in self.treaties if treaty.may_be(phrase)]
        if not fitting:
            return None
        if phrase.bare and not _THIS.search(self.text[max(0, phrase.start - 8) : phrase.start]):
            return max(fitting, key=lambda treaty: treaty.salience(phrase))
        return max(fitting, key=lambda treaty: treaty.last)

    def _span(self, phrase: TreatyPhrase) -> tuple[int, int]:
        """The characters of a phrase; a bare noun takes its article with it."""
        if not phrase.bare:
            return phrase.start, phrase.end
        article = self.words.definite.search(self.text[max(0, phrase.start - 12) : phrase.start])
        return phrase.start - (len(article[0]) if article else 0), phrase.end

    def _parties(self, phrase: TreatyPhrase) -> tuple[str, ...]:
        if phrase.organisation:
            return (phrase.organisation,)
        parties = phrase.parties
        if phrase.partner_only:
            other = self._other_side(phrase, parties[0])
            parties = (other, *parties) if other else parties
        if not parties:
            parties = self._signers(phrase)
        inner = (phrase.inner,) if phrase.inner and phrase.inner not in parties else ()
        return (*parties, *inner)

    def _other_side(self, phrase: TreatyPhrase, partner: str) -> str | None:
        """Who has an agreement "with" a partner: the actor named last before it in the sentence."""
        actors = [actor for actor, _ in self._before(phrase) if actor != partner]
        return actors[-1] if actors else None

    def _signers(self, phrase: TreatyPhrase) -> tuple[str, ...]:
        """Who signs it: the actors before the verb of signing, when they are two or more."""
        opening = self._sentence(phrase.start)
        if any(opening <= other.start < phrase.start for other in self.phrases):
            return ()
        if not self.words.signing.search(self.text[opening : phrase.start]):
            return ()
        actors = tuple(dict.fromkeys(actor for actor, _ in self._before(phrase)))
        return actors if 2 <= len(actors) <= _MOST_SIGNERS else ()

    def _take_alias(self, treaty: Treaty, phrase: TreatyPhrase) -> None:
        """Learn the short name that the text sets in brackets behind: "… (NPT)"."""
        alias = _ALIAS.match(self.text, phrase.end)
        if alias is not None:
            self._aliases[alias[1]] = treaty

    def _before(self, phrase: TreatyPhrase) -> list[tuple[str, int]]:
        """The actors named before a phrase in its sentence, and where."""
        last = bisect_right(self._starts_of_mentions, phrase.start - 1)
        first = bisect_right(self._starts_of_mentions, self._sentence(phrase.start) - 1)
        return [(mention.actor, mention.start) for mention in self.mentions[first:last]]

    def _sentence(self, position: int) -> int:
        """Where the sentence around a place begins."""
        return self._sentences[bisect_right(self._sentences, position) - 1]

    def _is_signed(self, phrase: TreatyPhrase) -> bool:
        """Whether the sentence says that somebody signed it."""
        before = self.text[self._sentence(phrase.start) : phrase.start]
        follows = self.words.signed_by.match(self.text, phrase.end)
        passive = self.words.was_signed.match(self.text, phrase.end)
        return bool(self.words.signing.search(before) or follows or passive)

    def _signed(self, phrase: TreatyPhrase) -> Day | None:
        """The day of signature, as said after the phrase or on the occasion told of before it."""
        after = bisect_right(self.dates, phrase.end, key=lambda time: time.start)
        following = self.dates[after] if after < len(self.dates) else None
        if self.words.signed_on.match(self.text, phrase.end) and following is not None:
            near = following.start < phrase.end + 60
            same = self._sentence(following.start) <= phrase.start
            return following.day if near and same else None
        opening = self._sentence(phrase.start)
        if self.words.occasion.search(self.text, opening, phrase.end):
            paragraph = self.text.rfind("\n\n", 0, phrase.start) + 1
            before = [t for t in self.dates[:after] if paragraph <= t.start < phrase.start]
            return before[-1].day if before else None
        return self._opening_day(phrase, opening)

    def _opening_day(self, phrase: TreatyPhrase, opening: int) -> Day | None:
        """The day at the head of a sentence in which somebody signs ("On 3 May 2024 they …")."""
        if phrase.definite or not self.words.signing.search(self.text[opening : phrase.start]):
            return None
        first = bisect_right(self.dates, opening - 1, key=lambda time: time.start)
        dates = [time for time in self.dates[first:] if time.start < phrase.start]
        return dates[0].day if len(dates) == 1 and dates[0].start - opening < _NEAR else None

    def _relation(self, start: int) -> str | None:
        before = self.text[max(0, start - 90) : start]
        if self.words.contrasted.search(before):
            return "contrasted"
        return "compared" if self.words.compared.search(before) else None

    # Articles

    def _take_article(self, item: ArticleMention) -> None:
        phrase, organisation = self._phrase_of(item), self._organisation_of(item)
        if phrase is not None:
            span = (min(item.start, phrase.start), max(item.bare_end, phrase.end))
            treaty = self._take_phrase(phrase, span)
        elif (alias := self._alias_of(item)) is not None:
            treaty, end = alias
            treaty.add_span((item.start, end))
        elif organisation is not None:
            treaty = self._founding(organisation.actor)
            start = min(item.start, organisation.start)
            treaty.add_span((start, max(item.bare_end, organisation.end)))
            treaty.relations.append(self._relation(start))
        else:
            treaty = None if self._of_something_else(item) else self._meant_by(item)
            if treaty is not None:
                treaty.add_span((item.start, item.bare_end))
        if treaty is not None:
            self._add_articles(treaty, item)

    def _phrase_of(self, item: ArticleMention) -> TreatyPhrase | None:
        """The phrase right after it ("l'article 4 du traité …") or before ("the treaty's")."""
        of = self.words.of.match(self.text, item.bare_end)
        if of is not None:
            for start in range(of.end(), of.end() + 17):
                if start in self._phrase_at and not re.search(
                    r"[.,;:]", self.text[of.end() : start]
                ):
                    return self._phrase_at[start]
        gap = self._possessor_gap(item.start)
        return self._phrase_to.get(item.start - gap) if gap else None

    def _alias_of(self, item: ArticleMention) -> tuple[Treaty, int] | None:
        """The treaty whose short name follows ("Article III of the NPT"), and where that ends."""
        of = self.words.of.match(self.text, item.bare_end)
        name = re.compile(r"[A-Z][\w-]+").match(self.text, of.end()) if of else None
        known = self._aliases.get(name[0]) if name else None
        return None if known is None or name is None else (known, name.end())

    def _organisation_of(self, item: ArticleMention) -> Mention | None:
        """The organisation whose founding treaty the article is of ("l'article 5 de l'OTAN")."""
        of = self.words.of.match(self.text, item.bare_end)
        gap = self._possessor_gap(item.start)
        after = self._mention_at.get(of.end()) if of else None
        before = self._mention_to.get(item.start - gap) if gap else None
        for mention in (after, before):
            if mention is not None and mention.actor in self.words.founding:
                return mention
        return None

    def _possessor_gap(self, start: int) -> int:
        """How many characters part an article from its possessor before it; 0 without one."""
        if not self.words.head_last:
            return 0
        found = re.search(r"(?:['’]s?)? $", self.text[max(0, start - 3) : start])
        return len(found[0]) if found else 0

    def _add_articles(self, treaty: Treaty, item: ArticleMention) -> None:
        end = max(item.bare_end, treaty.spans[-1][1])
        content = said_of(self.text, item.start, end, self.words)
        for number in item.numbers:
            known = treaty.articles.setdefault(number, [])
            known.append(ArticleReference(number, content, kind_of(content, self.words)))

    def _of_something_else(self, item: ArticleMention) -> bool:
        """Whether it is an article of a constitution, a law or a newspaper."""
        of = self.words.not_of_treaty.match(self.text, item.bare_end)
        return of is not None and of["noun"].lower() not in (*self.words.heads, *_TEXTS)

    def _meant_by(self, item: ArticleMention) -> Treaty | None:
        """The treaty that an article without one belongs to."""
        opening = self._sentence(item.start)
        in_sentence = [treaty for treaty in self.treaties if treaty.last > opening]
        if item.possessive and in_sentence:
            return self._last(in_sentence)
        having = [t for t in self.treaties if not t.articles.keys().isdisjoint(item.numbers)]
        before = self._subject_before(opening)
        if item.possessive:
            return before or self._last(having)
        return self._last(having) or self._last(in_sentence) or before

    @staticmethod
    def _last(treaties: Sequence[Treaty]) -> Treaty | None:
        """The one that was named last."""
        return max(treaties, key=lambda treaty: treaty.last, default=None)

    def _subject_before(self, opening: int) -> Treaty | None:
        """The first treaty of the sentence before: what "its" takes up at the head of the next."""
        before = self._sentence(opening - 1) if opening else 0
        named = [
            (start, treaty)
            for treaty in self.treaties
            for start, _ in treaty.spans
            if before <= start < opening
        ]
        return min(named, key=lambda entry: entry[0])[1] if named else self._last(self.treaties)

    def _founding(self, organisation: str) -> Treaty:
        for treaty in self.treaties:
            if treaty.organisation == organisation:
                return treaty
        treaty = Treaty(organisation=organisation, parties=(organisation,))
        self.treaties.append(treaty)
        return treaty

    # Results

    def _reference(self, treaty: Treaty) -> TreatyReference:
        numbered = (found for number, found in treaty.articles.items() if number is not None)
        relations = set(treaty.relations)
        return TreatyReference(
            title=self._title(treaty),
            parties=treaty.parties,
            signed=treaty.signed,
            articles=(
                *map(_fullest, numbered),
                *dict.fromkeys(treaty.articles.get(None, ())),
            ),
            mentions=tuple(sorted(set(treaty.spans))),
            relation=relations.pop() if len(relations) == 1 else None,
        )

    def _title(self, treaty: Treaty) -> str:
        if treaty.organisation:
            return self.words.founding[treaty.organisation][0]
        if treaty.longest is None:
            return self.text[slice(*treaty.spans[0])]
        title = self.text[treaty.longest.start : treaty.longest.end]
        adjective = self.words.fresh_or_old.match(title)
        title = title[adjective.end() :] if adjective else title
        return title[0].upper() + title[1:]


def _before_comma(text: str, start: int) -> int:
    """Where what stands before a comma and a blank ends ("Dans son article 4, le traité …")."""
    comma = re.search(r",? $", text[max(0, start - 2) : start])
    return start - len(comma[0]) if comma else start


_TEXTS = ("texte", "document", "text", "latter", "dernier", "dernière")


def _fullest(found: Sequence[ArticleReference]) -> ArticleReference:
    """What was said most fully of an article that the text names several times."""
    return next((article for article in found if article.content), found[0])
