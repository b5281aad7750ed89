"""Forms of the IKU document; fields carry the names of the records'."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from iku.pilihan import Bagian, JenisReviu
from kinerja.aturan.tanggal import BULAN
from kinerja.forms.terbanding import Butir, Teks
from kinerja.forms.tercatat import Baris, FormTercatat, Tanggal
from kinerja.models import Pohon
from kinerja.models.tercatat import Tercatat

PEMISAH = "|"
IKUT_POHON = "Kosong berarti mengikuti pohon."


class Bulan(forms.TypedChoiceField):
    """A month of the year by its name."""

    def __init__(self, **pilihan: Any):
        super().__init__(choices=list(enumerate(BULAN, start=1)), coerce=int, **pilihan)


class SumberField(forms.MultipleChoiceField):
    """Cascadings to take indicators from, ticked in the order they are listed."""

    widget = forms.CheckboxSelectMultiple


class DokumenBaruForm(FormTercatat):
    """A new document: which cascadings, which year."""

    sumber = SumberField(
        label="Cascading asal IKU",
        help_text="Pilih cascading satu perangkat daerah dan satu periode. Urutannya menjadi "
        "urutan lampiran cascading.",
    )
    tahun = forms.IntegerField(min_value=1990, max_value=2200, help_text="Tahun dokumen.")
    judul = Baris(
        max_length=160, required=False, help_text="Pembeda bila ada lebih dari satu, misalnya "
        "Perubahan.",
    )  # fmt: skip

    def __init__(self, *args: Any, daftar: Iterable[Pohon], **lain: Any):
        super().__init__(*args, **lain)
        self.daftar = {str(p.pk): p for p in daftar}
        self.fields["sumber"].choices = [  # type: ignore[attr-defined]
            (pk, f"{p.sebutan} {p.perangkat_daerah}, {p.periode}") for pk, p in self.daftar.items()
        ]

    def clean_sumber(self) -> list[Pohon]:
        pilihan = [self.daftar[pk] for pk in self.cleaned_data["sumber"]]
        if len({(p.perangkat_daerah_id, p.periode_id) for p in pilihan}) > 1:
            raise forms.ValidationError(
                "Pilih cascading dari satu perangkat daerah dan satu periode saja."
            )
        return pilihan


class SumberForm(FormTercatat):
    """Other cascadings, or later editions of the same ones."""

    sumber = SumberField(
        label="Cascading asal IKU", help_text="Urutannya menjadi urutan lampiran cascading."
    )

    def __init__(self, *args: Any, daftar: Iterable[Pohon], dipakai: Iterable[int], **lain: Any):
        super().__init__(*args, initial={"sumber": [str(pk) for pk in dipakai]}, **lain)
        self.daftar = {str(p.pk): p for p in daftar}
        self.fields["sumber"].choices = [  # type: ignore[attr-defined]
            (pk, f"{p.sebutan}, edisi {p.edisi}, {p.get_status_display().lower()}")
            for pk, p in self.daftar.items()
        ]

    def clean_sumber(self) -> list[Pohon]:
        return [self.daftar[pk] for pk in self.cleaned_data["sumber"]]


class DataDokumenForm(FormTercatat):
    """What is printed around the texts."""

    tahun = forms.IntegerField(min_value=1990, max_value=2200)
    judul = Baris(max_length=160, required=False)
    bulan = Bulan(label="Bulan terbit", help_text="Kata pengantar mencetak bulan dan tahun saja.")
    tahun_terbit = forms.IntegerField(min_value=1990, max_value=2200, label="Tahun terbit")
    tempat = Baris(
        max_length=80,
        required=False,
        help_text="Kosong berarti tempat tanda tangan perangkat daerah.",
    )
    nomor = Baris(
        max_length=120, required=False, label="Nomor keputusan",
        help_text="Untuk bentuk Surat Keputusan.",
    )  # fmt: skip
    ditetapkan = Tanggal(label="Tanggal keputusan")


class BabForm(FormTercatat):
    """A text block."""

    judul = Baris(max_length=200)
    # The field of the record; the method of the same name is not asked of this form.
    isi = Teks(  # type: ignore[assignment]
        baris=14,
        help_text="Baris kosong memisahkan paragraf. Awali baris dengan “1. ” atau “- ” untuk "
        "daftar.",
    )
    urutan = forms.IntegerField(
        min_value=1, max_value=999, help_text="Letaknya di antara bagian lain, dari yang terkecil."
    )

    def __init__(self, *args: Any, objek: Any = None, **lain: Any):
        super().__init__(*args, objek=objek, **lain)
        if objek is not None and objek.berdaftar:
            self.fields["isi"].help_text = "Satu baris satu butir; nomornya dicetak sendiri."


class BabBaruForm(BabForm):
    """A block of the agency's own."""

    bagian = forms.ChoiceField(
        choices=[(b.value, b.label) for b in Bagian if b.value.startswith("BAB")]
    )
    field_order = ("bagian", "judul", "isi", "urutan")


