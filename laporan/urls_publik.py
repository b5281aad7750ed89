"""Addresses of the public page. They stay: others link to them and programs read them."""

from django.urls import path, re_path

from laporan.views import publik

SATU = "publik/<str:pemda>/"
LEMBAGA = f"{SATU}<str:lembaga>/"

urlpatterns = [
    path("robots.txt", publik.robots, name="robots"),
    path("publik/", publik.publik, name="publik"),
    re_path(
        r"^publik/dokumen/(?P<kode>[^/]{1,20})/(?P<nama>[a-z]+)\.(?P<akhiran>pdf|csv|json|xlsx)$",
        publik.publik_dokumen,
        name="publik-dokumen",
    ),
    path(SATU, publik.publik_pemda, name="publik-pemda"),
    path(f"{SATU}kolom/", publik.publik_kolom, name="publik-kolom"),
    path(f"{SATU}katalog.json", publik.publik_katalog, name="publik-katalog"),
    path(LEMBAGA, publik.publik_lembaga, name="publik-lembaga"),
    re_path(
        r"^publik/(?P<pemda>[^/]+)/(?P<lembaga>[^/]+)/capaian-(?P<tahun>\d{4})"
        r"\.(?P<akhiran>csv|json|xlsx)$",
        publik.publik_capaian,
        name="publik-capaian",
    ),
]
