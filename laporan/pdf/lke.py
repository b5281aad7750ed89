"""The sheet (LKE) as PDF: values, then every criterion with both answers, notes and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from laporan.jenis_cetak import Kemajuan
from laporan.pdf.awal import awal_html
from laporan.pdf.cetak import cetak_pdf
from laporan.pdf.gaya_daftar import RUANG, gaya_daftar
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.kepala import html_kepala
from laporan.pdf.naskah_lke import KriteriaCetak, NaskahLke, SubCetak, baca_naskah

__all__ = ["baca_naskah", "cetak"]
KONSEP = "KONSEP"


def cetak(naskah: NaskahLke, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """A4 portrait. Raises HurufTidakAda."""
    periksa_huruf()
    return cetak_pdf(html(naskah), bertanda=True)


def html(n: NaskahLke) -> str:
    """The whole sheet."""
    isi = "".join(
        f"<h2>{escape(k.kode)}. {escape(k.nama)}</h2>" + "".join(map(_sub, k.sub))
        for k in n.komponen
    )
    asal = " · ".join(b for b in (n.instrumen, n.sumber) if b)
    return halaman(
        n,
        f'<p class="m">{escape(asal)}. Status: {escape(n.status)}.</p>'
        f"{tabel_nilai(n)}{isi}{_skala(n)}",
    )


def halaman(n: NaskahLke, isi: str) -> str:
    """Letterhead, title, ``isi``; KONSEP across it until it is frozen."""
    kaki = n.kaki if n.cap else f"{KONSEP} · {n.kaki}"
    css = gaya_daftar(kaki, "" if n.cap else KONSEP)
    awal = awal_html(" ".join(n.judul), css, penulis=n.pemda, waktu=n.waktu)
    return f"{awal}<body>{html_kepala(n, RUANG)}{isi}</body></html>"


def tabel_nilai(n: NaskahLke) -> str:
    """Values per component, the total, both predicates."""
    baris = [(f"{k.kode}. {k.nama}", k.bobot, k.mandiri, k.nilai) for k in n.komponen]
    predikat = f"{n.predikat} ({n.sebutan})" if n.predikat else ""
    kaki = (("Jumlah", "100", n.mandiri, n.nilai), ("Predikat", "", n.predikat_mandiri, predikat))
    return tabel(
        (("Komponen", ""), ("Bobot", "18mm"), ("Penilaian mandiri", "34mm"), ("Nilai", "34mm")),
        ([escape(b[0]), *(escape(satu or "–") for satu in b[1:])] for b in [*baris, *kaki]),
        kanan=(1, 2, 3),
        tebal=len(kaki),
    )


def tabel(
    kolom: Sequence[tuple[str, str]],
    baris: Iterable[Sequence[str]],
    *,
    kanan: Sequence[int] = (),
    tebal: int = 0,
) -> str:
    """``kolom`` are heads with their widths ("" shares what is left); cells are HTML. The last
    ``tebal`` rows are totals.
    """
    isi = list(baris)
    lebar = "".join(f'<col style="width:{w}">' if w else "<col>" for _, w in kolom)
    kelas = dict.fromkeys(kanan, ' class="n"')
    kepala = "".join(
        f"<th{kelas.get(n, '')}>{escape(nama)}</th>" for n, (nama, _) in enumerate(kolom)
    )
    teks = ""
    for ke, satu in enumerate(isi):
        buka, tutup = ("<b>", "</b>") if ke >= len(isi) - tebal else ("", "")
        sel = "".join(f"<td{kelas.get(n, '')}>{buka}{s}{tutup}</td>" for n, s in enumerate(satu))
        teks += f"<tr>{sel}</tr>"
    return (
        f"<table><colgroup>{lebar}</colgroup><thead><tr>{kepala}</tr></thead>"
        f"<tbody>{teks}</tbody></table>"
    )


def _sub(s: SubCetak) -> str:
    nilai = f"Nilai {s.nilai} (grade {s.grade}), {s.terpenuhi}" if s.grade else s.terpenuhi
    bagian = [f"bobot {s.bobot}", f"mandiri {s.mandiri} ({s.grade_mandiri})" if s.mandiri else ""]
    bagian += [nilai, s.bertahan, *(f"bukti: {b}" for b in s.bukti)]
    keterangan = " · ".join(b for b in bagian if b)
    catatan = f'<p class="m">Catatan: {escape(s.catatan)}</p>' if s.catatan else ""
    return (
        f"<h3>{escape(s.kode)} {escape(s.nama)}</h3>"
        f'<p class="m">{escape(keterangan)}</p>{catatan}'
        + tabel(
            (("No", "14mm"), ("Kriteria", ""), ("Penilaian mandiri", "46mm"),
             ("Penilaian evaluator", "46mm")),
            (_kriteria(k) for k in s.kriteria),
        )
    )  # fmt: skip


def _kriteria(k: KriteriaCetak) -> tuple[str, ...]:
    bukti = "".join(f"<br><small>Bukti: {escape(b)}</small>" for b in k.bukti)
    beda = " <small>(berbeda)</small>" if k.beda else ""
    return (
        escape(k.kode),
        escape(k.teks),
        f"{escape(k.mandiri or '–')}{_catatan(k.catatan)}{bukti}",
        f"{escape(k.penilaian or '–')}{beda}{_catatan(k.catatan_penilai)}",
    )


def _catatan(teks: str) -> str:
    return f"<br><small>{escape(teks)}</small>" if teks else ""


def _skala(n: NaskahLke) -> str:
    return "<h2>Cara menilai</h2>" + tabel(
        (("Grade atau predikat", "40mm"), ("Nilai atau sebutan", "44mm"), ("Syarat", "")),
        (tuple(map(escape, satu)) for satu in n.skala),
    )
