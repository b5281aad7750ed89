from django.apps import AppConfig


class LaporanConfig(AppConfig):
    name = "laporan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kinerja import kaitan, kerja_saya, pembekuan, penjaga
        from kinerja.bahan_lembaga import daftarkan_bahan
        from kinerja.contoh import lanjutan
        from laporan.bahan_mutu import bahan_dokumen
        from laporan.contoh_evaluasi import muat_catatan
        from laporan.contoh_lke import muat_lke
        from laporan.contoh_perjanjian import muat_perjanjian
        from laporan.contoh_publik import muat_publik
        from laporan.evaluasi import langkah_lke  # noqa: F401  (prints frozen reports)
        from laporan.evaluasi.kerja_lke import lembar_evaluasi
        from laporan.kaitan_catatan import ikut_catatan, rinci_catatan
        from laporan.kaitan_dokumen import keadaan_pohon
        from laporan.kaitan_perjanjian import ikut_perjanjian
        from laporan.naskah_pohon import baca_bahan
        from laporan.pengesahan_iku import bekukan_iku
        from laporan.pengesahan_pohon import bekukan_pohon
        from laporan.pengesahan_ukur import bekukan_ukur
        from laporan.penjaga_catatan import CATATAN
        from laporan.penjaga_dokumen import DOKUMEN
        from laporan.penjaga_lke import PENJAGA_LKE

        penjaga.daftarkan(DOKUMEN)
        penjaga.daftarkan(CATATAN)
        penjaga.daftarkan(PENJAGA_LKE)
        kaitan.daftarkan(kaitan.Kaitan("perjanjian", ikut_perjanjian))
        kaitan.daftarkan(kaitan.Kaitan("dokumen", keadaan=keadaan_pohon))
        kaitan.daftarkan(kaitan.Kaitan("catatan", ikut_catatan, rinci=rinci_catatan))
        lanjutan.daftarkan("perjanjian", muat_perjanjian)
        lanjutan.daftarkan("catatan", muat_catatan)
        lanjutan.daftarkan("publik", muat_publik)
        daftarkan_bahan("dokumen", bahan_dokumen)
        pembekuan.daftarkan("iku", bekukan_iku)
        pembekuan.daftarkan("pohon", bekukan_pohon, baca_bahan)
        pembekuan.daftarkan("pengukuran", bekukan_ukur)
        lanjutan.daftarkan("lke", muat_lke)
        kerja_saya.daftarkan("lke", lembar_evaluasi)
