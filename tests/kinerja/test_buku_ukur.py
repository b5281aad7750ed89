"""The grid of a quarter as a workbook: out, edited, back; refused cells by their place."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kinerja.models import Realisasi, RealisasiAnggaran
from tests.kinerja.ukur_uji import buat_terukur, ukur


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return buat_terukur(pohon, jalur, perencana)


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def alamat(pohon, nama, triwulan=1):
    return f"{reverse(nama, args=[pohon.pk])}?tahun=2025&triwulan={triwulan}"


def unduh(client, pohon):
    return openpyxl.load_workbook(io.BytesIO(client.get(alamat(pohon, "pengukuran-unduh")).content))


def unggah(client, pohon, buku, triwulan=1):
    keluar = io.BytesIO()
    buku.save(keluar)
    berkas = SimpleUploadedFile("isian.xlsx", keluar.getvalue())
    return client.post(alamat(pohon, "pengukuran-impor", triwulan), {"berkas": berkas})


def sel(buku, kunci, kolom):
    lembar = buku["Isian"]
    baris = next(r for r in range(4, lembar.max_row + 1) if lembar.cell(r, 1).value == kunci)
    return lembar.cell(baris, kolom)


def terapkan(client, pohon, pratinjau):
    return client.post(alamat(pohon, "pengukuran-impor"), {"sel": pratinjau.context["sel"]})


def test_what_was_typed_in_excel_comes_back(masuk, pohon, jalur, indikator):
    buku = unduh(masuk, pohon)
    sel(buku, f"r-{indikator.uid}", 8).value = 20
    sel(buku, f"r-{indikator.uid}", 9).value = "Banjir."
    sel(buku, f"r-{indikator.uid}", 14).value = "ya"
    sel(buku, f"a-{jalur['SUB_KEGIATAN'].uid}", 8).value = 1_500_000

    pratinjau = unggah(masuk, pohon, buku)

    assert "4 sel akan diubah" in pratinjau.content.decode()
    assert not Realisasi.objects.exists()
    terapkan(masuk, pohon, pratinjau)
    satu = Realisasi.objects.get()
    assert (satu.nilai, satu.hambatan, satu.sementara, satu.capaian) == (20, "Banjir.", True, 80)
    assert RealisasiAnggaran.objects.get().nilai == 1_500_000


def test_an_untouched_workbook_changes_nothing(masuk, pohon, indikator, perencana):
    ukur(pohon, indikator, "20 Orang", oleh=perencana)

    assert "Tidak ada sel yang berubah" in unggah(
        masuk, pohon, unduh(masuk, pohon)
    ).content.decode()  # fmt: skip


def test_refused_cells_are_named_and_the_others_can_go(masuk, pohon, jalur, indikator, perencana):
    buku = unduh(masuk, pohon)
    sel(buku, f"r-{indikator.uid}", 8).value = "20"
    uang = sel(buku, f"a-{jalur['SUB_KEGIATAN'].uid}", 8)
    uang.value = "banyak"

    pratinjau = unggah(masuk, pohon, buku)

    assert [s.alamat for s, _ in pratinjau.context["ditolak"]] == [uang.coordinate]
    terapkan(masuk, pohon, pratinjau)
    assert Realisasi.objects.get().nilai == 20
    assert not RealisasiAnggaran.objects.exists()


def test_what_a_colleague_wrote_meanwhile_is_a_conflict(masuk, pohon, indikator, perencana):
    buku = unduh(masuk, pohon)
    sel(buku, f"r-{indikator.uid}", 8).value = "20"
    ukur(pohon, indikator, "22", oleh=perencana)

    pratinjau = unggah(masuk, pohon, buku)

    assert "menjadi “22”" in pratinjau.content.decode()
    assert pratinjau.context["sah"] == []


def test_other_workbooks_are_refused_in_words(masuk, pohon, indikator):
    lain = openpyxl.Workbook()
    jawaban = unggah(masuk, pohon, lain)
    assert "bukan buku kerja pengukuran" in masuk.get(jawaban.url).content.decode()
    jawaban = unggah(masuk, pohon, unduh(masuk, pohon), triwulan=2)
    assert "triwulan lain (Triwulan I 2025)" in masuk.get(jawaban.url).content.decode()
    berkas = SimpleUploadedFile("isian.xlsx", b"bukan zip")
    jawaban = masuk.post(alamat(pohon, "pengukuran-impor"), {"berkas": berkas})
    assert jawaban.status_code == 302


def test_only_those_who_fill_the_box_bring_it_in(
    client, pohon, indikator, evaluator, perencana_lain
):
    client.force_login(perencana_lain)
    assert client.get(alamat(pohon, "pengukuran-unduh")).status_code == 404
    client.force_login(evaluator)
    buku = unduh(client, pohon)
    sel(buku, f"r-{indikator.uid}", 8).value = "20"
    assert unggah(client, pohon, buku).status_code == 403
    kirim = {"sel": f'[["{indikator.uid}", "realisasi", "20", ""]]'}
    assert client.post(alamat(pohon, "pengukuran-impor"), kirim).status_code == 403
    assert client.post(alamat(pohon, "pengukuran-impor"), {"sel": "[1]"}).status_code == 403
