"""Agreeing freezes: one document, readable for ever, the same bytes whoever prints it."""

import hashlib
import json
import subprocess
import sys
from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.conf import settings
from pypdf import PdfReader

from cascading.models import PerjanjianKinerja
from cascading.pembuatan_perjanjian import buat_perjanjian
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Riwayat, Tahap
from laporan.models import BerkasDokumen, Dokumen
from laporan.naskah_perjanjian import cetakan_perjanjian, naskah_beku
from laporan.pengesahan import BuktiSetuju, pastikan_cetakan
from tests.cascading.perjanjian_uji import JUTA, TAHUN
from tests.factories import PADA
from tests.kinerja.test_penjaga import dijaga
from tests.laporan.perjanjian_uji import HARI, diajukan, disahkan, lengkap


@pytest.fixture
def perjanjian(kantor, perencana):
    return diajukan(kantor, "kabid_a", perencana, nomor="800/12/2025")


@pytest.fixture
def dokumen(perjanjian, kadis):
    return disahkan(perjanjian, kadis, alamat="https://contoh.go.id/verifikasi/KODE/")


def teks(isi):
    return "\n".join(h.extract_text() for h in PdfReader(BytesIO(isi)).pages)


def tolak(perbuatan):
    with pytest.raises(AturanDilanggar) as ditolak:
        perbuatan()
    return ditolak.value.temuan[0].kode


def test_agreeing_freezes_what_was_seen(dokumen, perjanjian, kadis):
    satu = lengkap(perjanjian)

    assert (satu.status, satu.disetujui_oleh) == ("DISETUJUI", kadis)
    assert satu.pihak_kedua.jabatan.nama == "Kepala Dinas Sosial"
    assert dokumen.nomor == "800/12/2025"
    assert naskah_beku(dokumen).isi.jumlah == 350 * JUTA
    assert dokumen.cuplikan["persetujuan"].startswith("Disetujui Kepala Dinas Sosial (")
    verba = Riwayat.objects.order_by("-pk").values_list("kata_kerja", flat=True)[:2]
    assert list(verba) == ["setujui perjanjiankinerja", "bekukan dokumen"]


