"""Persons who speak for an actor in a Korean text, and the states that compounds name.

A person is one of the table of office-holders, or a name that stands between or before an actor's
name and an office: 리처드 말스 호주 국방장관. The first mention teaches the name for the rest.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from foedus.actors.offices import HolderName, holder_names
from foedus.reading.dictionary import Match
from foedus.reading.forms import form_matches
from foedus.reading.languages.korean.compounds import compound_parts
from foedus.reading.languages.korean.morphemes import morphemes
from foedus.reading.languages.korean.named import glued, holders, is_whole
from foedus.reading.reading import Mention
from foedus.reading.spans import Taken

__all__ = ["persons"]

_OFFICES = (
    "대통령|총리|수상|주석|국왕|왕세자|총통|국방장관|국방부 장관|국방부장관|외교장관|"
    "외무장관|외교부 장관|외교부장관|외무부 장관|"
    "국무장관|국무부 장관|재무장관|상무장관|통일부 장관|장관|외교부장|국방부장|부장|"
    "주임|외무상|국방상|외상|방위상|관방장관|방위장관|대변인|부대변인|"
    "대사|총참모장|참모총장|합참의장|합동참모의장|의장|국가안보보좌관|안보보좌관|"
    "보좌관|사무총장|집행위원장|상임의장|고위대표|외교안보 고위대표|"
    "국방차관|외무차관|외교차관|차관|부총리|부통령|국무위원장|총비서|위원장|"
    "최고지도자|사령관|총사령관|특사|특별대표|국가안보실장|안보실장|"
    "비서실장|비서관|의원|상원의원|하원의원|하원의장|국회의장|대표|장군|대장|국장|"
    "황제|차르|부장관|서기장|서기|공산당 총서기|총서기|지도자|"
    "국방부 대변인|외교부 대변인|외무부 대변인|국무부 대변인|백악관 대변인|크렘린궁 "
    "대변인|외무성 대변인|외무성 부상|부상|군사령관|해군사령관"
)
_NAME = r"(?:[가-힣]{1,7}(?:[ ·-](?=[가-힣]))?){1,4}"
_AFTER = re.compile(
    rf"^\s(?:전\s|신임\s|현\s|임시\s)?(?P<portfolio>(?:[가-힣A-Za-z·]{{1,8}}\s){{0,"
    rf"3}}?)(?P<office>{_OFFICES})(?![가-힣](?<![은는이가을를의에와과도께측님]))"
)
_OWNED = re.compile(
    rf"의\s(?P<name>(?:[가-힣]{{2,7}}\s){{1,2}}[가-힣]{{2,7}})\s(?:[가-힣]{{1,4}}\s?)?(?:{_OFFICES})"
    r"(?![가-힣](?<![은는이가을를의에와과도께측님]))"
)
_FOREIGN_NAME = re.compile(r"(?<![가-힣])((?:[가-힣]{1,6}[ ·-]){1,3}[가-힣]{1,6})\s$")
_KOREAN_NAME = re.compile(r"(?<![가-힣])([가-힣]{2,4})\s$")
_LAST_NAME = re.compile(
    r"\s(?P<name>(?:[가-힣]{2,7}[ ·]){1,2}[가-힣]{2,8}?|[가-힣]{3,4}?)(?=(?:은|는|이|"
    r"가)(?![가-힣]))"
)
_NO_NAME = re.compile(
    r"(?:^|\s)(?:[가-힣]*(?:은|는|이|가|을|를|의|에|에서|와|과|로|으로|한|된|할|하고|"
    r"며|면서|다고|라고|지난|오는|이날|최근|대해|위해|통해|그리고|"
    r"하지만|그러나|또|한편|당시|현재|정부|대표단|회담|이번|양국|오전|오후|[가-힣]+일|"
    r"[가-힣]+했다|전|현|신임|특히|이어|앞서|관련|따라|측|주재|여성|첫|"
    r"것|등|때|중|간|뒤|후|및|새|각|각각|고위|관계자|당국|해당|제))$"
)
_TEACHABLE = 2


def persons(text: str, named: Sequence[Mention], on: dt.date) -> tuple[Mention, ...]:
    """Return the persons, and the parts of compounds, of a `plain` text: ascending, apart.

    `named` are the mentions of actors by name.
    """
    parts = [Mention(one.start, one.end, one.actor, "demonym") for one in compound_parts(text)]
    taken = Taken((one.start, one.end) for one in (*parts, *named))
    parts.extend(
        _apart((Mention(a, b, form.actor, form.kind) for a, b, form in glued(text)), taken)
    )
    taken = Taken((one.start, one.end) for one in parts)
    known = list(_apart(_known(text, on), taken))
    presented = list(_apart(_presented(text, [*named, *parts]), taken))
    taught = list(_apart(_taken_up(text, presented), taken))
    taught.extend(_apart(_by_surname(text, [*known, *presented]), taken))
    taught.extend(_apart(_in_context(text), taken))
    return tuple(sorted([*parts, *known, *presented, *taught]))


def _apart(found: Iterator[Mention], taken: Taken) -> Iterator[Mention]:
    for mention in found:
        if not taken.touches(mention.start, mention.end):
            taken.add(mention.start, mention.end)
            yield mention


def _known(text: str, on: dt.date) -> Iterator[Mention]:
    matches = [one for one in holders().matches(text) if is_whole(text, one.end)]
    full = {name.person for match in matches for name in match.meanings if _is_full(name)}
    for match in matches:
        name = _meant(match, full, text, on)
        if name is not None:
            person = _full_name(name.person)
            yield Mention(match.start, match.end, name.actor, "person", person)


def _is_full(name: HolderName) -> bool:
    return " " in name.words or not name.ambiguous


def _meant(match: Match[HolderName], full: set[str], text: str, on: dt.date) -> HolderName | None:
    after = text[match.end : match.end + 24]
    if re.match(r"(?:주의|그라드|스키|주의자|대학|공항|광장)", after):
        return None
    titled = _AFTER.match(after) is not None
    names = [one for one in match.meanings if not one.ambiguous or one.person in full or titled]
    names = [one for one in names if one.person in full] or names
    names = [one for one in names if one.may_mean_on(on)] or names
    if len({one.person for one in names}) != 1:
        return None
    return names[-1]


@cache
def _full_name(person: str) -> str:
    own = [name.words for name in holder_names("ko") if name.person == person]
    return max(own, key=len) if own else person


def _presented(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Names before an actor's name and an office, between them, or after both.

    리처드 말스 호주 국방장관, 호주의 리처드 말스 국방장관, 호주 국방장관 리처드 말스.
    """
    for mention in sorted(named):
        owned = _OWNED.match(text, mention.end)
        if owned is not None and _are_names(owned["name"].split(" ")):
            start, end = owned.span("name")
            yield Mention(start, end, mention.actor, "person", owned["name"])
            continue
        after = _AFTER.match(text[mention.end : mention.end + 40])
        if after is None:
            continue
        before = text[max(0, mention.start - 32) : mention.start]
        name = _name_before(before)
        if name is not None:
            end = mention.start - 1
            start = end - len(name)
            yield Mention(start, end, mention.actor, "person", name)
            continue
        begin = mention.end + after.end("office")
        last = _LAST_NAME.match(text, begin)
        if last is not None and not any(_NO_NAME.search(one) for one in last["name"].split(" ")):
            start, end = last.span("name")
            yield Mention(start, end, mention.actor, "person", last["name"])


