"""By which rule ties between states are drawn, and how far each source reaches, in words."""

from foedus.dossier.words import bloc_sentences as told
from foedus.relations.structure.quarrels import Source
from foedus.relations.structure.tie_rules import TieRule
from foedus.treaties.words import Words

__all__ = ["in_language", "joined", "percent", "rule_words", "source_parts"]


def rule_words(rule: TieRule, language: str) -> str:
    """Return by which rule ties are drawn, in one sentence."""
    against = ", ".join(
        in_language(language, told.AGAINST[name], hostility=rule.hostility, years=rule.years)
        for name in rule.against
    )
    parts = (
        in_language(language, told.BY[rule.by]),
        in_language(language, told.NEGATIVE, against) if against else "",
        in_language(language, told.BOTH[rule.both]),
        in_language(language, told.POSSIBLE if rule.possible else told.CERTAIN),
    )
    return ("\u00a0; " if language == "fr" else "; ").join(filter(None, parts)) + "."


def source_parts(source: Source, language: str) -> tuple[str, ...]:
    """Return the name of a source with its release, and the years it covers or how to get it."""
    name = in_language(language, told.SOURCES[source.name])
    if not source.held:
        how = "not built" if source.name == "events" else "not held"
        return name, in_language(language, told.REACH[how], dataset=source.dataset)
    if source.release and source.name != "register":
        name = f"{name} {source.release}"
    first, last = source.covers
    if not (first or last):
        return (name,)
    return name, in_language(language, told.COVERS, first=first or "…", last=last or "…")


def joined(language: str, head: str, *body: str) -> str:
    """Return a head and what is said of it, with the punctuation of the language."""
    colon, semicolon = ("\u00a0: ", "\u00a0; ") if language == "fr" else (": ", "; ")
    return colon.join(filter(None, (head, semicolon.join(filter(None, body)))))


def in_language(language: str, words: Words, *values: object, **named: object) -> str:
    """Return words with their places filled, in French with its no-break spaces."""
    said = words.said(language).format(*values, **named)
    if language != "fr":
        return said
    for sign in (" :", " ;", " »"):
        said = said.replace(sign, f"\u00a0{sign[1]}")
    return said.replace("« ", "«\u00a0")


def percent(share: float, language: str, places: int = 0) -> str:
    """Return a share in hundredths: "64 %", with a no-break space and the decimal sign."""
    said = f"{100 * share:.{places}f}\u00a0%"
    return said.replace(".", ",") if language == "fr" else said
