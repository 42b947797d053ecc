"""The pages of a built dossier, served on loopback: the same bytes as in the folder, with headers.

Nothing is computed here. A page may load its own files and nothing else; a request that names
another host is refused, so that no page elsewhere can reach in by renaming itself to this address
(DNS rebinding). A file outside the folder, a link that leads out of it, or a folder is not found.
"""

import mimetypes
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from foedus.dossier.rendering.policy import CONTENT_SECURITY_POLICY
from foedus.errors import MissingBuild

__all__ = ["HOST", "app_of", "serve"]

HOST = "127.0.0.1"
OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # The folder may be built anew while it is served.
    "Cache-Control": "no-cache",
}
TYPES = {".parquet": "application/vnd.apache.parquet", ".js": "text/javascript"}


def app_of(folder: Path | str) -> Starlette:
    """Return the application that serves a dossier's folder; raises MissingBuild without one."""
    root = Path(folder).resolve()
    if not (root / "index.html").is_file():
        raise MissingBuild(
            f"There is no dossier in {folder}. Run `foedus build` on the case first."
        )

    async def page(request: Request) -> Response:
        found = _file_at(root, request.path_params["path"])
        if found is None:
            return _missing(root)
        return FileResponse(found, media_type=_type_of(found), headers=HEADERS)

    return Starlette(
        routes=[
            Route("/favicon.ico", _no_icon, methods=["GET"]),
            Route("/{path:path}", page, methods=["GET"]),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[*OWN_NAMES])],
    )


def serve(folder: Path | str, port: int = 8765) -> None:
    """Serve a dossier's folder on 127.0.0.1 until interrupted. Raises MissingBuild."""
    uvicorn.run(
        app_of(folder),
        host=HOST,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
    )


async def _no_icon(_: Request) -> Response:
    # Every browser asks for one, unasked; a dossier has none, and that is no error.
    return Response(status_code=204, headers=HEADERS)


def _file_at(root: Path, path: str) -> Path | None:
    """Return the file an address names; None for what is not a plain file inside the folder."""
    try:
        found = (root / (path or "index.html")).resolve()
        inside = found.is_relative_to(root) and found.is_file()
    except (OSError, ValueError):
        return None
    return found if inside else None


def _missing(root: Path) -> Response:
    page = root / "404.html"
    if page.is_file():
        return FileResponse(page, status_code=404, headers=HEADERS)
    return PlainTextResponse("Nothing here.", status_code=404, headers=HEADERS)


def _type_of(file: Path) -> str:
    return (
        TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    )
