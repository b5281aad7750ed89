"""Addresses of the dashboards and of what waits for somebody."""

from django.urls import path

from kinerja.views import dasbor, kerja_saya

urlpatterns = [
    path("pekerjaan-saya/", kerja_saya.kerja_saya, name="kerja-saya"),
    path("dasbor/", dasbor.dasbor, name="dasbor"),
    path("dasbor/<int:lembaga_id>/", dasbor.dasbor_satu, name="dasbor-lembaga"),
]
