"""What to print of an IKU document."""

from __future__ import annotations

from typing import Any

from django import forms

from cascading.models import set_tersedia
from iku.models import DokumenIku
from laporan.jenis_cetak import DAFTAR
from laporan.naskah_iku import ROMAWI, susunan_bawaan
from laporan.pdf.naskah_iku import BUKU, KEPUTUSAN

BENTUK = ((BUKU, "Buku IKU"), (KEPUTUSAN, "Surat Keputusan"))
AWALAN = "susunan-"


class CetakIkuForm(forms.Form):
    """The form of the document, the columns of each annex, the kind of file."""

    tanpa_tanda = True
    bentuk = forms.ChoiceField(choices=BENTUK, initial=BUKU, label="Bentuk")

    def __init__(self, *args: Any, dokumen: DokumenIku, **lain: Any):
        super().__init__(*args, **lain)
        tersedia = set_tersedia(dokumen.perangkat_daerah)
        pilihan = [(nama, f"{nama} ({len(s.kolom)} kolom)") for nama, s in tersedia.items()]
        sumber = dokumen.sumber.select_related("pohon__perangkat_daerah").order_by("urutan")
        for nomor, s in zip(ROMAWI, sumber, strict=False):
            self.fields[f"{AWALAN}{s.pohon_id}"] = forms.ChoiceField(
                choices=pilihan,
                initial=susunan_bawaan(s.pohon),
                required=False,
                label=f"Kolom Lampiran {nomor}: {s.pohon.sebutan}",
            )
        self.fields["format"] = forms.ChoiceField(
            choices=[(a, a) for a in DAFTAR["iku"].pembuat], widget=forms.HiddenInput, required=True
        )

    @property
    def cetakan_beku(self) -> bool:
        """Is it what an approval has filed: the book as PDF?"""
        return bool(self.cleaned_data["bentuk"] == BUKU and self.cleaned_data["format"] == "pdf")

    def pesanan(self) -> dict[str, Any]:
        """Arguments of ``cetakan_iku``."""
        isi = self.cleaned_data
        susunan = {
            int(nama.removeprefix(AWALAN)): nilai
            for nama, nilai in isi.items()
            if nama.startswith(AWALAN) and nilai
        }
        return {"bentuk": isi["bentuk"], "akhiran": isi["format"], "susunan": susunan}
