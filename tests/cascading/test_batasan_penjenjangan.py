"""Every constraint and guard of a penjenjangan, tried around Python."""

import pytest

from cascading.models import ButirPenjenjangan, Penjenjangan
from kinerja.pilihan import JenisPohon
from tests.factories import PADA, buat_dinas, buat_pohon
from tests.kinerja.test_penjaga import dijaga

SALAH = [
    ("penjenjangan_status_dikenal", {"status": "BERLAKU"}),
    ("penjenjangan_alasan_bila_kembali", {"status": "DIKEMBALIKAN"}),
    ("penjenjangan_alasan_bila_kembali", {"alasan": "x"}),
    ("penjenjangan_disetujui_oleh_seseorang", {"status": "DISETUJUI"}),
    ("penjenjangan_disetujui_oleh_seseorang", {"disetujui_pada": PADA}),
]


@pytest.mark.parametrize(("nama", "ubahan"), SALAH)
def test_the_database_refuses_a_document(penjenjangan, nama, ubahan):
    dijaga(nama, lambda: Penjenjangan.objects.update(**ubahan))


@pytest.mark.parametrize(
    ("nama", "ubahan"),
    [
        ("butir_penjenjangan_kolom_dikenal", {"kolom": "LAIN"}),
        ("butir_penjenjangan_berisi", {"teks": ""}),
    ],
)
def test_the_database_refuses_an_item(penjenjangan, nama, ubahan):
    dijaga(nama, lambda: ButirPenjenjangan.objects.update(**ubahan))


def test_one_draft_of_a_title_beside_what_was_approved(penjenjangan, kepala):
    medan = ("perangkat_daerah", "periode", "tahun", "judul", "pohon_kinerja", "cascading")
    isi = {m: getattr(penjenjangan, m) for m in medan} | {"diubah_pada": PADA}

    dijaga(
        "penjenjangan_satu_berjalan|UNIQUE",
        lambda: Penjenjangan.objects.bulk_create([Penjenjangan(**isi)]),
    )

    sah = {"status": "DISETUJUI", "disetujui_oleh": kepala, "disetujui_pada": PADA}
    Penjenjangan.objects.bulk_create([Penjenjangan(**isi | sah)])
    assert Penjenjangan.objects.count() == 2


POHON = ["cascading_penjenjangan_pohon_kinerja", "cascading_penjenjangan_cascading"]


@pytest.mark.parametrize("tabel", POHON)
def test_both_trees_are_of_their_kind_agency_and_periode(penjenjangan, dinas, perencana, tabel):
    medan = tabel.removeprefix("cascading_penjenjangan_")
    lain = buat_dinas(dinas.pemda, "Dinas Lain", "9.9")
    asing = buat_pohon(lain, perencana, JenisPohon(medan.upper()))
    tertukar = penjenjangan.cascading if medan != "cascading" else penjenjangan.pohon_kinerja

    for pohon in (asing, tertukar):
        dijaga(f"{tabel}_update", lambda p=pohon: Penjenjangan.objects.update(**{medan: p}))
    baru = Penjenjangan.objects.get()
    baru.pk, baru.judul = None, "Lain"
    setattr(baru, medan, asing)
    dijaga(f"{tabel}_insert", lambda: Penjenjangan.objects.bulk_create([baru]))


def test_what_was_submitted_is_not_written_around_python(penjenjangan):
    Penjenjangan.objects.update(status="DIAJUKAN")
    dokumen, butir = Penjenjangan.objects.all(), ButirPenjenjangan.objects.all()
    baru = ButirPenjenjangan(penjenjangan=penjenjangan, kolom="ISU", teks="x")

    dijaga("cascading_penjenjangan_terkunci_update", lambda: dokumen.update(sampul="x"))
    dijaga("cascading_penjenjangan_terkunci_delete", lambda: dokumen._raw_delete("default"))
    dijaga(
        "cascading_butirpenjenjangan_terkunci_insert",
        lambda: ButirPenjenjangan.objects.bulk_create([baru]),
    )
    dijaga("cascading_butirpenjenjangan_terkunci_update", lambda: butir.update(teks="x"))
    dijaga("cascading_butirpenjenjangan_terkunci_delete", lambda: butir._raw_delete("default"))
