"""Hostile workbooks: one clear sentence, quickly, in little memory, nothing left behind."""

import json
import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from kinerja.impor.pembaca import baca
from kinerja.impor.pengaman import Batas, BerkasDitolak
from scripts.contoh_berbahaya import BESAR, KECIL, tulis_berbahaya
from scripts.xlsx_mentah import lembar_xml

pytestmark = pytest.mark.lambat

AKAR = Path(__file__).parents[2]
DETIK = 5
MB_SERVER = 300
# Reads each file named on the command line and tells time and peak memory of this process.
PEMBACA = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from kinerja.impor.pembaca import baca
from kinerja.impor.pengaman import BerkasDitolak
for jalur in sys.argv[1:]:
    mulai, kode = sum(os.times()[:4]), ""
    try:
        kode = "".join(lembar.terlalu_luas.kode for lembar in baca(jalur, jalur).lembar
                       if lembar.terlalu_luas)
    except BerkasDitolak as ditolak:
        kode = ditolak.kode
    # Not ru_maxrss: that begins with the size of the process that started this one.
    puncak = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024
    print(json.dumps([os.path.basename(jalur), kode, sum(os.times()[:4]) - mulai, puncak]))
"""


@pytest.fixture
def sementara(tmp_path, monkeypatch):
    """The only place for temporary files of this process."""
    map_ = tmp_path / "sementara"
    map_.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(map_))
    return map_


def kode_penolakan(jalur, batas=None):
    try:
        buku = baca(jalur, jalur.name, batas=batas)
    except BerkasDitolak as ditolak:
        return ditolak.kode
    return "".join(lembar.terlalu_luas.kode for lembar in buku.lembar if lembar.terlalu_luas)


@pytest.mark.parametrize("nama", KECIL)
def test_small_hostile_files_are_refused_by_the_guard_itself(nama, sementara, tmp_path, caplog):
    penulis, kode = KECIL[nama]
    penulis(tmp_path / nama)
    mulai = sum(os.times()[:4])

    assert kode_penolakan(tmp_path / nama) == kode

    assert sum(os.times()[:4]) - mulai < DETIK
    assert list(sementara.iterdir()) == []
    assert caplog.records == []  # the child did not end by itself


@pytest.mark.lambat
def test_big_hostile_files_cost_little_time_and_memory(tmp_path):
    for nama, (penulis, _) in BESAR.items():
        penulis(tmp_path / nama)
    sementara = tmp_path / "sementara"
    sementara.mkdir()

    keluaran = subprocess.run(
        [sys.executable, "-c", PEMBACA, *(str(tmp_path / nama) for nama in BESAR)],
        cwd=AKAR,
        env=os.environ | {"TMPDIR": str(sementara)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    for nama, kode, detik, puncak in map(json.loads, keluaran.splitlines()):
        assert kode == BESAR[nama][1], nama
        assert detik < DETIK, nama
        assert puncak < MB_SERVER, nama
    assert len(keluaran.splitlines()) == len(BESAR)
    assert list(sementara.iterdir()) == []


def test_a_million_empty_rows_below_a_table_do_no_harm(tmp_path):
    BESAR["sejuta-baris-kosong.xlsx"][0](tmp_path / "buku.xlsx")

    (lembar,) = baca(tmp_path / "buku.xlsx", "buku.xlsx").lembar

    assert lembar.baris == [["No", "Sub Kegiatan"], [1, "Penyediaan Permakanan"]]


@pytest.mark.parametrize(
    ("batas", "kode"),
    [
        ({"detik_cpu": 0}, "BERKAS_TERLALU_BESAR"),
        ({"byte_memori": 12 << 20}, "BERKAS_RUSAK"),
        ({"detik": 0}, "BERKAS_TERLALU_BESAR"),
        ({"byte_hasil": 10}, "BERKAS_TERLALU_BESAR"),
        ({"huruf_sel": 5}, "BERKAS_TERLALU_BESAR"),
    ],
)
def test_a_child_at_its_limit_is_a_sentence_not_a_traceback(
    tmp_path, sementara, batas, kode, caplog
):
    caplog.set_level(logging.CRITICAL)
    KECIL["dimensi-palsu.xlsx"][0](tmp_path / "buku.xlsx")

    assert kode_penolakan(tmp_path / "buku.xlsx", Batas(**batas)) == kode
    assert list(sementara.iterdir()) == []


def test_an_entity_never_reaches_a_value(tmp_path):
    KECIL["entitas-luar.xlsx"][0](tmp_path / "buku.xlsx")

    with pytest.raises(BerkasDitolak) as galat:
        baca(tmp_path / "buku.xlsx", "buku.xlsx")

    assert Path("/etc/hostname").read_text().strip() not in galat.value.pesan


def test_the_settings_change_the_limits(tmp_path, settings):
    KECIL["dimensi-palsu.xlsx"][0](tmp_path / "buku.xlsx")
    settings.IMPOR_BATAS = {"baris": 1}

    assert kode_penolakan(tmp_path / "buku.xlsx") == "LEMBAR_TERLALU_LUAS"


def test_the_samples_are_the_same_bytes_every_time(tmp_path):
    pertama = [jalur.read_bytes() for jalur in tulis_berbahaya(tmp_path / "a")]
    kedua = [jalur.read_bytes() for jalur in tulis_berbahaya(tmp_path / "b")]

    assert pertama == kedua
    assert "<sheetData>" in lembar_xml("")
