"""When a quarter takes values: its window, its ladder, the edition in force."""

from datetime import date

import pytest

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import (
    PembukaanKotak,
    Pengukuran,
    Realisasi,
    RealisasiAnggaran,
    Riwayat,
    SuntinganDitolak,
)
from tests.factories import PADA
from tests.kinerja.salinan_uji import setujui
from tests.kinerja.ukur_uji import buat_terukur, jendela, langkah, ukur

HARI = PADA.date()


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana}


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return buat_terukur(pohon, jalur, perencana)


def sebab(ditolak):
    return next(iter(ditolak.value.sel.values()))[0].kode


def test_windows_open_and_close(pohon, indikator, siapa):
    jendela(pohon.perangkat_daerah.pemda, date(2025, 1, 10), date(2999, 1, 31))
    with pytest.raises(SuntinganDitolak) as ditolak:
        ukur(pohon, indikator, "20", **siapa)

    assert sebab(ditolak) == "JENDELA_TUTUP"
    ukur(pohon, indikator, "20", pada=PADA.replace(day=10), **siapa)


def test_a_closed_quarter_opens_for_one_box_until_a_day(pohon, indikator, jalur, siapa):
    dinas = pohon.perangkat_daerah
    jendela(dinas.pemda, date(2024, 1, 1), date(2024, 1, 2))
    buka = {"perangkat_daerah": dinas, "tahun": 2025, "triwulan": 1, "sebutan": "Sasaran"}
    PembukaanKotak(
        **buka, simpul_uid=jalur["SASARAN"].uid, sampai=date(2999, 1, 1), alasan="Data terlambat."
    ).daftarkan(pada=PADA, **siapa)

    ukur(pohon, indikator, "20", **siapa)

    with pytest.raises(AturanDilanggar, match="mengapa"):
        PembukaanKotak(
            **buka, simpul_uid=jalur["SASARAN"].uid, sampai=HARI, alasan=" "
        ).daftarkan(pada=PADA, **siapa)  # fmt: skip
    with pytest.raises(SuntinganDitolak):
        ukur(pohon, indikator, "20", triwulan=1, pada=PADA.replace(year=3000), **siapa)


def test_submitted_values_wait_for_their_answer(pohon, indikator, siapa):
    ukur(pohon, indikator, "24", **siapa)
    langkah(pohon, "ajukan", **siapa)
    with pytest.raises(SuntinganDitolak) as ditolak:
        ukur(pohon, indikator, "25", **siapa)
    assert sebab(ditolak) == "PENGUKURAN_TERKUNCI"

    satu = langkah(pohon, "kembalikan", alasan="Buktinya belum ada.", **siapa)
    assert (satu.status, satu.alasan) == ("DIKEMBALIKAN", "Buktinya belum ada.")
    ukur(pohon, indikator, "25", **siapa)
    langkah(pohon, "ajukan", **siapa)
    langkah(pohon, "verifikasi", **siapa)

    assert Pengukuran.objects.get().status == "DIVERIFIKASI"
    kata = Riwayat.objects.filter(kata_kerja__endswith="_pengukuran").values_list("kata_kerja")
    assert len(kata) == 4
    with pytest.raises(AturanDilanggar):
        langkah(pohon, "ajukan", **siapa)
    with pytest.raises(AturanDilanggar, match="alasannya"):
        langkah(pohon, "kembalikan", **siapa)


def test_a_red_value_goes_up_with_a_note_only(pohon, indikator, siapa):
    with pytest.raises(AturanDilanggar, match="Belum ada realisasi"):
        langkah(pohon, "ajukan", **siapa)
    ukur(pohon, indikator, "5", **siapa)
    with pytest.raises(AturanDilanggar, match="Jumlah orang terlayani"):
        langkah(pohon, "ajukan", **siapa)

    ukur(pohon, indikator, "Banjir menutup jalan.", medan="hambatan", **siapa)

    assert langkah(pohon, "ajukan", **siapa).status == "DIAJUKAN"


def test_a_new_edition_in_force_takes_the_values_along(pohon, jalur, indikator, siapa):
    oleh = siapa["oleh"]
    setujui(pohon, oleh)
    pohon.refresh_from_db()
    ukur(pohon, indikator, "24", **siapa)
    ukur(pohon, jalur["SUB_KEGIATAN"], "7.000", medan="anggaran", **siapa)
    langkah(pohon, "ajukan", **siapa)
    baru = pohon.buka_perubahan(oleh=oleh, pada=PADA)
    with pytest.raises(AturanDilanggar, match="edisi 1"):
        ukur(baru, indikator, "25", **siapa)
    assert not Realisasi.objects.filter(indikator__pohon=baru).exists()

    baru.ajukan(versi=baru.versi, galat=0, oleh=oleh, pada=PADA)
    baru.setujui(versi=baru.versi, galat=0, oleh=oleh, pada=PADA)

    dibawa = Realisasi.objects.get(indikator__pohon=baru)
    assert (dibawa.nilai, dibawa.capaian) == (24, 96)
    assert RealisasiAnggaran.objects.get(simpul__pohon=baru).nilai == 7000
    assert Pengukuran.objects.get(pohon=baru).status == "DIAJUKAN"
    assert Realisasi.objects.filter(indikator=indikator).count() == 1
    with pytest.raises(AturanDilanggar, match="edisi 2"):
        ukur(pohon, indikator, "25", **siapa)


def test_what_was_measured_is_not_deleted(pohon, indikator, jalur, siapa):
    ukur(pohon, indikator, "24", **siapa)

    with pytest.raises(AturanDilanggar, match="kosongkan dahulu"):
        pohon.hapus_indikator(indikator, pada=PADA, **siapa)
    ukur(pohon, indikator, "", **siapa)
    ukur(pohon, jalur["SUB_KEGIATAN"], "7.000", medan="anggaran", **siapa)
    with pytest.raises(AturanDilanggar, match="kosongkan dahulu"):
        pohon.hapus(jalur["KEGIATAN"], pada=PADA, **siapa)


def test_a_closed_window_does_not_stop_a_new_edition(pohon, jalur, indikator, siapa):
    setujui(pohon, siapa["oleh"])
    pohon.refresh_from_db()
    ukur(pohon, indikator, "24", **siapa)
    ukur(pohon, jalur["SUB_KEGIATAN"], "7.000", medan="anggaran", **siapa)
    jendela(pohon.perangkat_daerah.pemda, date(2020, 1, 1), date(2020, 1, 2))
    baru = pohon.buka_perubahan(pada=PADA, **siapa)

    setujui(baru, siapa["oleh"])

    assert Realisasi.objects.get(indikator__pohon=baru).nilai == 24
    assert RealisasiAnggaran.objects.get(simpul__pohon=baru).nilai == 7000
