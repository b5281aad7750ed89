"""All addresses. Each app brings its own list; ``laporan`` and ``cascading`` come after core."""

from django.urls import include, path

urlpatterns = [
    path("", include("kinerja.urls")),
    path("", include("kinerja.urls_suntingan")),
    path("", include("kinerja.urls_komentar")),
    path("", include("kinerja.urls_jabatan")),
    path("", include("kinerja.urls_mutu")),
    path("", include("kinerja.urls_pengukuran")),
    path("", include("kinerja.urls_dasbor")),
    path("", include("kinerja.urls_pengaturan")),
    path("", include("iku.urls")),
    path("", include("cascading.urls")),
    path("", include("cascading.urls_penjenjangan")),
    path("", include("laporan.urls")),
    path("", include("laporan.urls_perjanjian")),
    path("", include("laporan.urls_evaluasi")),
    path("", include("laporan.urls_publik")),
    path("", include("laporan.urls_lke")),
]
