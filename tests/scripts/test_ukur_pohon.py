"""Measuring a tree of processes."""

import sys

import pytest

from scripts.ukur_pohon import ukur_pohon

pytestmark = pytest.mark.lambat
ISI = "isi = bytearray(60_000_000); n = sum(i * i for i in range(6_000_000))"
DUA_ANAK = f"""
import subprocess, sys
anak = [subprocess.Popen([sys.executable, "-c", {ISI!r}]) for _ in range(2)]
sys.exit(sum(satu.wait() for satu in anak))
"""


def test_memory_and_cpu_of_children_are_added_up():
    satu = ukur_pohon([sys.executable, "-c", ISI])
    dua = ukur_pohon([sys.executable, "-c", DUA_ANAK])

    assert satu.puncak_pss_mb > 57
    assert dua.puncak_pss_mb > 1.6 * satu.puncak_pss_mb
    assert dua.cpu > 1.4 * satu.cpu
