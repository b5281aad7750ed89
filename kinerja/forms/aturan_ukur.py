"""How the pemda measures: formulas, bands, and the windows of quarters."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from kinerja.aturan.angka import baca_target, format_angka
from kinerja.aturan.aturan_ukur import baca_pita, baca_skala, simpan_pita
from kinerja.aturan.pita import RUPA, Pita, periksa_pita
from kinerja.forms.tercatat import FormTercatat, Tanggal
from kinerja.models import Pengaturan
from kinerja.pilihan import CaraKetik, CaraTurun, Efisiensi, Triwulan


class DaftarPita(forms.CharField):
    """One band a line: where it starts, its name, its colour, divided by semicolons."""

    widget = forms.Textarea(attrs={"rows": 6, "spellcheck": "false"})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str):
            return value
        return "\n".join(
            f"{format_angka(p.dari)}; {p.nama}; {p.rupa}" for p in baca_pita(value or ())
        )

    def to_python(self, value: Any) -> list[dict[str, str]]:  # type: ignore[override]
        daftar = [self._baris(b) for b in str(value or "").splitlines() if b.strip()]
        if galat := periksa_pita(daftar):
            raise forms.ValidationError([t.pesan for t in galat])
        return simpan_pita(daftar)

    def _baris(self, baris: str) -> Pita:
        bagian = [b.strip() for b in baris.split(";")]
        dari = baca_target(bagian[0].removesuffix("%")).nilai.angka if bagian else None
        if len(bagian) != 3 or dari is None:
            contoh = "51; Rendah; jingga"
            pesan = f"Baris “{baris.strip()[:60]}” tidak terbaca; tulis seperti: {contoh}"
            raise forms.ValidationError(pesan)
        return Pita(bagian[1][:40], Decimal(dari), bagian[2].casefold())


class DaftarSkala(forms.CharField):
    """One ladder of predicates a line, the lowest first: "TMP, TW, WDP, WTP" (1, 2, 3, 4)."""

    widget = forms.Textarea(attrs={"rows": 3, "spellcheck": "false"})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str):
            return value
        return "\n".join(
            ", ".join(sorted(satu, key=lambda nama: satu[nama])) for satu in baca_skala(value or ())
        )

    def to_python(self, value: Any) -> list[dict[str, str]]:  # type: ignore[override]
        hasil: list[dict[str, str]] = []
        for baris in str(value or "").splitlines():
            nama = [n.strip()[:60] for n in baris.split(",") if n.strip()]
            if len({n.casefold() for n in nama}) < len(nama) or len(nama) == 1:
                pesan = f"Skala “{baris.strip()[:60]}”: tulis paling sedikit dua predikat berbeda."
                raise forms.ValidationError(pesan)
            if nama:
                hasil.append({n: str(i) for i, n in enumerate(nama, start=1)})
        return hasil


class AturanUkurForm(FormTercatat):
    tak_dibandingkan = ("pita", "skala")

    cara_ketik = forms.ChoiceField(
        label="Cara mengetik realisasi yang dijumlahkan",
        choices=CaraKetik,
        help_text="Berlaku untuk isian sesudah ini; yang sudah diketik tetap dibaca seperti dulu.",
    )
    cara_turun = forms.ChoiceField(
        label="Rumus bila makin rendah makin baik",
        choices=CaraTurun,
        help_text="Mengganti rumus menghitung ulang semua capaian pemda ini.",
    )
    batas_rata = forms.DecimalField(
        label="Batas capaian dalam rata-rata (persen)",
        required=False,
        min_value=100,
        max_digits=6,
        decimal_places=2,
        help_text="Hanya dalam rata-rata; capaiannya sendiri tetap. Kosong: tanpa batas.",
    )
    efisiensi = forms.ChoiceField(label="Cara menghitung efisiensi", choices=Efisiensi)
    hari_perjanjian = forms.IntegerField(
        label="Perjanjian disetujui paling lambat (hari sejak tanggal DPA)",
        required=False,
        min_value=0,
        max_value=366,
        help_text="Yang terlambat muncul di Cek kualitas. Kosong: tidak diperiksa.",
    )
    hari_lkjip = forms.IntegerField(
        label="Laporan kinerja selesai paling lambat (hari sejak akhir tahun)",
        required=False,
        min_value=0,
        max_value=366,
        help_text="59 hari adalah akhir Februari. Yang dilihat: LKjIP yang disimpan sebagai "
        "dokumen lama, sesudah triwulan IV diajukan. Kosong: tidak diperiksa.",
    )
    pita = DaftarPita(
        label="Rentang warna capaian",
        help_text=f"Satu rentang satu baris: mulai dari; nama; warna ({', '.join(RUPA)}). Tiap "
        "rentang sampai sebelum awal rentang berikutnya.",
    )

    skala = DaftarSkala(
        label="Skala predikat",
        required=False,
        help_text="Satu skala satu baris, dari yang terendah, dipisah koma. Capaian predikat "
        "adalah urutannya dibagi urutan targetnya. Mengubahnya menghitung ulang semua capaian.",
    )

    def isi_awal(self, objek: Any) -> dict[str, Any]:
        return super().isi_awal(objek) | {"pita": objek.pita, "skala": objek.skala}

    def isi_ubah(self) -> dict[str, Any]:
        ubah = super().isi_ubah()
        assert isinstance(self.objek, Pengaturan)  # noqa: S101  (made for that alone)
        if baca_pita(self.cleaned_data["pita"]) != baca_pita(self.objek.pita):
            ubah["isi"]["pita"] = self.cleaned_data["pita"]
        if baca_skala(self.cleaned_data["skala"]) != baca_skala(self.objek.skala):
            ubah["isi"]["skala"] = self.cleaned_data["skala"]
        return ubah


class JendelaForm(FormTercatat):
    tahun = forms.IntegerField(label="Tahun", min_value=2000, max_value=2100)
    triwulan = forms.TypedChoiceField(
        label="Triwulan", coerce=int, choices=[(t.value, t.label) for t in Triwulan if t]
    )
    buka = Tanggal(label="Hari pertama", required=True)
    tutup = Tanggal(label="Hari terakhir", required=True)
