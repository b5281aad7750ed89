"""The frame of ``make bench``: what is measured, and how a line reads."""

import sys

import pytest

from scripts.bench import Batas, Mutlak, Rasio, cpu, daftar_bench


def test_ratio_line_names_the_peer_and_the_aim():
    rasio = Rasio("baca v09", 1.5, 6.0, "openpyxl", "CPU-s", Batas(1 / 3))

    assert str(rasio) == "baca v09: ours 1.5 CPU-s / openpyxl 6 = 0.25 (aim <= 0.333333)"
    assert rasio.batas.tercapai(rasio.nilai)


def test_ratio_can_say_how_many_times_faster():
    batas = Batas(5, paling_sedikit=True)
    rasio = Rasio("muat", 2.0, 8.0, "import-export", "CPU-s", batas, lawan_per_kami=True)

    assert str(rasio) == "muat: import-export 8 CPU-s / ours 2 = 4 (aim >= 5)"
    assert not rasio.batas.tercapai(rasio.nilai)


def test_absolute_line_names_the_aim():
    assert str(Mutlak("halaman", 0.41, "CPU-s", Batas(0.5))) == "halaman: 0.41 CPU-s (aim <= 0.5)"


def test_cpu_counts_work_of_children_but_not_waiting():
    anak = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"
    kerja = cpu([sys.executable, "-c", anak, "sum(range(20_000_000))"], ulang=1)
    tidur = cpu([sys.executable, "-c", "import time; time.sleep(0.3); print('ya')"], ulang=1)

    assert kerja.cpu > 2 * tidur.cpu
    assert tidur.keluaran == "ya\n"
    assert tidur.puncak_mb > 1


def test_a_failing_command_stops_the_measuring():
    with pytest.raises(SystemExit, match="gagal"):
        cpu([sys.executable, "-c", "raise SystemExit(2)"], ulang=1)


def test_benches_are_chosen_by_name():
    assert daftar_bench(["tidak_ada"]) == []
    assert all(nama.startswith("bench_") for nama in daftar_bench([]))
