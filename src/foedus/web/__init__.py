"""The pages of a dossier over HTTP, to this machine alone."""

from foedus.web.app import app_of, serve

__all__ = ["app_of", "serve"]
