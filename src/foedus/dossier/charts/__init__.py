"""Every chart of a dossier, one module each, in one theme. The only place for Altair."""