def _name_before(before: str) -> str | None:
    foreign = _FOREIGN_NAME.search(before)
    if foreign is not None:
        words = foreign[1].split(" ")
        while words and _NO_NAME.search(words[0]):
            words.pop(0)
        plain = not any(_NO_NAME.search(word) for word in words)
        if len(words) > 1 and (plain or _is_made_of_names(words)):
            return " ".join(words)
        if len(words) == 1 and len(words[0]) >= _TEACHABLE and not _NO_NAME.search(words[0]):
            return words[0]
        return None
    single = _KOREAN_NAME.search(before)
    if single is not None and not _NO_NAME.search(single[1]):
        return single[1]
    return None


def _is_made_of_names(words: list[str]) -> bool:
    """Whether words, of which the last may seem to end in a particle, are the parts of a name.

    레오 바르가, where the parser knows no common noun; of a state there is none among them.
    """
    opening = any(_NO_NAME.search(word) for word in words[:-1])
    return not opening and words[-1][-1] in _NAME_ENDINGS and _are_names(words)


def _are_names(words: list[str]) -> bool:
    """Whether the parser knows no common noun, and the table no actor, among some words."""
    if not all(len(word) > 1 for word in words):
        return False
    written = " ".join(words)
    if any(match.meanings for match in form_matches(written, "ko")):
        return False
    try:
        nouns = [one for one in morphemes(written) if not one.tag.startswith("J")]
    except ImportError:  # names are found without the parser too
        return False
    return len(nouns) == len(words) and all(one.tag == "NNP" for one in nouns)


