"""Addresses of the core."""

from django.urls import path

from kinerja.views import (
    banding,
    beranda,
    diagram,
    gabungan,
    impor,
    nomenklatur,
    peran,
    perbedaan,
    pohon,
    riwayat,
    salinan,
    saringan,
    simpul,
    status,
    tampilan,
)
from kinerja.views.sehat import sehat

LANGKAH = {
    "pengajuan": "ajukan",
    "verifikasi": "verifikasi",
    "pengembalian": "kembalikan",
    "persetujuan": "setujui",
}
"""Steps of the ladder, by the noun of their address."""

urlpatterns = [
    path("sehat/", sehat, name="sehat"),
    path("merek.css", beranda.merek, name="merek"),
    path("", beranda.beranda, name="beranda"),
    path("pohon/", pohon.pohon_daftar, name="pohon-daftar"),
    path("pohon/baru/", pohon.pohon_baru, name="pohon-baru"),
    path("pohon/<int:pohon_id>/", pohon.pohon, name="pohon"),
    path("pohon/<int:pohon_id>/nomenklatur/", banding.pohon_nomenklatur, name="pohon-nomenklatur"),
    path("pohon/<int:pohon_id>/riwayat/", riwayat.pohon_riwayat, name="pohon-riwayat"),
    path(
        "pohon/<int:pohon_id>/riwayat/<int:nomor>/pembatalan/",
        riwayat.riwayat_batalkan,
        name="riwayat-pembatalan",
    ),
    path("pohon/<int:pohon_id>/gabungan/", gabungan.pohon_gabungan, name="pohon-gabungan"),
    path("pohon/<int:pohon_id>/diagram/", diagram.pohon_diagram, name="pohon-diagram"),
    path(
        "pohon/<int:pohon_id>/diagram/perbesaran/<int:persen>/",
        diagram.diagram_perbesaran,
        name="diagram-perbesaran",
    ),
    path("pohon/<int:pohon_id>/saringan/", saringan.pohon_saringan, name="pohon-saringan"),
    path("pohon/<int:pohon_id>/kolom/", tampilan.pohon_kolom, name="pohon-kolom"),
    path("pohon/<int:pohon_id>/status/", status.pohon_status, name="pohon-status"),
    *(
        path(
            f"pohon/<int:pohon_id>/{benda}/",
            status.pohon_langkah,
            {"kata_kerja": kata_kerja},
            name=f"pohon-{benda}",
        )
        for benda, kata_kerja in LANGKAH.items()
    ),
    path("pohon/<int:pohon_id>/perubahan/", salinan.perubahan_buka, name="pohon-perubahan"),
    path("pohon/<int:pohon_id>/salinan/", salinan.pohon_salin, name="pohon-salinan"),
    path("pohon/<int:pohon_id>/perbedaan/", perbedaan.perbedaan, name="pohon-perbedaan"),
    path("pohon/<int:pohon_id>/arsip/", salinan.pohon_arsip, name="pohon-arsip"),
    path("pohon/<int:pohon_id>/simpul/baru/", simpul.simpul_baru, name="simpul-baru"),
    path("simpul/<int:simpul_id>/jejak/", riwayat.simpul_jejak, name="simpul-jejak"),
    path("simpul/<int:simpul_id>/riwayat/", riwayat.simpul_riwayat, name="simpul-riwayat"),
    path(
        "perangkat-daerah/<int:lembaga_id>/riwayat/<int:nomor>/pembatalan/",
        riwayat.lembaga_batalkan,
        name="lembaga-pembatalan",
    ),
    path(
        "perangkat-daerah/<int:lembaga_id>/riwayat/",
        riwayat.lembaga_riwayat,
        name="lembaga-riwayat",
    ),
    path("simpul/<int:simpul_id>/rinci/", simpul.simpul_rinci, name="simpul-rinci"),
    path("simpul/<int:simpul_id>/ubah/", simpul.simpul_ubah, name="simpul-ubah"),
    path("simpul/<int:simpul_id>/peran/", peran.simpul_peran, name="simpul-peran"),
    path("simpul/<int:simpul_id>/pelaksana/", peran.simpul_pelaksana, name="simpul-pelaksana"),
    path("simpul/<int:simpul_id>/dukungan/", peran.simpul_dukungan, name="simpul-dukungan"),
    path("simpul/<int:simpul_id>/perpindahan/", simpul.simpul_pindah, name="simpul-perpindahan"),
    path("simpul/<int:simpul_id>/penghapusan/", simpul.simpul_hapus, name="simpul-penghapusan"),
    path("nomenklatur/", nomenklatur.nomenklatur, name="nomenklatur"),
    path("nomenklatur/<slug:kode>/unduh/", nomenklatur.nomenklatur_unduh, name="nomenklatur-unduh"),
    path("impor/", impor.impor, name="impor"),
    path("impor/<int:sesi_id>/", impor.impor_pratinjau, name="impor-pratinjau"),
    path("impor/<int:sesi_id>/keputusan/", impor.impor_keputusan, name="impor-keputusan"),
    path("impor/<int:sesi_id>/usul/", impor.impor_usul, name="impor-usul"),
    path("impor/<int:sesi_id>/pilihan/", impor.impor_pilihan, name="impor-pilihan"),
    path("impor/<int:sesi_id>/pemetaan/", impor.impor_peta, name="impor-pemetaan"),
    path("impor/<int:sesi_id>/maksud/", impor.impor_maksud, name="impor-maksud"),
    path("impor/<int:sesi_id>/pembaruan/", impor.impor_perbarui, name="impor-pembaruan"),
    path("impor/<int:sesi_id>/penerapan/", impor.impor_terapkan, name="impor-penerapan"),
    path("impor/<int:sesi_id>/pembatalan/", impor.impor_batalkan, name="impor-pembatalan"),
    path("impor/<int:sesi_id>/pembuangan/", impor.impor_buang, name="impor-pembuangan"),
    path("impor/<int:sesi_id>/temuan.xlsx", impor.impor_temuan, name="impor-temuan"),
]
