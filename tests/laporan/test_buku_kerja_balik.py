"""The round-trip workbook as it comes back: exactly the edits, applied as one event, undone."""

from random import Random

import pytest

from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import Indikator, Pagu, Pohon, Riwayat, Simpul, Target
from kinerja.models.pemeriksaan import periksa_susunan
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.laporan.buku_kerja_uji import beda, berisi, kode, unduh, unggah

pytestmark = pytest.mark.django_db


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def isi(pohon, perencana):
    return berisi(pohon, perencana)


@pytest.fixture
def buku(pohon, isi):
    return unduh(pohon)


def bentuk(pohon):
    """The whole tree by name, with its numbers."""
    simpul = Simpul.objects.filter(pohon=pohon).tampak().order_by("lft")
    return (
        [(s.induk.sebutan, s.jenjang, s.nomor, s.kode, s.nama, s.kinerja) for s in simpul],
        sorted(Indikator.objects.filter(pohon=pohon).values_list("teks", "satuan", "urutan")),
        sorted(Target.objects.values_list("tahun", "triwulan", "mentah")),
        sorted(Pagu.objects.values_list("tahun", "sumber_dana", "mentah", "nilai")),
    )


def test_untouched_it_changes_nothing(pohon, buku, perencana):
    sesi = unggah(pohon, perencana, buku)

    assert sesi.rencana["ringkasan"]["perubahan"] == 0
    assert sesi.rencana["ringkasan"]["sama"] == 6
    assert sesi.rencana["temuan"] == []


def test_each_edit_is_told_with_what_stood_there(pohon, buku, perencana):
    r = buku.baris("Pohon", nama="Penyediaan Sandang")
    buku.ubah("Pohon", r, nama="Penyediaan Sandang dan Pangan", nomor="1.11")
    buku.ubah("Target", buku.baris("Target", target_2025="55 Orang"), target_2025="60")
    buku.ubah("Indikator", buku.baris("Indikator", teks="Persentase pelayanan"), satuan="Persen")
    buku.ubah("Anggaran", buku.baris("Anggaran", sumber_dana="DAK"), nilai_2025="2.000.000")

    sesi = unggah(pohon, perencana, buku)

    assert beda(sesi) == {
        "Penyediaan Sandang dan Pangan": [
            "BERUBAH",
            ["Nomor", "1.10", "1.11"],
            ["Nama", "Penyediaan Sandang", "Penyediaan Sandang dan Pangan"],
        ],
        "Penyediaan Permakanan": [
            "BERUBAH",
            ["Target 2025", "55", "60"],
            ["Pagu 2025 (DAK)", "1.000.000", "2.000.000"],
        ],
        "Meningkatnya pelayanan sosial": ["BERUBAH", ["Satuan", "%", "Persen"]],
    }
    assert kode(sesi) == []


def test_the_edits_are_one_event_and_undone_with_one(pohon, buku, perencana, siapa):
    sebelum = bentuk(pohon)
    buku.ubah("Pohon", buku.baris("Pohon", nama="Penyediaan Sandang"), nama="Sandang")
    buku.ubah("Anggaran", buku.baris("Anggaran", sumber_dana="DAK"), nilai_2025="2.000.000")
    sesi = unggah(pohon, perencana, buku)
    banyak = Riwayat.objects.filter(pohon=pohon).count()

    riwayat = terapkan(sesi, **siapa)

    assert riwayat.ringkasan == "Impor buku-kerja.xlsx: 2 berubah"
    assert Riwayat.objects.filter(pohon=pohon).count() == banyak + 1
    assert Pagu.objects.get(sumber_dana="DAK").nilai == 2_000_000
    assert unggah(pohon, perencana, unduh(pohon)).rencana["ringkasan"]["perubahan"] == 0
    batalkan(sesi, **siapa)
    assert bentuk(pohon) == sebelum


def test_a_new_branch_names_its_own_ids(pohon, buku, perencana, siapa):
    kegiatan = buku.baris("Pohon", jenjang="Kegiatan")
    id_program = buku.buku["Pohon"].cell(kegiatan, buku.kolom("Pohon")["induk"]).value
    buku.tambah("Pohon", id="B2", jenjang="Sub kegiatan", induk="B1", nama="Pendataan")
    buku.tambah("Pohon", id="B1", jenjang="Kegiatan", induk=id_program, nama="Pengelolaan Data")
    buku.tambah("Indikator", id="J1", kotak="B2", teks="Jumlah data", satuan="Dokumen")
    buku.tambah("Target", indikator="J1", triwulan="Setahun", target_2025="12")
    buku.tambah("Anggaran", kotak="B2", jenis="Pagu", nilai_2025="5.000.000")

    sesi = unggah(pohon, perencana, buku)
    terapkan(sesi, **siapa)

    assert [b["nasib"] for b in sesi.rencana["baris"]].count("BARU") == 2
    data = Simpul.objects.get(nama="Pendataan")
    assert data.induk.nama == "Pengelolaan Data"
    assert data.indikator.get().target.get().mentah == "12"
    assert data.pagu.get().nilai == 5_000_000
    assert periksa_susunan(pohon) == []


