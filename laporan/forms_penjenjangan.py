"""What to print of a penjenjangan."""

from __future__ import annotations

from django import forms

from laporan.jenis_cetak import DAFTAR
from laporan.pdf.lebar import KERTAS

NAMA_KERTAS = {"F4": "F4 (215 × 330 mm), mendatar", "A3": "A3, mendatar"}


class CetakPenjenjanganForm(forms.Form):
    """The paper of the PDF and the kind of file."""

    tanpa_tanda = True
    kertas = forms.ChoiceField(
        choices=[(k, NAMA_KERTAS[k]) for k in reversed(KERTAS)],
        initial="F4",
        label="Kertas PDF",
        help_text="Gambar yang tidak terbaca di F4 memakai lembar A3 sendiri.",
    )
    format = forms.ChoiceField(
        choices=[(a, a) for a in DAFTAR["penjenjangan"].pembuat], widget=forms.HiddenInput
    )
