"""One snapshot in, everything it says out: the reader of security prose in seven languages."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec

from foedus.errors import MissingLanguage
from foedus.evidence import Assertion, Day, EventType, Passage, Place, Quantity, Work
from foedus.reading.attribution import quotations
from foedus.reading.coding import Coder
from foedus.reading.dating import Dating
from foedus.reading.draft import Draft
from foedus.reading.factuality import of_draft
from foedus.reading.grammar import Grammar
from foedus.reading.languages import READ, language_of
from foedus.reading.languages.language import Language
from foedus.reading.mentions import mentions
from foedus.reading.modality import polarity
from foedus.reading.notes import note_marks, notes
from foedus.reading.pacts import Pacts
from foedus.reading.passages import segments
from foedus.reading.paths import path_of
from foedus.reading.predication import clauses
from foedus.reading.quantities import quantities
from foedus.reading.reading import Mention, NoteMark, Reading, Segment
from foedus.reading.references import treaty_references
from foedus.reading.referents import Referents
from foedus.reading.times import expressions, frames
from foedus.reading.times.history import set_in
from foedus.reading.tree import Tree, join_names
from foedus.reading.vocabulary import vocabulary
from foedus.reading.windows import window_trees
from foedus.sources.snapshot import Snapshot

__all__ = ["is_installed", "reading_of"]

_READ = frozenset({"title", "heading", "paragraph", "caption"})
_TITLES = frozenset({"title", "heading"})
_BLANK = re.compile(r"\S")
_HALVES = re.compile("[\ud800-\udfff]")
_EDGES = ' \t\n,;:.–-«»“”"()[]*_'


def reading_of(snapshot: Snapshot) -> Reading:
    """Return everything read out of one snapshot; the same snapshot always gives the same reading.

    Raises MissingLanguage when the text is in a language foedus has no reader for, or in one that
    nobody could tell.
    """
    text = snapshot.text
    spoken = _language(snapshot)
    day = snapshot.metadata.day
    tongue = language_of(spoken)
    words = vocabulary(spoken)
    parts = segments(text, spoken)
    times = expressions(text, spoken, day)
    named = mentions(text, spoken, set_in(text, times, day), parts)
    amounts = quantities(text, spoken)
    works = notes(text, spoken, parts, snapshot.id)
    marks = note_marks(text, works)
    pacts = Pacts(treaty_references(text, named, times, parts, spoken), words)
    coder = Coder(
        text=text,
        grammar=tongue.grammar,
        words=words,
        referents=Referents(text, named, words, _ourselves(named, parts), pacts),
        dating=Dating(frames(text, times, spoken, day), tongue.grammar.occasions),
        paragraphs=[(part.start, part.end) for part in parts if part.kind == "paragraph"],
        titles=[(part.start, part.end) for part in parts if part.kind in _TITLES],
    )
    prose = _read_text(text, parts)
    parsed = is_installed(tongue)
    for tree in tongue.trees(prose) if parsed else window_trees(prose, named, spoken):
        join_names(tree, _name_runs(tree, text, named, tongue.grammar))
        _name_persons(tree, named)
        tree.grow()
        coder.code(clauses(tree, tongue.grammar, words.predicative_nouns))
    told = _assertions(coder, snapshot, day, amounts, works, marks, parsed)
    return Reading(
        document=snapshot.id,
        name=snapshot.name,
        text=text,
        language=spoken,
        metadata=snapshot.metadata,
        segments=parts,
        mentions=named,
        times=times,
        quantities=tuple(
            (Passage(snapshot.id, start, end, text[start:end]), amount)
            for start, end, amount in amounts
        ),
        treaties=pacts.told(),
        works=works,
        note_marks=marks,
        quotations=quotations(coder.speakers, coder.stances, text),
        assertions=tuple(one for one, _ in told),
        factuality={one.id: of_draft(draft, text, tongue.grammar, words) for one, draft in told},
        notices=() if parsed else (_without_parser(tongue),),
    )


@lru_cache(maxsize=8)
def is_installed(tongue: Language) -> bool:
    """Return whether the parser of a language can be imported here."""
    return all(find_spec(module) is not None for module in tongue.parser)


def _without_parser(tongue: Language) -> str:
    return (
        f"The parser of '{tongue.code}' is not installed, so its sentences are read by windows of "
        f"words, less surely: pip install '{tongue.install}'"
    )


def _language(snapshot: Snapshot) -> str:
    stated = snapshot.metadata.language
    spoken = stated.value if stated else None
    if spoken in READ:
        return spoken
    known = ", ".join(sorted(READ))
    if spoken is None:
        raise MissingLanguage(
            f"{snapshot.name}: its language could not be told. Say which (--language): {known}."
        )
    raise MissingLanguage(
        f"{snapshot.name}: no reader for the language '{spoken}'. foedus reads {known}."
    )


def _ourselves(named: Sequence[Mention], parts: Sequence[Segment]) -> tuple[str, ...]:
    """Whom the document's own "we" stands for: the one actor its byline or letterhead names."""
    signing = [part for part in parts if part.kind in ("byline", "field")]
    actors = {
        mention.actor
        for mention in named
        for part in signing
        if part.start <= mention.start < part.end
    }
    return tuple(actors) if len(actors) == 1 else ()


