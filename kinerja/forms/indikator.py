"""An indicator with its targets: one form for what stands there, an empty one for a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django import forms

from kinerja.aturan.angka import baca_target
from kinerja.berlaku import Masa
from kinerja.forms.terbanding import Butir, FormTerbanding, Teks
from kinerja.models import Bentrok, Indikator, Pengguna, Pohon, Simpul, Target
from kinerja.pilihan import Agregasi, Arah, Frekuensi, JenisNilai, Triwulan

TARGET = "target_"
AWAL = "awal_"
MEDAN = (
    *("teks", "satuan", "arah", "agregasi", "jenis_nilai", "frekuensi", "utama"),
    *("formulasi", "definisi", "sumber_data", "penanggung_jawab"),
)
TERTULIS = [(j.value, j.label) for j in JenisNilai if j != JenisNilai.KOSONG]


@dataclass(frozen=True)
class Angka:
    """What the forms of a box share: its year, the stage written per target year, start years,
    and its typed values as they are now: ``target`` in force, ``awal``, by indicator.
    """

    tahun: int
    tahapan: dict[int, str]
    tahun_awal: tuple[int, ...]
    target: Callable[[], dict[int, dict[Masa, str]]]
    awal: dict[int, dict[int, str]]


class IndikatorForm(FormTerbanding):
    """Field names are those of ``Pohon.ubah_indikator``; target_<tahun>, target_<tahun>_<triwulan>
    and awal_<tahun> for its numbers.
    """

    teks = Teks(label="Indikator", baris=2, max_length=4000)
    satuan = Teks(label="Satuan", max_length=200)
    arah = forms.ChoiceField(choices=Arah, initial=Arah.NAIK)
    agregasi = forms.ChoiceField(label="Cara menghitung setahun", choices=Agregasi, initial="AKHIR")
    jenis_nilai = forms.ChoiceField(label="Jenis nilai", choices=TERTULIS, initial="ANGKA")
    frekuensi = forms.ChoiceField(choices=Frekuensi, initial=Frekuensi.TAHUNAN)
    utama = forms.BooleanField(label="Indikator kinerja utama (IKU)", required=False)
    formulasi = Butir(label="Formula", required=False, help_text="Satu baris satu rumus.")
    definisi = Teks(label="Definisi operasional", baris=2)
    sumber_data = Teks(label="Sumber data")
    penanggung_jawab = Teks(label="Penanggung jawab")
    hapus = forms.BooleanField(label="Hapus indikator ini beserta targetnya", required=False)

    def __init__(
        self,
        *args: Any,
        simpul: Simpul,
        angka: Angka,
        indikator: Indikator | None = None,
        **pilihan: Any,
    ):
        self.simpul, self.angka, self.indikator = simpul, angka, indikator
        setahun = {f"{TARGET}{t}": (t, int(Triwulan.SETAHUN)) for t in angka.tahapan}
        self.triwulan = {
            f"{TARGET}{angka.tahun}_{tw}": (angka.tahun, int(tw)) for tw in Triwulan if tw
        }
        self.target = setahun | self.triwulan
        self.kondisi_awal = {f"{AWAL}{t}": t for t in angka.tahun_awal}
        if indikator is not None:
            pilihan["prefix"] = f"i{indikator.pk}"
            pilihan["initial"] = {m: getattr(indikator, m) for m in MEDAN} | self._nilai(indikator)
        super().__init__(*args, **pilihan)
        self._tambah_medan_angka()
        self.fields["hapus"].show_hidden_initial = False
        if indikator is None:
            del self.fields["hapus"]
        self.fields["teks"].required = indikator is not None

    @property
    def medan_target(self) -> list[forms.BoundField]:
        """Start values, then the target of each year."""
        return self._medan(
            (*self.kondisi_awal, *(m for m in self.target if m not in self.triwulan))
        )

    @property
    def medan_triwulan(self) -> list[forms.BoundField]:
        return self._medan(self.triwulan)

    @property
    def ada_triwulan(self) -> bool:
        """Something stands in a quarter, or was refused there."""
        return any(self[m].value() or self[m].errors for m in self.triwulan)

    @property
    def medan_rinci(self) -> list[forms.BoundField]:
        return self._medan(MEDAN[2:])

    def clean(self) -> dict[str, Any]:
        satuan = self.cleaned_data.get("satuan", "")
        for medan in (*self.target, *self.kondisi_awal):
            self.periksa_bacaan(medan, partial(baca_target, satuan=satuan))
        berisi = any(self.cleaned_data.get(m) for m in self.changed_data)
        if not self.cleaned_data.get("teks") and self.indikator is None and berisi:
            self.add_error("teks", "Isi kalimat indikatornya.")
        return self.cleaned_data

    def simpan(self, pohon: Pohon, *, oleh: Pengguna, pada: datetime) -> None:
        """Write what changed; raises AturanDilanggar, keeps a conflict, after marking the form."""
        siapa: dict[str, Any] = {"oleh": oleh, "pada": pada}
        isi = {m: v for m, v in self.isi().items() if m in MEDAN}
        if self.indikator is None:
            if isi:
                self.coba(partial(self._tambah, pohon, isi, siapa))
        elif self.cleaned_data.get("hapus"):
            self.coba(partial(pohon.hapus_indikator, self.indikator, **siapa))
            return
        elif isi:
            self.coba(partial(pohon.ubah_indikator, self.indikator, isi, lama=self.lama(), **siapa))
        if self.indikator is not None:
            self._simpan_angka(pohon, self.indikator, siapa)

    def berlaku(self) -> dict[Masa, str]:
        """Targets of this indicator in force now, as typed."""
        return self.angka.target().get(self.indikator.pk, {}) if self.indikator else {}

    def _medan(self, nama: Iterable[str]) -> list[forms.BoundField]:
        return [self[m] for m in nama]

    def _nilai(self, indikator: Indikator) -> dict[str, str]:
        target, awal = self.berlaku(), self.angka.awal.get(indikator.pk, {})
        nilai = {m: target.get(masa, "") for m, masa in self.target.items()}
        return nilai | {m: awal.get(tahun, "") for m, tahun in self.kondisi_awal.items()}

    def _tambah_medan_angka(self) -> None:
        label = {m: f"Awal {tahun}" for m, tahun in self.kondisi_awal.items()}
        label |= {m: f"Target {tahun}" for m, (tahun, _) in self.target.items()}
        label |= {m: str(Triwulan(tw).label) for m, (_, tw) in self.triwulan.items()}
        for medan, kata in label.items():
            self.fields[medan] = field = Teks(label=kata, max_length=500)
            field.show_hidden_initial = True

    def _tambah(self, pohon: Pohon, isi: dict[str, Any], siapa: dict[str, Any]) -> None:
        self.indikator = pohon.tambah_indikator(self.simpul, **isi, **siapa)

    def _simpan_angka(self, pohon: Pohon, indikator: Indikator, siapa: dict[str, Any]) -> None:
        for medan in self.target:
            if medan in self.changed_data:
                isi_target = partial(self._isi_target, pohon, indikator, medan, siapa)
                self.coba(isi_target, {"mentah": medan})
        for medan, tahun in self.kondisi_awal.items():
            if medan in self.changed_data:
                isi = {"tahun": tahun, "lama": self.awal(medan), **siapa}
                verba = partial(pohon.isi_baseline, indikator, self.cleaned_data[medan], **isi)
                self.coba(verba, {"mentah": medan})

    def _isi_target(
        self, pohon: Pohon, indikator: Indikator, medan: str, siapa: dict[str, Any]
    ) -> None:
        """Compare with the stage's own row; with what is in force where it has none yet."""
        masa, terlihat = self.target[medan], self.awal(medan)
        isi: dict[str, Any] = dict(zip(("tahun", "triwulan"), masa, strict=True))
        tahap = self.angka.tahapan[masa[0]]
        sendiri = Target.objects.filter(indikator=indikator, tahap__kode=tahap, **isi).exists()
        kini = self.berlaku().get(masa, "")
        if not sendiri and kini != terlihat:
            raise Bentrok("mentah", terlihat, kini)
        isi |= {"tahap": tahap, "lama": terlihat if sendiri else ""}
        pohon.isi_target(indikator, self.cleaned_data[medan], **isi, **siapa)
