"""What every test gets: fast passwords, folders of its own, a database as in the office.

Tests that touch the database are marked ``db`` here and those below tests/peramban ``peramban``, so
that ``-m`` divides the suite. SQLite is a file, not memory: WAL, IMMEDIATE and the work of several
processes are part of the tests.
"""

import os
from pathlib import Path

import pytest
from django.conf import settings as pengaturan
from hypothesis import settings as hypothesis_settings

DI_CI = os.environ.get("CI", "").lower() in ("true", "1")
PERAMBAN = Path(__file__).parent / "peramban"
BASIS_DATA = {"db", "transactional_db", "django_db_setup", "live_server"}

hypothesis_settings.register_profile("rumah", deadline=None, derandomize=DI_CI)
hypothesis_settings.load_profile("rumah")


def pytest_configure(config: pytest.Config) -> None:
    pengaturan.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    mesin = pengaturan.DATABASES["default"]["ENGINE"]
    if os.environ.get("REQUIRE_PG") and not mesin.endswith("postgresql"):
        pytest.exit("REQUIRE_PG is set, but DATABASE_URL names no PostgreSQL.", returncode=4)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & BASIS_DATA or item.get_closest_marker("django_db"):
            item.add_marker("db")
        if PERAMBAN in item.path.parents:
            item.add_marker("peramban")
    # A started browser leaves an event loop behind, in which Django refuses the database.
    items.sort(key=lambda item: item.get_closest_marker("peramban") is not None)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    basis_data = pengaturan.DATABASES["default"]
    if basis_data["ENGINE"].endswith("sqlite3"):
        nama = tmp_path_factory.mktemp("basis-data") / "uji.sqlite3"
        basis_data.setdefault("TEST", {})["NAME"] = str(nama)


@pytest.fixture(autouse=True)
def folder_data(settings, tmp_path):
    """Uploads and rendered documents of one test are not another test's."""
    settings.MEDIA_ROOT = tmp_path / "berkas"
    settings.HASIL_DIR = tmp_path / "hasil"
    return tmp_path
