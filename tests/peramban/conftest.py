"""Browser tests: the system's headless Chromium against the live server.

``CHROMIUM`` names another binary. Without one the tests are skipped, and fail where CI is set.
"""

import os

import pytest
from django.conf import settings

from scripts.sistem import jalur_chromium
from tests.conftest import DI_CI

ARGUMEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    jalur = jalur_chromium()
    if jalur is None:
        (pytest.fail if DI_CI else pytest.skip)("No Chromium on this machine.")
    return {**browser_type_launch_args, "executable_path": jalur, "args": ARGUMEN}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "id-ID", "timezone_id": "Asia/Jakarta"}


@pytest.fixture(scope="session", autouse=True)
def orm_beside_the_browser():
    """Playwright keeps an event loop in this thread, and Django would refuse the ORM there."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(autouse=True)
def tanpa_keluhan(page):
    """No test passes over a script that fails or that the content security policy stops."""
    keluhan: list[str] = []
    page.on("pageerror", lambda salah: keluhan.append(str(salah)))
    page.on(
        "console",
        lambda pesan: (
            keluhan.append(pesan.text) if "Content Security Policy" in pesan.text else None
        ),
    )
    yield keluhan
    assert keluhan == []


@pytest.fixture
def masuk_sebagai(context, live_server, client):
    """Give the browser the session of a user, without typing a password."""

    def beri(pengguna) -> None:
        client.force_login(pengguna)
        sesi = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": sesi, "url": live_server.url}]
        )

    return beri
