"""Cerita: verbs of Pohon change the tree, write history, and can be turned round."""

import pytest
from django.db import IntegrityError

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bentrok, KlaimPagu, Pagu, Pohon, Riwayat, Simpul, Tahap, Target
from kinerja.models.pemeriksaan import periksa_susunan
from kinerja.models.penyusunan import AWAL
from kinerja.pilihan import Jenjang, StatusPohon
from tests.factories import PADA, buat_pohon


def potret(pohon):
    """The document as text: level, name and typed values in tree order."""
    baris = []
    for s in Simpul.objects.filter(pohon=pohon).order_by("lft"):
        isi = [str(p) for p in Pagu.objects.filter(simpul=s).order_by("pk")]
        isi += [str(t) for t in Target.objects.filter(indikator__simpul=s).order_by("pk")]
        isi += [i.teks for i in s.indikator.order_by("urutan")]
        baris.append((s.level, str(s.uid), s.sebutan, s.kode, isi))
    return baris


def test_simpul_moves_with_its_descendants(pohon, jalur, perencana):
    lain = pohon.tambah(
        induk=jalur["TUJUAN"],
        jenjang=Jenjang.SASARAN,
        kinerja="Sasaran dua",
        oleh=perencana,
        pada=PADA,
    )

    pohon.pindahkan(jalur["PROGRAM"], induk=lain, oleh=perencana, pada=PADA)

    lain.refresh_from_db()
    assert [s.jenjang for s in lain.get_descendants()] == ["PROGRAM", "KEGIATAN", "SUB_KEGIATAN"]
    assert periksa_susunan(pohon) == []


def test_sibling_is_placed_where_asked(pohon, jalur, perencana):
    induk = jalur["SASARAN"]

    def tambah(nama, setelah):
        return pohon.tambah(
            induk=induk,
            jenjang=Jenjang.PROGRAM,
            nama=nama,
            setelah=setelah,
            oleh=perencana,
            pada=PADA,
        )

    kedua = tambah("Program B", "AKHIR")
    tambah("Program A", AWAL)
    tambah("Program C", str(kedua.uid))

    anak = Simpul.objects.get(pk=induk.pk).get_children()
    assert [s.nama for s in anak] == [
        "Program A", "Program Rehabilitasi Sosial", "Program B", "Program C"
    ]  # fmt: skip


def test_each_verb_writes_one_event_and_one_version(pohon, jalur, perencana):
    awal = pohon.versi

    pohon.ubah(jalur["PROGRAM"], {"nama": "Program Baru"}, oleh=perencana, pada=PADA)

    assert pohon.versi == awal + 1
    riwayat = Riwayat.objects.get(pohon=pohon, nomor=pohon.versi)
    assert (riwayat.kata_kerja, riwayat.oleh) == ("ubah", perencana)
    assert riwayat.perubahan[0]["sesudah"] == {"nama": "Program Baru"}


def test_same_value_writes_nothing(pohon, jalur, perencana):
    awal = pohon.versi

    assert (
        pohon.ubah(jalur["PROGRAM"], {"nama": jalur["PROGRAM"].nama}, oleh=perencana, pada=PADA)
        is None
    )
    assert pohon.versi == awal


def test_stale_edit_shows_both_values(pohon, jalur, perencana):
    program = jalur["PROGRAM"]
    pohon.ubah(program, {"nama": "Punya rekan"}, oleh=perencana, pada=PADA)

    with pytest.raises(Bentrok) as bentrok:
        pohon.ubah(
            program, {"nama": "Punya saya"}, lama={"nama": program.nama}, oleh=perencana, pada=PADA
        )

    assert (bentrok.value.medan, bentrok.value.kini) == ("nama", "Punya rekan")


