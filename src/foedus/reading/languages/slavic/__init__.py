"""What Russian and Ukrainian share: markers of prepositions by case, declension of names."""

from foedus.reading.languages.slavic.prepositions import RUSSIAN, UKRAINIAN, marker
from foedus.reading.languages.slavic.surnames import name_forms

__all__ = ["RUSSIAN", "UKRAINIAN", "marker", "name_forms"]
