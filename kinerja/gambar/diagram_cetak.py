"""The colours of a diagram on paper and in a file of its own: plain SVG style, no variables.

Levels are told apart in grey too: the heads get lighter downwards, and each carries its name.
"""

from __future__ import annotations

from kinerja.gambar.kotak import HURUF

KELUARGA = '"Liberation Sans",Arimo,Arial,Helvetica,sans-serif'
WARNA = {
    "visi": ("#0b2545", "#e8eef7"),
    "misi": ("#0b2545", "#e8eef7"),
    "tujuan": ("#0b2545", "#e8eef7"),
    "sasaran": ("#13597c", "#e6f1f7"),
    "kondisi": ("#13597c", "#eef5f9"),
    "program": ("#0f766e", "#e6f5f2"),
    "kegiatan": ("#b45309", "#fdf3e3"),
    "sub_kegiatan": ("#64748b", "#f5f7fa"),
    "aktivitas": ("#64748b", "#fbfcfd"),
    "outcome": ("#0b2545", "#e8eef7"),
    "csf": ("#13597c", "#e6f1f7"),
    "kondisi_antara": ("#0f766e", "#e6f5f2"),
    "kondisi_operasional": ("#b45309", "#fdf3e3"),
}
"""Head (and border) and body of a box by its class."""
LAIN = ("#475569", "#f8fafc")
TEBAL_TIPIS = {"tebal": "font-weight:700", "miring": "font-style:italic", "tegak": ""}
TINTA = {"indikator": "#374151", "rujukan": "#1d4ed8", "lintas": "#7c2d92", "sisa": "#374151"}


def _gaya() -> str:
    aturan = [
        f"text{{font-family:{KELUARGA};fill:#111827}}",
        ".d-garis{fill:none;stroke:#64748b;stroke-width:1.1}",
        f".d-alas{{fill:{LAIN[1]};stroke:{LAIN[0]};stroke-width:.9}}",
        f".d-kepala,.d-cuplik{{fill:{LAIN[0]}}}",
        ".d-kaki{stroke:#94a3b8;stroke-width:.5;fill:none}",
        ".d-legenda-teks{font-size:12px}",
    ]
    for jenis, (ukuran, gaya) in HURUF.items():
        warna = "#ffffff" if jenis == "kepala" else TINTA.get(jenis, "#111827")
        tulisan = f"font-size:{ukuran}px;fill:{warna};{TEBAL_TIPIS[gaya]}"
        aturan.append(f".d-{jenis}-teks{{{tulisan}}}")
    for kelas, (kepala, badan) in WARNA.items():
        aturan.append(f".j-{kelas} .d-alas{{fill:{badan};stroke:{kepala}}}")
        aturan.append(f".j-{kelas} .d-kepala,.d-cuplik.j-{kelas}{{fill:{kepala}}}")
    return "".join(aturan)


GAYA = _gaya()
