"""Steps of a sheet from its pages, its report, and whom each page keeps out."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from kinerja.kerja_saya import kerja_saya
from kinerja.pilihan import Peran
from laporan.evaluasi.baca_lke import baca_lke
from laporan.evaluasi.naskah_lke import naskah_lke
from laporan.models import Dokumen, Lke
from tests.factories import PADA, buat_dinas, buat_pemda, buat_pengguna, buat_pohon
from tests.laporan.catatan_uji import buat_catatan
from tests.laporan.lke_uji import (
    B,
    buat_lke,
    buat_versi,
    diajukan,
    jawab,
    ke,
    kirim,
    kirim_langkah,
    langkah,
    nilai,
)


@pytest.fixture
def draf(dinas, perencana):
    return buat_lke(dinas, perencana)


@pytest.fixture
def tunggu(dinas, perencana):
    return diajukan(dinas, perencana)


@pytest.fixture
def lengkap(dinas, perencana, evaluator):
    """Valued, so that only the last step is missing."""
    return nilai(diajukan(dinas, perencana), evaluator)


def test_the_ladder_from_submission_to_the_report(client, draf, perencana, evaluator):
    client.force_login(perencana)
    assert kirim_langkah(client, draf, "pengajuan").status_code == 422
    jawab(draf, perencana)
    assert kirim_langkah(client, draf, "pengajuan").status_code == 302

    client.force_login(evaluator)
    assert kirim_langkah(client, draf, "pengembalian", alasan="").status_code == 422
    assert kirim_langkah(client, draf, "penetapan").status_code == 422
    nilai(draf, evaluator, kecuali={"1.a.1": B})
    data = {"nomor": "700/1/2025", "tanggal": "2025-03-03", "catatan": "Baik."}
    assert client.post(ke(draf, "laporan"), data).status_code == 302
    rekomendasi = {"isi": "Susun pedoman.", "kode": "2.a", "tenggat": "2025-06-30"}
    assert client.post(ke(draf, "rekomendasi"), rekomendasi).status_code == 302
    assert kirim_langkah(client, draf, "penetapan").status_code == 302

    beku = Dokumen.objects.get(jenis="LHE")
    assert (beku.nomor, str(beku.tanggal)) == ("700/1/2025", "2025-03-03")
    halaman = client.get(ke(draf)).content.decode()
    assert beku.kode_tercetak in halaman
    client.logout()
    verifikasi = client.get(reverse("verifikasi-kode", args=[beku.kode_tercetak]))
    assert "Laporan Hasil Evaluasi" in verifikasi.content.decode()


def test_a_stale_screen_is_told(client, lengkap, evaluator):
    client.force_login(evaluator)

    for benda in ("penetapan", "pengembalian"):
        assert client.post(ke(lengkap, benda), {"versi": 1, "alasan": "X"}).status_code == 409
    assert Lke.objects.get().status == "DIAJUKAN"


def test_pressing_twice_makes_one_report(client, lengkap, evaluator):
    client.force_login(evaluator)

    assert kirim_langkah(client, lengkap, "penetapan").status_code == 302
    assert kirim_langkah(client, lengkap, "penetapan").status_code == 422
    assert Dokumen.objects.filter(jenis="LHE").count() == 1


def test_recommendations_and_what_became_of_them(client, dinas, perencana, evaluator):
    lke = diajukan(dinas, perencana)
    client.force_login(evaluator)
    client.post(ke(lke, "rekomendasi"), {"isi": "Cabut ini."})
    assert client.post(ke(lke, "rekomendasi-pencabutan", 1)).status_code == 302
    assert client.post(ke(lke, "rekomendasi"), {"isi": ""}).status_code == 422
    client.post(ke(lke, "rekomendasi"), {"isi": "Susun pedoman."})
    nilai(lke, evaluator)
    kirim_langkah(client, lke, "penetapan")
    tulis = ke(lke, "tindak-lanjut", 1)
    assert client.post(tulis, {"tindak_lanjut": "X"}).status_code == 403

    client.force_login(perencana)
    assert client.post(tulis, {"tindak_lanjut": ""}).status_code == 422
    assert client.post(tulis, {"tindak_lanjut": "Ditetapkan.", "lama": ""}).status_code == 302
    bentrok = client.post(tulis, {"tindak_lanjut": "Lain", "lama": ""})
    assert (bentrok.status_code, "Yang Anda tulis: Lain" in bentrok.content.decode()) == (409, True)
    assert client.post(ke(lke, "tindak-lanjut", 9), {}).status_code == 404


def test_last_years_follow_up_stands_in_this_years_report(client, dinas, perencana, evaluator):
    lalu = diajukan(dinas, perencana, tahun=2023)
    rekomendasi = lalu.rekomendasikan("Susun pedoman.", kode="2.a", oleh=evaluator, pada=PADA)
    nilai(lalu, evaluator)
    client.force_login(evaluator)
    kirim_langkah(client, lalu, "penetapan")
    lalu.tindak_lanjuti(rekomendasi, "Ditetapkan.", lama="", oleh=perencana, pada=PADA)

    ini = buat_lke(dinas, perencana)
    naskah = naskah_lke(baca_lke(ini), pada=PADA)

    assert (naskah.lalu[0].isi, naskah.lalu[0].tindak_lanjut) == ("Susun pedoman.", "Ditetapkan.")
    assert naskah.tahun_lalu == "80,00 (BB)"
    assert "Rekomendasi dan tindak lanjut 2023" in client.get(ke(ini)).content.decode()


TULIS = (
    ("komponen", ("1",), {}), ("bukti", ("1.a.1",), {}), ("pengajuan", (), {"versi": 1}),
    ("penghapusan", (), {}),
)  # fmt: skip
NILAI = (
    ("penetapan", (), {}), ("pengembalian", (), {}), ("laporan", (), {}), ("rekomendasi", (), {}),
)  # fmt: skip


@pytest.mark.parametrize(("nama", "lain", "data"), [*TULIS, *NILAI])
def test_a_wrong_role_is_403_another_agency_404_a_guest_302(
    client, draf, dinas, perencana_lain, nama, lain, data
):
    pejabat = buat_pengguna("bukan_siapa", Peran.PEJABAT, di=dinas)
    tempat = buat_pengguna("bappeda", Peran.BAPPEDA, di=dinas.pemda)

    for siapa, status in ((pejabat, 403), (tempat, 403), (perencana_lain, 404)):
        client.force_login(siapa)
        assert client.post(ke(draf, nama, *lain), data).status_code == status
    client.logout()
    assert client.post(ke(draf, nama, *lain), data).status_code == 302


@pytest.mark.parametrize(("nama", "lain", "data"), NILAI)
def test_the_agency_does_not_value_itself(client, tunggu, perencana, nama, lain, data):
    client.force_login(perencana)

    assert client.post(ke(tunggu, nama, *lain), data).status_code == 403


def test_the_evaluator_does_not_answer_for_the_agency(client, draf, evaluator):
    client.force_login(evaluator)

    assert kirim(client, draf, m_1_a_1="TERPENUHI").status_code == 422
    assert kirim_langkah(client, draf, "pengajuan").status_code == 403
    assert client.post(ke(draf, "bukti", "1.a.1"), {}).status_code == 403


def test_a_sheet_begins_only_where_one_plans(client, dinas, perencana, perencana_lain, evaluator):
    versi = buat_versi(dinas.pemda, perencana)
    jauh = buat_dinas(buat_pemda("Kabupaten Lain", "62.03"), "Dinas Jauh", "8.8")
    asing = buat_versi(jauh.pemda, perencana)
    alamat = reverse("lke-mulai", args=[dinas.pk])

    for siapa, pakai, status in (
        (perencana_lain, versi, 404), (evaluator, versi, 403), (perencana, asing, 404),
    ):  # fmt: skip
        client.force_login(siapa)
        assert client.post(alamat, {"tahun": 2024, "versi": pakai.pk}).status_code == status
    client.post(alamat, {"tahun": 2019, "versi": versi.pk})
    assert not Lke.objects.exists()


def test_notes_that_ask_for_something_stand_in_the_report(dinas, perencana, evaluator):
    pohon = buat_pohon(dinas, perencana)
    tenggat = date(2025, 6, 30)
    for tahun, teks in ((2024, "Betulkan satuan."), (2023, "Lengkapi definisi.")):
        buat_catatan(pohon, evaluator, tahun=tahun, rekomendasi=teks, tenggat=tenggat)
    lke = diajukan(dinas, perencana)
    lke.rekomendasikan("Susun pedoman.", oleh=evaluator, pada=PADA)

    naskah = naskah_lke(baca_lke(lke), pada=PADA)

    assert [(r.nomor, r.isi) for r in naskah.rekomendasi] == [
        (1, "Susun pedoman."), (2, "Betulkan satuan."),
    ]  # fmt: skip
    assert [(r.isi, r.tenggat) for r in naskah.lalu] == [("Lengkapi definisi.", "30 Juni 2025")]


def test_what_waits_stands_in_the_own_list_and_in_the_history(client, dinas, perencana, evaluator):
    def judul(siapa):
        siapa._lupakan_keanggotaan()
        return [b.judul for d in kerja_saya(siapa, PADA.date()) for b in d.butir]

    lke = diajukan(dinas, perencana)
    assert f"Nilai {lke}" in judul(evaluator)
    langkah(lke, "kembalikan", evaluator, alasan="Lengkapi.")
    assert (str(lke) in judul(perencana), judul(evaluator)) == (True, [])
    langkah(lke, "ajukan", perencana)
    lke.rekomendasikan("Susun pedoman.", oleh=evaluator, pada=PADA)
    langkah(nilai(lke, evaluator), "finalkan", evaluator)
    assert f"Tindak lanjuti 1 rekomendasi {lke}" in judul(perencana)

    client.force_login(evaluator)
    riwayat = client.get(reverse("lembaga-riwayat", args=[dinas.pk])).content.decode()
    assert f"{lke} dinyatakan final" in riwayat
    assert f"{lke} diisi: 53 isian" in riwayat
