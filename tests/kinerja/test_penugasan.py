"""Which position answers for which box: the verbs, their refusals, history, undo and copies."""

import pytest

from kinerja.aturan.penugasan import Tugas, tanpa_kotak, tanpa_penanggung_jawab
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.jejak import dengan_rincian
from kinerja.models import Jabatan, Penugasan
from kinerja.models.isi_salinan import PilihanSalinan
from kinerja.pilihan import PeranTugas, StatusPohon
from tests.factories import PADA, buat_dinas, buat_periode
from tests.kinerja.salinan_uji import isi_penuh, kode_tolak, terakhir
from tests.kinerja.test_batasan_pohon import ditolak
from tests.kinerja.test_penjaga import dijaga


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def jabatan(dinas):
    """Two positions of the agency."""
    nama = ("Kepala Bidang Rehabilitasi", "Kepala Subbagian Umum")
    return [
        Jabatan.objects.create(perangkat_daerah=dinas, jenis="ADMINISTRATOR", nama=n) for n in nama
    ]


@pytest.fixture
def asing(dinas):
    lain = buat_dinas(dinas.pemda, "Dinas Lain", "9.9")
    return Jabatan.objects.create(perangkat_daerah=lain, jenis="PENGAWAS", nama="Jabatan lain")


def peran(simpul):
    return {t.jabatan.nama: t.peran for t in simpul.penugasan.select_related("jabatan")}


def test_a_position_answers_for_a_box_and_the_history_says_so(pohon, jalur, jabatan, siapa):
    pohon.tugaskan(jalur["PROGRAM"], jabatan[0], PeranTugas.PENANGGUNG_JAWAB, **siapa)

    assert peran(jalur["PROGRAM"]) == {"Kepala Bidang Rehabilitasi": "PENANGGUNG_JAWAB"}
    ((riwayat, rincian),) = dengan_rincian(pohon, [terakhir(pohon)])
    assert riwayat.kata_kerja == "tugaskan"
    assert "Kepala Bidang Rehabilitasi menjadi penanggung jawab program" in riwayat.ringkasan
    assert rincian.baris == ("Penanggung jawab Kepala Bidang Rehabilitasi ditambahkan",)


def test_another_part_is_a_change_and_the_same_part_is_none(pohon, jalur, jabatan, siapa):
    pohon.tugaskan(jalur["PROGRAM"], jabatan[0], **siapa)

    assert pohon.tugaskan(jalur["PROGRAM"], jabatan[0], **siapa) is None
    pohon.tugaskan(jalur["PROGRAM"], jabatan[0], PeranTugas.PENDUKUNG, **siapa)

    assert peran(jalur["PROGRAM"]) == {"Kepala Bidang Rehabilitasi": "PENDUKUNG"}
    ((_, rincian),) = dengan_rincian(pohon, [terakhir(pohon)])
    assert rincian.baris == ("peran: Penanggung jawab → Pendukung",)


def test_several_positions_share_a_program(pohon, jalur, jabatan, siapa):
    for satu in jabatan:
        pohon.tugaskan(jalur["PROGRAM"], satu, **siapa)

    assert set(peran(jalur["PROGRAM"]).values()) == {"PENANGGUNG_JAWAB"}


def test_a_sub_kegiatan_has_one_penanggung_jawab(pohon, jalur, jabatan, siapa):
    sub = jalur["SUB_KEGIATAN"]
    pohon.tugaskan(sub, jabatan[0], **siapa)

    with pytest.raises(AturanDilanggar, match="tanggung jawab Kepala Bidang Rehabilitasi"):
        pohon.tugaskan(sub, jabatan[1], **siapa)
    pohon.tugaskan(sub, jabatan[1], PeranTugas.PELAKSANA, **siapa)
    pohon.tugaskan(sub, jabatan[1], gantikan=True, **siapa)

    assert peran(sub) == {"Kepala Subbagian Umum": "PENANGGUNG_JAWAB"}
    pohon.batalkan(terakhir(pohon), **siapa)
    assert peran(sub) == {
        "Kepala Bidang Rehabilitasi": "PENANGGUNG_JAWAB", "Kepala Subbagian Umum": "PELAKSANA",
    }  # fmt: skip


