"""Cerita: a document goes up the ladder, comes back, goes up again and is locked."""

import pytest
from django.db import IntegrityError, transaction

from kinerja.aturan import tangga
from kinerja.aturan.tangga import KATA_KERJA, TANGGA, Pelaku
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Pagu, Pengaturan, Pohon, Riwayat
from kinerja.pilihan import StatusPohon
from tests.factories import PADA

ISI = {"ajukan": {"galat": 0}, "setujui": {"galat": 0}, "kembalikan": {"alasan": "Lengkapi."}}


@pytest.fixture
def verifikasi(dinas):
    Pengaturan.objects.create(pemda=dinas.pemda, perlu_verifikasi=True)


def melangkah(pohon, *langkah, oleh, **lain):
    for kata_kerja in langkah:
        pohon.refresh_from_db()
        isi = {"versi": pohon.versi, "oleh": oleh, "pada": PADA} | ISI.get(kata_kerja, {}) | lain
        getattr(pohon, kata_kerja)(**isi)
    return pohon


def ditolak(perbuatan):
    with pytest.raises(AturanDilanggar) as salah:
        perbuatan()
    return [t.kode for t in salah.value.temuan]


@pytest.mark.parametrize(
    ("langkah", "status"),
    [
        (["ajukan"], "DIAJUKAN"),
        (["ajukan", "kembalikan"], "DIKEMBALIKAN"),
        (["ajukan", "kembalikan", "ajukan"], "DIAJUKAN"),
        (["ajukan", "setujui"], "DISETUJUI"),
    ],
)
def test_the_ladder_without_verification(pohon, jalur, kepala, langkah, status):
    melangkah(pohon, *langkah, oleh=kepala)

    tersimpan = Pohon.objects.get(pk=pohon.pk)
    assert tersimpan.status == pohon.status == status
    assert bool(tersimpan.alasan) == (status == "DIKEMBALIKAN")
    assert tersimpan.versi == pohon.versi == Riwayat.objects.filter(pohon=pohon).count()


def test_where_the_pemda_verifies_approval_comes_after_it(pohon, jalur, kepala, verifikasi):
    melangkah(pohon, "ajukan", oleh=kepala)
    assert ditolak(lambda: melangkah(pohon, "setujui", oleh=kepala)) == ["STATUS_LAIN"]

    melangkah(pohon, "verifikasi", "kembalikan", "ajukan", "verifikasi", "setujui", oleh=kepala)

    assert pohon.status == StatusPohon.DISETUJUI


def test_where_it_does_not_there_is_no_verification(pohon, jalur, kepala):
    melangkah(pohon, "ajukan", oleh=kepala)

    assert ditolak(lambda: melangkah(pohon, "verifikasi", oleh=kepala)) == ["STATUS_LAIN"]


def test_turning_verification_off_leaves_no_document_behind(pohon, jalur, kepala, verifikasi):
    melangkah(pohon, "ajukan", "verifikasi", oleh=kepala)
    Pengaturan.objects.update(perlu_verifikasi=False)

    melangkah(pohon, "setujui", oleh=kepala)

    assert pohon.status == StatusPohon.DISETUJUI


def test_a_step_stands_in_the_history_with_its_reason(pohon, jalur, kepala):
    melangkah(pohon, "ajukan", oleh=kepala)
    melangkah(pohon, "kembalikan", oleh=kepala, alasan="  Target 2025 kosong.  ")

    akhir = Riwayat.objects.filter(pohon=pohon).latest("nomor")
    assert (akhir.kata_kerja, akhir.oleh) == ("kembalikan", kepala)
    assert akhir.perubahan == [
        {
            "jenis": "pohon",
            "kunci": [pohon.pk],
            "sebelum": {"status": "DIAJUKAN", "alasan": ""},
            "sesudah": {"status": "DIKEMBALIKAN", "alasan": "Target 2025 kosong."},
        }
    ]


def test_what_is_approved_is_what_was_on_the_screen(pohon, jalur, perencana, kepala):
    dilihat = pohon.versi
    pohon.ubah(jalur["PROGRAM"], {"nomor": "9"}, oleh=perencana, pada=PADA)

    kode = ditolak(lambda: pohon.ajukan(versi=dilihat, galat=0, oleh=perencana, pada=PADA))

    assert kode == ["DOKUMEN_BERUBAH"]
    assert Pohon.objects.get(pk=pohon.pk).status == StatusPohon.DRAF


@pytest.mark.parametrize("kata_kerja", ["ajukan", "setujui"])
def test_open_errors_stop_it(pohon, jalur, kepala, kata_kerja):
    if kata_kerja == "setujui":
        melangkah(pohon, "ajukan", oleh=kepala)

    assert ditolak(lambda: melangkah(pohon, kata_kerja, oleh=kepala, galat=3)) == [
        "MASIH_ADA_GALAT"
    ]


