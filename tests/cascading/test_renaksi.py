"""The action plan as a table: quarters against the year, actions beside indicators."""

from cascading.isi_laporan import AksiLaporan
from cascading.renaksi import tabel_renaksi
from tests.cascading.laporan_uji import indikator, isi_laporan, kotak, sel, teks

TW = "Target Triwulan"


def test_a_sum_that_does_not_come_to_the_year_is_said_under_its_target_and_at_the_end():
    isi = isi_laporan(
        kotak(1, None, "PROGRAM", indikator(setahun="100", target=(25, 25, 25, 20))),
        kotak(2, 1, "KEGIATAN", indikator(setahun="100", target=(25, 50, 75, 100))),
        kotak(3, 1, "KEGIATAN", indikator(setahun="80", target=(20, 40, 60, 70), agregasi="AKHIR")),
    )

    m = tabel_renaksi(isi)

    catatan = [s.catatan for s in sel(m, "Target 2025")]
    assert "95, target setahun 100" in catatan[0][0]
    assert catatan[1] == ()  # typed cumulatively
    assert "triwulan IV 70, target setahun 80" in catatan[2][0]
    assert [c.letak for c in m.catatan] == ["PROGRAM 1: Jumlah orang", "KEGIATAN 3: Jumlah orang"]
    assert teks(m, "IV", TW) == ["20", "100", "70"]


def test_actions_stand_beside_the_indicators_and_the_shorter_list_is_drawn_out():
    aksi = (AksiLaporan("Pendataan", "Verifikasi", ("1", "", "", "2")), AksiLaporan("Penyaluran"))
    isi = isi_laporan(
        kotak(1, None, "PROGRAM", indikator(setahun="4"), aksi=aksi, pagu=500),
        kotak(2, 1, "KEGIATAN", indikator(setahun=None)),
    )

    m = tabel_renaksi(isi)

    assert [(s.teks, s.rentang) for s in sel(m, "Indikator Kinerja")] == [
        ("Jumlah orang", 2), ("Jumlah orang", 1)
    ]  # fmt: skip
    assert teks(m, "Rencana Aksi") == ["Pendataan", "Penyaluran", "-"]
    assert teks(m, "IV", "Target Rencana Aksi per Triwulan") == ["2", "-", "-"]
    assert [(s.angka, s.rentang) for s in sel(m, "Pagu (Rp)")] == [(500, 2), (None, 1)]


def test_a_plan_without_actions_has_no_columns_for_them():
    m = tabel_renaksi(isi_laporan(kotak(1, None, "PROGRAM", indikator(setahun="0"))))

    assert "Rencana Aksi" not in [k.judul for k in m.kolom]
    assert teks(m, "Target 2025") == ["0"]  # 0 is a value
