"""A Korean predicate: its stem, the auxiliaries and bound nouns after it, and how it ends.

공격하지 않을 것이라고 is the verb 공격하다, denied, in the future, opening what somebody says.
"""

from collections.abc import Sequence

from foedus.reading.languages.korean.bound_nouns import bound_noun, provided
from foedus.reading.languages.korean.helpers import Helper, Predicate, form_at
from foedus.reading.languages.korean.morphemes import Morpheme
from foedus.reading.languages.korean.word_lists import (
    ASKING,
    BESIDE,
    CARRYING,
    CONDITION,
    NEEDED,
    PLANNING,
    PURPOSE,
    QUOTING,
    QUOTING_NOUN,
    SAID_BY_NOUN,
)

__all__ = ["predicate_at"]

_ENDINGS = ("EC", "EF", "ETM", "ETN")


def predicate_at(
    text: str, found: Sequence[Morpheme], stem: int, suffix: int, last: int
) -> Predicate:
    """Return the predicate whose stem runs from one morpheme to another, its suffix if it has one.

    `last` is where the sentence ends. A noun stem with 하다, 되다 or 받다 has the lemma of 하다.
    """
    first, tail = found[stem], found[suffix]
    made = Predicate(lemma="", kind="VERB", start=first.start, end=tail.end)
    made.next = suffix + 1
    _name(text, made, found, stem, suffix)
    if made.lemma in PLANNING:
        made.helpers.append(Helper(tail.start, tail.end, "계획"))
    _go_on(text, made, found, last)
    denied = any(helper.relation == "negation" for helper in made.helpers)
    if made.lemma in NEEDED and made.link != "noun" and not denied:
        made.helpers.append(Helper(tail.start, tail.end, "필요"))
    return made


def _name(text: str, made: Predicate, found: Sequence[Morpheme], stem: int, suffix: int) -> None:
    first, tail = found[stem], found[suffix]
    noun = text[first.start : first.end] if suffix > stem else ""
    if suffix == stem + 2 and found[stem + 1].tag == "XSN":
        noun = text[first.start : found[stem + 1].end]
    if tail.tag == "VCP" and suffix > stem:
        made.lemma, bound = f"{noun}하다", found[suffix - 1]
        if SAID_BY_NOUN.get(bound.form):
            made.helpers.append(Helper(bound.start, bound.end, bound.form))
    elif tail.tag == "VCP":
        made.lemma, made.kind = "이다", "AUX"
    elif tail.tag == "VCN":
        made.lemma, made.kind = "이다", "AUX"
        made.helpers.append(Helper(tail.start, tail.end, "아니다", "negation"))
    elif noun and (tail.tag == "XSV" or tail.tag.startswith("VV")):
        made.lemma = f"{noun}하다"
        if tail.form in ("되", "받", "당하"):
            made.helpers.append(Helper(tail.start, tail.end, "되다", label="aux:pass"))
        elif tail.form == "시키":
            made.lemma = f"{noun}시키다"
    elif noun and tail.tag == "XSA":
        made.lemma, made.kind = f"{noun}{tail.form}다", "ADJ"
    else:
        made.lemma = f"{tail.form}다"
        if tail.tag.startswith("VA"):
            made.kind = "ADJ" if tail.form not in ("있", "없") else "VERB"


def _go_on(text: str, made: Predicate, found: Sequence[Morpheme], last: int) -> None:
    place = made.next
    for _ in range(24):
        if place >= last:
            break
        one = found[place]
        if one.tag == "EP":
            made.plain = False
            made.past = made.past or one.form in ("었", "았", "였", "했")
            made.future = made.future or one.form in ("겠", "으리", "리")
            made.end = max(made.end, one.end)
            place += 1
            continue
        if not one.tag.startswith(_ENDINGS):
            break
        made.end, made.ending = max(made.end, one.end), one.form
        further = _beyond(text, made, found, place, last)
        if further is None:
            made.link = _link(made, one)
            place += 1
            break
        place = further
    made.next = place


