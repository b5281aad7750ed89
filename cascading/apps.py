from django.apps import AppConfig


class CascadingConfig(AppConfig):
    name = "cascading"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cascading.bahan_mutu import bahan_perjanjian
        from cascading.contoh_tautan import muat_tautan
        from cascading.kaitan_tautan import KAITAN
        from cascading.penjaga_perjanjian import PERJANJIAN
        from kinerja.bahan_lembaga import daftarkan_bahan
        from kinerja.contoh import lanjutan
        from kinerja.kaitan import daftarkan as daftarkan_kaitan
        from kinerja.penjaga import daftarkan

        daftarkan_kaitan(KAITAN)
        daftarkan(PERJANJIAN)
        lanjutan.daftarkan("tautan", muat_tautan)
        daftarkan_bahan("perjanjian", bahan_perjanjian)