def test_an_emptied_cell_empties_the_field(pohon, buku, perencana, siapa):
    buku.ubah("Pohon", buku.baris("Pohon", nomor="1.10"), nomor=None)
    buku.ubah("Target", buku.baris("Target", target_2025="20"), target_2025=None)

    sesi = unggah(pohon, perencana, buku)
    terapkan(sesi, **siapa)

    assert beda(sesi)["Penyediaan Sandang"] == ["BERUBAH", ["Nomor", "1.10", "(kosong)"]]
    assert not Target.objects.filter(triwulan=1).exists()
    assert Simpul.objects.get(nama="Penyediaan Sandang").nomor == ""


def test_another_parent_moves_a_box_with_its_children(pohon, buku, isi, perencana, siapa):
    id_sasaran = buku.tambah("Pohon", id="S2", jenjang="Sasaran", induk="K1", kinerja="Lainnya")
    assert id_sasaran
    buku.ubah("Pohon", buku.baris("Pohon", jenjang="Program"), induk="S2")

    sesi = unggah(pohon, perencana, buku)
    terapkan(sesi, **siapa)

    program = isi[Jenjang.PROGRAM]
    assert beda(sesi)[program.nama][0] == "DIPINDAH"
    program.refresh_from_db()
    assert program.induk.kinerja == "Lainnya"
    assert program.get_descendant_count() == 3
    assert periksa_susunan(pohon) == []


def test_another_order_moves_the_one_row_that_was_moved(pohon, buku, isi, perencana, siapa):
    for n in (1, 2):
        pohon.tambah(
            induk=isi[Jenjang.KEGIATAN], jenjang=Jenjang.SUB_KEGIATAN, nama=f"Sub {n}", **siapa
        )
    buku = unduh(pohon)
    r = buku.baris("Pohon", nama="Penyediaan Permakanan")
    akhir = buku.salin("Pohon", r)
    buku.hapus("Pohon", r)

    sesi = unggah(pohon, perencana, buku)
    terapkan(sesi, **siapa)

    assert akhir
    assert [n for n, b in beda(sesi).items() if b[0] == "DIPINDAH"] == ["Penyediaan Permakanan"]
    anak = Simpul.objects.filter(induk=isi[Jenjang.KEGIATAN]).order_by("lft")
    assert [s.nama for s in anak] == [
        "Penyediaan Sandang",
        "Sub 1",
        "Sub 2",
        "Penyediaan Permakanan",
    ]
    assert periksa_susunan(pohon) == []


@pytest.mark.parametrize("benih", range(6))
def test_rows_thrown_about_stand_in_the_document_as_in_the_sheet(
    pohon, isi, perencana, siapa, benih
):
    kegiatan = [isi[Jenjang.KEGIATAN]]
    for n in range(2):
        induk = isi[Jenjang.PROGRAM]
        kegiatan.append(
            pohon.tambah(induk=induk, jenjang="KEGIATAN", nama=f"Kegiatan {n}", **siapa)
        )
    for n in range(7):
        pohon.tambah(induk=kegiatan[n % 3], jenjang="SUB_KEGIATAN", nama=f"Sub {n}", **siapa)
    acak, buku = Random(benih), unduh(pohon)
    harapan = lempar(buku, acak)

    terapkan(unggah(pohon, perencana, buku), **siapa)

    assert periksa_susunan(pohon) == []
    simpul = Simpul.objects.filter(pohon=pohon, jenjang="SUB_KEGIATAN").order_by("lft")
    ada = {}
    for s in simpul.select_related("induk"):
        ada.setdefault(s.induk.nama, []).append(s.nama)
    assert ada == harapan
    assert unggah(pohon, perencana, unduh(pohon)).rencana["ringkasan"]["perubahan"] == 0


