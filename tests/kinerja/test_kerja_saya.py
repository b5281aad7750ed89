"""Cerita: everybody finds what waits for them, with its date, and nothing that does not."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.kerja_saya import Butir, Kelompok, Saya, daftarkan, kerja_saya
from kinerja.models import Jabatan, Keanggotaan, Komentar, Pegawai, Pejabat, Pengaturan
from kinerja.pilihan import JenisJabatan, JenisPejabat, Jenjang, Peran
from tests.factories import PADA, buat_pengguna
from tests.kinerja.test_tangga import melangkah
from tests.kinerja.ukur_uji import berlakukan, buat_terukur, jendela, langkah, ukur

HARI = date(2025, 4, 20)


@pytest.fixture
def bappeda(dinas):
    return buat_pengguna("bappeda", Peran.BAPPEDA, di=dinas.pemda)


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return buat_terukur(pohon, jalur, perencana)


def kerja(pengguna, hari=HARI):
    """By group: the sentences."""
    semua = kerja_saya(type(pengguna).objects.get(pk=pengguna.pk), hari)
    return {d.nama: [b.judul for b in d.butir] for d in semua}


def duduk(jabatan, pengguna, jenis=JenisPejabat.DEFINITIF, mulai=date(2025, 1, 1)):
    pegawai = pengguna.pegawai or Pegawai.objects.create(nama=str(pengguna))
    pengguna.pegawai = pegawai
    pengguna.save()
    return Pejabat.objects.create(jabatan=jabatan, pegawai=pegawai, jenis=jenis, mulai=mulai)


def kursi(dinas, nama="Kepala Dinas", kepala=True):
    jenis = JenisJabatan.JPT_PRATAMA
    return Jabatan.objects.create(perangkat_daerah=dinas, nama=nama, kepala=kepala, jenis=jenis)


def test_a_submitted_document_waits_for_its_head_and_comes_back_to_the_planner(
    pohon, jalur, kepala, perencana, pejabat, bappeda
):
    assert kerja(kepala) == {}

    melangkah(pohon, "ajukan", oleh=perencana)

    assert kerja(kepala) == {Kelompok.PUTUSAN: [f"Setujui Cascading Dinas Sosial {pohon.periode}"]}
    assert [kerja(p) for p in (perencana, pejabat, bappeda)] == [{}, {}, {}]

    melangkah(pohon, "kembalikan", oleh=kepala, alasan="Satuan kosong.")

    (daftar,) = kerja_saya(perencana, HARI)
    assert (daftar.nama, daftar.butir[0].keterangan) == (Kelompok.KEMBALI, "Satuan kosong.")
    assert daftar.butir[0].pada == PADA
    assert kerja(kepala) == {}


def test_where_the_pemda_verifies_bappeda_comes_first(pohon, jalur, kepala, bappeda, perencana):
    Pengaturan.objects.create(pemda=pohon.perangkat_daerah.pemda, perlu_verifikasi=True)
    melangkah(pohon, "ajukan", oleh=perencana)

    assert list(kerja(bappeda)) == [Kelompok.PUTUSAN]
    assert kerja(kepala) == {}


def test_approval_waits_for_who_holds_the_position_today(pohon, jalur, kepala, perencana, dinas):
    """The role alone counts only while nobody holds the position."""
    atasan, pengganti = (buat_pengguna(n, Peran.PEJABAT, di=dinas) for n in ("satu", "dua"))
    jabatan = kursi(dinas)
    duduk(jabatan, atasan)
    melangkah(pohon, "ajukan", oleh=perencana)
    assert list(kerja(atasan)) == [Kelompok.PUTUSAN]

    duduk(jabatan, pengganti, JenisPejabat.PLH, HARI)

    assert list(kerja(pengganti)) == [Kelompok.PUTUSAN]
    assert (kerja(atasan), kerja(kepala)) == ({}, {})
    assert list(kerja(atasan, HARI - timedelta(days=1))) == [Kelompok.PUTUSAN]


def test_a_quarter_goes_to_bappeda_and_back(pohon, indikator, perencana, pejabat, bappeda):
    ukur(pohon, indikator, "20", oleh=perencana)
    langkah(pohon, "ajukan", oleh=perencana)
    assert kerja(bappeda) == {
        Kelompok.PUTUSAN: ["Verifikasi pengukuran Triwulan I 2025 Dinas Sosial"]
    }

    langkah(pohon, "kembalikan", oleh=bappeda, alasan="Bukti kurang.")

    for satu in (perencana, pejabat):
        (daftar,) = kerja_saya(satu, HARI)
        assert daftar.butir[0].judul == "Pengukuran Triwulan I 2025 Dinas Sosial"
        assert daftar.butir[0].keterangan == "Bukti kurang."
    assert kerja(bappeda) == {}


def test_windows_are_told_to_who_fills_until_the_quarter_went_up(
    pohon, indikator, perencana, kepala, bappeda
):
    ukur(pohon, indikator, "20", oleh=perencana)
    pemda = pohon.perangkat_daerah.pemda
    jendela(pemda, date(2025, 4, 1), date(2025, 4, 25))
    jendela(pemda, date(2025, 5, 1), date(2025, 5, 9), triwulan=2)
    jendela(pemda, date(2025, 10, 1), date(2025, 10, 9), triwulan=3)

    (daftar,) = kerja_saya(perencana, HARI)

    assert [b.tenggat.day for b in daftar.butir] == [25, 9]
    assert daftar.butir[0].keterangan == "Diisi sampai 25 April 2025 (6 hari lagi)."
    assert (kerja(kepala), kerja(bappeda)) == ({}, {})
    langkah(pohon, "ajukan", oleh=perencana)
    assert [b.tenggat.day for b in kerja_saya(perencana, HARI)[0].butir] == [9]


def test_a_late_quarter_waits_with_or_without_a_window_until_it_went_up(
    pohon, indikator, perencana, kepala
):
    """As on the dashboard: the window's last day, else the quarter's."""
    ukur(pohon, indikator, "20", oleh=perencana)
    assert kerja(perencana, date(2025, 3, 31)) == {}

    (daftar,) = kerja_saya(perencana, date(2025, 4, 1))

    assert [b.keterangan for b in daftar.butir] == [
        "Terlambat: akhir triwulan 31 Maret 2025, lewat 1 hari."
    ]
    jendela(pohon.perangkat_daerah.pemda, date(2025, 4, 1), date(2025, 4, 25))
    (lama,) = kerja_saya(perencana, date(2026, 2, 1))
    assert [b.tenggat for b in lama.butir] == [
        date(2025, 4, 25), date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31)
    ]  # fmt: skip
    assert lama.butir[0].keterangan == "Terlambat: batas 25 April 2025, lewat 282 hari."
    langkah(pohon, "ajukan", oleh=perencana)
    assert date(2025, 4, 25) not in [
        b.tenggat for d in kerja_saya(perencana, date(2026, 2, 1)) for b in d.butir
    ]


def test_only_the_edition_in_force_is_filled(pohon, indikator, perencana):
    jendela(pohon.perangkat_daerah.pemda, date(2025, 4, 1), date(2025, 4, 25))
    berlakukan(pohon, perencana)
    pohon.buka_perubahan(oleh=perencana, pada=PADA)

    (daftar,) = kerja_saya(perencana, HARI)

    assert [b.alamat for b in daftar.butir] == [
        f"/pohon/{pohon.pk}/pengukuran/?tahun=2025&triwulan=1"
    ]


def test_a_comment_waits_for_the_role_it_names_until_it_is_settled(
    pohon, jalur, perencana, kepala, evaluator
):
    kotak = jalur[Jenjang.PROGRAM]
    siapa = {"oleh": evaluator, "pada": PADA}
    komentar = Komentar.tulis(kotak, "Mohon lengkapi satuannya", menyebut=Peran.PERENCANA, **siapa)

    (daftar,) = kerja_saya(perencana, HARI)

    assert (daftar.nama, daftar.butir[0].judul) == (Kelompok.KOMENTAR, "Mohon lengkapi satuannya")
    assert daftar.butir[0].alamat == f"/simpul/{kotak.pk}/rinci/#komentar"
    assert (kerja(kepala), kerja(evaluator)) == ({}, {})
    komentar.selesaikan(kotak, oleh=perencana, pada=PADA)
    assert kerja(perencana) == {}


def test_findings_of_the_boxes_that_one_answers_for(pohon, jalur, pejabat, perencana, dinas):
    siapa = {"oleh": perencana, "pada": PADA}
    jabatan = kursi(dinas, "Kepala Bidang", kepala=False)
    duduk(jabatan, pejabat)
    assert kerja(pejabat) == {}

    pohon.tugaskan(jalur[Jenjang.SUB_KEGIATAN], jabatan, **siapa)

    (judul,) = kerja(pejabat)[Kelompok.TEMUAN]
    assert judul.endswith("temuan di 1 kotak Anda")
    assert kerja(perencana) == {}


def test_the_page_counts_groups_and_leads_on(client, pohon, jalur, kepala, perencana):
    melangkah(pohon, "ajukan", oleh=perencana)
    alamat = reverse("kerja-saya")
    assert client.get(alamat).status_code == 302

    client.force_login(kepala)
    isi = client.get(alamat).content.decode()
    depan = client.get(reverse("beranda")).content.decode()

    assert "Menunggu keputusan Anda <small" in isi
    assert 'aria-label="1 hal"' in isi
    for halaman in (isi, depan):
        assert f'href="{reverse("pohon-status", args=[pohon.pk])}"' in halaman
    assert f'href="{alamat}"' in depan


@pytest.mark.parametrize("peran", Peran)
def test_everybody_has_the_page_from_the_start_page(client, dinas, peran):
    di = dinas.pemda if peran in (Peran.BAPPEDA, Peran.ADMIN_PEMDA) else dinas
    client.force_login(buat_pengguna("siapa", peran, di=di))

    assert reverse("kerja-saya") in client.get(reverse("beranda")).content.decode()
    assert "Tidak ada yang menunggu Anda." in client.get(reverse("kerja-saya")).content.decode()


def test_a_deadline_comes_nearest_first_and_all_else_newest_first(perencana, monkeypatch):
    monkeypatch.setattr("kinerja.kerja_saya._DAFTAR", {})
    lalu = PADA - timedelta(days=3)
    isi = [
        Butir(Kelompok.KOMENTAR, "lama", "/", pada=lalu), Butir(Kelompok.KOMENTAR, "tanpa", "/"),
        Butir(Kelompok.KOMENTAR, "baru", "/", pada=PADA),
        Butir(Kelompok.TENGGAT, "nanti", "/", tenggat=HARI + timedelta(days=2)),
        Butir(Kelompok.TENGGAT, "segera", "/", tenggat=HARI),
    ]  # fmt: skip
    daftarkan("uji", lambda saya: isi)

    assert kerja(perencana) == {
        Kelompok.TENGGAT: ["segera", "nanti"],
        Kelompok.KOMENTAR: ["baru", "lama", "tanpa"],
    }


def test_a_planner_in_office_with_many_roles_costs_thirteen_queries(client, pohon, jalur, dinas):
    """Every room is asked; the findings were checked by an earlier page."""
    semua = buat_pengguna("serba", Peran.PERENCANA, di=dinas)
    for peran in (Peran.KEPALA, Peran.PEJABAT):
        Keanggotaan.objects.create(pengguna=semua, perangkat_daerah=dinas, peran=peran)
    Keanggotaan.objects.create(pengguna=semua, perangkat_daerah=dinas.pemda, peran=Peran.BAPPEDA)
    jabatan = kursi(dinas)
    duduk(jabatan, semua, mulai=date(2020, 1, 1))
    pohon.tugaskan(jalur[Jenjang.SUB_KEGIATAN], jabatan, oleh=semua, pada=PADA)
    client.force_login(semua)
    client.get(reverse("kerja-saya"))

    with CaptureQueriesContext(connection) as tangkapan:
        isi = client.get(reverse("kerja-saya")).content.decode()

    assert "kotak Anda" in isi
    assert len(tangkapan) <= 13


def test_what_is_asked_once_is_read_once(pohon, perencana):
    saya = Saya(perencana, HARI)
    assert saya.dokumen == [pohon]
    assert saya.kursi == frozenset()

    with CaptureQueriesContext(connection) as tangkapan:
        assert saya.penyetuju(pohon.perangkat_daerah).pejabat is None
        assert [p.periode.nama for p in saya.dokumen]
    assert len(tangkapan) == 0
