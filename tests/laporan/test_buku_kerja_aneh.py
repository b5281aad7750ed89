"""What people do to a workbook: every surprise is said at its cell, none of them is guessed."""

import pytest

from kinerja.impor import sesi as langkah
from kinerja.impor.terapkan import terapkan
from kinerja.models import Pagu, Simpul
from kinerja.pilihan import AksiImpor
from tests.factories import PADA
from tests.laporan.buku_kerja_uji import beda, berisi, di_sel, kode, unduh, unggah

pytestmark = pytest.mark.django_db


@pytest.fixture
def isi(pohon, perencana):
    return berisi(pohon, perencana)


@pytest.fixture
def buku(pohon, isi):
    return unduh(pohon)


@pytest.fixture
def baca(pohon, buku, perencana):
    return lambda maksud="": unggah(pohon, perencana, buku, maksud)


def test_sheets_may_stand_in_any_order_under_any_name(buku, baca):
    buku.buku.move_sheet("Pohon", 3)
    buku.buku["Target"].title = "Target 2025-2029"

    sesi = baca()

    assert (kode(sesi), sesi.rencana["ringkasan"]["perubahan"]) == ([], 0)


def test_columns_may_be_moved_and_a_title_put_above(buku, baca):
    lembar = buku.buku["Indikator"]
    for r in range(1, lembar.max_row + 1):
        a, b = lembar.cell(r, 8).value, lembar.cell(r, 9).value
        lembar.cell(r, 8).value, lembar.cell(r, 9).value = b, a
    lembar.insert_rows(1)
    lembar.cell(1, 4).value = "Indikator Dinas"

    sesi = baca()

    assert (kode(sesi), sesi.rencana["ringkasan"]["perubahan"]) == ([], 0)


def test_another_head_is_told_and_the_column_still_read(buku, baca):
    buku.ubah("Pohon", 2, nama="Uraian")
    buku.ubah("Pohon", buku.baris("Pohon", nama="Penyediaan Sandang"), nama="Sandang")

    sesi = baca()

    assert di_sel(sesi, "JUDUL_DIUBAH") == ["Pohon!I2"]
    assert beda(sesi)["Sandang"] == ["BERUBAH", ["Nama", "Penyediaan Sandang", "Sandang"]]


def test_a_deleted_column_says_nothing_about_its_fields(buku, baca):
    buku.buku["Pohon"].delete_cols(buku.kolom("Pohon")["nomor"])

    sesi = baca()

    assert "Kolom “Nomor” tidak ada lagi" in sesi.rencana["temuan"][0]["pesan"]
    assert sesi.rencana["ringkasan"]["perubahan"] == 0


def test_a_deleted_sheet_takes_nothing_away(buku, baca):
    del buku.buku["Target"]

    sesi = baca("SAMAKAN")

    assert kode(sesi) == ["LEMBAR_HILANG"]
    assert (sesi.rencana["hilang"], sesi.rencana["ringkasan"]["perubahan"]) == ([], 0)


def test_a_copied_sheet_is_left_out(buku, baca):
    buku.buku.copy_worksheet(buku.buku["Pohon"])

    sesi = baca()

    assert (kode(sesi), sesi.rencana["ringkasan"]["perubahan"]) == (["LEMBAR_SALINAN"], 0)


def test_a_copied_row_is_a_new_box(buku, baca):
    r = buku.baris("Pohon", nama="Penyediaan Permakanan")
    salinan = buku.salin("Pohon", r)
    buku.ubah("Pohon", salinan, nama="Penyediaan Permakanan Lansia Terlantar")

    sesi = baca()

    assert di_sel(sesi, "UID_GANDA") == [f"Pohon!D{salinan}"]
    assert beda(sesi) == {"Penyediaan Permakanan Lansia Terlantar": ["BARU"]}


def test_the_row_that_still_says_the_old_is_the_original(buku, baca):
    r = buku.baris("Pohon", nama="Penyediaan Permakanan")
    buku.salin("Pohon", r)
    buku.ubah("Pohon", r, nama="Pendataan Keluarga", kode="1.06.02.2.01.0077")

    sesi = baca()

    assert beda(sesi)["Pendataan Keluarga"] == ["BARU"]
    assert "Penyediaan Permakanan" not in [n for n, b in beda(sesi).items() if b[0] != "DIPINDAH"]


