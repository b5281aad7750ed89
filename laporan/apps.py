from django.apps import AppConfig


class LaporanConfig(AppConfig):
    name = "laporan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from iku import pembekuan
        from kinerja import kaitan, penjaga
        from kinerja.bahan_lembaga import daftarkan_bahan
        from kinerja.contoh import lanjutan
        from laporan.bahan_mutu import bahan_dokumen
        from laporan.contoh_perjanjian import muat_perjanjian
        from laporan.kaitan_perjanjian import ikut_perjanjian
        from laporan.pengesahan_iku import bekukan_iku
        from laporan.penjaga_dokumen import DOKUMEN

        penjaga.daftarkan(DOKUMEN)
        kaitan.daftarkan(kaitan.Kaitan("perjanjian", ikut_perjanjian))
        lanjutan.daftarkan("perjanjian", muat_perjanjian)
        pembekuan.daftarkan("laporan", bekukan_iku)
        daftarkan_bahan("dokumen", bahan_dokumen)
