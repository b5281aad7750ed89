"""The test run's verdicts: pytest's closing lines last, silence is a failure."""

import os
import sys

import pytest

from scripts.tahap_uji import Hasil, baris_penutup, jalankan_tahap, ringkasan


@pytest.mark.parametrize(
    ("keluaran", "penutup"),
    [
        ("....\n4 passed in 0.12s\n", "4 passed in 0.12s"),
        ("F\n=== 1 failed, 3 passed in 61.00s ===\n", "1 failed, 3 passed in 61.00s"),
        ("2 passed in 1.00s\nlater\n3 skipped in 0.10s\n", "3 skipped in 0.10s"),
        ("no tests ran in 0.01s\n", ""),
        ("ImportError: conftest\n", ""),
    ],
)  # fmt: skip
def test_closing_line_is_found(keluaran, penutup):
    assert baris_penutup(keluaran) == penutup


def test_output_is_passed_on_and_the_exit_code_kept(capfd):
    hasil = jalankan_tahap("coba", [sys.executable, "-c", "print('halo'); exit(3)"], os.environ)

    assert "halo" in capfd.readouterr().out
    assert (hasil.kode, hasil.lulus, hasil.penutup) == (3, False, "")


def test_a_stage_beside_another_speaks_once_it_is_over(capfd):
    perintah = [sys.executable, "-c", "print('satu', flush=True); print('dua')"]

    hasil = jalankan_tahap("samping", perintah, os.environ, diam=True)

    baris = capfd.readouterr().out.splitlines()
    assert (hasil.lulus, baris[1].split(":")[0], baris[2:]) == (True, "── samping", ["satu", "dua"])


def test_pytest_without_a_closing_line_failed(capfd):
    perintah = [sys.executable, "-c", "pass", "pytest"]

    assert not jalankan_tahap("diam", perintah, os.environ).lulus


def test_summary_ends_with_a_closing_line_and_names_what_did_not_run():
    hasil = [Hasil("mypy", 1, 2.0), Hasil("pytest di SQLite", 0, 3.0, "4 passed in 3.00s")]

    baris = ringkasan(hasil, ["uji peramban: Chromium tidak ada"]).splitlines()

    assert baris[-1] == "4 passed in 3.00s"
    assert "TIDAK DIJALANKAN: uji peramban: Chromium tidak ada" in baris
    assert next(b for b in baris if b.startswith("mypy")).endswith("GAGAL (kode 1)")
