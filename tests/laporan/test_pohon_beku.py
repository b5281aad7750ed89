"""An approved planning document is frozen: its PDF says what was approved, whatever comes later."""

import io
import json

import openpyxl
import pytest
from django.db import transaction
from django.urls import reverse
from pypdf import PdfReader

from cascading.set_kolom import LENGKAP
from kinerja.models import Pohon, Tahap
from laporan.models import Dokumen
from laporan.naskah_cascading import Pesanan, naskah_cascading
from laporan.naskah_pohon import baca_bahan
from laporan.pengesahan import pastikan_cetakan
from laporan.pengesahan_pohon import bekukan_pohon
from tests.cascading.perjanjian_uji import JUTA, TAHUN
from tests.factories import PADA, buat_pohon
from tests.kinerja.salinan_uji import setujui


@pytest.fixture
def beku(kantor, perencana):
    setujui(kantor.pohon, perencana)
    return Dokumen.objects.get(jenis="POHON")


def baca(dokumen):
    return PdfReader(io.BytesIO(bytes(pastikan_cetakan(dokumen).isi)))


def teks(dokumen):
    return " ".join(" ".join(h.extract_text() for h in baca(dokumen).pages).split())


def test_approval_freezes_table_diagram_and_all_numbers(beku, kantor):
    pdf = baca(beku)

    isi = teks(beku)
    for kata in ("LEMBAR PENGESAHAN", beku.kode_tercetak, "800.000.000", "Program", "Pendampingan",
                 "Disetujui Kepala Dinas Sosial (Pemegang Kepala Dinas Sosial) pada"):  # fmt: skip
        assert kata in isi, kata
    assert "KONSEP" not in isi
    for n, halaman in enumerate(pdf.pages, start=1):
        assert f"Halaman {n} dari {len(pdf.pages)}" in halaman.extract_text()
    assert {round(float(h.mediabox.width)) for h in pdf.pages} == {609, 1191}  # F4, A3
    data = json.loads(pdf.attachments["pohon.json"][0])
    assert data == beku.cuplikan
    satu = next(k for k in data["data"] if k["nama"] == "Alat bantu")
    assert satu["pagu"] == {str(TAHUN): 250 * JUTA}
    assert satu["indikator"][0]["target"] == {str(TAHUN): "90,5"}
    buku = openpyxl.load_workbook(io.BytesIO(pdf.attachments["pohon.xlsx"][0]))
    assert 250 * JUTA in [s.value for baris in buku["Kotak"].iter_rows() for s in baris]
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def ubah_angka(kantor, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    Tahap.buka(kantor.dinas, TAHUN, kode="PERUBAHAN", nama="Perubahan", **siapa)
    sub = kantor.simpul["Alat bantu"]
    kantor.pohon.isi_pagu(
        sub, "300.000.000", tahun=TAHUN, tahap="PERUBAHAN", sumber_dana="DAU", **siapa
    )
    kantor.pohon.isi_target(sub.indikator.get(), "95", tahun=TAHUN, tahap="PERUBAHAN", **siapa)


def test_later_numbers_change_nothing_of_it_and_are_told_everywhere(
    beku, kantor, perencana, client
):
    ubah_angka(kantor, perencana)
    client.force_login(perencana)
    kalimat = "Angka berubah sesudah dibekukan: 1 target dan 1 pagu (Perubahan 2025)."

    status = client.get(reverse("pohon-status", args=[kantor.pohon.pk])).text
    publik = client.get(reverse("verifikasi-kode", args=[beku.kode])).text
    pohon = Pohon.objects.get(pk=kantor.pohon.pk)
    cetak = naskah_cascading(Pesanan(pohon, LENGKAP, TAHUN), pada=PADA.date())

    assert "250.000.000" in teks(beku)
    assert kalimat in status
    assert "<td>90,5</td><td>95</td>" in status
    assert kalimat in publik
    assert (cetak.konsep, kalimat in cetak.kaki, beku.kode_tercetak in cetak.kaki) == (
        False, True, True,
    )  # fmt: skip


def test_the_next_edition_replaces_it(beku, kantor, perencana, client):
    baru = kantor.pohon.buka_perubahan(oleh=perencana, pada=PADA)
    setujui(baru, perencana)

    kedua = Dokumen.objects.get(jenis="POHON", asal=baru.pk)

    assert (kedua.menggantikan, kedua.versi, kedua.sebab_ganti) == (beku, 2, "PERUBAHAN")
    assert "Sudah digantikan" in client.get(reverse("verifikasi-kode", args=[beku.kode])).text


def test_a_refused_freeze_approves_nothing(kantor, perencana, monkeypatch):
    monkeypatch.setattr(Dokumen, "bekukan", lambda *a, **k: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        setujui(kantor.pohon, perencana)

    assert Pohon.objects.get(pk=kantor.pohon.pk).status == "DIAJUKAN"


def test_whoever_reads_the_document_gets_the_filed_bytes(
    beku, kantor, client, evaluator, perencana_lain
):
    alamat = reverse("pohon-dokumen", args=[kantor.pohon.pk])
    client.force_login(evaluator)
    assert client.get(alamat)["Location"] == reverse("pohon-status", args=[kantor.pohon.pk])
    berkas = pastikan_cetakan(beku)

    assert client.get(alamat).content == bytes(berkas.isi)

    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404
    client.logout()
    assert client.get(alamat).status_code == 302


def test_conditions_freeze_as_a_diagram_with_their_public_address(client, dinas, perencana, kepala):
    pohon = buat_pohon(dinas, perencana, jenis="POHON_KINERJA")
    pohon.tambah(
        induk=pohon.akar(), jenjang="KONDISI", kinerja="Warga mandiri", oleh=perencana, pada=PADA
    )
    pohon.ajukan(versi=pohon.versi, galat=0, oleh=perencana, pada=PADA)
    client.force_login(kepala)

    client.post(reverse("pohon-persetujuan", args=[pohon.pk]), {"versi": pohon.versi})

    beku = Dokumen.objects.get()
    isi = teks(beku)
    assert (beku.cuplikan["tabel"], "Warga mandiri" in isi) == (None, True)
    alamat = beku.cuplikan["cap"]["alamat"]
    assert alamat == f"http://testserver/verifikasi/{beku.kode_tercetak}/"


def test_what_was_read_of_another_version_is_read_again(kantor, perencana):
    pohon = kantor.pohon
    pohon.refresh_from_db()
    basi = baca_bahan(pohon, PADA)
    pohon.ubah(kantor.simpul["Program"], {"kinerja": "Kalimat terakhir"}, oleh=perencana, pada=PADA)
    pohon.ajukan(versi=pohon.versi, galat=0, oleh=perencana, pada=PADA)

    with transaction.atomic():
        bekukan_pohon(pohon, perencana, PADA, "", basi)

    assert "Kalimat terakhir" in teks(Dokumen.objects.get())
