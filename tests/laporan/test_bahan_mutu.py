"""Q14: what was agreed and approved, beside what stands in the document now. Q20: the LKjIP."""

from datetime import date

import pytest

from kinerja.models import Pengaturan, Pengukuran, Tahap
from kinerja.mutu_lembaga import lembar_mutu
from laporan.arsip import simpan_arsip
from tests.cascading.perjanjian_uji import TAHUN
from tests.factories import PADA
from tests.iku.iku_uji import buat_dokumen_iku, buat_iku
from tests.laporan.perjanjian_uji import disahkan

ALAMAT = "https://contoh.go.id/verifikasi/KODE/"


def q14(dinas):
    lembar = lembar_mutu(dinas, tahun=TAHUN, pada=PADA.date())
    return [(b.letak, b.butir.temuan.pesan) for b in lembar.baris if b.butir.temuan.kode == "Q14"]


@pytest.fixture
def disepakati(tunggu, kadis, kantor):
    disahkan(tunggu, kadis)
    return kantor


def test_a_target_that_moved_on_after_the_agreement_is_told_at_its_box(
    disepakati, dinas, pohon, perencana
):
    assert q14(dinas) == []
    Tahap.objects.create(perangkat_daerah=dinas, tahun=TAHUN, urutan=2, kode="PERUBAHAN",
                         nama="Perubahan")  # fmt: skip
    indikator = disepakati.simpul["Kegiatan A"].indikator.get()
    isi = {"tahun": TAHUN, "tahap": "PERUBAHAN", "oleh": perencana, "pada": PADA}

    pohon.isi_target(indikator, "90,50 %", **isi)
    assert q14(dinas) == []

    pohon.isi_target(indikator, "95", **isi)
    ((letak, pesan),) = q14(dinas)
    assert letak == "Kegiatan Kegiatan A"
    assert "dokumen perencanaan menulis 95, PK menulis 90,5" in pesan


def test_a_frozen_iku_document_is_compared_in_each_of_its_years(
    pohon, jalur, perencana, kepala, dinas
):
    indikator = buat_iku(pohon, jalur["SASARAN"], perencana)
    dokumen = buat_dokumen_iku(pohon, perencana)
    langkah = {"pada": PADA, "alamat": ALAMAT}
    dokumen.melangkah("ajukan", versi=dokumen.versi, oleh=perencana, pada=PADA)
    dokumen.melangkah("setujui", versi=dokumen.versi, oleh=kepala, **langkah)
    tahun = pohon.periode.daftar_tahun()[-1]

    pohon.isi_target(indikator, "1", tahun=tahun, oleh=perencana, pada=PADA)

    lembar = lembar_mutu(dinas, tahun=tahun, pada=PADA.date())
    pesan = [b.butir.temuan.pesan for b in lembar.baris if b.butir.temuan.kode == "Q14"]
    assert len(pesan) == 1
    assert "dokumen perencanaan menulis 1, IKU menulis" in pesan[0]
    assert q14(dinas) == []


def q20(dinas, hari):
    lembar = lembar_mutu(dinas, tahun=TAHUN, pada=hari)
    return [b.butir.temuan.pesan for b in lembar.baris if b.butir.temuan.kode == "Q20"]


def test_the_performance_report_of_a_measured_year_is_due(kantor, dinas, perencana):
    tepat, lewat = date(TAHUN + 1, 2, 28), date(TAHUN + 1, 3, 1)
    assert q20(dinas, lewat) == []
    Pengukuran.objects.create(pohon=kantor.pohon, tahun=TAHUN, triwulan=4, status="DIAJUKAN",
                              diajukan_pada=PADA, diubah_pada=PADA)  # fmt: skip

    assert q20(dinas, tepat) == []
    (pesan,) = q20(dinas, lewat)
    assert pesan == "Laporan kinerja (LKjIP) 2025 jatuh tempo 2026-02-28, belum selesai."

    isi = {"nama": "lkjip.pdf", "tahun": TAHUN, "oleh": perencana, "pada": PADA}
    simpan_arsip(
        dinas, b"%PDF-1.4 lkjip", judul="LKjIP 2025", tanggal=date(TAHUN + 1, 2, 20), **isi
    )
    assert q20(dinas, lewat) == []

    Pengaturan.objects.update_or_create(pemda=dinas.pemda, defaults={"hari_lkjip": 10})
    (pesan,) = q20(dinas, lewat)
    assert "jatuh tempo 2026-01-10, selesai 2026-02-20" in pesan
