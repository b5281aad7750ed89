"""Accepted findings and the weight of checks: verbs, constraints, guards, what pages show."""

import pytest

from kinerja.aturan.mutu.temuan import sidik
from kinerja.aturan.temuan import AturanDilanggar, Tingkat
from kinerja.impor.nomenklatur import tambah_versi
from kinerja.isi_pohon import baca_isi
from kinerja.lembar_pohon import catatan_simpul
from kinerja.models import Nomenklatur, Pengaturan, Pohon, Riwayat, TemuanDiterima
from kinerja.mutu_pohon import temuan_pohon
from kinerja.pilihan import Jenjang
from kinerja.temuan_dokumen import temuan_dokumen
from tests.factories import PADA, buat_dinas
from tests.kinerja.test_batasan_pohon import ditolak
from tests.kinerja.test_penjaga import dijaga

TAHUN = 2025
ALASAN = "Istilah ini dipakai di RPJMD"


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def sub(pohon, jalur, siapa):
    """A sub kegiatan whose indicator is no measure."""
    simpul = jalur[Jenjang.SUB_KEGIATAN]
    pohon.tambah_indikator(simpul, teks="Terlaksananya pemberian makanan", satuan="Orang", **siapa)
    return simpul


def temuan(pohon, kode="Q03"):
    """Read anew, as the next request does."""
    kini = Pohon.objects.dengan_pengaturan().get(pk=pohon.pk)
    hasil = temuan_pohon(kini, baca_isi(kini, tahun=TAHUN))
    return tuple([t for t in d if t.kode == kode] for d in (hasil.berlaku, hasil.diterima))


@pytest.fixture
def diterima(pohon, sub, dinas, siapa):
    ((satu,), _) = temuan(pohon)
    return TemuanDiterima.terima(dinas, satu, sidik(satu), alasan=ALASAN, **siapa)


def test_an_accepted_finding_is_set_apart_and_recorded(pohon, diterima, dinas):
    berlaku, terima = temuan(pohon)

    assert (berlaku, len(terima)) == ([], 1)
    riwayat = Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None).latest("nomor")
    assert riwayat.perubahan[0]["sesudah"]["alasan"] == ALASAN


def test_it_is_back_when_the_text_changes_and_gone_again_with_the_old_text(
    pohon, sub, siapa, diterima
):
    indikator = sub.indikator.get()
    pohon.ubah_indikator(indikator, {"teks": "Terlaksananya pembagian"}, **siapa)

    assert len(temuan(pohon)[0]) == 1
    pohon.ubah_indikator(indikator, {"teks": "Terlaksananya pemberian makanan"}, **siapa)
    assert temuan(pohon)[0] == []


def test_taking_it_back_brings_the_finding_back(pohon, siapa, diterima):
    diterima.hapus(**siapa)

    assert len(temuan(pohon)[0]) == 1


@pytest.mark.parametrize(
    ("kode", "alasan"), [("PAGU_TIDAK_TERBACA", ALASAN), ("VARIAN_SUMBER", ALASAN), ("Q03", "ok")]
)
def test_some_findings_and_empty_reasons_are_not_accepted(pohon, sub, dinas, siapa, kode, alasan):
    ((satu,), _) = temuan(pohon)
    lain = type(satu)(kode=kode, pesan="x", letak=satu.letak)

    with pytest.raises(AturanDilanggar):
        TemuanDiterima.terima(dinas, lain, sidik(lain), alasan=alasan, **siapa)


def test_one_finding_is_accepted_once(pohon, sub, dinas, siapa, diterima):
    satu = temuan(pohon)[1][0]

    with pytest.raises(AturanDilanggar, match="sudah diterima"):
        TemuanDiterima.terima(dinas, satu, sidik(satu), alasan=ALASAN, **siapa)


def _baris(diterima, **isi):
    medan = ("perangkat_daerah", "simpul_uid", "kode", "sidik", "perihal", "alasan", "oleh", "pada")
    return TemuanDiterima(**({m: getattr(diterima, m) for m in medan} | isi))


@pytest.mark.parametrize(
    ("isi", "batasan"),
    [
        ({}, "temuan_diterima_unik"),
        ({"alasan": "", "kode": "Q04"}, "temuan_diterima_beralasan"),
        ({"sidik": "bukan sidik"}, "temuan_diterima_bersidik"),
    ],
)
def test_the_database_keeps_the_rules(basis, diterima, isi, batasan):
    ditolak(basis, batasan, _baris(diterima, **isi))


def test_what_was_accepted_stays_as_it_was_said(diterima):
    satu = TemuanDiterima.objects.filter(pk=diterima.pk)

    dijaga("temuanditerima_tetap", lambda: satu.update(alasan="Lain sama sekali"))


def test_a_box_of_another_agency_is_refused_by_the_database(diterima, dinas):
    baris = _baris(diterima, perangkat_daerah=buat_dinas(dinas.pemda, "Dinas Lain", "9.9"))

    dijaga("temuanditerima_serumah", lambda: TemuanDiterima.objects.bulk_create([baris]))


def bobot(dinas, siapa, **tingkat):
    Pengaturan.objects.get_or_create(pemda=dinas.pemda)
    pengaturan = Pengaturan.objects.get(pemda=dinas.pemda)
    pengaturan.ubah({"tingkat_temuan": tingkat}, **siapa)
    Pengaturan.naikkan_versi(dinas.pemda)


def test_a_pemda_says_how_much_a_check_weighs(pohon, sub, dinas, siapa):
    assert temuan_dokumen(Pohon.objects.get(pk=pohon.pk)).galat == ()

    bobot(dinas, siapa, Q03="GALAT")

    assert [t.tingkat for t in temuan(pohon)[0]] == [Tingkat.GALAT]
    (galat,) = temuan_dokumen(Pohon.objects.get(pk=pohon.pk)).galat
    assert "bukan kata ukuran" in galat.pesan


def test_a_check_that_is_switched_off_finds_nothing(pohon, sub, dinas, siapa):
    bobot(dinas, siapa, Q03="MATI")

    assert temuan(pohon) == ([], [])


def test_unknown_weights_are_refused(dinas, siapa):
    with pytest.raises(AturanDilanggar, match="Q99"):
        bobot(dinas, siapa, Q99="GALAT")


def test_the_drawer_counts_what_was_accepted(pohon, sub, diterima):
    catatan = catatan_simpul(Pohon.objects.get(pk=pohon.pk), TAHUN)[str(sub.uid)]

    assert catatan.diterima == 1
    assert "Q03" not in catatan.kode


def test_a_new_list_is_seen_by_the_next_page(pohon, jalur, siapa):
    sub = jalur[Jenjang.SUB_KEGIATAN]
    pohon.ubah(sub, {"kode": "1.06.04.2.01.0001"}, **siapa)
    versi = tambah_versi("uji", nama="Daftar uji", tahun_mulai=2024, tahun_sampai=2026)
    assert temuan(pohon, "Q09") == ([], [])  # a list without the affair judges nobody

    Nomenklatur.objects.create(
        versi=versi, kode="1.06.04.2.01.0002", jenjang=Jenjang.SUB_KEGIATAN, nama="Lain"
    )
    Pengaturan.objects.get_or_create(pemda=pohon.perangkat_daerah.pemda)
    Pengaturan.naikkan_semua()

    ((satu,), _) = temuan(pohon, "Q09")
    assert "Kode 1.06.04.2.01.0001 tidak ada di daftar “Daftar uji”" in satu.pesan
