"""Q14: what was agreed and approved, beside what the planning document says by now."""

import pytest

from kinerja.models import Tahap
from kinerja.mutu_lembaga import lembar_mutu
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
