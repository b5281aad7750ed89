"""The table: rows, merged cells, indicators, levels that are missing."""

from cascading.matriks import susun
from cascading.matriks_isi import IndikatorIsi
from cascading.set_kolom import BELANJA_WAJIB_24, LENGKAP, DaftarKolom, Kolom
from tests.cascading.contoh import indikator, isi_matriks, matriks, pohon, simpul


def daftar(*kunci: str) -> DaftarKolom:
    return DaftarKolom("uji", "UJI", tuple(Kolom(k, k.upper()) for k in kunci))


def kolom(m, kunci: str):
    return m.sel[[k.kunci for k in m.kolom].index(kunci)]


def test_parents_are_one_cell_over_all_their_rows():
    m = matriks(43)

    assert m.baris == 43
    assert [(s.mulai, s.rentang) for s in kolom(m, "tujuan_uraian")] == [(0, 43)]
    assert [s.rentang for s in kolom(m, "sasaran_uraian")] == [36, 7]
    assert [s.rentang for s in kolom(m, "program_kode_nama")] == [12, 12, 12, 7]
    assert [s.rentang for s in kolom(m, "kegiatan_kode_nama")] == [4] * 10 + [3]


def test_every_column_covers_every_row_once():
    for nama in ("lengkap", "dinsos-13", "belanja-dasar-12", "belanja-wajib-24"):
        m = matriks(43, nama)
        for sel in m.sel:
            assert [s.mulai for s in sel] == [
                sum(x.rentang for x in sel[:n]) for n in range(len(sel))
            ]
            assert sum(s.rentang for s in sel) == m.baris


def test_rows_end_at_the_lowest_printed_level():
    m = susun(isi_matriks(pohon(8)), daftar("no", "program_nama", "kegiatan_nama"))

    assert m.baris == 2
    assert [s.teks for s in kolom(m, "no")] == ["1", "2"]


def test_an_empty_level_prints_a_dash_and_keeps_its_row():
    isi = isi_matriks([simpul("T", None, "tujuan"), simpul("S", "T", "sasaran")])

    m = susun(isi, LENGKAP)

    assert m.baris == 1
    assert kolom(m, "program_kode_nama")[0].teks == "-"
    assert kolom(m, "sub_kegiatan_pagu")[0].teks == "-"


def test_a_program_without_sasaran_stands_under_dashes():
    isi = isi_matriks([simpul("P", None, "program"), simpul("K", "P", "kegiatan")])

    m = susun(isi, daftar("sasaran_uraian", "program_nama", "kegiatan_nama"))

    assert [s.teks for s in kolom(m, "sasaran_uraian")] == ["-"]


def test_several_indicators_of_the_row_are_rows_of_their_own():
    dua = (
        IndikatorIsi("a", "Jumlah orang", "Orang", "A", {2025: "5"}),
        IndikatorIsi("b", "Jumlah paket", "Paket", "B", {2025: "2"}),
    )
    isi = isi_matriks([simpul("P", None, "program"), simpul("K", "P", "kegiatan", indikator=dua)])

    m = susun(isi, daftar("no", "program_nama", "kegiatan_nama", "kegiatan_indikator",
                          "kegiatan_target", "kegiatan_formulasi"))  # fmt: skip

    assert m.baris == 2
    assert [s.teks for s in kolom(m, "kegiatan_target")] == ["5 Orang", "2 Paket"]
    assert [s.teks for s in kolom(m, "kegiatan_formulasi")] == ["A", "B"]
    assert [s.rentang for s in kolom(m, "no")] == [2]
    assert [s.rentang for s in kolom(m, "kegiatan_nama")] == [2]


def test_several_indicators_of_a_merged_parent_are_numbered_lines_in_each_column():
    dua = (IndikatorIsi("a", "Satu", "Persen", "A"), IndikatorIsi("b", "Dua", "Persen", ""))
    isi = isi_matriks([simpul("P", None, "program", indikator=dua), simpul("K", "P", "kegiatan")])

    m = susun(
        isi, daftar("program_indikator", "program_formulasi", "program_satuan", "kegiatan_nama")
    )

    assert kolom(m, "program_indikator")[0].teks == "1. Satu\n2. Dua"
    assert kolom(m, "program_formulasi")[0].teks == "1. A\n2. -"
    assert kolom(m, "program_satuan")[0].teks == "Persen"


