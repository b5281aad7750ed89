"""The reference sheet of an indicator as a form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kinerja.aturan.lembar import Lembar, baca_dimensi, baca_lembar, tulis_dimensi
from kinerja.forms.terbanding import Butir, FormTerbanding, Teks
from kinerja.models import Indikator
from kinerja.pilihan import JenisRumus

SAMA = (
    *("kode", "alasan", "jenis", "pengali", "sumber", "rilis", "metode", "penyajian", "mutu"),
    *("keterbatasan", "sebab"),
)


class LembarForm(FormTerbanding):
    """``lembar()`` is the sheet as typed. Of an index each part ends with ": bobot"."""

    kode = Teks(label="Kode indikator", max_length=60)
    alasan = Teks(label="Alasan pemilihan", baris=2)
    jenis = forms.ChoiceField(label="Jenis rumus", choices=JenisRumus, initial=JenisRumus.BEBAS)
    bagian = Butir(
        label="Bagian rumus",
        required=False,
        help_text="Satu baris satu variabel: rasio dua baris (pembilang, penyebut); jumlah atau "
        "rata-rata sebanyak bagiannya; indeks dengan bobotnya, misalnya “Kesehatan: 40”, diikuti "
        "indikator dimensi itu, masing-masing diawali “- ”.",
    )
    pengali = Teks(label="Pengali rasio", max_length=20)
    sumber = Teks(label="Penerbit nilai", max_length=300)
    rilis = Teks(label="Kapan diterbitkan", max_length=120)
    metode = Teks(label="Metode pengumpulan data", baris=2)
    penyajian = Teks(label="Cara penyajian", baris=2)
    mutu = Teks(label="Pengendalian mutu data", baris=2)
    keterbatasan = Teks(label="Keterbatasan", baris=2)
    sebab = Teks(label="Mengapa lembar ini diubah", max_length=300)

    def __init__(
        self, *args: Any, indikator: Indikator, tahun: Sequence[int], **pilihan: Any
    ):  # fmt: skip
        self.indikator, self.tahun = indikator, tahun
        kini = baca_lembar(indikator.lembar)
        awal: dict[str, Any] = {m: getattr(kini, m) for m in SAMA if m != "sebab"}
        awal["bagian"] = tulis_dimensi(kini.dimensi) or list(kini.bagian)
        awal |= {f"alasan_{t}": kini.alasan_target.get(str(t), "") for t in tahun}
        super().__init__(*args, initial=awal, **pilihan)
        for t in tahun:
            self.fields[f"alasan_{t}"] = Teks(label=f"Alasan target {t}", max_length=500)
        for field in self.fields.values():
            field.show_hidden_initial = False
        if not indikator.lembar:
            del self.fields["sebab"]

    def lembar(self) -> Lembar:
        isi = self.cleaned_data
        bagian: tuple[str, ...] = tuple(isi["bagian"])
        bobot: tuple[str, ...] = ()
        pendukung: tuple[str, ...] = ()
        if isi["jenis"] == JenisRumus.KOMPOSIT:
            dimensi = baca_dimensi(bagian)
            bagian = tuple(d.nama for d in dimensi)
            bobot = tuple(d.bobot for d in dimensi)
            pendukung = tuple("\n".join(d.indikator) for d in dimensi)
        alasan = {str(t): isi[f"alasan_{t}"].strip() for t in self.tahun}
        return Lembar(
            **{m: isi.get(m, "").strip() for m in SAMA} | {"pengali": isi["pengali"] or "100"},
            bagian=bagian, bobot=bobot, pendukung=pendukung if any(pendukung) else (),
            alasan_target={t: a for t, a in alasan.items() if a},
        )  # fmt: skip
