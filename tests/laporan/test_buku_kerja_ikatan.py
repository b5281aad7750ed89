"""Positions, agencies and labels in the round-trip workbook: out, edited, back, refused."""

import pytest

from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import Jabatan, Label, Penugasan, SimpulLabel
from kinerja.pilihan import JenisJabatan, PeranTugas
from tests.factories import PADA, buat_dinas
from tests.laporan.buku_kerja_uji import beda, berisi, di_sel, kode, unduh, unggah


@pytest.fixture
def kotak(pohon, perencana, dinas):
    """A program with positions in two parts, a label and another agency."""
    siapa = {"oleh": perencana, "pada": PADA}
    kotak = berisi(pohon, perencana)
    jabatan = [
        Jabatan.objects.create(perangkat_daerah=dinas, jenis=JenisJabatan.ADMINISTRATOR, nama=nama)
        for nama in ("Kepala Dinas", "Kepala Bidang", "Kepala Bidang")
    ]
    pohon.tugaskan(kotak["PROGRAM"], jabatan[0], **siapa)
    pohon.tugaskan(kotak["PROGRAM"], jabatan[1], PeranTugas.PELAKSANA, **siapa)
    pohon.ampu(kotak["PROGRAM"], buat_dinas(dinas.pemda, "Dinas Kesehatan", "2"), **siapa)
    label = Label.objects.create(perangkat_daerah=dinas, jenis="SPM", nama="Sosial")
    SimpulLabel.objects.create(simpul=kotak["PROGRAM"], label=label)
    return kotak


def tugas(kotak):
    daftar = Penugasan.objects.filter(simpul=kotak["PROGRAM"]).order_by("jabatan")
    return [(t.jabatan.nama, t.peran) for t in daftar.select_related("jabatan")]


def baris(buku):
    return buku.baris("Pohon", nama="Program Rehabilitasi Sosial")


def sel(buku, kolom, r):
    return buku.buku["Pohon"].cell(r, buku.kolom("Pohon")[kolom]).value


def test_ties_stand_in_the_row_and_come_back_as_they_were(pohon, kotak, perencana):
    buku = unduh(pohon)
    r = baris(buku)

    assert sel(buku, "penanggung_jawab", r) == "Kepala Dinas"
    assert sel(buku, "pelaksana", r) == "Kepala Bidang"
    assert sel(buku, "lembaga", r) == "Dinas Kesehatan"
    assert sel(buku, "label", r) == "SPM: Sosial"
    assert "Kepala Bidang (2)" in [s.value for k in buku.buku["Referensi"].columns for s in k]
    sesi = unggah(pohon, perencana, buku)
    assert (beda(sesi), kode(sesi), sesi.rencana["hilang"]) == ({}, [], [])


def test_edited_ties_are_planned_written_and_undone(pohon, kotak, perencana):
    buku = unduh(pohon)
    isi = {"penanggung_jawab": "Kepala Bidang", "pelaksana": None, "label": None}
    isi |= {"pendukung": "kepala dinas\nKepala Bidang (2)", "lembaga": "Dinas Sosial"}
    buku.ubah("Pohon", baris(buku), **isi)
    sesi = unggah(pohon, perencana, buku)
    (satu,) = beda(sesi).values()
    assert [b[0] for b in satu[1:]] == [
        "Jabatan penanggung jawab", "Jabatan pelaksana", "Jabatan pendukung",
        "Perangkat daerah pengampu", "Label",
    ]  # fmt: skip

    terapkan(sesi, oleh=perencana, pada=PADA)
    assert tugas(kotak) == [
        ("Kepala Dinas", "PENDUKUNG"), ("Kepala Bidang", "PENANGGUNG_JAWAB"),
        ("Kepala Bidang", "PENDUKUNG"),
    ]  # fmt: skip
    assert [p.nama for p in kotak["PROGRAM"].pengampu.all()] == ["Dinas Sosial"]
    assert not SimpulLabel.objects.exists()
    sesi.refresh_from_db()
    batalkan(sesi, oleh=perencana, pada=PADA)
    assert tugas(kotak) == [("Kepala Dinas", "PENANGGUNG_JAWAB"), ("Kepala Bidang", "PELAKSANA")]
    assert SimpulLabel.objects.count() == 1


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        ({"pelaksana": "Camat"}, "PILIHAN_TIDAK_DIKENAL"),
        ({"label": "SPM: Lain"}, "PILIHAN_TIDAK_DIKENAL"),
        ({"pendukung": "Kepala Dinas"}, "PERAN_TUGAS"),
    ],
)
def test_names_that_nobody_knows_and_two_parts_are_refused_at_their_cell(
    pohon, kotak, perencana, isi, sebab
):
    buku = unduh(pohon)
    buku.ubah("Pohon", baris(buku), **isi)
    sesi = unggah(pohon, perencana, buku)

    assert di_sel(sesi, sebab)
    assert beda(sesi) == {}


def test_a_sub_kegiatan_has_one_and_a_new_row_brings_its_own(pohon, kotak, perencana):
    buku = unduh(pohon)
    r = buku.baris("Pohon", nama="Penyediaan Sandang")
    buku.ubah("Pohon", r, penanggung_jawab="Kepala Dinas\nKepala Bidang")
    assert "PENANGGUNG_JAWAB_GANDA" in kode(unggah(pohon, perencana, buku))

    buku = unduh(pohon)
    induk = sel(buku, "id", baris(buku))
    buku.tambah("Pohon", id="B1", jenjang="Kegiatan", induk=induk, nama="Kegiatan baru",
                penanggung_jawab="Kepala Bidang (2)")  # fmt: skip
    sesi = unggah(pohon, perencana, buku)
    terapkan(sesi, oleh=perencana, pada=PADA)
    (satu,) = Penugasan.objects.filter(simpul__nama="Kegiatan baru")
    assert (satu.jabatan.nama, satu.peran) == ("Kepala Bidang", "PENANGGUNG_JAWAB")
