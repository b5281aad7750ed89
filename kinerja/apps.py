from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate, pre_migrate


class KinerjaConfig(AppConfig):
    name = "kinerja"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kinerja import kerja_inti, penjaga
        from kinerja.batal_peta_jabatan import PETA_JABATAN
        from kinerja.kerja_saya import daftarkan
        from kinerja.pembatalan_lembaga import daftarkan as daftarkan_pembatal

        daftarkan_pembatal(PETA_JABATAN)

        pre_migrate.connect(penjaga.sebelum_migrasi, sender=self)
        post_migrate.connect(penjaga.setelah_migrasi, sender=self)
        register(penjaga.periksa_terpasang, Tags.database)
        for satu in (kerja_inti.dokumen, kerja_inti.pengukuran, kerja_inti.komentar,
                     kerja_inti.temuan):  # fmt: skip
            daftarkan(satu.__name__, satu)
