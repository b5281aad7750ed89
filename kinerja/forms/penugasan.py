"""Which position, in which part."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.models import Jabatan, Pohon, Simpul
from kinerja.pilihan import PeranTugas


class TugasForm(forms.Form):
    """``cleaned_data`` is what ``Pohon.tugaskan`` takes beside the boxes."""

    jabatan = forms.ModelChoiceField(
        Jabatan.objects.none(),
        empty_label="Pilih jabatan",
        error_messages={
            "required": "Pilih jabatannya.",
            "invalid_choice": "Jabatan itu bukan dari perangkat daerah ini; pilih yang lain.",
        },
    )
    peran = forms.ChoiceField(
        label="Sebagai",
        choices=PeranTugas,
        initial=PeranTugas.PENANGGUNG_JAWAB,
        error_messages={"invalid_choice": "Peran itu tidak dikenal; pilih dari daftar."},
    )
    gantikan = forms.BooleanField(
        required=False, label="Gantikan penanggung jawab sub kegiatan yang sekarang"
    )

    def __init__(self, *args: Any, pohon: Pohon, **lain: Any):
        super().__init__(*args, **lain)
        milik = Jabatan.objects.filter(perangkat_daerah=pohon.perangkat_daerah_id)
        self.fields["jabatan"].queryset = milik.order_by("-kepala", "nama", "pk")  # type: ignore[attr-defined]


class SaringKotakForm(forms.Form):
    """Which boxes are listed to choose from."""

    hanya = forms.ChoiceField(
        required=False,
        label="Tampilkan",
        choices=[
            ("", "Semua kotak"),
            ("KOSONG", "Yang belum ada penanggung jawabnya"),
            ("MILIK", "Yang sudah ditugaskan ke jabatan ini"),
        ],
    )
    cari = forms.CharField(required=False, max_length=100, label="Kode atau nama")


class TugaskanForm(TugasForm):
    """Many boxes at once. ``jalankan`` gives them to the position, or takes them back."""

    kotak = forms.ModelMultipleChoiceField(
        Simpul.objects.none(),
        error_messages={
            "required": "Pilih paling sedikit satu kotak.",
            "invalid_choice": "Ada kotak yang sudah dihapus; muat ulang halaman.",
            "invalid_pk_value": "Ada kotak yang tidak dikenal; muat ulang halaman.",
        },
    )
    ke_bawah = forms.BooleanField(
        required=False, label="Berlaku juga untuk semua kotak di bawah yang dipilih"
    )
    lepas = forms.BooleanField(required=False)

    def __init__(self, *args: Any, pohon: Pohon, **lain: Any):
        super().__init__(*args, pohon=pohon, **lain)
        self.pohon = pohon
        milik = Simpul.objects.tampak().filter(pohon=pohon)
        self.fields["kotak"].queryset = milik.order_by("lft")  # type: ignore[attr-defined]
        self._kotak: list[Simpul] = []

    def kotak_pk(self) -> list[int]:
        return [s.pk for s in self._kotak]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        self._kotak = list(isi.get("kotak", ()))
        if isi.get("ke_bawah") and self._kotak:
            self._kotak = _cabang(self.pohon, self._kotak)
        return isi

    def jalankan(self, **siapa: Any) -> None:
        isi = self.cleaned_data
        if isi["lepas"]:
            self.pohon.lepas_tugas(self._kotak, isi["jabatan"], **siapa)
            return
        gantikan = {"gantikan": isi["gantikan"]}
        self.pohon.tugaskan(self._kotak, isi["jabatan"], isi["peran"], **gantikan, **siapa)

    def kabar(self) -> str:
        """What was done, for the page that follows."""
        jabatan, banyak = self.cleaned_data["jabatan"], len(self._kotak)
        if self.cleaned_data["lepas"]:
            return f"{banyak} kotak dilepas dari {jabatan}."
        peran = PeranTugas(self.cleaned_data["peran"]).label.lower()
        return f"{jabatan} menjadi {peran} {banyak} kotak."


def _cabang(pohon: Pohon, kotak: list[Simpul]) -> list[Simpul]:
    """The boxes with everything below them, in tree order; one query."""
    hasil: list[Simpul] = []
    sampai = 0
    rentang = [(s.lft, s.rght) for s in kotak]
    for simpul in Simpul.objects.tampak().filter(pohon=pohon).order_by("lft"):
        sampai = max([sampai, *(r for lft, r in rentang if lft <= simpul.lft <= r)])
        if simpul.lft <= sampai:
            hasil.append(simpul)
    return hasil
