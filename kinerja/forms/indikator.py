"""An indicator with its targets: one form for what stands there, an empty one for a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django import forms

from kinerja.aturan.angka import baca_target
from kinerja.forms.terbanding import Butir, FormTerbanding, Teks
from kinerja.models import Bentrok, Indikator, Pengguna, Pohon, Simpul, Target
from kinerja.pilihan import Agregasi, Arah, Frekuensi, Triwulan

TARGET = "target_"
MEDAN = (
    *("teks", "satuan", "arah", "agregasi", "frekuensi", "utama"),
    *("formulasi", "definisi", "sumber_data", "penanggung_jawab"),
)


class IndikatorForm(FormTerbanding):
    """Field names are those of ``Pohon.ubah_indikator``; target_<tahun> for each year."""

    teks = Teks(label="Indikator", baris=2, max_length=4000)
    satuan = Teks(label="Satuan", max_length=200)
    arah = forms.ChoiceField(choices=Arah, initial=Arah.NAIK)
    agregasi = forms.ChoiceField(label="Cara menghitung setahun", choices=Agregasi, initial="AKHIR")
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
        tahapan: dict[int, str],
        baca_target: Callable[[], dict[int, dict[int, str]]],
        indikator: Indikator | None = None,
        **pilihan: Any,
    ):
        """``tahapan``: the stage written per target year; ``baca_target``: targets in force."""
        self.simpul, self.tahapan, self.indikator = simpul, tahapan, indikator
        self.baca_target = baca_target
        if indikator is not None:
            pilihan["prefix"] = f"i{indikator.pk}"
            pilihan["initial"] = {m: getattr(indikator, m) for m in MEDAN} | {
                f"{TARGET}{tahun}": teks for tahun, teks in self.berlaku().items()
            }
        super().__init__(*args, **pilihan)
        for tahun in tahapan:
            self.fields[f"{TARGET}{tahun}"] = field = Teks(label=f"Target {tahun}", max_length=500)
            field.show_hidden_initial = True
        self.fields["hapus"].show_hidden_initial = False
        if indikator is None:
            del self.fields["hapus"]
        self.fields["teks"].required = indikator is not None

    @property
    def medan_target(self) -> list[forms.BoundField]:
        return [self[f"{TARGET}{tahun}"] for tahun in self.tahapan]

    @property
    def medan_rinci(self) -> list[forms.BoundField]:
        return [self[m] for m in MEDAN[2:]]

    def clean(self) -> dict[str, Any]:
        satuan = self.cleaned_data.get("satuan", "")
        for tahun in self.tahapan:
            self.periksa_bacaan(f"{TARGET}{tahun}", partial(baca_target, satuan=satuan))
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
        self._simpan_target(pohon, siapa)

    def _tambah(self, pohon: Pohon, isi: dict[str, Any], siapa: dict[str, Any]) -> None:
        self.indikator = pohon.tambah_indikator(self.simpul, **isi, **siapa)

    def _simpan_target(self, pohon: Pohon, siapa: dict[str, Any]) -> None:
        if self.indikator is None:
            return
        for tahun in self.tahapan:
            if (medan := f"{TARGET}{tahun}") in self.changed_data:
                verba = partial(self._isi_target, pohon, self.indikator, tahun, siapa)
                self.coba(verba, {"mentah": medan})

    def _isi_target(
        self, pohon: Pohon, indikator: Indikator, tahun: int, siapa: dict[str, Any]
    ) -> None:
        """Compare with the stage's own row; with what is in force where it has none yet."""
        terlihat, tahap = self.awal(f"{TARGET}{tahun}"), self.tahapan[tahun]
        milik = Target.objects.filter(indikator=indikator, triwulan=Triwulan.SETAHUN)
        sendiri = milik.filter(tahun=tahun, tahap__kode=tahap).exists()
        if not sendiri and self.berlaku().get(tahun, "") != terlihat:
            raise Bentrok("mentah", terlihat, self.berlaku().get(tahun, ""))
        baru, lama = self.cleaned_data[f"{TARGET}{tahun}"], terlihat if sendiri else ""
        pohon.isi_target(indikator, baru, tahun=tahun, tahap=tahap, lama=lama, **siapa)

    def berlaku(self) -> dict[int, str]:
        """Targets of this indicator in force now, as typed."""
        if self.indikator is None:
            return {}
        return self.baca_target().get(self.indikator.pk, {})