_NAME_ENDINGS = "가로이와도한의"


def _taken_up(text: str, presented: Sequence[Mention]) -> Iterator[Mention]:
    """Later mentions of those presented, by full name or by last name before a title."""
    for one in presented:
        full = text[one.start : one.end]
        last = re.split(r"[ ·]", full)[-1]
        for words in dict.fromkeys((full, last)):
            if len(words) < _TEACHABLE:
                continue
            for match in re.finditer(rf"(?<![가-힣]){re.escape(words)}", text):
                after = text[match.end() : match.end() + 12]
                titled = re.match(rf"\s?(?:{_OFFICES}|은|는|이|가|도)", after)
                if words == full or titled:
                    yield Mention(match.start(), match.end(), one.actor, "person", full)


def _by_surname(text: str, people: Sequence[Mention]) -> Iterator[Mention]:
    """Later mentions by surname and title: 윤 대통령, after 윤석열."""
    named: dict[str, Mention] = {}
    for one in people:
        name = text[one.start : one.end]
        if 2 <= len(name) <= _LONGEST_EAST_ASIAN and " " not in name:
            named.setdefault(name[0], one)
    for match in re.finditer(rf"(?<![가-힣])(?P<surname>[가-힣])(?=\s(?:{_OFFICES}))", text):
        first = named.get(match["surname"])
        if first is not None and first.start < match.start():
            yield Mention(match.start(), match.end(), first.actor, "person", first.person)


def _in_context(text: str) -> Iterator[Mention]:
    """Names that are mostly other words, where the words around them leave no doubt."""
    for words, actor, pattern, sure in _DOUBTFUL_NAMES:
        everywhere = sure.search(text) is not None
        found = rf"(?<![가-힣]){words}(?={_PARTICLE_NEXT})" if everywhere else pattern
        for match in re.finditer(found, text):
            yield Mention(match.start(), match.start() + len(words), actor, "name")


_LONGEST_EAST_ASIAN = 4
_PARTICLE_NEXT = r"[은이과의에도을]|군|\s?(?:정부|군부|내전|반군|외무|대통령|국왕|술탄)|,|·"
_NEAR_OMAN = "카타르|바레인|예멘|이란|쿠웨이트|사우디|사우디아라비아|아랍에미리트|UAE|인도|파키스탄"
_DOUBTFUL_NAMES = (
    (
        "수단",
        "SDN",
        r"(?<![가-힣])수단(?=군(?![가-힣])|\s?(?:정부|내전|군부|반군|외무|주권|과도|신속지원군))",
        re.compile("하르툼|신속지원군|다르푸르|부르한"),
    ),
    (
        "오만",
        "OMN",
        r"(?<![가-힣])오만(?=에서|\s?(?:정부|외무|국왕|술탄)|만\s)",
        re.compile(
            rf"무스카트|(?:{_NEAR_OMAN})(?:와|과|·|,)\s?오만|오만(?:과|·|,)\s?(?:{_NEAR_OMAN})"
        ),
    ),
)
