"""HiGHS without the lines that it prints as it is made."""

import highspy

__all__ = ["QuietSolver"]


class QuietSolver(highspy.Highs):
    """The solver, silent from the first."""

    def enableCallbacks(self) -> None:  # noqa: N802 (the solver's name for it)
        """Be silent first: the banner is printed here."""
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]
