"""Which treaties, alliances and agreements a text names, with their articles and parties.

`phrases` finds the words that name one, `articles` the articles, and `gathered` says which of them
are the same treaty. `french` and `english` hold the words.
"""

from foedus.reading.references.gathering import treaty_references

__all__ = ["treaty_references"]
