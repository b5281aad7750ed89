"""Cerita: documents are copied to other agencies and periods, words and years changed."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.models import (
    Indikator,
    Nomenklatur,
    Pagu,
    Penggantian,
    Perubahan,
    Pohon,
    Simpul,
    SimpulLabel,
    SimpulPengampu,
    Tahap,
    Target,
    Unit,
    VersiNomenklatur,
)
from kinerja.models.isi_salinan import PilihanSalinan
from kinerja.models.pemeriksaan import periksa_susunan
from kinerja.models.susunan import Susunan
from kinerja.models.tabel_pohon import BARIS, TABEL_INDIKATOR
from tests.factories import PADA, buat_jalur, buat_periode, buat_pohon
from tests.kinerja.salinan_uji import SEMUA, isi_penuh, isi_semua, kode_tolak, terakhir


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def isi(pohon, jalur, dinas, siapa):
    return isi_semua(pohon, jalur, dinas, siapa)


def test_a_copy_has_new_uids_and_remembers_the_old(pohon, isi, dinas, siapa):
    lain = pohon.salin(PilihanSalinan(dinas, pohon.periode, "Belanja Wajib", SEMUA), **siapa)

    lama, baru = isi_penuh(pohon), isi_penuh(lain)
    uid = {v["asal_uid"]: k for k, v in (baru["simpul"] | {
        k: v for (k,), v in baru["indikator"].items()}).items() if v["asal_uid"]}  # fmt: skip
    uid[Susunan(pohon).akar] = Susunan(lain).akar

    def pindahkan(nilai):
        if isinstance(nilai, dict):
            return {pindahkan(k): pindahkan(v) for k, v in nilai.items()}
        if isinstance(nilai, tuple):
            return tuple(map(pindahkan, nilai))
        return uid.get(nilai, nilai) if isinstance(nilai, str) else nilai

    for jenis, milik in baru.items():
        for isi_baru in milik.values():
            isi_baru.pop("asal_uid", None)
        for isi_lama in lama[jenis].values():
            isi_lama.pop("asal_uid", None)
    assert baru == pindahkan(lama)
    assert not set(uid) & set(uid.values())
    assert periksa_susunan(lain) == []


@pytest.mark.parametrize("bawa", sorted(SEMUA))
def test_only_what_was_chosen_comes_along(pohon, isi, dinas, siapa, bawa):
    tanpa = SEMUA - {bawa}
    lain = pohon.salin(PilihanSalinan(dinas, pohon.periode, "Tanpa", tanpa), **siapa)

    ada = {j for j, baris in isi_penuh(lain).items() if baris}
    ikut = {"indikator": {"indikator", *TABEL_INDIKATOR}, "target": {"target", "baseline"},
            "pagu": {"pagu", "klaim"}}.get(bawa, {bawa})  # fmt: skip
    assert {"simpul", *BARIS} - ada == ikut


def test_words_are_replaced_but_official_names_stay(pohon, jalur, isi, dinas_lain, dinas, siapa):
    versi = VersiNomenklatur.objects.create(kode="x", nama="X", tahun_mulai=2025)
    resmi = Nomenklatur.objects.create(
        versi=versi, jenjang="PROGRAM", kode="1.06.04", nama="Program Rehabilitasi Sosial"
    )
    pohon.ubah(jalur["PROGRAM"], {"nomenklatur_id": resmi.pk}, **siapa)
    kata = (("sosial", "pendidikan"), ("Sosial", "Pendidikan"))
    pilihan = PilihanSalinan(dinas_lain, pohon.periode, "", SEMUA, 0, kata)

    tinjauan = pohon.tinjau_salinan(pilihan)
    lain = pohon.salin(pilihan, **siapa)

    teks = dict(Simpul.objects.filter(pohon=lain, level__gte=1).values_list("jenjang", "kinerja"))
    nama = dict(Simpul.objects.filter(pohon=lain, level__gte=1).values_list("jenjang", "nama"))
    assert teks["TUJUAN"] == "Meningkatnya kesejahteraan pendidikan"
    assert nama["PROGRAM"] == "Program Rehabilitasi Sosial"
    assert nama["KEGIATAN"] == "Rehabilitasi Pendidikan Dasar"
    assert Indikator.objects.get(pohon=lain).teks == "Cakupan Dinas Pendidikan"
    assert {(k.medan, k.sesudah) for k in tinjauan.kata} >= {
        ("nama", "Rehabilitasi Pendidikan Dasar"), ("teks", "Cakupan Dinas Pendidikan")
    }  # fmt: skip
    assert len(tinjauan.kata) == 5


def test_a_pair_that_takes_every_word_away_leaves_the_text(pohon, jalur, dinas_lain, siapa):
    kata = (("Penyediaan Permakanan", ""),)

    lain = pohon.salin(PilihanSalinan(dinas_lain, pohon.periode, kata=kata), **siapa)

    assert Simpul.objects.filter(pohon=lain, nama="Penyediaan Permakanan").exists()


def test_another_agency_gets_what_it_can_name(pohon, jalur, isi, dinas, dinas_lain, siapa):
    for nama in ("Sekretariat", "Bidang Rehabilitasi"):
        Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama=nama)
    sana = Unit.objects.create(perangkat_daerah=dinas_lain, jenis="BAGIAN", nama="Sekretariat")
    sini = dict(Unit.objects.filter(perangkat_daerah=dinas).values_list("nama", "pk"))
    pohon.ubah(jalur["PROGRAM"], {"unit_id": sini["Sekretariat"]}, **siapa)
    pohon.ubah(jalur["KEGIATAN"], {"unit_id": sini["Bidang Rehabilitasi"]}, **siapa)
    pilihan = PilihanSalinan(dinas_lain, pohon.periode, "", SEMUA)

    lain = pohon.salin(pilihan, **siapa)

    unit = dict(Simpul.objects.filter(pohon=lain).values_list("jenjang", "unit"))
    assert (unit["PROGRAM"], unit["KEGIATAN"]) == (sana.pk, None)
    assert SimpulPengampu.objects.get(simpul__pohon=lain).perangkat_daerah == dinas_lain
    assert not SimpulLabel.objects.filter(simpul__pohon=lain).exists()
    assert {t.perangkat_daerah for t in Tahap.objects.filter(pagu__simpul__pohon=lain)} == {
        dinas_lain
    }
    tertinggal = pohon.tinjau_salinan(pilihan).tertinggal
    sisa = {"unit": 1, "label": 1, "penugasan": 1, "penanggung jawab indikator": 1}
    assert {k: n for k, n in tertinggal.items() if n} == sisa


def test_years_move_with_the_periode_and_what_falls_outside_is_told(
    pohon, jalur, isi, dinas, siapa
):
    pohon.ubah(jalur["SUB_KEGIATAN"], {"tahun_mulai": 2026, "tahun_sampai": 2027}, **siapa)
    baru = buat_periode(2030, 2030)
    pilihan = PilihanSalinan(dinas, baru, "", SEMUA, geser=5)

    lain = pohon.salin(pilihan, **siapa)

    target = Target.objects.filter(indikator__pohon=lain)
    assert list(target.values_list("tahun", "mentah", "tahap__tahun")) == [(2030, "75", 2030)]
    sub = Simpul.objects.get(pohon=lain, jenjang="SUB_KEGIATAN")
    assert (sub.tahun_mulai, sub.tahun_sampai) == (2031, 2032)
    assert Penggantian.objects.get(pengganti=sub).tahun == 2031
    tertinggal = pohon.tinjau_salinan(pilihan).tertinggal
    assert {k: n for k, n in tertinggal.items() if n} == {"target 2026": 1, "pagu 2026": 1}


def test_of_several_stages_the_value_in_force_is_copied_into_the_open_one(
    pohon, jalur, isi, dinas, siapa
):
    Tahap.buka(dinas, 2025, kode="PERUBAHAN", nama="Perubahan", **siapa)
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "2.000", tahun=2025, **siapa)
    Tahap.objects.filter(kode="MURNI", tahun=2025).update(terkunci=True)

    lain = pohon.salin(PilihanSalinan(dinas, pohon.periode, "Lain", SEMUA - {"target"}), **siapa)

    pagu = Pagu.objects.get(simpul__pohon=lain, tahun=2025)
    assert (pagu.nilai, pagu.tahap.kode) == (2000, "PERUBAHAN")


def test_a_locked_stage_of_the_other_agency_refuses_the_copy(pohon, isi, dinas_lain, siapa):
    Tahap.objects.create(perangkat_daerah=dinas_lain, tahun=2025, terkunci=True)

    kode = kode_tolak(
        lambda: pohon.salin(PilihanSalinan(dinas_lain, pohon.periode, "", SEMUA), **siapa)
    )

    assert kode == ["TAHAP_TERKUNCI"]
    assert Pohon.objects.count() == 1
    assert terakhir(pohon).kata_kerja != "disalin"


def test_a_copy_onto_an_existing_document_is_refused(pohon, jalur, dinas, siapa):
    kode = kode_tolak(lambda: pohon.salin(PilihanSalinan(dinas, pohon.periode), **siapa))

    assert kode == ["POHON_SATU_PER_EDISI"]


def test_an_empty_document_can_be_copied(dinas, dinas_lain, perencana, siapa):
    kosong = buat_pohon(dinas, perencana)

    lain = kosong.salin(PilihanSalinan(dinas_lain, kosong.periode), **siapa)

    assert (lain.versi, terakhir(lain).kata_kerja) == (1, "salin")


def test_copying_costs_the_same_for_a_large_document(pohon, jalur, isi, dinas, siapa):
    def biaya(judul):
        with CaptureQueriesContext(
            connection,
        ) as tertangkap:
            pohon.salin(PilihanSalinan(dinas, pohon.periode, judul, SEMUA), **siapa)
        return len(tertangkap)

    pertama = biaya("Satu")
    banyak = [
        Perubahan("simpul", (str(uuid.uuid4()),), None, {
            "jenjang": "SUB_KEGIATAN", "nama": f"Sub {n}", "setelah": None,
            "induk": str(jalur["KEGIATAN"].uid)})
        for n in range(30)
    ]  # fmt: skip
    pohon.muat(banyak, ringkasan="Banyak", **siapa)

    assert biaya("Dua") == pertama


def test_rows_of_another_document_are_left_alone(pohon, isi, dinas, perencana, siapa):
    tetangga = buat_pohon(dinas, perencana, judul="Tetangga")
    buat_jalur(tetangga, perencana)
    sebelum = isi_penuh(tetangga)

    pohon.salin(PilihanSalinan(dinas, pohon.periode, "Lain", SEMUA), **siapa)

    assert isi_penuh(tetangga) == sebelum
