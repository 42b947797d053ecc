"""From clauses to assertions: what each says happened, by whom, to whom, when and how surely."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.evidence import Day, EventType, Speaker
from foedus.reading.attribution import Frame, frames_of, speaker_of
from foedus.reading.carriers import RELATIONAL, Carriers
from foedus.reading.claims import is_claim, weighs
from foedus.reading.clause import Argument, Clause
from foedus.reading.dating import Dated, Dating
from foedus.reading.draft import Draft
from foedus.reading.events import Carried, EventNoun, ended, event_noun
from foedus.reading.grammar import Grammar
from foedus.reading.lives import lives
from foedus.reading.memory import Memory
from foedus.reading.modality import clause_modality, noun_modality
from foedus.reading.referents import Referents, distinct
from foedus.reading.roles import Pair, roles_of_noun, roles_of_verb
from foedus.reading.vocabulary import Vocabulary

__all__ = ["Coder"]

_NOBODY: Pair = ((), ())
_ABOUT_DEEDS = frozenset({EventType.ACCUSE, EventType.PROTEST})
_NEAR = 14
_INSIDE_NAMES = (" de ", " d'", " d’", " of ")
_BESIDE_THE_POINT = ("subject", "adjective", "adverbial", "apposition", "comme")


@dataclass(slots=True)
class Coder:
    """Codes the clauses of a text in order, remembering who was spoken of.

    `paragraphs` are the stretches of text within which a "since …" goes on; in `titles` only whole
    clauses count.
    """

    text: str
    grammar: Grammar
    words: Vocabulary
    referents: Referents
    dating: Dating
    paragraphs: Sequence[tuple[int, int]]
    titles: Sequence[tuple[int, int]]
    carriers: Carriers = field(init=False)
    memory: Memory = field(init=False)
    drafts: list[Draft] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    speakers: dict[Frame, Speaker | None] = field(default_factory=dict)
    spoke: Speaker | None = None
    paragraph: int = -1

    def __post_init__(self) -> None:
        self.carriers = Carriers(self.words)
        self.memory = Memory(self.words, self.referents)

    def code(self, clauses: Sequence[Clause]) -> None:
        """Add the drafts of one parsed part's clauses."""
        self.carriers.read(clauses)
        nouns = self.carriers.nouns
        self.dating.assign([one for one in clauses if not one.nominal or one.word in nouns])
        framed = frames_of(clauses, self.words)
        self.frames.extend(dict.fromkeys(framed.values()))
        sentence = None
        for clause in clauses:
            if clause.sentence != sentence:
                sentence = clause.sentence
                self.dating.follow(sentence)
                self._begin(sentence[0])
            before = len(self.drafts)
            frame = framed.get(clause.word)
            self._give_voice(frame)
            self._read_under(clause)
            if clause.nominal:
                self._code_noun(clause, frame)
            else:
                self._code_verb(clause, frame)
            for draft in self.drafts[before:]:
                self._complete(draft, frame)

    def _begin(self, sentence: int) -> None:
        """Begin a sentence; across paragraphs "it" and "its" go on with nobody."""
        paragraph = bisect_right(self.paragraphs, (sentence, len(self.text)))
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.referents.subject = ()
        self.referents.sentence = sentence

    def _read_under(self, clause: Clause) -> None:
        """Let possessives be the subject's, unless they stand before the verb or in the subject."""
        verb = clause.parent if clause.nominal else clause
        subject = verb.subject if verb is not None and not verb.nominal else None
        self.referents.read_under((), False)
        if verb is None or subject is None or (clause.nominal and clause.word < verb.word):
            return
        if event_noun(subject, self.words) is None and subject.kind != "pronoun":
            self.referents.read_under(self.referents.actors(subject), subject.plural)

    def _give_voice(self, frame: Frame | None) -> None:
        """Let "we" be the speaker's side inside what somebody says."""
        voice = None if frame is None else self._speaker(frame)
        self.referents.voice = (voice.represents,) if voice and voice.represents else ()

    def _speaker(self, frame: Frame) -> Speaker | None:
        if frame not in self.speakers:
            self.referents.voice = ()
            spoke = self.spoke
            self.speakers[frame] = speaker_of(frame, self.text, self.referents, spoke)
            self.spoke = self.speakers[frame] or spoke
        return self.speakers[frame]

    def _in_title(self, clause: Clause) -> bool:
        return any(start <= clause.head_start < end for start, end in self.titles)

    def _heads_what(self, clause: Clause) -> bool:
        """Whether a title only announces what it will tell ("What the treaty changed")."""
        if not self._in_title(clause):
            return False
        first = self.text[clause.sentence[0] : clause.sentence[1]].split(maxsplit=1)[:1]
        return any(self.words.has("cues.what", word.lower()) for word in first)

    # --- verbs -----------------------------------------------------------------------------------

    def _code_verb(self, clause: Clause, frame: Frame | None) -> None:
        said = self.carriers.said.get(clause.word)
        subject = self._subject_actors(clause)
        roles = self._roles(clause, said)
        if not any(roles):
            said, roles = None, self._bystanders(clause, subject)
        if not self._in_title(clause) or clause.is_finite:
            args = clause, said, roles, subject, self.frames, self.grammar, self.words
            told = clause.word in self.carriers.consumed or self._only_describes(clause, said)
            told = told or self._heads_what(clause)
            if is_claim(*args) and not told:
                self._draft_verb(clause, said, roles, frame)
        sense = said.sense if said is not None else None
        if not self._in_title(clause) or clause.is_finite:
            together = self.memory.together(sense, roles)
            plural = clause.subject is not None and clause.subject.plural
            name = sense.type if sense else None
            if self._is_text(clause):
                self.referents.forget_subject()
                subject = ()
            elif clause.link == "relative":
                subject = ()
            else:
                subject = subject or roles[0]
            self.referents.remember(subject, plural, together, name)
        self.memory.bring_out(clause, subject)
        if said is not None and any(roles):
            self.memory.tell(said.sense, said.noun, roles)

    def _is_text(self, clause: Clause) -> bool:
        """Whether a clause is about a treaty, an article or the like, which "it" then takes up."""
        subject = clause.own_subject
        if subject is None or subject.kind == "pronoun":
            return False
        return self.words.has("cues.not_speakers", subject.lemma.lower())

    def _only_describes(self, clause: Clause, said: Carried | None) -> bool:
        """Whether a past participle stands right at its noun ("une coopération renforcée")."""
        subject = clause.subject
        if said is not None or clause.link != "participle" or not clause.passive or not subject:
            return False
        return "," not in self.text[subject.head_end : clause.start]

    def _roles(self, clause: Clause, said: Carried | None) -> Pair:
        if said is None:
            return _NOBODY
        signed = self._signed(clause, said)
        if signed:
            return signed, ()
        if said.noun is None or said.undergone:
            roles = roles_of_verb(said.sense, said.arguments, self.referents, said.undergone)
            return self._about_deed(clause, said, roles)
        inner = said.noun.arguments
        if said.path in ("subject", "object", "provision"):
            roles = roles_of_noun(said.sense, inner, self.referents)
        else:
            outer = tuple(argument for argument in said.arguments if argument not in inner)
            roles = roles_of_noun(said.sense, inner, self.referents, outer)
        if said.path == "provision" and not any(roles):
            return self._subject_actors(clause), ()
        roles = roles if any(roles) else self.memory.recalled(said.noun)
        if not any(roles) and clause.link == "participle":
            return roles
        parties = self._parties(said, said.noun, any(roles))
        return (parties, ()) if parties else roles

    def _signed(self, clause: Clause, said: Carried) -> tuple[str, ...]:
        """The parties to the treaty right before "signed in 1961", whatever the parser made of it.

        None where the participle has an agent or a partner of its own.
        """
        if said.sense.type is not EventType.AGREE or not clause.passive or said.path != "verb":
            return ()
        alone = clause.argument("agent", "by", "avec", "with", "entre", "between") is None
        if clause.mood != "participle" or not alone:
            return ()
        return self.referents.pacts.before(self.text, clause.predicate)

    def _parties(self, said: Carried, noun: EventNoun, told: bool) -> tuple[str, ...]:
        """The parties to the treaty that carries what is said, when no verb says who acts."""
        pacts = self.referents.pacts
        treaty = noun.outer if said.path == "provision" else noun.inner
        if said.path not in ("subject", "object", "provision"):
            return ()
        return pacts.parties_to(treaty) if told or pacts.is_alone(treaty) else ()

    def _about_deed(self, clause: Clause, said: Carried, roles: Pair) -> Pair:
        """Roles in which whoever did a deed is the target of what is said about it.

        "Condamner l'invasion de l'Ukraine par la Russie" is aimed at Russia.
        """
        direct = clause.argument("object")
        if said.sense.type not in _ABOUT_DEEDS or direct is None or clause.passive:
            return roles
        noun = event_noun(direct, self.words)
        if noun is None:
            return roles
        doers = roles_of_noun(noun.sense, noun.arguments, self.referents)[0]
        doers = tuple(one for one in doers if one not in roles[0])
        return (roles[0], doers) if doers else roles

    def _subject_actors(self, clause: Clause) -> tuple[str, ...]:
        subject = clause.subject
        if subject is None:
            return ()
        return self.referents.told.get(subject.word) or self.referents.actors(subject)

    def _bystanders(self, clause: Clause, subject: tuple[str, ...]) -> Pair:
        """Whom a state of affairs is about: its subject, and whom its other arguments name."""
        weighed = self._weighed(clause)
        if len(weighed) > 1:
            return weighed, ()
        others = distinct(
            actor
            for argument in clause.arguments
            if argument.marker not in _BESIDE_THE_POINT
            and not (clause.passive and argument.marker == "object")
            for actor in self.referents.actors(argument.phrase)
        )
        if not subject:
            return others, ()
        return subject, tuple(actor for actor in others if actor not in subject)

    def _weighed(self, clause: Clause) -> tuple[str, ...]:
        """The parties to what a participle weighs ("confirmant l'importance de cette alliance")."""
        direct = clause.argument("object")
        if clause.link != "participle" or clause.passive or direct is None:
            return ()
        return self.referents.actors(direct)

    def _draft_verb(
        self, clause: Clause, said: Carried | None, roles: Pair, frame: Frame | None
    ) -> None:
        of_thing = said is None or said.path in ("subject", "object")
        assessed = of_thing and weighs(clause, self.grammar, self.words)
        if said is not None and said.noun is not None and clause.link == "participle":
            self.referents.told[said.noun.outer.word] = distinct((*roles[0], *roles[1]))
        event_type = said.event_type if said else None
        if event_type is not None and self._ends(clause):
            event_type = ended(event_type)
        self.drafts.append(
            Draft(
                clause=clause,
                start=self._start(clause, said),
                end=clause.end,
                event_type=event_type,
                initiator=roles[0],
                target=roles[1],
                modality=clause_modality(clause, said, frame, self.grammar, self.words, assessed),
                rule=_rule(clause.lemma, said),
                frame=frame,
                host=said is not None
                and said.sense.frame == "deploy"
                and self._is_host(said.arguments, roles[1]),
                mode=said.sense.mode if said else None,
                lemmas=_lemmas(clause),
                nouns=(said.noun.outer.word, said.noun.inner.word) if said and said.noun else (),
            )
        )

    def _ends(self, clause: Clause) -> bool:
        """Whether "cease to" or the like turns the event round."""
        chain = {self.grammar.chains.get(verb) for verb in clause.chain}
        return "ended" in chain and not clause.negated

    def _start(self, clause: Clause, said: Carried | None) -> int:
        """Where the claim begins.

        With a noun that a participle or an infinitive completes, or at the verb when the subject is
        a list of events told one by one; else with the clause.
        """
        subject = clause.subject
        if subject is None:
            return clause.start
        if clause.governor is not None and self.words.has("through", clause.governor.lemma):
            return min(clause.start, clause.governor.start)
        if clause.link == "participle" and clause.passive and said is not None:
            gap = self.text[subject.head_end : clause.start]
            return subject.start if "," not in gap and len(gap) < _NEAR else clause.start
        if subject.word in self.referents.told and clause.link != "relative":
            return max(clause.start, clause.predicate)
        return clause.start

    def _is_host(self, arguments: Sequence[Argument], target: tuple[str, ...]) -> bool:
        """Whether the target stands under a marker of place."""
        below = [part for argument in arguments for part in argument.phrase.parts]
        return any(
            argument.marker in self.words.words["stands_for.host_markers"]
            and set(self.referents.actors(argument.phrase)) & set(target)
            for argument in (*arguments, *below)
        )

    # --- nouns -----------------------------------------------------------------------------------

    def _code_noun(self, clause: Clause, frame: Frame | None) -> None:
        noun = self.carriers.nouns.get(clause.word)
        consumed = clause.word in self.carriers.consumed
        if noun is None or consumed or self._in_title(clause):
            return
        if self.referents.mention_of(noun.inner) is not None:
            return
        self.carriers.use_up(noun)
        roles = self._named(noun)
        explicit = any(roles)
        parties = self.referents.pacts.parties_to(noun.inner)
        if explicit and parties:
            roles = parties, ()
        if not explicit and noun.outer is not noun.inner:
            roles = self.memory.recalled(noun)
        roles = self.memory.as_listed(clause, roles, self.drafts)
        if not any(roles):
            return
        together = self.memory.together(noun.sense, roles)
        self.referents.remember((), False, together, noun.outer.lemma)
        if explicit:
            self.memory.tell(noun.sense, noun, roles)
        if self._is_event_told(clause, noun, roles):
            self.referents.told[clause.word] = distinct((*roles[0], *roles[1]))
            self._draft_noun(clause, noun, roles, frame)

    def _named(self, noun: EventNoun) -> Pair:
        """The roles that an event noun's own words give; a treaty's parties are learnt."""
        roles = roles_of_noun(noun.sense, noun.arguments, self.referents)
        self.referents.pacts.learn(noun.inner, distinct((*roles[0], *roles[1])))
        return roles

    def _draft_noun(
        self, clause: Clause, noun: EventNoun, roles: Pair, frame: Frame | None
    ) -> None:
        self.drafts.append(
            Draft(
                clause=clause,
                start=clause.start,
                end=clause.end,
                event_type=ended(noun.sense.type) if noun.ended else noun.sense.type,
                initiator=roles[0],
                target=roles[1],
                modality=noun_modality(noun, frame, clause.parent, self.grammar),
                rule=f"{noun.sense.name} by noun {noun.inner.lemma}",
                frame=frame,
                host=noun.sense.frame == "deploy" and self._is_host(noun.arguments, roles[1]),
                mode=noun.sense.mode,
                lemmas=frozenset({noun.inner.lemma}),
            )
        )

    def _is_event_told(self, clause: Clause, noun: EventNoun, roles: Pair) -> bool:
        """Whether a noun phrase makes a claim of its own, and does not merely name a thing."""
        if noun.sense.type is EventType.AGREE:
            dated = self.dating.own(clause) is not None
            return dated and len(distinct((*roles[0], *roles[1]))) > 1
        if not roles[0] and self._is_host(noun.arguments, roles[1]):
            return False
        owned = {argument.marker for argument in noun.arguments} <= {"possessor", "adjective"}
        if noun.sense.type in RELATIONAL and noun.inner.determiner == "possessive" and owned:
            return False
        bare = noun.outer.determiner is None and not noun.outer.plural
        before = self.text[max(0, clause.start - 4) : clause.start].lower()
        return not (bare and before.endswith(_INSIDE_NAMES))

    # --- who says it, and when -------------------------------------------------------------------

    def _complete(self, draft: Draft, frame: Frame | None) -> None:
        if frame is not None:
            draft.speaker = self._speaker(frame)
            if frame.clause is not None:
                draft.said = self.dating.own(frame.clause)
        draft.dated = self._day(draft) or draft.said
        if draft.dated is not None:
            self.dating.latest = draft.dated
            self._bury(draft, draft.dated.day)

    def _bury(self, draft: Draft, day: Day) -> None:
        """Leave out whom the text does not name here and who did not exist on that day."""
        named = self.referents.named(draft.start, draft.end)
        draft.initiator = tuple(one for one in draft.initiator if one in named or lives(one, day))
        draft.target = tuple(one for one in draft.target if one in named or lives(one, day))

    def _day(self, draft: Draft) -> Dated | None:
        clause = draft.clause
        own = self.dating.own(clause)
        of_noun = (self.dating.of(word) for word in draft.nouns)
        own = own or next((dated for dated in of_noun if dated is not None), None)
        if own is not None or not clause.nominal:
            return own
        beside = self.dating.beside(draft.end) or self.dating.reckoned(clause)
        if beside is not None:
            return beside
        for start, end in self.paragraphs:
            if start <= clause.head_start < end:
                return self.dating.running(clause, (start, end))
        return None


def _rule(lemma: str, said: Carried | None) -> str:
    if said is None:
        return f"state by {lemma}"
    noun = f" of {said.noun.inner.lemma}" if said.noun else ""
    return f"{said.sense.name} by {said.path} {lemma}{noun}"


def _lemmas(clause: Clause) -> frozenset[str]:
    found = {clause.lemma}
    for argument in clause.arguments:
        found.add(argument.phrase.lemma)
        found.update(part.phrase.lemma for part in argument.phrase.parts)
    return frozenset(found)
