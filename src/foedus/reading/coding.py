"""From clauses to assertions: what each says happened, by whom, to whom, when and how surely."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from foedus.evidence import Day, EventType, Speaker
from foedus.reading.attribution import (
    Frame,
    feared,
    frames_of,
    lend_speakers,
    speaker_of,
    stances_of,
)
from foedus.reading.carriers import Carriers
from foedus.reading.carrying import Carrying
from foedus.reading.casting import Casting
from foedus.reading.claims import is_claim, weighs
from foedus.reading.clause import Clause
from foedus.reading.dating import Dated, Dating
from foedus.reading.draft import Draft
from foedus.reading.events import Carried, EventNoun, ended, event_noun
from foedus.reading.grammar import Grammar
from foedus.reading.lives import lives
from foedus.reading.memory import Memory
from foedus.reading.modality import clause_modality, noun_modality
from foedus.reading.quoted import frames_in_quotations, frames_told_back
from foedus.reading.referents import Referents, distinct
from foedus.reading.roles import Pair, roles_of_noun
from foedus.reading.vocabulary import Vocabulary

__all__ = ["Coder"]

_ABOUT_DEEDS = frozenset({EventType.ACCUSE, EventType.PROTEST})
_SAID_OF = frozenset({EventType.ACCUSE, EventType.PROTEST, EventType.REQUEST, EventType.THREATEN})
_AIMED = _SAID_OF | {EventType.SUPPORT, EventType.AID}
_ADVERBS = 8
_NEAR = 14
_NEXT = 6
_MEANWHILE = ("during", "after", "before", "at", "in")
_ARRANGED = frozenset({EventType.CONSULT, EventType.AGREE})
_FURTHEST = 6


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
    casting: Casting = field(init=False)
    carrying: Carrying = field(default_factory=Carrying)
    drafts: list[Draft] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    speakers: dict[Frame, Speaker | None] = field(default_factory=dict)
    stances: dict[Frame, Speaker | None] = field(default_factory=dict)
    spoke: Speaker | None = None
    paragraph: int = -1
    signed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.carriers = Carriers(self.words)
        self.memory = Memory(self.words, self.referents, self.grammar.next_item)
        self.casting = Casting(self.text, self.words, self.referents, self.memory, self.drafts)

    def code(self, clauses: Sequence[Clause]) -> None:
        """Add the drafts of one parsed part's clauses."""
        lend_speakers(clauses, self.words)
        self.carriers.read(clauses)
        nouns = self.carriers.nouns
        self.dating.assign(
            [
                one
                for one in clauses
                if not one.nominal
                or (one.word in nouns and not self.referents.mention_of(nouns[one.word].inner))
            ]
        )
        self.signed = {
            clause.subject.word
            for clause in clauses
            if clause.link == "participle" and clause.passive and clause.subject is not None
            for said in [self.carriers.said.get(clause.word)]
            if said is not None and said.sense.type is EventType.AGREE
        }
        framed = frames_of(clauses, self.words)
        framed |= frames_in_quotations(clauses, framed, self.text, self.words)
        framed |= frames_told_back(clauses, framed, self.words)
        stances = stances_of(clauses, framed, self.words, self.text)
        self.frames.extend(dict.fromkeys(framed.values()))
        sentence = None
        for clause in clauses:
            if clause.sentence != sentence:
                sentence = clause.sentence
                self.dating.follow(sentence)
                self._begin(sentence[0])
            before = len(self.drafts)
            frame = framed.get(clause.word)
            self.referents.read_under((), False)
            self._give_voice(frame)
            for stance in stances.get(clause.word, ()):
                self.stances[stance] = speaker_of(stance, self.text, self.referents, self.spoke)
            self._read_under(clause)
            if clause.nominal:
                self._code_noun(clause, frame)
            else:
                self._code_verb(clause, frame)
            for draft in self.drafts[before:]:
                self._complete(draft, draft.frame or frame)

    def _begin(self, sentence: int) -> None:
        """Begin a sentence; across paragraphs "it" and "its" go on with nobody."""
        paragraph = bisect_right(self.paragraphs, (sentence, len(self.text)))
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.referents.subject = ()
            self.referents.fade()
        self.referents.sentence = sentence
        self.carrying.begin()

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
        place = bisect_right(self.titles, (clause.head_start, len(self.text)))
        return place > 0 and clause.head_start < self.titles[place - 1][1]

    def _heads_what(self, clause: Clause) -> bool:
        """Whether a title only announces what it will tell ("What the treaty changed")."""
        if not self._in_title(clause):
            return False
        if clause.link == "relative" and clause.argument("object") is not None:
            return True
        first = self.text[clause.sentence[0] : clause.sentence[1]].split(maxsplit=1)[:1]
        return any(self.words.has("cues.what", word.lower()) for word in first)

    # --- verbs -----------------------------------------------------------------------------------

    def _code_verb(self, clause: Clause, frame: Frame | None) -> None:
        said = self.carriers.said.get(clause.word)
        self._read_accused(clause)
        subject = self.casting.subject_actors(clause)
        roles = self.casting.roles(clause, said)
        if said is not None and said.sense.alone is not None and _is_alone(roles):
            said = replace(said, sense=said.sense.alone)
            roles = self.casting.roles(clause, said)
        if said is not None and not any(roles) and self._goes_on_with_both(clause, said):
            roles = self.referents.pair, ()
        if said is not None:
            roles = self.memory.answered(said.sense, roles)
            roles = self.memory.of_deed(clause, said.sense, roles, self.drafts)
            roles = self._aimed_on(clause, said, roles)
        if self.grammar.carries_subjects:
            opened = self.paragraphs[self.paragraph - 1][0] if self.paragraph > 0 else 0
            now = subject, roles, frame is not None
            self.carrying.pair = self.referents.pair
            subject, roles = self.carrying.on(clause, said, now, self.drafts, opened)
        if not any(roles):
            said, roles = None, self.casting.bystanders(clause, subject)
        if not self._in_title(clause) or clause.is_finite:
            args = clause, said, roles, subject, self.frames, self.grammar, self.words
            told = clause.word in self.carriers.consumed or self._only_describes(clause, said)
            told = told or self._heads_what(clause) or self._is_dated_below(said)
            told = told or self._follows_event(clause, said)
            obliges = any(roles) and self._obliges(clause, said, frame)
            stated = said is None and self._is_stated(clause, roles, frame)
            if (is_claim(*args, self._is_pinned(clause, frame)) or obliges or stated) and not told:
                self._draft_verb(clause, said, roles, frame)
                self._aim_with_first(self.drafts[-1])
                if obliges:
                    self._ask(self.drafts[-1])
        self._aim_refusal(clause, roles)
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

    def _aimed_on(self, clause: Clause, said: Carried, roles: Pair) -> Pair:
        """The roles of a verb that goes on with an event of its type, aimed at the same actors.

        "Peru closed its border with Chile and recalled its ambassador."
        """
        if roles[1] or not roles[0] or clause.link != "coordinate" or clause.own_subject:
            return roles
        for draft in self.drafts[-_NEXT:]:
            same = draft.clause is clause.parent and draft.event_type is said.event_type
            if same and draft.initiator == roles[0]:
                return roles[0], draft.target
        return roles

    def _is_stated(self, clause: Clause, roles: Pair, frame: Frame | None) -> bool:
        """Whether, where that counts, an actor says it, although it names no actor itself."""
        if not self.grammar.carries_subjects or any(roles) or frame is None:
            return False
        whole = clause.link == "content" and clause.is_finite and "content" not in clause.opens
        return whole and bool(self.referents.voice) and clause.subject is not None

    def _is_pinned(self, clause: Clause, frame: Frame | None) -> bool:
        """Whether, where that counts, somebody says it or the clause says when it was."""
        if not self.grammar.pinned_states or not clause.is_finite or clause.link == "relative":
            return False
        if clause.conjunction in self.grammar.purposes:
            return False
        if self.grammar.pivots:
            own = [argument for argument in clause.arguments if not argument.inherited]
            about = any(self.referents.actors(argument.phrase) for argument in own)
            if not about or clause.link == "complement":
                return False
        return frame is not None or self.dating.own(clause) is not None

    def _read_accused(self, clause: Clause) -> None:
        """Let "it" be whom somebody accuses: "accused X, saying that it had broken the truce"."""
        above, subject = clause.parent, clause.own_subject
        if not self.grammar.resumes_subjects or above is None or subject is None:
            return
        if clause.link != "content" or subject.kind != "pronoun" or subject.plural:
            return
        direct, carried = above.argument("object"), self.carriers.said.get(above.word)
        if direct is None or carried is None or carried.sense.type not in _ABOUT_DEEDS:
            return
        accused = self.referents.actors(direct)
        if len(accused) == 1:
            self.referents.meant.setdefault(subject.head_start, accused)

    def _goes_on_with_both(self, clause: Clause, said: Carried) -> bool:
        """Whether those put together last must be the subject: "Five days later signed …"."""
        mutual = said.path == "verb" and bool(said.sense.roles.verb_both)
        bare = clause.subject is None and not (clause.passive or clause.impersonal)
        main = clause.link == "main" and clause.is_finite and not clause.nominal
        return self.grammar.resumes_subjects and mutual and bare and main

    def _aim_with_first(self, draft: Draft) -> None:
        """Aim what is said at whom the verb before is aimed at: "thanked X and asked to wait"."""
        clause = draft.clause
        if not self.grammar.shares_objects or draft.target or draft.event_type not in _AIMED:
            return
        if clause.link != "coordinate" or clause.own_subject is not None or clause.passive:
            return
        for other in self.drafts[-_NEXT:-1]:
            same = other.clause is clause.parent and other.initiator == draft.initiator
            if same and other.event_type is not None:
                draft.target = other.target

    def _aim_refusal(self, clause: Clause, roles: Pair) -> None:
        """Aim a refusal at whom the refused deed is for: "refused to receive the Serb envoys"."""
        above, direct = clause.parent, clause.argument("object", "indirect")
        if clause.link != "complement" or above is None or clause.is_finite:
            return
        for draft in self.drafts[-_NEXT:]:
            if draft.clause is above and draft.event_type is EventType.REJECT and not draft.target:
                others = roles[1] or (self.referents.actors(direct) if direct else ())
                draft.target = tuple(one for one in others if one not in draft.initiator)

    def _follows_event(self, clause: Clause, said: Carried | None) -> bool:
        """Whether it says of an event told by its subject no more than what came of it."""
        subject = clause.own_subject
        if said is not None or subject is None or subject.word not in self.referents.told:
            return False
        return not weighs(clause, self.grammar, self.words)

    def _obliges(self, clause: Clause, said: Carried | None, frame: Frame | None) -> bool:
        """Whether somebody says what others must do, which is to ask it of them."""
        if frame is None or frame.force not in ("say", "assess") or not self.referents.voice:
            return False
        if clause.negated or (said is not None and said.sense.type in _ARRANGED):
            return False
        return any(self.grammar.chains.get(verb) == "demanded" for verb in clause.chain)

    def _ask(self, draft: Draft) -> None:
        """Make a draft what the speaker asks of those it is about."""
        asked = distinct((*draft.initiator, *draft.target))
        voice = self.referents.voice
        draft.event_type, draft.mode = EventType.REQUEST, None
        draft.initiator, draft.target = voice, tuple(one for one in asked if one not in voice)

    def _is_dated_below(self, said: Carried | None) -> bool:
        """Whether the treaty that a clause is about is said beside it to have been signed."""
        if said is None or said.path != "subject" or said.noun is None:
            return False
        return said.noun.outer.word in self.signed

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

    def _draft_verb(
        self, clause: Clause, said: Carried | None, roles: Pair, frame: Frame | None
    ) -> None:
        of_thing = said is None or said.path in ("subject", "object")
        assessed = of_thing and weighs(clause, self.grammar, self.words)
        if said is not None and said.sense.type is EventType.AGREE:
            self._learn_parties(clause, distinct((*roles[0], *roles[1])))
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
                and self.casting.is_host(said.arguments, roles[1]),
                mode=said.sense.mode if said else None,
                lemmas=_lemmas(clause),
                nouns=(said.noun.outer.word, said.noun.inner.word) if said and said.noun else (),
            )
        )

    def _learn_parties(self, clause: Clause, parties: tuple[str, ...]) -> None:
        """Let a treaty be between those who are said beside it to have signed it."""
        if clause.link != "participle" or clause.subject is None or not clause.passive:
            return
        self.referents.pacts.learn(clause.subject, parties)
        if self.grammar.spare_states and len(parties) > 1:
            self.referents.told[clause.subject.word] = parties

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
        if said is not None and said.sense.type is EventType.AGREE and clause.mood == "participle":
            treaty = self.referents.pacts.begins_before(self.text, clause.predicate)
            if treaty is not None and clause.passive:
                return min(treaty, clause.start)
        if subject is None:
            return clause.start
        if self.grammar.pivots and clause.link == "complement" and not clause.own_subject:
            # "要求以军立即撤出": who is asked is the subject of what follows.
            gap = self.text[subject.end : clause.start]
            near = subject.end <= clause.start and len(gap) < _ADVERBS and gap.isalpha()
            return subject.start if near or subject.end == clause.start else clause.start
        if clause.governor is not None and self.words.has("through", clause.governor.lemma):
            return min(clause.start, clause.governor.start)
        if clause.link == "participle" and clause.passive and said is not None:
            gap = self.text[subject.head_end : clause.start]
            return subject.start if "," not in gap and len(gap) < _NEAR else clause.start
        told = subject.word in self.referents.told and not self.grammar.head_final
        if told and clause.link != "relative":
            return max(clause.start, clause.predicate)
        return clause.start

    # --- nouns -----------------------------------------------------------------------------------

    def _code_noun(self, clause: Clause, frame: Frame | None) -> None:
        noun = self.carriers.nouns.get(clause.word)
        consumed = clause.word in self.carriers.consumed
        if noun is not None and self.grammar.head_final:
            consumed = consumed or noun.outer.word < self.carriers.outermost(noun)
        if noun is None or consumed or self._in_title(clause):
            return
        if self.referents.mention_of(noun.inner) is not None:
            return
        fear = feared(clause, noun.outer, self.words) if frame is None else None
        if fear is not None:
            self.frames.append(fear)
            frame = fear
        self.carriers.use_up(noun)
        roles = self._named(noun)
        explicit = any(roles)
        parties = self.referents.pacts.parties_to(noun.inner)
        if explicit and parties:
            roles = parties, ()
        if not explicit and noun.outer is not noun.inner:
            roles = self.memory.recalled(noun)
        roles = self._with_subject(clause, noun, self.memory.as_listed(clause, roles, self.drafts))
        above = clause.parent
        if self.grammar.carries_subjects and above is not None and not above.nominal:
            roles = self.carrying.given(noun, roles, self.casting.subject_actors(above))
        if noun.sense.alone is not None and _is_alone(roles):
            noun = replace(noun, sense=noun.sense.alone)
            roles = self._named(noun)
        if not any(roles):
            return
        # Where "both sides" is common, whoever is attacked is not one of a pair with the attacker.
        aimed = noun.sense.type is EventType.ASSAULT and bool(roles[1])
        apart = aimed and self.grammar.head_final
        together = () if apart else self.memory.together(noun.sense, roles)
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

    def _with_subject(self, clause: Clause, noun: EventNoun, roles: Pair) -> Pair:
        """Add whose meeting it was: "during talks with Y, the minister of X said …"."""
        verb = clause.parent
        partner = any(argument.marker == "with" for argument in noun.arguments)
        if not partner or not noun.sense.roles.noun_both or verb is None or verb.nominal:
            return roles
        beside = any(
            argument.marker in _MEANWHILE and argument.phrase.word == noun.outer.word
            for argument in verb.arguments
        )
        if not beside or len(distinct((*roles[0], *roles[1]))) != 1:
            return roles
        return distinct((*self.casting.subject_actors(verb), *roles[0], *roles[1])), ()

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
                modality=noun_modality(noun, frame, clause.parent, self.grammar, self.words),
                rule=f"{noun.sense.name} by noun {noun.inner.lemma}",
                frame=frame,
                host=noun.sense.frame == "deploy"
                and self.casting.is_host(noun.arguments, roles[1]),
                mode=noun.sense.mode,
                lemmas=frozenset({noun.inner.lemma}),
            )
        )

    def _is_event_told(self, clause: Clause, noun: EventNoun, roles: Pair) -> bool:
        """Whether a noun phrase makes a claim of its own, and does not merely name a thing."""
        if noun.sense.type is EventType.AGREE:
            dated = self.dating.own(clause) is not None
            return dated and len(distinct((*roles[0], *roles[1]))) > 1
        if (
            not roles[0]
            and self.casting.is_host(noun.arguments, roles[1])
            and not self._is_aimed(noun)
        ):
            return False
        if self.grammar.spare_states and noun.sense.roles.noun_both and _is_alone(roles):
            return False
        owned = {argument.marker for argument in noun.arguments} <= {"possessor", "adjective"}
        if noun.inner.determiner == "possessive" and owned:
            # "their demands", "ses exigences": known from what was told, unless it is a war.
            return noun.sense.type is EventType.ASSAULT
        bare = noun.outer.determiner is None and not noun.outer.plural
        before = self.text[max(0, clause.start - 4) : clause.start].lower()
        return not (bare and before.endswith(self.grammar.of_names))

    def _is_aimed(self, noun: EventNoun) -> bool:
        """Whether it is an attack "on" somebody, which is more than where it was."""
        attack = self.grammar.spare_states and noun.sense.type is EventType.ASSAULT
        return attack and any(one.marker in ("on", "against") for one in noun.arguments)

    # --- who says it, and when -------------------------------------------------------------------

    def _complete(self, draft: Draft, frame: Frame | None) -> None:
        if frame is not None and not _is_own_demand(draft, frame):
            draft.speaker = self._speaker(frame)
        if frame is not None and frame.clause is not None:
            draft.said = self.dating.own(frame.clause)
        draft.dated = self._day(draft) or draft.said
        self._address(draft)
        if draft.dated is not None:
            self.dating.latest = draft.dated
            self._bury(draft, draft.dated.day)

    def _address(self, draft: Draft) -> None:
        """Aim a threat at whom it threatens to do something to, a demand at who is to do it."""
        above = draft.clause.parent
        if draft.clause.link not in ("complement", "content"):
            return
        for other in self.drafts[-_NEXT:]:
            if other.clause is not above or other.target:
                continue
            aimed = draft.target if other.event_type is EventType.THREATEN else ()
            asked = draft.initiator if other.event_type is EventType.REQUEST else ()
            other.target = tuple(one for one in aimed or asked if one not in other.initiator)

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
        direct = clause.argument("object")
        if own is None and direct is not None and direct.word in self.carriers.consumed:
            own = self.dating.of(direct.word)
        if own is None and self.grammar.shares_days:
            own = self._shared_day(clause) or self._day_of_object(clause)
        above = clause.parent
        if own is None and above is not None and self._is_at_once(clause):
            own = self.dating.own(above)
        if own is not None or not clause.nominal:
            return own
        beside = self.dating.beside(draft.end) or self.dating.reckoned(clause)
        if beside is not None:
            return beside
        place = bisect_right(self.paragraphs, (clause.head_start, len(self.text)))
        if place and clause.head_start < self.paragraphs[place - 1][1]:
            return self.dating.running(clause, self.paragraphs[place - 1])
        return None

    def _is_at_once(self, clause: Clause) -> bool:
        """Whether a clause tells what happened on the day said above it ("…, when X did Y")."""
        return clause.conjunction is not None and self.words.has("cues.when", clause.conjunction)

    def _day_of_object(self, clause: Clause) -> Dated | None:
        """The day that the parser hung on what the object is of: "подписали договор о дружбе …"."""
        direct = clause.argument("object")
        if direct is None or clause.nominal or clause.link == "participle":
            return None
        return next((day for part in direct.parts if (day := self.dating.of(part.phrase.word))),
                    None)  # fmt: skip

    def _shared_day(self, clause: Clause) -> Dated | None:
        """The day of the verb before, whose subject this one goes on with."""
        before = clause.parent
        sends = self.grammar.pivots and clause.link == "complement"
        if sends and before is not None and not before.nominal:
            if self.words.has("cues.demand", before.lemma):
                return None
            return self.dating.own(before) or self._shared_day(before)
        for _ in range(_FURTHEST):
            if clause.link != "coordinate" or before is None or clause.own_subject is not None:
                return None
            found = self.dating.own(before)
            if found is not None or before.nominal:
                return found
            clause, before = before, before.parent
        return None


def _is_alone(roles: Pair) -> bool:
    return len({*roles[0], *roles[1]}) < 2


def _is_own_demand(draft: Draft, frame: Frame) -> bool:
    """Whether the draft is what is demanded ("asks X to leave"), told by whoever tells the demand.

    The demand itself says who wants it.
    """
    return frame.force == "demand" and draft.clause.link == "complement"


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
