"""Q18 and Q19: results of the quarters as the page "Cek kualitas" sees them."""

import pytest

from kinerja.models import Bukti
from kinerja.mutu_lembaga import lembar_mutu
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.kinerja.ukur_uji import buat_terukur, ukur

TAHUN = 2025


def temuan(dinas, kode):
    lembar = lembar_mutu(dinas, tahun=TAHUN, pada=PADA.date())
    return [b.butir.temuan.pesan for b in lembar.baris if b.butir.temuan.kode == kode]


@pytest.fixture
def terukur(pohon, jalur, perencana):
    return buat_terukur(pohon, jalur, perencana)


def test_a_low_result_without_evidence_and_reason_is_told_once(dinas, pohon, terukur, perencana):
    ukur(pohon, terukur, "25", oleh=perencana, triwulan=1)
    ukur(pohon, terukur, "5", oleh=perencana, triwulan=2)

    (pesan,) = temuan(dinas, "Q18")

    assert "triwulan 2 2025: belum berbukti; capaian 60 % tanpa hambatan" in pesan


def test_evidence_of_any_quarter_is_evidence(dinas, pohon, terukur, perencana):
    ukur(pohon, terukur, "25", oleh=perencana)
    Bukti.objects.create(
        perangkat_daerah=dinas, indikator_uid=terukur.uid, tahun=TAHUN, triwulan=1,
        nama="Rekap", tautan="https://contoh.go.id/rekap", oleh=perencana, pada=PADA,
    )  # fmt: skip

    assert temuan(dinas, "Q18") == []


def test_all_money_and_little_result_is_told(dinas, pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    sub = jalur[Jenjang.SUB_KEGIATAN]
    pohon.isi_pagu(sub, "1.000.000", tahun=TAHUN, sumber_dana="DAU", **siapa)
    isi = {"teks": "Jumlah orang makan", "satuan": "Orang", "agregasi": "JUMLAH",
           "frekuensi": "TRIWULANAN"}  # fmt: skip
    indikator = pohon.tambah_indikator(sub, **isi, **siapa)
    pohon.isi_target(indikator, "100", tahun=TAHUN, **siapa)
    pohon.isi_target(indikator, "100", tahun=TAHUN, triwulan=1, **siapa)
    ukur(pohon, indikator, "40", oleh=perencana)
    ukur(pohon, sub, "1.000.000", oleh=perencana, medan="anggaran")

    assert ["terserap seluruhnya, capaian 40 %" in p for p in temuan(dinas, "Q19")] == [True]
