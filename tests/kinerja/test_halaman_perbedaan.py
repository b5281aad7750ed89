"""Cerita: what a perubahan changed is read as a plain list."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.aturan.perbedaan import bandingkan
from kinerja.models import Perubahan, Pohon, Simpul
from kinerja.models.isi_salinan import PilihanSalinan
from kinerja.potret_dokumen import potret_dokumen
from tests.factories import PADA, buat_pohon
from tests.kinerja.salinan_uji import SEMUA, isi_semua


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def baru(pohon, jalur, dinas, siapa):
    """The perubahan of a document that has something everywhere."""
    isi_semua(pohon, jalur, dinas, siapa)
    Pohon.objects.filter(pk=pohon.pk).update(status="DISETUJUI")
    return pohon.buka_perubahan(**siapa)


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def alamat(pohon, dengan=None):
    tanya = f"?dengan={dengan.pk}" if dengan else ""
    return reverse("pohon-perbedaan", args=[pohon.pk]) + tanya


def beda(lama, kini):
    hasil = bandingkan(potret_dokumen(lama), potret_dokumen(kini))
    return {
        str(jenis): [(b.kotak.sebutan, *[(m.medan, m.lama, m.baru) for m in b.baris])
                     for b in daftar]
        for jenis, daftar in hasil.items() if daftar
    }  # fmt: skip


def kotak(pohon, jenjang):
    return Simpul.objects.select_related("pohon").get(pohon=pohon, jenjang=jenjang)


def test_a_fresh_perubahan_and_a_fresh_copy_differ_in_nothing(pohon, baru, dinas, siapa):
    salinan = pohon.salin(PilihanSalinan(dinas, pohon.periode, "Lain", SEMUA), **siapa)

    assert beda(pohon, baru) == {}
    assert beda(pohon, salinan) == {}
    assert beda(salinan, baru) == {}


def test_every_change_is_found_where_it_was_made(pohon, baru, siapa):
    sub, program = kotak(baru, "SUB_KEGIATAN"), kotak(baru, "PROGRAM")
    indikator = baru.indikator.get()
    lain = baru.tambah(induk=program, jenjang="KEGIATAN", nama="Kegiatan baru", **siapa)
    baru.pindahkan(sub, induk=lain, **siapa)
    baru.ubah(program, {"nama": "Program Lain", "tahun_mulai": 2026}, **siapa)
    baru.ubah_indikator(indikator, {"satuan": "Orang", "utama": True}, **siapa)
    baru.isi_target(indikator, "80", tahun=2025, **siapa)
    baru.isi_target(indikator, "20", tahun=2025, triwulan=1, **siapa)
    baru.isi_pagu(sub, "2.000.000", tahun=2025, **siapa)
    baru.isi_pagu(sub, "5", tahun=2025, sumber_dana="DAK", **siapa)
    baru.isi_klaim(baru.akar(), "", tahun=2025, **siapa)
    baru.hapus(kotak(baru, "TUJUAN").get_children()[0].get_children()[0].anak.get(
        nama="Rehabilitasi Sosial Dasar"), **siapa)  # fmt: skip

    assert beda(pohon, baru) == {
        "BARU": [("Kegiatan baru",)],
        "HILANG": [("Rehabilitasi Sosial Dasar",)],
        "PINDAH": [
            ("Penyediaan Permakanan",
             ("induk", "Rehabilitasi Sosial Dasar", "Kegiatan baru")),
        ],
        "UBAH": [
            ("Program Lain",
             ("nama", "Program Rehabilitasi Sosial", "Program Lain"),
             ("berlaku mulai tahun", "", "2026"),
             ("“Cakupan Dinas Sosial”: satuan", "%", "Orang"),
             ("“Cakupan Dinas Sosial”: indikator kinerja utama", "tidak", "ya")),
        ],
        "ANGKA": [
            ("Dokumen", ("Pagu tertulis 2025", "900.000", "")),
            ("Program Lain",
             ("Target 2025 “Cakupan Dinas Sosial”", "75", "80"),
             ("Target 2025 triwulan I “Cakupan Dinas Sosial”", "", "20")),
            ("Penyediaan Permakanan",
             ("Pagu 2025", "1.000.000", "2.000.000"), ("Pagu 2025 (DAK)", "", "5")),
        ],
    }  # fmt: skip


def test_a_reference_differs_when_it_names_another_thing(pohon, baru, siapa):
    sub, kegiatan = kotak(baru, "SUB_KEGIATAN"), kotak(baru, "KEGIATAN")
    kunci = (str(sub.uid), str(kotak(baru, "PROGRAM").uid))
    baru.muat(
        [
            Perubahan("penggantian", kunci, {"tahun": 2026}, None),
            Perubahan("penggantian", (str(sub.uid), str(kegiatan.uid)), None, {"tahun": 2026}),
        ],
        ringkasan="Lain", **siapa,
    )  # fmt: skip
    baru.ubah(kegiatan, {"indikator_induk": None}, **siapa)

    assert beda(pohon, baru) == {
        "UBAH": [
            ("Rehabilitasi Sosial Dasar", ("indikator induk", "Cakupan Dinas Sosial", "")),
            ("Penyediaan Permakanan",
             ("menggantikan", "Program Rehabilitasi Sosial", "Rehabilitasi Sosial Dasar")),
        ]
    }  # fmt: skip


def test_the_page_compares_with_the_origin_unless_told_otherwise(masuk, pohon, baru, dinas, siapa):
    baru.ubah(kotak(baru, "PROGRAM"), {"nama": "Program <Lain>"}, **siapa)
    salinan = pohon.salin(PilihanSalinan(dinas, pohon.periode, "Lain", SEMUA), **siapa)

    isi = masuk.get(alamat(baru)).content.decode()
    lain = masuk.get(alamat(baru, salinan)).context["dengan"]

    assert "Isi yang berubah" in isi
    assert "Program &lt;Lain&gt;" in isi
    assert f'<option value="{salinan.pk}">' in isi
    assert lain == salinan
    assert masuk.get(alamat(pohon)).context["dengan"] == baru
    assert alamat(baru) in masuk.get(reverse("pohon-status", args=[baru.pk])).content.decode()


def test_documents_without_kin_say_so(masuk, dinas, pohon, jalur, perencana):
    lain = buat_pohon(dinas, perencana, judul="Lain")

    assert "belum punya edisi atau salinan" in masuk.get(alamat(pohon)).content.decode()
    assert masuk.get(alamat(pohon, lain)).status_code == 404
    assert masuk.get(alamat(pohon) + "?dengan=x").status_code == 404


def test_an_origin_that_one_may_not_read_is_not_shown(client, pohon, jalur, perencana_lain, siapa):
    dinas = perencana_lain.keanggotaan.get().perangkat_daerah
    salinan = pohon.salin(PilihanSalinan(dinas, pohon.periode), **siapa)
    client.force_login(perencana_lain)

    assert client.get(alamat(salinan)).context["dengan"] is None
    assert client.get(alamat(salinan, pohon)).status_code == 404
    assert client.get(alamat(pohon)).status_code == 404
    status = client.get(reverse("pohon-status", args=[salinan.pk])).content.decode()
    assert "Disalin dari dokumen perangkat daerah lain." in status


def test_a_large_document_costs_the_same_queries(masuk, pohon, baru, siapa):
    def biaya():
        with CaptureQueriesContext(connection) as tertangkap:
            assert masuk.get(alamat(baru)).status_code == 200
        return len(tertangkap)

    pertama = biaya()
    banyak = [
        Perubahan("simpul", (str(uuid.uuid4()),), None, {
            "jenjang": "SUB_KEGIATAN", "nama": f"Sub {n}", "setelah": None,
            "induk": str(kotak(baru, "KEGIATAN").uid)})
        for n in range(40)
    ]  # fmt: skip
    baru.muat(banyak, ringkasan="Banyak", **siapa)

    assert biaya() == pertama <= 40
