"""The Korean calendar: the patterns of its temporal expressions, and what gives each its day."""

import re

from foedus.reading.languages.korean import days, stretches
from foedus.reading.languages.korean.anchor import Value
from foedus.reading.languages.korean.days import DEICTICS, TOLD_DAYS, YEARS
from foedus.reading.languages.korean.stretches import NATIVE_DAYS

__all__ = ["RULES"]


_Y = r"(?P<year>(?:1\d|20|21)\d\d)\s?년"
_M = r"(?P<month>1[0-2]|0?[1-9])\s?월"
_D = r"(?P<day>3[01]|[12]\d|0?[1-9])\s?일"
_NO_LENGTH = (
    r"(?!\s?(?:간|동안|째|만에|이내|연속|여|치|분의|씩|정도|가량|후|뒤|전(?![가-힣])|째|차(?!관)))"
)
_EDGE = r"(?<![\w.,])"
_PART_ = (
    r"(?:\s?(?:초순|중순|하순|초반|중반|후반|초여름|초봄|초|말)(?=$|[\W에부까의께을를은는이]))?"
)
_YEAR_TURN = "|".join(sorted((k for k in YEARS if k != "올"), key=len, reverse=True))
_COUNT = (
    r"(?P<count>\d[\d,]*(?:\.\d+)?|몇|수십|수백|수천|수|여러|[한두세네]|다섯|여섯|"
    r"일곱|여덟|아홉|열|[일이삼사오육칠팔구십백천]+)"
)
_NATIVE = "|".join(sorted(NATIVE_DAYS, key=len, reverse=True))
_WEEK = "[월화수목금토일]"
_OF_PARTICLE = r"(?=$|[^가-힣]|[은는이가을를의에로도과와만엔]|부터|까지|께|경|쯤|간|이나)"

