"""The grammatical words of Chinese, for clauses to be read out of its trees."""

import re

from foedus.reading.grammar import Grammar

__all__ = ["GRAMMAR"]


def _each(words: str, meaning: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), meaning)


GRAMMAR = Grammar(
    language="zh",
    be=frozenset({"是"}),
    chains={
        **_each("可能 或 或将 恐 恐将 有可能 很可能 也许 或许 大概 有望 考虑 据信", "possible"),
        **_each(
            "批准 参与 参加 看到 发现 表明 证明 显示 证实 确认 认为 相信 重申 下令 能 能够 可 "
            "可以 得以 继续 开始 尝试 试图 企图 寻求 力求 谋求 着手 力图 意图 争取 "
            "致力于 坚持 宣布 有能力 持续 加紧",
            "asserted",
        ),
        **_each("应 应该 应当 须 必须 需 需要 得 理应 要 有义务 有责任", "demanded"),
        **_each(
            "将 会 将会 拟 必将 即将 将要 就要 势必 势将 不得不 预计 料 料将 愿 愿意 想 欲 "
            "希望 计划 "
            "打算 准备 决定 承诺 誓言 发誓 有意 旨在 扬言 决心 期待 答应 允诺 同意 定 必定 肯定",
            "planned",
        ),
        **_each("似乎 看来 好像", "assessed"),
        **_each("停止 停 放弃", "ended"),
        **_each(
            "没有证据表明 没有证据显示 没有迹象表明 没有迹象显示 无证据表明 避免 不能 无法 "
            "无意 无意于 无权 无力 不肯 拒不 不愿意 无须 无需 "
            "不会 不应 不可能 不愿 不想 不可 不必 不需 不该 绝不会 不得 不打算",
            "denied",
        ),
    },
    demanded=frozenset(["应", "应该", "应当", "须", "必须", "需", "需要", "理应"]),
    possible=frozenset(["可能", "或", "或将", "恐"]),
    conditional_marks=(),
    future_marks=(),
    future_words=frozenset(
        ["将", "会", "将会", "必将", "即将", "拟", "将要", "就要", "势必", "势将", "料将"]
    ),
    conditional_words=frozenset(),
    reflexives=frozenset(),
    impersonal=frozenset(),
    relatives=frozenset(),
    demonstratives=frozenset(
        [
            "该",
            "此",
            "这",
            "那",
            "这些",
            "那些",
            "上述",
            "这个",
            "那个",
            "这一",
            "那一",
            "此次",
            "这次",
            "这项",
            "这种",
            "此类",
        ]
    ),
    indefinites=frozenset(["某", "某些", "一些", "若干", "任何"]),
    counts={"两": 2, "双": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7},
    never_passive=frozenset(),
    particles=False,
    plural_owners=frozenset({"他们的", "我们"}),
    occasions=frozenset(["访问", "会晤", "会谈", "峰会", "会议", "当天"]),
    places_name=re.compile(r"(?:在|于)$"),
    drops_subjects=True,
    preverbal=True,
    shares_days=True,
    spare_states=True,
    pinned_states=True,
    pivots=True,
)
