"""The ladder of an agreement, its guards, and what an agreed one holds fast."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from cascading.aturan import perjanjian as aturan
from cascading.models import PerjanjianKinerja
from cascading.pembuatan_perjanjian import buat_perjanjian, buat_semua
from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.models import Riwayat, Tahap
from tests.cascading.perjanjian_uji import TAHUN, isi_kantor
from tests.factories import PADA
from tests.kinerja.test_penjaga import dijaga


@pytest.fixture
def kantor(pohon, perencana):
    return isi_kantor(pohon, perencana)


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def perjanjian(kantor, siapa):
    return buat_perjanjian(kantor.jabatan["jf"], TAHUN, **siapa)


def ajukan(perjanjian, siapa, **lain):
    perjanjian.ajukan(**{"dilihat": "a", "kini": "a", "temuan": ()} | lain, **siapa)


def tolak(perbuatan):
    with pytest.raises(AturanDilanggar) as ditolak:
        perbuatan()
    return ditolak.value.temuan[0].kode


def status(perjanjian):
    return PerjanjianKinerja.objects.get(pk=perjanjian.pk).status


def bypass(perjanjian, **isi):
    PerjanjianKinerja.objects.filter(pk=perjanjian.pk).update(**isi)


def test_each_step_is_recorded_with_who_and_why(perjanjian, siapa):
    ajukan(perjanjian, siapa)
    perjanjian.kembalikan(alasan="Target belum wajar", **siapa)
    ajukan(perjanjian, siapa)
    perjanjian.tarik(**siapa)

    jejak = Riwayat.objects.filter(kata_kerja__endswith="perjanjiankinerja").order_by("nomor")
    assert [r.kata_kerja.split()[0] for r in jejak] == [
        "tambah", "ajukan", "kembalikan", "ajukan", "tarik",
    ]  # fmt: skip
    assert jejak[2].perubahan[0]["sesudah"]["alasan"] == "Target belum wajar"
    assert status(perjanjian) == "DRAF"


def test_what_was_not_seen_or_is_not_clean_is_not_submitted(perjanjian, siapa):
    galat = [Temuan(kode="X", pesan="Rusak.")]

    assert tolak(lambda: ajukan(perjanjian, siapa, kini="b")) == "PERJANJIAN_BERUBAH"
    assert tolak(lambda: ajukan(perjanjian, siapa, temuan=galat)) == "MASIH_ADA_GALAT"
    ajukan(perjanjian, siapa)
    assert tolak(lambda: ajukan(perjanjian, siapa)) == "STATUS_LAIN"
    assert tolak(lambda: perjanjian.kembalikan(alasan=" ", **siapa)) == "ALASAN_KOSONG"
    assert tolak(lambda: perjanjian.ubah({"nomor": "1"}, **siapa)) == "TERKUNCI"
    assert tolak(lambda: perjanjian.hapus(**siapa)) == "TERKUNCI"


def test_one_open_agreement_per_position_and_year(perjanjian, kantor, siapa):
    buat = lambda: buat_perjanjian(kantor.jabatan["jf"], TAHUN, **siapa)  # noqa: E731

    assert tolak(buat) == "MASIH_BERJALAN"
    perjanjian.hapus(**siapa)
    assert buat().urutan == 1


def test_all_positions_with_boxes_get_theirs_once(kantor, siapa, dinas):
    baru, kosong = buat_semua(dinas, TAHUN, **siapa)
    lagi, _ = buat_semua(dinas, TAHUN, **siapa)

    assert [p.jabatan.nama for p in baru] == [
        "Kepala Dinas Sosial",
        "Kepala Bidang Pemberdayaan",
        "Kepala Bidang Rehabilitasi",
        "Pekerja Sosial Ahli Muda",
    ]
    assert (lagi, kosong) == ([], [])


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("perjanjian_alasan_bila_dikembalikan", {"alasan": "x"}),
        ("perjanjian_pengganti_bersebab", {"menggantikan_id": 0}),
    ],
)
def test_constraints_hold_around_python(perjanjian, nama, isi, tanpa_penjaga):
    isi = {k: perjanjian.pk if v == 0 else v for k, v in isi.items()}

    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        bypass(perjanjian, **isi)


@pytest.fixture
def tanpa_penjaga(perjanjian):
    with connection.cursor() as kursor:
        kursor.execute("INSERT INTO penjaga_mati (sebab) VALUES ('batasan saja')")


def test_agreed_means_complete_and_one_per_position(perjanjian, kantor, siapa, tanpa_penjaga):
    with pytest.raises(IntegrityError, match="disetujui_lengkap"), transaction.atomic():
        bypass(perjanjian, status="DISETUJUI")
    lengkap = {"status": "LAIN", "disetujui_oleh": siapa["oleh"], "disetujui_pada": PADA}
    with pytest.raises(IntegrityError, match="status_dikenal"), transaction.atomic():
        bypass(perjanjian, **lengkap)
    lengkap["status"] = "BERLAKU"
    bypass(perjanjian, **lengkap)
    kedua = buat_perjanjian(kantor.jabatan["jf"], TAHUN, **siapa)

    for nama, isi in (
        ("perjanjian_satu_berlaku|UNIQUE", lengkap | {"status": "DISETUJUI"}),
        ("perjanjian_urutan_unik|UNIQUE", {"urutan": 1}),
    ):
        with pytest.raises(IntegrityError, match=nama), transaction.atomic():
            bypass(kedua, **isi)
    with pytest.raises(IntegrityError, match=r"satu_berjalan|UNIQUE"), transaction.atomic():
        bypass(perjanjian, status="DRAF")


def test_steps_and_identity_are_guarded(perjanjian, kantor, siapa):
    dijaga("cascading_perjanjiankinerja_langkah", lambda: bypass(perjanjian, status="BERLAKU"))
    dijaga("cascading_perjanjiankinerja_tetap", lambda: bypass(perjanjian, tahun=2026))
    dijaga(
        "cascading_perjanjiankinerja_tetap",
        lambda: bypass(perjanjian, jabatan=kantor.jabatan["kadis"]),
    )
    lahir = PerjanjianKinerja.objects.get()
    lahir.pk, lahir.urutan, lahir.status = None, 2, "DIAJUKAN"
    dijaga(
        "cascading_perjanjiankinerja_lahir", lambda: PerjanjianKinerja.objects.bulk_create([lahir])
    )
    ajukan(perjanjian, siapa)
    satu = PerjanjianKinerja.objects.filter(pk=perjanjian.pk)
    dijaga("cascading_perjanjiankinerja_hapus", lambda: satu._raw_delete("default"))


def setujui_saja(perjanjian, siapa):
    """Agreed as far as this app goes; the frozen document is the business of laporan."""
    with connection.cursor() as kursor:
        kursor.execute("INSERT INTO penjaga_mati (sebab) VALUES ('tanpa dokumen')")
    perjanjian.setujui(lambda p: None, pihak_kedua=None, **siapa)
    with connection.cursor() as kursor:
        kursor.execute("DELETE FROM penjaga_mati")


def test_agreed_stays_and_its_stage_is_locked_once_in_force(perjanjian, kantor, dinas, siapa):
    ajukan(perjanjian, siapa)
    setujui_saja(perjanjian, siapa)
    for isi in ({"nomor": "9"}, {"tanggal": None}, {"sidik": "x"}):
        dijaga("cascading_perjanjiankinerja_beku", lambda isi=isi: bypass(perjanjian, **isi))
    perjanjian.berlakukan(**siapa)
    tahap = Tahap.objects.get(perangkat_daerah=dinas, tahun=TAHUN)

    assert tahap.terkunci
    dijaga("tahap_berperjanjian", lambda: Tahap.objects.update(terkunci=False))
    assert tolak(lambda: kantor.pohon.isi_pagu(
        kantor.simpul["Alat bantu"], "1", tahun=TAHUN, tahap="MURNI", **siapa
    ))  # fmt: skip
    Tahap.buka(dinas, TAHUN, kode="PERUBAHAN", nama="Perubahan", **siapa)
    kantor.pohon.isi_pagu(kantor.simpul["Alat bantu"], "1.000", tahun=TAHUN, **siapa)


def test_the_next_agreement_refers_to_the_agreed_one_and_replaces_it(perjanjian, kantor, siapa):
    ajukan(perjanjian, siapa)
    setujui_saja(perjanjian, siapa)
    kedua = buat_perjanjian(kantor.jabatan["jf"], TAHUN, **siapa)
    ajukan(kedua, siapa)
    setujui_saja(kedua, siapa)

    assert (kedua.sebab, kedua.urutan, kedua.menggantikan) == ("PERUBAHAN", 2, perjanjian)
    assert kedua.judul == "Perubahan Perjanjian Kinerja Tahun 2025"
    assert (status(perjanjian), status(kedua)) == ("DIGANTIKAN", "DISETUJUI")


def test_another_holder_means_a_new_agreement_not_a_change(perjanjian, kantor, siapa):
    ajukan(perjanjian, siapa)
    setujui_saja(perjanjian, siapa)
    jabatan = kantor.jabatan["jf"]
    lain = kantor.jabatan["kabid_b"].pejabat.get().pegawai
    jabatan.pejabat.update(selesai=PADA.date() - timedelta(days=1))
    jabatan.pejabat.create(pegawai=lain, mulai=PADA.date())

    kedua = buat_perjanjian(jabatan, TAHUN, **siapa)

    assert kedua.judul == "Perjanjian Kinerja Tahun 2025"
    assert kedua.sebab == "PEJABAT_BARU"
    assert kedua.pihak_pertama.pegawai == lain


def test_every_step_has_words_and_a_status_that_exists():
    for langkah in aturan.TANGGA:
        assert langkah.kata_kerja in aturan.SELESAI
        wajib = bool(langkah.verifikasi)
        assert aturan.tujuan(langkah.kata_kerja, langkah.dari, wajib) == langkah.ke
    buka = aturan.langkah_terbuka
    assert buka("DISETUJUI", ["PENYETUJU"], verifikasi=False) == []
    assert buka("DIAJUKAN", ["PENYETUJU"], verifikasi=False) == ["kembalikan", "setujui"]
    assert buka("DIAJUKAN", ["PENYETUJU"], verifikasi=True) == ["kembalikan"]
    assert buka("DIVERIFIKASI", ["PENYETUJU"], verifikasi=False) == ["kembalikan", "setujui"]
