"""The words a dossier is written in: one catalogue per language, as data."""
