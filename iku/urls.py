"""Addresses of the IKU documents."""

from django.urls import path

from iku.views import dokumen, isi

LANGKAH = {
    "pengajuan": "ajukan",
    "verifikasi": "verifikasi",
    "pengembalian": "kembalikan",
    "persetujuan": "setujui",
    "pemberlakuan": "berlakukan",
}
"""Steps of the ladder, by the noun of their address."""

urlpatterns = [
    path("iku/", dokumen.iku_daftar, name="iku-daftar"),
    path("iku/baru/", dokumen.iku_baru, name="iku-baru"),
    path("iku/<int:dokumen_id>/", dokumen.iku, name="iku"),
    path("iku/<int:dokumen_id>/data/", dokumen.iku_data, name="iku-data"),
    path("iku/<int:dokumen_id>/sumber/", dokumen.iku_sumber, name="iku-sumber"),
    path("iku/<int:dokumen_id>/penghapusan/", dokumen.iku_hapus, name="iku-penghapusan"),
    path("iku/<int:dokumen_id>/pilihan/", isi.iku_pilihan, name="iku-pilihan"),
    path("iku/<int:dokumen_id>/uraian/<uuid:uid>/", isi.iku_uraian, name="iku-uraian"),
    path("iku/<int:dokumen_id>/bab/baru/", isi.iku_bab_baru, name="iku-bab-baru"),
    path("iku/bab/<int:bab_id>/", isi.iku_bab, name="iku-bab"),
    path("iku/bab/<int:bab_id>/penghapusan/", isi.iku_bab_hapus, name="iku-bab-penghapusan"),
    path("iku/<int:dokumen_id>/reviu/baru/", isi.iku_reviu_baru, name="iku-reviu-baru"),
    path("iku/reviu/<int:reviu_id>/", isi.iku_reviu, name="iku-reviu"),
    path(
        "iku/reviu/<int:reviu_id>/penghapusan/", isi.iku_reviu_hapus, name="iku-reviu-penghapusan"
    ),
    *(
        path(
            f"iku/<int:dokumen_id>/{benda}/",
            dokumen.iku_langkah,
            {"kata_kerja": kata_kerja},
            name=f"iku-{benda}",
        )
        for benda, kata_kerja in LANGKAH.items()
    ),
]
