from django.apps import AppConfig


class LaporanConfig(AppConfig):
    name = "laporan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kinerja.penjaga import daftarkan
        from laporan.penjaga_dokumen import DOKUMEN

        daftarkan(DOKUMEN)
