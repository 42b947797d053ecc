"""A real Chromium for tests, or a clear word on why there is none."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

REQUIRED = "FOEDUS_REQUIRE_BROWSER"


def chromium_path() -> str:
    """Return where Chromium is; skips the test without one, or fails it where one is required."""
    found = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if found is None:
        reason = "no Chromium found: install Debian's package `chromium` to run the browser tests"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{reason} ({REQUIRED}=1 asks for them)")
        pytest.skip(reason)
    return found


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless Chromium driven by Playwright."""
    path = chromium_path()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        try:
            yield browser
        finally:
            browser.close()


class Watched:
    """A page that notes every fault, dialogue and request while it is used."""

    def __init__(self, browser: Any, width: int = 1440, height: int = 900, **context: Any) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": height}, **context)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.faults.append("dialog"), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _heard(self, said: Any) -> None:
        if said.type in ("error", "warning"):
            self.faults.append(said.text)

    def open(self, file: Path, tail: str = "") -> Any:
        """Open a page from its file and return it."""
        self.page.goto(file.as_uri() + tail)
        return self.page
