"""A dossier as pages: templates, one stylesheet, one script, and files to download."""
