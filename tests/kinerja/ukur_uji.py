"""A document that can be measured: one indicator with targets of quarters, money below it."""

from __future__ import annotations

from kinerja.models import JendelaPengukuran, SelUkur
from kinerja.pilihan import Frekuensi, Jenjang, StatusPohon
from tests.factories import PADA


def buat_terukur(pohon, jalur, oleh, *, agregasi="JUMLAH", target=("25", "25", "25", "25"), **isi):
    """An indicator of the program that adds up to 100 in 2025, measured every quarter."""
    siapa = {"oleh": oleh, "pada": PADA}
    isi = {"teks": "Jumlah orang terlayani", "satuan": "Orang", "agregasi": agregasi,
           "frekuensi": Frekuensi.TRIWULANAN} | isi  # fmt: skip
    baru = pohon.tambah_indikator(jalur[Jenjang.PROGRAM], **isi, **siapa)
    pohon.isi_target(baru, "100", tahun=2025, **siapa)
    for n, teks in enumerate(target, start=1):
        if teks:
            pohon.isi_target(baru, teks, tahun=2025, triwulan=n, **siapa)
    return baru


def ukur(pohon, milik, teks, *, oleh, triwulan=1, medan="realisasi", tahun=2025, **lain):
    """One cell of the grid; ``milik`` is an indicator, or a box for its money."""
    pada = lain.pop("pada", PADA)
    sel = SelUkur(str(milik.uid), medan, teks, lain.get("lama"))
    return pohon.ukur([sel], tahun=tahun, triwulan=triwulan, oleh=oleh, pada=pada)


def langkah(pohon, kata_kerja, *, oleh, triwulan=1, alasan=""):
    return pohon.langkah_ukur(
        kata_kerja, tahun=2025, triwulan=triwulan, alasan=alasan, oleh=oleh, pada=PADA
    )


def jendela(pemda, buka, tutup, triwulan=1):
    return JendelaPengukuran.objects.create(
        pemda=pemda, tahun=2025, triwulan=triwulan, buka=buka, tutup=tutup
    )


def berlakukan(pohon, oleh):
    """Approved without the ladder, as a state to start from."""
    type(pohon).objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)
    pohon.refresh_from_db()
    return pohon
