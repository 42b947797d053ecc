"""Nouns and verbs that a Korean predicate ends in without their saying anything by themselves."""

from collections.abc import Sequence

from foedus.reading.languages.korean.helpers import Helper, Predicate, form_at
from foedus.reading.languages.korean.morphemes import Morpheme
from foedus.reading.languages.korean.word_lists import (
    PROVIDING,
    QUOTING,
    SAID_BY_NOUN,
    SAID_BY_VERB,
    WEIGHED,
)

__all__ = ["bound_noun", "provided"]


def provided(made: Predicate, found: Sequence[Morpheme], place: int, last: int) -> int | None:
    """Take in what a treaty does with a clause: 서로 돕도록 규정하다, 도록 되어 있다."""
    form, tag = form_at(found, place + 1, last)
    ending = found[place].form
    so = ending == "도록"
    if so and form == "되" and tag.startswith("VV") and form_at(found, place + 3, last)[0] == "있":
        end = place + 3
    elif (so or ending in QUOTING) and form in PROVIDING:
        if not form_at(found, place + 2, last)[1].startswith("XSV"):
            return None
        end = place + 2
    else:
        return None
    made.helpers.append(Helper(found[place + 1].start, found[end].end, "규정하다"))
    made.end, made.plain, made.future = found[end].end, False, False
    return end + 1


def bound_noun(made: Predicate, found: Sequence[Morpheme], place: int, last: int) -> int | None:
    """Take in 수 있다, 것이다, 예정이다, 것으로 보인다, 필요가 있다."""
    noun = found[place + 1].form
    after = place + 2
    particle, particle_tag = form_at(found, after, last)
    if particle_tag.startswith("J") or (particle_tag == "JKC"):
        after += 1
    verb, verb_tag = form_at(found, after, last)
    coming = found[place].form in ("ᆯ", "을")
    sort = SAID_BY_NOUN[noun]
    meant = sort == "planned" and coming and particle_tag.startswith("J")
    if meant and verb in ("있", "없") and verb_tag.startswith("V"):
        made.helpers.append(Helper(found[place + 1].start, found[after].end, noun))
        if verb == "없":
            made.helpers.append(Helper(found[after].start, found[after].end, "없다", "negation"))
        made.end, made.plain = found[after].end, False
        return after + 1
    if noun in ("수", "적", "바", "필요") or (sort == "possible" and verb_tag.startswith("V")):
        if not verb_tag.startswith("V") or verb_tag.startswith("VCP"):
            pass
        elif verb in ("있", "없") or (noun not in ("수", "적", "바") and verb in WEIGHED):
            if sort:
                made.helpers.append(Helper(found[place + 1].start, found[after].end, noun))
            if verb == "없":
                made.helpers.append(
                    Helper(found[after].start, found[after].end, "없다", "negation")
                )
            made.end, made.plain = found[after].end, False
            return after + 1
    if verb_tag.startswith("VCP") and not particle_tag.startswith("J"):
        if (noun == "것" and coming) or noun == "터":
            made.future = True
        elif sort:
            made.helpers.append(Helper(found[place + 1].start, found[place + 1].end, noun))
        made.past = made.past or found[place].form in ("ᆫ", "은")
        made.end, made.plain, made.copular = max(made.end, found[after].end), False, True
        return after + 1
    if noun in ("듯", "것") and verb_tag in ("XSA", "VX"):
        made.helpers.append(Helper(found[place + 1].start, found[after].end, "듯하다"))
        made.end, made.plain = found[after].end, False
        return after + 1
    if noun == "것" and particle in ("으로", "로"):
        return _told_as(made, found, place, after, last)
    return None


def _told_as(
    made: Predicate, found: Sequence[Morpheme], place: int, after: int, last: int
) -> int | None:
    """것으로 보인다, 것으로 알려졌다: nobody is named who says so."""
    verb, tag = form_at(found, after, last)
    sort = SAID_BY_VERB.get(verb)
    if sort is None:
        return None
    end = after + 1
    if tag.startswith("N"):
        form, made_tag = form_at(found, end, last)
        if form != "되" or not made_tag.startswith("XSV"):
            return None
        end += 1
    elif verb in ("전하", "밝히"):
        form, _ = form_at(found, end + 1, last)
        if form != "지":
            return None
        end += 2
    name = {
        "assessed": "것으로 보이다",
        "possible": "것으로 전망되다",
        "reported": "것으로 알려지다",
    }
    made.helpers.append(Helper(found[place + 1].start, found[end - 1].end, name[sort]))
    made.past = made.past or found[place].form in ("ᆫ", "은")
    made.end, made.plain = found[end - 1].end, False
    return end
