"""Bottom line: what the dossier concludes, how likely, how sure, and what would change it.

Each judgement is composed from one kind of evidence by a rule that is the same for every case. A
likelihood is given only where a probability was estimated; what is read or coded has none.
"""

from collections.abc import Iterator, Sequence

from foedus.dossier.blocks import Judgement, Remarked, Section
from foedus.dossier.coded_treaties import clause_id, instrument_id, instrument_link
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground
from foedus.dossier.likelihood import Confidence, confidence_of, likelihood_of
from foedus.dossier.linking import numbers_linked
from foedus.dossier.sections.answers import answer_evidence, answer_sentence
from foedus.dossier.sections.bond import instruments_between
from foedus.dossier.sections.turning_points import focus_turns, turn_finding, turn_id
from foedus.dossier.sections.whatif import act_parts
from foedus.dossier.sentence import Link, Name, Part, Plain, Sentence
from foedus.dossier.words.days import number_words
from foedus.evidence import Day
from foedus.treaties.answers import ActorAnswer, CasusAnswer
from foedus.treaties.instrument import Article, Instrument, KnownHow, Obligation
from foedus.treaties.sentences import said
from foedus.treaties.vocabulary import FIGHTING, kinds, said_code

__all__ = ["bottom_line"]

# Fewer events than this and a turning point moves with each of them.
FEW_EVENTS = 12


# The kinds of obligation that bear on peace and war; all others are cooperation in something.
SECURITY = frozenset(
    [
        "defence",
        "offence",
        "neutrality",
        "nonaggression",
        "consultation",
        "exclusivity",
        "permission",
        "basing",
    ]
)


def bottom_line(ground: Ground) -> Section:
    """Return the judgements the evidence allows; where it allows none, that."""
    w = ground.words
    judgements = (*_new_duties(ground), *_answers(ground), *_turn(ground), *_ground_covered(ground))
    return Section(
        id="bottom",
        title=w.text("bottom.title"),
        blocks=judgements or (Remarked(w.sentence("bottom.empty"), missing=True),),
    )


def _new_duties(ground: Ground) -> Iterator[Judgement]:
    """Yield what the newest treaty compared adds to what already bound its parties that day."""
    compared = [ground.instruments[one] for one in ground.case.compare if one in ground.instruments]
    if not compared or compared[0].signed.earliest is None:
        return
    w, treaty = ground.words, compared[0]
    before = _kinds_in_force(ground, treaty)
    fresh = [(a, o) for a, o in treaty.obligations() if o.kind not in before]
    security = [(a, o) for a, o in fresh if o.kind in SECURITY]
    others = [(a, o) for a, o in fresh if o.kind not in SECURITY]
    links = _kind_links(ground, treaty, security or others)
    more = (
        w.sentence("bottom.and_in", kinds=_joined(ground, _kind_links(ground, treaty, others)))
        if security and others
        else ()
    )
    parts: dict[str, Part | Sentence] = {
        "signed": Link(ground.day(treaty.signed.edtf), instrument_id(treaty.id)),
        "treaty": instrument_link(ground, treaty.id),
        "actors": ground.named(treaty.actors, treaty.signed.earliest),
        "kinds": _joined(ground, links),
        "more": more,
    }
    known = {a.known_how for a, _ in security or fresh}
    yield Judgement(
        finding=Finding(
            sentence=w.sentence("bottom.duties" if links else "bottom.no_duties", **parts),
            rests_on=tuple(instrument_id(each.id) for each in instruments_between(ground)),
            caveat=w.text("bottom.duties_caveat"),
        ),
        confidence=_confidence_in(known),
        confidence_why=(
            *_confidence(ground, _confidence_in(known)),
            *w.sentence(
                "bottom.coded_from",
                known=_joined(
                    ground,
                    [
                        Plain(said_code("known_how", each.value, w.language))
                        for each in sorted(known, key=str)
                    ],
                ),
            ),
        ),
        would_change=w.sentence("bottom.duties_change"),
    )


def _kind_links(
    ground: Ground, treaty: Instrument, clauses: list[tuple[Article, Obligation]]
) -> list[Link]:
    """Return the kinds of obligation of these clauses, each once, linked to its first article."""
    first: dict[str, str] = {}
    for article, obligation in clauses:
        first.setdefault(obligation.kind, article.number)
    return [
        Link(kinds()[kind].label.said(ground.words.language), clause_id(treaty.id, article))
        for kind, article in first.items()
    ]


def _kinds_in_force(ground: Ground, treaty: Instrument) -> frozenset[str]:
    """Return the kinds of obligation between its parties the day before a treaty was signed."""
    signed = treaty.signed.earliest
    assert signed is not None
    return frozenset(
        obligation.kind
        for other in instruments_between(ground)
        if other.id != treaty.id
        and other.in_force is not None
        and other.in_force.possibly_on_or_before(signed)
        and (other.ended is None or not other.ended.surely_on_or_before(signed))
        and len(frozenset(other.actors) & frozenset(treaty.actors)) > 1
        for _, obligation in other.obligations()
    )


def _confidence_in(known: set[KnownHow]) -> Confidence:
    """Return how sure a coding is, by the weakest way in which its wording is known."""
    if not known or KnownHow.UNCERTAIN in known:
        return Confidence.LOW
    held = {KnownHow.TEXT_HELD, KnownHow.PUBLISHED_TEXT}
    return Confidence.HIGH if known <= held else Confidence.MODERATE


