"""What a planning document was frozen as, and how a print of it now differs."""

from __future__ import annotations

from kinerja.models import Pohon
from kinerja.pilihan import StatusPohon
from laporan.aturan.keaslian import naskah_baku
from laporan.models import Dokumen
from laporan.pdf.naskah_pohon import NaskahPohon, baca_naskah
from laporan.perubahan_angka import perubahan_angka
from laporan.pilihan import JenisDokumen


def pohon_beku(pohon: Pohon) -> Dokumen | None:
    """What the document was frozen as when it was approved, without the snapshot."""
    if pohon.status != StatusPohon.DISETUJUI:
        return None
    daftar = Dokumen.objects.defer("cuplikan").filter(jenis=JenisDokumen.POHON, asal=pohon.pk)
    return daftar.first()


def keadaan_cetak(pohon: Pohon) -> tuple[bool, str]:
    """Is a print of it now a draft, and what its foot says: the code, and that numbers changed."""
    status = f"status {pohon.get_status_display()}"
    beku = pohon_beku(pohon)
    if beku is None:
        return True, status
    perubahan = perubahan_angka(beku).kalimat
    return False, " · ".join(filter(None, (f"{status}, kode {beku.kode_tercetak}", perubahan)))


def naskah_beku_pohon(beku: Dokumen) -> NaskahPohon:
    """The naskah of a frozen planning document, out of its snapshot."""
    return baca_naskah(naskah_baku(beku.cuplikan).decode())
