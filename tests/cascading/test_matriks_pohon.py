"""From the tables to the matrix: numbers of the page, a fixed number of queries."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cascading.matriks_pohon import baca_matriks, matriks_pohon
from cascading.set_kolom import BELANJA_WAJIB_24, LENGKAP
from kinerja.aturan.pemeriksaan import periksa, saringan
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.isi_pohon import baca_isi
from kinerja.models import Label, Pagu, Simpul, SimpulLabel, SimpulPengampu, Tahap
from kinerja.pilihan import JenisPohon, Jenjang
from scripts.pohon_besar import perubahan_pohon
from tests.factories import PADA, buat_pohon

TAHUN = 2025


def besar(pohon, oleh, banyak):
    daftar = perubahan_pohon(banyak, str(pohon.akar().uid), range(2025, 2030))
    pohon.muat(daftar, oleh=oleh, pada=PADA, ringkasan="Dokumen besar")
    return pohon


def kolom(m, kunci):
    return m.sel[[k.kunci for k in m.kolom].index(kunci)]


def test_the_total_is_the_one_of_the_tree_page(pohon, perencana):
    besar(pohon, perencana, 60)

    m = matriks_pohon(pohon, LENGKAP, tahun=TAHUN)

    isi = baca_isi(pohon, tahun=TAHUN)
    assert m.jumlah.angka == isi.akar.jumlah.nilai > 0
    assert m.baris >= sum(s.jenjang == Jenjang.SUB_KEGIATAN for s in isi.simpul)


def test_the_number_of_queries_does_not_grow_with_the_tree(dinas, perencana):
    kecil = besar(buat_pohon(dinas, perencana, judul="Kecil"), perencana, 20)
    luas = besar(buat_pohon(dinas, perencana, judul="Luas"), perencana, 400)

    banyak = []
    for pohon in (kecil, luas):
        with CaptureQueriesContext(
            connection,
        ) as tangkapan:
            matriks_pohon(pohon, LENGKAP, tahun=TAHUN)
        banyak.append(len(tangkapan))

    assert banyak[0] == banyak[1] <= 14


def test_values_of_the_asked_stage_are_printed(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    sub = jalur[Jenjang.SUB_KEGIATAN]
    pohon.isi_pagu(sub, "1.000.000", tahun=TAHUN, **siapa)
    Tahap.objects.create(
        perangkat_daerah=pohon.perangkat_daerah, tahun=TAHUN, urutan=2, kode="PERUBAHAN",
        nama="Perubahan",
    )  # fmt: skip
    pohon.isi_pagu(sub, "3.000.000", tahun=TAHUN, tahap="PERUBAHAN", **siapa)

    murni = matriks_pohon(pohon, LENGKAP, tahun=TAHUN, tahap="MURNI")
    akhir = matriks_pohon(pohon, LENGKAP, tahun=TAHUN)

    assert (murni.jumlah.teks, murni.jumlah.angka) == ("JUMLAH PAGU TAHUN 2025 (MURNI)", 1_000_000)
    assert (akhir.jumlah.teks, akhir.jumlah.angka) == (
        "JUMLAH PAGU TAHUN 2025 (PERUBAHAN)",
        3_000_000,
    )


def test_formula_pengampu_and_unggulan_reach_their_columns(pohon, jalur, perencana, dinas):
    siapa = {"oleh": perencana, "pada": PADA}
    program = jalur[Jenjang.PROGRAM]
    pohon.tambah_indikator(program, teks="Persentase", formulasi=["A / B", "C / D"], **siapa)
    SimpulPengampu.objects.create(simpul=program, perangkat_daerah=dinas.pemda)
    label = Label.objects.create(perangkat_daerah=dinas, jenis="Program unggulan", nama="Sehat")
    SimpulLabel.objects.create(simpul=program, label=label)

    m = matriks_pohon(pohon, BELANJA_WAJIB_24, tahun=TAHUN)

    assert kolom(m, "program_formulasi")[0].teks == "A / B\n\nC / D"
    assert kolom(m, "pengampu")[0].teks == "Kabupaten Contoh"
    assert kolom(m, "unggulan")[0].teks == "Sehat"


def test_rpjmd_above_is_read_through_mendukung(pohon, jalur, perencana, dinas):
    siapa = {"oleh": perencana, "pada": PADA}
    rpjmd = buat_pohon(dinas.pemda, perencana, JenisPohon.RPJMD)
    misi = rpjmd.tambah(induk=rpjmd.akar(), jenjang=Jenjang.MISI, kinerja="Sejahtera", **siapa)
    tujuan = rpjmd.tambah(induk=misi, jenjang=Jenjang.TUJUAN, kinerja="Miskin turun", **siapa)
    rpjmd.tambah_indikator(tujuan, teks="Tingkat kemiskinan", **siapa)
    pohon.ubah(jalur[Jenjang.TUJUAN], {"mendukung_id": tujuan.pk}, **siapa)

    m = matriks_pohon(pohon, BELANJA_WAJIB_24, tahun=TAHUN)

    assert kolom(m, "misi_uraian")[0].teks == "Sejahtera"
    assert kolom(m, "tujuan_daerah_indikator")[0].teks == "Tingkat kemiskinan"


def test_what_no_longer_holds_in_the_year_is_left_out_unless_it_has_money(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    Simpul.objects.filter(pk=jalur[Jenjang.PROGRAM].pk).update(tahun_sampai=2024)

    assert [s.tingkat for s in baca_matriks(pohon, tahun=TAHUN).simpul] == ["tujuan", "sasaran"]
    pohon.isi_pagu(jalur[Jenjang.SUB_KEGIATAN], "1.000.000", tahun=TAHUN, **siapa)
    assert len(baca_matriks(pohon, tahun=TAHUN).simpul) == 5


def test_a_tree_of_conditions_is_no_cascading_table(dinas, perencana):
    kondisi = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)

    with pytest.raises(AturanDilanggar, match="berisi kondisi"):
        baca_matriks(kondisi, tahun=TAHUN)


def test_the_closing_list_has_every_finding_that_the_tree_page_counts(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    program, sub = jalur[Jenjang.PROGRAM], jalur[Jenjang.SUB_KEGIATAN]
    pohon.tambah_indikator(program, teks="Persentase penerima layanan", **siapa)
    pohon.isi_klaim(program, "9.000.000", tahun=TAHUN, **siapa)
    Pagu.objects.create(
        simpul=sub, tahun=TAHUN, tahap=Tahap.ambil(pohon.perangkat_daerah, TAHUN),
        mentah="13.2918.000",
    )  # fmt: skip
    pohon.isi_klaim(pohon.akar(), "1.000.000", tahun=TAHUN, **siapa)

    catatan = matriks_pohon(pohon, LENGKAP, tahun=TAHUN).catatan

    bilah = saringan(periksa(baca_isi(pohon, tahun=TAHUN)), TAHUN)
    assert Counter(c.jenis for c in catatan) == {
        f"{s.kalimat[0].upper()}{s.kalimat[1:]}": s.banyak for s in bilah
    }
    assert list(dict.fromkeys(c.jenis.lower() for c in catatan)) == [
        s.kalimat.lower() for s in bilah
    ]
    satuan = next(c for c in catatan if c.jenis == "Indikator tanpa satuan")
    assert satuan.letak == f"Program {program.sebutan}"
    assert "Persentase penerima layanan" in satuan.isi
    assert "Baris JUMLAH" in {c.letak for c in catatan}
