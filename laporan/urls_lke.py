"""Addresses of the evaluation sheets."""

from django.urls import path

from laporan.views import lke, lke_instrumen, lke_isian, lke_langkah

SATU = "lke/<int:lke_id>/"
LANGKAH = {"pengajuan": "ajukan", "pengembalian": "kembalikan", "penetapan": "finalkan"}
"""Steps of the ladder, by the noun of their address."""

urlpatterns = [
    path("lke/", lke.lke_daftar, name="lke-daftar"),
    path("lke/instrumen/", lke_instrumen.lke_instrumen, name="lke-instrumen"),
    path(
        "lke/instrumen/pratinjau/",
        lke_instrumen.instrumen_pratinjau,
        name="lke-instrumen-pratinjau",
    ),
    path("lke/instrumen/pemuatan/", lke_instrumen.instrumen_muat, name="lke-instrumen-pemuatan"),
    path(
        "lke/instrumen/<int:versi_id>/unduh/",
        lke_instrumen.instrumen_unduh,
        name="lke-instrumen-unduh",
    ),
    path(
        "lke/instrumen/<int:versi_id>/penghapusan/",
        lke_instrumen.instrumen_hapus,
        name="lke-instrumen-penghapusan",
    ),
    path("perangkat-daerah/<int:lembaga_id>/lke/", lke.lke_mulai, name="lke-mulai"),
    path(SATU, lke.lke, name="lke"),
    path(f"{SATU}penghapusan/", lke.lke_hapus, name="lke-penghapusan"),
    path(f"{SATU}komponen/<str:kode>/", lke_isian.lke_komponen, name="lke-komponen"),
    path(f"{SATU}bukti/<str:kode>/", lke_isian.lke_bukti, name="lke-bukti"),
    path(
        f"{SATU}pelepasan/<int:bukti_id>/",
        lke_isian.lke_bukti_lepas,
        name="lke-bukti-pelepasan",
    ),
    path(f"{SATU}laporan/", lke_langkah.lke_laporan, name="lke-laporan"),
    path(f"{SATU}rekomendasi/", lke_langkah.lke_rekomendasi, name="lke-rekomendasi"),
    path(
        f"{SATU}rekomendasi/<int:nomor>/pencabutan/",
        lke_langkah.lke_rekomendasi_cabut,
        name="lke-rekomendasi-pencabutan",
    ),
    path(
        f"{SATU}rekomendasi/<int:nomor>/tindak-lanjut/",
        lke_langkah.lke_tindak_lanjut,
        name="lke-tindak-lanjut",
    ),
    *(
        path(f"{SATU}{benda}/", lke_langkah.lke_langkah, {"kata_kerja": kata}, name=f"lke-{benda}")
        for benda, kata in LANGKAH.items()
    ),
    path(f"{SATU}berkas/<str:jenis>/", lke_langkah.lke_berkas, name="lke-berkas"),
]
