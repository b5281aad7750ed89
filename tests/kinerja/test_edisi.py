"""Cerita: a perubahan is opened from an approved document, and takes over once it is approved."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from kinerja.models import Pagu, Pohon, Simpul, Tahap
from kinerja.models.pemeriksaan import periksa_susunan
from kinerja.models.tabel_pohon import BARIS
from tests.factories import PADA
from tests.kinerja.salinan_uji import isi_penuh, isi_semua, kode_tolak, setujui, terakhir


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def isi(pohon, jalur, dinas, siapa):
    return isi_semua(pohon, jalur, dinas, siapa)


def test_a_perubahan_is_the_approved_document_again(pohon, isi, perencana, siapa):
    setujui(pohon, perencana)

    baru = pohon.buka_perubahan(**siapa)

    assert isi_penuh(baru) == isi_penuh(pohon)
    assert (baru.edisi, baru.status, baru.disalin_dari_id) == (2, "DRAF", pohon.pk)
    assert periksa_susunan(baru) == []
    assert set(Simpul.objects.values_list("tree_id", flat=True).distinct()) == {
        Simpul.objects.get(pohon=p, induk=None).tree_id for p in (pohon, baru)
    }


def test_opening_is_one_event_in_each_chain(pohon, isi, perencana, siapa):
    setujui(pohon, perencana)
    versi = pohon.versi

    baru = pohon.buka_perubahan(**siapa)

    assert list(baru.riwayat.values_list("nomor", "kata_kerja")) == [(1, "buka_perubahan")]
    assert (terakhir(pohon).nomor, terakhir(pohon).kata_kerja) == (versi + 1, "dibuka")
    assert Pohon.objects.get(pk=pohon.pk).versi == versi + 1
    call_command("periksa_riwayat")


def test_the_old_edition_stays_and_the_new_one_goes_its_own_way(
    pohon, jalur, isi, perencana, siapa
):
    setujui(pohon, perencana)
    baru = pohon.buka_perubahan(**siapa)
    sebelum = isi_penuh(pohon)

    baru.hapus(Simpul.objects.get(pohon=baru, uid=jalur["KEGIATAN"].uid), **siapa)

    assert isi_penuh(pohon) == sebelum
    assert not Pagu.objects.filter(simpul__pohon=baru).exists()


def test_numbers_of_a_locked_stage_come_along_unchanged(pohon, isi, dinas, perencana, siapa):
    setujui(pohon, perencana)
    Tahap.objects.update(terkunci=True)

    baru = pohon.buka_perubahan(**siapa)

    assert isi_penuh(baru) == isi_penuh(pohon)
    sub = Simpul.objects.get(pohon=baru, jenjang="SUB_KEGIATAN")
    kode = kode_tolak(lambda: baru.isi_pagu(sub, "5", tahun=2025, tahap="MURNI", **siapa))
    assert kode == ["TAHAP_TERKUNCI"]


@pytest.mark.parametrize("tabel", ["pagu", "klaim", "target"])
def test_the_guard_lets_in_what_the_origin_has_and_nothing_else(
    pohon, isi, perencana, siapa, tabel
):
    setujui(pohon, perencana)
    baru = pohon.buka_perubahan(**siapa)
    model = BARIS[tabel].model
    baris = model.objects.filter(**{BARIS[tabel].pohon: baru}).order_by("pk").first()
    model.objects.filter(pk=baris.pk)._raw_delete("default")
    Tahap.objects.update(terkunci=True)
    baris.pk, asli = None, baris.mentah

    for medan, lain in (("mentah", "999"), ("nilai", 999)):
        benar = getattr(baris, medan)
        setattr(baris, medan, lain)
        with pytest.raises(IntegrityError, match="tahap_terkunci"), transaction.atomic():
            model.objects.bulk_create([baris])
        setattr(baris, medan, benar)
        baris.pk = None
    model.objects.bulk_create([baris])

    assert model.objects.filter(mentah=asli, **{BARIS[tabel].pohon: baru}).exists()


def test_the_origin_of_a_document_is_for_good(pohon, isi, perencana, siapa):
    setujui(pohon, perencana)
    baru = pohon.buka_perubahan(**siapa)

    for pk, isian in ((baru.pk, None), (pohon.pk, baru)):
        with pytest.raises(IntegrityError, match="asal_tetap"), transaction.atomic():
            Pohon.objects.filter(pk=pk).update(disalin_dari=isian)


def test_once_the_perubahan_is_approved_it_alone_is_written(pohon, jalur, isi, perencana, siapa):
    setujui(pohon, perencana)
    baru = pohon.buka_perubahan(**siapa)
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "7", tahun=2027, **siapa)  # still in force
    setujui(baru, perencana)

    tulis = lambda p: p.isi_pagu(  # noqa: E731
        Simpul.objects.get(pohon=p, jenjang="SUB_KEGIATAN"), "8", tahun=2028, **siapa
    )
    assert kode_tolak(lambda: tulis(pohon)) == ["SUDAH_DIGANTIKAN"]
    tulis(baru)
    for tabel, pembeda in (("pagu", {"sumber_dana": "APBN"}), ("target", {"triwulan": 1})):
        model = BARIS[tabel].model
        milik = model.objects.filter(**{BARIS[tabel].pohon: pohon})
        baris = milik.order_by("pk").first()
        dijaga(lambda m=milik: m.update(mentah="x"))
        dijaga(lambda m=milik: m._raw_delete("default"))
        baris.pk = None
        baris.__dict__.update(pembeda)
        dijaga(lambda m=model, b=baris: m.objects.bulk_create([b]))


def dijaga(perbuatan):
    with pytest.raises(IntegrityError, match="digantikan"), transaction.atomic():
        perbuatan()


@pytest.mark.parametrize(
    ("langkah", "kode"),
    [
        ([], "BELUM_DISETUJUI"),
        (["ajukan"], "BELUM_DISETUJUI"),
        (["setujui", "buka"], "PERUBAHAN_TERBUKA"),
        (["setujui", "buka", "setujui baru"], "SUDAH_DIGANTIKAN"),
    ],
)
def test_when_no_perubahan_is_opened(pohon, jalur, perencana, siapa, langkah, kode):
    for satu in langkah:
        if satu == "ajukan":
            pohon.ajukan(versi=Pohon.objects.get(pk=pohon.pk).versi, galat=0, **siapa)
        elif satu == "buka":
            baru = pohon.buka_perubahan(**siapa)
        else:
            setujui(baru if satu == "setujui baru" else pohon, perencana)

    assert kode_tolak(lambda: pohon.buka_perubahan(**siapa)) == [kode]


def test_the_second_perubahan_follows_from_the_first(pohon, jalur, perencana, siapa):
    kedua = setujui(setujui(pohon, perencana).buka_perubahan(**siapa), perencana)

    ketiga = kedua.buka_perubahan(**siapa)

    assert (ketiga.edisi, ketiga.disalin_dari) == (3, kedua)


def test_a_copy_is_not_undone_but_put_away(pohon, isi, perencana, siapa):
    setujui(pohon, perencana)
    baru = pohon.buka_perubahan(**siapa)

    for milik in (baru, pohon):
        assert kode_tolak(lambda p=milik: p.batalkan(terakhir(p), **siapa)) == [
            "TIDAK_DAPAT_DIBATALKAN"
        ]