def _read_text(text: str, parts: Sequence[Segment]) -> str:
    """The text with everything blanked that is not prose: notes, bylines, fields, biographies.

    Halves of surrogate pairs, which no parser takes, are shown as what cannot be read.
    """
    pieces, reached = [], 0
    for part in parts:
        if part.kind not in _READ:
            pieces.append(text[reached : part.start])
            pieces.append(_BLANK.sub(" ", text[part.start : part.end]))
            reached = part.end
    return _HALVES.sub("\ufffd", "".join((*pieces, text[reached:])))


def _name_runs(
    tree: Tree, text: str, named: Sequence[Mention], grammar: Grammar
) -> list[list[tuple[int, int]]]:
    """Lists of names ("Washington, Tokyo et Séoul"), each name as its first and last word."""
    if not tree.starts:
        return []
    first, last = tree.starts[0], tree.ends[-1]
    runs: list[list[Mention]] = []
    for mention in named:
        if not first <= mention.start < last or mention.kind == "demonym":
            continue
        if runs and _follows(runs[-1][-1], mention, text, grammar):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    lists = (run for run in runs if len(run) > 1 and _ends_in_and(run, text, grammar))
    return [[_words_of(tree, mention) for mention in run] for run in lists]


def _name_persons(tree: Tree, named: Sequence[Mention]) -> None:
    """Give the names of persons one lemma, by which the lexicon knows them for guests."""
    if not tree.starts:
        return
    people = [one for one in named if one.kind == "person"]
    place = bisect_left(people, tree.starts[0], key=lambda one: one.start)
    for mention in people[place:]:
        if mention.start >= tree.ends[-1]:
            return
        first, last = _words_of(tree, mention)
        for word in range(first, last + 1):
            if tree.kinds[word] == "PROPN":
                tree.lemmas[word] = "person"


def _ends_in_and(run: Sequence[Mention], text: str, grammar: Grammar) -> bool:
    return grammar.last_name.search(text[run[-2].end : run[-1].start]) is not None


def _follows(before: Mention, mention: Mention, text: str, grammar: Grammar) -> bool:
    """Whether a name goes on a list: not after "in Russia, …", where another clause begins."""
    gap = text[before.end : mention.start]
    if not grammar.between_names.fullmatch(gap):
        return False
    before_it = text[max(0, before.start - 14) : before.start]
    return "," not in gap or not grammar.places_name.search(before_it)


def _words_of(tree: Tree, mention: Mention) -> tuple[int, int]:
    first = max(0, bisect_left(tree.starts, mention.start + 1) - 1)
    last = max(first, bisect_left(tree.starts, mention.end) - 1)
    return first, last


