"""Applying a plan: all or nothing, never a stale one, once, and back again."""

from datetime import timedelta

import pytest

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.impor import sesi as langkah
from kinerja.impor import terapkan as modul
from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import KlaimPagu, Pagu, Pohon, Riwayat, SesiImpor, Simpul
from kinerja.models.pemeriksaan import periksa_susunan
from kinerja.pilihan import StatusPohon, StatusSesiImpor
from tests.factories import PADA
from tests.kinerja.impor_uji import KECIL, LEMBAR, buku, mulai, putuskan_semua


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def kecil(dinas, perencana):
    return mulai(dinas, perencana, buku(*KECIL))


def ditolak(sesi, siapa) -> list[str]:
    with pytest.raises(AturanDilanggar) as tolak:
        terapkan(sesi, **siapa)
    return [t.kode for t in tolak.value.temuan]


def keadaan() -> tuple[int, ...]:
    return tuple(m.objects.count() for m in (Pohon, Simpul, Pagu, KlaimPagu, Riwayat))


def test_a_clean_workbook_makes_its_document_in_one_event(kecil, siapa):
    riwayat = terapkan(kecil, **siapa)

    assert kecil.status == StatusSesiImpor.DITERAPKAN
    assert (kecil.pohon.versi, riwayat.nomor) == (2, 2)
    assert riwayat.ringkasan == "Impor renja.xlsx: 4 baru"
    assert Simpul.objects.tampak().count() == 4
    assert periksa_susunan(kecil.pohon) == []


def test_errors_that_nobody_decided_keep_everything_out(dinas, perencana, siapa):
    sesi = mulai(dinas, perencana)

    assert set(ditolak(sesi, siapa)) == {"ANGKA_TIDAK_TERBACA"}
    assert keadaan() == (0, 0, 0, 0, 0)


def test_a_cell_left_unfilled_keeps_its_text_without_a_number(dinas, perencana, siapa):
    sesi = mulai(dinas, perencana)
    for sel in ("H43", "H62"):
        langkah.putuskan(sesi, alamat=f"{LEMBAR}!{sel}", aksi="BIARKAN")

    riwayat = terapkan(sesi, **siapa)

    assert riwayat.ringkasan.endswith("baru, 2 sel dibiarkan belum diisi")
    pagu = Pagu.objects.get(nilai=None)
    assert pagu.mentah == "13.2918.000"
    assert KlaimPagu.objects.get(nilai=None).mentah == "32.400.0000"
    tetap = {t["sel"] for t in sesi.rencana["temuan"] if t["kode"] == "ANGKA_TIDAK_TERBACA"}
    assert tetap == {"H43", "H62"}


def test_an_import_is_applied_once(kecil, siapa):
    lain = SesiImpor.objects.get(pk=kecil.pk)
    terapkan(kecil, **siapa)

    assert ditolak(lain, siapa) == ["SUDAH_DITERAPKAN"]
    assert Pohon.objects.count() == 1


def test_a_preview_that_is_no_longer_true_is_refused(dinas, perencana, siapa, pohon):
    sesi = mulai(dinas, perencana, buku(*KECIL), pohon=pohon)
    pohon.tambah(induk=pohon.akar(), jenjang="PROGRAM", nama="Program Bencana", **siapa)
    semula = keadaan()

    assert ditolak(sesi, siapa) == ["RENCANA_BASI"]
    assert keadaan() == semula

    sesi.refresh_from_db()
    langkah.perbarui(sesi)
    terapkan(sesi, **siapa)
    assert sesi.rencana["ringkasan"]["baru"] == 3


def test_an_edit_elsewhere_in_the_document_does_not_spoil_a_preview(dinas, perencana, siapa, pohon):
    sesi = mulai(dinas, perencana, buku(*KECIL), pohon=pohon)
    pohon.tambah(induk=pohon.akar(), jenjang="TUJUAN", kinerja="Meningkatnya", **siapa)

    terapkan(sesi, **siapa)

    assert Simpul.objects.tampak().count() == 5


def test_a_decision_in_another_window_spoils_the_button(dinas, perencana, siapa):
    sesi = mulai(dinas, perencana)
    putuskan_semua(sesi)
    lain = SesiImpor.objects.get(pk=sesi.pk)
    langkah.putuskan(lain, alamat=f"{LEMBAR}!H62", aksi="BIARKAN")

    assert ditolak(sesi, siapa) == ["RENCANA_BASI"]


