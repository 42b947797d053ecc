"""The words of Japanese grammar that shared rules ask for."""

import re

from foedus.reading.grammar import Grammar
from foedus.reading.languages.japanese.clauses import ASKING
from foedus.reading.languages.japanese.folding import MODAL_NOUNS

__all__ = ["GRAMMAR"]

GRAMMAR = Grammar(
    language="ja",
    be=frozenset({"だ", "である", "です"}),
    chains={
        **MODAL_NOUNS,
        "べきだ": "demanded",
        "かもしれない": "possible",
        "ようだ": "assessed",
        "みられる": "assessed",
        "たい": "planned",
        "ある": "asserted",
        "決める": "planned",
        "決定する": "planned",
        "約束する": "planned",
        "確約する": "planned",
        "誓う": "planned",
        "目指す": "planned",
        "計画する": "planned",
        "検討する": "possible",
        "やめる": "ended",
        "停止する": "ended",
        "避ける": "denied",
        "できる": "asserted",
    },
    demanded=frozenset({"べきだ"}),
    possible=frozenset({"かもしれない"}),
    conditional_marks=("Mood=Pot",),
    future_marks=("Tense=Fut",),
    future_words=frozenset(),
    conditional_words=frozenset(),
    reflexives=frozenset(),
    impersonal=frozenset(),
    relatives=frozenset(),
    demonstratives=frozenset({"この", "その", "こうした", "同", "これらの", "当該", "今回の"}),
    indefinites=frozenset({"ある", "一部の", "各"}),
    counts={
        "両": 2,
        "2": 2,
        "２": 2,
        "二": 2,
        "3": 3,
        "３": 3,
        "三": 3,
        "4": 4,
        "４": 4,
        "四": 4,
        "5": 5,
    },
    never_passive=frozenset(),
    particles=False,
    bare_determiner="definite",
    head_final=True,
    drops_subjects=True,
    asking=ASKING,
    shares_days=True,
    carries_subjects=True,
    occasions=frozenset({"会談", "訪問", "会議", "席上", "機会"}),
    between_names=re.compile(r"\s*(?:、|や|と|及び|および|並びに|・|そして)\s*"),
    last_name=re.compile(r"と|や|及び|および|並びに"),
    next_item=re.compile(r"(?:や|と|及び|および)"),
)
