"""Verbs of an IKU document: made with its texts, written while open, up the ladder, recorded."""

from datetime import timedelta

import pytest

from iku.aturan.bab_baku import BAKU
from iku.models import Bab, DokumenIku, Reviu, UraianIku
from iku.pilihan import JenisReviu, StatusDokumen
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bentrok, Riwayat
from kinerja.pilihan import JenisPohon
from tests.factories import PADA, buat_dinas, buat_periode, buat_pohon
from tests.iku.iku_uji import buat_dokumen_iku


def naikkan(dokumen, *langkah, oleh, pada=PADA, **isi):
    for kata_kerja in langkah:
        dokumen.melangkah(kata_kerja, versi=dokumen.versi, oleh=oleh, pada=pada, **isi)


def test_a_new_document_has_the_usual_texts_and_stands_in_the_history(dokumen, dinas):
    assert [b.judul for b in dokumen.bab.order_by("urutan")] == [b.judul for b in BAKU]
    kerja = Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None)
    assert list(kerja.order_by("nomor").values_list("kata_kerja", flat=True)) == [
        "tambah dokumeniku",
        "ubah dokumeniku",
    ]


def test_no_text_of_ours_cites_a_regulation(dokumen):
    semua = " ".join(f"{b.judul} {b.isi}" for b in dokumen.bab.all()).lower()

    for kata in ("undang-undang nomor", "peraturan menteri", "permen", "perpres", "peraturan bup"):
        assert kata not in semua


@pytest.mark.parametrize("milik", ["lain", "periode", "jenis"])
def test_indicators_come_only_from_cascadings_of_the_agency_and_periode(
    dokumen, dinas, perencana, siapa, milik
):
    isi = {"jenis": JenisPohon.CASCADING, "judul": "Lain"}
    lembaga = buat_dinas(dinas.pemda, "Dinas Lain", "9.9") if milik == "lain" else dinas
    isi |= {"periode": buat_periode(2019, 2023)} if milik == "periode" else {}
    isi |= {"jenis": JenisPohon.POHON_KINERJA} if milik == "jenis" else {}
    asing = buat_pohon(lembaga, perencana, **isi)

    with pytest.raises(AturanDilanggar, match="bukan cascading"):
        dokumen.atur_sumber([asing], **siapa)


def test_a_document_needs_a_source_and_a_year_of_its_periode(dokumen, pohon, siapa):
    with pytest.raises(AturanDilanggar, match="sedikitnya satu"):
        dokumen.atur_sumber([], **siapa)
    with pytest.raises(AturanDilanggar, match="sekali"):
        dokumen.atur_sumber([pohon, pohon], **siapa)
    with pytest.raises(AturanDilanggar, match="di luar"):
        dokumen.ubah({"tahun": 2031}, **siapa)


def test_one_document_of_a_year_is_on_its_way(dokumen, pohon, perencana):
    with pytest.raises(AturanDilanggar, match="Sudah ada dokumen IKU"):
        buat_dokumen_iku(pohon, perencana)

    assert buat_dokumen_iku(pohon, perencana, judul="Perubahan").judul == "Perubahan"


def test_every_change_of_its_records_raises_versi(dokumen, indikator, siapa):
    versi = dokumen.versi
    bab = dokumen.bab.get(baku="LANDASAN_HUKUM")
    bab.ubah({"isi": "Peraturan contoh"}, **siapa)
    UraianIku(dokumen=dokumen, indikator_uid=indikator.uid, ket="Baru").daftarkan(**siapa)

    dokumen.refresh_from_db()
    assert dokumen.versi == versi + 2
    akhir = Riwayat.objects.order_by("-pk").first()
    assert akhir.kata_kerja == "tambah uraianiku"


def test_two_writers_of_one_text_conflict(dokumen, siapa):
    bab = dokumen.bab.get(baku="PENGANTAR")

    with pytest.raises(Bentrok):
        bab.ubah({"isi": "B"}, lama={"isi": "yang dulu"}, **siapa)


def test_a_text_with_an_unknown_variable_is_refused_at_its_field(dokumen, siapa):
    with pytest.raises(AturanDilanggar) as ditolak:
        dokumen.bab.get(baku="PENGANTAR").ubah({"isi": "{dinas}"}, **siapa)

    assert ditolak.value.temuan[0].letak.medan == "isi"


