"""Addresses of the core."""

from django.urls import path

from kinerja.views import beranda, pohon, simpul
from kinerja.views.sehat import sehat

urlpatterns = [
    path("sehat/", sehat, name="sehat"),
    path("merek.css", beranda.merek, name="merek"),
    path("", beranda.beranda, name="beranda"),
    path("pohon/", pohon.pohon_daftar, name="pohon-daftar"),
    path("pohon/baru/", pohon.pohon_baru, name="pohon-baru"),
    path("pohon/<int:pohon_id>/", pohon.pohon, name="pohon"),
    path("pohon/<int:pohon_id>/riwayat/", pohon.pohon_riwayat, name="pohon-riwayat"),
    path(
        "pohon/<int:pohon_id>/riwayat/<int:nomor>/pembatalan/",
        pohon.riwayat_batalkan,
        name="riwayat-pembatalan",
    ),
    path("pohon/<int:pohon_id>/simpul/baru/", simpul.simpul_baru, name="simpul-baru"),
    path("simpul/<int:simpul_id>/rinci/", simpul.simpul_rinci, name="simpul-rinci"),
    path("simpul/<int:simpul_id>/ubah/", simpul.simpul_ubah, name="simpul-ubah"),
    path("simpul/<int:simpul_id>/perpindahan/", simpul.simpul_pindah, name="simpul-perpindahan"),
    path("simpul/<int:simpul_id>/penghapusan/", simpul.simpul_hapus, name="simpul-penghapusan"),
]
