"""Every constraint and guard of the IKU document, tried around Python."""

import pytest
from django.db import IntegrityError, transaction

from iku.models import Bab, DokumenIku, Reviu, SumberIku, UraianIku
from tests.factories import PADA, buat_dinas, buat_pohon


def dijaga(nama, perbuatan):
    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        perbuatan()


@pytest.fixture
def isi(dokumen, indikator):
    """Columns of one sound row per table; each is stored once."""
    sound = {
        Bab: {"dokumen": dokumen, "bagian": "BAB_I", "judul": "Ruang lingkup"},
        UraianIku: {"dokumen": dokumen, "indikator_uid": indikator.uid},
        Reviu: {
            "dokumen": dokumen, "tanggal": PADA.date(), "berita_acara": "BA", "peserta": "Tim",
            "perihal": "IKU", "sebelum": "a", "sesudah": "b",
        },
    }  # fmt: skip
    for model, kolom in sound.items():
        model.objects.bulk_create([model(**kolom)])
    return sound


SALAH = [
    ("iku_bab_berjudul", Bab, {"judul": ""}),
    ("iku_bab_bagian_dikenal", Bab, {"bagian": "BAB_IX"}),
    ("iku_bab_baku_dikenal", Bab, {"baku": "LAIN"}),
    ("iku_bab_muat", Bab, {"isi": "x" * 20_001}),
    ("iku_bab_baku_unik|UNIQUE", Bab, {"baku": "PENGANTAR"}),
    ("iku_uraian_satu|UNIQUE", UraianIku, {}),
    ("iku_uraian_muat", UraianIku, {"uraian": "x" * 4001}),
    ("iku_reviu_jenis_dikenal", Reviu, {"jenis": "LAIN"}),
    ("iku_reviu_berubah", Reviu, {"sesudah": "a"}),
    ("iku_reviu_bersebab", Reviu, {"jenis": "PENGGANTIAN"}),
]


@pytest.mark.parametrize(("nama", "model", "ubahan"), SALAH, ids=[s[0] for s in SALAH])
def test_the_database_refuses(isi, nama, model, ubahan):
    if model is UraianIku and "uraian" in ubahan:
        model.objects.all().delete()
    baris = model(**isi[model] | ubahan)

    dijaga(nama, lambda: model.objects.bulk_create([baris]))


SALAH_DOKUMEN = [
    ("iku_status_dikenal|iku_disetujui_oleh_seseorang", {"status": "LAIN"}),
    ("iku_alasan_bila_kembali", {"status": "DIKEMBALIKAN"}),
    ("iku_alasan_bila_kembali", {"alasan": "x"}),
    ("iku_disetujui_oleh_seseorang", {"status": "DISETUJUI"}),
    ("iku_disetujui_oleh_seseorang", {"disetujui_pada": PADA}),
    ("iku_berlaku_sejak", {"berlaku_sejak": PADA.date()}),
    ("iku_bulan_ada", {"bulan": 13}),
    ("iku_tahun_wajar", {"tahun": 26}),
]


@pytest.mark.parametrize(("nama", "ubahan"), SALAH_DOKUMEN)
def test_the_database_refuses_a_document(dokumen, nama, ubahan):
    dijaga(nama, lambda: DokumenIku.objects.update(**ubahan))


def kembaran(dokumen, **lain):
    isi = {m: getattr(dokumen, m) for m in ("perangkat_daerah", "periode", "tahun", "judul")}
    isi |= {"bulan": 8, "tahun_terbit": 2025, "diubah_pada": PADA}
    DokumenIku.objects.bulk_create([DokumenIku(**isi | lain)])


def test_one_document_runs_and_one_is_in_force(dokumen, kepala):
    dijaga("iku_satu_berjalan|UNIQUE", lambda: kembaran(dokumen))

    berlaku = {"status": "BERLAKU", "disetujui_oleh": kepala, "disetujui_pada": PADA,
               "berlaku_sejak": PADA.date()}  # fmt: skip
    kembaran(dokumen, **berlaku)
    dijaga("iku_satu_berlaku|UNIQUE", lambda: kembaran(dokumen, **berlaku))


def test_a_source_stands_once_and_in_one_place(dokumen, pohon, dinas, perencana):
    lain = buat_pohon(dinas, perencana, judul="Lain")

    def sumber(milik, urutan):
        SumberIku.objects.bulk_create([SumberIku(dokumen=dokumen, pohon=milik, urutan=urutan)])

    dijaga("iku_sumber_sekali|UNIQUE", lambda: sumber(pohon, 2))
    dijaga("iku_sumber_urut|UNIQUE", lambda: sumber(lain, 1))


def test_a_source_is_of_the_same_agency_and_periode(dokumen, dinas, perencana):
    asing = buat_pohon(buat_dinas(dinas.pemda, "Dinas Lain", "9.9"), perencana)
    baris = SumberIku(dokumen=dokumen, pohon=asing, urutan=2)

    dijaga("iku_sumberiku_serumah_insert", lambda: SumberIku.objects.bulk_create([baris]))
    dijaga("iku_sumberiku_serumah_update", lambda: SumberIku.objects.update(pohon=asing))


@pytest.mark.parametrize("tabel", ["iku_bab", "iku_uraianiku", "iku_reviu", "iku_sumberiku"])
def test_what_was_submitted_is_not_written_around_python(dokumen, isi, pohon, tabel):
    model = {m._meta.db_table: m for m in (Bab, UraianIku, Reviu, SumberIku)}[tabel]
    DokumenIku.objects.update(status="DIAJUKAN")
    kolom = isi.get(model, {"dokumen": dokumen, "pohon": pohon, "urutan": 2})
    medan = {"urutan": 9} if model is not Reviu else {"perihal": "lain"}

    dijaga(f"{tabel}_terkunci_insert", lambda: model.objects.bulk_create([model(**kolom)]))
    dijaga(f"{tabel}_terkunci_update", lambda: model.objects.update(**medan))
    dijaga(f"{tabel}_terkunci_delete", lambda: model.objects.all()._raw_delete("default"))


def test_the_document_itself_is_not_written_after_submission(dokumen):
    DokumenIku.objects.update(status="DIAJUKAN")
    semua = DokumenIku.objects.all()

    dijaga("iku_dokumeniku_terkunci_update", lambda: semua.update(tempat="Lain"))
    dijaga("iku_dokumeniku_terkunci_delete", lambda: semua._raw_delete("default"))
