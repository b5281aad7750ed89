"""Copy a document: where to, what comes along, which words change."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.aturan.kata import Pasangan, baca_pasangan
from kinerja.forms.dokumen import direncanakan
from kinerja.forms.terbanding import Teks
from kinerja.models import Pengguna, PerangkatDaerah, Periode, Pohon
from kinerja.models.isi_salinan import PilihanSalinan

BAWA = {
    "indikator": "Indikator",
    "target": "Target dan kondisi awal (bersama indikator)",
    "pagu": "Pagu dan pagu tertulis",
    "label": "Label",
    "pengampu": "Perangkat daerah pengampu",
    "penugasan": "Penugasan jabatan",
}
TETAP, GESER = "TETAP", "GESER"


class SalinForm(forms.Form):
    """``pilihan()`` is what ``Pohon.salin`` takes."""

    perangkat_daerah = forms.ModelChoiceField(
        PerangkatDaerah.objects.none(), label="Untuk perangkat daerah", empty_label=None
    )
    periode = forms.ModelChoiceField(Periode.objects.none(), empty_label=None)
    judul = forms.CharField(
        required=False,
        max_length=200,
        help_text="Pembeda bila di sana sudah ada dokumen sejenis untuk periode itu.",
    )
    tahun = forms.ChoiceField(
        label="Tahun target dan pagu",
        choices=[
            (TETAP, "Tetap: angka 2026 tetap angka 2026"),
            (GESER, "Geser: tahun awal periode asal menjadi tahun awal periode tujuan"),
        ],
        widget=forms.RadioSelect,
        initial=TETAP,
    )
    bawa = forms.MultipleChoiceField(
        label="Ikut disalin",
        choices=list(BAWA.items()),
        initial=list(BAWA),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kotak dengan kode, nama, kalimat kinerja, dan masa berlakunya selalu ikut.",
    )
    kata = Teks(
        label="Ganti kata",
        baris=4,
        help_text="Satu pasangan per baris, misalnya Dinas Sosial => Dinas Kesehatan. Boleh "
        "menempel dua kolom dari Excel. Hanya kata utuh yang ditulis persis sama.",
    )

    def __init__(self, *args: Any, pohon: Pohon, pengguna: Pengguna, **lain: Any):
        super().__init__(*args, **lain)
        self.pohon = pohon
        self.fields["perangkat_daerah"].queryset = direncanakan(pengguna)  # type: ignore[attr-defined]
        self.fields["perangkat_daerah"].initial = pohon.perangkat_daerah_id
        self.fields["periode"].queryset = Periode.objects.order_by("-tahun_awal", "nama")  # type: ignore[attr-defined]
        self.fields["periode"].initial = pohon.periode_id

    def clean_kata(self) -> list[Pasangan]:
        pasangan, temuan = baca_pasangan(self.cleaned_data["kata"])
        if temuan:
            raise forms.ValidationError([t.pesan for t in temuan])
        return pasangan

    def pilihan(self) -> PilihanSalinan:
        isi = self.cleaned_data
        geser = isi["periode"].tahun_awal - self.pohon.periode.tahun_awal
        return PilihanSalinan(
            perangkat_daerah=isi["perangkat_daerah"],
            periode=isi["periode"],
            judul=isi["judul"],
            bawa=frozenset(isi["bawa"]),
            geser=geser if isi["tahun"] == GESER else 0,
            kata=tuple(isi["kata"]),
        )
