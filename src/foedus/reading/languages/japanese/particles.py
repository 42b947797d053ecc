"""What the particles after a Japanese noun make of it: a relation, and the English marker for it.

An oblique has the English word for what its particles say, so that the roles of the lexicon are
those of every language (`lexicon/roles.toml`).
"""

__all__ = ["CASES", "TIME_NOUNS", "case_of"]

CASES: dict[str, tuple[str, str | None]] = {
    "が": ("subject", None),
    "は": ("topic", None),
    "も": ("topic", None),
    "を": ("object", None),
    "をも": ("object", None),
    "に": ("oblique", "to"),
    "にも": ("oblique", "to"),
    "には": ("oblique", "to"),
    "へ": ("oblique", "to"),
    "へは": ("oblique", "to"),
    "へも": ("oblique", "to"),
    "への": ("oblique", "to"),
    "の": ("possessor", None),
    "と": ("oblique", "with"),
    "とは": ("oblique", "with"),
    "とも": ("oblique", "with"),
    "との": ("oblique", "with"),
    "とともに": ("oblique", "with"),
    "と共に": ("oblique", "with"),
    "とで": ("oblique", "with"),
    "から": ("oblique", "from"),
    "からの": ("oblique", "from"),
    "からは": ("oblique", "from"),
    "からも": ("oblique", "from"),
    "より": ("oblique", "from"),
    "で": ("oblique", "in"),
    "では": ("oblique", "in"),
    "でも": ("oblique", "in"),
    "での": ("oblique", "in"),
    "まで": ("oblique", "until"),
    "までに": ("oblique", "until"),
    "までの": ("oblique", "until"),
    "において": ("oblique", "in"),
    "における": ("oblique", "in"),
    "にて": ("oblique", "in"),
    "に対し": ("oblique", "to"),
    "に対して": ("oblique", "to"),
    "に対しても": ("oblique", "to"),
    "に対しては": ("oblique", "to"),
    "に対する": ("oblique", "to"),
    "にたいし": ("oblique", "to"),
    "にたいする": ("oblique", "to"),
    "に向け": ("oblique", "toward"),
    "に向けて": ("oblique", "toward"),
    "に向けた": ("oblique", "toward"),
    "に向かって": ("oblique", "toward"),
    "について": ("oblique", "about"),
    "についての": ("oblique", "about"),
    "についても": ("oblique", "about"),
    "については": ("oblique", "about"),
    "に関し": ("oblique", "about"),
    "に関して": ("oblique", "about"),
    "に関する": ("oblique", "about"),
    "をめぐり": ("oblique", "about"),
    "をめぐって": ("oblique", "about"),
    "をめぐる": ("oblique", "about"),
    "を巡り": ("oblique", "about"),
    "を巡って": ("oblique", "about"),
    "を巡る": ("oblique", "about"),
    "によって": ("agent", None),
    "により": ("agent", None),
    "による": ("oblique", "by"),
    "によると": ("oblique", "according"),
    "によれば": ("oblique", "according"),
    "によりますと": ("oblique", "according"),
    "として": ("oblique", "as"),
    "としては": ("oblique", "as"),
    "としての": ("oblique", "as"),
    "のために": ("oblique", "for"),
    "のため": ("oblique", "for"),
    "のための": ("oblique", "for"),
    "を通じ": ("oblique", "through"),
    "を通じて": ("oblique", "through"),
    "を通じた": ("oblique", "through"),
    "を受け": ("oblique", "after"),
    "を受けて": ("oblique", "after"),
    "を含む": ("oblique", "including"),
    "をはじめ": ("oblique", "including"),
    "をはじめとする": ("oblique", "including"),
    "など": ("oblique", None),
}
"""Particles after a noun, put together, as relation and marker; topic is decided by the clause."""

_FILLERS = frozenset({"など", "等", "ら", "たち", "達", "のみ", "だけ", "さえ", "こそ", "ばかり"})

TIME_NOUNS = frozenset(
    {"年", "月", "日", "時", "分", "週", "世紀", "年度", "年代", "今年", "昨年", "去年", "来年"}
    | {"今月", "先月", "来月", "今週", "先週", "来週", "今日", "昨日", "明日", "同日", "翌日"}
    | {"前日", "年内", "年末", "年初", "月末", "春", "夏", "秋", "冬", "朝", "夜", "午前", "午後"}
    | {"後", "前", "以降", "以来", "以後", "当時", "現在", "最近", "今回", "今後", "将来", "同年"}
    | {"明年"}
    | {"翌年", "同月", "翌月", "間", "上旬", "中旬", "下旬", "半ば", "初め", "末", "未明", "夕方"}
    | {"一昨年", "再来年", "当日", "翌朝", "昨秋", "昨春", "昨夏", "昨冬", "来春", "来秋", "来夏"}
)
"""Nouns that say when: what they head is no argument."""


def case_of(particles: list[str]) -> tuple[str, str | None] | None:
    """Return the relation and marker for the particles after a noun; None when they say nothing."""
    said = "".join(particle for particle in particles if particle not in _FILLERS)
    found = CASES.get(said)
    if found is not None or not said:
        return found
    for ending in ("は", "も", "の", "、"):
        if said.endswith(ending) and said[: -len(ending)] in CASES:
            return CASES[said[: -len(ending)]]
    return next(
        (CASES[said[:size]] for size in range(len(said), 0, -1) if said[:size] in CASES), None
    )
