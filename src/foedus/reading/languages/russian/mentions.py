"""The Russian words beside a name that only looks like an actor's."""

import re

from foedus.reading.mention_words import MentionWords

__all__ = ["MENTION_WORDS"]

_NEVER = re.compile(r"(?!)")
MENTION_WORDS = MentionWords(
    article=re.compile(r"$"),
    article_needed=False,
    geographic_before=_NEVER,
    geographic_after=re.compile(
        r"^\s(?:побережь|берег|част|границ|фронт|склон|район|регион|област|провинци|Украин|Сибир|"
        r"Африк|Ази|Европ|Германи|пригород|окраин|ветер|направлени|полушари|рубеж|Средиземноморь)"
    ),
    tongue_before=re.compile(r"(?!)"),
    tongue_end=re.compile(""),
    tongue_noun=re.compile(
        r"\s(?:язык|литератур|кухн|перевод|слов[оа]\b|пословиц|акцент|алфавит|грамматик|музык|"
        r"балет|рулетк)"
    ),
    council_after=re.compile(
        r"^\s(?:[Фф]едерации|[Мм]инистров|[Бб]езопасности (?:РФ|России)|депутатов|директоров)"
    ),
    official=re.compile(
        r"(?:Республик[аиеуой]+|Королевств[оаеу]м?|Государств[оаеу]м?|Княжеств[оаеу]м?) "
        r"(?!Коре|Конго|Сербск|Кипр\b)"
    ),
)