def lempar(buku, acak):
    """Every sub kegiatan under any kegiatan, the rows in any order; answers what they say now."""
    lembar, kolom = buku.buku["Pohon"], buku.kolom("Pohon")
    isi = [
        {k: baris[c - 1].value for k, c in kolom.items()} for baris in lembar.iter_rows(min_row=3)
    ]
    induk = {b["id"]: b["nama"] for b in isi if b["jenjang"] == "Kegiatan"}
    for b in isi:
        if b["jenjang"] == "Sub kegiatan" and acak.random() < 0.6:
            b["induk"] = acak.choice(list(induk))
    acak.shuffle(isi)
    harapan = {}
    for r, b in enumerate(isi, start=3):
        buku.ubah("Pohon", r, **b)
        if b["jenjang"] == "Sub kegiatan":
            harapan.setdefault(induk[b["induk"]], []).append(b["nama"])
    return harapan


def test_an_indicator_moves_to_another_box_with_its_numbers(pohon, buku, isi, perencana, siapa):
    sandang = buku.baris("Pohon", nama="Penyediaan Sandang")
    id_sandang = buku.buku["Pohon"].cell(sandang, buku.kolom("Pohon")["id"]).value
    buku.ubah("Indikator", buku.baris("Indikator", teks="Jumlah orang"), kotak=id_sandang)

    sesi = unggah(pohon, perencana, buku)
    terapkan(sesi, **siapa)

    assert beda(sesi)["Penyediaan Sandang"] == ["BERUBAH", ["Indikator", "", "Jumlah orang"]]
    orang = Indikator.objects.get(teks="Jumlah orang")
    assert (orang.simpul, orang.target.count()) == (isi["KEDUA"], 2)
    batalkan(sesi, **siapa)
    assert Indikator.objects.get(teks="Jumlah orang").simpul == isi[Jenjang.SUB_KEGIATAN]


def test_indicators_take_the_order_of_their_rows(pohon, isi, perencana, siapa):
    for teks in ("Jumlah paket", "Jumlah hari"):
        pohon.tambah_indikator(isi[Jenjang.SUB_KEGIATAN], teks=teks, **siapa)
    buku = unduh(pohon)
    r = buku.baris("Indikator", teks="Jumlah orang")
    buku.salin("Indikator", r)
    buku.hapus("Indikator", r)

    terapkan(unggah(pohon, perencana, buku), **siapa)

    milik = Indikator.objects.filter(simpul=isi[Jenjang.SUB_KEGIATAN]).order_by("urutan")
    assert [i.teks for i in milik] == ["Jumlah paket", "Jumlah hari", "Jumlah orang"]


def test_another_fund_takes_the_amount_along(pohon, buku, perencana, siapa):
    buku.ubah("Anggaran", buku.baris("Anggaran", sumber_dana="DAK"), sumber_dana="DAU")

    sesi = unggah(pohon, perencana, buku)
    terapkan(sesi, **siapa)

    assert ["Sumber dana", "DAK", "DAU"] in beda(sesi)["Penyediaan Permakanan"]
    assert sorted(Pagu.objects.values_list("sumber_dana", "mentah")) == [
        ("APBD", "32.400.000"), ("DAU", "Rp 1.000.000,00"),
    ]  # fmt: skip


def test_the_same_number_typed_as_a_number_is_no_edit(pohon, buku, perencana):
    buku.ubah("Anggaran", buku.baris("Anggaran", sumber_dana="APBD"), nilai_2025=32400000)

    assert unggah(pohon, perencana, buku).rencana["ringkasan"]["perubahan"] == 0


def test_the_total_row_may_be_changed(pohon, buku, perencana):
    buku.ubah("Anggaran", buku.baris("Anggaran", kotak="JUMLAH"), nilai_2025="34.000.000")

    sesi = unggah(pohon, perencana, buku)

    assert sesi.rencana["jumlah"] == [
        ["Baris JUMLAH: Pagu tertulis 2025", "33.500.000", "34.000.000"]
    ]


def test_a_copy_of_the_document_takes_all_of_it(pohon, buku, perencana, siapa):
    lain = Pohon.buat(
        perangkat_daerah=pohon.perangkat_daerah, periode=pohon.periode, jenis=pohon.jenis,
        judul="Salinan", **siapa,
    )  # fmt: skip

    sesi = unggah(lain, perencana, buku)
    terapkan(sesi, **siapa)

    assert bentuk(lain)[:2] == bentuk(pohon)[:2]
    uid = [set(Simpul.objects.filter(pohon=p).values_list("uid", flat=True)) for p in (lain, pohon)]
    assert not uid[0] & uid[1]
    assert unggah(lain, perencana, buku).rencana["ringkasan"]["perubahan"] == 0
