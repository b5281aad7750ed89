from django.apps import AppConfig


class IkuConfig(AppConfig):
    name = "iku"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from iku.contoh import muat
        from iku.penjaga_iku import IKU
        from kinerja.contoh import ruang
        from kinerja.penjaga import daftarkan

        daftarkan(IKU)
        ruang.daftarkan("iku", muat)
