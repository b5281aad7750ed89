"""The second form of an IKU document: a keputusan with its list of indicators as annex."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from iku.aturan.isi import IsiBab, IsiIku
from iku.pilihan import BakuBab
from laporan.pdf.cap import html_cap
from laporan.pdf.iku_bagian import HURUF, kepala_surat, pecahan, tanda_tangan
from laporan.pdf.naskah_iku import NaskahIku

URUTAN = (
    *("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN"),
    *("KESEMBILAN", "KESEPULUH"),
)
KOLOM = (
    ("No", 5),
    ("Tujuan / Sasaran", 17),
    ("Indikator Kinerja Utama", 19),
    ("Definisi / Formulasi", 25),
    ("Satuan", 9),
    ("Sumber Data", 12),
    ("Penanggung Jawab", 13),
)


def keputusan(naskah: NaskahIku) -> str:
    """Letterhead, considerations, what is decided, signature; then the list."""
    n = naskah
    kepala = n.isi.variabel["kepala"].upper()
    judul = (
        f'<h1 title="Keputusan">KEPUTUSAN {escape(kepala)}<br>NOMOR {escape(n.nomor)}</h1>'
        f'<p class="takaran">TENTANG<br>INDIKATOR KINERJA UTAMA<br>{escape(n.lembaga.upper())}'
        f"<br>TAHUN {n.masa}</p>"
        f'<p class="takaran">{escape(kepala)},</p>'
    )
    dasar = _daftar("Menimbang", n.isi.baku(BakuBab.MENIMBANG), HURUF)
    hukum = n.isi.baku(BakuBab.LANDASAN_HUKUM)
    angka = [str(k) for k in range(1, 100)]
    isi = (
        f"<table class='sk'>{dasar}{_daftar('Mengingat', hukum, angka)}</table>"
        f'<p class="takaran">MEMUTUSKAN:</p><table class="sk">{_diktum(n)}</table>'
    )
    tempat = f"Ditetapkan di {escape(n.tempat)}<br>pada tanggal {escape(n.tanggal_keputusan)}"
    surat = (
        f'<section class="sk t" style="break-before:auto">{kepala_surat(n.kop)}{judul}{isi}'
        f"{tanda_tangan(n.penanda, tempat)}{_tembusan(n)}{html_cap(n.cap)}</section>"
    )
    return surat + _lampiran(n)


def _daftar(kata: str, bab: IsiBab | None, tanda: Sequence[str]) -> str:
    butir = bab.butir if bab else ()
    if not butir:
        return ""
    return "".join(
        f'<tr><td class="w">{kata if k == 0 else ""}</td><td class="s">{":" if k == 0 else ""}'
        f'</td><td class="h">{tanda[k % len(tanda)]}.</td><td>{escape(teks)}</td></tr>'
        for k, teks in enumerate(butir)
    )


def _diktum(n: NaskahIku) -> str:
    bab = n.isi.baku(BakuBab.MENETAPKAN)
    judul = f"KEPUTUSAN {n.isi.variabel['kepala']} TENTANG INDIKATOR KINERJA UTAMA {n.lembaga}"
    baris = (
        '<tr><td class="w">Menetapkan</td><td class="s">:</td>'
        f"<td>{escape(judul.upper())}.</td></tr>"
    )
    return baris + "".join(
        f'<tr><td class="w">{URUTAN[k] if k < len(URUTAN) else k + 1}</td><td class="s">:</td>'
        f"<td>{escape(teks)}</td></tr>"
        for k, teks in enumerate(bab.butir if bab else ())
    )


def _tembusan(n: NaskahIku) -> str:
    bab = n.isi.baku(BakuBab.TEMBUSAN)
    if bab is None or not bab.butir:
        return ""
    butir = "".join(f"<li>{escape(b)}</li>" for b in bab.butir)
    return f'<div class="akhir"><p class="rata">Tembusan:</p><ol>{butir}</ol></div>'


def _lampiran(n: NaskahIku) -> str:
    """The indicators with what an evaluator asks for, then their targets."""
    kolom = "".join(f'<col style="width:{w}%">' for _, w in KOLOM)
    kepala = "".join(f'<th scope="col">{k}</th>' for k, _ in KOLOM)
    nomor = "".join(f"<th>({k})</th>" for k in range(1, len(KOLOM) + 1))
    baris = "".join(_baris(k, i) for k, i in enumerate(n.isi.iku, start=1))
    judul = (
        '<h1 title="Lampiran Keputusan">LAMPIRAN KEPUTUSAN<br>'
        f"NOMOR {escape(n.nomor)}<br>INDIKATOR KINERJA UTAMA {escape(n.lembaga.upper())}</h1>"
    )
    return (
        f'<section class="d">{judul}<table><colgroup>{kolom}</colgroup><thead><tr>{kepala}</tr>'
        f'<tr class="k">{nomor}</tr></thead><tbody>{baris}</tbody></table>{_target(n)}</section>'
    )


def _baris(k: int, i: IsiIku) -> str:
    rumus = pecahan(i.pecahan) if i.pecahan else "<br>".join(map(escape, i.rumus))
    sel = [
        escape(i.sasaran or i.tujuan),
        escape(i.indikator),
        f"{escape(i.definisi)}{rumus}" or "-",
        escape(i.satuan) or "-",
        escape(i.sumber_data) or "-",
        escape(i.penanggung_jawab) or "-",
    ]
    return f'<tr><td class="c">{k}</td>{"".join(f"<td>{s}</td>" for s in sel)}</tr>'


def _target(n: NaskahIku) -> str:
    tahun = (*n.isi.tahun_awal, *n.isi.tahun)
    kepala = "".join(f'<th scope="col">{t}</th>' for t in tahun)
    baris = "".join(
        f'<tr><td class="c">{k}</td><td>{escape(i.indikator)}</td>'
        + "".join(f'<td class="c">{escape(v) or "-"}</td>' for v in (*i.awal, *i.target))
        + "</tr>"
        for k, i in enumerate(n.isi.iku, start=1)
    )
    return (
        '<div class="akhir"><p class="takaran">Kondisi awal dan target</p><table><colgroup>'
        '<col style="width:5%">'
        f'<col style="width:33%"></colgroup><thead><tr><th>No</th><th>Indikator</th>{kepala}</tr>'
        f"</thead><tbody>{baris}</tbody></table></div>"
    )
