"""Nothing is installed that the lock file does not name exactly."""

import ast
import importlib.metadata
import sys

import pytest
from packaging.requirements import Requirement

from scripts import lingkungan
from scripts.lingkungan import baca_kunci, di_luar_kunci, nama_baku
from tests.berkas import RUANG, berkas_python, modul_diimpor

KUNCI = baca_kunci(lingkungan.KUNCI.read_text())


def kebutuhan_dari(nama, ekstra):
    """Requirements of an installed package that hold on this machine."""
    for teks in importlib.metadata.requires(nama) or []:
        syarat = Requirement(teks)
        cocok = [{"extra": satu} for satu in (ekstra or {""})]
        if syarat.marker is None or any(syarat.marker.evaluate(satu) for satu in cocok):
            yield syarat


def test_every_direct_dependency_is_locked_within_its_range():
    salah = [
        teks
        for teks in lingkungan.daftar_paket("uji")
        for syarat in [Requirement(teks)]
        if KUNCI.get(nama_baku(syarat.name)) not in syarat.specifier
    ]

    assert salah == []


@pytest.fixture(scope="module")
def semua_kebutuhan():
    """Every package that the dependency lists lead to, by name."""
    antrean = [Requirement(teks) for teks in lingkungan.daftar_paket("uji")]
    terlihat = set()
    while antrean:
        syarat = antrean.pop()
        nama = nama_baku(syarat.name)
        if (nama, frozenset(syarat.extras)) not in terlihat:
            terlihat.add((nama, frozenset(syarat.extras)))
            antrean += kebutuhan_dari(nama, syarat.extras)
    return {nama for nama, _ in terlihat}


def test_lock_holds_everything_that_its_packages_need(semua_kebutuhan):
    assert semua_kebutuhan - set(KUNCI) == set()


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the lock is resolved for Python 3.11")
def test_lock_holds_nothing_else(semua_kebutuhan):
    assert set(KUNCI) - semua_kebutuhan == set()


def test_installed_versions_are_the_locked_ones():
    beda = {
        nama: importlib.metadata.version(nama)
        for nama, versi in KUNCI.items()
        if importlib.metadata.version(nama) != versi
    }

    assert beda == {}


@pytest.mark.parametrize(
    "baris", ["django>=5.2", "django", "django @ file:satu.whl", "-r lain.txt", "--no-index"]
)
def test_lock_takes_exact_versions_only(baris):
    with pytest.raises(SystemExit, match="bukan nama==versi"):
        baca_kunci(f"# kepala\nbrotli==1.2.1\n{baris}\n")


def test_a_package_that_the_lock_does_not_know_is_reported():
    paket = [("Django", "5.2.19"), ("et_xmlfile", "2.0.0"), ("asing", "1.0"), ("brotli", "9")]
    laporan = {"install": [{"metadata": {"name": n, "version": v}} for n, v in paket]}
    kunci = {"django": "5.2.19", "et-xmlfile": "2.0.0", "brotli": "1.2.1"}

    assert di_luar_kunci(laporan, kunci) == ["asing==1.0", "brotli==9"]


@pytest.fixture
def folder_venv(monkeypatch, tmp_path):
    monkeypatch.setattr(lingkungan, "VENV", tmp_path)
    return tmp_path


def test_stamp_of_the_test_tools_covers_the_program(folder_venv):
    assert not lingkungan.sudah_terpasang("runtime")

    (folder_venv / ".terpasang-uji").write_text(lingkungan.sidik("uji"))

    assert lingkungan.sudah_terpasang("runtime")
    assert lingkungan.sudah_terpasang("uji")


def test_stamp_is_void_once_the_lock_changes(folder_venv, monkeypatch, tmp_path):
    (folder_venv / ".terpasang-runtime").write_text(lingkungan.sidik("runtime"))
    kunci_baru = tmp_path / "kunci"
    kunci_baru.write_text(lingkungan.KUNCI.read_text() + "segno==1.6.6\n")
    monkeypatch.setattr(lingkungan, "KUNCI", kunci_baru)

    assert not lingkungan.sudah_terpasang("runtime")


def paket_yang_diimpor(*folder):
    """Distributions whose modules the code below these folders imports."""
    asal = importlib.metadata.packages_distributions()
    modul = {
        nama.split(".")[0]
        for berkas in berkas_python(*folder)
        for nama in modul_diimpor(ast.parse(berkas.read_text()))
    }
    return {nama_baku(paket) for nama in modul for paket in asal.get(nama, [])}


@pytest.mark.lambat
@pytest.mark.parametrize(
    ("folder", "kelompok"), [(RUANG, "runtime"), (("tests", "scripts"), "uji")]
)
def test_what_the_code_imports_is_listed(folder, kelompok):
    tercantum = {nama_baku(Requirement(teks).name) for teks in lingkungan.daftar_paket(kelompok)}

    assert paket_yang_diimpor(*folder) - tercantum == set()
