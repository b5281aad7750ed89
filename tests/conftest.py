"""What every test gets: fast passwords, folders of its own, a database as in the office.

Tests that touch the database are marked ``db`` here and those below tests/peramban ``peramban``, so
that ``-m`` divides the suite. SQLite is a file, not memory: WAL, IMMEDIATE and the work of several
processes are part of the tests.
"""

import os
from pathlib import Path

import pytest
from django.conf import settings as pengaturan
from django.core.cache import caches
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings

from kinerja.pilihan import Peran
from scripts.uji import TANPA_BASIS_DATA
from tests import factories
from tests.pilah import BASIS_DATA, PERAMBAN, tanpa_isi

DI_CI = os.environ.get("CI", "").lower() in ("true", "1")

hypothesis_settings.register_profile("rumah", deadline=None, derandomize=DI_CI)
hypothesis_settings.register_profile("cepat", deadline=None, derandomize=DI_CI, max_examples=25)
hypothesis_settings.load_profile(os.environ.get("PROFIL_ACAK", "rumah"))


def pytest_configure(config: pytest.Config) -> None:
    pengaturan.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    mesin = pengaturan.DATABASES["default"]["ENGINE"]
    if mesin.endswith("sqlite3"):
        # A test that asks for its fixtures by name only gets no test database from pytest-django;
        # it must not find the developer's own in its place. Not ":memory:": a live server that
        # starts before the test database would share one connection among all its threads.
        tidak_ada = Path(__file__).parent / "tanpa-basis-data" / "uji.sqlite3"
        pengaturan.DATABASES["default"]["NAME"] = str(tidak_ada)
    if os.environ.get("REQUIRE_PG") and not mesin.endswith("postgresql"):
        pytest.exit("REQUIRE_PG is set, but DATABASE_URL names no PostgreSQL.", returncode=4)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if config.option.markexpr != TANPA_BASIS_DATA or not collection_path.match("test_*.py"):
        return None
    return tanpa_isi(collection_path) or None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & BASIS_DATA or item.get_closest_marker("django_db"):
            item.add_marker("db")
        if PERAMBAN in item.path.parents:
            item.add_marker("peramban")
    _pastikan_tak_terlewat(items)
    # A started browser leaves an event loop behind, in which Django refuses the database.
    items.sort(key=lambda item: item.get_closest_marker("peramban") is not None)


def _pastikan_tak_terlewat(items: list[pytest.Item]) -> None:
    """A run over everything finds out whether the one without database leaves a test out."""
    biasa = {i.path for i in items if not {"db", "lambat"} & {m.name for m in i.iter_markers()}}
    if terlewat := sorted(str(jalur) for jalur in biasa if tanpa_isi(jalur)):
        raise pytest.UsageError(f"Taken for tests of the database by tests/pilah.py: {terlewat}")


def _kosongkan_tanpa_penjaga(asli):
    """The flush after a transactional test deletes history: the one time the guards stand down."""

    def kosongkan(self):
        with connection.cursor() as kursor:
            kursor.execute("INSERT INTO penjaga_mati (sebab) VALUES ('pengosongan sesudah uji')")
        try:
            asli(self)
        finally:
            with connection.cursor() as kursor:
                kursor.execute("DELETE FROM penjaga_mati")

    return kosongkan


TransactionTestCase._fixture_teardown = _kosongkan_tanpa_penjaga(
    TransactionTestCase._fixture_teardown
)


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


@pytest.fixture
def basis(db):
    """Which database this run talks to: sqlite or postgresql."""
    return connection.vendor


@pytest.fixture(autouse=True)
def cache_kosong():
    """Rolled-back tests use the same keys and versions again."""
    for simpanan in caches.all(initialized_only=True):
        simpanan.clear()


@pytest.fixture
def dinas(db):
    return factories.buat_dinas()


@pytest.fixture
def perencana(dinas):
    return factories.buat_pengguna("perencana", Peran.PERENCANA, di=dinas)


@pytest.fixture
def pejabat(dinas):
    return factories.buat_pengguna("pejabat", Peran.PEJABAT, di=dinas)


@pytest.fixture
def kepala(dinas):
    return factories.buat_pengguna("kepala", Peran.KEPALA, di=dinas)


@pytest.fixture
def evaluator(dinas):
    return factories.buat_pengguna("evaluator", Peran.INSPEKTORAT, di=dinas.pemda)


@pytest.fixture
def perencana_lain(dinas):
    lain = factories.buat_dinas(dinas.pemda, nama="Dinas Kesehatan", kode="1.02.01")
    return factories.buat_pengguna("perencana_lain", Peran.PERENCANA, di=lain)


@pytest.fixture
def pohon(dinas, perencana):
    """An empty cascading of the agency."""
    return factories.buat_pohon(dinas, perencana)


@pytest.fixture
def jalur(pohon, perencana):
    """One node of each level in ``pohon``, by jenjang."""
    return factories.buat_jalur(pohon, perencana)
