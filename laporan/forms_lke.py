"""What the pages of an LKE send: cells of a component, evidence, the report, an instrument."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms

from kinerja.forms.tercatat import Baris, Tanggal
from laporan.models import JawabanLke, SelLke

AWALAN = {
    "m": "mandiri", "c": "catatan", "b": "bertahan",
    "p": "penilaian", "k": "catatan_penilai", "t": "bertahan_penilai",
}  # fmt: skip
"""Field names of the page: m-<code> and so on, by the column they fill."""
HURUF = {medan: huruf for huruf, medan in AWALAN.items()}


@dataclass
class KirimanLke:
    """The cells that were changed, by their field, and all texts to show again."""

    sel: dict[str, SelLke] = field(default_factory=dict)
    ketikan: dict[str, str] = field(default_factory=dict)


def baca_kiriman(
    kiriman: Mapping[str, str], jawaban: Mapping[str, JawabanLke] | None = None
) -> KirimanLke:
    """``lama`` is one field for all. With ``jawaban`` a value that was left empty becomes what the
    agency answered.
    """
    lama, hasil = _lama(kiriman.get("lama", "")), KirimanLke()
    for nama, isi in kiriman.items():
        huruf, _, kode = nama.partition("-")
        if huruf not in AWALAN or not kode:
            continue
        teks, dilihat = isi.strip(), lama.get(nama, "").strip()
        if jawaban is not None and huruf == "p" and not teks and kode in jawaban:
            teks = jawaban[kode].mandiri
        hasil.ketikan[nama] = teks
        if teks.replace("\r\n", "\n") != dilihat.replace("\r\n", "\n"):
            hasil.sel[nama] = SelLke(kode, AWALAN[huruf], lama=dilihat, baru=teks)
    return hasil


def _lama(teks: str) -> dict[str, str]:
    try:
        isi = json.loads(teks or "{}")
    except json.JSONDecodeError:
        return {}
    return {str(k): str(v) for k, v in isi.items()} if isinstance(isi, dict) else {}


class LaporanLkeForm(forms.Form):
    """What the report prints beside the values."""

    nomor = Baris(label="Nomor LHE", required=False, max_length=120)
    tanggal = Tanggal(label="Tanggal LHE", help_text="Kosong: tanggal saat dinyatakan final.")
    catatan = forms.CharField(
        label="Catatan umum", required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class RekomendasiForm(forms.Form):
    isi = forms.CharField(
        label="Rekomendasi", max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    kode = forms.ChoiceField(label="Tentang", required=False)
    tenggat = Tanggal(label="Tenggat")

    def __init__(self, *args: Any, sub: list[tuple[str, str]], **lain: Any) -> None:
        super().__init__(*args, **lain)
        self.fields["kode"].choices = [("", "Seluruh evaluasi"), *sub]  # type: ignore[attr-defined]


class BuktiLkeForm(forms.Form):
    """One of what is in the system, or an address with a name."""

    bukti = forms.ChoiceField(label="Dari sistem", required=False)
    tautan = forms.CharField(label="Atau tautan", required=False, max_length=1000,
                             widget=forms.TextInput(attrs={"inputmode": "url"}))  # fmt: skip
    nama = Baris(label="Nama tautan", required=False, max_length=300)

    def __init__(self, *args: Any, pilihan: list[Any], **lain: Any) -> None:
        super().__init__(*args, **lain)
        self.fields["bukti"].choices = [("", "– pilih –"), *pilihan]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if bool(isi.get("bukti")) == bool(isi.get("tautan")):
            raise forms.ValidationError("Pilih satu dari sistem, atau tulis satu tautan.")
        return isi


class InstrumenForm(forms.Form):
    """A workbook of an instrument."""

    berkas = forms.FileField(label="Berkas XLSX instrumen")

    def __init__(self, *args: Any, terlalu_besar: bool = False, **lain: Any) -> None:
        super().__init__(*args, **lain)
        if terlalu_besar:
            pesan = "Berkas terlalu besar untuk instrumen; unggah templat yang diisi."
            self.fields["berkas"].error_messages["required"] = pesan
            self.fields["berkas"].widget.attrs["accept"] = ".xlsx"
