"""What a page of a dossier may load: its own files, and nothing else from anywhere."""

__all__ = ["CONTENT_SECURITY_POLICY", "META_POLICY"]

_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
META_POLICY = "; ".join(_RULES)
"""The policy as a page carries it; browsers ignore `frame-ancestors` there and complain of it."""

CONTENT_SECURITY_POLICY = f"{META_POLICY}; frame-ancestors 'none'"
"""The policy as a server sends it (W3C, *Content Security Policy Level 3*)."""
