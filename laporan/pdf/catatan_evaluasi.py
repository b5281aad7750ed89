"""Notes of the evaluation as PDF: a table for each agency, answers beside the notes."""

from __future__ import annotations

from html import escape

from laporan.jenis_cetak import Kemajuan
from laporan.pdf.awal import awal_html
from laporan.pdf.cetak import cetak_pdf
from laporan.pdf.gaya_daftar import RUANG_MENDATAR, gaya_daftar
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.kepala import html_kepala
from laporan.pdf.naskah_catatan import BarisTanggapan, ButirCatatan, NaskahCatatan, baca_naskah

__all__ = ["baca_naskah", "cetak"]
BERTANDA_SAMPAI = 300
"""Notes up to which the file is tagged for screen readers."""
_GAYA = """
tr { break-inside: auto }
td p + p { margin-top: 1.2mm }
b.s { font-size: 8.5pt }
"""


def cetak(naskah: NaskahCatatan, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """A4 landscape. Raises HurufTidakAda."""
    periksa_huruf()
    return cetak_pdf(html(naskah), bertanda=len(naskah.butir) <= BERTANDA_SAMPAI)


def html(n: NaskahCatatan) -> str:
    """The whole document."""
    isi = "".join(_lembaga(n, nama) for nama in n.lembaga) or "<p>Tidak ada catatan.</p>"
    saringan = f'<p class="m">{escape(n.saringan)}</p>' if n.saringan else ""
    css = f"{gaya_daftar(n.kaki, mendatar=True)}{_GAYA}"
    awal = awal_html(" ".join(n.judul), css, waktu=n.waktu)
    return f"{awal}<body>{html_kepala(n, RUANG_MENDATAR)}{saringan}{isi}</body></html>"


def _lembaga(n: NaskahCatatan, nama: str) -> str:
    baris = [b for b in n.butir if b.lembaga == nama]
    return (
        f"<h2>{escape(nama)} ({len(baris)})</h2><table><colgroup>"
        '<col style="width:9mm"><col style="width:21%"><col style="width:31%">'
        '<col style="width:30mm"><col></colgroup>'
        '<thead><tr><th class="no">No</th><th>Tentang</th><th>Catatan dan rekomendasi</th>'
        "<th>Status dan tenggat</th><th>Jawaban dan tindak lanjut</th></tr></thead><tbody>"
        f"{''.join(_butir(b) for b in baris)}</tbody></table>"
    )


def _butir(b: ButirCatatan) -> str:
    periksaan = f"<br><small>{escape(b.periksaan)}</small>" if b.periksaan else ""
    rekomendasi = (
        f'<p><b class="s">Rekomendasi</b><br>{_teks(b.rekomendasi)}</p>' if b.rekomendasi else ""
    )
    tenggat = f"<br>tenggat {escape(b.tenggat)}" if b.tenggat else ""
    tanggapan = "".join(_tanggapan(t) for t in b.tanggapan) or "<p>Belum ada jawaban.</p>"
    return (
        f'<tr><td class="no">{b.nomor}</td><td>{escape(b.perihal)}{periksaan}</td>'
        f"<td><p>{_teks(b.isi)}</p>{rekomendasi}<p><small>{escape(b.oleh)}</small></p></td>"
        f"<td>{escape(b.status)}{tenggat}<br><small>evaluasi {b.tahun}</small></td>"
        f"<td>{tanggapan}</td></tr>"
    )


def _tanggapan(t: BarisTanggapan) -> str:
    bukti = f"<br><small>Bukti: {escape(t.bukti)}</small>" if t.bukti else ""
    teks = f"<br>{_teks(t.teks)}" if t.teks else ""
    return (
        f'<p><b class="s">{escape(t.langkah)}</b> <small>{escape(t.oleh)}</small>{teks}{bukti}</p>'
    )


def _teks(teks: str) -> str:
    return escape(teks).replace("\n", "<br>")
