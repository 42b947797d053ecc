"""A document read a second time, by a language model, stretch by stretch."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from foedus.evidence import BY_MODEL, Assertion
from foedus.reading.reading import Reading
from foedus.reading.second.answers import Answers
from foedus.reading.second.asking import Asking
from foedus.reading.second.budget import Budget
from foedus.reading.second.claims import Dropped
from foedus.reading.second.conversation import PATIENCE
from foedus.reading.second.endpoint import Endpoint
from foedus.reading.second.placing import Placing
from foedus.reading.second.question import prompt_hash, question
from foedus.reading.second.stretches import stretches
from foedus.sources.download import Patience, Progress, unwatched

__all__ = ["SecondReading", "second_reading"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """What a model read in one document, beside what the rules read.

    `dropped` counts what it said and did not bear checking, by reason. `stretches` is how many the
    text has, `kept` how many were answered from the disk, `unread` where those lie that nobody
    answered. `tokens` is None when the server did not say; `tokens_at_most` counts bytes instead
    where it did not. `stopped_because` says in words why not everything was asked, None when it
    was; `failed` tells that the server was the reason.
    """

    read_by: str
    assertions: tuple[Assertion, ...]
    dropped: Mapping[str, int]
    stretches: int
    kept: int
    unread: tuple[Span, ...]
    requests: int
    tokens: int | None
    tokens_at_most: int
    stopped_because: str | None
    failed: bool


def second_reading(
    reading: Reading,
    endpoint: Endpoint,
    *,
    budget: Budget | None = None,
    answers: Path | None = None,
    patience: Patience = PATIENCE,
    progress: Progress = unwatched,
) -> SecondReading:
    """Return what a model reads in a document the rules have read.

    The text is sent to the endpoint's address and nowhere else, one stretch at a time, as far as
    the budget goes; an endpoint without an address sends nothing. `answers` names a folder that
    keeps every usable answer: what it holds is not asked again. What comes before the first name of
    an actor is not asked about. Whatever the server does, what was read until then is returned.
    """
    asked_about = stretches(reading)
    prompt = prompt_hash()
    read_by = f"{BY_MODEL}{endpoint.model} prompt sha256:{prompt[:12]}"
    placing = Placing(reading, read_by)
    kept = Answers(answers, endpoint.model, prompt)
    found: list[Assertion] = []
    dropped: Counter[Dropped] = Counter()
    with Asking(endpoint, budget or Budget(), patience, kept) as asked:
        for done, stretch in enumerate(asked_about):
            progress(done, len(asked_about))
            claims, misshapen = asked.claims(question(reading, stretch), stretch)
            assertions, unfounded = placing.assertions(claims, stretch)
            found.extend(assertions)
            dropped.update(misshapen + unfounded)
        progress(len(asked_about), len(asked_about))
        return SecondReading(
            read_by=read_by,
            assertions=tuple(found),
            dropped={reason.value: dropped[reason] for reason in Dropped if dropped[reason]},
            stretches=len(asked_about),
            kept=asked.kept,
            unread=tuple(asked.unread),
            requests=asked.requests,
            tokens=asked.tokens,
            tokens_at_most=asked.tokens_at_most,
            stopped_because=asked.stopped_because,
            failed=asked.failed,
        )
