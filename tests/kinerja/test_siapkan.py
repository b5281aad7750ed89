"""manage.py siapkan: the first start without demo data."""

import io

import pytest
from django.core.management import CommandError, call_command

from kinerja.management.commands import siapkan as perintah
from kinerja.models import Pengaturan, Pengguna, PerangkatDaerah, Periode, Riwayat

PILIHAN = {
    "pemda": "Kabupaten Contoh",
    "kode_pemda": "62.02",
    "dinas": "Dinas Sosial",
    "kode_dinas": "1.06.01",
    "tahun_awal": 2025,
    "tahun_akhir": 2029,
    "admin": "Admin",
    "nama_admin": "Admin Kabupaten",
}
SANDI = "jendela-kayu-biru-7"


def siapkan(**lain):
    keluaran = io.StringIO()
    pilihan = PILIHAN | {"sandi": SANDI} | lain
    call_command("siapkan", **{k: v for k, v in pilihan.items() if v is not None}, stdout=keluaran)
    return keluaran.getvalue()


def test_first_start_makes_all_that_a_login_needs(db, client):
    keluaran = siapkan()

    admin = Pengguna.objects.get(username="admin")
    dinas = PerangkatDaerah.objects.get(kode="1.06.01")
    assert dinas.pemda.kode == "62.02"
    assert list(PerangkatDaerah.objects.dikelola_oleh(admin).order_by("kode")) == [
        dinas,
        dinas.pemda,
    ]
    assert Periode.objects.get().daftar_tahun() == [2025, 2026, 2027, 2028, 2029]
    assert Pengaturan.objects.filter(pemda=dinas.pemda).exists()
    assert SANDI not in keluaran
    masuk = client.post("/masuk/", {"username": "admin", "password": SANDI})
    assert masuk["Location"] == "/"
    assert client.get("/pengaturan/").status_code == 200


def test_everything_is_recorded_as_the_admins_work(db):
    siapkan()

    assert set(Riwayat.objects.values_list("oleh__username", flat=True)) == {"admin"}
    assert {r.kata_kerja for r in Riwayat.objects.all()} == {
        "tambah pengguna", "tambah perangkatdaerah", "tambah periode", "tambah keanggotaan"
    }  # fmt: skip
    call_command("periksa_riwayat", stdout=io.StringIO())


def test_second_run_changes_nothing_and_says_so(db):
    siapkan()
    sebelum = Riwayat.objects.count()

    keluaran = siapkan(pemda="Nama Lain", sandi="sandi-lain-sekali-9")

    assert "sudah ada" in keluaran
    assert Riwayat.objects.count() == sebelum
    assert PerangkatDaerah.objects.get(kode="62.02").nama == "Kabupaten Contoh"
    assert Pengguna.objects.get().check_password(SANDI)


def test_without_options_a_ready_house_says_that_it_is_ready(db):
    siapkan()
    keluaran = io.StringIO()

    call_command("siapkan", stdout=keluaran)

    assert "Sudah siap: masuk sebagai admin" in keluaran.getvalue()


def test_random_password_is_shown_once_and_must_be_changed(db, client):
    keluaran = siapkan(sandi=None, sandi_acak=True)
    sandi = keluaran.split("sekali ini saja: ")[1].split()[0]

    client.post("/masuk/", {"username": "admin", "password": sandi})

    assert len(sandi) == 19
    assert client.get("/")["Location"] == "/sandi/"


@pytest.mark.parametrize(
    ("lain", "kata"),
    [
        ({"admin": None}, "--admin"),
        ({"sandi": None}, "--sandi atau --sandi-acak"),
        ({"sandi": "12345678"}, "umum"),
        ({"tahun_akhir": 2020}, "Tahun akhir"),
        ({"admin": "nama pengguna"}, "pengguna"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_left(db, lain, kata):
    with pytest.raises(CommandError, match=kata):
        siapkan(**lain)

    assert not Pengguna.objects.exists()
    assert not PerangkatDaerah.objects.exists()


def test_questions_ask_for_what_no_option_gave(db, monkeypatch):
    jawaban = iter(["", "Kabupaten Contoh", "62.02", "Dinas Sosial", "1.06.01", "dua", "2025"])
    sandi = iter(["satu", "dua", SANDI, SANDI])
    monkeypatch.setattr(perintah.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: next(jawaban))
    monkeypatch.setattr(perintah, "getpass", lambda _: next(sandi))
    galat = io.StringIO()

    call_command(
        "siapkan", tahun_akhir=2029, admin="admin", nama_admin="Admin", stdout=io.StringIO(),
        stderr=galat,
    )  # fmt: skip

    assert Pengguna.objects.get().check_password(SANDI)
    assert Periode.objects.get().nama == "2025-2029"
    assert galat.getvalue().count("Isi dulu") == 2


@pytest.mark.parametrize("tombol", [EOFError, KeyboardInterrupt])
def test_leaving_the_questions_changes_nothing(db, monkeypatch, tombol):
    def tinggalkan(_):
        raise tombol

    monkeypatch.setattr(perintah.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", tinggalkan)

    with pytest.raises(CommandError, match="Dihentikan"):
        call_command("siapkan")
