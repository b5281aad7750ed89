from django.apps import AppConfig


class IkuConfig(AppConfig):
    name = "iku"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from iku.bahan_mutu import bahan_iku
        from iku.contoh import muat_iku
        from iku.contoh_lembar import muat_lembar
        from iku.kaitan_iku import ikut_iku
        from iku.kerja_iku import dokumen_iku
        from iku.penjaga_iku import IKU
        from kinerja import kaitan, kerja_saya
        from kinerja.bahan_lembaga import daftarkan_bahan
        from kinerja.contoh import lanjutan
        from kinerja.penjaga import daftarkan

        daftarkan(IKU)
        daftarkan_bahan("iku", bahan_iku)
        lanjutan.daftarkan("iku", muat_iku)
        lanjutan.daftarkan("lembar-acuan", muat_lembar)
        kaitan.daftarkan(kaitan.Kaitan("iku", ikut_iku))
        kerja_saya.daftarkan("iku", dokumen_iku)
