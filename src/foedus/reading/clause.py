"""Clauses: who does what to whom, in words, before anything is coded.

This is what separates languages from coding. A language module (`french`, `english`) turns a parsed
text into clauses whose arguments carry role markers; `coding` reads the markers through the lexicon
of that language and never sees a parser's label. Every position is a character of the text.
"""

from dataclasses import dataclass, field

__all__ = ["Argument", "Clause", "Phrase"]


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A noun phrase or its like, with what hangs on its head.

    `kind` is noun, name, pronoun, relative (a relative pronoun), possessive (a determiner or
    pronoun that owns), adjective, number or other. `determiner` is definite, indefinite,
    demonstrative, possessive, counted ("les deux pays": then `count` says how many) or None.
    `word` is the position of the head in the parsed part, by which phrases are told apart.
    `trimmed` is where the phrase ends without a clause that hangs on its end.
    """

    word: int
    lemma: str
    kind: str
    start: int
    end: int
    trimmed: int
    head_start: int
    head_end: int
    plural: bool = False
    determiner: str | None = None
    count: int | None = None
    parts: tuple["Argument", ...] = ()
    conjuncts: tuple["Phrase", ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Argument:
    """A phrase in the role its marker shows.

    Markers: subject, object, indirect, agent, attribute, possessor, adjective, apposition,
    compound, or the English preposition that says the same as the language's own, as a particle or
    as a case ("contre" is "against"). In a passive the grammatical subject has the marker object.
    `inherited` says that the clause above lends it.
    """

    marker: str
    phrase: Phrase
    inherited: bool = False


@dataclass(slots=True, eq=False)
class Clause:
    """One predicate with its arguments, and how it is said.

    `link` says how it hangs on `parent`: main, content, complement, relative, participle, purpose,
    adverbial, coordinate or aside. `chain` holds the lemmas of the verbs folded into the predicate
    (may, cease, seek), outermost first; `mood` is indicative, conditional, future, imperative,
    infinitive or participle; `conjunction` is the word that opens it ("si", "afin que", "that").
    A nominal clause is an event noun seen as a predicate, `phrase` being the noun itself.
    `predicate` is where the verb and its auxiliaries begin, `governor` the noun an infinitive
    depends on ("the decision to …"), `reach` all that hangs on the predicate, adverbials included,
    `opens` the links of the clauses it governs and `contents` those that are what it says; `past`
    says that its tense is one of the past.
    """

    lemma: str
    word: int
    start: int
    end: int
    head_start: int
    head_end: int
    arguments: tuple[Argument, ...] = ()
    negated: bool = False
    passive: bool = False
    reflexive: bool = False
    impersonal: bool = False
    mood: str = "indicative"
    chain: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    conjunction: str | None = None
    link: str = "main"
    nominal: bool = False
    phrase: Phrase | None = None
    parent: "Clause | None" = None
    predicate: int = 0
    governor: Phrase | None = None
    reach: tuple[int, int] = (0, 0)
    opens: frozenset[str] = frozenset()
    contents: list["Clause"] = field(default_factory=list)
    past: bool = False
    sentence: tuple[int, int] = (0, 0)

    def argument(self, *markers: str) -> Phrase | None:
        """Return the phrase of the first of these markers that the clause has."""
        for marker in markers:
            for argument in self.arguments:
                if argument.marker == marker:
                    return argument.phrase
        return None

    @property
    def is_finite(self) -> bool:
        """Whether its verb has a tense."""
        return self.mood not in ("infinitive", "participle")

    @property
    def subject(self) -> Phrase | None:
        """Its grammatical subject, lent by another clause or its own."""
        return self.argument("object" if self.passive else "subject")

    @property
    def own_subject(self) -> Phrase | None:
        """The grammatical subject that stands in the clause itself."""
        marker = "object" if self.passive else "subject"
        for argument in self.arguments:
            if argument.marker == marker and not argument.inherited:
                return argument.phrase
        return None
