"""What evaluators and agencies type about a note."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from kinerja.aturan.bukti import PANJANG_TAUTAN, TERBESAR
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.terbanding import Teks
from kinerja.forms.tercatat import Tanggal
from kinerja.models import PerangkatDaerah
from laporan.aturan.catatan import PANJANG
from laporan.models import BuktiMasuk
from laporan.pilihan import LangkahCatatan as L


class FormCatatan(forms.Form):
    """The rules are the model's; their findings stand at the fields."""

    def tolak(self, ditolak: AturanDilanggar) -> None:
        for temuan in ditolak.temuan:
            medan = temuan.letak.medan
            medan = "berkas" if medan == "bukti" else medan
            self.add_error(medan if medan in self.fields else None, temuan.pesan)


class CatatanForm(FormCatatan):
    """A note; field names are those of ``Catatan.tulis``."""

    isi = Teks(baris=5, label="Catatan", max_length=PANJANG, required=True,
               help_text="Apa yang Anda lihat, dan mengapa itu kurang.")  # fmt: skip
    rekomendasi = Teks(baris=4, max_length=PANJANG,
                       help_text="Apa yang sebaiknya dikerjakan. Boleh kosong.")  # fmt: skip
    tenggat = Tanggal(help_text="Wajib bila ada rekomendasi.")
    tahun = forms.IntegerField(label="Tahun yang dievaluasi", min_value=1990, max_value=2200)


class LangkahForm(FormCatatan):
    """A step: words, and where the step has them evidence or a new day."""

    tanpa_tanda = True  # what may be empty is said in words

    teks = Teks(baris=4, max_length=PANJANG)
    versi = forms.IntegerField(widget=forms.HiddenInput)
    label_teks = {
        L.JAWAB: ("Jawaban", "Penjelasan atas catatan ini; evaluator membacanya."),
        L.TINDAK_LANJUTI: ("Yang sudah dikerjakan", ""),
        L.KEMBALIKAN: ("Yang masih kurang", "Perangkat daerah membacanya."),
        L.PERPANJANG: ("Alasan", "Mengapa tenggatnya diganti."),
        L.SELESAIKAN: ("Penutup", "Boleh kosong."),
        L.TARIK: ("Alasan", "Mengapa catatan ini ditarik."),
    }

    def __init__(self, *args: Any, kata_kerja: str, **lain: Any):
        lain.setdefault("auto_id", f"{kata_kerja.lower()}_%s")
        super().__init__(*args, **lain)
        self.kata_kerja = kata_kerja
        label, petunjuk = self.label_teks[L(kata_kerja)]
        self.fields["teks"].label, self.fields["teks"].help_text = label, petunjuk
        if kata_kerja == L.TINDAK_LANJUTI:
            self.fields["berkas"] = forms.FileField(
                required=False, help_text="PDF, gambar, XLSX, atau DOCX, paling besar 10 MB.",
                label="Berkas bukti",
            )  # fmt: skip
            self.fields["tautan"] = forms.CharField(
                required=False, max_length=PANJANG_TAUTAN, label="Atau tautan bukti",
                widget=forms.URLInput,
            )  # fmt: skip
        if kata_kerja == L.PERPANJANG:
            self.fields["tenggat"] = Tanggal(label="Tenggat baru")

    def untuk_verba(self) -> dict[str, Any]:
        """Arguments of ``Catatan.langkah``."""
        isi = dict(self.cleaned_data)
        berkas, tautan = isi.pop("berkas", None), isi.pop("tautan", "")
        if isinstance(berkas, UploadedFile):
            isi["bukti"] = BuktiMasuk(str(berkas.name), berkas.read(TERBESAR + 1))
        elif tautan:
            isi["bukti"] = BuktiMasuk(tautan=tautan)
        return isi


SEMUA = "semua-"


class PaketForm(forms.Form):
    """An agency, or a pemda with all its agencies, and a year."""

    lembaga = forms.ChoiceField(label="Perangkat daerah")
    tahun = forms.TypedChoiceField(coerce=int)

    def __init__(
        self, *args: Any, daftar: list[PerangkatDaerah], pemda: list[PerangkatDaerah], tahun: int,
        **lain: Any,
    ):  # fmt: skip
        super().__init__(*args, **lain)
        self.calon = {str(p.pk): (p, False) for p in daftar}
        self.calon |= {f"{SEMUA}{p.pk}": (p, True) for p in pemda}
        pilihan: list[Any] = [(f"{SEMUA}{p.pk}", f"Semua: {p.nama}") for p in pemda]
        pilihan += [(str(p.pk), p.nama) for p in daftar]
        self.fields["lembaga"].choices = pilihan  # type: ignore[attr-defined]
        self.fields["tahun"].choices = [(t, t) for t in range(tahun + 1, tahun - 5, -1)]  # type: ignore[attr-defined]
        self.fields["tahun"].initial = tahun

    @property
    def dipilih(self) -> tuple[PerangkatDaerah, bool]:
        return self.calon[self.cleaned_data["lembaga"]]
