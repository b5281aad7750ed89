"""Addresses of the editor of the tree page; they take and give JSON."""

from django.urls import path

from kinerja.views import suntingan

urlpatterns = [
    path("pohon/<int:pohon_id>/suntingan/", suntingan.pohon_sunting, name="pohon-suntingan"),
    path("pohon/<int:pohon_id>/pembatalan/", suntingan.pohon_batalkan, name="pohon-pembatalan"),
    path("pohon/<int:pohon_id>/kabar/", suntingan.pohon_kabar, name="pohon-kabar"),
    path("simpul/<int:simpul_id>/", suntingan.simpul_sunting, name="simpul-suntingan"),
    path("indikator/<int:indikator_id>/", suntingan.indikator_sunting, name="indikator-suntingan"),
]
