"""Addresses of what ties trees together."""

from django.urls import path

from cascading.views import kerangka, lintas, tautan

urlpatterns = [
    path("pohon/<int:pohon_id>/tautan/", tautan.pohon_tautan, name="pohon-tautan"),
    path("pohon/<int:pohon_id>/kerangka/", kerangka.pohon_kerangka, name="pohon-kerangka"),
    path("simpul/<int:simpul_id>/tautan/", tautan.simpul_tautan, name="simpul-tautan"),
    path("simpul/<int:simpul_id>/tautan/lepas/", tautan.tautan_lepas, name="tautan-lepas"),
    path("crosscutting/", lintas.crosscutting_daftar, name="crosscutting-daftar"),
    path("crosscutting/<int:lintas_id>/", lintas.crosscutting, name="crosscutting"),
    path("simpul/<int:simpul_id>/crosscutting/", lintas.simpul_minta, name="simpul-minta"),
]
