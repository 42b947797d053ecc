"""What is published: portfolios, and the similarity given for them.

Signorino and Ritter 1999 is read through two R packages: strat, of Signorino's own group (its tests
quote tables 5, 6 and 8, its documentation the shape of tables 6 and 7 with their pages), and fpsim
of S. V. Miller (its documentation prints table 6 and further measures of the same portfolios).
"""

__all__ = [
    "FPSIM",
    "GERMANY",
    "RUSSIA",
    "SHARES",
    "TABLE_5",
    "TABLE_6",
    "TABLE_8_ALLIANCES",
    "TABLE_8_WITH_VOTES",
    "USA_MEXICO_1946",
]

TABLE_5 = {
    "a": ([(0, 3), (1, 2), (2, 1), (3, 0)], -1 / 3),
    "b": ([(1, 3), (2, 2), (2, 2), (3, 1)], 1 / 3),
    "c": ([(2, 3), (2, 3), (3, 2), (3, 2)], 1 / 3),
    "d": ([(3, 3)] * 4, 1.0),
    "e": ([(0, 0)] * 10 + [(0, 3), (3, 0)], 2 / 3),
    "f": ([(1, 1)] * 10 + [(0, 3), (3, 0)], 2 / 3),
    "g": ([(2, 2)] * 10 + [(0, 3), (3, 0)], 2 / 3),
    "h": ([(3, 3)] * 10 + [(0, 3), (3, 0)], 2 / 3),
}
"""Pairs of levels, one per state, and S by absolute distance."""

# Table 6: the states of Europe in 1914, in its order; 3 defence, 2 neutrality, 1 entente, 0 none.
GERMANY = (3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0)
RUSSIA = (0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
SHARES = (
    *(0.25, 0.21, 0.20, 0.08, 0.08, 0.05, 0.03, 0.03, 0.02, 0.01),
    *(0.01, 0.01, 0.01, 0.01, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
)
"""Shares of Europe's capabilities, printed to two digits."""
TABLE_6 = {"tau_b": 0.03, "s_absolute": 0.40, "s_absolute_weighted": -0.45}

FPSIM = {
    "tau_b": 0.03031695,
    "s_absolute": 0.4,
    "s_squared": 0.4444444,
    "s_absolute_weighted": -0.46,
    "kappa_squared": -0.07758621,
    "pi_nominal": -0.04477612,
    "alignment": -0.04,
}
"""Of the portfolios of table 6, by srs, taub, cohenk (squared weights), spi (nominal) and bcai."""

USA_MEXICO_1946 = {
    "objects": 38,
    "kappa_squared": -0.01222707,
    "pi_nominal": -0.02775801,
    "tau_b": 0.01431261,
}
"""Votes of the United States and Mexico in 1946, from fpsim's documentation."""

TABLE_8_ALLIANCES = {
    ("USA", "GBR"): -0.59,
    ("USA", "FRA"): -0.58,
    ("USA", "SUN"): -0.70,
    ("GBR", "FRA"): 0.99,
    ("GBR", "SUN"): 0.87,
    ("FRA", "SUN"): 0.88,
}
"""S of alliances with the states of Europe and the United States in 1947, by capabilities."""
TABLE_8_WITH_VOTES = {
    ("USA", "GBR"): -0.01,
    ("USA", "FRA"): 0.10,
    ("USA", "SUN"): -0.60,
    ("GBR", "FRA"): 0.73,
    ("GBR", "SUN"): 0.19,
    ("FRA", "SUN"): 0.30,
}
"""The same with 32 votes of 1947, alliances and votes each having half of the weight."""
