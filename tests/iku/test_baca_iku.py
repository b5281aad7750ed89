"""What a document says out of its planning document, and the findings that it lists."""

from iku.aturan.periksa import periksa_dokumen
from iku.aturan.rumus import Pecahan
from iku.baca import baca_dokumen
from iku.models import Reviu, UraianIku
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.iku.iku_uji import buat_dokumen_iku, buat_iku


def kode(dokumen):
    return {t.kode for t in periksa_dokumen(baca_dokumen(dokumen))}


def tambah_sub(pohon, jalur, siapa, nama, **isi):
    return pohon.tambah(
        induk=jalur["KEGIATAN"], jenjang=Jenjang.SUB_KEGIATAN, nama=nama, **isi, **siapa
    )


def test_the_narrative_comes_from_the_tree(dokumen, pohon, jalur, siapa):
    pohon.tambah_indikator(jalur["SUB_KEGIATAN"], teks="Jumlah orang", **siapa)

    (iku,) = baca_dokumen(dokumen).iku

    assert (iku.tujuan, iku.sasaran) == (jalur["TUJUAN"].kinerja, jalur["SASARAN"].kinerja)
    assert iku.program == ("Program Rehabilitasi Sosial",)
    assert [(k.nama, k.indikator) for k in iku.komponen] == [
        ("Penyediaan Permakanan", "Jumlah orang")
    ]
    assert (iku.awal, iku.target) == (("75,15",), ("80", "82,5", "85", "88", "90"))


def test_a_replaced_sub_kegiatan_says_what_it_became(dokumen, pohon, jalur, siapa):
    baru = tambah_sub(pohon, jalur, siapa, "Penyediaan Makanan")
    jalur["SUB_KEGIATAN"].baris_pengganti.create(pengganti=baru)

    (iku,) = baca_dokumen(dokumen).iku

    assert iku.komponen[0].menjadi == "Penyediaan Makanan"
    assert iku.berganti == 1
    assert "KOMPONEN_BERGANTI" in kode(dokumen)


def test_components_of_an_iku_further_down_are_not_said_twice(dokumen, pohon, jalur, perencana):
    buat_iku(pohon, jalur["TUJUAN"], perencana, "Indeks kesejahteraan", satuan="Persen")

    atas, bawah = baca_dokumen(dokumen).iku

    assert (len(atas.komponen), len(bawah.komponen)) == (0, 1)
    assert "INDEKS_BERSATUAN_PERSEN" in kode(dokumen)


def test_an_indicator_printed_at_two_boxes_takes_the_components_of_both(pohon, jalur, siapa):
    for nama in ("Program A", "Program B"):
        program = pohon.tambah(induk=jalur["SASARAN"], jenjang=Jenjang.PROGRAM, nama=nama, **siapa)
        pohon.tambah_indikator(program, teks="Nilai AKIP", utama=nama == "Program A", **siapa)
        kegiatan = pohon.tambah(induk=program, jenjang=Jenjang.KEGIATAN, nama="Keg", **siapa)
        pohon.tambah(induk=kegiatan, jenjang=Jenjang.SUB_KEGIATAN, nama=f"Sub {nama}", **siapa)
    dokumen = buat_dokumen_iku(pohon, siapa["oleh"])

    (iku,) = baca_dokumen(dokumen).iku

    assert iku.program == ("Program A", "Program B")
    assert [k.nama for k in iku.komponen] == ["Sub Program A", "Sub Program B"]


