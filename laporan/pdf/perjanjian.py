"""An agreement as PDF: statement, signatures, attachment with promises and money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from cascading.isi_perjanjian import BarisSasaran, BarisUang
from kinerja.aturan.angka import format_angka
from laporan.aturan.keaslian import naskah_baku
from laporan.jenis_cetak import Kemajuan
from laporan.pdf.awal import awal_html
from laporan.pdf.cap import html_cap
from laporan.pdf.cetak import Lampiran, cetak_pdf
from laporan.pdf.gaya_perjanjian import gaya_perjanjian
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.kepala import cetak_nip
from laporan.pdf.kop import Kop, Penanda
from laporan.pdf.naskah_perjanjian import NaskahPerjanjian, baca_naskah

__all__ = ["baca_naskah", "cetak", "cetak_beku"]
KONSEP = "KONSEP"
TITIK = "." * 36


def cetak(naskah: NaskahPerjanjian, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The PDF. Raises HurufTidakAda. ``kertas`` is F4 whatever is said: the form's own."""
    periksa_huruf()
    return cetak_pdf(html(naskah), bertanda=True)


def cetak_beku(naskah: NaskahPerjanjian, cuplikan: dict[str, object]) -> bytes:
    """The PDF of a frozen agreement: its data and its tables as a workbook lie inside."""
    from laporan.ekspor.perjanjian_xlsx import cetak as cetak_xlsx

    periksa_huruf()
    lampiran = [
        Lampiran("perjanjian.json", "Isi perjanjian sebagai data", naskah_baku(cuplikan)),
        Lampiran("perjanjian.xlsx", "Isi perjanjian sebagai tabel", cetak_xlsx(naskah, "F4")),
    ]
    return cetak_pdf(html(naskah), bertanda=True, lampiran=lampiran, waktu=naskah.waktu)


def html(n: NaskahPerjanjian) -> str:
    """The whole document."""
    kaki = n.kaki if n.cap else f"{KONSEP} · {n.kaki}"
    css = gaya_perjanjian(kaki, "" if n.cap else KONSEP)
    judul = f"{n.judul[0]} {n.pertama.jabatan}"
    awal = awal_html(judul, css, penulis=n.penulis, waktu=n.waktu)
    return f"{awal}<body>{_pernyataan(n)}{_lampiran(n)}</body></html>"


def _pernyataan(n: NaskahPerjanjian) -> str:
    judul = "<br>".join(escape(j.upper()) for j in n.judul)
    nomor = f'<p class="nomor">Nomor: {escape(n.nomor)}</p>' if n.nomor else ""
    kedua = ""
    if n.kedua is not None:
        kedua = f'{_pihak(n.kedua)}<p class="lanjut">{escape(n.sebutan_kedua)}</p>'
    janji = "".join(f"<p>{escape(p)}</p>" for p in n.janji)
    return (
        f"{html_kop(n.kop)}<h1>{judul}</h1>{nomor}"
        f'<div class="s"><p class="pembuka">{escape(n.pembuka)}</p>{_pihak(n.pertama)}'
        f'<p class="lanjut">{escape(n.sebutan_pertama)}</p>{kedua}{janji}</div>'
        f"{_tanda_tangan(n)}{html_cap(n.cap)}"
    )


def html_kop(k: Kop) -> str:
    """Letterhead of a portrait page, in the classes of ``gaya_perjanjian``."""
    lambang = f'<img src="{escape(k.lambang)}" alt="Lambang daerah">' if k.lambang else ""
    baris = [("p", k.pemda), ("q", k.nama), *(("a", a) for a in k.alamat)]
    teks = "".join(f'<div class="{kelas}">{escape(isi)}</div>' for kelas, isi in baris if isi)
    kelas = "kop l" if lambang else "kop"
    return f'<div class="{kelas}">{lambang}{teks}</div><div class="garis"></div>'


def _pihak(p: Penanda) -> str:
    baris = (("Nama", p.nama or TITIK), ("Jabatan", p.jabatan))
    isi = "".join(f"<tr><td>{a}</td><td>:</td><td>{escape(b)}</td></tr>" for a, b in baris)
    return f'<table class="pihak">{isi}</table>'


def _tanda_tangan(n: NaskahPerjanjian) -> str:
    """Left the superior, right who promises; one alone stands right."""
    kolom = [n.kedua, n.pertama]
    sebutan = ("PIHAK KEDUA,", "PIHAK PERTAMA,") if n.kedua else ("", "")
    atas = "".join(
        f"<td>{s}<br>{escape(p.jabatan)}</td>" if p and s else f"<td>{escape(_jabatan(p))}</td>"
        for s, p in zip(sebutan, kolom, strict=True)
    )
    bawah = "".join(f"<td>{_nama(p)}</td>" if p else "<td></td>" for p in kolom)
    return (
        f'<p class="tempat">{escape(n.tempat_tanggal)}</p><table class="ttd"><tr>{atas}</tr>'
        f'<tr class="ruang"><td></td><td></td></tr><tr>{bawah}</tr></table>'
    )


def _jabatan(p: Penanda | None) -> str:
    return f"{p.jabatan}," if p else ""


def _nama(p: Penanda) -> str:
    """Name, rank, NIP 8 6 1 3; a kepala daerah has neither of the last two."""
    baris = [f"<b>{escape(p.nama)}</b>" if p.nama else TITIK]
    if not p.kepala_daerah:
        baris += [escape(p.pangkat)] if p.pangkat else []
        baris.append(f"NIP. {escape(cetak_nip(p.nip)) or TITIK[:28]}")
    return "<br>".join(baris)


