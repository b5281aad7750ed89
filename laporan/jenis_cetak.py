"""Every kind of document that leaves: which files it can be, how it is read back, what makes it.

Makers are named, not imported: a page that only offers a PDF must not load the PDF engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

Kemajuan = Callable[[int], None]


@dataclass(frozen=True)
class JenisCetak:
    """``baca`` is "module:name" of a function text -> naskah; ``pembuat`` names, by file extension,
    a function (naskah, kertas, kemajuan | None) -> bytes. Neither knows a database.
    """

    kode: str
    baca: str
    pembuat: Mapping[str, str]

    def dari_json(self, teks: str) -> Any:
        return _ambil(self.baca)(teks)

    def buat(
        self, naskah: Any, kertas: str, akhiran: str, kemajuan: Kemajuan | None = None
    ) -> bytes:
        """Raises HurufTidakAda."""
        hasil: bytes = _ambil(self.pembuat[akhiran])(naskah, kertas, kemajuan)
        return hasil


def _ambil(nama: str) -> Callable[..., Any]:
    modul, _, fungsi = nama.partition(":")
    hasil: Callable[..., Any] = getattr(import_module(modul), fungsi)
    return hasil


def _tabel(kode: str) -> JenisCetak:
    """A kind that is one table in a frame."""
    pembuat = {
        "pdf": "laporan.pdf.cascading:cetak",
        "xlsx": "laporan.ekspor.cascading_xlsx:cetak",
    }
    return JenisCetak(kode, "laporan.pdf.naskah:baca_naskah", pembuat)


DAFTAR = {
    satu.kode: satu
    for satu in (
        _tabel("cascading"),
        JenisCetak(
            "pohon",
            "laporan.pdf.naskah_diagram:baca_naskah",
            {
                "pdf": "laporan.pdf.diagram:cetak",
                "svg": "laporan.ekspor.diagram:cetak_svg",
                "png": "laporan.ekspor.diagram:cetak_png",
            },
        ),
        JenisCetak(
            "jabatan",
            "laporan.pdf.naskah_jabatan:baca_naskah",
            {
                "pdf": "laporan.pdf.jabatan:cetak",
                "xlsx": "laporan.ekspor.jabatan:cetak_xlsx",
                "svg": "laporan.ekspor.jabatan:cetak_svg",
                "png": "laporan.ekspor.jabatan:cetak_png",
            },
        ),
        JenisCetak(
            "perjanjian",
            "laporan.pdf.naskah_perjanjian:baca_naskah",
            {
                "pdf": "laporan.pdf.perjanjian:cetak",
                "xlsx": "laporan.ekspor.perjanjian_xlsx:cetak",
            },
        ),
        JenisCetak(
            "catatan",
            "laporan.pdf.naskah_catatan:baca_naskah",
            {
                "pdf": "laporan.pdf.catatan_evaluasi:cetak",
                "xlsx": "laporan.ekspor.catatan_xlsx:cetak",
            },
        ),
        JenisCetak(
            "mutu",
            "laporan.pdf.naskah_mutu:baca_naskah",
            {"pdf": "laporan.pdf.mutu:cetak", "xlsx": "laporan.ekspor.mutu_xlsx:cetak"},
        ),
        JenisCetak(
            "lke",
            "laporan.pdf.naskah_lke:baca_naskah",
            {"pdf": "laporan.pdf.lke:cetak", "xlsx": "laporan.ekspor.lke_xlsx:cetak"},
        ),
        JenisCetak(
            "lhe",
            "laporan.pdf.naskah_lke:baca_naskah",
            {"pdf": "laporan.pdf.lhe:cetak", "docx": "laporan.ekspor.lhe_docx:cetak"},
        ),
        _tabel("renstra"),
        _tabel("renaksi"),
        _tabel("pengukuran"),
        _tabel("e81"),
        JenisCetak(
            "lkjip",
            "laporan.pdf.naskah_lkjip:baca_naskah",
            {
                "pdf": "laporan.pdf.lkjip:cetak",
                "docx": "laporan.ekspor.lkjip:cetak_docx",
                "xlsx": "laporan.ekspor.lkjip:cetak_xlsx",
            },
        ),
        _tabel("target"),
        JenisCetak(
            "penjenjangan",
            "laporan.pdf.naskah_penjenjangan:baca_naskah",
            {
                "pdf": "laporan.pdf.penjenjangan:cetak",
                "docx": "laporan.ekspor.penjenjangan_docx:cetak",
                "xlsx": "laporan.ekspor.penjenjangan_xlsx:cetak",
            },
        ),
        JenisCetak(
            "iku",
            "laporan.pdf.naskah_iku:baca_naskah",
            {
                "pdf": "laporan.pdf.iku:cetak",
                "docx": "laporan.ekspor.iku_docx:cetak",
                "xlsx": "laporan.ekspor.iku_xlsx:cetak",
            },
        ),
    )
}
