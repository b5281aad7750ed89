"""What others did meanwhile is flagged and kept; what is missing is listed and kept, unless."""

import pytest

from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import Indikator, Pagu, Simpul, Tahap, Target
from kinerja.models.pemeriksaan import periksa_susunan
from kinerja.pilihan import Jenjang, MaksudImpor
from tests.factories import PADA
from tests.laporan.buku_kerja_uji import beda, berisi, di_sel, kode, unduh, unggah

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


def pesan(sesi, dicari):
    return [t["pesan"] for t in sesi.rencana["temuan"] if t["kode"] == dicari]


def hilang(sesi):
    return [(apa, sebutan.partition(" ")[2], dihapus) for apa, sebutan, dihapus, _ in
            sesi.rencana["hilang"]]  # fmt: skip


def test_a_row_changed_by_others_is_flagged_with_both_values(pohon, buku, isi, perencana, siapa):
    pohon.ubah(isi["KEDUA"], {"nama": "Penyediaan Pakaian"}, **siapa)
    r = buku.baris("Pohon", nama="Penyediaan Sandang")
    buku.ubah("Pohon", r, nama="Penyediaan Sandang Baru")

    sesi = unggah(pohon, perencana, buku)

    assert di_sel(sesi, "BARIS_BASI") == [f"Pohon!I{r}"]
    assert "buku kerja “Penyediaan Sandang Baru”" in pesan(sesi, "BARIS_BASI")[0]
    assert "dokumen kini “Penyediaan Pakaian”" in pesan(sesi, "BARIS_BASI")[0]
    assert sesi.rencana["ringkasan"]["perubahan"] == 0
    assert sesi.rencana["ringkasan"]["basi"] == 1


def test_nothing_of_a_stale_row_is_written(pohon, buku, isi, perencana, siapa):
    pohon.ubah(isi["KEDUA"], {"nama": "Penyediaan Pakaian"}, **siapa)
    r = buku.baris("Pohon", nama="Penyediaan Sandang")
    buku.ubah("Pohon", r, nomor="9")
    buku.ubah("Pohon", buku.baris("Pohon", jenjang="Tujuan"), kinerja="Tujuan lain")

    terapkan(unggah(pohon, perencana, buku), **siapa)

    isi["KEDUA"].refresh_from_db()
    assert (isi["KEDUA"].nama, isi["KEDUA"].nomor) == ("Penyediaan Pakaian", "1.10")
    assert Simpul.objects.filter(kinerja="Tujuan lain").exists()


def test_a_number_changed_by_others_stays(pohon, buku, isi, perencana, siapa):
    pohon.isi_pagu(isi[Jenjang.SUB_KEGIATAN], "7.000.000", tahun=2025, sumber_dana="DAK", **siapa)
    buku.ubah("Anggaran", buku.baris("Anggaran", sumber_dana="DAK"), nilai_2025="2.000.000",
              nilai_2026="3.000.000")  # fmt: skip

    sesi = unggah(pohon, perencana, buku)

    assert beda(sesi)["Penyediaan Permakanan"] == [
        "BERUBAH", ["Pagu 2026 (DAK)", "", "3.000.000"],
    ]  # fmt: skip
    assert "“2.000.000”, dokumen kini “7.000.000”" in pesan(sesi, "BARIS_BASI")[0]


def test_both_having_made_the_same_edit_is_no_conflict(pohon, buku, isi, perencana, siapa):
    pohon.isi_pagu(isi[Jenjang.SUB_KEGIATAN], "2.000.000", tahun=2025, sumber_dana="DAK", **siapa)
    buku.ubah("Anggaran", buku.baris("Anggaran", sumber_dana="DAK"), nilai_2025="2.000.000")

    sesi = unggah(pohon, perencana, buku)

    assert (kode(sesi), sesi.rencana["ringkasan"]["perubahan"]) == ([], 0)


