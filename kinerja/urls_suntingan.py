"""Addresses of the editor of the tree page; they take and give JSON."""

from django.urls import path

from kinerja.views import baris, saran, suntingan, susunan

urlpatterns = [
    path("pohon/<int:pohon_id>/suntingan/", suntingan.pohon_sunting, name="pohon-suntingan"),
    path("pohon/<int:pohon_id>/pembatalan/", suntingan.pohon_batalkan, name="pohon-pembatalan"),
    path("pohon/<int:pohon_id>/baris/", baris.pohon_baris, name="pohon-baris"),
    path("pohon/<int:pohon_id>/kabar/", suntingan.pohon_kabar, name="pohon-kabar"),
    path("pohon/<int:pohon_id>/saran/", saran.pohon_saran, name="pohon-saran"),
    path("pohon/<int:pohon_id>/turunan/", susunan.pohon_turunan, name="pohon-turunan"),
    path("simpul/<int:simpul_id>/", suntingan.simpul_sunting, name="simpul-suntingan"),
    path("simpul/<int:simpul_id>/saudara/", susunan.simpul_saudara, name="simpul-saudara"),
    path("simpul/<int:simpul_id>/turunan/", susunan.simpul_turunan, name="simpul-turunan"),
    path("simpul/<int:simpul_id>/letak/", susunan.simpul_letak, name="simpul-letak"),
    path("simpul/<int:simpul_id>/cabang/", susunan.simpul_cabang, name="simpul-cabang"),
    path("simpul/<int:simpul_id>/pencabutan/", susunan.simpul_cabut, name="simpul-pencabutan"),
    path("simpul/<int:simpul_id>/penggandaan/", susunan.simpul_ganda, name="simpul-penggandaan"),
    path("indikator/<int:indikator_id>/", suntingan.indikator_sunting, name="indikator-suntingan"),
]
