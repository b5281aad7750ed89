"""Sessions and requests of the import, for tests."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import xlsxwriter

from kinerja.impor import sesi as langkah
from kinerja.models import PerangkatDaerah, SesiImpor
from tests import factories
from tests.berkas import AKAR

CONTOH = AKAR / "fixtures" / "contoh"
KOTIM = CONTOH / "renja-kotim-2025.xlsx"
LEMBAR = "RENJA 2025"
USUL = {
    "H43": "32400000", "H62": "13298000", "H23": "271000", "H58": "65510000", "H39": "150000000"
}  # fmt: skip
KEPALA = ("No", "Program / Kegiatan / Sub Kegiatan", "Indikator", "Target", "Satuan", "Pagu (Rp)")
KECIL = (
    ("1", "Program Bencana", "Persentase korban", "90", "%", "30.000.000"),
    ("1.1", "Perlindungan Korban", "Jumlah korban", "20", "Orang", "30.000.000"),
    ("1.1.1", "Penyediaan Sandang", "Jumlah sandang", "55", "Paket", "10.000.000"),
    ("1.1.2", "Penyediaan Makanan", "Jumlah makanan", "70", "Paket", "20.000.000"),
)
"""A clean outline of one program; cells from A4 down, money in column F."""


def buku(
    *baris: tuple[str, ...],
    judul: str = "RENJA TAHUN 2025",
    lembar: str = "Renja",
    kepala: tuple[str, ...] = KEPALA,
) -> bytes:
    """A workbook with these rows below a head."""
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as wb:
        ws = wb.add_worksheet(lembar)
        ws.write_string(0, 0, judul)
        for r, isi in enumerate((kepala, *baris), start=2):
            for c, teks in enumerate(isi):
                ws.write_string(r, c, teks)
    return keluaran.getvalue()


def mulai(dinas: PerangkatDaerah, oleh: Any, isi: bytes | Path = KOTIM, **lain: Any) -> SesiImpor:
    """An upload read into a session, for a new document unless ``pohon`` is given."""
    byte = isi.read_bytes() if isinstance(isi, Path) else isi
    bawaan = {"nama_berkas": "renja.xlsx", "pada": factories.PADA}
    if "pohon" not in lain:
        bawaan["periode"] = factories.buat_periode()
    return langkah.mulai(perangkat_daerah=dinas, isi=byte, oleh=oleh, **(bawaan | lain))


def putuskan_semua(sesi: SesiImpor) -> None:
    """The five proposals of the Kotim workbook."""
    for sel, nilai in USUL.items():
        langkah.putuskan(sesi, alamat=f"{LEMBAR}!{sel}", aksi="ISI", nilai=nilai)


def unggah(client: Any, dinas: PerangkatDaerah, isi: bytes | Path = KOTIM, **lain: Any) -> Any:
    """POST the upload form, for a new document unless fields say otherwise."""
    berkas = io.BytesIO(isi.read_bytes() if isinstance(isi, Path) else isi)
    berkas.name = lain.pop("nama", isi.name if isinstance(isi, Path) else "renja.xlsx")
    bawaan = {
        "perangkat_daerah": dinas.pk,
        "tujuan": "BARU",
        "periode": factories.buat_periode().pk,
        "jenis_pohon": "CASCADING",
    }
    return client.post("/impor/", bawaan | lain | {"berkas": berkas})


def putuskan(client: Any, sesi: SesiImpor, sel: str, nilai: str = "", aksi: str = "ISI") -> Any:
    isi = {"alamat": f"{LEMBAR}!{sel}", "aksi": aksi, "nilai": nilai}
    return client.post(f"/impor/{sesi.pk}/keputusan/", isi)


def temuan_di_bilah(html: str) -> dict[str, str]:
    """The findings bar as {kode: "n: cells"}."""
    pola = r'<li data-kode="(\w+)"><b>(\d+)[^<]*</b>(?: <span>([^<]*))?'
    return {kode: f"{n}: {sel}" for kode, n, sel in re.findall(pola, html)}