def test_a_box_deleted_meanwhile_does_not_come_back(pohon, buku, isi, perencana, siapa):
    pohon.hapus(isi["KEDUA"], **siapa)
    r = buku.baris("Pohon", nama="Penyediaan Sandang")
    buku.ubah("Pohon", r, nama="Diubah")

    sesi = unggah(pohon, perencana, buku)

    assert di_sel(sesi, "UID_TIDAK_DIKENAL") == [f"Pohon!I{r}"]
    assert sesi.rencana["ringkasan"]["perubahan"] == 0


def test_a_box_added_meanwhile_is_neither_gone_nor_moved(pohon, buku, isi, perencana, siapa):
    pohon.tambah(
        induk=isi[Jenjang.KEGIATAN], jenjang=Jenjang.SUB_KEGIATAN, nama="Baru dari rekan",
        setelah="AWAL", **siapa,
    )  # fmt: skip

    sesi = unggah(pohon, perencana, buku, MaksudImpor.SAMAKAN)

    assert sesi.rencana["hilang"] == []
    assert sesi.rencana["ringkasan"]["perubahan"] == 0
    assert sesi.rencana["ringkasan"]["tidak_disebut"] == 1


def test_missing_rows_are_listed_and_left(pohon, buku, perencana):
    buku.hapus("Pohon", buku.baris("Pohon", nama="Penyediaan Permakanan"))
    buku.hapus("Indikator", buku.baris("Indikator", teks="Persentase pelayanan"))

    sesi = unggah(pohon, perencana, buku)

    assert hilang(sesi) == [
        ("Sub kegiatan", "Penyediaan Permakanan", False),
        ("Indikator", "Persentase pelayanan", False),
    ]
    assert sesi.rencana["ringkasan"]["perubahan"] == 0


def test_made_the_same_they_go_with_all_that_hangs_on_them(pohon, buku, isi, perencana, siapa):
    buku.hapus("Pohon", buku.baris("Pohon", nama="Penyediaan Permakanan"))
    sesi = unggah(pohon, perencana, buku, MaksudImpor.SAMAKAN)

    riwayat = terapkan(sesi, **siapa)

    assert hilang(sesi) == [("Sub kegiatan", "Penyediaan Permakanan", True)]
    assert riwayat.ringkasan == "Impor buku-kerja.xlsx: 1 dihapus"
    assert not Simpul.objects.filter(pk=isi[Jenjang.SUB_KEGIATAN].pk).exists()
    assert not Pagu.objects.exists()
    assert not Target.objects.filter(tahun=2025).exists()
    assert periksa_susunan(pohon) == []
    batalkan(sesi, **siapa)
    assert Pagu.objects.count() == 2
    assert unggah(pohon, perencana, unduh(pohon)).rencana["ringkasan"]["perubahan"] == 0


def test_a_whole_branch_goes_from_the_leaves_up(pohon, buku, perencana, siapa):
    for nama in ("Penyediaan Permakanan", "Penyediaan Sandang", "Rehabilitasi Sosial Dasar"):
        buku.hapus("Pohon", buku.baris("Pohon", nama=nama))
    sesi = unggah(pohon, perencana, buku, MaksudImpor.SAMAKAN)

    terapkan(sesi, **siapa)

    assert sesi.rencana["ringkasan"]["dihapus"] == 3
    assert not Simpul.objects.filter(jenjang__in=["KEGIATAN", "SUB_KEGIATAN"]).exists()
    assert periksa_susunan(pohon) == []


def test_a_box_with_others_below_it_is_not_deleted(pohon, buku, isi, perencana, siapa):
    buku.hapus("Pohon", buku.baris("Pohon", nama="Rehabilitasi Sosial Dasar"))

    sesi = unggah(pohon, perencana, buku, MaksudImpor.SAMAKAN)

    [(apa, _, dihapus, alasan)] = sesi.rencana["hilang"]
    assert (apa, dihapus, alasan) == ("Kegiatan", False, "masih ada kotak lain di bawahnya")


