"""A verified quarter is frozen; its report says when figures changed since."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from kinerja.models import PembukaanKotak
from kinerja.pilihan import Peran
from laporan.models import Dokumen
from laporan.pengesahan_ukur import dokumen_ukur, kalimat_berubah
from tests.factories import PADA, buat_pengguna
from tests.kinerja.ukur_uji import buat_terukur, langkah, ukur


@pytest.fixture
def bappeda(dinas):
    return buat_pengguna("bappeda", Peran.BAPPEDA, di=dinas.pemda)


@pytest.fixture
def indikator(pohon, jalur, perencana):
    milik = buat_terukur(pohon, jalur, perencana)
    ukur(pohon, milik, "20", oleh=perencana)
    langkah(pohon, "ajukan", oleh=perencana)
    return milik


@pytest.fixture
def beku(pohon, indikator, bappeda):
    langkah(pohon, "verifikasi", oleh=bappeda)
    return dokumen_ukur(pohon, 2025, 1)


def ubah(pohon, indikator, oleh, sesudah=timedelta(hours=1)):
    """One box opened again, and another value."""
    PembukaanKotak(
        perangkat_daerah=pohon.perangkat_daerah, simpul_uid=indikator.simpul.uid, tahun=2025,
        triwulan=1, sebutan="x", sampai=timezone.localdate() + timedelta(days=30), alasan="Salah",
    ).daftarkan(oleh=oleh, pada=PADA)  # fmt: skip
    ukur(pohon, indikator, "22", oleh=oleh, pada=PADA + sesudah)


def test_verifying_freezes_what_is_printed(client, pohon, indikator, bappeda):
    client.force_login(bappeda)
    alamat = reverse("pengukuran-verifikasi", args=[pohon.pk])

    client.post(f"{alamat}?tahun=2025&triwulan=1")

    beku = dokumen_ukur(pohon, 2025, 1)
    assert beku.utuh
    assert "Diverifikasi bappeda" in beku.cuplikan["persetujuan"]
    assert f"kode {beku.kode_tercetak} · http://testserver/" in beku.cuplikan["kaki"]
    assert not beku.cuplikan["konsep"]
    assert dokumen_ukur(pohon, 2025, 2) is None


def test_figures_that_change_later_are_said_and_the_frozen_stay(
    client, pohon, indikator, beku, perencana
):
    assert kalimat_berubah(beku) == ""

    ubah(pohon, indikator, perencana)

    assert kalimat_berubah(beku).startswith("Angka Triwulan I 2025 berubah sesudah dibekukan")
    client.force_login(perencana)
    halaman = client.get(
        reverse("laporan-kinerja", args=[pohon.pk]), {"tahun": 2025, "triwulan": 1}
    ).text
    assert beku.kode_tercetak in halaman
    assert "berubah sesudah dibekukan" in halaman
    client.logout()
    umum = client.get(reverse("verifikasi-kode", args=[beku.kode_tercetak])).text
    assert "Pengukuran kinerja" in umum
    assert "berubah sesudah dibekukan" in umum


@pytest.mark.lambat
def test_the_page_gives_the_frozen_file_or_the_figures_of_now(
    client, pohon, indikator, beku, perencana
):
    ubah(pohon, indikator, perencana)
    client.force_login(perencana)
    minta = {"laporan": "pengukuran", "tahun": 2025, "triwulan": 1, "kertas": "A3",
             "format": "pdf"}  # fmt: skip
    alamat = reverse("laporan-kinerja-berkas", args=[pohon.pk])

    jawab = client.get(alamat, minta)

    isi = b"".join(jawab.streaming_content) if jawab.streaming else jawab.content
    assert bytes(beku.berkas.get().isi) == isi
    assert (
        client.get(alamat, minta | {"terbaru": 1}).status_code == 302
    )  # a job: nobody has printed these
    teks = PdfReader(BytesIO(isi)).pages[0].extract_text()
    assert beku.kode_tercetak in teks
    assert "KONSEP" not in teks


def test_a_quarter_verified_again_replaces_its_report(pohon, indikator, beku, perencana, bappeda):
    langkah(pohon, "kembalikan", oleh=bappeda, alasan="Periksa lagi")
    langkah(pohon, "ajukan", oleh=perencana)
    langkah(pohon, "verifikasi", oleh=bappeda)

    baru = dokumen_ukur(pohon, 2025, 1)

    assert baru.menggantikan == beku
    assert (baru.versi, baru.sebab_ganti) == (2, "PEMBETULAN")
    assert Dokumen.objects.count() == 2
