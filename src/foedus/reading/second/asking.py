"""Every stretch to its claims: from the disk where they are kept, else from the endpoint."""

from collections import Counter
from types import TracebackType
from typing import Final, Self

from foedus.reading.second.answers import Answers
from foedus.reading.second.budget import Budget
from foedus.reading.second.claims import Claim, Dropped, Unusable, claims_in
from foedus.reading.second.conversation import Conversation, Ended
from foedus.reading.second.endpoint import Endpoint
from foedus.reading.second.question import Question
from foedus.reading.second.stretches import Stretch
from foedus.sources.download import Patience

__all__ = ["Asking"]

_TRIES: Final = 2
"""How often a stretch is asked about whose answer is no reading."""
_FAILURES: Final = 3
"""After so many stretches in a row without a usable answer no other is asked about."""

Claims = tuple[tuple[Claim, ...], Counter[Dropped]]


class Asking:
    """One document's questions to one endpoint, and how they went; use it in a `with` block.

    `kept` is how many answers came from the disk, `unread` lists the stretches without any.
    """

    def __init__(
        self, endpoint: Endpoint, budget: Budget, patience: Patience, answers: Answers
    ) -> None:
        self.kept = 0
        self.unread: list[tuple[int, int]] = []
        self.stopped_because: str | None = None
        self.failed = False
        self._answers = answers
        self._conversation = Conversation(endpoint, budget, patience)
        self._failures = 0
        if not endpoint.base:
            self.stopped_because = "no endpoint was given, so nothing was asked"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._conversation.close()

    @property
    def requests(self) -> int:
        """How many requests were sent."""
        return self._conversation.spent.requests

    @property
    def tokens(self) -> int | None:
        """How many tokens the server says were used; None once it did not say."""
        return self._conversation.spent.tokens

    @property
    def tokens_at_most(self) -> int:
        """The same, with the bytes of every answer that did not say."""
        return self._conversation.spent.tokens_at_most

    def claims(self, question: Question, stretch: Stretch) -> Claims:
        """Return the claims of a stretch and what was dropped of them; none if nobody answers."""
        kept = self._kept(question)
        if kept is not None:
            self.kept += 1
            return kept
        read = None if self.stopped_because else self._asked(question)
        if read is None:
            self.unread.append((stretch.start, stretch.end))
        return read or ((), Counter())

    def _kept(self, question: Question) -> Claims | None:
        content = self._answers.kept(question.hash)
        try:
            return None if content is None else claims_in(content)
        except Unusable:
            return None

    def _asked(self, question: Question) -> Claims | None:
        problem = ""
        for _ in range(_TRIES):
            try:
                content = self._conversation.answer(question)
                read = claims_in(content)
            except Unusable as unusable:
                problem = str(unusable)
            except Ended as ended:
                self.stopped_because, self.failed = str(ended), ended.by_server
                return None
            else:
                self._failures = 0
                self._keep(question, content)
                return read
        self._failures += 1
        if self._failures == _FAILURES:
            self.stopped_because = f"{problem}, for {_FAILURES} stretches in a row"
            self.failed = True
        return None

    def _keep(self, question: Question, content: str) -> None:
        try:
            self._answers.keep(question.hash, content)
        except OSError as error:
            # What is paid for and cannot be kept would be paid for again.
            why = error.strerror or type(error).__name__
            self.stopped_because = f"answers cannot be kept in {self._answers.folder}: {why}"
