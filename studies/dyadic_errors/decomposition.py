"""The multiway decomposition of Aronow, Samii and Assenova 2015, written out member by member.

For each member a clustering in which all its observations are one cluster and every other
observation is its own; their covariances added up, less the clustering by dyad, less the
heteroskedasticity-robust one as often as there are members but two. What foedus computes in closed
form; shares no code with it.
"""

import numpy as np

__all__ = ["by_dyad", "by_observation", "by_the_decomposition", "conventional"]


def conventional(bread: np.ndarray) -> np.ndarray:
    """Errors of a likelihood with independent observations and the right model."""
    return np.sqrt(np.diag(bread))


def by_observation(scores: np.ndarray, bread: np.ndarray) -> np.ndarray:
    """Errors with independent observations of whatever variance."""
    return _errors(bread, scores.T @ scores)


def by_dyad(scores: np.ndarray, bread: np.ndarray, one: np.ndarray, two: np.ndarray) -> np.ndarray:
    """Errors with dyads independent of each other, their years in any way correlated."""
    return _errors(bread, _by_dyad(scores, one, two))


def by_the_decomposition(
    scores: np.ndarray, bread: np.ndarray, one: np.ndarray, two: np.ndarray
) -> np.ndarray:
    """Errors with any two dyads that share a member in any way correlated."""
    alone = scores.T @ scores
    members = np.union1d(one, two)
    meat = np.zeros_like(bread)
    for member in members:
        its = scores[(one == member) | (two == member)]
        together = its.sum(axis=0)
        meat += np.outer(together, together) + alone - its.T @ its
    return _errors(bread, meat - _by_dyad(scores, one, two) - (len(members) - 2) * alone)


def _by_dyad(scores: np.ndarray, one: np.ndarray, two: np.ndarray) -> np.ndarray:
    pairs = np.minimum(one, two) * 10_000 + np.maximum(one, two)
    order = np.argsort(pairs, kind="stable")
    begins = np.flatnonzero(np.diff(pairs[order], prepend=-1))
    sums = np.add.reduceat(scores[order], begins, axis=0)
    return sums.T @ sums


def _errors(bread: np.ndarray, meat: np.ndarray) -> np.ndarray:
    return np.sqrt(np.diag(bread @ meat @ bread))