def test_many_boxes_are_one_event_and_come_back_with_it(pohon, jalur, jabatan, siapa):
    kotak = [jalur[j] for j in ("PROGRAM", "KEGIATAN", "SUB_KEGIATAN")]
    versi = pohon.versi
    pohon.tugaskan(kotak, jabatan[0], **siapa)
    penuh = isi_penuh(pohon)

    pohon.lepas_tugas(kotak, jabatan[0], **siapa)

    assert pohon.versi == versi + 2
    assert not Penugasan.objects.di(pohon).exists()
    assert pohon.lepas_tugas(kotak, jabatan[0], **siapa) is None
    pohon.batalkan(terakhir(pohon), **siapa)
    assert isi_penuh(pohon) == penuh
    milik = Penugasan.objects.milik(jabatan[0], pohon)
    assert [t.simpul.jenjang for t in milik] == ["PROGRAM", "KEGIATAN", "SUB_KEGIATAN"]


def test_refusals_name_their_rule(pohon, jalur, jabatan, asing, siapa):
    program = jalur["PROGRAM"]

    assert kode_tolak(lambda: pohon.tugaskan(program, asing, **siapa)) == ["ACUAN_HILANG"]
    assert kode_tolak(lambda: pohon.tugaskan([], jabatan[0], **siapa)) == ["TUGAS_KOSONG"]
    assert kode_tolak(lambda: pohon.tugaskan(program, jabatan[0], "X", **siapa)) == ["PERAN_TUGAS"]
    pohon.hapus(jalur["KEGIATAN"], **siapa)
    hilang = jalur["KEGIATAN"]
    assert kode_tolak(lambda: pohon.tugaskan(hilang, jabatan[0], **siapa)) == ["SIMPUL_HILANG"]


def test_an_approved_document_keeps_who_answers(pohon, jalur, jabatan, siapa, kepala):
    pohon.tugaskan(jalur["PROGRAM"], jabatan[0], **siapa)
    pohon.refresh_from_db()
    type(pohon).objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)

    def perbuatan():
        pohon.lepas_tugas(jalur["PROGRAM"], jabatan[0], **siapa)

    assert kode_tolak(perbuatan) == ["DOKUMEN_TERKUNCI"]
    baru = [Penugasan(simpul=jalur["KEGIATAN"], jabatan=jabatan[0])]
    dijaga("penugasan_terkunci_insert", lambda: Penugasan.objects.bulk_create(baru))
    dijaga("penugasan_terkunci_update", lambda: Penugasan.objects.update(peran="PENDUKUNG"))
    dijaga("penugasan_terkunci_delete", lambda: Penugasan.objects.all()._raw_delete("default"))


def test_a_deleted_box_takes_its_assignments_along_and_undo_brings_them_back(
    pohon, jalur, jabatan, siapa
):
    pohon.tugaskan(jalur["SUB_KEGIATAN"], jabatan[0], **siapa)
    penuh = isi_penuh(pohon)

    pohon.hapus(jalur["PROGRAM"], **siapa)
    pohon.batalkan(terakhir(pohon), **siapa)

    assert isi_penuh(pohon) == penuh


def test_a_copied_branch_keeps_who_answers(pohon, jalur, jabatan, siapa):
    pohon.tugaskan(jalur["SUB_KEGIATAN"], jabatan[0], **siapa)

    pohon.gandakan(jalur["KEGIATAN"], **siapa)

    assert Penugasan.objects.milik(jabatan[0], pohon).count() == 2


