"""The list "Cek kualitas" as PDF: criteria, findings by check, what was accepted."""

from __future__ import annotations

from html import escape

from laporan.jenis_cetak import Kemajuan
from laporan.pdf.awal import awal_html
from laporan.pdf.cetak import cetak_pdf
from laporan.pdf.gaya_daftar import RUANG, gaya_daftar
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.kepala import html_kepala
from laporan.pdf.naskah_mutu import KelompokMutu, NaskahMutu, baca_naskah

__all__ = ["baca_naskah", "cetak"]
BERTANDA_SAMPAI = 600
"""Findings up to which the file is tagged for screen readers; beyond it costs too much."""
BUKAN_NILAI = (
    "Perkiraan pemenuhan kriteria: bagian indikator atau kotak tanpa temuan. Bukan nilai dan "
    "bukan predikat."
)


def cetak(naskah: NaskahMutu, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """A4 portrait. Raises HurufTidakAda."""
    periksa_huruf()
    return cetak_pdf(html(naskah), bertanda=naskah.banyak <= BERTANDA_SAMPAI)


def html(n: NaskahMutu) -> str:
    """The whole document."""
    awal = awal_html(" ".join(n.judul), gaya_daftar(n.kaki), waktu=n.waktu)
    isi = "".join(_kelompok(k) for k in n.kelompok) or "<p>Tidak ada temuan.</p>"
    dokumen = "".join(f"<li>{escape(d)}</li>" for d in n.dokumen)
    return (
        f"{awal}<body>{html_kepala(n, RUANG)}"
        f"<p>Dokumen yang diperiksa ({n.banyak} temuan):</p><ol>{dokumen}</ol>"
        f"{_kriteria(n)}{isi}{_diterima(n)}</body></html>"
    )


def _kriteria(n: NaskahMutu) -> str:
    baris = "".join(
        f"<tr><td>{escape(k.nama)}</td><td>{escape(k.komponen)}</td>"
        f'<td class="n">{k.terpenuhi} dari {k.banyak} {escape(k.pokok)}</td>'
        f'<td class="n">{"–" if k.persen < 0 else f"{k.persen} %"}</td></tr>'
        for k in n.kriteria
    )
    return (
        f'<h2>Perkiraan pemenuhan kriteria</h2><p class="m">{BUKAN_NILAI}</p><table><colgroup>'
        '<col style="width:42%"><col style="width:22%"><col style="width:23%"><col></colgroup>'
        '<thead><tr><th>Kriteria</th><th>Komponen</th><th class="n">Terpenuhi</th>'
        f'<th class="n">Perkiraan</th></tr></thead><tbody>{baris}</tbody></table>'
    )


def _kelompok(k: KelompokMutu) -> str:
    baris = "".join(
        f'<tr><td class="no">{nomor}</td><td>{escape(b.letak)}'
        f"{f'<br><small>{escape(b.dokumen)}</small>' if b.dokumen else ''}</td>"
        f"<td>{escape(b.pesan)}</td><td>{escape(b.bobot)}</td></tr>"
        for nomor, b in enumerate(k.butir, start=1)
    )
    mengapa = f'<p class="m">{escape(k.mengapa)}</p>' if k.mengapa else ""
    return (
        f"<h2>{escape(k.judul)} ({len(k.butir)})</h2>{mengapa}<table><colgroup>"
        '<col style="width:9mm"><col style="width:36%"><col><col style="width:22mm"></colgroup>'
        '<thead><tr><th class="no">No</th><th>Letak</th><th>Temuan</th><th>Bobot</th></tr></thead>'
        f"<tbody>{baris}</tbody></table>"
    )


def _diterima(n: NaskahMutu) -> str:
    if not n.diterima:
        return ""
    baris = "".join(
        f"<tr><td>{escape(d.pesan)}</td><td>{escape(d.alasan)}<br><small>{escape(d.oleh)}</small>"
        "</td></tr>"
        for d in n.diterima
    )
    return (
        f"<h2>Diterima dengan alasan ({len(n.diterima)})</h2><table><thead><tr><th>Temuan</th>"
        f"<th>Alasan</th></tr></thead><tbody>{baris}</tbody></table>"
    )
