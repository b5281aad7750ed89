"""Addresses of the dashboards and of what waits for somebody."""

from django.urls import path

from kinerja.views import dasbor

urlpatterns = [
    path("dasbor/", dasbor.dasbor, name="dasbor"),
    path("dasbor/<int:lembaga_id>/", dasbor.dasbor_satu, name="dasbor-lembaga"),
]
