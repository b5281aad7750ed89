"""Addresses of Cek kualitas."""

from django.urls import path

from kinerja.views import mutu

urlpatterns = [
    path("kualitas/", mutu.kualitas, name="kualitas"),
    path("kualitas/<int:lembaga_id>/", mutu.kualitas_lembaga, name="kualitas-lembaga"),
    path("kualitas/<int:lembaga_id>/penerimaan/", mutu.temuan_terima, name="temuan-penerimaan"),
    path(
        "kualitas/penerimaan/<int:terima_id>/pembatalan/",
        mutu.temuan_batal,
        name="temuan-pembatalan",
    ),
    path("kualitas/<int:pemda_id>/bobot/", mutu.kualitas_bobot, name="kualitas-bobot"),
]