def test_own_blocks_are_deleted_those_the_document_needs_are_not(dokumen, siapa):
    sendiri = Bab(dokumen=dokumen, bagian="BAB_I", urutan=9, judul="Ruang Lingkup")
    sendiri.daftarkan(**siapa)
    sendiri.hapus(**siapa)

    assert not Bab.objects.filter(judul="Ruang Lingkup").exists()
    with pytest.raises(AturanDilanggar, match="tetap ada"):
        dokumen.bab.get(baku="IKU").hapus(**siapa)


def test_half_a_fraction_and_a_nameless_component_are_refused(dokumen, indikator, siapa):
    uraian = UraianIku(dokumen=dokumen, indikator_uid=indikator.uid).daftarkan(**siapa)

    with pytest.raises(AturanDilanggar, match="penyebutnya"):
        uraian.ubah({"pembilang": "Jumlah"}, **siapa)
    with pytest.raises(AturanDilanggar, match="nama atau indikator"):
        uraian.ubah({"pembilang": "", "komponen": [["", "", "x"]]}, **siapa)


def test_a_replacement_says_why(dokumen, siapa):
    isi = {
        "tanggal": PADA.date(), "berita_acara": "BA reviu", "peserta": "Sekretaris",
        "perihal": "IKU 1", "sebelum": "a", "sesudah": "b", "jenis": JenisReviu.PENGGANTIAN,
    }  # fmt: skip

    with pytest.raises(AturanDilanggar, match="alasan"):
        Reviu(dokumen=dokumen, **isi).daftarkan(**siapa)
    assert Reviu(dokumen=dokumen, sebab="Tidak terukur", **isi).daftarkan(**siapa).pk


def test_what_was_submitted_is_not_written(dokumen, indikator, siapa, perencana):
    naikkan(dokumen, "ajukan", oleh=perencana)

    for verba in (
        lambda: dokumen.ubah({"tempat": "Kota"}, **siapa),
        lambda: dokumen.bab.first().ubah({"isi": "x"}, **siapa),
        lambda: UraianIku(dokumen=dokumen, indikator_uid=indikator.uid).daftarkan(**siapa),
        lambda: dokumen.hapus(**siapa),
    ):
        with pytest.raises(AturanDilanggar, match="tidak dapat diubah"):
            verba()


def test_a_step_counts_for_what_stood_on_the_screen(dokumen, perencana):
    with pytest.raises(AturanDilanggar, match="berubah sesudah"):
        dokumen.melangkah("ajukan", versi=dokumen.versi - 1, oleh=perencana, pada=PADA)
    with pytest.raises(AturanDilanggar, match="temuan"):
        naikkan(dokumen, "ajukan", oleh=perencana, galat=2)


def test_returning_says_why_and_opens_the_document(dokumen, perencana, kepala, siapa):
    naikkan(dokumen, "ajukan", oleh=perencana)
    with pytest.raises(AturanDilanggar, match="alasan"):
        naikkan(dokumen, "kembalikan", oleh=kepala)

    naikkan(dokumen, "kembalikan", oleh=kepala, alasan="Lengkapi sumber data")

    dokumen.ubah({"tempat": "Kota"}, **siapa)
    assert dokumen.alasan == "Lengkapi sumber data"


def test_coming_into_force_replaces_the_one_before(dokumen, pohon, perencana, kepala):
    naikkan(dokumen, "ajukan", oleh=perencana)
    naikkan(dokumen, "setujui", oleh=kepala)
    naikkan(dokumen, "berlakukan", oleh=perencana)
    assert not dokumen.konsep
    baru = buat_dokumen_iku(pohon, perencana, tahun=2027)
    naikkan(baru, "ajukan", oleh=perencana)
    naikkan(baru, "setujui", oleh=kepala)

    naikkan(baru, "berlakukan", oleh=perencana, pada=PADA + timedelta(days=365))

    dokumen.refresh_from_db()
    assert (dokumen.status, baru.status) == (StatusDokumen.DIGANTIKAN, StatusDokumen.BERLAKU)
    assert baru.berlaku_sejak.year == 2026


def test_a_draft_goes_with_its_texts_and_the_history_says_so(dokumen, dinas, siapa):
    dokumen.hapus(**siapa)

    assert not DokumenIku.objects.exists()
    assert not Bab.objects.exists()
    akhir = Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None).order_by("-nomor").first()
    assert akhir.kata_kerja == "hapus dokumeniku"
