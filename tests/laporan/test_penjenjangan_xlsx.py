"""The penjenjangan as a workbook of blocks that comes back as it was."""

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cascading.models import Penjenjangan
from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.bacakan import baca_berkas
from kinerja.impor.potret import potret
from kinerja.impor.rencana import PilihanRencana, susun
from kinerja.pilihan import Jenjang
from laporan.ekspor import penjenjangan_xlsx
from tests.factories import PADA
from tests.laporan.penjenjangan_uji import kecil, muat_dokumen, naskah, naskah_demo, rapat

pytestmark = [pytest.mark.lambat, pytest.mark.django_db]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return naskah_demo()


def baca(naskah, tmp_path, ubah=lambda lembar: None):
    berkas = tmp_path / "blok.xlsx"
    berkas.write_bytes(penjenjangan_xlsx.cetak(naskah, ""))
    buku = openpyxl.load_workbook(berkas)
    ubah(buku.active)
    buku.save(berkas)
    return baca_berkas(berkas, "blok.xlsx", PilihanImpor())


def test_the_workbook_reads_back_with_no_change_and_an_edit_is_the_only_one(tmp_path):
    dokumen = muat_dokumen()
    pilihan = PilihanRencana("uji", tahun=dokumen.tahun)

    hasil = baca(naskah(dokumen), tmp_path)
    (tabel,) = hasil.tabel
    assert tabel.jenis == "blok_label"
    assert len(tabel.simpul) == 63
    assert susun(hasil, potret(dokumen.cascading), pilihan).perubahan == []

    def ubah(lembar):
        sel = next(b[1] for b in lembar.iter_rows() if str(b[1].value).startswith("55"))
        sel.value = "56"

    (satu,) = susun(
        baca(naskah(dokumen), tmp_path, ubah), potret(dokumen.cascading), pilihan
    ).perubahan
    assert satu.jenis == "target"
    assert satu.sesudah["mentah"].startswith("56")


def test_reading_for_print_costs_the_same_however_much_is_in_it(
    milik_dinas, django_assert_max_num_queries
):
    with django_assert_max_num_queries(30) as sebelum:
        naskah(Penjenjangan.objects.lengkap().get(pk=milik_dinas.pk))
    besar = muat_dokumen()
    with django_assert_max_num_queries(len(sebelum)):
        naskah(Penjenjangan.objects.lengkap().get(pk=besar.pk))


@pytest.mark.parametrize(
    ("teks", "satuan"),
    [
        ("37.45", "%"), ("93,59 %", "Persen"), ("12000", "Orang"), ("1.234,5", "Ha"),
        ("0", "Orang"), ("BB", "Predikat"), ("70,1-70,5", "Nilai"), ("5 dokumen", "Dokumen"),
        ("33 Orang / Bulan", ""),
    ],
)  # fmt: skip
def test_a_target_comes_back_as_it_was_typed(milik_dinas, jalur, perencana, tmp_path, teks, satuan):
    pohon, siapa = milik_dinas.cascading, {"oleh": perencana, "pada": PADA}
    sub = jalur[Jenjang.SUB_KEGIATAN]
    indikator = pohon.tambah_indikator(sub, teks="Jumlah orang", satuan=satuan, **siapa)
    pohon.isi_target(indikator, teks, tahun=2025, **siapa)
    dokumen = Penjenjangan.objects.lengkap().get(pk=milik_dinas.pk)

    hasil = baca(naskah(dokumen), tmp_path)

    assert susun(hasil, potret(pohon), PilihanRencana("uji", tahun=2025)).perubahan == []


def test_money_of_two_funds_and_a_claim_that_differs_stay_as_they_are(
    milik_dinas, jalur, perencana, tmp_path
):
    pohon, siapa = milik_dinas.cascading, {"tahun": 2025, "oleh": perencana, "pada": PADA}
    pohon.isi_pagu(jalur[Jenjang.SUB_KEGIATAN], "10.000", sumber_dana="PAD", **siapa)
    pohon.isi_pagu(jalur[Jenjang.SUB_KEGIATAN], "20.000", sumber_dana="DAU", **siapa)
    pohon.isi_klaim(jalur[Jenjang.PROGRAM], "31.000", **siapa)
    isi = naskah(Penjenjangan.objects.lengkap().get(pk=milik_dinas.pk))

    anggaran = [b.isian[-1] for b in (isi.kegiatan[0].program, isi.sub_kegiatan[0].sub[0])]
    assert [(a.nilai, a.catatan) for a in anggaran] == [
        ("30.000", ("tertulis 31.000",)), ("30.000", ()),
    ]  # fmt: skip
    hasil = baca(isi, tmp_path)
    assert susun(hasil, potret(pohon), PilihanRencana("uji", tahun=2025)).perubahan == []


def test_the_findings_of_the_workbook_are_those_of_the_document(demo, tmp_path):
    kode = [t.kode for t in baca(demo, tmp_path).temuan]

    assert sorted(set(kode)) == [
        "ANGKA_SPASI", "ANGKA_TIDAK_TERBACA", "PAGU_TAK_TERVERIFIKASI", "PAGU_TIDAK_COCOK",
        "SATUAN_KOSONG",
    ]  # fmt: skip
    assert [kode.count(k) for k in ("ANGKA_TIDAK_TERBACA", "PAGU_TIDAK_COCOK")] == [2, 4]


@settings(max_examples=8)
@given(st.integers(1, 6), st.integers(1, 9))
def test_any_blocks_come_back_in_order_with_all_their_words(tmp_path_factory, panjang, banyak):
    isi = kecil(panjang=panjang, banyak=banyak)

    (tabel,) = baca(isi, tmp_path_factory.mktemp("blok")).tabel

    blok = [isi.kegiatan[0].program, isi.kegiatan[0].kegiatan, *isi.sub_kegiatan[0].sub]
    milik = {s.nama: s for s in tabel.simpul}
    for satu in blok:
        nama, sasaran, anggaran = (i.nilai for i in satu.isian)
        assert rapat(milik[nama].kinerja) == rapat(sasaran)
        assert [n.bacaan.nilai.angka for n in milik[nama].pagu.values()] == [int(anggaran)]