@pytest.mark.parametrize("jenjang", [Jenjang.KEGIATAN, Jenjang.PROGRAM, Jenjang.KONDISI])
def test_illegal_parent_is_refused_with_reason(pohon, jalur, perencana, jenjang):
    with pytest.raises(AturanDilanggar) as ditolak:
        pohon.tambah(
            induk=jalur["TUJUAN"], jenjang=jenjang, nama="Salah tempat", oleh=perencana, pada=PADA
        )

    assert ditolak.value.temuan[0].kode in ("INDUK_TIDAK_SAH", "JENJANG_TIDAK_SAH")
    assert not Simpul.objects.filter(nama="Salah tempat").exists()


def test_move_into_itself_is_refused(dinas, perencana):
    pohon = buat_pohon(dinas, perencana, jenis="POHON_KINERJA")
    siapa = {"oleh": perencana, "pada": PADA}
    atas = pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.KONDISI, kinerja="Atas", **siapa)
    bawah = pohon.tambah(induk=atas, jenjang=Jenjang.KONDISI, kinerja="Bawah", **siapa)

    with pytest.raises(AturanDilanggar):
        pohon.pindahkan(atas, induk=bawah, **siapa)

    assert periksa_susunan(pohon) == []


def test_same_code_under_one_parent_is_refused(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA, "jenjang": Jenjang.PROGRAM, "kode": "1.06.02"}
    pohon.tambah(induk=jalur["SASARAN"], nama="A", **siapa)

    with pytest.raises(AturanDilanggar) as ditolak:
        pohon.tambah(induk=jalur["SASARAN"], nama="B", **siapa)

    assert ditolak.value.temuan[0].kode == "KODE_GANDA"


def test_box_without_name_and_sentence_is_refused(pohon, jalur, perencana):
    with pytest.raises(AturanDilanggar) as ditolak:
        pohon.ubah(jalur["KEGIATAN"], {"nama": "  "}, oleh=perencana, pada=PADA)

    assert ditolak.value.temuan[0].kode == "NAMA_KOSONG"


def test_locked_document_refuses_every_verb(pohon, jalur, perencana):
    Pohon.objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)
    siapa = {"oleh": perencana, "pada": PADA}

    with pytest.raises(AturanDilanggar) as ditolak:
        pohon.hapus(jalur["PROGRAM"], **siapa)

    assert ditolak.value.temuan[0].kode == "DOKUMEN_TERKUNCI"


def test_approved_document_takes_pagu_in_an_open_stage(pohon, jalur, perencana):
    Pohon.objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)

    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000.000", tahun=2025, oleh=perencana, pada=PADA)

    assert Pagu.objects.get().nilai == 1_000_000


def test_locked_stage_refuses_pagu(pohon, jalur, perencana, dinas):
    Tahap.objects.create(perangkat_daerah=dinas, tahun=2025, terkunci=True)

    with pytest.raises(AturanDilanggar) as ditolak:
        pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000.000", tahun=2025, oleh=perencana, pada=PADA)

    assert ditolak.value.temuan[0].kode == "TAHAP_TERKUNCI"


def test_pagu_above_the_lowest_level_is_a_claim(pohon, jalur, perencana):
    with pytest.raises(AturanDilanggar):
        pohon.isi_pagu(jalur["PROGRAM"], "1.000", tahun=2025, oleh=perencana, pada=PADA)

    pohon.isi_klaim(jalur["PROGRAM"], "1.000.000", tahun=2025, oleh=perencana, pada=PADA)

    assert KlaimPagu.objects.get().nilai == 1_000_000


def test_unreadable_pagu_is_refused_in_the_cell(pohon, jalur, perencana):
    with pytest.raises(AturanDilanggar) as ditolak:
        pohon.isi_pagu(jalur["SUB_KEGIATAN"], "32.400.0000", tahun=2025, oleh=perencana, pada=PADA)

    assert ditolak.value.temuan[0].kode == "ANGKA_TIDAK_TERBACA"
    assert not Pagu.objects.exists()


