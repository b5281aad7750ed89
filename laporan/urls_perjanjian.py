"""Addresses of agreements."""

from django.urls import path

from laporan.views import arsip, bentuk, kalimat, perjanjian, perjanjian_berkas, perjanjian_langkah

LANGKAH = {
    "pengajuan": "ajukan",
    "penarikan": "tarik",
    "verifikasi": "verifikasi",
    "pengembalian": "kembalikan",
    "persetujuan": "setujui",
    "pencatatan": "catat_persetujuan",
    "pemberlakuan": "berlakukan",
}
"""Steps of the ladder, by the noun of their address."""
SATU = "perjanjian/<int:perjanjian_id>/"

urlpatterns = [
    path("perjanjian/", perjanjian.perjanjian_saya, name="perjanjian-saya"),
    path(
        "perjanjian/persetujuan/",
        perjanjian_langkah.perjanjian_setujui_banyak,
        name="perjanjian-persetujuan-banyak",
    ),
    path(
        "perangkat-daerah/<int:lembaga_id>/perjanjian/",
        perjanjian.perjanjian_daftar,
        name="perjanjian-daftar",
    ),
    path(
        "perangkat-daerah/<int:lembaga_id>/perjanjian/pembuatan/",
        perjanjian.perjanjian_buat_semua,
        name="perjanjian-pembuatan",
    ),
    path(
        "jabatan/<int:jabatan_id>/perjanjian/", perjanjian.perjanjian_baru, name="perjanjian-baru"
    ),
    path("pengaturan/perjanjian/", kalimat.kalimat, name="kalimat-perjanjian"),
    path("pengaturan/bentuk/", bentuk.bentuk_daftar, name="bentuk-daftar"),
    path("pengaturan/bentuk/penyusunan/", bentuk.bentuk_susun, name="bentuk-penyusunan"),
    path("pengaturan/bentuk/pemulihan/", bentuk.bentuk_pulih, name="bentuk-pemulihan"),
    path("pengaturan/bentuk/baru/", bentuk.bentuk_baru, name="bentuk-baru"),
    path("pengaturan/bentuk/<int:bentuk_id>/", bentuk.bentuk, name="bentuk"),
    path(
        "pengaturan/bentuk/<int:bentuk_id>/penghapusan/",
        bentuk.bentuk_hapus,
        name="bentuk-penghapusan",
    ),
    path("perangkat-daerah/<int:lembaga_id>/arsip/", arsip.arsip_baru, name="arsip-baru"),
    path(SATU, perjanjian.perjanjian, name="perjanjian"),
    path(f"{SATU}ubah/", perjanjian.perjanjian_ubah, name="perjanjian-ubah"),
    path(f"{SATU}penghapusan/", perjanjian.perjanjian_hapus, name="perjanjian-penghapusan"),
    path(f"{SATU}cetakan/", perjanjian_berkas.perjanjian_cetakan, name="perjanjian-cetakan"),
    path(f"{SATU}berkas/", perjanjian_berkas.perjanjian_simpan_berkas, name="perjanjian-berkas"),
    path(
        f"{SATU}penandatanganan/",
        perjanjian_berkas.perjanjian_tandatangani,
        name="perjanjian-penandatanganan",
    ),
    path(
        "berkas-dokumen/<int:berkas_id>/", perjanjian_berkas.berkas_dokumen, name="berkas-dokumen"
    ),
    *(
        path(
            f"{SATU}{benda}/",
            perjanjian_langkah.perjanjian_langkah,
            {"kata_kerja": kata_kerja},
            name=f"perjanjian-{benda}",
        )
        for benda, kata_kerja in LANGKAH.items()
    ),
]
