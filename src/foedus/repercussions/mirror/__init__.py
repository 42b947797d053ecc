"""What exporters and importers report of the same trade, and the gaps between them."""

from foedus.repercussions.mirror.gap_arrays import FREIGHT, by_others, gap_bounds, rarity
from foedus.repercussions.mirror.mirror import Gap, Mirror, mirror_of

__all__ = ["FREIGHT", "Gap", "Mirror", "by_others", "gap_bounds", "mirror_of", "rarity"]