def test_an_edition_keeps_all_and_a_copy_what_the_other_agency_has(
    pohon, jalur, jabatan, asing, siapa, perencana, kepala
):
    Jabatan.objects.create(
        perangkat_daerah=asing.perangkat_daerah, jenis="PENGAWAS", nama="Kepala Subbagian umum"
    )
    for satu in jabatan:
        pohon.tugaskan(jalur["PROGRAM"], satu, **siapa)
    tujuan = PilihanSalinan(asing.perangkat_daerah, buat_periode(), bawa=frozenset({"penugasan"}))

    salinan = pohon.salin(tujuan, **siapa)

    assert [t.jabatan.nama for t in Penugasan.objects.di(salinan)] == ["Kepala Subbagian umum"]
    assert pohon.tinjau_salinan(tujuan).tertinggal["penugasan"] == 1
    type(pohon).objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)
    edisi = pohon.buka_perubahan(**siapa)
    assert Penugasan.objects.di(edisi).count() == 2


def test_a_position_with_boxes_is_not_deleted(pohon, jalur, jabatan, siapa):
    pohon.tugaskan(jalur["PROGRAM"], jabatan[0], **siapa)

    assert kode_tolak(lambda: jabatan[0].hapus(**siapa)) == ["MASIH_DIPAKAI"]


def test_undo_of_an_assignment_to_a_deleted_position_is_refused(pohon, jalur, jabatan, siapa):
    pohon.tugaskan(jalur["PROGRAM"], jabatan[0], **siapa)
    pohon.lepas_tugas(jalur["PROGRAM"], jabatan[0], **siapa)
    dilepas = terakhir(pohon)
    jabatan[0].hapus(**siapa)

    with pytest.raises(AturanDilanggar, match="Jabatan yang dirujuk sudah dihapus"):
        pohon.batalkan(dilepas, **siapa)


def test_the_database_refuses_what_must_never_be(basis, pohon, jalur, jabatan, asing, siapa):
    sub = jalur["SUB_KEGIATAN"]
    pohon.tugaskan(sub, jabatan[0], **siapa)

    ditolak(basis, "penugasan_unik", Penugasan(simpul=sub, jabatan=jabatan[0], peran="PENDUKUNG"))
    ditolak(basis, "penugasan_peran_dikenal", Penugasan(simpul=sub, jabatan=jabatan[1], peran="X"))
    ketua = [Penugasan(simpul=sub, jabatan=jabatan[1])]
    dijaga("penugasan_tunggal_insert", lambda: Penugasan.objects.bulk_create(ketua))
    pohon.tugaskan(sub, jabatan[1], PeranTugas.PELAKSANA, **siapa)
    naik = Penugasan.objects.filter(jabatan=jabatan[1])
    dijaga("penugasan_tunggal_update", lambda: naik.update(peran="PENANGGUNG_JAWAB"))
    lain = [Penugasan(simpul=jalur["PROGRAM"], jabatan=asing)]
    dijaga("penugasan_serumah_insert", lambda: Penugasan.objects.bulk_create(lain))
    dijaga("penugasan_serumah_update", lambda: naik.update(jabatan=asing))
    pindah = Jabatan.objects.filter(pk=asing.pk)
    dijaga("jabatan_tetap", lambda: pindah.update(perangkat_daerah=pohon.perangkat_daerah))


def test_a_shared_box_does_not_become_a_sub_kegiatan(pohon, jalur, jabatan, siapa):
    aktivitas = pohon.tambah(
        induk=jalur["SUB_KEGIATAN"], jenjang="AKTIVITAS", nama="Penyaluran", **siapa
    )
    for satu in jabatan:
        pohon.tugaskan(aktivitas, satu, **siapa)
    kotak = type(aktivitas)._base_manager.filter(pk=aktivitas.pk)
    naik = {"jenjang": "SUB_KEGIATAN", "induk": jalur["KEGIATAN"]}

    dijaga("simpul_penanggung_jawab", lambda: kotak.update(**naik))


def test_leaves_and_positions_without_each_other_are_found():
    simpul = [("program", None), ("a", "program"), ("b", "program"), ("c", "program")]
    tugas = [
        Tugas("a", 1, "PENANGGUNG_JAWAB"), Tugas("b", 1, "PENDUKUNG"),
        Tugas("program", 2, "PENANGGUNG_JAWAB"),
    ]  # fmt: skip

    assert tanpa_penanggung_jawab(simpul, tugas) == ["b", "c"]
    assert tanpa_kotak([1, 2, 3], tugas) == [3]
