"""Which report of a year or quarter, as which file."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.models import Pohon
from laporan.jenis_cetak import DAFTAR
from laporan.models import Dokumen
from laporan.naskah_kinerja import E81, PENGUKURAN, RENAKSI, TARGET, PesananKinerja
from laporan.naskah_lkjip import LKJIP
from laporan.pdf.lebar import KERTAS
from laporan.pengesahan_ukur import dokumen_ukur

LAPORAN = (RENAKSI, PENGUKURAN, E81, TARGET, LKJIP)


class CetakKinerjaForm(forms.Form):
    """``triwulan`` 0 is the year; ``terbaru`` asks for the figures of now, not the frozen ones."""

    laporan = forms.ChoiceField(choices=[(nama, nama) for nama in LAPORAN])
    tahun = forms.TypedChoiceField(coerce=int)
    triwulan = forms.TypedChoiceField(
        coerce=int, choices=[(n, n) for n in range(5)], required=False, empty_value="0"
    )
    kertas = forms.ChoiceField(choices=[(k, k) for k in KERTAS], required=False)
    format = forms.ChoiceField(choices=[(a, a) for a in DAFTAR[LKJIP].pembuat])
    terbaru = forms.BooleanField(required=False)

    def __init__(self, *args: Any, pohon: Pohon, **lain: Any) -> None:
        super().__init__(*args, **lain)
        self.pohon = pohon
        tahun = pohon.periode.daftar_tahun()
        self.fields["tahun"].choices = [(t, t) for t in tahun]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("format") not in DAFTAR[isi.get("laporan") or LKJIP].pembuat:
            self.add_error("format", "Laporan itu tidak ada dalam bentuk berkas ini.")
        return isi

    def pesanan(self) -> PesananKinerja:
        """What to print. Call when valid."""
        isi = self.cleaned_data
        return PesananKinerja(self.pohon, isi["laporan"], isi["tahun"], int(isi["triwulan"]))

    @property
    def beku(self) -> Dokumen | None:
        """The frozen report that is meant, if any."""
        isi, p = self.cleaned_data, self.pesanan()
        if p.laporan != PENGUKURAN or not p.triwulan or isi["terbaru"]:
            return None
        return dokumen_ukur(p.pohon, p.tahun, p.triwulan)

    @property
    def bentuk(self) -> dict[str, str]:
        isi = self.cleaned_data
        return {"kertas": isi["kertas"] or "A3", "akhiran": isi["format"]}
