"""Cerita: whatever is sent, a verb of the document answers with a reason, never with a crash."""

import pytest
from django.db import transaction

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Perubahan, Simpul, Tahap
from tests.factories import PADA, buat_pohon


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def indikator(pohon, jalur, siapa):
    return pohon.tambah_indikator(jalur["SUB_KEGIATAN"], teks="Jumlah", **siapa)


def ditolak(verba):
    with transaction.atomic(), pytest.raises(AturanDilanggar) as tolak:
        verba()
    return tolak.value.temuan[0].kode


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({"nama": "a\x00b"}, "TEKS_TIDAK_SAH"),
        ({"nama": "\ud800"}, "TEKS_TIDAK_SAH"),
        ({"varian": ["a\x00b"]}, "TEKS_TIDAK_SAH"),
        ({"nama": "🙂" * 2001}, "TEKS_TERLALU_PANJANG"),
        ({"kode": "9" * 61}, "TEKS_TERLALU_PANJANG"),
        ({"tahun_mulai": -1}, "ANGKA_TIDAK_WAJAR"),
        ({"tahun_sampai": 70000}, "ANGKA_TIDAK_WAJAR"),
        ({"jenjang": "APA_SAJA"}, "JENJANG_TIDAK_SAH"),
        ({"jenjang": "AKAR"}, "JENJANG_TIDAK_SAH"),
        ({"kinerja": None}, "DITOLAK_BASIS_DATA"),
    ],
)
def test_odd_values_of_a_box(pohon, jalur, siapa, isi, kode):
    assert ditolak(lambda: pohon.ubah(jalur["KEGIATAN"], isi, **siapa)) == kode


