"""Addresses of accounts and of the settings screens."""

from django.urls import path

from kinerja.views import akun

urlpatterns = [
    path("masuk/", akun.masuk, name="masuk"),
    path("keluar/", akun.keluar, name="keluar"),
    path("sandi/", akun.sandi_ganti, name="sandi-ganti"),
    path("sandi/baru/<str:kunci>/<str:token>/", akun.sandi_baru, name="sandi-baru"),
]
