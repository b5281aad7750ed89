"""The roads of the round-trip workbook: download, preview with its intent, command line."""

import io
import json

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from kinerja.models import Pohon, Riwayat, Simpul
from tests.factories import PADA
from tests.laporan.buku_kerja_uji import berisi, unduh, unggah

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def isi(pohon, perencana):
    return berisi(pohon, perencana)


@pytest.fixture
def buku(pohon, isi):
    return unduh(pohon)


@pytest.fixture
def sesi(pohon, buku, perencana):
    """One box renamed, one taken out."""
    buku.ubah("Pohon", buku.baris("Pohon", nama="Penyediaan Sandang"), nama="Sandang")
    buku.hapus("Pohon", buku.baris("Pohon", nama="Penyediaan Permakanan"))
    return unggah(pohon, perencana, buku)


def maksudkan(client, sesi, maksud="SAMAKAN"):
    return client.post(f"/impor/{sesi.pk}/maksud/", {"maksud": maksud})


@pytest.mark.parametrize("siapa", ["perencana", "kepala", "evaluator"])
def test_whoever_may_read_the_document_may_take_it_along(client, pohon, isi, siapa, request):
    client.force_login(request.getfixturevalue(siapa))

    jawab = client.get(f"/pohon/{pohon.pk}/buku-kerja/")

    assert (jawab.status_code, jawab["Content-Type"]) == (200, XLSX)
    assert jawab["Content-Disposition"].startswith(
        'attachment; filename="buku-kerja-cascading-1-06-01-'
    )
    assert openpyxl.load_workbook(io.BytesIO(jawab.content)).sheetnames[0] == "Pohon"


def test_another_agency_finds_nothing_and_a_guest_logs_in_first(client, pohon, perencana_lain):
    assert client.get(f"/pohon/{pohon.pk}/buku-kerja/").status_code == 302

    client.force_login(perencana_lain)

    assert client.get(f"/pohon/{pohon.pk}/buku-kerja/").status_code == 404


def test_a_download_costs_the_same_queries_whatever_the_size(
    client, pohon, isi, perencana, django_assert_max_num_queries
):
    client.force_login(perencana)

    with django_assert_max_num_queries(28):
        client.get(f"/pohon/{pohon.pk}/buku-kerja/")


def test_the_print_page_and_the_empty_document_offer_it(client, pohon, perencana):
    client.force_login(perencana)

    for alamat in (f"/pohon/{pohon.pk}/cascading/", f"/pohon/{pohon.pk}/"):
        assert f"/pohon/{pohon.pk}/buku-kerja/" in client.get(alamat).content.decode()


def test_the_preview_shows_the_edits_and_asks_what_is_meant(client, sesi, perencana):
    client.force_login(perencana)

    html = client.get(f"/impor/{sesi.pk}/").content.decode()

    assert "Maksud impor ini" in html
    assert "<s>Penyediaan Sandang</s> → Sandang" in html
    assert "Tetap ada di dokumen" in html
    assert "Meningkatnya kesejahteraan sosial" not in html
    semua = client.get(f"/impor/{sesi.pk}/?semua=1").content.decode()
    assert "Meningkatnya kesejahteraan sosial" in semua


def test_made_the_same_the_preview_says_what_goes(client, sesi, perencana, isi):
    client.force_login(perencana)

    jawab = maksudkan(client, sesi)

    assert (jawab.status_code, jawab.url) == (302, f"/impor/{sesi.pk}/")
    html = client.get(jawab.url).content.decode()
    assert "1 berubah · 1 dihapus" in html
    assert "dihapus dari dokumen beserta isinya" in html
    client.post(f"/impor/{sesi.pk}/penerapan/")
    assert not Simpul.objects.filter(nama="Penyediaan Permakanan").exists()
    assert Riwayat.objects.latest("nomor").ringkasan == (
        "Impor buku-kerja.xlsx: 1 berubah, 1 dihapus"
    )
    client.post(f"/impor/{sesi.pk}/pembatalan/")
    assert Simpul.objects.filter(nama="Penyediaan Permakanan").exists()


def test_the_intent_is_one_of_three_and_only_asked_of_this_workbook(client, sesi, perencana):
    client.force_login(perencana)

    assert maksudkan(client, sesi, "GANTI").status_code == 422
    sesi.rencana["buku_kerja"] = False
    sesi.save()
    assert maksudkan(client, sesi).status_code == 422


def test_only_planners_of_the_agency_decide(client, sesi, kepala, perencana_lain):
    assert maksudkan(client, sesi).status_code == 302
    client.force_login(kepala)
    assert maksudkan(client, sesi).status_code == 403
    client.force_login(perencana_lain)
    assert maksudkan(client, sesi).status_code == 404


