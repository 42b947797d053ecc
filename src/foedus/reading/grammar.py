"""What a language must say of its grammatical words for clauses to be read out of its trees."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Grammar"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The grammatical words of a language.

    `chains` maps a verb that folds an infinitive into itself ("may", "seek to", "cease to") to what
    it does to the modality: possible, demanded, planned, assessed, reported, denied, ended or
    asserted.
    `particles` says whether a verb takes part of its lemma from a particle ("call off").

    The words after it are those of shared rules; a language without such a word leaves them out.
    `half_chains` are chains only before an infinitive ("have to"), `nor` denies in a list, `none`
    denies as a determiner. `marked_relatives` gives the marker that a relative pronoun implies
    ("dont" is "of"), `plural_owners` the possessives of several. `leading` are verbs whose
    participle names who does what its noun says ("led by"), `scheduling` chains that may announce
    a visit or a signature and ask for nothing ("doit se rendre"), `occasions` nouns that "on this
    …" takes up. With `plain_conditions` an "if" always supposes, whatever the tense.
    Of names: `between_names` is what may stand between two names of a list, `last_name` what stands
    before its last, `places_name` what before a name says that it only places; `next_item` what
    stands between two events of a list, and `of_names` what makes a bare noun part of a name.
    `passive_marks` are features by which a verb alone is passive, and `bare_determiner` what a noun
    without a determiner counts as (in a language without articles, definite). In a `head_final`
    language arguments stand before their verb and auxiliaries after it; where it `drops_subjects`,
    what somebody says without a subject is said of the speaker. Verbs of `asking` never
    lend their own subject to what is asked. Where it is `preverbal`, phrases
    before the verb belong to the clause as those after it do; where it `shares_days`, a verb that
    goes on with the subject of the one before goes on with its day too. With `spare_states` a
    clause without an event is told only if it weighs something or puts two actors together, or
    with `pinned_states` if somebody says it or it says on which day. With `pivots` the object of a
    verb, right before another, is part of what that one claims. Where it `carries_subjects`, a
    sentence without a subject goes on with that of the one before. Where
    it `resumes_subjects`, a clause without a subject goes on with that of the clause above it.
    Clauses opened by one of `purposes` do not cut the clause that they stand in.
    With `hearsay` a conditional is how the press says what it has from others ("aurait livré").
    Where it `shares_objects`, a verb right before another has the object of both after the second.
    """

    language: str
    be: frozenset[str]
    chains: Mapping[str, str]
    demanded: frozenset[str]
    possible: frozenset[str]
    conditional_marks: tuple[str, ...]
    future_marks: tuple[str, ...]
    future_words: frozenset[str]
    conditional_words: frozenset[str]
    reflexives: frozenset[str]
    impersonal: frozenset[str]
    relatives: frozenset[str]
    demonstratives: frozenset[str]
    indefinites: frozenset[str]
    counts: Mapping[str, int]
    never_passive: frozenset[str]
    particles: bool
    half_chains: frozenset[str] = frozenset()
    nor: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    scheduling: frozenset[str] = frozenset()
    infinitive_marks: frozenset[str] = frozenset()
    marked_relatives: Mapping[str, str] = field(default_factory=dict)
    plural_owners: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    plain_conditions: bool = True
    place_markers: frozenset[str] = frozenset({"in", "at", "near", "into", "border"})
    between_names: re.Pattern[str] = re.compile(r"\s*[,、،]\s*")
    last_name: re.Pattern[str] = re.compile(r"&")
    places_name: re.Pattern[str] = re.compile(r"(?!)")
    next_item: re.Pattern[str] = re.compile(r"\s*(?:\([^()]{1,12}\))?\s*[,、]\s*")
    of_names: tuple[str, ...] = ()
    passive_marks: tuple[str, ...] = ()
    bare_determiner: str | None = None
    head_final: bool = False
    drops_subjects: bool = False
    asking: frozenset[str] = frozenset()
    preverbal: bool = False
    shares_days: bool = False
    spare_states: bool = False
    pinned_states: bool = False
    pivots: bool = False
    purposes: frozenset[str] = frozenset()
    carries_subjects: bool = False
    resumes_subjects: bool = False
    hearsay: bool = False
    shares_objects: bool = False