def test_what_others_changed_is_not_deleted(pohon, buku, isi, perencana, siapa):
    orang = Indikator.objects.get(teks="Jumlah orang")
    pohon.isi_target(orang, "70", tahun=2027, **siapa)
    buku.hapus("Pohon", buku.baris("Pohon", nama="Penyediaan Permakanan"))

    sesi = unggah(pohon, perencana, buku, MaksudImpor.SAMAKAN)

    assert sesi.rencana["hilang"][0][2:] == [
        False, "berubah di dokumen sesudah buku kerja diunduh",
    ]  # fmt: skip
    assert sesi.rencana["ringkasan"]["perubahan"] == 0


def test_an_emptied_row_counts_as_taken_out(pohon, buku, perencana):
    r = buku.baris("Anggaran", sumber_dana="DAK")
    isian = ("kotak", "jenis", "sumber_dana", "nilai_2025")
    buku.ubah("Anggaran", r, **dict.fromkeys(isian))

    sesi = unggah(pohon, perencana, buku, MaksudImpor.SAMAKAN)

    assert [h[:3] for h in sesi.rencana["hilang"]] == [
        ["Anggaran", "Pagu DAK: Penyediaan Permakanan", True]
    ]


def test_a_row_typed_anew_is_not_gone(pohon, buku, isi, perencana, siapa):
    r = buku.baris("Pohon", nama="Penyediaan Sandang")
    baru = buku.salin("Pohon", r)
    buku.ubah("Pohon", baru, uid=None, versi=None, urut=None, nomor="1.14")
    buku.hapus("Pohon", r)

    sesi = unggah(pohon, perencana, buku, MaksudImpor.SAMAKAN)
    terapkan(sesi, **siapa)

    assert sesi.rencana["hilang"] == []
    isi["KEDUA"].refresh_from_db()
    assert isi["KEDUA"].nomor == "1.14"


def test_adding_only_leaves_everything_that_is_there(pohon, buku, perencana, siapa):
    buku.ubah("Pohon", buku.baris("Pohon", nama="Penyediaan Sandang"), nama="Diubah")
    buku.ubah("Anggaran", buku.baris("Anggaran", sumber_dana="DAK"), nilai_2025="2.000.000",
              nilai_2026="3.000.000")  # fmt: skip
    kegiatan = buku.baris("Pohon", nama="Rehabilitasi Sosial Dasar")
    id_kegiatan = buku.buku["Pohon"].cell(kegiatan, buku.kolom("Pohon")["id"]).value
    buku.tambah("Pohon", id="B1", jenjang="Sub kegiatan", induk=id_kegiatan, nama="Pendataan")

    sesi = unggah(pohon, perencana, buku, MaksudImpor.TAMBAH)
    terapkan(sesi, **siapa)

    r = sesi.rencana["ringkasan"]
    assert (r["baru"], r["berubah"], r["dilewati"]) == (1, 1, 1)
    assert Simpul.objects.filter(nama__in=["Penyediaan Sandang", "Pendataan"]).count() == 2
    assert sorted(Pagu.objects.filter(sumber_dana="DAK").values_list("tahun", "nilai")) == [
        (2025, 1_000_000), (2026, 3_000_000),
    ]  # fmt: skip


def test_edits_go_to_the_last_open_stage(pohon, isi, dinas, perencana, siapa):
    Tahap.buka(dinas, 2025, kode="PERGESERAN_1", nama="Pergeseran 1", **siapa)
    buku = unduh(pohon)
    buku.ubah("Anggaran", buku.baris("Anggaran", sumber_dana="DAK"), nilai_2025="2.000.000")
    buku.ubah("Target", buku.baris("Target", target_2025="20"), target_2025=None)

    sesi = unggah(pohon, perencana, buku)
    terapkan(sesi, **siapa)

    pagu = Pagu.objects.filter(sumber_dana="DAK").values_list("tahap__kode", "nilai")
    assert sorted(pagu) == [("MURNI", 1_000_000), ("PERGESERAN_1", 2_000_000)]
    assert "NILAI_TAHAP_LAMA" in kode(sesi)
    assert Target.objects.filter(triwulan=1).exists()
