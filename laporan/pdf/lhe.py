"""The report of an evaluation (LHE) as PDF; frozen, it carries its data and the sheet inside."""

from __future__ import annotations

from html import escape

from laporan.aturan.keaslian import naskah_baku
from laporan.jenis_cetak import Kemajuan
from laporan.pdf.cap import html_cap
from laporan.pdf.cetak import Lampiran, cetak_pdf
from laporan.pdf.huruf import periksa_huruf
from laporan.pdf.iku_bagian import tanda_tangan
from laporan.pdf.lke import halaman, tabel, tabel_nilai
from laporan.pdf.naskah_lke import (
    KomponenCetak,
    NaskahLke,
    RekomendasiCetak,
    baca_naskah,
)

__all__ = ["baca_naskah", "cetak", "cetak_beku"]
TANPA_REKOMENDASI = "Tidak ada rekomendasi."
BELUM_DITINDAKLANJUTI = "belum ditindaklanjuti"


def cetak(naskah: NaskahLke, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """A4 portrait. Raises HurufTidakAda."""
    periksa_huruf()
    return cetak_pdf(html(naskah), bertanda=True)


def cetak_beku(naskah: NaskahLke, cuplikan: dict[str, object]) -> bytes:
    """The PDF of a frozen report: its data, and the sheet as a workbook, lie inside."""
    from laporan.ekspor.lke_xlsx import cetak as cetak_xlsx

    periksa_huruf()
    lampiran = [
        Lampiran("lhe.json", "Isi laporan sebagai data", naskah_baku(cuplikan)),
        Lampiran("lke.xlsx", "Lembar kerja evaluasi sebagai tabel", cetak_xlsx(naskah, "A4")),
    ]
    return cetak_pdf(html(naskah), bertanda=True, lampiran=lampiran, waktu=naskah.waktu)


def html(n: NaskahLke) -> str:
    """The whole report."""
    isi = "".join(f"<h2>{judul}</h2>{isi}" for judul, isi in bagian(n))
    kanan = tanda_tangan(n.kanan, escape(n.tempat_tanggal)) + "</div>" if n.kanan else ""
    nomor = f'<p class="m">Nomor: {escape(n.nomor)}</p>'
    return halaman(n, f"{nomor}{isi}{kanan}{html_cap(n.cap)}")


def bagian(n: NaskahLke) -> list[tuple[str, str]]:
    """The parts in order, each with its heading."""
    return [
        ("1. Pendahuluan", _alinea(n.pembuka)),
        ("2. Hasil evaluasi", f"{_alinea(kalimat_hasil(n))}{tabel_nilai(n)}"),
        ("3. Uraian per komponen", "".join(map(_komponen, n.komponen))),
        ("4. Catatan dan rekomendasi", f"{_alinea(n.catatan)}{_rekomendasi(n)}"),
        ("5. Tindak lanjut rekomendasi tahun sebelumnya", _lalu(n)),
        ("6. Penutup", _alinea(n.penutup)),
    ]


def kalimat_hasil(n: NaskahLke) -> str:
    """The outcome in one sentence, with what it was the year before."""
    if not n.nilai:
        return "Penilaian evaluator belum lengkap; nilai dan predikat belum dapat dihitung."
    lalu = f" Nilai tahun sebelumnya {n.tahun_lalu}." if n.tahun_lalu else ""
    return (
        f"{n.lembaga} memperoleh nilai {n.nilai} dengan predikat {n.predikat} ({n.sebutan}); "
        f"penilaian mandirinya {n.mandiri or '–'}.{lalu}"
    )


def _alinea(teks: str) -> str:
    return "".join(f"<p>{escape(baris)}</p>" for baris in teks.split("\n") if baris.strip())


def _komponen(k: KomponenCetak) -> str:
    baris = (
        (
            f"{escape(s.kode)} {escape(s.nama)}",
            escape(s.bobot),
            escape(s.grade or "–"),
            escape(s.nilai or "–"),
            _catatan_sub(s.catatan, s.terpenuhi, s.bertahan),
        )
        for s in k.sub
    )
    return f"<h3>{escape(k.kode)}. {escape(k.nama)}: {escape(k.nilai or '–')}</h3>" + tabel(
        (("Sub-komponen", "56mm"), ("Bobot", "14mm"), ("Grade", "14mm"), ("Nilai", "16mm"),
         ("Catatan", "")),
        baris,
        kanan=(1, 3),
    )  # fmt: skip


def _catatan_sub(catatan: str, terpenuhi: str, bertahan: str) -> str:
    lain = ", ".join(b for b in (f"{terpenuhi} kriteria", bertahan) if b)
    return f"<small>{escape(lain)}</small>" + (f"<br>{escape(catatan)}" if catatan else "")


def _rekomendasi(n: NaskahLke) -> str:
    if not n.rekomendasi:
        return f"<p>{TANPA_REKOMENDASI}</p>"
    return tabel(
        (("No", "10mm"), ("Rekomendasi", ""), ("Tentang", "46mm"), ("Tenggat", "30mm")),
        (
            (str(r.nomor), escape(r.isi), escape(r.dari or "–"), escape(r.tenggat or "–"))
            for r in n.rekomendasi
        ),
        kanan=(0,),
    )


def _lalu(n: NaskahLke) -> str:
    if not n.lalu:
        return f"<p>{kalimat_lalu(n)}</p>"
    return f"<p>{escape(kalimat_lalu(n))}</p>" + tabel(
        (("No", "10mm"), ("Rekomendasi", ""), ("Tindak lanjut", "74mm")),
        ((str(r.nomor), escape(r.isi), escape(tindak_lanjut(r))) for r in n.lalu),
        kanan=(0,),
    )


def kalimat_lalu(n: NaskahLke) -> str:
    """How many of last year's recommendations were answered."""
    if not n.lalu:
        return f"Belum ada rekomendasi tahun {n.tahun - 1} di sistem ini."
    sudah = sum(bool(r.tindak_lanjut) for r in n.lalu)
    return f"{sudah} dari {len(n.lalu)} rekomendasi tahun {n.tahun - 1} sudah ditindaklanjuti."


def tindak_lanjut(r: RekomendasiCetak) -> str:
    return r.tindak_lanjut or BELUM_DITINDAKLANJUTI
