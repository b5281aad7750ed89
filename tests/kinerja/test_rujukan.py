"""Cerita: what something needs is not taken away; the verb says why, not the commit.

Each refusal is looked for inside an outer transaction (a form that saves several things, an
import): there a foreign key would speak only after the verb.
"""

import uuid

import pytest
from django.db import transaction

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Keanggotaan, Perubahan, Riwayat, Simpul, Unit
from kinerja.pilihan import JenisPohon, Jenjang
from tests.factories import PADA, buat_dinas, buat_jalur, buat_pohon


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def indikator(pohon, jalur, siapa):
    return pohon.tambah_indikator(jalur["PROGRAM"], teks="Jumlah", **siapa)


@pytest.fixture
def rpjmd(dinas, perencana, siapa):
    """A tujuan of the RPJMD."""
    pohon = buat_pohon(dinas.pemda, perencana, jenis=JenisPohon.RPJMD)
    return pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.TUJUAN, kinerja="Daerah", **siapa)


def ditolak(verba):
    with transaction.atomic(), pytest.raises(AturanDilanggar) as tolak:
        verba()
    return tolak.value.temuan[0].kode


def test_branch_of_a_role_stays(pohon, jalur, siapa, perencana):
    Keanggotaan.objects.create(
        pengguna=perencana, perangkat_daerah=pohon.perangkat_daerah, peran="OPERATOR",
        cabang=jalur["PROGRAM"],
    )  # fmt: skip

    assert ditolak(lambda: pohon.hapus(jalur["SASARAN"], **siapa)) == "MASIH_DIRUJUK"
    assert Simpul.objects.filter(pk=jalur["PROGRAM"].pk).exists()


def test_goal_of_the_rpjmd_stays_while_it_is_supported(pohon, jalur, siapa, rpjmd):
    pohon.ubah(jalur["TUJUAN"], {"mendukung_id": rpjmd.pk}, **siapa)

    assert ditolak(lambda: rpjmd.pohon.hapus(rpjmd, **siapa)) == "MASIH_DIDUKUNG"


def test_only_a_box_of_the_own_rpjmd_is_supported(pohon, jalur, siapa, rpjmd):
    for salah in (jalur["SUB_KEGIATAN"].pk, rpjmd.pohon.akar().pk, 987654, "x"):
        isi = {"mendukung_id": salah}
        assert ditolak(lambda isi=isi: pohon.ubah(jalur["TUJUAN"], isi, **siapa)) == "ACUAN_HILANG"


def test_unit_of_another_agency_or_none_is_refused(pohon, jalur, siapa, dinas):
    asing = Unit.objects.create(
        perangkat_daerah=buat_dinas(dinas.pemda, "Dinas Lain", "9.9"), jenis="BIDANG", nama="U"
    )

    for unit in (asing.pk, 987654):
        isi = {"unit_id": unit}
        assert ditolak(lambda isi=isi: pohon.ubah(jalur["PROGRAM"], isi, **siapa)) == "ACUAN_HILANG"


def test_served_indicator_stays(pohon, jalur, siapa, indikator):
    tambah = Riwayat.objects.get(pohon=pohon, nomor=pohon.versi)
    pohon.ubah(jalur["KEGIATAN"], {"indikator_induk": str(indikator.uid)}, **siapa)

    assert ditolak(lambda: pohon.hapus_indikator(indikator, **siapa)) == "MASIH_DIRUJUK"
    assert ditolak(lambda: pohon.batalkan(tambah, **siapa)) == "MASIH_DIRUJUK"
    pindah = [Perubahan("indikator", (str(indikator.uid),), {"simpul": str(jalur["PROGRAM"].uid)},
                        {"simpul": str(jalur["SASARAN"].uid)})]  # fmt: skip
    assert ditolak(lambda: pohon.muat(pindah, ringkasan="P", **siapa)) == "MASIH_DIRUJUK"


def test_only_an_indicator_of_the_parent_is_served(pohon, jalur, siapa, indikator):
    for salah in (str(indikator.uid), str(uuid.uuid4()), "bukan uid"):
        isi = {"indikator_induk": salah}
        kode = ditolak(lambda isi=isi: pohon.ubah(jalur["SUB_KEGIATAN"], isi, **siapa))
        assert kode == "INDIKATOR_INDUK_ASING"


def test_indicator_with_values_is_not_taken_back(pohon, jalur, siapa, indikator):
    tambah = Riwayat.objects.get(pohon=pohon, nomor=pohon.versi)
    pohon.isi_target(indikator, "5", tahun=2025, **siapa)

    assert ditolak(lambda: pohon.batalkan(tambah, **siapa)) == "MASIH_ADA_ISI"


def test_uid_that_exists_is_not_made_again(pohon, jalur, siapa, indikator):
    sub = {"jenjang": "SUB_KEGIATAN", "nama": "N", "induk": str(jalur["KEGIATAN"].uid)}
    kembar = [
        Perubahan("simpul", (str(jalur["SUB_KEGIATAN"].uid),), None, sub),
        Perubahan("indikator", (str(indikator.uid),), None,
                  {"simpul": str(jalur["PROGRAM"].uid), "teks": "Kembar"}),
    ]  # fmt: skip

    for satu in kembar:
        muat = [satu]
        kode = ditolak(lambda muat=muat: pohon.muat(muat, ringkasan="Kembar", **siapa))
        assert kode == "RENCANA_BASI"


def test_verbs_refuse_boxes_of_another_document_even_with_the_same_uid(
    pohon, jalur, siapa, dinas, perencana
):
    lain = buat_pohon(dinas, perencana, judul="Edisi lain")
    asing = buat_jalur(lain, perencana)
    milik = jalur["SASARAN"]
    for verba in (
        lambda: pohon.ubah(asing["PROGRAM"], {"nama": "x"}, **siapa),
        lambda: pohon.pindahkan(asing["PROGRAM"], induk=milik, **siapa),
        lambda: pohon.pindahkan(jalur["PROGRAM"], induk=asing["SASARAN"], **siapa),
        lambda: pohon.hapus(asing["PROGRAM"], **siapa),
        lambda: pohon.tambah(induk=asing["PROGRAM"], jenjang="KEGIATAN", nama="x", **siapa),
        lambda: pohon.tambah_indikator(asing["PROGRAM"], teks="x", **siapa),
        lambda: pohon.isi_pagu(asing["SUB_KEGIATAN"], "5.000", tahun=2025, **siapa),
    ):
        assert ditolak(verba) == "BUKAN_DOKUMEN_INI"


def test_level_of_a_box_with_money_is_kept_with_a_reason(pohon, jalur, siapa):
    kegiatan = jalur["KEGIATAN"]
    kembar = pohon.tambah(induk=jalur["PROGRAM"], jenjang="KEGIATAN", nama="Kedua", **siapa)
    pohon.isi_klaim(kembar, "1.000.000", tahun=2025, **siapa)
    turun = [Perubahan("simpul", (str(kembar.uid),), {"jenjang": "KEGIATAN"},
                       {"jenjang": "SUB_KEGIATAN", "induk": str(kegiatan.uid)})]  # fmt: skip

    assert ditolak(lambda: pohon.muat(turun, ringkasan="Turun", **siapa)) == "MASIH_BERPAGU"
