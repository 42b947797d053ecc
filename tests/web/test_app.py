"""The served dossier: the same files, to this machine only, under a strict policy."""

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn

from foedus.dossier.rendering.policy import CONTENT_SECURITY_POLICY
from foedus.errors import MissingBuild
from foedus.web import app_of, serve


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


Client = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a build leaves it, and a secret beside it."""
    root = tmp_path / "dossier"
    (root / "documents").mkdir(parents=True)
    (root / "data").mkdir()
    (root / "assets").mkdir()
    (root / "index.html").write_text("<title>first page</title>", encoding="utf-8")
    (root / "404.html").write_text("<title>nothing here</title>", encoding="utf-8")
    (root / "documents" / "d-1.html").write_text("a document", encoding="utf-8")
    (root / "data" / "timeline.csv").write_text("a,b\n", encoding="utf-8")
    (root / "data" / "timeline.parquet").write_bytes(b"PAR1")
    (root / "assets" / "vega.js").write_text("1", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "data" / "out.txt").symlink_to(tmp_path / "secret.txt")
    return root


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    """Asks a server that really listens, with paths and headers sent as they are given."""
    server = uvicorn.Server(uvicorn.Config(app_of(folder), port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]

    def ask(path: str, method: str = "GET", host: str | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", f"127.0.0.1:{port}" if host is None else host)
            connection.endheaders()
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    yield ask
    server.should_exit = True
    thread.join()


@pytest.mark.parametrize("path", ["/", "/index.html"])
def test_the_first_page_is_served(client: Client, path: str) -> None:
    answer = client(path)
    assert answer.status == 200
    assert "first page" in answer.text
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/", "/documents/d-1.html", "/data/timeline.csv", "/nowhere"])
def test_every_answer_carries_the_policy(client: Client, path: str) -> None:
    headers = client(path).headers
    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "frame-ancestors 'none'" in CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/timeline.csv", "text/csv"),
        ("/data/timeline.parquet", "application/vnd.apache.parquet"),
        ("/assets/vega.js", "text/javascript"),
    ],
)
def test_files_have_their_type(client: Client, path: str, kind: str) -> None:
    assert client(path).headers["content-type"].startswith(kind)


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/data",
        "/data/",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/data/%2e%2e/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "//etc/passwd",
        "/%00",
        "/data/out.txt",
        "/documents/" + "x" * 5000,
    ],
)
def test_nothing_outside_the_folder_and_no_listing(client: Client, path: str) -> None:
    answer = client(path)
    assert answer.status == 404
    assert "secret" not in answer.text
    assert "nothing here" in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", ""]
)
def test_a_request_under_another_name_is_refused(client: Client, host: str) -> None:
    answer = client("/", host=host)
    assert answer.status == 400
    assert "first page" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "localhost"])
def test_its_own_names_are_answered(client: Client, host: str) -> None:
    assert client("/", host=host).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    assert client("/index.html", method).status == 405


def test_a_browser_that_asks_for_an_icon_gets_no_error(client: Client) -> None:
    assert client("/favicon.ico").status == 204


def test_without_a_dossier_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MissingBuild, match="foedus build"):
        app_of(tmp_path)


def test_it_listens_to_this_machine_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, object] = {}
    monkeypatch.setattr(uvicorn, "run", lambda _, **options: given.update(options))
    serve(folder, 9001)
    assert given["host"] == "127.0.0.1"
    assert given["port"] == 9001
