"""What a frozen document carries so that everybody can check it: code, QR, version, who agreed."""

from __future__ import annotations

from html import escape

import segno

from laporan.pdf.naskah_perjanjian import Cap


def html_cap(cap: Cap | None) -> str:
    """Nothing for a draft."""
    if cap is None:
        return ""
    qr = segno.make(cap.alamat or cap.kode, error="m").svg_data_uri(border=0, omitsize=True)
    versi = f"Versi {cap.versi}, dibekukan {cap.waktu}."
    ke = f"Pindai kode QR atau buka {cap.alamat}." if cap.alamat else "Periksa dengan kodenya."
    baris = (
        f"<b>Kode {escape(cap.kode)}</b>. {escape(ke)}",
        escape(versi),
        escape(cap.persetujuan),
        "Isi sebagai data (JSON) dan tabel (XLSX) terlampir di dalam PDF ini.",
    )
    gambar = f'<img src="{qr}" alt="Kode QR verifikasi {escape(cap.kode)}">'
    return f'<div class="cap">{gambar}{"<br>".join(b for b in baris if b)}</div>'