@pytest.mark.parametrize(
    ("alasan", "kode"),
    [("", "ALASAN_KOSONG"), (" \n ", "ALASAN_KOSONG"), ("x" * 2001, "TEKS_TERLALU_PANJANG"),
     ("a\x00b", "TEKS_TIDAK_SAH")],
)  # fmt: skip
def test_a_return_says_why(pohon, jalur, kepala, alasan, kode):
    melangkah(pohon, "ajukan", oleh=kepala)

    assert ditolak(lambda: melangkah(pohon, "kembalikan", oleh=kepala, alasan=alasan)) == [kode]


@pytest.mark.parametrize("langkah", [["ajukan"], ["ajukan", "setujui"]])
def test_nothing_changes_on_the_way_up_and_only_numbers_after(
    pohon, jalur, perencana, kepala, langkah
):
    melangkah(pohon, *langkah, oleh=kepala)
    siapa = {"oleh": perencana, "pada": PADA}
    pagu = (jalur["SUB_KEGIATAN"], "1.000")

    kode = ditolak(lambda: pohon.ubah(jalur["PROGRAM"], {"nama": "Lain"}, **siapa))
    assert kode == ["DOKUMEN_TERKUNCI"]
    if "setujui" in langkah:
        pohon.isi_pagu(*pagu, tahun=2025, **siapa)
        assert Pagu.objects.get().nilai == 1000
    else:
        kode = ditolak(lambda: pohon.isi_pagu(*pagu, tahun=2025, **siapa))
        assert kode == ["DOKUMEN_TERKUNCI"]


def test_a_step_is_not_undone_but_answered(pohon, jalur, kepala):
    melangkah(pohon, "ajukan", oleh=kepala)
    akhir = Riwayat.objects.filter(pohon=pohon).latest("nomor")

    kode = ditolak(lambda: pohon.batalkan(akhir, oleh=kepala, pada=PADA))

    assert kode == ["TIDAK_DAPAT_DIBATALKAN"]
    assert akhir.sebab_tetap


def test_older_edits_wait_with_their_undo_until_it_comes_back(pohon, jalur, perencana, kepala):
    pohon.ubah(jalur["PROGRAM"], {"nomor": "9"}, oleh=perencana, pada=PADA)
    ubah = Riwayat.objects.filter(pohon=pohon).latest("nomor")
    melangkah(pohon, "ajukan", oleh=kepala)
    batalkan = lambda: pohon.batalkan(ubah, oleh=perencana, pada=PADA)  # noqa: E731

    assert ditolak(batalkan) == ["DOKUMEN_TERKUNCI"]
    melangkah(pohon, "kembalikan", oleh=kepala)
    batalkan()

    jalur["PROGRAM"].refresh_from_db()
    assert jalur["PROGRAM"].nomor == ""


@pytest.mark.parametrize("isi", [{"status": "DIKEMBALIKAN"}, {"alasan": "Tanpa dikembalikan"}])
def test_reason_and_return_stand_together_around_python_too(pohon, isi):
    with pytest.raises(IntegrityError), transaction.atomic():
        Pohon.objects.filter(pk=pohon.pk).update(**isi)


@pytest.mark.parametrize("verifikasi", [False, True])
@pytest.mark.parametrize("status", StatusPohon.values)
@pytest.mark.parametrize("kata_kerja", KATA_KERJA)
def test_every_rung_is_a_row_of_the_table(kata_kerja, status, verifikasi):
    baris = [
        t for t in TANGGA
        if (t.kata_kerja, t.dari) == (kata_kerja, status) and t.berlaku(verifikasi)
    ]  # fmt: skip

    assert len({t.ke for t in baris}) == bool(baris)
    assert bool(tangga.periksa_langkah(kata_kerja, status, verifikasi)) != bool(baris)
    for pelaku in Pelaku:
        terbuka = tangga.langkah_terbuka(status, {pelaku}, verifikasi)
        ada = any(t.pelaku == pelaku for t in baris)
        assert (kata_kerja in {t.kata_kerja for t in terbuka}) == ada
        assert tangga.berwenang(kata_kerja, {pelaku}, verifikasi) or not ada


@pytest.mark.parametrize("verifikasi", [False, True])
def test_only_approval_is_the_end(verifikasi):
    akhir = [s for s in StatusPohon if not tangga.langkah_terbuka(s, set(Pelaku), verifikasi)]

    assert akhir == [StatusPohon.DISETUJUI]


def test_the_rungs_are_shown_in_their_order():
    assert tangga.anak_tangga("DIKEMBALIKAN", False) == [
        ("Dikembalikan", "kini"), ("Diajukan", "nanti"), ("Disetujui", "nanti")
    ]  # fmt: skip
    assert [k for _, k in tangga.anak_tangga("DIVERIFIKASI", False)] == [
        "sudah", "sudah", "kini", "nanti"
    ]  # fmt: skip
