"""Renstra tables as matrices: which rows there are, what stands in them, how cells merge."""

from cascading.renstra import (
    IsiRenstra,
    KotakRenstra,
    UkuranRenstra,
    tabel_program,
    tabel_target,
)

TAHUN = (2025, 2026)


def ukuran(teks, awal="10", **target):
    isi = {int(t.removeprefix("t")): nilai for t, nilai in target.items()}
    return UkuranRenstra(teks, "Persen", awal, isi)


def kotak(id_, induk, jenjang, *indikator, uang=None, kode=""):
    return KotakRenstra(id_, induk, jenjang, kode, f"{jenjang} {id_}", indikator, uang or {})


ISI = IsiRenstra(
    TAHUN,
    2024,
    (
        kotak(1, None, "TUJUAN", ukuran("Indeks", t2025="1", t2026="2")),
        kotak(2, 1, "SASARAN", ukuran("Persentase", t2026="50")),
        kotak(3, 2, "PROGRAM", ukuran("A"), ukuran("B"), uang={2025: 100, 2026: 200}, kode="1.06"),
        kotak(4, 3, "KEGIATAN"),
        kotak(5, 1, "SASARAN"),
        kotak(6, None, "TUJUAN"),
        kotak(7, 6, "SASARAN"),
    ),
    {2026: 200},
)


def kolom(matriks, judul, grup=""):
    n = next(i for i, k in enumerate(matriks.kolom) if (k.judul, k.grup) == (judul, grup))
    return matriks.sel[n]


def isi(sel):
    return [(s.teks, s.rentang) for s in sel]


def test_every_indicator_has_its_row_and_goals_stand_over_theirs():
    m = tabel_program(ISI)

    assert m.baris == 7
    assert isi(kolom(m, "Tujuan")) == [("TUJUAN 1", 6), ("TUJUAN 6", 1)]
    assert [t for t, _ in isi(kolom(m, "Sasaran"))] == ["-", "SASARAN 2", "SASARAN 5", "SASARAN 7"]
    assert isi(kolom(m, "Program, Kegiatan dan Sub Kegiatan"))[2:4] == [
        ("PROGRAM 3", 2),
        ("KEGIATAN 4", 1),
    ]


def test_money_stands_once_per_box_and_the_end_is_its_sum():
    m = tabel_program(ISI)

    uang = kolom(m, "Rp", "Tahun 2026")
    assert [(s.teks, s.angka, s.rentang) for s in uang][2:4] == [("200", 200, 2), ("-", None, 1)]
    akhir = kolom(m, "Rp", "Kondisi Kinerja pada Akhir Periode")
    assert akhir[2].angka == 300
    assert all(s.angka is None for s in kolom(m, "Rp", "Tahun 2025")[:2])
    assert m.ringkasan == "1 program, 1 kegiatan; jumlah per tahun: 2026 Rp 200"


def test_targets_end_with_the_last_year_and_empty_is_a_dash():
    m = tabel_program(ISI)

    assert [s.teks for s in kolom(m, "Target", "Tahun 2025")][:3] == ["1", "-", "-"]
    akhir = kolom(m, "Target", "Kondisi Kinerja pada Akhir Periode")
    assert [s.teks for s in akhir][:2] == ["2", "50"]


def test_the_goals_table_numbers_the_tujuan_and_leaves_programs_out():
    m = tabel_target(ISI)

    assert [k.judul for k in m.kolom] == [
        "No", "Tujuan", "Sasaran", "Indikator", "Satuan", "Data Capaian Awal (2024)", "2025",
        "2026", "Kondisi Akhir",
    ]  # fmt: skip
    assert isi(kolom(m, "No")) == [("1", 3), ("2", 1)]
    assert [s.teks for s in kolom(m, "Indikator")] == ["Indeks", "Persentase", "-", "-"]


def test_cells_cover_every_row_once():
    for m in (tabel_program(ISI), tabel_target(ISI)):
        for sel in m.sel:
            assert [s.mulai for s in sel] == [
                sum(x.rentang for x in sel[:n]) for n in range(len(sel))
            ]
            assert sum(s.rentang for s in sel) == m.baris
