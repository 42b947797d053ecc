"""Sixteen subtribes of the Gahuku-Gama in the highlands of New Guinea: friends and enemies.

K. E. Read, "Cultures of the Central Highlands, New Guinea", Southwestern Journal of Anthropology
10, 1954, 1-43, as the matrix is printed in the documentation of the R package signnet (data set
`tribes`), which also prints its balance: 0.8676471 of triads, 0.3575761 by walks, 0.7586207 as
1 - 2f/58 with f frustrated ties, and two ties against a partition into three.
"""

from foedus.relations.measures.balance.networks import SignedNetwork, signed_network

__all__ = ["NAMES", "tribes"]

NAMES = (
    *("Gavev", "Kotun", "Ove", "Alika", "Nagam", "Gahuk", "Masil", "Ukudz"),
    *("Notoh", "Kohik", "Geham", "Asaro", "Uheto", "Seuve", "Nagad", "Gama"),
)
_FRIENDS = {
    "Gavev": "Kotun Nagad Gama",
    "Kotun": "Nagad Gama",
    "Ove": "Alika Gahuk Masil Ukudz",
    "Alika": "Ukudz",
    "Nagam": "Masil Notoh Seuve",
    "Gahuk": "Masil Ukudz Geham Asaro",
    "Masil": "Ukudz Geham Asaro Uheto",
    "Ukudz": "Geham Asaro",
    "Notoh": "Kohik Uheto",
    "Kohik": "Uheto",
    "Geham": "Asaro",
    "Uheto": "Seuve",
    "Nagad": "Gama",
}
_ENEMIES = {
    "Gavev": "Ove Alika Nagam Gahuk Asaro",
    "Kotun": "Ove Nagam Gahuk Notoh Kohik",
    "Nagam": "Nagad Gama",
    "Gahuk": "Notoh Uheto Gama",
    "Ukudz": "Seuve",
    "Notoh": "Geham Nagad",
    "Kohik": "Geham Nagad",
    "Geham": "Uheto Nagad Gama",
    "Asaro": "Seuve Nagad Gama",
    "Uheto": "Nagad Gama",
    "Seuve": "Gama",
}


def tribes() -> SignedNetwork:
    """Return the 58 ties, 29 of friendship and 29 of enmity."""
    ties = [
        (NAMES.index(one), NAMES.index(other), sign)
        for table, sign in ((_FRIENDS, 1), (_ENEMIES, -1))
        for one, others in table.items()
        for other in others.split()
    ]
    return signed_network(ties, len(NAMES))