def test_indicators_stand_beside_the_children_that_serve_them():
    dua = (IndikatorIsi("a", "Satu"), IndikatorIsi("b", "Dua"))
    isi = isi_matriks(
        [
            simpul("P", None, "program", indikator=dua),
            simpul("K1", "P", "kegiatan", indikator_induk="a"),
            simpul("K2", "P", "kegiatan", indikator_induk="b"),
            simpul("K3", "P", "kegiatan", indikator_induk="b"),
        ]
    )

    m = susun(isi, daftar("program_nama", "program_indikator", "kegiatan_nama"))

    assert [(s.teks, s.rentang) for s in kolom(m, "program_indikator")] == [("Satu", 1), ("Dua", 2)]
    assert [s.rentang for s in kolom(m, "program_nama")] == [3]


def test_an_indicator_no_child_serves_is_not_lost():
    dua = (IndikatorIsi("a", "Satu"), IndikatorIsi("b", "Dua"))
    isi = isi_matriks(
        [
            simpul("P", None, "program", indikator=dua),
            simpul("K1", "P", "kegiatan", indikator_induk="a"),
        ]
    )

    m = susun(isi, daftar("program_indikator", "kegiatan_nama"))

    assert [s.teks for s in kolom(m, "program_indikator")] == ["1. Satu\n2. Dua"]


def test_rpjmd_levels_come_through_what_the_tujuan_supports():
    rujukan = {
        "V": simpul("V", None, "visi", kinerja="Maju"),
        "M": simpul("M", "V", "misi", kinerja="Sejahtera"),
        "RT": simpul("RT", "M", "tujuan", kinerja="Kemiskinan turun", pengampu="Setda"),
    }
    jalur = [simpul("T", None, "tujuan", kinerja="Layanan naik", mendukung="RT")]
    jalur += [simpul("S", "T", "sasaran"), simpul("P", "S", "program")]

    m = susun(isi_matriks(jalur, rujukan=rujukan), BELANJA_WAJIB_24)

    tercetak = {k.kunci: s[0].teks for k, s in zip(m.kolom, m.sel, strict=True)}
    assert tercetak["visi_uraian"] == "Maju"
    assert tercetak["misi_uraian"] == "Sejahtera"
    assert tercetak["tujuan_daerah_uraian"] == "Kemiskinan turun"
    assert tercetak["tujuan_daerah_pengampu"] == "Setda"
    assert tercetak["tujuan_uraian"] == "Layanan naik"
    assert tercetak["sasaran_daerah_uraian"] == "-"


def test_columns_that_are_empty_everywhere_are_left_out_of_lengkap():
    m = matriks(4)

    kunci = {k.kunci for k in m.kolom}
    assert "visi_uraian" not in kunci
    assert "program_kinerja" in kunci


def test_names_and_sentences_take_their_own_columns():
    isi = isi_matriks([simpul("P", None, "program", nama="", kinerja="Terwujudnya layanan")])

    m = susun(isi, daftar("program_nama", "program_kinerja", "program_uraian"))

    assert [s[0].teks for s in m.sel] == ["-", "Terwujudnya layanan", "Terwujudnya layanan"]


def test_a_target_says_its_unit_once():
    tiga = (
        indikator("a", 1, satuan="Persen", target={2025: "93,59"}),
        indikator("b", 1, satuan="Persen", target={2025: "93,59%"}),
        indikator("c", 1, satuan="Orang", target={2025: "33 Orang"}),
    )
    isi = isi_matriks([simpul("K", None, "kegiatan", indikator=tiga)])

    biasa = susun(isi, daftar("kegiatan_nama", "kegiatan_target"))
    berkolom = susun(isi, daftar("kegiatan_nama", "kegiatan_target", "kegiatan_satuan"))

    assert [s.teks for s in biasa.sel[1]] == ["93,59\u00a0%", "93,59%", "33 Orang"]
    assert berkolom.sel[1][0].teks == "93,59"


def test_an_empty_document_is_an_empty_table():
    m = susun(isi_matriks([]), LENGKAP)

    assert m.baris == 0
    assert all(sel == () for sel in m.sel)
    assert m.jumlah.angka == 0
