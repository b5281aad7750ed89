"""An approved IKU document is frozen: its snapshot prints it, whatever happens to the tree."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from pypdf import PdfReader

from iku.models import DokumenIku
from iku.pilihan import StatusDokumen
from laporan.models import BerkasDokumen, Dokumen
from laporan.naskah_iku import cetakan_iku
from laporan.pdf.naskah_iku import KEPUTUSAN
from laporan.pengesahan import pastikan_cetakan
from laporan.pilihan import JenisDokumen
from tests.factories import PADA
from tests.iku.iku_uji import buat_dokumen_iku, buat_iku
from tests.laporan.iku_uji import rapat

ALAMAT = "https://contoh.go.id/verifikasi/KODE/"


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return buat_iku(pohon, jalur["SASARAN"], perencana, formulasi=["A dibagi B x 100%"])


@pytest.fixture
def dokumen(pohon, indikator, perencana, kepala):
    dokumen = buat_dokumen_iku(pohon, perencana)
    setujui(dokumen, perencana, kepala)
    return dokumen


def setujui(dokumen, perencana, kepala, pada=PADA):
    dokumen.melangkah("ajukan", versi=dokumen.versi, oleh=perencana, pada=pada)
    dokumen.melangkah("setujui", versi=dokumen.versi, oleh=kepala, pada=pada, alamat=ALAMAT)


def teks(isi):
    return " ".join(h.extract_text() for h in PdfReader(io.BytesIO(bytes(isi))).pages)


def test_approval_keeps_a_snapshot_that_prints_what_was_approved(
    dokumen, pohon, indikator, perencana
):
    beku = Dokumen.objects.get(jenis=JenisDokumen.IKU, asal=dokumen.pk)
    pohon.ubah_indikator(indikator, {"teks": "Persentase lain"}, oleh=perencana, pada=PADA)

    cetakan = pastikan_cetakan(beku)

    isi = teks(cetakan.isi)
    assert "Persentase layanan" in " ".join(isi.split())
    assert "lain" not in rapat(isi.partition("Tabel 2.1")[2][:600])
    assert "KONSEP" not in isi
    assert beku.kode_tercetak in isi
    assert beku.utuh
    assert pastikan_cetakan(beku).pk == cetakan.pk
    assert set(PdfReader(io.BytesIO(bytes(cetakan.isi))).attachments) == {"iku.json", "iku.xlsx"}


def test_every_print_of_it_comes_out_of_the_snapshot(dokumen, pohon, indikator, perencana):
    pohon.ubah_indikator(indikator, {"teks": "Persentase lain"}, oleh=perencana, pada=PADA)

    cetakan = cetakan_iku(dokumen, akhiran="xlsx", pada=PADA.date())

    assert [i.indikator for i in cetakan.naskah.isi.iku] == ["Persentase layanan"]
    assert cetakan.naskah.cap.alamat.startswith("https://contoh.go.id/verifikasi/")


def test_its_keputusan_carries_the_same_code_and_data(dokumen):
    cetakan = cetakan_iku(dokumen, akhiran="pdf", pada=PADA.date(), bentuk=KEPUTUSAN)

    isi = cetakan.buat().read_bytes()

    kata = rapat(teks(isi))
    assert "MEMUTUSKAN" in kata
    assert "TENTANGINDIKATORKINERJAUTAMADINASSOSIALKABUPATENCONTOH." in kata
    assert rapat(Dokumen.objects.get().kode_tercetak) in kata
    assert set(PdfReader(io.BytesIO(isi)).attachments) == {"iku.json", "iku.xlsx"}


def test_a_refused_approval_freezes_nothing(pohon, indikator, perencana, kepala, monkeypatch):
    dokumen = buat_dokumen_iku(pohon, perencana)
    monkeypatch.setattr(Dokumen, "bekukan", lambda *a, **k: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        setujui(dokumen, perencana, kepala)

    dokumen.refresh_from_db()
    assert dokumen.status == StatusDokumen.DIAJUKAN


def test_the_next_one_refers_to_the_one_in_force(dokumen, pohon, perencana, kepala):
    dokumen.melangkah("berlakukan", versi=dokumen.versi, oleh=perencana, pada=PADA)
    baru = buat_dokumen_iku(pohon, perencana, tahun=2027)

    setujui(baru, perencana, kepala, PADA + timedelta(days=300))

    lama, kini = Dokumen.objects.order_by("pk")
    assert (kini.menggantikan, kini.versi, kini.sebab_ganti) == (lama, 2, "PERUBAHAN")


def test_the_page_hands_out_the_filed_bytes_and_the_way_to_check_them(client, dokumen, perencana):
    client.force_login(perencana)
    beku = Dokumen.objects.get()
    halaman = client.get(reverse("iku-cetak", args=[dokumen.pk]))
    assert beku.kode_tercetak in halaman.text

    alamat = reverse("iku-berkas", args=[dokumen.pk])
    jawab = client.get(alamat, {"bentuk": "BUKU", "format": "pdf"})

    berkas = BerkasDokumen.objects.get()
    isi = b"".join(jawab.streaming_content) if jawab.streaming else jawab.content
    assert isi == bytes(berkas.isi)
    publik = client.get(reverse("verifikasi-kode", args=[beku.kode_tercetak]))
    assert "Indikator Kinerja Utama" in publik.text


def test_approving_on_screen_freezes_with_the_public_address(
    client, pohon, indikator, perencana, kepala
):
    dokumen = buat_dokumen_iku(pohon, perencana)
    dokumen.melangkah("ajukan", versi=dokumen.versi, oleh=perencana, pada=PADA)
    client.force_login(kepala)

    client.post(reverse("iku-persetujuan", args=[dokumen.pk]), {"versi": dokumen.versi})

    assert DokumenIku.objects.get().status == StatusDokumen.DISETUJUI
    alamat = Dokumen.objects.get().cuplikan["cap"]["alamat"]
    assert alamat == f"http://testserver/verifikasi/{Dokumen.objects.get().kode_tercetak}/"
