"""Guards of what never changes and of what only an open document takes, tried around Python."""

import pytest

from kinerja.models import (
    Baseline,
    Indikator,
    Keanggotaan,
    KlaimPagu,
    Label,
    Penggantian,
    Pohon,
    Simpul,
    SimpulLabel,
    SimpulPengampu,
    Tahap,
    Unit,
)
from kinerja.pilihan import JenisPohon, Jenjang, StatusPohon
from tests.factories import PADA, buat_dinas, buat_pemda, buat_periode, buat_pohon
from tests.kinerja.test_penjaga import dijaga


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def indikator(pohon, jalur, siapa):
    return pohon.tambah_indikator(jalur["PROGRAM"], teks="Jumlah", **siapa)


@pytest.fixture
def dinas_lain(dinas):
    return buat_dinas(dinas.pemda, "Dinas Lain", "9.9")


def simpul(jalur, jenjang):
    return Simpul.objects.filter(pk=jalur[jenjang].pk)


@pytest.fixture
def terkait(dinas, jalur, indikator):
    """One unsaved row of each table that says something of a box or an indicator."""
    label = Label.objects.create(perangkat_daerah=dinas, jenis="SPM", nama="SPM")
    program, kegiatan = jalur["PROGRAM"], jalur["KEGIATAN"]
    return {
        "baseline": Baseline(indikator=indikator, tahun=2024, mentah="1", jenis="ANGKA", nilai=1),
        "simpullabel": SimpulLabel(simpul=program, label=label),
        "simpulpengampu": SimpulPengampu(simpul=program, perangkat_daerah=dinas),
        "penggantian": Penggantian(pengganti=program, lama=kegiatan),
    }


@pytest.mark.parametrize("tabel", ["baseline", "simpullabel", "simpulpengampu", "penggantian"])
def test_approved_document_is_locked_in_its_side_tables(pohon, terkait, tabel):
    baris = terkait[tabel]
    semua = type(baris)._base_manager
    semua.bulk_create([baris])
    Pohon.objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)
    kolom = "tahun" if tabel in ("baseline", "penggantian") else "simpul"

    dijaga(f"{tabel}_terkunci_update", lambda: semua.update(**{kolom: getattr(baris, kolom)}))
    dijaga(f"{tabel}_terkunci_delete", lambda: semua.all()._raw_delete("default"))
    baris.pk = None
    dijaga(f"{tabel}_terkunci_insert", lambda: semua.bulk_create([baris]))


def test_approved_document_is_not_reopened(pohon, jalur):
    satu = Pohon.objects.filter(pk=pohon.pk)
    satu.update(status=StatusPohon.DISETUJUI)

    dijaga("pohon_disetujui", lambda: satu.update(status=StatusPohon.DRAF))
    dijaga("pohon_judul_tetap", lambda: satu.update(judul="Lain"))
    dijaga("pohon_judul_tetap", lambda: satu.update(edisi=2))
    dijaga("pohon_judul_tetap", lambda: satu.update(periode=buat_periode(2030, 2034)))
    dijaga("simpul_terkunci_update", lambda: simpul(jalur, "PROGRAM").update(mendukung=None))


def test_identity_of_rows_stays(pohon, jalur, indikator, dinas, dinas_lain, perencana):
    lain = buat_pohon(dinas, perencana, judul="Lain")
    tahap = Tahap.objects.create(perangkat_daerah=dinas, tahun=2025)
    unit = Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Bidang")
    uid = jalur["SASARAN"].uid

    for nama, baris, isi in (
        ("simpul_tetap", jalur["PROGRAM"], {"uid": "00000000-0000-0000-0000-000000000001"}),
        ("pohon_tetap", pohon, {"perangkat_daerah": dinas_lain}),
        ("pohon_tetap", pohon, {"jenis": JenisPohon.RPJMD}),
        ("indikator_tetap", indikator, {"uid": uid}),
        ("indikator_(pohon_update|tetap)", indikator, {"pohon": lain}),
        ("tahap_tetap", tahap, {"tahun": 2026}),
        ("tahap_tetap", tahap, {"perangkat_daerah": dinas_lain}),
        ("tahap_tetap", tahap, {"kode": "GESER"}),
        ("unit_tetap", unit, {"perangkat_daerah": dinas_lain}),
    ):
        satu = type(baris)._base_manager.filter(pk=baris.pk)
        dijaga(nama, lambda satu=satu, isi=isi: satu.update(**isi))


