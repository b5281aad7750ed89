"""django-import-export resources of flat reference tables: what leaves and comes in row by row.

The tree, its numbers and people have verbs of their own and no resource. Loading a whole official
list goes through ``kinerja.impor.nomenklatur``; these are for exports and small tables.
"""

from __future__ import annotations

from import_export import fields, resources
from import_export.widgets import ForeignKeyWidget

from kinerja.models import BidangUrusan, Nomenklatur, VersiNomenklatur


class NomenklaturResource(resources.ModelResource):
    """One official row, addressed by version, kode and kind of pemda."""

    versi = fields.Field("versi", "versi", ForeignKeyWidget(VersiNomenklatur, "kode"))

    class Meta:
        model = Nomenklatur
        import_id_fields = ("versi", "kode", "jenis_pemda")
        fields = (
            *("versi", "jenis_pemda", "jenjang", "kode", "nama"),
            *("kinerja", "indikator", "satuan", "definisi", "spm"),
        )
        export_order = fields


class BidangUrusanResource(resources.ModelResource):
    """A government affair by its code."""

    class Meta:
        model = BidangUrusan
        import_id_fields = ("kode",)
        fields = ("kode", "nama")
        export_order = fields
