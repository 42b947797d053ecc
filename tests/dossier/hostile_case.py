"""The made-up case as an enemy would send it: markup, scripts and traps wherever words come in."""

import copy
from typing import Any

from foedus.dossier.material import Material
from tests.dossier import made_case

SCRIPT = "<script>window.pwned = 1; alert(1)</script>"
BREAKOUT = '"><img src=x onerror="window.pwned = 1; alert(2)">'
END = "</script></style></title><svg onload=window.pwned=1>\u2028{{ 7 * 7 }}{% raw %}"
TRAPS = (SCRIPT, BREAKOUT, END)


def hostile_material() -> Material:
    trap = " ".join(TRAPS)
    texts = copy.deepcopy(made_case.documents())
    for row in texts:
        row["title"] = f"{trap} {row['name']}"
        row["name"] = f"{trap}{row['name']}"
        row["publisher"] = trap
        row["authors"] = [trap, "'; DROP TABLE documents; --"]
        row["url"] = "javascript:window.pwned=1"
        row["language"] = 'en" onmouseover="window.pwned=1' if row["kind"] == "text" else "en"
        row["text"] = f"{row['text']}\n{trap}\n"
    said = made_case.assertions()
    for number, row in enumerate(said):
        text = next(each["text"] for each in texts if each["document"] == row["document"])
        start = text.rindex(TRAPS[number % 3])
        row |= {
            "start": start,
            "end": start + len(TRAPS[number % 3]),
            "quote": TRAPS[number % 3],
            "speaker": trap,
            "speaker_role": trap,
            "place": trap,
            "day_words": trap,
            "quantity_words": trap,
            "quantity_low": 3.0,
            "quantity_of": trap,
            "read_by": trap,
            "rule": trap,
            "mode": trap,
        }
    said[0]["initiator"] = ["BEL", "PRT", BREAKOUT]
    works: list[dict[str, Any]] = [
        made_case.WORKS[0]
        | {"title": trap, "authors": [trap], "publisher": trap, "url": "data:text/html,<script>"}
    ]
    faults = [made_case.FAULTS[0] | {"audit": trap, "explanation": trap, "quote": trap}]
    judged = [
        {
            "judgement": "j-1",
            "verdict": "translated",
            "assertions": ["a-01", "a-03"],
            "by": trap,
            "on": None,
            "why": trap,
        }
    ]
    return made_case.material(
        documents=texts, assertions=said, works=works, faults=faults, judgements=judged
    )