@pytest.mark.parametrize(
    ("jenjang", "isi"),
    [
        ("SUB_KEGIATAN", {"jenjang": Jenjang.PROGRAM}),
        ("KEGIATAN", {"jenjang": Jenjang.KONDISI}),
    ],
)
def test_level_fits_its_parent(jalur, jenjang, isi):
    dijaga("simpul_jenjang_update", lambda: simpul(jalur, jenjang).update(**isi))
    naik = simpul(jalur, "SUB_KEGIATAN")
    dijaga("simpul_jenjang_update", lambda: naik.update(induk=jalur["SASARAN"]))
    letak = {"lft": 90, "rght": 91, "level": 5, "tree_id": jalur["KEGIATAN"].tree_id}
    baru = Simpul(
        pohon=jalur["KEGIATAN"].pohon, induk=jalur["KEGIATAN"], jenjang="TUJUAN", nama="x", **letak
    )
    dijaga("simpul_jenjang_insert", lambda: Simpul._base_manager.bulk_create([baru]))


def test_only_an_indicator_of_the_parent_is_served(pohon, jalur, indikator, siapa):
    dijaga(
        "simpul_indikator_induk_update",
        lambda: simpul(jalur, "SUB_KEGIATAN").update(indikator_induk=indikator),
    )
    pohon.ubah(jalur["KEGIATAN"], {"indikator_induk": str(indikator.uid)}, **siapa)
    satu = Indikator.objects.filter(pk=indikator.pk)
    dijaga("indikator_didukung", lambda: satu.update(simpul=jalur["SASARAN"]))


def test_only_the_own_rpjmd_is_supported(jalur, pohon, perencana, siapa):
    sejenis = buat_pohon(pohon.perangkat_daerah, perencana, judul="Lain")
    pemda_lain = buat_dinas(buat_pemda("Kabupaten Lain", "62.03"), "Dinas Jauh", "8.8")
    jauh = buat_pohon(pemda_lain, perencana, jenis=JenisPohon.RPJMD)
    asing = [
        dokumen.tambah(induk=dokumen.akar(), jenjang=Jenjang.TUJUAN, kinerja="Asing", **siapa)
        for dokumen in (sejenis, jauh)
    ]

    for satu in asing:
        perbuatan = simpul(jalur, "TUJUAN")
        dijaga("simpul_mendukung_update", lambda p=perbuatan, s=satu: p.update(mendukung=s))


def test_label_and_branch_are_of_the_agency(dinas, dinas_lain, jalur, perencana):
    asing = Label.objects.create(perangkat_daerah=dinas_lain, jenis="SPM", nama="SPM")
    baris = SimpulLabel(simpul=jalur["PROGRAM"], label=asing)
    dijaga("simpullabel_serumah_insert", lambda: SimpulLabel.objects.bulk_create([baris]))
    pemda = Label.objects.create(perangkat_daerah=dinas.pemda, jenis="Prioritas", nama="Satu")
    SimpulLabel.objects.create(simpul=jalur["PROGRAM"], label=pemda)

    peran = Keanggotaan(pengguna=perencana, perangkat_daerah=dinas_lain, peran="OPERATOR",
                        cabang=jalur["PROGRAM"])  # fmt: skip
    dijaga("keanggotaan_cabang_serumah_insert", lambda: Keanggotaan.objects.bulk_create([peran]))


def test_level_of_a_box_with_a_claim_stays_above_the_money(pohon, jalur, siapa):
    kedua = pohon.tambah(induk=jalur["PROGRAM"], jenjang="KEGIATAN", nama="Kedua", **siapa)
    pohon.isi_klaim(kedua, "1.000.000", tahun=2025, **siapa)
    turun = {"jenjang": "SUB_KEGIATAN", "induk": jalur["KEGIATAN"]}

    dijaga("simpul_berpagu", lambda: Simpul.objects.filter(pk=kedua.pk).update(**turun))
    assert KlaimPagu.objects.exists()
