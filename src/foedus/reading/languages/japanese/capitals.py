"""Whether a capital or a palace in a Japanese text is who acts or where things happen.

A capital acts only before は or が, or beside 政府 or 当局; before で, に or へ it is a place.
"""

import re

__all__ = ["acts"]

_FEELING = (
    r"不信|批判|圧力|依存|接近|不満|反発|配慮|警告|働き掛け|働きかけ|支持|報復|失望|打撃|影響|抗議"
)
_TO_SOMEBODY = (
    r"求め|要求|要請|通告|突きつけ|突き付け|迫っ|迫る|約束|提案|促し|促す|呼びかけ|呼び掛け|申し入れ|"
    r"申し出|供与|提供|譲歩|従っ|従う|訴え|宣戦|最後通牒|制裁|接近|頼っ|頼る|依存"
)
_ACTING = re.compile(
    r"(?:は(?!、?同市)|が|の(?:関係|対立|緊張|対話|同盟|間)|側|政府|当局|"
    r"も(?=.{0,30}(?:表明|反発|非難|支持|同意|求め))|"
    rf"への(?:{_FEELING})|に.{{0,6}}(?:{_FEELING})|に対し|に対する|に対抗|に譲歩|"
    r"を(?:さらに|強く|厳しく|公然と)?(?:非難|批判|支持|警戒|けん制|牽制|説得|威嚇|脅|支援|援助|支え|後押し|"
    r"擁護|刺激|裏切|見捨て|名指し|制裁|敵視|欺|頼)|"
    r"との?(?:[^、。でとは]{0,6})(?:関係|対話|合意|交渉|同盟|対立|協力|協議|連携|断交|和解|妥協|決別|国交|"
    r"密約|接触|外交)|"
    rf"[にへ](?!は|て|お|向|到|入|訪|着|移|戻|滞|駐|あ|い)(?:[^、。「」]{{0,12}}?)(?:{_TO_SOMEBODY})|"
    r"と(?=[ァ-ヴー一-龥]{2,8}(?:は|が|の(?:間|関係|対立|協力|同盟))))"
)
_PLACE_BEFORE = re.compile(r"(?:首都|[ァ-ヴー])$")


def acts(text: str, start: int, end: int, city: bool) -> bool:
    """Whether the capital or palace between two characters acts."""
    if not city:
        return True
    if _PLACE_BEFORE.search(text, max(0, start - 2), start):
        return False
    return _ACTING.match(text, end) is not None
