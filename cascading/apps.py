from django.apps import AppConfig


class CascadingConfig(AppConfig):
    name = "cascading"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cascading.penjaga_perjanjian import PERJANJIAN
        from kinerja.penjaga import daftarkan

        daftarkan(PERJANJIAN)
