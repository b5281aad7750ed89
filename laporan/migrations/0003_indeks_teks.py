"""Full-text indexes of boxes and indicators, on PostgreSQL only.

The expressions are those of ``laporan.evaluasi.teks_penuh``.
"""

from django.db import migrations

INDEKS = {
    "simpul_teks_penuh": ("kinerja_simpul", "kode || ' ' || nama || ' ' || kinerja"),
    "indikator_teks_penuh": ("kinerja_indikator", "teks"),
}


def pasang(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as kursor:
        kursor.execute("SELECT 1 FROM pg_ts_config WHERE cfgname = 'indonesian'")
        susunan = "indonesian" if kursor.fetchone() else "simple"
        for nama, (tabel, teks) in INDEKS.items():
            kursor.execute(
                f"CREATE INDEX IF NOT EXISTS {nama} ON {tabel} "
                f"USING gin ((to_tsvector('{susunan}'::regconfig, {teks}) "
                f"|| to_tsvector('simple'::regconfig, {teks})))"
            )


def lepas(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as kursor:
        for nama in INDEKS:
            kursor.execute(f"DROP INDEX IF EXISTS {nama}")


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0021_pemberitahuan_evaluasi"),
        ("laporan", "0002_catatan"),
    ]

    operations = [migrations.RunPython(pasang, lepas)]
