"""The demo's penjenjangan says what the published document says, page by page."""

from collections import Counter

import pytest

from cascading.aturan.penjenjangan import matriks, susun
from cascading.aturan.penjenjangan.isi import telusur
from cascading.aturan.penjenjangan.periksa import periksa_penjenjangan
from cascading.baca_penjenjangan import baca_penjenjangan
from cascading.contoh_penjenjangan import muat_penjenjangan
from cascading.contoh_tautan import muat_tautan
from cascading.models import ButirPenjenjangan, Penjenjangan
from kinerja.contoh import orang
from kinerja.contoh.dokumen import muat_cascading, muat_rpjmd
from kinerja.contoh.fakta import dokumen, penjenjangan
from kinerja.contoh.nomenklatur import muat_nomenklatur
from kinerja.contoh.pohon_kinerja import muat_kondisi_2025
from kinerja.models import Simpul
from tests.factories import PADA


@pytest.fixture
def demo(db):
    """The part of the demo that the document is read from, loaded twice over."""
    milik = orang.muat_perangkat_daerah()
    akun = orang.muat_akun(milik, orang.muat_jabatan(milik))
    siapa = {"periode": orang.muat_periode(), "pada": PADA}
    fakta, versi = dokumen(), muat_nomenklatur()
    rpjmd = muat_rpjmd(fakta, pemda=milik[orang.PEMDA], oleh=akun["bappeda"], **siapa)
    siapa |= {"dinas": milik[orang.DINAS], "oleh": akun["perencana"]}
    muat_cascading(fakta, versi=versi, rpjmd=rpjmd, **siapa)
    muat_kondisi_2025(penjenjangan(), **siapa)
    for _ in range(2):
        muat_tautan(milik, akun, PADA)
        muat_penjenjangan(milik, akun, PADA)
    return baca_penjenjangan(Penjenjangan.objects.lengkap().get())


def test_every_stage_of_the_published_document_stands_in_the_demo(demo):
    kolom = susun.kolom_tahap1(demo)
    assert [len(k.butir) for k in kolom] == [3, 6, 5]
    assert [len(b.subbutir) for b in kolom[1].butir] == [4, 1, 1, 2, 2, 1]
    assert ButirPenjenjangan.objects.count() == 14
    assert len(susun.daftar_csf(demo)) == 3

    tabel = susun.tabel_tahap3(demo)
    assert (len(tabel), sum(len(t.kanan) for t in tabel)) == (23, 64)
    assert Counter(t.bentuk for t in tabel) == {
        "FAKTOR": 3, "TURUNAN_CSF": 7, "KONDISI": 12, "TANPA_KURUNG": 1,
    }  # fmt: skip
    assert [t.judul_kiri for t in tabel if t.bentuk == "TANPA_KURUNG"] == [
        "Kondisi Antara Terwujudnya PSKS Yang Berdaya"
    ]
    peran = Counter(k.peran for k in telusur(demo.kondisi))
    assert peran == {
        "OUTCOME": 1, "CSF": 3, "KONDISI_ANTARA": 7 + 13, "KONDISI_OPERASIONAL": 44,
    }  # fmt: skip
    assert sum(1 for _ in telusur(susun.ringkasan_tahap4(demo))) == 11
    assert len(susun.cabang_tahap4(demo)) == 7
    assert len(susun.catatan_tahap4(demo)) == 5
    assert demo.kata["TAHAP_4"].startswith("Menyusun Pohon Kinerja")

    target = [i for b in susun.tabel_tujuan(demo) + susun.tabel_sasaran(demo) for i in b.indikator]
    assert [len(i.target) for i in target] == [5] * 7
    assert target[0].target[2025] == "94,99"
    assert len(susun.blok_program(demo)) == 13
    assert len(susun.blok_sub_kegiatan(demo)) == 43

    halaman = matriks.matriks(demo)
    assert (len(halaman), len(halaman[0].baris), halaman[0].banyak_program) == (6, 11, 7)
    assert [s.rentang for s in halaman[0].baris[5].sel] == [3, 2, 2]
    assert list(dict.fromkeys(b.pemegang for b in halaman[0].baris)) == [
        "PK Kepala Daerah", "PK Kepala Dinas", "PK Eselon 3", "PK JF",
    ]  # fmt: skip


def test_what_the_source_contradicts_is_a_finding_and_no_new_box(demo):
    temuan = Counter((t.tahap, t.temuan.kode) for t in periksa_penjenjangan(demo))

    assert temuan["4", "DAUN_TANPA_TAUTAN"] == 1  # Pengamanan TMP has no row in Tahap 5
    assert temuan["4", "INDIKATOR_SAMA"] == 1  # 406/408
    assert temuan["5.1", "TUJUAN_BERBEDA"] == 1
    assert temuan["5.1", "TUJUAN_TANPA_TARGET"] == 1
    assert temuan["5.2", "ANGGARAN_TIDAK_COCOK"] == 6
    assert temuan["5.3", "ANGGARAN_TIDAK_TERBACA"] == 1
    assert temuan["matriks", "BENTANG_LAIN"] == 1
    (berbeda,) = (t.temuan for t in periksa_penjenjangan(demo) if t.temuan.kode == "TUJUAN_BERBEDA")
    assert "3 kalimat" in berbeda.pesan

    daun = Simpul.objects.filter(peran="KONDISI_OPERASIONAL")
    lain = [s for s in daun if any(v.startswith("Tahap 3: ") for v in s.varian)]
    assert (daun.count(), len(lain)) == (44, 12)
    jaminan = Simpul.objects.get(peran="KONDISI_ANTARA", kinerja__startswith="Terwujudnya Distri")
    assert "Indikator Tahap 4: Persentase PMKS yang memperoleh bantuan sosial" in jaminan.varian