def test_a_failure_half_way_writes_nothing(kecil, siapa, monkeypatch):
    def gagal(*isi, **lain):
        raise AturanDilanggar([])

    monkeypatch.setattr(Pohon, "muat", gagal)

    assert ditolak(kecil, siapa) == []
    assert keadaan() == (0, 0, 0, 0, 0)
    kecil.refresh_from_db()
    assert kecil.status == StatusSesiImpor.PRATINJAU


def test_a_document_made_meanwhile_under_the_same_name_is_refused(kecil, siapa, pohon):
    assert ditolak(kecil, siapa) == ["POHON_SATU_PER_EDISI"]


def test_the_same_workbook_again_has_nothing_to_apply(dinas, perencana, kecil, siapa):
    terapkan(kecil, **siapa)
    lagi = mulai(dinas, perencana, buku(*KECIL), pohon=kecil.pohon)

    assert lagi.rencana["ringkasan"]["perubahan"] == 0
    assert ditolak(lagi, siapa) == ["TANPA_PERUBAHAN"]


def test_one_undo_takes_everything_back_and_says_so(dinas, perencana, siapa):
    sesi = mulai(dinas, perencana)
    putuskan_semua(sesi)
    terapkan(sesi, **siapa)

    batalkan(sesi, **siapa)

    assert sesi.status == StatusSesiImpor.DIBATALKAN
    assert Simpul.objects.tampak().count() == Pagu.objects.count() == 0
    assert KlaimPagu.objects.count() == 0
    assert periksa_susunan(sesi.pohon) == []


def test_undo_leaves_what_stood_there_before(dinas, perencana, siapa, pohon, jalur):
    sesi = mulai(dinas, perencana, buku(*KECIL), pohon=pohon)
    terapkan(sesi, **siapa)

    batalkan(sesi, **siapa)

    assert set(Simpul.objects.tampak().values_list("pk")) == {(s.pk,) for s in jalur.values()}


def test_undo_is_refused_when_somebody_built_on_it(kecil, siapa):
    terapkan(kecil, **siapa)
    kegiatan = Simpul.objects.get(jenjang="KEGIATAN")
    kecil.pohon.tambah(induk=kegiatan, jenjang="SUB_KEGIATAN", nama="Milik orang", **siapa)

    with pytest.raises(AturanDilanggar):
        batalkan(kecil, **siapa)

    kecil.refresh_from_db()
    assert kecil.status == StatusSesiImpor.DITERAPKAN


def test_a_locked_document_refuses_the_upload_with_its_reason(dinas, perencana, pohon):
    Pohon.objects.filter(pk=pohon.pk).update(status=StatusPohon.DIAJUKAN)
    pohon.refresh_from_db()

    with pytest.raises(AturanDilanggar) as tolak:
        mulai(dinas, perencana, buku(*KECIL), pohon=pohon)

    assert [t.kode for t in tolak.value.temuan] == ["DOKUMEN_TERKUNCI"]
    assert SesiImpor.objects.count() == 0


def test_a_document_locked_meanwhile_refuses_the_button(dinas, perencana, siapa, pohon):
    sesi = mulai(dinas, perencana, buku(*KECIL), pohon=pohon)
    Pohon.objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)

    assert "DOKUMEN_TERKUNCI" in ditolak(sesi, siapa)


def test_a_file_is_kept_thirty_days_then_hash_and_plan(kecil, siapa):
    langkah.bersihkan(pada=PADA + timedelta(days=30))
    kecil.refresh_from_db()
    assert kecil.berkas is not None

    assert langkah.bersihkan(pada=PADA + timedelta(days=31)) == 1

    kecil.refresh_from_db()
    assert kecil.berkas is None
    assert len(kecil.sha256) == 64
    assert kecil.rencana["ringkasan"]["baru"] == 4
    assert ditolak(kecil, siapa) == ["BERKAS_DIHAPUS"]


def test_reading_leaves_no_file_behind(kecil, siapa, monkeypatch, tmp_path):
    monkeypatch.setattr(modul.tempfile, "tempdir", str(tmp_path))

    terapkan(kecil, **siapa)

    assert list(tmp_path.iterdir()) == []
