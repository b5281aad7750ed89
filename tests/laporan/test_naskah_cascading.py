"""The frame of the document: letterhead, title, who signs, state of the data."""

from datetime import date

import pytest

from cascading.set_kolom import DINSOS_13
from kinerja.aturan.orang import cetak_nip
from kinerja.models import Jabatan, Pegawai, Pejabat
from kinerja.pilihan import JenisJabatan, JenisPejabat
from laporan.identitas import penanda
from laporan.naskah_cascading import Pesanan, naskah_cascading

HARI = date(2025, 1, 2)


@pytest.fixture
def kepala_dinas(dinas):
    bupati = Jabatan.objects.create(
        perangkat_daerah=dinas.pemda, jenis=JenisJabatan.KEPALA_DAERAH, nama="Bupati Contoh",
        kepala=True,
    )  # fmt: skip
    jabatan = Jabatan.objects.create(
        perangkat_daerah=dinas, jenis=JenisJabatan.JPT_PRATAMA, nama="Kepala Dinas Sosial",
        kepala=True, atasan=bupati,
    )  # fmt: skip
    pegawai = Pegawai.objects.create(
        nama="NAMA KEPALA DINAS", nip="197001011995031001", pangkat="Pembina", golongan="IV/a"
    )
    Pejabat.objects.create(jabatan=jabatan, pegawai=pegawai, mulai=date(2024, 1, 1))
    return jabatan


def naskah(pohon):
    return naskah_cascading(Pesanan(pohon, DINSOS_13, 2025), pada=HARI)


def test_letterhead_and_title_name_agency_and_pemda(pohon, dinas):
    dinas.alamat = "Jalan Contoh Nomor 1\n\nSampit 74322"
    pohon.perangkat_daerah = dinas

    n = naskah(pohon)

    assert (n.kop.pemda, n.kop.nama) == ("PEMERINTAH KABUPATEN CONTOH", "DINAS SOSIAL")
    assert n.kop.alamat == ("Jalan Contoh Nomor 1", "Sampit 74322")
    assert n.judul == ("CASCADING", "Dinas Sosial Kabupaten Contoh", "Tahun 2025")


def test_the_footer_says_status_time_and_version_of_the_data(pohon, jalur):
    n = naskah(pohon)

    assert "status Draf" in n.kaki
    assert "data per 6 Januari 2025 15.00 WIB" in n.kaki
    assert f"versi {pohon.versi}" in n.kaki
    assert n.konsep


def test_the_agency_without_lambang_prints_the_pemdas(pohon, dinas):
    dinas.pemda.lambang, dinas.pemda.jenis_lambang = b"<svg/>", "image/svg+xml"
    pohon.perangkat_daerah = dinas

    assert naskah(pohon).kop.lambang == "data:image/svg+xml;base64,PHN2Zy8+"


def test_the_head_signs_right_and_whom_he_answers_to_left(dinas, kepala_dinas):
    kiri, kanan = penanda(dinas, HARI)

    assert (kanan.nama, kanan.pangkat) == ("NAMA KEPALA DINAS", "Pembina, IV/a")
    assert (kiri.jabatan, kiri.pembuka, kiri.kepala_daerah) == (
        "Bupati Contoh",
        "Mengetahui,",
        True,
    )


def test_an_acting_head_is_called_so(dinas, kepala_dinas):
    Pejabat.objects.update(jenis=JenisPejabat.PLT)

    assert penanda(dinas, HARI)[1].jabatan == "Plt. Kepala Dinas Sosial"


def test_nobody_known_leaves_the_names_open(dinas):
    kiri, kanan = penanda(dinas, HARI)

    assert kiri is None
    assert (kanan.jabatan, kanan.nama, kanan.nip) == ("Kepala Dinas Sosial", "", "")


def test_nip_is_printed_in_groups():
    assert cetak_nip("197001011995031001") == "19700101 199503 1 001"
    assert cetak_nip(" - ") == ""