def test_text_of_any_script_is_kept_as_typed(pohon, jalur, siapa):
    nama = "👩‍👩‍👧 ꦄ ﷽ é — “kutip”"

    pohon.ubah(jalur["KEGIATAN"], {"nama": nama}, **siapa)

    assert Simpul.objects.get(pk=jalur["KEGIATAN"].pk).nama == nama


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({"teks": "\x00"}, "TEKS_TIDAK_SAH"),
        ({"formulasi": ["\x00"]}, "TEKS_TIDAK_SAH"),
        ({"satuan": "s" * 201}, "TEKS_TERLALU_PANJANG"),
        ({"urutan": 99999}, "ANGKA_TIDAK_WAJAR"),
        ({"frekuensi": "KADANG"}, "DITOLAK_BASIS_DATA"),
    ],
)
def test_odd_values_of_an_indicator(pohon, indikator, siapa, isi, kode):
    assert ditolak(lambda: pohon.ubah_indikator(indikator, isi, **siapa)) == kode


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({"sumber_dana": "d" * 121}, "TEKS_TERLALU_PANJANG"),
        ({"sumber_dana": "\x00"}, "TEKS_TIDAK_SAH"),
        ({"tahun": 99999}, "ANGKA_TIDAK_WAJAR"),
        ({"tahap": "GESER_9"}, "TAHAP_TIDAK_ADA"),
    ],
)
def test_odd_keys_of_an_amount(pohon, jalur, siapa, isi, kode):
    lengkap = {"tahun": 2025} | isi | siapa

    assert ditolak(lambda: pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000", **lengkap)) == kode


def test_stage_that_nobody_opened_is_a_refusal_everywhere(pohon, jalur, indikator, siapa):
    asing = {"tahun": 2025, "tahap": "GESER_9"} | siapa
    pagu = Perubahan("pagu", (str(jalur["SUB_KEGIATAN"].uid), 2025, "GESER_9", ""), None,
                     {"mentah": "1", "nilai": 1})  # fmt: skip

    for verba in (
        lambda: pohon.isi_target(indikator, "5", **asing),
        lambda: pohon.isi_klaim(jalur["PROGRAM"], "5.000", **asing),
        lambda: pohon.muat([pagu], ringkasan="Pagu", **siapa),
    ):
        assert ditolak(verba) == "TAHAP_TIDAK_ADA"


def test_refused_or_empty_amount_opens_no_stage(pohon, jalur, siapa):
    ditolak(lambda: pohon.isi_pagu(jalur["SUB_KEGIATAN"], "5x5", tahun=2026, **siapa))
    assert pohon.isi_pagu(jalur["SUB_KEGIATAN"], "", tahun=2026, **siapa) is None

    assert not Tahap.objects.exists()


def test_boxes_and_indicators_deleted_meanwhile(pohon, jalur, indikator, siapa):
    sub, kegiatan = jalur["SUB_KEGIATAN"], jalur["KEGIATAN"]
    pohon.hapus(kegiatan, **siapa)

    for verba, kode in (
        (lambda: pohon.isi_pagu(sub, "5.000", tahun=2025, **siapa), "SIMPUL_HILANG"),
        (lambda: pohon.isi_klaim(kegiatan, "5.000", tahun=2025, **siapa), "SIMPUL_HILANG"),
        (lambda: pohon.tambah_indikator(sub, teks="x", **siapa), "SIMPUL_HILANG"),
        (lambda: pohon.isi_target(indikator, "5", tahun=2025, **siapa), "INDIKATOR_HILANG"),
        (lambda: pohon.isi_baseline(indikator, "5", tahun=2024, **siapa), "INDIKATOR_HILANG"),
        (lambda: pohon.ubah_indikator(indikator, {"teks": "x"}, **siapa), "BARIS_HILANG"),
        (lambda: pohon.pindahkan(sub, induk=jalur["PROGRAM"], **siapa), "SIMPUL_HILANG"),
    ):
        assert ditolak(verba) == kode


def test_money_at_the_wrong_level_is_refused_in_words(pohon, jalur, siapa):
    kode = ditolak(lambda: pohon.isi_klaim(jalur["SUB_KEGIATAN"], "5.000", tahun=2025, **siapa))
    assert kode == "KLAIM_BUKAN_DI_SINI"
    for jenis, jenjang, jawab in (
        ("pagu", "PROGRAM", "PAGU_BUKAN_DI_SINI"),
        ("klaim", "SUB_KEGIATAN", "KLAIM_BUKAN_DI_SINI"),
    ):
        kunci = (str(jalur[jenjang].uid), 2025, "MURNI", "PAGU" if jenis == "klaim" else "")
        muat = [Perubahan(jenis, kunci, None, {"mentah": "1", "nilai": 1})]
        assert ditolak(lambda muat=muat: pohon.muat(muat, ringkasan="x", **siapa)) == jawab


def test_hidden_root_takes_no_change(pohon, jalur, siapa):
    akar = pohon.akar()
    hilang = [Perubahan("simpul", (str(akar.uid),), {"jenjang": "AKAR"}, None)]

    for verba in (
        lambda: pohon.ubah(akar, {"nama": "x"}, **siapa),
        lambda: pohon.ubah(akar, {"kode": "x"}, **siapa),
        lambda: pohon.hapus(akar, **siapa),
        lambda: pohon.pindahkan(akar, induk=jalur["PROGRAM"], **siapa),
    ):
        assert ditolak(verba) == "AKAR"
    assert ditolak(lambda: pohon.muat(hilang, ringkasan="Akar", **siapa)) == "AKAR"


def test_tree_has_a_bottom(dinas, perencana, siapa):
    pohon = buat_pohon(dinas, perencana, jenis="POHON_KINERJA")
    rantai, induk = [], str(pohon.akar().uid)
    for ke in range(61):
        uid = f"00000000-0000-0000-0000-{ke + 1:012d}"
        isi = {"jenjang": "KONDISI", "kinerja": f"k{ke}", "induk": induk, "setelah": None}
        rantai.append(Perubahan("simpul", (uid,), None, isi))
        induk = uid

    assert ditolak(lambda: pohon.muat(rantai, ringkasan="Dalam", **siapa)) == "TERLALU_DALAM"
    assert pohon.muat(rantai[:60], ringkasan="Cukup", **siapa) is not None


def test_title_that_fits_no_column(dinas, perencana):
    for judul in ("j" * 201, "a\x00b"):
        assert ditolak(lambda judul=judul: buat_pohon(dinas, perencana, judul=judul)) in (
            "TEKS_TERLALU_PANJANG", "TEKS_TIDAK_SAH"
        )  # fmt: skip
