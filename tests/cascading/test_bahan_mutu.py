"""Q15: an IKU that no agreement of the year promises. Q20: an agreement after its time."""

from datetime import date

import pytest

from cascading.bahan_mutu import bahan_perjanjian
from cascading.pembuatan_perjanjian import buat_perjanjian
from kinerja.models import Indikator, Pengaturan, Tahap
from kinerja.mutu_lembaga import lembar_mutu
from tests.cascading.perjanjian_uji import TAHUN, isi_kantor
from tests.factories import PADA


@pytest.fixture
def kantor(pohon, perencana):
    kantor = isi_kantor(pohon, perencana)
    for nama in ("Sasaran", "Kegiatan B"):
        Indikator.objects.filter(simpul=kantor.simpul[nama]).update(utama=True)
    return kantor


def q15(dinas):
    lembar = lembar_mutu(dinas, tahun=TAHUN, pada=PADA.date())
    return [b.letak for b in lembar.baris if b.butir.temuan.kode == "Q15"]


def test_without_agreements_nothing_is_missing(kantor, dinas, pohon):
    assert bahan_perjanjian(dinas, [pohon], TAHUN).dokumen == ()
    assert q15(dinas) == []


def test_an_iku_that_nobody_promised_is_told_at_its_box(kantor, dinas, perencana):
    buat_perjanjian(kantor.jabatan["kadis"], TAHUN, oleh=perencana, pada=PADA)

    assert q15(dinas) == ["Kegiatan Kegiatan B"]


def test_agreements_of_another_year_say_nothing(kantor, dinas, pohon, perencana):
    buat_perjanjian(kantor.jabatan["kadis"], TAHUN, oleh=perencana, pada=PADA)

    assert bahan_perjanjian(dinas, [pohon], TAHUN + 1).dokumen == ()


def q20(dinas, hari):
    lembar = lembar_mutu(dinas, tahun=TAHUN, pada=hari)
    return [b.butir.temuan.pesan for b in lembar.baris if b.butir.temuan.kode == "Q20"]


@pytest.mark.usefixtures("kantor")
def test_the_agreement_of_the_head_is_due_so_many_days_after_the_dpa(dinas):
    Tahap.objects.filter(perangkat_daerah=dinas, tahun=TAHUN).update(
        tanggal_dokumen=date(TAHUN, 1, 2)
    )
    tepat, lewat = date(TAHUN, 2, 2), date(TAHUN, 2, 3)

    assert q20(dinas, tepat) == []
    (pesan,) = q20(dinas, lewat)
    assert "Perjanjian kinerja Kepala Dinas Sosial 2025 jatuh tempo 2025-02-02" in pesan

    Pengaturan.objects.update_or_create(pemda=dinas.pemda, defaults={"hari_perjanjian": None})
    assert q20(dinas, lewat) == []


def q17(dinas):
    lembar = lembar_mutu(dinas, tahun=TAHUN, pada=PADA.date())
    return [b.letak for b in lembar.baris if b.butir.temuan.kode == "Q17"]


def test_a_condition_of_another_agency_wants_its_consent(
    kondisi, dinas, kesehatan, perencana, permintaan
):
    kotak, siapa = kondisi[4], {"oleh": perencana, "pada": PADA}
    assert q17(dinas) == []
    kotak.pohon.ubah(kotak, {"pengampu_tertulis": "Dinas Kesehatan"}, **siapa)
    assert q17(dinas) == ["Kondisi Tersalurkannya permakanan"]
    kotak.pohon.ubah(kotak, {"pengampu_tertulis": ""}, **siapa)
    assert q17(dinas) == []
    kotak.pohon.ampu(kotak, kesehatan, **siapa)
    assert q17(dinas) == ["Kondisi Tersalurkannya permakanan"]

    lintas = permintaan()
    assert q17(dinas) == []
    lintas.tarik("Batal", **siapa)
    assert q17(dinas) == ["Kondisi Tersalurkannya permakanan"]