def test_once_applied_the_intent_stands(client, sesi, perencana):
    client.force_login(perencana)
    client.post(f"/impor/{sesi.pk}/penerapan/")

    assert maksudkan(client, sesi).status_code == 422


def test_a_locked_document_takes_nothing(client, pohon, sesi, perencana):
    client.force_login(perencana)
    Pohon.objects.filter(pk=pohon.pk).update(status="DIAJUKAN")

    assert client.post(f"/impor/{sesi.pk}/penerapan/").status_code == 422
    assert not Simpul.objects.filter(nama="Sandang").exists()


def perintah(capsys, *argumen):
    try:
        call_command("impor", *map(str, argumen), "--json")
    except SystemExit as selesai:
        return json.loads(capsys.readouterr().out), selesai.code
    return json.loads(capsys.readouterr().out), 0


def test_the_command_writes_it(pohon, isi, tmp_path, capsys):
    keluaran = tmp_path / "buku.xlsx"

    call_command("cetak", "buku-kerja", "--pohon", str(pohon.pk), "--keluaran", str(keluaran))

    assert openpyxl.load_workbook(keluaran).sheetnames[:4] == [
        "Pohon", "Indikator", "Target", "Anggaran",
    ]  # fmt: skip
    with pytest.raises(CommandError, match=r"\.xlsx"):
        call_command("cetak", "buku-kerja", "--pohon", str(pohon.pk), "--keluaran", "buku.pdf")


def test_the_command_line_tells_the_differences(pohon, buku, tmp_path, capsys):
    buku.ubah("Pohon", buku.baris("Pohon", nama="Penyediaan Sandang"), nama="Sandang")
    jalur = tmp_path / "buku.xlsx"
    jalur.write_bytes(buku.byte())

    isi, kode = perintah(capsys, jalur, "--pohon", pohon.pk)

    assert (isi["hasil"], kode, isi["tabel"][0]["jenis"]) == ("ok", 0, "buku_kerja")
    assert isi["rencana"]["jumlah"]["berubah"] == 1
    [baris] = isi["rencana"]["baris"]
    assert (baris["nasib"], baris["beda"]) == (
        "berubah", [["Nama", "Penyediaan Sandang", "Sandang"]],
    )  # fmt: skip


def test_the_command_line_applies_it_with_an_intent(pohon, buku, perencana, tmp_path, capsys):
    buku.hapus("Pohon", buku.baris("Pohon", nama="Penyediaan Permakanan"))
    jalur = tmp_path / "buku.xlsx"
    jalur.write_bytes(buku.byte())
    tetap = ("--pohon", pohon.pk, "--terapkan", "--oleh", perencana.username)

    isi, _ = perintah(capsys, jalur, *tetap)
    assert (isi["perubahan"], isi["rencana"]["hilang"][0]["dihapus"]) == (0, False)
    isi, _ = perintah(capsys, jalur, *tetap, "--maksud", "samakan")

    assert isi["rencana"]["jumlah"]["dihapus"] == 1
    assert not Simpul.objects.filter(nama="Penyediaan Permakanan").exists()


def test_the_command_line_flags_stale_rows_and_errors(
    pohon, buku, isi, perencana, tmp_path, capsys
):
    pohon.ubah(isi["KEDUA"], {"nama": "Pakaian"}, oleh=perencana, pada=PADA)
    buku.ubah("Pohon", buku.baris("Pohon", nama="Penyediaan Sandang"), nama="Sandang")
    buku.ubah("Pohon", buku.baris("Pohon", jenjang="Program"), jenjang="Bukan jenjang")
    jalur = tmp_path / "buku.xlsx"
    jalur.write_bytes(buku.byte())

    jawab, kode = perintah(
        capsys, jalur, "--pohon", pohon.pk, "--terapkan", "--oleh", perencana.username
    )

    assert kode == 10
    assert [g["kode"] for g in jawab["galat"]] == ["PILIHAN_TIDAK_DIKENAL"]
    assert [p["kode"] for p in jawab["peringatan"]] == ["BARIS_BASI"]


def test_the_command_line_makes_a_new_document_of_its_kind(
    pohon, buku, dinas, perencana, tmp_path, capsys
):
    jalur = tmp_path / "buku.xlsx"
    jalur.write_bytes(buku.byte())

    isi, kode = perintah(
        capsys, jalur, "--baru", dinas.kode, "--periode", "2025-2029", "--judul", "Salinan",
        "--terapkan", "--oleh", perencana.username,
    )  # fmt: skip

    assert kode == 0
    assert Simpul.objects.filter(pohon=isi["pohon"]).tampak().count() == 6
