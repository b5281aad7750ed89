from django.apps import AppConfig


class CascadingConfig(AppConfig):
    name = "cascading"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cascading.bahan_lintas import bahan_lintas
        from cascading.bahan_mutu import bahan_perjanjian
        from cascading.kaitan_lintas import KAITAN as KAITAN_LINTAS
        from cascading.kaitan_tautan import KAITAN as KAITAN_TAUTAN
        from cascading.kaitan_tautan import PEMBATAL
        from cascading.kerja_cascading import perjanjian, perjanjian_tertunda, permintaan
        from cascading.pembatalan_penjenjangan import PEMBATAL as PEMBATAL_PENJENJANGAN
        from cascading.penjaga_laporan import LAPORAN
        from cascading.penjaga_lintas import LINTAS
        from cascading.penjaga_penjenjangan import PENJENJANGAN
        from cascading.penjaga_perjanjian import PERJANJIAN
        from kinerja import kerja_saya, tertunda
        from kinerja.bahan_lembaga import daftarkan_bahan
        from kinerja.kaitan import daftarkan as daftarkan_kaitan
        from kinerja.pembatalan_lembaga import daftarkan as daftarkan_pembatal
        from kinerja.penjaga import daftarkan

        daftarkan_kaitan(KAITAN_TAUTAN)
        daftarkan_pembatal(PEMBATAL)
        daftarkan_pembatal(PEMBATAL_PENJENJANGAN)
        daftarkan_kaitan(KAITAN_LINTAS)
        daftarkan_bahan("perjanjian", bahan_perjanjian)
        daftarkan_bahan("crosscutting", bahan_lintas)
        for penjaga in (PERJANJIAN, LINTAS, PENJENJANGAN, LAPORAN):
            daftarkan(penjaga)
        kerja_saya.daftarkan("perjanjian", perjanjian)
        kerja_saya.daftarkan("crosscutting", permintaan)
        tertunda.daftarkan("perjanjian", perjanjian_tertunda)
        _daftarkan_contoh()


def _daftarkan_contoh() -> None:
    """The demo's data of this room."""
    from cascading.contoh_kontribusi import muat_kontribusi
    from cascading.contoh_laporan import muat_laporan
    from cascading.contoh_lintas import muat_lintas
    from cascading.contoh_penjenjangan import muat_penjenjangan
    from cascading.contoh_tautan import muat_tautan
    from kinerja.contoh import lanjutan

    lanjutan.daftarkan("tautan", muat_tautan)
    lanjutan.daftarkan("crosscutting", muat_lintas)
    lanjutan.daftarkan("laporan", muat_laporan)
    lanjutan.daftarkan("penjenjangan", muat_penjenjangan)
    lanjutan.daftarkan("kontribusi", muat_kontribusi)
