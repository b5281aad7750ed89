"""Addresses of who answers for what."""

from django.urls import path

from kinerja.views import diagram_jabatan, jabatan, penugasan, peta_jabatan

urlpatterns = [
    path("peta-jabatan/", peta_jabatan.peta_daftar, name="peta-jabatan-daftar"),
    path("peta-jabatan/baru/", peta_jabatan.peta_baru, name="peta-jabatan-baru"),
    path("peta-jabatan/<int:peta_id>/", peta_jabatan.peta_jabatan, name="peta-jabatan"),
    path(
        "peta-jabatan/<int:peta_id>/penghapusan/",
        peta_jabatan.peta_hapus,
        name="peta-jabatan-penghapusan",
    ),
    path(
        "peta-jabatan/<int:peta_id>/pasangan/",
        peta_jabatan.peta_pasangan,
        name="peta-jabatan-pasangan",
    ),
    path(
        "peta-jabatan/<int:peta_id>/diagram/",
        diagram_jabatan.diagram_peta,
        name="peta-jabatan-diagram",
    ),
    path(
        "peta-jabatan/<int:peta_id>/langkah/<slug:kata_kerja>/",
        peta_jabatan.peta_langkah,
        name="peta-jabatan-langkah",
    ),
    path("peta-jabatan/<int:peta_id>/kotak/", peta_jabatan.kotak_baru, name="kotak-jabatan-baru"),
    path("kotak-jabatan/<int:kotak_id>/", peta_jabatan.kotak_ubah, name="kotak-jabatan"),
    path(
        "kotak-jabatan/<int:kotak_id>/penghapusan/",
        peta_jabatan.kotak_hapus,
        name="kotak-jabatan-penghapusan",
    ),
    path("pohon/<int:pohon_id>/jabatan/", jabatan.pohon_jabatan, name="pohon-jabatan"),
    path(
        "pohon/<int:pohon_id>/jabatan/<int:jabatan_id>/",
        jabatan.jabatan_tugas,
        name="pohon-jabatan-rinci",
    ),
    path(
        "pohon/<int:pohon_id>/jabatan/diagram/",
        diagram_jabatan.diagram_tugas,
        name="pohon-jabatan-diagram",
    ),
    path("pohon/<int:pohon_id>/penugasan/", jabatan.pohon_tugaskan, name="pohon-penugasan"),
    path("simpul/<int:simpul_id>/penugasan/", penugasan.simpul_tugaskan, name="simpul-penugasan"),
    path(
        "simpul/<int:simpul_id>/penugasan/<int:jabatan_id>/pelepasan/",
        penugasan.simpul_lepas,
        name="penugasan-pelepasan",
    ),
]
