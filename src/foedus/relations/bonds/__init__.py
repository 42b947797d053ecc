"""Everything held about one pair of actors through time, each part with where it comes from."""

from foedus.relations.bonds.bond import Bond, bond_between
from foedus.relations.bonds.lines import Holder, Line
from foedus.relations.bonds.parts import Part, Provenance

__all__ = ["Bond", "Holder", "Line", "Part", "Provenance", "bond_between"]
