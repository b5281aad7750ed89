"""The samples in fixtures/contoh are what scripts/buat_contoh.py writes, every time."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from scripts import buat_contoh
from scripts.contoh_data import semua_baris

CONTOH = Path(__file__).resolve().parents[2] / "fixtures" / "contoh"
HARAPAN = sorted(CONTOH.rglob("*.harapan.json"))


@pytest.fixture(scope="module")
def baru(tmp_path_factory):
    folder = tmp_path_factory.mktemp("contoh")
    buat_contoh.buat(folder)
    return folder


def _nama(folder):
    return {str(jalur.relative_to(folder)) for jalur in folder.rglob("*") if jalur.is_file()}


def _isi(jalur):
    """Members of a workbook with their content; the plain bytes of anything else."""
    if not zipfile.is_zipfile(jalur):
        return hashlib.sha256(jalur.read_bytes()).hexdigest()
    with zipfile.ZipFile(jalur) as arsip:
        return [(satu.filename, satu.CRC, satu.file_size) for satu in arsip.infolist()]


@pytest.mark.lambat
def test_a_fresh_run_gives_the_committed_samples(baru):
    nama = _nama(baru)

    assert _nama(CONTOH) == nama
    assert [n for n in sorted(nama) if _isi(baru / n) != _isi(CONTOH / n)] == []


@pytest.mark.lambat
def test_two_runs_give_the_same_bytes(baru, tmp_path):
    buat_contoh.buat(tmp_path)

    beda = [n for n in _nama(baru) if (baru / n).read_bytes() != (tmp_path / n).read_bytes()]

    assert beda == []


def test_every_sample_has_its_expectation():
    berkas = {Path(nama).name for nama in _nama(CONTOH) if not nama.endswith(".json")}

    assert {jalur.name.removesuffix(".harapan.json") for jalur in HARAPAN} == berkas
    for jalur in HARAPAN:
        assert json.loads(jalur.read_text())["berkas"] == jalur.name.removesuffix(".harapan.json")


def test_the_renja_says_what_the_document_says():
    level = [baris.level for baris in semua_baris()]
    sub = [baris for baris in semua_baris() if baris.level == "sub_kegiatan"]
    program = [baris for baris in semua_baris() if baris.level == "program"]

    assert [level.count(satu) for satu in ("program", "kegiatan", "sub_kegiatan")] == [7, 13, 43]
    assert sum(baris.rupiah or 0 for baris in sub) == 6_670_249_993
    assert [baris.no for baris in sub if baris.rupiah is None] == ["7.4.3"]
    assert sum(baris.rupiah for baris in program) == 6_312_818_993


def test_no_sample_names_a_place_on_the_net_or_a_person():
    teks = (CONTOH.parent / "kotim-2025.json").read_text(encoding="utf-8")

    assert "http" not in teks
    assert "NIP" not in teks
