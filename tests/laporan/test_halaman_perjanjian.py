"""Every acting page of agreements climbs the same ladder."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cascading.models import PerjanjianKinerja
from kinerja.models import Pemberitahuan, Riwayat
from laporan.models import Dokumen
from laporan.urls_perjanjian import LANGKAH
from tests.cascading.perjanjian_uji import TAHUN
from tests.factories import PADA
from tests.laporan.perjanjian_uji import buka, diajukan, ke, kirim, lengkap, status

PDF = b"%PDF-1.4 pindaian"
BERTINDAK = (
    *LANGKAH, "ubah", "penghapusan", "berkas", "penandatanganan",
)  # fmt: skip
"""Everything that acts on one agreement, by the noun of its address."""


def test_planner_submits_and_head_agrees(client, draf, kadis, perencana):
    client.force_login(perencana)
    assert kirim(client, draf, "pengajuan").status_code == 302
    assert status(draf) == "DIAJUKAN"
    pesan = Pemberitahuan.objects.get(penerima=kadis)
    assert pesan.teks.endswith("diajukan.")

    client.force_login(kadis)
    kotak = client.post(reverse("pemberitahuan-pembukaan", args=[pesan.pk]))
    assert kotak["Location"] == reverse("perjanjian", args=[draf.pk])
    assert kirim(client, draf, "persetujuan").status_code == 302

    dokumen = Dokumen.objects.get()
    assert status(draf) == "DISETUJUI"
    assert f"verifikasi/{dokumen.kode_tercetak}/" in dokumen.cuplikan["cap"]["alamat"]
    assert Pemberitahuan.objects.get(penerima=perencana).teks.endswith("disetujui.")
    assert Riwayat.objects.filter(kata_kerja="setujui perjanjiankinerja", oleh=kadis).exists()


def test_second_click_leads_to_the_same_page(client, tunggu, kadis):
    client.force_login(kadis)
    _, sidik = buka(client, tunggu)

    jawab = [client.post(ke(tunggu, "persetujuan"), {"dilihat": sidik}) for _ in range(2)]

    assert [j.status_code for j in jawab] == [302, 302]
    assert Dokumen.objects.count() == 1


def test_return_needs_a_reason_and_tells_who_submitted(client, tunggu, kadis, perencana):
    client.force_login(kadis)

    assert kirim(client, tunggu, "pengembalian", alasan="").status_code == 422
    assert kirim(client, tunggu, "pengembalian", alasan="Target rendah").status_code == 302

    assert status(tunggu) == "DIKEMBALIKAN"
    assert "Target rendah" in Pemberitahuan.objects.get(penerima=perencana).teks


def test_stale_page_is_409_with_the_present_content(client, tunggu, kadis, kantor, perencana):
    client.force_login(kadis)
    _, sidik = buka(client, tunggu)
    kantor.pohon.isi_pagu(kantor.simpul["Alat bantu"], "1.000", tahun=TAHUN, sumber_dana="DAU",
                          oleh=perencana, pada=PADA)  # fmt: skip

    jawab = client.post(ke(tunggu, "persetujuan"), {"dilihat": sidik})

    assert jawab.status_code == 409
    assert "berubah sesudah diajukan" in jawab.content.decode()
    assert status(tunggu) == "DIAJUKAN"


def test_findings_stop_the_button_and_the_post(client, draf, kantor, perencana):
    kantor.pohon.isi_target(kantor.simpul["Program"].indikator.get(), "", tahun=TAHUN,
                            oleh=perencana, pada=PADA)  # fmt: skip
    client.force_login(perencana)

    halaman, _ = buka(client, draf)

    assert "1 harus diperbaiki" in halaman.content.decode().replace("<b>", "").replace("</b>", "")
    assert kirim(client, draf, "pengajuan").status_code == 422
    assert status(draf) == "DRAF"


@pytest.mark.parametrize(
    ("benda", "siapa"),
    [
        ("pengajuan", "evaluator"),
        ("penarikan", "kadis"),
        ("verifikasi", "kadis"),
        ("ubah", "kadis"),
        ("persetujuan", "perencana"),
        ("persetujuan", "evaluator"),
        ("pencatatan", "perencana"),
        ("pengembalian", "perencana"),
        ("pemberlakuan", "kadis"),
        ("berkas", "evaluator"),
        ("penandatanganan", "perencana"),
        ("penghapusan", "kadis"),
    ],
)
def test_wrong_capacity_is_403(client, tunggu, kadis, request, benda, siapa):
    client.force_login(request.getfixturevalue(siapa))

    assert client.post(ke(tunggu, benda)).status_code == 403
    assert status(tunggu) == "DIAJUKAN"


def test_other_agency_is_404_and_guest_is_sent_to_login(client, tunggu, perencana_lain, kantor):
    alamat = [reverse("perjanjian", args=[tunggu.pk]), ke(tunggu, "cetakan"),
              reverse("perjanjian-daftar", args=[kantor.dinas.pk])]  # fmt: skip
    for satu in alamat:
        assert client.get(satu).status_code == 302
    for benda in BERTINDAK:
        assert client.post(ke(tunggu, benda)).status_code == 302, benda
        assert client.post(ke(tunggu, benda), HTTP_HX_REQUEST="true").status_code == 401, benda
    client.force_login(perencana_lain)
    for satu in alamat:
        assert client.get(satu).status_code == 404
    for benda in BERTINDAK:
        assert client.post(ke(tunggu, benda)).status_code == 404, benda
    baru = reverse("perjanjian-baru", args=[kantor.jabatan["jf"].pk])
    assert client.post(baru).status_code == 404


def test_only_a_planner_makes_them(client, kantor, perencana, evaluator, dinas):
    semua = reverse("perjanjian-pembuatan", args=[dinas.pk])
    client.force_login(evaluator)
    assert client.post(semua, {"tahun": TAHUN}).status_code == 403

    client.force_login(perencana)
    assert client.post(semua, {"tahun": TAHUN}).status_code == 302

    assert PerjanjianKinerja.objects.count() == 4
    halaman = client.get(reverse("perjanjian-daftar", args=[dinas.pk]), {"tahun": TAHUN})
    assert halaman.content.decode().count("lencana--perhatian") == 4
    baru = reverse("perjanjian-baru", args=[kantor.jabatan["jf"].pk])
    assert client.post(baru, {"tahun": TAHUN}).status_code == 302
    assert PerjanjianKinerja.objects.count() == 4


def test_draft_is_edited_and_others_are_locked(client, draf, perencana, kantor):
    client.force_login(perencana)
    isi = {"tanggal": "2025-01-20", "nomor": "7", "tempat": "Sampit", "tahap": draf.tahap_id,
           "pihak_pertama": draf.pihak_pertama_id}  # fmt: skip

    assert client.post(ke(draf, "ubah"), isi).status_code == 302
    assert str(lengkap(draf).tanggal) == "2025-01-20"
    kirim(client, draf, "pengajuan")
    assert client.post(ke(draf, "ubah"), isi | {"nomor": "8"}).status_code == 422
    assert lengkap(draf).nomor == "7"


def test_recording_for_a_superior_outside_the_system(client, kantor, perencana):
    p = diajukan(kantor, "kadis", perencana)
    client.force_login(perencana)
    isi = {"tanggal_setuju": "2025-01-06"}

    assert kirim(client, p, "pencatatan", **isi).status_code == 422
    besok = (timezone.localdate() + timedelta(days=1)).isoformat()
    berkas = SimpleUploadedFile("a.pdf", PDF)
    assert kirim(client, p, "pencatatan", tanggal_setuju=besok, berkas=berkas).status_code == 422
    isi["berkas"] = SimpleUploadedFile("a.pdf", PDF)
    assert kirim(client, p, "pencatatan", **isi).status_code == 302

    assert status(p) == "DISETUJUI"
    halaman, _ = buka(client, p)
    assert "dicatat oleh perencana berdasarkan berkas" in halaman.content.decode()
