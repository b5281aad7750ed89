"""Addresses of what ties trees together."""

from django.urls import path

from cascading.views import evaluasi, kerangka, kontribusi, lintas, rencana_aksi, tautan

urlpatterns = [
    path("pohon/<int:pohon_id>/tautan/", tautan.pohon_tautan, name="pohon-tautan"),
    path("pohon/<int:pohon_id>/kerangka/", kerangka.pohon_kerangka, name="pohon-kerangka"),
    path("simpul/<int:simpul_id>/tautan/", tautan.simpul_tautan, name="simpul-tautan"),
    path("simpul/<int:simpul_id>/tautan/lepas/", tautan.tautan_lepas, name="tautan-lepas"),
    path("pohon/<int:pohon_id>/rencana-aksi/", rencana_aksi.rencana_aksi, name="rencana-aksi"),
    path(
        "pohon/<int:pohon_id>/rencana-aksi/pembatalan/",
        rencana_aksi.rencana_aksi_batal,
        name="rencana-aksi-pembatalan",
    ),
    path(
        "simpul/<int:simpul_id>/rencana-aksi/",
        rencana_aksi.rencana_aksi_baru,
        name="rencana-aksi-baru",
    ),
    path("rencana-aksi/<int:aksi_id>/", rencana_aksi.rencana_aksi_ubah, name="rencana-aksi-ubah"),
    path(
        "rencana-aksi/<int:aksi_id>/penghapusan/",
        rencana_aksi.rencana_aksi_hapus,
        name="rencana-aksi-penghapusan",
    ),
    path("pohon/<int:pohon_id>/evaluasi/", evaluasi.evaluasi_faktor, name="evaluasi-faktor"),
    path(
        "pohon/<int:pohon_id>/evaluasi/tindak-lanjut/",
        evaluasi.evaluasi_tindak_lanjut,
        name="evaluasi-tindak-lanjut",
    ),
    path("pohon/<int:pohon_id>/lkjip/<str:bagian>/", evaluasi.lkjip_uraian, name="lkjip-uraian"),
    path("crosscutting/", lintas.crosscutting_daftar, name="crosscutting-daftar"),
    path("crosscutting/<int:lintas_id>/", lintas.crosscutting, name="crosscutting"),
    path("crosscutting/<int:lintas_id>/indikator/", lintas.crosscutting_bagi, name="lintas-bagi"),
    path("crosscutting/<int:lintas_id>/kontribusi/", kontribusi.kontribusi, name="kontribusi"),
    path("simpul/<int:simpul_id>/crosscutting/", lintas.simpul_minta, name="simpul-minta"),
]