# --- from drafts to assertions --------------------------------------------------------------------


def _assertions(
    coder: Coder,
    snapshot: Snapshot,
    published: Day | None,
    amounts: Sequence[tuple[int, int, Quantity]],
    works: Sequence[Work],
    marks: Sequence[NoteMark],
    parsed: bool,
) -> tuple[tuple[Assertion, Draft], ...]:
    """The assertions in the order of the text, each with the draft it was made from."""
    wars = [draft for draft in coder.drafts if draft.event_type is EventType.ASSAULT]
    attackers = {actor for draft in wars for actor in draft.initiator}
    attacked = frozenset(actor for draft in wars for actor in draft.target) - attackers
    by_number = {work.number: work.id for work in works}
    way = "rules" if parsed else "windows"
    reader = f"{way}-{coder.words.language} {coder.words.version}"
    found: dict[tuple[int, int], tuple[Assertion, Draft]] = {}
    for draft in coder.drafts:
        passage = _passage(draft, snapshot, coder.referents)
        if passage is None or (passage.start, passage.end) in found:
            continue
        assertion = Assertion(
            passage=passage,
            event_type=draft.event_type,
            mode=draft.mode,
            initiator=tuple(sorted(draft.initiator)),
            target=tuple(sorted(draft.target)),
            day=draft.dated.day if draft.dated else None,
            day_words=snapshot.text[draft.dated.start : draft.dated.end] if draft.dated else None,
            place=_place(draft, snapshot.text, coder.grammar.place_markers),
            quantity=_quantity(passage, amounts),
            modality=draft.modality,
            polarity=polarity(
                draft.event_type,
                draft.target,
                draft.lemmas,
                coder.words,
                attacked,
                draft.host,
            ),
            attributed_to=draft.speaker,
            said=draft.said.day if draft.said else None,
            published=published,
            cites=_cited(draft, passage, marks, by_number),
            read_by=reader,
            rule=("" if parsed else "window: ") + path_of(draft, snapshot.text, coder.referents),
        )
        found[passage.start, passage.end] = assertion, draft
    return tuple(found[span] for span in sorted(found))


def _passage(draft: Draft, snapshot: Snapshot, referents: Referents) -> Passage | None:
    """The passage of a draft without punctuation at its edges; None when nothing is left."""
    text = snapshot.text
    start, end = draft.start, min(draft.end, len(text))
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end <= start:
        return None
    for mention in referents.between(end + 1, end + 2):
        # A compound ("russo-nord-coréen") is not cut at its hyphen.
        end = mention.end if text[end] in "-–" else end
    opened = text.count("(", start, end) - text.count(")", start, end)
    if opened > 0 and text[end : end + 1] == ")":
        end += 1
    passage = Passage(snapshot.id, start, end, text[start:end])
    return passage if passage.stands_in(text) else None


def _place(draft: Draft, text: str, places: frozenset[str]) -> Place | None:
    for argument in draft.clause.arguments:
        phrase = argument.phrase
        if argument.marker in places and phrase.kind == "name":
            return Place(text[phrase.start : max(phrase.trimmed, phrase.head_end)].strip(_EDGES))
    return None


def _quantity(passage: Passage, amounts: Sequence[tuple[int, int, Quantity]]) -> Quantity | None:
    place = bisect_left(amounts, passage.start, key=lambda amount: amount[0])
    if place < len(amounts) and amounts[place][1] <= passage.end:
        return amounts[place][2]
    return None


def _cited(
    draft: Draft, passage: Passage, marks: Sequence[NoteMark], by_number: dict[int | None, str]
) -> str | None:
    """The work whose note is called in the same sentence, after what is said."""
    for mark in marks:
        if passage.start < mark.start <= draft.clause.sentence[1] + 12:
            return by_number.get(mark.number)
    return None
