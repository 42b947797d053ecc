"""Names of actors inside Korean compounds: 한미일, 북·중·러, 대북 제재, 방미, 주한미군, 美.

One syllable stands for a state only beside another ("한미 동맹"), after 대, 방 or 주, before the
noun of an office ("미 국무부"), or as a Chinese sign. Compounds that mean something else
(중미 Central America, 남미 South America, 미소 smile, 대중 the public) need a noun beside them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Part", "compound_parts"]


class Part(NamedTuple):
    """One syllable or sign of a compound, and the actor it stands for."""

    start: int
    end: int
    actor: str


_STATES = {
    "한": "KOR",
    "미": "USA",
    "일": "JPN",
    "중": "CHN",
    "러": "RUS",
    "북": "PRK",
    "남": "KOR",
    "영": "GBR",
    "불": "FRA",
    "독": "DEU",
    "대만": "TWN",
    "인도": "IND",
    "우크라": "UKR",
    "호주": "AUS",
    "이란": "IRN",
    "소": "SUN",
    "조": "PRK",
    "베트남": "VNM",
    "이스라엘": "ISR",
    "필리핀": "PHL",
    "유럽": "EU",
    "프랑스": "FRA",
    "독일": "DEU",
    "영국": "GBR",
    "캐나다": "CAN",
    "튀르키예": "TUR",
    "폴란드": "POL",
}
_SIGNS = {
    "韓": "KOR",
    "美": "USA",
    "日": "JPN",
    "中": "CHN",
    "露": "RUS",
    "北": "PRK",
    "南": "KOR",
    "英": "GBR",
    "佛": "FRA",
    "獨": "DEU",
    "印": "IND",
    "蘇": "SUN",
    "臺": "TWN",
    "比": "PHL",
    "越": "VNM",
    "伊": "ITA",
    "濠": "AUS",
}
_OF_TIES = (
    "동맹|정상|관계|회담|연합|협력|군사|양국|외교|국방|공동|무역|갈등|경쟁|조약|전쟁|합의|대화|"
    "협상|교류|경협|밀착|국경|방위|안보|훈련|당국|장관|공조|통상|전략|핵|밀월|협의|접촉|수교|우호|"
    "삼각|해양|고위|대표|실무|상호|기술|경제|간|사이|패권|긴장|대립|분쟁|냉전|군축|"
    "불가침|선린|통화|"
    "무기|거래|군|협정|조인|국교|해군|공군|해상|공중|해병|의원|기업|이|3국|2\\+2|"
    "3자|6자|확장억제|미사일|원자력|방위비|자유무역|FTA|정부|당국자|수뇌|외무|외상|국방상"
)
_PARTICLE = "은|는|이|가|을|를|의|와|과|에|도|만|로|으로|에서|에게|및"
_END = rf"(?=$|[^\w]|(?:{_PARTICLE})(?!\w)|(?:{_OF_TIES}))"
_FOLLOWED = rf"(?=[ ]?(?:{_OF_TIES}))"
_PAIRS = (
    "한미일|한미중|한중일|한일중|북중러|북러중|미중러|중러북|한미|한일|한중|한러|한영|한불|한독|"
    "한호주|한대만|한인도|한베트남|미일|미중|미러|미영|미북|중러|중일|중북|러북|러중|러일|"
    "북러|북중|북일|북미|남북|북남|일중|일러|일미|영미|영일|영불|독불|불독|조중|조러|"
    "조소|북소|한소|"
    "일소|중소|미소|독소|미독|영독|영러|영소|불소|미한|중한|러우크라|미이란|미인도|"
    "중인도|중대만|미대만|"
    "한이스라엘|미이스라엘|미유럽|한유럽|미필리핀"
)
# These mean something else without a noun of ties after them.
_DOUBTFUL = frozenset(
    [
        "북미",
        "중소",
        "미소",
        "독소",
        "불소",
        "한소",
        "조소",
        "일소",
        "중한",
        "미한",
        "영소",
        "한중",
        "미독",
        "일미",
        "중일",
        "남북",
    ]
)
_BARE = re.compile(rf"(?<![\w])(?P<pair>{_PAIRS}){_END}")
_TIES_AFTER = re.compile(_FOLLOWED)
_UNIT = "|".join(sorted(_STATES, key=len, reverse=True))
_DOTTED = re.compile(
    rf"(?<![\w·ㆍ/-])(?:(?:{_UNIT}|[A-Z]{{2,5}})[·ㆍ‧∙・-])+(?:{_UNIT})(?=$|[^\w]|"
    rf"(?:{_PARTICLE})(?!\w)|(?:{_OF_TIES}))"
)
_PART = re.compile(_UNIT)
_ONE = "한미일중러북"
_POLICY = (
    "제재|정책|견제|수출|관세|압박|포위|억제|투자|교역|관계|외교|무역|봉쇄|지원|공격|협상|특별대표|"
    "강경|유화|규제|통제|의존|확성기|전단|방송|군사|무기|공세|억지|위협|도발|경계|조치|수입|압력|"
    "메시지|공조|전략|적대|접근|협력|인도적|식량|무력|반도체|기술|사업|감시|정찰|"
    "추가|독자|경제|전선|선전"
)
_TOWARD = re.compile(rf"(?<!\w)(?P<word>[대반])(?P<state>[미일중러북])(?=[ ]?(?:{_POLICY}))")
_SURE_TOWARD = re.compile(r"(?<!\w)대(?P<state>북)(?=\W|$)")
_VISIT = re.compile(
    rf"(?<!\w)방(?P<state>[{_ONE}영불독])(?=$|\W|[은을이의]|했|하|한|차|단|길|일정|기간|외교|중)"
)
_POSTED = re.compile(rf"(?<!\w)주(?P<state>[{_ONE}영불독])(?=[ ]?(?:미군|\w{{0,4}}대사))")
_OFFICE = re.compile(
    r"(?<!\w)(?P<state>[미중러일영불북])(?=[ ](?:국무|국방|외무|외교|외무성|대통령|"
    r"의회|정부|하원|상원|"
    r"재무|상무|행정부|총리|중앙|백악관|육군|해군|공군|해병|본토|당국|전쟁부|합참|"
    r"태평양|인도태평양|"
    r"법무|에너지|정보|특사|특별|항공모함|해안경비대|측))"
)
_ARMY = re.compile(r"(?<![\w])(?:주[한일]|전\s)?(?P<state>[미러중])(?=군(?:$|\W|[은의이을과에도]))")
_SIGN = re.compile(rf"[{''.join(_SIGNS)}]")
_OTHER_SIGN = re.compile("[\u4e00-\u9fff]")
_HANGUL = re.compile("[가-힣]")


def compound_parts(text: str) -> tuple[Part, ...]:
    """Return the parts of compounds in a `plain` text, ascending, without overlap."""
    found: list[Part] = []
    reached = 0
    for part in sorted({*_pairs(text), *_singles(text), *_signs(text)}):
        if part.start >= reached:
            found.append(part)
            reached = part.end
    return tuple(found)


def _pairs(text: str) -> Iterator[Part]:
    for match in _BARE.finditer(text):
        pair = match["pair"]
        doubtful = pair in _DOUBTFUL and pair not in ("남북", "한중", "중일")
        if doubtful and not _TIES_AFTER.match(text, match.end()):
            continue
        yield from _in(text, match.start(), match.end())
    for match in _DOTTED.finditer(text):
        yield from _in(text, match.start(), match.end())


def _in(text: str, start: int, end: int) -> Iterator[Part]:
    for one in _PART.finditer(text, start, end):
        yield Part(one.start(), one.end(), _STATES[one[0]])


def _singles(text: str) -> Iterator[Part]:
    for pattern in (_TOWARD, _SURE_TOWARD, _VISIT, _POSTED, _OFFICE, _ARMY):
        for match in pattern.finditer(text):
            place = match.start("state")
            yield Part(place, place + 1, _STATES[match["state"]])


def _signs(text: str) -> Iterator[Part]:
    """Chinese signs for states, as headlines write them."""
    for match in _SIGN.finditer(text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() :][:1]
        alone = not _is_other(before) and not _is_other(after)
        if alone and _HANGUL.search(text, max(0, match.start() - 40), match.end() + 40):
            yield Part(match.start(), match.end(), _SIGNS[match[0]])


def _is_other(sign: str) -> bool:
    return bool(_OTHER_SIGN.match(sign)) and sign not in _SIGNS
