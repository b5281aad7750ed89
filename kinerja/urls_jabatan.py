"""Addresses of who answers for what."""

from django.urls import path

from kinerja.views import jabatan, penugasan

urlpatterns = [
    path("pohon/<int:pohon_id>/jabatan/", jabatan.pohon_jabatan, name="pohon-jabatan"),
    path(
        "pohon/<int:pohon_id>/jabatan/<int:jabatan_id>/",
        jabatan.jabatan_tugas,
        name="pohon-jabatan-rinci",
    ),
    path("pohon/<int:pohon_id>/penugasan/", jabatan.pohon_tugaskan, name="pohon-penugasan"),
    path("simpul/<int:simpul_id>/penugasan/", penugasan.simpul_tugaskan, name="simpul-penugasan"),
    path(
        "simpul/<int:simpul_id>/penugasan/<int:jabatan_id>/pelepasan/",
        penugasan.simpul_lepas,
        name="penugasan-pelepasan",
    ),
]
