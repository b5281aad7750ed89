"""Parts of an IKU document as HTML: texts, Tabel 2.1, narratives, signature."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from iku.aturan.isi import IsiBab, IsiIku, Komponen
from iku.aturan.rumus import Pecahan
from iku.aturan.teks_bab import NOMOR, PARAGRAF, Blok
from laporan.pdf.kepala import cetak_nip
from laporan.pdf.kop import Kop, Penanda
from laporan.pdf.naskah_iku import NaskahIku

TITIK = "." * 40
HURUF = "abcdefghijklmnopqrstuvwxyz"


def blok(daftar: Sequence[Blok], kelas: str = "") -> str:
    """Paragraphs and lists."""
    return "".join(_blok(b, kelas) for b in daftar)


def _blok(b: Blok, kelas: str) -> str:
    if b.jenis == PARAGRAF:
        atribut = f' class="{kelas}"' if kelas else ""
        return f"<p{atribut}>{escape(b.isi[0])}</p>"
    unsur = "ol" if b.jenis == NOMOR else "ul"
    return f"<{unsur}>{_butir(b.isi)}</{unsur}>"


def isi_bab(bab: IsiBab) -> str:
    """The text of a block; a list where it is one."""
    if bab.berdaftar:
        return f"<ol>{_butir(bab.butir)}</ol>" if bab.butir else ""
    return blok(bab.blok)


def _butir(daftar: Iterable[str]) -> str:
    return "".join(f"<li>{escape(b)}</li>" for b in daftar)


def tabel_iku(naskah: NaskahIku) -> str:
    """Tabel 2.1 with its group heads, KET and the row of column numbers."""
    isi = naskah.isi
    awal, tahun = isi.tahun_awal, isi.tahun
    lebar = [4.5, 23.0, 10.0, *(9.5 for _ in awal), *(7.2 for _ in tahun)]
    lebar.append(max(6.0, 100 - sum(lebar)))
    kolom = "".join(f'<col style="width:{w:.2f}%">' for w in lebar)
    atas = "".join(f'<th rowspan="2" scope="col">{k}</th>' for k in ("NO", "INDIKATOR", "SATUAN"))
    if awal:
        atas += f'<th scope="colgroup" colspan="{len(awal)}">BASE LINE TAHUN</th>'
    atas += f'<th scope="colgroup" colspan="{len(tahun)}">TARGET TAHUN</th>'
    atas += '<th rowspan="2" scope="col">KET</th>'
    bawah = "".join(f'<th scope="col">{t}</th>' for t in (*awal, *tahun))
    nomor = "".join(f"<th>({n})</th>" for n in range(1, len(lebar) + 1))
    baris = "".join(_baris_iku(n, i) for n, i in enumerate(isi.iku, start=1))
    return (
        f'<div class="d"><p class="takaran">Tabel 2.1<br>Indikator Kinerja Utama (IKU)<br>'
        f"{escape(naskah.lembaga)} Tahun {naskah.masa}</p><table><colgroup>{kolom}</colgroup>"
        f'<thead><tr>{atas}</tr><tr>{bawah}</tr><tr class="k">{nomor}</tr></thead>'
        f"<tbody>{baris}</tbody></table></div>"
    )


def _baris_iku(n: int, i: IsiIku) -> str:
    angka = "".join(f'<td class="c">{escape(v) or "-"}</td>' for v in (*i.awal, *i.target))
    return (
        f'<tr><td class="c">{n}</td><td>{escape(i.indikator)}</td>'
        f'<td class="c">{escape(i.satuan) or "-"}</td>{angka}<td>{escape(i.ket)}</td></tr>'
    )


def narasi(n: int, i: IsiIku) -> str:
    """What serves one IKU: sasaran, program, components, formula."""
    baris = [("Tujuan", i.tujuan), ("Sasaran", i.sasaran)]
    pokok = "".join(f"<dt>{k}</dt><dd>: {escape(v)}</dd>" for k, v in baris if v)
    program = ""
    if i.program:
        program = '<p class="label">Program yang mendukung:</p><ol class="dalam">'
        program += f"{_butir(i.program)}</ol>"
    return (
        f'<h3 id="iku-{n}"><span class="no">{huruf(n)}.</span>{escape(i.judul)}</h3>'
        f'<dl class="r">{pokok}</dl><div class="dalam">{blok(i.uraian, "rata")}</div>'
        f"{program}{_komponen(i)}{_rumus(i)}"
    )


def _komponen(i: IsiIku) -> str:
    if not i.komponen:
        return ""
    kepala = f'<p class="label">{escape(kepala_komponen(i))}</p>'
    return f'{kepala}<ol class="dalam">{_butir(daftar_komponen(i))}</ol>'


def kepala_komponen(i: IsiIku) -> str:
    """How many components there are, and how many of them took another name."""
    berganti = f", {i.berganti} di antaranya berganti nama" if i.berganti else ""
    return f"Komponen sub kegiatan beserta indikatornya ({len(i.komponen)}{berganti}):"


def daftar_komponen(i: IsiIku) -> list[str]:
    """A line each; semicolons between, a full stop at the end."""
    akhir = len(i.komponen) - 1
    return [kalimat_komponen(k) + (";" if n < akhir else ".") for n, k in enumerate(i.komponen)]


def kalimat_komponen(k: Komponen) -> str:
    """ "Penyediaan Makanan, menjadi …, indikatornya Jumlah …"."""
    bagian = [k.nama] if k.nama else []
    if k.menjadi or k.berganti:
        bagian.append(f"menjadi {k.menjadi}" if k.menjadi else "menjadi " + "." * 12)
    if k.indikator:
        bagian.append(f"indikatornya {k.indikator}" if k.nama else k.indikator)
    return ", ".join(bagian)


def _rumus(i: IsiIku) -> str:
    if i.pecahan is not None:
        return f'<p class="label">Rumus:</p>{pecahan(i.pecahan)}'
    if not i.rumus:
        return ""
    return (
        f'<p class="label">Rumus:</p><div class="rumus">{"<br>".join(map(escape, i.rumus))}</div>'
    )


def pecahan(p: Pecahan) -> str:
    """A real fraction: numerator over denominator, the multiplier at the height of the line."""
    kali = f'<span class="kali">× {escape(p.pengali)}</span>' if p.pengali else ""
    return (
        f'<div class="rumus"><span class="pecahan"><span class="pembilang">{escape(p.pembilang)}'
        f'</span><span class="penyebut">{escape(p.penyebut)}</span></span>{kali}</div>'
    )


def tanda_tangan(penanda: Penanda, pembuka: str) -> str:
    """Place and month above, then position, space, name, rank and NIP: never torn apart."""
    nama = f"<b>{escape(penanda.nama)}</b>" if penanda.nama else TITIK
    pangkat = f"<div>{escape(penanda.pangkat)}</div>" if penanda.pangkat else ""
    nip = f"<div>NIP. {escape(cetak_nip(penanda.nip)) or TITIK[:28]}</div>"
    nip = "" if penanda.kepala_daerah else nip
    return (
        f'<div class="ttd"><div>{pembuka}</div><div>{escape(penanda.jabatan)},</div>'
        f'<div class="ruang"></div><div>{nama}</div>{pangkat}{nip}</div>'
    )


def lambang(kop: Kop) -> str:
    return f'<img src="{escape(kop.lambang)}" alt="Lambang daerah">' if kop.lambang else ""


def kepala_surat(kop: Kop) -> str:
    """Letterhead with its double rule."""
    baris = "".join(
        f'<div class="{k}">{escape(t)}</div>'
        for k, t in [("p", kop.pemda), ("q", kop.nama), *(("a", a) for a in kop.alamat)]
        if t
    )
    return f'<div class="kop">{lambang(kop)}{baris}</div><div class="garis"></div>'


def huruf(n: int) -> str:
    """The letter of the n-th narrative: a … z, then aa."""
    bulat, sisa = divmod(n - 1, len(HURUF))
    return (huruf(bulat) if bulat else "") + HURUF[sisa]
