"""The parts of a dossier, one module each, in the order of `compose.SECTIONS`."""
