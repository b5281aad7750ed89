"""Addresses of the quarterly measuring."""

from django.urls import path

from kinerja.aturan.pengukuran import TANGGA
from kinerja.views import bukti, lembar, pengukuran, ukur_buku

urlpatterns = [
    path("pohon/<int:pohon_id>/pengukuran/", pengukuran.pengukuran, name="pengukuran"),
    path(
        "pohon/<int:pohon_id>/pengukuran/pembukaan/",
        pengukuran.pengukuran_buka,
        name="pengukuran-pembukaan",
    ),
    path(
        "pohon/<int:pohon_id>/pengukuran/unduh/",
        ukur_buku.pengukuran_unduh,
        name="pengukuran-unduh",
    ),
    path(
        "pohon/<int:pohon_id>/pengukuran/impor/",
        ukur_buku.pengukuran_impor,
        name="pengukuran-impor",
    ),
    *(
        path(
            f"pohon/<int:pohon_id>/pengukuran/{satu.benda}/",
            pengukuran.pengukuran_langkah,
            {"kata_kerja": satu.kata_kerja},
            name=satu.alamat,
        )
        for satu in TANGGA
    ),
    path(
        "indikator/<int:indikator_id>/pengukuran/",
        pengukuran.indikator_ukur,
        name="indikator-pengukuran",
    ),
    path("indikator/<int:indikator_id>/bukti/", bukti.bukti_tambah, name="indikator-bukti"),
    path("indikator/<int:indikator_id>/lembar/", lembar.indikator_lembar, name="indikator-lembar"),
    path(
        "indikator/<int:indikator_id>/penanggung/",
        lembar.indikator_penanggung,
        name="indikator-penanggung",
    ),
    path("bukti/<int:bukti_id>/", bukti.bukti, name="bukti"),
    path("bukti/<int:bukti_id>/pelepasan/", bukti.bukti_lepas, name="bukti-pelepasan"),
]