def test_what_is_typed_wins_over_the_tree_and_orders_the_iku(
    dokumen, indikator, pohon, jalur, perencana, siapa
):
    lain = buat_iku(pohon, jalur["PROGRAM"], perencana, "Jumlah layanan", satuan="Layanan")
    UraianIku(dokumen=dokumen, indikator_uid=lain.uid, urutan=1, ket="Baru").daftarkan(**siapa)
    UraianIku(
        dokumen=dokumen, indikator_uid=indikator.uid, urutan=2, sasaran="Sasaran lain",
        program=[], komponen=[["A", "Jumlah A", "B"], ["C", "", "?"]],
        pembilang="terlayani", penyebut="seluruhnya", pengali="100%", kriteria="satu\n\ndua",
    ).daftarkan(**siapa)  # fmt: skip

    pertama, kedua = baca_dokumen(dokumen).iku

    assert (pertama.ket, pertama.indikator) == ("Baru", "Jumlah layanan")
    assert (kedua.sasaran, kedua.program) == ("Sasaran lain", ())
    assert [(k.menjadi, k.berganti) for k in kedua.komponen] == [("B", True), ("", True)]
    assert kedua.pecahan == Pecahan("terlayani", "seluruhnya", "100%")
    assert kedua.kriteria == ("satu", "dua")
    assert "KOMPONEN_TANPA_PENGGANTI" in kode(dokumen)


def test_variables_are_filled_with_the_names_of_the_agency(dokumen):
    isi = baca_dokumen(dokumen)

    pengantar = isi.baku("PENGANTAR").blok[0].isi[0]
    assert "Dinas Sosial Kabupaten Contoh Tahun 2026" in pengantar
    assert isi.baku("IKU").judul == "IKU Dinas Sosial Kabupaten Contoh"


def test_oddities_are_listed_and_printed_all_the_same(dokumen, indikator, pohon, jalur, siapa):
    pohon.ubah_indikator(
        indikator, {"formulasi": ["Jumlah anak dibagi Seluruh anak x 100%"], "satuan": ""}, **siapa
    )
    lain = pohon.tambah(
        induk=jalur["TUJUAN"], jenjang=Jenjang.SASARAN, kinerja="Tanpa ukuran", **siapa
    )
    pohon.isi_target(indikator, "", tahun=2027, **siapa)

    isi = baca_dokumen(dokumen)

    assert isi.iku[0].pecahan.penyebut == "Seluruh anak"
    assert isi.sasaran[-1] == lain.kinerja
    assert kode(dokumen) >= {
        "LANDASAN_HUKUM_KOSONG", "IKU_BELUM_LENGKAP", "PEMBILANG_SAMA_PENYEBUT",
        "IKU_TARGET_KOSONG", "SASARAN_TANPA_IKU",
    }  # fmt: skip


def test_a_document_without_iku_cannot_go_up(pohon, jalur, perencana):
    temuan = periksa_dokumen(baca_dokumen(buat_dokumen_iku(pohon, perencana)))

    assert [t.kode for t in temuan if t.menghalangi] == ["IKU_BELUM_DIPILIH"]


def test_replacements_are_counted(dokumen, siapa):
    Reviu(
        dokumen=dokumen, tanggal=PADA.date(), berita_acara="BA", peserta="Sekretaris",
        jenis="PENGGANTIAN", perihal="IKU", sebelum="a", sesudah="b", sebab="c",
    ).daftarkan(**siapa)  # fmt: skip

    pesan = [t.pesan for t in periksa_dokumen(baca_dokumen(dokumen)) if t.kode == "IKU_DIGANTI"]
    assert "1 kali" in pesan[0]


def test_reading_costs_the_same_whatever_the_size(
    dokumen, pohon, jalur, perencana, siapa, django_assert_max_num_queries
):
    for ke in range(5):
        buat_iku(pohon, jalur["PROGRAM"], perencana, f"Jumlah {ke}")
        tambah_sub(pohon, jalur, siapa, f"Sub {ke}")

    with django_assert_max_num_queries(16):
        assert len(baca_dokumen(dokumen).iku) == 6


def test_the_ratio_of_the_reference_sheet_is_the_fraction(dokumen, indikator, pohon):
    indikator.lembar = {"jenis": "RASIO", "bagian": ["Layanan sesuai", "Semua layanan"]}
    type(indikator).objects.filter(pk=indikator.pk).update(lembar=indikator.lembar)

    (iku,) = baca_dokumen(dokumen).iku

    assert iku.pecahan == Pecahan("Layanan sesuai", "Semua layanan", "100%")
    assert "IKU_TANPA_RUMUS" not in kode(dokumen)
