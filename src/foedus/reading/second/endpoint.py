"""Where a model answers, what it is called, and the key that opens it.

A key is taken from the environment only. It is shown in no text and kept in no file, and it goes
over https or to this very machine, nowhere else.
"""

import os
import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from foedus.errors import UnreachableModel

__all__ = ["KEY_VARIABLE", "Endpoint", "endpoint_at"]

KEY_VARIABLE = "FOEDUS_MODEL_KEY"

_NAME = re.compile(r"[\w.:/@+-](?:[\w.:/@+ -]{0,198}[\w.:/@+-])?")
_KEY = re.compile(r"[!-~]{1,4096}")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model behind an OpenAI-compatible address, such as `http://127.0.0.1:8080/v1`.

    Without an address nobody is asked: only answers kept from earlier count. Raises
    UnreachableModel for a name, address or key that cannot be used; it never repeats the key.
    """

    model: str
    base: str | None = None
    key: str | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.model):
            raise UnreachableModel(
                "A model's name has letters, digits and . : / @ + - only, 200 at most. "
                "Give it as the server calls it."
            )
        if self.base is not None:
            _require_usable(self.base)
        if self.key is not None:
            self._require_safe()

    @property
    def address(self) -> str:
        """The address that questions are sent to; empty where nobody is asked."""
        return f"{self.base.rstrip('/')}/chat/completions" if self.base else ""

    @property
    def is_here(self) -> bool:
        """Whether the address is this very machine."""
        return self.base is not None and _is_loopback(urlsplit(self.base).hostname or "")

    def _require_safe(self) -> None:
        if not _KEY.fullmatch(self.key or ""):
            raise UnreachableModel(
                f"The key in {KEY_VARIABLE} is empty or has blanks or other letters than a key has."
            )
        if self.base is not None and urlsplit(self.base).scheme != "https" and not self.is_here:
            raise UnreachableModel(
                f"{self.base}: a key would travel in the open. Give an https address, or unset "
                f"{KEY_VARIABLE} if this server needs none."
            )


def endpoint_at(base: str | None, model: str) -> Endpoint:
    """Return the endpoint at an address, with the key that FOEDUS_MODEL_KEY holds, if any."""
    key = os.environ.get(KEY_VARIABLE, "").strip() if base else ""
    return Endpoint(model, base, key or None)


def _require_usable(base: str) -> None:
    try:
        parts = urlsplit(base)
        whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        whole = False
    if not whole or parts.scheme not in ("http", "https") or not base.isprintable():
        raise UnreachableModel(
            "The endpoint is no http or https address. Give one such as http://127.0.0.1:8080/v1."
        )
    if parts.username is not None or parts.query or parts.fragment:
        # Such an address may carry a secret, and addresses are shown.
        raise UnreachableModel(
            "The endpoint's address has a user, a query or a fragment. Give the bare address; "
            f"a key belongs in {KEY_VARIABLE}."
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
