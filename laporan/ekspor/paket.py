"""What opens a package of documents: its page and its list."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

KEPALA = ("berkas", "jenis", "perangkat_daerah", "tahun", "status", "sha256", "ukuran", "tautan")
_GAYA = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#111827;background:#fff}h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}"
    "h3{font-size:1rem;margin:1rem 0 .25rem}ul{margin:0;padding-left:1.25rem}a{color:#0b4a9e}"
    "small{color:#4b5563}li{overflow-wrap:anywhere}"
)


@dataclass(frozen=True)
class BarisPaket:
    """One line of the list. ``berkas`` is the path inside the package, "" for an address or for
    what could not be printed (``status`` says why).
    """

    jenis: str
    lembaga: str
    tahun: int
    nama: str
    status: str
    berkas: str = ""
    sha256: str = ""
    ukuran: int = 0
    tautan: str = ""


def daftar_csv(baris: Iterable[BarisPaket]) -> bytes:
    """UTF-8 with a mark, so that a spreadsheet reads it; no cell is taken for a formula."""
    keluar = io.StringIO()
    penulis = csv.writer(keluar)
    penulis.writerow(KEPALA)
    for b in baris:
        penulis.writerow(
            [_sel(b.berkas), _sel(b.jenis), _sel(b.lembaga), b.tahun, _sel(b.status), b.sha256,
             b.ukuran if b.berkas else "", _sel(b.tautan)]
        )  # fmt: skip
    return keluar.getvalue().encode("utf-8-sig")


def _sel(teks: str) -> str:
    return f"'{teks}" if teks.startswith(("=", "+", "-", "@", "\t", "\r")) else teks


def halaman_indeks(judul: str, keterangan: str, baris: Iterable[BarisPaket]) -> bytes:
    """The page that opens the package: agency, kind, files. Nothing from outside."""
    bagian, lembaga, jenis = [], "", ""
    for b in baris:
        if b.lembaga != lembaga:
            bagian.append(f"{'</ul>' if jenis else ''}<h2>{escape(b.lembaga)}</h2>")
            lembaga, jenis = b.lembaga, ""
        if b.jenis != jenis:
            bagian.append(f"{'</ul>' if jenis else ''}<h3>{escape(b.jenis)}</h3><ul>")
            jenis = b.jenis
        bagian.append(_butir(b))
    isi = "".join(bagian) + ("</ul>" if jenis else "")
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(judul)}</title><style>{_GAYA}</style></head><body><h1>{escape(judul)}</h1>"
        f"<p>{escape(keterangan)}</p>"
        '<p>Daftar semua berkas dengan sidik SHA-256: <a href="daftar.csv">daftar.csv</a></p>'
        f"{isi or '<p>Belum ada dokumen.</p>'}</body></html>"
    ).encode()


def _butir(b: BarisPaket) -> str:
    nama = escape(b.nama)
    if b.berkas:
        nama = f'<a href="{quote(b.berkas)}">{nama}</a>'
    elif b.tautan:
        nama = f'<a href="{escape(b.tautan)}" rel="noreferrer">{nama}</a>'
    return f"<li>{nama} <small>{escape(b.status)}</small></li>"
