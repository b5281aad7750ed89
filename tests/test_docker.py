"""No container engine at hand: the image's commands and environment run here, outside Docker."""

import http.client
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from scripts.sehat import nama_host
from tests import wadah
from tests.berkas import AKAR

ENV_KANTOR = {
    "SECRET_KEY": "k4nc1l-m3ncur1-t1mun-d1-k3bun-p4k-t4n1-s3k4l1-l4g1-hari-ini",
    "ALLOWED_HOSTS": "kinerja.contoh.go.id",
    "POSTGRES_PASSWORD": "rahasia",
}
LEWAT_PROKSI = {"Host": "kinerja.contoh.go.id", "X-Forwarded-Proto": "https"}


@pytest.mark.parametrize("nama", sorted(ENV_KANTOR))
def test_compose_refuses_to_start_without(nama):
    with pytest.raises(KeyError, match=nama):
        wadah.compose({**ENV_KANTOR, nama: ""})


def test_compose_waits_for_the_database_and_its_tables():
    layanan = wadah.compose(ENV_KANTOR)["services"]

    assert layanan["migrasi"]["depends_on"]["db"]["condition"] == "service_healthy"
    for nama in ("web", "pekerja"):
        assert layanan[nama]["depends_on"]["migrasi"]["condition"].endswith("successfully")


def test_everything_that_keeps_data_has_a_volume():
    isi = wadah.compose(ENV_KANTOR)
    pasangan = {v.split(":")[0] for s in isi["services"].values() for v in s["volumes"]}
    aplikasi = {isi["services"][nama]["volumes"][0] for nama in ("web", "pekerja", "migrasi")}

    assert pasangan == set(isi["volumes"])
    assert aplikasi == {f"data:{wadah.env_citra()['DATA_DIR']}"}


def test_long_lived_services_have_health_checks():
    layanan = wadah.compose(ENV_KANTOR)["services"]

    assert [n for n in ("db", "web", "pekerja") if not layanan[n]["healthcheck"]["test"]] == []


def test_image_copies_what_exists_and_leaves_secrets_and_tests_out(tmp_path):
    sumber = [isi.split()[:-1] for i, isi in wadah.perintah_dockerfile() if i == "COPY"]
    wadah.salin_isi_citra(tmp_path)

    assert [s for daftar in sumber for s in daftar if not (AKAR / s).exists()] == []
    assert (tmp_path / "config" / "wsgi.py").exists()
    assert {".env", ".git", "tests", "docs", "data"} & {b.name for b in tmp_path.iterdir()} == set()
    assert wadah.diabaikan(".env")
    assert wadah.diabaikan("kinerja/__pycache__/x.cpython-311.pyc")


def test_image_does_not_run_as_root():
    assert [isi for instruksi, isi in wadah.perintah_dockerfile() if instruksi == "USER"] != []


def test_example_settings_name_every_variable_that_is_read():
    dibaca = re.compile(r"env(?:iron\.get|\.\w+)?\(\s*\"([A-Z_]+)\"")
    sumber = [(AKAR / "config" / nama).read_text() for nama in ("settings.py", "gunicorn.py")]
    compose = (AKAR / "docker-compose.yml").read_text()
    dipakai = {n for s in sumber for n in dibaca.findall(s)}
    dipakai |= {cocok[0] for cocok in wadah.VARIABEL.findall(compose)}
    contoh = re.findall(r"^#?([A-Z_]+)=", (AKAR / ".env.example").read_text(), re.MULTILINE)

    assert set(contoh) == dipakai


@pytest.fixture
def alamat_basis_data(tmp_path, transactional_db):
    """DATABASE_URL of an empty database of the kind under test."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/kantor.sqlite3"
        return
    nama, isi = f"wadah_{secrets.token_hex(4)}", connection.settings_dict
    with connection.cursor() as kursor:
        kursor.execute(f"CREATE DATABASE {nama}")
    yield (f"postgres://{isi['USER']}:{isi['PASSWORD']}@{isi['HOST']}:{isi['PORT'] or 5432}/{nama}")
    with connection.cursor() as kursor:
        kursor.execute(f"DROP DATABASE {nama} WITH (FORCE)")


@pytest.fixture
def kantor(tmp_path, alamat_basis_data):
    """Folder and environment of a container of ours; only addresses differ."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = str(soket.getsockname()[1])
    folder = tmp_path / "app"
    wadah.salin_isi_citra(folder)
    env = {**wadah.env_citra(), **wadah.compose(ENV_KANTOR)["services"]["web"]["environment"]}
    env |= {"DATABASE_URL": alamat_basis_data, "DATA_DIR": str(tmp_path / "data")}
    env |= {"BIND": f"127.0.0.1:{port}", "PORT": port, "BERKAS_ENV": ""}
    env["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return folder, env


@contextmanager
def berjalan(perintah, folder, env):
    proses = subprocess.Popen(perintah, cwd=folder, env=env, stdin=subprocess.DEVNULL)
    try:
        yield proses
    finally:
        proses.terminate()
        proses.wait(timeout=20)


def sekali(perintah, folder, env, **lain):
    hasil = subprocess.run(perintah, cwd=folder, env=env, capture_output=True, text=True, **lain)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr


def tunggu_sehat(perintah, folder, env):
    batas = time.monotonic() + 60
    while subprocess.run(perintah, cwd=folder, env=env, capture_output=True).returncode:
        assert time.monotonic() < batas, "the health check never passed"
        time.sleep(0.2)


def ambil(port, alamat):
    sambungan = http.client.HTTPConnection("127.0.0.1", int(port), timeout=10)
    sambungan.request("GET", alamat, headers=LEWAT_PROKSI)
    jawaban = sambungan.getresponse()
    return jawaban.status, jawaban.headers, jawaban.read().decode(errors="replace")


@pytest.mark.lambat
def test_image_build_migration_web_and_worker_run_as_compose_starts_them(kantor):
    folder, env = kantor
    layanan = wadah.compose(ENV_KANTOR)["services"]
    kumpulkan = [isi for i, isi in wadah.perintah_dockerfile() if "collectstatic" in isi]
    sekali(["sh", "-c", kumpulkan[0]], folder, env)
    sekali(layanan["migrasi"]["command"], folder, env)

    with berjalan(layanan["web"]["command"], folder, env):
        tunggu_sehat(layanan["web"]["healthcheck"]["test"][1:], folder, env)
        status, kepala, halaman = ambil(env["PORT"], "/masuk/")
        assert status == 200
        assert "max-age" in kepala["Strict-Transport-Security"]
        gaya = re.findall(r'href="(/static/[^"]+\.css)"', halaman)
        assert gaya, "the login page links no style sheet"
        for alamat in gaya:
            status, kepala, _ = ambil(env["PORT"], alamat)
            assert (status, "immutable" in kepala["Cache-Control"]) == (200, True), alamat
    with berjalan(layanan["pekerja"]["command"], folder, env) as pekerja:
        sekali(layanan["pekerja"]["healthcheck"]["test"][1:], folder, env)
        assert pekerja.poll() is None
        pekerja.send_signal(signal.SIGTERM)
        assert pekerja.wait(timeout=20) == 0


@pytest.mark.parametrize(
    ("diizinkan", "nama"),
    [(".contoh.go.id, lain", "contoh.go.id"), ("*", "127.0.0.1"), ("", "127.0.0.1")],
)
def test_health_check_names_a_host_that_is_allowed(diizinkan, nama):
    assert nama_host({"ALLOWED_HOSTS": diizinkan}) == nama
