"""Addresses of the documents that leave."""

from django.urls import path

from laporan.views import (
    buku_kerja,
    cascading,
    diagram,
    iku,
    jabatan,
    kinerja,
    mutu,
    pekerjaan,
    penjenjangan,
    pohon,
    renstra,
    set_kolom,
    verifikasi,
)

urlpatterns = [
    path("iku/<int:dokumen_id>/cetak/", iku.iku_cetak, name="iku-cetak"),
    path("iku/<int:dokumen_id>/berkas/", iku.iku_berkas, name="iku-berkas"),
    path("pohon/<int:pohon_id>/cascading/", cascading.cascading, name="cascading"),
    path(
        "pohon/<int:pohon_id>/cascading/berkas/",
        cascading.cascading_berkas,
        name="cascading-berkas",
    ),
    path("pohon/<int:pohon_id>/diagram/cetak/", diagram.cetak_diagram, name="cetak-diagram"),
    path("pohon/<int:pohon_id>/diagram/berkas/", diagram.berkas_diagram, name="berkas-diagram"),
    path("peta-jabatan/<int:peta_id>/berkas/", jabatan.berkas_peta, name="berkas-peta-jabatan"),
    path("pohon/<int:pohon_id>/jabatan/berkas/", jabatan.berkas_tugas, name="berkas-jabatan"),
    path("pohon/<int:pohon_id>/dokumen/", pohon.pohon_dokumen, name="pohon-dokumen"),
    path(
        "penjenjangan/<int:dokumen_id>/cetak/",
        penjenjangan.penjenjangan_cetak,
        name="penjenjangan-cetak",
    ),
    path(
        "penjenjangan/<int:dokumen_id>/berkas/",
        penjenjangan.penjenjangan_berkas,
        name="penjenjangan-berkas",
    ),
    path("pohon/<int:pohon_id>/renstra/berkas/", renstra.renstra_berkas, name="renstra-berkas"),
    path("pohon/<int:pohon_id>/laporan/", kinerja.laporan_kinerja, name="laporan-kinerja"),
    path(
        "pohon/<int:pohon_id>/laporan/berkas/",
        kinerja.laporan_kinerja_berkas,
        name="laporan-kinerja-berkas",
    ),
    path("pohon/<int:pohon_id>/buku-kerja/", buku_kerja.buku_kerja, name="buku-kerja"),
    path(
        "perangkat-daerah/<int:perangkat_daerah_id>/set-kolom/",
        set_kolom.set_kolom_daftar,
        name="set-kolom-daftar",
    ),
    path(
        "perangkat-daerah/<int:perangkat_daerah_id>/set-kolom/baru/",
        set_kolom.set_kolom_baru,
        name="set-kolom-baru",
    ),
    path("set-kolom/<int:set_id>/", set_kolom.set_kolom_ubah, name="set-kolom"),
    path("set-kolom/<int:set_id>/penghapusan/", set_kolom.set_kolom_hapus, name="set-kolom-hapus"),
    path("pekerjaan/<uuid:uid>/", pekerjaan.pekerjaan, name="pekerjaan"),
    path("pekerjaan/<uuid:uid>/berkas/", pekerjaan.pekerjaan_berkas, name="pekerjaan-berkas"),
    path(
        "pekerjaan/<uuid:uid>/pembatalan/",
        pekerjaan.pekerjaan_batalkan,
        name="pekerjaan-pembatalan",
    ),
    path("kualitas/<int:lembaga_id>/berkas/", mutu.berkas_mutu, name="kualitas-berkas"),
    path("verifikasi/", verifikasi.verifikasi, name="verifikasi"),
    path("verifikasi/<str:kode>/", verifikasi.verifikasi_kode, name="verifikasi-kode"),
]