class KomponenField(forms.CharField):
    """Rows of name, indicator and successor, one per line with | between; nothing is None."""

    widget = forms.Textarea(attrs={"rows": 10})

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return "\n".join(f" {PEMISAH} ".join(_tanpa_ekor(baris)) for baris in value)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list) or value is None:
            return value
        baris = [b for b in str(value).splitlines() if b.strip()]
        return [_tiga(b) for b in baris] or None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial) != self.to_python(data))

    def run_validators(self, value: Any) -> None:
        """The record looks at the rows."""


class DaftarProgram(Butir):
    """Names, one per line; nothing is None."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value) or None


class UraianForm(FormTercatat):
    """The narrative of one IKU; empty fields follow the tree, which stands as a placeholder."""

    urutan = forms.IntegerField(min_value=1, max_value=999, help_text="Nomor IKU dalam tabel.")
    judul = Teks(baris=2, label="Judul uraian")
    tujuan = Teks(baris=2)
    sasaran = Teks(baris=2)
    uraian = Teks(baris=5, label="Penjelasan", help_text="Boleh paragraf dan daftar.")
    program = DaftarProgram(required=False, help_text=f"Satu baris satu program. {IKUT_POHON}")
    komponen = KomponenField(
        required=False,
        help_text="Satu baris satu komponen: nama | indikator | menjadi. Bagian akhir boleh "
        f"dikosongkan; tanda ? berarti berganti tanpa nama baru. {IKUT_POHON}",
    )
    pembilang = Teks(baris=2, help_text="Kosongkan bersama penyebut untuk mengikuti formula.")
    penyebut = Teks(baris=2)
    pengali = Baris(max_length=40, required=False, help_text="Misalnya 100%.")
    ket = Teks(baris=2, label="KET pada Tabel 2.1")
    sebutan_lampiran = Teks(baris=2, label="Indikator pada Lampiran I")
    cara = Teks(baris=3, label="Cara pengukuran pada Lampiran I")
    kriteria = Teks(baris=4, label="Keterangan atau kriteria", help_text="Satu baris satu butir.")

    def __init__(self, *args: Any, pohon: dict[str, str], **lain: Any):
        super().__init__(*args, **lain)
        for nama, teks in pohon.items():
            self.fields[nama].widget.attrs["placeholder"] = teks

    def isi_awal(self, objek: Tercatat) -> dict[str, Any]:
        isi = super().isi_awal(objek)
        return isi | {"program": isi["program"] or []}


class ReviuForm(FormTercatat):
    """One change that a review decided."""

    tanggal = Tanggal(required=True)
    berita_acara = Baris(max_length=160, label="Berita acara", help_text="Nomor atau sebutannya.")
    peserta = Teks(baris=3, required=True, help_text="Jabatan atau instansi, satu per baris.")
    jenis = forms.ChoiceField(choices=JenisReviu.choices)
    perihal = Baris(max_length=200, help_text="IKU yang direviu, dan bagian mana.")
    sebelum = Teks(baris=3)
    sesudah = Teks(baris=3, required=True)
    sebab = Teks(baris=2, label="Alasan", help_text="Wajib bila IKU diganti.")


def _tiga(baris: str) -> list[str]:
    bagian = [b.strip() for b in baris.split(PEMISAH, 2)]
    return [*bagian, *[""] * (3 - len(bagian))]


def _tanpa_ekor(baris: Sequence[str]) -> list[str]:
    isi = list(baris)
    while len(isi) > 1 and not isi[-1]:
        isi.pop()
    return isi
