"""What a user may ask to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from cascading.models import ambil_set
from cascading.set_kolom import LEPAS, TINGKAT, DaftarKolom, katalog
from kinerja.models import Pohon, Tahap
from laporan.jenis_cetak import DAFTAR
from laporan.naskah_cascading import Pesanan
from laporan.naskah_diagram import PILIHAN_KERTAS
from laporan.naskah_renstra import TABEL
from laporan.pdf.lebar import KERTAS
from laporan.pdf.naskah_diagram import POSTER
from laporan.tawaran import TawaranSet

PEMISAH = ":"


class CetakForm(forms.Form):
    """``susunan`` is set and paper in one choice, as the page offers them ("lengkap:A3")."""

    susunan = forms.ChoiceField(error_messages={"required": "Pilih set kolom dan kertasnya."})
    format = forms.ChoiceField(choices=[(a, a.upper()) for a in DAFTAR["cascading"].pembuat])
    tahun = forms.TypedChoiceField(coerce=int)
    tahap = forms.ChoiceField(required=False)
    seluruh = forms.BooleanField(
        required=False,
        label="Seluruh periode: kotak yang sudah diganti ikut tercetak, dicoret",
    )

    def __init__(self, *args: Any, pohon: Pohon, daftar: Sequence[TawaranSet], **lain: Any):
        super().__init__(*args, **lain)
        self.pohon = pohon
        tahun = pohon.periode.daftar_tahun()
        kode = Tahap.objects.filter(perangkat_daerah=pohon.perangkat_daerah_id)
        self.fields["susunan"].choices = [  # type: ignore[attr-defined]
            (f"{s.nama}{PEMISAH}{k}", f"{s.judul} {k}") for s in daftar for k in KERTAS
        ]
        self.fields["tahun"].choices = [(t, t) for t in tahun]  # type: ignore[attr-defined]
        self.fields["tahap"].choices = [  # type: ignore[attr-defined]
            (k, k) for k in kode.order_by("kode").values_list("kode", flat=True).distinct()
        ]

    def pesanan(self) -> Pesanan:
        """What to print. Call when valid."""
        isi = self.cleaned_data
        nama = isi["susunan"].partition(PEMISAH)[0]
        daftar = ambil_set(self.pohon.perangkat_daerah, nama)
        return Pesanan(self.pohon, daftar, isi["tahun"], isi["tahap"], isi["seluruh"])

    @property
    def kertas(self) -> str:
        return str(self.cleaned_data["susunan"].partition(PEMISAH)[2])


class CetakDiagramForm(forms.Form):
    """``susunan`` is form and paper in one choice ("set:A3"); a picture needs none."""

    susunan = forms.ChoiceField(
        required=False,
        choices=[(f"{b}{PEMISAH}{k}", k) for b, daftar in PILIHAN_KERTAS.items() for k in daftar],
        error_messages={"invalid_choice": "Pilih bentuk dan kertas dari daftar."},
    )
    format = forms.ChoiceField(choices=[(a, a.upper()) for a in ("pdf", "png", "svg")])

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("format") == "pdf" and not isi.get("susunan") and "susunan" not in self.errors:
            self.add_error("susunan", "Pilih bentuk dan kertasnya.")
        return isi

    @property
    def bentuk(self) -> str:
        return str(self.cleaned_data["susunan"].partition(PEMISAH)[0]) or POSTER

    @property
    def kertas(self) -> str:
        return str(self.cleaned_data["susunan"].partition(PEMISAH)[2])


def _pilihan_kolom() -> list[Any]:
    """The catalogue by level, for a select."""
    grup: dict[str, list[tuple[str, str]]] = {nama: [] for nama in TINGKAT.values()}
    lepas: list[tuple[str, str]] = []
    for k in katalog():
        (grup[TINGKAT[k.tingkat]] if k.tingkat else lepas).append((k.kunci, k.judul))
    return [("", "(tidak dipakai)"), *lepas, *grup.items()]


class SetKolomForm(forms.Form):
    """Name and heading of an own set; field names are those of SetKolom."""

    nama = forms.CharField(
        max_length=40,
        help_text="Huruf kecil, angka, dan tanda hubung, misalnya belanja-modal-8.",
    )
    judul = forms.CharField(
        max_length=120, help_text="Tercetak di atas tabel, misalnya CASCADING BELANJA MODAL."
    )


class KolomForm(forms.Form):
    """One column of an own set. An empty heading takes the usual one."""

    kunci = forms.ChoiceField(choices=_pilihan_kolom, required=False, label="Isi kolom")
    judul = forms.CharField(max_length=120, required=False)
    grup = forms.CharField(max_length=80, required=False, label="Judul gabungan")


class DaftarKolomForm(forms.BaseFormSet[KolomForm]):
    """The columns in printed order; rows without a choice are left out."""

    def kolom(self) -> list[dict[str, str]]:
        """As SetKolom stores them. Call when valid."""
        usual = {k.kunci: k.judul for k in katalog()}
        isi = [f.cleaned_data for f in self.ordered_forms if f.cleaned_data.get("kunci")]
        return [
            {
                "kunci": satu["kunci"],
                "judul": satu["judul"].strip() or usual[satu["kunci"]],
                "grup": satu["grup"].strip(),
            }
            for satu in isi
        ]


DaftarKolomFormSet: type[DaftarKolomForm] = forms.formset_factory(
    KolomForm, formset=DaftarKolomForm, can_order=True, extra=6, max_num=60
)  # type: ignore[assignment]


def isi_awal(daftar: DaftarKolom) -> list[dict[str, str]]:
    """Rows of the form for a set that exists."""
    return [
        {"kunci": k.kunci, "judul": k.judul, "grup": k.grup}
        for k in daftar.kolom
        if k.tingkat or k.kunci in LEPAS
    ]


class CetakRenstraForm(forms.Form):
    """Which table of a Renstra, as which file."""

    tabel = forms.ChoiceField(choices=[(nama, nama) for nama in TABEL])
    format = forms.ChoiceField(choices=[(a, a) for a in DAFTAR["renstra"].pembuat])
