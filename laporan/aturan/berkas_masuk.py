"""Files that people bring: what they are by their first bytes, and how large they may be."""

from __future__ import annotations

from kinerja.aturan.temuan import Temuan

TERBESAR = 10 * 1024 * 1024
_TANDA = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)


def tipe_berkas(isi: bytes) -> str:
    """Media type by content; "" for anything that is no scan."""
    return next((tipe for tanda, tipe in _TANDA if isi.startswith(tanda)), "")


def periksa_pindaian(isi: bytes, *, hanya_pdf: bool = False) -> list[Temuan]:
    """A scan is a PDF, a PNG or a JPEG."""
    boleh = {"application/pdf"} if hanya_pdf else {tipe for _, tipe in _TANDA}
    if not isi:
        pesan = "Berkasnya kosong; pilih lagi berkas yang benar."
    elif len(isi) > TERBESAR:
        pesan = "Berkas lebih besar dari 10 MB; pindai dengan resolusi lebih rendah."
    elif tipe_berkas(isi) not in boleh:
        jenis = "PDF" if hanya_pdf else "PDF, PNG, atau JPEG"
        pesan = f"Berkas itu bukan {jenis} (dilihat dari isinya); pilih berkas lain."
    else:
        return []
    return [Temuan(kode="BERKAS_TIDAK_SAH", pesan=pesan).di(medan="berkas")]
