"""Letterhead, title and signatures as HTML with heights that are known beforehand."""

from __future__ import annotations

from html import escape

from kinerja.aturan.orang import cetak_nip
from kinerja.gambar.ukur_teks import BOOKMAN, bungkus, lebar
from laporan.pdf.kop import Berkepala, Kop, Penanda
from laporan.pdf.lebar import MM

PEMDA, LEMBAGA, ALAMAT, JUDUL = 13.0, 17.0, 9.0, 12.0
SELA = 1.25
GARIS_KOP = 8.0
"""Double rule of the letterhead with the space around it."""
LAMBANG = 20 * MM
TANDA_TANGAN = 9.0
RUANG_TANDA_TANGAN = 20 * MM
LEBAR_PENANDA = 95 * MM
TITIK = "." * 44


def tinggi_kepala(naskah: Berkepala, ruang: float) -> float:
    """Height of letterhead and title on the first page."""
    return _tinggi_kop(naskah.kop, ruang) + _tinggi_judul(naskah, ruang)


def html_kepala(naskah: Berkepala, ruang: float) -> str:
    """Letterhead, double rule, title lines in capitals."""
    kop = naskah.kop
    baris = [(b, "p", PEMDA) for b in _baris(kop.pemda, PEMDA, "tegak", ruang)]
    baris += [(b, "q", LEMBAGA) for b in _baris(kop.nama, LEMBAGA, "tebal", ruang)]
    baris += [(b, "a", ALAMAT) for a in kop.alamat for b in _baris(a, ALAMAT, "tegak", ruang)]
    teks = "".join(f'<div class="{k}">{escape(b)}</div>' for b, k, _ in baris)
    tinggi = _tinggi_kop(kop, ruang)
    judul = "\n".join(escape(b) for b in _baris_judul(naskah, ruang))
    return (
        f'<div class="kop" style="height:{tinggi - GARIS_KOP:.2f}pt">{_lambang(kop, ruang)}{teks}'
        f'</div><div class="garis"></div>'
        f'<h1 style="height:{_tinggi_judul(naskah, ruang) - 10:.2f}pt">{judul}</h1>'
    )


def _baris(teks: str, ukuran: float, gaya: str, ruang: float) -> tuple[str, ...]:
    dalam = ruang - 2 * (LAMBANG + 6 * MM)
    return bungkus(teks, dalam, ukuran, gaya, BOOKMAN) if teks else ()


def _tinggi_kop(kop: Kop, ruang: float) -> float:
    tinggi = len(_baris(kop.pemda, PEMDA, "tegak", ruang)) * PEMDA
    tinggi += len(_baris(kop.nama, LEMBAGA, "tebal", ruang)) * LEMBAGA
    tinggi += sum(len(_baris(a, ALAMAT, "tegak", ruang)) for a in kop.alamat) * ALAMAT
    return max(tinggi * SELA, LAMBANG if kop.lambang else 0.0) + 2 + GARIS_KOP


def _lambang(kop: Kop, ruang: float) -> str:
    if not kop.lambang:
        return ""
    terlebar = max(
        lebar(kop.pemda, PEMDA, "tegak", BOOKMAN), lebar(kop.nama, LEMBAGA, "tebal", BOOKMAN)
    )
    kiri = max(0.0, (ruang - terlebar) / 2 - LAMBANG - 14 * MM)
    return (
        f'<img src="{escape(kop.lambang)}" alt="Lambang daerah" '
        f'style="left:{kiri:.2f}pt;width:{LAMBANG:.2f}pt;height:{LAMBANG:.2f}pt">'
    )


def _baris_judul(naskah: Berkepala, ruang: float) -> list[str]:
    return [
        b for j in naskah.judul for b in bungkus(j.upper(), ruang * 0.8, JUDUL, "tebal", BOOKMAN)
    ]


def _tinggi_judul(naskah: Berkepala, ruang: float) -> float:
    return len(_baris_judul(naskah, ruang)) * JUDUL * SELA + 12


def tinggi_tanda_tangan(naskah: Berkepala) -> float:
    """Height of the signature block, the space above it included; 0 when nobody signs."""
    if naskah.kanan is None and naskah.kiri is None:
        return 0.0
    atas = max(len(_atas(naskah, s)) for s in ("kiri", "kanan"))
    bawah = max(len(_bawah(p)) for p in (naskah.kiri, naskah.kanan))
    return 10 + (atas + bawah) * TANDA_TANGAN * SELA + RUANG_TANDA_TANGAN + 2


def html_tanda_tangan(naskah: Berkepala) -> str:
    """Two columns: the superior left, who answers for the document right."""
    if naskah.kanan is None and naskah.kiri is None:
        return ""
    tinggi = max(len(_atas(naskah, s)) for s in ("kiri", "kanan")) * TANDA_TANGAN * SELA
    kolom = "".join(_html_penanda(naskah, s, tinggi) for s in ("kiri", "kanan"))
    return f'<div class="ttd" style="height:{tinggi_tanda_tangan(naskah) - 10:.2f}pt">{kolom}</div>'


def _html_penanda(naskah: Berkepala, sisi: str, tinggi: float) -> str:
    p: Penanda | None = getattr(naskah, sisi)
    atas = "\n".join(escape(b) for b in _atas(naskah, sisi))
    bawah = _bawah(p)
    nama = f"<b>{escape(bawah[0])}</b>" if p and p.nama else "".join(bawah[:1])
    sisa = "".join(f"\n{escape(b)}" for b in bawah[1:])
    return (
        f'<div class="{sisi}"><div style="height:{tinggi + RUANG_TANDA_TANGAN:.2f}pt">{atas}</div>'
        f"<div>{nama}{sisa}</div></div>"
    )


def _atas(naskah: Berkepala, sisi: str) -> list[str]:
    """Place and date (right), what the signature means ("Mengetahui,"), and the jabatan."""
    p: Penanda | None = getattr(naskah, sisi)
    pembuka = p.pembuka.split("\n") if p and (p.pembuka or sisi == "kiri") else []
    baris = [naskah.tempat_tanggal, *pembuka] if sisi == "kanan" else pembuka or [""]
    if p is not None:
        baris += bungkus(p.jabatan or TITIK, LEBAR_PENANDA, TANDA_TANGAN)
    return baris


def _bawah(p: Penanda | None) -> list[str]:
    """Name, rank, NIP in groups of 8 6 1 3; what is missing is a dotted line to write on."""
    if p is None:
        return []
    baris = [p.nama or TITIK]
    if p.kepala_daerah:
        return baris
    if p.pangkat:
        baris.append(p.pangkat)
    return [*baris, f"NIP. {cetak_nip(p.nip) or TITIK[:34]}"]
