"""Addresses of the evaluator's desk."""

from django.urls import path

from laporan.pilihan import LangkahCatatan
from laporan.views.evaluasi import banding, cari, catatan, ekspor, meja, paket

LANGKAH = {
    "jawaban": LangkahCatatan.JAWAB,
    "tindak-lanjut": LangkahCatatan.TINDAK_LANJUTI,
    "pengembalian": LangkahCatatan.KEMBALIKAN,
    "perpanjangan": LangkahCatatan.PERPANJANG,
    "penyelesaian": LangkahCatatan.SELESAIKAN,
    "penarikan": LangkahCatatan.TARIK,
}
"""Steps of a note, by the noun of their address."""
SATU = "evaluasi/catatan/<int:catatan_id>/"

urlpatterns = [
    path("evaluasi/", meja.evaluasi, name="evaluasi"),
    path("evaluasi/cari/", cari.evaluasi_cari, name="evaluasi-cari"),
    path(
        "evaluasi/indikator/<int:indikator_id>/",
        banding.evaluasi_banding,
        name="evaluasi-banding",
    ),
    path("evaluasi/paket/", paket.paket, name="paket"),
    path("evaluasi/catatan/", catatan.catatan_daftar, name="catatan-daftar"),
    path("evaluasi/catatan/berkas/", ekspor.catatan_berkas, name="catatan-berkas"),
    path("evaluasi/catatan/baru/", catatan.catatan_baru, name="catatan-baru"),
    path(SATU, catatan.catatan, name="catatan"),
    path(
        "evaluasi/tanggapan/<int:tanggapan_id>/bukti/",
        catatan.tanggapan_bukti,
        name="tanggapan-bukti",
    ),
    *(
        path(
            f"{SATU}{benda}/",
            catatan.catatan_langkah,
            {"kata_kerja": str(kata_kerja)},
            name=f"catatan-{benda}",
        )
        for benda, kata_kerja in LANGKAH.items()
    ),
]
