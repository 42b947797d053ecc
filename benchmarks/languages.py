"""Reading in seven languages: against the bare parser, against the lexicon's size, in streams."""

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from foedus.reading import reader
from foedus.reading.languages import READ, language_of
from foedus.reading.many import Text, read, read_many
from foedus.reading.parsing import legible, parts
from foedus.reading.vocabulary import Vocabulary, vocabulary

__all__ = ["languages", "lexicons", "streams"]

OWN_TEXTS = Path(__file__).resolve().parent.parent / "tests/reading/own_texts"
_SENTENCES = 2_000
# The Japanese parser is ten times slower than the others.
_SENTENCES_JA = 500
_ENDS = "。！？" + ".!?"


def languages() -> Iterator[tuple[str, str, str]]:
    """Yield the time of reading a long text as a multiple of its bare parser's, same process."""
    for code in READ:
        bare = _bare_parser(code)
        text = _long_text(code, _SENTENCES_JA if code == "ja" else _SENTENCES)
        first = text[:2_000]
        bare(first)
        read(first, code, "2024-11-25")
        alone = _seconds(partial(bare, text))
        whole = _seconds(partial(read, text, code, "2024-11-25"))
        size = f"{len(text) / whole:,.0f} characters a second"
        yield (
            f"reading {READ[code]}, times its bare parser",
            f"{whole / alone:.2f} ({size})",
            "1.25",
        )


def lexicons() -> Iterator[tuple[str, str, str]]:
    """Yield the time of reading English with lexicons of 100 to 10,000 verbs and nouns."""
    text = _long_text("en", 400)
    whole = vocabulary("en")
    read(text, "en")
    plain = statistics.median(_seconds(partial(read, text, "en")) for _ in range(3))
    for entries in (100, 1_000, 10_000):
        reader.vocabulary = partial(_of_size, whole, entries)
        try:
            taken = statistics.median(_seconds(partial(read, text, "en")) for _ in range(3))
        finally:
            reader.vocabulary = vocabulary
        yield f"reading with a lexicon of {entries:,} words", f"{taken / plain:.2f}", "near 1"


def streams() -> Iterator[tuple[str, str, str]]:
    """Yield what two processes gain, and what four times as many documents cost in memory."""
    texts = [Text(path.read_text("utf-8"), "en") for path in sorted(OWN_TEXTS.glob("en-*.txt"))]
    many = list(islice(cycle(texts), 240))
    seconds = [_seconds(partial(_drained, many, cores)) for cores in (1, 2)]
    yield "`read_many` on two cores, times one", f"{seconds[0] / seconds[1]:.2f}", "near 2"
    few, more = (_peak_memory(number) for number in (60, 240))
    yield "memory of 240 documents, times that of 60", f"{more / few:.2f}", "near 1"


def _drained(texts: list[Text], cores: int) -> None:
    for _ in read_many(texts, processes=cores):
        pass


def _peak_memory(documents: int) -> int:
    """The most memory, in kilobytes, of a process that reads so many documents one by one."""
    program = (
        "import sys, itertools, pathlib, foedus\n"
        "from benchmarks.peaks import peak_bytes\n"
        "found = sorted(pathlib.Path(sys.argv[1]).glob('en-*.txt'))\n"
        "texts = [path.read_text('utf-8') for path in found]\n"
        "many = itertools.islice(itertools.cycle(texts), int(sys.argv[2]))\n"
        "for _ in foedus.read_many((foedus.Text(t, 'en') for t in many), processes=1): pass\n"
        "print(peak_bytes() // 1024)\n"
    )
    command = [sys.executable, "-c", program, str(OWN_TEXTS), str(documents)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _long_text(code: str, sentences: int) -> str:
    """Paragraphs of our own texts, again and again, until there are so many sentences."""
    texts = [path.read_text("utf-8") for path in sorted(OWN_TEXTS.glob(f"{code}-*.txt"))]
    paragraphs = [one for text in texts for one in text.split("\n\n") if one.strip()]
    taken, count = [], 0
    for paragraph in cycle(paragraphs):
        taken.append(paragraph)
        count += max(1, sum(paragraph.count(end) for end in _ENDS))
        if count >= sentences:
            return "\n\n".join(taken)
    return ""


def _of_size(whole: Vocabulary, entries: int, _: str) -> Vocabulary:
    """The lexicon cut down to so many words, or filled up with words nobody writes."""
    half = entries // 2
    verbs, nouns = (dict(islice(words.items(), half)) for words in (whole.verbs, whole.nouns))
    sense = next(iter(verbs.values()))
    for number in range(half - len(verbs)):
        verbs[f"zzv{number}"] = sense
    for number in range(half - len(nouns)):
        nouns[f"zzn{number}"] = sense
    return replace(
        whole, verbs=verbs, nouns=nouns, predicative_nouns=whole.predicative_nouns | set(nouns)
    )


def _bare_parser(code: str) -> Callable[[str], object]:
    """What parses a text of this language and does nothing with it."""
    if code in ("en", "fr"):
        from foedus.reading.spacy_trees import pipeline  # noqa: PLC0415

        parser = pipeline(language_of(code).parser[1])
        return lambda text: [parser(legible(text[a:b])) for a, b in parts(text)]
    if code == "ja":
        import spacy  # noqa: PLC0415

        japanese = spacy.load("ja_ginza", exclude=["ner"])
        return lambda text: [japanese(text[a:b]) for a, b in parts(text, 10_000)]
    if code == "ko":
        from kiwipiepy import Kiwi  # noqa: PLC0415

        korean = Kiwi()
        return lambda text: [korean.tokenize(text[a:b]) for a, b in parts(text)]
    if code == "uk":
        from pymorphy3 import MorphAnalyzer  # noqa: PLC0415

        ukrainian = MorphAnalyzer(lang="uk")
        return lambda text: [ukrainian.parse(word) for word in re.findall(r"\w+", text)]
    if code == "zh":
        from jieba import posseg  # noqa: PLC0415

        chinese = posseg.POSTokenizer()
        return lambda text: [list(chinese.cut(text[a:b])) for a, b in parts(text)]
    # Russian: slovnet's tagger and parser, with the translation of their labels.
    return lambda text: sum(1 for _ in language_of(code).trees(text))


def _seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin
