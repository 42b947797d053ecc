"""The Ukrainian words beside a name that only looks like an actor's."""

import re

from foedus.reading.mention_words import MentionWords

__all__ = ["MENTION_WORDS"]

_NEVER = re.compile(r"(?!)")
MENTION_WORDS = MentionWords(
    # A name that is another word too ("Того", "Малі") is one only inside a sentence.
    article=re.compile(r"[а-яіїєґ,»-] $"),
    article_needed=True,
    geographic_before=_NEVER,
    geographic_after=re.compile(
        r"^\s(?:узбережж|берег|частин|кордон|фронт|схил|район|регіон|област|провінці|Україн|Сибір|"
        r"Африк|Азі|Європ|Німеччин|передміст|околиц|вітер|вітр|напрям|півкул|рубеж|рубіж|"
        r"Середземномор)"
    ),
    tongue_before=_NEVER,
    tongue_end=re.compile(""),
    tongue_noun=re.compile(
        r"\s(?:мов[аиуою]|літератур|кухн|переклад|слов[оа]\b|прислів|акцент|алфавіт|граматик|музик|"
        r"балет|рулетк)"
    ),
    council_after=re.compile(
        r"^\s(?:[Фф]едерації|[Мм]іністрів|[Бб]езпеки (?:РФ|Росії)|депутатів|директорів)"
    ),
    official=re.compile(
        r"(?:Республік[аиоую]+|Королівств[оаоуі]м?|Держав[аиуою]+|Князівств[оаоуі]м?) "
        r"(?!Коре|Конго|Сербськ|Кіпр\b|Молдов)"
    ),
)
