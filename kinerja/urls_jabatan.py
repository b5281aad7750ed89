"""Addresses of who answers for what."""

from django.urls import path

from kinerja.views import penugasan

urlpatterns = [
    path("simpul/<int:simpul_id>/penugasan/", penugasan.simpul_tugaskan, name="simpul-penugasan"),
    path(
        "simpul/<int:simpul_id>/penugasan/<int:jabatan_id>/pelepasan/",
        penugasan.simpul_lepas,
        name="penugasan-pelepasan",
    ),
]
