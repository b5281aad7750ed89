"""Forms of a penjenjangan: the document, its items, its words, its matrix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from cascading.aturan.penjenjangan.kata import KATA
from cascading.pilihan import BarisMatriks, BentukKiri
from kinerja.forms.terbanding import Butir, Teks
from kinerja.forms.tercatat import Baris, FormTercatat
from kinerja.models import Pohon

PANJANG = ("PETUNJUK_EKSPEKTASI", "PETUNJUK_MANDAT", "PETUNJUK_ISU", "CATATAN_4")
"""Words of several lines."""


class PohonField(forms.ModelChoiceField):
    """A planning document, named with whose it is."""

    def __init__(self, **pilihan: Any):
        super().__init__(Pohon.objects.none(), empty_label=None, **pilihan)

    def label_from_instance(self, obj: Pohon) -> str:
        edisi = f", edisi {obj.edisi}" if obj.edisi > 1 else ""
        return f"{obj.sebutan} {obj.perangkat_daerah}, {obj.periode}{edisi}"


class PenjenjanganBaruForm(FormTercatat):
    """A new document over two trees of one agency and periode."""

    pohon_kinerja = PohonField(label="Pohon kinerja", help_text="Dibaca untuk Tahap 1 sampai 4.")
    cascading = PohonField(help_text="Dibaca untuk Tahap 5 dan matriks.")
    tahun = forms.IntegerField(
        min_value=1990, max_value=2200, help_text="Tahun target dan anggaran yang dicetak."
    )
    judul = Baris(
        max_length=160, required=False, help_text="Pembeda bila lebih dari satu; boleh kosong."
    )

    def __init__(self, *args: Any, pohon: Iterable[Pohon], **lain: Any):
        super().__init__(*args, **lain)
        pk = [p.pk for p in pohon]
        for nama, jenis in (("pohon_kinerja", "POHON_KINERJA"), ("cascading", "CASCADING")):
            daftar = Pohon.objects.filter(pk__in=pk, jenis=jenis)
            urut = daftar.order_by("perangkat_daerah__nama", "-periode__tahun_awal", "judul")
            self.pilihkan(nama, urut.select_related("perangkat_daerah", "periode"))

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or self.cleaned_data
        atas, bawah = isi.get("pohon_kinerja"), isi.get("cascading")
        if atas and bawah and _milik(atas) != _milik(bawah):
            pesan = "Pilih cascading dari perangkat daerah dan periode yang sama."
            self.add_error("cascading", pesan)
        return isi

    def isi_dokumen(self) -> dict[str, Any]:
        """Columns of the new document; agency and periode are those of its trees."""
        pohon: Pohon = self.cleaned_data["pohon_kinerja"]
        milik = {"perangkat_daerah": pohon.perangkat_daerah, "periode": pohon.periode}
        return self.isi_baru() | milik


class DataPenjenjanganForm(PenjenjanganBaruForm):
    """What the document is about, and what it prints beside its stages."""

    sampul = Baris(
        max_length=200, required=False, label="Baris tambahan di sampul",
        help_text="Misalnya nama bidang atau keterangan edisi.",
    )  # fmt: skip
    catatan = Teks(baris=4, help_text="Dicetak di akhir dokumen.")


class ButirForm(FormTercatat):
    """An item of Tahap 1."""

    teks = Teks(baris=3, required=True, label="Butir", help_text="Tanpa nomor.")
    subbutir = Butir(
        required=False, label="Sub butir",
        help_text="Satu baris satu sub butir; huruf a, b, c dicetak sendiri.",
    )  # fmt: skip


class DeretField(Baris):
    """Whole numbers with commas between them, as a list."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        bagian = [b.strip() for b in str(value or "").replace("+", ",").split(",") if b.strip()]
        if not all(b.isdecimal() and int(b) > 0 for b in bagian):
            raise forms.ValidationError(
                "Tulis angka mulai 1 dipisah koma, misalnya 3, 2, 2; kosongkan untuk mengikuti "
                "pohon."
            )
        return [int(b) for b in bagian]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "").strip()

    def validate(self, value: Any) -> None:
        """An empty list follows the tree."""

    def run_validators(self, value: Any) -> None:
        """Lengths of texts do not apply."""


class BagianForm(FormTercatat):
    """Fields that are keys of a JSON column; ``bawaan`` is what stands where one is empty."""

    def __init__(
        self,
        *args: Any,
        medan: Mapping[str, forms.Field],
        isi: Mapping[str, Any],
        bawaan: Mapping[str, str],
        **lain: Any,
    ):
        super().__init__(*args, initial=dict(isi), **lain)
        self.fields = {**medan, **self.fields}
        for nama, field in self.fields.items():
            field.show_hidden_initial = True
            if bawaan.get(nama):
                field.widget.attrs["placeholder"] = bawaan[nama]

    def bagian(self) -> dict[str, Any]:
        """``isi`` and ``lama`` of ``ubah_bagian``, of the fields that changed."""
        return {"isi": self.isi(), "lama": self.lama()}


class KataForm(BagianForm):
    """The words of a pemda or of a document."""

    def __init__(self, *args: Any, **lain: Any):
        medan = {kunci: _kata(kunci, label) for kunci, (label, _) in KATA.items()}
        super().__init__(*args, medan=medan, **lain)


class MatriksForm(BagianForm):
    """Holders of the levels, and how the sasaran stretch."""

    bentang = DeretField(
        required=False, label="Bentang sasaran",
        help_text="Banyaknya program di bawah tiap sasaran, misalnya 3, 2, 2. Kosong berarti "
        "mengikuti pohon.",
    )  # fmt: skip

    def __init__(self, *args: Any, **lain: Any):
        medan = {
            str(b): Baris(required=False, label=f"Pemegang: {b.label}", max_length=300)
            for b in BarisMatriks
        }
        super().__init__(*args, medan=medan, **lain)

    def bagian(self) -> dict[str, Any]:
        """The holders alone."""
        return {
            nama: {k: v for k, v in isi.items() if k != "bentang"}
            for nama, isi in super().bagian().items()
        }

    def bentang_ubah(self) -> dict[str, Any]:
        """``isi`` and ``lama`` of ``Tercatat.ubah`` for the stretches, where they changed."""
        if "bentang" not in self.changed_data:
            return {}
        return {
            "isi": {"bentang": self.cleaned_data["bentang"]},
            "lama": {"bentang": self.awal("bentang")},
        }


class BentukForm(FormTercatat):
    """Which kind of title stands over the left column of a table; ``hasil`` by kind, "" for the
    one that role and place lead to.
    """

    bentuk = forms.ChoiceField(required=False, label="Judul kolom kiri", widget=forms.RadioSelect)

    def __init__(self, *args: Any, hasil: Mapping[str, str], bentuk: str, **lain: Any):
        super().__init__(*args, initial={"bentuk": bentuk}, **lain)
        field: Any = self.fields["bentuk"]
        field.show_hidden_initial = True
        field.choices = [("", f"Menurut peran dan letaknya: {hasil['']}")] + [
            (str(b), f"{b.label}: {hasil[str(b)]}") for b in BentukKiri
        ]


def _kata(kunci: str, label: str) -> forms.Field:
    if kunci in PANJANG:
        return Teks(baris=3, label=label)
    return Baris(required=False, label=label, max_length=1000)


def _milik(pohon: Pohon) -> tuple[int, int]:
    return pohon.perangkat_daerah_id, pohon.periode_id
