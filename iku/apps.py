from django.apps import AppConfig


class IkuConfig(AppConfig):
    name = "iku"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from iku.contoh import muat_iku
        from iku.penjaga_iku import IKU
        from kinerja.contoh import lanjutan
        from kinerja.penjaga import daftarkan

        daftarkan(IKU)
        lanjutan.daftarkan("iku", muat_iku)
