"""``make test`` and ``make check``: lint, types, migrations, tests on both databases, browser.

All stages run even when one fails, and pytest's closing lines are printed last. What cannot run on
this machine is said; with ``CI=true`` it is a failure.
"""

import os
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from scripts import lingkungan, sistem
from scripts.pg_sementara import TanpaPostgresql, postgresql_sementara
from scripts.tahap_uji import Hasil, jalankan_tahap, ringkasan

APLIKASI = ["config", "kinerja", "cascading", "iku", "laporan", "scripts"]
PEKERJA = ["-n", "2"]
BERCERITA = (*sorted(map(str, Path("tests/peramban").glob("test_cerita_*.py"))),
             "tests/peramban/test_sunting_bersama.py")  # fmt: skip
"""Browser tests whose outcome could depend on the database: whole stories, two people at once."""
TANPA_BASIS_DATA = "not db and not lambat"


def alat(nama: str, *argumen: str) -> list[str]:
    """A tool of the environment, run as a module so that no PATH is needed."""
    return [str(lingkungan.PYTHON), "-m", nama, *argumen]


def pytest(*argumen: str) -> list[str]:
    return alat("pytest", "-rs", *argumen)


class Uji:
    """A run: collects the verdicts, and what could not run."""

    def __init__(self, folder: Path) -> None:
        self.hasil: list[Hasil] = []
        self.tidak_jalan: list[str] = []
        self.env = {**os.environ, "BERKAS_ENV": "", "LINGKUNGAN": "pengembangan"}
        self.env["DATABASE_URL"] = f"sqlite:///{folder}/uji.sqlite3"
        self.env["DATA_DIR"] = str(folder)
        # Without bytecode pytest rewrites every file anew, and each child compiles the program.
        self.env.pop("PYTHONDONTWRITEBYTECODE", None)

    def tahap(self, nama: str, perintah: list[str], **env: str) -> None:
        self.hasil.append(jalankan_tahap(nama, perintah, {**self.env, **env}))

    def gaya(self) -> None:
        self.tahap("ruff: kesalahan", alat("ruff", "check", "."))
        self.tahap("ruff: format", alat("ruff", "format", "--check", "."))
        self.tahap("djlint: templat", alat("djlint", "--lint", "--quiet", "templates"))

    def tipe(self, *, diam: bool = False) -> None:
        perintah = alat("mypy", *APLIKASI)
        self.hasil.append(jalankan_tahap("mypy: tipe", perintah, self.env, diam=diam))

    def migrasi(self) -> None:
        perintah = [str(lingkungan.PYTHON), "manage.py", "makemigrations", "--check", "--dry-run"]
        self.tahap("migrasi lengkap", perintah)

    def basis_data(self, nama: str, pilihan: str, berkas: Sequence[str] = (), **env: str) -> None:
        """The suite and the browser tests (``berkas``: only these files) on one database."""
        self.tahap(f"pytest di {nama}", pytest(*PEKERJA, "-m", pilihan), **env)
        if alasan := sistem.alasan_tanpa_peramban():
            self.tidak_jalan.append(f"uji peramban di {nama}: {alasan}")
        else:
            perintah = pytest("-m", "peramban", *berkas)
            self.tahap(f"pytest peramban di {nama}", perintah, **env)

    def tutup(self) -> int:
        print(ringkasan(self.hasil, self.tidak_jalan), flush=True)
        ci = os.environ.get("CI", "").lower() in ("true", "1")
        gagal = not all(satu.lulus for satu in self.hasil) or (ci and self.tidak_jalan)
        return 1 if gagal else 0


@contextmanager
def alamat_postgresql() -> Iterator[str]:
    """DATABASE_URL when it names a PostgreSQL, else a server of our own."""
    diberi = os.environ.get("DATABASE_URL", "")
    if diberi.startswith(("postgres:", "postgresql:")):
        yield diberi
    else:
        with postgresql_sementara() as alamat:
            yield alamat


def semua(uji: Uji) -> None:
    uji.gaya()
    uji.tipe()
    uji.migrasi()
    uji.basis_data("SQLite", "not peramban")
    if sistem.jalur_libreoffice() is None:
        uji.tidak_jalan.append("buku kerja yang disimpan LibreOffice: LibreOffice tidak ada")
    with ExitStack() as tumpukan:
        try:
            alamat = tumpukan.enter_context(alamat_postgresql())
        except TanpaPostgresql as salah:
            uji.tidak_jalan.append(f"semua uji di PostgreSQL: {salah}")
            return
        env = {"DATABASE_URL": alamat, "REQUIRE_PG": "1"}
        uji.basis_data("PostgreSQL", "db and not peramban", BERCERITA, **env)


def cepat(uji: Uji) -> None:
    """What a developer runs before every push: no database, no browser, types beside the tests."""
    perintah = pytest(*PEKERJA, "-p", "no:playwright", "-m", TANPA_BASIS_DATA)
    uji.gaya()
    with ThreadPoolExecutor() as kolam:
        tipe = kolam.submit(uji.tipe, diam=True)
        uji.tahap("pytest tanpa basis data", perintah, PROFIL_ACAK="cepat")
        tipe.result()


def _berhenti(nomor: int, bingkai: FrameType | None) -> None:
    """Leave in order, servers and folders too; make repeats the signal, once is enough."""
    signal.signal(nomor, signal.SIG_IGN)
    sys.exit(128 + nomor)


def utama(cara: str) -> int:
    signal.signal(signal.SIGTERM, _berhenti)
    for satu in sistem.pastikan("uji" if cara == "semua" else "demo"):
        print(f"Tanpa {satu.nama} sebagian uji tidak berjalan.", flush=True)
    lingkungan.pasang("uji")
    with tempfile.TemporaryDirectory(prefix="kinerja-uji-") as folder:
        uji = Uji(Path(folder))
        {"semua": semua, "cepat": cepat}[cara](uji)
        return uji.tutup()


if __name__ == "__main__":
    sys.exit(utama(sys.argv[1] if sys.argv[1:] else "semua"))
