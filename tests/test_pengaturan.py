"""Settings come from the environment; production refuses to start half set up."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import RequestFactory, override_settings

from config.proksi import alamat_pengunjung
from tests.berkas import AKAR

PRODUKSI = {
    "LINGKUNGAN": "produksi",
    "SECRET_KEY": "k4nc1l-m3ncur1-t1mun-d1-k3bun-p4k-t4n1-s3k4l1-l4g1-hari-ini",
    "ALLOWED_HOSTS": "kinerja.contoh.go.id",
}
LIHAT = """
import json, config.settings as s
print(json.dumps({n: getattr(s, n) for n in dir(s) if n.isupper()}, default=str))
"""


def jalankan(*perintah, tmp_path, **env):
    bersih = {"PATH": os.environ["PATH"], "BERKAS_ENV": "", "DATA_DIR": str(tmp_path)}
    return subprocess.run(
        [sys.executable, *perintah],
        cwd=AKAR,
        env={**bersih, **env},
        capture_output=True,
        text=True,
    )


def baca(tmp_path, **env):
    hasil = jalankan("-c", LIHAT, tmp_path=tmp_path, **env)
    assert hasil.returncode == 0, hasil.stderr
    return json.loads(hasil.stdout)


@pytest.mark.parametrize("nama", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_without_key_or_hosts_names_what_is_missing(nama, tmp_path):
    hasil = jalankan("-c", LIHAT, tmp_path=tmp_path, **{**PRODUKSI, nama: ""})

    assert hasil.returncode != 0
    assert f"ImproperlyConfigured: LINGKUNGAN=produksi needs {nama}" in hasil.stderr


def test_production_refuses_a_short_key(tmp_path):
    hasil = jalankan("-c", LIHAT, tmp_path=tmp_path, **{**PRODUKSI, "SECRET_KEY": "pendek"})

    assert "needs SECRET_KEY (32 characters or more)" in hasil.stderr


def test_misspelt_environment_is_not_taken_for_development(tmp_path):
    hasil = jalankan("-c", LIHAT, tmp_path=tmp_path, LINGKUNGAN="production")

    assert "LINGKUNGAN is either" in hasil.stderr


def test_production_never_debugs_and_keeps_cookies_to_https(tmp_path):
    isi = baca(tmp_path, **PRODUKSI, DEBUG="1")

    assert isi["DEBUG"] is False
    assert isi["SESSION_COOKIE_SECURE"] is isi["CSRF_COOKIE_SECURE"] is True
    assert isi["ALLOWED_HOSTS"] == ["kinerja.contoh.go.id"]


def test_office_network_without_tls_can_switch_https_off(tmp_path):
    isi = baca(tmp_path, **PRODUKSI, HTTPS="0")

    assert isi["SESSION_COOKIE_SECURE"] is isi["SECURE_SSL_REDIRECT"] is False
    assert isi["SECURE_HSTS_SECONDS"] == 0


@pytest.mark.lambat
def test_deploy_check_finds_nothing_in_production(tmp_path):
    perintah = ["manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    hasil = jalankan(*perintah, tmp_path=tmp_path, **PRODUKSI)

    assert hasil.returncode == 0, hasil.stderr


def test_development_starts_with_nothing_set_on_sqlite(tmp_path):
    basis_data = baca(tmp_path)["DATABASES"]["default"]

    assert basis_data["NAME"] == str(tmp_path / "kinerja.sqlite3")
    assert basis_data["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "ATOMIC_REQUESTS" not in basis_data


def test_database_url_switches_to_postgresql(tmp_path):
    alamat = "postgres://kinerja:rahasia@db:5433/pemda"
    basis_data = baca(tmp_path, DATABASE_URL=alamat)["DATABASES"]["default"]

    assert basis_data["ENGINE"] == "django.db.backends.postgresql"
    assert (basis_data["HOST"], basis_data["PORT"], basis_data["NAME"]) == ("db", 5433, "pemda")
    assert basis_data["CONN_HEALTH_CHECKS"] is True


def test_env_file_is_read_and_the_real_environment_wins(tmp_path):
    berkas = tmp_path / "pengaturan.env"
    berkas.write_text("TIME_ZONE=Asia/Jayapura\nAXES_FAILURE_LIMIT=9\n")

    isi = baca(tmp_path, BERKAS_ENV=str(berkas), AXES_FAILURE_LIMIT="3")

    assert (isi["TIME_ZONE"], isi["AXES_FAILURE_LIMIT"]) == ("Asia/Jayapura", 3)


def test_passwords_are_hashed_with_argon2(tmp_path):
    assert baca(tmp_path)["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")


@pytest.mark.django_db
@pytest.mark.parametrize("alamat", ["/masuk/", "/sehat/", "/tidak-ada/", "/static/ikon.svg"])
def test_every_answer_carries_a_strict_content_security_policy(client, alamat):
    kebijakan = client.get(alamat).headers["Content-Security-Policy"]

    assert "default-src 'self'" in kebijakan
    assert "frame-ancestors 'none'" in kebijakan
    assert "unsafe" not in kebijakan


@pytest.mark.django_db
@override_settings(SECURE_SSL_REDIRECT=True, SECURE_REDIRECT_EXEMPT=settings.SECURE_REDIRECT_EXEMPT)
def test_redirect_to_https_carries_the_policy_too_and_spares_the_health_page(client):
    response = client.get("/masuk/")

    assert response.status_code == 301
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert client.get("/sehat/").status_code == 200


@pytest.mark.parametrize(
    ("jumlah", "lewat", "alamat"),
    [
        (0, "203.0.113.9", "10.0.0.2"),  # no proxy: the header is a visitor's own writing
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "1.2.3.4, 203.0.113.9", "203.0.113.9"),
        (2, "1.2.3.4, 203.0.113.9, 10.0.0.7", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.2"),
        (1, "bukan alamat", "10.0.0.2"),
        (1, "", "10.0.0.2"),
    ],
)
def test_visitor_address_believes_trusted_proxies_only(jumlah, lewat, alamat):
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.2", HTTP_X_FORWARDED_FOR=lewat)

    with override_settings(JUMLAH_PROKSI=jumlah):
        assert alamat_pengunjung(request) == alamat