def _answers(ground: Ground) -> Iterator[Judgement]:
    """Yield, for the first scenario, who must act or is disputed on each of its days."""
    w = ground.words
    for given in ground.material.repercussions.answers[:1]:
        for day, answer in given.days:
            chosen = _strongest(ground, answer)
            if chosen is None:
                continue
            actors, one = chosen
            flips = [said(reason, w.language) for reason in one.would_flip]
            evidence = answer_evidence(ground, one)
            yield Judgement(
                finding=Finding(
                    sentence=_answer_words(ground, given.scenario.place, day, answer, actors, one),
                    caveat=w.text("bottom.answer_caveat"),
                ),
                confidence=_answer_confidence(ground, one),
                confidence_why=(
                    *_confidence(ground, _answer_confidence(ground, one)),
                    *_rivals(ground, one),
                ),
                would_change=(
                    numbers_linked(" ".join(flips), evidence)
                    if flips
                    else w.sentence("bottom.answer_change")
                ),
            )


def _rivals(ground: Ground, one: ActorAnswer) -> Sentence:
    w, count = ground.words, len(one.readings)
    if not count:
        return w.sentence("bottom.no_readings")
    link = Link(number_words(w, count), answer_evidence(ground, one))
    return w.counted_sentence("bottom.readings", count, count=link)


def _strongest(ground: Ground, answer: CasusAnswer) -> tuple[tuple[str, ...], ActorAnswer] | None:
    """Return the answer that concerns an actor in focus and asks most; None when there is none.

    The newest treaty compared is asked first, and a duty to help before one to consult.
    """
    focus = frozenset(ground.case.focus)
    groups = [group for group in answer.grouped() if focus & frozenset(group[0])]
    newest = [group for group in groups if group[1].instrument in ground.case.compare[:1]]
    help_first = sorted(newest or groups, key=lambda group: group[1].kind not in FIGHTING)
    return help_first[0] if help_first else None


def _answer_words(
    ground: Ground,
    place: str | None,
    day: Day,
    answer: CasusAnswer,
    actors: tuple[str, ...],
    one: ActorAnswer,
) -> Sentence:
    w = ground.words
    shown = tuple(actor for actor in actors if actor in ground.case.focus)
    return w.sentence(
        f"bottom.answer.{one.verdict.value}",
        what=Plain(w.text(f"bottom.what.{_what(one)}")),
        **act_parts(ground, answer),
        where=w.sentence("bottom.where", place=Name(place)) if place else Plain(""),
        day=Link(ground.day(day.edtf), answer_evidence(ground, one)),
        actors=ground.named(shown, answer.on),
        clause=answer_sentence(ground, one),
    )


def _what(one: ActorAnswer) -> str:
    if one.kind in FIGHTING:
        return "help"
    return "consult" if one.kind == "consultation" else "act"


def _answer_confidence(ground: Ground, one: ActorAnswer) -> Confidence:
    article = ground.instruments[one.instrument].article(one.article)
    known = {article.known_how} if article else set()
    if one.verdict.value == "disputed" or one.standing.value != "certain":
        return Confidence.LOW
    return _confidence_in(known)


def _turn(ground: Ground) -> Iterator[Judgement]:
    w = ground.words
    for turn in focus_turns(ground)[:1]:
        confidence = Confidence.LOW if turn["events"] < FEW_EVENTS else Confidence.MODERATE
        yield Judgement(
            finding=turn_finding(ground, turn),
            likelihood=likelihood_of(turn["probability"]),
            confidence=confidence,
            confidence_why=(
                *_confidence(ground, confidence),
                *w.sentence(
                    "turn.of",
                    events=Link(number_words(w, turn["events"]), turn_id(turn)),
                    periods=Link(number_words(w, turn["periods"]), turn_id(turn)),
                ),
            ),
            would_change=w.sentence("bottom.turn_change"),
        )


def _ground_covered(ground: Ground) -> Iterator[Judgement]:
    """Yield how much between the actors in focus rests on one origin, or is contested."""
    w = ground.words
    events = ground.between_focus
    if not events:
        return
    alone = [each for each in events if each.origins < 2]
    contested = [each for each in events if each.standing == "contested"]
    ungraded = [each for each in ground.documents if each.reliability is None]
    confidence = confidence_of(
        max(each.origins for each in events), len(contested), len(ungraded), len(events)
    )
    first = ground.speaking((contested or alone or list(events))[0])
    yield Judgement(
        finding=Finding(
            sentence=w.counted_sentence(
                "bottom.origins",
                len(events),
                count=Link(number_words(w, len(events)), "e-bond"),
                actors=ground.named(ground.case.focus),
                alone=Link(number_words(w, len(alone)), "e-bond"),
                contested=Link(number_words(w, len(contested)), first),
            ),
            caveat=w.text("bond.caveat"),
        ),
        confidence=confidence,
        confidence_why=(
            *_confidence(ground, confidence),
            *w.counted_sentence(
                "bottom.ungraded",
                len(ungraded),
                count=Link(number_words(w, len(ungraded)), "e-bond"),
                documents=Link(number_words(w, len(ground.documents)), "e-bond"),
            ),
        ),
        would_change=w.sentence("bottom.origins_change"),
    )


def _confidence(ground: Ground, confidence: Confidence) -> Sentence:
    return (*ground.words.sentence(f"confidence.{confidence.value}"), Plain(" "))


def _joined(ground: Ground, parts: Sequence[Link | Plain]) -> Sentence:
    """Return parts as a list in words, each kept as it is."""
    w = ground.words
    joined: list[Link | Plain] = []
    for place, part in enumerate(parts):
        if place:
            last = place == len(parts) - 1
            joined.append(Plain(f" {w.text('list.and')} " if last else w.text("list.comma")))
        joined.append(part)
    return tuple(joined)
