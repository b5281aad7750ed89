"""Layout and SVG of 300 boxes against ``dot -Tsvg`` of the same texts, ten drawings a process."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.bench import Batas, Rasio, cpu, kode

BANYAK = 10
KOTAK = """
import json, sys
from kinerja.gambar.kotak import Kotak
KALIMAT = "Persentase Penyandang Disabilitas Terlantar yang Terpenuhi Kebutuhan Dasarnya"
JENJANG = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
def kotak(nomor, dalam, turunan=(5, 4, 3, 4)):
    anak = () if dalam == 4 else tuple(
        kotak(f"{nomor}.{n}", dalam + 1) for n in range(1, turunan[dalam] + 1))
    return Kotak(
        id=nomor, jenjang=JENJANG[dalam], nama_jenjang=JENJANG[dalam], nomor=nomor,
        judul=f"{KALIMAT} {nomor}", kalimat="Terwujudnya rehabilitasi sosial bagi PPKS",
        indikator=(f"{KALIMAT}: 93,59 Persen",), kaki="Rp 372.250.370", susun=dalam >= 2,
        tingkat=dalam + 1, anak=anak)
AKAR = kotak("1", 0)
"""
KAMI = (
    KOTAK
    + """
from kinerja.gambar.diagram import tata
from kinerja.gambar.diagram_svg import svg
for _ in range(int(sys.argv[1])):
    gambar = svg(tata([AKAR]), "Diagram")
print(len(gambar))
"""
)
SUMBER_DOT = (
    KOTAK
    + """
from kinerja.gambar.ukur_teks import bungkus
def tulis(kotak):
    baris = [kotak.nama_jenjang + " " + kotak.nomor]
    for teks, ukuran, gaya in ((kotak.judul, 12, "tebal"), (kotak.kalimat, 11, "tegak"),
                               (kotak.indikator[0], 10.5, "miring"), (kotak.kaki, 11, "tebal")):
        baris += bungkus(teks, 206, ukuran, gaya)
    yield f"{json.dumps(kotak.id)} [label={json.dumps(chr(10).join(baris), ensure_ascii=False)}];"
    for anak in kotak.anak:
        yield f"{json.dumps(kotak.id)} -> {json.dumps(anak.id)};"
        yield from tulis(anak)
isi = "\\n".join(tulis(AKAR))
gaya = 'node [shape=box fontname="Liberation Sans" fontsize=11]; edge [arrowhead=none];'
print(f"digraph g {{ {gaya} {isi} }}\\n" * int(sys.argv[1]))
"""
)


def ukur() -> Iterator[Rasio]:
    """Yield the ratio where Graphviz is installed; it is told the lines that we break."""
    if shutil.which("dot") is None:
        print(
            "diagram, 300 boxes, against dot -Tsvg: tidak diukur (graphviz tidak ada)", flush=True
        )
        return
    kami = cpu(kode(KAMI, str(BANYAK)))
    if json.loads(kami.keluaran) < 100_000:
        raise SystemExit(f"gambar terlalu kecil: {kami.keluaran}")
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "pohon.dot"
        berkas.write_text(cpu(kode(SUMBER_DOT, str(BANYAK)), ulang=1).keluaran, encoding="utf-8")
        dot = cpu(["dot", "-Tsvg", str(berkas)])
    yield Rasio(
        "diagram, 300 boxes, 10 drawings, start-up included",
        kami.cpu,
        dot.cpu,
        "dot -Tsvg",
        "CPU-s",
        Batas(1.0),
    )
