r"""How balanced a signed network is by its closed walks, and where it is not.

With A the matrix of signed weights and |A| that of the same weights without signs,

.. math:: K = \frac{\mathrm{tr}\, e^{A}}{\mathrm{tr}\, e^{|A|}}, \qquad
          K_i = \frac{(e^{A})_{ii}}{(e^{|A|})_{ii}},

the weight of balanced closed walks less that of unbalanced ones, over all of them; a walk of length
k counts 1/k! (Estrada & Benzi 2014, "Walk-based measure of balance in signed networks: detecting
lack of balance in social networks", *Physical Review E* 90, 042802). K is 1 exactly when the
network is balanced, and K_i is 1 when no unbalanced walk comes by i. Both are above 0; a state
without ties has K_i = 1.

Beside it the algebraic conflict: the least eigenvalue of the signed Laplacian D - A, with D the sum
of the weights at each state, per connected component. It is 0 exactly when the component is
balanced (Kunegis, Schmidt, Lommatzsch, Lerner, De Luca & Albayrak 2010, "Spectral analysis of
signed graphs for clustering, prediction and visualization", SIAM Data Mining, 559-570). For any two
sides of a component of n states :math:`\lambda \le 4 f / n` with f the weight of the ties that go
against them (put the sides as +1 and -1 into the Rayleigh quotient), so :math:`n \lambda / 4` is
a lower bound of its frustration.

Cautions. Closed walks go back and forth over the same ties: a dense friendly bloc has so many that
it weighs as exp of its largest eigenvalue, K falls steeply with size and density, and values of
networks of different size do not compare. The count of simple cycles, which has no such walks, can
tell another story (Giscard, Rochet & Wilson 2017, "Evaluating balance on social networks from
their simple cycles", *Journal of Complex Networks* 5, 750-775), and so can other weights of the
lengths (Singh & Adhikari 2017, "Measuring the balance of signed networks and its application to
sign prediction", *Journal of Statistical Mechanics*, 063302). Weights set the temperature: twice
the weights is a different K.

Numerics: all eigenvalues of two symmetric matrices, sums of exponentials by their logarithms, so
that nothing overflows; `log` keeps what is too small for a float. Cost n³ in time and n² in
memory. Ties that are not in the network count as none. There is no interval: it is a property of
the network given, not an estimate.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import linalg, sparse, special

from foedus.relations.measures.balance.networks import SignedNetwork

__all__ = ["WalkBalance", "walk_balance"]

_ROUNDING = 1e-10


@dataclass(frozen=True, slots=True)
class WalkBalance:
    """How balanced the closed walks of a network are.

    `balance` is K, above 0 to 1 (1.0 for a network without ties), and `log` its natural logarithm,
    which stays exact where K itself underflows to 0.0. `by_state` (float64, shape (states,)) is
    K_i. `component` (int64, shape (states,)) numbers the connected components from 0;
    `conflict` (float64, shape (components,)) is the least eigenvalue of each one's signed
    Laplacian, 0.0 for a balanced one, and `frustration_at_least` the sum of n λ / 4 over them, in
    units of weight.
    """

    balance: float
    log: float
    by_state: NDArray[np.float64]
    component: NDArray[np.int64]
    conflict: NDArray[np.float64]
    frustration_at_least: float


def walk_balance(network: SignedNetwork) -> WalkBalance:
    """Return the walk balance of a network made by `signed_network`.

    Raises ValueError for a network without any state: it has no walk.
    """
    if not network.states:
        raise ValueError("a network without states has no walks")
    signed = network.matrix
    # Components change nothing in K and make both matrices small.
    number, component = sparse.csgraph.connected_components(sparse.csr_array(signed))
    traces = np.empty((number, 2))
    local = np.empty((network.states, 2))
    conflict = np.zeros(number)
    for label in range(number):
        members = np.flatnonzero(component == label)
        block = signed[np.ix_(members, members)]
        for column, matrix in enumerate((block, np.abs(block))):
            traces[label, column], local[members, column] = _log_exponential(matrix)
        conflict[label] = _least(block)
    log = float(np.subtract(*special.logsumexp(traces, axis=0)))
    return WalkBalance(
        balance=float(np.exp(min(log, 0.0))),
        log=min(log, 0.0),
        by_state=np.exp(np.minimum(local[:, 0] - local[:, 1], 0.0)),
        component=component.astype(np.int64),
        conflict=conflict,
        frustration_at_least=float((np.bincount(component) * conflict).sum() / 4),
    )


def _log_exponential(matrix: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
    """Return the logarithms of the trace and of the diagonal of the exponential of a matrix."""
    if len(matrix) == 1:
        return 0.0, np.zeros(1)
    values, vectors = linalg.eigh(matrix)
    diagonal = special.logsumexp(values[None, :], axis=1, b=vectors**2)
    return float(special.logsumexp(values)), diagonal


def _least(block: NDArray[np.float64]) -> float:
    if len(block) == 1:
        return 0.0
    degrees = np.abs(block).sum(axis=1)
    laplacian = np.diag(degrees) - block
    least = float(linalg.eigvalsh(laplacian, subset_by_index=[0, 0])[0])
    return least if least > _ROUNDING * degrees.max() else 0.0
