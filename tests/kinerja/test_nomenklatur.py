"""The official list: loaded into a version in bulk, again without change, by the pemda's admin."""

import io

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.impor.nomenklatur import baca_nomenklatur, muat_nomenklatur, tambah_versi
from kinerja.models import Nomenklatur, Riwayat, VersiNomenklatur
from kinerja.pilihan import Peran
from tests import factories
from tests.berkas import AKAR

CONTOH = AKAR / "fixtures" / "contoh"
XLSX = CONTOH / "nomenklatur-sosial.xlsx"


@pytest.fixture
def versi(db):
    return tambah_versi("uji", nama="Uji", tahun_mulai=2025, tahun_sampai=2026)


@pytest.fixture
def admin(client, dinas):
    pengguna = factories.buat_pengguna("admin", Peran.ADMIN_PEMDA, di=dinas.pemda)
    client.force_login(pengguna)
    return client


def muat(versi, jalur=XLSX):
    hasil = baca_nomenklatur(jalur.read_bytes(), jalur.name)
    return muat_nomenklatur(versi, hasil, oleh=None, pada=factories.PADA)


def buku(*baris) -> bytes:
    wb = openpyxl.Workbook()
    kepala = ["JENIS PEMDA", "BIDANG", "PROGRAM", "KEGIATAN", "SUBKEGIATAN", "KINERJA",
              "INDIKATOR", "SATUAN", "SPM"]  # fmt: skip
    for isi in (kepala, *baris):
        wb.active.append(isi)
    keluaran = io.BytesIO()
    wb.save(keluaran)
    return keluaran.getvalue()


def baris(jenis, kode, nama, satuan="Orang"):
    return [jenis, "1.06 SOSIAL", "1.06.04 PROGRAM REHABILITASI", "1.06.04.2.01 Rehabilitasi",
            f"{kode} {nama}", "Terpenuhinya", "Jumlah", satuan, "SPM"]  # fmt: skip


def test_an_export_of_the_list_fills_its_version(versi):
    hasil = muat(versi)

    assert (hasil.baru, hasil.berubah, hasil.sama) == (179, 0, 0)
    sub = Nomenklatur.objects.get(kode="1.06.04.2.01.0001")
    assert (sub.nama, sub.satuan, sub.spm) == ("Penyediaan Permakanan", "Orang", True)
    assert sub.kinerja.startswith("Terpenuhinya Kebutuhan Permakanan")
    assert Nomenklatur.objects.filter(jenjang="PROGRAM").count() == 3


def test_the_same_list_again_changes_nothing(versi):
    muat(versi)

    assert muat(versi).sama == 179


def test_a_csv_with_header_is_read_too(versi):
    assert muat(versi, CONTOH / "nomenklatur-sosial.csv").baru == 179


def test_a_changed_row_is_updated_in_place(versi):
    muat(versi)
    lama = Nomenklatur.objects.get(kode="1.06.04.2.01.0001").pk

    isi = buku(baris("KABKOT", "1.06.04.2.01.0001", "Penyediaan Permakanan", "Paket"))
    hasil = muat_nomenklatur(versi, baca_nomenklatur(isi, "x.xlsx"), oleh=None, pada=factories.PADA)

    assert hasil.berubah >= 1
    baru = Nomenklatur.objects.get(kode="1.06.04.2.01.0001")
    assert (baru.pk, baru.satuan) == (lama, "Paket")


def test_provinsi_and_kabupaten_keep_rows_of_their_own(versi):
    isi = buku(
        baris("PROV", "1.06.04.2.01.0001", "Penyediaan Permakanan"),
        baris("KABKOT", "1.06.04.2.01.0001", "Penyediaan Permakanan"),
    )

    muat_nomenklatur(versi, baca_nomenklatur(isi, "x.xlsx"), oleh=None, pada=factories.PADA)

    sub = Nomenklatur.objects.filter(jenjang="SUB_KEGIATAN")
    assert sorted(sub.values_list("jenis_pemda", flat=True)) == ["KABKOT", "PROV"]
    assert Nomenklatur.objects.filter(kode="1.06.04").count() == 2


def test_another_workbook_is_refused_in_one_sentence(versi):
    with pytest.raises(AturanDilanggar) as ditolak:
        baca_nomenklatur(b"bukan excel", "x.xlsx")

    assert len(ditolak.value.temuan) == 1


def test_the_command_loads_and_says_how_many(db, capsys):
    call_command("muat_nomenklatur", str(XLSX), versi="baru", tahun_mulai=2025)

    assert "179 baru" in capsys.readouterr().out
    assert VersiNomenklatur.objects.get().tahun_mulai == 2025
    with pytest.raises(CommandError):
        call_command("muat_nomenklatur", "tidak-ada.xlsx", versi="baru")


def test_the_admin_loads_a_list_and_it_is_recorded(admin, dinas):
    with XLSX.open("rb") as f:
        jawaban = admin.post("/nomenklatur/", {"berkas": f, "kode": "kepmen"})

    assert jawaban.status_code == 302
    assert "179 baru" in Riwayat.objects.get(perangkat_daerah=dinas.pemda).ringkasan
    assert "156 sub kegiatan" in admin.get("/nomenklatur/").content.decode()


def test_what_is_no_list_is_refused_with_its_reason(admin):
    berkas = io.BytesIO(b"bukan excel")
    berkas.name = "daftar.xlsx"

    jawaban = admin.post("/nomenklatur/", {"berkas": berkas, "kode": "kepmen"})

    assert jawaban.status_code == 422
    assert VersiNomenklatur.objects.count() == 0


def test_a_version_downloads_as_a_workbook_of_plain_text(admin, versi):
    muat(versi)
    Nomenklatur.objects.filter(kode="1.06.04").update(nama="=1+1")

    jawaban = admin.get("/nomenklatur/uji/unduh/")

    lembar = openpyxl.load_workbook(io.BytesIO(jawaban.content)).active
    assert lembar.max_row == 180
    assert [s for b in lembar.iter_rows() for s in b if s.data_type == "f"] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("siapa", "status"), [("perencana", 403), ("kepala", 403)])
def test_others_may_not_load_the_list(client, request, siapa, status):
    client.force_login(request.getfixturevalue(siapa))

    assert client.get("/nomenklatur/").status_code == status


def test_guests_are_sent_to_the_login(client, db):
    assert client.get("/nomenklatur/").status_code == 302
