"""The line of every key and entry of a TOML file."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from foedus.sources.toml_lines import lines_of

TEXT = '''\
title = "a # b"  # remark
"quoted key" = 1
a.b = """
[not.a.table]
x = 1"""
list = [
  "one", # first
  ["two", "three"],

  { four = 4 },
]
[table]
key = 'literal ]'
[[many]]
id = 1
[many.inner]
deep = 1
[[many]]
id = 2
'''


def test_every_key_and_entry_has_its_line() -> None:
    assert tomllib.loads(TEXT)["many"][1]["id"] == 2
    assert lines_of(TEXT) == {
        ("title",): 1,
        ("quoted key",): 2,
        ("a", "b"): 3,
        ("list",): 6,
        ("list", 0): 7,
        ("list", 1): 8,
        ("list", 2): 10,
        ("table",): 12,
        ("table", "key"): 13,
        ("many", 0): 14,
        ("many", 0, "id"): 15,
        ("many", 0, "inner"): 16,
        ("many", 0, "inner", "deep"): 17,
        ("many", 1): 18,
        ("many", 1, "id"): 19,
    }


@given(st.text(alphabet='ab=[]{}",.\'#\n \\"1', max_size=80))
def test_no_text_stops_it(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in lines_of(text).values())
