"""Forms of French verbs that the parser's lemmatizer does not always know."""

from collections.abc import Iterable

__all__ = ["past_participles", "simple_past", "simple_present"]


def simple_past(infinitives: Iterable[str]) -> dict[str, str]:
    """Return the third persons of the simple past of verbs of the first two groups, by form.

    Only forms that are nothing else: those of the second group are also a present.
    """
    forms: dict[str, str] = {}
    for verb in infinitives:
        if not verb.endswith("er") or " " in verb:
            continue
        stem = verb[:-2]
        soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
        forms.setdefault(soft + "a", verb)
        forms.setdefault(stem + "èrent", verb)
    return forms


def simple_present(infinitives: Iterable[str]) -> dict[str, str]:
    """Return the third persons of the present of verbs in -er, by form; many are nouns too."""
    forms: dict[str, str] = {}
    for verb in infinitives:
        if verb.endswith("er") and " " not in verb:
            forms.setdefault(verb[:-1], verb)
            forms.setdefault(verb[:-1] + "nt", verb)
    return forms


_ENDINGS = (
    ("enir", "enu"), ("cevoir", "çu"), ("prendre", "pris"), ("mettre", "mis"), ("clure", "clu"),
    ("uire", "uit"), ("crire", "crit"), ("dire", "dit"), ("dre", "du"), ("pre", "pu"),
    ("battre", "battu"), ("oir", "u"), ("er", "é"), ("ir", "i"),
)  # fmt: skip


def past_participles(infinitives: Iterable[str]) -> dict[str, str]:
    """Return the past participles of regular verbs and families of verbs, by form."""
    forms: dict[str, str] = {}
    for verb in infinitives:
        ending = next((pair for pair in _ENDINGS if verb.endswith(pair[0])), None)
        if ending is not None and " " not in verb:
            stem = verb.removesuffix(ending[0]) + ending[1]
            plural = "" if stem.endswith("s") else "s"
            for suffix in ("", "e", plural, "es"):
                forms.setdefault(stem + suffix, verb)
    return forms