RULES: tuple[tuple[str, re.Pattern[str], Value], ...] = tuple(
    (kind, re.compile(pattern), value)
    for kind, pattern, value in (
        ("date", rf"{_EDGE}(?:지난\s|오는\s)?{_Y}\s?{_M}\s?{_D}", days.full),
        ("date", rf"{_EDGE}(?:지난\s|오는\s)?{_Y}\s?{_M}{_PART_}", days.full),
        (
            "date",
            rf"{_EDGE}(?:지난\s|오는\s|서기\s)?{_Y}(?:도)?(?!\s?(?:간|동안|째|만에|"
            rf"이상|여))(?![대])"
            rf"{_PART_}",
            days.full,
        ),
        (
            "date",
            r"(?<![\w])[’'‘`](?P<year>\d\d)\s?년(?:\s?(?P<month>1[0-2]|0?[1-9])\s?월)?"
            r"(?:\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?일)?",
            days.full,
        ),
        (
            "date",
            rf"{_EDGE}(?P<year>(?:1\d|20)\d\d)[./-]\s?(?P<month>1[0-2]|0?[1-9])[./-]\s?"
            r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)",
            days.full,
        ),
        ("date", r"(?<=\()(?P<year>(?:1[5-9]|20)\d\d)(?=[)∼~–-])", days.full),
        ("date", r"(?<=[∼~–-])(?P<year>(?:1[5-9]|20)\d\d)(?=\))", days.full),
        (
            "date",
            rf"{_EDGE}\d\d년도?(?:\s?{_M})?(?:\s?{_D})?(?=$|[\s,.)"
            rf"부까에의은는이가을를∼~작생산형판])",
            stretches.none,
        ),
        (
            "date",
            r"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)(?=시즌|학년도|회계연도|년작|"
            r"\s(?:시즌|학년도|[가-힣A-Z]{2,}(?<!만원)))"
            r"(?!\s(?:여|명|개|건|원|만|억|달러|대의|척|발|톤|미터|킬로|배럴|가구|병|"
            r"군데|곳|인|마리|장|권|편|회))",
            days.full,
        ),
        (
            "date",
            rf"(?<![가-힣\d])(?P<turn>{_YEAR_TURN})(?:\s?{_M}(?:\s?{_D})?)"
            rf"?{_PART_}",
            days.of_year,
        ),
        ("date", rf"(?<![가-힣\d])(?P<turn>올)\s{_M}(?:\s?{_D})?{_PART_}", days.of_year),
        (
            "date",
            rf"(?<![가-힣\d])(?P<turn>지지난\s?달|지난\s?달|이번\s?달|이달|다음\s?달|"
            rf"내달|같은\s?달|그달|전월|금월)"
            rf"(?:\s?{_D}{_NO_LENGTH})?{_PART_}",
            days.of_month,
        ),
        (
            "date",
            rf"(?<![\d가-힣.,])(?:(?P<turn>지난|오는|올)\s)?(?:(?:{_Y}\s?)?{_M}\s?)?"
            rf"(?P<first>[12]\d|3[01]|[1-9])\s?[~∼〜–-]\s?{_D}{_NO_LENGTH}",
            days.from_to,
        ),
        ("date", rf"(?<![\d가-힣.])(?:(?P<turn>지난|오는|올)\s)?{_M}\s?{_D}", days.nearest),
        (
            "date",
            rf"(?<![\d가-힣.])(?:(?P<turn>지난|오는|올)\s)?{_M}(?!\s?\d{{1,2}}\s?일)"
            rf"{_PART_}",
            days.nearest,
        ),
        (
            "date",
            rf"(?<![\d가-힣.,])(?:(?P<turn>지난|오는)\s)?{_D}{_NO_LENGTH}(?![가-힣]"
            rf"(?<![은는이가을를의에로도과와부까만밤께새오저경자]))",
            days.nearest,
        ),
        (
            "date",
            rf"(?<![가-힣])(?P<word>{'|'.join(DEICTICS)})(?=$|[^가-힣]|"
            rf"[은는이의도과와]|부터|까지|날|밤|자|내일)",
            days.deictic,
        ),
        (
            "date",
            rf"(?<![가-힣])(?P<word>{'|'.join(sorted(TOLD_DAYS, key=len, reverse=True))})"
            rf"{_OF_PARTICLE}",
            days.told_day,
        ),
        (
            "date",
            rf"(?<![가-힣\d])(?:약\s|불과\s)?(?:{_COUNT}\s?(?:여\s?)?(?P<unit>년|해|"
            rf"개월|달|주일|주|일)|(?P<days>{_NATIVE}))"
            r"\s?(?P<side>전|뒤|후)(?![가-힣](?<![에의인까부은는]))",
            stretches.distance,
        ),
        (
            "date",
            rf"{_EDGE}(?:(?:{_Y}|(?P<turn>지난해|작년|올해|올|내년|지난|오는|이번))"
            rf"\s?)?(?:초|늦)?"
            rf"(?P<season>봄|여름|가을|겨울)(?:철)?{_OF_PARTICLE}",
            stretches.season,
        ),
        (
            "date",
            rf"{_EDGE}(?:(?:{_Y}|(?P<turn>지난해|작년|올해|올|내년))\s?)"
            rf"?(?:(?P<half>[상하])반기|"
            r"(?P<quarter>[1-4])\s?[/·]?\s?4?\s?분기)",
            stretches.half,
        ),
        (
            "date",
            rf"(?<![가-힣])(?P<turn>지지난|지난|이번|금|다음|내|차)"
            rf"\s?주(?:\s?(?P<weekday>{_WEEK})요일)?"
            rf"{_PART_}(?:말)?{_OF_PARTICLE}",
            stretches.week,
        ),
        (
            "date",
            rf"(?<![가-힣])(?:(?P<turn>지난|오는)\s)?(?P<weekday>{_WEEK})요일",
            stretches.weekday,
        ),
        (
            "date",
            r"(?<![\d가-힣])(?P<decade>(?:1\d|20)\d0|\d0)\s?년대(?:\s?(?:초반|중반|"
            r"후반|초|말))?",
            stretches.decade,
        ),
        (
            "date",
            r"(?<![\d가-힣])(?:기원전\s)?(?:(?P<rank>\d{1,2})|(?P<turn>지난|이번|금|"
            r"다음)\s?)세기"
            r"(?:\s?(?:초반|중반|후반|초|말))?",
            stretches.century,
        ),
        (
            "date",
            rf"(?<![가-힣])(?:최근|현재|당시|과거|향후|요즘|연초|연말|연내|월초|월말|"
            rf"주말|평일|휴일|금주|내주|"
            rf"근래|근년|조만간|이번 주말|지난 주말){_OF_PARTICLE}",
            stretches.none,
        ),
        (
            "date",
            r"(?<![가-힣])(?:삼일절|광복절|개천절|한글날|제헌절|현충일|추석|설날|설|"
            r"크리스마스|성탄절|"
            r"부활절|신년|새해|정초|라마단|춘제|춘절)(?=$|[^가-힣]|"
            r"[은는이가을를의에과와]|연휴)",
            stretches.none,
        ),
        (
            "duration",
            rf"(?<![\w])(?:약\s|불과\s|최소\s|최대\s|지난\s|향후\s|앞으로\s|"
            rf"최근\s)?{_COUNT}\s?(?:여\s?)?"
            r"(?P<unit>개월|년|주일|주|달|일|해|세기)(?:여)?(?:\s?(?:간|동안|째|"
            r"만|이상|이내|가까이|넘게|가량|정도))?"
            r"(?=$|[^가-힣]|[은는이가을를의에로도과와엔형중]|간|만에|부터|까지|"
            r"치|짜리|여|차|물|씩|임기|연속|뒤|전|후|쯤|안)",
            stretches.none,
        ),
        (
            "duration",
            rf"(?<![가-힣])(?:지난\s)?(?:{_NATIVE}|며칠|반년|일주일|한나절|반나절|"
            rf"한평생|평생|"
            r"한동안|오랫동안|장기간|단기간|1세기|한세월|하룻밤)(?:\s?(?:간|동안|"
            r"째|만|여|이상))?"
            r"(?=$|[^가-힣]|[은는이가을를의에로도과와]|밤|치|짜리|씩|간|부터|"
            r"까지|쯤|빨리)",
            stretches.none,
        ),
        (
            "duration",
            r"(?<![\w])(?:제?\d+|[한두])\s?(?:주년|주기)(?=$|[^가-힣]|"
            r"[은는이가을를의에로도과와])",
            stretches.none,
        ),
        (
            "set",
            r"(?<![가-힣])(?:매년|매달|매월|매주|매일|매번|해마다|달마다|날마다|연례|"
            r"격년|격주|격월|연간|월간|주간|"
            r"일주일에|하루하루|하루\s(?:한|두|세)\s?번|연(?=\s?\d+회))",
            stretches.none,
        ),
        (
            "time",
            r"(?<![\w])(?:(?:오전|오후|새벽|아침|저녁|밤|낮)\s?)?(?:[01]?\d|2[0-4])"
            r"\s?시(?:\s?[0-5]?\d\s?분|\s?반)?"
            r"(?:께|쯤|경)?(?![가-힣](?<![은는이가을를의에로도께쯤경부까간기정]))",
            stretches.none,
        ),
        (
            "time",
            r"(?<![가-힣])(?:오전|오후|새벽|아침|저녁|정오|자정|심야|한밤중|한낮|밤|낮)"
            r"(?=$|[^가-힣]|[은는이가을를의에로도]|부터|까지|께|쯤|중)",
            stretches.none,
        ),
        (
            "time",
            rf"(?<![\w])(?:{_COUNT}|반)\s?(?:여\s?)?(?:시간|분|초)(?:\s?\d+\s?분)"
            rf"?(?:\s?(?:간|동안|여|가량|반))?"
            r"(?=$|[^가-힣]|[은는이가을를의에로도만과와엔]|으로|후|뒤|전|대|째|짜리|"
            r"안|쯤|마다|내내|남짓)",
            stretches.none,
        ),
        ("time", r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])", stretches.none),
    )
)
"""The kind, the pattern and the value of every temporal expression."""
