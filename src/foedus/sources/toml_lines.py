"""The line on which each key and list entry of a TOML text stands, which tomllib does not tell."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

__all__ = ["Where", "lines_of"]

Where = tuple[str | int, ...]
"""The way down to a value: keys, and the position in a list counted from 0."""

_KEY: Final = re.compile(r"""[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*(\.?)""")
_SKIPPED: Final = re.compile(
    r'#[^\n]*|"""(?:[^\\]|\\.)*?"{3,5}|'
    r"'''.*?'{3,5}|"
    r'"(?:[^"\\\n]|\\.)*"|'
    r"'[^'\n]*'|[^\s\[\]{},#\"']+",
    re.S,
)


@lru_cache(maxsize=4)
def lines_of(text: str) -> Mapping[Where, int]:
    """Return the line, counted from 1, of every table header, key and list entry of valid TOML.

    What stands inside an inline table is not listed: it shares the line of its key or entry.
    """
    lines: dict[Where, int] = {}
    tables: Counter[Where] = Counter()
    table: Where = ()
    at, line = 0, 1
    while at < len(text):
        character = text[at]
        if character == "[":
            begin = at
            at = _end_of_line(text, at)
            table = _header(text[begin:at], tables)
            lines[table] = line
        elif character == "#":
            at = _end_of_line(text, at)
        elif character.isspace():
            line += character == "\n"
            at += 1
        else:
            key, at = _keys(text, at)
            lines.setdefault((*table, *key), line)
            end = _end_of_value(text, at + 1, line, (*table, *key), lines)
            line += text.count("\n", at, end)
            at = end
    return lines


def _header(header: str, tables: Counter[Where]) -> Where:
    several = header.startswith("[[")
    keys, _ = _keys(header, 2 if several else 1)
    where: Where = ()
    for depth, key in enumerate(keys):
        where = (*where, key)
        if several and depth == len(keys) - 1:
            tables[where] += 1
        if tables[where]:
            where = (*where, tables[where] - 1)
    return where


def _keys(text: str, at: int) -> tuple[tuple[str, ...], int]:
    keys: list[str] = []
    while found := _KEY.match(text, at):
        keys.append(next(part for part in found.groups() if part is not None))
        at = found.end()
        if not found[4]:
            break
    return tuple(keys), at


def _end_of_value(text: str, at: int, line: int, where: Where, lines: dict[Where, int]) -> int:
    """Return where the value ends, having listed the entries of a list."""
    depth, entry, expecting = 0, 0, True
    while at < len(text):
        character = text[at]
        if character == "\n" and not depth:
            return at
        if character == "," and depth == 1:
            entry, expecting = entry + 1, True
        elif depth == 1 and expecting and not character.isspace() and character not in "]#":
            lines[(*where, entry)], expecting = line, False
        depth += (character in "[{") - (character in "]}")
        skipped = _SKIPPED.match(text, at)
        end = skipped.end() if skipped else at + 1
        line += text.count("\n", at, end)
        at = end
    return at


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
