"""The money of one box in one year: pagu by fund on the lowest level, a claim above it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from kinerja.aturan.angka import baca_rupiah
from kinerja.aturan.jenjang import periksa_pagu
from kinerja.forms.terbanding import FormTerbanding, Teks
from kinerja.models import Bentrok, KlaimPagu, Pagu, Pengguna, Pohon, Simpul
from kinerja.pilihan import JenisKlaim

Uang = tuple[dict[str, str], str]
"""Pagu as typed by fund, and the claim as typed."""


class UangForm(FormTerbanding):
    """pagu_<n> for each fund that stands there, pagu_baru for another one; klaim above."""

    def __init__(
        self,
        *args: Any,
        simpul: Simpul,
        tahun: int,
        tahap: str,
        baca: Callable[[], Uang],
        **lain: Any,
    ):
        self.simpul, self.tahun, self.tahap, self.baca = simpul, tahun, tahap, baca
        pagu, klaim = baca()
        self.dana = dict(enumerate(pagu)) if not periksa_pagu(simpul.jenjang, tahun) else {}
        lain["initial"] = {f"pagu_{n}": pagu[s] for n, s in self.dana.items()} | {"klaim": klaim}
        super().__init__(*args, prefix="uang", **lain)
        self._susun(atas=bool(periksa_pagu(simpul.jenjang, tahun)))

    def _susun(self, *, atas: bool) -> None:
        if atas:
            self.fields["klaim"] = Teks(
                label=f"Pagu tertulis {self.tahun}",
                help_text="Angka menurut dokumen; jumlah yang tampil tetap dihitung dari bawah.",
            )
        for n, sumber in self.dana.items():
            self.fields[f"pagu_{n}"] = Teks(label=f"Pagu {self.tahun} {sumber}".strip())
        if not atas:
            lagi = f"Pagu {self.tahun}" + (" dari sumber dana lain" if self.dana else "")
            self.fields["pagu_baru"] = Teks(label=lagi, help_text="Rupiah, misalnya 32.400.000.")
            self.fields["sumber_dana"] = Teks(label="Sumber dana", max_length=120)
        for field in self.fields.values():
            field.show_hidden_initial = True

    def clean(self) -> dict[str, Any]:
        for medan in self.fields:
            if medan != "sumber_dana":
                self.periksa_bacaan(medan, baca_rupiah)
        sumber = self.cleaned_data.get("sumber_dana", "")
        if self.cleaned_data.get("pagu_baru") and sumber in self.dana.values():
            self.add_error(
                "sumber_dana", "Sumber dana itu sudah ada di atas; ubah angkanya di sana."
            )
        return self.cleaned_data

    def simpan(self, pohon: Pohon, *, oleh: Pengguna, pada: datetime) -> None:
        """Write what changed; raises AturanDilanggar, keeps a conflict, after marking the form."""
        siapa = {"tahun": self.tahun, "tahap": self.tahap, "oleh": oleh, "pada": pada}
        dana = self.dana | {"baru": self.cleaned_data.get("sumber_dana", "")}
        for kunci, sumber in dana.items():
            if (medan := f"pagu_{kunci}") in self.changed_data:
                verba = partial(self._isi_pagu, pohon, medan, sumber, siapa)
                self.coba(verba, {"mentah": medan})
        if "klaim" in self.changed_data:
            self.coba(partial(self._isi_klaim, pohon, siapa), {"mentah": "klaim"})

    def _isi_pagu(self, pohon: Pohon, medan: str, sumber: str, siapa: dict[str, Any]) -> None:
        milik = Pagu.objects.filter(simpul=self.simpul, sumber_dana=sumber)
        lama = self._lama(medan, milik, self.baca()[0].get(sumber, ""))
        pohon.isi_pagu(
            self.simpul, self.cleaned_data[medan], sumber_dana=sumber, lama=lama, **siapa
        )

    def _isi_klaim(self, pohon: Pohon, siapa: dict[str, Any]) -> None:
        milik = KlaimPagu.objects.filter(simpul=self.simpul, jenis=JenisKlaim.PAGU)
        lama = self._lama("klaim", milik, self.baca()[1])
        pohon.isi_klaim(self.simpul, self.cleaned_data["klaim"], lama=lama, **siapa)

    def _lama(self, medan: str, milik: Any, berlaku: str) -> str:
        """What the verb compares: the stage's own row; else what is in force must be as seen."""
        terlihat: str = self.awal(medan)
        if milik.filter(tahun=self.tahun, tahap__kode=self.tahap).exists():
            return terlihat
        if berlaku != terlihat:
            raise Bentrok("mentah", terlihat, berlaku)
        return ""
