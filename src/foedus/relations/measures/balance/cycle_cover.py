"""The covering relaxation: ties of least weight that meet every negative cycle known so far."""

import math
import time

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from foedus.relations.measures.balance.negative_cycles import Cycles
from foedus.relations.measures.balance.quiet_solver import QuietSolver

__all__ = ["CycleCover"]

_SLICE = 1.0
_NO_DUAL = 1e-6


class CycleCover:
    """A linear programme: minimise the weight of x in [0, 1], with x summing to 1 on each cycle.

    `bound` is proven: it is computed of the dual values, cut off at zero, and so holds whatever the
    solver's tolerance, and also when the solver was stopped.
    """

    def __init__(self, weights: NDArray[np.float64]) -> None:
        """Begin without cycles."""
        self.weights = weights
        self.cycles = Cycles.none()
        self.low = np.zeros(len(weights))
        self.high = np.ones(len(weights))
        self.solution = np.zeros(len(weights))
        self.reduced = weights.copy()
        self.bound = 0.0
        self.optimal = False
        self._dual = np.zeros(0)
        self._has_basis = False
        self._slow = False
        self._solver = solver = QuietSolver()  # type: ignore[no-untyped-call]
        solver.setOptionValue("presolve", "off")
        solver.setOptionValue("parallel", "off")
        solver.setOptionValue("random_seed", 1)
        count = len(weights)
        nothing = np.zeros(0, dtype=np.int32)
        solver.addCols(
            count, weights, self.low, self.high, 0, np.zeros(count, np.int32), nothing, np.zeros(0)
        )

    def add(self, cycles: Cycles) -> None:
        """Add cycles."""
        count, entries = len(cycles), len(cycles.ties)
        if not count:
            return
        self._solver.addRows(
            count,
            np.ones(count),
            np.full(count, highspy.kHighsInf),
            entries,
            cycles.starts[:-1].astype(np.int32),
            cycles.ties.astype(np.int32),
            np.ones(entries),
        )
        self.cycles = self.cycles.and_also(cycles)

    def within(self, low: NDArray[np.float64], high: NDArray[np.float64]) -> None:
        """Bound each x anew."""
        changed = np.nonzero((low != self.low) | (high != self.high))[0]
        self.low, self.high = low.copy(), high.copy()
        if len(changed):
            self._solver.changeColsBounds(
                len(changed), changed.astype(np.int32), low[changed], high[changed]
            )

    def solve(self, deadline: float, again: bool = False) -> bool:
        """Solve; say whether there is an x within the bounds that meets every cycle.

        False when there is none; then `bound` is infinite. `again` promises that little has
        changed since the solution before, so that the simplex method soon is there. Without it,
        and once the simplex method was slow, the interior point method solves: it is faster on
        large covers that are far from integral, and its solutions, which lie between the best
        ones, show more violated cycles at once.
        """
        if not self.feasible():
            self.bound, self.optimal = math.inf, True
            return False
        if self._slow and not (again and self._has_basis):
            self._from_within(deadline, basis=again)
        elif not self._along_edges(deadline, patient=again):
            self._slow = True
            self._from_within(deadline, basis=again)
        found = self._solver.getSolution()
        valid = found.dual_valid and found.value_valid
        dual = np.array(found.row_dual) if valid else np.zeros(len(self.cycles))
        self._dual = np.maximum(dual, 0.0)
        if valid:
            self.solution = np.clip(np.array(found.col_value), 0.0, 1.0)
        self.optimal = self.optimal and valid
        self.bound = self._proven()
        return True

    def _from_within(self, deadline: float, basis: bool) -> None:
        """Solve by the interior point method; go on to a basis if one is wanted."""
        solver = self._solver
        solver.clearSolver()
        solver.setOptionValue("solver", "ipx")
        solver.setOptionValue("run_crossover", "on" if basis else "off")
        self._limit(deadline - time.monotonic())
        self._run()
        status = solver.getModelStatus()
        self._has_basis = basis and status == highspy.HighsModelStatus.kOptimal
        self.optimal = status in (
            highspy.HighsModelStatus.kOptimal,
            highspy.HighsModelStatus.kUnknown,
        )

    def _along_edges(self, deadline: float, patient: bool) -> bool:
        """Solve by the simplex method, in slices of a second so that an interrupt is heard.

        False when it is given up after the first slice, unless `patient`.
        """
        solver = self._solver
        solver.setOptionValue("solver", "simplex")
        while True:
            left = deadline - time.monotonic()
            self._limit(min(left, _SLICE))
            self._run()
            stopped = solver.getModelStatus() == highspy.HighsModelStatus.kTimeLimit
            if stopped and not patient and left > _SLICE:
                return False
            if not stopped or left <= _SLICE:
                break
        self.optimal = self._has_basis = (
            solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        )
        return True

    def _run(self) -> None:
        if self._solver.run() == highspy.HighsStatus.kError:
            raise RuntimeError("HiGHS failed to solve the covering relaxation")

    def _limit(self, seconds: float) -> None:
        spent = self._solver.getRunTime()
        self._solver.setOptionValue("time_limit", spent + max(0.05, seconds))

    def feasible(self) -> bool:
        """Whether each cycle has a tie that may be frustrated."""
        return bool((self.cycles.of(self.high) > 0.5).all())

    def forget(self, least: float) -> int:
        """Drop cycles met with more than `least` to spare; return how many."""
        if not self.optimal or not len(self.cycles):
            return 0
        spare = self.cycles.of(self.solution) - 1
        drop = np.nonzero((spare > least) & (self._dual < _NO_DUAL))[0]
        if len(drop) == 0:
            return 0
        kept = np.setdiff1d(np.arange(len(self.cycles)), drop)
        basis = self._solver.getBasis()
        columns, rows = list(basis.col_status), list(basis.row_status)
        self._solver.deleteRows(len(drop), drop.astype(np.int32))
        if self._has_basis:
            fresh = highspy.HighsBasis()
            fresh.col_status = columns
            fresh.row_status = [rows[at] for at in kept.tolist()]
            fresh.valid = True
            self._solver.setBasis(fresh)
        self.cycles = self.cycles.some(kept)
        self._dual = self._dual[kept]
        return len(drop)

    def _proven(self) -> float:
        rows = csr_array(
            (np.ones(len(self.cycles.ties)), self.cycles.ties, self.cycles.starts),
            shape=(len(self.cycles), len(self.weights)),
        )
        self.reduced = self.weights - rows.T @ self._dual
        least = np.where(self.reduced > 0, self.low, self.high) * self.reduced
        return float(self._dual.sum() + least.sum())
