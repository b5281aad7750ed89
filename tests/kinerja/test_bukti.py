"""Evidence: taken by its content, kept outside the web root, given to those who may read."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from kinerja.aturan.bukti import TERBESAR, kenali, periksa_berkas, periksa_tautan
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bukti, Riwayat
from tests.factories import PADA
from tests.kinerja.ukur_uji import buat_terukur, langkah, ukur

PDF = b"%PDF-1.7\nisi"
PNG = b"\x89PNG\r\n\x1a\nisi"
JPG = b"\xff\xd8\xff\xe0isi"


def paket(*nama):
    berkas = io.BytesIO()
    with zipfile.ZipFile(berkas, "w") as zip_:
        for satu in ("[Content_Types].xml", *nama):
            zip_.writestr(satu, "x")
    return berkas.getvalue()


@pytest.mark.parametrize(
    ("isi", "akhiran"),
    [
        (PDF, "pdf"), (PNG, "png"), (JPG, "jpg"), (paket("xl/workbook.xml"), "xlsx"),
        (paket("word/document.xml"), "docx"), (paket("xl/workbook.xml", "xl/vbaProject.bin"), None),
        (paket("lain.txt"), None), (b"PK\x03\x04rusak", None), (b"<html></html>", None),
        (b"MZ\x90", None), (b" %PDF-1.7", None),
    ],
)  # fmt: skip
def test_files_are_told_by_their_content(isi, akhiran):
    jenis = kenali(isi)

    assert (jenis.akhiran if jenis else None) == akhiran


@pytest.mark.parametrize(
    ("isi", "kode"),
    [(b"", "BUKTI_KOSONG"), (b"x" * (TERBESAR + 1), "BUKTI_BESAR"), (b"halo", "BUKTI_JENIS")],
)
def test_what_is_not_taken_says_why(isi, kode):
    assert [t.kode for t in periksa_berkas("bukti.pdf", isi)] == [kode]


@pytest.mark.parametrize("alamat", ["https://data.go.id/a?b=1", "http://contoh.id"])
def test_links_that_are_taken(alamat):
    assert periksa_tautan(alamat) == []


@pytest.mark.parametrize(
    "alamat",
    ["", "javascript:alert(1)", "data:text/html,x", "//a.id", "https://", "https://a b", "ftp://a"],
)
def test_links_that_are_not(alamat):
    assert [t.kode for t in periksa_tautan(alamat)] == ["BUKTI_TAUTAN"]


# --- kept and given out ------------------------------------------------------------------------


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return buat_terukur(pohon, jalur, perencana)


@pytest.fixture
def masa(perencana):
    return {"tahun": 2025, "triwulan": 1, "oleh": perencana, "pada": PADA}


def alamat(indikator):
    return reverse("indikator-bukti", args=[indikator.pk]) + "?tahun=2025&triwulan=1"


def kirim(client, indikator, nama, isi):
    return client.post(alamat(indikator), {"berkas": SimpleUploadedFile(nama, isi)})


def test_a_file_is_kept_and_given_out_as_its_content(client, indikator, perencana):
    client.force_login(perencana)

    kirim(client, indikator, "../../laporan.exe", PDF)

    satu = Bukti.objects.get()
    assert (satu.nama, satu.akhiran, satu.ukuran) == ("laporan.exe", "pdf", len(PDF))
    assert satu.jalur.read_bytes() == PDF
    jawaban = client.get(reverse("bukti", args=[satu.pk]))
    assert b"".join(jawaban.streaming_content) == PDF
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban["Content-Disposition"] == 'attachment; filename="laporan.pdf"'
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert Riwayat.objects.filter(kata_kerja="bukti_pengukuran").count() == 1


def test_a_link_is_kept_and_shown(client, indikator, perencana):
    client.force_login(perencana)

    client.post(alamat(indikator), {"tautan": "https://data.go.id/laporan"})
    client.post(alamat(indikator), {"tautan": "javascript:alert(1)"})

    assert [b.tautan for b in Bukti.objects.all()] == ["https://data.go.id/laporan"]
    di = reverse("indikator-pengukuran", args=[indikator.pk]) + "?tahun=2025&triwulan=1"
    assert 'href="https://data.go.id/laporan"' in client.get(di).content.decode()
    assert client.get(reverse("bukti", args=[Bukti.objects.get().pk])).status_code == 404


def test_a_refused_file_leaves_nothing(client, indikator, perencana):
    client.force_login(perencana)

    jawaban = kirim(client, indikator, "laporan.pdf", b"<script>")

    assert "bukan PDF" in client.get(jawaban.url).content.decode()
    assert not Bukti.objects.exists()


def test_only_readers_get_it_and_only_writers_add(
    client, indikator, masa, evaluator, perencana_lain
):
    satu = Bukti.lampirkan(indikator, "a.pdf", PDF, **masa)
    berkas = reverse("bukti", args=[satu.pk])
    assert client.get(berkas).status_code == 302
    client.force_login(perencana_lain)
    assert client.get(berkas).status_code == 404
    assert kirim(client, indikator, "b.pdf", PDF).status_code == 404
    client.force_login(evaluator)
    assert client.get(berkas).status_code == 200
    assert kirim(client, indikator, "b.pdf", PDF).status_code == 403
    lepas = reverse("bukti-pelepasan", args=[satu.pk])
    assert client.post(lepas, {"indikator": indikator.pk}).status_code == 403


def test_evidence_comes_off_until_the_quarter_is_up(client, pohon, indikator, masa, perencana):
    client.force_login(perencana)
    satu, dua = (Bukti.lampirkan(indikator, n, PDF, **masa) for n in ("a.pdf", "b.pdf"))
    client.post(reverse("bukti-pelepasan", args=[satu.pk]), {"indikator": indikator.pk})
    assert Bukti.objects.get() == dua
    ukur(pohon, indikator, "24", oleh=perencana)
    langkah(pohon, "ajukan", oleh=perencana)

    with pytest.raises(AturanDilanggar, match="sudah diajukan"):
        dua.lepas(indikator, oleh=perencana, pada=PADA)
    with pytest.raises(AturanDilanggar, match="sudah diajukan"):
        Bukti.tautkan(indikator, "https://a.id", **masa)


def test_evidence_is_never_changed(indikator, masa):
    Bukti.tautkan(indikator, "https://a.id", **masa)

    with pytest.raises(IntegrityError, match="kinerja_bukti_tetap"), transaction.atomic():
        Bukti.objects.update(nama="lain")


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("bukti_berkas_atau_tautan", {"tautan": ""}),
        ("bukti_berkas_atau_tautan", {"sha256": "a", "akhiran": "pdf"}),
        ("bukti_triwulan_dikenal", {"triwulan": 0}),
        ("bukti_bernama", {"nama": ""}),
    ],
)
def test_constraints_of_evidence(indikator, perencana, nama, isi):
    lengkap = {"perangkat_daerah": indikator.pohon.perangkat_daerah, "tahun": 2025, "triwulan": 1,
               "indikator_uid": indikator.uid, "nama": "a", "tautan": "https://a.id",
               "oleh": perencana, "pada": PADA}  # fmt: skip
    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        Bukti.objects.create(**lengkap | isi)
