"""What Japanese writes at the head of a caption, a byline, a list of notes or a field."""

from foedus.reading.passages import SegmentWords

__all__ = ["SEGMENT_WORDS"]

SEGMENT_WORDS = SegmentWords(
    notes=r"(?:脚)?注|注釈|出典|参考文献|文献",
    caption=r"写真|図\s?\d*|表\s?\d*|地図|画像|イラスト|撮影",
    byline=r"文|文責|執筆|取材|記者|著者?",
    field=r"(?:公開|更新|作成|発行|発表|掲載)(?:日|日時|年月日)|日付|著者名?|執筆者|キーワード|タグ|カテゴリー?|分類|出典|出所|リンク|URL",
    biography=r"(?!)",
    months=r"(?:1[0-2]|[1-9])月",
    abbreviations=r"(?!)",
)
