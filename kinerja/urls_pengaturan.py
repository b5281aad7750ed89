"""Addresses of accounts and of the settings screens."""

from django.urls import include, path

from kinerja.views import akun
from kinerja.views.pengaturan import jabatan, lembaga, pemda, pengguna, periode, ukur, unit

pengaturan = [
    path("", lembaga.pengaturan, name="pengaturan"),
    path("tampilan/", pemda.tampilan, name="tampilan"),
    path("pengukuran/", ukur.aturan_ukur, name="aturan-ukur"),
    path("batas-waktu/", ukur.jendela_daftar, name="jendela-daftar"),
    path("batas-waktu/baru/", ukur.jendela_baru, name="jendela-baru"),
    path("batas-waktu/<int:jendela_id>/", ukur.jendela, name="jendela"),
    path(
        "batas-waktu/<int:jendela_id>/penghapusan/", ukur.jendela_hapus, name="jendela-penghapusan"
    ),
    path("bidang-urusan/", pemda.urusan_daftar, name="urusan-daftar"),
    path("bidang-urusan/baru/", pemda.urusan_baru, name="urusan-baru"),
    path("bidang-urusan/<int:urusan_id>/", pemda.urusan, name="urusan"),
    path(
        "bidang-urusan/<int:urusan_id>/penghapusan/", pemda.urusan_hapus, name="urusan-penghapusan"
    ),
    path("periode/", periode.periode_daftar, name="periode-daftar"),
    path("periode/baru/", periode.periode_baru, name="periode-baru"),
    path("periode/<int:periode_id>/", periode.periode, name="periode"),
    path(
        "periode/<int:periode_id>/penghapusan/", periode.periode_hapus, name="periode-penghapusan"
    ),
    path("perangkat-daerah/", lembaga.lembaga_daftar, name="perangkat-daerah-daftar"),
    path("perangkat-daerah/baru/", lembaga.lembaga_baru, name="perangkat-daerah-baru"),
    path("perangkat-daerah/<int:lembaga_id>/", lembaga.lembaga, name="perangkat-daerah"),
    path("perangkat-daerah/<int:lembaga_id>/lambang/", lembaga.lambang, name="lambang"),
    path(
        "perangkat-daerah/<int:lembaga_id>/lambang/pemasangan/",
        lembaga.lambang_pasang,
        name="lambang-pemasangan",
    ),
    path(
        "perangkat-daerah/<int:lembaga_id>/sebutan/baru/",
        lembaga.sebutan_baru,
        name="sebutan-baru",
    ),
    path("sebutan/<int:sebutan_id>/", lembaga.sebutan, name="sebutan"),
    path(
        "sebutan/<int:sebutan_id>/penghapusan/", lembaga.sebutan_hapus, name="sebutan-penghapusan"
    ),
    path("perangkat-daerah/<int:lembaga_id>/unit/", unit.unit_daftar, name="unit-daftar"),
    path("perangkat-daerah/<int:lembaga_id>/unit/baru/", unit.unit_baru, name="unit-baru"),
    path("unit/<int:unit_id>/", unit.unit, name="unit"),
    path("unit/<int:unit_id>/penghapusan/", unit.unit_hapus, name="unit-penghapusan"),
    path(
        "perangkat-daerah/<int:lembaga_id>/jabatan/", jabatan.jabatan_daftar, name="jabatan-daftar"
    ),
    path(
        "perangkat-daerah/<int:lembaga_id>/jabatan/baru/", jabatan.jabatan_baru, name="jabatan-baru"
    ),
    path("jabatan/<int:jabatan_id>/", jabatan.jabatan, name="jabatan"),
    path(
        "jabatan/<int:jabatan_id>/penghapusan/", jabatan.jabatan_hapus, name="jabatan-penghapusan"
    ),
    path("jabatan/<int:jabatan_id>/pejabat/baru/", jabatan.pejabat_baru, name="pejabat-baru"),
    path("pejabat/<int:pejabat_id>/", jabatan.pejabat, name="pejabat"),
    path(
        "pejabat/<int:pejabat_id>/penghapusan/", jabatan.pejabat_hapus, name="pejabat-penghapusan"
    ),
    path("pegawai/<int:pegawai_id>/", jabatan.pegawai, name="pegawai"),
    path("perangkat-daerah/<int:lembaga_id>/tahap/", periode.tahap_daftar, name="tahap-daftar"),
    path("perangkat-daerah/<int:lembaga_id>/tahap/baru/", periode.tahap_baru, name="tahap-baru"),
    path("tahap/<int:tahap_id>/", periode.tahap, name="tahap"),
    path("tahap/<int:tahap_id>/penguncian/", periode.tahap_kunci, name="tahap-penguncian"),
    path("tahap/<int:tahap_id>/pembukaan/", periode.tahap_buka, name="tahap-pembukaan"),
    path("pengguna/", pengguna.pengguna_daftar, name="pengguna-daftar"),
    path("pengguna/baru/", pengguna.pengguna_baru, name="pengguna-baru"),
    path("pengguna/tautan/", pengguna.pengguna_tautan, name="pengguna-tautan"),
    path("pengguna/<int:pengguna_id>/", pengguna.pengguna, name="pengguna"),
    path(
        "pengguna/<int:pengguna_id>/tautan/",
        pengguna.pengguna_tautan_buat,
        name="pengguna-tautan-pembuatan",
    ),
    path("pengguna/<int:pengguna_id>/status/", pengguna.pengguna_status, name="pengguna-status"),
    path("pengguna/<int:pengguna_id>/peran/", pengguna.keanggotaan_pilih, name="keanggotaan-pilih"),
    path(
        "pengguna/<int:pengguna_id>/peran/<int:lembaga_id>/",
        pengguna.keanggotaan_baru,
        name="keanggotaan-baru",
    ),
    path(
        "peran/<int:keanggotaan_id>/penghapusan/",
        pengguna.keanggotaan_hapus,
        name="keanggotaan-penghapusan",
    ),
]
urlpatterns = [
    path("masuk/", akun.masuk, name="masuk"),
    path("keluar/", akun.keluar, name="keluar"),
    path("sandi/", akun.sandi_ganti, name="sandi-ganti"),
    path("sandi/baru/<str:kunci>/<str:token>/", akun.sandi_baru, name="sandi-baru"),
    path("pengaturan/", include(pengaturan)),
]
