"""Every document of the demo goes out and comes back unchanged, a save by LibreOffice between."""

import subprocess

import pytest
from django.core.management import call_command

from kinerja.impor.bacakan import baca_berkas
from kinerja.impor.potret import potret
from kinerja.impor.rencana import PilihanRencana, susun
from kinerja.models import Pohon
from kinerja.pilihan import MaksudImpor
from laporan.ekspor.buku_kerja import buku_kerja
from scripts.sistem import jalur_libreoffice
from tests.conftest import DI_CI

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
SOFFICE = jalur_libreoffice()
TANPA = (
    "LibreOffice is not here (libreoffice-calc): its save between export and import is not tried"
)


@pytest.fixture
def dokumen(capsys):
    call_command("muat_contoh")
    daftar = list(Pohon.objects.order_by("pk"))
    assert len(daftar) > 1
    return daftar


def periksa(pohon, jalur):
    hasil = baca_berkas(jalur, jalur.name)
    pilihan = PilihanRencana(benih="demo", maksud=MaksudImpor.SAMAKAN)
    rencana = susun(hasil, potret(pohon), pilihan)
    assert hasil.buku_kerja is not None
    assert (hasil.temuan, rencana.temuan, rencana.perubahan, rencana.hilang) == ([], [], [], [])
    assert rencana.ringkasan.sama == pohon.simpul.count() - 1


def test_every_demo_document_comes_back_unchanged(dokumen, tmp_path):
    for pohon in dokumen:
        jalur = tmp_path / f"{pohon.pk}.xlsx"
        jalur.write_bytes(buku_kerja(pohon))
        periksa(pohon, jalur)


def test_a_save_by_libreoffice_changes_nothing(dokumen, tmp_path):
    if SOFFICE is None:
        assert not DI_CI, TANPA
        pytest.skip(TANPA)
    asal = [tmp_path / f"{pohon.pk}.xlsx" for pohon in dokumen]
    for pohon, jalur in zip(dokumen, asal, strict=True):
        jalur.write_bytes(buku_kerja(pohon))
    simpan(asal, tmp_path / "simpan", tmp_path / "profil")

    for pohon, jalur in zip(dokumen, asal, strict=True):
        disimpan = tmp_path / "simpan" / jalur.name
        assert disimpan.read_bytes() != jalur.read_bytes()
        periksa(pohon, disimpan)


def simpan(asal, ke, profil):
    """Open and save in a profile of its own."""
    perintah = [
        SOFFICE, "--headless", f"-env:UserInstallation={profil.as_uri()}",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", ke, *asal,
    ]  # fmt: skip
    subprocess.run(perintah, check=True, timeout=180, capture_output=True)
