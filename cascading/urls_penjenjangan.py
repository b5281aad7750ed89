"""Addresses of penjenjangan."""

from django.urls import path

from cascading.views import penjenjangan, penjenjangan_isi

LANGKAH = {
    "pengajuan": "ajukan",
    "verifikasi": "verifikasi",
    "pengembalian": "kembalikan",
    "persetujuan": "setujui",
}
"""Steps of the ladder, by the noun of their address."""
P, DI = "penjenjangan/", "penjenjangan/<int:dokumen_id>/"

urlpatterns = [
    path(P, penjenjangan.penjenjangan_daftar, name="penjenjangan-daftar"),
    path(f"{P}baru/", penjenjangan.penjenjangan_baru, name="penjenjangan-baru"),
    path(DI, penjenjangan.penjenjangan, name="penjenjangan"),
    path(f"{DI}tahap/<str:tahap>/", penjenjangan.penjenjangan_tahap, name="penjenjangan-tahap"),
    path(f"{DI}data/", penjenjangan.penjenjangan_data, name="penjenjangan-data"),
    path(f"{DI}salinan/", penjenjangan.penjenjangan_salin, name="penjenjangan-salinan"),
    path(f"{DI}penghapusan/", penjenjangan.penjenjangan_hapus, name="penjenjangan-penghapusan"),
    path(f"{DI}kata/", penjenjangan_isi.penjenjangan_kata, name="penjenjangan-kata"),
    path(f"{DI}matriks/", penjenjangan_isi.penjenjangan_matriks, name="penjenjangan-matriks"),
    path(
        f"{DI}pembatalan/", penjenjangan_isi.penjenjangan_batalkan, name="penjenjangan-pembatalan"
    ),
    path(
        f"{DI}judul-kiri/<uuid:uid>/", penjenjangan_isi.judul_kiri, name="penjenjangan-judul-kiri"
    ),
    path(f"{DI}butir/<str:kolom>/", penjenjangan_isi.butir_baru, name="penjenjangan-butir-baru"),
    path(f"{P}butir/<int:butir_id>/", penjenjangan_isi.butir, name="penjenjangan-butir"),
    path(
        f"{P}butir/<int:butir_id>/penghapusan/",
        penjenjangan_isi.butir_hapus,
        name="penjenjangan-butir-penghapusan",
    ),
    path(
        f"{P}butir/<int:butir_id>/letak/",
        penjenjangan_isi.butir_geser,
        name="penjenjangan-butir-letak",
    ),
    path("pengaturan/penjenjangan/", penjenjangan_isi.kata_pemda, name="kata-penjenjangan"),
    *(
        path(
            f"{DI}{benda}/",
            penjenjangan.penjenjangan_langkah,
            {"kata_kerja": kata_kerja},
            name=f"penjenjangan-{benda}",
        )
        for benda, kata_kerja in LANGKAH.items()
    ),
]
