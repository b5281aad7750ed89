"""Printing the IKU document: a warm worker against Chromium, on the same HTML, untagged.

CPU is that of a process that has printed before and prints again; memory and size are those of a
process that prints once, as the child of a job does. Chromium starts anew for each document: that
is how it is used for printing. See ``bench_cetak`` for how both are looked at.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.iku import DokumenIkuCetak
from scripts.bench import Batas, Mutlak, Rasio, cpu, kode
from scripts.bench_cetak import dengan_chromium, tengah
from scripts.sistem import jalur_chromium
from tests.laporan.contoh_iku import naskah

SEKALI = """
import sys
from pathlib import Path
from laporan.pdf.cetak import cetak_pdf
html = Path(sys.argv[1]).read_text(encoding="utf-8")
Path(sys.argv[2]).write_bytes(cetak_pdf(html, bertanda=False))
"""
HANGAT = """
import sys, time
from pathlib import Path
from laporan.pdf.cetak import cetak_pdf
html = Path(sys.argv[1]).read_text(encoding="utf-8")
cetak_pdf(html, bertanda=False)
hasil = []
for _ in range(3):
    mulai = time.process_time()
    cetak_pdf(html, bertanda=False)
    hasil.append(time.process_time() - mulai)
print(sorted(hasil)[1])
"""


def ukur() -> Iterator[Rasio | Mutlak]:
    periksa_huruf()
    dokumen = DokumenIkuCetak(naskah(), tanpa_catatan=True)
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as folder:
        html = Path(folder) / "iku.html"
        html.write_text(dokumen.html(), encoding="utf-8")
        pdf = html.with_suffix(".kami.pdf")
        hangat = float(cpu(kode(HANGAT, str(html)), ulang=1).keluaran)
        kami = replace(tengah(kode(SEKALI, str(html)), pdf), cpu=hangat)
        chromium = jalur_chromium()
        if chromium is None:
            yield Mutlak("IKU, tanpa Chromium", kami.cpu, "CPU-s", Batas(3))
            return
        lawan = dengan_chromium(chromium, html)
        for nama, a, b, satuan, batas in (
            ("CPU", kami.cpu, lawan.cpu, "CPU-s", 1.2),
            ("PSS", kami.pss_mb, lawan.pss_mb, "MB", 0.25),
            ("ukuran", kami.kb, lawan.kb, "kB", 0.5),
        ):
            yield Rasio(f"IKU, {nama}", a, b, "Chromium", satuan, Batas(batas))