def test_later_edits_change_nothing_of_it(dokumen, perjanjian, kantor, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    kantor.pohon.isi_pagu(
        kantor.simpul["Alat bantu"], "1.000", tahun=TAHUN, sumber_dana="DAU", **siapa
    )
    kantor.pohon.ubah(kantor.simpul["Program"], {"kinerja": "Lain sekali"}, **siapa)

    isi = teks(pastikan_cetakan(dokumen).isi)

    assert "350.000.000" in isi
    assert "Lain sekali" not in isi


def test_what_changed_since_it_was_seen_is_not_agreed(perjanjian, kadis):
    assert tolak(lambda: disahkan(perjanjian, kadis, dilihat="lain")) == "PERJANJIAN_BERUBAH"
    assert (lengkap(perjanjian).status, Dokumen.objects.count()) == ("DIAJUKAN", 0)


def test_agreed_twice_stays_one_document(dokumen, perjanjian, kadis):
    assert tolak(lambda: disahkan(perjanjian, kadis)) == "STATUS_LAIN"
    assert Dokumen.objects.count() == 1


def test_no_agreement_is_agreed_without_its_document(perjanjian):
    satu = PerjanjianKinerja.objects.filter(pk=perjanjian.pk)
    isi = {"disetujui_oleh_id": Riwayat.objects.first().oleh_id, "disetujui_pada": PADA}

    dijaga("cascading_perjanjiankinerja_berdokumen", lambda: satu.update(status="DISETUJUI", **isi))


def test_print_reads_as_the_office_expects(dokumen):
    isi = teks(pastikan_cetakan(dokumen).isi)

    for kata in (
        "PERJANJIAN KINERJA TAHUN 2025", "Nomor: 800/12/2025", "PIHAK KEDUA", "sebagian dari",
        "JUMLAH", "NIP. 19700101 199503 1", "Pembina, IV/a", dokumen.kode_tercetak, "WIB",
        "Halaman 1 dari", "LAMPIRAN PERJANJIAN KINERJA TAHUN 2025",
    ):  # fmt: skip
        assert kata in isi, kata
    assert "KONSEP" not in isi
    assert isi.rindex("PIHAK KEDUA,") < isi.rindex("PIHAK PERTAMA,")


def test_print_carries_its_data_and_tables(dokumen):
    pdf = PdfReader(BytesIO(pastikan_cetakan(dokumen).isi))
    data = json.loads(pdf.attachments["perjanjian.json"][0])
    buku = openpyxl.load_workbook(BytesIO(pdf.attachments["perjanjian.xlsx"][0]))

    assert data["isi"]["jumlah"] == 350 * JUTA
    assert data == dokumen.cuplikan
    assert 350 * JUTA in [s.value for baris in buku.active.iter_rows() for s in baris]
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_two_processes_print_the_same_bytes(dokumen, tmp_path):
    berkas = tmp_path / "cuplikan.json"
    berkas.write_text(json.dumps(dokumen.cuplikan))
    kode = (
        "import sys, json, hashlib, pathlib\n"
        "from laporan.pdf.perjanjian import baca_naskah, cetak_beku\n"
        "isi = json.loads(pathlib.Path(sys.argv[1]).read_text())\n"
        "print(hashlib.sha256(cetak_beku(baca_naskah(json.dumps(isi)), isi)).hexdigest())\n"
    )
    jalan = [sys.executable, "-c", kode, str(berkas)]
    hasil = subprocess.run(jalan, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True)

    assert hasil.stdout.strip() == pastikan_cetakan(dokumen).sha256


def test_kepala_daerah_has_no_nip_line(kantor, perencana):
    draf = lengkap(buat_perjanjian(kantor.jabatan["kadis"], TAHUN, oleh=perencana, pada=PADA))
    isi = teks(cetakan_perjanjian(draf, akhiran="pdf", pada=PADA).buat().read_bytes())

    assert isi.count("NIP.") == 2  # the head's own, on both pages
    assert "KONSEP" in isi
    assert "Pemegang Bupati Contoh" in isi


def test_recorded_agreement_says_so_everywhere(kantor, perencana, client):
    perjanjian = diajukan(kantor, "kadis", perencana)
    bukti = BuktiSetuju(HARI, "persetujuan.pdf", b"%PDF-1.4 pindaian")

    dokumen = disahkan(perjanjian, perencana, bukti=bukti)

    kalimat = dokumen.cuplikan["persetujuan"]
    assert "dicatat oleh perencana berdasarkan berkas" in kalimat
    assert lengkap(perjanjian).pihak_kedua.jabatan.nama == "Bupati Contoh"
    assert [b.jenis for b in dokumen.berkas.all()] == ["PINDAIAN"]
    assert kalimat in client.get(f"/verifikasi/{dokumen.kode}/").content.decode()


@pytest.mark.parametrize("isi", [b"", b"MZ program", b"%PDF-" + b"0" * (10 * 1024 * 1024)])
def test_recording_needs_a_scan(kantor, perencana, isi):
    perjanjian = diajukan(kantor, "kadis", perencana)

    bukti = BuktiSetuju(HARI, "a.pdf", isi)

    assert tolak(lambda: disahkan(perjanjian, perencana, bukti=bukti)) == "BERKAS_TIDAK_SAH"
    assert Dokumen.objects.count() == 0


def test_change_prints_both_values_and_replaces(dokumen, perjanjian, kantor, kadis, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    perjanjian = lengkap(perjanjian)
    perjanjian.berlakukan(**siapa)
    Tahap.buka(kantor.dinas, TAHUN, kode="PERUBAHAN", nama="Perubahan", nomor_dokumen="DPPA/9",
               tanggal_dokumen=HARI, **siapa)  # fmt: skip
    kantor.pohon.isi_pagu(kantor.simpul["Alat bantu"], "300.000.000", tahun=TAHUN,
                          tahap="PERUBAHAN", sumber_dana="DAU", **siapa)  # fmt: skip

    kedua = disahkan(diajukan(kantor, "kabid_a", perencana), kadis)

    isi = teks(pastikan_cetakan(kedua).isi)
    assert "PERUBAHAN PERJANJIAN KINERJA TAHUN 2025" in isi
    for kata in ("Semula (Rp)", "350.000.000", "400.000.000", "DPPA/9", "nomor 800/12/2025"):
        assert kata in isi, kata
    assert (kedua.menggantikan, kedua.versi, kedua.sebab_ganti) == (dokumen, 2, "PERUBAHAN")
    assert lengkap(perjanjian).status == "DIGANTIKAN"


def test_files_of_a_frozen_document_are_told_by_their_fingerprint(dokumen):
    berkas = pastikan_cetakan(dokumen)

    assert berkas.sha256 == hashlib.sha256(bytes(berkas.isi)).hexdigest()
    assert pastikan_cetakan(dokumen).pk == berkas.pk
    assert BerkasDokumen.objects.count() == 1


def test_new_holder_continues_and_the_old_agreement_stays_valid_until_then(
    dokumen, perjanjian, kantor, kadis, perencana, client
):
    jabatan = kantor.jabatan["kabid_a"]
    lain = kantor.jabatan["kabid_b"].pejabat.get().pegawai
    jabatan.pejabat.update(selesai=HARI - timedelta(days=1))
    jabatan.pejabat.create(pegawai=lain, jenis="PLT", mulai=HARI)

    kedua = disahkan(diajukan(kantor, "kabid_a", perencana), kadis)

    naskah = naskah_beku(kedua)
    assert kedua.sebab_ganti == "PEJABAT_BARU"
    assert naskah.judul == ("Perjanjian Kinerja Tahun 2025",)
    assert naskah.pertama.jabatan == "Plt. Kepala Bidang Rehabilitasi"
    assert not naskah.berubah
    assert "melanjutkan Perjanjian Kinerja Tahun 2025 nomor 800/12/2025" in naskah.janji[-1]
    lama = client.get(f"/verifikasi/{dokumen.kode}/").content.decode()
    assert "Berlaku sampai pejabat berganti" in lama