def test_a_start_that_lets_two_codes_meet_is_told(pohon, isi, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    for nama, mulai in (("Lama", None), ("Pengganti", 2027)):
        tambahan = {"kode": "1.06.02.2.01.0099", "nama": nama, "tahun_mulai": mulai}
        induk = Simpul.objects.get(pohon=pohon, jenjang="KEGIATAN")
        pohon.tambah(induk=induk, jenjang="SUB_KEGIATAN", **tambahan, **siapa)
    buku = unduh(pohon)
    r = buku.baris("Pohon", nama="Pengganti")
    buku.ubah("Pohon", r, mulai=None)

    sesi = unggah(pohon, perencana, buku)

    letak = f"Pohon!{buku.buku['Pohon'].cell(r, buku.kolom('Pohon')['kode']).coordinate}"
    assert di_sel(sesi, "KODE_GANDA") == [letak]


def test_an_id_that_is_nowhere_is_an_error_at_its_cell(buku, baca):
    r = buku.baris("Pohon", nama="Penyediaan Sandang")
    buku.ubah("Pohon", r, induk="K99")
    t = buku.tambah("Target", indikator="I99", target_2025="5")
    a = buku.tambah("Anggaran", kotak="K98", nilai_2025="5.000.000")

    sesi = baca()

    assert di_sel(sesi, "RUJUKAN_TIDAK_DIKENAL") == [
        f"Pohon!F{r}",
        f"Target!C{t}",
        f"Anggaran!C{a}",
    ]


def test_an_error_can_be_repaired_in_the_preview(buku, baca, perencana):
    r = buku.baris("Pohon", nama="Penyediaan Sandang")
    semula = buku.buku["Pohon"].cell(r, buku.kolom("Pohon")["induk"]).value
    buku.ubah("Pohon", r, induk="K99", nomor="1.12")
    sesi = baca()

    langkah.putuskan(sesi, alamat=f"Pohon!F{r}", aksi=AksiImpor.ISI, nilai=semula)

    assert kode(sesi) == []
    assert beda(sesi)["Penyediaan Sandang"] == ["BERUBAH", ["Nomor", "1.10", "1.12"]]


def test_a_reference_left_unfilled_stays_as_it_was(buku, baca):
    r = buku.baris("Pohon", nama="Penyediaan Sandang")
    buku.ubah("Pohon", r, induk="K99")
    sesi = baca()

    langkah.putuskan(sesi, alamat=f"Pohon!F{r}", aksi=AksiImpor.BIARKAN)

    assert (kode(sesi), sesi.rencana["ringkasan"]["perubahan"]) == ([], 0)


def test_an_id_used_twice_is_told(buku, baca):
    buku.tambah("Pohon", id="K1", jenjang="Tujuan", kinerja="Tujuan lain")

    assert len(di_sel(baca(), "ID_GANDA")) == 1


def test_boxes_that_stand_under_each_other_are_told(buku, baca):
    r = [buku.baris("Pohon", jenjang=j) for j in ("Program", "Kegiatan")]
    id_kegiatan = buku.buku["Pohon"].cell(r[1], 4).value
    buku.ubah("Pohon", r[0], induk=id_kegiatan)

    assert f"Pohon!F{r[0]}" in di_sel(baca(), "INDUK_BERPUTAR")


def test_a_word_that_is_no_choice_is_told_with_the_choices(buku, baca):
    r = buku.baris("Indikator", teks="Jumlah orang")
    buku.ubah("Indikator", r, arah="Ke samping")

    [temuan] = baca().rencana["temuan"]

    assert (temuan["kode"], temuan["sel"]) == ("PILIHAN_TIDAK_DIKENAL", f"J{r}")
    assert "Makin rendah makin baik" in temuan["pesan"]


def test_a_choice_may_be_spelled_loosely(buku, baca):
    buku.ubah("Indikator", buku.baris("Indikator", teks="Jumlah orang"), arah="TURUN", utama="ya")

    assert beda(baca())["Penyediaan Permakanan"][1:] == [
        ["Arah", "Makin tinggi makin baik", "Makin rendah makin baik"], ["IKU", "Tidak", "Ya"],
    ]  # fmt: skip


def test_an_unreadable_amount_is_decided_like_any_other(pohon, buku, baca, perencana):
    r = buku.baris("Anggaran", sumber_dana="DAK")
    buku.ubah("Anggaran", r, nilai_2025="1.000.0000")
    sesi = baca()
    assert di_sel(sesi, "ANGKA_TIDAK_TERBACA") == [f"Anggaran!G{r}"]

    langkah.putuskan(sesi, alamat=f"Anggaran!G{r}", aksi=AksiImpor.BIARKAN)
    terapkan(sesi, oleh=perencana, pada=PADA)

    dak = Pagu.objects.get(sumber_dana="DAK")
    assert (dak.mentah, dak.nilai) == ("1.000.0000", None)
    assert unggah(pohon, perencana, unduh(pohon)).rencana["temuan"] == []


def test_money_stands_on_its_level_only(buku, baca):
    program = buku.baris("Anggaran", jenis="Pagu tertulis", nilai_2025="33.400.000")
    buku.ubah("Anggaran", program, jenis="Pagu")

    assert kode(baca()) == ["PAGU_BUKAN_DI_SINI"]


def test_two_rows_for_the_same_numbers_are_told(buku, baca):
    r = buku.salin("Target", buku.baris("Target", target_2025="55 Orang"))
    buku.ubah("Target", r, target_2025="70")

    assert di_sel(baca(), "BARIS_GANDA")[0].startswith("Target!")


def test_a_formula_without_a_value_is_an_error(buku, baca):
    r = buku.baris("Anggaran", sumber_dana="DAK")
    buku.ubah("Anggaran", r, nilai_2025="=SUM(1,2)")

    assert di_sel(baca(), "RUMUS_TANPA_NILAI") == [f"Anggaran!G{r}"]


def test_without_the_hidden_sheet_rows_are_compared_with_the_document(pohon, buku, perencana):
    del buku.buku["_asal"]
    buku.ubah("Pohon", buku.baris("Pohon", nama="Penyediaan Sandang"), nama="Sandang")

    sesi = unggah(pohon, perencana, buku)

    assert kode(sesi) == ["PENANDA_HILANG", "BASELINE_BUKAN_ANGKA"]
    assert beda(sesi) == {"Sandang": ["BERUBAH", ["Nama", "Penyediaan Sandang", "Sandang"]]}


def test_without_the_hidden_sheet_a_newer_version_is_stale(pohon, buku, isi, perencana):
    del buku.buku["_asal"]
    pohon.ubah(isi["KEDUA"], {"nama": "Penyediaan Pakaian"}, oleh=perencana, pada=PADA)

    sesi = unggah(pohon, perencana, buku)

    assert "BARIS_BASI" in kode(sesi)
    assert sesi.rencana["ringkasan"]["perubahan"] == 0


def test_without_hidden_keys_rows_are_found_by_kode_and_name(pohon, buku, perencana):
    buku.buku["Pohon"].delete_cols(1)
    buku.ubah("Pohon", buku.baris("Pohon", nama="Penyediaan Sandang"), nomor="1.13")

    sesi = unggah(pohon, perencana, buku)

    assert "KOLOM_HILANG" in kode(sesi)
    assert beda(sesi) == {"Penyediaan Sandang": ["BERUBAH", ["Nomor", "1.10", "1.13"]]}


def test_a_typed_row_that_names_a_box_of_the_document_is_that_box(buku, baca, isi):
    r = buku.baris("Pohon", nama="Penyediaan Sandang")
    baru = buku.salin("Pohon", r)
    buku.ubah("Pohon", baru, uid=None, versi=None, urut=None, nomor="1.14")
    buku.hapus("Pohon", r)

    assert beda(baca()) == {"Penyediaan Sandang": ["BERUBAH", ["Nomor", "1.10", "1.14"]]}


def test_a_locked_document_refuses_structure_and_takes_nothing(pohon, buku, baca):
    buku.ubah("Pohon", buku.baris("Pohon", nama="Penyediaan Sandang"), nama="Sandang")
    type(pohon).objects.filter(pk=pohon.pk).update(status="DIAJUKAN")

    with pytest.raises(Exception, match="Diajukan"):
        baca()
    assert not Simpul.objects.filter(nama="Sandang").exists()