def _lampiran(n: NaskahPerjanjian) -> str:
    judul = "<br>".join(escape(j.upper()) for j in n.judul_lampiran)
    dasar = f'<p class="dasar">{escape(n.dasar)}</p>' if n.dasar else ""
    uang = _tabel_uang(n) if n.isi.uang else ""
    return (
        f'<div class="lampiran"><h2>{judul}</h2>{dasar}{_tabel_sasaran(n)}{uang}'
        f"{_tanda_tangan(n)}</div>"
    )


def _tabel_sasaran(n: NaskahPerjanjian) -> str:
    lama = n.berubah
    target = [("Target semula", 13), ("Target menjadi", 13)] if lama else [("Target", 14)]
    kolom = [("No", 6), (n.judul_sasaran, 25 if lama else 31),
             ("Indikator Kinerja", 31 if lama else 35), *target,
             ("Satuan", 12 if lama else 14)]  # fmt: skip
    isi = "".join(_baris_sasaran(k, s, lama) for k, s in enumerate(n.isi.sasaran, start=1))
    kosong = f'<tr><td colspan="{len(kolom)}" class="c">Belum ada isi.</td></tr>'
    return _tabel(kolom, f"<tbody>{isi or kosong}</tbody>")


def _baris_sasaran(nomor: int, s: BarisSasaran, lama: bool) -> str:
    """One row per indicator; the sentence stands in the first, open below to the others."""
    hasil = []
    for urut, i in enumerate(s.indikator or (None,)):
        terakhir = urut + 1 >= len(s.indikator)
        kelas = " ".join(([] if urut == 0 else ["sambung"]) + ([] if terakhir else ["awal"]))
        nama = escape(s.sasaran) if urut == 0 else ""
        no = nomor if urut == 0 else ""
        kiri = f'<td class="c {kelas}">{no}</td><td class="{kelas}">{nama}</td>'
        if i is None:
            hasil.append(f"<tr>{kiri}<td>-</td>{'<td>-</td>' * (3 if lama else 2)}</tr>")
            continue
        sebelum = f'<td class="c">{escape(i.lama or "-")}</td>' if lama else ""
        hasil.append(
            f'<tr>{kiri}<td>{escape(i.teks)}</td>{sebelum}<td class="c">'
            f'{escape(i.target or "-")}</td><td class="c">{escape(i.satuan or "-")}</td></tr>'
        )
    return "".join(hasil)


def _tabel_uang(n: NaskahPerjanjian) -> str:
    lama = n.berubah
    rupiah = [("Semula (Rp)", 17), ("Menjadi (Rp)", 17)] if lama else [("Anggaran (Rp)", 21)]
    kolom = [("No", 8), (n.judul_uang, 34 if lama else 46), *rupiah,
             ("Keterangan", 24 if lama else 25)]  # fmt: skip
    baris = "".join(
        f"<tr{' class=kepala' if u.kepala else ''}><td class=c>{no}</td>"
        f"<td>{escape(u.nama)}</td>{_rupiah(u.nilai, u.lama, lama)}"
        f"<td>{_keterangan(u)}</td></tr>"
        for no, u in bernomor(n.isi.uang)
    )
    jumlah = (
        '<tr class="j"><td colspan="2" class="c">JUMLAH</td>'
        f"{_rupiah(n.isi.jumlah, n.isi.jumlah_lama, lama)}<td></td></tr>"
    )
    return _tabel(kolom, f"<tbody>{baris}{jumlah}</tbody>")


def _rupiah(nilai: int, sebelum: int | None, lama: bool) -> str:
    kini = f'<td class="n">{format_angka(nilai)}</td>'
    return f'<td class="n">{format_angka(sebelum or 0)}</td>{kini}' if lama else kini


def _keterangan(u: BarisUang) -> str:
    return "<br>".join(escape(k) for k in keterangan(u))


def keterangan(u: BarisUang) -> Iterator[str]:
    """Whose, of which funds, and of how much it is a part."""
    if u.lembaga:
        yield u.lembaga
    if u.sumber_dana:
        yield ", ".join(u.sumber_dana)
    if u.dari is not None:
        yield f"sebagian dari {format_angka(u.dari)}"


def bernomor(uang: Iterable[BarisUang]) -> Iterator[tuple[str, BarisUang]]:
    """1, 2, 3; below headings 1.1, 1.2."""
    kepala = anak = urut = 0
    for u in uang:
        if u.kepala:
            kepala, anak = kepala + 1, 0
            yield str(kepala), u
        elif kepala:
            anak += 1
            yield f"{kepala}.{anak}", u
        else:
            urut += 1
            yield str(urut), u


def _tabel(kolom: list[tuple[str, int]], badan: str) -> str:
    lebar = "".join(f'<col style="width:{persen}%">' for _, persen in kolom)
    kepala = "".join(f"<th>{escape(nama)}</th>" for nama, _ in kolom)
    nomor = "".join(f"<th>({i})</th>" for i in range(1, len(kolom) + 1))
    return (
        f'<table class="t"><colgroup>{lebar}</colgroup><thead><tr>{kepala}</tr>'
        f'<tr class="k">{nomor}</tr></thead>{badan}</table>'
    )
