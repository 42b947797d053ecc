"""Whether a capital or a palace acts (모스크바는 거부했다) or only places (모스크바에서 회담)."""

import re

__all__ = ["acts"]

_ACTING = re.compile(
    r"(?:은|는|이|가|도|측|당국|정부|의\s(?:입장|태도|정책|의도|지원|압박|반응|대응|"
    r"제안|요구|전략|외교|결정)|과\s|와\s|에\s(?:대한|대해|맞서|"
    r"요구|촉구|경고|전달|제안|통보|항의|압력|압박)|을\s(?:비판|비난|압박|설득|겨냥|"
    r"지지|상대|향해)|를\s(?:비판|비난|압박|설득|겨냥|지지|상대|향해)|"
    r"[·,]|\s?간(?=\s|의))"
)
_PLACING = re.compile(
    r"(?:에서|에\s(?:도착|있|위치|머|주재|본부|모|사는|거주)|으로|로\s|까지|발\s?\(|"
    r"[=(]|\s?(?:시내|공항|시민|주재|외곽|인근|근교|회담|회의|"
    r"정상회담|협정|조약|선언|의정서|대학|특파원|연합뉴스|지역|주\s|시\s|거리|중심|"
    r"교외|북부|남부|동부|서부|상공|현지|올림픽|협약|합의|"
    r"체제|구상|프로세스|컨센서스|광장|AFP|타임스|포스트|DC|D\.C)|을\s(?:방문|떠|찾|"
    r"거쳐|출발|점령|함락|폭격|공격|포격|공습)|"
    r"를\s(?:방문|떠|찾|거쳐|출발|점령|함락|폭격|공격|포격|공습))"
)
_DATELINE = re.compile(r"^\s?[(\[]?\w{0,6}[=)]")
_REACH = 16


def acts(text: str, start: int, end: int, city: bool = True) -> bool:
    """Return whether the city, or the palace, at these characters stands for its government."""
    after = text[end : end + _REACH]
    if not city:
        return not re.match(r"\s?(?:앞|인근|광장)", after)
    if _PLACING.match(after) or (text[max(0, start - 1) : start] in ("(", "[") and "=" in after):
        return False
    return _ACTING.match(after) is not None
