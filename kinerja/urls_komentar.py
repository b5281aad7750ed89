"""Addresses of comments and of what people are told."""

from django.urls import path

from kinerja.views import komentar, pemberitahuan

urlpatterns = [
    path("simpul/<int:simpul_id>/komentar/", komentar.komentar_tulis, name="simpul-komentar"),
    *(
        path(
            f"simpul/<int:simpul_id>/komentar/<int:komentar_id>/{benda}/",
            view,
            name=f"komentar-{benda}",
        )
        for benda, view in (
            ("balasan", komentar.komentar_balas),
            ("penyelesaian", komentar.komentar_selesaikan),
            ("pembukaan", komentar.komentar_buka),
        )
    ),
    path("pemberitahuan/", pemberitahuan.pemberitahuan, name="pemberitahuan"),
    path("pemberitahuan/pembacaan/", pemberitahuan.pemberitahuan_baca, name="pemberitahuan-semua"),
    path(
        "pemberitahuan/<int:pemberitahuan_id>/pembukaan/",
        pemberitahuan.pemberitahuan_buka,
        name="pemberitahuan-pembukaan",
    ),
]