def test_empty_takes_the_row_away_and_zero_is_a_value(pohon, jalur, perencana):
    siapa = {"tahun": 2025, "oleh": perencana, "pada": PADA}
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "0", **siapa)
    assert Pagu.objects.get().nilai == 0

    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "", **siapa)

    assert not Pagu.objects.exists()


@pytest.mark.parametrize("lewat", ["hapus", "pindahkan", "ubah"])
def test_undo_brings_back_the_document_as_it_was(pohon, jalur, perencana, lewat):
    siapa = {"oleh": perencana, "pada": PADA}
    sub = jalur["SUB_KEGIATAN"]
    indikator = pohon.tambah_indikator(sub, teks="Jumlah orang", satuan="Orang", **siapa)
    pohon.isi_target(indikator, "33 Orang", tahun=2025, **siapa)
    pohon.isi_pagu(sub, "55.160.000", tahun=2025, **siapa)
    lain = pohon.tambah(
        induk=jalur["TUJUAN"], jenjang=Jenjang.SASARAN, kinerja="Lain", setelah=AWAL, **siapa
    )
    sebelum = potret(pohon)

    match lewat:
        case "hapus":
            riwayat = pohon.hapus(jalur["SASARAN"], **siapa)
        case "pindahkan":
            riwayat = pohon.pindahkan(jalur["PROGRAM"], induk=lain, **siapa)
        case _:
            riwayat = pohon.ubah(jalur["PROGRAM"], {"nama": "Lain", "kode": "9"}, **siapa)
    assert potret(pohon) != sebelum
    pohon.batalkan(riwayat, **siapa)

    assert potret(pohon) == sebelum
    assert periksa_susunan(pohon) == []


def test_undo_of_undo_is_refused_twice_but_the_undo_itself_can_be_undone(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    riwayat = pohon.hapus(jalur["PROGRAM"], **siapa)
    batal = pohon.batalkan(riwayat, **siapa)

    with pytest.raises(AturanDilanggar):
        pohon.batalkan(riwayat, **siapa)
    pohon.batalkan(batal, **siapa)

    assert not Simpul.objects.filter(pohon=pohon, jenjang=Jenjang.PROGRAM).exists()


def test_undo_says_why_when_the_value_moved_on(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    riwayat = pohon.ubah(jalur["PROGRAM"], {"nama": "Satu"}, **siapa)
    pohon.ubah(jalur["PROGRAM"], {"nama": "Dua"}, **siapa)

    with pytest.raises(AturanDilanggar) as ditolak:
        pohon.batalkan(riwayat, **siapa)

    assert ditolak.value.temuan[0].kode == "RENCANA_BASI"
    assert Simpul.objects.get(pk=jalur["PROGRAM"].pk).nama == "Dua"


def test_undo_of_an_addition_refuses_while_something_hangs_on_it(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    baru = pohon.tambah(induk=jalur["KEGIATAN"], jenjang=Jenjang.SUB_KEGIATAN, nama="Baru", **siapa)
    tambah = Riwayat.objects.get(pohon=pohon, nomor=pohon.versi)
    pohon.isi_pagu(baru, "1.000.000", tahun=2025, **siapa)

    with pytest.raises(AturanDilanggar) as ditolak:
        pohon.batalkan(tambah, **siapa)

    assert ditolak.value.temuan[0].kode == "MASIH_ADA_ISI"


def test_same_document_twice_is_refused_in_words(dinas, perencana, pohon):
    with pytest.raises(AturanDilanggar) as ditolak:
        buat_pohon(dinas, perencana)

    assert "sudah ada" in ditolak.value.temuan[0].pesan
    assert isinstance(ditolak.value.__cause__, IntegrityError)


def test_tree_id_is_not_shared(dinas, perencana, pohon):
    lain = buat_pohon(dinas, perencana, judul="Belanja Wajib")

    assert lain.akar().tree_id != pohon.akar().tree_id