def _beyond(
    text: str, made: Predicate, found: Sequence[Morpheme], place: int, last: int
) -> int | None:
    """The place after an auxiliary that goes on with the predicate; None where it ends here."""
    one, (form, tag) = found[place], form_at(found, place + 1, last)
    if one.tag.startswith("EC"):
        beyond = provided(made, found, place, last)
        return _auxiliary(text, made, found, place, last) if beyond is None else beyond
    if one.tag.startswith("ETM") and tag.startswith("N") and form in SAID_BY_NOUN:
        return bound_noun(made, found, place, last)
    if one.tag.startswith("ETN") and one.form == "기" and form == "로":
        verb, verb_tag = form_at(found, place + 2, last)
        if verb == "하" and verb_tag.startswith("V"):
            made.helpers.append(Helper(found[place + 1].start, found[place + 2].end, "기로 하다"))
            made.end, made.plain = found[place + 2].end, False
            return place + 3
    return None


def _auxiliary(
    text: str, made: Predicate, found: Sequence[Morpheme], place: int, last: int
) -> int | None:
    one, (form, tag) = found[place], form_at(found, place + 1, last)
    if one.form == "지" and form == "못" and form_at(found, place + 2, last)[0] == "하":
        helper = found[place + 2]
        made.helpers.append(Helper(found[place + 1].start, helper.end, "않다", "negation"))
        made.end = max(made.end, helper.end)
        return place + 3
    auxiliary = tag.startswith("VX") or (
        form in ("있", "하", "되", "지", "달") and tag.startswith("V")
    )
    if not auxiliary:
        return None
    helper = found[place + 1]
    span = (one.start, helper.end)
    if one.form == "지" and form in ("않", "못하", "말", "못"):
        made.helpers.append(Helper(helper.start, helper.end, "않다", "negation"))
    elif one.form in ("어야", "아야", "여야", "어야만", "아야만") and form in ("하", "되"):
        made.helpers.append(Helper(*span, "어야 하다"))
    elif one.form in ("려고", "으려고", "려", "으려", "고자") and form in ("하", "들"):
        made.helpers.append(Helper(*span, "려고 하다"))
    elif form == "달" and one.form in ("어", "아", "여"):
        made.helpers.append(Helper(*span, "어야 하다"))
    elif form == "싶":
        made.helpers.append(Helper(*span, "고 싶다"))
    elif form == "지" and one.form in ("어", "아", "여"):
        made.lemma = f"{text[made.start : one.end]}지다"
    elif (
        (one.form in ("어", "아", "여") and form in CARRYING)
        or (one.form == "고" and form in ("있", "나", "말"))
        or (one.form in ("게",) and form in ("되", "하"))
        or (one.form == "도록" and form == "하")
    ):
        pass
    elif one.form in ("ᆯ까", "을까", "나", "는가", "ᆫ가") and tag.startswith("VX"):
        made.helpers.append(Helper(*span, "듯하다"))
    else:
        return None
    made.end = max(made.end, helper.end)
    return place + 2


def _link(made: Predicate, one: Morpheme) -> str:
    form = one.form
    if one.tag.startswith("EF"):
        return "final"
    if one.tag.startswith("ETM"):
        if form in QUOTING_NOUN:
            return "content noun"
        if form in ("ᆯ", "을"):
            made.future = True
        made.past = made.past or form in ("ᆫ", "은")
        made.plain = False
        return "noun"
    if one.tag.startswith("ETN"):
        return "nominal"
    if form in QUOTING:
        asked = form.startswith(("자", "으라")) or (
            form.startswith("라")
            and made.kind == "VERB"
            and not made.past
            and not made.future
            and not made.copular
        )
        return "ask" if asked else "content"
    if form in CONDITION or form in ASKING:
        return "if"
    if form in PURPOSE:
        return "purpose"
    return "beside" if form in BESIDE else "adverbial"
