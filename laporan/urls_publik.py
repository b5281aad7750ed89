"""Addresses of the public page. They stay: others link to them and programs read them."""

from django.urls import path

from laporan.views import publik

SATU = "publik/<str:pemda>/"
LEMBAGA = f"{SATU}<str:lembaga>/"

urlpatterns = [
    path("robots.txt", publik.robots, name="robots"),
    path("publik/", publik.publik, name="publik"),
    path(
        "publik/dokumen/<str:kode>/<str:nama>.<str:akhiran>",
        publik.publik_dokumen,
        name="publik-dokumen",
    ),
    path(SATU, publik.publik_pemda, name="publik-pemda"),
    path(f"{SATU}kolom/", publik.publik_kolom, name="publik-kolom"),
    path(f"{SATU}katalog.json", publik.publik_katalog, name="publik-katalog"),
    path(
        f"{LEMBAGA}capaian/<int:tahun>/",
        publik.publik_capaian_halaman,
        name="publik-capaian-halaman",
    ),
    path(LEMBAGA, publik.publik_lembaga, name="publik-lembaga"),
    path(
        f"{LEMBAGA}capaian-<int:tahun>.<str:akhiran>",
        publik.publik_capaian,
        name="publik-capaian",
    ),
]
